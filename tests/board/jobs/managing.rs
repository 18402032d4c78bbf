//! Looking after one's jobs.

use crate::support::{TestApp, id_of, job, with};

#[actix_web::test]
async fn an_owner_edits_unpublishes_closes_and_deletes() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let path = alice.publish("Rust developer").await;
    let job_path = format!("/jobs/{}", id_of(&path));

    let form = alice.get(&format!("{job_path}/edit")).await;
    assert_eq!(form.value("title"), "Rust developer");
    assert_eq!(form.value("pay_min"), "52000");
    let fields = with(job("Go developer"), "version", &form.value("version"));
    let answer = alice.submit(&job_path, &fields).await;
    assert_eq!(answer.status, 303);
    assert!(answer.location().ends_with("-go-developer"));
    assert!(app.browser().get("/jobs?q=go+developer").await.has(".card"));
    assert!(
        !app.browser()
            .get("/jobs?q=rust+developer")
            .await
            .has(".card h2 a[href*=rust-dev]")
    );

    let answer = alice.press(&format!("{job_path}/publication/delete")).await;
    let dashboard = alice.follow(&answer).await;
    assert_eq!(dashboard.text(".status"), "Draft");
    assert!(!app.browser().get("/").await.has(".card"));
    alice.press(&format!("{job_path}/publication")).await;
    assert!(app.browser().get("/").await.has(".card"));

    assert!(
        alice
            .get(&format!("{job_path}/closure"))
            .await
            .has("input[value=hired_here]")
    );
    let undecided = alice.press(&format!("{job_path}/closure")).await;
    assert_eq!(
        (undecided.status, undecided.message("reason").as_str()),
        (422, "Choose a reason.")
    );
    alice
        .submit(&format!("{job_path}/closure"), &[("reason", "filled")])
        .await;
    assert_eq!(
        alice.get("/dashboard").await.text(".status"),
        "Closed (filled)"
    );
    let page = app.browser().get(&path).await;
    assert_eq!(page.status, 301);
    let page = app.browser().follow(&page).await;
    assert!(
        page.text(".closed")
            .starts_with("This job has been filled.")
    );

    assert!(
        alice
            .get(&format!("{job_path}/removal"))
            .await
            .text("h1")
            .starts_with("Delete this job?")
    );
    let answer = alice.press(&format!("{job_path}/removal")).await;
    assert_eq!(
        alice.follow(&answer).await.text(".notice"),
        "“Go developer” is deleted."
    );
    assert_eq!(alice.get(&path).await.status, 410);
}

#[actix_web::test]
async fn the_date_of_first_publication_stays() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let path = alice.publish("Rust developer").await;
    let posted = app.browser().get(&path).await.attribute("time", "datetime");
    let job_path = format!("/jobs/{}", id_of(&path));
    alice.press(&format!("{job_path}/publication/delete")).await;
    app.board.clock.advance(chrono::Duration::days(3));
    alice.press(&format!("{job_path}/publication")).await;
    let page = app.browser().get(&path).await;
    assert_eq!(page.attribute("time", "datetime"), posted);
    assert_eq!(page.text("time"), "3 days ago");
}

#[actix_web::test]
async fn nobody_elses_job_is_found() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let charlie = app.member("Charlie").await;
    let path = alice.draft("Secret plan").await;
    let id = id_of(&path);
    let fields = with(job("Stolen"), "version", "1");
    for id in [id, id + 1000] {
        let job_path = format!("/jobs/{id}");
        for page in ["/edit", "/closure", "/removal", ""] {
            assert_eq!(
                charlie.get(&format!("{job_path}{page}")).await.status,
                404,
                "{page}"
            );
        }
        for action in [
            "",
            "/preview",
            "/publication",
            "/publication/delete",
            "/closure",
            "/removal",
        ] {
            let answer = charlie
                .submit(&format!("{job_path}{action}"), &fields)
                .await;
            assert_eq!(answer.status, 404, "{action}");
        }
    }
    assert!(!charlie.get("/dashboard").await.body.contains("Secret plan"));
    assert_eq!(alice.get(&path).await.text("h1"), "Secret plan");
}

