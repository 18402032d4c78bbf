//! A database that an earlier version left.

use std::{path::Path, sync::Arc};

use actix_web::http::Method;
use diesel::{
    Connection, PgConnection, SqliteConnection, backend::Backend, connection::SimpleConnection,
};
use diesel_migrations::{FileBasedMigrations, MigrationHarness};
use jobboard::{
    app::{self, features},
    platform::{config::DatabaseUrl, secrets::Seal},
};

use crate::support::{Browser, PASSWORD, TestApp, TestDatabase};

/// Since the third there are jobs to show.
const FIRST_WITH_JOBS: usize = 3;

const LIVED_IN: &str = "
    INSERT INTO accounts (email, name, password_hash, role, created_at)
        VALUES ('ada@example.org', 'Ada', '-', 'member', '2026-01-01 00:00:00');
    INSERT INTO jobs (owner_id, status, title, company, location, workplace, tags, apply_method,
            apply_to, description, date_posted, version, created_at, updated_at)
        VALUES (1, 'published', 'Engine driver', 'Engines', 'London', 'remote', 'steam', 'email',
            'jobs@engines.example', 'Drives **engines**, all day.', '2026-01-02 00:00:00', 1,
            '2026-01-02 00:00:00', '2026-01-02 00:00:00');";

fn folder(database: &str) -> FileBasedMigrations {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    FileBasedMigrations::from_path(root.join("migrations").join(database)).unwrap()
}

/// Applies the first `count` migrations and fills in what such a board held.
fn age<DB: Backend, C: MigrationHarness<DB> + SimpleConnection>(
    connection: &mut C,
    source: FileBasedMigrations,
    count: usize,
) {
    for migration in connection
        .pending_migrations(source)
        .unwrap()
        .iter()
        .take(count)
    {
        connection.run_migration(migration).unwrap();
    }
    connection.batch_execute(LIVED_IN).unwrap();
}

/// A job that was published and deleted, as the audit log of every version tells it.
const DELETED: &str = "
    INSERT INTO audit_log (at, action, subject_kind, subject_id, detail, address, request_id)
        VALUES ('2026-01-02 00:00:00', 'job_published', 'job', 99, 'Stoker', '', ''),
            ('2026-01-03 00:00:00', 'job_deleted', 'job', 99, 'Stoker', '', ''),
            ('2026-01-02 00:00:00', 'job_published', 'job', 1, 'Engine driver', '', '');";

fn execute(database: &TestDatabase, statements: &str) {
    match database.config().database_url {
        DatabaseUrl::Sqlite(path) => SqliteConnection::establish(path.to_str().unwrap())
            .unwrap()
            .batch_execute(statements),
        DatabaseUrl::Postgres(url) => PgConnection::establish(url.as_str())
            .unwrap()
            .batch_execute(statements),
    }
    .unwrap();
}

fn left_by_version(count: usize) -> TestDatabase {
    let database = TestDatabase::empty();
    match database.config().database_url {
        DatabaseUrl::Sqlite(path) => {
            let mut file = SqliteConnection::establish(path.to_str().unwrap()).unwrap();
            age(&mut file, folder("sqlite"), count);
        }
        DatabaseUrl::Postgres(url) => {
            let mut server = PgConnection::establish(url.as_str()).unwrap();
            age(&mut server, folder("postgres"), count);
        }
    }
    database
}

/// How many migrations come before the one with this name.
fn all_before(name: &str) -> usize {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations/sqlite");
    let all = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<_> = all
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort_unstable();
    names
        .iter()
        .position(|known| known.ends_with(name))
        .unwrap()
}

