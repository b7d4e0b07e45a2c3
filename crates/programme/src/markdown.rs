//! Markdown: to HTML that can be shown without fear, and what an author may not write in it. It must not know which file
//! the Markdown comes from.

use crate::source::Lines;
use domain::ids::is_code;
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use std::collections::BTreeSet;

/// CommonMark and nothing more: no tables, no smart punctuation (Spanish typography is the author's).
fn parser(markdown: &str) -> Parser<'_> {
    Parser::new_ext(markdown, Options::empty())
}

/// Where a link may lead.
pub(crate) enum Target<'l> {
    External(&'l str),
    Activity(&'l str),
}

impl<'l> Target<'l> {
    pub fn of(link: &'l str) -> Option<Self> {
        if is_code(link) {
            return Some(Self::Activity(link));
        }
        let host = link.strip_prefix("https://")?;
        let plain = !link.chars().any(|c| c.is_whitespace() || c.is_control());
        (plain && host.starts_with(|c: char| c.is_alphanumeric())).then_some(Self::External(link))
    }

    fn open_tag(&self) -> String {
        match self {
            Self::External(address) => format!(r#"<a href="{}" rel="noopener">"#, escape(address)),
            Self::Activity(id) => format!(r#"<a href="/activities/{id}">"#),
        }
    }
}

/// HTML for a page whose `h1` is the title: `#` and `##` both become `h2`, the rest stays. Raw HTML is shown as the text that
/// it is, images as their description, and a link that leads neither to `https` nor to an activity as its words alone.
pub fn html(markdown: &str) -> String {
    let mut link_open = false;
    let shift = |level| if level == HeadingLevel::H1 { HeadingLevel::H2 } else { level };
    let events = parser(markdown).filter_map(|event| {
        Some(match event {
            Event::Html(raw) | Event::InlineHtml(raw) => Event::Text(raw),
            Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => return None,
            Event::Start(Tag::Link { dest_url, .. }) => {
                let target = Target::of(&dest_url)?;
                link_open = true;
                Event::InlineHtml(CowStr::from(target.open_tag()))
            }
            Event::End(TagEnd::Link) => {
                if !std::mem::take(&mut link_open) {
                    return None;
                }
                Event::InlineHtml(CowStr::from("</a>"))
            }
            Event::Start(Tag::Heading { level, .. }) => {
                Event::Start(Tag::Heading { level: shift(level), id: None, classes: Vec::new(), attrs: Vec::new() })
            }
            Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(shift(level))),
            event => event,
        })
    });
    let mut out = String::with_capacity(markdown.len() * 5 / 4);
    pulldown_cmark::html::push_html(&mut out, events);
    out
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}

/// Something in Markdown that the package's reader has to look at.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Finding {
    Html(String),
    Image(String),
    Link(String),
}

/// Raw HTML, images and links, each with its line counted from 0.
pub(crate) fn findings(markdown: &str) -> Vec<(usize, Finding)> {
    let lines = Lines::of(markdown);
    let mut found = Vec::new();
    let mut opened = BTreeSet::new();
    for (event, range) in parser(markdown).into_offset_iter() {
        let finding = match event {
            Event::Start(Tag::HtmlBlock) => Finding::Html(first_tag(&markdown[range.clone()])),
            // A closing tag goes with the opening one that is told already.
            Event::InlineHtml(raw) if raw.starts_with("</") && opened.contains(&element(&raw)) => continue,
            Event::InlineHtml(raw) => {
                opened.insert(element(&raw));
                Finding::Html(first_tag(&raw))
            }
            Event::Start(Tag::Image { dest_url, .. }) => Finding::Image(dest_url.into_string()),
            Event::Start(Tag::Link { dest_url, .. }) => Finding::Link(dest_url.into_string()),
            _ => continue,
        };
        found.push((lines.at(range.start), finding));
    }
    found
}

/// Whether Markdown holds nothing but text and links that lead somewhere: to `https` or to an activity.
pub fn is_plain(markdown: &str, is_activity: impl Fn(&str) -> bool) -> bool {
    findings(markdown).iter().all(|(_, finding)| match finding {
        Finding::Html(_) | Finding::Image(_) => false,
        Finding::Link(link) => match Target::of(link) {
            Some(Target::Activity(id)) => is_activity(id),
            Some(Target::External(_)) => true,
            None => false,
        },
    })
}

/// The name of an element, from its opening or closing tag.
fn element(tag: &str) -> String {
    tag.trim_start_matches(['<', '/']).chars().take_while(|c| c.is_alphanumeric()).collect()
}

fn first_tag(raw: &str) -> String {
    let raw = raw.trim_start();
    let end = raw.find(['>', '\n']).map_or(raw.len(), |at| at + 1);
    raw[..end].trim_end().chars().take(40).collect()
}

/// The words alone, one string a block: paragraph, heading, item of a list.
pub(crate) fn blocks(markdown: &str) -> Vec<String> {
    let mut blocks = vec![String::new()];
    for event in parser(markdown) {
        match event {
            Event::Text(text) | Event::Code(text) => blocks.last_mut().expect("never empty").push_str(&text),
            Event::SoftBreak | Event::HardBreak => blocks.last_mut().expect("never empty").push(' '),
            Event::Start(tag) if !is_inline(&tag) => blocks.push(String::new()),
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::CodeBlock) => {
                blocks.push(String::new());
            }
            _ => {}
        }
    }
    blocks.retain(|block| !block.trim().is_empty());
    blocks
}

fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_start_at_two() {
        assert_eq!(html("# Uno\n\n## Dos\n\n### Tres"), "<h2>Uno</h2>\n<h2>Dos</h2>\n<h3>Tres</h3>\n");
    }

    #[test]
    fn links_lead_out_safely_or_to_an_activity_or_nowhere() {
        assert_eq!(
            html("[a](https://e.org/?b=1&c=2)"),
            "<p><a href=\"https://e.org/?b=1&amp;c=2\" rel=\"noopener\">a</a></p>\n"
        );
        assert_eq!(html("[a](t5-l2)"), "<p><a href=\"/activities/t5-l2\">a</a></p>\n");
        for nowhere in
            ["javascript:alert(1)", "http://e.org", "//e.org", "/etc", "data:text/html,x", "#a", "https://", "<a@b.c>"]
        {
            assert_eq!(html(&format!("[a]({nowhere}) b")), "<p>a b</p>\n", "{nowhere}");
        }
        assert_eq!(html("<a@b.org>"), "<p>a@b.org</p>\n");
        assert_eq!(
            html("[a](<https://e.org/\"onclick=alert(1)>)"),
            "<p><a href=\"https://e.org/&quot;onclick=alert(1)\" rel=\"noopener\">a</a></p>\n"
        );
    }

    #[test]
    fn raw_html_is_shown_and_never_runs() {
        assert_eq!(html("<script>alert(1)</script>"), "&lt;script&gt;alert(1)&lt;/script&gt;");
        assert_eq!(html("a <b onclick=x>b</b>"), "<p>a &lt;b onclick=x&gt;b&lt;/b&gt;</p>\n");
        assert_eq!(html("![foto](https://e.org/x.png)"), "<p>foto</p>\n");
    }

    #[test]
    fn findings_carry_their_line() {
        let found = findings("uno\n\ndos <br> tres\n\n<div>\nx\n</div>\n\n[a](b) ![c](d)\n");
        assert_eq!(
            found,
            vec![
                (2, Finding::Html("<br>".into())),
                (4, Finding::Html("<div>".into())),
                (8, Finding::Link("b".into())),
                (8, Finding::Image("d".into())),
            ]
        );
    }

    #[test]
    fn words_come_out_block_by_block() {
        let text = "# Título\n\nUna *frase*\ncon [enlace](t5-l2).\n\n- uno\n- dos\n\n> cita\n";
        assert_eq!(blocks(text), ["Título", "Una frase con enlace.", "uno", "dos", "cita"]);
    }
}
