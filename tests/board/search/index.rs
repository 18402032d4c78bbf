//! The search index: made of the lists whenever it is not like them.

use std::{fs, path::PathBuf, sync::Arc, time::Duration};

use diesel::{prelude::*, sql_query};
use jobboard::platform::db::Database;

use crate::support::{Browser, TestApp, TestDatabase, job};

async fn publish(browser: &Browser, title: &str) -> String {
    let mut fields = job(title);
    fields.push(("publish", "yes".into()));
    let answer = browser.submit("/jobs", &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    answer.location().to_owned()
}

async fn found(app: &TestApp, word: &str) -> Vec<String> {
    let page = app.browser().get(&format!("/jobs?q={word}")).await;
    assert!(page.status < 500, "{}", page.body);
    page.texts(".card h2")
}

/// A board with one job that was stopped; what is left of it.
async fn stopped() -> Arc<TestDatabase> {
    let app = TestApp::start();
    publish(&app.member("Alice").await, "Weaver").await;
    assert_eq!(found(&app, "weaver").await, ["Weaver"]);
    app.database.clone()
}

fn folder(database: &TestDatabase) -> PathBuf {
    database.folder().join("index/1")
}

#[actix_web::test]
async fn a_damaged_index_is_built_anew() {
    let database = stopped().await;
    let files = fs::read_dir(folder(&database)).unwrap();
    for path in files.map(|file| file.unwrap().path()) {
        if path.extension().is_some_and(|kind| kind == "idx") {
            fs::write(path, "no index").unwrap();
        }
    }
    let app = TestApp::on(database);
    assert_eq!(found(&app, "weaver").await, ["Weaver"]);
}

#[actix_web::test]
async fn another_boards_index_is_not_used() {
    let database = stopped().await;
    fs::write(folder(&database).join("board"), "another 1\n").unwrap();
    let app = TestApp::on(database.clone());
    assert_eq!(found(&app, "weaver").await, ["Weaver"]);
    let label = fs::read_to_string(folder(&database).join("board")).unwrap();
    assert!(!label.contains("another"), "{label}");
}

#[actix_web::test]
async fn without_a_folder_the_index_is_kept_in_memory() {
    let database = Arc::new(TestDatabase::new());
    fs::write(database.folder().join("index"), "in the way").unwrap();
    let app = TestApp::on(database);
    let alice = app.member("Alice").await;
    let path = publish(&alice, "Weaver").await;
    assert_eq!(found(&app, "weaver").await, ["Weaver"]);
    alice.press(&format!("{path}/removal")).await;
    assert_eq!(found(&app, "weaver").await, [""; 0]);
}

#[actix_web::test]
async fn what_changed_without_the_board_is_in_the_index_when_it_starts() {
    let database = stopped().await;
    let db = Database::open_existing(&database.config()).unwrap();
    let mut db = db.connection().unwrap();
    // Another history of the same board: its latest change has the same number and another stamp.
    for change in [
        "UPDATE jobs SET title = 'Potter'",
        "UPDATE listings SET title = 'Potter'",
        "UPDATE listing_changes SET number = 1",
        "UPDATE board_version SET listing_change = 1",
    ] {
        sql_query(change).execute(&mut *db).unwrap();
    }
    let app = TestApp::on(database.clone());
    assert_eq!(found(&app, "potter").await, ["Potter"]);
    assert_eq!(found(&app, "weaver").await, [""; 0]);
    drop(app);
    for change in ["UPDATE jobs SET status = 'draft'", "DELETE FROM listings"] {
        sql_query(change).execute(&mut *db).unwrap();
    }
    let app = TestApp::on(database);
    assert_eq!(found(&app, "potter").await, [""; 0]);
}

#[actix_web::test]
async fn a_clock_that_is_set_between_two_starts_loses_and_doubles_no_job() {
    let database = Arc::new(TestDatabase::new());
    let mut titles = Vec::new();
    for (number, hours) in [0, 26, -26, 24, 0].into_iter().enumerate() {
        let app = TestApp::on(database.clone());
        app.board.clock.advance(chrono::Duration::hours(hours));
        assert_eq!(in_order(found(&app, "weaver").await), titles, "{hours}");
        let title = format!("Weaver {number}");
        publish(&app.member(&format!("Member{number}")).await, &title).await;
        titles.push(title);
        for search in ["weaver", "weaver&sort=newest"] {
            assert_eq!(in_order(found(&app, search).await), titles, "{hours}");
        }
        let all = app.browser().get("/jobs").await.texts(".card h2");
        assert_eq!(in_order(all), titles, "{hours}");
    }
}

fn in_order(mut titles: Vec<String>) -> Vec<String> {
    titles.sort();
    titles
}

#[actix_web::test]
async fn two_boards_in_one_folder_have_an_index_each() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    publish(&alice, "Weaver").await;
    let other = app.replica(app.board.config.clone());
    assert_eq!(found(&other, "weaver").await, ["Weaver"]);
    publish(&alice, "Potter").await;
    for _ in 0..200 {
        if found(&other, "potter").await == ["Potter"] {
            assert!(folder(&app.database).with_file_name("2").is_dir());
            return;
        }
        actix_web::rt::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("the other board does not follow");
}
