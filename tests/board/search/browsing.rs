//! What somebody without an account sees.

use crate::support::{TestApp, account, id_of, job, with};

#[actix_web::test]
async fn the_newest_published_jobs_come_first_twenty_a_page() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    for number in 1..=45 {
        alice.publish(&format!("Job number {number}")).await;
    }
    alice.draft("A draft nobody sees").await;

    let visitor = app.browser();
    let first = visitor.get("/").await;
    let titles = first.texts(".card h2");
    assert_eq!(titles.len(), 20);
    assert_eq!(titles[0], "Job number 45");
    assert_eq!(first.text(".card .company"), "Analytical Engines");
    assert_eq!(first.text(".card .pay"), "£52,000 – £68,000 a year");
    assert_eq!(
        first.texts(".card .facts li")[0],
        "Hybrid · London, England"
    );
    assert_eq!(first.text(".card time"), "today");
    assert!(!first.body.contains("nobody sees"));

    let older = first.attribute("a[rel=next]", "href").unwrap();
    let second = visitor.get(&older).await;
    assert_eq!(second.texts(".card h2")[0], "Job number 25");
    let oldest = visitor
        .get(&second.attribute("a[rel=next]", "href").unwrap())
        .await;
    assert_eq!(oldest.texts(".card h2").len(), 5);
    assert!(!oldest.has("a[rel=next]"));

    alice.publish("Job that came while reading").await;
    let back = visitor
        .get(&oldest.attribute("a[rel=prev]", "href").unwrap())
        .await;
    assert_eq!(back.texts(".card h2"), second.texts(".card h2"));
}

#[actix_web::test]
async fn a_wrong_or_missing_slug_redirects_for_good_to_the_right_one() {
    let app = TestApp::start();
    let path = app.member("Alice").await.publish("Rust developer").await;
    let visitor = app.browser();
    assert_eq!(visitor.get(&path).await.status, 200);
    for wrong in [format!("/jobs/{}", id_of(&path)), format!("{path}-x")] {
        let answer = visitor.get(&wrong).await;
        assert_eq!((answer.status, answer.location()), (301, path.as_str()));
    }
}

#[actix_web::test]
async fn a_job_page_shows_its_description_as_safe_html() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let description = "## Tasks\n\n- **Build**\n\n<script>alert(1)</script> <img src=x onerror=alert(1)>\n\n\
                       [bad](javascript:alert(1)) [good](https://example.org) {{7*7}}";
    let mut fields = with(job("Rust developer"), "description", description);
    fields.push(("publish", "yes".into()));
    let answer = alice.submit("/jobs", &fields).await;
    let page = app.browser().follow(&answer).await;
    assert_eq!(page.text(".prose h2"), "Tasks");
    assert_eq!(page.text(".prose li strong"), "Build");
    assert!(!page.has(".prose script, .prose img"));
    assert!(page.text(".prose").contains("<script>alert(1)</script>"));
    assert!(page.text(".prose").contains("{{7*7}}"));
    assert_eq!(
        page.attribute(".prose a[href^=https]", "rel").unwrap(),
        "nofollow noopener ugc"
    );
    assert!(!page.body.contains("javascript:"));
    assert_eq!(
        app.browser().where_to_apply(&page).await,
        "mailto:jobs@engines.example"
    );
}

#[actix_web::test]
async fn every_field_is_escaped() {
    let app = TestApp::start();
    let canary = "\"><svg onload=x>'&";
    let alice = app.browser();
    let named = with(account("Alice").to_vec(), "name", canary);
    assert_eq!(alice.submit("/register", &named).await.status, 303);
    let mut fields = job(&format!("Title {canary}"));
    for name in [
        "company",
        "location",
        "category",
        "tags",
        "applicant_location",
        "locality",
    ] {
        fields = with(fields, name, canary);
    }
    fields = with(fields, "apply_method", "on_site");
    fields = with(fields, "apply_to", canary);
    fields.push(("publish", "yes".into()));
    let answer = alice.submit("/jobs", &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    for page in [
        app.browser().follow(&answer).await,
        app.browser().get("/").await,
        alice.get("/dashboard").await,
        alice
            .get(&format!("/jobs/{}/edit", id_of(answer.location())))
            .await,
    ] {
        assert_eq!(page.status, 200);
        assert!(!page.has("svg"), "{}", page.body);
    }
}

#[actix_web::test]
async fn a_search_finds_words_in_any_form_and_leaves_out_what_is_excluded() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    alice.publish("Senior Rust developer").await;
    alice.publish("Development manager").await;
    alice.publish("Pâtissier in Zürich").await;
    let visitor = app.browser();
    let found = async |q: &str| {
        let answer = visitor.visit(&format!("/jobs?q={q}")).await;
        assert_eq!(answer.status, 200, "{q}");
        answer.texts(".card h2")
    };
    assert_eq!(found("developers").await, ["Senior Rust developer"]);
    assert_eq!(found("development").await, ["Development manager"]);
    assert_eq!(found("senior+developer").await, ["Senior Rust developer"]);
    assert_eq!(found("development+-senior").await, ["Development manager"]);
    assert_eq!(
        found("rust+-%22senior+rust%22").await,
        ["Pâtissier in Zürich", "Development manager"],
        "their descriptions mention it"
    );
    assert_eq!(
        found("%22rust+developer%22").await,
        ["Senior Rust developer"]
    );
    assert_eq!(found("%22developer+rust%22").await, Vec::<String>::new());
    for odd in [
        "c%2B%2B+%22",
        "AND+OR+NOT+*",
        "%25_%25_",
        "%00",
        "%FF",
        "-",
        "%22%22",
        "-senior",
        "%27%3B--",
    ] {
        found(odd).await;
    }
    let none = visitor.get("/jobs?q=zzzz").await;
    assert!(none.text(".empty").starts_with("No jobs found."));
    assert_eq!(none.value("q"), "zzzz");
    assert_eq!(
        visitor
            .visit(&format!("/jobs?q={}", "x".repeat(10_000)))
            .await
            .status,
        200
    );
}

#[actix_web::test]
async fn a_job_past_its_last_day_leaves_the_list_and_says_so_on_its_page() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let today = app.board.clock.now().date();
    let mut fields = with(job("Short-lived"), "valid_through", &today.to_string());
    fields.push(("publish", "yes".into()));
    let path = alice.submit("/jobs", &fields).await.location().to_owned();
    let visitor = app.browser();
    assert_eq!(visitor.get("/").await.texts(".card").len(), 1);
    app.board.clock.advance(chrono::Duration::days(1));
    assert_eq!(visitor.get("/").await.texts(".card").len(), 0);
    let page = visitor.get(&path).await;
    assert!(page.text(".closed").starts_with("This job has expired."));
    assert!(!page.has(".apply"));
    assert_eq!(page.header("x-robots-tag"), "noindex");
}
