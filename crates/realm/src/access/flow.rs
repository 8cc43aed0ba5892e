//! The law: the table and the check. Pure.

use wangge_base::{Holder, Refusal, Role};

use super::{Compartment, Depth, Scope, Sight, Subject, Verb, is_at, sits};

/// One line of the table: this relation, down to that compartment.
pub type Rule = (Scope, Depth);

use Depth::{Open, Restricted, Sealed};
use Role as R;
use Scope::{Area, City, Grid, Named, Office, Own, Seat, Town, Unit, Village};
use Verb as V;

// Relations that recur: named on the work in one way or another, and nothing else.
const NAMED_SEAT: &[Rule] = &[(Seat, Sealed), (Named, Sealed)];
const NAMED_UNIT: &[Rule] = &[(Unit, Sealed), (Named, Sealed)];
const ANYWHERE: &[Rule] = &[(City, Sealed)];
const OFFICE: &[Rule] = &[(Office, Sealed)];
const OWN: &[Rule] = &[(Own, Sealed)];

const GRID_SEES: &[Rule] = &[(Grid, Sealed), (Unit, Sealed), (Named, Sealed), (Own, Sealed)];
const GRID_READS: &[Rule] = &[(Grid, Open), (Unit, Sealed), (Named, Sealed), (Own, Sealed)];
const GRID_ACTS: &[Rule] = &[(Grid, Open), (Unit, Sealed), (Named, Sealed)];
const HELPER_READS: &[Rule] = &[(Grid, Open), (Seat, Open), (Named, Open), (Own, Sealed)];
const HELPER_ACTS: &[Rule] = &[(Grid, Open), (Seat, Open), (Named, Open)];
const VILLAGE_SEES: &[Rule] = &[(Village, Sealed), (Unit, Sealed), (Named, Sealed), (Own, Sealed)];
const VILLAGE_READS: &[Rule] = &[(Village, Open), (Unit, Sealed), (Named, Sealed), (Own, Sealed)];
const VILLAGE_ACTS: &[Rule] = &[(Village, Open), (Unit, Sealed), (Named, Sealed)];
const VILLAGE: &[Rule] = &[(Village, Open)];
const POST_SEES: &[Rule] = &[(Town, Sealed), (Seat, Sealed), (Named, Sealed), (Own, Sealed)];
const POST_READS: &[Rule] = &[(Town, Open), (Seat, Sealed), (Named, Sealed), (Own, Sealed)];
const POST_ACTS: &[Rule] = &[(Scope::Board, Open), (Seat, Sealed), (Named, Sealed)];
const TOWN: &[Rule] = &[(Town, Sealed), (Seat, Sealed), (Named, Sealed)];
const TOWN_EXPORTS: &[Rule] = &[(Town, Restricted)];
const UNIT_SEES: &[Rule] = &[(Unit, Sealed), (Named, Sealed), (Own, Sealed)];
const AREA_SEES: &[Rule] = &[(Area, Sealed), (Unit, Sealed), (Named, Sealed), (Own, Sealed)];
const AREA_READS: &[Rule] = &[(Area, Restricted), (Unit, Sealed), (Named, Sealed), (Own, Sealed)];
const AREA_ACTS: &[Rule] = &[(Area, Restricted), (Unit, Sealed), (Named, Sealed)];
const AREA: &[Rule] = &[(Area, Restricted)];
const CITY_READS: &[Rule] = &[(City, Restricted), (Unit, Sealed), (Named, Sealed), (Own, Sealed)];
const CITY_ACTS: &[Rule] = &[(City, Restricted), (Unit, Sealed), (Named, Sealed)];
const CITY: &[Rule] = &[(City, Restricted)];
const DUTIES: &[Rule] = &[(Grid, Restricted), (Named, Restricted)];
const DUTIES_OF_VILLAGE: &[Rule] = &[(Village, Restricted), (Named, Restricted)];
const LISTS: &[Rule] = &[(Office, Open)];
// Proposals for the lists: drafts are restricted to whoever makes them and the list office, the rest is for
// everybody who works here.
const PROPOSALS: &[Rule] = &[(City, Open), (Own, Sealed)];
const CONCERNED: &[Rule] = &[(City, Open)];
const NAMED_REVIEWER: &[Rule] = &[(Named, Open), (Own, Sealed)];

