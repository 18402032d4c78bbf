//! Two-factor authentication: codes from an app, and recovery codes.

use totp_rs::{Builder, Secret, Totp};

use crate::support::{Answer, Browser, PASSWORD, TestApp};

/// The app on somebody's phone.
struct Phone(Totp);

impl Phone {
    /// Reads the secret off the page.
    fn scan(page: &Answer) -> Self {
        assert!(page.has("svg.qr path"));
        let spelled = page.text(".steps code").replace(' ', "");
        let secret = Secret::try_from_base32(spelled).unwrap();
        Self(Builder::new().with_secret(secret).build().unwrap())
    }

    fn code(&self, app: &TestApp) -> String {
        let now = app.board.clock.now().and_utc().timestamp();
        self.0.generate(now.try_into().unwrap()).to_string()
    }
}

/// Somebody with two-factor authentication: the browser it was set in, the phone, the recovery codes.
async fn alice_with_phone(app: &TestApp) -> (Browser, Phone, Vec<String>) {
    let alice = app.member("Alice").await;
    let page = alice.get("/account/two-factor").await;
    let phone = Phone::scan(&page);
    let fields = [
        ("secret", page.value("secret")),
        ("code", phone.code(app)),
        ("current_password", PASSWORD.to_owned()),
    ];
    let set = alice.submit("/account/two-factor", &fields).await;
    assert_eq!(
        (set.status, set.text("h1").as_str()),
        (200, "Your recovery codes")
    );
    let codes = set.texts(".codes code");
    assert_eq!(codes.len(), 10);
    app.board.clock.advance(chrono::Duration::seconds(30));
    (alice, phone, codes)
}

/// Gives the right password, and then `code`.
async fn sign_in(app: &TestApp, code: &str) -> (Browser, Answer) {
    let (browser, asked) = app.sign_in("Alice", PASSWORD).await;
    assert_eq!(
        (asked.status, asked.text("h1").as_str()),
        (200, "Enter your code")
    );
    let fields = [("ticket", asked.value("ticket")), ("code", code.to_owned())];
    let answer = browser.submit("/login/code", &fields).await;
    (browser, answer)
}

#[actix_web::test]
async fn a_program_owes_the_code_as_well() {
    let app = TestApp::start();
    let (_, phone, _) = alice_with_phone(&app).await;
    let sign_in = async |code: &str| {
        let fields = [
            ("username", "alice@example.org"),
            ("password", PASSWORD),
            ("code", code),
        ];
        app.browser().submit("/login/token", &fields).await.status
    };
    assert_eq!(sign_in("").await, 401);
    assert_eq!(sign_in("000000").await, 401);
    let code = phone.code(&app);
    assert_eq!(sign_in(&code).await, 200);
    assert_eq!(sign_in(&code).await, 401, "no code counts twice");
}

#[actix_web::test]
async fn with_a_second_factor_the_password_alone_signs_nobody_in() {
    let app = TestApp::start();
    let (_, phone, _) = alice_with_phone(&app).await;
    app.mail(2, "Alice", "Two-factor authentication is on")
        .await;
    let (browser, asked) = app.sign_in("Alice", PASSWORD).await;
    assert!(asked.headers.get("set-cookie").is_none());
    assert_eq!(browser.get("/dashboard").await.status, 303);

    let refused = sign_in(&app, "000000").await.1;
    assert_eq!(refused.status, 422);
    assert!(
        refused
            .message("code")
            .starts_with("That code is incorrect")
    );

    let (browser, done) = sign_in(&app, &phone.code(&app)).await;
    assert_eq!((done.status, done.location()), (303, "/dashboard"));
    assert_eq!(browser.get("/dashboard").await.status, 200);
}

#[actix_web::test]
async fn no_code_counts_twice() {
    let app = TestApp::start();
    let (_, phone, _) = alice_with_phone(&app).await;
    let code = phone.code(&app);
    assert_eq!(sign_in(&app, &code).await.1.status, 303);
    assert_eq!(sign_in(&app, &code).await.1.status, 422);
    let tickets = [
        app.sign_in("Alice", PASSWORD).await,
        app.sign_in("Alice", PASSWORD).await,
    ];
    app.board.clock.advance(chrono::Duration::seconds(30));
    let code = phone.code(&app);
    let at_once = tickets.iter().map(async |(browser, asked)| {
        let fields = [("ticket", asked.value("ticket")), ("code", code.clone())];
        browser.submit("/login/code", &fields).await.status
    });
    let mut statuses = futures_util::future::join_all(at_once).await;
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 422]);
}

#[actix_web::test]
async fn a_recovery_code_lets_in_once() {
    let app = TestApp::start();
    let (alice, _, codes) = alice_with_phone(&app).await;
    let typed = codes[3].to_uppercase().replace('-', " ");
    let (browser, done) = sign_in(&app, &typed).await;
    assert_eq!(done.status, 303);
    let page = browser.follow(&done).await;
    assert!(
        page.text(".notice")
            .contains("That recovery code can’t be used again")
    );
    assert_eq!(sign_in(&app, &codes[3]).await.1.status, 422);
    let page = alice.get("/account/two-factor").await;
    assert!(page.text("main").contains("9 recovery codes left"));

    let wrong = [("current_password", "wrong")];
    let path = "/account/two-factor/recovery-codes";
    assert_eq!(alice.submit(path, &wrong).await.status, 422);
    let renewed = alice.submit(path, &[("current_password", PASSWORD)]).await;
    let new = renewed.texts(".codes code");
    assert_eq!(sign_in(&app, &codes[4]).await.1.status, 422);
    assert_eq!(sign_in(&app, &new[0]).await.1.status, 303);
}

