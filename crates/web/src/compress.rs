//! Pages go out small: zstd where the browser takes it, else gzip, at a low level. A page is whole in memory, so one call
//! compresses it, with a context that each thread keeps: measured, a fifth of what a streaming layer costs, which sets up
//! a context for each answer. It must not know what it compresses.

use axum::body::{Body, Bytes, HttpBody};
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http_body::{Frame, SizeHint};
use sha2::{Digest, Sha256};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::io::Write;
use std::pin::Pin;
use std::task::{Context, Poll};

/// Below this, the header costs more than it saves.
const WORTH_IT: usize = 512;
/// No page comes near it; a download that does would hold the thread for too long.
const LONGEST: u64 = 4 * 1024 * 1024;
const ZSTD_LEVEL: i32 = 3;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    Zstd,
    Gzip,
}

impl Encoding {
    /// The best of what the browser takes.
    pub(crate) fn of(headers: &HeaderMap) -> Option<Self> {
        let accepted = headers.get(header::ACCEPT_ENCODING)?.to_str().ok()?;
        let takes = |name: &str| {
            accepted.split(',').any(|one| {
                let mut parts = one.split(';').map(str::trim);
                parts.next() == Some(name) && !parts.any(|quality| matches!(quality, "q=0" | "q=0.0"))
            })
        };
        if takes("zstd") {
            Some(Self::Zstd)
        } else if takes("gzip") {
            Some(Self::Gzip)
        } else {
            None
        }
    }

    pub(crate) fn value(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            Self::Zstd => "zstd",
            Self::Gzip => "gzip",
        })
    }

    fn compress(self, page: &[u8]) -> std::io::Result<Vec<u8>> {
        thread_local! {
            static CONTEXT: RefCell<Option<zstd::bulk::Compressor<'static>>> = const { RefCell::new(None) };
        }
        match self {
            Self::Zstd => CONTEXT.with_borrow_mut(|context| match context {
                Some(context) => context.compress(page),
                None => context.insert(zstd::bulk::Compressor::new(ZSTD_LEVEL)?).compress(page),
            }),
            Self::Gzip => {
                let mut out =
                    flate2::write::GzEncoder::new(Vec::with_capacity(page.len() / 2), flate2::Compression::fast());
                out.write_all(page)?;
                out.finish()
            }
        }
    }
}

/// Something that is the same for many: packed once, well, and addressed by its content.
pub(crate) struct Packed {
    plain: Bytes,
    gzip: Bytes,
    zstd: Bytes,
    /// The first 32 digits of the SHA-256 of the plain bytes.
    pub(crate) digest: String,
}

/// A quiz of twelve questions, 17 kB: 0.4 ms (`zstd -b12`), and a twenty-fifth smaller than at the level of pages.
const PACKED_ZSTD_LEVEL: i32 = 12;

impl Packed {
    pub(crate) fn new(plain: Vec<u8>) -> Self {
        let plain = Bytes::from(plain);
        // Writing into memory does not fail; what is not packed goes out plain.
        let segment = segment(&plain).unwrap_or_default();
        let gzip = gzip(std::iter::once(segment), std::iter::once(&plain)).concat();
        let zstd = zstd::bulk::compress(&plain, PACKED_ZSTD_LEVEL).unwrap_or_default();
        let digest = hex(&Sha256::digest(&plain))[..32].to_owned();
        Self { plain, gzip: gzip.into(), zstd: zstd.into(), digest }
    }

    /// Unpacked.
    pub(crate) fn len(&self) -> usize {
        self.plain.len()
    }

    /// What goes over the link.
    pub(crate) fn body(&self, encoding: Option<Encoding>) -> &Bytes {
        match encoding {
            Some(Encoding::Zstd) => &self.zstd,
            Some(Encoding::Gzip) => &self.gzip,
            None => &self.plain,
        }
    }

    pub(crate) fn memory(&self) -> usize {
        self.plain.len() + self.gzip.len() + self.zstd.len()
    }

    pub(crate) fn answer(&self, asked: &HeaderMap, kind: &'static str) -> Response {
        let encoding = Encoding::of(asked);
        let mut response = self.body(encoding).clone().into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        if let Some(encoding) = encoding {
            headers.insert(header::CONTENT_ENCODING, encoding.value());
        }
        response
    }