/// Who may do what to what. A pair of role and verb that is absent is forbidden.
pub const MAY: &[(Role, Verb, &[Rule])] = &[
    // 网格员: his grid; what lies with it or calls him, whatever the compartment.
    (R::GridWorker, V::CaseList, GRID_SEES),
    (R::GridWorker, V::CaseRead, GRID_READS),
    (R::GridWorker, V::CaseReport, ANYWHERE),
    (R::GridWorker, V::CaseAct, GRID_ACTS),
    (R::GridWorker, V::StreamRead, GRID_SEES),
    (R::GridWorker, V::FileRead, GRID_READS),
    (R::GridWorker, V::StatsRead, &[(Grid, Open)]),
    (R::GridWorker, V::BurdenOffer, &[(Grid, Open)]),
    (R::GridWorker, V::DutySee, DUTIES),
    (R::GridWorker, V::DutyDo, DUTIES),
    (R::GridWorker, V::AdmissionRead, PROPOSALS),
    (R::GridWorker, V::AdmissionObject, CONCERNED),
    (R::GridWorker, V::OfflistReport, ANYWHERE),
    (R::GridWorker, V::PhotoRead, &[(Grid, Open), (Own, Open)]),
    (R::GridWorker, V::PhotoPut, &[(Grid, Open)]),
    (R::GridWorker, V::PhotoWithdraw, &[(Own, Open)]),
    (R::GridWorker, V::ResidentLook, &[(Grid, Open)]),
    // 志愿者: open work of the grid only; sealed only what he reported himself.
    (R::Volunteer, V::CaseList, HELPER_READS),
    (R::Volunteer, V::CaseRead, HELPER_READS),
    (R::Volunteer, V::CaseReport, ANYWHERE),
    (R::Volunteer, V::CaseAct, HELPER_ACTS),
    (R::Volunteer, V::StreamRead, HELPER_READS),
    (R::Volunteer, V::FileRead, HELPER_READS),
    // What is offered, and what he took; the law of a stop hides the rest.
    (R::Volunteer, V::DutyDo, DUTIES),
    (R::Volunteer, V::AdmissionRead, PROPOSALS),
    (R::Volunteer, V::OfflistReport, ANYWHERE),
    // 村社区
    (R::VillageAdmin, V::CaseList, VILLAGE_SEES),
    (R::VillageAdmin, V::CaseRead, VILLAGE_READS),
    (R::VillageAdmin, V::CaseReport, ANYWHERE),
    (R::VillageAdmin, V::CaseAct, VILLAGE_ACTS),
    (R::VillageAdmin, V::CaseExport, VILLAGE),
    (R::VillageAdmin, V::StreamRead, VILLAGE_SEES),
    (R::VillageAdmin, V::FileRead, VILLAGE_READS),
    (R::VillageAdmin, V::StatsRead, VILLAGE),
    (R::VillageAdmin, V::PhotoRead, VILLAGE),
    (R::VillageAdmin, V::PhotoPut, VILLAGE),
    (R::VillageAdmin, V::PhotoWithdraw, VILLAGE),
    (R::VillageAdmin, V::ResidentLook, VILLAGE),
    (R::VillageAdmin, V::RosterKeep, VILLAGE),
    (R::VillageAdmin, V::DutySee, DUTIES_OF_VILLAGE),
    (R::VillageAdmin, V::DutyDo, DUTIES_OF_VILLAGE),
    (R::VillageAdmin, V::DutyKeep, DUTIES_OF_VILLAGE),
    (R::VillageAdmin, V::DutyTrigger, VILLAGE),
    (R::VillageAdmin, V::GridPlan, VILLAGE),
    (R::VillageAdmin, V::AccountRead, VILLAGE),
    (R::VillageAdmin, V::AdmissionRead, PROPOSALS),
    (R::VillageAdmin, V::AdmissionPropose, VILLAGE),
    (R::VillageAdmin, V::AdmissionAct, OWN),
    (R::VillageAdmin, V::AdmissionObject, CONCERNED),
    (R::VillageAdmin, V::OfflistReport, ANYWHERE),
    (R::VillageAdmin, V::BurdenPrice, VILLAGE),
    (R::VillageAdmin, V::BurdenOffer, VILLAGE),
    // 镇街岗位: acts on its board, reads what is open in the town.
    (R::TownPost, V::CaseList, POST_SEES),
    (R::TownPost, V::CaseRead, POST_READS),
    (R::TownPost, V::CaseReport, ANYWHERE),
    (R::TownPost, V::CaseAct, POST_ACTS),
    (R::TownPost, V::StreamRead, POST_SEES),
    (R::TownPost, V::FileRead, POST_READS),
    (R::TownPost, V::StatsRead, &[(Town, Open)]),
    (R::TownPost, V::PhotoRead, &[(Town, Open)]),
    (R::TownPost, V::AccountRead, &[(Town, Open)]),
    (R::TownPost, V::AdmissionRead, PROPOSALS),
    (R::TownPost, V::AdmissionPropose, &[(Town, Open)]),
    (R::TownPost, V::AdmissionAct, OWN),
    (R::TownPost, V::AdmissionObject, CONCERNED),
    (R::TownPost, V::OfflistReport, ANYWHERE),
    (R::TownPost, V::BurdenPrice, &[(Town, Open)]),
    (R::TownPost, V::BurdenOffer, &[(Town, Open)]),
    // 值班长、调度岗: the centre of the town.
    (R::DutyOfficer, V::CaseList, TOWN),
    (R::DutyOfficer, V::CaseRead, TOWN),
    (R::DutyOfficer, V::CaseReport, ANYWHERE),
    (R::DutyOfficer, V::CaseAct, TOWN),
    (R::DutyOfficer, V::CaseReveal, TOWN),
    (R::DutyOfficer, V::CaseExport, TOWN_EXPORTS),
    (R::DutyOfficer, V::StreamRead, TOWN),
    (R::DutyOfficer, V::FileRead, TOWN),
    (R::DutyOfficer, V::StatsRead, TOWN_EXPORTS),
    (R::DutyOfficer, V::PhotoRead, &[(Town, Open)]),
    (R::DutyOfficer, V::ResidentLook, &[(Town, Open)]),
    (R::DutyOfficer, V::RosterKeep, &[(Town, Open)]),
    (R::DutyOfficer, V::DutyTrigger, &[(Town, Open)]),
    (R::DutyOfficer, V::AccountRead, &[(Town, Open)]),
    (R::DutyOfficer, V::AdmissionRead, PROPOSALS),
    (R::DutyOfficer, V::AdmissionPropose, &[(Town, Open)]),
    (R::DutyOfficer, V::AdmissionAct, OWN),
    (R::DutyOfficer, V::AdmissionObject, CONCERNED),
    (R::DutyOfficer, V::OfflistReport, ANYWHERE),
    (R::DutyOfficer, V::BurdenPrice, &[(Town, Open)]),
    (R::DutyOfficer, V::TrialRun, TOWN_EXPORTS),
    // 指挥长
    (R::Commander, V::CaseList, TOWN),
    (R::Commander, V::CaseRead, TOWN),
    (R::Commander, V::CaseReport, ANYWHERE),
    (R::Commander, V::CaseAct, TOWN),
    (R::Commander, V::CaseReveal, TOWN),
    (R::Commander, V::CaseExport, TOWN_EXPORTS),
    (R::Commander, V::StreamRead, TOWN),
    (R::Commander, V::FileRead, TOWN),
    (R::Commander, V::StatsRead, TOWN_EXPORTS),
    (R::Commander, V::PhotoRead, &[(Town, Open)]),
    (R::Commander, V::ResidentLook, &[(Town, Open)]),
    (R::Commander, V::RosterKeep, &[(Town, Open)]),
    (R::Commander, V::DutyTrigger, &[(Town, Open)]),
    (R::Commander, V::AccountRead, &[(Town, Open)]),
    (R::Commander, V::AdmissionRead, PROPOSALS),
    (R::Commander, V::AdmissionPropose, &[(Town, Open), (Office, Open)]),
    (R::Commander, V::AdmissionAct, &[(Office, Open), (Own, Sealed)]),
    (R::Commander, V::AdmissionObject, CONCERNED),
    (R::Commander, V::OfflistReport, ANYWHERE),
    (R::Commander, V::BurdenPrice, &[(Town, Open)]),
    (R::Commander, V::TrialRun, TOWN_EXPORTS),
    // 部门承办: what lies with the department or calls it, nothing else of the town.
    (R::DepartmentHandler, V::CaseList, UNIT_SEES),
    (R::DepartmentHandler, V::CaseRead, UNIT_SEES),
    (R::DepartmentHandler, V::CaseReport, ANYWHERE),
    (R::DepartmentHandler, V::CaseAct, NAMED_UNIT),
    (R::DepartmentHandler, V::StreamRead, UNIT_SEES),
    (R::DepartmentHandler, V::FileRead, UNIT_SEES),
    (R::DepartmentHandler, V::StatsRead, &[(Unit, Open)]),
    (R::DepartmentHandler, V::RosterKeep, &[(Unit, Open)]),
    (R::DepartmentHandler, V::AccountRead, &[(Unit, Open)]),
    (R::DepartmentHandler, V::AdmissionRead, PROPOSALS),
    (R::DepartmentHandler, V::AdmissionPropose, &[(Unit, Open)]),
    (R::DepartmentHandler, V::AdmissionAct, NAMED_REVIEWER),
    (R::DepartmentHandler, V::OfflistReport, ANYWHERE),
    (R::DepartmentHandler, V::BurdenPrice, &[(Unit, Open)]),
    // 区县调度: sealed work only when it has been lifted to the district.
    (R::DistrictDispatcher, V::CaseList, AREA_SEES),
    (R::DistrictDispatcher, V::CaseRead, AREA_READS),
    (R::DistrictDispatcher, V::CaseReport, ANYWHERE),
    (R::DistrictDispatcher, V::CaseAct, AREA_ACTS),
    (R::DistrictDispatcher, V::CaseReveal, AREA_ACTS),
    (R::DistrictDispatcher, V::CaseExport, AREA),
    (R::DistrictDispatcher, V::StreamRead, AREA_SEES),
    (R::DistrictDispatcher, V::FileRead, AREA_READS),
    (R::DistrictDispatcher, V::StatsRead, AREA),
    (R::DistrictDispatcher, V::PhotoRead, AREA),
    (R::DistrictDispatcher, V::RosterKeep, AREA),
    (R::DistrictDispatcher, V::AccountRead, AREA),
    (R::DistrictDispatcher, V::AdmissionRead, PROPOSALS),
    (R::DistrictDispatcher, V::AdmissionPropose, &[(Area, Open)]),
    (R::DistrictDispatcher, V::AdmissionAct, OWN),
    (R::DistrictDispatcher, V::OfflistReport, ANYWHERE),
    (R::DistrictDispatcher, V::BurdenPrice, AREA),
    (R::DistrictDispatcher, V::TrialRun, AREA),
    // 市级调度
    (R::CityDispatcher, V::CaseList, ANYWHERE),
    (R::CityDispatcher, V::CaseRead, CITY_READS),
    (R::CityDispatcher, V::CaseReport, ANYWHERE),
    (R::CityDispatcher, V::CaseAct, CITY_ACTS),
    (R::CityDispatcher, V::CaseReveal, CITY_ACTS),
    (R::CityDispatcher, V::CaseExport, CITY),
    (R::CityDispatcher, V::StreamRead, ANYWHERE),
    (R::CityDispatcher, V::FileRead, CITY_READS),
    (R::CityDispatcher, V::StatsRead, CITY),
    (R::CityDispatcher, V::PhotoRead, CITY),
    (R::CityDispatcher, V::RosterKeep, CITY),
    (R::CityDispatcher, V::AccountRead, CITY),
    (R::CityDispatcher, V::AdmissionRead, PROPOSALS),
    (R::CityDispatcher, V::AdmissionPropose, &[(City, Open)]),
    (R::CityDispatcher, V::AdmissionAct, OWN),
    (R::CityDispatcher, V::OfflistReport, ANYWHERE),
    (R::CityDispatcher, V::BurdenPrice, CITY),
    (R::CityDispatcher, V::TrialRun, CITY),
    // 清单管理: the lists, and open work to see what was done off-list.
    (R::ListOfficer, V::CaseList, LISTS),
    (R::ListOfficer, V::CaseReport, ANYWHERE),
    (R::ListOfficer, V::StatsRead, LISTS),
    (R::ListOfficer, V::MatterPublish, LISTS),
    (R::ListOfficer, V::AdmissionRead, &[(City, Open), (Office, Sealed), (Own, Sealed)]),
    (R::ListOfficer, V::AdmissionPropose, LISTS),
    (R::ListOfficer, V::AdmissionAct, OFFICE),
    (R::ListOfficer, V::DraftingRun, LISTS),
    (R::ListOfficer, V::OfflistReport, ANYWHERE),
    (R::ListOfficer, V::OfflistAct, OFFICE),
    (R::ListOfficer, V::BurdenPrice, LISTS),
    // Counts restricted cases as the counters do, and shows only what may be listed besides.
    (R::ListOfficer, V::TrialRun, &[(Office, Restricted)]),
    // Three hands that never see a case: one makes accounts, one grants posts, one looks at both.
    (R::SystemAdmin, V::UnitAdmin, OFFICE),
    (R::SystemAdmin, V::GridPlan, OFFICE),
    (R::SystemAdmin, V::AccountRead, OFFICE),
    (R::SystemAdmin, V::AccountAdmin, OFFICE),
    (R::SystemAdmin, V::ImportRun, OFFICE),
    (R::SecurityAdmin, V::AccountRead, OFFICE),
    (R::SecurityAdmin, V::HoldingGrant, OFFICE),
    // Erases on request, blind: the reason and the number of the step are all there is to it.
    (R::SecurityAdmin, V::CaseErase, OFFICE),
    (R::Auditor, V::AuditRead, OFFICE),
    // 外部系统: hands in, and follows what it handed in.
    (R::Integrator, V::CaseReport, ANYWHERE),
    (R::Integrator, V::CaseList, OWN),
    (R::Integrator, V::CaseRead, OWN),
    (R::Integrator, V::FileRead, OWN),
    (R::Integrator, V::StreamRead, NAMED_SEAT),
];

