//! Words in quotes: where they stand next to each other, however many jobs have each of them.

use crate::support::{TestApp, job, with};

#[actix_web::test]
async fn a_phrase_is_found_where_its_words_stand_next_to_each_other() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    for (title, company, description) in [
        (
            "Clerk",
            "Office Ltd",
            "You have strong communication skills and work in a team with Kubernetes experience.",
        ),
        (
            "Team lead",
            "Strong Foods",
            "Communication is strong here. Your experience with a team: skills for work and more.",
        ),
    ] {
        let fields = with(job(title), "company", company);
        let mut fields = with(fields, "description", description);
        fields.push(("publish", "yes".into()));
        let answer = alice.submit("/jobs", &fields).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
    }
    let visitor = app.browser();
    for (phrase, expected) in [
        ("strong communication", ["Clerk"].as_slice()),
        ("communication strong", &[]),
        ("communication skills and work", &["Clerk"]),
        ("skills and work in a team with kubernetes", &["Clerk"]),
        ("kubernetes experience", &["Clerk"]),
        ("skills and team", &[]),
        ("experience with a team", &["Team lead"]),
        ("team lead", &["Team lead"]),
        // The end of a title and the beginning of a company are not next to each other.
        ("lead strong", &[]),
    ] {
        let address = format!("/jobs?q=%22{}%22", phrase.replace(' ', "+"));
        let answer = visitor.visit(&address).await;
        assert_eq!(answer.texts(".card h2"), expected, "{phrase}");
    }
    let others = visitor
        .visit("/jobs?q=communication+-%22strong+communication%22")
        .await;
    assert_eq!(others.texts(".card h2"), ["Team lead"]);
}
