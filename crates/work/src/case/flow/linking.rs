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

/// Most cases of other districts that one takes in.
const GUESTS: i64 = 100;

/// Why cases of another district cannot be merged into this one, if they cannot. What is sealed is
/// unknown over the border.
pub fn unjoinable(case: &Case) -> Option<Unjoinable> {
    match case.state {
        _ if case.compartment == Compartment::Sealed => Some(Unjoinable::Unknown),
        State::Merged => Some(Unjoinable::Merged),
        state if !state.is_open() || case.guests >= GUESTS => Some(Unjoinable::Ended),
        _ => None,
    }
}

/// What a merge over the border brings to either side.
pub(super) fn over(view: &View<'_>, action: &Action, actor: &Actor) -> Result<Move, Refusal> {
    may(*actor == Actor::Clock, THERE_ZH, THERE_EN)?;
    let case = view.case;
    let mut m = view.stay();
    match action {
        Action::Joined(a) => {
            if unjoinable(case).is_some() || a.from.district == case.at.district {
                return Err(no(
                    "case.unjoinable",
                    "本案不能再并入外区县的事件",
                    "No case of another district can be merged into this one",
                ));
            }
            m.case.guests += 1;
        }
        Action::Parted(_) => {
            if case.guests == 0 {
                return Err(no(
                    "case.no_guests",
                    "没有外区县的事件并入本案",
                    "No case of another district is merged into this one",
                ));
            }
            m.case.guests -= 1;
        }
        Action::HeadEnded(a) => {
            joined_to(case, &a.from)?;
            if a.there <= case.told {
                return Err(no("case.told", "已经告知过", "It was told of this already"));
            }
            m.case.told = a.there;
            if a.state == State::Closed {
                m.tell(
                    Whom::Reporter,
                    "您反映的事项(与外区县合并办理)已办结,请看结果",
                    "Your report, handled together with one of another district, is closed: see the result",
                );
            } else {
                m.tell(
                    Whom::Seat(view.centres.town.clone()),
                    "并入外区县的事件在那边未办理就结束了,请看是否恢复单独办理",
                    "What this was merged into ended over there without being handled: should it stand on its own again?",
                );
            }
        }
        _ => return Err(no("case.unknown", "未知操作", "Unknown action")),
    }
    Ok(m)
}

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
