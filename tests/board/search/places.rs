//! Where jobs are: one place whatever it is called, what is around it, and how many jobs each has.

use crate::support::{Answer, Browser, TestApp, job, with};

fn titles(page: &Answer) -> Vec<String> {
    let mut titles = page.texts(".card h2");
    titles.sort();
    titles
}

fn address(page: &Answer) -> String {
    let canonical = page.attribute("link[rel=canonical]", "href").unwrap();
    canonical
        .split_at(canonical.rfind("/places").unwrap())
        .1
        .to_owned()
}

fn total(jobs: usize) -> String {
    match jobs {
        1 => "1 job".to_owned(),
        jobs => format!("{jobs} jobs"),
    }
}

/// Publishes a job in each of these places, with its place as the title.
async fn jobs_in(alice: &Browser, places: &[&str]) {
    for place in places {
        let mut fields = with(job(place), "location", place);
        fields = with(fields, "country", "");
        fields.push(("publish", "yes".into()));
        let answer = alice.submit("/jobs", &fields).await;
        assert_eq!(answer.status, 303, "{place}: {}", answer.body);
    }
}

/// The choices of a filter but for the first, which is none of them: how each reads, and what it sends.
fn choices(page: &Answer, name: &str) -> Vec<(String, String)> {
    let inputs = format!(".facets-box label input[name={name}]");
    let labels = page.texts(&format!(".facets-box label:has(input[name={name}])"));
    let values = page.attributes(&inputs, "value");
    assert_eq!(labels.len(), values.len());
    labels.into_iter().zip(values).skip(1).collect()
}

fn labels(choices: &[(String, String)]) -> Vec<&str> {
    choices.iter().map(|(label, _)| label.as_str()).collect()
}

#[actix_web::test]
async fn a_place_has_one_page_whatever_it_is_called() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    jobs_in(
        &alice,
        &["München", "Munich, Germany", "Muenchen", "Berlin"],
    )
    .await;
    let visitor = app.browser();
    for asked in [
        "/places/munich",
        "/places/m%C3%BCnchen",
        "/jobs?place=Monaco+di+Baviera",
        "/jobs?q=jobs+in+Muenchen",
    ] {
        let page = visitor.visit(asked).await;
        assert_eq!(address(&page), "/places/munich", "{asked}");
        assert_eq!(titles(&page), ["Muenchen", "Munich, Germany", "München"]);
        assert_eq!(page.text("h1"), "Jobs in Munich");
        assert_eq!(page.attribute("#place", "value").unwrap(), "Munich");
    }
    let state_or_country = visitor.get("/jobs?place=Georgia").await;
    assert_eq!(state_or_country.location(), "/places/georgia");
    let germany = visitor.visit("/jobs?place=DE").await;
    assert_eq!(address(&germany), "/places/germany");
    assert_eq!(titles(&germany).len(), 4);
}

#[actix_web::test]
async fn jobs_around_a_town_are_those_within_the_distance() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let places = [
        "Berlin",
        "Potsdam, Germany",
        "Hamburg",
        "Munich; Potsdam, Germany",
    ];
    jobs_in(&alice, &places).await;
    jobs_in(
        &alice,
        &["Suva, Fiji", "Labasa, Fiji", "London, UK", "Watford, UK"],
    )
    .await;
    let visitor = app.browser();
    let near_potsdam = ["Berlin", "Munich; Potsdam, Germany", "Potsdam, Germany"];
    for (around, expected, heading) in [
        ("place=berlin", vec!["Berlin"], "Jobs in Berlin"),
        (
            "place=Berlin&within=10",
            vec!["Berlin"],
            "Jobs within 10 km of Berlin",
        ),
        (
            "place=Berlin&within=50km",
            near_potsdam.to_vec(),
            "Jobs within 50 km of Berlin",
        ),
        (
            "place=Berlin&within=25mi",
            near_potsdam.to_vec(),
            "Jobs within 25 miles of Berlin",
        ),
        (
            "place=London&within=1mi",
            vec!["London, UK"],
            "Jobs within 1 mile of London",
        ),
        (
            "place=London&within=25mi",
            vec!["London, UK", "Watford, UK"],
            "Jobs within 25 miles of London",
        ),
        (
            "place=Suva&within=300km",
            vec!["Labasa, Fiji", "Suva, Fiji"],
            "Jobs within 300 km of Suva",
        ),
    ] {
        let page = visitor.visit(&format!("/jobs?{around}")).await;
        assert_eq!(titles(&page), expected, "{around}");
        assert_eq!(page.text("h1"), heading);
        assert_eq!(page.text(".total"), total(expected.len()), "{around}");
    }
    let berlin = visitor.get("/places/berlin").await;
    let offered = choices(&berlin, "within");
    assert_eq!(labels(&offered), ["10 km", "25 km", "50 km", "100 km"]);
    let chosen = format!("/jobs?place=berlin&within={}", offered[2].1);
    assert_eq!(titles(&visitor.get(&chosen).await), near_potsdam);
    let london = visitor.get("/places/london").await;
    assert_eq!(choices(&london, "within")[0].0, "10 miles");
    let germany = visitor.get("/places/germany").await;
    assert!(choices(&germany, "within").is_empty());
}

