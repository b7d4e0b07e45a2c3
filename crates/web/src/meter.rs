//! Counts the bytes of each request and answer that belong to somebody's session, as they cross the wire: request line,
//! headers and body up; status line, headers and body, compressed, down. It stands outside all other layers, and must not
//! know people, pages or limits.
//!
//! The sum is that of HTTP/1.1, to the byte. That HTTP/2 packs headers tighter, that TLS wraps each record and that packets
//! have headers of their own is not seen from here: the operator of a phone may count a few parts of a hundred more.

use crate::State;
use crate::visitor::{SESSION_COOKIE, cookie};
use axum::body::{Body, Bytes, HttpBody};
use axum::extract::{MatchedPath, Request};
use axum::http::{HeaderMap, Method, StatusCode, header};
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
/// `date: Thu, 14 Jan 2027 15:30:00 GMT` and its end, which the connection adds to every answer.
const DATE: u64 = 37;

pub(crate) async fn count(
    axum::extract::State(state): axum::extract::State<State>,
    request: Request,
    next: Next,
) -> Response {
    let token = cookie(request.headers(), SESSION_COOKIE).filter(|token| !token.is_empty()).map(str::to_owned);
    let Some(token) = token else { return next.run(request).await };
    let (method, head) = (request.method().clone(), request_head(&request));
    let family = family(request.extensions().get::<MatchedPath>().map_or("", MatchedPath::as_str));
    let (parts, body) = request.into_parts();
    let sent = Sent::default();
    let body = if body.is_end_stream() { body } else { Body::new(Coming { body, sent: sent.clone(), broken: false }) };
    let response = next.run(Request::from_parts(parts, body)).await;
    // Whoever was looked up on the way here is known now; so is everybody whose page was looked up before.
    let Some(person) = state.telar.known_by(&token) else { return response };
    let (parts, body) = response.into_parts();
    let family = parts.extensions.get::<Family>().copied().unwrap_or(family);
    let framing = Framing::of(&method, parts.status, &parts.headers, &body);
    let bytes = DataUse { down: answer_head(parts.status, &parts.headers) + framing.header(), up: head };
    let add = Box::new(move |bytes| state.telar.count_data(person, family, bytes));
    let going = Going { piece: Bytes::new(), body, framing, tally: Tally { bytes, sent, add: Some(add) } };
    Response::from_parts(parts, Body::new(going))
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

fn headers(headers: &HeaderMap) -> u64 {
    headers.iter().map(|(name, value)| name.as_str().len() + ": ".len() + value.len() + "\r\n".len()).sum::<usize>()
        as u64
}

/// Request line, headers and the empty line.
fn request_head(request: &Request) -> u64 {
    let path = request.uri().path_and_query().map_or(1, |path| path.as_str().len());
    let line = request.method().as_str().len() + path + "  HTTP/1.1\r\n".len();
    line as u64 + headers(request.headers()) + 2
}

/// Status line, headers, the date and the empty line.
fn answer_head(status: StatusCode, fields: &HeaderMap) -> u64 {
    let line = "HTTP/1.1 200 \r\n".len() + status.canonical_reason().map_or(0, str::len);
    let date = if fields.contains_key(header::DATE) { 0 } else { DATE };
    line as u64 + headers(fields) + date + 2
}

/// How the connection will mark the end of the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Framing {
    /// By a header that is there already, or by having no body.
    Said,
    /// By a `content-length` that the connection adds.
    Length(u64),
    Chunks,
}

impl Framing {
    fn of(method: &Method, status: StatusCode, headers: &HeaderMap, body: &Body) -> Self {
        let bodiless = matches!(status, StatusCode::NO_CONTENT | StatusCode::NOT_MODIFIED);
        match body.size_hint().exact() {
            _ if bodiless || headers.contains_key(header::CONTENT_LENGTH) => Self::Said,
            Some(0) if method == Method::HEAD => Self::Said,
            Some(length) => Self::Length(length),
            None => Self::Chunks,
        }
    }

