//! Signing in and out, and what the cookie is worth.

use reqwest::Method;

use crate::support::{Answer, PASSWORD, TestApp, account};

const COOKIE: &str = "access_token";

fn session_cookie(answer: &Answer) -> String {
    answer
        .headers
        .get_all("set-cookie")
        .iter()
        .map(|value| value.to_str().unwrap().to_owned())
        .find(|cookie| cookie.contains("access_token="))
        .unwrap()
}

fn token(answer: &Answer) -> String {
    let cookie = session_cookie(answer);
    let (_, rest) = cookie.split_once('=').unwrap();
    rest.split(';').next().unwrap().to_owned()
}

async fn sign_in(app: &TestApp) -> Answer {
    let fields = [("email", "alice@example.org"), ("password", PASSWORD)];
    app.browser().submit("/login", &fields).await
}

/// What `/dashboard` answers to a bare cookie.
async fn status_with(app: &TestApp, token: &str) -> u16 {
    let request = app
        .browser()
        .request(Method::GET, "/dashboard")
        .header("cookie", format!("{COOKIE}={token}"));
    Answer::of(request).await.status
}

#[actix_web::test]
async fn signing_in_sets_an_http_only_cookie_and_goes_to_the_dashboard() {
    let app = TestApp::start();
    app.member("Alice").await;
    let answer = sign_in(&app).await;
    assert_eq!((answer.status, answer.location()), (303, "/dashboard"));
    let cookie = session_cookie(&answer);
    for attribute in ["HttpOnly", "SameSite=Lax", "Path=/"] {
        assert!(cookie.contains(attribute), "{cookie}");
    }
    assert!(
        !cookie.contains("Secure") && !cookie.contains("Domain"),
        "{cookie}"
    );
    assert_eq!(status_with(&app, &token(&answer)).await, 200);
}

#[actix_web::test]
async fn over_https_the_cookie_is_host_only_and_secure() {
    let app = TestApp::start_with(&[
        ("BASE_URL", "https://jobs.example.org"),
        ("JWT_KEYS", "k1:vYt4q0Zr7mXw2Lk9sPd5Hn8Bc3Jf6Gu1"),
    ]);
    app.register("Alice").await;
    let cookie = session_cookie(&sign_in(&app).await);
    assert!(cookie.starts_with("__Host-access_token="), "{cookie}");
    for attribute in ["HttpOnly", "SameSite=Lax", "Path=/", "Secure"] {
        assert!(cookie.contains(attribute), "{cookie}");
    }
}

#[actix_web::test]
async fn a_wrong_password_and_an_unknown_address_look_the_same() {
    let app = TestApp::start();
    app.member("Alice").await;
    for email in ["alice@example.org", "nobody@example.org"] {
        let fields = [("email", email), ("password", "wrong password")];
        let answer = app.browser().submit("/login", &fields).await;
        assert_eq!(answer.status, 422);
        assert_eq!(
            answer.message("password"),
            "Email or password is incorrect."
        );
        assert_eq!(answer.value("email"), email);
        assert!(!answer.body.contains("wrong password"));
    }
}

#[actix_web::test]
async fn a_guarded_page_leads_to_sign_in_and_back() {
    let app = TestApp::start();
    app.member("Alice").await;
    let browser = app.browser();
    let sent_away = browser.get("/jobs/new").await;
    assert_eq!(
        (sent_away.status, sent_away.location()),
        (303, "/login?next=%2Fjobs%2Fnew")
    );
    let form = browser.follow(&sent_away).await;
    assert_eq!(form.value("next"), "/jobs/new");
    let fields = [
        ("email", "alice@example.org"),
        ("password", PASSWORD),
        ("next", "/jobs/new"),
    ];
    let answer = browser.submit("/login", &fields).await;
    assert_eq!((answer.status, answer.location()), (303, "/jobs/new"));
    assert_eq!(browser.get("/jobs/new").await.status, 200);
    assert_eq!(
        browser.get("/login?next=/jobs/new").await.location(),
        "/jobs/new"
    );
}

#[actix_web::test]
async fn next_never_leads_to_another_site() {
    let app = TestApp::start();
    app.member("Alice").await;
    for next in [
        "//evil.example",
        "/\\evil.example",
        "/\t/evil.example",
        "https:evil.example",
        "/a\r\nSet-Cookie: x=y",
        "javascript:alert(1)",
    ] {
        let fields = [
            ("email", "alice@example.org"),
            ("password", PASSWORD),
            ("next", next),
        ];
        let answer = app.browser().submit("/login", &fields).await;
        assert_eq!(answer.location(), "/dashboard", "{next:?}");
    }
}

