//! Proving that a domain is the company's own, and keeping the proof.

use std::time::Duration;

use chrono::TimeDelta;
use jobboard::platform::config::StandIns;

use crate::support::{Answer, Browser, NameServer, PASSWORD, Site, TestApp};

/// A board, and an internet with one domain, `engines.example`.
pub struct World {
    pub app: TestApp,
    pub zone: NameServer,
    _others: (NameServer, NameServer, Site),
}

impl World {
    pub async fn start() -> Self {
        let root = NameServer::root().await;
        let (example, zone) = (root.beside(2).await, root.beside(3).await);
        root.delegate(
            "example",
            "a0.example-servers.example",
            &[example.address.ip()],
        );
        example.delegate(
            "engines.example",
            "ns1.engines.example",
            &[zone.address.ip()],
        );
        let site = Site::start();
        let stand_ins = StandIns {
            root: root.address,
            files: site.url.parse().unwrap(),
            patience: Duration::from_secs(5),
        };
        Self {
            app: TestApp::start_changed(|config| config.domains_at = Some(stand_ins)),
            zone,
            _others: (root, example, site),
        }
    }

    /// The board goes on by itself for so long.
    pub async fn pass(&self, time: TimeDelta) {
        self.app.board.clock.advance(time);
        self.app.run_tasks().await;
    }

    /// Alice again, after her session ended.
    async fn alice(&self) -> Browser {
        self.app.sign_in("Alice", PASSWORD).await.0
    }
}

async fn make(by: &Browser, name: &str) -> String {
    let made = by.submit("/dashboard/companies", &[("name", name)]).await;
    made.location().to_owned()
}

async fn add(by: &Browser, company: &str, host: &str) -> Answer {
    by.submit(&format!("{company}/domains"), &[("host", host)])
        .await
}

#[actix_web::test]
async fn a_record_that_comes_later_is_found_within_two_minutes_without_a_click() {
    let world = World::start().await;
    let alice = world.app.member("Alice").await;
    let company = make(&alice, "Engines").await;
    assert_eq!(
        add(&alice, &company, "https://Engines.example/jobs")
            .await
            .status,
        303
    );
    world.app.run_tasks().await;
    let page = alice.get(&format!("{company}/domains")).await;
    assert_eq!(page.text(".domain .status"), "Not found yet");
    let token = page.text(".domain code");
    let found = page.texts(".found li").join("\n");
    assert!(found.contains("_jobboard.engines.example"), "{found}");
    let visitor = world.app.browser();
    assert_eq!(visitor.get("/companies/engines").await.status, 404);

    world.zone.txt("_jobboard.engines.example", &token);
    world.pass(TimeDelta::minutes(2)).await;
    let page = alice.get(&format!("{company}/domains")).await;
    assert_eq!(page.text(".domain .status"), "Verified");
    let shown = visitor.get("/companies/engines").await;
    assert_eq!(shown.text(".verified"), "engines.example verified");
}

#[actix_web::test]
async fn a_proof_that_is_gone_counts_for_seven_days_and_is_told_of_once() {
    let world = World::start().await;
    let alice = world.app.member("Alice").await;
    let company = make(&alice, "Engines").await;
    add(&alice, &company, "engines.example").await;
    let page = alice.get(&format!("{company}/domains")).await;
    world
        .zone
        .txt("engines.example", &page.text(".domain code"));
    world.app.run_tasks().await;
    let visitor = world.app.browser();
    assert!(visitor.get("/companies/engines").await.has(".verified"));

    world.zone.forget("engines.example");
    world.pass(TimeDelta::days(8)).await;
    // One look that fails may be the fault of a server.
    world.app.mails(1).await;
    world.pass(TimeDelta::hours(2)).await;
    let mail = world
        .app
        .mail(2, "Alice", "engines.example can no longer")
        .await;
    assert!(mail.text.contains("within 7 days"));
    let page = world.alice().await.get(&format!("{company}/domains")).await;
    assert!(page.text(".error-summary").contains("stays verified until"));
    for _ in 0..6 {
        world.pass(TimeDelta::days(1)).await;
        assert!(visitor.get("/companies/engines").await.has(".verified"));
    }
    world.pass(TimeDelta::days(2)).await;
    assert_eq!(visitor.get("/companies/engines").await.status, 404);
    world.app.mails(2).await;
    // Back again, it counts again.
    let alice = world.alice().await;
    let page = alice.get(&format!("{company}/domains")).await;
    assert_eq!(page.text(".domain .status"), "Not found yet");
    world
        .zone
        .txt("engines.example", &page.text(".domain code"));
    let look = page.attribute("form[action$='/look']", "action").unwrap();
    alice.press(&look).await;
    world.app.run_tasks().await;
    world.pass(TimeDelta::minutes(1)).await;
    assert!(visitor.get("/companies/engines").await.has(".verified"));
}

#[actix_web::test]
async fn one_company_has_a_domain_and_what_is_no_domain_is_said() {
    let world = World::start().await;
    let (alice, bob) = (
        world.app.member("Alice").await,
        world.app.member("Bob").await,
    );
    let (engines, looms) = (make(&alice, "Engines").await, make(&bob, "Looms").await);
    for (host, said) in [
        ("", "Enter"),
        ("localhost", ""),
        ("127.0.0.1", ""),
        ("co.uk", ""),
        ("engines.example:8080", ""),
    ] {
        let answer = add(&alice, &engines, host).await;
        assert_eq!(answer.status, 422, "{host}");
        let message = answer.message("host");
        assert!(
            !message.is_empty() && message.contains(said),
            "{host}: {message}"
        );
        assert_eq!(answer.value("host"), host);
    }
    for (by, company) in [(&alice, &engines), (&bob, &looms)] {
        add(by, company, "engines.example").await;
        let page = by.get(&format!("{company}/domains")).await;
        let token = page.text(".domain code");
        world.zone.txt("engines.example", &token);
        world.pass(TimeDelta::minutes(1)).await;
    }
    let page = alice.get(&format!("{engines}/domains")).await;
    assert_eq!(page.text(".domain .status"), "Verified");
    let page = bob.get(&format!("{looms}/domains")).await;
    assert_eq!(page.text(".domain .status"), "Not found yet");
    assert!(
        page.text(".found").contains("another company"),
        "{}",
        page.body
    );
    assert_eq!(add(&alice, &engines, "ENGINES.example").await.status, 422);
    // Domains are the owners' business.
    assert_eq!(bob.get(&format!("{engines}/domains")).await.status, 404);
    world.app.leave_tasks();
}

#[actix_web::test]
async fn whoever_proves_the_website_that_its_jobs_state_has_the_company() {
    let world = World::start().await;
    world
        .app
        .member("Bob")
        .await
        .publish("Rust developer")
        .await;
    let alice = world.app.member("Alice").await;
    let company = make(&alice, "Analytical Engines").await;
    add(&alice, &company, "engines.example").await;
    let page = alice.get(&format!("{company}/domains")).await;
    world
        .zone
        .txt("engines.example", &page.text(".domain code"));
    world.app.run_tasks().await;
    let shown = world
        .app
        .browser()
        .get("/companies/analytical-engines")
        .await;
    assert!(shown.has(".verified"));
    assert!(!shown.has(".claim"));
    world
        .app
        .mail(3, "Alice", "Analytical Engines is yours to look after")
        .await;
}
