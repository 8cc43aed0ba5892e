//! Lists what `npm run build` left in ui/dist, so that the binary carries its screens. Without Node, or before
//! the first build, the list is empty and the binary says so to whoever opens it (`server::ui`).

use std::{
    env,
    fmt::Write as _,
    fs, io,
    path::{Path, PathBuf},
};

fn main() -> io::Result<()> {
    let dist = Path::new(&variable("CARGO_MANIFEST_DIR")?).join("../../ui/dist");
    // cargo asks a path that does not exist at every build; a tree without ui/ at all is a source package.
    if dist.parent().is_some_and(Path::is_dir) {
        fs::create_dir_all(&dist)?;
    }
    println!("cargo:rerun-if-changed={}", dist.display());
    let mut files = Vec::new();
    if dist.is_dir() {
        collect(&dist, &mut files)?;
    }
    files.sort();
    let mut out = String::from("&[\n");
    for file in files {
        let name = file.strip_prefix(&dist).map_err(io::Error::other)?.to_string_lossy().replace('\\', "/");
        let _ = writeln!(out, "    ({name:?}, include_bytes!({:?})),", file.canonicalize()?);
    }
    out.push_str("]\n");
    fs::write(Path::new(&variable("OUT_DIR")?).join("ui.rs"), out)
}

#[expect(clippy::disallowed_methods, reason = "how cargo speaks to a build script")]
fn variable(name: &str) -> io::Result<String> {
    env::var(name).map_err(io::Error::other)
}

/// Files below `dir`, without source maps: they are for whoever builds.
fn collect(dir: &Path, into: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, into)?;
        } else if path.extension().is_none_or(|e| e != "map") {
            into.push(path);
        }
    }
    Ok(())
}
