//! Which crate may know which: read from `cargo metadata`, compared with the table below. The table is the house's plan; a
//! new crate must be entered here, with what it may know, before it builds in CI.

use super::Finding;
use serde_json::Value;

/// Each crate and the crates of ours that it may name. `journeys` acts from outside and may name anything.
const MAY_KNOW: [(&str, &[&str]); 9] = [
    ("domain", &[]),
    ("programme", &["domain"]),
    ("store", &["domain"]),
    ("paper", &[]),
    ("words", &[]),
    ("app", &["domain", "programme", "store", "paper"]),
    ("web", &["app", "domain", "words", "paper"]),
    ("telar", &["domain", "programme", "store", "paper", "words", "app", "web"]),
    ("xtask", &[]),
];
const ANYTHING: &str = "journeys";

pub fn check(metadata: &Value) -> Result<Vec<Finding>, String> {
    let packages = metadata["packages"].as_array().ok_or("cargo metadata has no packages")?;
    let mut findings = Vec::new();
    for package in packages {
        let name = package["name"].as_str().unwrap_or_default();
        let manifest = place(metadata, package);
        if name == ANYTHING {
            continue;
        }
        let Some((_, allowed)) = MAY_KNOW.iter().find(|(known, _)| *known == name) else {
            findings.push(Finding::wrong(
                &manifest,
                1,
                format!(
                    "crate {name} is in no direction: enter it in xtask/src/tidy/directions.rs with what it may know"
                ),
            ));
            continue;
        };
        for dependency in package["dependencies"].as_array().into_iter().flatten() {
            let other = dependency["name"].as_str().unwrap_or_default();
            // Ours are those with a path.
            if dependency["path"].is_string() && !allowed.contains(&other) {
                findings.push(Finding::wrong(
                    &manifest,
                    1,
                    format!(
                        "{name} must not know {other}: remove the dependency, and let a crate above both join them"
                    ),
                ));
            }
        }
    }
    Ok(findings)
}

fn place(metadata: &Value, package: &Value) -> String {
    let root = metadata["workspace_root"].as_str().unwrap_or_default();
    let path = package["manifest_path"].as_str().unwrap_or_default();
    path.strip_prefix(root).unwrap_or(path).trim_start_matches('/').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn with(name: &str, others: &[&str]) -> Vec<Finding> {
        let dependencies: Vec<Value> =
            others.iter().map(|other| json!({"name": other, "path": format!("/x/{other}")})).collect();
        let metadata = json!({"workspace_root": "/x", "packages": [
            {"name": name, "manifest_path": format!("/x/crates/{name}/Cargo.toml"), "dependencies": dependencies}]});
        check(&metadata).unwrap()
    }

    #[test]
    fn web_never_knows_store() {
        let findings = with("web", &["app", "store"]);
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].place, "crates/web/Cargo.toml:1");
        assert!(findings[0].what.contains("web must not know store"));
    }

    #[test]
    fn domain_knows_nothing_of_ours_and_may_know_others() {
        assert_eq!(with("domain", &["words"]).len(), 1);
        let metadata = json!({"workspace_root": "/x", "packages": [
            {"name": "domain", "manifest_path": "/x/Cargo.toml", "dependencies": [{"name": "serde", "path": null}]}]});
        assert_eq!(check(&metadata).unwrap(), []);
    }

    #[test]
    fn the_plan_itself_passes() {
        for (name, others) in MAY_KNOW {
            assert_eq!(with(name, others), []);
        }
        assert_eq!(with("journeys", &["store", "web", "telar"]), []);
    }

    #[test]
    fn a_crate_in_no_direction_is_told() {
        assert!(with("forum", &[])[0].what.contains("enter it"));
    }
}
