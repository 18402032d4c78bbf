//! Europe, EMEA, the Bay Area: places that are no town, region or country.

use crate::support::{Answer, Browser, TestApp, job, with};

fn titles(page: &Answer) -> Vec<String> {
    let mut titles = page.texts(".card h2");
    titles.sort();
    titles
}

/// Publishes a job in each of these places, with its place as the title.
async fn jobs_in(alice: &Browser, places: &[&str]) {
    for place in places {
        publish(alice, place, &[("location", place)]).await;
    }
}

async fn publish(alice: &Browser, title: &str, values: &[(&'static str, &str)]) {
    let mut fields = with(job(title), "country", "");
    for (name, value) in values {
        fields = with(fields, name, value);
    }
    fields.push(("publish", "yes".into()));
    let answer = alice.submit("/jobs", &fields).await;
    assert_eq!(answer.status, 303, "{title}: {}", answer.body);
}

fn choices(page: &Answer) -> Vec<String> {
    let labels = page.texts(".facets-box label:has(input[name=place])");
    labels.into_iter().skip(1).collect()
}

#[actix_web::test]
async fn an_area_has_the_jobs_of_its_countries_and_those_that_name_it() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let places = [
        "Lyon, France",
        "London, UK",
        "Dubai",
        "New York, NY",
        "Toronto, Canada",
        "Sydney, Australia",
        "Remote, Europe",
        "EMEA",
        "North America",
        "South Korea",
        "North Carolina, USA",
    ];
    jobs_in(&alice, &places).await;
    let europe = [
        ("workplace", "remote"),
        ("location", "Remote"),
        ("applicant_location", "Europe"),
    ];
    publish(&alice, "From home", &europe).await;
    let visitor = app.browser();
    for (asked, heading, found) in [
        (
            "/places/europe",
            "Jobs in Europe",
            vec!["From home", "London, UK", "Lyon, France", "Remote, Europe"],
        ),
        (
            "/places/european-union",
            "Jobs in the European Union",
            vec!["Lyon, France"],
        ),
        (
            "/places/emea",
            "Jobs in EMEA",
            vec![
                "Dubai",
                "EMEA",
                "From home",
                "London, UK",
                "Lyon, France",
                "Remote, Europe",
            ],
        ),
        (
            "/places/uk-ireland",
            "Jobs in the UK & Ireland",
            vec!["London, UK"],
        ),
        (
            "/places/middle-east",
            "Jobs in the Middle East",
            vec!["Dubai"],
        ),
        (
            "/places/north-america",
            "Jobs in North America",
            vec![
                "New York, NY",
                "North America",
                "North Carolina, USA",
                "Toronto, Canada",
            ],
        ),
        (
            "/places/asia-pacific",
            "Jobs in Asia-Pacific",
            vec!["South Korea", "Sydney, Australia"],
        ),
    ] {
        let page = visitor.get(asked).await;
        assert_eq!(page.status, 200, "{asked}");
        assert_eq!(titles(&page), found, "{asked}");
        assert_eq!(page.text("h1"), heading);
        let total = format!(
            "{} job{}",
            found.len(),
            if found.len() == 1 { "" } else { "s" }
        );
        assert_eq!(page.text(".total"), total, "{asked}");
        assert!(!page.has("meta[name=robots]"), "{asked}");
    }
    let page = visitor.get("/places/europe").await;
    let mut offered = choices(&page);
    offered.sort();
    assert_eq!(offered, ["France 1", "United Kingdom 1"]);
    assert_eq!(page.attribute("#place", "value").unwrap(), "Europe");
    assert!(
        page.text(".chips").contains("In Europe"),
        "{}",
        page.text(".chips")
    );
    let listed = visitor.get("/api/v1/jobs?place=europe").await;
    assert!(listed.body.contains("Remote, Europe") && !listed.body.contains("Dubai"));
    assert_eq!(visitor.get("/places/europe.atom").await.status, 200);
    assert_eq!(
        visitor.get("/places/balkans").await.status,
        404,
        "nothing there"
    );
}

#[actix_web::test]
async fn an_area_has_one_address_whatever_it_is_called() {
    let app = TestApp::start();
    let visitor = app.browser();
    for (typed, address) in [
        ("EU", "/places/european-union"),
        ("Apac", "/places/asia-pacific"),
        ("LATAM", "/places/latin-america"),
        ("the Nordics", "/places/nordics"),
        ("DACH", "/places/dach"),
        ("UK and Ireland", "/places/uk-ireland"),
        ("ANZ", "/places/australia-new-zealand"),
        ("SF Bay Area", "/places/san-francisco-bay-area"),
        ("greater london", "/places/greater-london"),
        ("Ruhrgebiet", "/places/ruhr-area"),
        ("Ile-de-France", "/places/ile-de-france"),
        ("Tri-State area", "/places/tri-state-area"),
    ] {
        let encoded = typed.replace(' ', "+");
        let answer = visitor.get(&format!("/jobs?place={encoded}")).await;
        assert_eq!(answer.location(), address, "{typed}");
        let again = visitor.get(address).await;
        assert!(
            [200, 404].contains(&again.status),
            "{typed}: {}",
            again.location()
        );
        let read = visitor.get(&format!("/jobs?q=potter+in+{encoded}")).await;
        let slug = address.rsplit('/').next().unwrap();
        assert_eq!(
            read.location(),
            format!("/jobs?q=potter&place={slug}"),
            "{typed}"
        );
    }
}

#[actix_web::test]
async fn a_town_with_what_is_around_it_is_an_area() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let places = [
        "San Francisco, CA",
        "Palo Alto, CA",
        "Oakland, CA",
        "Bay Area, CA, United States of America",
        "Sacramento, CA",
        "Tampa Bay Area",
        "Silicon Valley",
        "Bochum, Germany",
        "Düsseldorf",
    ];
    jobs_in(&alice, &places).await;
    let visitor = app.browser();
    for (asked, found) in [
        (
            "/places/san-francisco-bay-area",
            vec![
                "Bay Area, CA, United States of America",
                "Oakland, CA",
                "Palo Alto, CA",
                "San Francisco, CA",
            ],
        ),
        (
            "/places/silicon-valley",
            vec!["Palo Alto, CA", "Silicon Valley"],
        ),
        ("/places/ruhr-area", vec!["Bochum, Germany"]),
    ] {
        assert_eq!(titles(&visitor.get(asked).await), found, "{asked}");
    }
}

