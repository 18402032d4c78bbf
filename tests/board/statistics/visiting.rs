//! From a job to where people apply.

use super::{open, publish, visit_of};
use crate::support::{TestApp, id_of, job, with};

#[actix_web::test]
async fn the_button_leads_to_the_stored_address_and_no_cache_keeps_it() {
    let app = TestApp::start();
    let path = publish(&app.member("Alice").await, "Rust developer").await;
    let reader = app.reader("Ada");
    let page = reader.get(&path).await;
    let link = page.attribute(".apply a", "href").unwrap();
    assert_eq!(link, visit_of(&path));
    let rel = page.attribute(".apply a", "rel").unwrap();
    assert!(rel.contains("nofollow"), "{rel}");
    let answer = reader.get(&link).await;
    assert_eq!(answer.status, 303);
    assert_eq!(answer.location(), "https://engines.example/apply?job=7");
    assert_eq!(answer.header("cache-control"), "no-store");
    assert_eq!(answer.header("x-robots-tag"), "noindex, nofollow");
    let asked = format!("{link}?to=https://evil.example");
    assert_eq!(reader.get(&asked).await.location(), answer.location());
}

#[actix_web::test]
async fn programs_and_feeds_have_the_real_address() {
    let app = TestApp::start();
    let path = publish(&app.member("Alice").await, "Rust developer").await;
    let browser = app.browser();
    let id = id_of(&path);
    let json = browser.get(&format!("/api/v1/jobs/{id}")).await.body;
    assert!(
        json.contains("https://engines.example/apply?job=7"),
        "{json}"
    );
    assert!(!json.contains("/visit"), "{json}");
    for feed in ["/jobs.rss", "/jobs.json", "/jobs.indeed.xml"] {
        let feed = browser.get(feed).await.body;
        assert!(!feed.contains("/visit"), "{feed}");
    }
}

#[actix_web::test]
async fn a_mail_address_is_shown_and_the_button_leads_to_it() {
    let app = TestApp::start();
    let path = app.member("Alice").await.publish("Rust developer").await;
    let reader = app.reader("Ada");
    let page = reader.get(&path).await;
    assert_eq!(page.text(".apply .address"), "jobs@engines.example");
    let answer = reader.get(&visit_of(&path)).await;
    assert_eq!(answer.location(), "mailto:jobs@engines.example");
}

#[actix_web::test]
async fn a_job_that_takes_no_applications_leads_to_its_page() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let reader = app.reader("Ada");
    let closed = publish(&alice, "Rust developer").await;
    let closure = format!("/jobs/{}/closure", id_of(&closed));
    alice.submit(&closure, &[("reason", "filled")]).await;
    let answer = reader.get(&visit_of(&closed)).await;
    assert_eq!((answer.status, answer.location()), (303, closed.as_str()));
    let mut in_person = with(job("Baker"), "apply_method", "on_site");
    in_person.push(("publish", "yes".into()));
    let in_person = alice.submit("/jobs", &in_person).await;
    let answer = reader.get(&visit_of(in_person.location())).await;
    assert_eq!(answer.location(), in_person.location());
    let draft = alice.draft("Go developer").await;
    assert_eq!(reader.get(&visit_of(&draft)).await.status, 404);
    assert_eq!(reader.get("/jobs/99/visit").await.status, 404);
}

#[actix_web::test]
async fn a_preview_has_the_address_itself() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let fields = with(job("Rust developer"), "apply_method", "url");
    let fields = with(fields, "apply_to", "https://engines.example/apply");
    let preview = alice.preview("/jobs/preview", &fields).await;
    let link = preview.attribute(".preview .apply a", "href").unwrap();
    assert_eq!(link, "https://engines.example/apply");
    let headers = [("sec-purpose", "prefetch")];
    assert_eq!(open(&alice, "/jobs", &headers).await.status, 200);
}
