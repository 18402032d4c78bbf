//! Saying that a job is still open, and posting one again that is over.

use chrono::{Days, Duration};
use reqwest::Method;
use serde_json::Value;

use crate::support::{Answer, Browser, TestApp, id_of, job, with};

/// A published job that closes so many days from now.
pub async fn publish_for(app: &TestApp, browser: &Browser, title: &str, days: u64) -> String {
    let last = app.board.clock.today() + Days::new(days);
    let mut fields = with(job(title), "valid_through", &last.to_string());
    fields.push(("publish", "yes".into()));
    let answer = browser.submit("/jobs", &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    answer.location().to_owned()
}

fn verb(path: &str, verb: &str) -> String {
    format!("/jobs/{}/{verb}", id_of(path))
}

/// The last day in the form of a job.
async fn last_day(browser: &Browser, path: &str) -> String {
    browser
        .get(&verb(path, "edit"))
        .await
        .value("valid_through")
}

async fn titles(browser: &Browser, path: &str) -> Vec<String> {
    browser.get(path).await.texts(".card h2")
}

#[actix_web::test]
async fn a_renewal_adds_to_the_old_end_and_moves_nothing_else() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let first = publish_for(&app, &alice, "First", 10).await;
    let old_end = app.board.clock.today() + Days::new(10);
    app.board.clock.advance(Duration::days(3));
    publish_for(&app, &alice, "Second", 10).await;
    let visitor = app.browser();
    let posted = visitor.get(&first).await.attribute("time", "datetime");
    assert_eq!(titles(&visitor, "/jobs").await, ["Second", "First"]);

    let page = alice.get(&first).await;
    assert!(page.has(".manage form[action$=renewal] button"));
    let done = alice.press(&verb(&first, "renewal")).await;
    assert_eq!(done.location(), first, "it leads to the job");
    let page = alice.follow(&done).await;
    let end = app.board.config.locale.date(old_end + Days::new(30));
    assert_eq!(
        page.text(".notice"),
        format!("“First” is extended to {end}.")
    );
    let new_end = (old_end + Days::new(30)).to_string();
    assert_eq!(last_day(&alice, &first).await, new_end);
    let shown = visitor.get(&first).await;
    assert_eq!(shown.attribute("time", "datetime"), posted);
    assert_eq!(titles(&visitor, "/jobs").await, ["Second", "First"]);
    let facts = shown.texts(".job-panel .facts div");
    assert!(
        facts
            .iter()
            .any(|fact| fact.starts_with("Confirmed open on")),
        "{facts:?}"
    );
    // Saved without a change it stays as it is.
    let form = alice.get(&verb(&first, "edit")).await;
    let same = with(
        with(job("First"), "valid_through", &new_end),
        "version",
        &form.value("version"),
    );
    let saved = alice
        .submit(&format!("/jobs/{}", id_of(&first)), &same)
        .await;
    assert_eq!(saved.status, 303);
    assert_eq!(last_day(&alice, &first).await, new_end);
}

#[actix_web::test]
async fn a_job_that_is_over_is_renewed_from_today() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let path = publish_for(&app, &alice, "Baker", 1).await;
    app.board.clock.advance(Duration::days(9));
    let visitor = app.browser();
    assert!(titles(&visitor, "/jobs").await.is_empty());
    let list = "/dashboard?tab=expired";
    let row = alice.get(list).await;
    let action = row.attribute(".menu-items form[action*=renewal]", "action");
    let done = alice.press(&action.unwrap()).await;
    assert_eq!(done.location(), list, "it leads back to the list");
    let end = app.board.clock.today() + Days::new(30);
    assert_eq!(last_day(&alice, &path).await, end.to_string());
    assert_eq!(titles(&visitor, "/jobs").await, ["Baker"]);
    assert_eq!(visitor.get(&path).await.text("time"), "9 days ago");
    app.run_tasks().await;
}

