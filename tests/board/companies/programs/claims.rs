//! Making and claiming companies.

use reqwest::Method;
use serde_json::{Value, json};

use super::{Program, body, mail, mistake};
use crate::support::{Answer, TestApp};

const CLAIM: &str = "companies/analytical-engines/claim";

#[actix_web::test]
async fn a_program_makes_a_company_that_nobody_knows() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let (program, reading) = (
        Program::of(&app, &alice).await,
        Program::reading(&app, &alice).await,
    );
    let new = json!({"name": "Engines", "website": "engines.example"});
    assert_eq!(reading.post("me/companies", new.clone()).await.status, 403);
    let unknown = Program::unknown(&app);
    assert_eq!(unknown.post("me/companies", new.clone()).await.status, 401);
    let made = program.post("me/companies", new).await;
    assert_eq!(made.status, 201, "{}", made.body);
    assert_eq!(made.header("location"), "/api/v1/companies/engines");
    assert_eq!(made.header("etag"), "\"1\"");
    let made = body(&made);
    assert_eq!(made["state"], "active");
    assert_eq!(made["slug"], "engines");
    assert_eq!(made["website"], "https://engines.example/");
    assert_eq!(body(&program.get("me/companies").await), json!([made]));
    assert_eq!(body(&program.get("me/claims").await), json!([]));
    let wrong = program.post("me/companies", json!({"name": "!"})).await;
    assert_eq!(mistake(&wrong).1, "/name");
    assert_eq!(
        program
            .post("companies/looms/claim", json!({}))
            .await
            .status,
        404
    );
}

#[actix_web::test]
async fn an_account_whose_address_is_not_confirmed_claims_nothing() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let app = app.replica_with(&[("VERIFY_EMAIL", "yes")]);
    let program = Program::of(&app, &alice.at(&app)).await;
    let refused = program
        .post("me/companies", json!({"name": "Engines"}))
        .await;
    assert_eq!(refused.status, 403);
    assert!(refused.body.contains("Confirm your email address first"));
}

#[actix_web::test]
async fn a_claim_waits_until_an_administrator_decides_and_says_why_it_was_refused() {
    let app = TestApp::start();
    let admin = app.admin().await;
    app.member("Bob").await.publish("Rust developer").await;
    let alice = app.member("Alice").await;
    let (root, program) = (
        Program::of(&app, &admin).await,
        Program::of(&app, &alice).await,
    );
    let words = json!({"website": "https://engines.example", "note": "I run its team."});
    let asked = program.post(CLAIM, words.clone()).await;
    assert_eq!(asked.status, 201, "{}", asked.body);
    assert_eq!(body(&asked)["state"], "waiting");
    assert_eq!(body(&asked)["name"], "Analytical Engines");
    let again = mistake(&program.post(CLAIM, words.clone()).await);
    assert_eq!((again.0, again.1.as_str()), (422, "/name"));
    let own = body(&program.get("me/claims").await);
    assert_eq!(own[0]["state"], "waiting");
    assert_eq!(own[0]["slug"], "analytical-engines");

    let waiting = body(&root.get("admin/claims").await);
    assert_eq!(waiting[0]["note"], "I run its team.");
    assert_eq!(waiting[0]["claimants"][0]["email"], "alice@example.org");
    let claim = format!("admin/claims/{}", waiting[0]["id"]);
    let (refusal, approval) = (format!("{claim}/refusal"), format!("{claim}/approval"));
    let reading = Program::reading(&app, &admin).await;
    let reason = json!({"reason": "No such person there."});
    for (by, status) in [
        (&program, 404),
        (&reading, 403),
        (&Program::unknown(&app), 401),
    ] {
        assert_eq!(by.post(&refusal, reason.clone()).await.status, status);
        assert_eq!(by.post(&approval, json!({})).await.status, status);
    }
    assert_eq!(program.get("admin/claims").await.status, 404);
    assert_eq!(reading.get("admin/claims").await.status, 200);
    assert_eq!(
        mistake(&root.post(&refusal, json!({})).await),
        (
            422,
            "/reason".to_owned(),
            "Enter a reason. The person is told.".to_owned()
        )
    );
    assert_eq!(root.post(&refusal, reason.clone()).await.status, 204);
    assert_eq!(root.post(&refusal, reason).await.status, 404, "it is gone");
    let refused = mail(
        &app,
        "alice@example.org",
        "Analytical Engines: your request",
    )
    .await;
    assert!(refused.text.contains("No such person there."));
    let own = body(&program.get("me/claims").await);
    assert_eq!(own[0]["state"], "refused");
    assert_eq!(own[0]["reason"], "No such person there.");
    assert!(own[0]["decidedAt"].is_string());
    let data = alice.get("/account/data").await;
    assert!(data.body.contains("No such person there."));

    // Asked again, it is granted, if it is what the administrator has read.
    assert_eq!(program.post(CLAIM, words).await.status, 201);
    let waiting = body(&root.get("admin/claims").await);
    let approval = format!("admin/claims/{}/approval", waiting[0]["id"]);
    let approve = async |version: &str| {
        let request = root.request(Method::POST, &approval);
        Answer::of(request.header("if-match", version)).await
    };
    let changed = approve("\"9\"").await;
    assert_eq!(changed.status, 409);
    assert_eq!(body(&changed)["title"], "Already changed");
    let version = waiting[0]["version"].to_string();
    assert_eq!(approve(&version).await.status, 204);
    let twice = approve("*").await;
    assert_eq!(twice.status, 409);
    assert_eq!(body(&twice)["title"], "Not possible");
    mail(&app, "alice@example.org", "Analytical Engines is yours").await;
    let own = body(&program.get("me/claims").await);
    let states: Vec<&Value> = own
        .as_array()
        .unwrap()
        .iter()
        .map(|of| &of["state"])
        .collect();
    assert_eq!(states, ["granted", "refused"]);
    assert_eq!(body(&root.get("admin/claims").await), json!([]));

    // What was refused is forgotten after half a year.
    app.board.clock.advance(chrono::Duration::days(181));
    app.run_tasks().await;
    let own = body(&program.get("me/claims").await);
    assert_eq!(own.as_array().unwrap().len(), 1);
    app.leave_tasks();
}

#[actix_web::test]
async fn a_claim_that_waits_is_withdrawn_by_leaving_it() {
    let app = TestApp::start();
    app.member("Bob").await.publish("Rust developer").await;
    let program = Program::of(&app, &app.member("Alice").await).await;
    assert_eq!(program.post(CLAIM, json!({})).await.status, 201);
    let invite = json!({"email": "x@example.org", "role": "editor"});
    let early = program
        .post("companies/analytical-engines/invitations", invite)
        .await;
    assert!(mistake(&early).2.contains("once the company is approved"));
    let own = "companies/analytical-engines/members/me";
    assert_eq!(program.delete(own).await.status, 204);
    assert_eq!(body(&program.get("me/claims").await), json!([]));
    assert_eq!(body(&program.get("me/companies").await), json!([]));
}

#[actix_web::test]
async fn companies_are_searched_as_on_the_page() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    alice.publish("Rust developer").await;
    app.count_suggestions().await;
    let visitor = Program::unknown(&app);
    for (q, found) in [("engi", 1), ("ANALYTICAL%20e", 1), ("looms", 0), ("%25", 0)] {
        let list = body(&visitor.get(&format!("companies?q={q}")).await);
        let names = list["itemListElement"].as_array().unwrap();
        assert_eq!(names.len(), found, "{q}");
        assert!(names.iter().all(|one| one["numberOfJobs"] == 1));
    }
}
