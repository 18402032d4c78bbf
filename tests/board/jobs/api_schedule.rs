//! Programs that post jobs which are published on a day.

use chrono::{Days, Duration};
use reqwest::Method;
use serde_json::{Value, json};

use super::api::{Program, body, posting};
use crate::support::{Answer, TestApp};

fn on(day: &str) -> Value {
    let mut job = posting("Baker");
    job["publishOn"] = day.into();
    job
}

async fn update(by: &Program, id: &Value, job: &Value) -> Answer {
    by.change(&format!("/api/v1/jobs/{id}"), job).await
}

#[actix_web::test]
async fn a_job_is_scheduled_moved_cancelled_and_published_on_its_day() {
    let app = TestApp::start();
    let alice = Program::of(&app, "Alice").await;
    let day = |days| (app.board.clock.today() + Days::new(days)).to_string();
    let posted = alice.send(Method::POST, "/api/v1/jobs", &on(&day(5))).await;
    assert_eq!(posted.status, 201, "{}", posted.body);
    let posted = body(&posted);
    assert_eq!(
        (&posted["status"], &posted["publishOn"]),
        (&json!("draft"), &json!(day(5)))
    );
    assert!(posted["notTaken"].is_null(), "{posted}");
    let id = &posted["id"];
    let mine = body(&alice.get("/api/v1/me/jobs").await);
    assert_eq!(mine["itemListElement"][0]["publishOn"], day(5));

    let moved = update(&alice, id, &on(&day(9))).await;
    assert_eq!(body(&moved)["publishOn"], day(9), "{}", moved.body);
    // Left out, it stays.
    let other = body(&update(&alice, id, &posting("Pastry cook")).await);
    assert_eq!(other["publishOn"], day(9));
    let mut never = posting("Baker");
    never["publishOn"] = Value::Null;
    assert!(body(&update(&alice, id, &never).await)["publishOn"].is_null());
    update(&alice, id, &on(&day(9))).await;
    let schedule = format!("/api/v1/jobs/{id}/schedule");
    let bob = Program::of(&app, "Bob").await;
    assert_eq!(
        bob.send(Method::DELETE, &schedule, &json!({})).await.status,
        404
    );
    for _ in 0..2 {
        let cancelled = alice.send(Method::DELETE, &schedule, &json!({})).await;
        assert_eq!(cancelled.status, 200);
        assert!(body(&cancelled)["publishOn"].is_null());
    }
    update(&alice, id, &on(&day(2))).await;
    app.board.clock.advance(Duration::days(2));
    app.run_tasks().await;
    let read = app.browser().get(&format!("/api/v1/jobs/{id}")).await;
    assert_eq!(body(&read)["status"], "published");
    assert!(body(&read)["publishOn"].is_null());
}

#[actix_web::test]
async fn a_day_that_cannot_be_meant_is_refused_with_a_pointer() {
    let app = TestApp::start();
    let alice = Program::of(&app, "Alice").await;
    let today = app.board.clock.today();
    let day = |days| (today + Days::new(days)).to_string();
    let mut over = on(&day(5));
    over["validThrough"] = day(4).into();
    let mut bare = on(&day(5));
    bare["description"] = "".into();
    for (job, pointer) in [
        (on("soon"), "/publishOn"),
        (on("2001-01-01"), "/publishOn"),
        (over, "/publishOn"),
        (bare, "/description"),
    ] {
        let refused = alice.send(Method::POST, "/api/v1/jobs", &job).await;
        assert_eq!(refused.status, 422, "{}", refused.body);
        assert_eq!(body(&refused)["errors"][0]["pointer"], pointer);
    }
    // Today, what is published is published at once; later, on that day.
    let mut now = on(&day(0));
    now["status"] = "published".into();
    let now = body(&alice.send(Method::POST, "/api/v1/jobs", &now).await);
    assert_eq!(now["status"], "published");
    let refused = update(&alice, &now["id"], &on(&day(5))).await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("Only a draft can be scheduled"));
    let mut later = on(&day(5));
    later["status"] = "published".into();
    let later = body(&alice.send(Method::POST, "/api/v1/jobs", &later).await);
    assert_eq!(
        (&later["status"], &later["publishOn"]),
        (&json!("draft"), &json!(day(5)))
    );
    app.leave_tasks();
}

#[actix_web::test]
async fn a_job_without_a_last_day_has_none() {
    let app = TestApp::start();
    let alice = Program::of(&app, "Alice").await;
    let mut job = posting("Baker");
    job.as_object_mut().unwrap().remove("validThrough");
    let posted = alice.send(Method::POST, "/api/v1/jobs", &job).await;
    assert!(body(&posted)["validThrough"].is_null());
}
