//! Guessing passwords and codes, and owners who get in all the same.

use reqwest::Method;

use crate::support::{Answer, Browser, PASSWORD, TestApp, account};

/// A board that believes what its visitors say of their addresses.
fn board() -> TestApp {
    TestApp::start_with_limits(&[("TRUSTED_PROXIES", "127.0.0.0/8")])
}

/// Tries to sign in as Alice from `address`.
async fn attempt(browser: &Browser, address: &str, password: &str) -> Answer {
    let request = browser
        .request(Method::POST, "/login")
        .header("x-forwarded-for", address)
        .form(&[("email", "alice@example.org"), ("password", password)]);
    Answer::of(request).await
}

#[actix_web::test]
async fn only_failures_count() {
    let app = board();
    app.register("Alice").await;
    for _ in 0..30 {
        let answer = attempt(&app.browser(), "198.51.100.1", PASSWORD).await;
        assert_eq!(answer.status, 303);
    }
}

#[actix_web::test]
async fn who_guesses_at_one_address_locks_nobody_out_elsewhere() {
    let app = board();
    app.register("Alice").await;
    for _ in 0..20 {
        let answer = attempt(&app.browser(), "198.51.100.1", "wrong password").await;
        assert_eq!(answer.status, 422);
    }
    let answer = attempt(&app.browser(), "198.51.100.1", PASSWORD).await;
    assert_eq!(answer.status, 429, "the guesser waits");
    let answer = attempt(&app.browser(), "198.51.100.2", PASSWORD).await;
    assert_eq!(answer.status, 303, "the owner does not");
    app.board.clock.advance(chrono::Duration::hours(2));
    let answer = attempt(&app.browser(), "198.51.100.1", "wrong password").await;
    assert_eq!(answer.status, 422, "tries come back one by one");
}

#[actix_web::test]
async fn a_browser_that_was_signed_in_before_is_let_through() {
    let app = board();
    let owner = app.member("Alice").await;
    owner.press("/logout").await;
    for address in 0..60 {
        let address = format!("198.51.100.{address}");
        let answer = attempt(&app.browser(), &address, "wrong password").await;
        assert_eq!(answer.status, 422);
    }
    let stranger = attempt(&app.browser(), "203.0.113.1", PASSWORD).await;
    assert_eq!(stranger.status, 429, "60 wrong ones from everywhere");
    assert!(stranger.header("retry-after").parse::<u32>().unwrap() > 60);
    let known = attempt(&owner, "198.51.100.0", PASSWORD).await;
    assert_eq!(known.status, 303);

    owner.press("/logout").await;
    for _ in 0..20 {
        let answer = attempt(&owner, "203.0.113.1", "wrong password").await;
        assert_eq!(answer.status, 422);
    }
    let answer = attempt(&owner, "203.0.113.1", PASSWORD).await;
    assert_eq!(
        answer.status, 429,
        "a known browser may not guess for ever either"
    );
}

#[actix_web::test]
async fn a_browser_is_known_to_the_account_it_was_signed_in_to_only() {
    let app = board();
    app.register("Alice").await;
    let eve = app.member("Eve").await;
    eve.press("/logout").await;
    for number in 0..21 {
        let answer = attempt(&eve, "198.51.100.1", "wrong password").await;
        let expected = if number < 20 { 422 } else { 429 };
        assert_eq!(answer.status, expected, "{number}");
    }
    let known = app.sign_in("Alice", PASSWORD).await.0;
    let cookies = known.get("/login").await;
    assert_eq!(cookies.status, 303);
}

#[actix_web::test]
async fn a_fresh_password_lets_its_owner_in_at_once() {
    let app = board();
    app.register("Alice").await;
    for address in 0..60 {
        let address = format!("198.51.100.{address}");
        attempt(&app.browser(), &address, "wrong password").await;
    }
    let refused = attempt(&app.browser(), "203.0.113.1", PASSWORD).await;
    assert_eq!(refused.status, 429);
    let fields = [("email", "alice@example.org")];
    app.browser().submit("/reset", &fields).await;
    let mail = app.mail(2, "Alice", "Reset your password").await;
    let new = "another horse battery";
    let fields = [("token", mail.token()), ("password", new.to_owned())];
    for number in 0..20 {
        let email = format!("somebody{number}@example.org");
        let request = app
            .browser()
            .request(Method::POST, "/login")
            .header("x-forwarded-for", "203.0.113.7")
            .form(&[("email", email.as_str()), ("password", "wrong password")]);
        assert_eq!(Answer::of(request).await.status, 422);
    }
    let owner = app.browser();
    let set = owner.submit("/reset/password", &fields).await;
    assert_eq!(set.status, 303);
    let answer = attempt(&app.browser(), "203.0.113.1", new).await;
    assert_eq!(answer.status, 303, "what was tried before is forgotten");
    let stranger = attempt(&app.browser(), "203.0.113.7", new).await;
    assert_eq!(stranger.status, 429, "this network tried too many accounts");
    let answer = attempt(&owner, "203.0.113.7", new).await;
    assert_eq!(answer.status, 303, "the browser of the reset is known");
}

