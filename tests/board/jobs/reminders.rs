//! What owners are reminded of, and the link in those mails.

use chrono::{DateTime, Days, Duration, NaiveDateTime};
use diesel::prelude::*;
use futures_util::future::join;
use jobboard::{
    app,
    platform::{
        db::Db,
        schema::{accounts, jobs, reminders},
    },
};
use reqwest::Method;
use serde_json::Value;

use super::renewing::publish_for;
use crate::support::{
    Answer, Browser, Mail, MailServer, PASSWORD, TestApp, id_of, job, mails_in, with,
};

/// Lets so many days pass, one after another, with whatever is done on each.
async fn pass(app: &TestApp, days: u64) {
    for _ in 0..days {
        app.board.clock.advance(Duration::days(1));
        app.run_tasks().await;
    }
}

/// The mails about jobs by now, of which there are `count`.
pub async fn mails(app: &TestApp, count: usize) -> Vec<Mail> {
    app.run_tasks().await;
    about_jobs(mails_in(app.folder()), count)
}

/// A board with a mail server: without one nobody is asked.
fn board() -> (TestApp, MailServer) {
    let (server, url) = MailServer::start();
    let app = TestApp::start_with(&[("SMTP_URL", &url), ("VERIFY_EMAIL", "no")]);
    (app, server)
}

/// The same, of the mails that a server has taken.
async fn taken(app: &TestApp, server: &MailServer, count: usize) -> Vec<Mail> {
    app.run_tasks().await;
    about_jobs(server.received(0).await, count)
}

/// A browser in which somebody has just signed up, whose address is confirmed.
pub async fn confirmed(app: &TestApp, name: &str) -> Browser {
    let browser = app.member(name).await;
    let now = app.board.clock.now();
    app.board
        .write(move |db| {
            diesel::update(accounts::table.filter(accounts::verified_at.is_null()))
                .set(accounts::verified_at.eq(now))
                .execute(db)?;
            Ok(())
        })
        .await
        .unwrap();
    browser
}

fn about_jobs(mut mails: Vec<Mail>, count: usize) -> Vec<Mail> {
    mails.retain(|mail| !mail.subject.starts_with("Confirm your email"));
    let subjects: Vec<&str> = mails.iter().map(|mail| mail.subject.as_str()).collect();
    assert_eq!(mails.len(), count, "{subjects:?}");
    mails
}

async fn subjects(app: &TestApp, count: usize) -> Vec<String> {
    let mut mails = mails(app, count).await;
    mails.sort_by(|one, other| one.subject.cmp(&other.subject));
    mails.into_iter().map(|mail| mail.subject).collect()
}

/// The mails that ask about the job with this title, the first first.
async fn asking(app: &TestApp, server: &MailServer, count: usize) -> Vec<Mail> {
    let mut mails = taken(app, server, count).await;
    mails.sort_by_key(|mail| mail.text.contains("second time"));
    mails
}

#[actix_web::test]
async fn an_owner_is_told_a_week_and_a_day_before_the_last_day_and_once_each() {
    let app = TestApp::start();
    let alice = confirmed(&app, "Alice").await;
    publish_for(&app, &alice, "Bäcker", 10).await;
    let last = app
        .board
        .config
        .locale
        .date(app.board.clock.today() + Days::new(10));
    pass(&app, 2).await;
    mails(&app, 0).await;
    pass(&app, 1).await;
    let subject = format!("Your job closes on {last}: Bäcker");
    assert_eq!(subjects(&app, 1).await, std::slice::from_ref(&subject));
    pass(&app, 5).await;
    mails(&app, 1).await;
    pass(&app, 1).await;
    assert_eq!(subjects(&app, 2).await, [subject.clone(), subject]);
    pass(&app, 40).await;
    let sent = mails(&app, 2).await;
    let text = &sent[0].text;
    assert!(text.contains("Bäcker at Analytical Engines is open until the end of"));
    assert!(text.contains("(UTC)"), "{text}");
    assert!(text.contains("/closure"), "{text}");
}

