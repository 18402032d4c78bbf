//! The domains of a company.

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::{Program, body, join, mistake};
use crate::companies::domains::World;

const DOMAINS: &str = "companies/engines/domains";
const DOMAIN: &str = "companies/engines/domains/engines.example";

#[actix_web::test]
async fn a_program_adds_a_domain_puts_the_record_there_and_sees_it_verified() {
    let world = World::start().await;
    let alice = world.app.member("Alice").await;
    let program = Program::of(&world.app, &alice).await;
    program.company("Engines").await;
    let new = json!({"host": "Engines.example"});
    let added = program.post(DOMAINS, new).await;
    assert_eq!(added.status, 201, "{}", added.body);
    let added = body(&added);
    assert_eq!(added["host"], "engines.example");
    assert_eq!(added["state"], "waiting");
    assert!(added["nextCheckAt"].is_string());
    let places: Vec<(&Value, &Value)> = added["places"]
        .as_array()
        .unwrap()
        .iter()
        .map(|place| (&place["kind"], &place["at"]))
        .collect();
    assert_eq!(places[0], (&json!("TXT"), &json!("engines.example")));
    assert_eq!(
        places[1],
        (&json!("TXT"), &json!("_jobboard.engines.example"))
    );
    assert_eq!(places[2].0, "file");
    world.app.run_tasks().await;
    let looked = body(&program.get(DOMAIN).await);
    assert!(looked["checkedAt"].is_string());
    assert_eq!(looked["found"].as_array().unwrap().len(), 3);

    let record = added["places"][0]["content"].as_str().unwrap();
    world.zone.txt("engines.example", record);
    let asked = program.post(&format!("{DOMAIN}/check"), json!({})).await;
    assert_eq!(asked.status, 202);
    world.pass(TimeDelta::seconds(30)).await;
    let domain = body(&program.get(DOMAINS).await);
    assert_eq!(domain[0]["state"], "verified");
    assert!(domain[0]["verifiedAt"].is_string());
    let shown = body(&Program::unknown(&world.app).get("companies/engines").await);
    assert_eq!(shown["verifiedDomains"], json!(["engines.example"]));

    world.zone.forget("engines.example");
    program.post(&format!("{DOMAIN}/check"), json!({})).await;
    world.pass(TimeDelta::seconds(30)).await;
    world
        .pass(TimeDelta::hours(1) + TimeDelta::minutes(1))
        .await;
    let domain = body(&program.get(DOMAIN).await);
    assert_eq!(domain["state"], "failing", "{domain}");
    assert!(domain["verifiedUntil"].is_string());
    assert_eq!(program.delete(DOMAIN).await.status, 204);
    assert_eq!(program.get(DOMAIN).await.status, 404);
    assert_eq!(body(&program.get(DOMAINS).await), json!([]));
    world.app.leave_tasks();
}

#[actix_web::test]
async fn domains_are_the_owners_business_and_what_is_no_domain_is_said() {
    let world = World::start().await;
    let app = &world.app;
    let alice = app.member("Alice").await;
    let (owner, reading) = (
        Program::of(app, &alice).await,
        Program::reading(app, &alice).await,
    );
    owner.company("Engines").await;
    let bob = join(app, &owner, "engines", "editor").await;
    let editor = Program::of(app, &bob).await;
    let nobody = Program::unknown(app);
    let new = json!({"host": "engines.example"});
    assert_eq!(owner.post(DOMAINS, new.clone()).await.status, 201);
    let twice = mistake(&owner.post(DOMAINS, new.clone()).await);
    assert_eq!((twice.0, twice.1.as_str()), (422, "/host"));
    for host in ["", "localhost", "127.0.0.1", "co.uk"] {
        let wrong = mistake(&owner.post(DOMAINS, json!({"host": host})).await);
        assert_eq!((wrong.0, wrong.1.as_str()), (422, "/host"), "{host}");
    }
    assert_eq!(reading.get(DOMAINS).await.status, 200);
    for (program, read, write) in [
        (&editor, 403, 403),
        (&reading, 200, 403),
        (&nobody, 401, 401),
    ] {
        assert_eq!(program.get(DOMAINS).await.status, read);
        assert_eq!(program.get(DOMAIN).await.status, read);
        assert_eq!(program.post(DOMAINS, new.clone()).await.status, write);
        let check = format!("{DOMAIN}/check");
        assert_eq!(program.post(&check, json!({})).await.status, write);
        assert_eq!(program.delete(DOMAIN).await.status, write);
    }
    assert_eq!(
        owner.get(&format!("{DOMAINS}/other.example")).await.status,
        404
    );
    world.app.leave_tasks();
}

#[actix_web::test]
async fn a_claim_is_granted_by_the_proof_of_the_domain_that_its_jobs_state() {
    let world = World::start().await;
    world
        .app
        .member("Bob")
        .await
        .publish("Rust developer")
        .await;
    let program = Program::of(&world.app, &world.app.member("Alice").await).await;
    let claim = "companies/analytical-engines/claim";
    assert_eq!(program.post(claim, json!({})).await.status, 201);
    let domains = "companies/analytical-engines/domains";
    let added = program
        .post(domains, json!({"host": "engines.example"}))
        .await;
    let token = body(&added)["places"][0]["content"].clone();
    world.zone.txt("engines.example", token.as_str().unwrap());
    world.app.run_tasks().await;
    assert_eq!(body(&program.get("me/claims").await)[0]["state"], "granted");
    assert_eq!(body(&program.get(domains).await)[0]["state"], "verified");
}
