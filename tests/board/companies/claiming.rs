//! How a company gets a team.

use crate::support::{PASSWORD, TestApp, id_of, job, with};

#[actix_web::test]
async fn a_company_that_nobody_knows_is_its_makers_at_once() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let made = alice
        .submit("/dashboard/companies", &[("name", "Analytical Engines")])
        .await;
    assert_eq!(made.status, 303);
    let page = alice.follow(&made).await;
    assert_eq!(page.text("h1"), "Analytical Engines");
    assert!(page.text(".notice").contains("is yours to look after"));
    // Nobody else sees a company that has never had a job here.
    let visitor = app.browser();
    assert_eq!(
        visitor.get("/companies/analytical-engines").await.status,
        404
    );

    let job = alice.publish("Rust developer").await;
    let saved = alice
        .submit(
            made.location(),
            &[
                ("version", page.value("version").as_str()),
                ("name", "Analytical Engines"),
                ("website", "engines.example"),
                (
                    "about",
                    "We build **engines**.\n\n<script>alert(1)</script>",
                ),
                ("links", "https://code.example/engines\nnews.example"),
            ],
        )
        .await;
    assert_eq!(saved.status, 303, "{}", saved.body);
    let page = visitor.get("/companies/analytical-engines").await;
    assert_eq!(page.status, 200);
    assert_eq!(page.text(".about-company strong"), "engines");
    assert!(!page.has(".about-company script"));
    assert_eq!(
        page.texts(".company-links a"),
        ["code.example/engines", "news.example"]
    );
    assert_eq!(
        page.attribute(".company-links a", "rel").unwrap(),
        "nofollow noopener ugc"
    );
    assert!(!page.has(".claim"), "somebody looks after it");

    // Without open jobs the page stays.
    alice
        .press(&format!("/jobs/{}/publication/delete", id_of(&job)))
        .await;
    let page = visitor.get("/companies/analytical-engines").await;
    assert_eq!(page.status, 200);
    assert_eq!(page.text(".empty p"), "No open jobs at the moment.");
}

#[actix_web::test]
async fn a_page_that_others_jobs_made_is_given_by_an_administrator() {
    let app = TestApp::start();
    let root = app.admin().await;
    let bob = app.member("Bob").await;
    bob.publish("Rust developer").await;
    let visitor = app.browser();
    let page = visitor.get("/companies/analytical-engines").await;
    let claim = page.attribute(".claim a", "href").unwrap();
    assert_eq!(claim, "/dashboard/companies/new?name=Analytical+Engines");

    let alice = app.member("Alice").await;
    assert_eq!(alice.get(&claim).await.value("name"), "Analytical Engines");
    let fields = [("name", "analytical engines"), ("note", "I run its team.")];
    let asked = alice.submit("/dashboard/companies", &fields).await;
    assert_eq!(asked.status, 303);
    let page = alice.follow(&asked).await;
    assert!(page.text(".notice").contains("An administrator checks"));
    let mail = app
        .mail(3, "Root", "Analytical Engines: somebody says")
        .await;
    assert!(mail.text.contains("alice@example.org"));
    // Until then she has nothing.
    assert!(
        visitor
            .get("/companies/analytical-engines")
            .await
            .has(".claim")
    );
    let again = alice.submit("/dashboard/companies", &fields).await;
    assert_eq!(again.status, 422);
    assert!(again.message("name").contains("already"));

    let admin = root.get("/admin/companies").await;
    assert!(admin.text(".rows").contains("I run its team."));
    let approve = admin
        .attributes("form[action$='/claim']", "action")
        .pop()
        .unwrap();
    let granted = root.press(&approve).await;
    assert!(
        root.follow(&granted)
            .await
            .text(".notice")
            .contains("approved")
    );
    app.mail(4, "Alice", "Analytical Engines is yours").await;
    assert!(
        !visitor
            .get("/companies/analytical-engines")
            .await
            .has(".claim")
    );
    assert_eq!(root.press(&approve).await.status, 409, "once");

    // Bob's job stays his; a new one under this name is not his to post.
    let dashboard = alice.get("/dashboard").await;
    assert!(!dashboard.has(".table .what"), "{}", dashboard.body);
    let answer = bob
        .submit("/jobs", &with(job("Go developer"), "publish", "yes"))
        .await;
    assert_eq!(answer.status, 422);
    assert!(
        answer
            .message("company")
            .contains("has a team on this board")
    );
    assert_eq!(answer.value("title"), "Go developer");
    let answer = alice
        .submit("/jobs", &with(job("Go developer"), "publish", "yes"))
        .await;
    assert_eq!(answer.status, 303);
}

