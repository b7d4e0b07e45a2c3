//! Counts the bytes of each request and answer that belong to somebody's session, as they cross the wire: heads by `wire`, and
//! bodies, compressed, as they come and go. It stands outside all other layers, and must not know pages or limits.

use crate::State;
use crate::visitor::{SESSION_COOKIE, cookie};
use crate::wire::{Framing, Wire};
use axum::body::{Body, Bytes, HttpBody};
use axum::extract::{MatchedPath, Request};
use axum::middleware::Next;
use axum::response::Response;
use domain::data_use::{DataUse, Family};
use http_body::{Frame, SizeHint};
use std::pin::Pin;
use std::task::{Context, Poll};

/// A body goes on to the connection in pieces of this size at most: when the signal drops, what had not gone is not counted.
const PIECE: usize = 16 * 1024;
/// What the connection takes off the wire though no handler wanted it. Longer bodies end the connection instead.
const READ_ANYWAY: u64 = 64 * 1024;

/// Counts a request that carries a session.
pub(crate) async fn count(
    axum::extract::State(state): axum::extract::State<State>,
    request: Request,
    next: Next,
) -> Response {
    let token = cookie(request.headers(), SESSION_COOKIE).filter(|token| !token.is_empty()).map(str::to_owned);
    let Some(token) = token else { return next.run(request).await };
    let (wire, method) = (Wire::of(request.version()), request.method().clone());
    let head = wire.request(&request);
    let family = family(request.extensions().get::<MatchedPath>().map_or("", MatchedPath::as_str));
    let (parts, body) = request.into_parts();
    let sent = Sent::default();
    let body = if body.is_end_stream() { body } else { Body::new(Coming { body, sent: sent.clone(), broken: false }) };
    let response = next.run(Request::from_parts(parts, body)).await;
    // Whoever was looked up on the way here is known now; so is everybody whose page was looked up before.
    let Some(person) = state.telar.known_by(&token) else { return response };
    let family = response.extensions().get::<Family>().copied().unwrap_or(family);
    let (framing, answer) = Framing::of(wire, &method, &response);
    let bytes = DataUse { down: answer, up: head };
    let add = Box::new(move |bytes| state.telar.count_data(person, family, bytes));
    let tally = Tally { bytes, sent, add: Some(add) };
    response.map(|body| Body::new(Going { piece: Bytes::new(), body, framing, tally }))
}

/// What an address is for. A quiz's own page says so itself, since its address is like a lesson's.
fn family(route: &str) -> Family {
    let mut parts = route.strip_prefix('/').unwrap_or("").split('/');
    match (parts.next().unwrap_or(""), parts.next_back().unwrap_or("")) {
        ("activities", "attempts") | ("attempts", _) => Family::Quizzes,
        ("offline", _) | ("topics", "download") => Family::Downloads,
        ("activities" | "topics", _) => Family::Lessons,
        ("today" | "programme" | "", "") if !route.is_empty() => Family::Programme,
        ("certificates", "revocation") => Family::Desk,
        ("certificates" | "enrolments" | "verify", _) | ("cohorts", "slips" | "poster") => Family::Papers,
        ("desk" | "cohorts" | "numbers" | "site", _) => Family::Desk,
        ("assets" | "sw.js" | "kit.json" | "manifest.webmanifest", _) => Family::App,
        _ => Family::Rest,
    }
}

/// Bytes of a request's body as far as they have come.
type Sent = std::sync::Arc<std::sync::atomic::AtomicU64>;

/// The request's body, counted as it is read.
struct Coming {
    body: Body,
    sent: Sent,
    broken: bool,
}

impl Coming {
    fn add(&self, bytes: u64) {
        self.sent.fetch_add(bytes, std::sync::atomic::Ordering::Relaxed);
    }
}

impl HttpBody for Coming {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let polled = Pin::new(&mut self.body).poll_frame(cx);
        match &polled {
            Poll::Ready(Some(Ok(frame))) => self.add(frame.data_ref().map_or(0, |data| data.len() as u64)),
            Poll::Ready(Some(Err(_))) => self.broken = true,
            Poll::Ready(None) | Poll::Pending => {}
        }
        polled
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

impl Drop for Coming {
    fn drop(&mut self) {
        if !self.broken {
            self.add(self.body.size_hint().exact().filter(|rest| *rest <= READ_ANYWAY).unwrap_or(0));
        }
    }
}

/// What one request and its answer came to. It is added when the answer has gone, or was cut off.
struct Tally {
    bytes: DataUse,
    sent: Sent,
    add: Option<Box<dyn FnOnce(DataUse) + Send>>,
}

impl Drop for Tally {
    fn drop(&mut self) {
        self.bytes.up += self.sent.load(std::sync::atomic::Ordering::Relaxed);
        if let Some(add) = self.add.take() {
            add(self.bytes);
        }
    }
}

/// The answer's body, counted as the connection takes it.
struct Going {
    /// What is left of a frame that was too long to go at once.
    piece: Bytes,
    body: Body,
    framing: Framing,
    tally: Tally,
}

impl HttpBody for Going {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let this = &mut *self;
        if this.piece.is_empty() {
            match Pin::new(&mut this.body).poll_frame(cx) {
                Poll::Ready(Some(Ok(frame))) => match frame.into_data() {
                    Ok(data) => this.piece = data,
                    Err(trailers) => return Poll::Ready(Some(Ok(trailers))),
                },
                other => return other,
            }
        }
        let length = this.piece.len().min(PIECE);
        let going = this.piece.split_to(length);
        this.tally.bytes.down += length as u64 + this.framing.around(length);
        Poll::Ready(Some(Ok(Frame::data(going))))
    }