    fn header(self) -> u64 {
        match self {
            Self::Said => 0,
            Self::Length(length) => ("content-length: \r\n".len() + length.to_string().len()) as u64,
            // The header, and the last, empty chunk.
            Self::Chunks => ("transfer-encoding: chunked\r\n".len() + "0\r\n\r\n".len()) as u64,
        }
    }

    /// What stands around a piece of `length` bytes.
    fn around(self, length: usize) -> u64 {
        match self {
            Self::Chunks => (format!("{length:x}").len() + 4) as u64,
            Self::Said | Self::Length(_) => 0,
        }
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
mod tests {
    use super::*;

    /// A body of unknown length: as many frames of five bytes.
    struct Flowing(u8);

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

    fn going(body: Body, bytes: DataUse) -> (Going, std::sync::mpsc::Receiver<DataUse>) {
        let (tell, told) = std::sync::mpsc::channel();
        let framing = Framing::of(&Method::GET, StatusCode::OK, &HeaderMap::new(), &body);
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
        let (mut cut, told) = going(Body::from(page.clone()), DataUse { down: 300, up: 200 });
        assert_eq!((next(&mut cut).await.len(), next(&mut cut).await.len()), (PIECE, PIECE));
        assert_eq!(cut.size_hint().exact(), Some(100_000 - 2 * PIECE as u64));
        drop(cut);
        assert_eq!(told.recv(), Ok(DataUse { down: 300 + 2 * PIECE as u64, up: 200 }));

        let (whole, told) = going(Body::from(page.clone()), DataUse::default());
        assert_eq!(axum::body::to_bytes(Body::new(whole), usize::MAX).await.unwrap(), page);
        assert_eq!(told.recv(), Ok(DataUse { down: 100_000, up: 0 }));
    }

    #[tokio::test]
    async fn chunks_count_what_stands_around_them() {
        let (whole, told) = going(Body::new(Flowing(2)), DataUse::default());
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

    #[test]
    fn heads_are_counted_to_the_byte() {
        let request = Request::get("/today?done=name").header("host", "telar.test").header("cookie", "telar=x");
        let request = request.body(Body::empty()).unwrap();
        let written = "GET /today?done=name HTTP/1.1\r\nhost: telar.test\r\ncookie: telar=x\r\n\r\n";
        assert_eq!(request_head(&request), written.len() as u64);
        let mut fields = HeaderMap::new();
        fields.insert("location", "/today".parse().unwrap());
        let written = "HTTP/1.1 303 See Other\r\nlocation: /today\r\ndate: Thu, 14 Jan 2027 15:30:00 GMT\r\n\r\n";
        assert_eq!(answer_head(StatusCode::SEE_OTHER, &fields), written.len() as u64);
    }

    #[test]
    fn the_end_of_a_body_is_counted_as_the_connection_marks_it() {
        let none = HeaderMap::new();
        let mut said = HeaderMap::new();
        said.insert(header::CONTENT_LENGTH, 5.into());
        let of = |method, status, headers, body| Framing::of(method, status, headers, &body);
        assert_eq!(of(&Method::GET, StatusCode::OK, &none, Body::from("12345")), Framing::Length(5));
        assert_eq!(of(&Method::GET, StatusCode::OK, &said, Body::from("12345")), Framing::Said);
        assert_eq!(of(&Method::HEAD, StatusCode::OK, &none, Body::empty()), Framing::Said);
        assert_eq!(of(&Method::GET, StatusCode::NOT_MODIFIED, &none, Body::empty()), Framing::Said);
        assert_eq!(of(&Method::GET, StatusCode::SEE_OTHER, &none, Body::empty()), Framing::Length(0));
        assert_eq!(of(&Method::GET, StatusCode::OK, &none, Body::new(Flowing(3))), Framing::Chunks);
        assert_eq!(Framing::Length(5).header(), "content-length: 5\r\n".len() as u64);
        assert_eq!(Framing::Chunks.around(PIECE), "4000\r\n\r\n".len() as u64);
    }
}