#[actix_web::test]
async fn places_are_offered_from_the_country_to_the_town() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let german = ["Munich", "Nuremberg, Germany", "Munich; Berlin", "Cologne"];
    jobs_in(&alice, &german).await;
    let visitor = app.browser();
    let offered = async |address: &str| choices(&visitor.get(address).await, "place");
    assert_eq!(
        labels(&offered("/jobs").await)[0],
        "Bavaria 3",
        "where all jobs are in one country, its regions are offered"
    );
    jobs_in(&alice, &["London, UK"]).await;
    assert_eq!(
        labels(&offered("/jobs").await),
        ["Germany 4", "United Kingdom 1"]
    );
    let regions = offered("/places/germany").await;
    assert_eq!(regions[0].0, "Bavaria 3");
    assert_eq!(
        labels(&offered("/places/bavaria").await),
        ["Munich 2", "Nuremberg 1"]
    );
    assert!(offered("/places/munich").await.is_empty());
    for (label, place) in regions {
        let jobs = label.split(' ').next_back().unwrap().parse().unwrap();
        let page = visitor.visit(&format!("/jobs?place={place}")).await;
        assert_eq!(page.text(".total"), total(jobs), "{place}");
    }
    let germany = visitor.get("/places/germany").await;
    assert_eq!(
        germany.texts(".facets-box label:has(input[name=place])")[0],
        "All of Germany"
    );
    let form = germany.form("form.facets-box");
    assert!(
        form.contains(&("place".to_owned(), "germany".to_owned())),
        "{form:?}"
    );
}

#[actix_web::test]
async fn a_place_is_completed_and_corrected() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    jobs_in(&alice, &["Berlin", "Bergen, Norway"]).await;
    let visitor = app.browser();
    let completed = async |asked: &str| -> Vec<(String, String)> {
        let answer = visitor.get(&format!("/suggestions?{asked}")).await;
        let found: Vec<serde_json::Value> = serde_json::from_str(&answer.body).unwrap();
        let text = |found: &serde_json::Value, name: &str| found[name].as_str().unwrap().to_owned();
        let found = found.iter();
        found
            .map(|found| (text(found, "text"), text(found, "href")))
            .collect()
    };
    let found = completed("q=ber&kind=place").await;
    let mut first: Vec<&str> = found
        .iter()
        .take(2)
        .map(|(text, _)| text.as_str())
        .collect();
    first.sort_unstable();
    assert_eq!(
        first,
        ["Bergen, Vestland, Norway", "Berlin, Germany"],
        "those with jobs come first"
    );
    assert!(found.len() > 2, "others follow");
    jobs_in(&alice, &["Quito"]).await;
    let shown = completed("q=san+f&kind=place").await;
    assert!(
        shown[0].0.starts_with("San F"),
        "Quito is called San Francisco de Quito, too: {shown:?}"
    );
    assert_eq!(completed("q=berli").await[0].1, "/places/berlin");
    assert!(
        completed("q=tokyo").await.is_empty(),
        "the search box offers what has jobs"
    );

    let page = visitor.visit("/jobs?place=Berln").await;
    assert_eq!(page.text(".instead a"), "Berlin");
    assert_eq!(titles(&page), ["Berlin"]);
    assert!(!visitor.visit("/jobs?place=Qqqq").await.has(".instead"));
}

#[actix_web::test]
async fn where_no_job_is_places_around_are_offered() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    jobs_in(&alice, &["Berlin", "Munich", "Amsterdam"]).await;
    let visitor = app.browser();
    let page = visitor.get("/places/potsdam").await;
    assert_eq!(page.status, 404);
    assert_eq!(
        page.texts(".broader a"),
        ["Within 50 km of Potsdam", "In Germany", "Any location"]
    );
    assert_eq!(page.texts(".broader .count"), ["1", "2", "3"]);
    let wider = page.attribute(".broader a", "href").unwrap();
    assert_eq!(titles(&visitor.get(&wider).await), ["Berlin"]);
    let nowhere = visitor.get("/places/qqqq").await;
    assert!(
        nowhere
            .text(".empty")
            .contains("We don’t know a place called “Qqqq”.")
    );
    assert!(!page.text(".empty").contains("We don’t know"));
    jobs_in(&alice, &["Cheap pills"]).await;
    let invented = visitor.get("/places/cheap-pills").await;
    assert_eq!(titles(&invented), ["Cheap pills"]);
    assert!(invented.has("meta[name=robots][content^=noindex]"));
    assert!(!visitor.get("/places/berlin").await.has("meta[name=robots]"));
}

#[actix_web::test]
async fn a_heading_says_which_place_and_a_new_search_keeps_the_distance() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    jobs_in(&alice, &["Paris, Texas", "Paris", "Utrecht"]).await;
    let visitor = app.browser();
    for (address, heading) in [
        ("/places/paris", "Jobs in Paris"),
        (
            "/places/paris-texas-us",
            "Jobs in Paris, Texas, United States",
        ),
        ("/places/netherlands", "Jobs in the Netherlands"),
    ] {
        assert_eq!(visitor.get(address).await.text("h1"), heading);
    }
    let around = visitor.get("/jobs?place=utrecht&within=50km").await;
    let form = around.form("form.search");
    for kept in [("place", "Utrecht"), ("within", "50km")] {
        let kept = (kept.0.to_owned(), kept.1.to_owned());
        assert!(form.contains(&kept), "{form:?}");
    }
}
