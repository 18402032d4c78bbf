//! `jobboard import --complete`: what a newer file lacks.

use std::process::Output;

use crate::support::{TestApp, program};

fn import(app: &TestApp, jobs: &[&str], options: &[&str]) -> Output {
    let file = app.database.folder().join("jobs.ndjson");
    std::fs::write(&file, jobs.concat()).unwrap();
    program(app.database.folder())
        .env("DATABASE_URL", &app.database.url)
        .arg("import")
        .args(options)
        .arg(file)
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn posting(company: &str, title: &str) -> String {
    format!(
        r#"{{"@type":"JobPosting","title":"{title}","identifier":{{"name":"{company}","value":"{title}"}},"hiringOrganization":{{"name":"{company}"}},"url":"https://{company}.example/{title}","description":"The work of a {title}."}}"#
    ) + "\n"
}

async fn titles(app: &TestApp) -> Vec<String> {
    app.catch_up().await;
    let list = app.browser().visit("/jobs").await;
    let mut titles = list.texts(".card h2");
    titles.sort_unstable();
    titles
}

#[actix_web::test]
async fn a_complete_file_closes_what_it_lacks() {
    let app = TestApp::start();
    let [cook, rigger, sailor] = ["Cook", "Rigger", "Sailor"].map(|title| posting("acme", title));
    let other = posting("other", "Diver");
    app.member("Ada").await.publish("Analyst").await;
    import(&app, &[&cook, &rigger, &sailor, &other], &[]);
    let dry = import(&app, &[&cook, &rigger], &["--complete", "--dry-run"]);
    assert!(said(&dry).contains("0 refused, 1 closed"), "{dry:?}");
    assert_eq!(titles(&app).await.len(), 5);

    let complete = import(&app, &[&cook, &rigger], &["--complete"]);
    assert_eq!(complete.status.code(), Some(0), "{complete:?}");
    assert!(said(&complete).starts_with("0 added, 0 updated, 2 unchanged, 0 refused, 1 closed"));
    assert_eq!(titles(&app).await, ["Analyst", "Cook", "Diver", "Rigger"]);
    let admin = app.admin().await;
    let log = admin.get("/admin/audit").await;
    assert!(
        log.body
            .contains("closed jobs that their source no longer has")
    );
}

#[actix_web::test]
async fn a_file_that_lacks_most_closes_none_unless_that_is_meant() {
    let app = TestApp::start();
    let [cook, rigger, sailor] = ["Cook", "Rigger", "Sailor"].map(|title| posting("acme", title));
    import(&app, &[&cook, &rigger, &sailor], &[]);
    let half = import(&app, &[&cook], &["--complete"]);
    assert_eq!(half.status.code(), Some(3));
    assert!(
        said(&half).contains("2 of 3 open jobs are not in the file. None was closed"),
        "{}",
        said(&half)
    );
    assert_eq!(titles(&app).await.len(), 3);
    let meant = import(&app, &[&cook], &["--complete", "--close-most"]);
    assert_eq!(meant.status.code(), Some(0));
    assert_eq!(titles(&app).await, ["Cook"]);
    let alone = import(&app, &[&cook], &["--close-most"]);
    assert_eq!(alone.status.code(), Some(2));
}

#[actix_web::test]
async fn what_could_not_be_read_and_what_belongs_to_others_is_not_closed() {
    let app = TestApp::start();
    app.member("Ada").await;
    let all = ["Cook", "Rigger", "Sailor"].map(|title| posting("acme", title));
    let [cook, rigger, sailor] = &all;
    import(&app, &[cook, rigger], &[]);
    import(&app, &[sailor], &["--owner", "ada@example.org"]);
    let broken = rigger.replace("The work of a Rigger.", "");
    let output = import(&app, &[cook, &broken], &["--complete"]);
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    assert_eq!(titles(&app).await, ["Cook", "Rigger", "Sailor"]);

    // A file that breaks off is not complete.
    let file = app.database.folder().join("jobs.json");
    std::fs::write(&file, format!("[{}, {{\"title\":", cook.trim())).unwrap();
    let cut = program(app.database.folder())
        .env("DATABASE_URL", &app.database.url)
        .args(["import", "--complete"])
        .arg(file)
        .output()
        .unwrap();
    assert!(said(&cut).contains("no job was closed"), "{cut:?}");
    assert_eq!(titles(&app).await, ["Cook", "Rigger", "Sailor"]);
}
