//! Who looks after a company, and what that lets them do.

use crate::support::{Browser, TestApp, id_of, job, with};

/// Alice's company, and Bob in its team.
async fn team(app: &TestApp, role: &str) -> (Browser, Browser, String) {
    let (alice, bob) = (app.member("Alice").await, app.member("Bob").await);
    let made = alice
        .submit("/dashboard/companies", &[("name", "Analytical Engines")])
        .await;
    let company = made.location().to_owned();
    let link = invite(app, &alice, &company, ("bob@example.org", role), 3, &[]).await;
    assert_eq!(bob.press(&link).await.status, 303);
    (alice, bob, company)
}

/// Invites somebody, and gives the path of the link in the mail.
/// There are `mails` then; `before` are the links of earlier ones.
async fn invite(
    app: &TestApp,
    by: &Browser,
    company: &str,
    (email, role): (&str, &str),
    mails: usize,
    before: &[&str],
) -> String {
    let fields = [("email", email), ("role", role)];
    let answer = by.submit(&format!("{company}/team"), &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    let mails = app.mails(mails).await;
    let to = email.to_lowercase();
    let links = mails
        .iter()
        .filter(|mail| mail.to == to)
        .filter_map(|mail| {
            let (_, rest) = mail.text.split_once("/invitations/")?;
            Some(format!("/invitations/{}", rest.lines().next()?))
        });
    let mut new = links.filter(|link| !before.contains(&link.as_str()));
    new.next().unwrap()
}

#[actix_web::test]
async fn an_invitation_is_for_the_address_that_it_was_mailed_to() {
    let app = TestApp::start();
    let (alice, eve) = (app.member("Alice").await, app.member("Eve").await);
    let made = alice
        .submit("/dashboard/companies", &[("name", "Engines")])
        .await;
    let company = made.location().to_owned();
    let link = invite(
        &app,
        &alice,
        &company,
        ("Bob@Example.org", "editor"),
        3,
        &[],
    )
    .await;

    // Whoever else opens it sees both addresses, and gets nothing.
    let seen = eve.get(&link).await;
    assert!(seen.text(".error-summary").contains("bob@example.org"));
    assert!(seen.text(".error-summary").contains("eve@example.org"));
    assert!(!seen.has(&format!("form[action='{link}']")));
    assert_eq!(eve.press(&link).await.status, 303);
    assert_eq!(eve.get(&company).await.status, 404);
    // Nobody who is signed out, either; they are led to sign in or up and back.
    let visitor = app.browser();
    let seen = visitor.get(&link).await;
    let next = seen.attribute("main a", "href").unwrap();
    assert!(next.starts_with("/login?next=%2Finvitations%2F"), "{next}");

    // Looking is not accepting.
    let bob = app.member("Bob").await;
    for _ in 0..3 {
        assert!(bob.get(&link).await.has(&format!("form[action='{link}']")));
    }
    assert_eq!(bob.get(&company).await.status, 404);
    let joined = bob.press(&link).await;
    let list = bob.follow(&joined).await;
    assert_eq!(list.text(".notice"), "You are in the team of “Engines”.");
    assert_eq!(bob.get(&company).await.status, 200);
    assert_eq!(bob.get(&link).await.status, 404, "used");
    assert_eq!(
        alice
            .get(&format!("{company}/team"))
            .await
            .texts(".team li")
            .len(),
        2
    );
}

#[actix_web::test]
async fn an_invitation_ends_when_it_is_taken_back_or_old() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let made = alice
        .submit("/dashboard/companies", &[("name", "Engines")])
        .await;
    let company = made.location().to_owned();
    let link = invite(
        &app,
        &alice,
        &company,
        ("bob@example.org", "editor"),
        2,
        &[],
    )
    .await;
    let page = alice.get(&format!("{company}/team")).await;
    let back = page
        .attribute("form[action*='/invitations/']", "action")
        .unwrap();
    alice.press(&back).await;
    let bob = app.member("Bob").await;
    assert_eq!(bob.get(&link).await.status, 404);
    let link = invite(
        &app,
        &alice,
        &company,
        ("bob@example.org", "editor"),
        4,
        &[&link],
    )
    .await;
    app.board.clock.advance(chrono::Duration::days(15));
    let (bob, _) = app.sign_in("Bob", crate::support::PASSWORD).await;
    assert_eq!(bob.get(&link).await.status, 404);
    bob.press(&link).await;
    assert_eq!(bob.get(&company).await.status, 404);
}

