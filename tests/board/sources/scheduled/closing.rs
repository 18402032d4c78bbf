//! Jobs that their source no longer has.

use super::{FEED, Site, add, board, feed, last_run, next_run, posting, titles};
use crate::support::{Browser, TestApp};

/// A board with a source of these jobs, and its page.
async fn with_jobs(site: &Site, jobs: &[&str]) -> (TestApp, Browser, String) {
    site.serve(FEED, feed(jobs));
    let app = board(site);
    let admin = app.admin().await;
    let source = add(&app, &admin, &format!("{}{FEED}", site.url), "").await;
    (app, admin, source)
}

#[actix_web::test]
async fn a_job_that_two_runs_lack_is_closed_and_opened_when_it_is_back() {
    let site = Site::start();
    let (app, admin, source) = with_jobs(&site, &["Cook", "Rigger", "Sailor"]).await;
    site.serve(FEED, feed(&["Cook", "Sailor"]));
    next_run(&app).await;
    assert_eq!(titles(&app).await, ["Cook", "Rigger", "Sailor"]);
    assert_eq!(last_run(&admin, &source).await.1, "1 missing");
    next_run(&app).await;
    assert_eq!(titles(&app).await, ["Cook", "Sailor"]);
    assert_eq!(last_run(&admin, &source).await.1, "1 closed");
    assert!(admin.get("/admin/audit").await.body.contains("1 closed"));

    site.serve(FEED, feed(&["Cook", "Rigger", "Sailor"]));
    next_run(&app).await;
    assert_eq!(titles(&app).await, ["Cook", "Rigger", "Sailor"]);
    assert_eq!(last_run(&admin, &source).await.1, "1 reopened");
}

#[actix_web::test]
async fn one_run_without_a_job_is_forgotten_when_the_next_has_it() {
    let site = Site::start();
    let (app, _, _) = with_jobs(&site, &["Cook", "Rigger", "Sailor"]).await;
    for _ in 0..3 {
        site.serve(FEED, feed(&["Cook", "Sailor"]));
        next_run(&app).await;
        site.serve(FEED, feed(&["Cook", "Rigger", "Sailor"]));
        next_run(&app).await;
    }
    assert_eq!(titles(&app).await, ["Cook", "Rigger", "Sailor"]);
}

#[actix_web::test]
async fn where_more_than_half_is_gone_the_owner_decides() {
    let site = Site::start();
    let (app, admin, source) = with_jobs(&site, &["Cook", "Rigger", "Sailor"]).await;
    site.serve(FEED, feed(&["Cook"]));
    for _ in 0..3 {
        next_run(&app).await;
    }
    assert_eq!(titles(&app).await, ["Cook", "Rigger", "Sailor"]);
    let mail = app
        .mail(1, "Root", "Jobs of 127.0.0.1/jobs.json need your decision")
        .await;
    assert!(mail.text.contains("2 open jobs are gone"), "{}", mail.text);
    let page = admin.get(&source).await;
    assert_eq!(page.text(".held h2"), "2 jobs are gone from this source");
    assert_eq!(page.texts(".held li"), ["Rigger", "Sailor"]);
    assert_eq!(page.text("tbody .status-of"), "Needs a decision");
    let list = admin.get("/admin/sources").await;
    assert_eq!(list.text("tbody .status"), "Needs a decision");

    let answer = admin.press(&format!("{source}/close")).await;
    let page = admin.follow(&answer).await;
    assert_eq!(page.text(".notice"), "Jobs closed.");
    assert!(!page.has(".held"));
    assert_eq!(titles(&app).await, ["Cook"]);
}

#[actix_web::test]
async fn a_source_that_renames_all_its_jobs_does_not_double_them() {
    let site = Site::start();
    let (app, admin, source) = with_jobs(&site, &["Cook", "Rigger", "Sailor"]).await;
    for run in 0..4 {
        let jobs =
            ["Cook", "Rigger", "Sailor"].map(|title| posting(&format!("{title}-{run}"), title));
        site.serve(FEED, format!("[{}]", jobs.join(",")));
        next_run(&app).await;
        assert_eq!(titles(&app).await, ["Cook", "Rigger", "Sailor"]);
    }
    let (_, changes) = last_run(&admin, &source).await;
    assert!(
        changes.contains("Waits for the decision about the missing jobs (3)"),
        "{changes}"
    );
    admin.press(&format!("{source}/close")).await;
    app.run_tasks().await;
    assert_eq!(titles(&app).await, ["Cook", "Rigger", "Sailor"]);
    assert_eq!(last_run(&admin, &source).await.1, "3 added");
}

#[actix_web::test]
async fn missing_jobs_that_are_kept_are_the_boards_own() {
    let site = Site::start();
    let (app, admin, source) = with_jobs(&site, &["Cook", "Rigger", "Sailor"]).await;
    site.serve(FEED, feed(&["Cook"]));
    next_run(&app).await;
    admin.press(&format!("{source}/keep")).await;
    for _ in 0..3 {
        next_run(&app).await;
    }
    assert_eq!(titles(&app).await, ["Cook", "Rigger", "Sailor"]);
    assert!(!admin.get(&source).await.has(".held"));
    app.mails(1).await;
}

