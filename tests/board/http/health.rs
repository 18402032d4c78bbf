//! Whether the board is up, what it counts, and what happens when its database or its operator takes
//! something away.

use std::time::{Duration, Instant};

use diesel::{Connection, SqliteConnection, connection::SimpleConnection};
use reqwest::Method;
use serde_json::Value;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

use crate::support::{
    Answer, Browser, Gate, PASSWORD, Process, TestApp, TestDatabase, job, program, with,
};

/// An answer must come within this, whatever the database does.
const PATIENCE: Duration = Duration::from_secs(5);

async fn readiness(browser: &Browser) -> (u16, Value) {
    let answer = browser.get("/readyz").await;
    (answer.status, serde_json::from_str(&answer.body).unwrap())
}

/// Asks for `path`, which must be answered in time.
async fn in_time(browser: &Browser, path: &str) -> Answer {
    let started = Instant::now();
    let answer = browser.get(path).await;
    let took = started.elapsed();
    assert!(took < PATIENCE, "{path} took {took:?}");
    answer
}

/// The board says that it cannot, with a page of its own, and when to come again.
async fn assert_unavailable(browser: &Browser) {
    let answer = in_time(browser, "/jobs").await;
    assert_eq!(answer.status, 503, "{}", answer.body);
    assert_eq!(answer.text("h1"), "Temporarily unavailable");
    assert_eq!(answer.header("retry-after"), "5");
    assert!(answer.has("link[rel=stylesheet]"));
    let (status, readiness) = readiness(browser).await;
    assert_eq!(
        (status, &readiness["database"]),
        (503, &"unreachable".into())
    );
    assert_eq!(in_time(browser, "/livez").await.status, 200);
}

