//! What is in a file: pure, no I/O. Magic bytes decide the type; photos lose everything but pixels.

use std::io::Cursor;

use image::{DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, Limits, codecs::jpeg::JpegEncoder};
use wangge_base::{Coord, Instant, Kind, Refusal};

use super::{Media, Offer};

/// What is left of an upload once it has been examined.
#[derive(Debug)]
pub struct Cleaned {
    /// What it is now.
    pub media: Media,
    /// The bytes to keep.
    pub bytes: Vec<u8>,
    /// Place and time found.
    pub offer: Offer,
}

/// Lower-case hex.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut all, b| {
        // Writing to a String cannot fail.
        let _ = write!(all, "{b:02x}");
        all
    })
}

/// The type by magic bytes.
pub fn sniff(bytes: &[u8]) -> Option<Media> {
    match bytes {
        [0xff, 0xd8, 0xff, ..] => Some(Media::Jpeg),
        [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => Some(Media::Png),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(Media::Webp),
        [b'%', b'P', b'D', b'F', b'-', ..] => Some(Media::Pdf),
        _ => None,
    }
}

fn unsupported(code: &'static str, zh: &str, en: &str) -> Refusal {
    Refusal::new(Kind::Unsupported, code, zh, en)
}

/// Examines an upload: its type against what was `declared` (415 if it lies or is not taken), and
/// photos decoded within limits and encoded anew. `zone` is the city's time zone, for cameras that
/// write local time only. Slow for photos: never on an async thread.
pub fn examine(declared: Option<&str>, bytes: Vec<u8>, zone: &str) -> Result<Cleaned, Refusal> {
    let media = sniff(&bytes).ok_or_else(|| {
        unsupported(
            "file.type",
            "只收 JPEG、PNG、WebP 图片和 PDF 文件",
            "Only JPEG, PNG and WebP pictures and PDF documents are taken",
        )
    })?;
    let said = declared.map(|text| text.split(';').next().unwrap_or("").trim().to_ascii_lowercase());
    let said = said.filter(|text| !text.is_empty() && text != "application/octet-stream");
    let said = said.map(|text| if text == "image/jpg" { "image/jpeg".to_owned() } else { text });
    if said.is_some_and(|text| text != media.word()) {
        return Err(unsupported(
            "file.lies",
            "文件内容与所称类型不符,请检查后重新上传",
            "The file is not of the type it claims to be; check it and upload it again",
        ));
    }
    if media == Media::Pdf {
        return Ok(Cleaned { media, bytes, offer: Offer::default() });
    }
    let offer = offer_of(&bytes, zone);
    let picture = decode(media, &bytes)?;
    drop(bytes);
    let (media, bytes) = encode(media, &picture)?;
    Ok(Cleaned { media, bytes, offer })
}

fn broken(e: &dyn std::fmt::Display) -> Refusal {
    let limits = e.to_string().to_lowercase().contains("limit");
    if limits {
        return Refusal::new(
            Kind::TooLarge,
            "file.pixels",
            "图片尺寸太大(最多1.2万像素见方、约5000万像素),请缩小后再传",
            "The picture has too many pixels (12,000 a side and some 50 million at most); make it smaller",
        );
    }
    unsupported(
        "file.broken",
        "图片已损坏,无法打开,请重新拍摄或选择",
        "The picture is damaged and cannot be opened; take or choose another",
    )
}

fn decode(media: Media, bytes: &[u8]) -> Result<DynamicImage, Refusal> {
    let format = match media {
        Media::Jpeg => ImageFormat::Jpeg,
        Media::Png => ImageFormat::Png,
        Media::Webp | Media::Pdf => ImageFormat::WebP,
    };
    let mut limits = Limits::default();
    limits.max_image_width = Some(12_000);
    limits.max_image_height = Some(12_000);
    limits.max_alloc = Some(160 * 1024 * 1024);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits.clone());
    let mut decoder = reader.into_decoder().map_err(|e| broken(&e))?;
    // The decoder's own limits do not all cover the picture itself.
    let (width, height) = decoder.dimensions();
    if width == 0 || height == 0 || decoder.total_bytes() > 160 * 1024 * 1024 {
        return Err(broken(&"limit"));
    }
    let upright = decoder.orientation().map_err(|e| broken(&e))?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|e| broken(&e))?;
    picture.apply_orientation(upright);
    Ok(picture)
}

fn encode(media: Media, picture: &DynamicImage) -> Result<(Media, Vec<u8>), Refusal> {
    let mut out = Cursor::new(Vec::new());
    let see_through = picture.color().has_alpha();
    if media == Media::Png || (media == Media::Webp && see_through) {
        picture.write_to(&mut out, ImageFormat::Png).map_err(|e| broken(&e))?;
        return Ok((Media::Png, out.into_inner()));
    }
    let encoder = JpegEncoder::new_with_quality(&mut out, 85);
    picture.to_rgb8().write_with_encoder(encoder).map_err(|e| broken(&e))?;
    Ok((Media::Jpeg, out.into_inner()))
}

/// Place and time in a photo's EXIF; anything odd is simply not offered.
fn offer_of(bytes: &[u8], zone: &str) -> Offer {
    let Ok(data) = exif::Reader::new().read_from_container(&mut Cursor::new(bytes)) else {
        return Offer::default();
    };
    let text = |tag| {
        data.get_field(tag, exif::In::PRIMARY).and_then(|field| match &field.value {
            exif::Value::Ascii(lines) => {
                lines.first().map(|line| String::from_utf8_lossy(line).trim().to_owned())
            }
            _ => None,
        })
    };
    let degrees = |tag, sign_tag, negative: &str| -> Option<f64> {
        let field = data.get_field(tag, exif::In::PRIMARY)?;
        let exif::Value::Rational(parts) = &field.value else { return None };
        let [d, m, s] = parts.as_slice() else { return None };
        let size = d.to_f64() + m.to_f64() / 60.0 + s.to_f64() / 3600.0;
        Some(if text(sign_tag)? == negative { -size } else { size })
    };
    let lon = degrees(exif::Tag::GPSLongitude, exif::Tag::GPSLongitudeRef, "W");
    let lat = degrees(exif::Tag::GPSLatitude, exif::Tag::GPSLatitudeRef, "S");
    // 0°, 0° is what cameras write that do not know.
    let known = |lon: f64, lat: f64| lon != 0.0 || lat != 0.0;
    let place = lon.zip(lat).filter(|(lon, lat)| known(*lon, *lat));
    let place = place.and_then(|(lon, lat)| Coord::new(lon, lat).ok());
    let taken = text(exif::Tag::DateTimeOriginal)
        .and_then(|local| instant(&local, text(exif::Tag::OffsetTimeOriginal).as_deref(), zone));
    Offer { place, taken }
}

/// `2026:05:01 08:30:00`, with `+08:00` if the camera knew, else in the city's zone.
fn instant(local: &str, offset: Option<&str>, zone: &str) -> Option<Instant> {
    let (date, time) = local.split_once(' ')?;
    let civil = format!("{}T{}", date.replace(':', "-"), time);
    if let Some(offset) = offset.filter(|text| text.len() == 6) {
        return Some(format!("{civil}{offset}").parse::<jiff::Timestamp>().ok()?.into());
    }
    let civil: jiff::civil::DateTime = civil.parse().ok()?;
    Some(civil.in_tz(zone).ok()?.timestamp().into())
}
