//! The figures as their owner, an administrator and a program read them.

use serde_json::Value;

use super::{open, publish, statistics, visit_of};
use crate::support::{PASSWORD, TestApp, id_of};

#[actix_web::test]
async fn one_page_has_all_of_ones_jobs_and_none_of_others() {
    let app = TestApp::start();
    let root = app.admin().await;
    let (alice, bob) = (app.member("Alice").await, app.member("Bob").await);
    let rust = publish(&alice, "Rust developer").await;
    let go = publish(&alice, "Go developer").await;
    let other = publish(&bob, "Baker").await;
    for name in ["Ada", "Bea"] {
        app.reader(name).get(&rust).await;
        app.reader(name).get(&other).await;
    }
    app.reader("Ada").get(&go).await;
    app.reader("Ada").get(&visit_of(&rust)).await;
    jobboard::statistics::write_down(&app.board).await.unwrap();
    let own = alice.get("/dashboard/statistics").await;
    assert_eq!(own.texts(".sums dd"), ["3", "1", "33.33%", "0"]);
    assert!(own.has("svg[role=img] rect"));
    let jobs = own.texts(".table-box:first-of-type tbody tr");
    assert_eq!(
        jobs,
        [
            "Rust developer Analytical Engines 2 1 50%",
            "Go developer Analytical Engines 1 0 0%"
        ]
    );
    let all = root.get("/admin/statistics").await;
    assert_eq!(all.texts(".sums dd")[0], "5");
    assert_eq!(all.text(".side [aria-current]"), "Statistics");
    let foreign = format!("/dashboard/statistics/{}", id_of(&other));
    assert_eq!(alice.get(&foreign).await.status, 404);
    assert_eq!(root.get(&foreign).await.status, 200);
    assert_eq!(alice.get("/admin/statistics").await.status, 404);
}

#[actix_web::test]
async fn a_period_is_chosen_and_long_ones_are_weeks() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let path = publish(&alice, "Rust developer").await;
    app.reader("Ada").get(&path).await;
    statistics(&app, &alice, &path).await;
    app.board.clock.advance(chrono::Duration::days(200));
    app.run_tasks().await;
    let (alice, _) = app.sign_in("Alice", PASSWORD).await;
    let address = format!("/dashboard/statistics/{}", id_of(&path));
    for (days, views, rows) in [("28", "0", 28), ("90", "0", 90), ("all", "1", 29)] {
        let page = alice.get(&format!("{address}?days={days}")).await;
        assert_eq!(page.texts(".sums dd")[0], views, "{days}");
        assert_eq!(page.texts(".days tbody tr").len(), rows, "{days}");
    }
    let nonsense = alice.get(&format!("{address}?days=7")).await;
    assert_eq!(nonsense.texts(".days tbody tr").len(), 28);
}

#[actix_web::test]
async fn the_file_for_spreadsheets_has_every_row_and_no_formula() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let path = publish(&alice, "=HYPERLINK(1)").await;
    let headers = [("referer", "https://www.google.com/")];
    open(&app.reader("Ada"), &path, &headers).await;
    app.browser().get(&path).await;
    jobboard::statistics::write_down(&app.board).await.unwrap();
    let id = id_of(&path);
    for (address, name) in [
        (
            format!("/dashboard/statistics/{id}.csv"),
            format!("statistics-hyperlink-1-{id}.csv"),
        ),
        (
            "/dashboard/statistics.csv".to_owned(),
            "statistics-my-jobs.csv".to_owned(),
        ),
    ] {
        let file = alice.get(&address).await;
        assert_eq!(file.header("content-type"), "text/csv; charset=utf-8");
        assert!(file.header("content-disposition").contains(&name));
        let today = app.board.clock.today();
        let lines: Vec<&str> = file.body.lines().collect();
        assert_eq!(
            lines[0],
            "Job number,Job title,Day,Event,Visitor,\"Source, or kind of bot\",Visits"
        );
        for line in [
            format!("{id},'=HYPERLINK(1),{today},view,person,google.com,1"),
            format!("{id},'=HYPERLINK(1),{today},view,bot,nameless,1"),
        ] {
            assert!(lines.contains(&line.as_str()), "{line} in {lines:?}");
        }
    }
    let bob = app.member("Bob").await;
    let foreign = bob.get(&format!("/dashboard/statistics/{id}.csv")).await;
    assert_eq!(foreign.status, 404);
}

#[actix_web::test]
async fn a_program_reads_the_same_figures() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let path = publish(&alice, "Rust developer").await;
    let ada = app.reader("Ada");
    ada.get(&path).await;
    ada.get(&visit_of(&path)).await;
    app.browser().get(&path).await;
    jobboard::statistics::write_down(&app.board).await.unwrap();
    let address = format!("/api/v1/jobs/{}/statistics", id_of(&path));
    let answer = alice.get(&address).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    let figures: Value = serde_json::from_str(&answer.body).unwrap();
    assert_eq!(figures["people"]["views"], 1);
    assert_eq!(figures["people"]["applyClicks"], 1);
    assert_eq!(figures["bots"]["views"], 1);
    assert_eq!(figures["sources"][0]["source"], "direct");
    assert_eq!(figures["rules"][0]["source"], "nameless");
    let today = app.board.clock.today().to_string();
    assert_eq!(figures["days"][0]["day"], today.as_str());
    let wrong = alice.get(&format!("{address}?days=7")).await;
    assert_eq!(wrong.status, 422, "{}", wrong.body);
    let bob = app.member("Bob").await;
    assert_eq!(bob.get(&address).await.status, 404);
    assert_eq!(app.browser().get(&address).await.status, 401);
}

#[actix_web::test]
async fn statistics_are_taken_along_and_go_with_their_job() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let path = publish(&alice, "Rust developer").await;
    app.reader("Ada").get(&path).await;
    jobboard::statistics::write_down(&app.board).await.unwrap();
    let data = alice.get("/account/data").await;
    let data: Value = serde_json::from_str(&data.body).unwrap();
    let row = &data["statistics"][0];
    assert_eq!(row["job"], id_of(&path));
    assert_eq!(row["source"], "direct");
    assert_eq!(row["visits"], 1);
    app.reader("Bea").get(&path).await;
    alice
        .press(&format!("/jobs/{}/removal", id_of(&path)))
        .await;
    jobboard::statistics::write_down(&app.board).await.unwrap();
    let own = alice.get("/dashboard/statistics").await;
    assert_eq!(own.texts(".sums dd")[0], "0");
}

#[actix_web::test]
async fn no_day_is_listed_before_the_job_was_there_and_the_age_of_the_numbers_is_said() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let id = id_of(&alice.publish("Baker").await);
    app.board.clock.advance(chrono::Duration::days(2));
    let (alice, _) = app.sign_in("Alice", crate::support::PASSWORD).await;
    let page = alice.get(&format!("/dashboard/statistics/{id}")).await;
    assert_eq!(page.texts(".days tbody tr").len(), 3);
    assert!(page.text("main").contains("at most 10 seconds old"));
}
