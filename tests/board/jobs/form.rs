//! The form of a job: what it understands, what it remembers, and how it leads through mistakes.

use crate::support::{Answer, Browser, TestApp, account, id_of, job, with};

/// What a page of the board tells search engines about where the work is.
async fn address(visitor: &Browser, path: &str) -> [String; 3] {
    let page = visitor.get(path).await;
    let markup = page.text("script[type='application/ld+json']");
    let markup: serde_json::Value = serde_json::from_str(&markup).unwrap_or_default();
    let part = |name: &str| {
        let part = &markup["jobLocation"]["address"][name];
        part.as_str().unwrap_or_default().to_owned()
    };
    ["addressLocality", "addressRegion", "addressCountry"].map(part)
}

/// Sends the form of `page` with some fields changed, as a browser would.
async fn send(
    browser: &Browser,
    page: &Answer,
    path: &str,
    changes: &[(&'static str, &str)],
) -> Answer {
    let mut fields = job("Baker");
    for name in [
        "located", "locality", "region", "country", "location", "version",
    ] {
        fields = with(fields, name, &page.value(name));
    }
    for (name, value) in changes {
        fields = with(fields, name, value);
    }
    browser.submit(path, &fields).await
}

#[actix_web::test]
async fn one_line_says_where_the_work_is() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let visitor = app.browser();
    let blank = alice.get("/jobs/new").await;
    for (location, country, understood) in [
        (
            "Köln, Germany",
            "",
            ["Köln", "North Rhine-Westphalia", "DE"],
        ),
        (
            "London, England, United Kingdom",
            "",
            ["London", "England", "GB"],
        ),
        ("Austin, TX", "", ["Austin", "TX", "US"]),
        ("Toulouse", "FR", ["Toulouse", "Occitanie", "FR"]),
        ("Paris, France", "DE", ["Paris", "Île-de-France", "FR"]),
        ("Toulouse", "", ["Toulouse", "Occitanie", "FR"]),
        ("München, Deutschland", "", ["München", "Bavaria", "DE"]),
        ("NYC", "", ["New York", "New York", "US"]),
        ("Bern", "FR", ["Bern", "Berne", "CH"]),
        ("Paris", "US", ["Paris", "", "US"]),
    ] {
        let changes = [
            ("location", location),
            ("country", country),
            ("publish", "yes"),
        ];
        let posted = send(&alice, &blank, "/jobs", &changes).await;
        assert_eq!(posted.status, 303, "{location}");
        assert_eq!(
            address(&visitor, posted.location()).await,
            understood,
            "{location}"
        );
    }
    let unclear = [("location", "Springfield"), ("publish", "yes")];
    let posted = send(&alice, &blank, "/jobs", &unclear).await;
    let own = alice.get(posted.location()).await;
    assert!(
        own.text(".unlisted").contains("country"),
        "{}",
        own.text(".manage")
    );

    let edit = format!("/jobs/{}", id_of(posted.location()));
    let form = alice.get(&format!("{edit}/edit")).await;
    let moved = send(&alice, &form, &edit, &[("location", "Bern, Switzerland")]).await;
    assert_eq!(moved.status, 303);
    assert_eq!(
        address(&visitor, posted.location()).await,
        ["Bern", "Berne", "CH"]
    );
    let form = alice.get(&format!("{edit}/edit")).await;
    assert_eq!(
        form.text("select[name=country] option[selected]"),
        "Switzerland"
    );
    let kept = send(&alice, &form, &edit, &[("title", "Master baker")]).await;
    assert_eq!(kept.status, 303);
    let address = address(&visitor, alice.get(&edit).await.location()).await;
    assert_eq!(address, ["Bern", "Berne", "CH"], "what was stated stays");
}

#[actix_web::test]
async fn the_next_job_begins_with_what_stays_the_same() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    assert_eq!(alice.get("/jobs/new").await.value("company"), "");
    let path = alice.publish("Baker").await;
    let next = alice.get("/jobs/new").await;
    for (name, value) in [
        ("title", ""),
        ("company", "Analytical Engines"),
        ("company_url", "https://engines.example/"),
        ("pay_currency", "GBP"),
        ("apply_to", "jobs@engines.example"),
        ("pay_min", ""),
    ] {
        assert_eq!(next.value(name), value, "{name}");
    }
    let copy = alice.get(&format!("/jobs/new?from={}", id_of(&path))).await;
    assert_eq!(copy.value("title"), "Baker");
    assert_eq!(copy.value("pay_min"), "52000");
    assert_eq!(copy.value("location"), "London, England");
    assert!(copy.text("textarea").contains("We build **engines**"));
    let bob = app.member("Bob").await;
    let others = bob.get(&format!("/jobs/new?from={}", id_of(&path))).await;
    assert_eq!(others.status, 404);
    assert_eq!(bob.get("/jobs/new").await.value("company"), "");
}

