//! What the doors have in common that take commands from the phone's outbox: who is writing, when it was written, and the two
//! shapes of an answer. The same doors take plain forms. It must not know what any one command does.

use crate::State;
use crate::error::Refusal;
use crate::page::json;
use crate::visitor::{Form, Wish, who};
use app::access::Visitor;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::CommandId;
use domain::{Claimed, Moment};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// Whose outbox sends this: [`who`].
const PERSON: &str = "telar-person";
/// Which command this is, with the version of its fields: what an upgrade finds on phones was written by an older page.
const COMMAND: &str = "telar-command";
/// The commands that this server understands. A version stays here as long as a phone may hold one.
const KNOWN: [&str; 6] = ["answer.1", "answer.2", "done.1", "flag.1", "start.1", "submit.1"];

/// Why a command is turned away before anybody looks at what it asks: it was written under another account than the one that is
/// signed in here now, or in a way that this server does not know.
pub(crate) fn turned_away(headers: &HeaderMap, visitor: Option<&Visitor>) -> Option<Refusal> {
    if let Some(person) = headers.get(PERSON) {
        match visitor {
            None => return Some(Refusal::SignedOut),
            Some(visitor) if person.as_bytes() != who(visitor.person).as_bytes() => return Some(Refusal::SomeoneElse),
            Some(_) => {}
        }
    }
    let command = headers.get(COMMAND)?;
    let known = KNOWN.iter().any(|known| command.as_bytes() == known.as_bytes());
    (!known).then_some(Refusal::Version)
}

/// A command as it came: its id, when it was written, in which form the answer is wished, and the fields of its own.
pub struct Sent<T> {
    pub command: CommandId,
    pub claimed: Claimed,
    pub json: bool,
    pub fields: T,
}

/// A command that has no fields of its own.
#[derive(Deserialize)]
pub struct Bare {}

#[derive(Deserialize)]
struct Fields<T> {
    command: CommandId,
    /// The phone's clock when it was written, and when it was sent: milliseconds since 1970. Absent without script.
    #[serde(default)]
    claimed: String,
    #[serde(default)]
    sent: String,
    #[serde(flatten)]
    own: T,
}

impl<T: DeserializeOwned> FromRequest<State> for Sent<T> {
    type Rejection = Refusal;
    async fn from_request(request: Request, state: &State) -> Result<Self, Refusal> {
        let Wish { json, .. } = Wish::of(request.headers());
        let Form(fields) = Form::<Fields<T>>::from_request(request, state).await?;
        let clock = |written: &str| written.parse().ok().map(Moment);
        let claimed = Claimed { at: clock(&fields.claimed), sent: clock(&fields.sent) };
        Ok(Self { command: fields.command, claimed, json, fields: fields.own })
    }
}

/// It was taken.
#[derive(Serialize)]
pub struct Taken {
    saved: &'static str,
    /// Where to go on; the page that sent it may know better.
    #[serde(skip_serializing_if = "String::is_empty")]
    next: String,
    /// What she should know, though it was taken.
    #[serde(skip_serializing_if = "String::is_empty")]
    words: String,
}

impl Taken {
    pub fn new(saved: &'static str, next: String) -> Self {
        Self { saved, next, words: String::new() }
    }

    pub fn saying(self, words: String) -> Self {
        Self { words, ..self }
    }
}

/// It was not taken, for a reason that she can read. The outbox keeps what she wrote, with these words.
#[derive(Serialize)]
pub struct Said {
    #[serde(skip)]
    pub status: StatusCode,
    problem: &'static str,
    pub words: String,
    /// Where she can go on instead.
    #[serde(skip_serializing_if = "String::is_empty")]
    next: String,
}

impl Said {
    pub fn not_found(words: String) -> Self {
        Self { status: StatusCode::NOT_FOUND, problem: "not_found", words, next: String::new() }
    }

    /// What stands is against it.
    pub fn conflict(problem: &'static str, words: String) -> Self {
        Self { status: StatusCode::CONFLICT, problem, words, next: String::new() }
    }