#[actix_web::test]
async fn the_jobs_of_a_company_are_its_teams_from_the_moment_somebody_joins_or_leaves() {
    let app = TestApp::start();
    let (alice, bob, company) = team(&app, "recruiter").await;
    let path = alice.publish("Rust developer").await;
    let edit = format!("/jobs/{}/edit", id_of(&path));
    assert!(
        bob.get(&path).await.has(".manage"),
        "his own copy of the page"
    );
    assert_eq!(bob.get("/dashboard").await.texts("tbody tr").len(), 1);
    let new = bob.get("/jobs/new").await;
    assert_eq!(new.value("company"), "Analytical Engines");
    let form = bob.get(&edit).await;
    assert_eq!(form.value("title"), "Rust developer");
    let fields = with(job("Go developer"), "version", &form.value("version"));
    let saved = bob
        .submit(&format!("/jobs/{}", id_of(&path)), &fields)
        .await;
    assert_eq!(saved.status, 303);
    let path = saved.location().to_owned();

    // Bob posts one, and leaves: it stays with the company.
    let his = bob.publish("Python developer").await;
    let bobs_id = bob.get(&format!("{company}/team")).await;
    let leave = bobs_id
        .attribute("form[action$='/delete']", "action")
        .unwrap();
    let left = bob.press(&leave).await;
    assert_eq!(left.location(), "/dashboard/companies");
    for path in [&path, &his] {
        assert!(!bob.get(path).await.has(".manage"));
        assert!(alice.get(path).await.has(".manage"));
        assert_eq!(
            bob.get(&format!("/jobs/{}/edit", id_of(path))).await.status,
            404
        );
    }
    assert!(!bob.get("/dashboard").await.has("tbody tr"));
    let api = bob.get("/api/v1/me/jobs").await;
    assert!(!api.body.contains("Python"), "{}", api.body);
}

#[actix_web::test]
async fn each_role_may_do_what_it_says_and_no_more() {
    let app = TestApp::start();
    let (alice, bob, company) = team(&app, "recruiter").await;
    let page = bob.get(&company).await;
    let fields = [("version", "1"), ("name", "Mine now")];
    assert_eq!(page.status, 403, "a recruiter does not edit the page");
    assert_eq!(bob.submit(&company, &fields).await.status, 403);
    let team = format!("{company}/team");
    let shown = bob.get(&team).await;
    assert_eq!(shown.status, 200);
    assert!(!shown.has("form[action$='/role']"));
    let invites = [("email", "eve@example.org"), ("role", "owner")];
    assert_eq!(bob.submit(&team, &invites).await.status, 403);

    let page = alice.get(&team).await;
    let roles = page.attributes("form[action$='/role']", "action");
    let (alices, bobs) = (&roles[0], &roles[1]);
    assert_eq!(bob.submit(bobs, &[("role", "owner")]).await.status, 403);
    alice.submit(bobs, &[("role", "editor")]).await;
    assert_eq!(bob.get(&company).await.status, 200);

    // There is always an owner.
    let refused = alice.submit(alices, &[("role", "editor")]).await;
    let said = alice.follow(&refused).await.text(".notice");
    assert!(said.contains("a company needs an owner"), "{said}");
    let leave = alices.replace("/role", "/delete");
    alice.press(&leave).await;
    assert_eq!(alice.get(&company).await.status, 200);
    alice.submit(bobs, &[("role", "owner")]).await;
    assert_eq!(alice.press(&leave).await.status, 303);
    assert_eq!(alice.get(&company).await.status, 404);
    assert_eq!(bob.submit(&team, &invites).await.status, 303);
    app.mails(7).await;
}

