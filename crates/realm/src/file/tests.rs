//! Photos lose what is hidden in them, lies are refused, contents lie encrypted, the unused goes.

use std::io::Cursor;

use axum::{body::Body, http::Method};
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use wangge_base::{Kind, Ref, Role};
use wangge_web::{IdemKey, Settings};

use super::{File, Media, flow, jobs, verbs};
use crate::{
    access::Compartment,
    testkit::{self, Browser},
};

fn picture(format: ImageFormat) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    let photo = RgbImage::from_fn(40, 20, |x, y| Rgb([x as u8 * 6, y as u8 * 12, 90]));
    DynamicImage::ImageRgb8(photo).write_to(&mut out, format).expect("encode");
    out.into_inner()
}

/// A JPEG with place, time and "turn me" in its EXIF.
fn photo() -> Vec<u8> {
    use exif::{Field, In, Rational, Tag, Value, experimental::Writer};
    let degrees =
        |d, m, s| Value::Rational(vec![(d, 1).into(), (m, 1).into(), Rational { num: s, denom: 100 }]);
    let ascii = |text: &str| Value::Ascii(vec![text.as_bytes().to_vec()]);
    let fields = [
        (Tag::Orientation, Value::Short(vec![6])),
        (Tag::DateTimeOriginal, ascii("2026:05:01 08:30:00")),
        (Tag::GPSLatitudeRef, ascii("N")),
        (Tag::GPSLatitude, degrees(29, 31, 1200)),
        (Tag::GPSLongitudeRef, ascii("E")),
        (Tag::GPSLongitude, degrees(106, 30, 3600)),
    ]
    .map(|(tag, value)| Field { tag, ifd_num: In::PRIMARY, value });
    let mut writer = Writer::new();
    fields.iter().for_each(|field| writer.push_field(field));
    let mut tiff = Cursor::new(Vec::new());
    writer.write(&mut tiff, false).expect("exif");
    let tiff = tiff.into_inner();
    let plain = picture(ImageFormat::Jpeg);
    let mut out = plain[..2].to_vec();
    out.extend([0xff, 0xe1]);
    out.extend(u16::try_from(tiff.len() + 8).expect("short").to_be_bytes());
    out.extend(b"Exif\0\0");
    out.extend(tiff);
    out.extend(&plain[2..]);
    out
}

const ZONE: &str = "Asia/Shanghai";

#[test]
fn a_photo_keeps_its_pixels_only() {
    let cleaned = flow::examine(Some("image/jpeg"), photo(), ZONE).expect("photo");
    assert_eq!(cleaned.media, Media::Jpeg);
    assert!(!cleaned.bytes.windows(4).any(|w| w == b"Exif"));
    let place = cleaned.offer.place.expect("place");
    assert!(
        (place.lon - 106.51).abs() < 1e-9 && (place.lat - (29.0 + 31.0 / 60.0 + 12.0 / 3600.0)).abs() < 1e-9
    );
    assert_eq!(cleaned.offer.taken.expect("time").to_string(), "2026-05-01T00:30:00Z");
    // Orientation 6 was applied: the picture stands upright without being told.
    let upright = image::load_from_memory(&cleaned.bytes).expect("decode");
    assert_eq!((upright.width(), upright.height()), (20, 40));
    let again = flow::examine(None, cleaned.bytes, ZONE).expect("again");
    assert_eq!(again.offer, super::Offer::default());
}

#[test]
fn lies_and_damage_are_refused() {
    let said = |declared: Option<&str>, bytes: Vec<u8>| {
        flow::examine(declared, bytes, ZONE).map(|c| c.media).map_err(|no| (no.kind, no.code))
    };
    let (jpeg, png) = (picture(ImageFormat::Jpeg), picture(ImageFormat::Png));
    assert_eq!(said(Some("image/png"), jpeg.clone()), Err((Kind::Unsupported, "file.lies")));
    assert_eq!(said(Some("image/jpeg"), b"<html><script>".to_vec()), Err((Kind::Unsupported, "file.type")));
    assert_eq!(said(None, b"MZ\x90".to_vec()), Err((Kind::Unsupported, "file.type")));
    assert_eq!(said(None, jpeg[..60].to_vec()), Err((Kind::Unsupported, "file.broken")));
    assert_eq!(said(Some("image/jpg"), jpeg), Ok(Media::Jpeg));
    assert_eq!(said(Some("application/octet-stream"), png.clone()), Ok(Media::Png));
    assert_eq!(said(Some("image/webp"), picture(ImageFormat::WebP)), Ok(Media::Jpeg));
    assert_eq!(said(Some("application/pdf"), b"%PDF-1.7 ...".to_vec()), Ok(Media::Pdf));
    // A small file that claims to be enormous.
    let mut bomb = png;
    bomb[16..24].copy_from_slice(&[0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff]);
    assert!(said(None, bomb).is_err());
}