#[actix_web::test]
async fn a_name_of_two_places_finds_both_and_offers_each() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    jobs_in(
        &alice,
        &["Atlanta, GA", "Tbilisi, Georgia", "Georgia", "Boston, MA"],
    )
    .await;
    let visitor = app.browser();
    let page = visitor.visit("/jobs?place=georgia").await;
    assert_eq!(
        titles(&page),
        ["Atlanta, GA", "Georgia", "Tbilisi, Georgia"]
    );
    assert_eq!(page.text("h1"), "Jobs in Georgia");
    let mut offered = choices(&page);
    offered.sort();
    assert_eq!(offered, ["Georgia 1", "Georgia, United States 1"]);
}

#[actix_web::test]
async fn an_area_is_completed_and_says_nothing_of_a_jobs_country() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    jobs_in(&alice, &["EMEA", "Lyon, France", "Bombay, India"]).await;
    let visitor = app.browser();
    let completed = async |asked: &str| -> serde_json::Value {
        let answer = visitor
            .get(&format!("/suggestions?kind=place&q={asked}"))
            .await;
        serde_json::from_str(&answer.body).unwrap()
    };
    let europe = &completed("euro").await[0];
    assert_eq!(
        (&europe["text"], &europe["href"]),
        (&"Europe".into(), &"/places/europe".into())
    );
    let latin = &completed("latam").await[0];
    assert_eq!(
        (&latin["text"], &latin["called"]),
        (&"Latin America".into(), &"LATAM".into())
    );
    let mumbai = &completed("bombay").await[0];
    assert_eq!(mumbai["text"], "Mumbai, Maharashtra, India");
    assert_eq!(mumbai["called"], "Bombay");
    assert_eq!(
        completed("mumb").await[0]["called"],
        serde_json::Value::Null
    );
    let page = visitor.get("/jobs/1-emea").await;
    assert_eq!(page.text("h1"), "EMEA");
    assert!(
        !page.has("script[type='application/ld+json']"),
        "{}",
        page.body
    );
}
