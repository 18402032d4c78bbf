//! Posting a job.

use crate::support::{Answer, PASSWORD, TestApp, id_of, job, with};

#[actix_web::test]
async fn a_job_goes_from_form_to_preview_to_the_board() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let form = alice.get("/jobs/new").await;
    let key = form.value("submission_key");
    assert!(key.len() > 20);

    let mut fields = job("Rust developer");
    fields.push(("submission_key", key.clone()));
    let preview = alice.preview("/jobs/preview", &fields).await;
    assert_eq!(preview.status, 200);
    assert_eq!(preview.text(".preview .title"), "Rust developer");
    assert_eq!(preview.value("submission_key"), key);
    assert_eq!(preview.value("title"), "Rust developer");
    assert!(
        !app.browser().get("/").await.has(".card"),
        "a preview stores nothing"
    );

    fields.push(("publish", "yes".into()));
    let answer = alice.submit("/jobs", &fields).await;
    assert_eq!(answer.status, 303);
    let page = alice.follow(&answer).await;
    assert_eq!(page.text(".notice"), "“Rust developer” is published.");
    assert_eq!(page.text("h1"), "Rust developer");
    assert_eq!(page.text(".status"), "Open");
    assert!(app.browser().get("/jobs?q=rust").await.has(".card"));
}

#[actix_web::test]
async fn a_failed_form_keeps_everything_and_says_what_is_wrong_at_each_field() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let mut fields = job("A");
    for (name, value) in [
        ("company_url", "not a url"),
        ("country", "Germany"),
        ("employment_type", ""),
        ("pay_min", "a lot"),
        ("apply_to", "nowhere"),
        ("description", "Too short."),
        ("valid_through", "2020-01-01"),
    ] {
        fields = with(fields, name, value);
    }
    fields.push(("publish", "yes".into()));
    let answer = alice.submit("/jobs", &fields).await;
    assert_eq!(answer.status, 422);
    for (name, message) in [
        ("title", "Enter at least 2 characters."),
        ("company_url", "Enter a web address"),
        ("country", "Enter a two-letter country code"),
        ("employment_type", "Choose a job type."),
        ("pay_min", "Enter an amount in figures"),
        ("apply_to", "Enter an email address"),
        ("description", "Enter at least 20 characters."),
        ("valid_through", "This date is in the past."),
    ] {
        assert!(
            answer.message(name).starts_with(message),
            "{name}: {}",
            answer.message(name)
        );
    }
    assert!(answer.attribute("#title", "autofocus").is_some());
    assert_eq!(answer.value("title"), "A");
    assert_eq!(answer.value("pay_min"), "a lot");
    assert_eq!(answer.text("#description"), "Too short.");
    assert_eq!(answer.value("tags"), "Rust, PostgreSQL");
    assert!(
        answer
            .attribute("#pay_period option[value=YEAR]", "selected")
            .is_some()
    );
}

#[actix_web::test]
async fn a_country_is_one_that_there_is() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    for wrong in ["Germany", "ZZ", "D", "12", "EU", "XX"] {
        let answer = alice
            .submit("/jobs", &with(job("Rust developer"), "country", wrong))
            .await;
        assert_eq!(answer.status, 422, "{wrong}");
        let said = answer.message("country");
        assert_eq!(said, "Enter a two-letter country code, like DE or US.");
    }
    let british = with(job("Rust developer"), "country", "uk");
    let answer = alice.submit("/jobs", &british).await;
    let path = format!("/jobs/{}/edit", id_of(answer.location()));
    assert_eq!(alice.get(&path).await.value("country"), "GB");
}