    /// The same, for a browser that keeps it and asks each time whether it still is so.
    pub(crate) fn revalidated(&self, asked: &HeaderMap, kind: &'static str) -> Response {
        let tag = format!("W/\"{}\"", self.digest);
        let known = asked.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
        let known = known.flat_map(|list| list.split(',')).any(|one| one.trim() == tag);
        let mut response = if known { StatusCode::NOT_MODIFIED.into_response() } else { self.answer(asked, kind) };
        let headers = response.headers_mut();
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        if let Ok(tag) = HeaderValue::from_str(&tag) {
            headers.insert(header::ETAG, tag);
        }
        response
    }
}

/// Of a gzip member (RFC 1952): deflate, no name, no time, packed as well as can be, made on any system.
const GZIP_HEAD: [u8; 10] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255];
/// An empty block that says that it is the last (RFC 1951, 3.2.6), at the beginning of a byte.
const LAST_BLOCK: [u8; 2] = [3, 0];
/// The last block, the checksum and the length.
const GZIP_END: usize = LAST_BLOCK.len() + 8;

/// Packed by deflate to the end of a byte, none of its blocks the last: segments that follow one another are one stream.
fn segment(plain: &[u8]) -> std::io::Result<Bytes> {
    let mut deflate = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::best());
    deflate.write_all(plain)?;
    deflate.flush()?;
    Ok(deflate.get_ref().clone().into())
}

/// One gzip member around segments, in pieces. Several members after one another would do for `gunzip`, but a browser stops
/// reading after the first.
fn gzip<'a>(segments: impl Iterator<Item = Bytes>, plain: impl Iterator<Item = &'a Bytes>) -> Vec<Bytes> {
    let mut check = flate2::Crc::new();
    plain.for_each(|plain| check.update(plain));
    let mut all = vec![Bytes::from_static(&GZIP_HEAD)];
    all.extend(segments);
    all.push([&LAST_BLOCK[..], &check.sum().to_le_bytes(), &check.amount().to_le_bytes()].concat().into());
    all
}

/// Several packed things as one answer: what a browser unpacks is their plain bytes after one another.
pub(crate) fn in_turn(encoding: Option<Encoding>, parts: &[&Packed]) -> InTurn {
    let frames: Vec<Bytes> = match encoding {
        Some(Encoding::Gzip) => {
            let segment = |packed: &&Packed| packed.gzip.slice(GZIP_HEAD.len()..packed.gzip.len() - GZIP_END);
            gzip(parts.iter().map(segment), parts.iter().map(|packed| &packed.plain))
        }
        // Frames of zstd that follow one another are one stream (RFC 8878, 3).
        Some(Encoding::Zstd) | None => parts.iter().map(|packed| packed.body(encoding).clone()).collect(),
    };
    InTurn(frames.into_iter().filter(|frame| !frame.is_empty()).collect())
}

/// Bytes that are there already and go out one after another, as a body whose length is known.
pub(crate) struct InTurn(VecDeque<Bytes>);

impl InTurn {
    pub(crate) fn bytes(&self) -> u64 {
        self.0.iter().map(|frame| frame.len() as u64).sum()
    }
}

impl HttpBody for InTurn {
    type Data = Bytes;
    type Error = std::convert::Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, std::convert::Infallible>>> {
        Poll::Ready(self.0.pop_front().map(|bytes| Ok(Frame::data(bytes))))
    }

