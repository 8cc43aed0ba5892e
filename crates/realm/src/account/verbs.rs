//! What can be done with accounts, posts and rosters. Rights are checked by the handlers through
//! `access::may`; these verbs keep the rules that hold for everybody.

use serde_json::json;
use wangge_base::{Board, Capacity, District, Instant, PostCode, Ref, Refusal, Role, Seat, UnitCode};
use wangge_store::{Read, Result, Tx, Value, outbox::Event, seal::Keys};

use super::{Account, Duty, Holding, flow, sql};
use crate::{audit, session};

/// A new account.
#[derive(Clone, Debug)]
pub struct NewAccount {
    /// Home district: that of the home unit, `city` for city offices.
    pub district: District,
    /// Login name, unique in the city; checked by [`flow::login_name`].
    pub login: String,
    /// PHC string of the password, from [`session::hash`].
    pub hash: String,
    /// How colleagues see it.
    pub called: String,
    /// Real name, sealed.
    pub name: Option<String>,
    /// Phone number, sealed.
    pub phone: Option<String>,
    /// The unit the person belongs to.
    pub home_unit: UnitCode,
    /// Who makes it: an account, or `setup`.
    pub by: String,
}

/// Makes an account without any post.
pub fn create(tx: &mut Tx, keys: &Keys, new: &NewAccount) -> Result<Ref<Account>> {
    flow::login_name(&new.login)?;
    let called = new.called.trim();
    if called.is_empty() || called.chars().count() > 40 {
        return Err(
            Refusal::invalid("called", "称呼须1至40个字", "The name shown has 1 to 40 characters").into()
        );
    }
    let at = Ref::new(new.district.clone(), tx.new_id::<Account>());
    let now = tx.now();
    let added =
        tx.exec(&sql::LOGIN_ADD, &[(&new.login).into(), (&at).into(), (&new.hash).into(), now.into()])?;
    if added == 0 {
        return Err(Refusal::not_allowed(
            "account.login_taken",
            "登录名已有人使用,请换一个",
            "This login name is taken; choose another",
        )
        .into());
    }
    let row = at.id.to_string();
    let sealed = |column, text: &Option<String>| -> Result<Option<Vec<u8>>> {
        text.as_ref().map(|text| keys.seal("account", &row, column, text.as_bytes())).transpose()
    };
    let (name, phone) = (sealed("name", &new.name)?, sealed("phone", &new.phone)?);
    let values: [Value; 8] = [
        (&at.district).into(),
        at.id.into(),
        called.into(),
        name.into(),
        phone.into(),
        (&new.home_unit).into(),
        now.into(),
        (&new.by).into(),
    ];
    tx.exec(&sql::ACCOUNT_ADD, &values)?;
    audit::write(tx, &at.district, &new.by, audit::Kind::AccountCreated, &at.to_string(), &json!({}))?;
    Ok(at)
}

/// The account, open or closed.
pub fn person(r: &mut Read, at: &Ref<Account>) -> Result<Account> {
    let found = r.opt(&sql::ACCOUNT_GET, &[(&at.district).into(), at.id.into()], sql::account)?;
    found.ok_or_else(|| Refusal::not_found("没有这个账号", "There is no such account").into())
}

/// The log-in name of an account and whether its password is a one-time one; none once it is closed.
pub fn login_of(r: &mut Read, at: &Ref<Account>) -> Result<Option<(String, bool)>> {
    r.opt(&sql::LOGIN_OF, &[at.into()], |row| Ok((row.text(0)?, row.bool(1)?)))
}

/// The account behind a login name.
pub fn by_login(r: &mut Read, login: &str) -> Result<Option<Ref<Account>>> {
    r.opt(&sql::ACCOUNT_OF_LOGIN, &[login.into()], |row| row.parse(0))
}

/// One holding, current or past.
pub fn holding(r: &mut Read, at: &Ref<Holding>) -> Result<Holding> {
    let found = r.opt(&sql::HOLDING_GET, &[(&at.district).into(), at.id.into()], sql::holding)?;
    found.ok_or_else(|| Refusal::not_found("没有这条任职记录", "There is no such holding").into())
}

