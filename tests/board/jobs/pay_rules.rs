//! Laws that ask for pay in job ads: which one it is, what is missing, and what the board does about it.

use reqwest::Method;
use serde_json::{Value, json};

use super::api::{Program, body, pointers, posting};
use crate::{
    settings::choose,
    support::{Browser, TestApp, id_of, job, with},
};

type Fields = Vec<(&'static str, String)>;

/// A job in this place with this pay a year.
fn job_in(location: &str, min: &str, max: &str, currency: &str) -> Fields {
    [
        ("workplace", "on_site"),
        ("location", location),
        ("pay_min", min),
        ("pay_max", max),
        ("pay_currency", currency),
    ]
    .into_iter()
    .fold(job("Miner"), |fields, (name, value)| {
        with(fields, name, value)
    })
}

/// What the preview says of laws.
async fn told(browser: &Browser, fields: &Fields) -> Vec<String> {
    let preview = browser.preview("/jobs/preview", fields).await;
    let mut told = preview.texts(".preview .pay-rules p");
    if !told.is_empty() {
        assert_eq!(told.pop().as_deref(), Some("This is not legal advice."));
    }
    told
}

fn published(mut fields: Fields) -> Fields {
    fields.push(("publish", "yes".into()));
    fields
}

#[actix_web::test]
async fn a_job_in_denver_without_pay_is_published_with_a_warning_and_its_source() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let bare = job_in("Denver, CO", "", "", "USD");
    let preview = alice.preview("/jobs/preview", &bare).await;
    let said = preview.text(".preview .pay-rules");
    for words in [
        "Colorado: job ads must state the pay, or both ends of its range",
        "Equal Pay for Equal Work Act",
        "since Jan 1, 2021",
        "This job states no pay.",
        "Checked on",
    ] {
        assert!(said.contains(words), "{words} in {said}");
    }
    let source = preview.attribute(".preview .pay-rules a", "href").unwrap();
    assert_eq!(source, "https://leg.colorado.gov/bills/sb19-085");
    let answer = alice.submit("/jobs", &published(bare)).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    let own = alice.follow(&answer).await;
    assert!(own.text(".manage .pay-rules").contains("Colorado"));
    let edit = alice
        .get(&format!("/jobs/{}/edit", id_of(answer.location())))
        .await;
    assert!(edit.text(".job-form .pay-rules").contains("Colorado"));
    let visitor = app.browser().get(answer.location()).await;
    assert!(!visitor.has(".pay-rules"), "{}", visitor.body);
}

#[actix_web::test]
async fn each_law_is_told_with_what_is_missing_for_it() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    for (location, min, max, currency, words) in [
        ("Denver, CO", "50,000", "", "USD", "states only the minimum"),
        ("Denver, CO", "", "90,000", "USD", "states only the maximum"),
        (
            "San Francisco, CA",
            "",
            "",
            "USD",
            "15 or more employees. This site does not know how many you have",
        ),
        ("Seattle, WA", "", "", "USD", "Washington: "),
        ("Washington, DC", "", "", "USD", "District of Columbia: "),
        ("New York, NY", "", "", "USD", "New York: "),
        (
            "Toronto, Ontario",
            "60,000",
            "120,000",
            "CAD",
            "at most CAD 50,000 a year wide",
        ),
        (
            "Berlin, Germany",
            "",
            "",
            "EUR",
            "in the ad or before the interview",
        ),
        (
            "Wien, Austria",
            "",
            "",
            "EUR",
            "Austria: job ads must state the pay (",
        ),
    ] {
        let told = told(&alice, &job_in(location, min, max, currency)).await;
        assert_eq!(told.len(), 1, "{location}: {told:?}");
        assert!(told[0].contains(words), "{location}: {told:?}");
    }
    for (location, min, max, currency) in [
        ("Denver, CO", "50,000", "60,000", "USD"),
        ("Austin, TX", "", "", "USD"),
        ("London, England", "", "", "GBP"),
        ("Toronto, Ontario", "60,000", "110,000", "CAD"),
        ("Toronto, Ontario", "150,000", "250,000", "CAD"),
        ("Berlin, Germany", "50,000", "", "EUR"),
        ("Wien, Austria", "50,000", "", "EUR"),
    ] {
        let told = told(&alice, &job_in(location, min, max, currency)).await;
        assert!(told.is_empty(), "{location}: {told:?}");
    }
}