/// Asks for every page, with something that is there in place of each name.
async fn visit_every_page(admin: &Browser) {
    for endpoint in features::endpoints() {
        let path = endpoint
            .path
            .replace("/static/{hash}/{path:.*}", "/")
            .replace("/jobs/{job}", "/jobs/1-engine-driver")
            .replace("/tags/{slug}", "/tags/steam")
            .replace("/companies/{slug}", "/companies/engines")
            .replace("/places/{slug}", "/places/london")
            .replace("{format:atom|rss|json}", "atom")
            .replace("/sitemaps/{file}.xml", "/sitemaps/0.xml")
            .replace("{file:.*}", "index.html")
            .replace("/api/v1/companies/{slug}", "/api/v1/companies/engines")
            .replace("{account}", "1");
        // The way to apply leads out of the board.
        let leads_away = path.ends_with("/visit");
        if endpoint.method == Method::GET && !path.contains('{') && !leads_away {
            let answer = admin.visit(&path).await;
            assert_eq!(answer.status, expected(&path), "{path}");
        }
    }
}

/// Where a link out of a mail leads, nobody comes without its token; a board is set up once.
fn expected(path: &str) -> u16 {
    match path {
        // Nobody looks after the company of these jobs.
        "/api/v1/companies/engines/members"
        | "/api/v1/companies/engines/invitations"
        | "/api/v1/companies/engines/domains" => 404,
        "/posting" | "/reset/password" | "/confirmation" | "/confirmation/email" | "/reminder" => {
            410
        }
        "/setup" => 404,
        _ => 200,
    }
}

#[actix_web::test]
async fn a_database_of_any_earlier_version_is_brought_up_and_every_page_answers() {
    let all = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations/sqlite"));
    for count in FIRST_WITH_JOBS..all.unwrap().count() {
        let app = TestApp::on(Arc::new(left_by_version(count)));
        let visitor = app.browser();
        let found = visitor.get("/jobs?q=engines").await;
        assert_eq!(found.texts(".card h2"), ["Engine driver"], "from {count}");
        assert_eq!(found.texts(".card .facts li")[0], "Remote · London");
        // Readers of a feed know the job by the address that the board had.
        let feed = visitor.get("/jobs.atom").await;
        let feed = feed_rs::parser::parse(feed.body.as_bytes()).unwrap();
        let known = format!("{}/jobs/1", app.board.config.whole_url(""));
        let names_itself = count > all_before("feed_ids");
        assert_eq!(feed.entries[0].id == known, !names_itself, "from {count}");
        visit_every_page(&app.admin().await).await;
        assert_eq!(visitor.get("/readyz").await.status, 200);
    }
}

#[actix_web::test]
async fn a_job_that_an_earlier_version_deleted_is_still_said_to_be_gone() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations/sqlite");
    let names = std::fs::read_dir(folder).unwrap();
    let names = names.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let before = names
        .filter(|name| name.as_str() < "2026-11-25-140000")
        .count();
    let database = left_by_version(before);
    execute(&database, DELETED);
    let app = TestApp::on(Arc::new(database));
    let visitor = app.browser();
    assert_eq!(visitor.get("/jobs/99-stoker").await.status, 410);
    assert_eq!(visitor.get("/jobs/98-stoker").await.status, 404);
    assert_eq!(visitor.get("/jobs/1-engine-driver").await.status, 200);
}

