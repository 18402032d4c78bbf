//! Searches for jobs in one of several places.

use super::said::search;
use crate::support::{Answer, Browser, TestApp, job, with};

async fn publish(alice: &Browser, title: &str, place: &str, workplace: &str) {
    let mut fields = with(job(title), "location", place);
    fields = with(fields, "country", "");
    fields = with(fields, "workplace", workplace);
    fields.push(("publish", "yes".into()));
    let answer = alice.submit("/jobs", &fields).await;
    assert_eq!(answer.status, 303, "{title}: {}", answer.body);
}

async fn board() -> (TestApp, Browser) {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    for (title, place, workplace) in [
        ("Nurse in Boston", "Boston, MA", "on_site"),
        ("Nurse in Quincy", "Quincy, MA", "on_site"),
        ("Nurse in Worcester", "Worcester, MA", "hybrid"),
        ("Nurse in Berlin", "Berlin, Germany", "on_site"),
        ("Nurse in Munich", "Munich, Germany", "hybrid"),
        ("Nurse at home", "Spain", "remote"),
    ] {
        publish(&alice, title, place, workplace).await;
    }
    let visitor = app.browser();
    (app, visitor)
}

/// Where the nurses are that a page lists.
fn found(page: &Answer) -> Vec<String> {
    let titles = page.texts(":not(.nearly) > .cards .card h2");
    let mut found: Vec<String> = titles
        .iter()
        .map(|title| title.rsplit(' ').next().unwrap_or_default().to_owned())
        .collect();
    found.sort();
    found
}

fn address(page: &Answer) -> String {
    let canonical = page.attribute("link[rel=canonical]", "href").unwrap();
    canonical
        .split_at(canonical.find("/jobs").unwrap())
        .1
        .to_owned()
}

#[actix_web::test]
async fn a_list_of_places_finds_the_jobs_in_each_at_one_address() {
    let (_app, visitor) = board().await;
    for (typed, expected, at, heading) in [
        (
            "boston+or+berlin",
            vec!["Berlin", "Boston"],
            "/jobs?place=berlin&place=boston",
            "Jobs in Berlin or Boston",
        ),
        (
            "Berlin,+Boston",
            vec!["Berlin", "Boston"],
            "/jobs?place=berlin&place=boston",
            "Jobs in Berlin or Boston",
        ),
        (
            "Spain;+Munich;+Boston",
            vec!["Boston", "Munich", "home"],
            "/jobs?place=boston&place=munich&place=spain",
            "Jobs in Boston or Munich or Spain",
        ),
        (
            "berlin+or+remote",
            vec!["Berlin", "home"],
            "/jobs?place=berlin&place=remote",
            "Jobs in Berlin or remote",
        ),
        (
            "remote&place=Berlin",
            vec!["Berlin", "home"],
            "/jobs?place=berlin&place=remote",
            "Jobs in Berlin or remote",
        ),
        (
            "europe+or+boston",
            vec!["Berlin", "Boston", "Munich", "home"],
            "/jobs?place=boston&place=europe",
            "Jobs in Boston or Europe",
        ),
        (
            "boston+or+spain&within=25mi",
            vec!["Boston", "Quincy", "home"],
            "/jobs?place=boston&place=spain&within=25mi",
            "Jobs within 25 miles of Boston or in Spain",
        ),
        (
            "boston+or+worcester&within=25mi",
            vec!["Boston", "Quincy", "Worcester"],
            "/jobs?place=boston&place=worcester-massachusetts-us&within=25mi",
            "Jobs within 25 miles of Boston or Worcester, Massachusetts, United States",
        ),
        (
            "berlin+or+munich&workplace=hybrid",
            vec!["Munich"],
            "/jobs?place=berlin&place=munich&workplace=hybrid",
            "Hybrid jobs in Berlin or Munich",
        ),
    ] {
        let page = visitor.visit(&format!("/jobs?place={typed}")).await;
        assert_eq!(found(&page), expected, "{typed}");
        assert_eq!(address(&page), at, "{typed}");
        assert_eq!(page.text("h1"), heading, "{typed}");
        let jobs = format!("{} job", expected.len());
        assert!(page.text(".total").starts_with(&jobs), "{typed}");
    }
}

#[actix_web::test]
async fn each_place_of_a_list_is_a_chip_that_can_be_taken_off() {
    let (_app, visitor) = board().await;
    let page = visitor
        .visit("/jobs?place=Berlin+or+remote+or+Boston")
        .await;
    let chips = page.texts(".chips a");
    let labels: Vec<&str> = chips
        .iter()
        .map(|chip| chip.trim_end_matches(" ×"))
        .collect();
    assert_eq!(labels, ["In Berlin", "In Boston", "Remote"]);
    let without_boston = page.attributes(".chips a", "href")[1].clone();
    let page = visitor.get(&without_boston).await;
    assert_eq!(found(&page), ["Berlin", "home"]);
    let remote_alone = page.attributes(".chips a", "href")[0].clone();
    assert_eq!(remote_alone, "/remote");
    assert_eq!(found(&visitor.get(&remote_alone).await), ["home"]);
    let berlin_alone = page.attributes(".chips a", "href")[1].clone();
    assert_eq!(berlin_alone, "/places/berlin");
}

