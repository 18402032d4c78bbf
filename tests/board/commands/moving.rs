//! What an operator carries away and brings back: backups, exports, the board itself to another
//! database.

use std::{fs, path::Path, process::Output};

use diesel::{QueryableByName, RunQueryDsl, sql_query, sql_types::Text};
use jobboard::{
    app::features::{self, read_settings},
    platform::db::copy::count,
};

use crate::support::{PASSWORD, TestApp, TestDatabase, id_of, job, program, with};

fn run(folder: &Path, url: &str, arguments: &[&str]) -> Output {
    program(folder)
        .env("DATABASE_URL", url)
        .args(arguments)
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    let (out, error) = (&output.stdout, &output.stderr);
    String::from_utf8_lossy(out).into_owned() + &String::from_utf8_lossy(error)
}

/// A board with a bit of everything: two accounts, jobs of every status, one that was imported.
async fn lived_in(app: &TestApp) {
    let admin = app.admin().await;
    let alice = app.member("Alice").await;
    let open = alice.publish("Rust developer").await;
    alice.draft("Träumer (w/m/d) \u{1F980}").await;
    let filled = alice.publish("Gardener").await;
    let fields = [("reason", "filled")];
    assert_eq!(
        alice
            .submit(&format!("{filled}/closure"), &fields)
            .await
            .status,
        303
    );
    app.reader("Ada").get(&open).await;
    admin.get("/admin/audit").await;
    let posting = r#"{"@type":"JobPosting","title":"Actuary","description":"<p>Count & care.</p>",
        "hiringOrganization":{"name":"Lives"},"identifier":{"name":"lives","value":"7"},
        "url":"https://lives.example/7","datePosted":"2026-01-02"}"#;
    let file = app.folder().join("one.ndjson");
    fs::write(&file, posting.replace('\n', "")).unwrap();
    let imported = run(app.folder(), &app.database.url, &["import", "one.ndjson"]);
    assert!(imported.status.success(), "{}", said(&imported));
    jobboard::jobs::views::write_down(&app.board).await.unwrap();
    jobboard::statistics::write_down(&app.board).await.unwrap();
}

/// Every job as its own page and the lists show it to everybody.
async fn shown(app: &TestApp) -> Vec<String> {
    let visitor = app.browser();
    let mut pages = vec![visitor.get("/jobs").await.text("main")];
    for path in ["/jobs?q=rust", "/jobs?q=actuary", "/jobs/1", "/jobs/4"] {
        pages.push(visitor.visit(path).await.text("main"));
    }
    pages
}

fn replica_on(app: &TestApp, url: &str, folder: &Path) -> TestApp {
    let settings = [
        ("DATABASE_URL", url.to_owned()),
        ("BIND", "127.0.0.1:0".into()),
        ("DATA_DIR", folder.display().to_string()),
    ];
    let lookup = |name: &str| settings.iter().find(|(set, _)| *set == name);
    let mut config = read_settings(|name| lookup(name).map(|(_, value)| value.clone())).unwrap();
    config.bcrypt_cost = 4;
    app.replica(config)
}

#[actix_web::test]
async fn a_backup_made_under_load_is_a_board_that_people_can_sign_in_to() {
    let app = TestApp::start();
    lived_in(&app).await;
    let file = app.folder().join("backup.db");
    let name = file.to_str().unwrap();
    if !app.database.url.starts_with("sqlite:") {
        let refused = run(app.folder(), &app.database.url, &["backup", name]);
        assert_eq!(refused.status.code(), Some(1));
        assert!(said(&refused).contains("pg_dump"), "{}", said(&refused));
        return;
    }
    let alice = app.sign_in("Alice", PASSWORD).await.0;
    let writing = async {
        for number in 0..40 {
            let fields = with(job(&format!("Job number {number}")), "publish", "yes");
            let saved = alice.submit("/jobs", &fields).await;
            assert_eq!(saved.status, 303, "{}", saved.body);
        }
    };
    let (folder, url) = (app.folder().to_owned(), app.database.url.clone());
    let copied = name.to_owned();
    let backing_up = actix_web::web::block(move || run(&folder, &url, &["backup", &copied]));
    let (_, backed_up) = futures_util::future::join(writing, backing_up).await;
    let backed_up = backed_up.unwrap();
    assert!(backed_up.status.success(), "{}", said(&backed_up));
    let again = run(app.folder(), &app.database.url, &["backup", name]);
    assert_eq!(again.status.code(), Some(1), "it overwrites nothing");

    let restored = replica_on(&app, &format!("sqlite:{name}"), app.folder());
    let (browser, answer) = restored.sign_in("Alice", PASSWORD).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    assert!(browser.get("/dashboard").await.body.contains("Gardener"));
    assert!(
        restored
            .browser()
            .visit("/jobs?q=actuary")
            .await
            .has(".card")
    );
}