#[actix_web::test]
async fn no_value_in_a_field_is_a_server_error() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    for (name, _) in job("x") {
        for value in [
            "",
            "\0",
            "\u{fffd}",
            "\u{202e}x",
            "\u{200b}",
            "😀😀😀😀😀",
            "-1",
            &"x".repeat(20_001),
        ] {
            let mut fields = with(job("Rust developer"), name, value);
            fields.push(("publish", "yes".into()));
            let answer = alice.submit("/jobs", &fields).await;
            assert!(
                matches!(answer.status, 303 | 422),
                "{name} {value:.10}: {}",
                answer.status
            );
            if value.contains('\u{fffd}') {
                assert_eq!(answer.status, 422, "{name} {value:?}");
                assert!(
                    answer.message(name).contains("Some characters were lost"),
                    "{name} {value:?}"
                );
            }
        }
        let mut twice = job("Rust developer");
        twice.push((name, "again".into()));
        twice.push(("publish", "yes".into()));
        let answer = alice.submit("/jobs", &twice).await;
        assert_eq!(answer.status, 422, "{name}");
        assert!(answer.message(name).contains("sent twice"), "{name}");
    }
    assert_eq!(alice.press("/jobs").await.status, 422);
}

#[actix_web::test]
async fn limits_are_exact() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    for (name, fits, too_long) in [
        ("title", 140, 141),
        ("company", 120, 121),
        ("description", 20_000, 20_001),
    ] {
        for (length, status) in [(fits, 303), (too_long, 422)] {
            let mut fields = with(job("Rust developer"), name, &"é".repeat(length));
            fields.push(("publish", "yes".into()));
            assert_eq!(
                alice.submit("/jobs", &fields).await.status,
                status,
                "{name} {length}"
            );
        }
    }
    for (count, status) in [(10, 303), (11, 422)] {
        let tags: Vec<String> = (0..count).map(|number| format!("tag{number}")).collect();
        let fields = with(job("Rust developer"), "tags", &tags.join(","));
        assert_eq!(
            alice.submit("/jobs", &fields).await.status,
            status,
            "{count} tags"
        );
    }
    let backwards = with(
        with(job("Rust developer"), "pay_min", "90k"),
        "pay_max",
        "80k",
    );
    let answer = alice.submit("/jobs", &backwards).await;
    assert!(
        answer
            .message("pay_max")
            .starts_with("Maximum pay is below")
    );
}

#[actix_web::test]
async fn a_draft_needs_only_a_title_and_says_what_is_missing_when_it_is_published() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let answer = alice.submit("/jobs", &[("title", "Just an idea")]).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    let page = alice.follow(&answer).await;
    assert_eq!(page.text(".status"), "Draft");
    assert_eq!(app.browser().follow(&answer).await.status, 404);

    let id = crate::support::id_of(answer.location());
    let refused = alice.press(&format!("/jobs/{id}/publication")).await;
    assert_eq!(refused.status, 422);
    assert_eq!(refused.value("title"), "Just an idea");
    assert_eq!(refused.message("company"), "Enter the company’s name.");
    assert_eq!(refused.message("description"), "Enter a description.");

    assert_eq!(
        alice
            .submit("/jobs", &[("title", "")])
            .await
            .message("title"),
        "Enter a job title."
    );
}

#[actix_web::test]
async fn a_double_click_posts_one_job() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let mut fields = job("Only once");
    fields.push((
        "submission_key",
        alice.get("/jobs/new").await.value("submission_key"),
    ));
    fields.push(("publish", "yes".into()));
    let answers =
        futures_util::future::join_all((0..20).map(|_| alice.submit("/jobs", &fields))).await;
    for answer in &answers {
        assert_eq!(
            (answer.status, answer.location()),
            (303, answers[0].location())
        );
    }
    assert_eq!(app.browser().get("/").await.texts(".card").len(), 1);
}

