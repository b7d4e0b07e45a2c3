//! Logos: a file is read as an image and drawn anew, so that what is kept is an image, small, and says nothing else.

use crate::{PageRefused, Telar};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::organisations::{LOGO_SHOWN, Logo, LogoFault, LogoFormat, WIDEST_LOGO};
use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder as _, ImageError, ImageFormat, ImageReader, Limits};
use sha2::{Digest as _, Sha256};
use std::io::Cursor;
use store::StoreError;

/// What a logo's address gives.
#[derive(Clone, Debug)]
pub struct LogoContent {
    pub format: LogoFormat,
    pub bytes: Vec<u8>,
}

/// A logo as it will be kept.
#[derive(Clone, Debug)]
pub(super) struct Drawn {
    pub logo: Logo,
    pub base64: String,
}

/// In hundredths; above it the eye sees no more.
const JPEG_QUALITY: u8 = 85;

/// Reads a file as an image, turns it upright, and draws it at most [`LOGO_SHOWN`] pixels wide and high.
pub(super) fn drawn(file: &[u8]) -> Result<Drawn, LogoFault> {
    let format = LogoFormat::of(file)?;
    let fault = |why: ImageError| match why {
        ImageError::Limits(_) => LogoFault::TooWide,
        _ => LogoFault::Broken,
    };
    let known = match format {
        LogoFormat::Png => ImageFormat::Png,
        LogoFormat::Jpeg => ImageFormat::Jpeg,
    };
    let mut reader = ImageReader::with_format(Cursor::new(file), known);
    let mut limits = Limits::default();
    limits.max_image_width = Some(WIDEST_LOGO);
    limits.max_image_height = Some(WIDEST_LOGO);
    // Four bytes a pixel, and what the decoder needs beside them.
    limits.max_alloc = Some(u64::from(WIDEST_LOGO) * u64::from(WIDEST_LOGO) * 8);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(fault)?;
    let (width, height) = decoder.dimensions();
    if width > WIDEST_LOGO || height > WIDEST_LOGO {
        return Err(LogoFault::TooWide);
    }
    let upright = decoder.orientation().map_err(fault)?;
    let mut image = DynamicImage::from_decoder(decoder).map_err(fault)?;
    image.apply_orientation(upright);
    if image.width() > LOGO_SHOWN || image.height() > LOGO_SHOWN {
        image = image.resize(LOGO_SHOWN, LOGO_SHOWN, FilterType::Triangle);
    }
    let mut bytes = Vec::new();
    let written = match format {
        LogoFormat::Png => {
            DynamicImage::ImageRgba8(image.to_rgba8()).write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png)
        }
        LogoFormat::Jpeg => image.to_rgb8().write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, JPEG_QUALITY)),
    };
    written.map_err(fault)?;
    let small = |pixels: u32| u16::try_from(pixels).unwrap_or(u16::MAX);
    let logo = Logo {
        sha256: crate::chance::hex(&Sha256::digest(&bytes)),
        format,
        bytes: u32::try_from(bytes.len()).unwrap_or(u32::MAX),
        width: small(image.width()),
        height: small(image.height()),
    };
    Ok(Drawn { logo, base64: STANDARD.encode(&bytes) })
}

impl Telar {
    /// For anybody: it stands on the page by which an organisation names its people.
    pub async fn logo(&self, sha256: &str) -> Result<LogoContent, PageRefused> {
        let sha256 = sha256.to_owned();
        self.read(move |reading| {
            let (format, base64) = reading.logo_content(&sha256)?.ok_or(PageRefused::NotFound)?;
            let unreadable = |why: &str| StoreError::Unreadable(format!("logo {sha256}: {why}"));
            let bytes = STANDARD.decode(base64).map_err(|why| unreadable(&why.to_string()))?;
            Ok(LogoContent { format: format.parse().map_err(|()| unreadable(&format))?, bytes })
        })
        .await
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{ImageBuffer, Rgb};

    fn file(format: ImageFormat, width: u32, height: u32) -> Vec<u8> {
        let image = ImageBuffer::from_fn(width, height, |x, y| Rgb([(x % 256) as u8, (y % 256) as u8, 90]));
        let mut bytes = Vec::new();
        DynamicImage::ImageRgb8(image).write_to(&mut Cursor::new(&mut bytes), format).unwrap();
        bytes
    }

    #[test]
    fn a_logo_is_drawn_anew_and_small() {
        let png = drawn(&file(ImageFormat::Png, 900, 300)).unwrap();
        assert_eq!((png.logo.width, png.logo.height, png.logo.format), (320, 107, LogoFormat::Png));
        let jpeg = drawn(&file(ImageFormat::Jpeg, 40, 80)).unwrap();
        assert_eq!((jpeg.logo.width, jpeg.logo.height, jpeg.logo.format), (40, 80, LogoFormat::Jpeg));
        let kept = STANDARD.decode(&jpeg.base64).unwrap();
        assert_eq!(LogoFormat::of(&kept), Ok(LogoFormat::Jpeg));
        assert_eq!(kept.len(), jpeg.logo.bytes as usize);
        // The same file gives the same bytes, so it is kept once.
        assert_eq!(drawn(&file(ImageFormat::Png, 900, 300)).unwrap().logo, png.logo);
    }

    #[test]
    fn what_a_file_said_of_its_maker_is_gone() {
        let mut jpeg = file(ImageFormat::Jpeg, 20, 20);
        let words = b"Exif\0\0hecho por Marta en su casa";
        let mut segment = vec![0xff, 0xe1, 0, (words.len() + 2) as u8];
        segment.extend_from_slice(words);
        jpeg.splice(2..2, segment);
        let kept = STANDARD.decode(drawn(&jpeg).unwrap().base64).unwrap();
        assert!(!kept.windows(5).any(|five| five == b"Marta"));
    }

    #[test]
    fn what_is_no_image_is_cut_off_or_too_wide_is_refused() {
        let png = file(ImageFormat::Png, 200, 200);
        assert_eq!(drawn(&png[..png.len() / 2]).unwrap_err(), LogoFault::Broken);
        assert_eq!(drawn(b"\x89PNG\r\n\x1a\nno es una imagen").unwrap_err(), LogoFault::Broken);
        assert_eq!(drawn(b"<svg onload='alert(1)'/>").unwrap_err(), LogoFault::UnknownFormat);
        assert_eq!(drawn(&file(ImageFormat::Png, WIDEST_LOGO + 1, 2)).unwrap_err(), LogoFault::TooWide);
        assert_eq!(drawn(&file(ImageFormat::Jpeg, 2, WIDEST_LOGO + 1)).unwrap_err(), LogoFault::TooWide);
    }
}
