//! From a file to the database: read, check, and only then write at once. `wangge import`, the demo
//! and the tests all come through here.

#[cfg(test)]
mod tests;

use std::{path::Path, process::ExitCode, sync::Mutex};

use wangge_base::{Clock, Instant};
use wangge_realm::unit;
use wangge_store::{Error, Result};
use wangge_work::{admission, calendar as days};

use super::{
    Progress, Report, Summary, Table, accounts, calendar, differ, matters, office, posts, read,
    report::words, units,
};
use crate::{
    cli::{ImportArgs, What},
    config::Config,
    first,
    house::House,
    trouble::{Doing as _, Outcome, Trouble},
};

/// Hints shown of an import that has more of them.
const HINTS: usize = 100;
/// Exit code when a file has bad rows: nothing was written.
const BAD_ROWS: u8 = 2;

/// `wangge import`.
///
/// # Errors
/// A file that cannot be read at all, a database that cannot be reached.
pub async fn run(config: Config, args: ImportArgs) -> Outcome<ExitCode> {
    let house = House::open(config, Clock::system()).await?;
    let effective = moment(&house, args.effective.as_deref())?;
    let (mut report, mut progress) = (Report::default(), Progress::stderr());
    let mut job = Job { house: &house, dry_run: args.dry_run, report: &mut report, progress: &mut progress };
    let name = args.edition.clone().unwrap_or_else(|| edition_name(&args.file, effective));
    let done = match args.what {
        What::Units => job.geography(&name, Some(&args.file), None).await?,
        What::Grids => job.geography(&name, None, Some(&args.file)).await?,
        What::Matters => job.matters(&args.file, effective).await?,
        What::Accounts => job.accounts(&args.file, Hands::Operator).await?,
        What::Calendar => job.calendar(&args.file).await?,
        What::Office => job.office(&args.file).await?,
        What::Posts => job.posts(&args.file).await?,
        What::Water => job.water(&args.file).await?,
        What::Buildings => job.buildings(&args.file).await?,
        What::Points => job.points(&args.file).await?,
        What::Residents => job.residents(&args.file).await?,
        What::Objects => job.objects(&args.file).await?,
    };
    drop(progress);
    print!("{}", report.table());
    if let Some(path) = &args.report {
        report.write(path)?;
    }
    match done {
        Some(done) => {
            let dry =
                if args.dry_run { "(只检查,未写入 · checked only, nothing written)" } else { "" };
            for (login, password) in &done.passwords {
                println!("{login}  {password}");
            }
            print!("{}", report.hints());
            println!("{}行 · {} rows: {} · {} {dry}", done.rows, done.rows, done.zh, done.en);
            Ok(ExitCode::SUCCESS)
        }
        None => {
            let bad = report.bad().len();
            println!("{bad}处有误,什么都没有写入 · {bad} faults, nothing was written");
            Ok(ExitCode::from(BAD_ROWS))
        }
    }
}

/// When what is imported begins to count: the first moment of a date in the city, or now.
pub(super) fn moment(house: &House, date: Option<&str>) -> Outcome<Instant> {
    let Some(text) = date else { return Ok(house.db().clock().now()) };
    let date = text.parse().doing("reading --effective, a date like 2026-01-31")?;
    Ok(house.work.world().calendars.get(None).start_of(date))
}

fn edition_name(file: &Path, at: Instant) -> String {
    let name = file.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let at = at.to_string();
    format!("{name} {}", at.get(..16).unwrap_or(&at))
}

/// Whose hands an import of people is in: the operator's at first set-up may do all; afterwards one
/// administrator makes accounts and another grants posts, from the same file.
#[derive(Clone, Debug)]
pub enum Hands {
    /// `wangge import`: accounts and their posts.
    Operator,
    /// The system administrator of this account: accounts only.
    Accounts(String),
    /// The security administrator of this account: posts only.
    Posts(String),
}

impl Hands {
    /// Who is written down.
    pub fn by(&self) -> &str {
        match self {
            Self::Operator => "setup",
            Self::Accounts(by) | Self::Posts(by) => by,
        }
    }
}

