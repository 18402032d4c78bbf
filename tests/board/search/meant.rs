//! Words that stand for others: abbreviations, slips of the finger, pictures.

use super::said::search;
use crate::support::{Browser, TestApp, job, with};

async fn publish(alice: &Browser, title: &str, changes: &[(&'static str, &str)]) {
    let mut fields = with(job(title), "country", "");
    fields = with(fields, "company", "Acme");
    fields = with(fields, "location", "Berlin, Germany");
    fields = with(
        fields,
        "description",
        "Come and work with us, all the year round.",
    );
    fields = with(fields, "tags", "");
    for (name, value) in changes {
        fields = with(fields, name, value);
    }
    fields.push(("publish", "yes".into()));
    let answer = alice.submit("/jobs", &fields).await;
    assert_eq!(answer.status, 303, "{title}: {}", answer.body);
}

#[actix_web::test]
async fn a_name_written_out_and_its_abbreviation_find_each_other() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let pairs = [
        ("Registered nurse", "RN, night shift"),
        ("Quality assurance lead", "QA lead"),
        ("Machine learning specialist", "ML specialist"),
        ("Vice president, people", "VP, people"),
    ];
    for (long, short) in pairs {
        publish(&alice, long, &[]).await;
        publish(&alice, short, &[]).await;
    }
    publish(&alice, "PM shift operator", &[]).await;
    publish(&alice, "Product manager", &[]).await;
    let visitor = app.browser();
    for ((long, short), words) in pairs.into_iter().zip([
        ("registered nurse", "rn"),
        ("quality assurance", "qa"),
        ("machine learning", "ml"),
        ("vice president", "vp"),
    ]) {
        let page = search(&visitor, words.0).await;
        assert_eq!(
            page.texts(".card h2"),
            [long, short],
            "as typed comes first"
        );
        let mut found = search(&visitor, words.1).await.texts(".card h2");
        found.sort();
        let mut expected = [long, short];
        expected.sort_unstable();
        assert_eq!(found, expected, "{}", words.1);
    }
    let page = search(&visitor, "product manager").await;
    assert_eq!(page.texts(".card h2"), ["Product manager"]);
}

#[actix_web::test]
async fn an_abbreviation_completes_to_what_it_is_short_for() {
    let app = TestApp::start();
    let root = app.admin().await;
    for title in ["Nurse, registered", "Project manager", "Product manager"] {
        publish(&root, title, &[]).await;
    }
    app.count_suggestions().await;
    let visitor = app.browser();
    let completed = async |typed: &str| -> Vec<(String, String)> {
        let answer = visitor.get(&format!("/suggestions?q={typed}")).await;
        let found: Vec<serde_json::Value> = serde_json::from_str(&answer.body).unwrap();
        let text = |one: &serde_json::Value, name: &str| one[name].as_str().unwrap().to_owned();
        let found = found.iter();
        found
            .map(|one| (text(one, "text"), text(one, "href")))
            .collect()
    };
    let found = completed("rn").await;
    assert_eq!(found[0].0, "Registered nurse");
    let page = visitor.visit(&found[0].1).await;
    assert_eq!(page.texts(".card h2"), ["Nurse, registered"]);
    let found = completed("PM").await;
    let mut texts: Vec<&str> = found.iter().map(|(text, _)| text.as_str()).collect();
    texts.sort_unstable();
    assert_eq!(texts, ["Product manager", "Project manager"]);
    assert_eq!(completed("qa").await, [], "no job has it");
    let saved = root
        .submit(
            "/admin/search-words",
            &[("words", "pm > potter"), ("word", "")],
        )
        .await;
    assert_eq!(saved.status, 303);
    assert_eq!(completed("pm").await, [], "the owner says something else");
}

#[actix_web::test]
async fn a_slip_is_corrected_by_the_jobs_of_all_places() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    publish(&alice, "Engineer", &[("location", "Leeds, UK")]).await;
    publish(&alice, "Potter", &[]).await;
    app.count_suggestions().await;
    let visitor = app.browser();
    let page = search(&visitor, "enginer berlin").await;
    assert!(page.texts(".card h2").is_empty());
    assert_eq!(page.text(".instead a"), "engineer");
    assert!(
        page.text(".instead").contains("none for"),
        "{}",
        page.text(".instead")
    );
    assert_eq!(page.text("h1"), "Jobs for “engineer”");
    let offers = page.texts(".broader li");
    assert_eq!(offers, ["Any location 1", "Without “engineer” 1"]);
    let wider = page.attribute(".broader a", "href").unwrap();
    assert_eq!(visitor.get(&wider).await.texts(".card h2"), ["Engineer"]);
    let unknown = search(&visitor, "zzzzzz berlin").await;
    assert!(!unknown.has(".instead"));
}

#[actix_web::test]
async fn a_word_that_a_job_or_the_dictionary_has_is_not_corrected() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    for number in 1..=3 {
        publish(&alice, &format!("Lerer {number}"), &[]).await;
    }
    let rare = [(
        "description",
        "You tend the kilns in which our pots are fired.",
    )];
    publish(&alice, "Potter", &rare).await;
    publish(&alice, "Kitchen help, kilts", &[]).await;
    app.count_suggestions().await;
    let visitor = app.browser();
    for (asked, is_corrected) in [
        ("lehrer", false),
        ("lererr", true),
        ("kilns weaver", false),
        ("kilnt weaver", false),
    ] {
        assert_eq!(
            search(&visitor, asked).await.has(".instead"),
            is_corrected,
            "{asked}"
        );
    }
    let page = search(&visitor, "kilns leeds").await;
    assert!(!page.has(".instead"), "a description has it");
}

