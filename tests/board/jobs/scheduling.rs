//! Drafts that are published on a day.

use chrono::{DateTime, Days, Duration, NaiveDateTime};

use super::reminders::{confirmed, mails};
use crate::support::{Answer, Browser, PASSWORD, TestApp, id_of, job, with};

async fn schedule(browser: &Browser, title: &str, day: &str) -> Answer {
    let mut fields = with(job(title), "publish_at", day);
    fields.push(("publish", "yes".into()));
    browser.submit("/jobs", &fields).await
}

fn set_clock(app: &TestApp, moment: &str) {
    let to: NaiveDateTime = DateTime::parse_from_rfc3339(moment).unwrap().naive_utc();
    app.board.clock.advance(to - app.board.clock.now());
}

#[actix_web::test]
async fn a_scheduled_job_is_published_when_its_day_begins_where_the_board_is() {
    let app = TestApp::start_with(&[("TIME_ZONE", "America/Los_Angeles")]);
    set_clock(&app, "2027-01-30T12:00:00-08:00");
    let alice = app.member("Alice").await;
    let answer = schedule(&alice, "Baker", "2027-02-01").await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    let page = alice.follow(&answer).await;
    assert_eq!(
        page.text(".notice"),
        "“Baker” is scheduled. It will be published on the date you chose."
    );
    let bar = page.text(".manage p");
    assert!(bar.contains("Will be published on Feb 1, 2027"), "{bar}");
    let list = alice.get("/dashboard?tab=scheduled").await;
    assert_eq!(list.text("tbody .status"), "Scheduled");
    assert_eq!(
        list.text("tbody .reason"),
        "Will be published on Feb 1, 2027"
    );
    let visitor = app.browser();
    set_clock(&app, "2027-01-31T23:59:00-08:00");
    app.run_tasks().await;
    assert_eq!(visitor.get(answer.location()).await.status, 404);
    set_clock(&app, "2027-02-01T00:00:30-08:00");
    app.run_tasks().await;
    let page = visitor.get(answer.location()).await;
    assert_eq!(page.status, 200);
    assert_eq!(page.attribute("time", "datetime").unwrap(), "2027-02-01");
    let (alice, _) = app.sign_in("Alice", PASSWORD).await;
    let list = alice.get("/dashboard").await;
    assert_eq!(list.text("tbody .status"), "Open");
    assert!(!list.has("tbody .reason"));
    set_clock(&app, "2027-02-03T00:00:30-08:00");
    app.run_tasks().await;
    mails(&app, 0).await;
}

#[actix_web::test]
async fn a_schedule_is_moved_cancelled_and_overtaken() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let day = |days| (app.board.clock.today() + Days::new(days)).to_string();
    let path = schedule(&alice, "Baker", &day(5))
        .await
        .location()
        .to_owned();
    let address = format!("/jobs/{}", id_of(&path));
    let edit = format!("{address}/edit");
    let form = alice.get(&edit).await;
    assert_eq!(form.value("publish_at"), day(5));
    let stale = with(with(job("Stale"), "publish_at", &day(5)), "version", "77");
    let conflict = alice.submit(&address, &stale).await;
    assert_eq!(conflict.texts(".differences h2"), ["Job title"]);
    assert_eq!(conflict.value("publish_at"), day(5));
    let moved = with(
        with(job("Baker"), "publish_at", &day(9)),
        "version",
        &form.value("version"),
    );
    assert_eq!(alice.submit(&address, &moved).await.status, 303);
    assert_eq!(alice.get(&edit).await.value("publish_at"), day(9));

    let cancel = alice.get("/dashboard").await;
    let cancel = cancel.attribute(".menu-items form[action*=schedule]", "action");
    let done = alice.press(&cancel.unwrap()).await;
    let list = alice.follow(&done).await;
    assert_eq!(
        list.text(".notice"),
        "“Baker” is not scheduled any more. It stays a draft."
    );
    assert_eq!(list.text("tbody .status"), "Draft");
    app.board.clock.advance(Duration::days(10));
    app.run_tasks().await;
    assert_eq!(alice.get("/dashboard").await.text("tbody .status"), "Draft");

    // Published by hand, it is not published again.
    let overtaken = schedule(&alice, "Cook", &day(5))
        .await
        .location()
        .to_owned();
    let address = format!("/jobs/{}", id_of(&overtaken));
    alice.press(&format!("{address}/publication")).await;
    assert_eq!(alice.get(&overtaken).await.text("time"), "today");
    alice.press(&format!("{address}/publication/delete")).await;
    app.board.clock.advance(Duration::days(6));
    app.run_tasks().await;
    assert_eq!(alice.get(&overtaken).await.text(".manage .status"), "Draft");
}

