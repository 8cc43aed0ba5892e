//! Units over HTTP. Whoever holds a post may read them.

use axum::{extract::State, http::StatusCode};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};
use wangge_base::{Board, Instant, Level, Refusal, Role, UnitCode};
use wangge_web::{Answer, IdemKey, Json, Path, Problem, Query, ReadProblems, WriteProblems, once};

use super::{EditionState, Unit, UnitKind, Units, verbs};
use crate::{Realm, Who, access::Verb};

/// A unit by code and name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct UnitName {
    /// Code.
    pub code: String,
    /// Level.
    pub level: Level,
    /// Name by itself.
    pub name: String,
}

impl UnitName {
    /// The name of a grid that this node does not know (another edition came between): its code.
    pub fn unknown(code: UnitCode) -> Self {
        Self { name: code.to_string(), code: code.to_string(), level: Level::Grid }
    }
}

/// A unit.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct UnitView {
    /// Code.
    pub code: String,
    /// Level.
    pub level: Level,
    /// What it is.
    pub kind: UnitKind,
    /// Name by itself. Names of villages repeat.
    pub name: String,
    /// Name that tells it apart: a village with its town, a grid with both.
    pub title: String,
    /// Name in English.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name_en: String,
    /// Home shard of what happens there; `city` for the city, zones and their departments.
    pub district: String,
    /// From the city down to its governing parent.
    pub path: Vec<UnitName>,
    /// Parent by the statistical code, where it differs from the governing one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stat_parent: Option<UnitName>,
    /// Longitude of its seat or label, WGS-84.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lon: Option<f64>,
    /// Latitude.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lat: Option<f64>,
    /// Households.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub households: Option<u32>,
    /// People.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub people: Option<u32>,
    /// From when on it exists, if not always.
    #[schema(value_type = Option<String>, format = DateTime)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<Instant>,
    /// When it ended.
    #[schema(value_type = Option<String>, format = DateTime)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<Instant>,
    /// How many units it governs.
    pub children: usize,
}

impl From<Unit<'_>> for UnitName {
    fn from(unit: Unit<'_>) -> Self {
        Self { code: unit.code_str().to_owned(), level: unit.level(), name: unit.name().to_owned() }
    }
}

impl From<Unit<'_>> for UnitView {
    fn from(unit: Unit<'_>) -> Self {
        let mut path: Vec<UnitName> = unit.upward().skip(1).map(UnitName::from).collect();
        path.reverse();
        Self {
            code: unit.code_str().to_owned(),
            level: unit.level(),
            kind: unit.kind(),
            name: unit.name().to_owned(),
            title: unit.title(),
            name_en: unit.name_en().to_owned(),
            district: unit.district().to_string(),
            path,
            stat_parent: unit.stat_parent().filter(|up| Some(*up) != unit.parent()).map(UnitName::from),
            lon: unit.at().map(|at| at.lon),
            lat: unit.at().map(|at| at.lat),
            households: unit.households(),
            people: unit.people(),
            valid_from: unit.valid_from(),
            valid_to: unit.valid_to(),
            children: unit.children().filter(|below| below.is_in_use()).count(),
        }
    }
}

/// A unit of the snapshot, or 404.
fn found<'a>(units: &'a Units, code: &UnitCode) -> Result<Unit<'a>, Refusal> {
    units
        .get(code.as_str())
        .ok_or_else(|| Refusal::not_found(format!("没有单位{code}"), format!("There is no unit {code}")))
}

/// A unit.
#[utoipa::path(get, path = "/api/v1/units/{code}", operation_id = "unit_read", tag = "unit", params(("code" = String, Path)),
    responses((status = 200, body = UnitView), ReadProblems))]
async fn one(State(realm): State<Realm>, who: Who, Path(code): Path<UnitCode>) -> Answer<UnitView> {
    who.require_holder()?;
    Ok(Json(found(&realm.units(), &code)?.into()))
}

/// Which of the units below.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct ChildrenQuery {
    /// Only of this kind.
    pub kind: Option<UnitKind>,
    /// `true`: ended ones too.
    pub ended: Option<bool>,
}

/// The units that a unit governs, by code.
#[utoipa::path(get, path = "/api/v1/units/{code}/children", operation_id = "unit_children", tag = "unit",
    params(("code" = String, Path), ChildrenQuery),
    responses((status = 200, body = Vec<UnitView>), ReadProblems))]
