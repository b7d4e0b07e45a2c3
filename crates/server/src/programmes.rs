//! `telar programme check|import`, and the programmes that ship inside the binary.

use crate::outcome::{Exit, Problem};
use crate::{Context, logs, problems, serve};
use app::Telar;
use app::programmes::{ImportRefused, Imported, Outcome};
use clap::ArgMatches;
use include_dir::{Dir, include_dir};
use programme::Package;
use serde_json::json;
use std::collections::BTreeMap;
use std::path::Path;

static SHIPPED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../programmes");

/// The programmes that ship with Telar. They are checked when the project is: one that cannot be read is a bug.
pub fn shipped() -> Vec<Package> {
    let folders = SHIPPED.dirs().filter(|folder| folder.get_file(folder.path().join("programme.toml")).is_some());
    let read = |folder: &Dir<'_>| {
        let mut files = BTreeMap::new();
        collect(folder, folder.path(), &mut files);
        programme::read_files(&files).unwrap_or_else(|found| panic!("the shipped programme is not sound: {found:?}"))
    };
    folders.map(read).collect()
}

fn collect(folder: &Dir<'_>, root: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
    for file in folder.files() {
        let path = file.path().strip_prefix(root).expect("a file lies in its folder");
        files.insert(path.to_string_lossy().into_owned(), file.contents().to_vec());
    }
    for deeper in folder.dirs() {
        collect(deeper, root, files);
    }
}

pub fn check(context: &Context, given: &ArgMatches) -> Result<Exit, Problem> {
    let Context { w, out, .. } = context;
    let package = match read(context, given) {
        Ok(package) => package,
        Err(exit) => return Ok(exit),
    };
    let counts = package.counts();
    out.json(
        &json!({ "ok": true, "digest": package.digest, "files": package.files, "counts": counts, "problems": [] }),
    );
    out.say(&w.cli_programme_sound(package.digest.as_str(), package.files));
    if let Ok(serde_json::Value::Object(counts)) = serde_json::to_value(&counts) {
        for (what, count) in counts {
            out.say(&format!("  {what}: {count}"));
        }
    }
    Ok(Exit::Done)
}

pub fn import(context: &Context, given: &ArgMatches) -> Result<Exit, Problem> {
    let Context { w, out, .. } = context;
    let package = match read(context, given) {
        Ok(package) => package,
        Err(exit) => return Ok(exit),
    };
    logs::start(&context.settings);
    let runtime = serve::runtime(w)?;
    let telar = serve::open(context, context.settings.public_url(context.settings.listen), serve::Kind::Site)?;
    let imported = runtime.block_on(take(context, &telar, &package));
    serve::close(runtime, telar);
    let imported = imported?;
    let new = imported.outcome == Outcome::New;
    let version = imported.version.to_string();
    out.json(&json!({ "version": version, "new": new }));
    out.say(&if new { w.cli_programme_imported(version) } else { w.cli_programme_known(version) });
    Ok(Exit::Done)
}

pub async fn take(context: &Context, telar: &Telar, package: &Package) -> Result<Imported, Problem> {
    let w = context.w;
    telar.import_programme(package).await.map_err(|refused| match refused {
        ImportRefused::Unavailable(error) => problems::unavailable(context, &error),
        ImportRefused::LabelTaken(label) => Problem::refused(
            "label_taken",
            w.cli_programme_label_taken(label.as_str()),
            w.cli_programme_label_taken_remedy(),
        ),
    })
}

/// The folder as a package; or what is wrong with it, said, and the exit code for that.
pub fn read(context: &Context, given: &ArgMatches) -> Result<Package, Exit> {
    let Context { w, out, .. } = context;
    let folder = Path::new(given.get_one::<String>("folder").expect("clap requires it"));
    programme::read(folder).map_err(|found| {
        let found: Vec<_> = found.iter().map(|one| one.in_language(w.language())).collect();
        let rows: Vec<_> = found
            .iter()
            .map(|one| json!({ "file": one.file, "line": one.line, "what": one.what, "remedy": one.remedy }))
            .collect();
        out.json(&json!({ "ok": false, "problems": rows }));
        for one in &found {
            out.note(&format!("{}:{}: {}", one.file, one.line, one.what));
            if !one.remedy.is_empty() {
                out.note(&format!("    {}", one.remedy));
            }
        }
        out.note(&w.cli_programme_problems(found.len()));
        Exit::CheckFailed
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_shipped_programmes_are_sound() {
        assert!(!super::shipped().is_empty());
    }
}