#[actix_web::test]
async fn what_has_no_last_day_or_is_not_published_is_not_renewed() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let draft = alice.draft("Draft").await;
    let endless = alice.publish("Endless").await;
    for path in [&draft, &endless] {
        let page = alice.get(path).await;
        assert!(!page.has(".manage form[action$=renewal]"), "{path}");
        let refused = alice.press(&verb(path, "renewal")).await;
        assert_eq!(refused.status, 409);
        let said = "Only a published job with a last day can be extended.";
        assert!(refused.body.contains(said), "{}", refused.body);
    }
    assert_eq!(alice.press(&verb(&draft, "confirmation")).await.status, 409);
    let late = with(job("For ever"), "valid_through", "9999-12-30");
    let late = alice.submit("/jobs", &with(late, "publish", "yes")).await;
    assert_eq!(
        alice.press(&verb(late.location(), "renewal")).await.status,
        409
    );
    let bob = app.member("Bob").await;
    for verb_of in ["renewal", "confirmation", "repost", "schedule/delete"] {
        assert_eq!(bob.press(&verb(&endless, verb_of)).await.status, 404);
    }
}

#[actix_web::test]
async fn a_confirmation_is_shown_on_the_page_and_said_once_a_day() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let path = alice.publish("Baker").await;
    let page = alice.get(&path).await;
    assert!(
        !page.has(".manage form[action$=confirmation]"),
        "it was posted today"
    );
    app.board.clock.advance(Duration::days(2));
    let page = alice.get(&path).await;
    assert!(page.has(".manage form[action$=confirmation]"));
    let done = alice.press(&verb(&path, "confirmation")).await;
    let page = alice.follow(&done).await;
    assert_eq!(page.text(".notice"), "“Baker” is confirmed as open.");
    let locale = app.board.config.locale;
    let said = format!("Confirmed open on{}", locale.date(app.board.clock.today()));
    let facts = app
        .browser()
        .get(&path)
        .await
        .texts(".job-panel .facts div");
    assert!(facts.contains(&said), "{facts:?}");
    let version = alice.get(&verb(&path, "edit")).await.value("version");
    assert_eq!(alice.press(&verb(&path, "confirmation")).await.status, 303);
    let again = alice.get(&verb(&path, "edit")).await.value("version");
    assert_eq!(again, version, "said twice, it is one change");
    let closure = [("reason", "hired_here")];
    alice.submit(&verb(&path, "closure"), &closure).await;
    assert_eq!(alice.press(&verb(&path, "confirmation")).await.status, 409);
    let closed = app.browser().get(&path).await;
    assert!(!closed.body.contains("Confirmed open on"));
}

#[actix_web::test]
async fn many_are_renewed_and_confirmed_at_once() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let ending = id_of(&publish_for(&app, &alice, "Ending", 10).await);
    let endless = id_of(&alice.publish("Endless").await);
    let draft = id_of(&alice.draft("Draft").await);
    app.board.clock.advance(Duration::days(1));
    for (action, said) in [
        (
            "renew",
            "1 job extended by 30 days. 1 job was not changed: it is not open. \
             1 job was not changed: it has no last day.",
        ),
        (
            "confirm",
            "2 jobs confirmed as open. 1 job was not changed: it is not open.",
        ),
    ] {
        let ids = [ending, endless, draft].map(|id| id.to_string());
        let mut fields: Vec<(&str, &str)> = ids.iter().map(|id| ("job", id.as_str())).collect();
        fields.push(("action", action));
        let done = alice.submit("/jobs/bulk", &fields).await;
        assert_eq!(alice.follow(&done).await.text(".notice"), said);
    }
    let list = alice.get("/dashboard").await;
    let offered = list.attributes(".bulk option", "value");
    for action in ["renew", "confirm"] {
        assert!(offered.iter().any(|value| value == action), "{offered:?}");
    }
}