/// The posts a person holds now or will hold.
pub fn holdings_of(r: &mut Read, account: &Ref<Account>) -> Result<Vec<Holding>> {
    let now = r.now();
    let values = [(&account.district).into(), account.id.into(), now.into()];
    r.query(&sql::HOLDING_OF_ACCOUNT, &values, sql::holding)
}

/// Who holds a seat now, among accounts at home in `district`.
pub fn current_holders(r: &mut Read, district: &District, seat: &Seat) -> Result<Vec<Holding>> {
    let now = r.now();
    let mut values: Vec<Value> = vec![district.into(), (&seat.unit).into(), now.into()];
    match &seat.post {
        None => r.query(&sql::HOLDING_OF_UNIT, &values, sql::holding),
        Some(post) => {
            values.push(post.into());
            r.query(&sql::HOLDING_OF_SEAT, &values, sql::holding)
        }
    }
}

/// Open accounts of a unit by id, after `after`: at home there, or holding a post there.
pub fn list(
    r: &mut Read,
    district: &District,
    unit: &UnitCode,
    after: &str,
    limit: i64,
) -> Result<Vec<Account>> {
    let now = r.now();
    let values = [district.into(), unit.into(), now.into(), after.into(), limit.into()];
    r.query(&sql::ACCOUNT_LIST, &values, sql::account)
}

/// A post to be granted.
#[derive(Clone, Debug)]
pub struct Grant {
    /// To whom.
    pub account: Ref<Account>,
    /// Working unit.
    pub unit: UnitCode,
    /// Its post.
    pub post: PostCode,
    /// What the post is for.
    pub role: Role,
    /// Its board.
    pub board: Board,
    /// How it is held.
    pub capacity: Capacity,
    /// For seconded people: the unit that sends them.
    pub home_unit: Option<UnitCode>,
    /// From when; absent: now.
    pub starts: Option<Instant>,
    /// Until when; absent: open.
    pub ends: Option<Instant>,
    /// Who grants it: an account, or `setup`.
    pub by: String,
}

/// Grants a post. Nobody grants to himself, and the hands of administration stay apart.
pub fn grant(tx: &mut Tx, it: &Grant) -> Result<Ref<Holding>> {
    let account = person(tx, &it.account)?;
    let now = tx.now();
    let starts = it.starts.unwrap_or(now);
    if account.closed.is_some() {
        return Err(Refusal::not_allowed("account.closed", "账号已停用", "The account is closed").into());
    }
    if it.by == it.account.to_string() {
        return Err(Refusal::forbidden(
            "不能给自己授予岗位,请另一位管理员办理",
            "Nobody grants a post to himself; ask another administrator",
        )
        .into());
    }
    if it.ends.is_some_and(|ends| ends <= starts) {
        return Err(
            Refusal::invalid("ends", "结束时间须晚于开始时间", "The end must be after the start").into()
        );
    }
    for held in holdings_of(tx, &it.account)? {
        if flow::excludes(held.role, it.role) {
            return Err(Refusal::not_allowed(
                "holding.hands_apart",
                "系统管理、安全管理、审计三员分立,且不得兼任业务岗位",
                "System, security and audit administration exclude each other and every other post",
            )
            .into());
        }
        let overlaps = it.ends.is_none_or(|ends| held.starts < ends) && held.ends.is_none_or(|e| starts < e);
        if held.unit == it.unit && held.post == it.post && overlaps {
            return Err(Refusal::not_allowed(
                "holding.held_already",
                "此人这段时间已任该岗位",
                "This person holds that post in this period already",
            )
            .into());
        }
    }
    save_grant(tx, it, starts)
}

fn save_grant(tx: &mut Tx, it: &Grant, starts: Instant) -> Result<Ref<Holding>> {
    let at = Ref::new(it.account.district.clone(), tx.new_id::<Holding>());
    let now = tx.now();
    let values: [Value; 13] = [
        (&at.district).into(),
        at.id.into(),
        it.account.id.into(),
        (&it.unit).into(),
        (&it.post).into(),
        it.role.word().into(),
        it.board.word().into(),
        it.capacity.word().into(),
        it.home_unit.as_ref().into(),
        starts.into(),
        it.ends.into(),
        (&it.by).into(),
        now.into(),
    ];
    tx.exec(&sql::HOLDING_ADD, &values)?;
    let facts =
        json!({"holding": at, "unit": it.unit, "post": it.post, "role": it.role, "capacity": it.capacity});
    let who = it.account.to_string();
    audit::write(tx, &at.district, &it.by, audit::Kind::HoldingGranted, &who, &facts)?;
    tx.emit(Event {
        district: at.district.clone(),
        kind: "holding.granted",
        subject: at.to_string(),
        scope: vec![it.unit.to_string()],
        data: json!({"account": who}),
    });
    Ok(at)
}

