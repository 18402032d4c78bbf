//! What is shown where few jobs have all words of a search.

use crate::support::{Answer, TestApp};

/// A board on which one job has all of "haskell compiler teacher".
async fn board() -> TestApp {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    for title in [
        "Haskell compiler teacher",
        "Haskell compiler writer",
        "Haskell teacher",
        "Haskell weaver",
        "Nurse",
    ] {
        alice.publish(title).await;
    }
    app
}

fn nearly(page: &Answer) -> Vec<String> {
    let mut titles = page.texts(".nearly .card h2");
    titles.sort_unstable();
    titles
}

#[actix_web::test]
async fn jobs_that_lack_a_word_come_below_the_few_with_all() {
    let app = board().await;
    let visitor = app.browser();
    let page = visitor.visit("/jobs?q=haskell+compiler+teacher").await;
    assert_eq!(
        page.texts(".results > .cards .card h2"),
        ["Haskell compiler teacher"]
    );
    assert_eq!(page.text(".nearly h2"), "Jobs with some of these words");
    assert_eq!(
        nearly(&page),
        ["Haskell compiler writer", "Haskell teacher"]
    );
}

#[actix_web::test]
async fn they_are_shown_where_no_job_has_all_the_words_too() {
    let app = board().await;
    let visitor = app.browser();
    let page = visitor.visit("/jobs?q=compiler+nurse").await;
    assert!(page.body.contains("No jobs found."));
    assert_eq!(
        nearly(&page),
        [
            "Haskell compiler teacher",
            "Haskell compiler writer",
            "Nurse"
        ]
    );
}

#[actix_web::test]
async fn where_none_has_most_of_the_words_those_with_one_are_shown() {
    let app = board().await;
    let visitor = app.browser();
    let page = visitor.visit("/jobs?q=nurse+weaver+potter").await;
    assert_eq!(nearly(&page), ["Haskell weaver", "Nurse"]);
}

#[actix_web::test]
async fn what_is_excluded_and_what_is_filtered_out_is_not_among_them() {
    let app = board().await;
    let visitor = app.browser();
    for (search, expected) in [
        (
            "q=compiler+nurse+-writer",
            vec!["Haskell compiler teacher", "Nurse"],
        ),
        ("q=compiler+nurse&workplace=remote", vec![]),
        ("q=haskell", vec![]),
        ("q=%22haskell+weaver%22", vec![]),
        ("q=haskell+teacher+-haskell", vec![]),
    ] {
        let page = visitor.visit(&format!("/jobs?{search}")).await;
        assert_eq!(nearly(&page), expected, "{search}");
    }
}
