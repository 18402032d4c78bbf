//! Pay that an import cannot use: whoever looks after the job is told why it shows none.

use crate::support::{Browser, TestApp, program};

async fn import(app: &TestApp, salary: &str) {
    let file = app.folder().join("jobs.csv");
    let csv = format!(
        "id,title,company,url,description,salary,currency\n\
         1,Driver,Acme,https://acme.example/1,Drives.,{salary},EUR\n"
    );
    std::fs::write(&file, csv).unwrap();
    let output = program(app.folder())
        .env("DATABASE_URL", &app.database.url)
        .args(["import", "--owner", "alice@example.org", "jobs.csv"])
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    app.catch_up().await;
}

async fn told(browser: &Browser) -> String {
    let page = browser.visit("/jobs/1").await;
    page.texts(".manage .unlisted").join(" ")
}

#[actix_web::test]
async fn the_employer_and_administrators_read_why_the_pay_is_not_shown() {
    let app = TestApp::start();
    let root = app.admin().await;
    let alice = app.member("Alice").await;
    import(&app, "9000").await;
    for browser in [&root, &alice] {
        let told = told(browser).await;
        assert!(told.contains("The pay is not shown"), "{told}");
        assert!(told.contains("“9000 EUR”"), "{told}");
    }
    let visitor = app.browser().visit("/jobs/1").await;
    assert!(!visitor.body.contains("9000"), "{}", visitor.body);
    import(&app, "a lot").await;
    assert!(told(&alice).await.contains("“a lot EUR”"));
    import(&app, "18.50").await;
    assert_eq!(told(&alice).await.find("The pay is not shown"), None);
}
