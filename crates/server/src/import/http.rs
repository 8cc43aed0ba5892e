//! Imports over HTTP: the same checks and the same all-or-nothing as `wangge import`, with the
//! difference to what stands told before anything is applied.

use std::path::{Path as File, PathBuf};

use axum::{
    extract::{DefaultBodyLimit, FromRequest as _, Multipart, Request, State},
    http::header,
};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};
use wangge_base::{District, Refusal, words};
use wangge_realm::{Who, access::Verb, audit};
use wangge_web::{Answer, Json, Problem, Query, WriteProblems, extract};

use super::{Difference, Hands, Job, Progress, Report, Summary};
use crate::{house::House, trouble::Outcome};

/// Largest file taken in, bytes.
const LARGEST: usize = 20 << 20;
/// Bad rows and hints told of one file.
const TOLD: usize = 500;

words!(
    /// What a file holds.
    ImportKind {
        /// Units of the geography, as an edition
        Units = "units",
        /// Borders of grids (GeoJSON), as an edition
        Grids = "grids",
        /// The catalogue of matters
        Matters = "matters",
        /// Accounts (system administrator); posts in the same file are left to `holdings`
        Accounts = "accounts",
        /// The posts of the accounts in such a file (security administrator)
        Holdings = "holdings",
        /// Public holidays and make-up workdays
        Calendar = "calendar",
        /// Office hours of units
        Office = "office",
        /// Kinds of posts
        Posts = "posts",
    }
);

/// What is sent, and how it is to be taken.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct ImportQuery {
    /// What the file holds.
    pub kind: ImportKind,
    /// `true`: check everything and tell the difference, write nothing.
    pub dry_run: Option<bool>,
    /// Name of the file when the body is the file itself; its extension decides the format.
    pub filename: Option<String>,
    /// Matters: the day from which they count; now when absent.
    #[param(value_type = Option<String>, format = Date)]
    pub effective: Option<String>,
    /// Units and grids: name of the edition.
    pub edition: Option<String>,
}

/// One bad row, or one worth a look.
#[derive(Debug, Serialize, ToSchema)]
pub struct RowNote {
    /// Row as the author finds it in the file; 0: the file as a whole.
    pub row: u64,
    /// Column; absent: the row as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// What is wrong, Chinese.
    pub zh: String,
    /// What is wrong, English.
    pub en: String,
}

/// A log-in that was made.
#[derive(Debug, Serialize, ToSchema)]
pub struct FirstPassword {
    /// Log-in name.
    pub login: String,
    /// First password: shown here and never again.
    pub password: String,
}

/// What became of a file. Bad rows mean that nothing was written.
#[derive(Debug, Serialize, ToSchema)]
pub struct Imported {
    /// What the file holds.
    pub kind: ImportKind,
    /// Rows of the file; 0 when it could not be read or has bad rows.
    pub rows: usize,
    /// Rows taken, or that would be taken.
    pub accepted: usize,
    /// What is wrong, by row; at most 500.
    pub bad: Vec<RowNote>,
    /// What is allowed and yet worth a look; at most 100.
    pub hints: Vec<RowNote>,
    /// Whether it was written.
    pub applied: bool,
    /// What differs from what stood before; at most 200.
    pub differences: Vec<Difference>,
    /// In one sentence, Chinese.
    pub zh: String,
    /// In one sentence, English.
    pub en: String,
    /// Log-ins made, with first passwords that are shown only here.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub passwords: Vec<FirstPassword>,
}

/// The form: the file.
#[derive(Debug, ToSchema)]
#[expect(dead_code, reason = "describes the multipart form for OpenAPI")]
struct ImportForm {
    /// CSV (UTF-8), XLSX or GeoJSON, plain or `.zst`, at most 20 MB.
    #[schema(value_type = String, format = Binary)]
    file: Vec<u8>,
}

/// Import a table (administrators of the city): `multipart/form-data` with the part `file`, or the file itself
/// as the body with `filename`. With `dry_run=true` it is only checked and the difference told; a file
/// with bad rows changes nothing.
#[utoipa::path(post, path = "/api/v1/imports", operation_id = "import_run", tag = "import", params(ImportQuery),
    request_body(content = inline(ImportForm), content_type = "multipart/form-data"),
    responses((status = 200, body = Imported), WriteProblems))]
