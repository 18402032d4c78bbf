//! How much memory a picture takes while it is read, known from its first bytes. Most decoders do not count
//! what they need beside the pixels that they hand over.

use image::{
    ImageDecoder, ImageError, ImageFormat, ImageResult,
    error::{LimitError, LimitErrorKind},
};

/// Most bytes for the pixels and what they are made with.
pub const MOST: u64 = 64 * 1024 * 1024;

/// # Errors
/// When reading would take more than [`MOST`].
pub fn check(
    decoder: &impl ImageDecoder,
    format: Option<ImageFormat>,
    bytes: &[u8],
) -> ImageResult<()> {
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    let beside = match format {
        // Coefficients of the whole picture: two bytes for each of up to four channels.
        Some(ImageFormat::Jpeg) if is_progressive(bytes) => 8 * pixels,
        // The picture once more, and of an animation its frame.
        Some(ImageFormat::WebP) if is_animated(bytes) => 8 * pixels,
        Some(ImageFormat::WebP) => 4 * pixels,
        _ => 0,
    };
    if decoder.total_bytes().saturating_add(beside) > MOST {
        let error = LimitError::from_kind(LimitErrorKind::InsufficientMemory);
        return Err(ImageError::Limits(error));
    }
    Ok(())
}

pub fn is_short(error: &LimitError) -> bool {
    matches!(error.kind(), LimitErrorKind::InsufficientMemory)
}

/// Whether a JPEG comes in scans of the whole picture (ITU-T T.81, section B.1.1.3).
fn is_progressive(bytes: &[u8]) -> bool {
    let mut rest = bytes.get(2..).unwrap_or_default();
    while let [0xff, marker, after @ ..] = rest {
        match (marker, after) {
            (0xff, _) => rest = &rest[1..],
            (0xc0 | 0xc1, _) => return false,
            (0xda, _) => return true,
            (0xc2..=0xcf, _) if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => return true,
            (0x01 | 0xd0..=0xd9, _) => rest = after,
            (_, [high, low, ..]) => {
                let length = usize::from(u16::from_be_bytes([*high, *low]));
                rest = after.get(length..).unwrap_or_default();
            }
            _ => return true,
        }
    }
    true
}

/// Whether a WebP says so in its header (RFC 9649, section 2.7).
fn is_animated(bytes: &[u8]) -> bool {
    bytes.get(12..16) == Some(b"VP8X") && bytes.get(20).is_some_and(|flags| flags & 0x02 != 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_jpeg_says_in_its_header_whether_it_comes_in_scans() {
        let app = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0xc2, 0xff];
        let with = |marker| [&app[..], &[0xff, 0xff, marker, 0, 4, 0, 0]].concat();
        assert!(is_progressive(&with(0xc2)));
        assert!(!is_progressive(&with(0xc0)));
        let tables = [&app[..], &[0xff, 0xc4, 0, 2, 0xff, 0xc0]].concat();
        assert!(!is_progressive(&tables));
    }
}
