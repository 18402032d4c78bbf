//! What came of a job.

use crate::support::{TestApp, id_of};

#[actix_web::test]
async fn closing_asks_what_came_of_the_job_and_only_its_owner_sees_it() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let visitor = app.browser();
    for (outcome, label, status, said) in [
        (
            "hired_here",
            "Filled: we hired someone through this board",
            "Closed (filled)",
            "This job has been filled.",
        ),
        (
            "hired_elsewhere",
            "Filled: we hired someone another way",
            "Closed (filled)",
            "This job has been filled.",
        ),
        (
            "not_hiring",
            "No longer hiring",
            "Closed (no longer hiring)",
            "This job is no longer open.",
        ),
    ] {
        let path = alice.publish("Baker").await;
        let closure = format!("/jobs/{}/closure", id_of(&path));
        let asked = alice.get(&closure).await;
        assert!(asked.texts(".radios label").contains(&label.to_owned()));
        let done = alice.submit(&closure, &[("reason", outcome)]).await;
        let list = alice.follow(&done).await;
        assert!(list.text(".notice").contains("is closed."));
        assert_eq!(list.text("tbody .status"), status);
        assert_eq!(list.text("tbody .status-of .reason"), label);
        let page = visitor.get(&path).await;
        assert!(page.text(".closed").starts_with(said), "{outcome}");
        assert!(!page.body.contains(label), "{outcome}");
    }
}

#[actix_web::test]
async fn a_job_that_is_paused_is_a_draft_with_a_note_until_it_is_published() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let path = alice.publish("Baker").await;
    let closure = format!("/jobs/{}/closure", id_of(&path));
    let done = alice.submit(&closure, &[("reason", "paused")]).await;
    let list = alice.follow(&done).await;
    assert_eq!(
        list.text(".notice"),
        "“Baker” is paused. It is a draft until you publish it again. Undo"
    );
    assert_eq!(list.text("tbody .status"), "Draft");
    assert!(list.text("tbody .reason").starts_with("Paused"));
    assert_eq!(app.browser().get(&path).await.status, 404);
    let undo = list.attribute(".notice form", "action").unwrap();
    alice.press(&undo).await;
    let list = alice.get("/dashboard").await;
    assert_eq!(list.text("tbody .status"), "Open");
    assert!(!list.has("tbody .reason"), "it is open again");
}
