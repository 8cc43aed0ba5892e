//! Between the two datums that reach us: WGS-84, which devices measure and we store, and GCJ-02,
//! the shifted datum that Chinese map services and phones hand out (GB 20263-2006; the formula is
//! the one in general use, fitted on the Krasovsky 1940 ellipsoid). The shift is 100–700 m.
//!
//! Outside a rough box around China the two are the same by convention.

use std::f64::consts::PI;

use crate::{Coord, Datum};

/// Semi-major axis of Krasovsky 1940, metres.
const AXIS: f64 = 6_378_245.0;
/// First eccentricity of Krasovsky 1940, squared.
const ECCENTRICITY: f64 = 0.006_693_421_622_965_943;
/// How close, in degrees, the inverse must come: a tenth of a millimetre.
const CLOSE: f64 = 1e-9;

impl Datum {
    /// A point of this datum in WGS-84.
    pub fn to_wgs84(self, at: Coord) -> Coord {
        match self {
            Self::Wgs84 => at,
            Self::Gcj02 => gcj02_to_wgs84(at),
        }
    }
    /// A WGS-84 point in this datum.
    pub fn from_wgs84(self, at: Coord) -> Coord {
        match self {
            Self::Wgs84 => at,
            Self::Gcj02 => wgs84_to_gcj02(at),
        }
    }
}

/// From WGS-84 to GCJ-02, degrees.
pub fn wgs84_to_gcj02(at: Coord) -> Coord {
    if !shifted(at) {
        return at;
    }
    let (dlon, dlat) = shift(at);
    Coord { lon: at.lon + dlon, lat: at.lat + dlat }
}

/// From GCJ-02 to WGS-84, degrees. There is no closed form: the forward shift is smooth and small,
/// so subtracting it repeatedly converges to below a millimetre in a few steps.
pub fn gcj02_to_wgs84(at: Coord) -> Coord {
    if !shifted(at) {
        return at;
    }
    let mut guess = at;
    for _ in 0..10 {
        let (dlon, dlat) = shift(guess);
        let next = Coord { lon: at.lon - dlon, lat: at.lat - dlat };
        let moved = (next.lon - guess.lon).abs().max((next.lat - guess.lat).abs());
        guess = next;
        if moved < CLOSE {
            break;
        }
    }
    guess
}

/// Metres between two WGS-84 points, by the mean radius of the earth: good to half a percent,
/// which is what "240 m from the grid" needs.
pub fn metres_between(a: Coord, b: Coord) -> f64 {
    const RADIUS: f64 = 6_371_008.8;
    let (lat_a, lat_b) = (a.lat.to_radians(), b.lat.to_radians());
    let half_lat = ((lat_b - lat_a) / 2.0).sin();
    let half_lon = ((b.lon - a.lon).to_radians() / 2.0).sin();
    let h = half_lat * half_lat + lat_a.cos() * lat_b.cos() * half_lon * half_lon;
    2.0 * RADIUS * h.sqrt().min(1.0).asin()
}

fn shifted(at: Coord) -> bool {
    (72.004..=137.8347).contains(&at.lon) && (0.8293..=55.8271).contains(&at.lat)
}

fn shift(at: Coord) -> (f64, f64) {
    let (x, y) = (at.lon - 105.0, at.lat - 35.0);
    let root = x.abs().sqrt();
    let wave = |height: f64, turns: f64| height * (turns * PI).sin() * 2.0 / 3.0;
    let common = wave(20.0, 6.0 * x) + wave(20.0, 2.0 * x);
    let north = -100.0
        + 2.0 * x
        + 3.0 * y
        + 0.2 * y * y
        + 0.1 * x * y
        + 0.2 * root
        + common
        + wave(20.0, y)
        + wave(40.0, y / 3.0)
        + wave(160.0, y / 12.0)
        + wave(320.0, y / 30.0);
    let east = 300.0
        + x
        + 2.0 * y
        + 0.1 * x * x
        + 0.1 * x * y
        + 0.1 * root
        + common
        + wave(20.0, x)
        + wave(40.0, x / 3.0)
        + wave(150.0, x / 12.0)
        + wave(300.0, x / 30.0);
    let radians = at.lat.to_radians();
    let magic = 1.0 - ECCENTRICITY * radians.sin() * radians.sin();
    let meridian = AXIS * (1.0 - ECCENTRICITY) / (magic * magic.sqrt());
    let parallel = AXIS / magic.sqrt() * radians.cos();
    (east.to_degrees() / parallel, north.to_degrees() / meridian)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_known_pair_agrees_with_the_general_formula() {
        // Tian'anmen: the pair that every published implementation of the formula is checked with.
        let wgs = Coord { lon: 116.391_3, lat: 39.907_4 };
        let gcj = wgs84_to_gcj02(wgs);
        assert!((gcj.lon - 116.397_5).abs() < 1e-4, "{gcj:?}");
        assert!((gcj.lat - 39.908_8).abs() < 1e-4, "{gcj:?}");
    }

    #[test]
    fn outside_china_nothing_moves() {
        let boston = Coord { lon: -71.06, lat: 42.36 };
        assert_eq!(wgs84_to_gcj02(boston), boston);
        assert_eq!(Datum::Gcj02.to_wgs84(boston), boston);
    }

    #[test]
    fn a_degree_of_latitude_is_111_km() {
        let metres = metres_between(Coord { lon: 106.5, lat: 29.0 }, Coord { lon: 106.5, lat: 30.0 });
        assert!((metres - 111_195.0).abs() < 100.0, "{metres}");
    }

    proptest! {
        #[test]
        fn there_and_back_is_less_than_a_metre(lon in 73.0..135.0, lat in 18.0..54.0) {
            let at = Coord { lon, lat };
            let back = gcj02_to_wgs84(wgs84_to_gcj02(at));
            prop_assert!(metres_between(at, back) < 0.01, "{:?} came back as {:?}", at, back);
        }

        #[test]
        fn the_shift_is_between_10_m_and_1_km(lon in 105.2..110.3, lat in 28.1..32.3) {
            let at = Coord { lon, lat };
            let metres = metres_between(at, wgs84_to_gcj02(at));
            prop_assert!((10.0..1_000.0).contains(&metres), "{metres} m");
        }
    }
}