#[actix_web::test]
async fn a_day_is_counted_where_the_board_is() {
    let app = TestApp::start_with(&[("TIME_ZONE", "America/Los_Angeles")]);
    let set_clock = |moment: &str| {
        let to: NaiveDateTime = DateTime::parse_from_rfc3339(moment).unwrap().naive_utc();
        app.board.clock.advance(to - app.board.clock.now());
    };
    set_clock("2027-01-01T12:00:00-08:00");
    let alice = confirmed(&app, "Alice").await;
    let mut fields = with(job("Baker"), "valid_through", "2027-01-31");
    fields.push(("publish", "yes".into()));
    alice.submit("/jobs", &fields).await;
    for (moment, count) in [
        ("2027-01-23T23:00:00-08:00", 0),
        ("2027-01-24T00:30:00-08:00", 1),
        ("2027-01-29T23:00:00-08:00", 1),
        ("2027-01-30T00:30:00-08:00", 2),
    ] {
        set_clock(moment);
        mails(&app, count).await;
    }
}

#[actix_web::test]
async fn only_what_still_lies_ahead_is_said_and_a_new_date_is_another_date() {
    let app = TestApp::start();
    let alice = confirmed(&app, "Alice").await;
    // Nobody who sets a date needs to hear of it at once.
    publish_for(&app, &alice, "In a week", 7).await;
    publish_for(&app, &alice, "Tomorrow", 1).await;
    publish_for(&app, &alice, "In three days", 3).await;
    mails(&app, 0).await;
    pass(&app, 1).await;
    mails(&app, 0).await;
    pass(&app, 1).await;
    assert!(subjects(&app, 1).await[0].ends_with("In three days"));
    pass(&app, 4).await;
    let told = subjects(&app, 2).await;
    assert!(told.iter().any(|subject| subject.ends_with("In a week")));

    // Renewed, it is told of again.
    let path = publish_for(&app, &alice, "Renewed", 8).await;
    pass(&app, 1).await;
    mails(&app, 3).await;
    alice
        .press(&format!("/jobs/{}/renewal", id_of(&path)))
        .await;
    pass(&app, 29).await;
    mails(&app, 3).await;
    pass(&app, 1).await;
    mails(&app, 4).await;
}

#[actix_web::test]
async fn after_a_pause_of_the_board_no_two_are_sent_on_one_day() {
    let app = TestApp::start();
    let alice = confirmed(&app, "Alice").await;
    publish_for(&app, &alice, "Baker", 20).await;
    publish_for(&app, &alice, "Cook", 22).await;
    publish_for(&app, &alice, "Driver", 15).await;
    app.board.clock.advance(Duration::days(19));
    let told = subjects(&app, 2).await;
    assert!(
        told[0].ends_with("Baker") && told[1].ends_with("Cook"),
        "{told:?}"
    );
    pass(&app, 1).await;
    mails(&app, 2).await;
    pass(&app, 1).await;
    assert_eq!(subjects(&app, 3).await.len(), 3);
}

#[actix_web::test]
async fn an_address_that_nobody_confirmed_gets_none_of_what_somebody_typed() {
    let (app, server) = board();
    let eve = app.member("Victim").await;
    publish_for(&app, &eve, "Buy this", 10).await;
    eve.publish("And this").await;
    pass(&app, 60).await;
    taken(&app, &server, 0).await;
    let list = app.browser().get("/jobs").await;
    assert_eq!(list.texts(".card h2"), ["And this"], "nobody was asked");
}

#[actix_web::test]
async fn nobody_is_reminded_of_what_is_not_open_or_belongs_to_nobody() {
    let (app, server) = board();
    let alice = confirmed(&app, "Alice").await;
    let draft = with(
        job("Draft"),
        "valid_through",
        &(app.board.clock.today() + Days::new(10)).to_string(),
    );
    alice.submit("/jobs", &draft).await;
    let closed = publish_for(&app, &alice, "Closed", 10).await;
    let closure = format!("/jobs/{}/closure", id_of(&closed));
    alice.submit(&closure, &[("reason", "hired_here")]).await;
    publish_for(&app, &confirmed(&app, "Bob").await, "Of Bob", 10).await;
    app.board
        .write(|db| {
            diesel::update(accounts::table.filter(accounts::email.eq("bob@example.org")))
                .set(accounts::disabled_at.eq(app_now()))
                .execute(db)?;
            Ok(())
        })
        .await
        .unwrap();
    let nobodys = id_of(&publish_for(&app, &alice, "Imported", 10).await);
    let endless = id_of(&alice.publish("Imported, too").await);
    app.board
        .write(move |db| {
            diesel::update(jobs::table.filter(jobs::id.eq_any([nobodys, endless])))
                .set(jobs::owner_id.eq(None::<i64>))
                .execute(db)?;
            Ok(())
        })
        .await
        .unwrap();
    pass(&app, 60).await;
    taken(&app, &server, 0).await;
    let list = app.browser().get("/jobs").await;
    assert_eq!(list.texts(".card h2"), ["Imported, too"]);
}

