//! Two names of one company.

use crate::support::{Browser, TestApp, job, with};

async fn publish(by: &Browser, title: &str, company: &str) {
    let fields = with(with(job(title), "company", company), "publish", "yes");
    assert_eq!(by.submit("/jobs", &fields).await.status, 303);
}

async fn merge(root: &Browser, from: &str, into: &str) -> crate::support::Answer {
    root.submit("/admin/companies/merges", &[("from", from), ("into", into)])
        .await
}

#[actix_web::test]
async fn merged_companies_have_one_page_until_it_is_undone() {
    let app = TestApp::start();
    let root = app.admin().await;
    let bob = app.member("Bob").await;
    for (title, company) in [
        ("One", "Acme"),
        ("Two", "Acme GmbH"),
        ("Three", "Acme GmbH"),
    ] {
        publish(&bob, title, company).await;
    }
    let visitor = app.browser();
    let merged = merge(&root, "https://jobs.example/companies/acme-gmbh", "acme").await;
    assert_eq!(merged.status, 303, "{}", merged.body);
    let old = visitor.get("/companies/acme-gmbh").await;
    assert_eq!((old.status, old.location()), (301, "/companies/acme"));
    let page = visitor.get("/companies/acme").await;
    assert_eq!(page.texts(".card").len(), 3);
    assert_eq!(page.texts(".card .company"), ["Acme"; 3]);
    // A new job under the other name belongs there, too.
    publish(&bob, "Four", "acme gmbh").await;
    assert_eq!(visitor.get("/companies/acme").await.texts(".card").len(), 4);

    let admin = root.get("/admin/companies").await;
    assert!(admin.text(".rows").contains("Acme GmbH into Acme"));
    let undo = admin
        .attribute("form[action*='/merges/']", "action")
        .unwrap();
    assert_eq!(root.press(&undo).await.status, 303);
    assert_eq!(visitor.get("/companies/acme").await.texts(".card").len(), 1);
    let other = visitor.get("/companies/acme-gmbh").await;
    assert_eq!((other.status, other.texts(".card").len()), (200, 3));
    assert_eq!(root.press(&undo).await.status, 404, "once");
}

#[actix_web::test]
async fn a_merge_brings_jobs_and_team_and_gives_them_back() {
    let app = TestApp::start();
    let root = app.admin().await;
    let (alice, bob) = (app.member("Alice").await, app.member("Bob").await);
    for (by, name) in [(&alice, "Acme"), (&bob, "Acme Labs")] {
        by.submit("/dashboard/companies", &[("name", name)]).await;
    }
    publish(&alice, "One", "Acme").await;
    publish(&bob, "Two", "Acme Labs").await;
    merge(&root, "Acme Labs", "Acme").await;
    for by in [&alice, &bob] {
        assert_eq!(by.get("/dashboard").await.texts("tbody tr").len(), 2);
        assert_eq!(
            by.get("/dashboard/companies").await.texts(".what a"),
            ["Acme"]
        );
    }
    // Bob may not take over the company that he came to.
    let page = bob.get("/dashboard/companies").await;
    let company = page.attribute(".what a", "href").unwrap();
    assert!(
        !bob.get(&format!("{company}/team"))
            .await
            .has("form[action$='/role']")
    );
    let undo = root.get("/admin/companies").await;
    let undo = undo
        .attribute("form[action*='/merges/']", "action")
        .unwrap();
    root.press(&undo).await;
    for (by, name) in [(&alice, "Acme"), (&bob, "Acme Labs")] {
        assert_eq!(
            by.get("/dashboard").await.texts("tbody tr").len(),
            1,
            "{name}"
        );
        assert_eq!(
            by.get("/dashboard/companies").await.texts(".what a"),
            [name]
        );
    }
}

#[actix_web::test]
async fn a_name_that_no_company_has_is_said_at_its_field() {
    let app = TestApp::start();
    let root = app.admin().await;
    publish(&root, "One", "Acme").await;
    let wrong = merge(&root, "Nobody", "Acme").await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.message("from").starts_with("No company"));
    let wrong = merge(&root, "Acme", "Nobody").await;
    assert!(wrong.message("into").starts_with("No company"));
    assert_eq!(wrong.value("from"), "Acme");
    let same = merge(&root, "acme", "ACME").await;
    assert!(
        same.message("from").contains("one company already"),
        "{}",
        same.body
    );
    assert!(
        !root
            .get("/admin/companies")
            .await
            .has("form[action*='/merges/']")
    );
}
