//! Posting without an account, by a mailed link.

use chrono::{Days, Duration};
use diesel::prelude::*;
use futures_util::future::join_all;
use jobboard::{
    app::features,
    http::endpoint::Guard,
    platform::schema::{accounts, guest_postings, jobs},
};
use reqwest::Method;

use crate::support::{
    Answer, Browser, Mail, PASSWORD, TestApp, account, id_of, job, mails_in, with,
};

const MAILED: &[(&str, &str)] = &[("GUEST_POSTING", "yes"), ("VERIFY_EMAIL", "yes")];

fn board() -> TestApp {
    TestApp::start_with(MAILED)
}

fn form(title: &str, name: &str) -> Vec<(&'static str, String)> {
    with(
        job(title),
        "email",
        &format!("{}@example.org", name.to_lowercase()),
    )
}

/// The mails to `name`, of which there are `count`.
async fn mails_to(app: &TestApp, name: &str, count: usize) -> Vec<Mail> {
    app.run_tasks().await;
    let to = format!("{}@example.org", name.to_lowercase());
    let mut mails = mails_in(app.folder());
    mails.retain(|mail| mail.to == to);
    let subjects: Vec<&str> = mails.iter().map(|mail| mail.subject.as_str()).collect();
    assert_eq!(mails.len(), count, "{subjects:?}");
    mails
}

/// Writes a job, and gives the mail with its link, one of `count` to `name` by then.
async fn write(app: &TestApp, browser: &Browser, title: &str, name: &str, count: usize) -> Mail {
    let before = mails_to(app, name, count - 1).await;
    let answer = browser.submit("/jobs/new/guest", &form(title, name)).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    let mut mails = mails_to(app, name, count).await;
    mails.retain(|mail| before.iter().all(|other| other.id != mail.id));
    assert!(mails[0].subject.starts_with("Publish your job"));
    mails.swap_remove(0)
}

/// A browser in which a guest has just published a job, and the job's address.
async fn guest(app: &TestApp, name: &str, title: &str) -> (Browser, String) {
    let browser = app.browser();
    let mail = write(app, &browser, title, name, 1).await;
    let done = browser.submit("/posting", &[("token", mail.token())]).await;
    assert_eq!(done.status, 303, "{}", done.body);
    (browser, done.location().to_owned())
}

/// The link in the mail that says that a job was published.
async fn way_in(app: &TestApp, name: &str, count: usize) -> Mail {
    let mut mails = mails_to(app, name, count).await;
    mails.retain(|mail| mail.subject.starts_with("Your job is published"));
    mails.swap_remove(0)
}

async fn counted(app: &TestApp) -> (i64, i64, i64) {
    app.board
        .read(|db| {
            Ok((
                accounts::table.count().get_result(db)?,
                jobs::table.count().get_result(db)?,
                guest_postings::table.count().get_result(db)?,
            ))
        })
        .await
        .unwrap()
}

