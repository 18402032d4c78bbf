//! The values of postings from elsewhere, in the many ways that systems write them.

use serde_json::{Value, json};

use super::importing::import;
use crate::support::{Answer, TestApp};

/// A posting with these properties besides those that each must have.
fn posting(title: &str, more: &Value) -> String {
    let mut posting = json!({
        "@type": "JobPosting",
        "identifier": {"name": "Acme", "value": title},
        "title": title,
        "description": "<p>We make everything.</p>",
        "hiringOrganization": {"name": "Acme"},
        "url": "https://acme.example/jobs/1",
    });
    if let (Value::Object(posting), Value::Object(more)) = (&mut posting, more) {
        posting.extend(more.clone());
    }
    posting.to_string()
}

/// Imports one posting, and gives what the import said and the job's page.
async fn shown(title: &str, more: Value) -> (String, Answer) {
    let app = TestApp::start();
    let output = import(&app, "jobs.ndjson", &posting(title, &more));
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let page = app.browser().visit("/jobs/1").await;
    (String::from_utf8_lossy(&output.stdout).into_owned(), page)
}

#[actix_web::test]
async fn lists_of_values_are_kept_and_what_is_not_is_told() {
    let (said, page) = shown(
        "Baker",
        json!({
            "employmentType": ["Full-time", "CONTRACTOR"],
            "jobLocationType": "Remote",
            "applicantLocationRequirements": [
                {"@type": "Country", "name": "Germany"}, {"@type": "Country", "name": "Austria"}
            ],
            "jobLocation": {"address": {"addressLocality": "London", "addressCountry": "United Kingdom"}},
            "keywords": ["bread", "rolls"],
        }),
    )
    .await;
    assert!(said.contains("1 left out: employmentType"), "{said}");
    let facts = page.text(".facts");
    for fact in ["Full-time", "Remote"] {
        assert!(facts.contains(fact), "{fact}: {facts}");
    }
    assert!(page.body.contains("Germany, Austria"), "{}", page.body);
    assert_eq!(page.texts(".tags a"), ["bread", "rolls"]);
    let markup: Value =
        serde_json::from_str(&page.text("script[type='application/ld+json']")).unwrap();
    let names = &markup["applicantLocationRequirements"];
    assert_eq!(
        (&names[0]["name"], &names[1]["name"]),
        (&json!("DE"), &json!("AT"))
    );
}

#[actix_web::test]
async fn where_an_office_is_does_not_say_where_applicants_live() {
    let (_, page) = shown(
        "Baker",
        json!({
            "jobLocationType": "TELECOMMUTE",
            "applicantLocationRequirements": {"name": "Anywhere in Europe"},
            "jobLocation": {"address": {"addressLocality": "London", "addressCountry": "GB"}},
        }),
    )
    .await;
    assert!(page.texts("script[type='application/ld+json']").is_empty());
}

#[actix_web::test]
async fn each_of_several_places_is_in_the_markup() {
    let place = |town: &str, country: &str| json!({"address": {"addressLocality": town, "addressCountry": country}});
    let (_, page) = shown(
        "Baker",
        json!({"jobLocation": [place("London", "GB"), place("Paris", "FR")]}),
    )
    .await;
    let markup: Value =
        serde_json::from_str(&page.text("script[type='application/ld+json']")).unwrap();
    let address = |at: usize| &markup["jobLocation"][at]["address"];
    assert_eq!(address(0)["addressLocality"], "London");
    assert_eq!(address(0)["addressCountry"], "GB");
    assert_eq!(address(1)["addressLocality"], "Paris");
    assert_eq!(address(1)["addressCountry"], "FR");
}

