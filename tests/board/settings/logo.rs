//! The logo: what is taken, what is served, and what is refused.

use image::{ImageFormat, ImageReader};
use std::io::Cursor;

use super::{image, save, send};
use crate::support::TestApp;

#[actix_web::test]
async fn a_logo_stands_in_the_header_and_is_kept_for_ever_at_its_address() {
    let app = TestApp::start();
    let root = app.admin().await;
    for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP] {
        save(&root, &[], &image(800, 400, format)).await;
        let home = app.browser().get("/").await;
        let logo = |name| home.attribute("header .name img", name).unwrap();
        assert_eq!(logo("alt"), "Rust Jobs");
        assert_eq!((logo("width"), logo("height")), ("64".into(), "32".into()));
        assert_eq!(home.text("header .name"), "");
        let request = app.browser().request(reqwest::Method::GET, &logo("src"));
        let file = request.send().await.unwrap();
        assert_eq!(file.headers()["content-type"], "image/png");
        assert_eq!(file.headers()["x-content-type-options"], "nosniff");
        let caching = file.headers()["cache-control"].to_str().unwrap().to_owned();
        assert!(caching.contains("immutable"), "{caching}");
        let bytes = file.bytes().await.unwrap();
        let reader = ImageReader::with_format(Cursor::new(&bytes[..]), ImageFormat::Png);
        assert_eq!(reader.into_dimensions().unwrap(), (192, 96));
    }
}

#[actix_web::test]
async fn the_name_may_stand_beside_it_and_the_logo_goes_again() {
    let app = TestApp::start();
    let root = app.admin().await;
    let page = save(
        &root,
        &[("header", "both")],
        &image(64, 64, ImageFormat::Png),
    )
    .await;
    assert_eq!(page.text("header .name"), "Rust Jobs");
    let alt = page.attribute("header .name img", "alt");
    assert_eq!(alt.as_deref(), Some(""));
    let address = page.attribute("header .name img", "src").unwrap();

    let page = save(&root, &[("header", "both")], b"").await;
    assert!(
        page.has("header .name img"),
        "saving something else keeps it"
    );
    let page = save(&root, &[("remove_logo", "yes")], b"").await;
    assert!(!page.has("header .name img"));
    assert_eq!(app.browser().get(&address).await.status, 404);
}

#[actix_web::test]
async fn a_replica_that_has_not_heard_of_it_yet_serves_it() {
    let app = TestApp::start();
    let root = app.admin().await;
    let replica = app.replica(app.board.config.clone());
    let page = save(&root, &[], &image(64, 64, ImageFormat::Png)).await;
    let address = page.attribute("header .name img", "src").unwrap();
    assert_eq!(replica.browser().get(&address).await.status, 200);
}

/// A PNG whose header promises more pixels than any memory has.
fn bomb() -> Vec<u8> {
    let mut file = image(8, 8, ImageFormat::Png);
    file[16..24].copy_from_slice(&[0, 1, 0x86, 0xa0, 0, 1, 0x86, 0xa0]);
    let checksum = crc(&file[12..29]);
    file[29..33].copy_from_slice(&checksum.to_be_bytes());
    file
}

/// The checksum of a PNG's chunk.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg())
        })
    })
}

#[actix_web::test]
async fn what_is_no_small_picture_is_refused_at_its_field_and_the_rest_stays() {
    let app = TestApp::start();
    let root = app.admin().await;
    let cut_off = image(64, 64, ImageFormat::Png);
    for (file, message) in [
        (
            b"<html><script>alert(1)</script></html>".to_vec(),
            "The file must be a PNG, JPEG or WebP image",
        ),
        (
            b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>".to_vec(),
            "SVG images can carry scripts, so they are not accepted.",
        ),
        (
            b"GIF89a\x01\0\x01\0\0\0\0;".to_vec(),
            "The file must be a PNG, JPEG or WebP image",
        ),
        (
            cut_off[..50].to_vec(),
            "The file must be a PNG, JPEG or WebP image",
        ),
        (bomb(), "The image is larger than 1,000 × 1,000 pixels"),
        (
            image(1001, 10, ImageFormat::WebP),
            "The image is larger than 1,000 × 1,000 pixels",
        ),
        (vec![0; 300 * 1024], "The logo is larger than 256 KB"),
        (vec![0; 5 * 1024 * 1024], "The logo is larger than 256 KB"),
    ] {
        let answer = send(&root, &[("introduction", "Jobs for everyone")], &file).await;
        assert_eq!(answer.status, 422);
        let said = answer.message("logo");
        assert!(said.starts_with(message), "{said}");
        assert_eq!(answer.value("site_name"), "Rust Jobs");
        assert_eq!(answer.text("#introduction").trim(), "Jobs for everyone");
    }
    assert!(!app.browser().get("/").await.has("header .name img"));
    let endless = send(&root, &[], &vec![0; 17 * 1024 * 1024]).await;
    assert_eq!(endless.status, 413);
}

#[actix_web::test]
async fn a_polyglot_is_served_as_its_pixels_alone() {
    let app = TestApp::start();
    let root = app.admin().await;
    let mut file = image(64, 64, ImageFormat::Png);
    file.extend_from_slice(b"<script>alert(1)</script>");
    let page = save(&root, &[], &file).await;
    let address = page.attribute("header .name img", "src").unwrap();
    let request = app.browser().request(reqwest::Method::GET, &address);
    let served = request.send().await.unwrap().bytes().await.unwrap();
    assert!(!served.windows(7).any(|part| part == b"<script"));
}

#[actix_web::test]
async fn a_logo_waits_until_the_rest_of_the_form_is_right() {
    let app = TestApp::start();
    let root = app.admin().await;
    let wrong = send(
        &root,
        &[("color", "green")],
        &image(64, 64, ImageFormat::Png),
    )
    .await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.body.contains("The logo you chose is ready."));
    let waiting = wrong.value("new_logo");
    let page = save(&root, &[("new_logo", &waiting)], b"").await;
    assert!(page.has("header .name img"));
    let nonsense = send(&root, &[("new_logo", "bm90IGFuIGltYWdl")], b"").await;
    assert_eq!(nonsense.status, 422);
}
