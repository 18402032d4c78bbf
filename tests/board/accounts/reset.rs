//! A forgotten password.

use crate::support::{Mail, PASSWORD, TestApp};

const NEW: &str = "another horse battery";

async fn ask(app: &TestApp, email: &str) -> crate::support::Answer {
    app.browser().submit("/reset", &[("email", email)]).await
}

async fn mailed_link(app: &TestApp) -> Mail {
    app.member("Alice").await;
    ask(app, "alice@example.org").await;
    app.mail(2, "Alice", "Reset your password").await
}

#[actix_web::test]
async fn a_link_by_mail_sets_a_new_password_once_and_signs_nobody_in() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let browser = app.browser();
    let form = browser.get("/login").await;
    assert!(form.has("a[href='/reset']"));
    let asked = browser
        .submit("/reset", &[("email", " Alice@Example.org ")])
        .await;
    assert_eq!(
        (asked.status, asked.text("h1").as_str()),
        (200, "Check your email")
    );
    let mail = app.mail(2, "Alice", "Reset your password").await;

    let page = browser.get(&mail.link()).await;
    assert_eq!(page.text("h1"), "Choose a new password");
    assert_eq!(page.header("cache-control"), "no-store");
    let token = mail.token();
    let short = browser
        .submit(
            "/reset/password",
            &[("token", token.as_str()), ("password", "short")],
        )
        .await;
    assert_eq!(short.status, 422);
    assert_eq!(short.message("password"), "Enter at least 8 characters.");
    assert_eq!(short.value("token"), token, "the link still works");

    let fields = [("token", token.as_str()), ("password", NEW)];
    let done = browser.submit("/reset/password", &fields).await;
    assert_eq!((done.status, done.location()), (303, "/login"));
    assert_eq!(
        browser.get("/dashboard").await.status,
        303,
        "not signed in by the link"
    );
    assert_eq!(
        alice.get("/dashboard").await.status,
        303,
        "every session ended"
    );
    assert_eq!(app.sign_in("Alice", PASSWORD).await.1.status, 422);
    assert_eq!(app.sign_in("Alice", NEW).await.1.status, 303);
    app.mail(3, "Alice", "Your password was reset").await;

    for answer in [
        browser.submit("/reset/password", &fields).await,
        browser.get(&mail.link()).await,
    ] {
        assert_eq!(answer.status, 410);
        assert_eq!(answer.text("h1"), "This link was used already");
    }
}

#[actix_web::test]
async fn an_unknown_address_gets_the_same_answer_and_no_mail() {
    let app = TestApp::start();
    app.member("Alice").await;
    let known = ask(&app, "alice@example.org").await;
    let unknown = ask(&app, "nobody@example.org").await;
    assert_eq!(known.status, unknown.status);
    assert_eq!(
        known.body.replace("alice@example.org", ""),
        unknown.body.replace("nobody@example.org", "")
    );
    app.member("Bob").await;
    app.mail(3, "Bob", "Confirm").await;
    let mails = app.mails(3).await;
    assert!(mails.iter().all(|mail| mail.to != "nobody@example.org"));
}

#[actix_web::test]
async fn a_link_leads_to_the_configured_address_whatever_host_was_asked() {
    let app = TestApp::start_with(&[("BASE_URL", "http://jobs.localhost:8080")]);
    app.member("Alice").await;
    let request = app
        .browser()
        .request(reqwest::Method::POST, "/reset")
        .header("host", "evil.example")
        .header("x-forwarded-host", "evil.example")
        .form(&[("email", "alice@example.org")]);
    crate::support::Answer::of(request).await;
    let mail = app.mail(2, "Alice", "Reset your password").await;
    assert!(
        mail.text
            .contains("http://jobs.localhost:8080/reset/password?token=")
    );
    assert!(!mail.text.contains("evil") && !mail.html.contains("evil"));
}

#[actix_web::test]
async fn a_link_works_for_an_hour_and_for_its_purpose_only() {
    let app = TestApp::start();
    let mail = mailed_link(&app).await;
    let confirm = app.mail(2, "Alice", "Confirm").await;
    let browser = app.browser();
    for path in [
        format!("/confirmation?token={}", mail.token()),
        format!("/confirmation/email?token={}", mail.token()),
        format!("/reset/password?token={}", confirm.token()),
        "/reset/password?token=".to_owned(),
        "/reset/password".to_owned(),
    ] {
        assert_eq!(browser.get(&path).await.status, 410, "{path}");
    }
    app.board.clock.advance(chrono::Duration::minutes(61));
    assert_eq!(browser.get(&mail.link()).await.status, 410);
    let fields = [("token", mail.token()), ("password", NEW.to_owned())];
    assert_eq!(browser.submit("/reset/password", &fields).await.status, 410);
    assert_eq!(app.sign_in("Alice", PASSWORD).await.1.status, 303);
}

#[actix_web::test]
async fn a_newer_link_takes_the_place_of_an_older_and_a_changed_password_ends_both() {
    let app = TestApp::start();
    let first = mailed_link(&app).await;
    ask(&app, "alice@example.org").await;
    let mails = app.mails(3).await;
    let second = mails
        .iter()
        .find(|mail| {
            mail.subject.starts_with("Reset your password") && mail.token() != first.token()
        })
        .unwrap();
    let browser = app.browser();
    assert_eq!(browser.get(&first.link()).await.status, 410);
    assert_eq!(browser.get(&second.link()).await.status, 200);
    let (alice, _) = app.sign_in("Alice", PASSWORD).await;
    let change = [("current_password", PASSWORD), ("password", NEW)];
    assert_eq!(alice.submit("/account/password", &change).await.status, 303);
    assert_eq!(browser.get(&second.link()).await.status, 410);
}

#[actix_web::test]
async fn asking_again_and_again_is_slowed_down_for_known_and_unknown_alike() {
    let app = TestApp::start_with_limits(&[("TRUSTED_PROXIES", "127.0.0.0/8")]);
    app.member("Alice").await;
    for email in ["alice@example.org", "nobody@example.org"] {
        let ask = async |address: String| {
            let request = app
                .browser()
                .request(reqwest::Method::POST, "/reset")
                .header("x-forwarded-for", address)
                .form(&[("email", email)]);
            crate::support::Answer::of(request).await.status
        };
        for network in 0..3 {
            for number in 0..6 {
                let status = ask(format!("198.51.100.{network}")).await;
                let expected = if number < 5 { 200 } else { 429 };
                assert_eq!(status, expected, "{email} {network} {number}");
            }
        }
        assert_eq!(ask("198.51.100.9".into()).await, 429, "15 from everywhere");
    }
}

#[actix_web::test]
async fn an_address_that_is_none_is_said_at_its_field() {
    let app = TestApp::start();
    let answer = ask(&app, "alice").await;
    assert_eq!(answer.status, 422);
    assert_eq!(
        answer.message("email"),
        "Enter an email address, like ada@example.org."
    );
    assert_eq!(answer.value("email"), "alice");
}
