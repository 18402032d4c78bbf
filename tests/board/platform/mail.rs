//! Mail: queued with what causes it, sent once, whatever fails on the way.

use std::{net::TcpListener, path::Path, sync::atomic::Ordering, time::Duration};

use chrono::NaiveDateTime;
use diesel::prelude::*;
use jobboard::{app, platform::schema::tasks};

use crate::support::{MailServer, PASSWORD, TestApp, account, program};

/// The tries and the last error of each letter that is not sent.
async fn waiting(app: &TestApp) -> Vec<(i32, Option<String>)> {
    app.board
        .read(|db| {
            Ok(tasks::table
                .filter(tasks::kind.eq("mail"))
                .order(tasks::id)
                .select((tasks::attempts, tasks::last_error))
                .load(db)?)
        })
        .await
        .unwrap()
}

/// Waits until somebody who runs tasks by themselves has begun the first letter.
async fn until_one_is_tried(app: &TestApp) {
    for _ in 0..400 {
        if waiting(app)
            .await
            .first()
            .is_some_and(|(tries, _)| *tries == 1)
        {
            return;
        }
        actix_web::rt::time::sleep(Duration::from_millis(25)).await;
    }
    panic!("{:?}", waiting(app).await);
}

/// A board that tries its mail on a server that takes connections and never answers.
fn with_a_silent_server() -> (TestApp, TcpListener) {
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("smtp://{}", silent.local_addr().unwrap());
    let app = TestApp::start_with(&[("SMTP_URL", &url), ("VERIFY_EMAIL", "no")]);
    app.leave_tasks();
    (app, silent)
}

#[actix_web::test]
async fn a_mail_goes_through_a_real_server_as_text_and_as_html() {
    let (server, url) = MailServer::start();
    let app = TestApp::start_with(&[
        ("SMTP_URL", &url),
        ("VERIFY_EMAIL", "no"),
        ("SITE_NAME", "Café <Jobs>"),
        ("MAIL_FROM", "Café Jobs <jobs@example.org>"),
    ]);
    app.member("Alice").await;
    app.run_tasks().await;
    let mail = &server.received(1).await[0];
    assert_eq!(mail.from, "jobs@example.org");
    assert_eq!(mail.to, "alice@example.org");
    assert_eq!(mail.subject, "Confirm your email address for Café <Jobs>");
    assert!(mail.text.contains("Café <Jobs>"));
    assert!(mail.html.contains("Café &lt;Jobs&gt;"));
    assert!(mail.html.contains(&mail.token()));
    assert!(mail.auto_submitted);
    assert!(mail.id.ends_with("@127.0.0.1"), "{}", mail.id);
    assert!(waiting(&app).await.is_empty());
}

