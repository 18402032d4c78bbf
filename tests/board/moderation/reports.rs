//! What visitors report about jobs, and what becomes of it.

use futures_util::future::join_all;
use reqwest::Method;

use crate::support::{Answer, Browser, Mail, PASSWORD, TestApp, id_of, mails_in};

/// A board that believes a proxy, so that visitors can come from several networks.
fn board() -> TestApp {
    TestApp::start_with(&[("TRUSTED_PROXIES", "127.0.0.1/32")])
}

/// Reports a job from a network of its own.
async fn report(app: &TestApp, job: i64, network: u8, fields: &[(&str, &str)]) -> Answer {
    let request = app
        .browser()
        .request(Method::POST, &format!("/jobs/{job}/reports"))
        .header("x-forwarded-for", format!("203.0.113.{network}"))
        .form(fields);
    Answer::of(request).await
}

async fn decide(browser: &Browser, job: i64, decision: &str, reason: &str) -> Answer {
    let page = browser.get(&format!("/admin/reports/{job}")).await;
    let fields = [
        ("decision", decision.to_owned()),
        ("reason", reason.to_owned()),
        ("seen", page.value("seen")),
    ];
    browser
        .submit(&format!("/admin/reports/{job}/decision"), &fields)
        .await
}

/// The mails whose subject begins so, of which there are `count`.
async fn mails(app: &TestApp, subject: &str, count: usize) -> Vec<Mail> {
    app.run_tasks().await;
    let mut mails = mails_in(app.folder());
    mails.retain(|mail| mail.subject.starts_with(subject));
    assert_eq!(mails.len(), count, "{subject}");
    mails
}

#[actix_web::test]
async fn a_visitor_reports_a_job_and_hears_what_was_decided() {
    let app = board();
    let alice = app.member("Alice").await;
    let path = alice.publish("Easy money").await;
    let id = id_of(&path);
    let visitor = app.browser();
    let page = visitor.get(&path).await;
    let link = page.attribute(".report a", "href").unwrap();
    let form = visitor.get(&link).await;
    assert_eq!(form.text("h1"), "Report this job");
    assert!(form.text("main").contains("Easy money"));

    let nothing = [("text", "They ask for money"), ("email", "vera")];
    let refused = visitor.submit(&link, &nothing).await;
    assert_eq!(refused.status, 422);
    assert_eq!(
        refused.message("reason"),
        "Choose what is wrong with the job."
    );
    assert_eq!(refused.text("#text"), "They ask for money");
    let other = [("reason", "other")];
    let refused = visitor.submit(&link, &other).await;
    assert_eq!(refused.message("text"), "Say what is wrong with the job.");

    let fields = [
        ("reason", "scam"),
        ("text", "They ask for money\nfor a uniform"),
        ("email", "vera@example.org"),
    ];
    let sent = visitor.submit(&link, &fields).await;
    assert_eq!((sent.status, sent.location()), (303, "/jobs"));
    let next = visitor.follow(&sent).await;
    assert_eq!(next.text(".notice"), "Thank you. We’ll look at the job.");
    let again = visitor.submit(&link, &fields).await;
    assert_eq!(again.status, 303);
    let receipt = mails(&app, "We have your report", 1).await.swap_remove(0);
    assert_eq!(receipt.to, "vera@example.org");
    assert!(!receipt.text.contains("money"), "{}", receipt.text);
    assert_eq!(
        app.browser().get(&path).await.status,
        200,
        "one report hides nothing"
    );

    let root = app.admin().await;
    let queue = root.get("/admin/reports").await;
    assert!(queue.text(".rows").contains("Easy money"));
    assert!(
        queue.text(".rows").contains("1 report"),
        "once for each visitor"
    );
    let item = root.get(&format!("/admin/reports/{id}")).await;
    assert!(item.text(".rows").contains("for a uniform"));
    assert!(item.text(".rows").contains("vera@example.org"));
    assert!(item.text("main").contains("alice@example.org"));

    let refused = decide(&root, id, "upheld", "").await;
    assert_eq!(refused.status, 422);
    assert!(!refused.message("reason").is_empty());
    let removed = decide(&root, id, "upheld", "Asks applicants for money").await;
    assert_eq!(
        (removed.status, removed.location()),
        (303, "/admin/reports")
    );
    assert_eq!(app.browser().get(&path).await.status, 410);
    let told = mails(&app, "Your report about job", 1).await.swap_remove(0);
    assert!(told.text.contains("removed it"), "{}", told.text);
    assert!(!told.text.contains("Easy money"), "{}", told.text);
    let mut owners = mails_in(app.folder());
    owners.retain(|mail| mail.to == "alice@example.org" && mail.text.contains("Asks applicants"));
    assert_eq!(owners.len(), 1);
    let queue = root.get("/admin/reports").await;
    assert_eq!(queue.text(".empty p"), "No reports are waiting.");
    let log = root.get("/admin/audit").await;
    assert!(log.text("main").contains("removed a job after reports"));
}