fn form(parts: &[(&str, Option<&str>, &[u8])]) -> (String, Vec<u8>) {
    let mut body = Vec::new();
    for (name, kind, bytes) in parts {
        body.extend(format!("--XX\r\nContent-Disposition: form-data; name=\"{name}\"").bytes());
        if let Some(kind) = kind {
            body.extend(format!("; filename=\"a\"\r\nContent-Type: {kind}").bytes());
        }
        body.extend(b"\r\n\r\n");
        body.extend(*bytes);
        body.extend(b"\r\n");
    }
    body.extend(b"--XX--\r\n");
    ("multipart/form-data; boundary=XX".to_owned(), body)
}

async fn upload(
    router: &axum::Router,
    who: &Browser,
    parts: &[(&str, Option<&str>, &[u8])],
) -> testkit::Told {
    let (kind, body) = form(parts);
    let request = who.request(Method::POST, "/api/v1/files").header("content-type", kind);
    testkit::send(router, request.body(Body::from(body)).expect("request")).await
}

#[tokio::test]
async fn a_file_is_read_by_its_uploader_and_by_whoever_reads_the_case() {
    for test in testkit::databases(&testkit::clock()) {
        let realm = testkit::realm(test.db(), Settings { file_limit: 100_000, ..Settings::default() });
        realm.on_subject(std::sync::Arc::new(|_, subject| {
            let mut it = crate::place_of(&testkit::units(), &testkit::code("500107003003001"))?;
            it.compartment = if subject.ends_with('2') { Compartment::Sealed } else { Compartment::Open };
            it.seat = None;
            Ok(Some(it))
        }));
        let router = testkit::router(&realm);
        let he = testkit::person(&realm, "he", "500107003003").await;
        testkit::post(&realm, &he, "500107003003001", "WG-01", Role::GridWorker).await;
        let luo = testkit::person(&realm, "luo", "500107003003").await;
        testkit::post(&realm, &luo, "500107003003", "SQ-01", Role::VillageAdmin).await;
        let (he_at, luo_at) = (Browser::log_in(&router, "he").await, Browser::log_in(&router, "luo").await);
        let jpeg = photo();
        let (status, _, made) =
            upload(&router, &he_at, &[("district", None, b"500107"), ("file", Some("image/jpeg"), &jpeg)])
                .await;
        assert_eq!(status, 201, "{made}");
        assert!(made["offer"]["place"]["lon"].as_f64().expect("offered") > 106.0);
        let file: Ref<File> = made["ref"].as_str().expect("ref").parse().expect("ref");
        let path = format!("/api/v1/files/{file}");
        let (status, headers, _) = he_at.get(&router, &path).await;
        assert_eq!((status, headers["content-type"].to_str().expect("ascii")), (200, "image/jpeg"));
        assert!(headers["content-security-policy"].to_str().expect("ascii").contains("sandbox"));
        assert_eq!(luo_at.get(&router, &path).await.0, 404, "linked to nothing yet");
        assert_eq!(Browser::default().get(&router, &path).await.0, 401);

        let case = |last: &str| {
            format!("500107.0000000000000000000000000000000{last}").parse::<Ref<()>>().expect("ref")
        };
        let link = |subject: Ref<()>, by: Option<String>| {
            let file = file.clone();
            realm.app.db().write(move |tx| verbs::link(tx, &file, &subject, by.as_deref()))
        };
        assert!(link(case("1"), Some(luo.to_string())).await.is_err(), "only its uploader links it");
        link(case("2"), Some(he.to_string())).await.expect("link");
        assert_eq!(luo_at.get(&router, &path).await.0, 404, "the case is sealed");
        link(case("1"), Some(he.to_string())).await.expect("link");
        assert_eq!(luo_at.get(&router, &path).await.0, 200);
        let elsewhere = "500105.00000000000000000000000000000001".parse().expect("ref");
        assert!(link(elsewhere, Some(he.to_string())).await.is_err());

        let erase = |subject: Ref<()>| {
            let file = file.clone();
            realm.app.db().write(move |tx| verbs::erase(tx, &file, &subject))
        };
        assert!(!erase(case("1")).await.expect("erase"), "the sealed case still needs it");
        assert_eq!(luo_at.get(&router, &path).await.0, 410, "she is told that it was erased");
        assert_eq!(he_at.get(&router, &path).await.0, 200, "it lives on in the other case");
        assert!(erase(case("2")).await.expect("erase"), "nobody needs it any more");
        assert!(!erase(case("2")).await.expect("erase"), "once");
        let (status, _, told) = he_at.get(&router, &path).await;
        assert_eq!((status, told["code"].as_str()), (410, Some("file.erased")), "{told}");
        assert!(link(case("1"), Some(he.to_string())).await.is_err(), "what is erased is linked to nothing");
        assert_eq!(jobs::forget(&realm, &testkit::district("500107")).await.expect("forgets"), 1);
        assert_eq!(jobs::forget(&realm, &testkit::district("500107")).await.expect("forgets"), 0);
        assert_eq!(he_at.get(&router, &path).await.0, 410);
    }
}

