//! MAY: one table of roles, verbs and scopes, used both as a check and as an SQL filter.
//!
//! [`may`] answers for one subject, [`filter`] renders the same scopes over the columns of a work
//! table under the alias `c` (and its calls under `k`); a property test proves them equal. Lists,
//! map, live events, counts, exports and search use the filter and nothing else.
//!
//! Columns a work table offers under alias `c`: `district, id, area, town, village, grid, board,
//! compartment, seat_unit, seat_post, handler_unit, handler_post, reporter` (places, `seat_post`,
//! `handler_…` and `reporter` may be NULL).
//! Its calls stand in `case_call k`: `district, case_id, unit, post` (`post` NULL: the whole unit).

mod flow;
pub mod http;
mod sql;
#[cfg(test)]
mod tests;

use wangge_base::{Board, District, Holder, MatterCode, Role, Seat, UnitCode, words};

pub use flow::{Check, MAY, Rule, depth, explain, may, refuse, rules, sight};
pub use sql::{Filter, Reach, filter};

words!(
    /// How far a piece of work is open inside the system (DESIGN 6).
    Compartment {
        /// Everybody in scope reads it.
        Open = "open",
        /// Content is masked unless named on it or its centre.
        Restricted = "restricted",
        /// Only those named on it and its centre; others see that it exists.
        Sealed = "sealed",
    }
);

words!(
    /// What somebody wants to do.
    Verb {
        /// See that a case exists, in lists and on the map.
        CaseList = "case.list",
        /// Read a case with its timeline.
        CaseRead = "case.read",
        /// Report something, anywhere.
        CaseReport = "case.report",
        /// Take a step on a case; the law of the flow decides which.
        CaseAct = "case.act",
        /// Uncover the reporter's name and phone, with a reason.
        CaseReveal = "case.reveal",
        /// Erase what a step of a case said, on request, without reading it.
        CaseErase = "case.erase",
        /// Take cases out of the system.
        CaseExport = "case.export",
        /// Follow live events.
        StreamRead = "stream.read",
        /// Read the files of a case.
        FileRead = "file.read",
        /// See photos of places that are for their community.
        PhotoRead = "photo.read",
        /// Keep a photo of a place.
        PhotoPut = "photo.put",
        /// Take a photo of a place back.
        PhotoWithdraw = "photo.withdraw",
        /// Look, because of a piece of work, at who lives in a building, masked.
        ResidentLook = "resident.look",
        /// Read counts.
        StatsRead = "stats.read",
        /// Read units, grids and posts.
        UnitRead = "unit.read",
        /// Change units and grids.
        UnitAdmin = "unit.admin",
        /// Plan a change of grids: split, merge, redraw.
        GridPlan = "grid.plan",
        /// Say who is on duty.
        RosterKeep = "roster.keep",
        /// See who holds which post.
        AccountRead = "account.read",
        /// Create and close accounts.
        AccountAdmin = "account.admin",
        /// Grant and end posts.
        HoldingGrant = "holding.grant",
        /// Read the audit trail.
        AuditRead = "audit.read",
        /// Publish the catalogue of matters.
        MatterPublish = "matter.publish",
        /// Price an entry before it is admitted.
        BurdenPrice = "burden.price",
        /// Offer how many minutes something took.
        BurdenOffer = "burden.offer",
        /// Try a changed matter on what happened.
        TrialRun = "trial.run",
        /// See the duties of a grid.
        DutySee = "duty.see",
        /// Tick a duty.
        DutyDo = "duty.do",
        /// Say what duties are done at, and who is away.
        DutyKeep = "duty.keep",
        /// Set duties off because of heat, rain, a river, fraud or wind.
        DutyTrigger = "duty.trigger",
        /// Import tables.
        ImportRun = "import.run",
        /// Read proposals for the matter lists (准入) and drafts of lists that are sent round.
        AdmissionRead = "admission.read",
        /// Propose to admit, change or retire an entry of the lists.
        AdmissionPropose = "admission.propose",
        /// Take a step of an admission; the law of the flow decides which.
        AdmissionAct = "admission.act",
        /// Object to what is proposed, as somebody concerned.
        AdmissionObject = "admission.object",
        /// Send a draft of a list round (三上三下), and answer what comes back.
        DraftingRun = "drafting.run",
        /// Report off-list work or formalism.
        OfflistReport = "offlist.report",
        /// See and answer what was reported as off-list or formalism.
        OfflistAct = "offlist.act",
    }
);

