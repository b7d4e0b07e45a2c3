//! `telar settings`: every setting, its names, the value in force and where it came from. Secrets are masked.

use super::{Name, Source, wording};
use crate::Context;
use crate::outcome::{Exit, Problem};
use serde_json::json;

pub fn run(context: &Context) -> Result<Exit, Problem> {
    let Context { w, out, settings } = context;
    let file = settings.file.as_ref().map(|file| file.to_string_lossy().into_owned());
    let mut rows = Vec::new();
    out.say(&match &file {
        Some(file) => w.cli_settings_from(file.as_str()),
        None => w.cli_settings_no_file(settings.data.join("telar.toml").to_string_lossy()),
    });
    for name in Name::ALL {
        let value = settings.value(name);
        let shown = if name == Name::Database { mask(&value.text) } else { value.text.clone() };
        let flag = format!("--{}", name.flag());
        let key = if name.in_file() { name.key() } else { "" };
        let or_nothing = |text: &str| if text.is_empty() { w.cli_settings_nothing() } else { text.to_owned() };
        out.say("");
        out.say(name.key());
        out.say(&format!("  {}", wording::meaning(w, name)));
        out.say(&format!("  {}", w.cli_settings_names(flag.as_str(), or_nothing(key), name.variable())));
        out.say(&format!("  {}", w.cli_settings_value(wording::source(w, value.source), or_nothing(&shown))));
        out.say(&format!("  {}", w.cli_settings_default(or_nothing(name.default()))));
        rows.push(json!({
            "name": name.key(), "flag": flag, "variable": name.variable(), "key": key, "value": shown,
            "source": source(value.source), "default": name.default(), "meaning": wording::meaning(w, name),
        }));
    }
    out.json(&json!({ "file": file, "settings": rows }));
    Ok(Exit::Done)
}

fn source(source: Source) -> &'static str {
    match source {
        Source::Flag => "flag",
        Source::Environment => "environment",
        Source::File => "file",
        Source::Default => "default",
    }
}

/// A database address without its password, wherever the address carries it. An unescaped password may hold any
/// character, so all up to the last `@` is taken for it: rather too much masked than a letter shown.
pub fn mask(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else { return url.to_owned() };
    let (user, rest) = match rest.rsplit_once('@') {
        Some((user, rest)) => match user.split_once(':') {
            Some((user, _)) => (format!("{user}:***@"), rest),
            None => (format!("{user}@"), rest),
        },
        None => (String::new(), rest),
    };
    let Some((place, query)) = rest.split_once('?') else { return format!("{scheme}://{user}{rest}") };
    let parts = query.split('&').map(|part| match part.split_once('=') {
        Some((key, _)) if key.contains("password") => format!("{key}=***"),
        _ => part.to_owned(),
    });
    format!("{scheme}://{user}{place}?{}", parts.collect::<Vec<_>>().join("&"))
}

#[cfg(test)]
mod tests {
    use super::mask;

    #[test]
    fn a_password_is_never_shown() {
        assert_eq!(mask("postgres://ana:s3cr@t:x@db.example/telar"), "postgres://ana:***@db.example/telar");
        assert_eq!(
            mask("postgres://ana@db/telar?sslmode=require&password=s"),
            "postgres://ana@db/telar?sslmode=require&password=***"
        );
        assert_eq!(mask("postgres://ana:a?b/c@db/telar"), "postgres://ana:***@db/telar");
        assert_eq!(mask("postgres:///telar?host=/run/postgresql"), "postgres:///telar?host=/run/postgresql");
        assert_eq!(mask(""), "");
    }
}
