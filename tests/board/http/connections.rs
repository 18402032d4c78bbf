//! What comes over a connection and is no request, and connections that are kept from others.

use std::time::Duration;

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::timeout,
};

use crate::support::{Process, TestApp, TestDatabase};

/// Longer than any answer takes.
const PATIENCE: Duration = Duration::from_secs(20);

fn impatient() -> TestApp {
    TestApp::start_changed(|config| config.headers_timeout = Duration::from_millis(500))
}

async fn connect(url: &str) -> TcpStream {
    let address = url.strip_prefix("http://").unwrap();
    TcpStream::connect(address).await.unwrap()
}

/// Everything that comes after `request`, until the board closes the connection.
async fn answer_to(url: &str, request: &[u8]) -> String {
    let mut connection = connect(url).await;
    connection.write_all(request).await.unwrap();
    let mut answer = Vec::new();
    let read = timeout(PATIENCE, connection.read_to_end(&mut answer)).await;
    read.unwrap().unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

/// The answer is an error with the site's headers and a body of the length that it says.
fn assert_refused(answer: &str, status: u16, media_type: &str) {
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    let lines: Vec<String> = head.lines().map(str::to_ascii_lowercase).collect();
    assert!(
        lines[0].starts_with(&format!("http/1.1 {status} ")),
        "{head}"
    );
    for wanted in [
        "content-security-policy: default-src 'none'",
        "x-content-type-options: nosniff",
        "x-request-id: ",
        "cache-control: no-store",
        "connection: close",
        "date: ",
        &format!("content-type: {media_type}"),
        &format!("content-length: {}", body.len()),
    ] {
        let found = lines.iter().filter(|line| line.starts_with(wanted)).count();
        assert_eq!(found, 1, "{wanted} in {head}");
    }
    assert!(body.len() > 50, "{answer}");
}

#[actix_web::test]
async fn what_is_no_request_is_refused_with_the_sites_headers() {
    let (app, impatient) = (TestApp::start(), impatient());
    let long = "x".repeat(400_000);
    let many = "X-Many: 1\r\n".repeat(200);
    for (rest, status) in [
        ("HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", 400),
        (
            "HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
            400,
        ),
        ("HTTP/1.1\r\nHost: x\r\nBad Header: 1\r\n\r\n", 400),
        ("HTTP/9.9\r\n\r\n", 400),
        ("HTTP/1.1\r\nHost: x\r\nX-Slow: ", 408),
        (
            &format!("HTTP/1.1\r\nHost: x\r\nCookie: a={long}\r\n\r\n"),
            431,
        ),
        (&format!("HTTP/1.1\r\nHost: x\r\n{many}\r\n"), 431),
    ] {
        for (path, media_type) in [
            ("/jobs?q=x", "text/html; charset=utf-8"),
            ("/api/v1/jobs", "application/problem+json"),
        ] {
            let request = format!("GET {path} {rest}");
            let board = if status == 408 { &impatient } else { &app };
            let answer = answer_to(&board.url, request.as_bytes()).await;
            assert_refused(&answer, status, media_type);
        }
    }
    for garbage in ["GARBAGE\r\n\r\n", "\u{16}\u{3}\u{1}\0\0\r\n\r\n"] {
        let answer = answer_to(&app.url, garbage.as_bytes()).await;
        assert_refused(&answer, 400, "text/html");
    }
    let address = answer_to(&app.url, format!("GET /{long} HTTP/1.1\r\n\r\n").as_bytes()).await;
    assert_refused(&address, 431, "text/html");
    assert_eq!(app.browser().get("/").await.status, 200);
}

#[actix_web::test]
async fn what_was_asked_before_the_garbage_is_answered_first() {
    let app = TestApp::start();
    let request = b"GET /livez HTTP/1.1\r\nHost: x\r\n\r\nGARBAGE\r\n\r\n";
    let answer = answer_to(&app.url, request).await;
    let (first, second) = answer.split_once("alive\n").unwrap();
    assert!(first.starts_with("HTTP/1.1 200 "), "{answer}");
    assert_refused(second, 400, "text/html");
}

/// A board with few descriptors.
fn board_with(descriptors: u32, database: &TestDatabase) -> Process {
    Process::serve_limited(
        database.folder(),
        &[("DATABASE_URL", database.url.as_str())],
        descriptors,
    )
}

#[actix_web::test]
async fn connections_that_ask_for_nothing_keep_no_page_from_others() {
    let database = TestDatabase::new();
    let board = board_with(256, &database);
    let mut idle = Vec::new();
    for number in 0..700 {
        let mut connection = connect(&board.url).await;
        let said: &[u8] = match number % 4 {
            0 => b"",
            1 => b"GET /jobs HTTP/1.1\r\nX-Slow: ",
            2 => b"GET /livez HTTP/1.1\r\nHost: x\r\n\r\n",
            _ => {
                b"POST /login HTTP/1.1\r\nHost: x\r\nContent-Length: 50\r\n\
                   Content-Type: application/x-www-form-urlencoded\r\n\r\nemail="
            }
        };
        // Those before it may be closed already, but not this one.
        connection.write_all(said).await.unwrap();
        idle.push(connection);
        if number % 50 == 0 {
            let request = b"GET /login HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
            let answer = answer_to(&board.url, request).await;
            assert!(answer.starts_with("HTTP/1.1 200 "), "{number}: {answer}");
        }
    }
}

#[actix_web::test]
async fn the_board_takes_as_many_descriptors_as_it_may() {
    let database = TestDatabase::new();
    let settings = [("DATABASE_URL", database.url.as_str())];
    let board = Process::serve(database.folder(), &settings);
    let limits = std::fs::read_to_string(format!("/proc/{}/limits", board.id())).unwrap();
    let line = limits
        .lines()
        .find(|line| line.starts_with("Max open files"));
    let mut numbers = line.unwrap().split_whitespace().skip(3);
    assert_eq!(numbers.next(), numbers.next(), "{limits}");
}
