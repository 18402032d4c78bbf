//! Nothing that a person reads is left in the code or in a template. The board speaks a language that
//! nobody does, made of English by accents: whatever has none is not in `locales/`.

use actix_web::http::Method;
use jobboard::{app::features::FEATURES, platform::i18n::Locale};
use totp_rs::{Builder, Secret};

use crate::support::{Answer, Browser, PASSWORD, TestApp, is_unaccented, unaccented};

/// Features whose pages are not moved yet. It only shrinks.
const TO_DO: [&str; 3] = ["jobs", "search", "feeds"];

/// The description of the API is for developers, in English.
const FOR_DEVELOPERS: [&str; 1] = ["api"];

/// An address without a letter, to which nothing is sent.
const WEBHOOK: &str = "https://93.184.216.34/";

fn board(locale: Locale) -> TestApp {
    TestApp::start_changed(|config| {
        config.locale = locale;
        config.site_name = "Доска".into();
    })
}

/// Asserts that all of a page is in its language.
fn check(what: &str, page: &Answer) {
    assert!(
        page.header("content-type").starts_with("text/html"),
        "{what}"
    );
    assert_eq!(unaccented(&page.body), Vec::<String>::new(), "{what}");
}

/// Sends a form and checks the page that comes of it, after a redirect, too.
async fn submit(browser: &Browser, path: &str, fields: &[(&str, &str)]) -> Answer {
    let mut answer = browser.submit(path, fields).await;
    if answer.status == 303 {
        answer = browser.follow(&answer).await;
    }
    check(path, &answer);
    answer
}

async fn member(app: &TestApp) -> Browser {
    let browser = app.browser();
    let fields = [
        ("name", "Анна"),
        ("email", "anna@example.org"),
        ("password", PASSWORD),
    ];
    assert_eq!(browser.submit("/register", &fields).await.status, 303);
    browser
}

async fn admin(app: &TestApp) -> Browser {
    let browser = app.browser();
    let fields = [
        ("name", "Корень"),
        ("email", "root@example.org"),
        ("password", PASSWORD),
        ("code", app.setup_code()),
    ];
    assert_eq!(browser.submit("/setup", &fields).await.status, 303);
    browser
}

#[actix_web::test]
async fn every_page_is_in_the_language_of_the_board() {
    let app = board(Locale::Accented);
    let nobody = app.browser();
    check("/setup", &nobody.get("/setup").await);
    let admin = admin(&app).await;
    let member = member(&app).await;
    let moved = FEATURES.iter().filter(|feature| {
        !TO_DO.contains(&feature.name) && !FOR_DEVELOPERS.contains(&feature.name)
    });
    for endpoint in moved.flat_map(|feature| (feature.endpoints)()) {
        for browser in [&nobody, &member, &admin] {
            let path = endpoint.path.replace("{account}", "2");
            if endpoint.method != Method::GET || path.contains('{') {
                continue;
            }
            let page = browser.get(&path).await;
            if page.header("content-type").starts_with("text/html") {
                check(&path, &page);
            }
        }
    }
    for path in [
        "/admin/accounts?email=x",
        "/admin/accounts?email=anna",
        "/admin/audit?before=0",
        "/admin/audit?before=0&account=1",
    ] {
        check(path, &admin.get(path).await);
    }
}

#[actix_web::test]
async fn what_is_wrong_and_what_was_done_is_in_the_language_of_the_board() {
    let app = board(Locale::Accented);
    let wrong_code = [("code", "x")];
    submit(&app.browser(), "/setup", &wrong_code).await;
    let admin = admin(&app).await;
    let member = member(&app).await;
    let nobody = app.browser();
    for (path, fields) in [
        ("/register", &[("name", "\u{202e}"), ("email", "x")][..]),
        (
            "/register",
            &[
                ("password", "password"),
                ("email", "a@b.example"),
                ("name", "А"),
            ],
        ),
        (
            "/register",
            &[
                ("password", PASSWORD),
                ("email", "anna@example.org"),
                ("name", "А"),
            ],
        ),
        (
            "/login",
            &[("email", "anna@example.org"), ("password", "wrong")],
        ),
        ("/login", &[("pending_to", "/jobs"), ("password", "wrong")]),
        ("/login/code", &[("ticket", "?")]),
        ("/reset", &[("email", "?")]),
        ("/reset", &[("email", "anna@example.org")]),
        ("/reset/password", &[("token", "?")]),
        ("/confirmation", &[("token", "?")]),
    ] {
        submit(&nobody, path, fields).await;
    }
    for (path, fields) in [
        ("/account/name", &[("name", "")][..]),
        ("/account/name", &[("name", "Анна")]),
        (
            "/account/email",
            &[("email", "anna@example.org"), ("email_password", "?")],
        ),
        (
            "/account/email",
            &[("email", "new@example.org"), ("email_password", PASSWORD)],
        ),
        (
            "/account/password",
            &[("password", "?"), ("current_password", "?")],
        ),
        (
            "/account/password",
            &[("password", "password"), ("current_password", PASSWORD)],
        ),
        ("/account/confirmation", &[]),
        ("/account/sessions/delete", &[]),
        ("/account/tokens", &[("current_password", "?")]),
        (
            "/account/tokens",
            &[
                ("name", "№"),
                ("scope", "read"),
                ("current_password", PASSWORD),
            ],
        ),
        ("/account/second-factor", &[]),
        ("/account/removal", &[("current_password", "?")]),
        ("/account/tokens/1/delete", &[]),
        (
            "/account/webhooks",
            &[("url", "?"), ("current_password", "?")],
        ),
        (
            "/account/webhooks",
            &[
                ("url", "http://127.0.0.1:9/"),
                ("current_password", PASSWORD),
            ],
        ),
        (
            "/account/webhooks",
            &[("url", WEBHOOK), ("current_password", PASSWORD)],
        ),
    ] {
        submit(&member, path, fields).await;
    }
    check("a webhook", &member.get("/account/webhooks/1").await);
    submit(&member, "/account/webhooks/1/delete", &[]).await;
    for (path, fields) in [
        ("/admin/accounts/1/role", &[("role", "member")][..]),
        ("/admin/accounts/2/role", &[("role", "?")]),
        ("/admin/accounts/2/role", &[("role", "admin")]),
        (
            "/admin/accounts/2/role",
            &[("role", "admin"), ("current_password", PASSWORD)],
        ),
        ("/admin/accounts/2/disablement", &[]),
        ("/admin/accounts/2/sessions/delete", &[]),
        ("/account/removal", &[("current_password", PASSWORD)]),
    ] {
        submit(&admin, path, fields).await;
    }
    check("/admin/accounts", &admin.get("/admin/accounts").await);
    check(
        "/admin/audit?account=2",
        &admin.get("/admin/audit?account=2").await,
    );
}

