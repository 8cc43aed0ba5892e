//! What can be done with the water: read it, stage another import of it, put that in force.

use wangge_store::{Error, Read, Result, Tx};

use super::{Water, Waters, sql};
use crate::grid;

/// The import in force; 0 before the first.
pub fn water_version(r: &mut Read) -> Result<i64> {
    Ok(r.opt(&sql::VERSION, &[], |row| row.int(0))?.unwrap_or(0))
}

/// The water in force.
pub fn waters(r: &mut Read) -> Result<Waters> {
    let version = water_version(r)?;
    let all = r.query(&sql::SHAPES, &[version.into()], |row| {
        let mut rings = vec![Vec::new()];
        let read = grid::decode(row.opt_bytes(1)?.unwrap_or_default(), |corner, last| {
            if let Some(ring) = rings.last_mut() {
                ring.push(corner);
            }
            if last {
                rings.push(Vec::new());
            }
        });
        rings.pop();
        let line = row.int(2)?;
        read.ok_or(Error::Inconsistency { table: "water", column: "shape", row: line.to_string() })?;
        Ok(Water { name: row.text(0)?, rings, accuracy: u32::try_from(row.int(3)?).unwrap_or(0) })
    })?;
    Ok(Waters { version, all })
}

/// Adds shapes to import `version`; nobody sees them before [`activate`]. `from` is the number of the first.
pub fn stage(tx: &mut Tx, version: i64, from: usize, shapes: &[Water]) -> Result<()> {
    let row = |(i, water): (usize, &Water)| {
        let line = i64::try_from(from + i).unwrap_or(i64::MAX);
        (
            &sql::INSERT,
            vec![
                version.into(),
                line.into(),
                (&water.name).into(),
                grid::encode(&water.rings).into(),
                i64::from(water.accuracy).into(),
            ],
        )
    };
    tx.batch(shapes.iter().enumerate().map(row).collect())?;
    Ok(())
}

/// Puts an import in force, in place of an older one, which is forgotten.
pub fn activate(tx: &mut Tx, version: i64) -> Result<()> {
    tx.exec(&sql::ACTIVATE, &[version.into()])?;
    tx.exec(&sql::DROP, &[version.into()])?;
    Ok(())
}