/// Posts of the boards with a trade of their own see cases as other town posts do; what they may do
/// besides belongs to their own slices.
const fn ranks_as(role: Role) -> Role {
    match role {
        R::EnterpriseOfficer | R::Mediator | R::LawOfficer | R::LegalReviewer => R::TownPost,
        other => other,
    }
}

/// The rules of a role for a verb; none: forbidden. Units are public to whoever holds a post.
pub fn rules(role: Role, verb: Verb) -> &'static [Rule] {
    if verb == Verb::UnitRead {
        return ANYWHERE;
    }
    let role = ranks_as(role);
    MAY.iter().find(|(r, v, _)| *r == role && *v == verb).map_or(&[], |(_, _, rules)| rules)
}

/// The scope with [`Scope::Office`] resolved for this holder.
pub(super) fn resolved(scope: Scope, holder: &Holder) -> Scope {
    match scope {
        Scope::Office if holder.home == wangge_base::District::city() => Scope::City,
        Scope::Office => Scope::Area,
        other => other,
    }
}

/// How deep a relation lets the holder look: `None`, he does not stand in it. A rule reaches no deeper than
/// its own depth and this one.
fn related(scope: Scope, holder: &Holder, it: &Subject) -> Option<Depth> {
    let seated = |seat: &wangge_base::Seat| match (sits(holder, seat), is_at(holder, seat)) {
        (true, _) => Some(Sealed),
        (false, true) => Some(Open),
        (false, false) => None,
    };
    let holds = match resolved(scope, holder) {
        Scope::Seat => return it.seat.as_ref().and_then(seated),
        Scope::Named => return it.called.iter().chain(&it.handler).filter_map(seated).max(),
        Scope::City | Scope::Office => true,
        Scope::Area => it.area == holder.unit,
        Scope::Town => it.town.as_ref() == Some(&holder.unit),
        Scope::Board => it.town.as_ref() == Some(&holder.unit) && it.board == Some(holder.board),
        Scope::Village => it.village.as_ref() == Some(&holder.unit),
        Scope::Grid => it.grid.as_ref() == Some(&holder.unit),
        Scope::Unit => it.seat.as_ref().is_some_and(|seat| seat.unit == holder.unit),
        Scope::Own => it.reporter.as_ref() == Some(&holder.person),
    };
    holds.then_some(Sealed)
}