#[actix_web::test]
async fn a_copied_cookie_is_worth_nothing_after_signing_out() {
    let app = TestApp::start();
    app.member("Alice").await;
    let browser = app.browser();
    let fields = [("email", "alice@example.org"), ("password", PASSWORD)];
    let copied = token(&browser.submit("/login", &fields).await);
    assert_eq!(status_with(&app, &copied).await, 200);
    let answer = browser.press("/logout").await;
    assert_eq!((answer.status, answer.location()), (303, "/"));
    assert!(session_cookie(&answer).contains("Max-Age=0"));
    assert_eq!(answer.header("clear-site-data"), "\"cache\"");
    assert_eq!(status_with(&app, &copied).await, 303);
}

#[actix_web::test]
async fn garbage_in_the_cookie_is_nobody_and_never_an_error() {
    let app = TestApp::start();
    app.member("Alice").await;
    let good = token(&sign_in(&app).await);
    let parts: Vec<&str> = good.split('.').collect();
    let none = "eyJhbGciOiJub25lIiwidHlwIjoic2Vzc2lvbitqd3QiLCJraWQiOiJrMSJ9";
    for forged in [
        String::new(),
        "garbage".into(),
        "a.b.c".into(),
        format!("{}.{}.", parts[0], parts[1]),
        format!("{}.{}", parts[0], parts[1]),
        format!("{none}.{}.", parts[1]),
        format!("{none}.{}.{}", parts[1], parts[2]),
        format!("{good}x"),
        "x".repeat(20_000),
    ] {
        assert_eq!(status_with(&app, &forged).await, 303, "{forged:.80}");
    }
    assert_eq!(status_with(&app, &good).await, 200);
    let in_the_address = app.browser().get(&format!("/dashboard?token={good}")).await;
    assert_eq!(in_the_address.status, 303);
}

#[actix_web::test]
async fn a_session_ends_when_idle_and_at_its_absolute_end() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    for _ in 0..2 {
        app.board.clock.advance(chrono::Duration::days(13));
        let answer = alice.get("/dashboard").await;
        assert_eq!(answer.status, 200);
        assert!(
            session_cookie(&answer).contains("HttpOnly"),
            "renewed on the way out"
        );
    }
    app.board.clock.advance(chrono::Duration::days(5));
    assert_eq!(
        alice.get("/dashboard").await.status,
        303,
        "30 days after signing in"
    );

    let bob = app.member("Bob").await;
    app.board.clock.advance(chrono::Duration::days(15));
    assert_eq!(bob.get("/dashboard").await.status, 303, "15 days unused");
}

#[actix_web::test]
async fn private_pages_are_kept_by_no_cache() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    for path in ["/dashboard", "/jobs/new", "/"] {
        assert_eq!(
            alice.get(path).await.header("cache-control"),
            "no-store",
            "{path}"
        );
    }
}

#[actix_web::test]
async fn wrong_passwords_for_one_account_from_many_addresses_are_slowed_down() {
    let app = TestApp::start_with_limits(&[("TRUSTED_PROXIES", "127.0.0.0/8")]);
    app.member("Alice").await;
    let attempt = async |number: u32, email: &str| {
        let request = app
            .browser()
            .request(Method::POST, "/login")
            .header("x-forwarded-for", format!("198.51.100.{number}"))
            .form(&[("email", email), ("password", "wrong password")]);
        Answer::of(request).await
    };
    for number in 0..60 {
        assert_eq!(attempt(number, "alice@example.org").await.status, 422);
    }
    let slowed = attempt(100, "Alice@example.org").await;
    assert_eq!(slowed.status, 429);
    assert!(slowed.header("retry-after").parse::<u32>().unwrap() > 60);
    assert!(slowed.message("password").starts_with("Too many tries."));
    assert_eq!(slowed.value("email"), "Alice@example.org");
    assert_eq!(attempt(100, "bob@example.org").await.status, 422);
}

#[actix_web::test]
async fn one_address_that_tries_many_accounts_is_slowed_down() {
    let app = TestApp::start_with_limits(&[]);
    for number in 0..21 {
        let email = format!("somebody{number}@example.org");
        let fields = [("email", email.as_str()), ("password", "Password1")];
        let request = app
            .browser()
            .request(Method::POST, "/login")
            .header("x-forwarded-for", format!("198.51.100.{number}"))
            .form(&fields);
        let expected = if number < 20 { 422 } else { 429 };
        assert_eq!(
            Answer::of(request).await.status,
            expected,
            "{number}: nobody trusts this header"
        );
    }
}

#[actix_web::test]
async fn a_session_planted_before_signing_in_is_worth_nothing_after() {
    let app = TestApp::start();
    let eve = app.member("Eve").await;
    let planted = token(&eve.submit("/login", &account("Eve")[1..]).await);
    app.member("Alice").await;
    let request = app
        .browser()
        .request(Method::POST, "/login")
        .header("cookie", format!("{COOKIE}={planted}"))
        .form(&[("email", "alice@example.org"), ("password", PASSWORD)]);
    let fresh = token(&Answer::of(request).await);
    assert_ne!(fresh, planted);
    assert_eq!(status_with(&app, &planted).await, 303);
    assert_eq!(status_with(&app, &fresh).await, 200);
}

