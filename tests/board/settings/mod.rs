//! What administrators choose for the whole board in the browser.

mod brand;
mod checklist;
mod form;
mod logo;
mod search_words;

use std::{io::Cursor, time::Duration};

use image::{DynamicImage, ImageFormat, Rgba, RgbaImage};

use crate::support::{Answer, Browser};

pub const PATH: &str = "/admin/settings";

/// The fields of a form in which everything is right.
fn fields<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![
        ("site_name", "Rust Jobs"),
        ("introduction", ""),
        ("color", "#0f5c4d"),
        ("header", "logo"),
        ("links", ""),
        ("contact", ""),
    ];
    for (name, value) in changes {
        fields.retain(|(field, _)| field != name);
        fields.push((name, value));
    }
    fields
}

/// Sends the form as a browser does, with `file` as its logo.
async fn send(browser: &Browser, changes: &[(&str, &str)], file: &[u8]) -> Answer {
    browser.upload(PATH, &fields(changes), file).await
}

/// Chooses what is done about jobs that lack the pay for which a law asks.
pub async fn choose(root: &Browser, pay_rules: &str) {
    let page = save(root, &[("pay_rules", pay_rules)], b"").await;
    let chosen = page.attribute("[name=pay_rules][checked]", "value");
    assert_eq!(chosen.as_deref(), Some(pay_rules));
}

/// Sends a form that is taken, and goes on to the page after it.
async fn save(browser: &Browser, changes: &[(&str, &str)], file: &[u8]) -> Answer {
    let answer = send(browser, changes, file).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    let page = browser.follow(&answer).await;
    assert_eq!(page.text(".notice"), "Settings saved.");
    page
}

fn image(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let pixels = RgbaImage::from_pixel(width, height, Rgba([200, 30, 30, 255]));
    let mut file = Cursor::new(Vec::new());
    let pixels = DynamicImage::from(pixels).into_rgb8();
    pixels.write_to(&mut file, format).unwrap();
    file.into_inner()
}

/// Waits until `path` says `wanted`, as long as a replica may take to look.
async fn wait_for(browser: &Browser, path: &str, wanted: &str) {
    for _ in 0..40 {
        if browser.get(path).await.body.contains(wanted) {
            return;
        }
        actix_web::rt::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("{path} never says {wanted}");
}