#[actix_web::test]
async fn an_export_imported_elsewhere_is_the_same_board() {
    let app = TestApp::start();
    lived_in(&app).await;
    let exported = run(app.folder(), &app.database.url, &["export", "all.ndjson"]);
    assert!(exported.status.success(), "{}", said(&exported));
    assert_eq!(said(&exported), "4 jobs are in all.ndjson.\n");
    let lines = fs::read_to_string(app.folder().join("all.ndjson")).unwrap();
    let first: serde_json::Value = serde_json::from_str(lines.lines().next().unwrap()).unwrap();
    assert_eq!(first["@type"], "JobPosting");
    assert_eq!(first["baseSalary"]["value"]["maxValue"], 68_000);
    assert!(
        first["description"]
            .as_str()
            .unwrap()
            .contains("<strong>engines</strong>")
    );
    assert!(!lines.contains("alice@"), "nobody's address is in it");

    let published = run(
        app.folder(),
        &app.database.url,
        &["export", "--published", "-"],
    );
    assert_eq!(
        String::from_utf8_lossy(&published.stdout).lines().count(),
        2
    );

    let other = TestApp::start();
    fs::write(other.folder().join("all.ndjson"), &lines).unwrap();
    for outcome in [
        "4 added, 0 updated, 0 unchanged",
        "0 added, 0 updated, 4 unchanged",
    ] {
        let imported = run(
            other.folder(),
            &other.database.url,
            &["import", "all.ndjson"],
        );
        assert!(said(&imported).starts_with(outcome), "{}", said(&imported));
    }
    other.catch_up().await;
    assert_eq!(shown(&other).await, shown(&app).await);
    let back = run(app.folder(), &app.database.url, &["import", "all.ndjson"]);
    assert!(
        said(&back).starts_with("0 added, 0 updated, 4 unchanged"),
        "{}",
        said(&back)
    );

    let bad = lines.replace("https://engines.example", "javascript:alert(1)//x.y");
    fs::write(other.folder().join("bad.ndjson"), bad).unwrap();
    let refused = run(
        other.folder(),
        &other.database.url,
        &["import", "bad.ndjson"],
    );
    assert!(
        said(&refused).contains("no web address"),
        "{}",
        said(&refused)
    );
}

/// Exports `from` and imports it into `to`; what the import said.
fn carry(from: &TestApp, to: &TestApp) -> String {
    let exported = run(from.folder(), &from.database.url, &["export", "-"]);
    fs::write(to.folder().join("carried.ndjson"), &exported.stdout).unwrap();
    let imported = run(to.folder(), &to.database.url, &["import", "carried.ndjson"]);
    said(&imported)
}

#[actix_web::test]
async fn boards_at_the_same_host_with_the_same_numbers_keep_their_own_jobs() {
    let (here, there) = (TestApp::start(), TestApp::start());
    // On PostgreSQL the tests' databases are copies of one, and so are their names.
    sql_query("UPDATE board_version SET board_id = 'elsewhere'")
        .execute(&mut there.board.db.connection().unwrap())
        .unwrap();
    let alice = here.member("Alice").await;
    let own = alice.publish("Gardener here").await;
    let bob = there.member("Bob").await;
    assert_eq!(bob.publish("Baker there").await, "/jobs/1-baker-there");

    assert!(carry(&here, &there).starts_with("1 added, 0 updated, 0 unchanged"));
    assert!(carry(&here, &there).starts_with("0 added, 0 updated, 1 unchanged"));
    let list = there.browser().get("/").await;
    let mut titles = list.texts(".card h2");
    titles.sort_unstable();
    assert_eq!(titles, ["Baker there", "Gardener here"]);

    // What goes back is known, and what was there before keeps its number.
    assert!(carry(&there, &here).starts_with("1 added, 0 updated, 1 unchanged"));
    assert!(carry(&there, &there).starts_with("0 added, 0 updated, 2 unchanged"));

    let exported = run(here.folder(), &here.database.url, &["export", "-"]);
    let edited = with(job("Head gardener here"), "version", "1");
    let path = format!("/jobs/{}", id_of(&own));
    assert_eq!(alice.submit(&path, &edited).await.status, 303);
    fs::write(here.folder().join("before.ndjson"), &exported.stdout).unwrap();
    let again = run(
        here.folder(),
        &here.database.url,
        &["import", "before.ndjson"],
    );
    assert!(
        said(&again).starts_with("0 added, 1 updated, 1 unchanged"),
        "{}",
        said(&again)
    );
    assert_eq!(here.browser().visit(&own).await.text("h1"), "Gardener here");
}

