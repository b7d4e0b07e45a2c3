//! `POST /language`: the words change, the page stays. It goes back only to a path of this site.

use crate::Settings;
use crate::error::Refusal;
use crate::visitor::{App, Cookie, Form, MaybeWho, Site, with_cookie};
use axum::http::{HeaderMap, Method, header};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

#[derive(Deserialize)]
pub struct Choice {
    language: String,
    /// Where to go back to; else the page that the browser says it comes from.
    #[serde(default)]
    back: String,
}

pub async fn choose(
    App(telar): App,
    Site(settings): Site,
    MaybeWho(visitor): MaybeWho,
    headers: HeaderMap,
    Form(choice): Form<Choice>,
) -> Result<Response, Refusal> {
    let language = words::in_language(&choice.language).language();
    // Whoever sees another person's pages chooses for herself, and for as long as she does.
    let acting = visitor.as_ref().is_some_and(|visitor| visitor.acting.is_some());
    if let Some(visitor) = visitor {
        match visitor.acting {
            Some(_) => telar.choose_language_acting(visitor.session, language).await?,
            None => telar.choose_language(visitor.person, language).await?,
        }
    }
    let referer = headers.get(header::REFERER).and_then(|value| value.to_str().ok()).unwrap_or("");
    let host = headers.get(header::HOST).and_then(|value| value.to_str().ok()).unwrap_or("");
    let back = local(&choice.back).or_else(|| from_here(referer, host, &settings)).unwrap_or("/");
    let response = Redirect::to(readable(back)).into_response();
    Ok(if acting { response } else { with_cookie(response, Cookie::Language(language), &settings) })
}

/// A path of this site: one slash, and no sign that a browser would read as another site's.
pub(crate) fn local(path: &str) -> Option<&str> {
    let second = path.as_bytes().get(1);
    let fits = path.starts_with('/')
        && !matches!(second, Some(b'/' | b'\\'))
        && path.bytes().all(|b| b.is_ascii_graphic() && b != b'\\');
    fits.then_some(path)
}

/// The path, or the nearest above it that can be read: a page that answered a form stands at an address that has no page.
fn readable(path: &str) -> &str {
    let mut above = path.split(['?', '#']).next().unwrap_or("/");
    if is_page(above) {
        return path;
    }
    while let Some((shorter, _)) = above.rsplit_once('/').filter(|(shorter, _)| !shorter.is_empty()) {
        above = shorter;
        if is_page(above) {
            return above;
        }
    }
    "/"
}

fn is_page(path: &str) -> bool {
    let fits = |pattern: &str| {
        let (mut wanted, mut given) = (pattern.split('/'), path.split('/'));
        loop {
            match (wanted.next(), given.next()) {
                (None, None) => return true,
                (Some(part), Some(word)) if part == word || (part.starts_with('{') && !word.is_empty()) => {}
                _ => return false,
            }
        }
    };
    crate::door_table().iter().any(|(method, pattern, _)| *method == Method::GET && fits(pattern))
}

fn from_here<'a>(referer: &'a str, host: &str, settings: &Settings) -> Option<&'a str> {
    let by_public_url = referer.strip_prefix(settings.public_url.as_str());
    let by_host = || referer.split_once("://")?.1.strip_prefix(host).filter(|_| !host.is_empty());
    by_public_url.filter(|rest| rest.starts_with('/')).or_else(by_host).and_then(local)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_path_of_this_site_is_gone_back_to() {
        assert_eq!(local("/activities/t5-l1?x=1"), Some("/activities/t5-l1?x=1"));
        for other in ["//evil.example", "/\\evil.example", "https://evil.example/", "", "today", "/a\nb", "/a\\b"] {
            assert_eq!(local(other), None, "{other:?}");
        }
    }

    #[test]
    fn an_address_that_only_takes_forms_leads_to_the_page_above_it() {
        for (from, to) in [
            ("/attempts/1/submission", "/attempts/1"),
            ("/attempts/1/questions/3?x=1", "/attempts/1/questions/3?x=1"),
            ("/me/entry-link", "/me"),
            ("/me/name", "/me"),
            ("/enrolments/1/certificate", "/enrolments/1/certificate"),
            ("/none/at/all", "/"),
            ("/", "/"),
        ] {
            assert_eq!(readable(from), to, "{from}");
        }
    }

    #[test]
    fn the_page_that_the_browser_names_is_trusted_only_when_it_is_ours() {
        let settings = Settings { public_url: "https://telar.example".into(), demo: false, worker: Default::default() };
        assert_eq!(from_here("https://telar.example/help", "x", &settings), Some("/help"));
        assert_eq!(from_here("http://10.0.0.5:8080/help", "10.0.0.5:8080", &settings), Some("/help"));
        assert_eq!(from_here("https://telar.example.evil.example/help", "x", &settings), None);
        assert_eq!(from_here("https://evil.example/help", "telar.example", &settings), None);
        assert_eq!(from_here("", "", &settings), None);
    }
}
