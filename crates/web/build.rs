//! Bundles `client/` with esbuild, compresses each file once, and names it by its content. Node is needed only here; what
//! does not touch this crate builds without it.

use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fmt::Write as _, fs};

struct Bundle {
    constant: &'static str,
    stem: &'static str,
    extension: &'static str,
    content_type: &'static str,
    source: &'static str,
    served: Served,
}

/// Under which address a browser finds it.
#[derive(PartialEq)]
enum Served {
    /// `/assets/<name with its hash>`, kept for ever.
    ByContent,
    /// An address that never changes, by a door of its own: a browser looks for a worker's next version where it found the first.
    ByName(&'static str),
}

const SCRIPT: &str = "text/javascript; charset=utf-8";

const BUNDLES: [Bundle; 13] = [
    Bundle {
        constant: "SCRIPT",
        stem: "app",
        extension: "js",
        content_type: SCRIPT,
        source: "src/main.ts",
        served: Served::ByContent,
    },
    // What only the pages load that show what is on the phone; it comes after SCRIPT.
    Bundle {
        constant: "PHONE",
        stem: "phone",
        extension: "js",
        content_type: SCRIPT,
        source: "src/phone.ts",
        served: Served::ByContent,
    },
    // What only the server's pages of a quiz load; it comes after SCRIPT.
    Bundle {
        constant: "QUIZ",
        stem: "quiz",
        extension: "js",
        content_type: SCRIPT,
        source: "src/quiz.ts",
        served: Served::ByContent,
    },
    // What only the pages load where a key on this phone is made or used; it comes after SCRIPT.
    Bundle {
        constant: "PASSKEYS",
        stem: "passkeys",
        extension: "js",
        content_type: SCRIPT,
        source: "src/passkeys.ts",
        served: Served::ByContent,
    },
    Bundle {
        constant: "STYLE",
        stem: "app",
        extension: "css",
        content_type: "text/css; charset=utf-8",
        source: "src/styles/app.css",
        served: Served::ByContent,
    },
    // What browsers without script load besides, on a page that has another form for them.
    Bundle {
        constant: "PLAIN",
        stem: "plain",
        extension: "css",
        content_type: "text/css; charset=utf-8",
        source: "src/styles/plain.css",
        served: Served::ByContent,
    },
    Bundle {
        constant: "ICON",
        stem: "icon",
        extension: "svg",
        content_type: "image/svg+xml",
        source: "src/icon.svg",
        served: Served::ByContent,
    },
    // The icon again as phones want it on their first screen.
    picture("ICON_192", "icon-192", "src/icons/icon-192.png"),
    picture("ICON_512", "icon-512", "src/icons/icon-512.png"),
    picture("ICON_MASKABLE", "maskable-512", "src/icons/maskable-512.png"),
    Bundle {
        constant: "WORKER",
        stem: "sw",
        extension: "js",
        content_type: SCRIPT,
        source: "src/worker/main.ts",
        served: Served::ByName("/sw.js"),
    },
    Bundle {
        constant: "WORKER_OFF",
        stem: "sw-off",
        extension: "js",
        content_type: SCRIPT,
        source: "src/worker/off.ts",
        served: Served::ByName("/sw.js"),
    },
    // After the pictures: it names them.
    Bundle {
        constant: "MANIFEST",
        stem: "app",
        extension: "webmanifest",
        content_type: "application/manifest+json",
        source: "src/app.webmanifest",
        served: Served::ByName("/manifest.webmanifest"),
    },
];

/// The licences of the packages that stand in the bundles: whoever is sent them is sent these words too.
const LICENCES: Bundle = Bundle {
    constant: "LICENCES",
    stem: "licences",
    extension: "txt",
    content_type: "text/plain; charset=utf-8",
    source: "",
    served: Served::ByContent,
};

const fn picture(constant: &'static str, stem: &'static str, source: &'static str) -> Bundle {
    Bundle { constant, stem, extension: "png", content_type: "image/png", source, served: Served::ByContent }
}

fn main() {
    let client = Path::new(&env::var("CARGO_MANIFEST_DIR").unwrap()).join("../../client").canonicalize().unwrap();
    let out = PathBuf::from(env::var("OUT_DIR").unwrap());
    for watched in ["src", "package.json", "package-lock.json", "tsconfig.json", ".npmrc"] {
        println!("cargo:rerun-if-changed={}", client.join(watched).display());
    }
    let tools = tools(&client, &out);
    println!("cargo:rustc-env=CLIENT_TOOLS={}", tools.display());
    let mut table = String::new();
    let mut packages = BTreeSet::new();
    let mut paths = BTreeMap::new();
    for bundle in &BUNDLES {
        let built = out.join(format!("{}.{}", bundle.stem, bundle.extension));
        match bundle.extension {
            "js" | "css" => packages.extend(esbuild(&tools, &client, bundle, &built)),
            "webmanifest" => fs::write(&built, manifest(&client.join(bundle.source), &paths)).unwrap(),
            _ => drop(fs::copy(client.join(bundle.source), &built).unwrap()),
        }
        paths.insert(format!("{}.{}", bundle.stem, bundle.extension), add(&mut table, bundle, &built));
    }
    let licences = out.join("licences.txt");
    fs::write(&licences, licences_of(&tools, &packages)).unwrap();
    add(&mut table, &LICENCES, &licences);
    let named: Vec<_> = packages.iter().map(String::as_str).collect();
    writeln!(table, "#[cfg(test)]\npub static PACKAGES: &[&str] = &{named:?};").unwrap();
    let by_content = BUNDLES.iter().chain([&LICENCES]).filter(|bundle| bundle.served == Served::ByContent);
    let constants: Vec<_> = by_content.map(|bundle| bundle.constant).collect();
    writeln!(table, "pub static ALL: [&Asset; {}] = [{}];", constants.len(), constants.join(", ")).unwrap();
    fs::write(out.join("assets.rs"), table).unwrap();
}

/// The folder with esbuild in it: installed once for each content of the lock file, and shared by all profiles.
fn tools(client: &Path, out: &Path) -> PathBuf {
    let mut hash = Sha256::new();
    for file in ["package.json", "package-lock.json"] {
        hash.update(fs::read(client.join(file)).unwrap());
    }
    let target = out.ancestors().find(|folder| folder.join("CACHEDIR.TAG").exists()).unwrap_or(out);
    let ready = target.join("client-cache").join(&hex(&hash.finalize())[..16]);
    if ready.join("node_modules/esbuild/bin/esbuild").exists() {
        return ready;
    }
    // Installed beside and then renamed, so that a broken installation is never taken for a whole one.
    let half = target.join("client-cache").join(format!("half-{}", std::process::id()));
    fs::create_dir_all(&half).unwrap();
    for file in ["package.json", "package-lock.json", ".npmrc"] {
        fs::copy(client.join(file), half.join(file)).unwrap();
    }
    run(Command::new("npm").args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(&half));
    if fs::rename(&half, &ready).is_err() {
        assert!(ready.exists(), "could not put the client's tools at {}", ready.display());
        let _ = fs::remove_dir_all(&half);
    }
    ready
}

/// The packages that stand in it.
fn esbuild(tools: &Path, client: &Path, bundle: &Bundle, built: &Path) -> BTreeSet<String> {
    let meta = built.with_extension("meta.json");
    let mut command = Command::new("node");
    command
        .arg(tools.join("node_modules/esbuild/bin/esbuild"))
        .arg(bundle.source)
        .args(["--bundle", "--minify", "--log-level=warning", "--legal-comments=none", "--charset=utf8"])
        // The libraries' own checks and logs stay at home.
        .arg("--define:process.env.NODE_ENV=\"production\"")
        .arg(format!("--outfile={}", built.display()))
        .arg(format!("--metafile={}", meta.display()))
        .env("NODE_PATH", tools.join("node_modules"))
        .current_dir(client);
    // Browsers of about five years ago.
    command.arg(if bundle.extension == "js" { "--target=es2019" } else { "--target=chrome80,firefox78,safari14" });
    run(&mut command);
    let meta: serde_json::Value = serde_json::from_slice(&fs::read(&meta).unwrap()).unwrap();
    let inputs = meta["inputs"].as_object().unwrap();
    inputs.keys().filter_map(|path| package(path)).collect()
}

/// `…/node_modules/@scope/name/file.js` is of `@scope/name`; our own files are of none.
fn package(path: &str) -> Option<String> {
    let (_, inside) = path.rsplit_once("node_modules/")?;
    let parts = if inside.starts_with('@') { 2 } else { 1 };
    Some(inside.split('/').take(parts).collect::<Vec<_>>().join("/"))
}

/// What stands in each package's own licence. A package without one is not served: the build ends.
fn licences_of(tools: &Path, packages: &BTreeSet<String>) -> String {
    let mut text = String::new();
    for name in packages {
        let folder = tools.join("node_modules").join(name);
        let about: serde_json::Value = serde_json::from_slice(&fs::read(folder.join("package.json")).unwrap()).unwrap();
        let found = ["LICENSE", "LICENSE.md", "LICENSE.txt", "LICENCE"].iter();
        let words = found.filter_map(|file| fs::read_to_string(folder.join(file)).ok()).next();
        let words = words.unwrap_or_else(|| panic!("{name} is served, and its package holds no licence"));
        let (version, kind) = (about["version"].as_str().unwrap(), about["license"].as_str().unwrap_or_default());
        writeln!(text, "{name} {version}\n{kind}\n\n{}\n\n", words.trim()).unwrap();
    }
    text
}

fn run(command: &mut Command) {
    let what = format!("{command:?}");
    match command.output() {
        Ok(done) if done.status.success() => {}
        Ok(done) => {
            panic!("{what} failed:\n{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr))
        }
        Err(cause) => panic!(
            "could not run {what}: {cause}\n\nBuilding the pages of Telar needs Node.js 18 or later with npm, on the PATH.\n\
             Install it (Debian: apt-get install nodejs npm) and build again."
        ),
    }
}

/// The text with `{icon-192.png}` and the like replaced by where that file is served.
fn manifest(source: &Path, paths: &BTreeMap<String, String>) -> String {
    let text = fs::read_to_string(source).unwrap();
    paths.iter().fold(text, |text, (name, path)| text.replace(&format!("{{{name}}}"), path))
}

/// Compresses it and writes its line of the table; where it is served.
fn add(table: &mut String, bundle: &Bundle, built: &Path) -> String {
    let plain = fs::read(built).unwrap();
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(&plain).unwrap();
    let gzip_path = built.with_extension(format!("{}.gz", bundle.extension));
    fs::write(&gzip_path, gzip.finish().unwrap()).unwrap();
    let zstd_path = built.with_extension(format!("{}.zst", bundle.extension));
    fs::write(&zstd_path, zstd::encode_all(plain.as_slice(), 19).unwrap()).unwrap();
    let name = format!("{}-{}.{}", bundle.stem, &hex(&Sha256::digest(&plain))[..12], bundle.extension);
    let path = match bundle.served {
        Served::ByContent => format!("/assets/{name}"),
        Served::ByName(path) => path.to_owned(),
    };
    let Bundle { constant, content_type, .. } = bundle;
    writeln!(
        table,
        "pub static {constant}: &Asset = &Asset {{\n    name: {name:?},\n    path: {path:?},\n    \
         content_type: {content_type:?},\n    plain: include_bytes!({built:?}),\n    gzip: include_bytes!({gzip_path:?}),\n    \
         zstd: include_bytes!({zstd_path:?}),\n}};"
    )
    .unwrap();
    path
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut out, byte| {
        write!(out, "{byte:02x}").unwrap();
        out
    })
}
