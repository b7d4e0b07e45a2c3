//! What a message weighs on the wire besides its body: arithmetic for the meter. HTTP/1.1 is counted to the byte.
//! HTTP/2 is counted as on a connection in use, where a field that was sent before is a number of one byte (RFC 7541), with
//! the TLS that it always comes with; the opening of a connection is not seen from here. It must not know whose bytes they are.

use axum::body::HttpBody;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, Method, StatusCode, Version, header};
use axum::response::Response;

/// A frame's head (RFC 9113, 4.1), and around it a record's: five bytes, the kind and the tag (RFC 8446, 5.2).
const FRAME: u64 = 9;
const RECORD: u64 = 22;
/// The fields that a request or an answer of HTTP/2 has in place of its first line, each sent before.
const FIRST_LINE: u64 = 3;
/// Fields that differ from one message to the next.
const CHANGING: [HeaderName; 7] = [
    header::CONTENT_LENGTH,
    header::DATE,
    header::ETAG,
    header::LAST_MODIFIED,
    header::LOCATION,
    header::REFERER,
    header::SET_COOKIE,
];
/// `Thu, 14 Jan 2027 15:30:00 GMT`, which the connection adds to every answer.
const DATE: u64 = 29;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wire {
    One,
    Two,
}

impl Wire {
    pub(crate) fn of(version: Version) -> Self {
        if version == Version::HTTP_2 { Self::Two } else { Self::One }
    }

    fn field(self, name: &HeaderName, length: u64) -> u64 {
        match self {
            Self::One => name.as_str().len() as u64 + ": \r\n".len() as u64 + length,
            Self::Two if CHANGING.contains(name) => literal(length),
            Self::Two => 1,
        }
    }

    fn fields(self, headers: &HeaderMap) -> u64 {
        headers.iter().map(|(name, value)| self.field(name, value.len() as u64)).sum()
    }

    /// All of a request but its body.
    pub(crate) fn request(self, request: &Request) -> u64 {
        let path = request.uri().path_and_query().map_or(1, |path| path.as_str().len()) as u64;
        let around = match self {
            Self::One => request.method().as_str().len() as u64 + path + "  HTTP/1.1\r\n\r\n".len() as u64,
            Self::Two => RECORD + FRAME + FIRST_LINE + literal(path),
        };
        let body = if self == Self::One || request.body().is_end_stream() { 0 } else { RECORD + FRAME };
        around + self.fields(request.headers()) + body
    }

    /// An answer's head as its door made it, with what the connection adds; all but the body and what frames it.
    fn answer(self, status: StatusCode, headers: &HeaderMap) -> u64 {
        let line = match self {
            Self::One => "HTTP/1.1 200 \r\n\r\n".len() as u64 + status.canonical_reason().map_or(0, str::len) as u64,
            Self::Two => RECORD + FRAME + 1,
        };
        let date = if headers.contains_key(header::DATE) { 0 } else { self.field(&header::DATE, DATE) };
        line + self.fields(headers) + date
    }
}

/// A value that was not sent before, in the code of RFC 7541, appendix B: about six bits a character of ours, behind the number of
/// its name and its length.
fn literal(length: u64) -> u64 {
    2 + (length * 3).div_ceil(4)
}

/// How the connection marks the end of a body and its pieces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Framing {
    /// By its length, or by having none.
    Length,
    Chunks,
    Frames,
}

impl Framing {
    /// The framing of an answer, and what all of it but the body weighs.
    pub(crate) fn of(wire: Wire, method: &Method, response: &Response) -> (Self, u64) {
        let head = wire.answer(response.status(), response.headers());
        let bodiless = matches!(response.status(), StatusCode::NO_CONTENT | StatusCode::NOT_MODIFIED);
        let length = response.body().size_hint().exact();
        let added = match length {
            _ if bodiless || response.headers().contains_key(header::CONTENT_LENGTH) => 0,
            Some(0) if method == Method::HEAD || wire == Wire::Two => 0,
            Some(length) => wire.field(&header::CONTENT_LENGTH, length.to_string().len() as u64),
            // The header, and the last, empty chunk.
            None if wire == Wire::One => "transfer-encoding: chunked\r\n0\r\n\r\n".len() as u64,
            None => FRAME,
        };
        let framing = match (wire, length) {
            (Wire::Two, _) => Self::Frames,
            (Wire::One, None) if !bodiless => Self::Chunks,
            (Wire::One, _) => Self::Length,
        };
        (framing, head + added)
    }

