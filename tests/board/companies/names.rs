//! What companies are called, and where their pages are.

use crate::support::{Browser, TestApp, job, with};

async fn company(of: &Browser, name: &str) -> String {
    let made = of.submit("/dashboard/companies", &[("name", name)]).await;
    assert_eq!(made.status, 303, "{}", made.body);
    made.location().to_owned()
}

async fn rename(of: &Browser, page: &str, name: &str) -> crate::support::Answer {
    let version = of.get(page).await.value("version");
    let fields = [("version", version.as_str()), ("name", name)];
    of.submit(page, &fields).await
}

#[actix_web::test]
async fn a_renamed_company_is_called_so_everywhere_and_found_at_its_old_address() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let page = company(&alice, "Analytical Engines").await;
    let path = alice.publish("Rust developer").await;
    assert_eq!(rename(&alice, &page, "Babbage & Co").await.status, 303);

    let visitor = app.browser();
    let old = visitor.get("/companies/analytical-engines").await;
    assert_eq!((old.status, old.location()), (301, "/companies/babbage-co"));
    let list = visitor.get("/companies/babbage-co").await;
    assert_eq!(list.text("h1"), "Jobs at Babbage & Co");
    assert_eq!(list.text(".card .company"), "Babbage & Co");
    let shown = visitor.get(&path).await;
    assert_eq!(shown.text(".job .company a"), "Babbage & Co");
    assert!(
        shown.body.contains("\"name\":\"Babbage \\u0026 Co\""),
        "the markup"
    );
    for words in ["babbage", "analytical"] {
        let found = visitor.visit(&format!("/jobs?q={words}")).await;
        assert_eq!(found.texts(".card").len(), 1, "{words}");
    }
    for feed in ["/companies/babbage-co.atom", "/jobs.indeed.xml"] {
        let feed = visitor.get(feed).await;
        assert!(feed.body.contains("Babbage &amp; Co"), "{}", feed.body);
    }
    let moved = visitor.get("/companies/analytical-engines.atom").await;
    assert_eq!(
        (moved.status, moved.location()),
        (301, "/companies/babbage-co.atom")
    );
    // The form says what it is called now, too, and a job with either name is the company's.
    let form = alice
        .get(&format!("{path}/edit").replace("-rust-developer", ""))
        .await;
    assert_eq!(form.value("company"), "Babbage & Co");
    alice.publish("Go developer").await;
    assert_eq!(
        visitor
            .get("/companies/babbage-co")
            .await
            .texts(".card")
            .len(),
        2
    );
}

#[actix_web::test]
async fn nobody_takes_a_name_that_is_anothers() {
    let app = TestApp::start();
    let (alice, bob) = (app.member("Alice").await, app.member("Bob").await);
    let page = company(&alice, "Engines").await;
    company(&bob, "Looms").await;
    let fields = with(job("Weaver"), "company", "Looms");
    bob.submit("/jobs", &with(fields, "publish", "yes")).await;
    let fields = with(job("Rust developer"), "company", "Jacquard");
    bob.submit("/jobs", &with(fields, "publish", "yes")).await;
    for name in ["Looms", "LOOMS!", "Jacquard"] {
        let answer = rename(&alice, &page, name).await;
        assert_eq!(answer.status, 422, "{name}");
        assert!(
            answer.message("name").starts_with("Another company"),
            "{name}"
        );
    }
    assert_eq!(rename(&alice, &page, "ENGINES").await.status, 303);
    let taken = alice
        .submit("/dashboard/companies", &[("name", "looms")])
        .await;
    assert_eq!(taken.status, 422);
    assert!(taken.message("name").contains("has a team"));
}

#[actix_web::test]
async fn a_chip_spells_the_company_as_its_jobs_do_and_a_country_is_said_once() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let fields = with(job("Welder"), "company", "SpaceX");
    let fields = with(with(fields, "location", "Austin, TX, USA"), "country", "US");
    let posted = alice.submit("/jobs", &with(fields, "publish", "yes")).await;
    assert_eq!(posted.status, 303, "{}", posted.body);
    let visitor = app.browser();
    let list = visitor.visit("/jobs?company=spacex&q=welder").await;
    assert!(
        list.texts(".chips a").join(" ").contains("SpaceX"),
        "{}",
        list.body
    );
    let facts = visitor.get(posted.location()).await.texts(".facts dd");
    assert!(!facts.contains(&"United States".to_owned()), "{facts:?}");
}
