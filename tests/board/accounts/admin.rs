//! What administrators see and do: accounts, and the audit log.

use crate::support::{Answer, PASSWORD, TestApp, account, id_of};

async fn id_of_account(admin: &crate::support::Browser, email: &str) -> String {
    let page = admin.get(&format!("/admin/accounts?q={email}")).await;
    let link = page.attribute(".table a", "href").unwrap();
    link.split('?').next().unwrap().to_owned()
}

fn lines(page: &Answer) -> Vec<String> {
    page.texts(".log tbody tr")
}

#[actix_web::test]
async fn a_disabled_account_is_out_at_its_next_request_and_back_when_enabled() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let alice = app.member("Alice").await;
    let path = id_of_account(&admin, "alice").await;
    let done = admin.press(&format!("{path}/disablement")).await;
    assert_eq!((done.status, done.location()), (303, path.as_str()));
    assert!(
        admin
            .follow(&done)
            .await
            .text(".error-summary")
            .starts_with("This account is disabled")
    );
    assert_eq!(alice.get("/dashboard").await.status, 303);
    let refused = app.sign_in("Alice", PASSWORD).await.1;
    assert_eq!(
        refused.message("password"),
        "Email or password is incorrect."
    );
    alice
        .submit("/reset", &[("email", "alice@example.org")])
        .await;

    admin.press(&format!("{path}/disablement/delete")).await;
    assert_eq!(
        alice.get("/dashboard").await.status,
        303,
        "the old session stays ended"
    );
    assert_eq!(app.sign_in("Alice", PASSWORD).await.1.status, 303);
    assert!(
        app.mails(1)
            .await
            .iter()
            .all(|mail| !mail.subject.starts_with("Reset your password"))
    );
}

#[actix_web::test]
async fn an_administrator_who_is_made_a_member_loses_the_power_at_the_next_request() {
    let app = TestApp::start();
    let root = app.admin().await;
    let eve = app.member("Eve").await;
    let path = id_of_account(&root, "eve").await;
    assert_eq!(eve.get("/admin/jobs").await.status, 404);
    root.submit(
        &format!("{path}/role"),
        &[("role", "admin"), ("current_password", PASSWORD)],
    )
    .await;
    assert_eq!(eve.get("/admin/jobs").await.status, 200);
    root.submit(
        &format!("{path}/role"),
        &[("role", "member"), ("current_password", PASSWORD)],
    )
    .await;
    assert_eq!(eve.get("/admin/jobs").await.status, 404);
    let nonsense = root
        .submit(&format!("{path}/role"), &[("role", "king")])
        .await;
    assert_eq!(nonsense.status, 400);
}

#[actix_web::test]
async fn any_session_can_be_ended() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let alice = app.member("Alice").await;
    let (second, _) = app.sign_in("Alice", PASSWORD).await;
    let path = id_of_account(&admin, "alice").await;
    let end = admin
        .get(&path)
        .await
        .attribute(".rows form", "action")
        .unwrap();
    assert_eq!(admin.press(&end).await.status, 303);
    let left = [&alice, &second].map(async |browser| browser.get("/dashboard").await.status);
    let mut left = futures_util::future::join_all(left).await;
    left.sort_unstable();
    assert_eq!(left, [200, 303]);
    admin.press(&format!("{path}/sessions/delete")).await;
    assert_eq!(alice.get("/dashboard").await.status, 303);
    assert_eq!(second.get("/dashboard").await.status, 303);
}

#[actix_web::test]
async fn nobody_locks_themselves_out() {
    let app = TestApp::start();
    let root = app.admin().await;
    let path = id_of_account(&root, "root").await;
    for action in [
        "disablement",
        "role",
        "sessions/delete",
        "two-factor/delete",
    ] {
        let fields = [("role", "member")];
        let answer = root.submit(&format!("{path}/{action}"), &fields).await;
        assert_eq!(answer.status, 409, "{action}");
    }
    assert_eq!(root.get("/admin/jobs").await.status, 200);
}

