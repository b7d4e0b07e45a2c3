//! `cargo xtask setup`: installs what the tests need and is not there yet, by the machine's own clients (Debian's packages, npm,
//! pip).
//! Quick when all is present; says what to do when it cannot. Never lets a test be skipped for want of a tool.

use crate::workspace::{command, on_path, output, root, run, target};
use std::fs;
use std::path::Path;

/// A Debian package and how to see that it is there.
struct Package {
    name: &'static str,
    there: fn() -> bool,
    wherefor: &'static str,
}

const PACKAGES: [Package; 6] = [
    Package { name: "chromium", there: || Path::new(CHROMIUM).exists(), wherefor: "journeys in a real browser" },
    Package {
        name: "postgresql",
        there: || crate::postgres::programs().is_some(),
        wherefor: "the store's tests on its second engine",
    },
    Package { name: "nodejs", there: || on_path("node"), wherefor: "the client's build and the journeys" },
    Package { name: "npm", there: || on_path("npm"), wherefor: "the client's build and the journeys" },
    Package {
        name: "poppler-utils",
        there: || on_path("pdftotext"),
        wherefor: "reading the PDF of a certificate in tests",
    },
    Package {
        name: "python3-venv",
        // Debian keeps what makes an environment apart from Python itself.
        there: || output(&mut command("python3", &["-c", "import venv, ensurepip"])).is_ok(),
        wherefor: "computing the statistics a second time",
    },
];

pub const CHROMIUM: &str = "/usr/bin/chromium";

pub fn setup() -> Result<(), String> {
    debian()?;
    for folder in ["client", "e2e"] {
        npm(&root().join(folder))?;
    }
    check_versions()?;
    python()
}

fn debian() -> Result<(), String> {
    let missing: Vec<&Package> = PACKAGES.iter().filter(|package| !(package.there)()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names: Vec<&str> = missing.iter().map(|package| package.name).collect();
    for package in &missing {
        println!("missing: {} ({})", package.name, package.wherefor);
    }
    let by_hand = format!("apt-get install --no-install-recommends {}", names.join(" "));
    if !on_path("apt-get") {
        return Err(format!("this machine has no apt-get; install by its own means: {}", names.join(", ")));
    }
    if !crate::postgres::running_as_root()? {
        return Err(format!("installing needs root; run once: sudo {by_hand}"));
    }
    // A package database that is newer than a day would do, but asking is quick and a stale list fails in obscure ways.
    run(command("apt-get", &["update", "--quiet"]).env("DEBIAN_FRONTEND", "noninteractive"))
        .map_err(|error| format!("{error}\nthe package lists could not be had; is this machine offline?"))?;
    run(command("apt-get", &["install", "--yes", "--quiet", "--no-install-recommends"])
        .args(&names)
        .env("DEBIAN_FRONTEND", "noninteractive"))
    .map_err(|error| format!("{error}\ninstall by hand what is missing: {by_hand}"))?;
    match PACKAGES.iter().find(|package| !(package.there)()) {
        None => Ok(()),
        Some(package) => Err(format!("{} was installed and still is not where it is looked for", package.name)),
    }
}

/// `npm ci` once for each lock file: its text is kept beside what it installed.
fn npm(folder: &Path) -> Result<(), String> {
    let lock_file = folder.join("package-lock.json");
    let lock = fs::read_to_string(&lock_file).map_err(|error| format!("{}: {error}", lock_file.display()))?;
    let mark = folder.join("node_modules/.installed-lock");
    if fs::read_to_string(&mark).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    println!("npm packages for {}", folder.file_name().unwrap_or_default().to_string_lossy());
    run(command("npm", &["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(folder))
        .map_err(|error| format!("{error}\nthe packages could not be had; is this machine offline?"))?;
    fs::write(&mark, lock).map_err(|error| format!("{}: {error}", mark.display()))
}

/// The packages that compute the statistics a second time (`crates/domain/tests/statistics`), in an environment of their own beside
/// what cargo builds, where the test looks for them. Wheels only: nothing of a package runs while it is installed.
fn python() -> Result<(), String> {
    let folder = root().join("crates/domain/tests/statistics");
    let read = |name: &str| fs::read_to_string(folder.join(name)).map_err(|error| format!("{name}: {error}"));
    let wanted = read("requirements.txt")? + &read("constraints.txt")?;
    let environment = target().join("python");
    let mark = environment.join("installed");
    let python = environment.join("bin/python");
    let python = python.to_string_lossy();
    // Where the Python that made it is gone, its own does not start.
    let starts = output(&mut command(&python, &["--version"])).is_ok();
    if starts && fs::read_to_string(&mark).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    println!("Python packages for the statistics");
    run(command("python3", &["-m", "venv", "--clear"]).arg(&environment))?;
    let pip = ["-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check", "--only-binary=:all:"];
    let mut install = command(&python, &pip);
    install.arg("-r").arg(folder.join("requirements.txt")).arg("-c").arg(folder.join("constraints.txt"));
    run(&mut install).map_err(|error| format!("{error}\nthe packages could not be had; is this machine offline?"))?;
    fs::write(&mark, wanted).map_err(|error| format!("{}: {error}", mark.display()))
}

fn check_versions() -> Result<(), String> {
    let node = output(&mut command("node", &["--version"]))?;
    let major = node.trim().trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < 20) {
        return Err(format!("Node.js 20 or newer is needed, this is {}", node.trim()));
    }
    let python = output(&mut command("python3", &["-c", "import sys; print(sys.version_info >= (3, 11))"]))?;
    if python.trim() != "True" {
        return Err("Python 3.11 or newer is needed".into());
    }
    Ok(())
}
