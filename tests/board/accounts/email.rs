//! Changing the address one signs in with.

use crate::support::{Answer, Browser, PASSWORD, TestApp};

async fn ask(alice: &Browser, email: &str, password: &str) -> Answer {
    let fields = [("email", email), ("email_password", password)];
    alice.submit("/account/email", &fields).await
}

#[actix_web::test]
async fn a_new_address_counts_once_it_is_confirmed_and_the_old_one_is_told() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let answer = ask(&alice, "Ada@example.org", PASSWORD).await;
    assert_eq!(answer.status, 303);
    let page = alice.follow(&answer).await;
    assert!(page.text(".notice").starts_with("Check the new address"));
    assert!(page.text("main").contains("alice@example.org"));
    let warning = app
        .mail(3, "Alice", "Your email address is about to change")
        .await;
    assert!(warning.text.contains("ada@example.org"));
    let mail = app.mail(3, "Ada", "Confirm your new email address").await;

    let anywhere = app.browser();
    let page = anywhere.get(&mail.link()).await;
    assert_eq!(page.text("h1"), "Use this email address?");
    assert_eq!(
        app.sign_in("Alice", PASSWORD).await.1.status,
        303,
        "looking changes nothing"
    );
    let done = anywhere
        .submit("/confirmation/email", &[("token", mail.token())])
        .await;
    assert_eq!(done.status, 303);
    assert_eq!(app.sign_in("Alice", PASSWORD).await.1.status, 422);
    assert_eq!(app.sign_in("Ada", PASSWORD).await.1.status, 303);
    app.mail(4, "Alice", "Your email address was changed").await;
    let again = anywhere
        .submit("/confirmation/email", &[("token", mail.token())])
        .await;
    assert_eq!(again.status, 410);
}

#[actix_web::test]
async fn what_is_wrong_is_said_at_its_field() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let refused = ask(&alice, "ada", "wrong").await;
    assert_eq!(refused.status, 422);
    assert_eq!(
        refused.message("email"),
        "Enter an email address, like ada@example.org."
    );
    assert_eq!(
        refused.message("email_password"),
        "That password is not correct."
    );
    assert_eq!(refused.value("email"), "ada");
    let same = ask(&alice, "alice@example.org", PASSWORD).await;
    assert_eq!(same.message("email"), "This is already your email address.");
}

#[actix_web::test]
async fn an_address_with_an_account_gets_the_same_answer_and_cannot_be_taken() {
    let app = TestApp::start();
    app.member("Bob").await;
    let alice = app.member("Alice").await;
    let answer = ask(&alice, "bob@example.org", PASSWORD).await;
    assert_eq!(answer.status, 303);
    app.mail(4, "Bob", "You already have an account").await;

    ask(&alice, "carol@example.org", PASSWORD).await;
    let mail = app.mail(6, "Carol", "Confirm your new email address").await;
    app.member("Carol").await;
    let late = app
        .browser()
        .submit("/confirmation/email", &[("token", mail.token())])
        .await;
    assert_eq!(late.status, 409);
    assert!(late.text("main").contains("now belongs to another account"));
    assert_eq!(app.sign_in("Alice", PASSWORD).await.1.status, 303);
}

#[actix_web::test]
async fn links_mailed_to_the_old_address_end_with_it() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    alice
        .submit("/reset", &[("email", "alice@example.org")])
        .await;
    let reset = app.mail(2, "Alice", "Reset your password").await;
    ask(&alice, "ada@example.org", PASSWORD).await;
    let mail = app.mail(4, "Ada", "Confirm your new email address").await;
    alice
        .submit("/confirmation/email", &[("token", mail.token())])
        .await;
    assert_eq!(alice.get(&reset.link()).await.status, 410);
}
