//! A site with a million facts, made by the store's own example: how long until its first page, and how long the
//! maintenance command that any site has takes to read it all again and compare every table.

use super::start::first_page;
use crate::statistics::Check;
use crate::workspace::{Profile, command, output, run, telar};
use std::time::Instant;

const FACTS: &str = "1000000";

pub fn measure() -> Result<Vec<Check>, String> {
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let data = folder.path().to_str().ok_or("the temporary folder's path is not text")?;
    let making = ["run", "--quiet", "--release", "--package", "store", "--example", "many_facts", "--", data, FACTS];
    run(&mut command("cargo", &making))?;
    let binary = telar(Profile::Release)?;
    let first = first_page(&binary, folder.path())?;
    let binary = binary.to_str().ok_or("the binary's path is not text")?;
    let started = Instant::now();
    output(&mut command(binary, &["journal", "rebuild", "--check", "--json", "--data", data]))?;
    Ok(vec![
        Check::at_most("first page, a folder of 1,000,000 facts", first.as_secs_f64(), "s", 0.3),
        Check::told("replay of 1,000,000 facts, tables compared", started.elapsed().as_secs_f64(), "s"),
    ])
}
