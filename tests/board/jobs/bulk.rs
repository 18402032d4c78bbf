//! Doing the same to many jobs at once.

use crate::support::{Answer, Browser, TestApp, id_of, job, with};

/// Ticks these jobs and presses the button of the bar.
async fn bulk(browser: &Browser, action: &str, ids: &[i64], more: &[(&str, &str)]) -> Answer {
    let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
    let mut fields: Vec<(&str, &str)> = ids.iter().map(|id| ("job", id.as_str())).collect();
    fields.push(("action", action));
    fields.extend(more);
    browser.submit("/jobs/bulk", &fields).await
}

async fn notice(browser: &Browser, answer: &Answer) -> String {
    assert_eq!(answer.status, 303, "{}", answer.body);
    browser.follow(answer).await.text(".notice")
}

fn statuses(page: &Answer) -> Vec<String> {
    page.texts("tbody .status")
}

#[actix_web::test]
async fn many_jobs_are_published_unpublished_and_closed_and_the_notice_counts_them() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let mut ids = Vec::new();
    for number in 0..3 {
        ids.push(id_of(&alice.draft(&format!("Draft {number}")).await));
    }
    let bare = with(with(job("Bare"), "description", ""), "apply_to", "");
    ids.push(id_of(alice.submit("/jobs", &bare).await.location()));
    let list = [("back", "/dashboard?tab=drafts")];
    let done = bulk(&alice, "publish", &ids, &list).await;
    assert_eq!(done.location(), "/dashboard?tab=drafts");
    assert_eq!(
        notice(&alice, &done).await,
        "3 jobs published. 1 job was not published: it has no description. Undo"
    );
    let done = bulk(&alice, "unpublish", &ids[..1], &[]).await;
    assert_eq!(notice(&alice, &done).await, "1 job unpublished. Undo");
    let done = bulk(&alice, "filled", &ids[..2], &[]).await;
    assert_eq!(
        notice(&alice, &done).await,
        "1 job closed. 1 job was not changed: it is not open. Undo"
    );
    let done = bulk(&alice, "withdrawn", &[ids[2], ids[2]], &[]).await;
    assert_eq!(notice(&alice, &done).await, "1 job closed. Undo");
    let mut now = statuses(&alice.get("/dashboard").await);
    now.sort();
    assert_eq!(
        now,
        [
            "Closed (filled)",
            "Closed (no longer hiring)",
            "Draft",
            "Draft",
        ]
    );
}