fn app_now() -> NaiveDateTime {
    chrono::Utc::now().naive_utc()
}

#[actix_web::test]
async fn a_link_renews_without_signing_in_and_opening_it_changes_nothing() {
    let app = TestApp::start();
    let alice = confirmed(&app, "Alice").await;
    let path = publish_for(&app, &alice, "Baker", 10).await;
    pass(&app, 3).await;
    let link = mails(&app, 1).await[0].link();
    let nobody = app.browser();
    let before = version(&app, &path).await;
    for _ in 0..100 {
        assert_eq!(nobody.get(&link).await.status, 200);
    }
    assert_eq!(version(&app, &path).await, before);
    let page = nobody.get(&link).await;
    assert_eq!(page.text("h1"), "Is this job still open?");
    assert_eq!(page.header("cache-control"), "no-store");
    assert_eq!(page.header("referrer-policy"), "same-origin");
    assert!(
        page.has("main a[href$='/closure']"),
        "closing asks to sign in"
    );
    assert_eq!(page.texts("main form button").len(), 1);
    let until = app
        .board
        .config
        .locale
        .date(app.board.clock.today() + Days::new(37));
    assert_eq!(page.text("main form button"), format!("Extend to {until}"));

    let token = page.value("token");
    let foreign = nobody
        .request(Method::POST, "/reminder")
        .header("origin", "https://evil.example")
        .form(&[("token", &token)]);
    assert_eq!(Answer::of(foreign).await.status, 403);
    let done = nobody.submit("/reminder", &[("token", &token)]).await;
    assert_eq!(done.status, 303);
    let said = nobody.follow(&done).await;
    assert_eq!(said.text("h1"), "This job is open");
    assert!(
        said.text("main")
            .contains(&format!("Open until the end of {until}"))
    );
    assert!(!said.has("main form"));
    let renewed = version(&app, &path).await;
    let again = nobody.submit("/reminder", &[("token", &token)]).await;
    assert_eq!(nobody.follow(&again).await.text("h1"), "This job is open");
    assert_eq!(version(&app, &path).await, renewed, "it works once");
    let log = app.admin().await.get("/admin/audit").await;
    assert!(log.body.contains("extended the job"));
}

/// How many reminders were sent.
fn sent_reminders(db: &mut Db) -> QueryResult<i64> {
    reminders::table
        .filter(reminders::sent_at.is_not_null())
        .count()
        .get_result(db)
}

async fn version(app: &TestApp, path: &str) -> i32 {
    let id = id_of(path);
    app.board
        .read(move |db| Ok(jobs::table.find(id).select(jobs::version).first(db)?))
        .await
        .unwrap()
}

