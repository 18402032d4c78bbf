//! The logos of companies: what is taken, and where they are shown.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat};
use reqwest::Method;

use crate::support::{Answer, Browser, TestApp};

/// A company of Alice's, with a job on the board.
async fn company(app: &TestApp) -> (Browser, String) {
    let alice = app.member("Alice").await;
    let made = alice
        .submit("/dashboard/companies", &[("name", "Analytical Engines")])
        .await;
    alice.publish("Rust developer").await;
    (alice, made.location().to_owned())
}

async fn send(by: &Browser, company: &str, fields: &[(&str, &str)], file: Vec<u8>) -> Answer {
    let version = by.get(company).await.value("version");
    let mut fields = fields.to_vec();
    fields.push(("version", &version));
    by.upload(company, &fields, &file).await
}

fn picture(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::new_rgb8(width, height)
        .write_to(&mut bytes, format)
        .unwrap();
    bytes.into_inner()
}

#[actix_web::test]
async fn a_logo_is_made_small_and_stands_wherever_the_company_does() {
    let app = TestApp::start();
    let (alice, company) = company(&app).await;
    let name = [("name", "Analytical Engines")];
    for format in [ImageFormat::Jpeg, ImageFormat::WebP, ImageFormat::Png] {
        let answer = send(&alice, &company, &name, picture(900, 300, format)).await;
        assert_eq!(answer.status, 303, "{format:?}: {}", answer.body);
    }
    let visitor = app.browser();
    let job = visitor
        .get("/jobs")
        .await
        .attribute(".card h2 a", "href")
        .unwrap();
    for page in [
        "/jobs",
        "/companies",
        "/companies/analytical-engines",
        job.as_str(),
    ] {
        let shown = visitor.get(page).await;
        let small = shown.attribute("img.logo", "src");
        let small = small.unwrap_or_else(|| panic!("{page}: {}", shown.body));
        let response = visitor.request(Method::GET, &small).send().await.unwrap();
        assert_eq!(response.headers()["content-type"], "image/png");
        assert_eq!(response.headers()["x-content-type-options"], "nosniff");
        let bytes = response.bytes().await.unwrap();
        let logo = image::load_from_memory(&bytes).unwrap();
        assert_eq!(
            (logo.width(), logo.height()),
            (128, 43),
            "fitted, not cropped"
        );
    }
    assert!(
        visitor.get(&job).await.body.contains("\"logo\":\"http"),
        "the markup"
    );
    for feed in ["/jobs.atom", "/jobs.rss", "/jobs.json"] {
        assert!(
            visitor.get(feed).await.body.contains("/pictures/"),
            "{feed}"
        );
    }

    let answer = send(
        &alice,
        &company,
        &[name[0], ("remove_logo", "yes")],
        Vec::new(),
    )
    .await;
    assert_eq!(answer.status, 303);
    assert!(!visitor.get("/jobs").await.has("img.logo"));
}

#[actix_web::test]
async fn what_is_no_safe_picture_is_refused_at_its_field_and_a_good_one_waits() {
    let app = TestApp::start();
    let (alice, company) = company(&app).await;
    let name = [("name", "Analytical Engines")];
    let svg = b"<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_vec();
    for (file, said) in [
        (svg, "SVG"),
        (b"GIF89a".to_vec(), "PNG"),
        (vec![0; 3 * 1024 * 1024], "2 MB"),
    ] {
        let answer = send(&alice, &company, &name, file).await;
        assert_eq!(answer.status, 422);
        assert!(
            answer.message("logo").contains(said),
            "{}",
            answer.message("logo")
        );
        assert_eq!(answer.value("name"), "Analytical Engines");
    }
    // A mistake elsewhere does not lose the logo.
    let file = picture(200, 200, ImageFormat::Png);
    let wrong = send(&alice, &company, &[("name", "")], file).await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.has(".logo-now img"));
    let waiting = wrong.value("new_logo");
    let answer = send(
        &alice,
        &company,
        &[name[0], ("new_logo", &waiting)],
        Vec::new(),
    )
    .await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    assert!(app.browser().get("/jobs").await.has("img.logo"));
}
