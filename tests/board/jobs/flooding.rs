//! Floods of advertisements and edits, and how they are taken down.

use diesel::{RunQueryDsl, connection::SimpleConnection};
use futures_util::future::join;
use reqwest::Method;
use serde_json::json;

use crate::support::{Answer, PASSWORD, TestApp, id_of, job, program, with};

#[actix_web::test]
async fn edits_are_limited_by_account_and_lose_nothing() {
    let app = TestApp::start_changed(|config| {
        config.limits.changes_per_account = std::num::NonZeroU32::new(3).unwrap();
    });
    let alice = app.member("Alice").await;
    let path = format!("/jobs/{}", id_of(&alice.publish("Engineer").await));
    for version in 1..=3 {
        let mut fields = with(job(&format!("Engineer {version}")), "publish", "");
        fields.push(("version", version.to_string()));
        assert_eq!(alice.submit(&path, &fields).await.status, 303, "{version}");
    }
    let mut fields = job("One too many");
    fields.push(("version", "4".into()));
    let slowed = alice.submit(&path, &fields).await;
    assert_eq!(slowed.status, 429);
    assert!(slowed.header("retry-after").parse::<u32>().unwrap() > 60);
    assert!(slowed.text(".error-summary").starts_with("Too many tries."));
    assert_eq!(
        slowed.value("title"),
        "One too many",
        "nothing typed is lost"
    );
    let by_program = alice
        .request(Method::PUT, &format!("/api/v1{path}"))
        .header("if-match", "*")
        .json(&json!({"title": "By a program"}));
    let status = Answer::of(by_program).await.status;
    assert!(matches!(status, 422 | 429), "{status}");
}

#[actix_web::test]
async fn many_accounts_at_one_address_post_no_more_than_one_may() {
    let app = TestApp::start_changed(|config| {
        config.limits.postings_per_network = std::num::NonZeroU32::new(4).unwrap();
    });
    let mut statuses = Vec::new();
    for name in ["Alice", "Bob", "Carol"] {
        let browser = app.member(name).await;
        for number in 0..2 {
            let fields = with(job(&format!("Job {number}")), "publish", "yes");
            statuses.push(browser.submit("/jobs", &fields).await.status);
        }
    }
    assert_eq!(statuses, [303, 303, 303, 303, 429, 429]);
}

#[actix_web::test]
async fn disabling_an_account_takes_its_jobs_down_in_one_step() {
    let app = TestApp::start();
    let root = app.admin().await;
    let spammer = app.member("Spammer").await;
    let mut paths = Vec::new();
    for number in 0..3 {
        paths.push(spammer.publish(&format!("Get rich {number}")).await);
    }
    root.publish("Honest work").await;
    let reader = app.browser();
    assert_eq!(reader.get("/jobs").await.texts(".card").len(), 4);
    let close = format!("/jobs/{}/closure", id_of(&paths[2]));
    let filled = [("reason", "filled")];
    assert_eq!(spammer.submit(&close, &filled).await.status, 303);
    let page = root.get("/admin/accounts/2").await;
    assert!(page.has("[name=remove_jobs]"));
    let fields = [("remove_jobs", "yes")];
    let done = root.submit("/admin/accounts/2/disablement", &fields).await;
    assert_eq!(done.status, 303);
    assert_eq!(reader.get("/jobs").await.texts(".card").len(), 1);
    for path in &paths {
        assert_eq!(reader.get(path).await.status, 410, "{path}");
    }
    let log = root.get("/admin/audit").await.text(".log");
    assert_eq!(log.matches("removed the job").count(), 3, "{log}");
}

/// Waits until somebody waits for a row that somebody else is changing. SQLite has one writer: there nobody
/// reads what is about to change.
async fn until_a_change_waits(app: &TestApp) {
    #[derive(diesel::QueryableByName)]
    struct Waiting {
        #[diesel(sql_type = diesel::sql_types::BigInt)]
        count: i64,
    }
    while app.board.config.database_url.is_postgres() {
        let found: Waiting = app
            .board
            .read(|db| {
                let waiting = "SELECT COUNT(*) AS count FROM pg_stat_activity
                    WHERE datname = current_database() AND wait_event_type = 'Lock'";
                Ok(diesel::sql_query(waiting).get_result(db)?)
            })
            .await
            .unwrap();
        if found.count > 0 {
            return;
        }
    }
}

#[actix_web::test]
async fn a_job_that_is_just_being_edited_is_taken_down_all_the_same() {
    let app = TestApp::start();
    let root = app.admin().await;
    let path = app.member("Spammer").await.publish("Get rich").await;
    let mut editing = app.board.db.connection().unwrap();
    let edit = "BEGIN; UPDATE jobs SET version = version + 1";
    editing.batch_execute(edit).unwrap();
    let fields = [("remove_jobs", "yes")];
    let disabling = root.submit("/admin/accounts/2/disablement", &fields);
    let committing = async {
        until_a_change_waits(&app).await;
        editing.batch_execute("COMMIT").unwrap();
    };
    let (done, ()) = join(disabling, committing).await;
    assert_eq!(done.status, 303, "{}", done.body);
    assert_eq!(app.browser().get(&path).await.status, 410);
}

#[actix_web::test]
async fn the_operator_does_the_same_at_the_terminal() {
    let app = TestApp::start();
    app.admin().await;
    app.member("Spammer").await.publish("Get rich").await;
    let command = |app: &TestApp| {
        let mut command = program(app.folder());
        command.env("DATABASE_URL", &app.database.url);
        command.env("DATA_DIR", app.folder());
        command
    };
    let output = command(&app)
        .args(["admin", "disable", "spammer@example.org", "--remove-jobs"])
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(
        said.contains("1 of its jobs were taken off the board."),
        "{said}"
    );
    let root = ["admin", "disable", "root@example.org"];
    let output = command(&app).args(root).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(
        said.contains("Nobody can administer the board now."),
        "{said}"
    );
    let output = command(&app).args(["admin", "list"]).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("\tdisabled since "), "{said}");
    assert_eq!(app.sign_in("Spammer", PASSWORD).await.1.status, 422);
    let replica = app.replica(app.board.config.clone());
    assert!(!replica.browser().get("/jobs").await.has(".card"));
}
