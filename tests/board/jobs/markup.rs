//! What search engines and link previews are told of a job, and how a job that is over says so.

use chrono::Duration;
use scraper::{Html, Selector};
use serde_json::{Value, json};

use crate::support::{Answer, Browser, TestApp, id_of, job, with};

/// The markup of a page.
fn markup(page: &Answer) -> Option<Value> {
    let script = Selector::parse("script[type='application/ld+json']").unwrap();
    let page = Html::parse_document(&page.body);
    let text: String = page.select(&script).next()?.text().collect();
    Some(serde_json::from_str(&text).unwrap())
}

async fn publish(browser: &Browser, changes: &[(&'static str, &str)]) -> String {
    let mut fields = job("Engineer");
    for (name, value) in changes {
        fields = with(fields, name, value);
    }
    fields.push(("publish", "yes".into()));
    let answer = browser.submit("/jobs", &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    answer.location().to_owned()
}

#[actix_web::test]
async fn a_job_has_markup_that_google_takes_and_people_see_what_it_says() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let evil = "Hello </script><script>alert(1)</script> & all, come and help.";
    let path = publish(
        &alice,
        &[
            ("country", "GB"),
            ("valid_through", "2099-01-31"),
            ("description", evil),
        ],
    )
    .await;
    let page = app.browser().get(&path).await;
    let posting = markup(&page).unwrap();
    assert_eq!(posting["@context"], "https://schema.org");
    assert_eq!(posting["@type"], "JobPosting");
    assert_eq!(posting["title"], page.text("h1"));
    assert_eq!(posting["employmentType"], "FULL_TIME");
    assert_eq!(posting["hiringOrganization"]["name"], "Analytical Engines");
    assert_eq!(
        posting["hiringOrganization"]["sameAs"],
        "https://engines.example/"
    );
    assert_eq!(
        posting["jobLocation"]["address"],
        json!({"@type": "PostalAddress", "addressLocality": "London", "addressRegion": "England",
            "addressCountry": "GB"})
    );
    assert_eq!(
        posting["baseSalary"],
        json!({"@type": "MonetaryAmount", "currency": "GBP", "value": {
            "@type": "QuantitativeValue", "minValue": 52000, "maxValue": 68000, "unitText": "YEAR"}})
    );
    assert_eq!(posting["validThrough"], "2099-01-31T23:59:59Z");
    assert_eq!(posting["identifier"]["value"], id_of(&path).to_string());
    assert!(posting["datePosted"].as_str().unwrap().ends_with('Z'));
    assert!(posting["description"].as_str().unwrap().contains("<p>"));
    for absent in [
        "jobLocationType",
        "applicantLocationRequirements",
        "directApply",
        "applicationContact",
    ] {
        assert!(posting.get(absent).is_none(), "{absent}");
    }
    assert!(!page.body.contains("alert(1)</script>"));
    let facts = page.texts(".facts dd").join(" · ");
    for seen in [
        "United Kingdom",
        "Full-time",
        "£52,000",
        "Jan 31, 2099",
        &id_of(&path).to_string(),
    ] {
        assert!(facts.contains(seen), "{seen} in {facts}");
    }
    for other in ["/", "/jobs", "/companies/analytical-engines"] {
        assert!(markup(&app.browser().get(other).await).is_none(), "{other}");
    }
}

#[actix_web::test]
async fn remote_work_says_where_people_may_live_or_has_no_markup() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let remote = async |residence: &str, country: &str| {
        let path = publish(
            &alice,
            &[
                ("workplace", "remote"),
                ("location", ""),
                ("applicant_location", residence),
                ("country", country),
            ],
        )
        .await;
        markup(&app.browser().get(&path).await)
    };
    let posting = remote("Germany, France or the Netherlands", "")
        .await
        .unwrap();
    assert_eq!(posting["jobLocationType"], "TELECOMMUTE");
    assert_eq!(
        posting["applicantLocationRequirements"],
        json!([
            {"@type": "Country", "name": "DE"},
            {"@type": "Country", "name": "FR"},
            {"@type": "Country", "name": "NL"},
        ])
    );
    assert!(posting.get("jobLocation").is_none());
    let posting = remote("", "US").await.unwrap();
    assert_eq!(posting["applicantLocationRequirements"][0]["name"], "US");
    assert!(remote("Worldwide", "").await.is_none());
    assert!(remote("", "").await.is_none());
    let hybrid = publish(&alice, &[("location", "Berlin, Germany")]).await;
    let posting = markup(&app.browser().get(&hybrid).await).unwrap();
    assert!(
        posting.get("jobLocationType").is_none(),
        "hybrid is not remote"
    );
    assert_eq!(posting["jobLocation"]["address"]["addressCountry"], "DE");
}

#[actix_web::test]
async fn a_place_that_is_known_says_its_region_and_country() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let location = async |location: &str, country: &str| {
        let path = publish(&alice, &[("location", location), ("country", country)]).await;
        markup(&app.browser().get(&path).await).map(|posting| posting["jobLocation"].clone())
    };
    let munich = json!({"@type": "PostalAddress", "addressLocality": "Munich", "addressRegion": "Bavaria",
        "addressCountry": "DE"});
    assert_eq!(location("München", "").await.unwrap()["address"], munich);
    let bavaria =
        json!({"@type": "PostalAddress", "addressRegion": "Bavaria", "addressCountry": "DE"});
    assert_eq!(location("Bavaria", "").await.unwrap()["address"], bavaria);
    let several = location("Munich; Paris, TX; Toronto", "").await.unwrap();
    let countries: Vec<&Value> = several
        .as_array()
        .unwrap()
        .iter()
        .map(|place| &place["address"]["addressCountry"])
        .collect();
    assert_eq!(countries, ["DE", "US", "CA"]);
    assert_eq!(several[0]["address"], munich);
    let stated = location("Munich; Paris", "PL").await.unwrap();
    assert_eq!(
        stated["address"]["addressCountry"], "PL",
        "who posts it knows better"
    );
    assert!(
        stated["address"].get("addressLocality").is_none(),
        "{stated}"
    );
    for unclear in [
        "Georgia",
        "Springfield",
        "Vienna, Texas",
        "Xyzzyville; Plughtown, France",
    ] {
        assert!(location(unclear, "").await.is_none(), "{unclear}");
    }
}

