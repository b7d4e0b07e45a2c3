//! Who is at the door and in which language she reads: the session cookie, the extractors that handlers take, and the
//! cookies that answers carry. It must not know what a page shows.

use crate::error::Refusal;
use crate::passkeys::CHALLENGE_COOKIE;
use crate::{Settings, State};
use app::access::{NewSession, Visitor};
use axum::extract::{FromRequest, FromRequestParts, Path, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use serde::de::DeserializeOwned;
use std::str::FromStr;
use std::sync::Arc;
use words::Words;

pub const SESSION_COOKIE: &str = "telar";
pub const LANGUAGE_COOKIE: &str = "lang";
/// Says that she left in a hurry. Script may write it, so that the neutral page stands even when the server is not reached.
pub const AWAY_COOKIE: &str = "away";

/// The longest that browsers keep a cookie.
const A_SESSION: u32 = 400 * 86_400;

/// The visitor of this request, looked up once.
#[derive(Clone)]
struct Found(Option<Visitor>);

pub use domain::access::marker as who;

pub(crate) async fn find(parts: &mut Parts, state: &State) -> Result<Option<Visitor>, Refusal> {
    if let Some(Found(visitor)) = parts.extensions.get::<Found>() {
        return Ok(visitor.clone());
    }
    let visitor = match cookie(&parts.headers, SESSION_COOKIE) {
        Some(token) if !token.is_empty() => state.telar.visitor(token).await?,
        _ => None,
    };
    parts.extensions.insert(Found(visitor.clone()));
    Ok(visitor)
}

/// The person who is signed in. Behind a door that asks for more than [`crate::Access::Everyone`] there always is one.
pub struct Who(pub Visitor);

pub struct MaybeWho(pub Option<Visitor>);

/// The words in the reader's language: her own choice, else the cookie's, else what her browser asks for, else Spanish.
pub struct W(pub &'static Words);

/// The use cases.
pub struct App(pub app::Telar);

/// What the operator chose.
pub struct Site(pub Arc<Settings>);

/// How the device calls itself, as its owner will recognise it in a list: «Chrome · Android».
pub struct Device(pub String);

/// A part of the path, as an id of the domain. Nonsense is a page that does not exist.
pub struct Id<T>(pub T);

/// Two parts of the path.
pub struct Ids<A, B>(pub A, pub B);

/// A form's fields.
pub struct Form<T>(pub T);

impl FromRequestParts<State> for MaybeWho {
    type Rejection = Refusal;
    async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<Self, Refusal> {
        find(parts, state).await.map(Self)
    }
}

impl FromRequestParts<State> for Who {
    type Rejection = Refusal;
    async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<Self, Refusal> {
        find(parts, state).await?.map(Self).ok_or(Refusal::Forbidden)
    }
}

impl FromRequestParts<State> for W {
    type Rejection = Refusal;
    async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<Self, Refusal> {
        let visitor = find(parts, state).await?;
        Ok(Self(visitor.map_or_else(|| Wish::of(&parts.headers).w, |visitor| words::in_language(&visitor.language))))
    }
}

impl FromRequestParts<State> for App {
    type Rejection = Refusal;
    async fn from_request_parts(_: &mut Parts, state: &State) -> Result<Self, Refusal> {
        Ok(Self(state.telar.clone()))
    }
}

impl FromRequestParts<State> for Site {
    type Rejection = Refusal;
    async fn from_request_parts(_: &mut Parts, state: &State) -> Result<Self, Refusal> {
        Ok(Self(state.settings.clone()))
    }
}

impl FromRequestParts<State> for Device {
    type Rejection = Refusal;
    async fn from_request_parts(parts: &mut Parts, _: &State) -> Result<Self, Refusal> {
        let agent = parts.headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or("");
        Ok(Self(device(agent)))
    }
}

impl<T: FromStr + Send> FromRequestParts<State> for Id<T> {
    type Rejection = Refusal;
    async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<Self, Refusal> {
        let Path(written) = Path::<String>::from_request_parts(parts, state).await.map_err(|_| Refusal::NotFound)?;
        written.parse().map(Self).map_err(|_| Refusal::NotFound)
    }
}

impl<A: FromStr + Send, B: FromStr + Send> FromRequestParts<State> for Ids<A, B> {
    type Rejection = Refusal;
    async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<Self, Refusal> {
        let Path((first, second)) =
            Path::<(String, String)>::from_request_parts(parts, state).await.map_err(|_| Refusal::NotFound)?;
        match (first.parse(), second.parse()) {
            (Ok(first), Ok(second)) => Ok(Self(first, second)),
            _ => Err(Refusal::NotFound),
        }
    }
}

impl<T: DeserializeOwned> FromRequest<State> for Form<T> {
    type Rejection = Refusal;
    async fn from_request(request: Request, state: &State) -> Result<Self, Refusal> {
        use axum::extract::rejection::FormRejection;
        match axum::Form::<T>::from_request(request, state).await {
            Ok(axum::Form(fields)) => Ok(Self(fields)),
            Err(FormRejection::BytesRejection(why)) if why.status().as_u16() == 413 => Err(Refusal::TooLarge),
            Err(_) => Err(Refusal::Unreadable),
        }
    }
}

/// What the request itself says of language and form of the answer, before anyone is looked up.
pub struct Wish {
    pub w: &'static Words,
    pub json: bool,
}

impl Wish {
    pub fn of(headers: &HeaderMap) -> Self {
        let text = |name| headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok());
        let chosen = cookie(headers, LANGUAGE_COOKIE).filter(|code| words::languages().contains(code));
        let w = match (chosen, text(header::ACCEPT_LANGUAGE)) {
            (Some(code), _) => words::in_language(code),
            (None, Some(accepted)) => words::negotiate(accepted),
            (None, None) => words::in_language("es"),
        };
        let json = text(header::ACCEPT).is_some_and(|accepted| accepted.starts_with("application/json"));
        Self { w, json }
    }
}

impl FromRequestParts<State> for Wish {
    type Rejection = Refusal;
    async fn from_request_parts(parts: &mut Parts, _: &State) -> Result<Self, Refusal> {
        Ok(Self::of(&parts.headers))
    }
}

pub fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(found, value)| (found == name).then_some(value))
}

