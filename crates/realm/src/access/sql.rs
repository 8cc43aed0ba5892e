//! The same scopes as SQL.

use wangge_base::{District, Holder};
use wangge_store::Value;

use super::{Depth, Scope, Verb, acts_for_unit, flow::resolved, flow::rules};

/// A condition over `c` (and `k`), with its parameters, and the districts in which it can hold.
/// Use it inside a statement that already says `c.district = $1` (the part about calls repeats `$1`, so
/// that a plan touches one partition only); run city-wide lists per district.
#[derive(Clone, Debug)]
pub struct Filter {
    parts: Vec<(Scope, Depth)>,
    /// Whether what lies with the whole unit is the holder's as deep as his rules reach.
    whole: bool,
    /// The values bound to the placeholders of [`Filter::sql`], in order.
    pub params: Vec<Value>,
    /// Home shards to ask, filled in by [`crate::Realm::filter`], which knows the unit tree.
    /// Empty: nothing is visible.
    pub districts: Vec<District>,
}

/// Which home shards the scopes of a filter reach into.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// All of them.
    pub city: bool,
    /// Those that the unit of the post covers.
    pub unit: bool,
    /// The home of the account (a person's own reports are looked for there and around the post).
    pub home: bool,
}

impl Filter {
    /// The condition in parentheses, its placeholders numbered from `$first`.
    pub fn sql(&self, first: usize) -> String {
        if self.parts.is_empty() {
            return "(1 = 0)".to_owned();
        }
        let mut n = first;
        let mut next = || {
            n += 1;
            n - 1
        };
        let each: Vec<String> = self
            .parts
            .iter()
            .map(|(scope, depth)| {
                let scope = condition(*scope, self.whole || *depth == Depth::Open, &mut next);
                match limit(*depth) {
                    Some(limit) if scope == "1 = 1" => limit.to_owned(),
                    Some(limit) => format!("({scope} AND {limit})"),
                    None => scope,
                }
            })
            .collect();
        format!("({})", each.join(" OR "))
    }
}

fn limit(depth: Depth) -> Option<&'static str> {
    match depth {
        Depth::Open => Some("c.compartment = 'open'"),
        Depth::Restricted => Some("c.compartment <> 'sealed'"),
        Depth::Sealed => None,
    }
}

/// `whole`: a seat that names no post is the holder's like his own, instead of for open work only.
fn condition(scope: Scope, whole: bool, next: &mut impl FnMut() -> usize) -> String {
    let no_post = |post: &str| {
        if whole { format!("{post} IS NULL") } else { format!("{post} IS NULL AND c.compartment = 'open'") }
    };
    match scope {
        Scope::City | Scope::Office => "1 = 1".to_owned(),
        Scope::Area => format!("c.area = ${}", next()),
        Scope::Town => format!("c.town = ${}", next()),
        Scope::Board => format!("(c.town = ${} AND c.board = ${})", next(), next()),
        Scope::Village => format!("c.village = ${}", next()),
        Scope::Grid => format!("c.grid = ${}", next()),
        Scope::Unit => format!("c.seat_unit = ${}", next()),
        Scope::Seat => {
            let free = no_post("c.seat_post");
            format!("(c.seat_unit = ${} AND ({free} OR c.seat_post = ${}))", next(), next())
        }
        Scope::Named => format!(
            "(c.handler_unit = ${} AND ({} OR c.handler_post = ${}) \
             OR EXISTS (SELECT 1 FROM case_call k WHERE k.district = c.district AND k.case_id = c.id \
             AND k.unit = ${} AND ({} OR k.post = ${})))",
            next(),
            no_post("c.handler_post"),
            next(),
            next(),
            no_post("k.post"),
            next()
        ),
        Scope::Own => format!("c.reporter = ${}", next()),
    }
}

fn values(scope: Scope, holder: &Holder) -> Vec<Value> {
    let unit = || Value::from(&holder.unit);
    match scope {
        Scope::City | Scope::Office => vec![],
        Scope::Area | Scope::Town | Scope::Village | Scope::Grid | Scope::Unit => vec![unit()],
        Scope::Board => vec![unit(), holder.board.word().into()],
        Scope::Seat => vec![unit(), Value::from(&holder.post)],
        Scope::Named => vec![unit(), Value::from(&holder.post), unit(), Value::from(&holder.post)],
        Scope::Own => vec![Value::from(&holder.person)],
    }
}

/// The rows on which [`super::may`] would say yes to `verb`, as a condition without its districts.
pub fn filter(holder: &Holder, verb: Verb) -> Filter {
    let mut parts: Vec<(Scope, Depth)> =
        rules(holder.role, verb).iter().map(|(s, d)| (resolved(*s, holder), *d)).collect();
    // A relation that covers everything makes the others superfluous: the statement stays short and
    // its plan simple.
    if let Some(all) = parts.iter().find(|(s, d)| *s == Scope::City && *d == Depth::Sealed).copied() {
        parts = vec![all];
    }
    let params = parts.iter().flat_map(|(scope, _)| values(*scope, holder)).collect();
    Filter { parts, whole: acts_for_unit(holder.role), params, districts: Vec::new() }
}

impl Filter {
    /// Whose home shards it reaches into.
    pub fn reach(&self) -> Reach {
        self.parts.iter().fold(Reach::default(), |mut all, (scope, _)| {
            match scope {
                Scope::City | Scope::Office => all.city = true,
                Scope::Own => all.home = true,
                _ => all.unit = true,
            }
            all
        })
    }
}