#[actix_web::test]
async fn a_job_is_published_by_the_link_that_was_mailed_and_by_nothing_before() {
    let app = board();
    let carol = app.browser();
    let sign_in = carol.visit("/jobs/new").await;
    let offered = sign_in.attributes(".way a", "href");
    assert!(offered.contains(&"/jobs/new/guest".to_owned()));
    let blank = carol.get("/jobs/new/guest").await;
    assert_eq!(blank.text("h1"), "Post a job");
    assert!(!blank.has("#publish_at"), "there is nothing to keep it in");

    let wrong = with(with(form("", "Carol"), "email", "carol"), "tags", "Rust");
    let refused = carol.submit("/jobs/new/guest", &wrong).await;
    assert_eq!(refused.status, 422);
    assert!(refused.message("title").contains("title"));
    assert!(!refused.message("email").is_empty());
    assert!(
        refused
            .text(".error-summary")
            .contains("Your email address")
    );
    assert_eq!(refused.value("email"), "carol");
    assert_eq!(refused.value("pay_max"), "68,000");
    mails_to(&app, "Carol", 0).await;

    let sent = carol
        .submit("/jobs/new/guest", &form("Night nurse", "Carol"))
        .await;
    assert_eq!(sent.text("h1"), "Check your email");
    assert!(sent.text("main").contains("carol@example.org"));
    let mail = mails_to(&app, "Carol", 1).await.swap_remove(0);
    assert!(
        !mail.text.contains("nurse") && !mail.text.contains("Engines"),
        "nobody sends their words to strangers: {}",
        mail.text
    );

    // A program that reads mail opens links, and another browser than the one that wrote the job.
    let reader = app.browser();
    for _ in 0..100 {
        assert_eq!(reader.get(&mail.link()).await.status, 200);
    }
    assert_eq!(counted(&app).await, (0, 0, 1));
    let shown = reader.get(&mail.link()).await;
    assert_eq!(shown.text("h1"), "Publish your job");
    assert!(shown.text(".preview").contains("Night nurse"));
    assert!(shown.header("cache-control").contains("no-store"));

    let token = [("token", mail.token())];
    let done = reader.submit("/posting", &token).await;
    assert_eq!(done.status, 303, "{}", done.body);
    let page = reader.follow(&done).await;
    assert_eq!(page.text("h1"), "Night nurse");
    assert!(
        page.text(".notice").contains("is published"),
        "{}",
        page.text(".notice")
    );
    assert_eq!(app.browser().get(done.location()).await.status, 200);
    assert_eq!(counted(&app).await, (1, 1, 1));

    let again = app.browser().submit("/posting", &token).await;
    assert_eq!(again.text("h1"), "This job was published");
    assert_eq!(
        app.browser().get(&mail.link()).await.text("h1"),
        "This job was published"
    );
    assert_eq!(counted(&app).await, (1, 1, 1));
}

#[actix_web::test]
async fn a_link_that_is_used_many_times_at_once_publishes_and_lets_in_once() {
    let app = board();
    let carol = app.browser();
    let mail = write(&app, &carol, "Night nurse", "Carol", 1).await;
    let token = [("token", mail.token())];
    let browsers: Vec<Browser> = (0..8).map(|_| app.browser()).collect();
    join_all(
        browsers
            .iter()
            .map(|browser| browser.submit("/posting", &token)),
    )
    .await;
    assert_eq!(counted(&app).await, (1, 1, 1));
    mails_to(&app, "Carol", 2).await;
    let mut let_in = 0;
    for browser in &browsers {
        let_in += usize::from(browser.get("/dashboard").await.status == 200);
    }
    assert_eq!(let_in, 1);
}

#[actix_web::test]
async fn what_waits_can_be_changed_and_is_forgotten_after_two_days() {
    let app = board();
    let carol = app.browser();
    let mail = write(&app, &carol, "Night nurse", "Carol", 1).await;
    let shown = carol.get(&mail.link()).await;
    let change = shown.attribute(".preview a", "href").unwrap();
    let form = carol.get(&change).await;
    assert_eq!(form.value("title"), "Night nurse");
    assert_eq!(form.value("email"), "carol@example.org");
    app.board.clock.advance(Duration::hours(47));
    assert_eq!(carol.get(&mail.link()).await.status, 200);
    app.board.clock.advance(Duration::hours(2));
    let late = carol.submit("/posting", &[("token", mail.token())]).await;
    assert_eq!(
        (late.status, late.text("h1").as_str()),
        (410, "This link has expired")
    );
    assert_eq!(carol.get("/posting?token=nonsense").await.status, 410);
    app.run_tasks().await;
    assert_eq!(counted(&app).await, (0, 0, 0), "what was typed is gone");
}