/// A cookie that the answer sets.
pub(crate) enum Cookie<'a> {
    Session(&'a NewSession),
    EndSession,
    Language(&'a str),
    Away,
    ComeBack,
    Challenge(&'a str),
    EndChallenge,
}

pub(crate) fn with_cookie(mut response: Response, cookie: Cookie<'_>, settings: &Settings) -> Response {
    let secure = if settings.is_secure() { "; Secure" } else { "" };
    let written = match cookie {
        Cookie::Session(new) => {
            format!("{SESSION_COOKIE}={}; Path=/; Max-Age={A_SESSION}; HttpOnly; SameSite=Lax{secure}", new.token)
        }
        Cookie::EndSession => format!("{SESSION_COOKIE}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax{secure}"),
        Cookie::Language(code) => {
            format!("{LANGUAGE_COOKIE}={code}; Path=/; Max-Age={A_SESSION}; SameSite=Lax{secure}")
        }
        // No Max-Age: closing the browser ends it, while the session keeps its own mark.
        Cookie::Away => format!("{AWAY_COOKIE}=1; Path=/; SameSite=Lax{secure}"),
        // Of this browser alone, and for the doors that take what it signs.
        Cookie::Challenge(token) => {
            format!("{CHALLENGE_COOKIE}={token}; Path=/enter; Max-Age=300; HttpOnly; SameSite=Strict{secure}")
        }
        Cookie::EndChallenge => {
            format!("{CHALLENGE_COOKIE}=; Path=/enter; Max-Age=0; HttpOnly; SameSite=Strict{secure}")
        }
        Cookie::ComeBack => format!("{AWAY_COOKIE}=; Path=/; Max-Age=0; SameSite=Lax{secure}"),
    };
    if let Ok(value) = HeaderValue::from_str(&written) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
    response
}

/// Signs in: whoever enters on purpose has come back.
pub(crate) fn signed_in(response: Response, new: &NewSession, settings: &Settings) -> Response {
    with_cookie(with_cookie(response, Cookie::Session(new), settings), Cookie::ComeBack, settings)
}

fn device(agent: &str) -> String {
    const BROWSERS: [(&str, &str); 8] = [
        ("SamsungBrowser", "Samsung Internet"),
        ("OPR/", "Opera"),
        ("Edg", "Edge"),
        ("Firefox", "Firefox"),
        ("FxiOS", "Firefox"),
        ("CriOS", "Chrome"),
        ("Chrome", "Chrome"),
        ("Safari", "Safari"),
    ];
    const SYSTEMS: [(&str, &str); 7] = [
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("CrOS", "ChromeOS"),
        ("Mac OS", "Mac"),
        ("Linux", "Linux"),
    ];
    let find =
        |known: &[(&str, &'static str)]| known.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, name)| *name);
    match (find(&BROWSERS), find(&SYSTEMS)) {
        (Some(browser), Some(system)) => format!("{browser} · {system}"),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => "·".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_is_found_among_others() {
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, HeaderValue::from_static("lang=en; telar=abc=; away=1"));
        assert_eq!(cookie(&headers, SESSION_COOKIE), Some("abc="));
        assert_eq!(cookie(&headers, "tel"), None);
    }

    #[test]
    fn a_device_is_called_as_its_owner_would_call_it() {
        let android = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/124.0 Mobile Safari/537.36";
        assert_eq!(device(android), "Chrome · Android");
        assert_eq!(device("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"), "Firefox · Linux");
        assert_eq!(device("curl/8"), "·");
    }

    #[test]
    fn the_cookie_s_language_wins_over_the_browser_s() {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_LANGUAGE, HeaderValue::from_static("en-US"));
        assert_eq!(Wish::of(&headers).w.language(), "en");
        headers.insert(header::COOKIE, HeaderValue::from_static("lang=es"));
        assert_eq!(Wish::of(&headers).w.language(), "es");
        headers.insert(header::COOKIE, HeaderValue::from_static("lang=zz"));
        assert_eq!(Wish::of(&headers).w.language(), "en");
    }

    #[test]
    fn the_marker_of_a_person_is_hers_and_does_not_show_her_id() {
        let person = |n| domain::ids::PersonId(uuid::Uuid::from_u128(n));
        let (marta, otto) = (person(7), person(8));
        assert_eq!(who(marta), who(marta));
        assert_ne!(who(marta), who(otto));
        assert!(!marta.to_string().contains(&who(marta)));
    }
}
