//! Guidelines and other documents that a cohort's staff add to its library.

use serde::{Deserialize, Serialize};

/// The largest document, in bytes: at 400 kbit/s it takes 100 s to come down.
pub const LARGEST_DOCUMENT: usize = 5_000_000;

/// In what form a document is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentFormat {
    Pdf,
    /// Markdown, read as a page.
    Text,
}

/// Why a file cannot be a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentFault {
    Empty,
    /// Above [`LARGEST_DOCUMENT`].
    TooLarge,
    /// Neither a PDF nor text in UTF-8.
    UnknownFormat,
    /// It begins as a PDF and does not end as one: cut off on its way.
    Broken,
}

impl DocumentFormat {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Text => "text",
        }
    }

    /// What a file is, by what stands in it and not by its name.
    pub fn of(file: &[u8]) -> Result<Self, DocumentFault> {
        if file.len() > LARGEST_DOCUMENT {
            return Err(DocumentFault::TooLarge);
        }
        if file.starts_with(b"%PDF-") {
            // The mark of the end stands in the last kilobyte; some programs write a little after it.
            let end = &file[file.len().saturating_sub(1_024)..];
            let ends = end.windows(5).any(|five| five == b"%%EOF");
            return if ends { Ok(Self::Pdf) } else { Err(DocumentFault::Broken) };
        }
        let text = std::str::from_utf8(file).map_err(|_| DocumentFault::UnknownFormat)?;
        let text = text.trim_start_matches('\u{feff}');
        if text.trim().is_empty() {
            return Err(DocumentFault::Empty);
        }
        let strange = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
        if text.contains(strange) { Err(DocumentFault::UnknownFormat) } else { Ok(Self::Text) }
    }
}

impl std::str::FromStr for DocumentFormat {
    type Err = ();
    fn from_str(s: &str) -> Result<Self, ()> {
        [Self::Pdf, Self::Text].into_iter().find(|format| format.as_str() == s).ok_or(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_file_is_follows_from_what_stands_in_it() {
        assert_eq!(DocumentFormat::of(b"%PDF-1.7\nx\n%%EOF\n"), Ok(DocumentFormat::Pdf));
        assert_eq!(DocumentFormat::of(b"%PDF-1.7\nx"), Err(DocumentFault::Broken));
        assert_eq!(DocumentFormat::of("\u{feff}# Guía\r\n\tPaso".as_bytes()), Ok(DocumentFormat::Text));
        assert_eq!(DocumentFormat::of(b" \n"), Err(DocumentFault::Empty));
        assert_eq!(DocumentFormat::of(b"PK\x03\x04"), Err(DocumentFault::UnknownFormat));
        assert_eq!(DocumentFormat::of(&[0xff, 0xfe, 0x41]), Err(DocumentFault::UnknownFormat));
        assert_eq!(DocumentFormat::of(&vec![b'a'; LARGEST_DOCUMENT + 1]), Err(DocumentFault::TooLarge));
        assert_eq!(DocumentFormat::of(&vec![b'a'; LARGEST_DOCUMENT]), Ok(DocumentFormat::Text));
    }
}