#[actix_web::test]
async fn pay_is_in_the_currency_of_the_last_job_or_of_most_jobs() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let bob = app.member("Bob").await;
    let currency = async |browser: &Browser| browser.get("/jobs/new").await.value("pay_currency");
    let post = async |browser: &Browser, pay: &str, currency: &str| {
        let mut fields = job("Baker");
        for (name, value) in [
            ("pay_min", pay),
            ("pay_max", ""),
            ("pay_currency", currency),
        ] {
            fields = with(fields, name, value);
        }
        fields.push(("publish", "yes".into()));
        assert_eq!(browser.submit("/jobs", &fields).await.status, 303);
    };
    assert_eq!(currency(&bob).await, "USD", "no job states pay");

    post(&alice, "60,000", "GBP").await;
    post(&alice, "60,000", "EUR").await;
    post(&alice, "65,000", "EUR").await;
    post(&alice, "70,000", "CHF").await;
    assert_eq!(currency(&alice).await, "CHF", "as in her last job");
    assert_eq!(currency(&bob).await, "EUR", "as in most jobs");
    post(&alice, "", "").await;
    assert_eq!(currency(&alice).await, "EUR", "her last job has no pay");
}

#[actix_web::test]
async fn mistakes_are_listed_above_the_form_with_links_to_their_fields() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let mut fields = with(job(""), "apply_to", "");
    fields = with(fields, "workplace", "");
    fields.push(("publish", "yes".into()));
    let form = alice.submit("/jobs", &fields).await;
    assert_eq!(form.status, 422);
    let links = form.attributes(".error-summary a", "href");
    assert_eq!(links, ["#title", "#workplace", "#apply_to"]);
    for link in links {
        assert!(form.has(&link), "{link}");
    }
    assert_eq!(form.text(".error-summary h2"), "There is a problem");
}

#[actix_web::test]
async fn a_preview_can_be_published_where_it_is_read() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let preview = alice.preview("/jobs/preview", &job("Baker")).await;
    let button = preview.attribute(".preview-bar button[name=publish]", "form");
    assert_eq!(button.as_deref(), Some("job-form"));
    assert!(preview.has("form#job-form[action='/jobs']"));
}

#[actix_web::test]
async fn whoever_signs_up_to_post_a_job_lands_on_the_form() {
    let app = TestApp::start_with(&[("VERIFY_EMAIL", "yes")]);
    let browser = app.browser();
    let login = browser.visit("/jobs/new").await;
    let register = login.attributes("main a", "href");
    let register = register
        .iter()
        .find(|href| href.starts_with("/register"))
        .unwrap();
    assert_eq!(browser.get(register).await.value("next"), "/jobs/new");
    let sign_up = with(account("Alice").to_vec(), "next", "/jobs/new");
    assert_eq!(browser.submit("/register", &sign_up).await.status, 200);
    let link = app.mails(1).await[0].link();
    let page = browser.get(&link).await;
    let fields = ["token", "email", "next"].map(|name| (name, page.value(name)));
    let confirmed = with(fields.to_vec(), "password", crate::support::PASSWORD);
    assert_eq!(
        browser.submit("/confirmation", &confirmed).await.location(),
        "/jobs/new"
    );

    let elsewhere = link.replace("next=%2Fjobs%2Fnew", "next=%2F%2Fevil.example");
    assert_eq!(app.browser().get(&elsewhere).await.value("next"), "");
}

#[actix_web::test]
async fn a_job_may_be_in_forty_places_and_too_long_a_list_is_refused_and_kept() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let form = alice.get("/jobs/new").await;
    let longest = form.attribute("#location", "maxlength").unwrap();
    let longest: usize = longest.parse().unwrap();
    assert!(
        form.text("#location-hint")
            .contains("put a semicolon between")
    );
    let towns = [
        "Berlin, Germany",
        "San Francisco, California, United States",
        "Winston-Salem, North Carolina, United States",
        "Hamburg, Germany",
    ];
    let mut places: Vec<&str> = towns.iter().copied().cycle().take(39).collect();
    places.push("Lisbon, Portugal");
    let line = places.join("; ");
    let mut fields = with(job("Travelling baker"), "location", &line);
    fields.push(("publish", "yes".into()));
    let answer = alice.submit("/jobs", &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.message("location"));
    assert!(
        alice
            .follow(&answer)
            .await
            .body
            .contains("Lisbon, Portugal")
    );
    let visitor = app.browser();
    let list = visitor.get("/places/lisbon").await;
    assert!(list.text(".card").contains("Lisbon, Portugal + 39 more"));

    let everywhere = "Berlin; ".repeat(51);
    let fields = with(job("Baker everywhere"), "location", &everywhere);
    let refused = alice.submit("/jobs", &fields).await;
    assert_eq!(refused.message("location"), "List at most 50 locations.");

    let long = "x".repeat(longest + 1);
    let fields = with(job("Travelling baker"), "location", &long);
    let refused = alice.submit("/jobs", &fields).await;
    assert_eq!(refused.status, 422);
    let said = refused.message("location");
    assert!(said.contains("at most 2,000 characters"), "{said}");
    assert_eq!(refused.value("location"), long);
}
