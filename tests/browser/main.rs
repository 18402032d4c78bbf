//! The main job in a real browser: with JavaScript, and with it switched off.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot go on has failed"
)]

#[path = "../board/support/mod.rs"]
#[expect(
    dead_code,
    unused_imports,
    reason = "the story uses a part of what the other tests do"
)]
mod support;

mod chromium;

use chromium::{Chromium, Page};
use support::{PASSWORD, TestApp};

#[actix_web::test]
async fn somebody_signs_up_posts_a_job_with_errors_first_and_looks_after_it() {
    whole_story(&Chromium::start(true).await).await;
}

#[actix_web::test]
async fn everything_works_without_javascript() {
    whole_story(&Chromium::start(false).await).await;
}

async fn whole_story(chromium: &Chromium) {
    let app = TestApp::start();
    let page = chromium.open(&app.url).await;

    page.go("/").await;
    page.click_link("Post a job").await;
    assert_eq!(
        page.heading().await,
        "Sign in or create an account to post a job"
    );
    page.click_link("Create an account").await;
    page.fill("name", "Alice").await;
    page.fill("email", "alice@example.org").await;
    page.fill("password", "short").await;
    page.press("Create an account").await;
    assert_eq!(
        page.text("#password-message").await,
        "Enter at least 8 characters."
    );
    assert_eq!(page.focused().await, "password");
    assert_eq!(page.value("email").await, "alice@example.org");
    page.fill("password", PASSWORD).await;
    page.press("Create an account").await;
    assert_eq!(
        page.heading().await,
        "Post a job",
        "back where it was going"
    );

    page.sign_out().await;
    assert_eq!(page.text(".notice").await, "You are signed out.");
    page.go("/login?next=/jobs/new").await;
    page.fill("email", "alice@example.org").await;
    page.fill("password", PASSWORD).await;
    page.press("Sign in").await;
    assert_eq!(page.heading().await, "Post a job");

    page.fill("company", "Analytical Engines").await;
    page.press("Publish").await;
    assert_eq!(page.focused().await, "title");
    assert_eq!(page.text("#title-message").await, "Enter a job title.");
    assert_eq!(page.value("company").await, "Analytical Engines");
    page.fill("title", "Engine driver").await;
    page.choose("employment_type", "FULL_TIME").await;
    page.fill("location", "London").await;
    page.fill("pay_min", "40k").await;
    page.fill("apply_to", "engines.example/jobs").await;
    page.fill("description", "Drive **engines** all day, and some nights.")
        .await;
    page.press("Preview").await;
    assert_eq!(page.text(".preview .title").await, "Engine driver");
    assert_eq!(page.text(".preview strong").await, "engines");
    page.click(".preview-bar button[name=publish]").await;
    assert!(page.text(".notice").await.ends_with(" is published."));

    page.go("/").await;
    assert_eq!(page.text(".open-now").await, "1 job open now");
    page.fill("q", "engine driver").await;
    page.press("Search").await;
    assert_eq!(page.text(".range").await, "1–1 of 1");
    assert_eq!(page.text(".card .pay").await, "$40,000+ a year");
    page.click_link("Engine driver").await;
    assert_eq!(page.heading().await, "Engine driver");
    page.click(".of-company a").await;
    assert_eq!(page.heading().await, "Jobs at Analytical Engines");
    page.click_link("Companies").await;
    assert_eq!(
        page.text(".companies .company-name").await,
        "Analytical Engines"
    );
    page.click_link("Jobs").await;
    page.click_link("Engine driver").await;

    page.click_link("Edit").await;
    page.fill("title", "Senior engine driver").await;
    page.press("Save changes").await;
    assert_eq!(page.heading().await, "Senior engine driver");

    page.click_link("Close…").await;
    page.click("input[value=hired_here]").await;
    page.press("Close job").await;
    assert_eq!(page.text(".table .status").await, "Closed (filled)");

    page.click(".table summary").await;
    page.click_link("Delete…").await;
    assert_eq!(page.heading().await, "Delete this job?");
    page.press("Delete job").await;
    assert!(page.text(".notice").await.ends_with(" is deleted."));
    page.close().await;
}

