//! Just enough of HTML to act on our own pages: the attributes of tags, found in the order of the page. No tree, no scripts.

use std::collections::BTreeMap;

pub type Attributes = BTreeMap<String, String>;

/// The attributes of every `tag` on the page; every tag's when `tag` is empty.
pub fn tags(page: &str, tag: &str) -> Vec<Attributes> {
    let mut found = Vec::new();
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let name_end =
            rest.find(|character: char| !(character.is_ascii_alphanumeric() || character == '-')).unwrap_or(rest.len());
        let matches = name_end > 0 && (tag.is_empty() || rest[..name_end].eq_ignore_ascii_case(tag));
        rest = &rest[name_end..];
        if matches {
            let (attributes, after) = attributes(rest);
            found.push(attributes);
            rest = after;
        }
    }
    found
}

/// Every address that a link on the page leads to and that starts with `prefix`, once, in the page's order.
pub fn links(page: &str, prefix: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for link in tags(page, "a").iter().filter_map(|tag| tag.get("href")) {
        let path =
            link.split_once("://").map_or(link.as_str(), |(_, rest)| rest.find('/').map_or("/", |at| &rest[at..]));
        if path.starts_with(prefix) && !found.iter().any(|known| known == path) {
            found.push(path.to_owned());
        }
    }
    found
}

fn attributes(text: &str) -> (Attributes, &str) {
    let mut found = Attributes::new();
    let mut rest = text;
    loop {
        rest = rest.trim_start();
        if rest.is_empty() {
            return (found, rest);
        }
        if let Some(after) = rest.strip_prefix('>') {
            return (found, after);
        }
        let name_end = rest.find(|character: char| character == '=' || character == '>' || character.is_whitespace());
        let name_end = name_end.unwrap_or(rest.len()).max(1).min(rest.len());
        let name = rest[..name_end].trim_end_matches('/').to_ascii_lowercase();
        rest = rest[name_end..].trim_start();
        let mut value = String::new();
        if let Some(after) = rest.strip_prefix('=') {
            let after = after.trim_start();
            let quote = after.chars().next().filter(|quote| matches!(quote, '"' | '\''));
            let (raw, left) = match quote {
                Some(quote) => after[1..].split_once(quote).unwrap_or((&after[1..], "")),
                None => {
                    after.split_at(after.find(|end: char| end == '>' || end.is_whitespace()).unwrap_or(after.len()))
                }
            };
            value = unescaped(raw);
            rest = left;
        }
        if !name.is_empty() {
            found.insert(name, value);
        }
    }
}

fn unescaped(text: &str) -> String {
    let named = text.replace("&quot;", "\"").replace("&#34;", "\"").replace("&#39;", "'").replace("&#x27;", "'");
    named.replace("&lt;", "<").replace("&gt;", ">").replace("&#38;", "&").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_read_however_they_are_written() {
        let page = "<p>a < b</p><input type=radio name='answer' value=\"a &amp; b\" checked><input name=\"x\"/>";
        let inputs = tags(page, "input");
        assert_eq!(inputs.len(), 2);
        assert_eq!(inputs[0]["type"], "radio");
        assert_eq!(inputs[0]["value"], "a & b");
        assert!(inputs[0].contains_key("checked"));
        assert_eq!(inputs[1]["name"], "x");
    }

    #[test]
    fn a_longer_name_is_another_tag() {
        assert_eq!(tags("<inputs name=a><a-b c=d><a href=/x>", "a").len(), 1);
        assert_eq!(tags("<save-answers data-question=q1>", "save-answers")[0]["data-question"], "q1");
    }

    #[test]
    fn links_are_given_once_as_paths() {
        let page = "<a href=\"/activities/t5-l1\">x</a><a href=\"http://127.0.0.1:1/activities/t5-l2\">y</a><a href=\"/activities/t5-l1\">z</a><a href=/me>w</a>";
        assert_eq!(links(page, "/activities/"), ["/activities/t5-l1", "/activities/t5-l2"]);
    }

    #[test]
    fn what_is_cut_off_ends_the_reading() {
        assert_eq!(tags("<input name=\"x", "input")[0]["name"], "x");
        assert!(tags("<", "input").is_empty());
    }
}