#[actix_web::test]
async fn a_damaged_hash_is_a_wrong_password_and_a_weak_one_is_made_anew() {
    use diesel::prelude::*;
    use jobboard::platform::schema::accounts;
    let app = TestApp::start();
    app.member("Alice").await;
    let hash = async || {
        app.board
            .read(|db| {
                Ok(accounts::table
                    .select(accounts::password_hash)
                    .first::<String>(db)?)
            })
            .await
            .unwrap()
    };
    let set = async |hash: String| {
        app.board
            .write(move |db| {
                Ok(diesel::update(accounts::table)
                    .set(accounts::password_hash.eq(hash))
                    .execute(db)?)
            })
            .await
            .unwrap();
    };
    let good = hash().await;
    for damaged in [
        "",
        "x",
        "k1:",
        "k1:$2b$04$",
        "k1:$2b$99$aaaaaaaaaaaaaaaaaaaaaa",
        "k9:whatever",
        &good[..good.len() - 5],
    ] {
        set(damaged.to_owned()).await;
        assert_eq!(sign_in(&app).await.status, 422, "{damaged:?}");
    }
    set(good.clone()).await;
    let mut stronger = app.board.config.clone();
    stronger.bcrypt_cost = 5;
    let replica = app.replica(stronger);
    assert_eq!(sign_in(&replica).await.status, 303);
    let upgraded = hash().await;
    assert!(
        good.contains("$04$") && upgraded.contains("$05$"),
        "{upgraded}"
    );
    assert_eq!(sign_in(&replica).await.status, 303);
}

#[actix_web::test]
async fn signing_out_on_one_replica_binds_all() {
    let app = TestApp::start();
    let other = app.replica(app.board.config.clone());
    let alice = app.member("Alice").await;
    assert_eq!(alice.at(&other).get("/dashboard").await.status, 200);
    alice.press("/logout").await;
    assert_eq!(alice.at(&other).get("/dashboard").await.status, 303);
    let copied = token(&sign_in(&app).await);
    assert_eq!(status_with(&other, &copied).await, 200);
}

#[actix_web::test]
async fn a_password_manager_finds_its_way_around_the_forms() {
    let app = TestApp::start();
    let browser = app.browser();
    for (path, field, purpose) in [
        ("/login", "email", "username"),
        ("/login", "password", "current-password"),
        ("/register", "email", "username"),
        ("/register", "password", "new-password"),
        ("/reset", "email", "username"),
    ] {
        let page = browser.get(path).await;
        let selector = format!("[name={field}]");
        assert_eq!(page.attribute(&selector, "autocomplete").unwrap(), purpose);
        let kind = page.attribute(&selector, "type").unwrap();
        assert_eq!(kind, field, "{path}");
        assert!(page.attribute(&selector, "onpaste").is_none());
    }
}

#[actix_web::test]
async fn a_queue_of_people_who_sign_in_is_a_429_and_not_a_wait() {
    let app = TestApp::start_changed(|config| config.bcrypt_cost = 12);
    let app = &app;
    let mut limits = app.board.config.clone();
    limits.limits.wrong_passwords_per_network = std::num::NonZeroU32::MAX;
    let crowded = app.replica(limits);
    let tries = (0..60).map(async |number| {
        let email = format!("somebody{number}@example.org");
        let fields = [("email", email.as_str()), ("password", "wrong password")];
        crowded.browser().submit("/login", &fields).await
    });
    let answers = futures_util::future::join_all(tries).await;
    let refused: Vec<_> = answers
        .iter()
        .filter(|answer| answer.status == 429)
        .collect();
    assert!(!refused.is_empty());
    assert!(
        answers
            .iter()
            .all(|answer| matches!(answer.status, 422 | 429))
    );
    assert_eq!(refused[0].header("retry-after"), "5");
    assert_eq!(refused[0].text("h1"), "Too many requests");
}

#[actix_web::test]
async fn two_boards_on_one_host_do_not_sign_each_other_out() {
    let here = TestApp::start();
    let there = TestApp::start_with(&[("BASE_URL", "http://127.0.0.1:8081")]);
    let alice = here.member("Alice").await;
    there.register("Bea").await;
    // To a browser both are one host: it sends what it has to either.
    let bea = alice.at(&there);
    assert_eq!(bea.get("/account").await.status, 303, "not signed in here");
    let fields = [("email", "bea@example.org"), ("password", PASSWORD)];
    let answer = bea.submit("/login", &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    assert!(bea.get("/account").await.body.contains("bea@example.org"));
    let alice = bea.at(&here);
    assert!(
        alice
            .get("/account")
            .await
            .body
            .contains("alice@example.org")
    );
    let bea = alice.at(&there);
    bea.press("/logout").await;
    assert_eq!(bea.get("/account").await.status, 303);
    let alice = bea.at(&here);
    assert!(
        alice
            .get("/account")
            .await
            .body
            .contains("alice@example.org")
    );
}