async fn import(
    State(house): State<House>,
    who: Who,
    Query(query): Query<ImportQuery>,
    request: Request,
) -> Answer<Imported> {
    let by = permitted(&house, &who, query.kind)?;
    let (name, bytes) = file(&query, request).await?;
    let folder = Folder::new(&house)?;
    let path = folder.keep(&name, &bytes)?;
    drop(bytes);
    #[expect(clippy::disallowed_methods, reason = "awaited right here; it ends even if the client goes away")]
    let done = tokio::spawn(async move { run(&house, &query, &by, &path, folder).await });
    Ok(Json(done.await.map_err(|e| wangge_store::Error::Engine(e.to_string()))??))
}

/// Who may: the system administrator; posts are the security administrator's, the catalogue also the
/// list officer's. Everything here reaches the whole city.
fn permitted(house: &House, who: &Who, kind: ImportKind) -> Result<String, Refusal> {
    let realm = &house.work.realm;
    let city = realm.place_of(realm.units().root()).unwrap_or_else(|_before_the_first_edition| {
        wangge_realm::access::Subject::of(District::city(), realm.units().root().clone())
    });
    let holder = match kind {
        ImportKind::Holdings => who.may(Verb::HoldingGrant, &city)?,
        ImportKind::Matters => {
            who.may(Verb::MatterPublish, &city).or_else(|_not_lists| who.may(Verb::ImportRun, &city))?
        }
        _ => who.may(Verb::ImportRun, &city)?,
    };
    Ok(holder.person.clone())
}

/// Name and content, from a form or the bare body.
async fn file(query: &ImportQuery, request: Request) -> Result<(String, Vec<u8>), Problem> {
    let (head, body) = request.into_parts();
    let form = head.headers.get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok());
    let is_form = form.is_some_and(|kind| kind.starts_with("multipart/form-data"));
    let bytes = extract::take_body(&head.headers, body, LARGEST + 64 * 1024).await?;
    let nameless = || {
        Refusal::invalid(
            "filename",
            "请给出文件名(.csv、.xlsx、.geojson)",
            "Name the file (.csv, .xlsx or .geojson)",
        )
    };
    if !is_form {
        let name = query.filename.clone().ok_or_else(nameless)?;
        return if bytes.len() > LARGEST {
            Err(extract::too_large(LARGEST))
        } else {
            Ok((name, bytes.to_vec()))
        };
    }
    let broken = |e: &dyn std::fmt::Display| {
        Problem::from(Refusal::invalid(
            "file",
            "上传的表单不完整,请重新上传",
            format!("The form is not well-formed; upload again ({e})"),
        ))
    };
    let mut request = Request::from_parts(head, bytes.into());
    DefaultBodyLimit::disable().apply(&mut request);
    let mut form = Multipart::from_request(request, &()).await.map_err(|e| broken(&e))?;
    while let Some(field) = form.next_field().await.map_err(|e| broken(&e))? {
        if field.name() != Some("file") {
            continue;
        }
        let name = field.file_name().map(str::to_owned).or_else(|| query.filename.clone());
        let bytes = field.bytes().await.map_err(|e| broken(&e))?;
        if bytes.len() > LARGEST {
            return Err(extract::too_large(LARGEST));
        }
        return Ok((name.ok_or_else(nameless)?, bytes.to_vec()));
    }
    Err(Refusal::invalid("file", "表单中没有文件", "The form has no part named file").into())
}

/// A folder for one upload, gone afterwards.
struct Folder(PathBuf);

impl Folder {
    fn new(house: &House) -> Result<Self, wangge_store::Error> {
        let mut name = [0_u8; 8];
        getrandom::fill(&mut name).map_err(|e| wangge_store::Error::Engine(e.to_string()))?;
        let folder = house.config.dir.join("imports").join(format!("{:016x}", u64::from_le_bytes(name)));
        std::fs::create_dir_all(&folder).map_err(|e| wangge_store::Error::Engine(e.to_string()))?;
        Ok(Self(folder))
    }

