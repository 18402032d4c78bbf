//! The team and its invitations.

use serde_json::json;

use super::{Program, body, join, mail, mistake};
use crate::support::TestApp;

const TEAM: &str = "companies/engines/members";
const INVITATIONS: &str = "companies/engines/invitations";

#[actix_web::test]
async fn a_team_is_read_changed_and_left_by_those_whose_roles_say_so() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let owner = Program::of(&app, &alice).await;
    owner.company("Engines").await;
    let bob = join(&app, &owner, "engines", "recruiter").await;
    let (recruiter, reading) = (
        Program::of(&app, &bob).await,
        Program::reading(&app, &alice).await,
    );
    let eve = app.member("Eve").await;
    let (stranger, nobody) = (Program::of(&app, &eve).await, Program::unknown(&app));

    let team = body(&recruiter.get(TEAM).await);
    assert_eq!(team[0]["email"], "alice@example.org");
    assert_eq!(team[0]["role"], "owner");
    assert_eq!(team[1]["name"], "Bob");
    assert_eq!(body(&reading.get(TEAM).await), team);
    assert_eq!(stranger.get(TEAM).await.status, 404);
    assert_eq!(nobody.get(TEAM).await.status, 401);
    let (alices, bobs) = (
        format!("{TEAM}/{}", team[0]["id"]),
        format!("{TEAM}/{}", team[1]["id"]),
    );

    let editor = json!({"role": "editor"});
    for (program, status) in [
        (&nobody, 401),
        (&reading, 403),
        (&stranger, 404),
        (&recruiter, 403),
        (&owner, 200),
    ] {
        let changed = program.patch(&bobs, editor.clone()).await;
        assert_eq!(changed.status, status, "{}", changed.body);
    }
    assert_eq!(body(&owner.get(TEAM).await)[1]["role"], "editor");
    let wrong = owner.patch(&bobs, json!({"role": "boss"})).await;
    assert_eq!(
        mistake(&wrong),
        (
            422,
            "/role".to_owned(),
            "Enter owner, editor or recruiter.".to_owned()
        )
    );
    let gone = owner.patch(&format!("{TEAM}/999"), editor.clone()).await;
    assert_eq!(gone.status, 404);

    // There is always an owner.
    for refused in [
        owner.patch(&alices, editor).await,
        owner.delete(&alices).await,
        owner.delete(&format!("{TEAM}/me")).await,
    ] {
        let problem = body(&refused);
        assert_eq!(refused.status, 409);
        assert_eq!(problem["title"], "Not possible");
        let detail = problem["detail"].as_str().unwrap();
        assert!(detail.contains("a company needs an owner"), "{detail}");
    }
    for (program, status) in [
        (&nobody, 401),
        (&reading, 403),
        (&stranger, 404),
        (&recruiter, 403),
    ] {
        assert_eq!(program.delete(&alices).await.status, status);
    }
    assert_eq!(recruiter.delete(&format!("{TEAM}/me")).await.status, 204);
    assert_eq!(recruiter.get(TEAM).await.status, 404);
    assert_eq!(owner.delete(&bobs).await.status, 404, "he left already");
    // The last of a team gives the company up.
    assert_eq!(owner.delete(&format!("{TEAM}/me")).await.status, 204);
    assert_eq!(owner.get(TEAM).await.status, 404);
}

#[actix_web::test]
async fn an_administrator_may_do_what_an_owner_may() {
    let app = TestApp::start();
    let root = Program::of(&app, &app.admin().await).await;
    let owner = Program::of(&app, &app.member("Alice").await).await;
    owner.company("Engines").await;
    let bob = join(&app, &owner, "engines", "editor").await;
    let team = body(&root.get(TEAM).await);
    let bobs = format!("{TEAM}/{}", team[1]["id"]);
    let changed = root.patch(&bobs, json!({"role": "owner"})).await;
    assert_eq!(body(&changed)["role"], "owner");
    assert_eq!(root.delete(&bobs).await.status, 204);
    assert_eq!(Program::of(&app, &bob).await.get(TEAM).await.status, 404);
}

#[actix_web::test]
async fn an_invitation_is_sent_listed_and_taken_back_by_owners() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let owner = Program::of(&app, &alice).await;
    owner.company("Engines").await;
    let bob = join(&app, &owner, "engines", "editor").await;
    let editor = Program::of(&app, &bob).await;
    let reading = Program::reading(&app, &alice).await;
    let new = json!({"email": "Grace@Example.org", "role": "recruiter"});
    let refused = editor.post(INVITATIONS, new.clone()).await;
    assert_eq!(refused.status, 403);
    assert!(
        refused.body.contains("Ask an owner: Alice."),
        "{}",
        refused.body
    );
    assert_eq!(reading.post(INVITATIONS, new.clone()).await.status, 403);
    let sent = owner.post(INVITATIONS, new.clone()).await;
    assert_eq!(sent.status, 201, "{}", sent.body);
    let sent = body(&sent);
    assert_eq!(sent["email"], "grace@example.org");
    assert_eq!(sent["role"], "recruiter");
    mail(&app, "grace@example.org", "Join the team of Engines").await;
    let listed = body(&editor.get(INVITATIONS).await);
    assert_eq!(listed, json!([sent]));

    for (new, pointer) in [
        (json!({"email": "grace", "role": "editor"}), "/email"),
        (json!({"role": "editor"}), "/email"),
        (
            json!({"email": "bob@example.org", "role": "editor"}),
            "/email",
        ),
        (json!({"email": "x@example.org"}), "/role"),
    ] {
        let wrong = mistake(&owner.post(INVITATIONS, new).await);
        assert_eq!((wrong.0, wrong.1.as_str()), (422, pointer), "{}", wrong.2);
    }
    let one = format!("{INVITATIONS}/{}", sent["id"]);
    assert_eq!(editor.delete(&one).await.status, 403);
    assert_eq!(owner.delete(&one).await.status, 204);
    assert_eq!(owner.delete(&one).await.status, 404);
    assert_eq!(body(&owner.get(INVITATIONS).await), json!([]));
    let page = alice.get("/dashboard/companies/1/team").await;
    assert!(!page.body.contains("grace@example.org"));
}