    fn is_end_stream(&self) -> bool {
        self.0.is_empty()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.bytes())
    }
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(crate) async fn compress(request: Request, next: Next) -> Response {
    let encoding = Encoding::of(request.headers());
    let response = next.run(request).await;
    if !is_words(response.headers()) {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    parts.headers.entry(header::VARY).or_insert(HeaderValue::from_static("accept-encoding"));
    let Some(encoding) = encoding else { return Response::from_parts(parts, body) };
    // Asked first: what is longer, or of unknown length, goes out as it is.
    if body.size_hint().exact().is_none_or(|length| length > LONGEST) {
        return Response::from_parts(parts, body);
    }
    let Ok(page) = axum::body::to_bytes(body, usize::MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let compressed = if page.len() < WORTH_IT { None } else { encoding.compress(&page).ok() };
    let Some(compressed) = compressed else { return Response::from_parts(parts, Body::from(page)) };
    parts.headers.insert(header::CONTENT_ENCODING, encoding.value());
    parts.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(parts, Body::from(compressed))
}

/// What this answer weighs on its way to a browser that takes `encoding`, and the answer itself. None where its length is not
/// known before it goes.
pub(crate) async fn weighed(encoding: Option<Encoding>, response: Response) -> (Response, Option<u64>) {
    let Some(length) = response.body().size_hint().exact() else { return (response, None) };
    let Some(encoding) = encoding.filter(|_| is_words(response.headers()) && length <= LONGEST) else {
        return (response, Some(length));
    };
    let (parts, body) = response.into_parts();
    let Ok(page) = axum::body::to_bytes(body, usize::MAX).await else {
        return (StatusCode::INTERNAL_SERVER_ERROR.into_response(), None);
    };
    let compressed = if page.len() < WORTH_IT { None } else { encoding.compress(&page).ok() };
    let weight = compressed.map_or(page.len(), |compressed| compressed.len());
    (Response::from_parts(parts, Body::from(page)), Some(weight as u64))
}

/// Pages, data and drawings; not what is compressed already, as a PDF or an asset.
fn is_words(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).map_or(&b""[..], HeaderValue::as_bytes);
    let words = [&b"text/html"[..], b"application/json", b"image/svg"];
    !headers.contains_key(header::CONTENT_ENCODING) && words.iter().any(|word| kind.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    fn takes(accepted: &'static str) -> Option<Encoding> {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static(accepted));
        Encoding::of(&headers)
    }

    #[test]
    fn the_best_encoding_that_the_browser_takes_is_used() {
        assert_eq!(takes("gzip, deflate, br, zstd"), Some(Encoding::Zstd));
        assert_eq!(takes("gzip, zstd;q=0"), Some(Encoding::Gzip));
        assert_eq!(takes("br"), None);
    }

    #[test]
    fn what_is_packed_once_goes_out_as_the_browser_takes_it_and_not_again() {
        let plain = b"una palabra ".repeat(500);
        let packed = Packed::new(plain.clone());
        assert_eq!(zstd::decode_all(&packed.body(Some(Encoding::Zstd))[..]).unwrap(), plain);
        let mut back = Vec::new();
        flate2::read::GzDecoder::new(&packed.body(Some(Encoding::Gzip))[..]).read_to_end(&mut back).unwrap();
        assert_eq!(back, plain);
        assert_eq!(packed.digest, hex(&Sha256::digest(&plain))[..32]);
        let mut headers = HeaderMap::new();
        assert_eq!(packed.revalidated(&headers, "text/javascript").status(), StatusCode::OK);
        let tag = packed.revalidated(&headers, "text/javascript").headers()[header::ETAG].clone();
        headers.insert(header::IF_NONE_MATCH, tag);
        assert_eq!(packed.revalidated(&headers, "text/javascript").status(), StatusCode::NOT_MODIFIED);
        let other = Packed::new(b"otra".to_vec());
        assert_eq!(other.revalidated(&headers, "text/javascript").status(), StatusCode::OK);
    }

    #[tokio::test]
    async fn what_goes_out_in_turn_is_one_stream_of_known_length() {
        let plain = [b"una palabra ".repeat(500), Vec::new(), b"x".to_vec(), b"otra cosa ".repeat(9)];
        let packed = plain.clone().map(Packed::new);
        let parts: Vec<&Packed> = packed.iter().collect();
        for encoding in [Some(Encoding::Zstd), Some(Encoding::Gzip), None] {
            let body = in_turn(encoding, &parts);
            let said = body.size_hint().exact();
            let sent = axum::body::to_bytes(Body::new(body), usize::MAX).await.unwrap();
            assert_eq!(said, Some(sent.len() as u64), "{encoding:?}");
            let back = match encoding {
                Some(Encoding::Zstd) => zstd::decode_all(&sent[..]).unwrap(),
                Some(Encoding::Gzip) => {
                    // Of one member: a reader that stops after the first gets all.
                    let (mut back, mut reader) = (Vec::new(), flate2::bufread::GzDecoder::new(&sent[..]));
                    reader.read_to_end(&mut back).unwrap();
                    assert!(reader.into_inner().is_empty());
                    back
                }
                None => sent.to_vec(),
            };
            assert_eq!(back, plain.concat(), "{encoding:?}");
        }
    }

    #[test]
    fn what_is_compressed_reads_back_also_with_a_used_context() {
        for page in [b"una palabra ".repeat(500), b"otra cosa ".repeat(9)] {
            let zstd = Encoding::Zstd.compress(&page).unwrap();
            assert_eq!(zstd::decode_all(zstd.as_slice()).unwrap(), page);
            let gzip = Encoding::Gzip.compress(&page).unwrap();
            let mut back = Vec::new();
            flate2::read::GzDecoder::new(gzip.as_slice()).read_to_end(&mut back).unwrap();
            assert_eq!(back, page);
        }
    }
}
