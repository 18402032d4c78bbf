//! Somebody got into an account: what they began there ends when its owner recovers it.

use reqwest::Method;

use crate::support::{Answer, Browser, PASSWORD, TestApp, account, program};

const NEW: &str = "another horse battery";

async fn make_token(browser: &Browser) -> String {
    let fields = [
        ("name", "Thief"),
        ("scope", "write"),
        ("current_password", PASSWORD),
    ];
    let made = browser.submit("/account/tokens", &fields).await;
    assert_eq!(made.status, 200, "{}", made.body);
    made.text(".secret")
}

async fn status_with(app: &TestApp, token: &str) -> u16 {
    let request = app.browser().request(Method::GET, "/api/v1/me");
    Answer::of(request.bearer_auth(token)).await.status
}

/// Asks for a change of address, and returns the link in the mail to the new one.
async fn begin_to_change_address(app: &TestApp, thief: &Browser, mails: usize) -> String {
    let fields = [("email", "thief@example.org"), ("email_password", PASSWORD)];
    assert_eq!(thief.submit("/account/email", &fields).await.status, 303);
    let mail = app
        .mail(mails, "Thief", "Confirm your new email address")
        .await;
    mail.token()
}

async fn confirm_address(app: &TestApp, token: &str) -> u16 {
    let fields = [("token", token)];
    let answer = app.browser().submit("/confirmation/email", &fields).await;
    answer.status
}

#[actix_web::test]
async fn a_reset_ends_every_session_token_and_link() {
    let app = TestApp::start();
    let thief = app.member("Alice").await;
    let api_token = make_token(&thief).await;
    let webhook = [
        ("url", "https://thief.example/hook"),
        ("scope", "own"),
        ("current_password", PASSWORD),
    ];
    assert_eq!(
        thief.submit("/account/webhooks", &webhook).await.status,
        200
    );
    let link = begin_to_change_address(&app, &thief, 5).await;
    let factor = thief.get("/account/two-factor").await.value("secret");

    let owner = app.browser();
    let asked = owner.submit("/reset", &[("email", "alice@example.org")]);
    assert_eq!(asked.await.status, 200);
    let mail = app.mail(6, "Alice", "Reset your password").await;
    let fields = [("token", mail.token()), ("password", NEW.to_owned())];
    assert_eq!(owner.submit("/reset/password", &fields).await.status, 303);

    assert_eq!(thief.get("/dashboard").await.status, 303);
    assert_eq!(status_with(&app, &api_token).await, 401);
    assert_eq!(confirm_address(&app, &link).await, 410);
    let (owner, answer) = app.sign_in("Alice", NEW).await;
    assert_eq!(answer.status, 303);
    assert!(!owner.get("/account/webhooks").await.has(".rows"));
    let begun = [
        ("secret", factor),
        ("code", "123456".to_owned()),
        ("current_password", NEW.to_owned()),
    ];
    let answer = owner.submit("/account/two-factor", &begun).await;
    assert_eq!(
        answer.status, 400,
        "a set-up from before has no secret left"
    );
}

#[actix_web::test]
async fn a_changed_password_ends_the_same_and_keeps_api_tokens_only_when_asked() {
    let app = TestApp::start();
    let owner = app.member("Alice").await;
    let (thief, _) = app.sign_in("Alice", PASSWORD).await;
    let kept = make_token(&owner).await;
    let link = begin_to_change_address(&app, &thief, 4).await;
    assert!(owner.get("/account").await.has("[name=keep_api_tokens]"));
    let keeping = [
        ("current_password", PASSWORD),
        ("password", NEW),
        ("keep_api_tokens", "yes"),
    ];
    assert_eq!(
        owner.submit("/account/password", &keeping).await.status,
        303
    );
    assert_eq!(thief.get("/dashboard").await.status, 303);
    assert_eq!(owner.get("/dashboard").await.status, 200);
    assert_eq!(confirm_address(&app, &link).await, 410);
    assert_eq!(status_with(&app, &kept).await, 200);

    let without = [("current_password", NEW), ("password", PASSWORD)];
    assert_eq!(
        owner.submit("/account/password", &without).await.status,
        303
    );
    assert_eq!(status_with(&app, &kept).await, 401);
}

