//! The example in docs/API.md.

use chrono::{Days, TimeDelta};
use serde_json::json;

use super::{Program, body};
use crate::companies::domains::World;

#[actix_web::test]
async fn a_program_makes_a_company_proves_its_domain_and_posts_a_job_on_a_date() {
    let world = World::start().await;
    let program = Program::of(&world.app, &world.app.member("Alice").await).await;
    let new = json!({"name": "Engines", "website": "https://engines.example"});
    let made = body(&program.post("me/companies", new).await);
    assert_eq!(made["state"], "active");
    let host = json!({"host": "engines.example"});
    let added = body(&program.post("companies/engines/domains", host).await);
    let record = added["places"][0]["content"].as_str().unwrap();
    world.zone.txt("engines.example", record);
    let check = "companies/engines/domains/engines.example/check";
    program.post(check, json!({})).await;
    world.pass(TimeDelta::minutes(1)).await;
    let today = world.app.board.clock.today();
    let job = json!({
        "title": "Rust developer",
        "description": "<p>We build engines that compute.</p>",
        "hiringOrganization": {"name": "Engines"},
        "jobLocation": {"address": {"addressLocality": "London", "addressCountry": "GB"}},
        "employmentType": "FULL_TIME",
        "applicationContact": {"email": "jobs@engines.example"},
        "validThrough": (today + Days::new(60)).to_string(),
        "publishOn": (today + Days::new(3)).to_string(),
    });
    let posted = program.post("jobs", job).await;
    assert_eq!(posted.status, 201, "{}", posted.body);
    assert_eq!(body(&posted)["status"], "draft");
    world.pass(TimeDelta::days(3)).await;
    let path = format!("jobs/{}", body(&posted)["id"]);
    let job = body(&Program::unknown(&world.app).get(&path).await);
    assert_eq!(job["status"], "published");
    let company = body(&Program::unknown(&world.app).get("companies/engines").await);
    assert_eq!(company["verifiedDomains"], json!(["engines.example"]));
    assert_eq!(company["numberOfJobs"], 1);
    world.app.leave_tasks();
}
