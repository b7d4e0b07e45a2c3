//! What a phone works out again by itself, in `client/src/offline`: which questions an attempt asks, and what an answer is worth. Both
//! sides are held to the same files of cases. `TELAR_WRITE_CASES=1 cargo test -p domain --test phone_cases` writes them anew.

#[path = "phone_cases/chance.rs"]
mod chance;
#[path = "phone_cases/draws.rs"]
mod draws;
#[path = "phone_cases/marks.rs"]
mod marks;

use serde::Serialize;
use serde::de::DeserializeOwned;
use std::path::Path;

/// The cases of a file; written first, one a line, where that is asked for.
fn cases<C: Serialize + DeserializeOwned>(file: &str, make: impl FnOnce() -> Vec<C>) -> Vec<C> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(file);
    if std::env::var_os("TELAR_WRITE_CASES").is_some() {
        let lines: Vec<String> = make().iter().map(|case| serde_json::to_string(case).expect("JSON")).collect();
        std::fs::write(&path, format!("[\n{}\n]\n", lines.join(",\n"))).expect("written");
    }
    serde_json::from_str(&std::fs::read_to_string(&path).expect("the file of cases")).expect("cases")
}