    /// What stands around a piece of `length` bytes.
    pub(crate) fn around(self, length: usize) -> u64 {
        match self {
            Self::Length => 0,
            Self::Chunks => (format!("{length:x}").len() + 4) as u64,
            Self::Frames => FRAME + RECORD,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;

    fn answer(status: u16, fields: &[(&'static str, &str)], body: Body) -> Response {
        let mut response = Response::builder().status(status);
        for (name, value) in fields {
            response = response.header(*name, *value);
        }
        response.body(body).unwrap()
    }

    #[test]
    fn heads_of_http_1_are_counted_to_the_byte() {
        let request = Request::get("/today?done=name").header("host", "telar.test").header("cookie", "telar=x");
        let request = request.body(Body::empty()).unwrap();
        let written = "GET /today?done=name HTTP/1.1\r\nhost: telar.test\r\ncookie: telar=x\r\n\r\n";
        assert_eq!(Wire::One.request(&request), written.len() as u64);

        let weighs = |method, response: &Response| Framing::of(Wire::One, &method, response);
        let seen = answer(303, &[("location", "/today")], Body::empty());
        let written = "HTTP/1.1 303 See Other\r\nlocation: /today\r\ncontent-length: 0\r\n\
             date: Thu, 14 Jan 2027 15:30:00 GMT\r\n\r\n";
        assert_eq!(weighs(Method::GET, &seen), (Framing::Length, written.len() as u64));
        let unchanged = answer(304, &[("date", "today")], Body::empty());
        let written = "HTTP/1.1 304 Not Modified\r\ndate: today\r\n\r\n";
        assert_eq!(weighs(Method::GET, &unchanged), (Framing::Length, written.len() as u64));
        let head = answer(200, &[("content-length", "5"), ("date", "today")], Body::empty());
        let written = "HTTP/1.1 200 OK\r\ncontent-length: 5\r\ndate: today\r\n\r\n";
        assert_eq!(weighs(Method::HEAD, &head), (Framing::Length, written.len() as u64));
    }

    #[test]
    fn a_body_of_unknown_length_goes_in_chunks() {
        let flowing = answer(200, &[("date", "today")], Body::new(crate::meter::tests::Flowing(2)));
        let (framing, weight) = Framing::of(Wire::One, &Method::GET, &flowing);
        let written = "HTTP/1.1 200 OK\r\ndate: today\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n";
        assert_eq!((framing, weight), (Framing::Chunks, written.len() as u64));
        assert_eq!(framing.around(0x4000), "4000\r\n\r\n".len() as u64);
    }

    #[test]
    fn http_2_sends_what_it_sent_before_as_a_number() {
        let request = |agent: &str| {
            let request = Request::get("/today").header("user-agent", agent).header("cookie", "telar=x");
            Wire::Two.request(&request.body(Body::empty()).unwrap())
        };
        assert_eq!(request("Firefox"), request("Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36"));
        // Record, frame, three numbers for the first line and two for the fields; seven for the path.
        assert_eq!(request(""), RECORD + FRAME + 5 + 7);
        let page = answer(200, &[("content-type", "text/html")], Body::from("12345"));
        let (framing, weight) = Framing::of(Wire::Two, &Method::GET, &page);
        assert_eq!((framing, framing.around(5)), (Framing::Frames, FRAME + RECORD));
        // The status and the kind; the date, of 29 characters; the length, of one.
        assert_eq!(weight, RECORD + FRAME + 2 + 24 + 3);
    }
}