#[actix_web::test]
async fn remote_work_is_where_people_may_live() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    for (residence, places) in [
        ("Colorado", vec!["Colorado: "]),
        ("EU", vec!["Employers in the European Union"]),
        ("Colorado; Maryland", vec!["Colorado: ", "Maryland: "]),
        (
            "Austria, Germany",
            vec!["Austria: ", "Employers in the European Union"],
        ),
        ("US", vec![]),
        ("worldwide", vec![]),
    ] {
        let bare = job_in("", "", "", "USD");
        let bare = with(bare, "workplace", "remote");
        let told = told(&alice, &with(bare, "applicant_location", residence)).await;
        assert_eq!(told.len(), places.len(), "{residence}: {told:?}");
        for (told, place) in told.iter().zip(places) {
            assert!(told.starts_with(place), "{residence}: {told}");
        }
    }
}

#[actix_web::test]
async fn a_board_that_refuses_says_which_law_asks_for_what_and_nothing_is_lost() {
    let app = TestApp::start();
    choose(&app.admin().await, "refuse").await;
    let alice = app.member("Alice").await;
    let bare = job_in("Denver, CO", "", "", "USD");
    let refused = alice.submit("/jobs", &published(bare.clone())).await;
    assert_eq!(refused.status, 422);
    assert!(refused.message("pay_min").starts_with("Colorado: "));
    assert!(refused.has(".job-form .pay-rules a[href='https://leg.colorado.gov/bills/sb19-085']"));
    assert_eq!(refused.value("title"), "Miner");
    assert_eq!(refused.value("location"), "Denver, CO");
    let half = job_in("Denver, CO", "50,000", "", "USD");
    let refused = alice.submit("/jobs", &published(half)).await;
    assert!(refused.message("pay_max").contains("only the minimum"));

    let draft = alice.submit("/jobs", &bare).await;
    assert_eq!(draft.status, 303, "a draft may lack it");
    let id = id_of(draft.location());
    let refused = alice.press(&format!("/jobs/{id}/publication")).await;
    assert_eq!(refused.status, 422);
    assert!(refused.message("pay_min").starts_with("Colorado: "));
    let id = id.to_string();
    let fields = [("job", id.as_str()), ("action", "publish")];
    let bulk = alice.submit("/jobs/bulk", &fields).await;
    assert_eq!(
        alice.follow(&bulk).await.text(".notice"),
        "0 jobs published. 1 job was not published: it does not state the pay that a law asks for. Edit it to see which."
    );
    let whole = job_in("Denver, CO", "50,000", "60,000", "USD");
    let answer = alice.submit("/jobs", &published(whole.clone())).await;
    assert_eq!(answer.status, 303, "{}", answer.body);

    let edit = format!("/jobs/{}", id_of(answer.location()));
    let less = with(with(whole, "pay_min", ""), "pay_max", "");
    let less = with(less, "version", "1");
    let refused = alice.submit(&edit, &less).await;
    assert_eq!(refused.status, 422, "an open job does not lose its pay");
}

#[actix_web::test]
async fn what_a_law_may_not_ask_of_everybody_is_only_warned_of() {
    let app = TestApp::start();
    choose(&app.admin().await, "refuse").await;
    let alice = app.member("Alice").await;
    for location in ["San Francisco, CA", "Berlin, Germany"] {
        let bare = job_in(location, "", "", "USD");
        let answer = alice.submit("/jobs", &published(bare)).await;
        assert_eq!(answer.status, 303, "{location}: {}", answer.body);
        assert!(alice.follow(&answer).await.has(".manage .pay-rules"));
    }
}

#[actix_web::test]
async fn a_job_that_lacked_its_pay_before_can_still_be_changed() {
    let app = TestApp::start();
    let root = app.admin().await;
    let alice = app.member("Alice").await;
    let bare = job_in("Denver, CO", "", "", "USD");
    let answer = alice.submit("/jobs", &published(bare.clone())).await;
    choose(&root, "refuse").await;
    let edit = format!("/jobs/{}", id_of(answer.location()));
    let changed = with(with(bare, "title", "Head miner"), "version", "1");
    assert_eq!(alice.submit(&edit, &changed).await.status, 303);
}