#[actix_web::test]
async fn an_administrator_edits_and_removes_any_job_and_sees_who_owns_it() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let alice = app.member("Alice").await;
    let path = alice.publish("Rust developer").await;
    let job_path = format!("/jobs/{}", id_of(&path));

    assert!(
        admin
            .get("/admin/jobs")
            .await
            .text(".table .owner")
            .contains("alice@example.org")
    );
    assert!(
        admin
            .get(&path)
            .await
            .text(".manage")
            .contains("Owned by Alice <alice@example.org>")
    );
    assert!(!alice.get(&path).await.text(".manage").contains("Owned by"));
    let fields = with(job("Rust engineer"), "version", "1");
    assert_eq!(admin.submit(&job_path, &fields).await.status, 303);

    assert!(
        admin
            .get(&format!("{job_path}/removal"))
            .await
            .text("h1")
            .starts_with("Remove this job")
    );
    let undecided = admin.press(&format!("{job_path}/removal")).await;
    assert_eq!(
        (undecided.status, undecided.message("reason").as_str()),
        (422, "Enter a reason.")
    );
    let reason = [("reason", "A <b>scam</b>")];
    let answer = admin.submit(&format!("{job_path}/removal"), &reason).await;
    assert_eq!((answer.status, answer.location()), (303, "/admin/jobs"));
    assert_eq!(app.browser().get(&job_path).await.status, 410);
    assert_eq!(
        alice.get("/dashboard").await.text(".status-of"),
        "Removed by an administrator Reason: A <b>scam</b>"
    );
    assert_eq!(
        alice.press(&format!("{job_path}/publication")).await.status,
        404
    );
}

#[actix_web::test]
async fn a_removed_job_is_restored_as_it_stood_and_its_owner_is_told_why_it_went() {
    let app = TestApp::start();
    let admin = app.admin().await;
    let alice = app.member("Alice").await;
    let open = alice.publish("Baker <1>").await;
    let closed = alice.publish("Cook").await;
    let draft = alice.draft("Waiter").await;
    let of = |path: &str| format!("/jobs/{}", id_of(path));
    let reason = [("reason", "filled")];
    alice
        .submit(&format!("{}/closure", of(&closed)), &reason)
        .await;
    for path in [&open, &closed, &draft] {
        let removal = format!("{}/removal?back=%2Fadmin%2Fjobs", of(path));
        let answer = admin.submit(&removal, &[("reason", "No pay stated")]).await;
        let page = admin.follow(&answer).await;
        let notice = page.text(".notice");
        assert!(notice.contains(" is removed. "), "{notice}");
        if path == &open {
            assert!(notice.starts_with("“Baker <1>” "), "{notice}");
            let undo = page.attribute(".notice form", "action").unwrap();
            let undone = admin.press(&undo).await;
            assert_eq!(undone.location(), "/admin/jobs");
            let said = admin.follow(&undone).await.text(".notice");
            assert_eq!(said, "“Baker <1>” is restored.");
            assert_eq!(app.browser().get(&open).await.status, 200);
        }
    }
    let mut mails = app.mails(4).await;
    mails.retain(|mail| mail.subject.starts_with("Your job was removed from "));
    assert_eq!(mails.len(), 3);
    for mail in &mails {
        assert_eq!(mail.to, "alice@example.org");
        assert!(mail.text.contains("Reason: No pay stated"), "{}", mail.text);
    }
    assert!(mails.iter().any(|mail| mail.text.contains("Waiter")));
    let removed = admin.get("/admin/jobs?tab=removed").await;
    assert_eq!(removed.texts(".status-of .reason").len(), 2);
    let restore = ".menu-items form[action*='/removal/delete']";
    for action in removed.attributes(restore, "action") {
        assert_eq!(alice.press(&action).await.status, 404);
        let answer = admin.press(&action).await;
        assert_eq!(answer.location(), "/admin/jobs?tab=removed");
        assert_eq!(admin.press(&action).await.status, 409);
    }
    let table = alice.get("/dashboard").await;
    let mut statuses = table.texts("tbody .status");
    statuses.sort_unstable();
    assert_eq!(statuses, ["Closed (filled)", "Draft", "Open"]);
    assert!(!table.body.contains("No pay stated"));
    let log = admin.get("/admin/audit").await;
    let entries = log.texts(".log .what");
    let restored = entries
        .iter()
        .filter(|entry| entry.starts_with("restored the job"));
    assert_eq!(restored.count(), 3);
}

