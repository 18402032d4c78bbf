//! Confirming an address.

use crate::support::{Answer, Browser, PASSWORD, TestApp, account, job, with};

const STRICT: &[(&str, &str)] = &[("VERIFY_EMAIL", "yes")];

async fn register(app: &TestApp, name: &str) -> (Browser, Answer) {
    let browser = app.browser();
    let answer = browser.submit("/register", &account(name)).await;
    (browser, answer)
}

#[actix_web::test]
async fn an_account_counts_once_its_address_is_confirmed_with_its_password() {
    let app = TestApp::start_with(STRICT);
    let (browser, answer) = register(&app, "Alice").await;
    assert_eq!(
        (answer.status, answer.text("h1").as_str()),
        (200, "Check your email")
    );
    assert_eq!(
        browser.get("/dashboard").await.status,
        303,
        "not signed in yet"
    );
    let early = app.sign_in("Alice", PASSWORD).await.1;
    assert_eq!(early.status, 422);
    assert!(early.message("password").contains("not confirmed yet"));

    let mail = app.mail(1, "Alice", "Confirm your email address").await;
    assert_eq!(
        browser.get(&mail.link()).await.text("h1"),
        "Confirm your email address"
    );
    assert_eq!(
        app.sign_in("Alice", PASSWORD).await.1.status,
        422,
        "looking changes nothing"
    );
    let token = mail.token();
    let wrong = [("token", token.as_str()), ("password", "not this one")];
    let refused = browser.submit("/confirmation", &wrong).await;
    assert_eq!(refused.status, 422);
    assert_eq!(
        refused.message("password"),
        "That is not this account’s password."
    );

    let right = [("token", token.as_str()), ("password", PASSWORD)];
    let done = browser.submit("/confirmation", &right).await;
    assert_eq!((done.status, done.location()), (303, "/dashboard"));
    let dashboard = browser.follow(&done).await;
    assert_eq!(dashboard.text(".notice"), "Email address confirmed.");
    assert_eq!(app.sign_in("Alice", PASSWORD).await.1.status, 303);
    let again = browser.submit("/confirmation", &right).await;
    assert_eq!(again.status, 410, "works once");
    let opened = app.browser().get(&mail.link()).await;
    assert_eq!(opened.status, 410);
    for page in [again, opened] {
        assert_eq!(page.text("h1"), "This link was used already");
        assert_eq!(page.text("main p"), "Your email address is confirmed.");
    }
    let other = browser.get(&format!("/reset/password?token={token}")).await;
    assert_eq!(other.text("h1"), "This link has expired");
    browser.publish("Rust developer").await;
}

#[actix_web::test]
async fn signing_up_does_not_tell_whether_an_address_has_an_account() {
    let app = TestApp::start_with(STRICT);
    let (browser, _) = register(&app, "Alice").await;
    let mail = app.mail(1, "Alice", "Confirm your email address").await;
    let fields = [("token", mail.token()), ("password", PASSWORD.to_owned())];
    browser.submit("/confirmation", &fields).await;

    let known = register(&app, "Alice").await.1;
    let unknown = register(&app, "Bob").await.1;
    assert_eq!(known.status, unknown.status);
    assert_eq!(
        known.body.replace("alice@", "bob@"),
        unknown.body,
        "the same page for both"
    );
    app.mail(3, "Alice", "You already have an account").await;
    app.mail(3, "Bob", "Confirm your email address").await;
    let eve = with(account("Alice").to_vec(), "password", "eves own password");
    app.browser().submit("/register", &eve).await;
    assert_eq!(
        app.sign_in("Alice", "eves own password").await.1.status,
        422
    );
}

#[actix_web::test]
async fn signing_up_again_before_confirming_sends_the_link_again() {
    let app = TestApp::start_with(STRICT);
    register(&app, "Alice").await;
    let first = app.mail(1, "Alice", "Confirm your email address").await;
    let (browser, again) = register(&app, "Alice").await;
    assert_eq!(again.status, 200);
    let mails = app.mails(2).await;
    let second = mails.iter().find(|mail| mail.id != first.id).unwrap();
    assert_eq!(browser.get(&first.link()).await.status, 410);
    assert_eq!(browser.get(&second.link()).await.status, 200);
}

#[actix_web::test]
async fn a_password_set_by_mail_confirms_the_address_too() {
    let app = TestApp::start_with(STRICT);
    let (browser, _) = register(&app, "Alice").await;
    browser
        .submit("/reset", &[("email", "alice@example.org")])
        .await;
    let mail = app.mail(2, "Alice", "Reset your password").await;
    let fields = [
        ("token", mail.token()),
        ("password", "another horse battery".to_owned()),
    ];
    assert_eq!(browser.submit("/reset/password", &fields).await.status, 303);
    let (alice, answer) = app.sign_in("Alice", "another horse battery").await;
    assert_eq!(answer.status, 303);
    alice.publish("Rust developer").await;
}

#[actix_web::test]
async fn where_it_is_not_required_the_account_page_offers_the_link_and_the_session_is_enough() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let first = app.mail(1, "Alice", "Confirm your email address").await;
    assert!(
        alice
            .get("/account")
            .await
            .text("main")
            .contains("is not confirmed")
    );
    let again = alice.press("/account/confirmation").await;
    assert_eq!(again.status, 303);
    let mails = app.mails(2).await;
    let second = mails.iter().find(|mail| mail.id != first.id).unwrap();
    let page = alice.get(&second.link()).await;
    assert!(
        !page.has("#password"),
        "whoever is signed in need not prove it again"
    );
    let done = alice
        .submit("/confirmation", &[("token", second.token())])
        .await;
    assert_eq!(done.status, 303);
    assert!(
        !alice
            .get("/account")
            .await
            .text("main")
            .contains("is not confirmed")
    );
}

#[actix_web::test]
async fn nothing_is_published_from_an_unconfirmed_address_and_nothing_typed_is_lost() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let draft = alice.draft("A draft from before").await;
    let app = app.replica_with(&[("VERIFY_EMAIL", "yes")]);
    let alice = alice.at(&app);

    let mut fields = job("Rust developer");
    fields.push(("publish", "yes".into()));
    let refused = alice.submit("/jobs", &fields).await;
    assert_eq!(refused.status, 403);
    assert!(
        refused
            .text(".error-summary")
            .starts_with("Confirm your email address first")
    );
    assert_eq!(refused.value("title"), "Rust developer");

    let id = crate::support::id_of(&draft);
    let refused = alice.press(&format!("/jobs/{id}/publication")).await;
    assert_eq!(refused.status, 403);
    assert_eq!(refused.value("title"), "A draft from before");
    let mut change = with(job("Changed"), "version", "1");
    change.push(("publish", "yes".into()));
    let refused = alice.submit(&format!("/jobs/{id}"), &change).await;
    assert_eq!(
        (refused.status, refused.value("title").as_str()),
        (403, "Changed")
    );
    alice.draft("Another draft").await;
}
