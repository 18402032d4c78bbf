//! Making an account.

use crate::support::{PASSWORD, TestApp, account, with};

#[actix_web::test]
async fn a_new_account_is_signed_in_at_once() {
    let app = TestApp::start();
    let browser = app.browser();
    let answer = browser.submit("/register", &account("Alice")).await;
    assert_eq!((answer.status, answer.location()), (303, "/dashboard"));
    let dashboard = browser.follow(&answer).await;
    assert_eq!(dashboard.text(".notice"), "Welcome. Your account is ready.");
    assert!(
        dashboard
            .text(".empty")
            .starts_with("You haven’t posted any jobs yet.")
    );
    assert!(!browser.get("/dashboard").await.has(".notice"));
}

#[actix_web::test]
async fn what_is_wrong_is_said_at_its_field_and_what_was_typed_is_kept() {
    let app = TestApp::start();
    let fields = with(
        with(account("Alice").to_vec(), "email", "alice"),
        "password",
        "seven77",
    );
    let answer = app.browser().submit("/register", &fields).await;
    assert_eq!(answer.status, 422);
    assert_eq!(
        answer.message("email"),
        "Enter an email address, like ada@example.org."
    );
    assert_eq!(answer.message("password"), "Enter at least 8 characters.");
    assert_eq!(answer.value("name"), "Alice");
    assert_eq!(answer.value("email"), "alice");
    assert_eq!(answer.value("password"), "");
    assert!(answer.attribute("#email", "autofocus").is_some());
    assert_eq!(answer.attribute("#email", "aria-invalid").unwrap(), "true");
}

#[actix_web::test]
async fn a_password_that_anyone_would_guess_is_refused() {
    let app = TestApp::start();
    for guessable in [
        "password",
        "Passw0rd",
        "12345678",
        "qwertyuiop",
        "alice@example.org",
        "job board",
    ] {
        let fields = with(account("Alice").to_vec(), "password", guessable);
        let answer = app.browser().submit("/register", &fields).await;
        assert!(
            answer.message("password").contains("too easy to guess"),
            "{guessable}"
        );
    }
    let fields = with(account("Alice").to_vec(), "password", "wetherkiln");
    assert_eq!(app.browser().submit("/register", &fields).await.status, 303);
}

#[actix_web::test]
async fn an_address_has_one_account_whatever_its_case() {
    let app = TestApp::start();
    app.member("Alice").await;
    let again = with(account("Alice").to_vec(), "email", "ALICE@example.org");
    let answer = app.browser().submit("/register", &again).await;
    assert_eq!(answer.status, 422);
    assert!(answer.message("email").contains("Sign in instead"));
}

#[actix_web::test]
async fn a_double_click_makes_one_account_and_no_error() {
    let app = TestApp::start();
    let fields = account("Alice");
    let browsers: Vec<_> = (0..20).map(|_| app.browser()).collect();
    let clicks = browsers
        .iter()
        .map(|browser| browser.submit("/register", &fields));
    let answers = futures_util::future::join_all(clicks).await;
    let made = answers.iter().filter(|answer| answer.status == 303).count();
    let refused = answers.iter().filter(|answer| answer.status == 422).count();
    assert_eq!((made, refused), (1, 19));
}

#[actix_web::test]
async fn a_password_is_taken_as_it_is_typed() {
    let app = TestApp::start();
    let long = "x".repeat(72);
    let password = format!("{long} Ä 1 ");
    let fields = with(account("Alice").to_vec(), "password", &password);
    assert_eq!(app.browser().submit("/register", &fields).await.status, 303);
    for (typed, status) in [
        (password.clone(), 303),
        (password.trim_end().to_owned(), 422),
        (password.to_lowercase(), 422),
        (format!("{long} something else"), 422),
        (format!("{password}\0x"), 422),
    ] {
        let fields = [("email", "alice@example.org"), ("password", typed.as_str())];
        assert_eq!(
            app.browser().submit("/login", &fields).await.status,
            status,
            "{typed:?}"
        );
    }
}

#[actix_web::test]
async fn fields_that_are_not_the_persons_to_set_are_passed_over() {
    let app = TestApp::start();
    let mut fields = account("Alice").to_vec();
    fields.extend([
        ("role", "admin".to_owned()),
        ("is_admin", "true".to_owned()),
    ]);
    let browser = app.browser();
    browser.submit("/register", &fields).await;
    assert_eq!(browser.get("/admin/jobs").await.status, 404);
}

#[actix_web::test]
async fn an_address_is_the_one_that_mail_reaches_however_it_was_pasted() {
    let app = TestApp::start();
    let bea = app.browser();
    let fields = with(
        account("Bea").to_vec(),
        "email",
        "Bea Doe <Bea@Example.org>",
    );
    assert_eq!(bea.submit("/register", &fields).await.status, 303);
    let page = bea.get("/account").await;
    assert!(page.body.contains("bea@example.org"), "{}", page.body);
    assert!(!page.body.contains("Bea Doe"));
    let (_, answer) = app.sign_in("Bea", PASSWORD).await;
    assert_eq!(answer.status, 303);
    let pasted = [("email", "mailto:bea@example.org"), ("password", PASSWORD)];
    assert_eq!(app.browser().submit("/login", &pasted).await.status, 303);

    for unreachable in [
        "\"be a\"@example.org",
        "bea@[192.0.2.1]",
        "béa@example.org",
        "bea@intranet",
    ] {
        let fields = with(account("Bea").to_vec(), "email", unreachable);
        let answer = app.browser().submit("/register", &fields).await;
        assert_eq!(answer.status, 422, "{unreachable}");
        assert!(!answer.message("email").is_empty(), "{unreachable}");
        assert_eq!(answer.value("email"), unreachable);
    }
}