#[actix_web::test]
async fn a_guest_manages_jobs_by_the_link_in_every_later_mail() {
    let app = board();
    let (_, path) = guest(&app, "Carol", "Night nurse").await;
    let mail = way_in(&app, "Carol", 2).await;
    assert!(mail.text.contains("Night nurse"));
    let carol = app.browser();
    for _ in 0..100 {
        let page = carol.get(&mail.link()).await;
        assert_eq!(page.text("h1"), "Manage your jobs");
    }
    assert_eq!(
        carol.get("/dashboard").await.status,
        303,
        "looking signs nobody in"
    );
    let token = [("token", mail.token())];
    let done = carol.submit("/manage", &token).await;
    assert_eq!((done.status, done.location()), (303, "/dashboard"));
    assert!(
        carol
            .follow(&done)
            .await
            .text("tbody")
            .contains("Night nurse")
    );
    let id = id_of(&path);
    let form = carol.get(&format!("/jobs/{id}/edit")).await;
    let change = with(job("Day nurse"), "version", &form.value("version"));
    let saved = carol.submit(&format!("/jobs/{id}"), &change).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
    let second = carol.publish("Another nurse").await;
    assert_eq!(app.browser().get(&second).await.status, 200);
    assert_eq!(
        app.browser().submit("/manage", &token).await.status,
        303,
        "it works as often as the mail is opened"
    );

    app.board.clock.advance(Duration::days(59));
    assert_eq!(app.browser().get(&mail.link()).await.status, 200);
    app.board.clock.advance(Duration::days(2));
    let gone = app.browser().get(&mail.link()).await;
    assert_eq!(
        (gone.status, gone.text("h1").as_str()),
        (410, "This link has expired")
    );

    // Whoever lost the mail asks for another.
    let dave = app.browser();
    let sent = dave
        .submit("/manage/link", &[("email", "carol@example.org")])
        .await;
    let unknown = dave
        .submit("/manage/link", &[("email", "nobody@example.org")])
        .await;
    assert_eq!(sent.status, 200);
    assert_eq!(sent.body.replace("carol@", "nobody@"), unknown.body);
    app.run_tasks().await;
    let links: Vec<Mail> = mails_in(app.folder())
        .into_iter()
        .filter(|mail| mail.subject.starts_with("Manage your jobs"))
        .collect();
    assert_eq!(links.len(), 1);
    let done = dave.submit("/manage", &[("token", links[0].token())]).await;
    assert_eq!(done.status, 303);
}

#[actix_web::test]
async fn a_reminder_to_a_guest_has_a_way_in() {
    let app = board();
    let carol = app.browser();
    let last = (app.board.clock.today() + Days::new(8)).to_string();
    let fields = with(form("Night nurse", "Carol"), "valid_through", &last);
    carol.submit("/jobs/new/guest", &fields).await;
    let mail = mails_to(&app, "Carol", 1).await.swap_remove(0);
    carol.submit("/posting", &[("token", mail.token())]).await;
    mails_to(&app, "Carol", 2).await;
    app.board.clock.advance(Duration::days(1));
    let mut mails = mails_to(&app, "Carol", 3).await;
    mails.retain(|mail| mail.subject.starts_with("Your job closes on"));
    let (_, token) = mails[0].text.split_once("/manage?token=").unwrap();
    let token = token.split_whitespace().next().unwrap();
    let entered = app.browser().submit("/manage", &[("token", token)]).await;
    assert_eq!((entered.status, entered.location()), (303, "/dashboard"));
}

#[actix_web::test]
async fn a_guest_has_jobs_and_nothing_else() {
    let app = board();
    let (carol, path) = guest(&app, "Carol", "Night nurse").await;
    let id = id_of(&path).to_string();
    for endpoint in features::endpoints() {
        if endpoint.guard == Guard::Anyone || endpoint.guard == Guard::Poster {
            continue;
        }
        let address = endpoint.path.replace("{job}", &id).replace("{slug}", "x");
        let method: Method = endpoint.method.as_str().parse().unwrap();
        let request = carol.request(method, &address);
        let request = if address.ends_with("/logo") {
            request
                .header("content-type", "image/png")
                .body("a picture")
        } else if address.starts_with("/api/") {
            request.json(&serde_json::json!({}))
        } else {
            request.header("content-type", "application/x-www-form-urlencoded")
        };
        let answer = Answer::of(request).await;
        let what = format!("{} {address}: {}", endpoint.method, answer.status);
        if address.starts_with("/api/") {
            assert_eq!(answer.status, 401, "{what}");
        } else {
            assert_eq!(answer.status, 303, "{what}");
            let to = answer.location();
            assert!(to.starts_with("/account/finish?next="), "{what}");
        }
    }
    let right = account("Carol");
    assert_eq!(
        app.browser().submit("/login", &right).await.status,
        422,
        "there is no password that anybody knows"
    );
    // No administrator makes somebody an administrator who comes in by a link.
    let root = app.admin().await;
    let accounts = root.get("/admin/accounts").await;
    assert!(accounts.text("tbody").contains("No password"));
    let made = root
        .submit(
            "/admin/accounts/1/role",
            &[("role", "admin"), ("current_password", PASSWORD)],
        )
        .await;
    assert_eq!(made.status, 409, "{}", made.body);
}

