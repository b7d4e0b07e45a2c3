//! The logo of an organisation: what is taken, and what is known of it. It must not know how an image is read.

use serde::{Deserialize, Serialize};

/// The largest file taken, in bytes.
pub const LARGEST_LOGO: usize = 1_000_000;

/// The widest and highest image taken, in pixels.
pub const WIDEST_LOGO: u32 = 2_500;

/// What is kept of it is at most so many pixels wide and high.
pub const LOGO_SHOWN: u32 = 320;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LogoFormat {
    Png,
    Jpeg,
}

/// A logo as it is kept: drawn anew from the file, without what the file said of who made it and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Logo {
    /// 64 hexadecimal digits.
    pub sha256: String,
    pub format: LogoFormat,
    pub bytes: u32,
    /// In pixels.
    pub width: u16,
    pub height: u16,
}

/// Why a file cannot be a logo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogoFault {
    /// Above [`LARGEST_LOGO`].
    TooLarge,
    /// Above [`WIDEST_LOGO`] in width or height.
    TooWide,
    /// Neither PNG nor JPEG.
    UnknownFormat,
    /// It begins as one and cannot be read to its end.
    Broken,
}

impl LogoFormat {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg => "jpeg",
        }
    }

    /// What a file is, by its first bytes and not by its name.
    pub fn of(file: &[u8]) -> Result<Self, LogoFault> {
        match file {
            _ if file.len() > LARGEST_LOGO => Err(LogoFault::TooLarge),
            [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => Ok(Self::Png),
            [0xff, 0xd8, 0xff, ..] => Ok(Self::Jpeg),
            _ => Err(LogoFault::UnknownFormat),
        }
    }
}

impl std::str::FromStr for LogoFormat {
    type Err = ();
    fn from_str(s: &str) -> Result<Self, ()> {
        [Self::Png, Self::Jpeg].into_iter().find(|format| format.as_str() == s).ok_or(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_file_is_follows_from_its_first_bytes() {
        assert_eq!(LogoFormat::of(b"\x89PNG\r\n\x1a\nrest"), Ok(LogoFormat::Png));
        assert_eq!(LogoFormat::of(b"\xff\xd8\xff\xe0rest"), Ok(LogoFormat::Jpeg));
        assert_eq!(LogoFormat::of(b"<svg xmlns='http://www.w3.org/2000/svg'/>"), Err(LogoFault::UnknownFormat));
        assert_eq!(LogoFormat::of(b"GIF89a"), Err(LogoFault::UnknownFormat));
        assert_eq!(LogoFormat::of(b""), Err(LogoFault::UnknownFormat));
        assert_eq!(LogoFormat::of(&vec![0; LARGEST_LOGO + 1]), Err(LogoFault::TooLarge));
    }
}