#[actix_web::test]
async fn the_second_step_is_in_the_language_of_the_board() {
    let app = board(Locale::Accented);
    let member = member(&app).await;
    let page = member.get("/account/second-factor").await;
    check("/account/second-factor", &page);
    let secret = Secret::try_from_base32(page.text(".steps code").replace(' ', "")).unwrap();
    let phone = Builder::new().with_secret(secret).build().unwrap();
    let now = app.board.clock.now().and_utc().timestamp();
    let code = phone.generate(now.try_into().unwrap()).to_string();
    let secret = page.value("secret");
    let fields = [
        ("secret", secret.as_str()),
        ("code", "0"),
        ("current_password", "?"),
    ];
    submit(&member, "/account/second-factor", &fields).await;
    let fields = [
        ("secret", secret.as_str()),
        ("code", &code),
        ("current_password", PASSWORD),
    ];
    submit(&member, "/account/second-factor", &fields).await;
    check("/account", &member.get("/account").await);
    let path = "/account/second-factor";
    check(path, &member.get(path).await);
    let nobody = app.browser();
    let asked = submit(
        &nobody,
        "/login",
        &[("email", "anna@example.org"), ("password", PASSWORD)],
    )
    .await;
    let ticket = asked.value("ticket");
    submit(
        &nobody,
        "/login/code",
        &[("ticket", &ticket), ("code", "0")],
    )
    .await;
    for path in [
        "/account/second-factor/recovery-codes",
        "/account/second-factor/delete",
    ] {
        submit(&member, path, &[("current_password", PASSWORD)]).await;
    }
}

#[actix_web::test]
async fn every_error_is_in_the_language_of_the_board() {
    let app = board(Locale::Accented);
    let browser = app.browser();
    check("/nothing", &browser.get("/nothing").await);
    check("/panic", &browser.get("/panic").await);
    for status in 400..=511 {
        let path = format!("/status/{status}");
        check(&path, &browser.get(&path).await);
    }
    for path in ["/api/v1/nothing", "/api/v1/me"] {
        let problem = browser.get(path).await;
        let problem: serde_json::Value = serde_json::from_str(&problem.body).unwrap();
        for part in ["title", "detail"] {
            let text = problem[part].as_str().unwrap();
            assert!(!is_unaccented(text), "{path}: {text}");
        }
    }
    let foreign = browser
        .request(Method::POST.as_str().parse().unwrap(), "/login")
        .header("sec-fetch-site", "cross-site");
    check("from elsewhere", &Answer::of(foreign).await);
}

#[actix_web::test]
async fn every_mail_is_in_the_language_of_its_reader() {
    let app = board(Locale::Accented);
    let admin = admin(&app).await;
    let member = member(&app).await;
    let password = ("current_password", PASSWORD);
    app.browser()
        .submit("/reset", &[("email", "anna@example.org")])
        .await;
    let fields = [("email", "new@example.org"), ("email_password", PASSWORD)];
    member.submit("/account/email", &fields).await;
    let token = [("name", "№"), ("scope", "read"), password];
    member.submit("/account/tokens", &token).await;
    for role in ["admin", "member"] {
        admin
            .submit("/admin/accounts/2/role", &[("role", role), password])
            .await;
    }
    let fields = [password, ("password", "another horse battery")];
    member.submit("/account/password", &fields).await;
    let password = [("current_password", "another horse battery")];
    member.submit("/account/removal", &password).await;
    for mail in app.mails(11).await {
        let lines: Vec<&str> = mail
            .text
            .lines()
            .filter(|line| is_unaccented(line))
            .collect();
        assert_eq!(lines, Vec::<&str>::new(), "{}", mail.subject);
        assert!(!is_unaccented(&mail.subject), "{}", mail.subject);
        assert_eq!(unaccented(&mail.html), Vec::<String>::new());
    }
}

#[actix_web::test]
async fn a_language_from_right_to_left_is_shown_so() {
    for locale in Locale::ALL {
        let app = board(locale);
        for path in ["/", "/jobs", "/login", "/nothing"] {
            let page = app.browser().get(path).await;
            let told = |name| page.attribute("html", name);
            assert_eq!(told("lang").as_deref(), Some(locale.lang()), "{path}");
            assert_eq!(told("dir").as_deref(), Some(locale.dir()), "{path}");
        }
    }
}
