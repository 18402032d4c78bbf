//! The tables of jobs: one's own, and everybody's for an administrator.

use crate::support::{Answer, Browser, TestApp, id_of, job, with};

/// The tabs with their counts, like "Open 2".
fn tabs(page: &Answer) -> Vec<String> {
    page.texts(".tabs a")
}

fn titles(page: &Answer) -> Vec<String> {
    page.texts("tbody .what a")
}

/// A published job that closes on `last`.
async fn publish_until(browser: &Browser, title: &str, last: &str) -> String {
    let mut fields = with(job(title), "valid_through", last);
    fields.push(("publish", "yes".into()));
    let answer = browser.submit("/jobs", &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    answer.location().to_owned()
}

#[actix_web::test]
async fn an_owner_sees_each_job_under_its_tab_with_true_counts() {
    let app = TestApp::start();
    let (admin, alice) = (app.admin().await, app.member("Alice").await);
    app.member("Bob").await.publish("Somebody else’s").await;
    assert!(alice.get("/dashboard").await.has(".empty"));
    let today = app.board.clock.today();
    publish_until(&alice, "Expiring", &today.to_string()).await;
    alice.publish("Open for ever").await;
    alice.draft("A thought").await;
    let filled = alice.publish("Filled").await;
    let path = format!("/jobs/{}", id_of(&filled));
    alice
        .submit(&format!("{path}/closure"), &[("reason", "filled")])
        .await;
    let removed = alice.publish("Removed").await;
    admin
        .submit(
            &format!("/jobs/{}/removal", id_of(&removed)),
            &[("reason", "Spam")],
        )
        .await;
    let before = alice.get("/dashboard").await;
    assert_eq!(
        tabs(&before),
        [
            "All 5",
            "Open 2",
            "Drafts 1",
            "Scheduled 0",
            "Expired 0",
            "Closed 2"
        ]
    );
    app.board.clock.advance(chrono::Duration::days(1));
    let page = alice.get("/dashboard?tab=expired").await;
    assert_eq!(
        tabs(&page),
        [
            "All 5",
            "Open 1",
            "Drafts 1",
            "Scheduled 0",
            "Expired 1",
            "Closed 2"
        ]
    );
    assert_eq!(page.text(".tabs [aria-current]"), "Expired 1");
    assert_eq!(titles(&page), ["Expiring"]);
    assert_eq!(page.text(".total"), "1–1 of 1");
    let closed = alice.get("/dashboard?tab=closed").await;
    assert_eq!(closed.texts("tbody .what").len(), 2);
    assert_eq!(closed.texts("tbody .what a"), ["Filled"]);
    let all = admin.get("/admin/jobs").await;
    assert_eq!(
        tabs(&all),
        [
            "All 6",
            "Open 2",
            "Drafts 1",
            "Scheduled 0",
            "Expired 1",
            "Closed 1",
            "Removed 1"
        ]
    );
    let removed = admin.get("/admin/jobs?tab=removed").await;
    assert_eq!(titles(&removed), ["Removed"]);
    assert_eq!(removed.text(".owner"), "alice@example.org");
    assert_eq!(tabs(&alice.get("/dashboard?tab=removed").await)[0], "All 5");
}

#[actix_web::test]
async fn any_part_of_a_title_company_or_owner_is_found_as_it_stands() {
    let app = TestApp::start();
    let (admin, alice) = (app.admin().await, app.member("Alice").await);
    alice.publish("100% Rust_Engineer").await;
    alice.publish("1000 Rusty Engineers").await;
    alice
        .submit("/jobs", &with(job("Cook"), "company", "Öl & Söhne"))
        .await;
    app.member("Bob").await.publish("Rust for Bob").await;
    let found = async |browser: &Browser, path: &str| titles(&browser.get(path).await);
    assert_eq!(
        found(&alice, "/dashboard?q=RUST_").await,
        ["100% Rust_Engineer"]
    );
    assert_eq!(
        found(&alice, "/dashboard?q=0%25").await,
        ["100% Rust_Engineer"]
    );
    assert_eq!(found(&alice, "/dashboard?q=rust&tab=open").await.len(), 2);
    assert_eq!(found(&alice, "/dashboard?q=s%C3%B6hne").await, ["Cook"]);
    assert_eq!(found(&alice, "/dashboard?q=bob").await.len(), 0);
    assert_eq!(found(&admin, "/admin/jobs?q=BOB@").await, ["Rust for Bob"]);
    assert_eq!(found(&admin, "/admin/jobs?q=rust").await.len(), 3);
    let page = alice.get("/dashboard?q=rust&tab=drafts").await;
    assert_eq!(tabs(&page)[..3], ["All 2", "Open 2", "Drafts 0"]);
    assert!(
        page.text(".table-box > .table-empty")
            .starts_with("No jobs found.")
    );
    assert_eq!(page.value("q"), "rust");
    assert_eq!(page.value("tab"), "drafts");
}

#[actix_web::test]
async fn pages_keep_the_tab_and_the_search_and_odd_ones_are_pages_too() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    for number in 0..51 {
        alice.draft(&format!("Draft {number}")).await;
    }
    let first = alice.get("/dashboard?tab=drafts&q=draft").await;
    assert_eq!(first.text(".total"), "1–50 of 51");
    assert!(!first.has("a[rel=prev]"));
    let next = first.attribute("a[rel=next]", "href").unwrap();
    assert_eq!(next, "/dashboard?tab=drafts&q=draft&page=2");
    let second = alice.get(&next).await;
    assert_eq!(second.text(".total"), "51–51 of 51");
    assert_eq!(titles(&second), ["Draft 0"]);
    let back = second.attribute("a[rel=prev]", "href").unwrap();
    assert_eq!(back, "/dashboard?tab=drafts&q=draft");
    for (odd, range) in [
        ("page=-1", "1–50 of 51"),
        ("page=0", "1–50 of 51"),
        ("page=x", "1–50 of 51"),
        ("page=99999999999", "51–51 of 51"),
        ("page=99999999999999999999999", "1–50 of 51"),
        ("tab=x", "1–50 of 51"),
        ("tab=%00&q=%00&page=%00", "1–50 of 51"),
    ] {
        let page = alice.get(&format!("/dashboard?{odd}")).await;
        assert_eq!(
            (page.status, page.text(".total").as_str()),
            (200, range),
            "{odd}"
        );
    }
}