#[actix_web::test]
async fn the_second_of_two_editors_sees_both_texts_and_loses_nothing() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let admin = app.admin().await;
    let job_path = format!("/jobs/{}", id_of(&alice.publish("Rust developer").await));
    let version = alice
        .get(&format!("{job_path}/edit"))
        .await
        .value("version");

    let first = with(
        with(job("Rust developer"), "version", &version),
        "company",
        "Babbage & Co",
    );
    assert_eq!(admin.submit(&job_path, &first).await.status, 303);
    let second = with(
        with(job("Lead developer"), "version", &version),
        "tags",
        "rust",
    );
    let conflict = alice.submit(&job_path, &second).await;
    assert_eq!(conflict.status, 409);
    assert_eq!(
        conflict.texts(".differences h2"),
        ["Job title", "Company", "Tags"]
    );
    let sides = conflict.texts(".differences pre");
    assert_eq!(
        sides[..4],
        [
            "Rust developer",
            "Lead developer",
            "Babbage & Co",
            "Analytical Engines"
        ]
    );
    assert_eq!(conflict.value("title"), "Lead developer");

    let decided = with(second, "version", &conflict.value("version"));
    let answer = alice.submit(&job_path, &decided).await;
    assert_eq!(answer.status, 303);
    assert_eq!(alice.follow(&answer).await.text("h1"), "Lead developer");
}

#[actix_web::test]
async fn what_is_saved_as_it_was_is_no_change() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let path = alice.publish("Rust developer").await;
    let edit = format!("/jobs/{}/edit", id_of(&path));
    let job_path = format!("/jobs/{}", id_of(&path));
    let same = with(job("Rust developer"), "version", "1");
    assert_eq!(alice.submit(&job_path, &same).await.status, 303);
    assert_eq!(alice.get(&edit).await.value("version"), "1");
    let other = with(job("Lead developer"), "version", "1");
    assert_eq!(alice.submit(&job_path, &other).await.status, 303);
    assert_eq!(alice.get(&edit).await.value("version"), "2");
}

#[actix_web::test]
async fn what_cannot_be_done_from_here_is_said() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let job_path = format!("/jobs/{}", id_of(&alice.draft("Rust developer").await));
    let answer = alice.press(&format!("{job_path}/publication/delete")).await;
    assert_eq!(
        (answer.status, answer.text("h1").as_str()),
        (409, "Not possible")
    );
    assert!(answer.body.contains("This job is not published."));
    let lost = alice.submit(&job_path, &job("Rust developer")).await;
    assert_eq!(lost.status, 400);
    assert!(lost.body.contains("The form was incomplete"));
}

#[actix_web::test]
async fn what_a_job_lacked_or_says_is_over_need_not_be_changed_with_the_rest() {
    use diesel::prelude::*;
    use jobboard::{http::error::Error, platform::schema::jobs};

    let app = TestApp::start();
    let alice = app.member("Alice").await;
    let tomorrow = (app.board.clock.today() + chrono::Days::new(1)).to_string();
    let fields = with(job("Rust developer"), "valid_through", &tomorrow);
    let posted = alice.submit("/jobs", &with(fields, "publish", "yes")).await;
    let id = id_of(posted.location());
    // As imported jobs are that do not say what kind they are.
    let forget = app.board.write(move |db| {
        diesel::update(jobs::table.find(id))
            .set(jobs::employment_type.eq(None::<String>))
            .execute(db)?;
        Ok::<_, Error>(())
    });
    forget.await.unwrap();
    app.board.clock.advance(chrono::Duration::days(3));
    let (alice, _) = app.sign_in("Alice", crate::support::PASSWORD).await;
    let (path, edit) = (format!("/jobs/{id}"), format!("/jobs/{id}/edit"));
    let before = alice.get(&edit).await.form("form.job-form");
    let sent: Vec<(&str, &str)> = before
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let saved = alice.submit(&path, &sent).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
    assert_eq!(alice.get(&edit).await.form("form.job-form"), before);

    let retitled: Vec<(&str, &str)> = sent
        .iter()
        .map(|(name, value)| {
            (
                *name,
                if *name == "title" {
                    "Go developer"
                } else {
                    *value
                },
            )
        })
        .collect();
    assert_eq!(alice.submit(&path, &retitled).await.status, 303);
    let after = alice.get(&edit).await;
    assert_eq!(after.value("title"), "Go developer");
    assert_eq!(after.value("employment_type"), "");
    // A last day that is typed anew is one to come.
    let yesterday = (app.board.clock.today() - chrono::Days::new(1)).to_string();
    let version = after.value("version");
    let moved: Vec<(&str, &str)> = sent
        .iter()
        .map(|(name, value)| match *name {
            "valid_through" => (*name, yesterday.as_str()),
            "version" => (*name, version.as_str()),
            name => (name, *value),
        })
        .collect();
    assert_eq!(alice.submit(&path, &moved).await.status, 422);
}
