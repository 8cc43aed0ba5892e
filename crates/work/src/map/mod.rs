//! Single cases on the map and at a building: tiles of points from zoom 14 on, bounded, through the viewer's own right.
//! Below zoom 14 there are only counts (see [`crate::count`]).

pub mod http;
pub mod sql;
pub mod verbs;

use wangge_base::{Board, Coord};

use crate::case::State;

/// The first zoom that shows single cases.
pub const FIRST_ZOOM: u8 = 14;
/// Cases on one tile at most; when there are more, the tile says so.
pub const MOST: usize = 500;

/// What is wanted on a tile.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// South-western corner.
    pub low: Coord,
    /// North-eastern corner.
    pub high: Coord,
    /// Only this stage.
    pub state: Option<State>,
    /// Only this board.
    pub board: Option<Board>,
}

/// A case as a point.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    /// Its reference.
    pub at: String,
    /// Its number.
    pub number: String,
    /// Its stage.
    pub state: String,
    /// Ticket colour.
    pub colour: String,
    /// Board.
    pub board: String,
    /// Code of the matter, once it has one.
    pub matter: Option<String>,
    /// Whether the holder's limit has passed.
    pub overdue: bool,
    /// Where.
    pub point: Coord,
}