    fn is_end_stream(&self) -> bool {
        self.piece.is_empty() && self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        let (left, mut hint) = (self.piece.len() as u64, self.body.size_hint());
        // The upper bound first: a lower one above it would not be taken.
        if let Some(upper) = hint.upper() {
            hint.set_upper(upper + left);
        }
        hint.set_lower(hint.lower() + left);
        hint
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A body of unknown length: as many frames of five bytes.
    pub(crate) struct Flowing(pub u8);

    impl HttpBody for Flowing {
        type Data = Bytes;
        type Error = axum::Error;
        fn poll_frame(
            mut self: Pin<&mut Self>,
            _: &mut Context<'_>,
        ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
            let more = self.0 > 0;
            self.0 = self.0.saturating_sub(1);
            Poll::Ready(more.then(|| Ok(Frame::data(Bytes::from_static(b"12345")))))
        }
    }

    fn going(body: Body, framing: Framing, bytes: DataUse) -> (Going, std::sync::mpsc::Receiver<DataUse>) {
        let (tell, told) = std::sync::mpsc::channel();
        let add: Box<dyn FnOnce(DataUse) + Send> = Box::new(move |bytes| tell.send(bytes).unwrap());
        let tally = Tally { bytes, sent: Sent::default(), add: Some(add) };
        (Going { piece: Bytes::new(), body, framing, tally }, told)
    }

    async fn next(going: &mut Going) -> Bytes {
        let frame = std::future::poll_fn(|cx| Pin::new(&mut *going).poll_frame(cx)).await;
        frame.unwrap().unwrap().into_data().unwrap()
    }

    #[tokio::test]
    async fn an_answer_that_is_cut_off_counts_what_had_gone() {
        let page = vec![b'x'; 100_000];
        let (mut cut, told) = going(Body::from(page.clone()), Framing::Length, DataUse { down: 300, up: 200 });
        assert_eq!((next(&mut cut).await.len(), next(&mut cut).await.len()), (PIECE, PIECE));
        assert_eq!(cut.size_hint().exact(), Some(100_000 - 2 * PIECE as u64));
        drop(cut);
        assert_eq!(told.recv(), Ok(DataUse { down: 300 + 2 * PIECE as u64, up: 200 }));

        let (whole, told) = going(Body::from(page.clone()), Framing::Length, DataUse::default());
        assert_eq!(axum::body::to_bytes(Body::new(whole), usize::MAX).await.unwrap(), page);
        assert_eq!(told.recv(), Ok(DataUse { down: 100_000, up: 0 }));
    }

    #[tokio::test]
    async fn chunks_count_what_stands_around_them() {
        let (whole, told) = going(Body::new(Flowing(2)), Framing::Chunks, DataUse::default());
        axum::body::to_bytes(Body::new(whole), usize::MAX).await.unwrap();
        assert_eq!(told.recv(), Ok(DataUse { down: 2 * "5\r\n12345\r\n".len() as u64, up: 0 }));
    }

    #[tokio::test]
    async fn a_form_counts_whether_its_handler_reads_it_or_not() {
        let sent = Sent::default();
        let form = |body| Coming { body, sent: sent.clone(), broken: false };
        let count = || sent.swap(0, std::sync::atomic::Ordering::Relaxed);
        axum::body::to_bytes(Body::new(form(Body::from("name=Marta"))), usize::MAX).await.unwrap();
        assert_eq!(count(), 10);
        drop(form(Body::from("name=Marta")));
        assert_eq!(count(), 10, "the connection reads what nobody wanted");
        drop(form(Body::from(vec![b'x'; 1_000_000])));
        assert_eq!(count(), 0, "and ends where that is too much");
    }

    #[test]
    fn every_door_has_its_family() {
        for (route, expected) in [
            ("/", Family::Programme),
            ("/today", Family::Programme),
            ("/programme", Family::Programme),
            ("/activities/{id}", Family::Lessons),
            ("/activities/{id}/done", Family::Lessons),
            ("/topics/{id}/job-aid", Family::Lessons),
            ("/activities/{id}/attempts", Family::Quizzes),
            ("/attempts/{id}/questions/{n}", Family::Quizzes),
            ("/attempts/{id}", Family::Quizzes),
            ("/topics/{id}/download", Family::Downloads),
            ("/offline/{hash}", Family::Downloads),
            ("/certificates/{number}/pdf", Family::Papers),
            ("/enrolments/{id}/certificate", Family::Papers),
            ("/cohorts/{id}/slips", Family::Papers),
            ("/certificates/{number}/revocation", Family::Desk),
            ("/cohorts/{id}", Family::Desk),
            ("/desk", Family::Desk),
            ("/site/erasures/{id}", Family::Desk),
            ("/assets/{name}", Family::App),
            ("/sw.js", Family::App),
            ("/me/data.json", Family::Rest),
            ("/who-to-tell", Family::Rest),
            ("", Family::Rest),
        ] {
            assert_eq!(family(route), expected, "{route}");
        }
    }
}
