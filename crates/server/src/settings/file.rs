//! The settings file: flat TOML, one key a setting. A key that Telar does not know is refused, with its line: a setting
//! spelt wrong must never be silently without effect.

use super::{Name, SettingRefused, Source, Value};
use std::collections::BTreeMap;
use std::path::Path;
use toml::de::{DeTable, DeValue};

pub fn read(file: &Path) -> Result<BTreeMap<Name, Value>, SettingRefused> {
    let text = std::fs::read_to_string(file)
        .map_err(|error| SettingRefused::FileUnreadable { file: file.to_owned(), cause: error.to_string() })?;
    let table = DeTable::parse(&text).map_err(|error| SettingRefused::FileSyntax {
        file: file.to_owned(),
        line: line_of(&text, error.span().map_or(0, |span| span.start)),
        cause: error.message().to_owned(),
    })?;
    // Paths in a file are meant from where the file lies, wherever the command is run.
    let folder = file.parent().unwrap_or(Path::new(""));
    let mut values = BTreeMap::new();
    for (key, value) in table.get_ref() {
        let line = line_of(&text, key.span().start);
        let known = Name::ALL.into_iter().find(|name| name.in_file() && name.key() == key.get_ref().as_ref());
        let Some(name) = known else {
            let key = key.get_ref().to_string();
            let nearest = nearest(&key);
            return Err(SettingRefused::UnknownKey { file: file.to_owned(), line, key, nearest });
        };
        let DeValue::String(text) = value.get_ref() else {
            return Err(SettingRefused::Value { name, source: Source::File });
        };
        let text = if name.is_path() && !text.is_empty() {
            folder.join(text.as_ref()).to_string_lossy().into_owned()
        } else {
            text.to_string()
        };
        values.insert(name, Value { text, source: Source::File });
    }
    Ok(values)
}

fn line_of(text: &str, offset: usize) -> usize {
    text.as_bytes()[..offset.min(text.len())].iter().filter(|byte| **byte == b'\n').count() + 1
}

/// The key that was probably meant: the one that shares the longest beginning, if it shares three letters or more.
fn nearest(key: &str) -> Option<&'static str> {
    let key = key.to_ascii_lowercase().replace('-', "_");
    let shared = |name: &Name| name.key().bytes().zip(key.bytes()).take_while(|(ours, theirs)| ours == theirs).count();
    let best = Name::ALL.into_iter().filter(|name| name.in_file()).max_by_key(shared)?;
    (shared(&best) >= 3).then(|| best.key())
}
