//! Giving a link out, taking it back, and what its bearer can do: look, and answer.

use wangge_base::{Actor, Holder, Instant, Ref, Refusal};
use wangge_realm::access::{self, Verb};
use wangge_store::{Read, Result, Tx};

use super::{Link, Token, sql};
use crate::{
    Command, World,
    case::{
        Action, Case,
        verbs::{self, File, Receipt},
    },
};

/// Links of one case that open at the same time.
const MOST: usize = 10;

/// What the handler writes for a contractor.
#[derive(Clone, Debug)]
pub struct Giving {
    /// For whom, 1 to 60 characters.
    pub name: String,
    /// What is to be done, up to 500 characters.
    pub note: String,
    /// First moment it no longer opens; at most 90 days from now.
    pub until: Instant,
}

/// The token of a link, and what the database keeps of it: it can be worked out again from the key,
/// so none is stored.
pub fn token(world: &World, link: &Ref<Link>) -> (Ref<Token>, Vec<u8>) {
    let secret = world.keys.blind("case.link", &link.to_string());
    let id: String = secret[..16].iter().map(|byte| format!("{byte:02x}")).collect();
    // 16 bytes always read back as an id; the link's own id never stands in for a token.
    let id = id.parse().unwrap_or_else(|_never| link.id.cast());
    let token = Ref::new(link.district.clone(), id);
    let hash = hash(world, &token);
    (token, hash)
}

fn hash(world: &World, token: &Ref<Token>) -> Vec<u8> {
    world.keys.blind("case.link.hash", &token.to_string()).to_vec()
}

/// Whoever is charged with handling an open case, or its centre.
fn handled(tx: &mut Read, world: &World, holder: &Holder, at: &Ref<Case>) -> Result<File> {
    let file = verbs::load(tx, at)?;
    access::may(holder, Verb::CaseAct, &verbs::subject(&file))?;
    let actor = Actor::Holder(Box::new(holder.clone()));
    let hers = verbs::with_view(world, &actor, false, &file, (None, None), |view| {
        view.relation.holder || view.relation.handler || view.relation.centre
    })?;
    if hers {
        return Ok(file);
    }
    Err(Refusal::forbidden(
        "只有承办人可以给外协单位发链接",
        "Only whoever handles the case gives out a link to it",
    )
    .into())
}

/// Gives out a link.
///
/// # Errors
/// `Invalid` by field; `NotAllowed` when the case is not being handled, or has ten open links.
pub fn give(tx: &mut Tx, world: &World, holder: &Holder, at: &Ref<Case>, it: &Giving) -> Result<Ref<Link>> {
    let now = tx.now();
    let file = handled(tx, world, holder, at)?;
    if !file.case.state.is_open() || file.case.handler.is_none() {
        return Err(Refusal::not_allowed(
            "link.nobody_handles",
            "案件还没有承办人或已办结,不能发链接",
            "The case has no handler yet, or has ended: there is nothing to share",
        )
        .into());
    }
    check(it, now)?;
    let mine = of_case(tx, world, at)?;
    if mine.iter().filter(|link| opens(link, now)).count() >= MOST {
        return Err(Refusal::not_allowed(
            "link.many",
            "一件案件最多同时有10个有效链接",
            "A case has at most ten links at a time",
        )
        .into());
    }
    let link = Ref::new(at.district.clone(), tx.new_id::<Link>());
    let (_, hash) = token(world, &link);
    let name = world.keys.seal("contractor_link", &link.to_string(), "name", it.name.trim().as_bytes())?;
    let row = [
        (&at.district).into(),
        link.id.into(),
        at.id.into(),
        hash.into(),
        name.into(),
        it.note.trim().into(),
        it.until.into(),
        now.into(),
        holder.person.as_str().into(),
    ];
    tx.exec(&sql::INSERT, &row)?;
    Ok(link)
}

fn check(it: &Giving, now: Instant) -> Result<(), Refusal> {
    if !(1..=60).contains(&it.name.trim().chars().count()) {
        return Err(Refusal::invalid("name", "名称须1至60个字", "A name has 1 to 60 characters"));
    }
    if it.note.chars().count() > 500 {
        return Err(Refusal::invalid("note", "最多500个字", "At most 500 characters"));
    }
    if it.until <= now || it.until > now.plus_minutes(90 * 24 * 60) {
        return Err(Refusal::invalid(
            "until",
            "截止时间须在90天之内且晚于现在",
            "The end lies after now and within 90 days",
        ));
    }
    Ok(())
}

/// The links of a case, for whoever handles it.
pub fn list(r: &mut Read, world: &World, holder: &Holder, at: &Ref<Case>) -> Result<(bool, Vec<Link>)> {
    let file = handled(r, world, holder, at)?;
    Ok((file.case.state.is_open(), of_case(r, world, at)?))
}

fn of_case(r: &mut Read, world: &World, at: &Ref<Case>) -> Result<Vec<Link>> {
    r.query(&sql::OF_CASE, &[(&at.district).into(), at.id.into()], |row| sql::link(row, &world.keys))
}

/// Whether a link opens at `now`, its case aside.
pub fn opens(link: &Link, now: Instant) -> bool {
    link.revoked.is_none() && now < link.until
}

/// Takes a link back; twice is once.
pub fn revoke(tx: &mut Tx, world: &World, holder: &Holder, at: &Ref<Case>, link: &Ref<Link>) -> Result<()> {
    handled(tx, world, holder, at)?;
    let now = tx.now();
    let row = [(&at.district).into(), at.id.into(), link.id.into(), now.into()];
    if link.district != at.district || tx.exec(&sql::REVOKE, &row)? == 0 {
        return Err(Refusal::not_found("没有这个链接", "There is no such link").into());
    }
    Ok(())
}

/// The link and its case, while both are open.
///
/// # Errors
/// `NotFound` for a token that fits none; `NotAllowed` once it has ended.
pub fn open(r: &mut Read, world: &World, token: &Ref<Token>) -> Result<(Link, File)> {
    let key = [(&token.district).into(), hash(world, token).into()];
    let found = r.opt(&sql::BY_TOKEN, &key, |row| sql::link(row, &world.keys))?;
    let link = found.ok_or_else(|| {
        Refusal::not_found("链接无效,请向承办人索取", "This link is not valid: ask whoever gave it to you")
    })?;
    let file = verbs::load(r, &Ref::new(token.district.clone(), link.case))?;
    if !opens(&link, r.now()) || !file.case.state.is_open() {
        return Err(Refusal::not_allowed(
            "link.ended",
            "链接已失效:案件已办结、已到期或已收回",
            "The link has ended: the case is closed, its date has passed, or it was taken back",
        )
        .into());
    }
    Ok((link, file))
}

/// What the bearer answers becomes a step on the timeline, and whoever handles the case is told.
pub fn answer(tx: &mut Tx, world: &World, token: &Ref<Token>, cmd: &Command<Action>) -> Result<Receipt> {
    let (link, file) = open(tx, world, token)?;
    verbs::act(tx, world, &Actor::Link(link.at.id.to_string()), false, &file.case.at, cmd)
}
