//! Pictures as people send them: read, made small and written anew, so that nothing of the file is served but
//! its pixels.

mod memory;
#[cfg(test)]
mod tests;

use std::io::Cursor;

use actix_web::web::{Bytes, block};
use image::{
    DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, ImageResult, Limits,
    imageops::FilterType::Lanczos3,
};
use tokio::sync::Semaphore;

use super::i18n::Message;

/// What is taken, and what is made of it.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    /// Most pixels on a side of what is sent.
    pub largest_side: u32,
    /// Width and height of the boxes that it is fitted into, one picture for each. A smaller one stays as it
    /// is; nothing is cut off.
    pub boxes: &'static [(u32, u32)],
}

/// A PNG that the board made itself.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Fitted {
    pub png: Bytes,
    pub width: u32,
    pub height: u32,
}

/// How many are read at once.
static TURN: Semaphore = Semaphore::const_new(2);

/// Reads a PNG, JPEG or WebP on a thread that may wait, and fits it into each of the boxes, in their order.
///
/// # Errors
/// A message where `bytes` are no such picture, too many pixels, or would take too much memory.
pub async fn read(bytes: Bytes, wanted: Wanted) -> Result<Vec<Fitted>, Message> {
    let turn = TURN.acquire().await;
    let read = block(move || {
        // Until it is read, even where nobody waits for it any more.
        let _turn = turn;
        fit(&bytes, wanted)
    });
    read.await.unwrap_or_else(|error| {
        tracing::error!(%error, "a picture could not be read");
        Err(unreadable())
    })
}

fn fit(bytes: &[u8], wanted: Wanted) -> Result<Vec<Fitted>, Message> {
    if is_svg(bytes) {
        return Err(Message::new("platform-picture-svg"));
    }
    let boxes = wanted.boxes.iter();
    decode(bytes, wanted)
        .and_then(|image| boxes.map(|fit_in| fitted(&image, *fit_in)).collect())
        .map_err(|error| match error {
            ImageError::Limits(error) if memory::is_short(&error) => {
                Message::new("platform-picture-memory")
            }
            ImageError::Limits(_) => {
                Message::new("platform-picture-pixels").with("most", wanted.largest_side)
            }
            _ => unreadable(),
        })
}

fn unreadable() -> Message {
    Message::new("platform-picture-unreadable")
}

/// The picture the right way up, and not much larger than it is needed.
fn decode(bytes: &[u8], wanted: Wanted) -> ImageResult<DynamicImage> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format()?;
    let format = reader.format();
    let mut limits = Limits::default();
    limits.max_image_width = Some(wanted.largest_side);
    limits.max_image_height = Some(wanted.largest_side);
    limits.max_alloc = Some(memory::MOST);
    reader.limits(limits.clone());
    let mut decoder = reader.into_decoder()?;
    let (width, height) = decoder.dimensions();
    limits.check_dimensions(width, height)?;
    memory::check(&decoder, format, bytes)?;
    let orientation = decoder.orientation()?;
    let mut image = DynamicImage::from_decoder(decoder)?;
    let boxes = wanted.boxes.iter();
    let largest = boxes.map(|(width, height)| *width.max(height)).max();
    let enough = 2 * largest.unwrap_or(wanted.largest_side);
    if image.width() > enough || image.height() > enough {
        // Takes little memory beside the picture; what is finer is done to the small one.
        image = image.thumbnail(enough, enough);
    }
    image.apply_orientation(orientation);
    Ok(image)
}

fn fitted(image: &DynamicImage, (width, height): (u32, u32)) -> ImageResult<Fitted> {
    let small = if image.width() > width || image.height() > height {
        image.resize(width, height, Lanczos3).into_rgba8()
    } else {
        image.to_rgba8()
    };
    let mut png = Cursor::new(Vec::new());
    small.write_to(&mut png, ImageFormat::Png)?;
    Ok(Fitted {
        png: png.into_inner().into(),
        width: small.width(),
        height: small.height(),
    })
}

/// Whether it is a drawing in XML, with or without what may stand before it.
fn is_svg(bytes: &[u8]) -> bool {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]).to_ascii_lowercase();
    let start = start.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    start.starts_with('<') && start.contains("<svg")
        || start.starts_with("<?xml") && !start.contains("<html")
}