#[actix_web::test]
async fn what_was_typed_survives_the_end_of_the_session() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    app.board.clock.advance(chrono::Duration::days(40));
    let mut fields = job("Typed for an hour");
    fields.push(("publish", "yes".into()));
    let page = alice.submit("/jobs", &fields).await;
    assert_eq!((page.status, page.text("h1").as_str()), (401, "Sign in"));
    assert!(
        page.text(".error-summary")
            .contains("What you entered is safe")
    );
    assert!(
        !app.browser().get("/").await.has(".card"),
        "nothing is written"
    );

    let sign_in = |page: &Answer, password: &str| {
        vec![
            ("email", "alice@example.org".to_owned()),
            ("password", password.to_owned()),
            ("pending_to", page.value("pending_to")),
            ("pending_fields", page.value("pending_fields")),
        ]
    };
    let page = alice.submit("/login", &sign_in(&page, "a typo")).await;
    assert_eq!(page.message("password"), "Email or password is incorrect.");
    let offer = alice.submit("/login", &sign_in(&page, PASSWORD)).await;
    assert_eq!(offer.text("h1"), "You are signed in again");
    assert_eq!(offer.attribute("main form", "action").unwrap(), "/jobs");
    let kept: Vec<(&'static str, String)> = fields
        .iter()
        .map(|(name, _)| (*name, offer.value(name)))
        .collect();
    assert_eq!(kept, fields);
    assert_eq!(alice.submit("/jobs", &kept).await.status, 303);
    assert_eq!(
        app.browser().get("/").await.text(".card h2"),
        "Typed for an hour"
    );
}

#[actix_web::test]
async fn a_form_that_waits_is_never_sent_to_another_site() {
    let app = TestApp::start();
    app.member("Alice").await;
    let fields = [
        ("email", "alice@example.org"),
        ("password", PASSWORD),
        ("pending_to", "https://evil.example/"),
        ("pending_fields", "a=b"),
    ];
    let answer = app.browser().submit("/login", &fields).await;
    assert_eq!((answer.status, answer.location()), (303, "/dashboard"));
}

#[actix_web::test]
async fn going_back_after_saving_a_draft_publishes_what_was_typed_last() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let key = alice.get("/jobs/new").await.value("submission_key");
    let draft = with(job("First thought"), "submission_key", &key);
    let saved = alice.submit("/jobs", &draft).await;
    let mut second = with(job("Second thought"), "submission_key", &key);
    second.push(("publish", "yes".into()));
    let published = alice.submit("/jobs", &second).await;
    let page = alice.follow(&published).await;
    assert_eq!(page.text("h1"), "Second thought");
    assert_eq!(page.text(".status"), "Open");
    assert_eq!(alice.get("/dashboard").await.texts("tbody tr").len(), 1);

    let again = alice.submit("/jobs", &draft).await;
    assert_eq!(again.status, 409, "{}", saved.location());
    assert_eq!(again.text("h1"), "You already posted this job");
    assert_eq!(again.value("title"), "First thought");
}

#[actix_web::test]
async fn posting_without_end_is_slowed_down_and_nothing_typed_is_lost() {
    let app = TestApp::start_with_limits(&[]);
    let alice = app.member("Alice").await;
    for number in 0..60 {
        alice.draft(&format!("Draft {number}")).await;
    }
    let answer = alice.submit("/jobs", &job("One too many")).await;
    assert_eq!(answer.status, 429);
    assert!(answer.header("retry-after").parse::<u32>().unwrap() <= 61);
    assert!(answer.text(".error-summary").starts_with("Too many tries."));
    assert_eq!(answer.value("title"), "One too many");
    let dashboard = alice.get("/dashboard").await;
    assert_eq!(dashboard.text(".total"), "1–50 of 60");
}

#[actix_web::test]
async fn an_address_has_no_pictures_and_an_older_one_leads_to_it() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let path = alice.publish("🚀 Engineer").await;
    let id = id_of(&path);
    assert_eq!(path, format!("/jobs/{id}-engineer"));
    let visitor = app.browser();
    let older = visitor.get(&format!("/jobs/{id}-rocket-engineer")).await;
    assert_eq!((older.status, older.location()), (301, path.as_str()));
    assert_eq!(visitor.get(&path).await.text("h1"), "🚀 Engineer");
}