#[actix_web::test]
async fn a_stolen_session_makes_nothing_lasting_and_the_owner_is_told() {
    let app = TestApp::start();
    let root = app.admin().await;
    let thief = app.member("Alice").await;
    let guess = |fields: &[(&'static str, &'static str)]| {
        [fields, &[("current_password", "guessed")]].concat()
    };
    for (path, fields) in [
        (
            "/account/tokens",
            guess(&[("name", "x"), ("scope", "write")]),
        ),
        ("/account/webhooks", guess(&[("url", "https://a.example/")])),
        ("/account/removal", guess(&[])),
        ("/account/password", guess(&[("password", NEW)])),
        ("/account/two-factor/delete", guess(&[])),
        ("/account/two-factor/recovery-codes", guess(&[])),
    ] {
        let answer = thief.submit(path, &fields).await;
        let message = answer.message("current_password");
        assert_eq!(
            (answer.status, message.as_str()),
            (422, "That password is not correct."),
            "{path}"
        );
    }
    let fields = guess(&[("role", "admin")]);
    let answer = root.submit("/admin/accounts/2/role", &fields).await;
    assert_eq!(answer.status, 422);
    assert_eq!(
        answer.message("current_password"),
        "That password is not correct."
    );
    assert_eq!(thief.get("/admin/jobs").await.status, 404);

    make_token(&thief).await;
    app.mail(2, "Alice", "A new API token was created").await;
    let hook = [
        ("url", "https://hooks.example/"),
        ("current_password", PASSWORD),
    ];
    assert_eq!(thief.submit("/account/webhooks", &hook).await.status, 200);
    let told = app.mail(3, "Alice", "A new webhook was created").await;
    assert!(told.text.contains("hooks.example"));
    let power = [("role", "admin"), ("current_password", PASSWORD)];
    let given = root.submit("/admin/accounts/2/role", &power).await;
    assert_eq!(given.status, 303);
    app.mail(5, "Alice", "Your role was changed").await;
    let told = app.mail(5, "Root", "You changed").await;
    assert!(told.text.contains("alice@example.org"));
}

/// Runs `jobboard admin` with `input` on the board of `app`.
fn admin(app: &TestApp, arguments: &[&str], input: &str) -> std::process::Output {
    use std::{io::Write, process::Stdio};
    let mut child = program(app.folder())
        .env("DATABASE_URL", &app.database.url)
        .env("DATA_DIR", app.folder())
        .arg("admin")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(format!("{input}\n").as_bytes()).unwrap();
    drop(stdin);
    child.wait_with_output().unwrap()
}

#[actix_web::test]
async fn a_stranger_who_registered_the_operators_address_becomes_no_administrator() {
    let app = TestApp::start();
    let stranger = app.member("Root").await;
    let api_token = make_token(&stranger).await;
    let create = ["create", "root@example.org"];
    let refused = admin(&app, &create, NEW);
    let said = String::from_utf8(refused.stderr).unwrap();
    assert_eq!(refused.status.code(), Some(1), "{said}");
    assert!(said.contains("root@example.org has an account already: \"Root\""));
    assert!(said.contains("its address is not confirmed") && said.contains("--existing"));
    assert_eq!(stranger.get("/admin/jobs").await.status, 404);

    let made = admin(&app, &[&create[..], &["--existing"]].concat(), NEW);
    let said = String::from_utf8(made.stderr).unwrap();
    assert!(made.status.success(), "{said}");
    assert_eq!(stranger.get("/dashboard").await.status, 303);
    assert_eq!(status_with(&app, &api_token).await, 401);
    assert_eq!(app.sign_in("Root", PASSWORD).await.1.status, 422);
    let (root, answer) = app.sign_in("Root", NEW).await;
    assert_eq!(answer.status, 303);
    assert_eq!(root.get("/admin/jobs").await.status, 200);
}

#[actix_web::test]
async fn the_operator_sets_a_password_when_no_mail_arrives() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let api_token = make_token(&alice).await;
    let set = ["set-password", "alice@example.org"];
    let weak = admin(&app, &set, "alice123");
    assert_eq!(weak.status.code(), Some(1));
    let said = String::from_utf8(weak.stderr).unwrap();
    assert!(
        said.contains("password: This password is too easy to guess"),
        "{said}"
    );
    assert!(admin(&app, &set, NEW).status.success());
    assert_eq!(alice.get("/dashboard").await.status, 303);
    assert_eq!(status_with(&app, &api_token).await, 401);
    assert_eq!(app.sign_in("Alice", NEW).await.1.status, 303);
    let unknown = admin(&app, &["set-password", "bob@example.org"], NEW);
    assert_eq!(unknown.status.code(), Some(1));
    let log = app.admin().await.get("/admin/audit").await;
    assert!(log.text("main").contains("the operator"), "{}", log.body);
}

#[actix_web::test]
async fn a_password_made_of_the_address_or_the_sites_name_is_refused() {
    let app = TestApp::start_with(&[("SITE_NAME", "Analytical Jobs")]);
    for (email, password) in [
        ("wilhelmina@example.org", "wilhelmina"),
        ("wilhelmina@example.org", "Wilhelmina1"),
        ("wilhelmina@example.org", "wilhelmina@example.org"),
        ("wil.helmina@example.org", "wilhelmina"),
        ("ada@example.org", "AnalyticalJobs"),
        ("ada@example.org", "analytical jobs"),
        ("ada@example.org", "analytical"),
        ("ada@kilkenny-brewers.example", "kilkenny"),
    ] {
        let mut fields = account("Ada").to_vec();
        fields[1].1 = email.to_owned();
        fields[2].1 = password.to_owned();
        let answer = app.browser().submit("/register", &fields).await;
        assert_eq!(answer.status, 422, "{password}");
        assert!(
            answer
                .message("password")
                .starts_with("This password is too easy")
        );
        assert_eq!(answer.value("email"), email);
    }
    let long = "a".repeat(900);
    let mixed = format!("{long}river lamp quantum teapot");
    for (password, status) in [(long, 422), (mixed, 303)] {
        let mut fields = account("Ada").to_vec();
        fields[2].1 = password;
        let answer = app.browser().submit("/register", &fields).await;
        assert_eq!(answer.status, status);
    }
}