#[actix_web::test]
async fn a_guest_who_chooses_a_password_has_an_account_with_the_jobs() {
    let app = board();
    let (carol, path) = guest(&app, "Carol", "Night nurse").await;
    let link = way_in(&app, "Carol", 2).await;
    let page = carol.visit("/dashboard/companies").await;
    assert_eq!(page.text("h1"), "Choose a password");
    let easy = [("name", "Carol"), ("password", "password")];
    let refused = carol.submit("/account/finish", &easy).await;
    assert_eq!(refused.status, 422);
    assert!(!refused.message("password").is_empty());
    let fields = [
        ("name", "Carol Shaw"),
        ("password", PASSWORD),
        ("next", "/dashboard/companies"),
    ];
    let done = carol.submit("/account/finish", &fields).await;
    assert_eq!(
        (done.status, done.location()),
        (303, "/dashboard/companies")
    );
    assert_eq!(carol.follow(&done).await.status, 200);
    let gone = app
        .browser()
        .submit("/manage", &[("token", link.token())])
        .await;
    assert_eq!(gone.status, 410, "the links end");
    assert!(gone.text("main").contains("until you choose a password"));
    let mut told = mails_to(&app, "Carol", 3).await;
    told.retain(|mail| mail.subject.starts_with("You have an account now"));
    assert_eq!(told.len(), 1);
    let (again, answer) = app.sign_in("Carol", PASSWORD).await;
    assert_eq!(answer.status, 303);
    assert!(
        again
            .get("/dashboard")
            .await
            .text("tbody")
            .contains("Night nurse")
    );
    let edit = format!("/jobs/{}/edit", id_of(&path));
    assert_eq!(again.get(&edit).await.status, 200);
    assert_eq!(carol.get("/account/finish").await.location(), "/account");
}

#[actix_web::test]
async fn whoever_signs_up_with_a_guests_address_gets_its_jobs_by_mail_alone() {
    let app = board();
    guest(&app, "Carol", "Night nurse").await;
    let stranger = app.browser();
    let unknown = app.browser().submit("/register", &account("Dave")).await;
    let answer = stranger.submit("/register", &account("Carol")).await;
    assert_eq!(
        answer.body.replace("carol@", "dave@"),
        unknown.body,
        "the page does not tell"
    );
    assert_eq!(app.sign_in("Carol", PASSWORD).await.1.status, 422);
    let mut mails = mails_to(&app, "Carol", 3).await;
    mails.retain(|mail| mail.subject.starts_with("Finish creating your account"));
    let fields = [
        ("token", mails[0].token()),
        ("password", "another horse battery".to_owned()),
    ];
    let set = stranger.submit("/reset/password", &fields).await;
    assert_eq!(set.status, 303, "{}", set.body);
    let (carol, answer) = app.sign_in("Carol", "another horse battery").await;
    assert_eq!(answer.status, 303);
    assert!(
        carol
            .get("/dashboard")
            .await
            .text("tbody")
            .contains("Night nurse")
    );
}

#[actix_web::test]
async fn the_link_to_a_members_address_publishes_once_the_member_signs_in() {
    let app = board();
    app.browser().submit("/register", &account("Alice")).await;
    let confirm = mails_to(&app, "Alice", 1).await.swap_remove(0);
    let fields = [
        ("token", confirm.token()),
        ("password", PASSWORD.to_owned()),
    ];
    app.browser().submit("/confirmation", &fields).await;
    let visitor = app.browser();
    let mail = write(&app, &visitor, "Night nurse", "Alice", 2).await;
    let shown = visitor.get(&mail.link()).await;
    assert!(shown.text("main").contains("Sign in to it"));
    let token = [("token", mail.token())];
    let first = visitor.submit("/posting", &token).await;
    assert_eq!(first.status, 303);
    let login = visitor.follow(&first).await;
    assert_eq!(login.text("h1"), "Sign in");
    assert_eq!(
        counted(&app).await,
        (1, 0, 1),
        "the mailbox alone does not post as a member"
    );
    let fields = [
        ("email", "alice@example.org".to_owned()),
        ("password", PASSWORD.to_owned()),
        ("next", login.value("next")),
    ];
    let back = visitor.submit("/login", &fields).await;
    assert_eq!(back.location(), mail.link());
    let done = visitor.submit("/posting", &token).await;
    assert_eq!(done.status, 303, "{}", done.body);
    assert!(
        visitor
            .get("/dashboard")
            .await
            .text("tbody")
            .contains("Night nurse")
    );
    mails_to(&app, "Alice", 2).await;
}

