//! Sources that are read on a schedule, from servers that stand in for those of hiring systems.

mod adding;
mod closing;
mod guarding;
mod running;
mod systems;

use chrono::Duration;

use crate::support::{Answer, Browser, Site, TestApp};

/// The address of a feed on a site.
const FEED: &str = "/jobs.json";

/// A board whose hiring systems are `site`.
fn board(site: &Site) -> TestApp {
    let url = site.url.parse().unwrap();
    TestApp::start_changed(|config| config.sources_at = Some(url))
}

/// Adds a source by the form: looks at what would come, and confirms it. Returns the address of its page.
async fn add(app: &TestApp, admin: &Browser, address: &str, company: &str) -> String {
    let fields = fields(address, company);
    let preview = admin.submit("/admin/sources", &fields).await;
    assert_eq!(preview.status, 200, "{}", preview.text(".error, .message"));
    let confirmed = preview.form("#preview form");
    let confirmed: Vec<(&str, String)> = confirmed
        .iter()
        .map(|(name, value)| (name.as_str(), value.clone()))
        .collect();
    let added = admin.submit("/admin/sources", &confirmed).await;
    assert_eq!(added.status, 303, "{}", added.body);
    app.run_tasks().await;
    added.location().to_owned()
}

fn fields(address: &str, company: &str) -> Vec<(&'static str, String)> {
    [
        ("address", address),
        ("system", ""),
        ("company", company),
        ("hours", "6"),
    ]
    .map(|(name, value)| (name, value.to_owned()))
    .to_vec()
}

/// Lets the hours pass after which a source is read again.
async fn next_run(app: &TestApp) {
    app.board.clock.advance(Duration::hours(6));
    app.run_tasks().await;
}

/// The titles of the jobs on the board, in alphabetical order.
async fn titles(app: &TestApp) -> Vec<String> {
    let list = app.browser().visit("/jobs").await;
    let mut titles = list.texts(".card h2");
    titles.sort_unstable();
    titles
}

/// The last run of a source: its outcome and what it changed.
async fn last_run(admin: &Browser, source: &str) -> (String, String) {
    let page = admin.get(source).await;
    let of = |page: &Answer, selector: &str| page.texts(selector).first().cloned().unwrap();
    (of(&page, "tbody .status-of"), of(&page, "tbody td.what"))
}

/// A feed of jobs with these titles, whose identifiers are the titles.
fn feed(titles: &[&str]) -> String {
    let jobs: Vec<String> = titles.iter().map(|title| posting(title, title)).collect();
    format!("[{}]", jobs.join(","))
}

fn posting(id: &str, title: &str) -> String {
    format!(
        r#"{{"@type":"JobPosting","title":"{title}","identifier":{{"name":"Acme","value":"{id}"}},
            "hiringOrganization":{{"name":"Acme"}},"url":"https://acme.example/{id}",
            "jobLocation":{{"address":{{"addressLocality":"Porto","addressCountry":"PT"}}}},
            "description":"<p>The work of a {title}, by day and by night.</p>"}}"#
    )
}