#[actix_web::test]
async fn a_job_that_is_over_is_posted_again_as_another() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let over = publish_for(&app, &alice, "Over", 1).await;
    let closed = publish_for(&app, &alice, "Closed", 300).await;
    let open = publish_for(&app, &alice, "Open", 300).await;
    let closure = [("reason", "hired_elsewhere")];
    alice.submit(&verb(&closed, "closure"), &closure).await;
    app.board.clock.advance(Duration::days(5));
    let posted = alice.get(&over).await.attribute("time", "datetime");
    let usual = (app.board.clock.today() + Days::new(60)).to_string();
    for path in [&over, &closed] {
        let page = alice.get(path).await;
        let button = page.attribute(".manage form[action$=repost]", "action");
        let done = alice.press(&button.unwrap()).await;
        assert!(done.location().ends_with("/edit"), "{}", done.location());
        let form = alice.follow(&done).await;
        assert!(form.text(".notice").contains("is copied to a new draft."));
        assert_eq!(form.value("company"), "Analytical Engines");
        assert_eq!(form.value("valid_through"), usual, "a day of its own");
        assert_eq!(form.value("publish_at"), "");
        let id = done.location().trim_end_matches("/edit");
        assert_ne!(id, format!("/jobs/{}", id_of(path)));
        let draft = alice.visit(id).await;
        assert_eq!(draft.text(".manage .status"), "Draft");
        assert!(
            !draft.body.contains("another way"),
            "its outcome stays behind"
        );
        alice.press(&format!("{id}/publication")).await;
        assert_eq!(alice.visit(id).await.text("time"), "today");
    }
    assert_eq!(alice.get(&over).await.attribute("time", "datetime"), posted);
    assert_eq!(alice.get(&over).await.text(".manage .status"), "Expired");
    assert!(!alice.get(&open).await.has(".manage form[action$=repost]"));
    assert_eq!(alice.press(&verb(&open, "repost")).await.status, 409);
    let draft = alice.draft("Draft").await;
    assert_eq!(alice.press(&verb(&draft, "repost")).await.status, 409);
    app.run_tasks().await;
}

#[actix_web::test]
async fn a_program_renews_confirms_and_says_what_came_of_a_job() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let path = publish_for(&app, &alice, "Baker", 10).await;
    let end = app.board.clock.today() + Days::new(40);
    let address = format!("/api/v1/jobs/{}", id_of(&path));
    let call = async |verb: &str, body: Value| {
        let request = alice.request(Method::POST, &format!("{address}/{verb}"));
        let answer = Answer::of(request.json(&body)).await;
        let json: Value = serde_json::from_str(&answer.body).unwrap();
        (answer.status, json)
    };
    let (status, renewed) = call("renewal", Value::Null).await;
    assert_eq!(status, 200, "{renewed}");
    let stated = renewed["validThrough"].as_str().unwrap();
    assert!(stated.starts_with(&end.to_string()), "{stated}");
    app.board.clock.advance(Duration::days(1));
    let (status, confirmed) = call("confirmation", Value::Null).await;
    assert_eq!(status, 200);
    let today = app.board.clock.today().to_string();
    let stated = confirmed["confirmedAt"].as_str().unwrap();
    assert!(stated.starts_with(&today), "{stated}");
    assert_eq!(confirmed["datePosted"], renewed["datePosted"]);
    assert_ne!(confirmed["version"], renewed["version"]);
    for (reason, outcome) in [("filled", "not_hiring"), ("withdrawn", "paused")] {
        let closure = serde_json::json!({"reason": reason, "outcome": outcome});
        let (status, problem) = call("closure", closure).await;
        assert_eq!(status, 422);
        assert_eq!(problem["errors"][0]["pointer"], "/outcome", "{problem}");
    }
    let closure = serde_json::json!({"reason": "filled", "outcome": "hired_here"});
    let (status, closed) = call("closure", closure).await;
    assert_eq!((status, &closed["status"]), (200, &"filled".into()));
    let page = alice.get(&path).await;
    assert!(page.text(".manage").contains("through this board"));
    let seen = app.browser().get(&path).await;
    assert!(!seen.body.contains("through this board"));
    assert_eq!(call("renewal", Value::Null).await.0, 409);
}