#[actix_web::test]
async fn a_link_that_is_dead_says_so() {
    let app = TestApp::start();
    let (admin, alice) = (app.admin().await, confirmed(&app, "Alice").await);
    confirmed(&app, "Bob").await;
    let nobody = app.browser();
    let gone = async |link: &str| {
        let page = nobody.get(link).await;
        assert_eq!(page.text("h1"), "This link no longer works", "{link}");
        let token = link.split_once("token=").unwrap().1;
        let sent = nobody.submit("/reminder", &[("token", token)]).await;
        assert_eq!((page.status, sent.status), (410, 303));
    };
    for link in [
        "/reminder?token=",
        "/reminder?token=k1:AAAA",
        "/reminder?token=%00",
    ] {
        gone(link).await;
    }
    let mut links = Vec::new();
    let mut paths = Vec::new();
    for title in ["Given away", "Removed", "Deleted", "Closed", "Old"] {
        let path = publish_for(&app, &alice, title, 8).await;
        pass(&app, 1).await;
        let sent = mails(&app, links.len() + 1).await;
        let mail = sent.iter().find(|mail| mail.subject.ends_with(title));
        links.push(mail.unwrap().link());
        paths.push(path);
        let last = app.board.clock.today() + Days::new(200);
        let id = id_of(paths.last().unwrap());
        // So that no second mail comes.
        if title != "Old" {
            set_last_day(&app, id, Some(last)).await;
        }
    }
    let forged = format!("{}x", links[0]);
    gone(&forged).await;
    let (given, closed) = (id_of(&paths[0]), id_of(&paths[3]));
    app.board
        .write(move |db| {
            diesel::update(jobs::table.find(given))
                .set(jobs::owner_id.eq(3))
                .execute(db)?;
            Ok(())
        })
        .await
        .unwrap();
    let removal = format!("/jobs/{}/removal", id_of(&paths[1]));
    admin.submit(&removal, &[("reason", "Spam")]).await;
    alice
        .press(&format!("/jobs/{}/removal", id_of(&paths[2])))
        .await;
    for link in &links[..3] {
        gone(link).await;
    }
    alice
        .submit(
            &format!("/jobs/{closed}/closure"),
            &[("reason", "hired_here")],
        )
        .await;
    let page = nobody.get(&links[3]).await;
    assert_eq!(
        (page.status, page.text("h1").as_str()),
        (200, "This job is not open")
    );
    assert!(!page.has("main form"));
    app.board.clock.advance(Duration::days(100));
    gone(&links[4]).await;
    app.run_tasks().await;
    app.leave_tasks();
}

async fn set_last_day(app: &TestApp, id: i64, last: Option<chrono::NaiveDate>) {
    app.board
        .write(move |db| {
            diesel::update(jobs::table.find(id))
                .set(jobs::valid_through.eq(last))
                .execute(db)?;
            Ok(())
        })
        .await
        .unwrap();
}

#[actix_web::test]
async fn a_quiet_job_is_asked_about_twice_then_hidden_and_brought_back_by_the_link() {
    let (app, server) = board();
    let alice = confirmed(&app, "Alice").await;
    let path = alice.publish("Baker").await;
    let visitor = app.browser();
    let (first, second, hidden) = (30, 7, 7);
    pass(&app, first - 1).await;
    taken(&app, &server, 0).await;
    pass(&app, 1).await;
    let mail = taken(&app, &server, 1).await.remove(0);
    assert_eq!(mail.subject, "Is this job still open? Baker");
    let day = app
        .board
        .config
        .locale
        .date(app.board.clock.today() + Days::new(7));
    assert!(
        mail.text
            .contains(&format!("before {day}, we ask once more")),
        "{}",
        mail.text
    );
    pass(&app, second - 1).await;
    taken(&app, &server, 1).await;
    pass(&app, 1).await;
    assert!(
        asking(&app, &server, 2).await[1]
            .text
            .contains("the job leaves the lists")
    );
    pass(&app, hidden - 1).await;
    assert_eq!(visitor.get("/jobs").await.texts(".card h2"), ["Baker"]);
    pass(&app, 1).await;

    assert!(visitor.get("/jobs").await.texts(".card h2").is_empty());
    let page = visitor.get(&path).await;
    assert_eq!(page.status, 200);
    assert!(
        page.text(".closed")
            .starts_with("Nobody has confirmed lately that this job is still open.")
    );
    assert!(!page.has(".apply"));
    assert_eq!(page.header("x-robots-tag"), "noindex");
    let (alice, _) = app.sign_in("Alice", PASSWORD).await;
    let list = alice.get("/dashboard?tab=expired").await;
    assert_eq!(list.text("tbody .status"), "Not confirmed");
    assert_eq!(list.text(".tabs [aria-current]"), "Expired 1");
    assert_eq!(list.text("tbody .status-of button"), "It’s still open");
    assert_eq!(
        alice
            .get("/dashboard?tab=open")
            .await
            .texts("tbody .what")
            .len(),
        0
    );
    pass(&app, 20).await;
    let asked = asking(&app, &server, 2).await;

    let page = visitor.get(&asked[1].link()).await;
    assert_eq!(page.text("main form button"), "Confirm that it is open");
    let done = visitor
        .submit("/reminder", &[("token", page.value("token"))])
        .await;
    let said = visitor.follow(&done).await;
    assert_eq!(said.text("h1"), "This job is open");
    assert_eq!(visitor.get("/jobs").await.texts(".card h2"), ["Baker"]);
    assert_eq!(
        visitor.get(&asked[0].link()).await.text("h1"),
        "This job is open",
        "the first link says so, too"
    );
    // It is asked about again a month later.
    pass(&app, 29).await;
    taken(&app, &server, 2).await;
    pass(&app, 1).await;
    taken(&app, &server, 3).await;
}