#[actix_web::test]
async fn a_decision_is_no_longer_needed_when_the_jobs_are_back() {
    let site = Site::start();
    let all = ["Cook", "Rigger", "Sailor"];
    let (app, admin, source) = with_jobs(&site, &all).await;
    site.serve(FEED, feed(&["Cook"]));
    next_run(&app).await;
    assert!(admin.get(&source).await.has(".held"));
    site.serve(FEED, feed(&all));
    next_run(&app).await;
    assert!(!admin.get(&source).await.has(".held"));
    app.mails(1).await;
}

#[actix_web::test]
async fn failed_empty_and_zero_are_told_apart() {
    let site = Site::start();
    let (app, admin, source) = with_jobs(&site, &["Cook", "Rigger"]).await;
    for (status, body, outcome) in [
        (500, "", "Failed It answered 500 Internal Server Error."),
        (200, "", "Empty answer The answer was empty."),
        (
            200,
            "<html><body>Maintenance</body></html>",
            "Failed The document",
        ),
        (
            200,
            "[{\"@type\":\"JobPosting\",\"title\":",
            "Failed The document is incomplete.",
        ),
    ] {
        site.reply(FEED, status, &[], body);
        app.board.clock.advance(chrono::Duration::hours(24));
        app.run_tasks().await;
        let (told, _) = last_run(&admin, &source).await;
        assert!(told.starts_with(outcome), "{told}");
        assert_eq!(titles(&app).await, ["Cook", "Rigger"]);
    }
    let mail = app
        .mail(1, "Root", "127.0.0.1/jobs.json could not be read")
        .await;
    assert!(mail.text.contains("The last 4 attempts"), "{}", mail.text);
    assert_eq!(
        admin.get("/admin/sources").await.text("tbody .status"),
        "Failing"
    );

    site.serve(FEED, "[]");
    for left in [2, 0] {
        app.board.clock.advance(chrono::Duration::hours(24));
        app.run_tasks().await;
        assert_eq!(last_run(&admin, &source).await.0, "No jobs");
        assert_eq!(titles(&app).await.len(), left);
    }
}

#[actix_web::test]
async fn a_job_that_could_not_be_read_this_time_is_not_missing() {
    let site = Site::start();
    let (app, admin, source) = with_jobs(&site, &["Cook", "Rigger", "Sailor"]).await;
    let broken = feed(&["Cook", "Rigger", "Sailor"])
        .replace("<p>The work of a Rigger, by day and by night.</p>", "");
    site.serve(FEED, broken);
    for _ in 0..3 {
        next_run(&app).await;
    }
    assert_eq!(titles(&app).await, ["Cook", "Rigger", "Sailor"]);
    let (_, changes) = last_run(&admin, &source).await;
    assert!(changes.contains("1 could not be used"), "{changes}");
    assert!(changes.contains("Has no description (1)"), "{changes}");
}

#[actix_web::test]
async fn one_record_that_cannot_be_read_excuses_one_job() {
    let site = Site::start();
    let (app, admin, source) = with_jobs(&site, &["Cook", "Cook 2"]).await;
    for run in 0..4 {
        let jobs: Vec<String> = (0..3)
            .map(|number| posting(&format!("{run}-{number}"), "Cook"))
            .collect();
        let refused = r#"{"@type":"JobPosting","title":"Cook"}"#;
        site.serve(FEED, format!("[{},{refused}]", jobs.join(",")));
        next_run(&app).await;
    }
    assert_eq!(titles(&app).await.len(), 5);
    assert!(admin.get(&source).await.has(".held"));
    app.mails(1).await;
}

#[actix_web::test]
async fn what_people_decide_about_a_job_stands() {
    let site = Site::start();
    let all = ["Cook", "Rigger", "Sailor", "Diver"];
    let (app, admin, _) = with_jobs(&site, &all).await;
    let list = admin.visit("/jobs").await;
    let href = |title: &str| {
        let titles = list.texts(".card h2");
        let place = titles.iter().position(|found| found == title).unwrap();
        list.attributes(".card h2 a", "href")[place].clone()
    };
    let (cook, diver) = (href("Cook"), href("Diver"));
    let id = crate::support::id_of(&cook);
    let closed = admin
        .submit(&format!("/jobs/{id}/closure"), &[("reason", "filled")])
        .await;
    assert_eq!(closed.status, 303, "{}", closed.body);
    let id = crate::support::id_of(&diver);
    let removed = admin
        .submit(
            &format!("/jobs/{id}/removal"),
            &[("reason", "It is a scam")],
        )
        .await;
    assert_eq!(removed.status, 303, "{}", removed.body);
    next_run(&app).await;
    next_run(&app).await;
    assert_eq!(titles(&app).await, ["Rigger", "Sailor"]);
}
