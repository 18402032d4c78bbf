//! Clients that take their time, and what they cannot do with it.

use std::time::Duration;

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

use crate::support::TestApp;

fn impatient() -> TestApp {
    TestApp::start_changed(|config| {
        config.headers_timeout = Duration::from_millis(500);
        config.form_timeout = Duration::from_millis(500);
    })
}

/// What the board answers to `request`, if nothing more comes.
async fn answer_to(app: &TestApp, request: &str) -> String {
    let address = app.url.strip_prefix("http://").unwrap();
    let mut connection = TcpStream::connect(address).await.unwrap();
    connection.write_all(request.as_bytes()).await.unwrap();
    let mut answer = vec![0; 16 * 1024];
    let read = tokio::time::timeout(Duration::from_secs(20), connection.read(&mut answer));
    let length = read.await.unwrap().unwrap();
    String::from_utf8_lossy(&answer[..length]).into_owned()
}

#[actix_web::test]
async fn headers_that_do_not_end_are_a_408() {
    let app = impatient();
    let answer = answer_to(&app, "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ").await;
    assert!(answer.starts_with("HTTP/1.1 408 "), "{answer}");
}

#[actix_web::test]
async fn a_form_that_does_not_end_is_a_408_with_a_page() {
    let app = impatient();
    let request = "POST /login HTTP/1.1\r\nHost: x\r\nContent-Length: 50\r\n\
                   Content-Type: application/x-www-form-urlencoded\r\n\r\nemail=a";
    let answer = answer_to(&app, request).await;
    assert!(answer.starts_with("HTTP/1.1 408 "), "{answer}");
    assert!(answer.contains("content-security-policy"), "{answer}");
}

#[actix_web::test]
async fn a_request_that_is_too_large_or_no_http_is_a_400_and_the_next_is_served() {
    let app = impatient();
    let long = "x".repeat(400_000);
    for request in [
        format!("GET / HTTP/1.1\r\nHost: x\r\nCookie: access_token={long}\r\n\r\n"),
        format!("GET /{long} HTTP/1.1\r\nHost: x\r\n\r\n"),
        "GARBAGE\r\n\r\n".to_owned(),
        "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n".to_owned(),
    ] {
        let answer = answer_to(&app, &request).await;
        let refused = answer.starts_with("HTTP/1.1 4") || answer.is_empty();
        assert!(refused, "{:.60} got {answer:.300}", request);
    }
    assert_eq!(app.browser().get("/").await.status, 200);
}

#[actix_web::test]
async fn bodies_that_never_end_take_no_more_memory_than_a_few_forms() {
    let app = TestApp::start();
    let address = app.url.strip_prefix("http://").unwrap();
    let body = "a".repeat(200_000);
    let request = format!(
        "POST /login HTTP/1.1\r\nHost: x\r\nContent-Length: 250000\r\n\
         Content-Type: application/x-www-form-urlencoded\r\n\r\nemail={body}"
    );
    let mut held = Vec::new();
    let mut refused = 0;
    for _ in 0..60 {
        let mut connection = TcpStream::connect(address).await.unwrap();
        let _ = connection.write_all(request.as_bytes()).await;
        held.push(connection);
    }
    for connection in &mut held[45..] {
        let mut answer = vec![0; 1000];
        let length = connection.read(&mut answer).await.unwrap_or(0);
        let answer = String::from_utf8_lossy(&answer[..length]);
        refused += usize::from(answer.starts_with("HTTP/1.1 429 "));
    }
    assert!(refused > 0, "8 megabytes are forty of these");
    drop(held);
    let fields = [("email", "a@example.org"), ("password", "wrong password")];
    for _ in 0..400 {
        let answer = app.browser().submit("/login", &fields).await;
        if answer.status == 422 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    panic!("the memory was not given back");
}