/// How much open work lies with a post, told by the slices that know (see `Realm::on_leaving`).
pub type OpenWork<'a> = &'a dyn Fn(&mut Read, &Holding) -> Result<i64>;

/// Leaves a post. Work lies with seats, so it stays where it is as long as somebody sits there:
/// if the last holder goes while work is open, a successor must be named, who takes the post as
/// acting in the same transaction. The event `holding.ended` lets other slices move what names the
/// person.
pub fn leave(
    tx: &mut Tx,
    at: &Ref<Holding>,
    successor: Option<&Ref<Account>>,
    by: &str,
    open_work: OpenWork<'_>,
) -> Result<()> {
    let held = holding(tx, at)?;
    let now = tx.now();
    if !held.holds_at(now) && held.starts <= now {
        return Err(
            Refusal::not_allowed("holding.ended", "该任职已结束", "This post was left already").into()
        );
    }
    let others = current_holders(tx, &at.district, &held.seat())?;
    let manned = others.iter().any(|other| other.account != held.account);
    match successor {
        Some(next) if *next == held.person() => {
            return Err(
                Refusal::invalid("successor", "接任人不能是本人", "The successor is somebody else").into()
            );
        }
        Some(next) if !others.iter().any(|other| other.person() == *next) => {
            let grant_it = Grant {
                account: next.clone(),
                unit: held.unit.clone(),
                post: held.post.clone(),
                role: held.role,
                board: held.board,
                capacity: Capacity::Acting,
                home_unit: None,
                starts: Some(now),
                ends: None,
                by: by.to_owned(),
            };
            same_home(&at.district, next)?;
            grant(tx, &grant_it)?;
        }
        Some(_) => {}
        None if manned => {}
        None => {
            let open = open_work(tx, &held)?;
            if open > 0 {
                return Err(Refusal::not_allowed(
                    "holding.open_work",
                    format!("该岗位还有{open}件未办结的工作且无人接手,请指定接任人"),
                    format!(
                        "{open} pieces of work lie with this post and nobody else holds it; name a successor"
                    ),
                )
                .into());
            }
        }
    }
    end(tx, &held, successor, by)
}

fn same_home(district: &District, next: &Ref<Account>) -> Result<()> {
    if next.district == *district {
        return Ok(());
    }
    Err(Refusal::invalid(
        "successor",
        "接任人的账号不在同一区县,请先由对方区县授予岗位",
        "The successor's account is at home in another district: let that district grant the post first",
    )
    .into())
}

/// Ends a holding without looking for open work: for closing what [`leave`] has checked.
pub fn end(tx: &mut Tx, held: &Holding, successor: Option<&Ref<Account>>, by: &str) -> Result<()> {
    let at = &held.at;
    let now = tx.now();
    let gone = tx.exec(&sql::HOLDING_END, &[(&at.district).into(), at.id.into(), now.into(), by.into()])?;
    if gone == 0 {
        return Err(
            Refusal::not_allowed("holding.ended", "该任职已结束", "This post was left already").into()
        );
    }
    let facts = json!({"holding": at, "unit": held.unit, "post": held.post, "successor": successor});
    let who = held.person().to_string();
    audit::write(tx, &at.district, by, audit::Kind::HoldingEnded, &who, &facts)?;
    tx.emit(Event {
        district: at.district.clone(),
        kind: "holding.ended",
        subject: at.to_string(),
        scope: vec![held.unit.to_string()],
        data: json!({"account": who, "unit": held.unit, "post": held.post, "successor": successor}),
    });
    Ok(())
}