#[actix_web::test]
async fn a_form_on_another_site_cannot_act_for_somebody_signed_in() {
    let chromium = Chromium::start(true).await;
    let app = TestApp::start();
    let page = chromium.open(&app.url).await;
    page.go("/register").await;
    page.fill("name", "Alice").await;
    page.fill("email", "alice@example.org").await;
    page.fill("password", PASSWORD).await;
    page.press("Create an account").await;

    let attack = format!(
        "data:text/html,<form method=post action='{}/jobs'><input name=title value=Pwned><button>Win a prize</button></form>",
        app.url
    );
    page.go_to(&attack).await;
    page.press("Win a prize").await;
    assert_eq!(page.text(".code").await, "403");
    page.go("/dashboard").await;
    assert_eq!(
        page.text(".empty strong").await,
        "You haven’t posted any jobs yet."
    );
    page.close().await;
}

/// Tries to run a script, however it is put into a page.
const CANARY: &str = "'\"></title></textarea><img src=x onerror=document.title=1><script>document.title=1</script>{{7*7}}";

async fn nothing_ran(page: &Page, path: &str) {
    page.go(path).await;
    assert_ne!(page.title().await, "1", "{path}");
    assert!(!page.has("img[src=x]").await, "{path}");
    assert!(!page.source().await.contains("</script>49"), "{path}");
}

#[actix_web::test]
async fn nothing_that_is_typed_anywhere_runs_on_any_page_or_in_a_mail() {
    let chromium = Chromium::start(true).await;
    let site_name: String = CANARY.chars().take(60).collect();
    let app = TestApp::start_with(&[("SITE_NAME", &site_name)]);
    app.admin().await;
    let alice = app.browser();
    let account = support::with(support::account("Alice").to_vec(), "name", CANARY);
    assert_eq!(alice.submit("/register", &account).await.status, 303);
    let mut fields = support::job(
        &format!("Title {CANARY}")
            .chars()
            .take(140)
            .collect::<String>(),
    );
    for (name, value) in [
        ("company", CANARY.chars().take(120).collect()),
        ("company_url", format!("https://engines.example/?{CANARY}")),
        ("location", CANARY.to_owned()),
        ("locality", CANARY.to_owned()),
        ("region", CANARY.to_owned()),
        ("country", "GB".to_owned()),
        ("applicant_location", CANARY.to_owned()),
        ("category", CANARY.chars().take(80).collect()),
        ("tags", "<script>alert(1)</script>".to_owned()),
        ("apply_method", "on_site".to_owned()),
        ("apply_to", CANARY.to_owned()),
        (
            "description",
            format!(
                "A description with {CANARY} in it, <svg><set onbegin=alert(1)> and [x](javascript:alert(1))."
            ),
        ),
    ] {
        fields = support::with(fields, name, &value);
    }
    fields.push(("publish", "yes".into()));
    let posted = alice.submit("/jobs", &fields).await;
    assert_eq!(posted.status, 303, "{}", posted.body);
    let path = posted.location().to_owned();
    let id = support::id_of(&path);
    let shown = alice.get(&path).await;
    assert!(shown.has("script[type='application/ld+json']"));

    let page = chromium.open(&app.url).await;
    let query: String = form_urlencoded::byte_serialize(CANARY.as_bytes()).collect();
    page.go("/login").await;
    page.fill("email", "root@example.org").await;
    page.fill("password", PASSWORD).await;
    page.press("Sign in").await;
    page.go("/account/tokens").await;
    page.fill("name", &CANARY.chars().take(60).collect::<String>())
        .await;
    page.fill("current_password", PASSWORD).await;
    page.press("Create token").await;
    for path in [
        path.clone(),
        "/".into(),
        format!("/jobs?q={query}"),
        format!("/nope/{query}"),
        format!("/login?next={query}"),
        format!("/jobs/{id}/edit"),
        format!("/jobs/{id}/closure"),
        format!("/jobs/{id}/removal"),
        "/admin/jobs".into(),
        "/admin/accounts".into(),
        format!("/admin/accounts?email={query}"),
        "/admin/accounts/2".into(),
        "/admin/audit".into(),
        "/account".into(),
        "/account/two-factor".into(),
        "/account/tokens".into(),
    ] {
        nothing_ran(&page, &path).await;
    }
    assert_eq!(page.violations().await, Vec::<String>::new());
    // Chromium shows these in a page of its own, whose styles the policy forbids.
    for path in [
        "/jobs.atom",
        "/jobs.rss",
        "/jobs.json",
        "/jobs.indeed.xml",
        "/sitemaps/0.xml",
        "/opensearch.xml",
        &format!("/api/v1/jobs/{id}"),
    ] {
        nothing_ran(&page, path).await;
    }

    let file = app.folder().join("mail.html");
    for mail in app.mails(2).await {
        std::fs::write(&file, &mail.html).unwrap();
        page.go_to(&format!("file://{}", file.display())).await;
        assert_ne!(page.title().await, "1");
        assert!(!page.has("img").await);
    }
    page.close().await;
}