#[actix_web::test]
async fn a_draft_that_is_saved_keeps_its_date_and_is_scheduled_by_the_button_that_publishes() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let day = (app.board.clock.today() + Days::new(5)).to_string();
    let fields = with(job("Baker"), "publish_at", &day);
    let fields = with(fields, "description", "");
    let saved = alice.submit("/jobs", &fields).await;
    let page = alice.follow(&saved).await;
    assert_eq!(page.text(".notice"), "Draft saved. It isn’t public.");
    assert!(!page.body.contains("Will be published"));
    let list = alice.get("/dashboard?tab=drafts").await;
    assert_eq!(list.text("tbody .status"), "Draft");
    let address = format!("/jobs/{}", id_of(saved.location()));
    let form = alice.get(&format!("{address}/edit")).await;
    assert_eq!(form.value("publish_at"), day);
    assert_eq!(form.text("button[name=publish]"), "Publish on this date");
    let version = form.value("version");
    let fields = with(with(job("Baker"), "publish_at", &day), "version", &version);
    alice.submit(&address, &fields).await;
    let list = alice.get("/dashboard?tab=drafts").await;
    assert_eq!(list.text("tbody .status"), "Draft");

    let version = alice.get(&format!("{address}/edit")).await.value("version");
    let fields = with(with(fields, "version", &version), "publish", "yes");
    let published = alice.submit(&address, &fields).await;
    let page = alice.follow(&published).await;
    assert!(page.text(".notice").contains("is scheduled"));
    app.board.clock.advance(Duration::days(5));
    app.run_tasks().await;
    let open = app.browser().get(published.location()).await;
    assert_eq!(open.status, 200);
}

#[actix_web::test]
async fn a_date_that_cannot_be_meant_is_refused_at_its_field_and_nothing_is_lost() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let today = app.board.clock.today();
    let end = (today + Days::new(3)).to_string();
    for (day, said) in [
        ("yesterday", "Enter a date, like 2027-01-31."),
        (
            "2001-01-01",
            "This date is in the past. Choose today or later.",
        ),
        (
            &(today + Days::new(4)).to_string(),
            "The job closes before this date. Choose an earlier date, or a later last day.",
        ),
    ] {
        let fields = with(with(job("Baker"), "publish_at", day), "valid_through", &end);
        let refused = alice.submit("/jobs", &fields).await;
        assert_eq!(
            (refused.status, refused.message("publish_at").as_str()),
            (422, said)
        );
        assert_eq!(refused.value("publish_at"), day);
        assert_eq!(refused.value("title"), "Baker");
    }
    // What is published by itself must lack nothing.
    let bare = with(job("Baker"), "description", "");
    let bare = with(with(bare, "publish_at", &end), "publish", "yes");
    let refused = alice.submit("/jobs", &bare).await;
    assert_eq!(refused.message("description"), "Enter a description.");
    assert_eq!(refused.value("publish_at"), end);
    let preview = alice
        .preview("/jobs/preview", &with(job("Baker"), "publish_at", &end))
        .await;
    assert_eq!(preview.value("publish_at"), end);
    let now = schedule(&alice, "Cook", &today.to_string()).await;
    assert_eq!(alice.follow(&now).await.text(".manage .status"), "Open");
    let open = format!("/jobs/{}/edit", id_of(now.location()));
    assert!(!alice.get(&open).await.has("[name=publish_at]"));
}

#[actix_web::test]
async fn a_scheduled_job_that_cannot_be_published_stays_a_draft_and_its_owner_is_told() {
    let app = TestApp::start();
    let alice = confirmed(&app, "Alice").await;
    let today = app.board.clock.today();
    let day = (today + Days::new(3)).to_string();
    let fields = with(
        with(job("Bäcker"), "publish_at", &day),
        "valid_through",
        &day,
    );
    let fields = with(fields, "publish", "yes");
    let path = alice.submit("/jobs", &fields).await.location().to_owned();
    // The board was down on that day.
    app.board.clock.advance(Duration::days(5));
    let mail = mails(&app, 1).await.remove(0);
    assert_eq!(mail.subject, "Your job could not be published: Bäcker");
    assert!(mail.text.contains(&format!("jobs/{}/edit", id_of(&path))));
    let page = alice.get(&path).await;
    assert_eq!(page.text(".manage .status"), "Draft");
    assert!(!page.body.contains("Will be published"));
    app.board.clock.advance(Duration::days(1));
    mails(&app, 1).await;
}

#[actix_web::test]
async fn scheduling_counts_as_posting_once() {
    let app = TestApp::start_with_limits(&[]);
    let alice = app.member("Alice").await;
    let day = (app.board.clock.today() + Days::new(3)).to_string();
    let mut scheduled = 0;
    let refused = loop {
        let answer = schedule(&alice, &format!("Job {scheduled}"), &day).await;
        if answer.status != 303 {
            break answer;
        }
        scheduled += 1;
    };
    assert_eq!((refused.status, scheduled), (429, 60));
    app.board.clock.advance(Duration::days(3));
    app.run_tasks().await;
    let list = alice.get("/dashboard").await;
    assert_eq!(
        list.text(".tabs a:nth-child(2)"),
        "Open 60",
        "none is left behind"
    );
}
