//! A day is a day where the board is: what closes, what is refused, and what is said of it.

use chrono::{DateTime, NaiveDateTime};

use crate::support::{Browser, PASSWORD, TestApp, job, with};

const LOS_ANGELES: &[(&str, &str)] = &[("TIME_ZONE", "America/Los_Angeles")];

/// Moves the board's clock to a moment with an offset.
fn set_clock(app: &TestApp, moment: &str) {
    let to: NaiveDateTime = DateTime::parse_from_rfc3339(moment).unwrap().naive_utc();
    app.board.clock.advance(to - app.board.clock.now());
}

async fn publish_until(browser: &Browser, last_day: &str) -> String {
    let mut fields = with(job("Short-lived"), "valid_through", last_day);
    fields.push(("publish", "yes".into()));
    let answer = browser.submit("/jobs", &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    answer.location().to_owned()
}

#[actix_web::test]
async fn the_last_day_ends_at_midnight_where_the_board_is() {
    let app = TestApp::start_with(LOS_ANGELES);
    set_clock(&app, "2027-01-31T17:00:00-08:00");
    let alice = app.member("Alice").await;
    let form = alice.get("/jobs/new").await;
    assert!(form.body.contains("Ends at midnight, Los Angeles time."));
    assert_eq!(form.value("valid_through"), "2027-04-01", "sixty days on");

    let path = publish_until(&alice, "2027-01-31").await;
    let visitor = app.browser();
    let page = visitor.get(&path).await;
    assert!(
        page.texts(".facts dd")
            .contains(&"the end of Jan 31, 2027 (Los Angeles time)".to_owned()),
        "{:?}",
        page.texts(".facts dd")
    );
    assert!(
        page.body
            .contains("\"validThrough\":\"2027-01-31T23:59:59-08:00\"")
    );
    let answer = alice
        .submit(
            "/jobs",
            &with(published("Too late"), "valid_through", "2027-01-30"),
        )
        .await;
    assert_eq!(
        answer.message("valid_through"),
        "This date is in the past. Choose today or later."
    );

    set_clock(&app, "2027-01-31T23:59:59-08:00");
    assert_eq!(visitor.get("/").await.texts(".card h2"), ["Short-lived"]);
    assert!(visitor.get(&path).await.has(".apply"));
    set_clock(&app, "2027-02-01T00:00:00-08:00");
    assert!(visitor.get("/").await.texts(".card h2").is_empty());
    let over = visitor.get(&path).await;
    assert!(over.body.contains("This job has expired."), "{}", over.body);
    app.run_tasks().await;
}

fn published(title: &str) -> Vec<(&'static str, String)> {
    let mut fields = job(title);
    fields.push(("publish", "yes".into()));
    fields
}

#[actix_web::test]
async fn a_day_may_be_longer_or_shorter_than_others() {
    let app = TestApp::start_with(&[("TIME_ZONE", "Europe/Berlin")]);
    set_clock(&app, "2027-03-27T12:00:00+01:00");
    let alice = app.member("Alice").await;
    let visitor = app.browser();
    let spring = publish_until(&alice, "2027-03-28").await;
    let page = visitor.get(&spring).await;
    assert!(
        page.body
            .contains("\"validThrough\":\"2027-03-28T23:59:59+02:00\"")
    );
    set_clock(&app, "2027-03-28T23:59:59+02:00");
    assert!(visitor.get(&spring).await.has(".apply"));
    set_clock(&app, "2027-03-29T00:00:00+02:00");
    assert!(!visitor.get(&spring).await.has(".apply"));

    set_clock(&app, "2027-10-31T12:00:00+01:00");
    let (alice, _) = app.sign_in("Alice", PASSWORD).await;
    let autumn = publish_until(&alice, "2027-10-31").await;
    set_clock(&app, "2027-10-31T23:59:59+01:00");
    assert!(visitor.get(&autumn).await.has(".apply"));
    set_clock(&app, "2027-11-01T00:00:00+01:00");
    assert!(!visitor.get(&autumn).await.has(".apply"));
    app.run_tasks().await;
}

#[actix_web::test]
async fn today_and_yesterday_change_at_midnight_where_the_board_is() {
    let app = TestApp::start_with(LOS_ANGELES);
    set_clock(&app, "2027-01-31T15:00:00-08:00");
    let alice = app.member("Alice").await;
    alice.publish("Rust developer").await;
    let visitor = app.browser();
    // The day in UTC ends at 16:00.
    set_clock(&app, "2027-01-31T23:00:00-08:00");
    let list = visitor.get("/jobs?days=1").await;
    assert_eq!(list.text(".card time"), "today");
    assert_eq!(
        list.attribute(".card time", "datetime").unwrap(),
        "2027-01-31"
    );
    set_clock(&app, "2027-02-01T00:00:00-08:00");
    let list = visitor.get("/jobs?days=1").await;
    assert_eq!(list.text(".card time"), "yesterday");
    set_clock(&app, "2027-02-02T00:00:00-08:00");
    let list = visitor.get("/jobs?days=1").await;
    assert!(list.texts(".card time").is_empty());
}
