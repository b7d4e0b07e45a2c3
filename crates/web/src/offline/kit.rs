//! `GET /kit.json`: what every phone needs to draw pages without the server, in every language. It is the same for everybody and
//! names nobody, so it is drawn once.

use super::outbox;
use super::pieces::version;
use crate::compress::Packed;
use crate::page::{self, Frame};
use crate::{assets, public};
use askama::Template;
use axum::http::HeaderMap;
use axum::response::Response;
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;
use words::Words;

/// What a phone draws pages from, and the version of all that it keeps for that.
pub struct Kit {
    pub packed: Packed,
    /// Another one where a word of the kit or an asset is another.
    pub version: String,
}

pub static KIT: LazyLock<Kit> = LazyLock::new(|| {
    let languages: BTreeMap<&str, InLanguage> =
        words::languages().iter().map(|code| (*code, InLanguage::of(words::in_language(code)))).collect();
    let packed = Packed::new(serde_json::to_vec(&languages).unwrap_or_default());
    let version = version(assets::ALL.iter().map(|asset| asset.path).chain([packed.digest.as_str()]));
    Kit { packed, version }
});

#[derive(Serialize)]
struct InLanguage {
    /// A whole page: `<!--title-->` and `<!--page-->` are replaced.
    frame: String,
    who_to_tell: Part,
    outbox: Part,
    /// Where the app opens without signal.
    start: Part,
    /// For a page that is not on the phone.
    offline: Part,
    /// A whole page. The phone draws the month of the day into it.
    calendar: String,
}

#[derive(Serialize)]
struct Part {
    title: String,
    html: String,
}

#[derive(Template)]
#[template(path = "offline/frame.html")]
struct FramePage {
    frame: Frame,
}

#[derive(Template)]
#[template(path = "offline/missing.html")]
struct Missing {
    w: &'static Words,
}

#[derive(Template)]
#[template(path = "offline/start.html")]
struct Start {
    w: &'static Words,
}

/// Stands where the title goes until the page is drawn: a template would escape the mark itself.
const TITLE: &str = "@title@";

impl InLanguage {
    fn of(w: &'static Words) -> Self {
        let frame = page::block(FramePage { frame: Frame { title: TITLE.to_owned(), ..Frame::kept(w) } });
        Self {
            frame: frame.replacen(TITLE, "<!--title-->", 1),
            who_to_tell: Part { title: w.who_title(), html: public::who_to_tell_part(w) },
            outbox: Part { title: w.phone_outbox_title(), html: outbox::part(w) },
            start: Part { title: w.phone_missing_title(), html: page::block(Start { w }) },
            offline: Part { title: w.phone_missing_title(), html: page::block(Missing { w }) },
            calendar: public::calendar_page(w),
        }
    }
}

pub async fn show(headers: HeaderMap) -> Response {
    KIT.packed.revalidated(&headers, "application/json")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kit_holds_whole_pages_in_every_language_and_nobody_in_them() {
        for code in words::languages() {
            let kit = InLanguage::of(words::in_language(code));
            for mark in [
                "<title><!--title-->",
                "<!--page-->",
                "<body>",
                "<a href=\"/today\">",
                "<html lang=\"",
                "data-behaviour=\"offline-line\"",
            ] {
                assert_eq!(kit.frame.matches(mark).count(), 1, "{code}: {mark}");
            }
            assert!(!kit.frame.contains("data-who") && !kit.frame.contains("aria-current=\"page\""), "{code}");
            assert!(kit.who_to_tell.html.contains("tel:110") && kit.offline.html.contains("<offline-list"), "{code}");
            assert!(kit.outbox.html.contains("<outbox-list"), "{code}");
            assert!(kit.calendar.contains("<tbody>") && !kit.calendar.contains("Telar"), "{code}");
            assert!(!kit.calendar.contains("aria-current"), "no day of another month is marked as today");
        }
    }

    #[test]
    fn the_kit_stays_the_same_until_something_in_it_changes() {
        let again = serde_json::to_vec(&InLanguage::of(words::in_language("es"))).expect("JSON");
        assert_eq!(again, serde_json::to_vec(&InLanguage::of(words::in_language("es"))).expect("JSON"));
        assert_eq!(KIT.version.len(), 16);
    }
}
