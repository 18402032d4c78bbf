//! Back, Reload, two tabs: a form is sent again, and nothing is overwritten or posted twice.

use crate::support::{Answer, Browser, TestApp, id_of, job, with};

/// A job with the key of one form, to be published.
fn sent(title: &str, key: &str) -> Vec<(&'static str, String)> {
    let mut fields = with(job(title), "submission_key", key);
    fields.push(("publish", "yes".into()));
    fields
}

async fn titles(browser: &Browser) -> Vec<String> {
    browser.get("/").await.texts(".card h2")
}

/// The fields of the form on a page, with one changed.
fn form_of(page: &Answer, name: &'static str, value: &str) -> Vec<(&'static str, String)> {
    let mut fields: Vec<_> = job("")
        .into_iter()
        .map(|(name, _)| (name, page.value(name)))
        .collect();
    for (chosen, value) in [
        ("workplace", "hybrid"),
        ("apply_method", "email"),
        ("employment_type", "FULL_TIME"),
        ("pay_period", "YEAR"),
    ] {
        fields = with(fields, chosen, value);
    }
    fields = with(fields, "description", &page.text("#description"));
    fields.push(("submission_key", page.value("submission_key")));
    fields.push(("version", page.value("version")));
    with(fields, name, value)
}

#[actix_web::test]
async fn a_published_job_is_not_changed_by_the_form_that_posted_it() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let key = alice.get("/jobs/new").await.value("submission_key");
    let preview = alice
        .preview("/jobs/preview", &with(job("First"), "submission_key", &key))
        .await;
    assert_eq!(preview.value("submission_key"), key);
    let first = alice.submit("/jobs", &sent("First", &key)).await;
    assert_eq!(first.status, 303);

    let asked = alice.submit("/jobs", &sent("Second", &key)).await;
    assert_eq!(asked.status, 409);
    assert_eq!(asked.text("h1"), "You already posted this job");
    assert_eq!(asked.value("title"), "Second", "nothing typed is lost");
    assert_eq!(titles(&alice).await, ["First"]);

    // One button posts another job, the other changes the first.
    let another = form_of(&asked, "title", "Second");
    let another: Vec<_> = another
        .into_iter()
        .chain([("publish", "yes".into())])
        .collect();
    let second = alice.submit("/jobs", &another).await;
    assert_eq!(second.status, 303, "{}", second.body);
    assert_eq!(titles(&alice).await, ["Second", "First"]);
    let change = asked.attribute("button[formaction]", "formaction").unwrap();
    assert_eq!(change, format!("/jobs/{}", id_of(first.location())));
    let changed = alice
        .submit(&change, &form_of(&asked, "title", "First, changed"))
        .await;
    assert_eq!(changed.status, 303, "{}", changed.body);
    assert_eq!(titles(&alice).await, ["Second", "First, changed"]);
    // The same form once more is the same job.
    let again = alice.submit("/jobs", &another).await;
    assert_eq!((again.status, again.location()), (303, second.location()));
}

#[actix_web::test]
async fn whoever_comes_back_to_a_form_that_posted_its_job_is_told_so() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let key = alice.get("/jobs/new").await.value("submission_key");
    let address = format!("/jobs/new?form={key}");
    assert_eq!(
        alice.get(&address).await.value("submission_key"),
        key,
        "the form stays the same while it is open"
    );
    let posted = alice.submit("/jobs", &sent("First", &key)).await;
    let back = alice.get(&address).await;
    assert_eq!(back.text("h1"), "You already posted this job");
    assert_eq!(
        back.attribute("main a.button", "href").unwrap(),
        format!("/jobs/{}/edit", id_of(posted.location()))
    );
    assert!(!back.has(".job-form"));
    let bob = app.member("Bob").await;
    assert!(
        bob.get(&address).await.has(".job-form"),
        "it is another's form"
    );
}

#[actix_web::test]
async fn a_preview_can_be_reloaded_and_gone_back_to() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let key = alice.get("/jobs/new").await.value("submission_key");
    let fields = with(job("First thought"), "submission_key", &key);
    let first = alice.submit("/jobs/preview", &fields).await;
    assert_eq!(first.status, 303);
    let second = with(fields, "title", "Second thought");
    let second = alice.submit("/jobs/preview", &second).await;
    for (answer, title) in [
        (&first, "First thought"),
        (&second, "Second thought"),
        (&first, "First thought"),
    ] {
        let page = alice.follow(answer).await;
        assert_eq!(page.text(".preview .title"), title);
        assert_eq!(page.value("title"), title);
        assert_eq!(page.header("cache-control"), "no-store");
    }
    let bob = app.member("Bob").await;
    assert_eq!(bob.follow(&first).await.status, 404);
    assert_eq!(app.browser().follow(&first).await.status, 303, "to sign in");

    // After it was posted, the preview says so, and what was typed is still there.
    alice.submit("/jobs", &sent("Second thought", &key)).await;
    let back = alice.follow(&first).await;
    assert_eq!(back.text("h1"), "You already posted this job");
    assert_eq!(back.value("title"), "First thought");

    app.board.clock.advance(chrono::Duration::days(3));
    app.run_tasks().await;
    let (alice, _) = app.sign_in("Alice", crate::support::PASSWORD).await;
    assert_eq!(alice.follow(&second).await.status, 404);
}

#[actix_web::test]
async fn a_preview_of_a_change_is_of_that_job_and_version() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let path = alice.publish("Rust developer").await;
    let id = id_of(&path);
    let fields = with(with(job("Rust engineer"), "version", "1"), "version", "1");
    let page = alice.preview(&format!("/jobs/{id}/preview"), &fields).await;
    assert_eq!(page.text(".preview .title"), "Rust engineer");
    assert_eq!(page.value("version"), "1");
    assert_eq!(titles(&alice).await, ["Rust developer"]);
    let saved = alice.submit(&format!("/jobs/{id}"), &fields).await;
    assert_eq!(saved.status, 303);
    assert_eq!(titles(&alice).await, ["Rust engineer"]);
}

#[actix_web::test]
async fn of_many_previews_the_newest_are_kept() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let mut answers = Vec::new();
    for number in 0..22 {
        let fields = job(&format!("Thought {number}"));
        answers.push(alice.submit("/jobs/preview", &fields).await);
    }
    assert_eq!(alice.follow(&answers[1]).await.status, 404);
    assert_eq!(alice.follow(&answers[2]).await.status, 200);
}

#[actix_web::test]
async fn a_change_that_is_sent_twice_is_saved_once() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let path = alice.publish("Rust developer").await;
    let address = format!("/jobs/{}", id_of(&path));
    let change = with(job("Rust engineer"), "version", "1");
    for _ in 0..2 {
        let answer = alice.submit(&address, &change).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
    }
    // Back, and another word: what was saved in between may be one's own.
    let typo = with(change, "title", "Rust enginer");
    let asked = alice.submit(&address, &typo).await;
    assert_eq!(asked.status, 409);
    assert_eq!(asked.text("h1"), "Someone else just saved this job");
    assert_eq!(asked.value("title"), "Rust enginer");
    // A second press of Publish finds it published.
    let publish = format!("{address}/publication");
    assert_eq!(alice.press(&publish).await.status, 303);
}
