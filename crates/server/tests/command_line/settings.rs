//! `telar settings`: names, precedence and secrets, as the binary shows them. It must not open a site.

use crate::telar::{Ran, shown, telar, telar_in};
use serde_json::Value;

fn setting<'a>(settings: &'a Value, name: &str) -> &'a Value {
    settings["settings"].as_array().expect("a list").iter().find(|one| one["name"] == name).expect("listed")
}

fn in_force(ran: &Ran, name: &str) -> (String, String) {
    let json = ran.json();
    let one = setting(&json, name);
    let text = |key: &str| one[key].as_str().expect("text").to_owned();
    (text("value"), text("source"))
}

#[test]
fn the_flag_wins_over_the_environment_over_the_file_over_the_default() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = shown(folder.path());
    std::fs::write(folder.path().join("telar.toml"), "listen = \"127.0.0.1:3\"\nlog_level = \"debug\"\n")
        .expect("written");
    let variables = [("TELAR_LISTEN", "127.0.0.1:2")];
    let by_flag = telar_in(&["settings", "--json", "--data", &data, "--listen", "127.0.0.1:1"], &variables);
    let by_variable = telar_in(&["settings", "--json", "--data", &data], &variables);
    let by_file = telar(&["settings", "--json", "--data", &data]);
    let pair = |value: &str, source: &str| (value.to_owned(), source.to_owned());
    assert_eq!(in_force(&by_flag, "listen"), pair("127.0.0.1:1", "flag"));
    assert_eq!(in_force(&by_variable, "listen"), pair("127.0.0.1:2", "environment"));
    assert_eq!(in_force(&by_file, "listen"), pair("127.0.0.1:3", "file"));
    assert_eq!(in_force(&by_file, "log_level"), pair("debug", "file"));
    assert_eq!(in_force(&by_file, "tls"), pair("off", "default"));
}

#[test]
fn every_setting_is_listed_with_its_names_and_its_meaning() {
    let listed = telar(&["settings", "--json"]).json();
    for one in listed["settings"].as_array().expect("a list") {
        let name = one["name"].as_str().expect("a name");
        assert_eq!(one["variable"], format!("TELAR_{}", name.to_uppercase()));
        assert_eq!(one["flag"], format!("--{}", name.replace('_', "-")));
        assert!(!one["meaning"].as_str().expect("a meaning").is_empty());
    }
    let people = telar(&["settings"]).out;
    assert!(people.contains("opción --public-url · variable TELAR_PUBLIC_URL · clave public_url"), "{people}");
}

#[test]
fn a_password_is_never_printed() {
    let url = "postgres://telar:s3cret@localhost/telar";
    for form in [&["settings", "--json"][..], &["settings"]] {
        let shown = telar_in(form, &[("TELAR_DATABASE", url)]);
        assert_eq!(shown.code, 0);
        assert!(
            shown.out.contains("postgres://telar:***@localhost/telar") && !shown.out.contains("s3cret"),
            "{}",
            shown.out
        );
    }
    let refused = telar_in(&["settings"], &[("TELAR_DATABASE", "mysql://telar:s3cret@localhost/telar")]);
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("TELAR_DATABASE") && !refused.err.contains("s3cret"), "{}", refused.err);
}

#[test]
fn metrics_are_refused_anywhere_but_on_the_machine_itself() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = shown(&folder.path().join("site"));
    let refused = telar(&["serve", "--json", "--data", &data, "--metrics", "0.0.0.0:9100"]);
    assert_eq!(refused.code, 2);
    assert_eq!(refused.json()["error"], "metrics_not_loopback");
    assert!(!folder.path().join("site").exists(), "nothing was made");
}

#[test]
fn a_setting_spelt_wrong_in_the_file_is_refused_with_its_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = shown(folder.path());
    std::fs::write(folder.path().join("telar.toml"), "# ours\npublic-url = \"https://a.example\"\n").expect("written");
    let refused = telar(&["settings", "--data", &data]);
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("línea 2") && refused.err.contains("¿Quiso decir public_url?"), "{}", refused.err);
    std::fs::write(folder.path().join("telar.toml"), "listen = [\n").expect("written");
    let refused = telar(&["settings", "--data", &data]);
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("no es TOML válido"), "{}", refused.err);
}
