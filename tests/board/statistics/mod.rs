//! How often jobs are viewed and applied for.

mod counting;
mod pages;
mod visiting;

use reqwest::Method;

use crate::support::{Answer, Browser, TestApp, id_of, job, with};

const BOT: &str = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";

/// Posts an open job for which people apply on a website, and returns its address.
async fn publish(alice: &Browser, title: &str) -> String {
    let mut fields = with(job(title), "apply_method", "url");
    fields = with(fields, "apply_to", "https://engines.example/apply?job=7");
    fields.push(("publish", "yes".into()));
    let answer = alice.submit("/jobs", &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    answer.location().to_owned()
}

fn visit_of(path: &str) -> String {
    format!("/jobs/{}/visit", id_of(path))
}

/// Opens `path` with these headers.
async fn open(browser: &Browser, path: &str, headers: &[(&str, &str)]) -> Answer {
    let request = browser.request(Method::GET, path);
    let request = headers.iter().fold(request, |request, (name, value)| {
        request.header(*name, *value)
    });
    Answer::of(request).await
}

/// The page of a job's statistics, with all that was counted.
async fn statistics(app: &TestApp, owner: &Browser, path: &str) -> Answer {
    jobboard::statistics::write_down(&app.board).await.unwrap();
    let page = owner
        .get(&format!("/dashboard/statistics/{}", id_of(path)))
        .await;
    assert_eq!(page.status, 200, "{}", page.body);
    page
}

/// Views, apply clicks, the rate and the views of bots.
fn sums(page: &Answer) -> Vec<String> {
    page.texts(".sums dd")
}
