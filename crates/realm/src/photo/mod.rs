//! Dated photos of places (实景照片) without people: of a building, a point, or a spot in a grid. A newer one stands
//! before an older one; the older keep their days, so that one sees what has changed. Whoever uploads has covered faces
//! and confirms that nobody is to be seen; the community, or whoever uploaded, takes a photo back, and it is erased.

pub mod flow;
pub mod http;
pub mod jobs;
pub mod sql;
#[cfg(test)]
mod tests;
pub mod verbs;

use wangge_base::{Coord, District, Instant, Ref, UnitCode, words};

use crate::{access::Subject, file::File, premises::Building};

words!(
    /// Who sees a photo of a place.
    Audience {
        /// Whoever holds a post
        Staff = "staff",
        /// Those whose post covers the grid, and whoever uploaded it
        Community = "community",
    }
);

/// A photo as it is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Photo {
    /// Its reference.
    pub at: Ref<Photo>,
    /// Where it was taken, in the tree.
    pub place: Place,
    /// Where it was taken, WGS-84.
    pub point: Coord,
    /// Of which building.
    pub building: Option<Ref<Building>>,
    /// Of which point, by its code.
    pub of_point: Option<String>,
    /// The picture.
    pub file: Ref<File>,
    /// The day it was taken, `2026-05-01`.
    pub taken: String,
    /// Who sees it.
    pub audience: Audience,
    /// The account that uploaded it.
    pub by: String,
    /// Its name among colleagues.
    pub called: String,
    /// When it was uploaded.
    pub created: Instant,
}

/// The units a photo lies in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Governing district or zone when it was uploaded.
    pub area: UnitCode,
    /// Town.
    pub town: UnitCode,
    /// Village or community.
    pub village: UnitCode,
    /// Grid.
    pub grid: UnitCode,
}

impl Photo {
    /// What rights look at: where it lies, and whose it is.
    pub fn subject(&self) -> Subject {
        subject(&self.at.district, &self.place, &self.by)
    }
}

/// What rights look at for a photo of a place by an account.
pub fn subject(district: &District, place: &Place, by: &str) -> Subject {
    let mut it = Subject::of(district.clone(), place.area.clone());
    it.town = Some(place.town.clone());
    it.village = Some(place.village.clone());
    it.grid = Some(place.grid.clone());
    it.reporter = Some(by.to_owned());
    it
}
