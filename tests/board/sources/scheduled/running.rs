//! What runs change, and how sources are asked.

use chrono::Duration;

use super::{FEED, Site, add, board, feed, last_run, next_run, posting, titles};
use crate::support::{PASSWORD, id_of, job, with};

#[actix_web::test]
async fn changed_jobs_are_updated_and_what_was_edited_here_stays() {
    let site = Site::start();
    site.serve(FEED, feed(&["Cook", "Rigger"]));
    let app = board(&site);
    let admin = app.admin().await;
    let source = add(&app, &admin, &format!("{}{FEED}", site.url), "").await;
    let jobs = [posting("Cook", "Head cook"), posting("Rigger", "Rigger")];
    site.serve(FEED, format!("[{}]", jobs.join(",")));
    next_run(&app).await;
    assert_eq!(titles(&app).await, ["Head cook", "Rigger"]);
    assert_eq!(last_run(&admin, &source).await.1, "1 updated");
    next_run(&app).await;
    assert_eq!(last_run(&admin, &source).await.1, "");
}

#[actix_web::test]
async fn a_source_that_says_that_nothing_changed_is_believed_for_a_day() {
    let site = Site::start();
    let etag = [("etag", "\"one\"")];
    site.reply(FEED, 200, &etag, feed(&["Cook", "Rigger", "Sailor"]));
    let app = board(&site);
    let admin = app.admin().await;
    let source = add(&app, &admin, &format!("{}{FEED}", site.url), "").await;
    site.asked();
    next_run(&app).await;
    let asked = site.asked();
    assert_eq!(asked.len(), 1);
    assert_eq!(asked[0].if_none_match.as_deref(), Some("\"one\""));
    assert_eq!(last_run(&admin, &source).await.0, "Unchanged");

    // A job that the last document lacked, an unchanged one lacks, too.
    site.reply(FEED, 200, &[("etag", "\"two\"")], feed(&["Cook", "Rigger"]));
    next_run(&app).await;
    assert_eq!(titles(&app).await.len(), 3);
    next_run(&app).await;
    assert_eq!(titles(&app).await, ["Cook", "Rigger"]);

    app.board.clock.advance(Duration::hours(25));
    app.run_tasks().await;
    assert_eq!(site.asked().last().unwrap().if_none_match, None);
}

#[actix_web::test]
async fn the_employers_own_post_wins_over_the_copy_of_a_source() {
    let site = Site::start();
    site.serve(FEED, feed(&["Cook", "Rigger"]));
    let app = board(&site);
    let admin = app.admin().await;
    let employer = app.member("Ada").await;
    let own = |title: &str| {
        let fields = with(job(title), "company", "ACME");
        let mut fields = with(fields, "location", "Porto, PT");
        fields.push(("publish", "yes".into()));
        fields
    };
    employer.submit("/jobs", &own("Cook")).await;
    let source = add(&app, &admin, &format!("{}{FEED}", site.url), "").await;
    assert_eq!(titles(&app).await, ["Cook", "Rigger"]);
    let (_, changes) = last_run(&admin, &source).await;
    assert_eq!(changes, "1 added · 1 posted here by their employers");

    employer.submit("/jobs", &own("Rigger")).await;
    assert_eq!(titles(&app).await, ["Cook", "Rigger", "Rigger"]);
    next_run(&app).await;
    assert_eq!(titles(&app).await, ["Cook", "Rigger"]);
    let list = app.browser().visit("/jobs?q=rigger").await;
    let left = list.attribute(".card h2 a", "href").unwrap();
    let page = employer.get(&format!("/jobs/{}/edit", id_of(&left))).await;
    assert_eq!(page.status, 200);

    let jobs = admin.get(&format!("{source}/jobs")).await;
    assert_eq!(jobs.texts("tbody .status"), ["Posted by its employer"; 2]);

    // It wins for as long as it is open, or anybody could take a source's job off the board for good.
    let closure = format!("/jobs/{}/closure", id_of(&left));
    employer.submit(&closure, &[("reason", "filled")]).await;
    next_run(&app).await;
    assert_eq!(titles(&app).await, ["Cook", "Rigger"]);
    assert_eq!(
        last_run(&admin, &source).await.1,
        "1 reopened · 1 posted here by their employers"
    );
}

#[actix_web::test]
async fn a_job_that_was_deleted_here_does_not_come_back() {
    let site = Site::start();
    site.serve(FEED, feed(&["Cook", "Rigger"]));
    let app = board(&site);
    let admin = app.admin().await;
    let source = add(&app, &admin, &format!("{}{FEED}", site.url), "").await;
    let list = admin.visit("/jobs?q=cook").await;
    let id = id_of(&list.attribute(".card h2 a", "href").unwrap());
    app.board
        .write(move |db| {
            let origin = jobboard::platform::audit::Origin::default();
            let job = jobboard::jobs::Job::find(db, id)?;
            Ok(job.delete(db, &origin)?)
        })
        .await
        .unwrap();
    next_run(&app).await;
    assert_eq!(titles(&app).await, ["Rigger"]);
    let (_, changes) = last_run(&admin, &source).await;
    assert!(changes.contains("Was deleted here (1)"), "{changes}");
}

#[actix_web::test]
async fn a_source_that_fails_is_asked_again_later_and_later() {
    let site = Site::start();
    site.serve(FEED, feed(&["Cook"]));
    let app = board(&site);
    let admin = app.admin().await;
    let source = add(&app, &admin, &format!("{}{FEED}", site.url), "").await;
    site.reply(FEED, 503, &[], "");
    next_run(&app).await;
    assert!(admin.get(&source).await.body.contains("In 15 min"));
    site.reply(FEED, 429, &[("retry-after", "7200")], "");
    app.board.clock.advance(Duration::minutes(15));
    app.run_tasks().await;
    let page = admin.get(&source).await;
    assert!(page.body.contains("In 2 h"), "{}", page.text("dl"));
    assert_eq!(
        page.text("tbody .status-of"),
        "Failed It asks to be read less often (429)."
    );
    site.serve(FEED, feed(&["Cook"]));
    app.board.clock.advance(Duration::hours(2));
    app.run_tasks().await;
    assert_eq!(
        admin.get(&source).await.text(".titled .status"),
        "Up to date"
    );
}

#[actix_web::test]
async fn the_runs_of_a_source_have_pages_and_a_picture() {
    let site = Site::start();
    site.serve(FEED, feed(&["Cook"]));
    let app = board(&site);
    let admin = app.admin().await;
    let source = add(&app, &admin, &format!("{}{FEED}", site.url), "").await;
    assert!(!admin.get(&source).await.has("svg"));
    for _ in 0..26 {
        next_run(&app).await;
    }
    let page = admin.get(&source).await;
    assert_eq!(page.texts(".runs rect.bar-known").len(), 27);
    assert_eq!(page.texts("tbody tr").len(), 25);
    assert!(page.text(".table-pages .total").contains("of 27"));
    let older = admin.get(&format!("{source}?page=2")).await;
    assert_eq!(older.texts("tbody tr").len(), 2);
    // After three months a run is forgotten.
    app.board.clock.advance(Duration::days(100));
    app.run_tasks().await;
    let (admin, _) = app.sign_in("Root", PASSWORD).await;
    let page = admin.get(&source).await;
    assert!(page.text(".table-pages .total").contains("of 1"));
}