#[actix_web::test]
async fn deleting_many_asks_first_and_names_them() {
    let app = TestApp::start();
    let (admin, alice) = (app.admin().await, app.member("Alice").await);
    let first = id_of(&alice.publish("First <b>job</b>").await);
    let second = id_of(&alice.draft("Second job").await);
    let other = id_of(&app.member("Bob").await.publish("Bob’s job").await);
    let list = [("back", "/dashboard?q=job")];
    let asked = bulk(&alice, "delete", &[first, second, other], &list).await;
    assert_eq!(
        (asked.status, asked.text("h1").as_str()),
        (200, "Delete 2 jobs?")
    );
    assert_eq!(
        asked.texts(".titles li"),
        ["Second job", "First <b>job</b>"]
    );
    assert_eq!(
        asked.text(".left-out"),
        "1 other selected job stays as it is."
    );
    assert!(!asked.body.contains("Bob’s job"));
    assert_eq!(statuses(&alice.get("/dashboard").await).len(), 2);
    let ids = asked.attributes("main input[name=job]", "value");
    let mut fields: Vec<(&str, &str)> = ids.iter().map(|id| ("job", id.as_str())).collect();
    for name in ["action", "confirmed", "back"] {
        fields.push((name, ""));
    }
    for field in &mut fields {
        if field.1.is_empty() {
            field.1 = match field.0 {
                "action" => "delete",
                "confirmed" => "yes",
                _ => "/dashboard?q=job",
            };
        }
    }
    let done = alice.submit("/jobs/bulk", &fields).await;
    assert_eq!(done.location(), "/dashboard?q=job");
    assert_eq!(notice(&alice, &done).await, "2 jobs deleted.");
    assert_eq!(
        app.browser().get(&format!("/jobs/{first}")).await.status,
        410
    );

    let own = id_of(&admin.publish("Own").await);
    let asked = bulk(&admin, "delete", &[own, other], &[]).await;
    assert_eq!(asked.text("h1"), "Delete 1 job?");
    assert_eq!(asked.text("main h2"), "Remove 1 job from the board?");
    let asked = bulk(&admin, "delete", &[other], &[]).await;
    assert_eq!(asked.text("h1"), "Remove 1 job from the board?");
    assert!(asked.has("input[name=reason][required]"));
    let confirmed = ("confirmed", "yes");
    let asked = bulk(&admin, "delete", &[other], &[confirmed]).await;
    assert_eq!(
        (asked.status, asked.message("reason").as_str()),
        (422, "Enter a reason.")
    );
    let with_reason = [confirmed, ("reason", "Spam")];
    let done = bulk(&admin, "delete", &[other], &with_reason).await;
    assert_eq!(notice(&admin, &done).await, "1 job removed. Undo");
    let again = bulk(&admin, "delete", &[other], &[]).await;
    assert_eq!(
        notice(&admin, &again).await,
        "0 jobs deleted. 1 job was not removed: it was removed already."
    );
}

/// Presses the button of the notice.
async fn undo(browser: &Browser, page: &Answer) -> Answer {
    let action = page.attribute(".notice form", "action").unwrap();
    let fields = page.form(".notice form");
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    browser.submit(&action, &fields).await
}

#[actix_web::test]
async fn what_was_done_to_many_jobs_is_taken_back_at_once() {
    let app = TestApp::start();
    let (admin, alice) = (app.admin().await, app.member("Alice").await);
    let mut ids = Vec::new();
    for number in 0..3 {
        ids.push(id_of(&alice.publish(&format!("Job {number}")).await));
    }
    let list = "/dashboard?tab=open";
    for (action, said) in [
        ("unpublish", "3 jobs published. Undo"),
        ("filled", "3 jobs published. Undo"),
        ("publish", ""),
    ] {
        let done = bulk(&alice, action, &ids, &[("back", list)]).await;
        let page = alice.follow(&done).await;
        if said.is_empty() {
            assert!(!page.has(".notice form"), "nothing was changed");
            continue;
        }
        let undone = undo(&alice, &page).await;
        assert_eq!(undone.location(), list);
        assert_eq!(notice(&alice, &undone).await, said, "{action}");
        assert_eq!(statuses(&alice.get("/dashboard").await), ["Open"; 3]);
    }
    let confirmed = [("confirmed", "yes"), ("reason", "Spam")];
    let done = bulk(&admin, "delete", &ids, &confirmed).await;
    let page = admin.follow(&done).await;
    assert_eq!(page.text(".notice"), "3 jobs removed. Undo");
    let mails = app.mails(2).await;
    let subject = "3 of your jobs were removed";
    assert!(mails.iter().any(|mail| mail.subject.starts_with(subject)));
    let again = bulk(&alice, "restore", &ids, &[]).await;
    let said = notice(&alice, &again).await;
    assert!(said.starts_with("0 jobs restored."), "{said}");
    let undone = undo(&admin, &page).await;
    assert_eq!(notice(&admin, &undone).await, "3 jobs restored.");
    assert_eq!(statuses(&alice.get("/dashboard").await), ["Open"; 3]);
}

