//! What every response carries, and what happens when things go wrong.

use reqwest::Method;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

use crate::support::{Answer, TestApp};

#[actix_web::test]
async fn every_response_carries_the_security_headers() {
    let app = TestApp::start();
    let browser = app.browser();
    let styles = browser
        .get("/")
        .await
        .attribute("link[rel=stylesheet]", "href")
        .unwrap();
    for path in ["/", "/nope", "/jobs/new", "/panic", "/dashboard/", &styles] {
        let answer = browser.get(path).await;
        let policy = answer.header("content-security-policy");
        assert!(
            policy.contains("default-src 'none'") && !policy.contains("unsafe"),
            "{path}"
        );
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(answer.header("referrer-policy"), "same-origin", "{path}");
        assert_eq!(
            answer.header("cross-origin-opener-policy"),
            "same-origin",
            "{path}"
        );
        assert!(answer.header("x-request-id").len() > 8, "{path}");
        assert_eq!(answer.header("strict-transport-security"), "", "{path}");
        assert_eq!(answer.header("access-control-allow-origin"), "", "{path}");
    }
}

#[actix_web::test]
async fn errors_have_a_page_in_the_boards_look() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    for path in [
        "/nope",
        "/.env",
        "/.git/config",
        "/jobboard.db",
        "/static/x/..%2f..%2fCargo.toml",
        "/static/x/nope.css",
        "/jobs/abc",
        "/jobs/2147483648",
        "/jobs/9223372036854775808",
        "/jobs/-1",
    ] {
        let answer = alice.get(path).await;
        assert_eq!(
            (answer.status, answer.text("h1").as_str()),
            (404, "Page not found"),
            "{path}"
        );
        assert!(answer.has("header.site"), "{path}");
    }
    assert!(
        alice
            .get("/nope")
            .await
            .text("header nav")
            .contains("Sign out")
    );

    let wrong_method = Answer::of(alice.request(Method::PUT, "/jobs")).await;
    assert_eq!(
        (wrong_method.status, wrong_method.text("h1").as_str()),
        (405, "Method not allowed")
    );

    let json = alice
        .request(Method::POST, "/login")
        .header("content-type", "application/json")
        .body("{}");
    let answer = Answer::of(json).await;
    assert_eq!(
        (answer.status, answer.text("h1").as_str()),
        (415, "Not a form")
    );

    let large = [
        ("email", "a@example.org".to_owned()),
        ("password", "x".repeat(1_000_000)),
    ];
    let answer = alice.submit("/login", &large).await;
    assert_eq!(
        (answer.status, answer.text("h1").as_str()),
        (413, "Too much data")
    );
}

#[actix_web::test]
async fn every_error_status_has_words_of_its_own() {
    let app = TestApp::start();
    let mut headings = std::collections::BTreeSet::new();
    for status in [400, 403, 404, 405, 409, 413, 422, 429, 500, 503] {
        let answer = app.browser().get(&format!("/status/{status}")).await;
        assert_eq!(answer.status, status);
        assert_eq!(answer.text(".code"), status.to_string());
        assert_eq!(answer.has(".request"), status >= 500, "{status}");
        assert!(headings.insert(answer.text("h1")), "{status}");
    }
}

#[actix_web::test]
async fn a_panic_is_a_page_with_a_number_to_quote() {
    let app = TestApp::start();
    let browser = app.browser();
    let answer = browser.get("/panic").await;
    assert_eq!(
        (answer.status, answer.text("h1").as_str()),
        (500, "Something went wrong")
    );
    assert_eq!(answer.text(".request code"), answer.header("x-request-id"));
    assert!(!answer.body.contains("on purpose"));
    assert_eq!(browser.get("/").await.status, 200);
}

#[actix_web::test]
async fn odd_cookie_headers_are_no_error() {
    let app = TestApp::start();
    for cookie in ["=", "access_token", "access_token=a; access_token=b", ";;;"] {
        let request = app
            .browser()
            .request(Method::GET, "/")
            .header("cookie", cookie);
        assert!(Answer::of(request).await.status < 500, "{cookie:?}");
    }
}

#[actix_web::test]
async fn one_address_for_each_page() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    for path in ["/dashboard/", "//dashboard"] {
        let answer = alice.get(path).await;
        assert!(matches!(answer.status, 307 | 308), "{path}");
        assert_eq!(answer.location(), "/dashboard", "{path}");
    }
    for guarded in ["//jobs/new", "/jobs/%6eew", "/jobs/new/"] {
        let answer = app.browser().get(guarded).await;
        assert!(answer.status >= 300, "{guarded} {}", answer.status);
    }
}

