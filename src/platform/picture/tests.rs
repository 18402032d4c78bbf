#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::process::Command;

use image::{
    ImageEncoder, Rgb, RgbImage,
    codecs::{jpeg::JpegEncoder, png::PngEncoder, webp::WebPEncoder},
};

use super::*;

const LOGO: Wanted = Wanted {
    largest_side: 4096,
    boxes: &[(512, 512), (128, 128)],
};

/// Says that the picture was taken with the camera on its side, and where.
const EXIF: &[u8] =
    b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0GPS 52.52 13.40";

fn file(width: u32, height: u32, format: ImageFormat, exif: &[u8]) -> Vec<u8> {
    let pixels = RgbImage::from_pixel(width, height, Rgb([200, 30, 30]));
    let mut file = Vec::new();
    let exif = exif.to_vec();
    match format {
        ImageFormat::Jpeg => {
            let mut encoder = JpegEncoder::new(&mut file);
            encoder.set_exif_metadata(exif).unwrap();
            pixels.write_with_encoder(encoder)
        }
        ImageFormat::WebP => {
            let mut encoder = WebPEncoder::new_lossless(&mut file);
            encoder.set_exif_metadata(exif).unwrap();
            pixels.write_with_encoder(encoder)
        }
        _ => {
            let mut encoder = PngEncoder::new(&mut file);
            encoder.set_exif_metadata(exif).unwrap();
            pixels.write_with_encoder(encoder)
        }
    }
    .unwrap();
    file
}

/// A PNG of white pixels, made row by row.
fn white(side: u32, color: png::ColorType, depth: png::BitDepth) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, side, side);
    encoder.set_color(color);
    encoder.set_depth(depth);
    let mut writer = encoder.write_header().unwrap();
    let bytes = color.samples()
        * if depth == png::BitDepth::Sixteen {
            2
        } else {
            1
        };
    let row = vec![0xff; bytes * side as usize];
    let mut rows = writer.stream_writer().unwrap();
    for _ in 0..side {
        std::io::Write::write_all(&mut rows, &row).unwrap();
    }
    rows.finish().unwrap();
    drop(writer);
    file
}

/// The first bytes of a PNG that promises 50,000 × 50,000 pixels, and nothing after them.
fn bomb() -> Vec<u8> {
    let mut file = file(8, 8, ImageFormat::Png, b"");
    file.truncate(33);
    file[16..24].copy_from_slice(&[0, 0, 0xc3, 0x50, 0, 0, 0xc3, 0x50]);
    let checksum = !file[12..29].iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg())
        })
    });
    file[29..33].copy_from_slice(&checksum.to_be_bytes());
    file
}

fn sizes(file: &[u8]) -> Vec<(u32, u32)> {
    let pictures = fit(file, LOGO).unwrap();
    for picture in &pictures {
        let reader = ImageReader::with_format(Cursor::new(&picture.png[..]), ImageFormat::Png);
        let size = reader.into_dimensions().unwrap();
        assert_eq!(size, (picture.width, picture.height));
    }
    let pictures = pictures.iter();
    pictures.map(|one| (one.width, one.height)).collect()
}

fn refused(file: &[u8]) -> &'static str {
    fit(file, LOGO).unwrap_err().key()
}

fn has(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|found| found == part)
}

#[test]
fn a_picture_is_fitted_and_never_cut_or_enlarged() {
    for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP] {
        assert_eq!(
            sizes(&file(1000, 500, format, b"")),
            [(512, 256), (128, 64)]
        );
        assert_eq!(sizes(&file(300, 600, format, b"")), [(256, 512), (64, 128)]);
        assert_eq!(sizes(&file(40, 20, format, b"")), [(40, 20), (40, 20)]);
    }
    assert_eq!(
        sizes(&file(2600, 13, ImageFormat::Png, b"")),
        [(512, 3), (128, 1)]
    );
}

#[test]
fn it_stands_as_the_camera_was_held_and_says_nothing_else_about_it() {
    for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP] {
        let file = file(600, 300, format, EXIF);
        assert!(has(&file, b"GPS 52.52"));
        assert_eq!(sizes(&file), [(256, 512), (64, 128)], "{format:?}");
        for picture in fit(&file, LOGO).unwrap() {
            assert!(!has(&picture.png, b"GPS") && !has(&picture.png, b"eXIf"));
        }
    }
}

#[test]
fn what_is_also_something_else_is_only_a_picture_afterwards() {
    for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP] {
        let mut file = file(64, 64, format, b"<?php echo 1; ?>");
        file.extend_from_slice(b"PK\x03\x04<html><script>alert(1)</script>");
        for picture in fit(&file, LOGO).unwrap() {
            for part in [&b"<script"[..], b"<?php", b"PK\x03\x04"] {
                assert!(!has(&picture.png, part));
            }
        }
    }
}

#[test]
fn what_is_no_picture_is_refused_with_a_reason() {
    let cut_off = file(64, 64, ImageFormat::Png, b"");
    for (file, key) in [
        (&b""[..], "platform-picture-unreadable"),
        (
            b"<html><script>alert(1)</script></html>",
            "platform-picture-unreadable",
        ),
        (b"GIF89a\x01\0\x01\0\0\0\0;", "platform-picture-unreadable"),
        (&cut_off[..50], "platform-picture-unreadable"),
        (
            b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            "platform-picture-svg",
        ),
        (b"\xef\xbb\xbf\n<SVG/>", "platform-picture-svg"),
        (
            b"<?xml version=\"1.0\"?>\n<!-- a logo -->",
            "platform-picture-svg",
        ),
        (
            b"<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\"><svg/>",
            "platform-picture-svg",
        ),
    ] {
        assert_eq!(refused(file), key, "{}", String::from_utf8_lossy(file));
    }
}

#[test]
fn a_bomb_is_refused_by_its_first_bytes() {
    assert_eq!(refused(&bomb()), "platform-picture-pixels");
    let wide = file(4097, 1, ImageFormat::WebP, b"");
    assert_eq!(refused(&wide), "platform-picture-pixels");
}

#[test]
fn what_would_take_too_much_memory_is_refused() {
    let deep = white(3000, png::ColorType::Rgba, png::BitDepth::Sixteen);
    assert_eq!(refused(&deep), "platform-picture-memory");
}

/// Memory is counted for a process as a whole: this one has other tests.
#[test]
#[cfg(target_os = "linux")]
fn reading_takes_little_memory() {
    let program = std::env::current_exe().unwrap();
    let name = "platform::picture::tests::alone_in_a_process";
    let output = Command::new(program)
        .args(["--ignored", "--exact", name])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success() && said.contains("1 passed"),
        "{said}"
    );
}

#[test]
#[ignore = "run by reading_takes_little_memory"]
#[cfg(target_os = "linux")]
fn alone_in_a_process() {
    let peak = || {
        let status = procfs::process::Process::myself().unwrap().status();
        status.unwrap().vmhwm.unwrap() / 1024
    };
    let before = peak();
    assert_eq!(refused(&bomb()), "platform-picture-pixels");
    let bomb = peak() - before;
    assert!(bomb < 8, "{bomb} MiB");
    let large = white(2048, png::ColorType::Rgba, png::BitDepth::Eight);
    let before = peak();
    assert_eq!(sizes(&large), [(512, 512), (128, 128)]);
    let large = peak() - before;
    assert!(large < 32, "{large} MiB");
}
