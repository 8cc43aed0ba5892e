//! What lies below our own map: 天地图 with a key, a PMTiles file, or images, as configured; in this order.

use wangge_web::app::{BaseMap, MapSettings};

use crate::config::Map;

/// Where a configured PMTiles file is served, with ranges.
pub const PMTILES: &str = "/tiles/base.pmtiles";

/// What handlers and pages may know of `[map]`.
pub fn settings(map: &Map) -> MapSettings {
    let attribution = map.attribution.clone();
    let (base, origins) = if !map.tianditu_key.is_empty() {
        let hosts = (0..4).map(|n| format!("https://t{n}.tianditu.gov.cn"));
        let layer = |name: &str| -> Vec<String> {
            let path = format!(
                "/{name}_w/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER={name}&STYLE=default\
                 &TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX={{z}}&TILEROW={{y}}&TILECOL={{x}}&tk={}",
                map.tianditu_key
            );
            hosts.clone().map(|host| host + &path).collect()
        };
        let (tiles, labels, attribution) = (layer("vec"), layer("cva"), "天地图 © 国家地理信息公共服务平台");
        (Some(BaseMap::Tianditu { tiles, labels, attribution: attribution.to_owned() }), hosts.collect())
    } else if !map.pmtiles.as_os_str().is_empty() {
        (Some(BaseMap::Pmtiles { url: PMTILES.to_owned(), attribution }), Vec::new())
    } else if let Some(origin) = origin(&map.imagery) {
        (Some(BaseMap::Imagery { tiles: vec![map.imagery.clone()], attribution }), vec![origin])
    } else {
        (None, Vec::new())
    };
    MapSettings { note_zh: map.note_zh.clone(), note_en: map.note_en.clone(), base, origins }
}

/// Scheme and host of the address of raster tiles, if it is a plain one.
pub fn origin(address: &str) -> Option<String> {
    let (host, path) = address.strip_prefix("https://")?.split_once('/')?;
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':');
    let whole = ["{z}", "{x}", "{y}"].iter().all(|part| path.contains(part));
    (whole && !host.is_empty() && host.chars().all(plain)).then(|| format!("https://{host}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn images_come_from_a_plain_https_origin_or_not_at_all() {
        assert_eq!(origin("https://a.example/{z}/{x}/{y}.png").as_deref(), Some("https://a.example"));
        for wrong in
            ["http://a.example/{z}/{x}/{y}", "https://a.example/{z}/{x}", "https://a b/{z}{x}{y}", ""]
        {
            assert_eq!(origin(wrong), None, "{wrong}");
        }
    }
}