    /// Only the extension of the sender's name becomes part of a path.
    fn keep(&self, name: &str, bytes: &[u8]) -> Result<PathBuf, Problem> {
        let lower = name.to_ascii_lowercase();
        let known = ["csv", "xlsx", "geojson", "json"];
        let ending = known
            .iter()
            .flat_map(|kind| [format!(".{kind}"), format!(".{kind}.zst")])
            .find(|ending| lower.ends_with(ending.as_str()))
            .ok_or_else(|| {
                Refusal::invalid(
                    "file",
                    "不认识的文件类型,请用 .csv、.xlsx、.geojson(可加 .zst)",
                    "Unknown kind of file: use .csv, .xlsx or .geojson, plain or .zst",
                )
            })?;
        let path = self.0.join(format!("file{ending}"));
        std::fs::write(&path, bytes).map_err(|e| wangge_store::Error::Engine(e.to_string()))?;
        Ok(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if let Err(error) = std::fs::remove_dir_all(&self.0) {
            tracing::warn!(%error, "an uploaded file was not removed");
        }
    }
}

async fn run(
    house: &House,
    query: &ImportQuery,
    by: &str,
    path: &File,
    folder: Folder,
) -> Result<Imported, Problem> {
    let dry_run = query.dry_run.unwrap_or(false);
    let (mut report, mut progress) = (Report::default(), Progress::silent());
    let done = work(house, query, by, path, &mut report, &mut progress).await;
    let done = match done {
        Ok(done) => done,
        Err(trouble) if trouble.is_of_the_machine() => {
            return Err(wangge_store::Error::Engine(trouble.to_string()).into());
        }
        Err(trouble) => {
            // Nobody outside needs to know where this machine keeps uploads.
            let text = trouble.to_string().replace(&format!("{}/", folder.0.display()), "");
            report.row(0, "", text.clone(), text);
            None
        }
    };
    if done.is_some() && !dry_run {
        let (kind, by) = (query.kind, by.to_owned());
        let rows = done.as_ref().map_or(0, |d| d.rows);
        let noted = house.db().write(move |tx| {
            let facts = json!({ "kind": kind, "rows": rows });
            audit::write(tx, &District::city(), &by, audit::Kind::Imported, kind.word(), &facts)
        });
        noted.await?;
    }
    Ok(answer(query.kind, dry_run, done, &mut report))
}

async fn work(
    house: &House,
    query: &ImportQuery,
    by: &str,
    path: &File,
    report: &mut Report,
    progress: &mut Progress,
) -> Outcome<Option<Summary>> {
    let effective = super::run::moment(house, query.effective.as_deref())?;
    let edition = query.edition.clone().unwrap_or_else(|| format!("{} {effective}", query.kind.word()));
    let mut job = Job { house, dry_run: query.dry_run.unwrap_or(false), report, progress };
    match query.kind {
        ImportKind::Units => job.geography(&edition, Some(path), None).await,
        ImportKind::Grids => job.geography(&edition, None, Some(path)).await,
        ImportKind::Matters => job.matters(path, effective).await,
        ImportKind::Accounts => job.accounts(path, Hands::Accounts(by.to_owned())).await,
        ImportKind::Holdings => job.accounts(path, Hands::Posts(by.to_owned())).await,
        ImportKind::Calendar => job.calendar(path).await,
        ImportKind::Office => job.office(path).await,
        ImportKind::Posts => job.posts(path).await,
    }
}

fn answer(kind: ImportKind, dry_run: bool, done: Option<Summary>, report: &mut Report) -> Imported {
    let note = |bad: &super::Bad| RowNote {
        row: bad.row,
        column: Some(bad.column.clone()).filter(|c| !c.is_empty()),
        zh: bad.zh.clone(),
        en: bad.en.clone(),
    };
    let hints = report.seen().iter().take(TOLD).map(note).collect();
    let bad: Vec<RowNote> = report.bad().iter().take(TOLD).map(note).collect();
    let applied = done.is_some() && !dry_run;
    let done = done.unwrap_or_else(|| {
        let count = report.bad().len();
        Summary::new(
            0,
            format!("{count}处有误,什么都没有写入"),
            format!("{count} faults, nothing was written"),
        )
    });
    Imported {
        kind,
        rows: done.rows,
        accepted: done.rows,
        bad,
        hints,
        applied,
        differences: done.differences,
        zh: done.zh,
        en: done.en,
        passwords: done
            .passwords
            .into_iter()
            .map(|(login, password)| FirstPassword { login, password })
            .collect(),
    }
}

/// The routes of imports.
pub fn routes() -> OpenApiRouter<House> {
    OpenApiRouter::new().routes(routes!(import))
}

impl axum::extract::FromRef<House> for wangge_realm::Realm {
    fn from_ref(house: &House) -> Self {
        house.work.realm.clone()
    }
}

impl axum::extract::FromRef<House> for wangge_web::App {
    fn from_ref(house: &House) -> Self {
        house.work.realm.app.clone()
    }
}