#[actix_web::test]
async fn an_account_that_moves_to_a_guests_address_takes_over_the_jobs() {
    let app = TestApp::start_with(&[("GUEST_POSTING", "yes")]);
    let (_, path) = guest(&app, "Carol", "Night nurse").await;
    let alice = app.member("Alice").await;
    let fields = [("email", "carol@example.org"), ("email_password", PASSWORD)];
    assert_eq!(alice.submit("/account/email", &fields).await.status, 303);
    let mut mails = mails_to(&app, "Carol", 3).await;
    mails.retain(|mail| mail.subject.starts_with("Confirm your new email"));
    assert!(mails[0].text.contains("the account of alice@example.org"));
    let page = alice.get(&mails[0].link()).await;
    assert!(page.text("main").contains("They will belong to"));
    let done = alice
        .submit("/confirmation/email", &[("token", mails[0].token())])
        .await;
    assert_eq!(done.status, 303, "{}", done.body);
    assert!(
        alice
            .get("/dashboard")
            .await
            .text("tbody")
            .contains("Night nurse")
    );
    assert!(alice.get(&path).await.has(".manage"));
    assert_eq!(counted(&app).await.0, 1);
}

#[actix_web::test]
async fn a_disabled_guest_posts_no_more() {
    let app = board();
    let (carol, path) = guest(&app, "Carol", "Night nurse").await;
    let link = way_in(&app, "Carol", 2).await;
    let root = app.admin().await;
    let disabled = root
        .submit("/admin/accounts/1/disablement", &[("remove_jobs", "yes")])
        .await;
    assert_eq!(disabled.status, 303);
    assert_eq!(carol.get("/dashboard").await.status, 303);
    assert_ne!(app.browser().get(&path).await.status, 200);
    let entered = carol.submit("/manage", &[("token", link.token())]).await;
    assert_eq!(entered.status, 410);
    let mail = write(&app, &app.browser(), "Day nurse", "Carol", 3).await;
    let refused = carol.submit("/posting", &[("token", mail.token())]).await;
    assert_eq!(refused.status, 403);
    assert!(refused.text("main").contains("disabled"));
}

#[actix_web::test]
async fn strangers_have_few_mails_sent_and_what_they_typed_is_kept() {
    let app = TestApp::start_with_limits(MAILED);
    let visitor = app.browser();
    let limit = app
        .board
        .config
        .limits
        .mails_per_recipient_and_network
        .get();
    for _ in 0..limit {
        let answer = visitor
            .submit("/jobs/new/guest", &form("Night nurse", "Carol"))
            .await;
        assert_eq!(answer.status, 200, "{}", answer.body);
    }
    let slow = visitor
        .submit("/jobs/new/guest", &form("Night nurse", "Carol"))
        .await;
    let owner = app.browser();
    let link = owner
        .submit("/manage/link", &[("email", "carol@example.org")])
        .await;
    assert_eq!(
        link.status, 200,
        "strangers do not use up the owner's mails"
    );
    assert_eq!(slow.status, 429);
    assert!(!slow.message("email").is_empty());
    assert_eq!(slow.value("title"), "Night nurse");
    app.run_tasks().await;
}

#[actix_web::test]
async fn a_board_that_cannot_mail_offers_accounts_only() {
    let app = TestApp::start();
    let visitor = app.browser();
    assert_eq!(visitor.get("/jobs/new/guest").await.status, 404);
    let answer = visitor
        .submit("/jobs/new/guest", &form("Night nurse", "Carol"))
        .await;
    assert_eq!(answer.status, 404);
    let login = visitor.visit("/jobs/new").await;
    assert!(!login.body.contains("/jobs/new/guest"));
}
