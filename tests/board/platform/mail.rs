//! Mail: queued with what causes it, sent once, whatever fails on the way.

use std::{net::TcpListener, path::Path, sync::atomic::Ordering, time::Duration};

use diesel::prelude::*;
use jobboard::platform::{
    mail::outbox::{Lane, Queued},
    schema::outbox,
};

use crate::support::{MailServer, PASSWORD, TestApp, account, program};

async fn waiting(app: &TestApp) -> Vec<(i32, Option<String>)> {
    app.board
        .read(|db| {
            Ok(outbox::table
                .select((outbox::attempts, outbox::last_error))
                .load(db)?)
        })
        .await
        .unwrap()
}

/// Waits until the outbox looks as it should.
async fn until(app: &TestApp, wanted: impl Fn(&[(i32, Option<String>)]) -> bool) {
    for _ in 0..400 {
        if wanted(&waiting(app).await) {
            return;
        }
        actix_web::rt::time::sleep(Duration::from_millis(25)).await;
    }
    panic!("{:?}", waiting(app).await);
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
    let mail = &server.received(1).await[0];
    assert_eq!(mail.from, "jobs@example.org");
    assert_eq!(mail.to, "alice@example.org");
    assert_eq!(mail.subject, "Confirm your address for Café <Jobs>");
    assert!(mail.text.contains("Café <Jobs>"));
    assert!(mail.html.contains("Café &lt;Jobs&gt;"));
    assert!(mail.html.contains(&mail.token()));
    assert!(mail.auto_submitted);
    assert!(mail.id.ends_with("@127.0.0.1"), "{}", mail.id);
    until(&app, |left| left.is_empty()).await;
}

#[actix_web::test]
async fn without_a_mail_server_a_mail_is_a_file_that_only_its_owner_reads() {
    let app = TestApp::start();
    app.member("Alice").await;
    app.mail(1, "Alice", "Confirm your address").await;
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
        until(&app, |left| {
            let error = left[0].1.as_deref().unwrap_or_default();
            left[0].0 == attempt && error.contains(code)
        })
        .await;
        app.board.clock.advance(chrono::Duration::minutes(5));
        app.board.mail.wake();
    }
    assert_eq!(server.received(1).await.len(), 1);
    until(&app, |left| left.is_empty()).await;
}

#[actix_web::test]
async fn an_address_that_does_not_exist_is_given_up_and_holds_up_nobody() {
    let (server, url) = MailServer::start();
    let app = TestApp::start_with(&[("SMTP_URL", &url), ("VERIFY_EMAIL", "no")]);
    app.member("Nobody-There").await;
    app.member("Alice").await;
    assert_eq!(server.received(1).await[0].to, "alice@example.org");
    until(&app, |left| {
        left.len() == 1
            && left[0]
                .1
                .as_deref()
                .is_some_and(|error| error.contains("550"))
    })
    .await;
    let due: Option<chrono::NaiveDateTime> = app
        .board
        .read(|db| Ok(outbox::table.select(outbox::due_at).first(db)?))
        .await
        .unwrap();
    assert_eq!(due, None, "not tried again");
}

#[actix_web::test]
async fn a_mail_server_that_hangs_or_is_down_slows_no_page_and_loses_no_mail() {
    let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("smtp://{}", silent.local_addr().unwrap());
    let app = TestApp::start_with(&[("SMTP_URL", &url), ("VERIFY_EMAIL", "no")]);
    let alice = app.member("Alice").await;
    assert_eq!(alice.get("/dashboard").await.status, 200);
    until(&app, |left| left.len() == 1 && left[0].0 == 1).await;
    app.member("Bob").await;
    assert_eq!(waiting(&app).await.len(), 2);
}

#[actix_web::test]
async fn of_many_workers_one_takes_a_mail_and_a_dead_one_loses_it_after_a_while() {
    let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("smtp://{}", silent.local_addr().unwrap());
    let app = TestApp::start_with(&[("SMTP_URL", &url), ("VERIFY_EMAIL", "no")]);
    app.member("Alice").await;
    until(&app, |left| left.len() == 1 && left[0].0 == 1).await;
    let later = app.board.clock.now() + chrono::Duration::minutes(6);
    let takes = (0..8).map(|_| {
        app.board
            .write(move |db| Ok(Queued::take(db, Lane::Mail, later)?))
    });
    let taken = futures_util::future::join_all(takes).await;
    let taken = taken
        .into_iter()
        .filter(|letter| letter.as_ref().unwrap().is_some());
    assert_eq!(taken.count(), 1);
}

#[actix_web::test]
async fn what_a_dead_process_had_taken_another_sends_once() {
    let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("smtp://{}", silent.local_addr().unwrap());
    let dead = TestApp::start_with(&[("SMTP_URL", &url), ("VERIFY_EMAIL", "no")]);
    dead.member("Alice").await;
    until(&dead, |left| left.len() == 1 && left[0].0 == 1).await;

    let (server, url) = MailServer::start();
    let mut config = dead.board.config.clone();
    config.smtp_url = Some(jobboard::platform::config::SmtpUrl::parse(&url).unwrap());
    let others = [dead.replica(config.clone()), dead.replica(config)];
    for other in &others {
        other.board.clock.advance(chrono::Duration::minutes(6));
        other.board.mail.wake();
    }
    assert_eq!(server.received(1).await[0].to, "alice@example.org");
    until(&dead, |left| left.is_empty()).await;
    assert_eq!(server.received(1).await.len(), 1);
}

#[actix_web::test]
async fn a_mail_is_queued_if_and_only_if_its_cause_is_kept() {
    let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("smtp://{}", silent.local_addr().unwrap());
    let app = TestApp::start_with(&[("SMTP_URL", &url), ("VERIFY_EMAIL", "no")]);
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
    let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("smtp://{}", silent.local_addr().unwrap());
    let app = TestApp::start_with(&[("SMTP_URL", &url), ("VERIFY_EMAIL", "no")]);
    app.member("Alice").await;
    let body: String = app
        .board
        .read(|db| Ok(outbox::table.select(outbox::sealed_body).first(db)?))
        .await
        .unwrap();
    assert!(
        !body.contains("token=") && !body.contains("Confirm"),
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
    let mail = app.mail(1, "Alice", "Confirm your address").await;
    let folder = std::fs::read_dir(app.folder().join("mail")).unwrap();
    let file = folder.into_iter().next().unwrap().unwrap().path();
    let text = std::fs::read_to_string(file).unwrap();
    assert!(text.contains(&format!("{}\r\n", mail.link())), "{text}");
}