#[actix_web::test]
async fn a_board_that_does_nothing_says_nothing() {
    let app = TestApp::start();
    choose(&app.admin().await, "off").await;
    let alice = app.member("Alice").await;
    let bare = job_in("Denver, CO", "", "", "USD");
    assert!(told(&alice, &bare).await.is_empty());
    let answer = alice.submit("/jobs", &published(bare)).await;
    assert!(!alice.follow(&answer).await.has(".pay-rules"));
}

#[actix_web::test]
async fn the_choice_is_in_the_audit_log_and_other_replicas_follow_it() {
    let app = TestApp::start();
    let root = app.admin().await;
    let alice = app.member("Alice").await;
    let replica = app.replica(app.board.config.clone());
    choose(&root, "refuse").await;
    let entry = root.get("/admin/audit").await.text(".log tbody tr");
    assert!(
        entry.contains("If a job lacks the pay that a law asks for"),
        "{entry}"
    );
    replica.board.read_brand().await.unwrap();
    let bare = job_in("Denver, CO", "", "", "USD");
    let refused = alice.at(&replica).submit("/jobs", &published(bare)).await;
    assert_eq!(refused.status, 422);
}

fn bare_posting() -> Value {
    let mut bare = posting("Miner");
    bare["baseSalary"] = Value::Null;
    bare["jobLocation"] = json!({"name": "Denver, CO"});
    bare
}

#[actix_web::test]
async fn a_program_is_warned_or_refused_with_a_pointer() {
    let app = TestApp::start();
    let root = app.admin().await;
    let alice = Program::of(&app, "Alice").await;
    let draft = alice
        .send(Method::POST, "/api/v1/jobs", &bare_posting())
        .await;
    assert_eq!(draft.status, 201, "{}", draft.body);
    let warning = &body(&draft)["warnings"][0];
    assert_eq!(warning["pointer"], "/baseSalary/value/minValue");
    assert_eq!(warning["source"], "https://leg.colorado.gov/bills/sb19-085");
    let publication = format!("/api/v1/jobs/{}/publication", body(&draft)["id"]);
    choose(&root, "refuse").await;
    let nothing = json!({});
    let refused = alice.send(Method::POST, &publication, &nothing).await;
    assert_eq!(pointers(&refused), ["/baseSalary/value/minValue"]);
    let mut open = bare_posting();
    open["status"] = "published".into();
    let refused = alice.send(Method::POST, "/api/v1/jobs", &open).await;
    assert_eq!(pointers(&refused), ["/baseSalary/value/minValue"]);
    choose(&root, "warn").await;
    let published = alice.send(Method::POST, &publication, &nothing).await;
    assert_eq!(published.status, 200, "{}", published.body);
    assert_eq!(
        body(&published)["warnings"].as_array().map(Vec::len),
        Some(1)
    );
    let id = body(&published)["id"].to_string();
    let read = app.browser().get(&format!("/api/v1/jobs/{id}")).await;
    assert!(body(&read).get("warnings").is_none(), "{}", read.body);
}

#[actix_web::test]
async fn a_law_is_told_beside_other_errors_and_never_twice() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let wrong = with(
        job_in("Denver, CO", "", "", "USD"),
        "valid_through",
        "someday",
    );
    let again = alice.submit("/jobs", &published(wrong)).await;
    assert_eq!(again.status, 422);
    assert!(again.text(".job-form .pay-rules").contains("Colorado: "));

    choose(&app.admin().await, "refuse").await;
    let bare = published(job_in("Denver, CO", "", "", "USD"));
    let refused = alice.submit("/jobs", &bare).await;
    assert!(refused.message("pay_min").starts_with("Colorado: "));
    let hint = refused.text(".job-form .pay-rules");
    assert!(
        !hint.contains("Colorado: ") && hint.contains("Read the law"),
        "{hint}"
    );
}