#[actix_web::test]
async fn an_employer_is_told_before_publishing_what_search_engines_miss() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let nowhere = with(job("Engineer"), "location", "Springfield");
    let preview = alice.preview("/jobs/preview", &nowhere).await;
    assert_eq!(preview.texts(".unlisted").len(), 1);
    assert!(
        preview
            .text(".unlisted")
            .starts_with("Google won’t list this job because it has no country")
    );
    let whole = with(nowhere, "country", "US");
    let whole = alice.preview("/jobs/preview", &whole).await;
    assert!(whole.has(".preview") && !whole.has(".unlisted"));
    let path = publish(&alice, &[("location", "Springfield")]).await;
    assert!(alice.get(&path).await.has(".unlisted"));
    assert!(
        !app.browser().get(&path).await.has(".unlisted"),
        "it is no visitor's business"
    );
}

#[actix_web::test]
async fn a_job_that_is_over_says_so_for_a_month_and_is_gone_after() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let today = app.board.clock.now().date();
    let filled = publish(&alice, &[("country", "GB")]).await;
    let expired = publish(
        &alice,
        &[("country", "GB"), ("valid_through", &today.to_string())],
    )
    .await;
    let open = publish(&alice, &[("country", "GB"), ("title", "Another engineer")]).await;
    let closure = format!("/jobs/{}/closure", id_of(&filled));
    assert_eq!(
        alice.submit(&closure, &[("reason", "filled")]).await.status,
        303
    );
    app.board.clock.advance(Duration::days(1));
    let visitor = app.browser();
    for path in [&filled, &expired] {
        let page = visitor.get(path).await;
        assert_eq!(page.status, 200);
        assert!(page.has(".closed") && markup(&page).is_none());
        assert_eq!(page.header("x-robots-tag"), "noindex");
        assert_eq!(
            page.attribute("meta[name=robots]", "content").as_deref(),
            Some("noindex")
        );
        assert_eq!(
            page.attribute(".similar a", "href").as_deref(),
            Some(open.as_str())
        );
    }
    app.board.clock.advance(Duration::days(29));
    assert_eq!(visitor.get(&filled).await.status, 200);
    app.board.clock.advance(Duration::days(1));
    let alice = app.sign_in("Alice", crate::support::PASSWORD).await.0;
    for path in [&filled, &expired] {
        let gone = visitor.get(path).await;
        assert_eq!(
            (gone.status, gone.text("h1").as_str()),
            (410, "No longer available")
        );
        assert_eq!(
            alice.get(path).await.status,
            200,
            "its owner still looks after it"
        );
    }
    assert_eq!(visitor.get(&open).await.status, 200);
}

#[actix_web::test]
async fn a_removed_job_is_gone_at_once_and_a_draft_never_was_there() {
    let app = TestApp::start();
    let root = app.admin().await;
    let alice = app.member("Alice").await;
    let removed = alice.publish("Removed").await;
    let deleted = alice.publish("Deleted").await;
    let draft = alice.draft("Draft").await;
    let removal = |path: &str| format!("/jobs/{}/removal", id_of(path));
    root.submit(&removal(&removed), &[("reason", "Spam")]).await;
    alice.press(&removal(&deleted)).await;
    let visitor = app.browser();
    assert_eq!(visitor.get(&removed).await.status, 410);
    assert_eq!(visitor.get(&deleted).await.status, 410);
    assert_eq!(visitor.get(&draft).await.status, 404);
    alice.press(&removal(&draft)).await;
    assert_eq!(visitor.get(&draft).await.status, 404);
}

#[actix_web::test]
async fn a_shared_link_has_a_picture_with_the_jobs_words() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let path = publish(&alice, &[("title", "Ingeniør – инженер – مهندس")]).await;
    let page = app.browser().get(&path).await;
    let property = |name: &str| {
        page.attribute(&format!("meta[property='{name}']"), "content")
            .unwrap()
    };
    assert_eq!(
        property("og:title"),
        "Ingeniør – инженер – مهندس at Analytical Engines"
    );
    assert_eq!(property("og:url"), app.board.config.whole_url(&path));
    assert_eq!(
        page.attribute("meta[name='twitter:card']", "content")
            .as_deref(),
        Some("summary_large_image")
    );
    let address = property("og:image");
    let picture = address
        .strip_prefix(&app.board.config.whole_url(""))
        .unwrap();
    let url = format!("{}{picture}", app.url);
    let response = reqwest::get(url).await.unwrap();
    assert_eq!(response.headers()["content-type"], "image/png");
    assert_eq!(
        response.headers()["cross-origin-resource-policy"],
        "cross-origin"
    );
    let bytes = response.bytes().await.unwrap();
    let reader = png::Decoder::new(std::io::Cursor::new(bytes.as_ref()))
        .read_info()
        .unwrap();
    assert_eq!((reader.info().width, reader.info().height), (1200, 630));
    let draft = alice.draft("Draft").await;
    let hidden = format!("/jobs/{}/picture.png", id_of(&draft));
    assert_eq!(app.browser().get(&hidden).await.status, 404);
}