#[actix_web::test]
async fn nobody_elses_job_is_changed_and_nonsense_changes_nothing() {
    let app = TestApp::start();
    let (alice, eve) = (app.member("Alice").await, app.member("Eve").await);
    let id = id_of(&alice.publish("Rust engineer").await);
    for action in ["unpublish", "filled", "withdrawn", "publish"] {
        let done = bulk(&eve, action, &[id, id + 1000, -1], &[]).await;
        let said = notice(&eve, &done).await;
        assert!(said.starts_with("0 jobs "), "{said}");
    }
    let confirmed = [("confirmed", "yes")];
    assert_eq!(bulk(&eve, "delete", &[id], &confirmed).await.status, 303);
    assert_eq!(statuses(&alice.get("/dashboard").await), ["Open"]);
    for (action, ids) in [("", &[id][..]), ("explode", &[id]), ("filled", &[])] {
        let done = bulk(&alice, action, ids, &[("back", "//evil.example")]).await;
        assert_eq!(done.location(), "/dashboard");
        let said = notice(&alice, &done).await;
        assert_eq!(said, "Select jobs and an action first.");
    }
    let many: Vec<i64> = (1..=51).collect();
    assert_eq!(bulk(&alice, "filled", &many, &[]).await.status, 400);
    assert_eq!(statuses(&alice.get("/dashboard").await), ["Open"]);
}

#[actix_web::test]
async fn publishing_many_counts_against_the_limit_of_postings() {
    let app = TestApp::start_with_limits(&[]);
    let alice = app.member("Alice").await;
    let mut ids = Vec::new();
    for number in 0..40 {
        ids.push(id_of(&alice.draft(&format!("Draft {number}")).await));
    }
    let done = bulk(&alice, "publish", &ids, &[]).await;
    assert_eq!(
        notice(&alice, &done).await,
        "20 jobs published. 20 jobs were not published: you reached the limit for now. \
         Try again later. Undo"
    );
    assert_eq!(bulk(&alice, "publish", &ids, &[]).await.status, 429);
}

#[actix_web::test]
async fn a_forged_notice_says_nothing() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let shown = async |value: &str| {
        let cookie = format!("notice={value}");
        let request = alice.request(reqwest::Method::GET, "/login");
        let page = Answer::of(request.header("cookie", cookie)).await;
        page.texts(".notice")
    };
    // Nobody’s words but the board’s own.
    assert_eq!(shown("deleted.7.Click here").await, ["The job is deleted."]);
    for forged in [
        "closed-many",
        "closed-many.3.",
        "closed-many.3.7-8",
        "published-many.2.7-8",
        "deleted",
        "nothing.1.1",
        ".",
    ] {
        assert_eq!(shown(forged).await, Vec::<String>::new(), "{forged}");
    }
}

#[actix_web::test]
async fn closing_many_asks_once_what_came_of_them() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let mut ids = Vec::new();
    for title in ["Baker", "Cook"] {
        ids.push(id_of(&alice.publish(title).await));
    }
    ids.push(id_of(&alice.draft("Draft").await));
    let asked = bulk(&alice, "close", &ids, &[]).await;
    assert_eq!(asked.status, 200);
    assert_eq!(asked.text("h1"), "Close 2 jobs?");
    assert_eq!(asked.texts("main input[name=outcome]").len(), 4);
    let nothing = bulk(&alice, "close", &ids, &[("asked", "yes")]).await;
    assert_eq!(nothing.status, 422);
    assert_eq!(nothing.text("#outcome-message"), "Choose a reason.");
    let chosen = [("asked", "yes"), ("outcome", "hired_elsewhere")];
    let done = bulk(&alice, "close", &ids, &chosen).await;
    assert_eq!(
        notice(&alice, &done).await,
        "2 jobs closed. 1 job was not changed: it is not open. Undo"
    );
    let closed = alice.get("/dashboard?tab=closed").await;
    assert_eq!(
        closed.texts("tbody .reason"),
        ["Filled: we hired someone another way"; 2]
    );
    let none = bulk(&alice, "close", &ids, &[]).await;
    assert_eq!(none.status, 303, "there is nothing to ask");
}
