//! A form that carries a file. What is too large is read to its end and not kept, so that the page can say so beside the field and
//! what was written in the other fields is not lost. It must not know which form.

use crate::State;
use crate::error::Refusal;
use axum::extract::multipart::MultipartError;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::header;
use std::collections::HashMap;
use std::str::FromStr;

/// The longest field of text, in bytes.
const LONGEST_FIELD: usize = 16 * 1024;

pub struct Upload {
    fields: HashMap<String, String>,
    /// How the sender calls the file; at most 200 characters.
    pub name: String,
    /// What the file holds, or the first [`Upload::KEEPS`] bytes of it and one more.
    pub file: Vec<u8>,
}

impl Upload {
    /// The largest file that is kept whole.
    pub const KEEPS: usize = domain::cohorts::LARGEST_DOCUMENT;
    /// The largest request, file and fields together, that is read at all.
    pub const READS: usize = 8 * Self::KEEPS;

    pub fn text(&self, name: &str) -> &str {
        self.fields.get(name).map_or("", String::as_str)
    }

    pub fn id<T: FromStr>(&self, name: &str) -> Result<T, Refusal> {
        self.text(name).parse().map_err(|_| Refusal::Unreadable)
    }

    /// Whether a request brings a file: a slow line takes its time over it.
    pub fn is_in(request: &Request) -> bool {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        kind.is_some_and(|kind| kind.starts_with("multipart/form-data"))
    }
}

fn refused(why: &MultipartError) -> Refusal {
    if why.status().as_u16() == 413 { Refusal::TooLarge } else { Refusal::Unreadable }
}

impl FromRequest<State> for Upload {
    type Rejection = Refusal;
    async fn from_request(request: Request, state: &State) -> Result<Self, Refusal> {
        let mut form = Multipart::from_request(request, state).await.map_err(|_| Refusal::Unreadable)?;
        let mut upload = Self { fields: HashMap::new(), name: String::new(), file: Vec::new() };
        while let Some(mut field) = form.next_field().await.map_err(|why| refused(&why))? {
            let is_file = field.file_name().is_some();
            if let Some(name) = field.file_name() {
                upload.name = name.chars().take(200).collect();
            }
            let name = field.name().unwrap_or("").to_owned();
            let keeps = if is_file { Self::KEEPS } else { LONGEST_FIELD };
            let mut bytes = Vec::new();
            while let Some(chunk) = field.chunk().await.map_err(|why| refused(&why))? {
                let room = (keeps + 1).saturating_sub(bytes.len());
                bytes.extend_from_slice(&chunk[..chunk.len().min(room)]);
            }
            if is_file {
                upload.file = bytes;
            } else if bytes.len() > keeps {
                return Err(Refusal::TooLarge);
            } else {
                upload.fields.insert(name, String::from_utf8(bytes).map_err(|_| Refusal::Unreadable)?);
            }
        }
        Ok(upload)
    }
}
