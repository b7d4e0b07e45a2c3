//! Bundles `client/` with esbuild, compresses each file once, and names it by its content. Node is needed only here; what
//! does not touch this crate builds without it.

use sha2::{Digest, Sha256};
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
}

const BUNDLES: [Bundle; 3] = [
    Bundle {
        constant: "SCRIPT",
        stem: "app",
        extension: "js",
        content_type: "text/javascript; charset=utf-8",
        source: "src/main.ts",
    },
    Bundle {
        constant: "STYLE",
        stem: "app",
        extension: "css",
        content_type: "text/css; charset=utf-8",
        source: "src/styles/app.css",
    },
    Bundle { constant: "ICON", stem: "icon", extension: "svg", content_type: "image/svg+xml", source: "src/icon.svg" },
];

fn main() {
    let client = Path::new(&env::var("CARGO_MANIFEST_DIR").unwrap()).join("../../client").canonicalize().unwrap();
    let out = PathBuf::from(env::var("OUT_DIR").unwrap());
    for watched in ["src", "package.json", "package-lock.json", "tsconfig.json", ".npmrc"] {
        println!("cargo:rerun-if-changed={}", client.join(watched).display());
    }
    let tools = tools(&client, &out);
    println!("cargo:rustc-env=CLIENT_TOOLS={}", tools.display());
    let mut table = String::new();
    for bundle in &BUNDLES {
        let built = out.join(format!("{}.{}", bundle.stem, bundle.extension));
        if bundle.extension == "svg" {
            fs::copy(client.join(bundle.source), &built).unwrap();
        } else {
            esbuild(&tools, &client, bundle, &built);
        }
        add(&mut table, bundle, &built);
    }
    let constants: Vec<_> = BUNDLES.iter().map(|bundle| bundle.constant).collect();
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

fn esbuild(tools: &Path, client: &Path, bundle: &Bundle, built: &Path) {
    let mut command = Command::new("node");
    command
        .arg(tools.join("node_modules/esbuild/bin/esbuild"))
        .arg(bundle.source)
        .args(["--bundle", "--minify", "--log-level=warning", "--legal-comments=none", "--charset=utf8"])
        .arg(format!("--outfile={}", built.display()))
        .current_dir(client);
    // Browsers of about five years ago.
    command.arg(if bundle.extension == "js" { "--target=es2019" } else { "--target=chrome80,firefox78,safari14" });
    run(&mut command);
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

fn add(table: &mut String, bundle: &Bundle, built: &Path) {
    let plain = fs::read(built).unwrap();
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(&plain).unwrap();
    let gzip_path = built.with_extension(format!("{}.gz", bundle.extension));
    fs::write(&gzip_path, gzip.finish().unwrap()).unwrap();
    let zstd_path = built.with_extension(format!("{}.zst", bundle.extension));
    fs::write(&zstd_path, zstd::encode_all(plain.as_slice(), 19).unwrap()).unwrap();
    let name = format!("{}-{}.{}", bundle.stem, &hex(&Sha256::digest(&plain))[..12], bundle.extension);
    let Bundle { constant, content_type, .. } = bundle;
    writeln!(
        table,
        "pub static {constant}: &Asset = &Asset {{\n    name: {name:?},\n    path: \"/assets/{name}\",\n    \
         content_type: {content_type:?},\n    plain: include_bytes!({built:?}),\n    gzip: include_bytes!({gzip_path:?}),\n    \
         zstd: include_bytes!({zstd_path:?}),\n}};"
    )
    .unwrap();
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut out, byte| {
        write!(out, "{byte:02x}").unwrap();
        out
    })
}