/// One import: where to, whether only to check, and where faults and progress go. Every function
/// answers `None` when the file has faults: they stand in `report`, and nothing was written.
pub struct Job<'a> {
    /// Where to.
    pub house: &'a House,
    /// Check everything, write nothing.
    pub dry_run: bool,
    /// Where faults go.
    pub report: &'a mut Report,
    /// Where progress is shown.
    pub progress: &'a mut Progress,
}

impl Job<'_> {
    /// Units, the grids' borders, or both, as one edition that counts at once.
    ///
    /// # Errors
    /// A file that cannot be read at all, a database that cannot be reached.
    pub async fn geography(
        &mut self,
        name: &str,
        units_file: Option<&Path>,
        grids_file: Option<&Path>,
    ) -> Outcome<Option<Summary>> {
        let calendars = self.house.work.world().calendars;
        let mut rows = 0;
        let units = match units_file {
            None => None,
            Some(file) => {
                let table = read(file, self.report, self.progress)?;
                rows += table.rows.len();
                Some(units::units(&table, &calendars, self.report)?)
            }
        };
        let shapes = match grids_file {
            None => None,
            Some(file) => {
                let table = read(file, self.report, self.progress)?;
                rows += table.rows.len();
                Some(units::grids(&table, self.report)?)
            }
        };
        if !self.report.is_clean() {
            return Ok(None);
        }
        let before = self.house.work.realm.units();
        let differences = units.as_ref().map_or_else(Vec::new, |units| differ::units(units, &before));
        let what = unit::verbs::Import {
            name: name.to_owned(),
            units,
            shapes,
            dry_run: self.dry_run,
            band: self.house.config.band(),
        };
        let told = Mutex::new((0, &mut *self.progress));
        let say = |done: usize, total: usize| {
            let Ok(mut told) = told.lock() else { return };
            let (before, progress) = &mut *told;
            if *before == 0 {
                progress.begin("写入 · staging", total as u64);
            }
            progress.step(done.saturating_sub(*before) as u64);
            *before = done;
        };
        let imported = unit::verbs::import(self.house.db(), what, say).await;
        self.progress.end();
        let Some(imported) = self.refused(imported)? else { return Ok(None) };
        let checked = imported.checked;
        for fault in checked.faults.iter().filter(|fault| fault.grave) {
            self.report.fault(fault);
        }
        if !self.report.is_clean() {
            return Ok(None);
        }
        self.reload().await?;
        let (units, grids, area, hints) =
            (checked.units, checked.grids, checked.area_km2, checked.faults.len());
        for fault in checked.faults.iter().take(HINTS) {
            self.report.hint(fault);
        }
        let edition = imported.edition.map_or("-".to_owned(), |n| n.to_string());
        Ok(Some(
            Summary::new(
                rows,
                format!("版次{edition}:{units}个单位,{grids}个网格,{area:.0}平方公里,{hints}处提示"),
                format!("edition {edition}: {units} units, {grids} grids, {area:.0} km², {hints} hints"),
            )
            .with(differences),
        ))
    }

    /// The catalogue of matters: in force from `effective` while the lists are being set up, afterwards as drafts that go
    /// through admission.
    ///
    /// # Errors
    /// As [`geography`](Self::geography).
    pub async fn matters(&mut self, file: &Path, effective: Instant) -> Outcome<Option<Summary>> {
        let table = read(file, self.report, self.progress)?;
        let beside = file.parent().unwrap_or(Path::new("."));
        let entries = matters::matters(&table, beside, &self.house.work.world().matters, self.report)?;
        if !self.report.is_clean() {
            return Ok(None);
        }
        let rows = entries.len();
        let differences = differ::matters(&entries, &self.house.work.world().matters);
        let (db, world, all) = (self.house.db(), self.house.work.world(), entries.clone());
        let looked = db.read(move |r| admission::verbs::coming(r, &world, &all, effective)).await;
        let Some(coming) = self.refused(looked)? else { return Ok(None) };
        for (code, field) in coming.wrong {
            let here = table.rows.iter().find(|row| table.get(row, "code") == code.as_str());
            self.report.field(here.map_or(0, |row| row.number), field);
        }
        if !self.report.is_clean() {
            return Ok(None);
        }
        let mut numbers = Vec::new();
        if !self.dry_run {
            let world = self.house.work.world();
            let done = self
                .house
                .db()
                .write(move |tx| admission::verbs::bring(tx, &world, &entries, effective))
                .await;
            let Some((_, drafts)) = self.refused(done)? else { return Ok(None) };
            numbers = drafts;
        }
        self.house.work.refresh().await.doing("loading the catalogue")?;
        let (new, same, waiting, count) =
            (coming.new, coming.unchanged, coming.waiting, coming.proposals.len());
        let summary = if coming.set_up {
            Summary::new(
                rows,
                format!("{new}个事项有新版本,{same}个未变"),
                format!("{new} matters have a new version, {same} are unchanged"),
            )
        } else {
            let named = numbers.join("、");
            Summary::new(
                rows,
                format!(
                    "清单已在施行,变动须经准入:{new}个事项列入{count}件准入申请草稿{named},{waiting}个已在申请中,{same}个未变;请清单管理岗在“准入”中核对后提交"
                ),
                format!(
                    "the lists are in force, so changes go through admission: {new} matters stand in {count} drafts {named}, {waiting} are proposed already, {same} are unchanged; the list office looks at them under Admission and hands them in"
                ),
            )
        };
        Ok(Some(summary.with(differences)))
    }

    /// Public holidays and make-up workdays.
    ///
    /// # Errors
    /// As [`geography`](Self::geography).
    pub async fn calendar(&mut self, file: &Path) -> Outcome<Option<Summary>> {
        let table = read(file, self.report, self.progress)?;
        let holidays = calendar::calendar(&table, self.report)?;
        if !self.report.is_clean() {
            return Ok(None);
        }
        let years: Vec<_> = holidays.years().map(|y| y.to_string()).collect();
        let years = if years.is_empty() { "-".to_owned() } else { years.join(", ") };
        let differences = differ::calendar(&holidays, self.house.work.world().calendars.holidays());
        if !self.dry_run {
            let done = self.house.db().write(move |tx| days::import_days(tx, &holidays)).await;
            if self.refused(done)?.is_none() {
                return Ok(None);
            }
            self.house.work.refresh().await.doing("loading the calendars")?;
        }
        let (zh, en) = (format!("年份 {years}"), format!("years {years}"));
        Ok(Some(Summary::new(table.rows.len(), zh, en).with(differences)))
    }

    /// Office hours of units, and named sets of them.
    ///
    /// # Errors
    /// As [`geography`](Self::geography).
    pub async fn office(&mut self, file: &Path) -> Outcome<Option<Summary>> {
        let table = read(file, self.report, self.progress)?;
        let all = office::office(&table, &self.house.work.realm.units(), self.report)?;
        if !self.report.is_clean() {
            return Ok(None);
        }
        let count = all.len();
        if !self.dry_run {
            // One transaction has one home: the units of a district together.
            for (district, portion) in office::portions(all) {
                let done = self.house.db().write(move |tx| {
                    portion.iter().try_for_each(|one| match &one.of {
                        office::Of::Unit(_, unit) => {
                            days::verbs::set_unit(tx, &district, unit, one.office.as_ref(), "setup")
                        }
                        office::Of::Set(name) => days::set_office(tx, name, one.office.as_ref()),
                    })
                });
                let done = done.await;
                if self.refused(done)?.is_none() {
                    return Ok(None);
                }
            }
            self.house.work.refresh().await.doing("loading the calendars")?;
        }
        Ok(Some(Summary::new(
            table.rows.len(),
            format!("{count}处办公时间"),
            format!("{count} sets of office hours"),
        )))
    }

    /// Posts of units.
    ///
    /// # Errors
    /// As [`geography`](Self::geography).
    pub async fn posts(&mut self, file: &Path) -> Outcome<Option<Summary>> {
        let table = read(file, self.report, self.progress)?;
        let posts = posts::posts(&table, self.report)?;
        if !self.report.is_clean() {
            return Ok(None);
        }
        let count = posts.len();
        if !self.dry_run {
            let units = self.house.work.realm.units();
            let done = self.house.db().write(move |tx| unit::verbs::put_posts(tx, &units, &posts)).await;
            if self.refused(done)?.is_none() {
                return Ok(None);
            }
            self.reload().await?;
        }
        Ok(Some(Summary::new(table.rows.len(), format!("{count}个岗位"), format!("{count} posts"))))
    }

    /// Accounts and the posts they hold, as far as `hands` may. First passwords are random and stand in
    /// the summary, once.
    ///
    /// # Errors
    /// As [`geography`](Self::geography).
    pub async fn accounts(&mut self, file: &Path, hands: Hands) -> Outcome<Option<Summary>> {
        let table = read(file, self.report, self.progress)?;
        let world = self.house.work.world();
        let persons = accounts::accounts(&table, &world.units, &world.calendars, self.report)?;
        let mut persons = self.known(&table, persons).await?;
        if matches!(hands, Hands::Posts(_)) {
            for row in &table.rows {
                let login = table.get(row, "login").to_ascii_lowercase();
                if persons.iter().any(|p| p.is_new && p.login == login) {
                    let (zh, en) = (
                        "还没有这个账号,请先由系统管理员建立",
                        "no such account yet: the system administrator makes it first",
                    );
                    self.report.row(row.number, "login", zh, en);
                }
            }
        }
        if !self.report.is_clean() {
            return Ok(None);
        }
        let mut done = accounts::Written::default();
        let differences = differ::accounts(&persons);
        let mut first_passwords = Vec::new();
        if !self.dry_run {
            let realm = &self.house.work.realm;
            self.progress.begin("口令 · passwords", persons.len() as u64);
            for person in persons.iter_mut() {
                if person.is_new {
                    let password = first::password();
                    person.hash = realm.hash_password(password.clone()).await.doing("hashing a password")?;
                    first_passwords.push((person.login.clone(), password));
                }
                self.progress.step(1);
            }
            self.progress.end();
            for portion in accounts::portions(persons) {
                let keys = realm.app.keys().clone();
                let hands = hands.clone();
                let wrote =
                    self.house.db().write(move |tx| accounts::write(tx, &keys, &portion, &hands)).await;
                let Some(wrote) = self.refused(wrote)? else { return Ok(None) };
                done.accounts += wrote.accounts;
                done.posts += wrote.posts;
            }
        }
        let (accounts, posts) = (done.accounts, done.posts);
        let summary = Summary::new(
            table.rows.len(),
            format!("新增{accounts}个账号,授予{posts}个岗位;初始口令只显示这一次"),
            format!("{accounts} accounts made, {posts} posts granted; first passwords are shown only now"),
        );
        Ok(Some(Summary { passwords: first_passwords, ..summary.with(differences) }))
    }

    /// Notes logins of the file that are somebody else's, and finds out who is new.
    async fn known(
        &mut self,
        table: &Table,
        persons: Vec<accounts::Person>,
    ) -> Outcome<Vec<accounts::Person>> {
        let (persons, taken) =
            self.house.db().read(move |r| accounts::known(r, &persons)).await.doing("looking for logins")?;
        for row in &table.rows {
            if let Some(no) = taken.get(&table.get(row, "login").to_ascii_lowercase()) {
                let (zh, en) = words(no.clone());
                self.report.row(row.number, "login", zh, en);
            }
        }
        Ok(persons)
    }

    /// Puts what is in force now into this process's memory; other nodes find out by themselves.
    async fn reload(&self) -> Outcome {
        unit::jobs::refresh(&self.house.work.realm).await.doing("loading the new edition")?;
        Ok(())
    }

    /// A refusal is a fault of the file; anything else is trouble.
    fn refused<T>(&mut self, done: Result<T>) -> Outcome<Option<T>> {
        match done {
            Ok(done) => Ok(Some(done)),
            Err(Error::Refused(no)) => {
                self.report.refusal(0, *no);
                Ok(None)
            }
            Err(other) => Err(Trouble::of_the_machine(other.to_string())),
        }
    }
}