#[actix_web::test]
async fn accounts_are_found_by_part_of_their_address() {
    let app = TestApp::start();
    let admin = app.admin().await;
    app.member("Alice").await;
    app.member("Alicia").await;
    app.member("Bob").await;
    let found = admin.get("/admin/accounts?q=ALI").await;
    assert_eq!(
        found.texts(".table a"),
        ["alicia@example.org", "alice@example.org"]
    );
    assert!(admin.get("/admin/accounts?q=%25").await.has(".table-empty"));
    assert_eq!(
        admin.get("/admin/accounts").await.texts(".table a").len(),
        4
    );
    for odd in [
        "/admin/accounts/abc",
        "/admin/accounts/99",
        "/admin/accounts/9223372036854775808",
    ] {
        assert_eq!(admin.get(odd).await.status, 404, "{odd}");
    }
}

#[actix_web::test]
async fn the_log_says_who_did_what_to_what_and_from_where() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let alice = app.member("Alice").await;
    let path = alice.publish("Rust <b>developer</b>").await;
    let id = id_of(&path);
    let removal = format!("/jobs/{id}/removal");
    admin.submit(&removal, &[("reason", "Spam")]).await;
    let alices = id_of_account(&admin, "alice").await;
    admin.press(&format!("{alices}/disablement")).await;

    let log = lines(&admin.get("/admin/audit").await);
    let has = |words: &[&str]| {
        log.iter()
            .any(|line| words.iter().all(|word| line.contains(word)))
    };
    assert!(
        has(&["alice@example.org signed up", "127.0.0.1", "UTC"]),
        "{log:?}"
    );
    assert!(has(&[
        "alice@example.org published the job",
        &format!("#{id}"),
        "Rust <b>developer</b>"
    ]));
    assert!(has(&[
        "root@example.org removed the job",
        &format!("#{id}")
    ]));
    assert!(has(&["root@example.org disabled the account"]));

    let account = alices.rsplit('/').next().unwrap();
    let hers = lines(&admin.get(&format!("/admin/audit?who={account}")).await);
    assert!(hers.len() < log.len());
    assert!(
        hers.iter()
            .any(|line| line.contains("disabled the account"))
    );
}

#[actix_web::test]
async fn an_entry_outlives_the_account_and_is_kept_only_with_the_change() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let alice = app.member("Alice").await;
    alice
        .submit("/account/removal", &[("current_password", "wrong")])
        .await;
    let log = lines(&admin.get("/admin/audit").await);
    assert!(!log.iter().any(|line| line.contains("deleted the account")));
    alice
        .submit("/account/removal", &[("current_password", PASSWORD)])
        .await;
    let log = lines(&admin.get("/admin/audit").await);
    assert!(
        log[0].contains("deleted account 2 deleted the account"),
        "{}",
        log[0]
    );
}

#[actix_web::test]
async fn somebody_who_lost_phone_and_codes_is_let_in_again() {
    let app = TestApp::start();
    let admin = app.admin().await;
    app.member("Alice").await;
    let path = id_of_account(&admin, "alice").await;
    assert!(!admin.get(&path).await.text("main").contains("two-factor"));
    let remove = format!("{path}/two-factor/delete");
    assert_eq!(
        admin.press(&remove).await.status,
        422,
        "it takes the password"
    );
    let done = admin
        .submit(&remove, &[("two_factor_password", PASSWORD)])
        .await;
    assert_eq!(done.status, 303);
    app.mail(2, "Alice", "Two-factor authentication is off")
        .await;
}

#[actix_web::test]
async fn an_operators_command_is_on_the_record() {
    let app = TestApp::start();
    let admin = app.admin().await;
    app.browser().submit("/register", &account("Alice")).await;
    let output = crate::support::program(app.folder())
        .env("DATABASE_URL", &app.database.url)
        .env("DATA_DIR", app.folder())
        .args(["admin", "disable", "alice@example.org"])
        .output()
        .unwrap();
    assert!(output.status.success());
    let log = lines(&admin.get("/admin/audit").await);
    assert!(
        log[0].contains("the operator disabled the account #2"),
        "{}",
        log[0]
    );
}

#[actix_web::test]
async fn the_admin_area_begins_with_its_first_page_for_those_who_may_see_it() {
    let app = TestApp::start();
    let (admin, alice) = (app.admin().await, app.member("Alice").await);
    let answer = admin.get("/admin").await;
    assert_eq!((answer.status, answer.location()), (303, "/admin/jobs"));
    assert_eq!(alice.get("/admin").await.status, 404);
    let stranger = app.browser().get("/admin").await;
    assert_eq!(stranger.location(), "/login?next=%2Fadmin");
}