/// Closes an account: every post must have been left (with its work) before. Its sessions end.
pub fn close(tx: &mut Tx, at: &Ref<Account>, by: &str) -> Result<()> {
    let held = holdings_of(tx, at)?;
    if !held.is_empty() {
        let posts: Vec<String> = held.iter().map(|h| format!("{}/{}", h.unit, h.post)).collect();
        return Err(Refusal::not_allowed(
            "account.holds_posts",
            format!("此人还任着岗位({}),请先办理离岗交接", posts.join("、")),
            format!("Posts are still held ({}); hand them over first", posts.join(", ")),
        )
        .into());
    }
    let now = tx.now();
    let closed = tx.exec(&sql::ACCOUNT_CLOSE, &[(&at.district).into(), at.id.into(), now.into()])?;
    if closed == 0 {
        return Err(Refusal::not_allowed("account.closed", "账号已停用", "The account is closed").into());
    }
    tx.exec(&sql::LOGIN_DROP, &[at.into()])?;
    session::revoke_all(tx, at, None)?;
    audit::write(tx, &at.district, by, audit::Kind::AccountClosed, &at.to_string(), &json!({}))
}

/// Replaces the roster of one seat between `from` and `to` by `duties`, all within that period.
/// Whoever is listed must hold the post through the whole shift.
pub fn set_roster(
    tx: &mut Tx,
    district: &District,
    unit: &UnitCode,
    post: &PostCode,
    (from, to): (Instant, Instant),
    duties: &[(Ref<Account>, Instant, Instant)],
    by: &str,
) -> Result<()> {
    if from >= to || duties.len() > 500 {
        return Err(Refusal::invalid("from", "排班时段无效", "The period of the roster is not valid").into());
    }
    let seat: [Value; 3] = [district.into(), unit.into(), post.into()];
    let [a, b, c] = seat.clone();
    tx.exec(&sql::ROSTER_CLEAR, &[a, b, c, from.into(), to.into()])?;
    let now = tx.now();
    for (i, (account, starts, ends)) in duties.iter().enumerate() {
        if starts >= ends || *starts < from || *ends > to {
            return Err(Refusal::invalid(
                &format!("/shifts/{i}"),
                "班次须在所排时段之内,且结束晚于开始",
                "A shift lies within the period and ends after it starts",
            )
            .into());
        }
        let key = [(&account.district).into(), account.id.into(), unit.into(), post.into()];
        let periods = tx.query(&sql::HOLDING_PERIODS, &key, |row| Ok((row.at(0)?, row.opt_at(1)?)))?;
        if !flow::covers(&periods, *starts, *ends) {
            return Err(Refusal::invalid(
                &format!("/shifts/{i}/account"),
                format!("此人在该班次内没有任{unit}的{post}岗位,不能排班"),
                format!("This person does not hold {post} at {unit} throughout that shift"),
            )
            .into());
        }
        let [a, b, c] = seat.clone();
        let row = [a, b, c, (*starts).into(), account.into(), (*ends).into(), by.into(), now.into()];
        tx.exec(&sql::ROSTER_ADD, &row)?;
    }
    Ok(())
}

/// The roster of a unit between two moments.
pub fn roster(
    r: &mut Read,
    district: &District,
    unit: &UnitCode,
    from: Instant,
    to: Instant,
) -> Result<Vec<Duty>> {
    let values = [district.into(), unit.into(), from.into(), to.into()];
    r.query(&sql::ROSTER_LIST, &values, sql::duty)
}

/// Everybody on duty in a unit at `at`.
pub fn duty(r: &mut Read, district: &District, unit: &UnitCode, at: Instant) -> Result<Vec<Duty>> {
    r.query(&sql::ROSTER_NOW, &[district.into(), unit.into(), at.into()], sql::duty)
}

/// Accounts on duty for a seat at `at`: those rostered for its post, or, if the seat names none or
/// nobody is rostered for it, whoever is on duty in the unit.
pub fn on_duty(r: &mut Read, district: &District, seat: &Seat, at: Instant) -> Result<Vec<Ref<Account>>> {
    let all = duty(r, district, &seat.unit, at)?;
    let of_post: Vec<_> =
        all.iter().filter(|d| d.seat.post == seat.post).map(|d| d.account.clone()).collect();
    let mut people = if of_post.is_empty() { all.into_iter().map(|d| d.account).collect() } else { of_post };
    let mut seen = std::collections::HashSet::new();
    people.retain(|one: &Ref<Account>| seen.insert(one.to_string()));
    Ok(people)
}