#[actix_web::test]
async fn pay_is_kept_in_whatever_shape_it_comes() {
    for (pay, expected) in [
        (
            json!({"baseSalary": {"currency": "USD", "minValue": 100_000, "maxValue": 120_000, "unitText": "ANNUAL"}}),
            "$100,000 – $120,000 a year",
        ),
        (
            json!({"baseSalary": {"value": {"value": "$100,000", "unitText": "YEAR"}}}),
            "$100,000 a year",
        ),
        (
            json!({"baseSalary": {"currency": "EUR", "value": {"minValue": "50.000", "unitText": "year"}}}),
            "€50,000+ a year",
        ),
        (
            json!({"baseSalary": "$90k - $110k per year"}),
            "$90,000 – $110,000 a year",
        ),
    ] {
        let (said, page) = shown("Baker", pay).await;
        assert!(!said.contains("left out"), "{said}");
        assert_eq!(page.text(".pay"), expected);
    }
    let (said, page) = shown("Baker", json!({"baseSalary": "competitive"})).await;
    assert!(said.contains("1 left out: baseSalary"), "{said}");
    assert!(page.texts(".pay").is_empty());
}

#[actix_web::test]
async fn a_job_may_be_applied_for_by_mail() {
    let (_, page) = shown(
        "Baker",
        json!({"url": null, "applicationContact": {"email": "jobs@acme.example"}}),
    )
    .await;
    assert_eq!(page.text(".apply .address"), "jobs@acme.example");
}

#[actix_web::test]
async fn what_stands_beside_the_description_is_part_of_it() {
    let (_, page) = shown(
        "Baker",
        json!({"responsibilities": "<ul><li>Bake</li></ul>", "jobBenefits": ["Bread", "Rolls & more"]}),
    )
    .await;
    assert_eq!(
        page.texts(".prose h3, .prose h4"),
        ["Responsibilities", "Benefits"]
    );
    assert_eq!(page.texts(".prose li"), ["Bake", "Bread", "Rolls & more"]);
}

#[actix_web::test]
async fn a_csv_may_use_the_words_of_the_form() {
    let app = TestApp::start();
    let csv = "id,title,company,location,workplace,apply_method,apply_to,employment_type,description\n\
               1,Baker,Acme,Vienna,On-site,In person,\"Main Street 5, Vienna\",Part-time,Bakes bread.\n\
               2,Cook,Acme,Vienna,Hybrid,By email,jobs@acme.example,Contract,Cooks soup.\n";
    let output = import(&app, "jobs.csv", csv);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let visitor = app.browser();
    let baker = visitor.visit("/jobs/1").await;
    assert!(baker.body.contains("Main Street 5, Vienna"));
    assert!(baker.text(".facts").contains("Part-time"));
    let cook = visitor.visit("/jobs/2").await;
    assert!(cook.text(".facts").contains("Hybrid"));
    let link = visitor.where_to_apply(&cook).await;
    assert!(link.starts_with("mailto:"), "{link}");
}

#[actix_web::test]
async fn columns_that_are_not_used_are_named_and_german_ones_are_known() {
    let app = TestApp::start();
    let rows = "Titel;Firma;Ort;Lohn;Remote?;Art;Dienstwagen;Link;Beschreibung\n\
                Koch;Acme;Berlin;2400 EUR pro Monat;;Vollzeit;ja;https://acme.example/1;Kocht.\n\
                Texter;Acme;Berlin;14,50 €/h;Homeoffice;Teilzeit;nein;https://acme.example/2;Schreibt.\n";
    let output = import(&app, "jobs.csv", rows);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(said.starts_with("2 added"), "{said}");
    assert!(
        said.contains("columns that are not used: Dienstwagen"),
        "{said}"
    );
    app.catch_up().await;
    let list = app.browser().visit("/jobs").await;
    let cards = list.texts(".card");
    let card = |title: &str| {
        let found = cards.iter().find(|card| card.contains(title));
        found.unwrap_or_else(|| panic!("{cards:?}")).clone()
    };
    assert!(card("Koch").contains("€2,400+ a month"), "{cards:?}");
    assert!(card("Koch").contains("Full-time"), "{cards:?}");
    assert!(card("Texter").contains("€14.50+ an hour"), "{cards:?}");
    assert!(card("Texter").contains("Remote"), "{cards:?}");
}