#[actix_web::test]
async fn an_emoji_is_no_word() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    publish(&alice, "Socket tester 🔌", &[]).await;
    publish(&alice, "Electric plug maker", &[]).await;
    publish(&alice, "Weaver", &[]).await;
    app.count_suggestions().await;
    let visitor = app.browser();
    for typed in ["🔌", "⚡", "🚀🚀"] {
        let page = search(&visitor, typed).await;
        assert!(page.texts(".card h2").is_empty(), "{typed}");
        assert!(!page.has(".instead"), "{typed}");
    }
    let page = search(&visitor, "🧵 weaver 🧶").await;
    assert_eq!(page.texts(".card h2"), ["Weaver"]);
}

#[actix_web::test]
async fn what_is_no_amount_is_kept_and_said_at_its_field() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    publish(&alice, "Weaver", &[]).await;
    let visitor = app.browser();
    for path in [
        "/jobs?pay=abc",
        "/jobs?q=weaver&pay=abc",
        "/jobs?q=nobody&pay=abc",
    ] {
        let page = visitor.visit(path).await;
        assert_eq!(page.attribute("#pay", "value").unwrap(), "abc", "{path}");
        assert_eq!(page.attribute("#pay", "aria-invalid").unwrap(), "true");
        assert!(!page.text("#pay-message").is_empty(), "{path}");
    }
}

#[actix_web::test]
async fn a_language_is_found_by_its_names_and_a_field_of_work_by_its_trades() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let asks = |text: &'static str| [("description", text)];
    publish(
        &alice,
        "Clerk",
        &asks("You are fluent in German, and in Excel."),
    )
    .await;
    publish(
        &alice,
        "Sales agent",
        &asks("Your English is good, your French is better."),
    )
    .await;
    for title in ["Softwareentwickler", "Software developer", "Baker"] {
        publish(&alice, title, &asks("We pay on time, and well.")).await;
    }
    let visitor = app.browser();
    for (typed, expected) in [
        ("deutsch", vec!["Clerk"]),
        ("german speaking", vec!["Clerk"]),
        ("englisch", vec!["Sales agent"]),
        ("français", vec!["Sales agent"]),
        (
            "Softwareentwicklung",
            vec!["Software developer", "Softwareentwickler"],
        ),
        ("piekarz", vec!["Baker"]),
    ] {
        let mut found = search(&visitor, typed).await.texts(".card h2");
        found.sort();
        assert_eq!(found, expected, "{typed}");
    }
}

#[actix_web::test]
async fn a_code_of_two_places_means_both_and_each_is_offered() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    for (title, place) in [
        ("Baker", "Sacramento, California"),
        ("Potter", "San Diego, CA"),
        ("Weaver", "Toronto, Canada"),
        ("Dyer", "Boston, MA"),
        ("Cook", "Rio de Janeiro, Brazil"),
        ("Tailor", "Work in Leeds, UK"),
    ] {
        publish(&alice, title, &[("location", place)]).await;
    }
    let visitor = app.browser();
    for (typed, expected) in [
        ("place=CA", vec!["Baker", "Potter", "Weaver"]),
        ("place=ca", vec!["Baker", "Potter", "Weaver"]),
        ("q=jobs+in+CA", vec!["Baker", "Potter", "Weaver"]),
        ("place=MA", vec!["Dyer"]),
        ("place=ma", vec!["Dyer"]),
        ("place=IN", vec![]),
        ("place=DE", vec![]),
        ("place=uk", vec!["Tailor"]),
    ] {
        let mut found = visitor
            .visit(&format!("/jobs?{typed}"))
            .await
            .texts(".card h2");
        found.sort();
        assert_eq!(found, expected, "{typed}");
    }
    let page = visitor.visit("/jobs?place=CA").await;
    assert_eq!(page.text("h1"), "Jobs in California or Canada");
    let offered = page.texts(".facets-box label:has(input[name=place])");
    assert_eq!(offered[1..], ["California, United States 2", "Canada 1"]);
}

#[actix_web::test]
async fn a_slip_is_corrected_to_the_likeliest_word_and_not_to_a_name() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    for title in [
        "Engineer",
        "Receptionist",
        "Developer",
        "Accountant",
        "Manager",
        "Nurse",
        "Analyst",
        "Designer",
        "Electrician",
    ] {
        publish(&alice, title, &[]).await;
    }
    // Names and tags that are as near, and that more jobs have.
    for number in 1..=3 {
        let title = format!("Potter {number}");
        let names = [
            ("company", "Rangers Designers Engines Purce Ltd"),
            ("location", "Danger Manders, Acountanty Bay"),
            ("tags", "mangler, nurche, anlays"),
        ];
        publish(&alice, &title, &names).await;
    }
    app.count_suggestions().await;
    let visitor = app.browser();
    for (typed, meant) in [
        ("enginer", "engineer"),
        ("recptionist", "receptionist"),
        ("devloper", "developer"),
        ("acountant", "accountant"),
        ("manger", "manager"),
        ("nurce", "nurse"),
        ("maneger", "manager"),
        ("anlayst", "analyst"),
        ("desinger", "designer"),
        ("electrican", "electrician"),
    ] {
        let page = search(&visitor, typed).await;
        assert_eq!(page.text(".instead a"), meant, "{typed}");
        let title = page.texts(".card h2")[0].to_lowercase();
        assert_eq!(title, meant, "{typed}");
    }
}
