//! A logo as somebody sends it: read, made small, and written anew, so that nothing of the file is served
//! but its pixels.

use std::io::Cursor;

use actix_web::web::Bytes;
use image::{
    DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits,
    imageops::FilterType::Lanczos3,
};

use crate::platform::{brand::Logo, i18n::Message};

/// Most pixels on a side of what is sent.
const LARGEST_SIDE: u32 = 1000;

/// Most memory that reading it takes, in bytes.
const MEMORY: u64 = 32 * 1024 * 1024;

/// Pixels of what is kept: three times as high as the header shows it, for sharp screens.
const WIDTH: u32 = 480;
const HEIGHT: u32 = 3 * Logo::SHOWN_HEIGHT;

/// Takes a while: call it on a thread that may wait.
///
/// # Errors
/// A message where `bytes` are no PNG, JPEG or WebP, or too many pixels.
pub fn read(bytes: &[u8]) -> Result<Logo, Message> {
    decode(bytes).map_err(|error| match error {
        ImageError::Limits(_) => Message::new("settings-logo-pixels").with("most", LARGEST_SIDE),
        _ => Message::new("settings-logo-unreadable"),
    })
}

fn decode(bytes: &[u8]) -> Result<Logo, ImageError> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format()?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(LARGEST_SIDE);
    limits.max_image_height = Some(LARGEST_SIDE);
    limits.max_alloc = Some(MEMORY);
    reader.limits(limits.clone());
    let mut decoder = reader.into_decoder()?;
    let (width, height) = decoder.dimensions();
    limits.check_dimensions(width, height)?;
    let orientation = decoder.orientation()?;
    let mut image = DynamicImage::from_decoder(decoder)?;
    image.apply_orientation(orientation);
    if image.width() > WIDTH || image.height() > HEIGHT {
        image = image.resize(WIDTH, HEIGHT, Lanczos3);
    }
    let image = image.into_rgba8();
    let mut png = Cursor::new(Vec::new());
    image.write_to(&mut png, ImageFormat::Png)?;
    let png = Bytes::from(png.into_inner());
    Ok(Logo::new(png, image.width(), image.height()))
}
