//! A small HTTP/1.1 client for load and torture: one kept-alive connection over a blocking socket, cookies, forms, and a count
//! of the bytes that came. It speaks to our own server on this machine only: no TLS, no proxies, no redirects followed.

use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    Page,
    Json,
}

pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
    /// Head and body as they came over the wire.
    pub bytes: usize,
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// One person's browser, as far as a server can tell: cookies and at most one open connection.
pub struct Client {
    address: String,
    cookies: BTreeMap<String, String>,
    connection: Option<BufReader<TcpStream>>,
    /// Sent as `Accept-Encoding`; a body that comes compressed is counted and not unpacked.
    pub encodings: &'static str,
}

impl Client {
    /// `url` is the server's own, like `http://127.0.0.1:4000`.
    pub fn new(url: &str) -> Client {
        Client { address: address(url), cookies: BTreeMap::new(), connection: None, encodings: "identity" }
    }

    /// The same person at a server that has moved to another port.
    pub fn move_to(&mut self, url: &str) {
        self.address = address(url);
        self.connection = None;
    }

    pub fn cookie_header(&self) -> String {
        self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ")
    }

    pub fn cookies(&self) -> &BTreeMap<String, String> {
        &self.cookies
    }

    pub fn get(&mut self, path: &str) -> io::Result<Answer> {
        self.send("GET", path, Wanted::Page, None)
    }

    pub fn get_json(&mut self, path: &str) -> io::Result<Answer> {
        self.send("GET", path, Wanted::Json, None)
    }

    pub fn post(&mut self, path: &str, wanted: Wanted, fields: &[(&str, &str)]) -> io::Result<Answer> {
        self.send("POST", path, wanted, Some(&form(fields)))
    }

    /// A form with one file, as a browser sends it.
    pub fn upload(&mut self, path: &str, (name, file): (&str, &[u8])) -> io::Result<Answer> {
        let edge = "----telar-edge";
        let head = format!(
            "--{edge}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n"
        );
        let mut request = self.request("POST", path, Wanted::Page, None).into_bytes();
        // Before the empty line that ends the head.
        request.truncate(request.len() - 2);
        let body = [head.as_bytes(), file, format!("\r\n--{edge}--\r\n").as_bytes()].concat();
        let kind =
            format!("Content-Type: multipart/form-data; boundary={edge}\r\nContent-Length: {}\r\n\r\n", body.len());
        request.extend_from_slice(kind.as_bytes());
        request.extend_from_slice(&body);
        self.exchange(&request)
    }

    fn send(&mut self, method: &str, path: &str, wanted: Wanted, body: Option<&str>) -> io::Result<Answer> {
        let request = self.request(method, path, wanted, body);
        // A kept connection may have been closed by the server since; a GET may be tried again on a new one, a POST may not:
        // whoever posts must know that it was sent at most once.
        let kept = self.connection.is_some();
        match self.exchange(request.as_bytes()) {
            Err(_) if kept && method == "GET" => self.exchange(request.as_bytes()),
            other => other,
        }
    }

    fn request(&self, method: &str, path: &str, wanted: Wanted, body: Option<&str>) -> String {
        let accept = if wanted == Wanted::Json { "application/json" } else { "text/html" };
        let mut head = format!(
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nAccept: {accept}\r\nAccept-Encoding: {}\r\nAccept-Language: es\r\n\
             User-Agent: xtask\r\nSec-Fetch-Site: same-origin\r\nOrigin: http://{}\r\n",
            self.address, self.encodings, self.address
        );
        if !self.cookies.is_empty() {
            head.push_str(&format!("Cookie: {}\r\n", self.cookie_header()));
        }
        if let Some(body) = body {
            head.push_str("Content-Type: application/x-www-form-urlencoded\r\n");
            head.push_str(&format!("Content-Length: {}\r\n\r\n{body}", body.len()));
        } else {
            head.push_str("\r\n");
        }
        head
    }

    fn exchange(&mut self, request: &[u8]) -> io::Result<Answer> {
        let mut connection = match self.connection.take() {
            Some(open) => open,
            None => connect(&self.address)?,
        };
        connection.get_mut().write_all(request)?;
        let answer = read_answer(&mut connection)?;
        for (_, value) in answer.headers.iter().filter(|(name, _)| name.eq_ignore_ascii_case("set-cookie")) {
            if let Some((name, value)) = value.split(';').next().and_then(|pair| pair.split_once('=')) {
                self.cookies.insert(name.trim().to_owned(), value.trim().to_owned());
            }
        }
        let closes = answer.header("connection").is_some_and(|value| value.eq_ignore_ascii_case("close"));
        if !closes {
            self.connection = Some(connection);
        }
        Ok(answer)
    }
}