/// One line of the table, looked at for a holder and a subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Check {
    /// The relation asked for.
    pub scope: Scope,
    /// Whether the holder stands in that relation to the subject.
    pub related: bool,
    /// Whether the rule reaches down to the subject's compartment.
    pub deep_enough: bool,
}

impl Check {
    /// Whether this line alone lets the holder through.
    pub const fn holds(self) -> bool {
        self.related && self.deep_enough
    }
}

/// Every line of the table for this role and verb, with what it says about `it`: the same look-up as
/// [`may`], told instead of summed up.
pub fn explain(holder: &Holder, verb: Verb, it: &Subject) -> Vec<Check> {
    let look = |(scope, depth): &Rule| {
        let deep = related(*scope, holder, it);
        Check {
            scope: resolved(*scope, holder),
            related: deep.is_some(),
            deep_enough: deep.unwrap_or(Sealed).min(*depth).reaches(it.compartment),
        }
    };
    rules(holder.role, verb).iter().map(look).collect()
}

fn allows(holder: &Holder, verb: Verb, it: &Subject) -> bool {
    depth(holder, verb, it).is_some_and(|depth| depth.reaches(it.compartment))
}

/// Down to which compartment `holder` may do `verb` at the place of `it`; `None`: not at all.
pub fn depth(holder: &Holder, verb: Verb, it: &Subject) -> Option<Depth> {
    let deep = |(scope, depth): &Rule| Some(related(*scope, holder, it)?.min(*depth));
    rules(holder.role, verb).iter().filter_map(deep).max()
}