#[actix_web::test]
async fn an_action_from_a_row_leads_back_to_its_list_and_can_be_undone() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let path = format!("/jobs/{}", id_of(&alice.publish("Rust engineer").await));
    let list = "/dashboard?tab=open&q=rust";
    let page = alice.get(list).await;
    let unpublish = page.attribute(".menu-items form[action*=delete]", "action");
    let done = alice.press(&unpublish.unwrap()).await;
    assert_eq!((done.status, done.location()), (303, list));
    let page = alice.follow(&done).await;
    assert_eq!(tabs(&page)[1], "Open 0");
    let undo = page.attribute(".notice form", "action").unwrap();
    let undone = alice.press(&undo).await;
    assert_eq!(undone.location(), list);
    let page = alice.follow(&undone).await;
    assert_eq!(
        (tabs(&page)[1].as_str(), titles(&page).len()),
        ("Open 1", 1)
    );

    let close = page
        .attribute(".menu-items a[href*=closure]", "href")
        .unwrap();
    let asked = alice.get(&close).await;
    let form = asked.attribute("main form", "action").unwrap();
    let undecided = alice.press(&form).await;
    assert_eq!(undecided.status, 422);
    let form = undecided.attribute("main form", "action").unwrap();
    let closed = alice.submit(&form, &[("reason", "withdrawn")]).await;
    assert_eq!(closed.location(), list);
    alice.follow(&closed).await;

    let remove = format!("{path}/removal?back=%2Fdashboard%3Ftab%3Dclosed");
    let asked = alice.get(&remove).await;
    let form = asked.attribute("main form", "action").unwrap();
    assert_eq!(alice.press(&form).await.location(), "/dashboard?tab=closed");
}

#[actix_web::test]
async fn nobody_is_led_to_another_site() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    for odd in [
        "%2F%2Fevil.example",
        "https%3A%2F%2Fevil.example",
        "%2F%5Cevil.example",
        "%2F%0D%0Ax",
        "%2F%C3%A9",
    ] {
        let path = format!("/jobs/{}", id_of(&alice.publish("Rust engineer").await));
        let done = alice
            .press(&format!("{path}/publication/delete?back={odd}"))
            .await;
        assert_eq!((done.status, done.location()), (303, "/dashboard"), "{odd}");
        alice.follow(&done).await;
        let page = alice.get(&format!("{path}/closure?back={odd}")).await;
        assert!(!page.body.contains("evil.example"), "{odd}");
    }
}

