//! What `jobboard import` makes of descriptions, as a job's page shows them.

use serde_json::json;

use crate::support::{Answer, TestApp, program};

/// The page of a job whose only posting has this description.
async fn page(app: &TestApp, description: &str) -> Answer {
    let posting = json!({
        "@type": "JobPosting",
        "identifier": {"name": "DoorDash", "value": description.len()},
        "title": "Driver",
        "description": description,
        "hiringOrganization": {"name": "DoorDash"},
        "url": "https://doordash.example/jobs",
    });
    let file = app.database.folder().join("jobs.ndjson");
    std::fs::write(&file, posting.to_string()).unwrap();
    let output = program(app.database.folder())
        .env("DATABASE_URL", &app.database.url)
        .arg("import")
        .arg(file)
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let visitor = app.browser();
    let list = visitor.get("/").await;
    let first = list.attribute(".card h2 a", "href").unwrap();
    visitor.get(&first).await
}

#[actix_web::test]
async fn text_that_has_its_lines_keeps_its_shape_and_its_names() {
    let app = TestApp::start();
    let text = "DoorDash is hiring. We use SimilarWeb, GoToMeeting and l’Équipe.\n\nYour tasks\n- Talk to MitarbeiterInnen\n- Read a Ph.D in one day\n\nProfile:\n1. Kind\n2. On time";
    let page = page(&app, text).await;
    assert_eq!(
        page.text(".prose p"),
        "DoorDash is hiring. We use SimilarWeb, GoToMeeting and l’Équipe."
    );
    assert_eq!(page.texts(".prose strong"), ["Your tasks", "Profile:"]);
    assert_eq!(
        page.texts(".prose ul li"),
        ["Talk to MitarbeiterInnen", "Read a Ph.D in one day"]
    );
    assert_eq!(page.texts(".prose ol li"), ["Kind", "On time"]);
}

#[actix_web::test]
async fn text_that_lost_its_lines_gets_them_back_and_names_stay_whole() {
    let app = TestApp::start();
    let text = "We deliver food.Finding the wayWriting to our usersWorking with SimilarWeb at DoorDashMust have a bike";
    let page = page(&app, text).await;
    assert_eq!(
        page.texts(".prose li"),
        [
            "Finding the way",
            "Writing to our users",
            "Working with SimilarWeb at DoorDash",
            "Must have a bike"
        ]
    );
}

#[actix_web::test]
async fn markdown_is_shown_as_such_and_does_no_harm() {
    let app = TestApp::start();
    let text =
        "## Tasks\n\n* **Drive**, see [map](https://map.example)\n* [Run](javascript:alert(1))";
    let page = page(&app, text).await;
    assert_eq!(page.texts(".prose strong"), ["Drive"]);
    assert_eq!(page.texts(".prose a"), ["map"]);
    assert!(!page.body.contains("**") && !page.body.contains("javascript:alert"));
}

#[actix_web::test]
async fn html_shows_what_is_for_reading_and_lists_are_lists() {
    let app = TestApp::start();
    let html = "<style>p{color:red}</style><p><b>Pay:</b>good<strong>&nbsp;</strong>always</p><script>alert(1)</script><p>Tasks<br>• Drive<br>• Park</p>";
    let page = page(&app, html).await;
    assert_eq!(page.texts(".prose p"), ["Pay:good always", "Tasks"]);
    assert_eq!(page.texts(".prose li"), ["Drive", "Park"]);
}

#[actix_web::test]
async fn words_in_angle_brackets_are_shown() {
    let app = TestApp::start();
    let html = "<p>Write to <b>us</b>: <your name>, <Company Ltd.>, <bea@doordash.example> or <https://doordash.example/jobs>.</p>\
        <p>Use <o:p></o:p>our <app-form>form</app-form>.</p>";
    let page = page(&app, html).await;
    assert_eq!(
        page.texts(".prose p"),
        [
            "Write to us: <your name>, <Company Ltd.>, <bea@doordash.example> or <https://doordash.example/jobs>.",
            "Use our form."
        ]
    );
}

#[actix_web::test]
async fn marks_of_lists_and_titles_that_touch_the_text_are_told_from_it() {
    let app = TestApp::start();
    let text = "We deliver food. Key Responsibilities:Driving to our usersTesting the appAbility to read1-2 years of driving\n\n\
        What you’ll needWriting wellHelping our users*Read maps*Lift boxes*Be kind\n\n\
        Questions:1. Why you? 2. Which bike? 3. Since when?";
    let page = page(&app, text).await;
    let titles = page.texts(".prose strong");
    assert_eq!(
        titles,
        ["Key Responsibilities:", "What you’ll need", "Questions:"]
    );
    assert_eq!(
        page.texts(".prose li"),
        [
            "Driving to our users",
            "Testing the app",
            "Ability to read",
            "1-2 years of driving",
            "Writing well",
            "Helping our users",
            "Read maps",
            "Lift boxes",
            "Be kind",
            "1. Why you?",
            "2. Which bike?",
            "3. Since when?",
        ]
    );
}
