//! Adding a source, and what can be done with one.

use super::{FEED, Site, add, board, feed, fields, last_run, posting, titles};
use crate::support::TestApp;

#[actix_web::test]
async fn a_source_is_looked_at_before_it_is_added() {
    let site = Site::start();
    site.serve(FEED, feed(&["Cook", "Rigger"]));
    let app = board(&site);
    let admin = app.admin().await;
    let address = format!("{}{FEED}", site.url);

    let preview = admin.submit("/admin/sources", &fields(&address, "")).await;
    assert_eq!(preview.status, 200, "{}", preview.body);
    assert_eq!(preview.text("#preview h2"), "2 jobs found");
    assert_eq!(preview.texts("#preview strong"), ["Cook", "Rigger"]);
    assert!(preview.text("#preview").contains("2 would be added"));
    assert!(preview.text("#preview .meta").contains("Acme · Porto"));
    assert_eq!(titles(&app).await.len(), 0);

    let source = add(&app, &admin, &address, "").await;
    assert_eq!(titles(&app).await, ["Cook", "Rigger"]);
    let list = admin.get("/admin/sources").await;
    assert_eq!(list.texts("tbody th a"), ["127.0.0.1/jobs.json"]);
    assert_eq!(list.text("tbody .status"), "Up to date");
    assert_eq!(
        list.texts("tbody td"),
        ["Up to date", "2", "Just now", "In 6 h"]
    );
    assert_eq!(
        last_run(&admin, &source).await,
        ("Read".into(), "2 added".into())
    );
    let again = admin.submit("/admin/sources", &fields(&address, "")).await;
    assert_eq!(again.status, 422);
    assert_eq!(
        again.message("address"),
        "This source is already on the list."
    );
    let log = admin.get("/admin/audit").await;
    assert!(log.body.contains("added a source of jobs"));
    assert!(log.body.contains("2 added, 0 updated"));
}

#[actix_web::test]
async fn what_cannot_be_a_source_is_said_where_it_was_typed() {
    let app = TestApp::start();
    let admin = app.admin().await;
    for (address, system, company, field, message) in [
        (
            "",
            "",
            "",
            "address",
            "Enter the address of a careers page or a feed.",
        ),
        (
            "acme",
            "",
            "Acme",
            "address",
            "Choose the system that this name belongs to, or enter a whole address.",
        ),
        (
            "ftp://acme.example/",
            "",
            "",
            "address",
            "Enter the address of a careers page or a feed.",
        ),
        (
            "http://acme.example/",
            "",
            "",
            "address",
            "Enter an https:// address.",
        ),
        (
            "https://127.0.0.1/jobs",
            "",
            "",
            "address",
            "Enter an address on the public internet.",
        ),
        (
            "https://[::1]/jobs",
            "",
            "",
            "address",
            "Enter an address on the public internet.",
        ),
        (
            "https://localhost/jobs",
            "",
            "",
            "address",
            "Enter an address on the public internet.",
        ),
        (
            "https://user:secret@acme.example/",
            "",
            "",
            "address",
            "Enter the address of a careers page or a feed.",
        ),
        (
            "https://jobs.lever.co/acme",
            "",
            "",
            "company",
            "Enter the company that these jobs are from.",
        ),
        (
            "https://jobs.lever.co/acme",
            "greenhouse",
            "Acme",
            "address",
            "This is not an address or a board name of Greenhouse.",
        ),
        (
            "acme/../other",
            "recruitee",
            "Acme",
            "address",
            "This is not an address or a board name of Recruitee.",
        ),
    ] {
        let fields = [
            ("address", address),
            ("system", system),
            ("company", company),
            ("hours", "6"),
        ];
        let answer = admin.submit("/admin/sources", &fields).await;
        assert_eq!(answer.status, 422, "{address}");
        assert_eq!(answer.message(field), message, "{address}");
        assert_eq!(answer.value("address"), address);
    }
    let hours = [("address", "https://acme.example/jobs"), ("hours", "0")];
    let answer = admin.submit("/admin/sources", &hours).await;
    assert_eq!(
        answer.message("hours"),
        "Choose how often the source is read."
    );
}

#[actix_web::test]
async fn the_page_of_a_job_is_a_source_too() {
    let site = Site::start();
    let page = r#"<!doctype html><title>Cook</title><script type="application/ld+json">{"@type":"JobPosting",
        "title":"Cook","hiringOrganization":{"name":"Acme"},"description":"<p>Cooks.</p>"}</script>"#;
    site.serve("/careers/cook", page);
    let app = board(&site);
    let admin = app.admin().await;
    let address = format!("{}/careers/cook", site.url);
    add(&app, &admin, &address, "").await;
    let list = app.browser().visit("/jobs").await;
    let job = list.attribute(".card h2 a", "href").unwrap();
    assert!(app.browser().get(&job).await.body.contains(&address));
}

