//! The board's logo: a small PNG that the board made itself.

use actix_web::web::Bytes;
use aws_lc_rs::digest::{SHA256, digest};
use data_encoding::{BASE64, HEXLOWER};

#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Logo {
    /// The first 16 hexadecimal digits of the image's SHA-256.
    pub hash: String,
    pub width: u32,
    pub height: u32,
    pub png: Bytes,
}

impl Logo {
    /// Pixels of the page header that it fills, from top to bottom.
    pub const SHOWN_HEIGHT: u32 = 32;

    /// Pixels across that it may fill: a wider one is shown less high.
    const WIDEST: u32 = 320;

    /// `png` has `width` and `height`, in pixels.
    pub fn new(png: Bytes, width: u32, height: u32) -> Self {
        Self {
            hash: HEXLOWER.encode(&digest(&SHA256, &png).as_ref()[..8]),
            width,
            height: height.max(1),
            png,
        }
    }

    /// Its address, which changes with the image.
    pub fn path(&self) -> String {
        format!("/logo/{}.png", self.hash)
    }

    /// How wide it is when it is as high as the header shows it.
    pub(super) fn shown_width(&self) -> u32 {
        let width = (self.width * Self::SHOWN_HEIGHT).div_ceil(self.height);
        width.min(Self::WIDEST)
    }

    /// `WIDTHxHEIGHT` and the image in Base64: one value that can be kept as text.
    pub fn encode(&self) -> String {
        let Self {
            width, height, png, ..
        } = self;
        format!("{width}x{height} {}", BASE64.encode(png))
    }

    /// The opposite of [`Logo::encode`].
    pub(super) fn decode(value: &str) -> Option<Self> {
        let (size, png) = value.split_once(' ')?;
        let (width, height) = size.split_once('x')?;
        let png = BASE64.decode(png.as_bytes()).ok()?;
        Some(Self::new(
            png.into(),
            width.parse().ok()?,
            height.parse().ok()?,
        ))
    }
}