#[actix_web::test]
async fn reports_from_three_networks_hide_a_job_until_somebody_has_looked() {
    let app = board();
    let alice = app.member("Alice").await;
    let path = alice.publish("Baker").await;
    let id = id_of(&path);
    for _ in 0..5 {
        report(&app, id, 1, &[("reason", "spam")]).await;
    }
    report(&app, id, 2, &[("reason", "spam")]).await;
    let visitor = app.browser();
    assert_eq!(
        visitor.get(&path).await.status,
        200,
        "two networks are not three"
    );
    report(&app, id, 3, &[("reason", "not_open")]).await;
    assert_eq!(visitor.get(&path).await.status, 404);
    assert!(!visitor.get("/jobs").await.body.contains("Baker"));
    assert!(!visitor.get("/jobs.atom").await.body.contains("Baker"));
    mails(&app, "Your job is being reviewed", 1).await;
    let own = alice.get("/dashboard").await;
    assert!(!own.text("main").contains("spam"));
    let page = alice.get(&path).await;
    assert_eq!(page.text(".manage .status"), "In review");

    let root = app.admin().await;
    let queue = root.get("/admin/reports").await;
    assert_eq!(queue.text(".rows .status"), "Hidden");
    assert!(queue.text(".rows").contains("3 reports"));
    let kept = decide(&root, id, "dismissed", "").await;
    assert_eq!(kept.status, 303);
    let page = visitor.get(&path).await;
    assert_eq!(page.status, 200, "as it was");
    mails(&app, "Your job is back on the board", 1).await;
    // The same visitors do not hide it again; what is decided is decided.
    report(&app, id, 1, &[("reason", "spam")]).await;
    report(&app, id, 2, &[("reason", "spam")]).await;
    report(&app, id, 3, &[("reason", "spam")]).await;
    assert_eq!(visitor.get(&path).await.status, 200);
}

#[actix_web::test]
async fn of_ten_who_decide_at_once_one_does_and_nine_read_who() {
    let app = board();
    let alice = app.member("Alice").await;
    let id = id_of(&alice.publish("Baker").await);
    let fields = [("reason", "spam"), ("email", "vera@example.org")];
    report(&app, id, 1, &fields).await;
    let root = app.admin().await;
    let mut admins = Vec::new();
    for _ in 0..10 {
        admins.push(app.sign_in("Root", PASSWORD).await.0);
    }
    let seen = root
        .get(&format!("/admin/reports/{id}"))
        .await
        .value("seen");
    let path = format!("/admin/reports/{id}/decision");
    let fields = [("decision", "dismissed"), ("seen", seen.as_str())];
    let answers = join_all(admins.iter().map(|admin| admin.submit(&path, &fields))).await;
    let decided = answers.iter().filter(|answer| answer.status == 303).count();
    assert_eq!(decided, 1);
    for late in answers.iter().filter(|answer| answer.status != 303) {
        assert_eq!(late.status, 409);
        assert!(
            late.text("main").contains("Root has decided"),
            "{}",
            late.body
        );
    }
    mails(&app, "Your report about job", 1).await;
}

