//! Who lives in a building (一标三实, the resident base), as little of it as work needs: flat, name, telephone; a word
//! such as 租户 or 独居老人 only where the person agreed. Nobody can list or search persons. Whoever has a piece of
//! work at a building looks, with a reason, at the names there, masked; a full name or number is a second step. Both are
//! written to the audit trail, where the auditor reads who looked, because of what.

pub mod flow;
pub mod http;
pub mod jobs;
pub mod sql;
#[cfg(test)]
mod tests;
pub mod verbs;

use std::sync::Arc;

use wangge_base::{Coord, District, Id, Ref, words};
use wangge_store::{Read, Result};

use crate::{access::Subject, premises::Building};

words!(
    /// What a resident agreed to have said of himself.
    ResidentRole {
        /// Owns the flat
        Owner = "owner",
        /// Rents it
        Tenant = "tenant",
        /// An elder who lives alone
        LoneElder = "lone_elder",
    }
);

words!(
    /// What of a resident can be uncovered.
    Particular {
        /// The name
        Name = "name",
        /// The telephone
        Phone = "phone",
    }
);

/// A resident as he is imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewResident {
    /// Code of whoever keeps the list, unique in the district.
    pub code: String,
    /// Where.
    pub building: Ref<Building>,
    /// Storey.
    pub storey: i64,
    /// Flat, e.g. `0301`.
    pub flat: String,
    /// Name.
    pub name: String,
    /// Telephone.
    pub phone: Option<String>,
    /// What he agreed to have said.
    pub roles: Vec<ResidentRole>,
    /// Moved out: forgotten.
    pub gone: bool,
}

/// A resident as the database keeps him.
#[derive(Clone, Debug, PartialEq)]
pub struct Resident {
    /// Reference.
    pub at: Ref<Resident>,
    /// Building.
    pub building: Id<Building>,
    /// Storey.
    pub storey: i64,
    /// Flat.
    pub flat: String,
    /// Name, uncovered: never leaves this slice but masked or by a logged step.
    pub name: String,
    /// Telephone, likewise.
    pub phone: Option<String>,
    /// What he agreed to have said.
    pub roles: Vec<ResidentRole>,
}

/// A piece of work that brings somebody to a building.
#[derive(Clone, Debug)]
pub struct Errand {
    /// What rights look at.
    pub subject: Subject,
    /// Where it is.
    pub point: Option<Coord>,
    /// Whether it is still open.
    pub open: bool,
}

/// What a reference of a piece of work stands for: registered by the crate that knows. `None`: nothing it knows.
pub type ErrandHook = Arc<dyn Fn(&mut Read, &str) -> Result<Option<Errand>> + Send + Sync>;

/// The home shard and key of a row, as sealed columns are bound to it.
pub(crate) fn row_name(district: &District, id: Id<Resident>) -> String {
    Ref::new(district.clone(), id).to_string()
}