#[actix_web::test]
async fn a_team_outlives_an_account_that_is_deleted() {
    let app = TestApp::start();
    let (alice, bob, company) = team(&app, "recruiter").await;
    let path = alice.publish("Rust developer").await;
    let exported = alice.get("/account/data").await;
    assert!(exported.body.contains("\"companies\""), "{}", exported.body);
    let password = [("current_password", crate::support::PASSWORD)];
    assert_eq!(
        alice.submit("/account/removal", &password).await.status,
        303
    );
    assert!(bob.get(&path).await.has(".manage"));
    assert_eq!(bob.get(&company).await.status, 200, "he owns it now");

    let asked = bob.get("/account/removal").await;
    assert!(asked.body.contains("One company has only you in its team"));
    assert_eq!(bob.submit("/account/removal", &password).await.status, 303);
    assert_eq!(app.browser().get(&path).await.status, 410);
    assert_eq!(
        app.browser()
            .get("/companies/analytical-engines")
            .await
            .status,
        404
    );
    app.leave_tasks();
}

#[actix_web::test]
async fn the_last_of_a_team_may_give_the_company_up() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let made = alice
        .submit("/dashboard/companies", &[("name", "Analytical Engines")])
        .await;
    let company = made.location().to_owned();
    let path = alice.publish("Rust developer").await;
    let team = alice.get(&format!("{company}/team")).await;
    let leave = team.attribute("form[action$='/delete']", "action").unwrap();
    assert_eq!(alice.press(&leave).await.status, 303);
    assert_eq!(alice.get(&company).await.status, 404);
    assert!(alice.get(&path).await.has(".manage"), "she posted it");
    let page = app.browser().get("/companies/analytical-engines").await;
    assert!(page.has(".claim"));
}

#[actix_web::test]
async fn whoever_is_no_owner_any_more_invites_nobody_with_what_was_sent_before() {
    let app = TestApp::start();
    let (alice, bob, company) = team(&app, "owner").await;
    let link = invite(&app, &bob, &company, ("eve@example.org", "owner"), 5, &[]).await;
    let page = alice.get(&format!("{company}/team")).await;
    let remove = page.attributes("form[action$='/delete']", "action");
    let own = bob.get(&format!("{company}/team")).await;
    let own = own.attributes("form[action$='/delete']", "action");
    assert_eq!(remove, own);
    assert_eq!(alice.press(&remove[1]).await.status, 303);
    let eve = app.member("Eve").await;
    assert_eq!(eve.get(&link).await.status, 404);
}

#[actix_web::test]
async fn owners_hear_who_joined_and_members_hear_what_becomes_of_them() {
    let app = TestApp::start();
    let (alice, bob, company) = team(&app, "recruiter").await;
    let joined = app.mail(4, "Alice", "Bob joined the team").await;
    assert!(
        joined.text.contains("is a recruiter now"),
        "{}",
        joined.text
    );

    let page = bob.get(&company).await;
    assert_eq!(page.status, 403);
    let said = page.text("main");
    assert!(
        said.contains("You are a recruiter of Analytical Engines"),
        "{said}"
    );
    assert!(said.contains("Ask an owner: Alice."), "{said}");

    let asked = alice.get("/account/removal").await.text("main");
    assert!(asked.contains("with others"), "{asked}");
    assert!(asked.contains("you are the only owner"), "{asked}");

    let page = alice.get(&format!("{company}/team")).await;
    let bobs = page.attributes("form[action$='/role']", "action").remove(1);
    alice.submit(&bobs, &[("role", "editor")]).await;
    let changed = app.mail(5, "Bob", "Your role in the team").await;
    assert!(changed.text.contains("You are an editor now"));
    alice.press(&bobs.replace("/role", "/delete")).await;
    app.mail(6, "Bob", "You are no longer in the team").await;
    assert_eq!(bob.get(&company).await.status, 404);
}
