//! The logo of a company.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat};
use reqwest::Method;

use super::{Program, body, join, mistake};
use crate::support::{Answer, TestApp};

const LOGO: &str = "companies/engines/logo";

fn picture(format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::new_rgb8(900, 300)
        .write_to(&mut bytes, format)
        .unwrap();
    bytes.into_inner()
}

async fn put(by: &Program, kind: &str, body: Vec<u8>) -> Answer {
    let request = by.request(Method::PUT, LOGO);
    Answer::of(request.header("content-type", kind).body(body)).await
}

#[actix_web::test]
async fn a_picture_that_is_the_body_becomes_the_logo_until_it_is_removed() {
    let app = TestApp::start();
    let owner = Program::of(&app, &app.member("Alice").await).await;
    owner.company("Engines").await;
    for (kind, format) in [
        ("image/png", ImageFormat::Png),
        ("image/jpeg", ImageFormat::Jpeg),
        ("image/webp", ImageFormat::WebP),
    ] {
        let changed = put(&owner, kind, picture(format)).await;
        assert_eq!(changed.status, 200, "{kind}: {}", changed.body);
        let logo = body(&changed)["logo"].as_str().unwrap().to_owned();
        let path = logo.split_once("/pictures/").unwrap().1;
        let shown = app
            .browser()
            .request(Method::GET, &format!("/pictures/{path}"));
        let shown = shown.send().await.unwrap();
        let shown = image::load_from_memory(&shown.bytes().await.unwrap()).unwrap();
        assert_eq!((shown.width(), shown.height()), (512, 171));
    }
    let form = [
        b"--limit\r\nContent-Disposition: form-data; name=\"logo\"; filename=\"logo.png\"\r\n\r\n"
            .to_vec(),
        picture(ImageFormat::Png),
        b"\r\n--limit--\r\n".to_vec(),
    ];
    let sent = put(&owner, "multipart/form-data; boundary=limit", form.concat()).await;
    assert_eq!(sent.status, 200, "{}", sent.body);
    let removed = owner.delete(LOGO).await;
    assert_eq!(removed.status, 200);
    assert!(body(&removed)["logo"].is_null());
}

#[actix_web::test]
async fn what_is_no_picture_or_comes_from_others_is_refused() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let owner = Program::of(&app, &alice).await;
    owner.company("Engines").await;
    for (sent, said) in [
        (
            b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_vec(),
            "SVG",
        ),
        (b"GIF89a".to_vec(), "PNG"),
        (Vec::new(), "PNG"),
        (vec![0; 3 * 1024 * 1024], "2 MB"),
    ] {
        let (status, _, detail) = mistake(&put(&owner, "image/png", sent).await);
        assert_eq!(status, 422);
        assert!(detail.contains(said), "{detail}");
    }
    let png = picture(ImageFormat::Png);
    let kind = put(&owner, "application/octet-stream", png.clone()).await;
    assert_eq!(kind.status, 415);
    assert!(kind.body.contains("image/webp"), "{}", kind.body);

    let bob = join(&app, &owner, "engines", "recruiter").await;
    let recruiter = Program::of(&app, &bob).await;
    let reading = Program::reading(&app, &alice).await;
    let nobody = Program::unknown(&app);
    for (program, status) in [(&recruiter, 403), (&reading, 403), (&nobody, 401)] {
        assert_eq!(put(program, "image/png", png.clone()).await.status, status);
        assert_eq!(program.delete(LOGO).await.status, status);
    }
    let team = body(&owner.get("companies/engines/members").await);
    let bobs = format!("companies/engines/members/{}", team[1]["id"]);
    owner
        .patch(&bobs, serde_json::json!({"role": "editor"}))
        .await;
    assert_eq!(put(&recruiter, "image/png", png).await.status, 200);
}
