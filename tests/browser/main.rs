//! The main job in a real browser: with JavaScript, and with it switched off.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot go on has failed"
)]

#[path = "../board/support/mod.rs"]
#[expect(dead_code, reason = "the story uses a part of what the other tests do")]
mod support;

mod chromium;

use chromium::Chromium;
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
    assert_eq!(page.heading().await, "Sign in");
    page.click_link("Make one").await;
    page.fill("name", "Alice").await;
    page.fill("email", "alice@example.org").await;
    page.fill("password", "short").await;
    page.press("Make an account").await;
    assert_eq!(
        page.text("#password-message").await,
        "Use at least 8 characters."
    );
    assert_eq!(page.focused().await, "password");
    assert_eq!(page.value("email").await, "alice@example.org");
    page.fill("password", PASSWORD).await;
    page.press("Make an account").await;
    assert_eq!(
        page.heading().await,
        "Post a job",
        "back where it was going"
    );

    page.press("Sign out").await;
    assert_eq!(page.text(".notice").await, "You are signed out.");
    page.go("/login?next=/jobs/new").await;
    page.fill("email", "alice@example.org").await;
    page.fill("password", PASSWORD).await;
    page.press("Sign in").await;
    assert_eq!(page.heading().await, "Post a job");

    page.fill("company", "Analytical Engines").await;
    page.press("Publish").await;
    assert_eq!(page.focused().await, "title");
    assert_eq!(page.text("#title-message").await, "Fill this in.");
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
    page.press("Publish").await;
    assert_eq!(
        page.text(".notice").await,
        "Published. Everybody can see it now."
    );

    page.go("/").await;
    page.fill("q", "engine driver").await;
    page.press("Search").await;
    assert_eq!(page.text(".card .pay").await, "from $40,000 a year");
    page.click_link("Engine driver").await;
    assert_eq!(page.heading().await, "Engine driver");

    page.click_link("Edit").await;
    page.fill("title", "Senior engine driver").await;
    page.press("Save").await;
    assert_eq!(page.heading().await, "Senior engine driver");

    page.click_link("Close…").await;
    page.click("input[value=filled]").await;
    page.press("Close the job").await;
    assert_eq!(page.text(".rows .status").await, "Filled");

    page.click_link("Delete…").await;
    assert_eq!(page.heading().await, "Delete this job?");
    page.press("Delete it").await;
    assert_eq!(page.text(".notice").await, "Deleted.");
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
    page.press("Make an account").await;

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
        "You have no jobs here yet."
    );
    page.close().await;
}

#[actix_web::test]
async fn a_script_in_a_job_does_not_run() {
    let chromium = Chromium::start(true).await;
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let canary =
        "<img src=x onerror=\"document.title='pwned'\"><script>document.title='pwned'</script>";
    let mut fields = support::with(support::job(&format!("Title {canary}")), "company", canary);
    fields = support::with(
        fields,
        "description",
        &format!("A description with {canary} in it."),
    );
    fields.push(("publish", "yes".into()));
    let path = alice.submit("/jobs", &fields).await.location().to_owned();
    let page = chromium.open(&app.url).await;
    for path in [path.as_str(), "/"] {
        page.go(path).await;
        let title = page.title().await;
        assert!(
            title.contains("Title <img") || title.starts_with("Jobs"),
            "{title}"
        );
    }
    page.close().await;
}