#[actix_web::test]
async fn without_a_mail_server_nobody_is_asked_and_nothing_is_hidden() {
    let app = TestApp::start();
    confirmed(&app, "Alice").await.publish("Baker").await;
    pass(&app, 60).await;
    mails(&app, 0).await;
    let list = app.browser().get("/jobs").await;
    assert_eq!(list.texts(".card h2"), ["Baker"]);
}

#[actix_web::test]
async fn one_button_on_the_dashboard_brings_a_hidden_job_back() {
    let (app, _server) = board();
    let alice = confirmed(&app, "Alice").await;
    let path = alice.publish("Baker").await;
    pass(&app, 44).await;
    let visitor = app.browser();
    assert_eq!(visitor.get(&path).await.status, 200);
    pass(&app, 31).await;
    assert_eq!(
        visitor.get(&path).await.status,
        410,
        "as of other jobs that are over"
    );
    let (alice, _) = app.sign_in("Alice", PASSWORD).await;
    let list = alice.get("/dashboard").await;
    let action = list.attribute("tbody .status-of form", "action").unwrap();
    let done = alice.press(&action).await;
    let list = alice.follow(&done).await;
    assert_eq!(list.text(".notice"), "“Baker” is confirmed as open.");
    assert_eq!(list.text("tbody .status"), "Open");
    let page = app.browser().get(&path).await;
    assert!(page.has(".apply"));
    assert!(page.body.contains("Confirmed open on"));
    let posted = page.attribute("time", "datetime").unwrap();
    assert_ne!(
        posted,
        app.board.clock.today().to_string(),
        "its date stays"
    );
}

#[actix_web::test]
async fn a_job_with_a_near_end_or_that_was_confirmed_is_not_asked_about() {
    let (app, server) = board();
    let alice = confirmed(&app, "Alice").await;
    publish_for(&app, &alice, "Sixty days", 60).await;
    let path = alice.publish("Confirmed").await;
    pass(&app, 20).await;
    let (alice, _) = app.sign_in("Alice", PASSWORD).await;
    alice
        .press(&format!("/jobs/{}/confirmation", id_of(&path)))
        .await;
    pass(&app, 29).await;
    taken(&app, &server, 0).await;
    pass(&app, 1).await;
    let told = taken(&app, &server, 1).await;
    assert_eq!(told[0].subject, "Is this job still open? Confirmed");
}

#[actix_web::test]
async fn whoever_takes_their_data_along_gets_the_life_of_their_jobs() {
    let app = TestApp::start();
    let alice = confirmed(&app, "Alice").await;
    let path = publish_for(&app, &alice, "Baker", 8).await;
    let day = (app.board.clock.today() + Days::new(30)).to_string();
    let fields = with(job("Cook"), "publish_at", &day);
    let fields = with(fields, "publish", "yes");
    alice.submit("/jobs", &fields).await;
    pass(&app, 1).await;
    alice
        .press(&format!("/jobs/{}/renewal", id_of(&path)))
        .await;
    let closure = format!("/jobs/{}/closure", id_of(&path));
    alice.submit(&closure, &[("reason", "hired_here")]).await;
    let data = alice.get("/account/data").await.body;
    let data: Value = serde_json::from_str(&data).unwrap();
    let (baker, cook) = (&data["jobs"][0], &data["jobs"][1]);
    assert_eq!(baker["outcome"], "hired_here", "{data}");
    assert!(baker["confirmed_at"].is_string());
    assert_eq!(cook["publish_at"], day);
    assert_eq!(data["reminders"][0]["kind"], "week");
    assert!(data["reminders"][0]["answered_at"].is_string());
    assert_eq!(data["reminders"].as_array().unwrap().len(), 1);
}