#[actix_web::test]
async fn a_feed_that_names_no_company_asks_for_it_at_its_field() {
    let site = Site::start();
    site.serve(
        FEED,
        feed(&["Cook"]).replace(r#""hiringOrganization":{"name":"Acme"},"#, ""),
    );
    let app = board(&site);
    let admin = app.admin().await;
    let answer = admin
        .submit(
            "/admin/sources",
            &fields(&format!("{}{FEED}", site.url), ""),
        )
        .await;
    assert_eq!(
        answer.message("company"),
        "This feed names no company. Enter it here."
    );
}

#[actix_web::test]
async fn jobs_whose_last_day_has_passed_are_not_added() {
    let site = Site::start();
    let late =
        posting("Late", "Late").replace(r#""title""#, r#""validThrough":"2020-01-01","title""#);
    site.serve(FEED, format!("[{},{late}]", posting("Cook", "Cook")));
    let app = board(&site);
    let admin = app.admin().await;
    let address = format!("{}{FEED}", site.url);
    let preview = admin.submit("/admin/sources", &fields(&address, "")).await;
    let told = preview.text("#preview");
    assert!(told.contains("1 would be added"), "{told}");
    assert!(
        told.contains("1 would be left out, because their last day has passed."),
        "{told}"
    );
    let source = add(&app, &admin, &address, "").await;
    assert!(
        last_run(&admin, &source)
            .await
            .1
            .contains("Last day has passed (1)")
    );
    let jobs = admin.get(&format!("{source}/jobs")).await;
    assert_eq!(jobs.texts("tbody th a"), ["Cook"]);
    assert_eq!(jobs.texts("tbody .status"), ["Open"]);
}

#[actix_web::test]
async fn only_administrators_have_sources_and_what_they_typed_outlives_a_session() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let member = app.member("Ada").await;
    for path in ["/admin/sources", "/admin/sources/new", "/admin/sources/1"] {
        assert_eq!(member.get(path).await.status, 404, "{path}");
    }
    let answer = member
        .submit("/admin/sources", &fields("https://acme.example/jobs", ""))
        .await;
    assert_eq!(answer.status, 404);
    assert_eq!(admin.get("/admin/sources/1").await.status, 404);
    assert_eq!(admin.get("/admin/sources/x").await.status, 404);
    let stranger = app
        .browser()
        .submit("/admin/sources", &fields("https://acme.example/jobs", ""))
        .await;
    assert_eq!(stranger.status, 401);
    assert!(stranger.body.contains("acme.example"));
}

#[actix_web::test]
async fn a_source_is_paused_resumed_read_now_and_deleted() {
    let site = Site::start();
    site.serve(FEED, feed(&["Cook"]));
    let app = board(&site);
    let admin = app.admin().await;
    let address = format!("{}{FEED}", site.url);
    let source = add(&app, &admin, &address, "").await;

    let answer = admin.press(&format!("{source}/pause")).await;
    let page = admin.follow(&answer).await;
    assert_eq!(page.text(".titled .status"), "Paused");
    site.serve(FEED, feed(&["Cook", "Rigger"]));
    super::next_run(&app).await;
    assert_eq!(titles(&app).await, ["Cook"]);

    admin.press(&format!("{source}/resume")).await;
    super::next_run(&app).await;
    assert_eq!(titles(&app).await, ["Cook", "Rigger"]);

    site.serve(FEED, feed(&["Cook", "Rigger", "Sailor"]));
    let answer = admin.press(&format!("{source}/run")).await;
    assert_eq!(
        admin.follow(&answer).await.text(".notice"),
        "Reading the source. Reload this page in a moment."
    );
    app.run_tasks().await;
    assert_eq!(titles(&app).await, ["Cook", "Rigger", "Sailor"]);

    let daily = [("hours", "24")];
    admin.submit(&format!("{source}/schedule"), &daily).await;
    assert!(admin.get(&source).await.body.contains("Once a day"));
    let wrong = admin
        .submit(&format!("{source}/schedule"), &[("hours", "7")])
        .await;
    assert_eq!(wrong.status, 400);

    let ask = admin.get(&format!("{source}/delete")).await;
    assert!(ask.text("legend").contains("3 open jobs"));
    let close = [("jobs", "close")];
    let answer = admin.submit(&format!("{source}/delete"), &close).await;
    assert_eq!(answer.location(), "/admin/sources");
    assert_eq!(titles(&app).await.len(), 0);
    assert_eq!(admin.get(&source).await.status, 404);
}

#[actix_web::test]
async fn the_jobs_of_a_deleted_source_stay_and_are_known_when_it_comes_back() {
    let site = Site::start();
    site.serve(FEED, feed(&["Cook"]));
    let app = board(&site);
    let admin = app.admin().await;
    let address = format!("{}{FEED}", site.url);
    let source = add(&app, &admin, &address, "").await;
    let keep = [("jobs", "keep")];
    admin.submit(&format!("{source}/delete"), &keep).await;
    assert_eq!(titles(&app).await, ["Cook"]);
    let source = add(&app, &admin, &address, "").await;
    assert_eq!(titles(&app).await, ["Cook"]);
    assert_eq!(
        last_run(&admin, &source).await,
        ("Read".into(), String::new())
    );
}