#[actix_web::test]
async fn a_board_moves_to_another_database_and_back() {
    let app = TestApp::start();
    lived_in(&app).await;
    let exported = run(app.folder(), &app.database.url, &["export", "-"]);
    let file = format!("sqlite:{}", app.folder().join("moved.db").display());
    let moved = run(
        app.folder(),
        &app.database.url,
        &["copy-database", &app.database.url, &file],
    );
    assert!(moved.status.success(), "{}", said(&moved));
    let words = said(&moved);
    assert!(words.contains("        4  jobs\n"), "{words}");
    assert!(words.contains("        2  accounts\n"), "{words}");

    let home = TestDatabase::new();
    let back = run(app.folder(), &file, &["copy-database", &file, &home.url]);
    assert!(back.status.success(), "{}", said(&back));

    for url in [&file, &home.url] {
        let board = replica_on(&app, url, app.folder());
        assert_eq!(shown(&board).await, shown(&app).await, "{url}");
        fs::write(app.folder().join("before.ndjson"), &exported.stdout).unwrap();
        let known = run(app.folder(), url, &["import", "before.ndjson"]);
        let known = said(&known);
        assert!(
            known.starts_with("0 added, 0 updated, 4 unchanged"),
            "{known}"
        );
        let (browser, answer) = board.sign_in("Alice", PASSWORD).await;
        assert_eq!(answer.status, 303, "{url}: {}", answer.body);
        let path = browser.publish("Posted after the move").await;
        assert!(path.starts_with("/jobs/5-"), "{url}: {path}");
        let found = board.browser().visit("/jobs?q=move").await;
        assert!(found.has(".card"), "{url}");
    }
    let full = run(app.folder(), &file, &["copy-database", &file, &home.url]);
    assert_eq!(full.status.code(), Some(1));
    assert!(said(&full).contains("TO must be empty"), "{}", said(&full));
}

#[derive(QueryableByName)]
struct Table {
    #[diesel(sql_type = Text)]
    name: String,
}

#[test]
fn every_table_belongs_to_one_feature_and_moves_along() {
    let app = TestApp::start();
    let mut db = app.board.db.connection().unwrap();
    let statement = match &*db {
        jobboard::platform::db::Db::Postgres(_) => {
            "SELECT tablename::text AS name FROM pg_tables WHERE schemaname = current_schema()"
        }
        jobboard::platform::db::Db::Sqlite(_) => {
            "SELECT name FROM sqlite_schema \
             WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'listing_words_%'"
        }
    };
    let found: Vec<Table> = sql_query(statement).load(&mut db).unwrap();
    let mut found: Vec<&str> = found.iter().map(|table| table.name.as_str()).collect();
    // Diesel's own list of migrations.
    found.retain(|name| *name != "__diesel_schema_migrations");
    found.sort_unstable();
    let mut moved = features::tables();
    for table in &moved {
        assert_eq!(count(&mut db, table).unwrap(), 0, "{table}");
    }
    let own = features::FEATURES
        .iter()
        .flat_map(|feature| feature.own_tables);
    moved.extend(own.filter(|table| found.contains(table)));
    moved.sort_unstable();
    assert_eq!(found, moved);
}

#[actix_web::test]
async fn an_export_with_an_unfinished_draft_is_imported_whole() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let draft = [("title", "Only a title"), ("workplace", "on_site")];
    assert_eq!(alice.submit("/jobs", &draft).await.status, 303);
    let file = app.folder().join("jobs.ndjson");
    let file = file.to_str().unwrap();
    let exported = run(app.folder(), &app.database.url, &["export", file]);
    assert!(exported.status.success(), "{}", said(&exported));
    let again = run(app.folder(), &app.database.url, &["import", file]);
    assert!(again.status.success(), "{}", said(&again));
    assert!(said(&again).contains("0 added, 0 updated, 1 unchanged"));
    let elsewhere = TestDatabase::new();
    let moved = run(elsewhere.folder(), &elsewhere.url, &["import", file]);
    assert!(said(&moved).contains("1 added"), "{}", said(&moved));
    let twice = run(app.folder(), &app.database.url, &["export", file]);
    assert!(said(&twice).contains("exists already, and an export overwrites nothing"));
}