#[actix_web::test]
async fn limits_hold_on_every_replica_and_after_a_restart() {
    let app = board();
    app.register("Alice").await;
    let replica = app.replica(app.board.config.clone());
    for number in 0..20 {
        let board = if number % 2 == 0 { &app } else { &replica };
        let answer = attempt(&board.browser(), "198.51.100.1", "wrong password").await;
        assert_eq!(answer.status, 422);
    }
    let restarted = app.replica(app.board.config.clone());
    for board in [&app, &replica, &restarted] {
        let answer = attempt(&board.browser(), "198.51.100.1", PASSWORD).await;
        assert_eq!(answer.status, 429);
    }
}

#[actix_web::test]
async fn guesses_sent_at_once_do_not_slip_through() {
    let app = board();
    app.register("Alice").await;
    let app = &app;
    let guesses = (0..60).map(async |_| {
        attempt(&app.browser(), "198.51.100.1", "wrong password")
            .await
            .status
    });
    let statuses = futures_util::future::join_all(guesses).await;
    let looked_at = statuses.iter().filter(|status| **status == 422).count();
    assert!(looked_at <= 20, "{looked_at}");
    assert!(statuses.iter().all(|status| matches!(status, 422 | 429)));
}

#[actix_web::test]
async fn a_stolen_session_cannot_be_used_to_guess_the_password() {
    let app = board();
    let thief = app.member("Alice").await;
    let mut statuses = Vec::new();
    for number in 0..14 {
        let guess = format!("guess number {number}");
        let current = [
            ("current_password", guess.as_str()),
            ("email_password", guess.as_str()),
            ("email", "thief@example.org"),
            ("password", "another horse battery"),
        ];
        for path in ["/account/removal", "/account/password", "/account/email"] {
            let answer = thief.submit(path, &current).await;
            statuses.push(answer.status);
        }
    }
    assert_eq!(
        statuses[..40],
        [422; 40],
        "20 in this browser, 20 at this network"
    );
    assert_eq!(statuses[40], 429);
    let right = [("current_password", PASSWORD)];
    let answer = thief.submit("/account/removal", &right).await;
    assert_eq!(answer.status, 429);
    assert!(answer.header("retry-after").parse::<u32>().unwrap() > 60);
    assert!(
        answer
            .message("current_password")
            .starts_with("Too many tries")
    );
    let answer = attempt(&thief, "203.0.113.1", PASSWORD).await;
    assert_eq!(answer.status, 303, "its owner signs in all the same");
}

#[actix_web::test]
async fn cookies_with_other_names_are_other_cookies() {
    let app = TestApp::start();
    app.register("Alice").await;
    let answer = app.sign_in("Alice", PASSWORD).await.1;
    let set = answer.headers.get_all("set-cookie");
    let token = set
        .iter()
        .find_map(|cookie| cookie.to_str().unwrap().strip_prefix("access_token="))
        .unwrap();
    let token = token.split(';').next().unwrap();
    let status = async |cookies: Vec<u8>| {
        let value = reqwest::header::HeaderValue::from_bytes(&cookies).unwrap();
        let request = app.browser().request(Method::GET, "/dashboard");
        Answer::of(request.header("cookie", value)).await.status
    };
    assert_eq!(status(format!("access_token={token}").into()).await, 200);
    for bent in [
        format!("%61ccess_token={token}"),
        format!("access%5Ftoken={token}"),
        format!("\u{a0}access_token={token}"),
        format!("\u{2000}access_token={token}"),
        format!("access_token ={token}"),
        format!("ACCESS_TOKEN={token}"),
        format!("access_token={token}; access_token={token}"),
        format!("access_token=x; access_token={token}"),
        format!("access_token=\"{token}\""),
    ] {
        assert_eq!(status(bent.clone().into()).await, 303, "{bent}");
    }
}

#[actix_web::test]
async fn the_cookie_of_a_known_browser_is_out_of_reach_of_scripts_and_other_hosts() {
    let app = TestApp::start_with(&[
        ("BASE_URL", "https://jobs.example.org"),
        ("JWT_KEYS", "k1:vYt4q0Zr7mXw2Lk9sPd5Hn8Bc3Jf6Gu1"),
    ]);
    let fields = account("Alice");
    let answer = app.browser().submit("/register", &fields).await;
    let set = answer.headers.get_all("set-cookie");
    let known = set
        .iter()
        .map(|cookie| cookie.to_str().unwrap())
        .find(|cookie| cookie.starts_with("__Host-known_device="))
        .unwrap();
    for part in ["HttpOnly", "SameSite=Lax", "Secure", "Path=/"] {
        assert!(known.contains(part), "{known}");
    }
}
