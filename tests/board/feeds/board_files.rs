//! The files that hold the whole board, for programs that read all of it.

use std::io::Read;

use flate2::read::GzDecoder;
use reqwest::{Method, Response};

use crate::support::{Answer, Browser, TestApp, id_of, slow_lines};

const FILES: [&str; 2] = ["/jobs.indeed.xml", "/sitemaps/0.xml"];

async fn asked(browser: &Browser, method: Method, path: &str, name: &str, value: &str) -> Response {
    let request = browser.request(method, path).header(name, value);
    request.send().await.unwrap()
}

fn header<'a>(response: &'a Response, name: &str) -> &'a str {
    let value = response.headers().get(name);
    value.map_or("", |value| value.to_str().unwrap())
}

#[actix_web::test]
async fn many_who_ask_at_once_get_one_file() {
    let app = TestApp::start();
    app.member("Alice").await.publish("Rust developer").await;
    let visitor = app.browser();
    let all = (0..16).map(|number| visitor.get(FILES[number % 2]));
    let answers: Vec<Answer> = futures_util::future::join_all(all).await;
    assert!(answers.iter().all(|answer| answer.status == 200));
    assert_eq!(app.board.files.made(), 2);
    for pair in answers.windows(3) {
        assert_eq!(pair[0].header("etag"), pair[2].header("etag"));
        assert_eq!(pair[0].body, pair[2].body);
    }
}

#[actix_web::test]
async fn a_file_is_made_anew_when_the_board_or_the_day_changes() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let path = alice.publish("Rust developer").await;
    let visitor = app.browser();
    for file in FILES {
        let first = visitor.get(file).await;
        assert!(first.body.contains(&path), "{}", first.body);
        let etag = first.header("etag").to_owned();
        let again = asked(&visitor, Method::GET, file, "if-none-match", &etag).await;
        assert_eq!(
            (again.status().as_u16(), header(&again, "etag")),
            (304, &*etag)
        );
        let other = asked(&visitor, Method::GET, file, "if-none-match", "W/\"x\"").await;
        assert_eq!(other.status(), 200);
    }
    assert_eq!(app.board.files.made(), 2);
    let second = alice.publish("Go developer").await;
    let close = format!("/jobs/{}/closure", id_of(&path));
    let closed = alice.submit(&close, &[("reason", "filled")]).await;
    assert_eq!(closed.status, 303);
    for file in FILES {
        let changed = visitor.get(file).await;
        assert!(changed.body.contains(&second) && !changed.body.contains(&path));
    }
    assert_eq!(app.board.files.made(), 4);
    app.board.clock.advance(chrono::Duration::days(1));
    for file in FILES {
        assert_eq!(visitor.get(file).await.status, 200);
    }
    assert_eq!(app.board.files.made(), 6);
}

#[actix_web::test]
async fn a_file_is_the_same_text_compressed_or_not_and_says_its_length() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    for number in 0..3 {
        alice.publish(&format!("Job number {number}")).await;
    }
    let visitor = app.browser();
    for file in FILES {
        let plain = visitor.get(file).await;
        assert_eq!(plain.header("content-length"), plain.body.len().to_string());
        assert_eq!(plain.header("content-encoding"), "");
        let gzip = asked(&visitor, Method::GET, file, "accept-encoding", "br, gzip").await;
        assert_eq!(header(&gzip, "content-encoding"), "gzip");
        assert_eq!(header(&gzip, "vary"), "accept-encoding");
        let length = header(&gzip, "content-length").to_owned();
        let compressed = gzip.bytes().await.unwrap();
        assert_eq!(length, compressed.len().to_string());
        let mut text = String::new();
        GzDecoder::new(&compressed[..])
            .read_to_string(&mut text)
            .unwrap();
        assert_eq!(text, plain.body);
        let head = asked(&visitor, Method::HEAD, file, "accept-encoding", "gzip").await;
        assert_eq!(
            (head.status().as_u16(), header(&head, "content-length")),
            (200, &*length)
        );
        assert!(head.bytes().await.unwrap().is_empty());
    }
    assert_eq!(app.board.files.made(), 2);
}

#[actix_web::test]
async fn a_database_that_cannot_be_asked_is_a_503_and_no_half_file() {
    let app = TestApp::start_with(&[("DATABASE_CONNECTIONS", "1")]);
    app.member("Alice").await.publish("Rust developer").await;
    let visitor = app.browser();
    let held = app.board.db.connection().unwrap();
    for file in FILES {
        let answer = visitor.get(file).await;
        assert_eq!((answer.status, answer.header("retry-after")), (503, "5"));
    }
    drop(held);
    for file in FILES {
        assert_eq!(visitor.get(file).await.status, 200);
    }
}

#[actix_web::test]
async fn a_file_without_jobs_or_with_another_name_is_not_there() {
    let app = TestApp::start();
    app.member("Alice").await.publish("Rust developer").await;
    for number in ["1", "-1", "00", "+0", "x", "99999999999999999"] {
        let path = format!("/sitemaps/{number}.xml");
        assert_eq!(app.browser().get(&path).await.status, 404, "{path}");
    }
    assert_eq!(app.board.files.made(), 0);
}

#[actix_web::test]
async fn a_file_that_takes_long_is_sent_as_it_is_made() {
    let app = TestApp::start();
    let visitor = app.browser();
    let whole = slow_lines().collect::<String>() + "the end";
    let mut compressed = asked(
        &visitor,
        Method::GET,
        "/slow.txt",
        "accept-encoding",
        "gzip",
    )
    .await;
    let mut plain = asked(&visitor, Method::GET, "/slow.txt", "accept-encoding", "br").await;
    let mut halves = [Vec::new(), Vec::new()];
    for (response, begun) in [&mut compressed, &mut plain].into_iter().zip(&mut halves) {
        assert_eq!(response.status(), 200);
        assert_eq!(header(response, "vary"), "accept-encoding");
        assert_eq!(
            (header(response, "content-length"), header(response, "etag")),
            ("", "")
        );
        while begun.len() < 50_000 {
            begun.extend(response.chunk().await.unwrap().unwrap());
        }
    }
    assert_eq!(app.board.files.made(), 0, "it is not made yet");
    app.board.clock.advance(chrono::Duration::seconds(60));
    for (response, begun) in [&mut compressed, &mut plain].into_iter().zip(&mut halves) {
        while let Some(piece) = response.chunk().await.unwrap() {
            begun.extend(piece);
        }
    }
    let [compressed, plain] = halves;
    let mut text = String::new();
    GzDecoder::new(&compressed[..])
        .read_to_string(&mut text)
        .unwrap();
    assert!(text == whole && plain == whole.as_bytes());
    assert_eq!(app.board.files.made(), 1);

    let again = asked(&visitor, Method::GET, "/slow.txt", "accept-encoding", "br").await;
    assert_eq!(header(&again, "content-length"), whole.len().to_string());
    assert!(!header(&again, "etag").is_empty());
}