#[actix_web::test]
async fn static_files_are_kept_for_ever_under_their_hash() {
    let app = TestApp::start();
    let browser = app.browser();
    let home = browser.get("/").await;
    for (selector, attribute, kind) in [
        ("link[rel=stylesheet]", "href", "text/css"),
        ("script", "src", "javascript"),
        ("link[rel=icon]", "href", "image/svg+xml"),
    ] {
        let url = home.attribute(selector, attribute).unwrap();
        let file = browser.get(&url).await;
        assert_eq!(file.status, 200);
        assert!(file.header("content-type").contains(kind), "{url}");
        assert!(file.header("cache-control").contains("immutable"), "{url}");
    }
    let stale = browser.get("/static/000000000000/board.css").await;
    assert_eq!(
        (stale.status, stale.header("cache-control")),
        (200, "no-cache")
    );
}

#[actix_web::test]
async fn every_body_comes_with_its_length_compressed_where_it_is_worth_it() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let path = alice.publish("Rust developer").await;
    let styles = app
        .browser()
        .get("/")
        .await
        .attribute("link[rel=stylesheet]", "href")
        .unwrap();
    let picture = format!("{path}/picture.png");
    for (browser, path, is_compressed) in [
        (&app.browser(), "/login", true),
        (&app.browser(), "/jobs?q=nothingfoundhere", true),
        (&app.browser(), "/nope", true),
        (&app.browser(), &styles, true),
        (&app.browser(), "/api/openapi.json", true),
        (&alice, "/dashboard", true),
        (&alice, "/", true),
        (&app.browser(), "/livez", false),
        (&app.browser(), &picture, false),
    ] {
        let plain = browser.get(path).await;
        for method in [Method::GET, Method::HEAD] {
            let request = browser.request(method.clone(), path);
            let answer = request.header("accept-encoding", "gzip");
            let answer = answer.send().await.unwrap();
            let header = |name: &str| {
                let value = answer.headers().get(name);
                value.map_or("", |value| value.to_str().unwrap()).to_owned()
            };
            assert_eq!(answer.status().as_u16(), plain.status, "{path}");
            assert_eq!(header("transfer-encoding"), "", "{path}");
            assert_eq!(
                header("content-encoding") == "gzip",
                is_compressed,
                "{path}"
            );
            assert_eq!(
                header("vary").contains("accept-encoding"),
                is_compressed,
                "{path}"
            );
            let length: usize = header("content-length").parse().unwrap();
            let is_shorter = length < plain.body.len();
            assert_eq!(is_shorter && is_compressed, is_compressed, "{path}");
            if method == Method::GET {
                assert_eq!(answer.bytes().await.unwrap().len(), length, "{path}");
            }
        }
    }
}

#[actix_web::test]
async fn of_two_words_about_where_a_request_comes_from_the_worse_counts() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let twice = alice
        .request(Method::POST, "/account/name")
        .header("sec-fetch-site", "same-origin")
        .header("sec-fetch-site", "cross-site")
        .form(&[("name", "Mallory")]);
    assert_eq!(Answer::of(twice).await.status, 403);
}

#[actix_web::test]
async fn no_redirect_has_a_backslash() {
    let app = TestApp::start();
    let address = app.url.strip_prefix("http://").unwrap();
    let mut stream = TcpStream::connect(address).await.unwrap();
    let request = "GET /\\evil.example/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 404 "), "{answer}");
}

#[actix_web::test]
async fn a_board_opened_under_another_name_says_what_to_set() {
    let app = TestApp::start_with(&[
        ("BASE_URL", "http://jobs.example.org"),
        ("ALLOW_INSECURE_HTTP", "yes"),
    ]);
    let sent = |host: &str, origin: &str| {
        app.browser()
            .request(Method::POST, "/login")
            .header("host", host)
            .header("origin", origin)
            .form(&[("email", "a@example.org")])
    };
    let answer = Answer::of(sent("board.intranet", "http://board.intranet")).await;
    assert_eq!(answer.status, 403);
    assert!(
        answer
            .body
            .contains("This board runs at http://jobs.example.org/")
            && answer
                .body
                .contains("can set BASE_URL to http://board.intranet."),
        "{}",
        answer.body
    );
    let answer = Answer::of(sent("board.intranet", "http://evil.example")).await;
    assert_eq!(answer.status, 403);
    assert!(!answer.body.contains("BASE_URL"), "{}", answer.body);
}