/// `path` answers 200 again before long.
async fn assert_heals(browser: &Browser, path: &str) {
    let started = Instant::now();
    while browser.get(path).await.status != 200 {
        assert!(started.elapsed() < Duration::from_secs(30), "{path}");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

#[actix_web::test]
async fn it_says_that_it_lives_and_is_ready() {
    let app = TestApp::start();
    app.member("Alice").await;
    let visitor = app.browser();
    let live = visitor.get("/livez").await;
    assert_eq!((live.status, live.body.as_str()), (200, "alive\n"));
    let (status, readiness) = readiness(&visitor).await;
    assert_eq!(status, 200);
    assert_eq!(readiness["status"], "ready");
    assert_eq!(readiness["migrations"], "ok");
    assert_eq!(readiness["tasks"]["mail"]["given_up"], 0);
}

#[actix_web::test]
async fn numbers_are_read_on_an_address_of_their_own() {
    let settings = [("METRICS_BIND", "127.0.0.1:0")];
    let app = TestApp::start_with(&settings);
    let alice = app.member("Alice").await;
    let path = alice.publish("Rust developer").await;
    let visitor = app.browser();
    for _ in 0..2 {
        assert_eq!(visitor.get(&path).await.status, 200);
    }
    app.sign_in("Alice", "a wrong password").await;
    assert_eq!(app.sign_in("Alice", PASSWORD).await.1.status, 303);
    assert_eq!(visitor.get("/metrics").await.status, 404);
    let scraper = Browser::to(&app.metrics_url());
    let answer = scraper.get("/metrics").await;
    assert_eq!(answer.status, 200);
    for line in [
        r#"jobboard_requests_total{route="/jobs/{job}",status="200"} 2"#,
        r#"jobboard_requests_total{route="/login",status="422"} 1"#,
        r#"jobboard_request_seconds_count{route="/jobs/{job}"} 2"#,
        r#"jobboard_page_cache_total{outcome="hit"} 1"#,
        r#"jobboard_sign_ins_total{outcome="wrong"} 1"#,
        r#"jobboard_sign_ins_total{outcome="right"} 1"#,
        r#"jobboard_jobs{status="published"} 1"#,
        "jobboard_jobs_listed 1",
        "jobboard_hash_queue 0",
        "jobboard_database_up 1",
        r#"jobboard_tasks{kind="mail",state="waiting"} 1"#,
        r#"jobboard_tasks{kind="webhook",state="given_up"} 0"#,
        r#"jobboard_tasks_oldest_seconds{kind="sweep"} 0"#,
        r#"jobboard_database_connections{state="#,
        "# EOF",
    ] {
        assert!(answer.body.contains(line), "{line}\n{}", answer.body);
    }
    assert_eq!(scraper.get("/readyz").await.status, 200);
}

#[actix_web::test]
async fn every_counter_is_there_before_anything_happened() {
    let app = TestApp::start_with(&[("METRICS_BIND", "127.0.0.1:0")]);
    let answer = Browser::to(&app.metrics_url()).get("/metrics").await;
    for line in [
        r#"jobboard_requests_total{route="/jobs/{job}",status="500"} 0"#,
        r#"jobboard_requests_total{route="/jobs",status="200"} 0"#,
        r#"jobboard_requests_total{route="/login",status="303"} 0"#,
        r#"jobboard_request_seconds_count{route="/jobs"} 0"#,
        r#"jobboard_requests_total{route="none",status="503"} 0"#,
        r#"jobboard_page_cache_total{outcome="hit"} 0"#,
        r#"jobboard_page_cache_total{outcome="miss"} 0"#,
        r#"jobboard_page_cache_total{outcome="personal"} 0"#,
        r#"jobboard_sign_ins_total{outcome="right"} 0"#,
        r#"jobboard_sign_ins_total{outcome="wrong"} 0"#,
        r#"jobboard_sign_ins_total{outcome="throttled"} 0"#,
        r#"jobboard_jobs{status="draft"} 0"#,
        r#"jobboard_jobs{status="published"} 0"#,
    ] {
        assert!(answer.body.contains(line), "{line}\n{}", answer.body);
    }
}

#[cfg(target_os = "linux")]
#[actix_web::test]
async fn the_program_tells_what_it_is_and_what_it_takes() {
    let app = TestApp::start_with(&[("METRICS_BIND", "127.0.0.1:0")]);
    let answer = Browser::to(&app.metrics_url()).get("/metrics").await;
    let version = env!("CARGO_PKG_VERSION");
    let build = format!(r#"jobboard_build_info{{version="{version}"}} 1"#);
    assert!(answer.body.contains(&build), "{}", answer.body);
    let number = |name: &str| -> f64 {
        let mut lines = answer.body.lines();
        let found = lines.find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
        found
            .unwrap_or_else(|| panic!("{name}\n{}", answer.body))
            .parse()
            .unwrap()
    };
    assert!(number("process_cpu_seconds_total") > 0.0);
    assert!(number("process_resident_memory_bytes") > 1_000_000.0);
    assert!((3.0..=number("process_max_fds")).contains(&number("process_open_fds")));
    let now = chrono::Utc::now().timestamp() as f64;
    assert!((now - 86_400.0..=now + 1.0).contains(&number("process_start_time_seconds")));
}

#[actix_web::test]
async fn a_database_that_is_down_at_the_start_is_waited_for() {
    let mut gate = None;
    let app = TestApp::start_changed(|config| {
        gate = Gate::before(&config.database_url);
        if let Some(gate) = &gate {
            gate.shut();
            config.database_url = gate.url.clone();
        }
    });
    // A file cannot be down.
    let Some(gate) = gate else { return };
    let visitor = app.browser();
    assert_unavailable(&visitor).await;
    gate.open();
    assert_heals(&visitor, "/readyz").await;
    assert_eq!(
        app.member("Alice").await.get("/dashboard").await.status,
        200
    );
}

#[actix_web::test]
async fn a_database_that_goes_away_or_hangs_is_a_503_in_time_and_heals() {
    let mut gate = None;
    let app = TestApp::start_changed(|config| {
        gate = Gate::before(&config.database_url);
        if let Some(gate) = &gate {
            config.database_url = gate.url.clone();
        }
    });
    // A file that is locked is another test.
    let Some(gate) = gate else { return };
    let alice = app.member("Alice").await;
    let visitor = app.browser();
    for stop in [Gate::shut, Gate::jam] {
        stop(&gate);
        assert_unavailable(&visitor).await;
        let answer = in_time(&alice, "/dashboard").await;
        assert_eq!(answer.status, 503, "not the sign-in page");
        gate.open();
        assert_heals(&visitor, "/jobs").await;
        assert_heals(&alice, "/dashboard").await;
    }
}

#[actix_web::test]
async fn when_every_connection_is_in_use_the_answer_is_a_503_in_time() {
    let app = TestApp::start_with(&[("DATABASE_CONNECTIONS", "1")]);
    let visitor = app.browser();
    let held = app.board.db.connection().unwrap();
    assert_unavailable(&visitor).await;
    drop(held);
    assert_heals(&visitor, "/jobs").await;
}

#[actix_web::test]
async fn a_locked_file_is_read_and_a_write_is_a_503_in_time() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let Some(file) = app.database.url.strip_prefix("sqlite:") else {
        // PostgreSQL locks rows; its time-outs are tested above.
        return;
    };
    let mut other = SqliteConnection::establish(file).unwrap();
    // It waits its turn behind what the board writes by itself.
    other
        .batch_execute("PRAGMA busy_timeout = 10000; BEGIN IMMEDIATE")
        .unwrap();
    assert_eq!(app.browser().get("/jobs").await.status, 200);
    let started = Instant::now();
    let fields = with(job("Rust developer"), "publish", "yes");
    let answer = alice.submit("/jobs", &fields).await;
    assert_eq!(answer.status, 503);
    assert!(started.elapsed() < PATIENCE);
    other.batch_execute("COMMIT").unwrap();
    let answer = alice.submit("/jobs", &fields).await;
    assert_eq!(answer.status, 303);
}

#[actix_web::test]
async fn a_request_under_way_is_finished_when_a_signal_says_stop() {
    for signal in ["TERM", "INT"] {
        let database = TestDatabase::new();
        let settings = [("DATABASE_URL", database.url.as_str())];
        let mut board = Process::serve(database.folder(), &settings);
        let address = board.url.strip_prefix("http://").unwrap().to_owned();
        let mut idle = TcpStream::connect(&address).await.unwrap();
        idle.write_all(b"GET /livez HTTP/1.1\r\nHost: x\r\n\r\n")
            .await
            .unwrap();
        assert_begins(&mut idle, "HTTP/1.1 200 ").await;
        let mut sending = TcpStream::connect(&address).await.unwrap();
        // A form without a password, which is hashed when there is nothing else to do.
        let body = "email=alice%40example.org";
        let head = format!(
            "POST /reset HTTP/1.1\r\nHost: x\r\nContent-Length: {}\r\nExpect: 100-continue\r\n\
             Content-Type: application/x-www-form-urlencoded\r\n\r\n",
            body.len()
        );
        sending.write_all(head.as_bytes()).await.unwrap();
        // Says that the handler has the request: from now on it is under way.
        assert_begins(&mut sending, "HTTP/1.1 100 Continue\r\n").await;
        board.signal(signal);
        let started = Instant::now();
        while TcpStream::connect(&address).await.is_ok() {
            assert!(started.elapsed() < PATIENCE, "takes nothing new");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        sending.write_all(body.as_bytes()).await.unwrap();
        assert_begins(&mut sending, "HTTP/1.1 200 ").await;
        let status = board.end(Duration::from_secs(20)).unwrap();
        assert_eq!(status.code(), Some(0), "{signal}");
    }
}

#[actix_web::test]
async fn whoever_asked_before_the_signal_is_answered() {
    let database = TestDatabase::new();
    let settings = [("DATABASE_URL", database.url.as_str())];
    let mut board = Process::serve(database.folder(), &settings);
    let address = board.url.strip_prefix("http://").unwrap().to_owned();
    let mut asking = Vec::new();
    for _ in 0..50 {
        let mut connection = TcpStream::connect(&address).await.unwrap();
        let request = b"GET /login HTTP/1.1\r\nHost: x\r\n\r\n";
        connection.write_all(request).await.unwrap();
        asking.push(connection);
    }
    board.signal("TERM");
    for connection in &mut asking {
        assert_begins(connection, "HTTP/1.1 200 ").await;
    }
    let status = board.end(Duration::from_secs(20)).unwrap();
    assert_eq!(status.code(), Some(0));
}

/// The next that comes begins with `wanted`.
async fn assert_begins(connection: &mut TcpStream, wanted: &str) {
    let mut answer = vec![0; 1000];
    let read = connection.read(&mut answer).await.unwrap();
    let answer = String::from_utf8_lossy(&answer[..read]);
    assert!(answer.starts_with(wanted), "{answer}");
}

#[actix_web::test]
async fn five_that_start_at_once_migrate_once() {
    let database = TestDatabase::empty();
    let check = || {
        let output = program(database.folder())
            .args(["migrate", "--check"])
            .env("DATABASE_URL", &database.url)
            .output()
            .unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        (output.status.code(), said)
    };
    let (code, said) = check();
    assert_eq!(code, Some(1), "there is no board yet: {said}");
    let settings = [("DATABASE_URL", database.url.as_str())];
    let starting: Vec<_> = (0..5)
        .map(|_| {
            let (folder, url) = (database.folder().to_owned(), database.url.clone());
            std::thread::spawn(move || Process::serve(&folder, &[("DATABASE_URL", &url)]))
        })
        .collect();
    let boards: Vec<Process> = starting
        .into_iter()
        .map(|starting| starting.join().unwrap())
        .collect();
    for board in &boards {
        assert_heals(&Browser::to(&board.url), "/jobs").await;
    }
    let (code, said) = check();
    assert_eq!(code, Some(0), "{said}");
    assert!(said.ends_with("is up to date.\n"), "{said}");
    let late = Process::serve(database.folder(), &settings);
    let request = Browser::to(&late.url).request(Method::HEAD, "/jobs");
    assert_eq!(Answer::of(request).await.status, 200);
}

#[actix_web::test]
async fn a_board_that_starts_beside_an_import_waits_for_it() {
    let database = TestDatabase::new();
    let Some(file) = database.url.strip_prefix("sqlite:") else {
        // PostgreSQL locks rows, and what it does with migrations is tested above.
        return;
    };
    let mut importing = SqliteConnection::establish(file).unwrap();
    importing.batch_execute("BEGIN EXCLUSIVE").unwrap();
    // Longer than a request would wait.
    let writing = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_secs(4));
        importing.batch_execute("COMMIT").unwrap();
    });
    let settings = [("DATABASE_URL", database.url.as_str())];
    let board = Process::serve(database.folder(), &settings);
    writing.join().unwrap();
    assert_heals(&Browser::to(&board.url), "/jobs").await;
}

#[actix_web::test]
async fn sixteen_who_write_at_once_are_all_served() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let writing = (0..16).map(|number| {
        let fields = with(job(&format!("Job number {number}")), "publish", "yes");
        let alice = &alice;
        async move { alice.submit("/jobs", &fields).await.status }
    });
    let statuses = futures_util::future::join_all(writing).await;
    assert_eq!(statuses, vec![303; 16]);
    assert_eq!(app.browser().get("/jobs").await.texts(".card").len(), 16);
}

#[actix_web::test]
async fn a_clock_that_is_set_back_or_forward_stops_nobody() {
    let app = TestApp::start();
    app.member("Alice").await.publish("Before the change").await;
    for hours in [-26, 52] {
        app.board.clock.advance(chrono::Duration::hours(hours));
        // A token from the future is nobody's: whoever was signed in may have to do so again.
        let (alice, answer) = app.sign_in("Alice", PASSWORD).await;
        assert_eq!(answer.status, 303, "{hours}");
        alice.publish(&format!("Posted after {hours} hours")).await;
        let list = app.browser().get("/jobs").await;
        assert_eq!((list.status, list.has(".card")), (200, true), "{hours}");
    }
    assert_eq!(app.browser().get("/jobs").await.texts(".card").len(), 3);
}