#[actix_web::test]
async fn in_ninety_days_two_replicas_send_each_reminder_once() {
    let (app, server) = board();
    let replica = app.replica(app.board.config.clone());
    let alice = confirmed(&app, "Alice").await;
    let start = app.board.clock.today();
    let template = id_of(&alice.publish("Template").await);
    // Those with a last day are told of twice, the others asked twice.
    let endless: usize = std::env::var("ENDLESS_JOBS").map_or(100, |count| count.parse().unwrap());
    let ending = 2 * endless;
    copy(&app, template, start, ending, endless).await;
    for _ in 0..90 {
        for board in [&app.board, &replica.board] {
            board.clock.advance(Duration::days(1));
        }
        let (one, other) = (app::runner(&app.board), app::runner(&replica.board));
        let (one, other) = join(one.run_due(), other.run_due()).await;
        one.unwrap();
        other.unwrap();
    }
    // What is due on one day is one mail; each job is named in as many mails as there are reminders of it.
    let mails = server.received(0).await;
    let mails: Vec<&Mail> = mails
        .iter()
        .filter(|mail| !mail.subject.starts_with("Confirm your email"))
        .collect();
    let told: i64 = app.board.read(|db| Ok(sent_reminders(db)?)).await.unwrap();
    let reminders = 2 * ending + 2 * (endless + 1);
    assert_eq!(usize::try_from(told).unwrap(), reminders);
    let about = |mail: &Mail| {
        let before = mail.subject.split_once(" of your jobs").map(|it| it.0);
        let count = before.map(|before| before.trim_start_matches("Are "));
        count.map_or(1, |count| count.replace(',', "").parse().unwrap())
    };
    let named: usize = mails.iter().map(|mail| about(mail)).sum();
    assert_eq!(named, reminders, "each reminder is in one mail");
    assert!(mails.len() < reminders);
    let list = app.browser().get("/jobs").await;
    assert!(list.texts(".card h2").is_empty(), "all are over or hidden");
}

/// Makes jobs like the one with this id: `ending` of them close one after another, the others never.
async fn copy(app: &TestApp, id: i64, start: chrono::NaiveDate, ending: usize, endless: usize) {
    use jobboard::jobs::{Job, new_job::NewJob};
    let origin = jobboard::platform::audit::Origin {
        at: app.board.clock.now(),
        events: app.board.events.clone(),
        ..Default::default()
    };
    let unhurried = app.board.db.unhurried();
    unhurried
        .write(move |db| {
            let job = Job::find(db, id)?;
            for number in 0..ending + endless {
                let mut fields = job.fields.clone();
                fields.title = format!("Job {number}");
                let days = 10 + u64::try_from(number).unwrap() % 45;
                fields.valid_through = (number < ending).then(|| start + Days::new(days));
                NewJob::new(job.owner_id, fields, true, origin.at).add(db, &origin)?;
            }
            Ok::<_, jobboard::http::error::Error>(())
        })
        .await
        .unwrap();
}

#[actix_web::test]
async fn many_jobs_that_end_on_one_day_are_one_mail_with_a_link_for_each() {
    let app = TestApp::start();
    let alice = confirmed(&app, "Alice").await;
    for number in 1..=23 {
        publish_for(&app, &alice, &format!("Baker {number}"), 10).await;
    }
    pass(&app, 3).await;
    let mail = mails(&app, 1).await.remove(0);
    assert_eq!(mail.subject, "23 of your jobs close soon");
    assert_eq!(mail.text.matches("/reminder?token=").count(), 20);
    assert!(mail.text.contains("And 3 more jobs."), "{}", mail.text);
    assert!(mail.text.contains("/dashboard?tab=open"));
    app.run_tasks().await;
    mails(&app, 1).await;
}