#[actix_web::test]
async fn it_is_set_with_a_right_code_and_the_password_only_and_ends_other_sessions() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let (elsewhere, _) = app.sign_in("Alice", PASSWORD).await;
    let page = alice.get("/account/two-factor").await;
    let phone = Phone::scan(&page);
    let fields = [
        ("secret", page.value("secret")),
        ("code", "123".to_owned()),
        ("current_password", "wrong".to_owned()),
    ];
    let refused = alice.submit("/account/two-factor", &fields).await;
    assert_eq!(refused.status, 422);
    assert!(
        refused
            .message("code")
            .starts_with("That code does not match")
    );
    assert_eq!(
        refused.message("current_password"),
        "That password is not correct."
    );
    assert_eq!(
        refused.text(".steps code"),
        page.text(".steps code"),
        "the same picture"
    );
    assert_eq!(app.sign_in("Alice", PASSWORD).await.1.status, 303);

    let bob = app.member("Bob").await;
    let hers = [
        ("secret", page.value("secret")),
        ("code", phone.code(&app)),
        ("current_password", PASSWORD.to_owned()),
    ];
    assert_eq!(bob.submit("/account/two-factor", &hers).await.status, 400);
    assert_eq!(elsewhere.get("/dashboard").await.status, 200);
    assert_eq!(alice.submit("/account/two-factor", &hers).await.status, 200);
    assert_eq!(elsewhere.get("/dashboard").await.status, 303);
}

#[actix_web::test]
async fn turning_it_off_takes_the_password_and_is_told_by_mail() {
    let app = TestApp::start();
    let (alice, _, _) = alice_with_phone(&app).await;
    let path = "/account/two-factor/delete";
    let refused = alice.submit(path, &[("current_password", "wrong")]).await;
    assert_eq!(
        refused.message("current_password"),
        "That password is not correct."
    );
    let done = alice.submit(path, &[("current_password", PASSWORD)]).await;
    assert_eq!((done.status, done.location()), (303, "/account"));
    assert_eq!(app.sign_in("Alice", PASSWORD).await.1.status, 303);
    app.mail(3, "Alice", "Two-factor authentication is off")
        .await;
}

#[actix_web::test]
async fn the_step_between_password_and_code_is_short_and_ends_with_the_password() {
    let app = TestApp::start();
    let (alice, phone, _) = alice_with_phone(&app).await;
    let late = app.sign_in("Alice", PASSWORD).await;
    let forged = [("ticket", "k1:AAAA".to_owned()), ("code", phone.code(&app))];
    assert_eq!(
        app.browser().submit("/login/code", &forged).await.status,
        422
    );
    app.board.clock.advance(chrono::Duration::minutes(6));
    let fields = [
        ("ticket", late.1.value("ticket")),
        ("code", phone.code(&app)),
    ];
    let answer = late.0.submit("/login/code", &fields).await;
    assert_eq!(answer.text("h1"), "Sign in");
    assert!(
        answer
            .message("email")
            .starts_with("Your sign-in timed out")
    );

    let stolen = app.sign_in("Alice", PASSWORD).await;
    let change = [
        ("current_password", PASSWORD),
        ("password", "another horse battery"),
    ];
    assert_eq!(alice.submit("/account/password", &change).await.status, 303);
    let fields = [
        ("ticket", stolen.1.value("ticket")),
        ("code", phone.code(&app)),
    ];
    assert_eq!(stolen.0.submit("/login/code", &fields).await.status, 422);
}

#[actix_web::test]
async fn guessing_codes_is_slowed_down() {
    let app = TestApp::start();
    let (_, phone, _) = alice_with_phone(&app).await;
    let (browser, asked) = app.sign_in("Alice", PASSWORD).await;
    let ticket = asked.value("ticket");
    let mut statuses = Vec::new();
    for number in 0..21 {
        let fields = [("ticket", ticket.clone()), ("code", format!("{number:06}"))];
        statuses.push(browser.submit("/login/code", &fields).await.status);
    }
    assert_eq!(statuses[..20], [422; 20]);
    assert_eq!(statuses[20], 429);
    let fields = [("ticket", ticket), ("code", phone.code(&app))];
    assert_eq!(browser.submit("/login/code", &fields).await.status, 429);
}

#[actix_web::test]
async fn a_form_and_a_destination_survive_both_steps() {
    let app = TestApp::start();
    let (alice, phone, _) = alice_with_phone(&app).await;
    alice.press("/logout").await;
    let asked = alice.submit("/jobs", &crate::support::job("Kept")).await;
    assert_eq!(asked.status, 401);
    let fields = [
        ("email", "alice@example.org".to_owned()),
        ("password", PASSWORD.to_owned()),
        ("pending_to", asked.value("pending_to")),
        ("pending_fields", asked.value("pending_fields")),
    ];
    let step = alice.submit("/login", &fields).await;
    let fields = [
        ("ticket", step.value("ticket")),
        ("code", phone.code(&app)),
        ("pending_to", step.value("pending_to")),
        ("pending_fields", step.value("pending_fields")),
    ];
    let offered = alice.submit("/login/code", &fields).await;
    assert_eq!(offered.value("title"), "Kept");
    assert_eq!(alice.get("/dashboard").await.status, 200);
}