async fn children(
    State(realm): State<Realm>,
    who: Who,
    Path(code): Path<UnitCode>,
    Query(query): Query<ChildrenQuery>,
) -> Answer<Vec<UnitView>> {
    who.require_holder()?;
    let (units, ended) = (realm.units(), query.ended.unwrap_or(false));
    let below = found(&units, &code)?.children();
    let wanted =
        below.filter(|unit| (ended || unit.is_in_use()) && query.kind.is_none_or(|kind| kind == unit.kind()));
    Ok(Json(wanted.map(UnitView::from).collect()))
}

/// What to look for.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct SearchQuery {
    /// A name or part of one, 1 to 60 characters, or a whole code.
    pub q: String,
    /// Only under this unit.
    #[param(value_type = Option<String>)]
    pub under: Option<UnitCode>,
    /// Answers wanted, 1 to 100; 20 when absent.
    pub limit: Option<u32>,
}

/// Find units by name. Grids are found by their whole code only.
#[utoipa::path(get, path = "/api/v1/units", operation_id = "unit_search", tag = "unit", params(SearchQuery),
    responses((status = 200, body = Vec<UnitView>), ReadProblems))]
async fn search(
    State(realm): State<Realm>,
    who: Who,
    Query(query): Query<SearchQuery>,
) -> Answer<Vec<UnitView>> {
    who.require_holder()?;
    if !(1..=60).contains(&query.q.trim().chars().count()) {
        let (zh, en) = ("请输入1到60个字的名称", "Give a name of 1 to 60 characters");
        return Err(Refusal::invalid("q", zh, en).into());
    }
    let most = usize::try_from(wangge_web::extract::read_limit(query.limit)?).unwrap_or(20);
    let units = realm.units();
    let found = units.search(&query.q, query.under.as_ref(), most);
    Ok(Json(found.into_iter().map(UnitView::from).collect()))
}

/// A post that a unit has.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PostView {
    /// Code.
    pub code: String,
    /// Board.
    pub board: Board,
    /// Name.
    pub name: String,
    /// Name in English.
    pub name_en: String,
    /// What it is for.
    pub role: Role,
    /// `24h`, `day` or `on_call`.
    pub staffed: String,
    /// Office, service station or dispatched body that fills it.
    pub formed_from: String,
    /// Who stands in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deputy: Option<String>,
    /// A post that may not act on the same case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub must_not_be_same_as: Option<String>,
}

/// The posts of a unit.
#[utoipa::path(get, path = "/api/v1/units/{code}/posts", operation_id = "unit_posts", tag = "unit", params(("code" = String, Path)),
    responses((status = 200, body = Vec<PostView>), ReadProblems))]
async fn posts(State(realm): State<Realm>, who: Who, Path(code): Path<UnitCode>) -> Answer<Vec<PostView>> {
    who.require_holder()?;
    let units = realm.units();
    let kind = found(&units, &code)?.kind();
    let view = |post: &super::Post| PostView {
        code: post.code.to_string(),
        board: post.board,
        name: post.name.clone(),
        name_en: post.name_en.clone(),
        role: post.role,
        staffed: post.staffed.clone(),
        formed_from: post.formed_from.clone(),
        deputy: post.deputy.as_ref().map(ToString::to_string),
        must_not_be_same_as: post.must_not_be_same_as.as_ref().map(ToString::to_string),
    };
    Ok(Json(units.posts(kind).map(view).collect()))
}

/// An old line grid (多网合一).
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct AliasView {
    /// Whose grid it was, e.g. `cg` (urban management).
    pub scheme: String,
    /// Its name there.
    pub alias: String,
}

/// A step of a grid's descent.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DescentView {
    /// The one before.
    pub old: String,
    /// The one after.
    pub new: String,
    /// `split` or `merge`.
    pub kind: String,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub at: Instant,
}

/// Where a unit comes from.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct HistoryView {
    /// Old line grids merged into it.
    pub aliases: Vec<AliasView>,
    /// Splits and merges it took part in, oldest first.
    pub lineage: Vec<DescentView>,
}

/// Where a unit comes from: old line grids, splits and merges.
#[utoipa::path(get, path = "/api/v1/units/{code}/history", operation_id = "unit_history", tag = "unit", params(("code" = String, Path)),
    responses((status = 200, body = HistoryView), ReadProblems))]
