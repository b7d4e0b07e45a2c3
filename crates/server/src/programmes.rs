//! `telar programme check|import|export`, and the programmes that ship inside the binary.

use crate::outcome::{Exit, Problem};
use crate::{Context, certificates, logs, problems, serve};
use app::Telar;
use app::programmes::{ExportRefused, ImportRefused, Imported, Outcome};
use clap::ArgMatches;
use include_dir::{Dir, include_dir};
use programme::{Counts, Package};
use serde_json::json;
use std::collections::BTreeMap;
use std::fs;
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
    let about = json!({ "ok": true, "digest": package.digest, "files": package.files.len(), "problems": [] });
    out.json(&with_counts(about, Some(&counts)));
    out.say(&w.cli_programme_sound(package.digest.as_str(), package.files.len()));
    out.say(&table(w, &counts));
    if !counts.review_items.is_empty() {
        out.say(&w.cli_programme_to_review(counts.review_items.len()));
        for item in &counts.review_items {
            out.say(&format!("  {}  {}", item.file, item.id));
        }
    }
    Ok(Exit::Done)
}

/// What is counted stands beside the rest, each number under its own name.
fn with_counts(mut about: serde_json::Value, counts: Option<&Counts>) -> serde_json::Value {
    if let (Some(about), Ok(serde_json::Value::Object(all))) = (about.as_object_mut(), serde_json::to_value(counts)) {
        about.extend(all);
    }
    about
}

/// What is counted, a row each, for the whole and for each topic. The names of the rows are those of `--json`.
fn table(w: &words::Words, counts: &Counts) -> String {
    let numbers = |counts: &Counts| -> Vec<(String, String)> {
        let Ok(serde_json::Value::Object(all)) = serde_json::to_value(counts) else { return Vec::new() };
        let mut rows = Vec::new();
        for (what, value) in all {
            match value {
                serde_json::Value::Number(number) => rows.push((what, number.to_string())),
                serde_json::Value::Object(by) if what == "words" => {
                    rows.extend(
                        by.into_iter().map(|(language, count)| (format!("words {language}"), count.to_string())),
                    );
                }
                _ => {}
            }
        }
        rows
    };
    let topics: Vec<(&String, Vec<(String, String)>)> =
        counts.by_topic.iter().map(|(id, it)| (id, numbers(it))).collect();
    let mut lines = vec![format!("  {:24}{:>9}", "", w.cli_programme_whole())];
    for (id, _) in &topics {
        lines[0].push_str(&format!("{id:>9}"));
    }
    for (what, whole) in numbers(counts) {
        let mut line = format!("  {what:24}{whole:>9}");
        for (_, rows) in &topics {
            let of_topic = rows.iter().find(|(name, _)| *name == what).map_or("", |(_, count)| count);
            line.push_str(&format!("{of_topic:>9}"));
        }
        lines.push(line);
    }
    lines.join("\n")
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

/// Writes a version as the folder that it came from. Nothing is overwritten: the folder is new, or empty.
pub fn export(context: &Context, given: &ArgMatches) -> Result<Exit, Problem> {
    let Context { w, out, .. } = context;
    let text = |name: &str| given.get_one::<String>(name).map(String::as_str);
    let (slug, folder) = (text("slug").unwrap_or_default(), text("to").unwrap_or_default());
    let failed =
        |why: std::io::Error| Problem::failed("folder", w.cli_folder_failed(why.to_string(), folder), String::new());
    let empty = fs::read_dir(folder).map_or(Ok(true), |mut entries| entries.next().transpose().map(|it| it.is_none()));
    if !empty.map_err(failed)? {
        let (what, remedy) = (w.cli_programme_export_taken(folder), w.cli_programme_export_taken_do());
        return Err(Problem::refused("folder_not_empty", what, remedy));
    }
    logs::start(&context.settings);
    let runtime = serve::runtime(w)?;
    // It only reads, and so may do it beside a server at work.
    let telar = certificates::open(context)?;
    let exported = runtime.block_on(telar.export_programme(slug, text("label")));
    runtime.shutdown_timeout(std::time::Duration::from_secs(5));
    drop(telar);
    let exported = exported.map_err(|refused| match refused {
        ExportRefused::NotFound(known) => {
            let remedy = w.cli_programme_export_known(known.join(", "));
            Problem::refused("no_such_version", w.cli_programme_export_none(slug), remedy)
        }
        ExportRefused::NotKept => {
            Problem::refused("not_kept", w.cli_programme_export_not_kept(), w.cli_programme_export_not_kept_do())
        }
        ExportRefused::Unavailable(error) => problems::unavailable(context, &error),
    })?;
    for (path, text) in &exported.files {
        let file = Path::new(folder).join(path);
        fs::create_dir_all(file.parent().unwrap_or(Path::new(folder))).map_err(failed)?;
        fs::write(&file, text).map_err(failed)?;
    }
    let files = exported.files.len();
    out.json(&json!({ "slug": exported.slug, "version": exported.label, "folder": folder, "files": files }));
    out.say(&w.cli_programme_exported(files, folder, exported.label));
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
        ImportRefused::KindChanged { activity, version } => Problem::refused(
            "kind_changed",
            w.cli_programme_kind_changed(activity.as_str(), version),
            w.cli_programme_kind_changed_remedy(activity.as_str()),
        ),
    })
}

/// The folder as a package; or what is wrong with it, said, and the exit code for that.
pub fn read(context: &Context, given: &ArgMatches) -> Result<Package, Exit> {
    read_folder(context, Path::new(given.get_one::<String>("folder").expect("clap requires it")))
}

pub fn read_folder(context: &Context, folder: &Path) -> Result<Package, Exit> {
    let Context { w, out, .. } = context;
    programme::examine(folder).map_err(|faulty| {
        let found: Vec<_> = faulty.problems.iter().map(|one| one.in_language(w.language())).collect();
        let rows: Vec<_> = found
            .iter()
            .map(|one| json!({ "file": one.file, "line": one.line, "what": one.what, "remedy": one.remedy }))
            .collect();
        out.json(&with_counts(json!({ "ok": false, "problems": rows }), faulty.counts.as_deref()));
        for one in &found {
            out.note(&format!("{}:{}: {}", one.file, one.line, one.what));
            if !one.remedy.is_empty() {
                out.note(&format!("    {}", one.remedy));
            }
        }
        if let Some(counts) = &faulty.counts {
            out.say(&table(w, counts));
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