#[actix_web::test]
async fn somebody_confirms_by_mail_forgets_the_password_and_sets_up_a_second_step() {
    let chromium = Chromium::start(false).await;
    let app = TestApp::start_with(&[("VERIFY_EMAIL", "yes")]);
    let page = chromium.open(&app.url).await;
    page.go("/register").await;
    page.fill("name", "Alice").await;
    page.fill("email", "alice@example.org").await;
    page.fill("password", PASSWORD).await;
    page.press("Create an account").await;
    assert_eq!(page.heading().await, "Check your email");
    let mail = app.mail(1, "Alice", "Confirm your email address").await;
    page.go(&mail.link()).await;
    page.fill("password", PASSWORD).await;
    page.press("Confirm and sign in").await;
    assert_eq!(page.text(".notice").await, "Email address confirmed.");
    page.sign_out().await;

    page.click_link("Sign in").await;
    page.click_link("Forgot your password?").await;
    page.fill("email", "alice@example.org").await;
    page.press("Send link").await;
    let mail = app.mail(2, "Alice", "Reset your password").await;
    page.go(&mail.link()).await;
    page.fill("password", "another horse battery").await;
    page.press("Set password").await;
    assert_eq!(
        page.text(".notice").await,
        "Password changed. Sign in with your new password."
    );
    page.fill("email", "alice@example.org").await;
    page.fill("password", "another horse battery").await;
    page.press("Sign in").await;

    page.go("/account/two-factor").await;
    let secret = page.text(".steps code").await.replace(' ', "");
    let secret = totp_rs::Secret::try_from_base32(secret).unwrap();
    let phone = totp_rs::Builder::new().with_secret(secret).build().unwrap();
    let code = || {
        let now = app.board.clock.now().and_utc().timestamp();
        phone.generate(now.try_into().unwrap()).to_string()
    };
    page.fill("code", &code()).await;
    page.fill("current_password", "another horse battery").await;
    page.press("Turn on").await;
    assert_eq!(page.heading().await, "Your recovery codes");
    page.click_link("I have saved them").await;
    page.sign_out().await;
    app.board.clock.advance(chrono::Duration::seconds(30));
    page.go("/login?next=/jobs/new").await;
    page.fill("email", "alice@example.org").await;
    page.fill("password", "another horse battery").await;
    page.press("Sign in").await;
    assert_eq!(page.heading().await, "Enter your code");
    page.fill("code", &code()).await;
    page.press("Sign in").await;
    assert_eq!(page.heading().await, "Post a job");
    page.close().await;
}

#[actix_web::test]
async fn the_description_of_the_api_is_tried_out_by_whoever_is_signed_in() {
    let app = TestApp::start();
    let chromium = Chromium::start(true).await;
    let page = chromium.open(&app.url).await;
    page.go("/register").await;
    page.fill("name", "Alice").await;
    page.fill("email", "alice@example.org").await;
    page.fill("password", PASSWORD).await;
    page.press("Create an account").await;
    page.go("/docs").await;
    let me = "#operations-Account-readMe";
    page.click(&format!("{me} .opblock-summary-control")).await;
    page.click(&format!("{me} .try-out__btn")).await;
    page.click(&format!("{me} .execute")).await;
    let answer = format!("{me} .live-responses-table tbody");
    let answer = page.text(&answer).await;
    assert!(
        answer.starts_with("200") && answer.contains("alice@example.org"),
        "{answer}"
    );
    assert!(page.violations().await.is_empty());
    page.close().await;
}

#[actix_web::test]
async fn the_search_box_completes_with_the_keyboard_alone() {
    let chromium = Chromium::start(true).await;
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    alice.publish("Rust developer").await;
    alice.publish("Ruby developer").await;
    app.count_suggestions().await;
    let page = chromium.open(&app.url).await;
    page.go("/").await;
    page.fill("q", "ru").await;
    page.text(".suggestions li").await;
    assert_eq!(page.attribute("#q", "aria-expanded").await, "true");
    page.keys("#q", "\u{e015}").await;
    let active = page.attribute("#q", "aria-activedescendant").await;
    let option = page.text(&format!("#{active}")).await;
    assert!(option.starts_with("rust"), "{option}");
    page.keys("#q", "\u{e00c}").await;
    assert_eq!(page.attribute("#q", "aria-expanded").await, "false");
    page.fill("q", "ruby").await;
    page.text("#q[aria-expanded=true]").await;
    page.keys("#q", "\u{e015}\u{e007}").await;
    assert_eq!(page.text(".total").await, "1 job");
    assert_eq!(page.value("q").await, "Ruby developer");
    page.close().await;
}