/// Whether `holder` may do `verb` to `it`. What he may not even see answers "not found".
pub fn may(holder: &Holder, verb: Verb, it: &Subject) -> Result<(), Refusal> {
    if allows(holder, verb, it) {
        return Ok(());
    }
    let about_a_case = matches!(
        verb,
        Verb::CaseList
            | Verb::CaseRead
            | Verb::CaseAct
            | Verb::CaseReveal
            | Verb::CaseErase
            | Verb::CaseExport
            | Verb::FileRead
    );
    if about_a_case && !allows(holder, Verb::CaseList, it) {
        return Err(Refusal::not_found(
            "没有找到,或不在您的职责范围内",
            "Not found, or outside what your post covers",
        ));
    }
    Err(refuse(verb))
}

/// The refusal for a verb that the post held does not carry.
pub fn refuse(verb: Verb) -> Refusal {
    Refusal::forbidden(
        format!("您当前的岗位没有此项权限({}),请切换岗位或联系本单位管理员", verb.word()),
        format!(
            "The post you are using does not carry this right ({}); switch posts or ask your administrator",
            verb.word()
        ),
    )
}

/// How much of a case this holder sees.
pub fn sight(holder: &Holder, it: &Subject) -> Sight {
    if allows(holder, Verb::CaseRead, it) {
        Sight::Full
    } else if !allows(holder, Verb::CaseList, it) {
        Sight::Nothing
    } else if it.compartment == Compartment::Sealed {
        Sight::Exists
    } else {
        Sight::Masked
    }
}