fn address(url: &str) -> String {
    url.trim_start_matches("http://").split('/').next().unwrap_or_default().to_owned()
}

fn connect(address: &str) -> io::Result<BufReader<TcpStream>> {
    let stream = TcpStream::connect(address)?;
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    stream.set_write_timeout(Some(Duration::from_secs(30)))?;
    Ok(BufReader::new(stream))
}

fn read_answer(from: &mut impl BufRead) -> io::Result<Answer> {
    let (first, mut bytes) = read_line(from)?;
    let status =
        first.split(' ').nth(1).and_then(|status| status.parse().ok()).ok_or_else(|| invalid("no status line"))?;
    let mut headers = Vec::new();
    loop {
        let (line, read) = read_line(from)?;
        bytes += read;
        if line.is_empty() {
            break;
        }
        let (name, value) = line.split_once(':').ok_or_else(|| invalid("a header without a colon"))?;
        headers.push((name.to_owned(), value.trim().to_owned()));
    }
    let mut answer = Answer { status, headers, body: Vec::new(), bytes };
    if answer.header("transfer-encoding").is_some_and(|value| value.eq_ignore_ascii_case("chunked")) {
        loop {
            let (size, read) = read_line(from)?;
            let size = usize::from_str_radix(size.trim(), 16).map_err(|_| invalid("a chunk without a size"))?;
            let start = answer.body.len();
            answer.body.resize(start + size, 0);
            from.read_exact(&mut answer.body[start..])?;
            let (end, ended) = read_line(from)?;
            answer.bytes += read + size + ended;
            if !end.is_empty() {
                return Err(invalid("a chunk longer than its size"));
            }
            if size == 0 {
                return Ok(answer);
            }
        }
    }
    let length = answer.header("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
    answer.body.resize(length, 0);
    from.read_exact(&mut answer.body)?;
    answer.bytes += length;
    Ok(answer)
}

/// A line without its end, and how many bytes it took.
fn read_line(from: &mut impl BufRead) -> io::Result<(String, usize)> {
    let mut line = Vec::new();
    let read = from.take(64 * 1024).read_until(b'\n', &mut line)?;
    if !line.ends_with(b"\r\n") {
        return Err(io::Error::new(io::ErrorKind::UnexpectedEof, "the connection ended within a line"));
    }
    line.truncate(line.len() - 2);
    Ok((String::from_utf8_lossy(&line).into_owned(), read))
}

fn invalid(what: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what)
}

/// Fields as `application/x-www-form-urlencoded`.
pub fn form(fields: &[(&str, &str)]) -> String {
    fields.iter().map(|(name, value)| format!("{}={}", encoded(name), encoded(value))).collect::<Vec<_>>().join("&")
}

fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'*' => out.push(byte as char),
            b' ' => out.push('+'),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_with_a_length_is_read_and_counted() {
        let wire = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nSet-Cookie: s=1; Path=/\r\n\r\nhello";
        let answer = read_answer(&mut &wire[..]).unwrap();
        assert_eq!((answer.status, answer.text().as_str(), answer.bytes), (200, "hello", wire.len()));
        assert_eq!(answer.header("set-cookie"), Some("s=1; Path=/"));
    }

    #[test]
    fn a_body_in_chunks_is_read_and_counted() {
        let wire = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nA\r\n0123456789\r\n0\r\n\r\n";
        let answer = read_answer(&mut &wire[..]).unwrap();
        assert_eq!((answer.text().as_str(), answer.bytes), ("abc0123456789", wire.len()));
    }

    #[test]
    fn an_answer_cut_short_is_an_error() {
        assert!(read_answer(&mut &b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel"[..]).is_err());
        assert!(read_answer(&mut &b"HTTP/1.1 200 OK\r\nContent-Len"[..]).is_err());
        assert!(read_answer(&mut &b""[..]).is_err());
    }

    #[test]
    fn fields_are_encoded() {
        assert_eq!(form(&[("name", "Ana Coc & Sí"), ("consent", "on")]), "name=Ana+Coc+%26+S%C3%AD&consent=on");
    }
}