#[actix_web::test]
async fn the_filters_are_ticked_and_applied_with_the_keyboard_alone() {
    for javascript in [true, false] {
        let chromium = Chromium::start(javascript).await;
        let app = TestApp::start();
        let alice = app.member("Alice").await;
        alice.publish("Rust developer").await;
        alice.publish("Ruby developer").await;
        let page = chromium.open(&app.url).await;
        page.go("/jobs?q=rust").await;
        assert_eq!(page.text(".total").await, "2 jobs");
        page.keys(".groups [value=hybrid]", " ").await;
        page.keys(".groups [value=FULL_TIME]", " \u{e007}").await;
        page.text(".chips li:nth-child(2)").await;
        assert_eq!(page.text(".total").await, "2 jobs");
        assert_eq!(page.value("q").await, "rust");
        assert!(page.text("h1").await.contains("rust"));
        page.close().await;
    }
}

/// Opens the form of a new job as a new member, and fills it in.
async fn fill_in_a_job(page: &Page) {
    page.go("/register?next=/jobs/new").await;
    page.fill("name", "Alice").await;
    page.fill("email", "alice@example.org").await;
    page.fill("password", PASSWORD).await;
    page.press("Create an account").await;
    page.go("/jobs/new").await;
    page.fill("title", "Engine driver").await;
    page.fill("company", "Analytical Engines").await;
    page.choose("employment_type", "FULL_TIME").await;
    page.fill("location", "London").await;
    page.fill("apply_to", "engines.example/jobs").await;
    page.fill("description", "Drive **engines** all day, and some nights.")
        .await;
}

#[actix_web::test]
async fn going_back_and_reloading_posts_nothing_twice_and_changes_nothing() {
    let chromium = Chromium::start(true).await;
    let app = TestApp::start();
    let page = chromium.open(&app.url).await;
    fill_in_a_job(&page).await;
    page.press("Preview").await;
    page.reload().await;
    assert_eq!(page.text(".preview .title").await, "Engine driver");
    page.fill("title", "Night driver").await;
    page.press("Update preview").await;
    page.back().await;
    assert_eq!(page.text(".preview .title").await, "Engine driver");
    // The browser brings back what was typed into the form below it.
    assert_eq!(page.value("title").await, "Night driver");
    page.press("Publish").await;
    assert_eq!(page.heading().await, "Night driver");
    page.back().await;
    assert_eq!(page.heading().await, "You already posted this job");
    page.close().await;

    // Published at once, without a preview.
    let app = TestApp::start();
    let page = chromium.open(&app.url).await;
    fill_in_a_job(&page).await;
    page.press("Publish").await;
    page.back().await;
    assert_eq!(page.heading().await, "You already posted this job");
    page.click_link("Edit job").await;
    page.fill("title", "Night driver").await;
    page.press("Save changes").await;
    assert_eq!(page.heading().await, "Night driver");
    page.go("/").await;
    assert_eq!(page.text(".cards").await.matches("driver").count(), 1);
    page.close().await;
}

#[actix_web::test]
async fn rich_text_is_pasted_as_markdown() {
    let chromium = Chromium::start(true).await;
    let app = TestApp::start();
    let page = chromium.open(&app.url).await;
    fill_in_a_job(&page).await;
    let html = "<meta charset='utf-8'><style>p { color: red }</style>\
        <p>You will:</p><ul><li><b>Build</b></li><li>Test</li></ul>";
    page.paste("#description", html, "You will: Build Test", "**Build**")
        .await;
    page.press("Preview").await;
    let text = page.text(".preview .prose").await;
    assert!(text.contains("You will:\nBuild\nTest"), "{text}");
    assert!(!text.contains("color"), "{text}");
    assert!(page.has(".preview .prose li strong").await);
    let violations = page.violations().await;
    assert!(violations.is_empty(), "{violations:?}");
    page.close().await;
}
