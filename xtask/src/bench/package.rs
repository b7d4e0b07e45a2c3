//! Programmes to measure with: the shipped one with more in it, imported, and a cohort opened on it.

use crate::chance::Chance;
use crate::html;
use crate::http::{Client, Wanted};
use crate::learner::expect;
use crate::server::Server;
use crate::workspace::{command, output};
use std::fs;
use std::path::Path;

/// Imports the package into a data folder that nobody serves just now.
pub(super) fn import(binary: &Path, package: &Path, data: &Path) -> Result<(), String> {
    let path = |path: &Path| path.to_str().map(str::to_owned).ok_or("the temporary folder's path is not text");
    let arguments = ["programme", "import", &path(package)?, "--data", &path(data)?];
    output(&mut command(&path(binary)?, &arguments)).map(drop)
}

/// Opens a cohort of the version with this label, which was just imported; its join link.
pub(super) fn open_cohort(server: &Server, version: &str) -> Result<String, String> {
    let mut client = Client::new(&server.url);
    expect(client.get(&server.sign_in("administrator")?), &[200, 303], "the administrator's sign-in")?;
    let site = expect(client.get("/site"), &[200], "/site")?.text();
    let at = site.find(version).ok_or("the site's page does not name the imported version")?;
    let options = html::tags(&site, "option");
    let listed = site.match_indices("<option").filter(|(place, _)| *place < at).count();
    let chosen = options.get(listed.saturating_sub(1)).and_then(|option| option.get("value")).ok_or("no version")?;
    let fields = [
        ("command", Chance::new(3).uuid()),
        ("name", "Medida".into()),
        ("version", chosen.clone()),
        ("starts", "2027-01-11".into()),
        ("ends", "2027-02-12".into()),
        ("organisation", "Organización de prueba".into()),
    ];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let opened = expect(client.post("/site/cohorts", Wanted::Page, &fields), &[303], "opening a cohort")?;
    let cohort = opened.header("location").ok_or("opening a cohort led nowhere")?.to_owned();
    let page = expect(client.get(&cohort), &[200], &cohort)?.text();
    html::links(&page, "/c/").into_iter().find(|path| path.matches('/').count() == 2).ok_or("no join link".into())
}

pub(super) fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let there = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &there)?;
        } else {
            fs::copy(entry.path(), there)?;
        }
    }
    Ok(())
}