#[actix_web::test]
async fn without_a_mail_server_a_mail_is_a_file_that_only_its_owner_reads() {
    let app = TestApp::start();
    app.member("Alice").await;
    app.mail(1, "Alice", "Confirm your email address").await;
    let folder = app.folder().join("mail");
    for entry in std::fs::read_dir(folder).unwrap() {
        use std::os::unix::fs::PermissionsExt;
        let mode = entry.unwrap().metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

#[actix_web::test]
async fn a_server_that_is_busy_or_does_not_know_the_board_is_asked_again_later() {
    let (server, url) = MailServer::start();
    server.refusals.store(2, Ordering::SeqCst);
    let app = TestApp::start_with(&[("SMTP_URL", &url), ("VERIFY_EMAIL", "no")]);
    app.member("Alice").await;
    for (attempt, code) in [(1, "535"), (2, "452")] {
        app.run_tasks().await;
        let left = waiting(&app).await;
        assert_eq!((left.len(), left[0].0), (1, attempt));
        assert!(left[0].1.as_ref().unwrap().contains(code), "{left:?}");
        app.run_tasks().await;
        assert_eq!(waiting(&app).await, left, "not before its time");
        app.board.clock.advance(chrono::Duration::minutes(5));
    }
    app.run_tasks().await;
    assert_eq!(server.received(1).await.len(), 1);
    assert!(waiting(&app).await.is_empty());
}

#[actix_web::test]
async fn an_address_that_does_not_exist_is_given_up_and_holds_up_nobody() {
    let (server, url) = MailServer::start();
    let app = TestApp::start_with(&[("SMTP_URL", &url), ("VERIFY_EMAIL", "no")]);
    app.leave_tasks();
    app.member("Nobody-There").await;
    app.member("Alice").await;
    app.run_tasks().await;
    assert_eq!(server.received(1).await[0].to, "alice@example.org");
    let left: Vec<(Option<NaiveDateTime>, Option<String>, String)> = app
        .board
        .read(|db| {
            Ok(tasks::table
                .filter(tasks::kind.eq("mail"))
                .select((tasks::due_at, tasks::last_error, tasks::payload))
                .load(db)?)
        })
        .await
        .unwrap();
    let [(due, Some(error), payload)] = left.as_slice() else {
        panic!("{left:?}");
    };
    assert_eq!(*due, None, "not tried again");
    assert!(error.contains("550"), "{error}");
    assert!(payload.contains("nobody-there@example.org"), "{payload}");
    assert!(payload.contains(r#""body":"""#), "without its words");
    app.board.clock.advance(chrono::Duration::days(31));
    app.run_tasks().await;
    assert!(waiting(&app).await.is_empty(), "for a month");
}

#[actix_web::test]
async fn a_mail_server_that_hangs_slows_no_page_and_loses_no_mail() {
    let (app, _silent) = with_a_silent_server();
    app.run_tasks_in_the_background();
    let alice = app.member("Alice").await;
    until_one_is_tried(&app).await;
    assert_eq!(alice.get("/dashboard").await.status, 200);
    app.member("Bob").await;
    assert_eq!(waiting(&app).await.len(), 2);
}

#[actix_web::test]
async fn what_a_dead_process_had_taken_one_of_the_others_sends() {
    let (dead, _silent) = with_a_silent_server();
    dead.run_tasks_in_the_background();
    dead.member("Alice").await;
    until_one_is_tried(&dead).await;

    let (server, url) = MailServer::start();
    let mut config = dead.board.config.clone();
    config.smtp_url = Some(jobboard::platform::config::SmtpUrl::parse(&url).unwrap());
    let others = [dead.replica(config.clone()), dead.replica(config)];
    for other in &others {
        other.leave_tasks();
        other.run_tasks().await;
    }
    assert_eq!(waiting(&dead).await.len(), 1, "its lease has not ended");
    for other in &others {
        other.board.clock.advance(chrono::Duration::minutes(6));
    }
    let runners = others.each_ref().map(|other| app::runner(&other.board));
    let all = runners.iter().map(app::Runner::run_due);
    for ran in futures_util::future::join_all(all).await {
        ran.unwrap();
    }
    assert_eq!(server.received(1).await[0].to, "alice@example.org");
    assert!(waiting(&dead).await.is_empty());
    assert_eq!(server.received(1).await.len(), 1, "once");
}

#[actix_web::test]
async fn many_runners_send_every_letter_once() {
    let (server, url) = MailServer::start();
    let app = TestApp::start_with(&[("SMTP_URL", &url), ("VERIFY_EMAIL", "no")]);
    for number in 0..12 {
        app.member(&format!("Member{number}")).await;
    }
    let runners: Vec<_> = (0..4).map(|_| app::runner(&app.board)).collect();
    let all = runners.iter().map(app::Runner::run_due);
    for ran in futures_util::future::join_all(all).await {
        ran.unwrap();
    }
    let received = server.received(12).await;
    let mut to: Vec<_> = received.iter().map(|mail| mail.to.as_str()).collect();
    to.sort_unstable();
    to.dedup();
    assert_eq!((received.len(), to.len()), (12, 12));
}

#[actix_web::test]
async fn a_board_that_stops_takes_no_letter_and_the_next_one_sends_them() {
    let (server, url) = MailServer::start();
    let app = TestApp::start_with(&[("SMTP_URL", &url), ("VERIFY_EMAIL", "no")]);
    for name in ["Alice", "Bob", "Carol"] {
        app.member(name).await;
    }
    let runner = app::runner(&app.board);
    runner.stop();
    runner.run().await;
    assert_eq!(waiting(&app).await.len(), 3);
    app.run_tasks().await;
    assert_eq!(server.received(3).await.len(), 3);
}

#[actix_web::test]
async fn a_mail_is_queued_if_and_only_if_its_cause_is_kept() {
    let app = TestApp::start();
    app.member("Alice").await;
    assert_eq!(waiting(&app).await.len(), 1);
    let again = app.browser().submit("/register", &account("Alice")).await;
    assert_eq!(again.status, 422);
    let wrong = [
        ("current_password", "wrong"),
        ("password", "another horse battery"),
    ];
    let (alice, _) = app.sign_in("Alice", PASSWORD).await;
    alice.submit("/account/password", &wrong).await;
    assert_eq!(waiting(&app).await.len(), 1);
}

#[actix_web::test]
async fn what_waits_in_the_database_lets_nobody_in() {
    let app = TestApp::start();
    app.member("Alice").await;
    let waiting: String = app
        .board
        .read(|db| Ok(tasks::table.select(tasks::payload).first(db)?))
        .await
        .unwrap();
    let waiting: serde_json::Value = serde_json::from_str(&waiting).unwrap();
    let body = waiting["body"].as_str().unwrap();
    assert!(
        body.len() > 500 && !body.contains("token=") && !body.contains("Confirm"),
        "{body}"
    );
}

/// Runs `jobboard mail test` and returns its exit code and all that it said.
fn try_mail(folder: &Path, settings: &[(&str, &str)], to: &str) -> (Option<i32>, String) {
    let output = program(folder)
        .envs(settings.iter().copied())
        .args(["mail", "test", to])
        .output()
        .unwrap();
    let said = [output.stdout, output.stderr].concat();
    (output.status.code(), String::from_utf8(said).unwrap())
}

#[actix_web::test]
async fn an_operator_tries_the_mail_server_before_anybody_waits_for_a_mail() {
    let (server, url) = MailServer::start();
    let folder = tempfile::tempdir().unwrap();
    let address = url.strip_prefix("smtp://").unwrap();
    let settings = [("SMTP_URL", url.as_str()), ("SITE_NAME", "Café Jobs")];
    let (code, said) = try_mail(folder.path(), &settings, "root@example.org");
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains(&format!("{address} took a mail")), "{said}");
    assert!(said.contains(": 250 "), "{said}");
    let mail = &server.received(1).await[0];
    assert_eq!(mail.to, "root@example.org");
    assert_eq!(mail.subject, "Test mail of Café Jobs");
    assert!(mail.auto_submitted);
    let left = std::fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(left, 0, "no database is opened for it");

    let (code, said) = try_mail(folder.path(), &settings, "nobody-there@example.org");
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("to nobody-there@example.org: "), "{said}");
    assert!(said.contains("refuses a mail from "), "{said}");

    server.refusals.store(2, Ordering::SeqCst);
    for sentence in ["does not take the user and password", "and may later"] {
        let (code, said) = try_mail(folder.path(), &settings, "root@example.org");
        assert_eq!(code, Some(1), "{said}");
        assert!(said.contains(sentence), "{sentence}: {said}");
    }
}

#[actix_web::test]
async fn what_is_wrong_with_the_mail_server_is_said_without_the_password() {
    let (_server, url) = MailServer::start();
    let open = url.strip_prefix("smtp://").unwrap();
    let closed = {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        listener.local_addr().unwrap()
    };
    let folder = tempfile::tempdir().unwrap();
    for (url, sentence) in [
        (
            "smtp://user:hunter2@mail.invalid".to_owned(),
            "the name of the mail server, mail.invalid, is not found",
        ),
        (
            format!("smtp://user:hunter2@{closed}"),
            "nothing takes connections at 127.0.0.1:",
        ),
        (
            format!("smtps://user:hunter2@{open}"),
            "no TLS with 127.0.0.1:",
        ),
    ] {
        let settings = [("SMTP_URL", url.as_str())];
        let (code, said) = try_mail(folder.path(), &settings, "root@example.org");
        assert_eq!(code, Some(1), "{said}");
        assert!(said.contains(sentence), "{sentence}: {said}");
        assert!(!said.contains("hunter2"), "{said}");
    }
}

#[test]
fn without_a_mail_server_the_test_says_where_the_mail_lies() {
    let folder = tempfile::tempdir().unwrap();
    let (code, said) = try_mail(folder.path(), &[], "root@example.org");
    assert_eq!(code, Some(0), "{said}");
    let (_, path) = said.split_once("the mail is in ").unwrap();
    let mail = std::fs::read_to_string(folder.path().join(path.trim())).unwrap();
    assert!(mail.contains("To: root@example.org"), "{mail}");
}

#[actix_web::test]
async fn a_link_can_be_copied_out_of_a_mail_that_lies_in_a_file() {
    let app = TestApp::start();
    app.member("Alice").await;
    let mail = app.mail(1, "Alice", "Confirm your email address").await;
    let folder = std::fs::read_dir(app.folder().join("mail")).unwrap();
    let file = folder.into_iter().next().unwrap().unwrap().path();
    let text = std::fs::read_to_string(file).unwrap();
    assert!(text.contains(&format!("{}\r\n", mail.link())), "{text}");
}
