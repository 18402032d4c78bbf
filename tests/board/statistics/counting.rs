//! Who is counted, once, and as coming from where.

use diesel::{RunQueryDsl, sql_query};
use jobboard::platform::db::copy;
use reqwest::Method;

use super::{BOT, open, publish, statistics, sums, visit_of};
use crate::support::{Answer, TestApp};

#[actix_web::test]
async fn of_a_thousand_visits_those_of_people_are_counted_and_bots_are_shown_apart() {
    let app = TestApp::start_with(&[("TRUSTED_PROXIES", "127.0.0.0/8")]);
    let alice = app.member("Alice").await;
    let path = publish(&alice, "Rust developer").await;
    let (person, bot) = (app.reader("Ada"), app.browser());
    for number in 0..300 {
        let address = format!("198.51.{}.{}", number / 250, number % 250 + 1);
        let headers = [("x-forwarded-for", address.as_str())];
        assert_eq!(open(&person, &path, &headers).await.status, 200);
    }
    for number in 0..700 {
        let agent = if number % 2 == 0 { BOT } else { "curl/8.5.0" };
        let headers = [("user-agent", agent), ("x-forwarded-for", "203.0.113.7")];
        open(&bot, &path, &headers).await;
    }
    let page = statistics(&app, &alice, &path).await;
    assert_eq!(sums(&page), ["300", "0", "0%", "700"]);
    let rules = page.texts(".rules tbody tr");
    assert!(
        rules.contains(&"Search engines 350 0".to_owned()),
        "{rules:?}"
    );
    assert!(
        rules
            .iter()
            .any(|rule| rule.contains("automated browsers 350 0")),
        "{rules:?}"
    );
    assert!(nowhere_in_the_database(&app, "198.51.").await);
    assert!(nowhere_in_the_database(&app, "203.0.113.").await);
    assert!(nowhere_in_the_database(&app, "Firefox").await);
}

/// Whether no row of any table has these words. A backup has the same rows.
async fn nowhere_in_the_database(app: &TestApp, words: &str) -> bool {
    let mut connection = app.board.db.connection().unwrap();
    let db = &mut *connection;
    let tables = jobboard::app::features::tables();
    tables.into_iter().all(|table| {
        assert!(copy::count(db, table).is_ok(), "{table}");
        let rows: Vec<Text> = sql_query(all_text(&app.database.url, table))
            .load(db)
            .unwrap();
        rows.iter().all(|row| !row.text.contains(words))
    })
}

#[derive(diesel::QueryableByName)]
struct Text {
    #[diesel(sql_type = diesel::sql_types::Text)]
    text: String,
}

/// Each row of a table as one text.
fn all_text(url: &str, table: &str) -> String {
    if url.starts_with("postgres") {
        return format!("SELECT row_to_json(whole)::text AS text FROM {table} whole");
    }
    let columns = match table {
        "job_statistics" => "job_id || day || event || visitor || source || visits",
        "job_views" => "job_id || views",
        "sessions" => "id || user_agent || address",
        "audit_log" => "detail || address",
        "tries" => "subject || source",
        _ => "''",
    };
    format!("SELECT {columns} AS text FROM {table}")
}

#[actix_web::test]
async fn a_person_counts_once_a_day_and_again_on_the_next() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let path = publish(&alice, "Rust developer").await;
    let other = publish(&alice, "Go developer").await;
    let ada = app.reader("Ada");
    for _ in 0..3 {
        ada.get(&path).await;
        ada.get(&visit_of(&path)).await;
    }
    app.reader("Bea").get(&path).await;
    ada.get(&other).await;
    let page = statistics(&app, &alice, &path).await;
    assert_eq!(sums(&page), ["2", "1", "50%", "0"]);
    app.board.clock.advance(chrono::Duration::days(1));
    ada.get(&path).await;
    let page = statistics(&app, &alice, &path).await;
    assert_eq!(sums(&page)[0], "3");
    let days = page.texts(".days tbody tr");
    assert_eq!(days.len(), 2, "the job was not there before");
    assert!(days[0].ends_with("1 0 0% 0"), "{days:?}");
    assert!(days[1].ends_with("2 1 50% 0"), "{days:?}");
}