/// A relation between the holder and the subject. Closed: a new kind of relation is a new variant
/// with its check and its SQL side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Everything in the city.
    City,
    /// The city for accounts at home in `city`, else the governing area of the post's unit.
    Office,
    /// Governed by the holder's district or zone.
    Area,
    /// In the holder's town.
    Town,
    /// On the holder's board of the town.
    Board,
    /// In the holder's village or community.
    Village,
    /// In the holder's grid.
    Grid,
    /// Lies with the holder's unit, whatever the post.
    Unit,
    /// Lies with the holder's post, or with the whole unit: what names no post is no deeper than open for
    /// a role that does not act for the unit ([`sits`]).
    Seat,
    /// The holder's post or unit is charged with it or called to it, also after its part is done; for the
    /// whole unit the same holds.
    Named,
    /// Reported by the holder.
    Own,
}

impl Scope {
    /// Its word, and what it asks in both languages.
    pub const fn words(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::City => ("city", "全市范围", "anywhere in the city"),
            Self::Office => ("office", "本级机关管理范围", "within the reach of this office"),
            Self::Area => ("area", "在本区县(开发区)", "in the post's district or zone"),
            Self::Town => ("town", "在本镇街", "in the post's town"),
            Self::Board => ("board", "属本镇街本板块", "on the post's board of the town"),
            Self::Village => ("village", "在本村(社区)", "in the post's village or community"),
            Self::Grid => ("grid", "在本网格", "in the post's grid"),
            Self::Unit => ("unit", "现在由本单位办理", "lies with the post's unit now"),
            Self::Seat => ("seat", "现在由本岗位办理", "lies with the post now"),
            Self::Named => ("named", "由本岗位承办或被邀请", "the post is charged with it or called to it"),
            Self::Own => ("own", "由本人上报", "was reported by the person"),
        }
    }
}

/// Down to which compartment a rule reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// Open work only.
    Open,
    /// Open and restricted work.
    Restricted,
    /// All of it.
    Sealed,
}

impl Depth {
    /// Whether work of this compartment is within reach.
    pub const fn reaches(self, compartment: Compartment) -> bool {
        match compartment {
            Compartment::Open => true,
            Compartment::Restricted => matches!(self, Self::Restricted | Self::Sealed),
            Compartment::Sealed => matches!(self, Self::Sealed),
        }
    }
}

/// What a verb is done to, as far as rights are concerned. For units, accounts, rosters and the
/// like: the place of the unit, compartment open, nobody called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// Home shard.
    pub district: District,
    /// Governing district or zone.
    pub area: UnitCode,
    /// Town or street.
    pub town: Option<UnitCode>,
    /// Village or community.
    pub village: Option<UnitCode>,
    /// Grid.
    pub grid: Option<UnitCode>,
    /// Board of its matter.
    pub board: Option<Board>,
    /// Its matter.
    pub matter: Option<MatterCode>,
    /// Its compartment.
    pub compartment: Compartment,
    /// Where it lies now.
    pub seat: Option<Seat>,
    /// Who is charged with handling it, while it lies with somebody else too.
    pub handler: Option<Seat>,
    /// Who is called to it.
    pub called: Vec<Seat>,
    /// The reporting account, `district.id`.
    pub reporter: Option<String>,
}

impl Subject {
    /// An open subject in `area` with nothing below; fill in the rest.
    pub fn of(district: District, area: UnitCode) -> Self {
        Self {
            district,
            area,
            town: None,
            village: None,
            grid: None,
            board: None,
            matter: None,
            compartment: Compartment::Open,
            seat: None,
            handler: None,
            called: Vec::new(),
            reporter: None,
        }
    }
}

/// How much of a case somebody sees, from most to least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sight {
    /// All but what needs a reveal.
    Full,
    /// Number, place, state and dates; content masked.
    Masked,
    /// That it exists: number and state.
    Exists,
    /// Nothing.
    Nothing,
}

/// Whether a role belongs to a command centre.
pub const fn is_centre(role: Role) -> bool {
    matches!(role, Role::DutyOfficer | Role::Commander | Role::DistrictDispatcher | Role::CityDispatcher)
}

/// Whether a role acts for its whole unit: what lies with the unit and names no post is its work.
pub const fn acts_for_unit(role: Role) -> bool {
    is_centre(role) || matches!(role, Role::VillageAdmin | Role::GridWorker | Role::DepartmentHandler)
}

/// Whether `seat` is at this holder's unit, and names his post or none.
pub fn is_at(holder: &Holder, seat: &Seat) -> bool {
    seat.unit == holder.unit && seat.post.as_ref().is_none_or(|post| *post == holder.post)
}

/// Whether `holder` sits on `seat`: it names his post, or none and his role acts for the whole unit. The
/// law of the flow goes by this, and so does reading below the open compartment (docs/adr/0006).
pub fn sits(holder: &Holder, seat: &Seat) -> bool {
    is_at(holder, seat) && (seat.post.is_some() || acts_for_unit(holder.role))
}
