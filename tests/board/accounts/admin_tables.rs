//! The tables of accounts and of the audit log.

use crate::support::{Answer, Browser, PASSWORD, TestApp};

fn emails(page: &Answer) -> Vec<String> {
    page.texts("tbody .what a")
}

async fn bulk(browser: &Browser, action: &str, ids: &[&str], more: &[(&str, &str)]) -> Answer {
    let mut fields: Vec<(&str, &str)> = ids.iter().map(|id| ("account", *id)).collect();
    fields.push(("action", action));
    fields.extend(more);
    browser.submit("/admin/accounts/bulk", &fields).await
}

#[actix_web::test]
async fn accounts_are_under_tabs_and_found_by_part_of_address_or_name() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let alice = app.member("Alice").await;
    alice.publish("Rust engineer").await;
    app.member("Bob").await;
    let page = admin.get("/admin/accounts").await;
    assert_eq!(
        page.texts(".tabs a"),
        ["All 3", "Administrators 1", "Disabled 0", "Unconfirmed 2"]
    );
    assert_eq!(page.text(".total"), "1–3 of 3");
    let found = admin.get("/admin/accounts?q=LICE@").await;
    assert_eq!(emails(&found), ["alice@example.org"]);
    assert!(found.text("tbody tr").contains(" 1 "), "{}", found.body);
    let admins = admin.get("/admin/accounts?tab=administrators").await;
    assert_eq!(emails(&admins), ["root@example.org"]);
    for odd in ["q=%25", "q=_", "q=%5C", "q=bob&tab=administrators"] {
        let page = admin.get(&format!("/admin/accounts?{odd}")).await;
        assert!(page.has(".table-empty"), "{odd}");
    }
    for odd in ["page=-1", "page=99999999999", "tab=x"] {
        let page = admin.get(&format!("/admin/accounts?{odd}")).await;
        assert_eq!(page.text(".total"), "1–3 of 3", "{odd}");
    }
}

#[actix_web::test]
async fn several_accounts_are_disabled_after_a_question_and_never_ones_own() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let (alice, bob) = (app.member("Alice").await, app.member("Bob").await);
    let list = [("back", "/admin/accounts?q=example")];
    let asked = bulk(&admin, "disable", &["1", "2", "3", "99", "x"], &list).await;
    assert_eq!(asked.text("h1"), "Disable 2 accounts?");
    assert_eq!(
        asked.texts(".admin-page li"),
        ["bob@example.org", "alice@example.org"]
    );
    assert_eq!(alice.get("/dashboard").await.status, 200);
    let confirmed = [list[0], ("confirmed", "yes")];
    let done = bulk(&admin, "disable", &["1", "2", "3"], &confirmed).await;
    assert_eq!(done.location(), "/admin/accounts?q=example");
    let page = admin.follow(&done).await;
    assert_eq!(
        page.text(".notice"),
        "2 accounts disabled. Your own account was not changed."
    );
    assert_eq!(alice.get("/dashboard").await.status, 303);
    assert_eq!(bob.get("/dashboard").await.status, 303);
    let done = bulk(&admin, "enable", &["2"], &[]).await;
    assert_eq!(
        admin.follow(&done).await.text(".notice"),
        "1 account enabled."
    );
    assert_eq!(app.sign_in("Alice", PASSWORD).await.1.status, 303);
    let log = admin.get("/admin/audit?action=account_disabled").await;
    assert_eq!(log.text(".total"), "1–2 of 2");
    let nothing = bulk(&admin, "", &["2"], &[("back", "//evil.example")]).await;
    assert_eq!(nothing.location(), "/admin/accounts");
    assert_eq!(bulk(&bob, "disable", &["2"], &[]).await.status, 303);
    let (eve, _) = app.sign_in("Alice", PASSWORD).await;
    assert_eq!(bulk(&eve, "disable", &["1"], &confirmed).await.status, 404);
}

#[actix_web::test]
async fn an_accounts_page_leads_back_to_the_list_and_a_new_role_takes_the_password() {
    let app = TestApp::start();
    let admin = app.admin().await;
    app.member("Alice").await;
    let list = "/admin/accounts?tab=unconfirmed&q=ali";
    let path = admin
        .get(list)
        .await
        .attribute("tbody .what a", "href")
        .unwrap();
    let page = admin.get(&path).await;
    let role = page.attribute("form[action*=role]", "action").unwrap();
    assert!(page.has("form[action*=role] input[name=current_password]"));
    let refused = admin.submit(&role, &[("role", "admin")]).await;
    assert_eq!(refused.status, 422);
    assert!(!refused.message("current_password").is_empty());
    let fields = [("role", "admin"), ("current_password", PASSWORD)];
    let done = admin.submit(&role, &fields).await;
    assert_eq!((done.status, done.location()), (303, list));
    assert_eq!(admin.follow(&done).await.text(".notice"), "Role changed.");

    let disable = page.attribute("form[action*=disablement]", "action");
    let done = admin.press(&disable.unwrap()).await;
    assert_eq!(done.location(), list);
    let page = admin.follow(&done).await;
    assert!(page.text(".notice").contains(" is disabled."));
    let undo = page.attribute(".notice form", "action").unwrap();
    assert_eq!(admin.press(&undo).await.location(), list);
    assert_eq!(app.sign_in("Alice", PASSWORD).await.1.status, 303);
    let odd = path.split('?').next().unwrap().to_owned() + "?back=%2F%2Fevil.example";
    assert!(!admin.get(&odd).await.body.contains("evil"));
    app.leave_tasks();
}

#[actix_web::test]
async fn the_log_is_filtered_by_what_was_done_and_by_whom() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let alice = app.member("Alice").await;
    for number in 0..101 {
        alice.draft(&format!("Draft {number}")).await;
    }
    let log = admin.get("/admin/audit?action=job_posted&who=ALICE").await;
    assert_eq!(log.text(".total"), "1–100 of 101");
    assert_eq!(log.value("who"), "ALICE");
    assert_eq!(log.text("option[selected]"), "created a draft");
    let next = log.attribute("a[rel=next]", "href").unwrap();
    assert_eq!(next, "/admin/audit?action=job_posted&who=ALICE&page=2");
    let last = admin.get(&next).await;
    assert_eq!(last.texts("tbody tr").len(), 1);
    assert!(last.text("tbody tr").contains("Draft 0"));
    let signed_up = admin.get("/admin/audit?who=2&action=signed_up").await;
    assert_eq!(signed_up.texts("tbody tr").len(), 1);
    for odd in ["action=%25", "action=x&page=-1", "who=nobody", "who=%25"] {
        let page = admin.get(&format!("/admin/audit?{odd}")).await;
        assert!(page.has(".table-empty"), "{odd}");
    }
    let far = admin.get("/admin/audit?page=99999999999").await;
    assert_eq!(far.status, 200);
    assert!(far.has("tbody tr"));
}