#[actix_web::test]
async fn whoever_looks_after_a_job_is_not_counted() {
    let app = TestApp::start();
    let root = app.admin().await;
    let alice = app.member("Alice").await;
    let path = publish(&alice, "Rust developer").await;
    let agent = [("user-agent", "Mozilla/5.0 Firefox/140.0")];
    for browser in [&root, &alice] {
        for _ in 0..2 {
            open(browser, &path, &agent).await;
            open(browser, &visit_of(&path), &agent).await;
        }
    }
    let page = statistics(&app, &alice, &path).await;
    assert_eq!(sums(&page)[..2], ["0", "0"]);
    let bob = app.member("Bob").await;
    open(&bob, &path, &agent).await;
    open(&bob, &visit_of(&path), &agent).await;
    let page = statistics(&app, &alice, &path).await;
    assert_eq!(sums(&page)[..2], ["1", "1"]);
}

#[actix_web::test]
async fn people_come_from_a_mail_a_page_a_domain_or_directly() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let path = publish(&alice, "Rust developer").await;
    let own = format!("{}/jobs?q=rust", app.board.config.whole_url(""));
    for (name, referrer) in [
        ("Ada", ""),
        ("Bea", "https://www.google.com/search"),
        ("Cleo", "https://news.google.com/"),
        ("Dora", own.as_str()),
        ("Emma", "https://192.0.2.9/"),
    ] {
        let reader = app.reader(name);
        let headers = [("referer", referrer)];
        let given = if referrer.is_empty() {
            &headers[..0]
        } else {
            &headers
        };
        open(&reader, &path, given).await;
    }
    let mailed = app.reader("Fay");
    open(&mailed, &format!("{path}?via=alert"), &[]).await;
    // The page of the job is where the button is; she came from the mail.
    let from_page = format!("{}{path}", app.board.config.whole_url(""));
    open(&mailed, &visit_of(&path), &[("referer", &from_page)]).await;
    let page = statistics(&app, &alice, &path).await;
    let sources = page.texts(".table-box:first-of-type tbody tr");
    for row in [
        "google.com 2 0 0%",
        "Direct, or unknown 1 0 0%",
        "Other pages of this site 1 0 0%",
        "Job alert emails 1 1 100%",
        "Other 1 0 0%",
    ] {
        assert!(sources.contains(&row.to_owned()), "{row} in {sources:?}");
    }
}

#[actix_web::test]
async fn what_is_fetched_in_advance_or_without_its_body_is_no_view() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let path = publish(&alice, "Rust developer").await;
    let ada = app.reader("Ada");
    open(&ada, &path, &[("sec-purpose", "prefetch;prerender")]).await;
    open(&ada, &path, &[("purpose", "prefetch")]).await;
    Answer::of(ada.request(Method::HEAD, &path)).await;
    let page = statistics(&app, &alice, &path).await;
    assert_eq!(sums(&page), ["0", "0", "–", "3"]);
    ada.get(&path).await;
    let page = statistics(&app, &alice, &path).await;
    assert_eq!(sums(&page)[0], "1");
}

#[actix_web::test]
async fn two_processes_add_up() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let path = publish(&alice, "Rust developer").await;
    let replica = app.replica(app.board.config.clone());
    app.reader("Ada").get(&path).await;
    replica.reader("Bea").get(&path).await;
    jobboard::statistics::write_down(&replica.board)
        .await
        .unwrap();
    let page = statistics(&app, &alice, &path).await;
    assert_eq!(sums(&page)[0], "2");
}

#[actix_web::test]
async fn what_is_two_years_old_is_forgotten() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let path = publish(&alice, "Rust developer").await;
    app.reader("Ada").get(&path).await;
    statistics(&app, &alice, &path).await;
    app.board.clock.advance(chrono::Duration::days(732));
    app.run_tasks().await;
    let mut connection = app.board.db.connection().unwrap();
    assert_eq!(copy::count(&mut connection, "job_statistics").unwrap(), 0);
}

#[actix_web::test]
async fn one_address_is_so_many_people_and_a_picture_on_another_page_is_nobody() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let path = publish(&alice, "Rust developer").await;
    let visitor = app.browser();
    let name = |number: usize| format!("Mozilla/5.0 (X11; Linux x86_64) Firefox/{number}.0");
    for number in 100..140 {
        open(&visitor, &path, &[("user-agent", &name(number))]).await;
    }
    for wanted in ["image", "iframe"] {
        let headers = [("user-agent", &*name(200)), ("sec-fetch-dest", wanted)];
        open(&visitor, &visit_of(&path), &headers).await;
    }
    let page = statistics(&app, &alice, &path).await;
    assert_eq!(sums(&page)[..2], ["25", "0"]);
}