#[actix_web::test]
async fn a_duplicate_is_a_new_form_and_nothing_is_stored_until_it_is_sent() {
    let app = TestApp::start();
    let (alice, bob) = (app.member("Alice").await, app.member("Bob").await);
    let today = app.board.clock.today().to_string();
    let id = id_of(&publish_until(&alice, "Rust engineer", &today).await);
    let path = format!("/jobs/new?from={id}");
    let form = alice.get(&path).await;
    assert_eq!(form.value("title"), "Rust engineer");
    assert_eq!(form.value("company"), "Analytical Engines");
    assert_eq!(form.value("pay_min"), "52000");
    let usual = app.board.clock.today() + chrono::Days::new(60);
    assert_eq!(
        form.value("valid_through"),
        usual.to_string(),
        "a last day is the job’s own"
    );
    let (first, second) = (
        form.value("submission_key"),
        alice.get(&path).await.value("submission_key"),
    );
    assert!(!first.is_empty() && first != second);
    app.board.clock.advance(chrono::Duration::days(1));
    let usual = app.board.clock.today() + chrono::Days::new(60);
    assert_eq!(
        alice.get(&path).await.value("valid_through"),
        usual.to_string(),
        "it is counted from today"
    );
    assert_eq!(tabs(&alice.get("/dashboard").await)[0], "All 1");
    for from in [id.to_string(), "0".into(), "-1".into(), "x".into()] {
        let answer = bob.get(&format!("/jobs/new?from={from}")).await;
        assert_eq!(answer.status, 404, "{from}");
    }
    let again = with(job("Rust engineer"), "submission_key", &first);
    assert_eq!(alice.submit("/jobs", &again).await.status, 303);
    assert_eq!(tabs(&alice.get("/dashboard").await)[0], "All 2");
}

#[actix_web::test]
async fn the_page_of_a_draft_has_no_empty_box() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let draft = alice.draft("Baker").await;
    assert!(!alice.get(&draft).await.has(".job-panel"));
    let open = alice.publish("Cook").await;
    assert!(alice.get(&open).await.has(".job-panel .apply"));
}

#[actix_web::test]
async fn a_team_finds_its_jobs_by_company_and_by_who_posted_them_and_by_the_name_of_now() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let mut pages = Vec::new();
    for name in ["Analytical Engines", "Looms"] {
        let made = alice
            .submit("/dashboard/companies", &[("name", name)])
            .await;
        pages.push(made.location().to_owned());
    }
    alice.publish("Engineer").await;
    let fields = with(job("Weaver"), "company", "Looms");
    alice.submit("/jobs", &with(fields, "publish", "yes")).await;
    let tomorrow = app.board.clock.today() + chrono::Days::new(1);
    let later = with(job("Later"), "publish_at", &tomorrow.to_string());
    let later = alice.submit("/jobs", &with(later, "publish", "yes")).await;
    assert_eq!(later.status, 303, "{}", later.body);
    let version = alice.get(&pages[0]).await.value("version");
    let renamed = [("version", version.as_str()), ("name", "Babbage & Co")];
    assert_eq!(alice.submit(&pages[0], &renamed).await.status, 303);

    let all = alice.get("/dashboard").await;
    assert_eq!(
        tabs(&all),
        [
            "All 3",
            "Open 2",
            "Drafts 0",
            "Scheduled 1",
            "Expired 0",
            "Closed 0"
        ]
    );
    assert_eq!(
        all.texts("select[name=company] option"),
        ["All companies", "Babbage & Co", "Looms"]
    );
    let scheduled = alice.get("/dashboard?tab=scheduled").await;
    assert_eq!(titles(&scheduled), ["Later"]);
    assert_eq!(scheduled.text("tbody .what .meta"), "Babbage & Co");
    assert!(titles(&alice.get("/dashboard?tab=drafts").await).is_empty());
    assert_eq!(titles(&alice.get("/dashboard?q=babbage").await).len(), 2);
    let looms = pages[1].rsplit_once('/').unwrap().1;
    let narrowed = alice.get(&format!("/dashboard?company={looms}")).await;
    assert_eq!(titles(&narrowed), ["Weaver"]);
    assert_eq!(tabs(&narrowed)[..2], ["All 1", "Open 1"]);
    let nobodys = alice.get("/dashboard?by=999999").await;
    assert_eq!((nobodys.status, titles(&nobodys).len()), (200, 0));
    let id = id_of(later.location());
    let edit = alice.get(&format!("/jobs/{id}/edit")).await;
    assert_eq!(edit.value("company"), "Babbage & Co");
}
