//! Work across the border of a district (跨区联动): the case waits for the answer of a linked case over
//! there. That one is a case like others with a clock of its own; what crosses is a request and its
//! answer, carried by the outbox (DESIGN 4, rule 3). What comes in from there is the clock's to do.

use wangge_base::{Actor, Instant, Refusal};

use super::*;

/// Most links that wait at once.
const MOST: usize = 5;

pub(super) fn next(view: &View<'_>, action: &Action, actor: &Actor, now: Instant) -> Result<Move, Refusal> {
    let (case, relation) = (view.case, view.relation);
    let mut m = view.stay();
    match action {
        Action::Refer(a) => {
            view.within(&[State::Filed, State::Dispatched, State::Returned, State::InProgress])?;
            may(relation.centre || relation.town || relation.holder, CENTRE_ZH, CENTRE_EN)?;
            needs(&a.text, "text")?;
            if case.origin.is_some() {
                return Err(no(
                    "case.is_referred",
                    "本案由外区县转来,不能再转;请答复原区县",
                    "This case came from another district and cannot be passed on: answer that district",
                ));
            }
            if view.links.iter().filter(|l| l.is_open()).count() >= MOST {
                return Err(no(
                    "case.many_links",
                    "已有多个区县在联动办理,请等待答复",
                    "Several districts are at work already: wait for their answers",
                ));
            }
            let seat = view.centres.of(case.level).clone();
            let number = view.links.len() as i64 + 1;
            let calendar = view.hours(&seat.unit);
            let limit = view.limit(Clock::Answer);
            m.case.clocks.push(Deadline::arm(Clock::Answer, &seat, now, limit, &calendar).of(number));
            m.links.push(Link {
                no: number,
                unit: a.to.clone(),
                matter: a.matter.clone(),
                text: a.text.trim().to_owned(),
                state: LinkState::Open,
                other: None,
                note: String::new(),
                asked: now,
                ended: None,
            });
        }
        Action::Recall(a) => {
            may(relation.centre || relation.town || relation.holder, CENTRE_ZH, CENTRE_EN)?;
            needs(&a.reason, "reason")?;
            end(view, &mut m, a.link, LinkState::Recalled, &a.reason, now)?;
        }
        Action::Answered(a) => {
            may(*actor == Actor::Clock, THERE_ZH, THERE_EN)?;
            let state = if a.solved { LinkState::Answered } else { LinkState::Refused };
            end(view, &mut m, a.link, state, &a.note, now)?;
            let (zh, en) = if a.solved {
                ("外区县已答复,请继续办理", "The other district has answered: please go on")
            } else {
                ("外区县未受理,请看理由", "The other district did not take it: see the reason")
            };
            m.tell(Whom::Seat(case.seat.clone()), zh, en);
        }
        Action::Recalled(_) => {
            may(*actor == Actor::Clock && case.origin.is_some(), THERE_ZH, THERE_EN)?;
            if !case.state.is_open() {
                view.within(&[State::InProgress])?;
            }
            m.drop_requests(view);
            m.stop(State::Withdrawn);
            m.tell(
                Whom::Seat(case.seat.clone()),
                "原区县已撤回联动",
                "The district that asked no longer needs this",
            );
        }
        _ => return Err(no("case.unknown", "未知操作", "Unknown action")),
    }
    Ok(m)
}

const THERE_ZH: &str = "由另一区县的案件带来,不能手工操作";
const THERE_EN: &str = "This comes from the case in the other district; nobody does it by hand";

fn end(
    view: &View<'_>,
    m: &mut Move,
    number: i64,
    state: LinkState,
    note: &str,
    now: Instant,
) -> Result<(), Refusal> {
    let open = view.links.iter().find(|l| l.no == number && l.is_open());
    let Some(link) = open else {
        return Err(Refusal::invalid("link", "本案没有这项进行中的联动", "The case has no such open link"));
    };
    m.end_clock(Clock::Answer, &number.to_string());
    m.links.push(Link { state, note: note.to_owned(), ended: Some(now), ..link.clone() });
    Ok(())
}

impl Link {
    /// Whether the case still waits for its answer.
    pub const fn is_open(&self) -> bool {
        matches!(self.state, LinkState::Open)
    }
}