#[actix_web::test]
async fn a_refused_claim_leaves_no_company_and_a_mail_with_the_reason() {
    let app = TestApp::start();
    let root = app.admin().await;
    app.member("Bob").await.publish("Rust developer").await;
    let alice = app.member("Alice").await;
    alice
        .submit("/dashboard/companies", &[("name", "Analytical Engines")])
        .await;
    let admin = root.get("/admin/companies").await;
    let refuse = admin
        .attributes("form[action$='/claim/delete']", "action")
        .pop()
        .unwrap();
    let unsaid = root.press(&refuse).await;
    assert_eq!(unsaid.status, 422);
    assert!(unsaid.text(".message").contains("Enter a reason"));
    let refused = root
        .submit(&refuse, &[("reason", "No such person there.")])
        .await;
    assert_eq!(refused.status, 303);
    let mail = app
        .mail(4, "Alice", "Analytical Engines: your request")
        .await;
    assert!(mail.text.contains("No such person there."));
    let own = alice.get("/dashboard/companies").await;
    assert!(own.has(".empty"), "she looks after none");
}

#[actix_web::test]
async fn what_is_typed_wrong_is_said_at_its_field_and_kept() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let wrong = alice
        .submit(
            "/dashboard/companies",
            &[
                ("name", "!!!"),
                ("website", "not an address"),
                ("note", "Hello"),
            ],
        )
        .await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.message("name").contains("letter or digit"));
    assert!(wrong.message("website").starts_with("Enter a web address"));
    assert!(wrong.body.contains("Hello"));

    let made = alice
        .submit("/dashboard/companies", &[("name", "Engines")])
        .await;
    let page = alice.follow(&made).await;
    let version = page.value("version");
    let wrong = alice
        .submit(
            made.location(),
            &[
                ("version", version.as_str()),
                ("name", ""),
                ("links", "https://one.example\njavascript:alert(1)"),
                ("about", "Kept"),
            ],
        )
        .await;
    assert_eq!(wrong.status, 422);
    assert_eq!(wrong.message("name"), "Enter the company’s name.");
    assert!(wrong.message("links").starts_with("Line 2:"));
    assert!(wrong.body.contains("Kept"));

    // Of two who save at once the second sees that, and loses nothing.
    let fields = |about| {
        [
            ("version", version.as_str()),
            ("name", "Engines"),
            ("about", about),
        ]
    };
    assert_eq!(
        alice.submit(made.location(), &fields("First")).await.status,
        303
    );
    let second = alice.submit(made.location(), &fields("Second")).await;
    assert_eq!(second.status, 409);
    assert!(second.body.contains("Second"));
    assert_ne!(second.value("version"), version);
}

#[actix_web::test]
async fn a_name_alone_keeps_nobody_from_it_and_says_nothing() {
    let app = TestApp::start();
    let root = app.admin().await;
    let (eve, bob) = (app.member("Eve").await, app.member("Bob").await);
    let made = eve
        .submit("/dashboard/companies", &[("name", "Analytical Engines")])
        .await;
    let fields = [
        ("version", "1"),
        ("name", "Analytical Engines"),
        ("about", "Buy my course."),
    ];
    let company = made.location();
    assert_eq!(eve.submit(company, &fields).await.status, 303);

    // The employer comes later, and has never heard of Eve.
    let path = bob.publish("Rust developer").await;
    let page = app.browser().get("/companies/analytical-engines").await;
    assert!(!page.body.contains("Buy my course."));
    assert!(page.has(".claim"));
    assert!(!eve.get(&path).await.has(".manage"));
    let claimed = bob
        .submit("/dashboard/companies", &[("name", "Analytical Engines")])
        .await;
    assert_eq!(claimed.status, 303);
    let admin = root.get("/admin/companies").await;
    let approve = admin.attribute("form[action$='/claim']", "action").unwrap();
    assert_eq!(root.press(&approve).await.status, 303);
    assert_eq!(eve.get(company).await.status, 404);
    assert!(!eve.get("/dashboard/companies").await.has(".rows"));
    app.mails(4).await;
}

#[actix_web::test]
async fn an_administrator_ends_a_team_and_the_jobs_go_back_to_whoever_posted_them() {
    let app = TestApp::start();
    let root = app.admin().await;
    let alice = app.member("Alice").await;
    let made = alice
        .submit("/dashboard/companies", &[("name", "Analytical Engines")])
        .await;
    let path = alice.publish("Rust developer").await;
    let admin = root.get("/admin/companies").await;
    let end = admin
        .attribute("form[action$='/team/delete']", "action")
        .unwrap();
    let ended = root.press(&end).await;
    assert!(
        root.follow(&ended)
            .await
            .text(".notice")
            .contains("no team any more")
    );
    assert_eq!(alice.get(made.location()).await.status, 404);
    assert!(alice.get(&path).await.has(".manage"));
    let page = app.browser().get("/companies/analytical-engines").await;
    assert!(page.has(".claim"));
}