/// What a version without tasks keeps of a letter to `to` and of an event for a webhook, due in
/// `minutes`.
fn left_in_the_outbox(app: &TestApp, to: &str, minutes: i64) -> String {
    let now = app.board.clock.now();
    let keys = &app.board.keys;
    let due = now + chrono::Duration::minutes(minutes);
    let body = keys
        .seal(Seal::Mail, r#"{"text": "Hello.", "html": "<p>Hello.</p>"}"#)
        .unwrap();
    let snapshot = format!(r#"{{"at": "{}", "job": null}}"#, now.format("%FT%T"));
    format!(
        "INSERT INTO outbox (message_id, recipient, subject, sealed_body, created_at, due_at, attempts,
                webhook_id)
            VALUES ('{to}@board', '{to}@example.org', 'Hello', '{body}', '{now}', '{due}', 0, NULL),
                ('msg_{to}', 'http://receiver', 'test', '{snapshot}', '{now}', '{due}', 0, 1);"
    )
}

/// The subjects of what a board was to send, and how often the webhook was tried.
async fn sent(app: &TestApp, alice: &Browser) -> (Vec<String>, usize) {
    app::outbox::move_due(&app.board).await.unwrap();
    app.run_tasks().await;
    let mut to: Vec<String> = crate::support::mails_in(app.folder())
        .into_iter()
        .filter(|mail| mail.subject == "Hello")
        .map(|mail| mail.to)
        .collect();
    to.sort_unstable();
    let log = alice.get("/account/webhooks/1").await;
    (to, log.texts(".rows li").len())
}

#[actix_web::test]
async fn what_the_version_before_queues_before_and_beside_this_one_is_sent_once() {
    let app = TestApp::start_with(&[("ALLOW_PRIVATE_WEBHOOKS", "yes")]);
    app.leave_tasks();
    let alice = app.member("Alice").await;
    let webhook = [
        ("url", "http://127.0.0.1:1/hook"),
        ("scope", "own"),
        ("current_password", PASSWORD),
    ];
    assert_eq!(
        alice.submit("/account/webhooks", &webhook).await.status,
        200
    );

    let given_up = "UPDATE outbox SET due_at = NULL, last_error = '550', sealed_body = ''
        WHERE message_id = 'given-up@board';
        DELETE FROM outbox WHERE message_id = 'msg_given-up';";
    execute(&app.database, &left_in_the_outbox(&app, "waited", 0));
    execute(&app.database, &left_in_the_outbox(&app, "given-up", 0));
    execute(&app.database, given_up);
    let waited = vec!["waited@example.org".to_owned()];
    assert_eq!(sent(&app, &alice).await, (waited.clone(), 1));
    let ready = alice.get("/readyz").await;
    assert!(ready.body.contains(r#""given_up":1"#), "{}", ready.body);

    // The other version has taken these, and runs. It counts the try and puts the due time off.
    execute(&app.database, &left_in_the_outbox(&app, "taken", 5));
    execute(&app.database, "UPDATE outbox SET attempts = 1;");
    assert_eq!(sent(&app, &alice).await, (waited, 1));

    app.board.clock.advance(chrono::Duration::minutes(6));
    let both = ["taken@example.org", "waited@example.org"].map(str::to_owned);
    let (to, tries) = sent(&app, &alice).await;
    assert_eq!(to, both, "it died, and this one sends");
    assert!(tries > 1);
    assert_eq!(sent(&app, &alice).await.0, both, "once");
}

#[test]
fn what_a_migration_would_change_is_told_beforehand() {
    let database = left_by_version(FIRST_WITH_JOBS);
    let output = crate::support::program(database.folder())
        .args(["migrate", "--check"])
        .env("DATABASE_URL", &database.url)
        .output()
        .unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(3), "{said}");
    assert!(said.contains(" lacks 2026"), "{said}");
}

#[test]
fn a_dry_run_on_an_older_board_says_what_to_do_first() {
    let database = left_by_version(FIRST_WITH_JOBS);
    let run = |arguments: &[&str]| {
        let output = crate::support::program(database.folder())
            .args(arguments)
            .env("DATABASE_URL", &database.url)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        (output.status.code(), said)
    };
    std::fs::write(database.folder().join("jobs.csv"), "title,company\n").unwrap();
    let (code, said) = run(&["import", "--dry-run", "jobs.csv"]);
    assert_eq!(code, Some(1), "{said}");
    let lines = said.lines().filter(|line| line.starts_with("jobboard: "));
    let lines: Vec<&str> = lines.collect();
    assert!(
        lines.len() == 1 && lines[0].contains("the board has the schema of an older version"),
        "{said}"
    );
    assert_eq!(run(&["migrate"]).0, Some(0));
    let (code, said) = run(&["import", "--dry-run", "jobs.csv"]);
    assert_eq!(code, Some(0), "{said}");
}
