//! Nothing that a person reads is left in the code or in a template. The board speaks a language that
//! nobody does, made of English by accents: whatever has none is not in `locales/`.

use actix_web::http::Method;
use chrono::{Days, Duration};
use diesel::prelude::*;
use jobboard::{
    app::features::FEATURES,
    platform::{
        i18n::Locale,
        schema::{accounts, jobs},
    },
};
use totp_rs::{Builder, Secret};

use crate::support::{
    Answer, Browser, MailServer, PASSWORD, TestApp, id_of, is_unaccented, job, unaccented, with,
};

/// The description of the API is for developers, in English.
const FOR_DEVELOPERS: [&str; 2] = ["api", "styleguide"];

/// An address without a letter, to which nothing is sent.
const WEBHOOK: &str = "https://93.184.216.34/";

/// A place has one name in all languages.
const PLACES: [&str; 2] = ["Moscow", "Russia"];

fn board(locale: Locale) -> TestApp {
    TestApp::start_changed(|config| {
        config.locale = locale;
        config.site_name = Some("Доска".into());
    })
}

/// Asserts that all of a page is in its language.
fn check(what: &str, page: &Answer) {
    assert!(
        page.header("content-type").starts_with("text/html"),
        "{what}"
    );
    let mut found = unaccented(&page.body);
    found.retain(|text| !PLACES.iter().any(|place| text.contains(place)));
    assert_eq!(found, Vec::<String>::new(), "{what}");
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
    let for_people = FEATURES
        .iter()
        .filter(|feature| !FOR_DEVELOPERS.contains(&feature.name));
    for endpoint in for_people.flat_map(|feature| (feature.endpoints)()) {
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
        "/admin/accounts?q=%D0%96",
        "/admin/accounts?q=%D0%90%D0%BD%D0%BD%D0%B0&tab=unconfirmed",
        "/admin/audit?who=1",
        "/admin/audit?who=nobody&action=signed_up",
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
        ("/account/two-factor", &[]),
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
    check("/admin/audit?who=2", &admin.get("/admin/audit?who=2").await);
}

/// A job in which nothing is English.
fn vacancy(title: &str) -> Vec<(&'static str, String)> {
    let mut fields = job(title);
    for (name, value) in [
        ("company", "Машины"),
        ("company_url", WEBHOOK),
        ("location", "Москва"),
        ("country", "RU"),
        ("category", "Техника"),
        ("tags", "Пар, Уголь"),
        ("pay_currency", "EUR"),
        (
            "description",
            "Ведёт **поезда** из Москвы и обратно, днём и ночью.",
        ),
        ("valid_through", "2090-02-01"),
    ] {
        fields = with(fields, name, value);
    }
    fields
}

async fn post(browser: &Browser, title: &str, more: &[(&'static str, &str)]) -> String {
    let mut fields = vacancy(title);
    for (name, value) in more {
        fields = with(fields, name, value);
    }
    let answer = browser.submit("/jobs", &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    answer.location().to_owned()
}

#[actix_web::test]
async fn every_page_of_jobs_is_in_the_language_of_the_board() {
    let app = board(Locale::Accented);
    let (admin, member) = (admin(&app).await, member(&app).await);
    let nobody = app.browser();
    let open = post(&member, "Машинист", &[("publish", "yes")]).await;
    let draft = post(&member, "Кочегар", &[]).await;
    let more = [
        ("publish", "yes"),
        ("workplace", "remote"),
        ("location", ""),
    ];
    let remote = post(&member, "Телеграфист", &more).await;
    let more = [
        ("publish", "yes"),
        ("apply_method", "on_site"),
        ("apply_to", "Вокзал"),
        ("pay_max", ""),
        ("employment_type", "PART_TIME"),
    ];
    let walk_in = post(&member, "Кассир", &more).await;
    app.count_suggestions().await;
    let of = |path: &str, verb: &str| format!("/jobs/{}/{verb}", id_of(path));
    for path in [&open, &draft, &remote, &walk_in] {
        for browser in [&nobody, &member, &admin] {
            let page = browser.get(path).await;
            check(path, &page);
        }
        for verb in ["edit", "closure", "removal"] {
            let path = of(path, verb);
            check(&path, &member.get(&path).await);
            check(&path, &admin.get(&path).await);
        }
    }
    for path in [
        "/dashboard",
        "/admin/jobs",
        "/admin/jobs?tab=removed",
        "/dashboard?q=%D0%9D%D0%B5%D1%82",
        "/jobs/new",
    ] {
        check(path, &admin.get(path).await);
        check(path, &member.get(path).await);
    }
    for path in [
        "/jobs?q=%D0%9C%D0%B0%D1%88%D0%B8%D0%BD%D0%B8%D1%81%D1%82",
        "/jobs?q=%D0%9C%D0%B0%D1%88%D0%B8%D0%BD%D0%B8%D1%81%D1%82&sort=relevance",
        "/jobs?q=%D0%9D%D0%B5%D1%82&workplace=hybrid",
        "/jobs?place=%D0%9C%D0%BE%D1%81%D0%BA%D0%B2%D0%B0&workplace=hybrid&type=FULL_TIME&days=7",
        "/jobs?pay=10&currency=EUR&per=HOUR",
        "/jobs?paid=yes&workplace=on_site",
        "/jobs?before=1",
        "/remote",
    ] {
        check(path, &nobody.visit(path).await);
    }
    let title = nobody.get("/jobs.atom").await;
    let feed: Vec<&str> = title
        .body
        .lines()
        .filter(|line| line.starts_with("<title>"))
        .collect();
    let titles = feed.iter().map(|line| line.replace("title>", ""));
    assert!(
        titles.into_iter().all(|title| !is_unaccented(&title)),
        "{feed:?}"
    );
    let summary = title
        .body
        .lines()
        .find(|line| line.contains("<summary>"))
        .unwrap();
    let summary = summary
        .split("<summary>")
        .nth(1)
        .unwrap()
        .split('<')
        .next()
        .unwrap();
    assert!(!is_unaccented(summary), "{summary}");
    let found = nobody.get("/suggestions?q=%D0%BC%D0%B0%D1%88").await;
    let found: serde_json::Value = serde_json::from_str(&found.body).unwrap();
    let kind = found[0]["kind"].as_str().unwrap();
    assert!(!is_unaccented(kind), "{kind}");
}

#[actix_web::test]
async fn what_is_done_with_jobs_is_told_in_the_language_of_the_board() {
    let app = board(Locale::Accented);
    let (admin, member) = (admin(&app).await, member(&app).await);
    let mut wrong = vacancy("");
    for (name, value) in [
        ("country", "Россия"),
        ("pay_min", "много"),
        ("pay_currency", "рубль"),
        ("valid_through", "завтра"),
        ("apply_to", "?"),
        ("company_url", "?"),
        ("publish", "yes"),
    ] {
        wrong = with(wrong, name, value);
    }
    check("wrong", &member.submit("/jobs", &wrong).await);
    check(
        "preview",
        &member.preview("/jobs/preview", &vacancy("Машинист")).await,
    );
    let unlisted = with(with(vacancy("Повар"), "country", ""), "workplace", "remote");
    check(
        "unlisted",
        &member.preview("/jobs/preview", &unlisted).await,
    );
    let draft = post(&member, "Машинист", &[]).await;
    let job = format!("/jobs/{}", id_of(&draft));
    let act = |verb: &str| format!("{job}/{verb}");
    submit(&member, &act("publication"), &[]).await;
    let stale = with(vacancy("Кочегар"), "version", "1");
    check("conflict", &member.submit(&job, &stale).await);
    submit(&member, &act("closure"), &[]).await;
    submit(&member, &act("closure"), &[("reason", "filled")]).await;
    let closed = app.browser().visit(&job).await;
    check("closed", &closed);
    submit(&member, &act("publication"), &[]).await;
    submit(&member, &act("publication/delete"), &[]).await;
    submit(&admin, &act("removal"), &[("reason", "…")]).await;
    check("removed", &member.get("/dashboard").await);
    let wrong = with(vacancy("Повар"), "publish_at", "вчера");
    check("schedule", &member.submit("/jobs", &wrong).await);
    let scheduled = [("publish_at", "2089-01-01"), ("publish", "yes")];
    let scheduled = post(&member, "Повар", &scheduled).await;
    let scheduled = format!("/jobs/{}", id_of(&scheduled));
    check("scheduled", &member.visit(&scheduled).await);
    check("scheduled", &member.get("/dashboard").await);
    submit(&member, &format!("{scheduled}/schedule/delete"), &[]).await;
    submit(&member, &format!("{scheduled}/renewal"), &[]).await;
    submit(&member, &format!("{scheduled}/confirmation"), &[]).await;
    submit(&member, &format!("{scheduled}/repost"), &[]).await;
    submit(&member, &format!("{scheduled}/publication"), &[]).await;
    submit(&member, &format!("{scheduled}/renewal"), &[]).await;
    submit(&member, &format!("{scheduled}/confirmation"), &[]).await;
    let (id, now) = (id_of(&scheduled), app.board.clock.now());
    let unconfirmed = jobs::unconfirmed_at.eq(now);
    app.board
        .write(move |db| {
            diesel::update(jobs::table.find(id))
                .set(unconfirmed)
                .execute(db)?;
            Ok(())
        })
        .await
        .unwrap();
    for path in [&scheduled, "/dashboard?tab=expired"] {
        check("unconfirmed", &member.visit(path).await);
    }
    check("unconfirmed", &app.browser().visit(&scheduled).await);
    let closure = format!("{scheduled}/closure");
    submit(&member, &closure, &[("reason", "paused")]).await;
    for action in ["renew", "confirm"] {
        let id = id.to_string();
        let fields = [("action", action), ("job", id.as_str())];
        submit(&member, "/jobs/bulk", &fields).await;
    }
    submit(&member, &format!("{scheduled}/publication"), &[]).await;
    submit(&member, &closure, &[("reason", "hired_here")]).await;
    submit(&member, &format!("{scheduled}/repost"), &[]).await;
    let other = post(&member, "Кассир", &[]).await;
    let gone = format!("/jobs/{}/removal", id_of(&other));
    submit(&member, &gone, &[]).await;
    check("log", &admin.get("/admin/audit").await);
}

#[actix_web::test]
async fn the_second_step_is_in_the_language_of_the_board() {
    let app = board(Locale::Accented);
    let member = member(&app).await;
    let page = member.get("/account/two-factor").await;
    check("/account/two-factor", &page);
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
    submit(&member, "/account/two-factor", &fields).await;
    let fields = [
        ("secret", secret.as_str()),
        ("code", &code),
        ("current_password", PASSWORD),
    ];
    submit(&member, "/account/two-factor", &fields).await;
    check("/account", &member.get("/account").await);
    let path = "/account/two-factor";
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
        "/account/two-factor/recovery-codes",
        "/account/two-factor/delete",
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
async fn reminders_and_the_page_behind_them_are_in_the_language_of_their_reader() {
    let (server, url) = MailServer::start();
    let english = TestApp::start_with(&[
        ("SMTP_URL", &url),
        ("VERIFY_EMAIL", "no"),
        ("SITE_NAME", "Доска"),
    ]);
    english.leave_tasks();
    let mut config = english.board.config.clone();
    config.locale = Locale::Accented;
    let app = english.replica(config);
    let member = member(&app).await;
    let now = app.board.clock.now();
    app.board
        .write(move |db| {
            diesel::update(accounts::table)
                .set(accounts::verified_at.eq(now))
                .execute(db)?;
            Ok(())
        })
        .await
        .unwrap();
    let day = |days| (app.board.clock.today() + Days::new(days)).to_string();
    let publish = ("publish", "yes");
    post(&member, "Кочегар", &[publish, ("valid_through", &day(9))]).await;
    post(&member, "Машинист", &[publish, ("valid_through", "")]).await;
    let late = [
        publish,
        ("publish_at", &*day(1)),
        ("valid_through", &day(1)),
    ];
    post(&member, "Повар", &late).await;
    let mut links = Vec::new();
    for _ in 0..23 {
        app.board.clock.advance(Duration::days(2));
        app.run_tasks().await;
    }
    for mail in server.received(0).await {
        if mail.text.contains("/confirmation?") {
            continue;
        }
        let mut lines: Vec<&str> = mail.text.lines().collect();
        lines.retain(|line| is_unaccented(line));
        assert_eq!(lines, Vec::<&str>::new(), "{}", mail.subject);
        assert!(!is_unaccented(&mail.subject), "{}", mail.subject);
        assert_eq!(unaccented(&mail.html), Vec::<String>::new());
        if mail.text.contains("token=") {
            links.push(mail.link());
        }
    }
    assert_eq!(links.len(), 4, "two for each job that was open");
    for link in &links {
        let page = app.browser().get(link).await;
        check(link, &page);
        let token = page.value("token");
        submit(&app.browser(), "/reminder", &[("token", &token)]).await;
    }
    check("gone", &app.browser().get("/reminder?token=x").await);
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