#[tokio::test]
async fn bad_uploads_say_what_is_wrong() {
    let test = wangge_store::testdb::sqlite(&crate::migrations(), &testkit::clock()).expect("database");
    let realm = testkit::realm(test.db(), Settings { file_limit: 10_000, ..Settings::default() });
    let router = testkit::router(&realm);
    let nobody = Browser::default();
    let (png, big) = (picture(ImageFormat::Png), vec![0xff; 200_000]);
    let home: (&str, Option<&str>, &[u8]) = ("district", None, b"500107");
    for (parts, status) in [
        (vec![home, ("file", Some("image/png"), png.as_slice())], 201),
        (vec![home, ("file", Some("image/jpeg"), png.as_slice())], 415),
        (vec![home, ("file", Some("image/png"), big.as_slice())], 413),
        (vec![home, ("file", Some("image/png"), b"")], 422),
        (vec![home], 422),
        (vec![("file", Some("image/png"), png.as_slice())], 422),
        (vec![("district", None, b"999999"), ("file", Some("image/png"), png.as_slice())], 422),
        (vec![("lon", None, b"200"), ("lat", None, b"29"), ("file", Some("image/png"), png.as_slice())], 422),
        (vec![home, ("other", None, b"x")], 422),
    ] {
        let (told, _, body) = upload(&router, &nobody, &parts).await;
        assert_eq!(told, status, "{body}");
    }
    let request = nobody.request(Method::POST, "/api/v1/files").header("content-type", "text/plain");
    let (status, _, _) = testkit::send(&router, request.body(Body::from("x")).expect("request")).await;
    assert_eq!(status, 415);
}

#[tokio::test]
async fn contents_are_sealed_and_the_unused_is_swept() {
    let test = wangge_store::testdb::sqlite(&crate::migrations(), &testkit::clock()).expect("database");
    let realm = testkit::realm(test.db(), Settings::default());
    let home = testkit::district("500107");
    let text = b"%PDF-1.7 a contract nobody else may read".to_vec();
    let put = |key: &str| {
        let (realm, text, home, key) = (realm.clone(), text.clone(), home.clone(), IdemKey(key.to_owned()));
        async move { verbs::put(&realm, home, None, text, Some("500107.x".into()), key).await.expect("put").file }
    };
    let (kept, unused) = (put("key-kept").await, put("key-unused").await);
    assert_eq!(put("key-kept").await, kept, "sent again, stored once");
    let directory = realm.app.settings().data_dir.join("files");
    let mut objects = Vec::new();
    let mut open = vec![directory];
    while let Some(at) = open.pop() {
        for entry in std::fs::read_dir(at).expect("list") {
            let path = entry.expect("entry").path();
            if path.is_dir() { open.push(path) } else { objects.push(path) }
        }
    }
    assert_eq!(objects.len(), 3, "two files, and the object of the repeated upload");
    for path in &objects {
        let bytes = std::fs::read(path).expect("object");
        assert!(!bytes.windows(8).any(|w| w == b"contract"), "stored in the clear");
    }
    let (subject, file) = ("500107.00000000000000000000000000000001".parse().expect("ref"), kept.at.clone());
    realm.app.db().write(move |tx| verbs::link(tx, &file, &subject, Some("500107.x"))).await.expect("link");
    assert_eq!(jobs::sweep(&realm, &home).await.expect("sweep"), 0, "within a day nothing goes");
    // The objects carry the machine's time, so the application's clock must pass it.
    realm.app.clock().set(
        wangge_base::Clock::system()
            .now()
            .plus_minutes(3 * 24 * 60)
            .max(realm.app.clock().now().plus_minutes(3 * 24 * 60)),
    );
    assert_eq!(jobs::sweep(&realm, &home).await.expect("sweep"), 2);
    let left = verbs::get(&realm, kept.at.clone(), None, "500107.x".into()).await.expect("kept");
    assert_eq!(left.1, text);
    assert!(verbs::get(&realm, unused.at, None, "500107.x".into()).await.is_err());
}