    /// It asks for what there is not.
    pub fn unprocessable(problem: &'static str, words: String) -> Self {
        Self { status: StatusCode::UNPROCESSABLE_ENTITY, problem, words, next: String::new() }
    }

    /// Nothing is wrong with it; it can be sent again.
    pub fn unavailable(words: String) -> Self {
        Self { status: StatusCode::SERVICE_UNAVAILABLE, problem: "unavailable", words, next: String::new() }
    }

    pub fn leading_to(self, next: String) -> Self {
        Self { next, ..self }
    }
}

/// Answers a command: as JSON where that is wished, else by leading on, or by the page that `again` draws.
pub async fn answer(
    as_json: bool,
    outcome: Result<Taken, Said>,
    again: impl AsyncFnOnce(Said) -> Result<Response, Refusal>,
) -> Result<Response, Refusal> {
    match outcome {
        Ok(taken) if as_json => Ok(json(&taken)),
        Ok(taken) => Ok(Redirect::to(&taken.next).into_response()),
        Err(said) if as_json => Ok((said.status, json(&said)).into_response()),
        Err(said) => {
            let status = said.status;
            let mut response = again(said).await?;
            *response.status_mut() = status;
            Ok(response)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    #[derive(Deserialize)]
    struct Own {
        #[serde(default)]
        question: String,
    }

    fn read(form: &str) -> Option<Fields<Own>> {
        let request = axum::http::Request::post("/")
            .header("content-type", "application/x-www-form-urlencoded")
            .body(axum::body::Body::from(form.to_owned()))
            .ok()?;
        let runtime = tokio::runtime::Builder::new_current_thread().build().ok()?;
        runtime.block_on(axum::Form::<Fields<Own>>::from_request(request, &())).ok().map(|axum::Form(fields)| fields)
    }

    #[test]
    fn the_fields_of_every_command_are_read_beside_its_own() {
        let form = "question=t5-q-01&command=00000000-0000-7000-8000-000000000001&claimed=5&sent=9&another=1";
        let fields = read(form).expect("it is readable");
        assert_eq!(
            (fields.claimed.as_str(), fields.sent.as_str(), fields.own.question.as_str()),
            ("5", "9", "t5-q-01")
        );
        let bare = read("command=00000000-0000-7000-8000-000000000001").expect("it is readable");
        assert!(bare.claimed.is_empty() && bare.own.question.is_empty());
        assert!(read("claimed=5").is_none() && read("command=mine").is_none(), "each wish has a name");
    }

    #[test]
    fn a_command_that_nobody_signed_in_sent_waits_and_one_that_is_unknown_is_refused() {
        let headers = |name, value| {
            HeaderMap::from_iter([(axum::http::HeaderName::from_static(name), HeaderValue::from_static(value))])
        };
        assert_eq!(turned_away(&HeaderMap::new(), None), None);
        assert_eq!(turned_away(&headers(PERSON, "0123456789abcdef"), None), Some(Refusal::SignedOut));
        for known in ["answer.1", "answer.2", "flag.1"] {
            assert_eq!(turned_away(&headers(COMMAND, known), None), None);
        }
        for unknown in ["answer.3", "answer", "", "shout.1"] {
            assert_eq!(turned_away(&headers(COMMAND, unknown), None), Some(Refusal::Version), "{unknown}");
        }
    }

    #[test]
    fn an_answer_says_no_more_than_there_is_to_say() {
        let write = |value: &Taken| serde_json::to_string(value).expect("JSON");
        assert_eq!(write(&Taken::new("done", "/today".into())), r#"{"saved":"done","next":"/today"}"#);
        let said = Said::conflict("go_on", "Siga.".into()).leading_to("/attempts/1".into());
        let written = serde_json::to_string(&said).expect("JSON");
        assert_eq!(written, r#"{"problem":"go_on","words":"Siga.","next":"/attempts/1"}"#);
    }
}
