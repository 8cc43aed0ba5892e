//! The statement of a tile, and the index that makes it cheap with a million cases.

use wangge_realm::access::Filter;
use wangge_store::{Migration, Stmt, Value};

use super::{MOST, Wanted};

/// The index over open cases by place.
pub const MIGRATIONS: &[Migration] = &[Migration {
    id: 1,
    slice: "map",
    sql: "
CREATE INDEX case_map ON case_file (district, lat, lon, id) WHERE open = 1 AND lat IS NOT NULL;
",
}];

/// How many cases are open in a grid.
pub(super) const OPEN_IN: Stmt =
    Stmt::new("map.open_in", "SELECT count(*) FROM case_file WHERE district = $1 AND open = 1 AND grid = $2");

/// Where a case is, and whether it is open.
pub(super) const WHERE: Stmt =
    Stmt::new("map.where", "SELECT lon, lat, open FROM case_file WHERE district = $1 AND id = $2");

/// Every statement of this slice but the one below, which depends on the right.
pub const STATEMENTS: &[&Stmt] = &[&OPEN_IN, &WHERE];

/// The open cases of one district in a box, one more than a tile takes: `$1` is the district, then the
/// parameters returned.
pub fn spots(wanted: &Wanted, right: &Filter) -> (String, Vec<Value>) {
    let mut params = right.params.clone();
    let mut text = format!(
        "SELECT c.id, c.number, c.state, c.colour, c.board, c.matter, c.due, c.lon, c.lat FROM case_file c \
         WHERE c.district = $1 AND {} AND c.open = 1 AND c.lat IS NOT NULL",
        right.sql(2)
    );
    let mut also = |condition: &str, value: Value| {
        params.push(value);
        text.push_str(&format!(" AND {condition} ${}", params.len() + 1));
    };
    also("c.lat >=", wanted.low.lat.into());
    also("c.lat <=", wanted.high.lat.into());
    also("c.lon >=", wanted.low.lon.into());
    also("c.lon <=", wanted.high.lon.into());
    if let Some(state) = wanted.state {
        also("c.state =", state.word().into());
    }
    if let Some(board) = wanted.board {
        also("c.board =", board.word().into());
    }
    text.push_str(&format!(" ORDER BY c.lat, c.lon, c.id LIMIT {}", MOST + 1));
    (text, params)
}