async fn history(State(realm): State<Realm>, who: Who, Path(code): Path<UnitCode>) -> Answer<HistoryView> {
    who.require_holder()?;
    let units = realm.units();
    found(&units, &code)?;
    let edition = units.edition();
    let read = move |r: &mut wangge_store::Read| {
        Ok((verbs::aliases(r, edition, &code)?, verbs::lineage(r, edition, &code)?))
    };
    let (aliases, lineage) = realm.app.db().read(read).await?;
    Ok(Json(HistoryView {
        aliases: aliases.into_iter().map(|(scheme, alias)| AliasView { scheme, alias }).collect(),
        lineage: lineage
            .into_iter()
            .map(|d| DescentView { old: d.old.to_string(), new: d.new.to_string(), kind: d.kind, at: d.at })
            .collect(),
    }))
}

/// Which old line grid.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct AliasQuery {
    /// Whose grid it was, e.g. `cg`.
    pub scheme: String,
    /// Its name there.
    pub alias: String,
}

/// The unit that an old line grid was merged into.
#[utoipa::path(get, path = "/api/v1/unit-aliases", operation_id = "unit_by_alias", tag = "unit", params(AliasQuery),
    responses((status = 200, body = UnitView), ReadProblems))]
async fn by_alias(State(realm): State<Realm>, who: Who, Query(query): Query<AliasQuery>) -> Answer<UnitView> {
    who.require_holder()?;
    let units = realm.units();
    let edition = units.edition();
    let code = realm.app.db().read(move |r| verbs::by_alias(r, edition, &query.scheme, &query.alias)).await?;
    let code = code.ok_or_else(|| Refusal::not_found("没有这个原网格", "There is no such old grid"))?;
    Ok(Json(found(&units, &code)?.into()))
}

/// An edition of the geography.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct EditionView {
    /// Number.
    pub id: i64,
    /// Name.
    pub name: String,
    /// Where it stands.
    pub state: EditionState,
    /// Units when checked.
    pub units: i64,
    /// Grids when checked.
    pub grids: i64,
    /// When it came into force.
    #[schema(value_type = Option<String>, format = DateTime)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub activated: Option<Instant>,
    /// When the next one replaced it.
    #[schema(value_type = Option<String>, format = DateTime)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retired: Option<Instant>,
}

/// The editions of the geography, latest first, at most a hundred.
#[utoipa::path(get, path = "/api/v1/editions", operation_id = "edition_list", tag = "unit",
    responses((status = 200, body = Vec<EditionView>), ReadProblems))]
async fn editions(State(realm): State<Realm>, who: Who) -> Result<Json<Vec<EditionView>>, Problem> {
    who.require_holder()?;
    let view = |e: verbs::Edition| EditionView {
        id: e.id,
        name: e.name,
        state: e.state,
        units: e.units,
        grids: e.grids,
        activated: e.activated,
        retired: e.retired,
    };
    let all = realm.app.db().read(verbs::editions).await?;
    Ok(Json(all.into_iter().map(view).collect()))
}

/// Who is to govern a town.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Govern {
    /// A district or zone.
    #[schema(value_type = String)]
    pub parent: UnitCode,
}

/// Put a town under another district or zone from now on (system administrator of the city). Its
/// home shard and what was filed stay.
#[utoipa::path(post, path = "/api/v1/units/{code}/governor", operation_id = "unit_govern", tag = "unit", request_body = Govern,
    params(("code" = String, Path), ("Idempotency-Key" = String, Header)),
    responses((status = 204, description = "Done"), WriteProblems))]
async fn govern(
    State(realm): State<Realm>,
    who: Who,
    Path(code): Path<UnitCode>,
    key: IdemKey,
    Json(dto): Json<Govern>,
) -> Result<StatusCode, Problem> {
    let units = realm.units();
    let district = found(&units, &code)?.district().clone();
    let by = who.may(Verb::UnitAdmin, &realm.place_of(units.root())?)?.person.clone();
    let digest = once::digest(&by, &format!("unit.govern {code}"), &dto);
    let done = move |tx: &mut wangge_store::Tx| {
        once::once(tx, &district, &key, &digest, |tx| verbs::govern(tx, &units, &code, &dto.parent))
    };
    realm.app.db().write(done).await?;
    super::jobs::refresh(&realm).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The routes of this slice.
pub fn routes() -> OpenApiRouter<Realm> {
    OpenApiRouter::new()
        .routes(routes!(one))
        .routes(routes!(children))
        .routes(routes!(search))
        .routes(routes!(posts))
        .routes(routes!(history))
        .routes(routes!(by_alias))
        .routes(routes!(editions))
        .routes(routes!(govern))
}