#[actix_web::test]
async fn what_came_after_the_page_was_read_waits_for_a_decision_of_its_own() {
    let app = board();
    let alice = app.member("Alice").await;
    let id = id_of(&alice.publish("Baker").await);
    report(&app, id, 1, &[("reason", "spam")]).await;
    let root = app.admin().await;
    let seen = root
        .get(&format!("/admin/reports/{id}"))
        .await
        .value("seen");
    report(&app, id, 2, &[("reason", "scam")]).await;
    let fields = [("decision", "dismissed"), ("seen", seen.as_str())];
    let path = format!("/admin/reports/{id}/decision");
    assert_eq!(root.submit(&path, &fields).await.status, 303);
    let queue = root.get("/admin/reports").await;
    assert!(queue.text(".rows").contains("1 report"));
}

#[actix_web::test]
async fn nobody_reports_their_own_job_or_one_that_is_not_open() {
    let app = board();
    let alice = app.member("Alice").await;
    let id = id_of(&alice.publish("Baker").await);
    let address = format!("/jobs/{id}/reports");
    let own = alice.get(&address).await;
    assert_eq!(
        (own.status, own.location()),
        (303, format!("/jobs/{id}-baker").as_str())
    );
    assert!(!alice.get(&format!("/jobs/{id}-baker")).await.has(".report"));
    let draft = id_of(&alice.draft("Secret").await);
    let answer = report(&app, draft, 1, &[("reason", "spam")]).await;
    assert_eq!(answer.status, 404);
    alice
        .submit(&format!("/jobs/{id}/closure"), &[("reason", "filled")])
        .await;
    let answer = report(&app, id, 1, &[("reason", "spam")]).await;
    assert_eq!(
        (answer.status, answer.location()),
        (303, format!("/jobs/{id}-baker").as_str())
    );
    let root = app.admin().await;
    assert!(root.get("/admin/reports").await.has(".empty"));
}

#[actix_web::test]
async fn a_report_is_the_reporters_own_and_no_network_address_is_kept() {
    let app = board();
    let alice = app.member("Alice").await;
    let bob = app.member("Bob").await;
    let id = id_of(&alice.publish("Baker").await);
    let fields = [("reason", "spam"), ("text", "Seen elsewhere")];
    let sent = bob.submit(&format!("/jobs/{id}/reports"), &fields).await;
    assert_eq!(sent.status, 303);
    let data = bob.get("/account/data").await.body;
    assert!(data.contains("Seen elsewhere"));
    assert!(
        !alice
            .get("/account/data")
            .await
            .body
            .contains("Seen elsewhere")
    );
    use diesel::prelude::*;
    use jobboard::platform::schema::reports;
    let rows: Vec<(String, String)> = app
        .board
        .read(|db| {
            Ok(reports::table
                .select((reports::visitor, reports::network))
                .load(db)?)
        })
        .await
        .unwrap();
    let (visitor, network) = &rows[0];
    assert_eq!((visitor.len(), network.len()), (22, 22));
}

#[actix_web::test]
async fn what_waits_is_in_the_metrics() {
    let app = TestApp::start_with(&[("METRICS_BIND", "127.0.0.1:0")]);
    let alice = app.member("Alice").await;
    let id = id_of(&alice.publish("Baker").await);
    let visitor = app.browser();
    visitor
        .submit(&format!("/jobs/{id}/reports"), &[("reason", "spam")])
        .await;
    app.board.clock.advance(chrono::Duration::hours(2));
    let metrics = Browser::to(&app.metrics_url()).get("/metrics").await.body;
    assert!(metrics.contains("reports_open 1"), "{metrics}");
    assert!(metrics.contains("reports_oldest_seconds 72"), "{metrics}");
}