#[actix_web::test]
async fn places_among_the_words_are_read_as_a_list() {
    let (_app, visitor) = board().await;
    for (typed, expected, at) in [
        (
            "nurse boston or berlin",
            vec!["Berlin", "Boston"],
            "/jobs?q=nurse&place=berlin&place=boston",
        ),
        (
            "nurse berlin or remote",
            vec!["Berlin", "home"],
            "/jobs?q=nurse&place=berlin&place=remote",
        ),
        (
            "nurse berlin, boston",
            vec!["Berlin", "Boston"],
            "/jobs?q=nurse&place=berlin&place=boston",
        ),
        (
            "nurse within 25 miles of boston or worcester",
            vec!["Boston", "Quincy", "Worcester"],
            "/jobs?q=nurse&place=boston&place=worcester-massachusetts-us&within=25mi",
        ),
    ] {
        let page = search(&visitor, typed).await;
        assert_eq!(found(&page), expected, "{typed}");
        assert_eq!(address(&page), at, "{typed}");
    }
}

#[actix_web::test]
async fn the_forms_keep_the_places_and_offer_each_alone() {
    let (_app, visitor) = board().await;
    let page = visitor
        .visit("/jobs?place=Berlin+or+Germany+or+remote")
        .await;
    assert_eq!(
        page.attribute("#place", "value").unwrap(),
        "Berlin; Germany; remote"
    );
    let search = page.form("form.search");
    let typed = ("place".to_owned(), "Berlin; Germany; remote".to_owned());
    let again = visitor
        .visit(&format!(
            "/jobs?{}",
            form_urlencoded::Serializer::new(String::new())
                .extend_pairs(&search)
                .finish()
        ))
        .await;
    assert_eq!(address(&again), address(&page), "{search:?}");
    let labels = page.texts(".facets-box label:has(input[name=place])");
    assert_eq!(
        labels,
        ["All of these", "Berlin 1", "Germany 2", "Remote 1"]
    );
    let values = page.attributes(".facets-box input[name=place]", "value");
    for (value, jobs) in values[1..].iter().zip(["1 job", "2 jobs", "1 job"]) {
        let alone = visitor.visit(&format!("/jobs?place={value}")).await;
        assert_eq!(alone.text(".total"), jobs, "{value}");
    }
    let form = page.form("form.facets-box");
    let places: Vec<_> = form.iter().filter(|(name, _)| name == "place").collect();
    assert_eq!(places, [&typed], "the list is sent once");
    let near = visitor.visit("/jobs?place=Boston+or+Worcester").await;
    let distances = near.texts(".facets-box label:has(input[name=within])");
    assert_eq!(distances[0], "In Boston or Worcester only");
    assert_eq!(distances[1], "10 miles");
}

#[actix_web::test]
async fn a_misspelt_place_of_a_list_is_corrected_and_an_empty_list_can_be_widened() {
    let (_app, visitor) = board().await;
    let page = visitor.visit("/jobs?place=Hamburk+or+Berln").await;
    assert_eq!(page.text(".instead a"), "Berlin; Hamburg");
    assert_eq!(found(&page), ["Berlin"]);
    let page = visitor.visit("/jobs?place=Potsdam+or+Hamburg").await;
    assert_eq!(found(&page), Vec::<String>::new());
    assert_eq!(
        page.texts(".broader a"),
        ["Within 50 km of Hamburg or Potsdam", "Any location"]
    );
    let wider = page.attribute(".broader a", "href").unwrap();
    assert_eq!(found(&visitor.get(&wider).await), ["Berlin"]);
    let unknown = visitor.visit("/jobs?place=Qqqq+or+Hamburg").await;
    let told = unknown.text(".empty");
    assert!(told.contains("a place called “Qqqq”"), "{told}");
}

#[actix_web::test]
async fn programs_and_feeds_ask_for_several_places_too() {
    let (_app, visitor) = board().await;
    let list = visitor
        .get("/api/v1/jobs?place=boston&place=Berlin,+Germany")
        .await;
    let list: serde_json::Value = serde_json::from_str(&list.body).unwrap();
    assert_eq!(list["numberOfItems"], 2);
    let six = "place=a&place=b&place=c&place=d&place=e&place=f";
    let refused = visitor.get(&format!("/api/v1/jobs?{six}")).await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("\"place\""), "{}", refused.body);
    let refused = visitor.get("/api/v1/jobs?place=a;b;c;d;e;f").await;
    assert_eq!(refused.status, 422);
    let feed = visitor.get("/jobs.atom?place=berlin&place=boston").await;
    assert_eq!(feed.status, 200);
    assert_eq!(feed.body.matches("<entry>").count(), 2, "{}", feed.body);
}