#[actix_web::test]
async fn what_waits_keeps_the_name_that_was_asked_for_and_is_approved_as_it_was_seen() {
    let app = TestApp::start();
    let root = app.admin().await;
    let (bob, eve) = (app.member("Bob").await, app.member("Eve").await);
    for company in ["Tiny Bakery", "Analytical Engines"] {
        let fields = with(with(job("Baker"), "company", company), "publish", "yes");
        assert_eq!(bob.submit("/jobs", &fields).await.status, 303);
    }
    let asked = eve
        .submit("/dashboard/companies", &[("name", "Tiny Bakery")])
        .await;
    let company = asked.location();
    let approve = root.get("/admin/companies").await;
    let form = approve.form("form[action$='/claim']");
    let approve = approve
        .attribute("form[action$='/claim']", "action")
        .unwrap();
    let renamed = [("version", "1"), ("name", "Analytical Engines")];
    let refused = eve.submit(company, &renamed).await;
    assert_eq!(refused.status, 422);
    assert!(refused.message("name").contains("cannot be changed"));
    let described = [
        ("version", "1"),
        ("name", "Tiny Bakery"),
        ("about", "Bread."),
    ];
    assert_eq!(eve.submit(company, &described).await.status, 303);
    let seen: Vec<(&str, &str)> = form
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    assert_eq!(root.submit(&approve, &seen).await.status, 409);
    assert!(
        app.browser()
            .get("/companies/tiny-bakery")
            .await
            .has(".claim")
    );
    app.mails(3).await;
}

#[actix_web::test]
async fn a_draft_from_before_is_not_published_under_a_teams_name() {
    let app = TestApp::start();
    let (alice, eve) = (app.member("Alice").await, app.member("Eve").await);
    let draft = eve.draft("Not theirs").await;
    alice
        .submit("/dashboard/companies", &[("name", "Analytical Engines")])
        .await;
    alice.publish("Rust developer").await;
    let path = format!("/jobs/{}/publication", id_of(&draft));
    let refused = eve.press(&path).await;
    assert_eq!(refused.status, 409, "{}", refused.body);
    let visitor = app.browser();
    let page = visitor.get("/companies/analytical-engines").await;
    assert_eq!(page.texts(".card h2"), ["Rust developer"]);
}

#[actix_web::test]
async fn a_confirmed_address_at_the_companys_domain_suggests_a_claim_and_gives_nothing() {
    let app = TestApp::start();
    let bob = app.member("Bob").await;
    let mut fields = with(job("Stoker"), "company", "Engines");
    fields.push(("publish", "yes".into()));
    bob.submit("/jobs", &fields).await;
    let alice = app.browser();
    let account = [
        ("name", "Alice"),
        ("email", "alice@mail.engines.example"),
        ("password", PASSWORD),
    ];
    assert_eq!(alice.submit("/register", &account).await.status, 303);
    let companies = alice.get("/dashboard/companies").await;
    assert!(!companies.body.contains("Do you work for"), "not confirmed");
    let mut mails = app.mails(2).await;
    mails.retain(|mail| mail.to == "alice@mail.engines.example");
    let token = [("token", mails[0].token())];
    assert_eq!(alice.submit("/confirmation", &token).await.status, 303);
    let companies = alice.get("/dashboard/companies").await;
    assert!(companies.text("main").contains("Do you work for Engines?"));
    let link = companies.attribute(".hint a", "href").unwrap();
    let form = alice.get(&link).await;
    assert_eq!(form.value("name"), "Engines");
    let claimed = alice
        .submit("/dashboard/companies", &[("name", "Engines")])
        .await;
    let page = alice.follow(&claimed).await;
    assert!(
        page.text("main").contains("administrator"),
        "it waits like any other"
    );
    // Who is elsewhere, or at a company that has a team, is asked nothing.
    let others = bob.get("/dashboard/companies").await;
    assert!(!others.body.contains("Do you work for"));
}

#[actix_web::test]
async fn a_refused_claim_keeps_what_was_written_to_be_sent_again() {
    let app = TestApp::start();
    let bob = app.member("Bob").await;
    bob.publish("Stoker").await;
    let alice = app.member("Alice").await;
    let claim = [
        ("name", "Analytical Engines"),
        ("website", "https://engines.example"),
        ("note", "I am its engineer"),
    ];
    alice.submit("/dashboard/companies", &claim).await;
    let root = app.admin().await;
    let queue = root.get("/admin/companies").await;
    let refuse = queue.attribute("form.line", "action").unwrap();
    let refused = root
        .submit(&refuse, &[("reason", "Write from your work address.")])
        .await;
    assert_eq!(refused.status, 303, "{}", refused.body);
    let own = alice.get("/dashboard/companies").await;
    assert!(own.text("main").contains("Write from your work address."));
    let again = own.attribute(".part .rows a", "href").unwrap();
    let form = alice.get(&again).await;
    assert_eq!(form.value("website"), "https://engines.example/");
    assert_eq!(form.text("#note"), "I am its engineer");
    assert!(
        form.text(".error-summary")
            .contains("Write from your work address.")
    );
    assert_eq!(bob.get(&again).await.status, 404, "it is Alice's");
    alice.submit("/dashboard/companies", &claim).await;
    let own = alice.get("/dashboard/companies").await;
    assert!(
        !own.body.contains("Write from your work address."),
        "it waits again"
    );
}
