//! Webhooks: real deliveries to a real server on this machine.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicU16, Ordering},
    },
    time::Duration,
};

use actix_web::{App, HttpRequest, HttpResponse, HttpServer, http::StatusCode, rt::spawn, web};
use aws_lc_rs::hmac;
use base64::{Engine, engine::general_purpose::STANDARD};
use jobboard::{jobs::Job, platform::audit::Origin};
use serde_json::Value;

use crate::support::{Browser, PASSWORD, TestApp, id_of, job, with};

/// What a receiver was sent.
#[derive(Clone, Debug)]
struct Message {
    id: String,
    timestamp: String,
    signature: String,
    body: String,
}

impl Message {
    fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }

    /// Whether `secret` made its signature, as Standard Webhooks say.
    fn is_signed_with(&self, secret: &str) -> bool {
        let key = STANDARD
            .decode(secret.strip_prefix("whsec_").unwrap())
            .unwrap();
        let key = hmac::Key::new(hmac::HMAC_SHA256, &key);
        let signed = format!("{}.{}.{}", self.id, self.timestamp, self.body);
        let signature = self.signature.strip_prefix("v1,").unwrap();
        hmac::verify(
            &key,
            signed.as_bytes(),
            &STANDARD.decode(signature).unwrap(),
        )
        .is_ok()
    }
}

/// A program that is told of jobs.
#[derive(Clone)]
struct Receiver {
    url: String,
    status: Arc<AtomicU16>,
    messages: Arc<Mutex<Vec<Message>>>,
}

impl Receiver {
    fn start() -> Self {
        let status = Arc::new(AtomicU16::new(204));
        let messages = Arc::new(Mutex::new(Vec::new()));
        let mut receiver = Self {
            url: String::new(),
            status,
            messages,
        };
        let served = receiver.clone();
        let server = HttpServer::new(move || {
            let receiver = web::Data::new(served.clone());
            App::new().app_data(receiver).default_service(web::to(take))
        })
        .workers(1)
        .disable_signals()
        .bind("127.0.0.1:0")
        .unwrap();
        receiver.url = format!("http://{}/hook", server.addrs()[0]);
        spawn(server.run());
        receiver
    }

    /// The messages that `app` has sent by now, of which there are `count`.
    async fn messages(&self, app: &TestApp, count: usize) -> Vec<Message> {
        app.run_tasks().await;
        let messages = self.messages.lock().unwrap().clone();
        assert_eq!(messages.len(), count, "{messages:?}");
        messages
    }

    /// The first message, once it is there.
    async fn next(&self) -> Message {
        for _ in 0..400 {
            if let Some(message) = self.messages.lock().unwrap().first() {
                return message.clone();
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        panic!("no message came");
    }

    async fn events(&self, app: &TestApp, count: usize) -> Vec<String> {
        let messages = self.messages(app, count).await;
        let mut events: Vec<String> = messages
            .iter()
            .map(|message| message.json()["type"].as_str().unwrap().to_owned())
            .collect();
        events.sort_unstable();
        events
    }
}

async fn take(request: HttpRequest, body: String, receiver: web::Data<Receiver>) -> HttpResponse {
    let header = |name: &str| {
        request
            .headers()
            .get(name)
            .unwrap()
            .to_str()
            .unwrap()
            .to_owned()
    };
    receiver.messages.lock().unwrap().push(Message {
        id: header("webhook-id"),
        timestamp: header("webhook-timestamp"),
        signature: header("webhook-signature"),
        body,
    });
    let status = receiver.status.load(Ordering::SeqCst);
    HttpResponse::build(StatusCode::from_u16(status).unwrap())
        .insert_header(("location", "/elsewhere"))
        .finish()
}

/// A board whose webhooks may lead to this machine.
fn board() -> TestApp {
    TestApp::start_with(&[("ALLOW_PRIVATE_WEBHOOKS", "yes")])
}

/// Makes a webhook and returns its secret.
async fn make(browser: &Browser, url: &str, scope: &str) -> String {
    let fields = [
        ("url", url),
        ("scope", scope),
        ("current_password", PASSWORD),
    ];
    let answer = browser.submit("/account/webhooks", &fields).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.text(".secret")
}

async fn log_of(browser: &Browser) -> Vec<String> {
    let page = browser.get("/account/webhooks").await;
    let log = page.attribute(".rows a", "href").unwrap();
    browser.get(&log).await.texts(".rows li")
}

#[actix_web::test]
async fn an_employer_is_told_what_becomes_of_a_job() {
    let (app, receiver) = (board(), Receiver::start());
    let alice = app.member("Alice").await;
    let secret = make(&alice, &receiver.url, "own").await;
    assert!(
        !alice.get("/account/webhooks").await.body.contains(&secret),
        "it is shown once"
    );
    app.member("Bob").await.publish("Not hers").await;
    alice.draft("A draft").await;
    let path = alice.publish("Engineer").await;
    let id = id_of(&path);
    let published = receiver.messages(&app, 1).await.remove(0);
    assert!(published.is_signed_with(&secret));
    assert!(!published.is_signed_with(&secret.replace("whsec_", "whsec_AAAA")));
    let message = published.json();
    assert_eq!(message["type"], "job.published");
    assert_eq!(message["data"]["title"], "Engineer");
    assert_eq!(message["data"]["url"], app.board.config.whole_url(&path));
    assert_eq!(message["data"]["isOpen"], true);

    let changed = with(job("Chief engineer"), "version", "1");
    assert_eq!(
        alice.submit(&format!("/jobs/{id}"), &changed).await.status,
        303
    );
    assert_eq!(
        receiver.events(&app, 2).await,
        ["job.published", "job.updated"]
    );
    assert_eq!(
        receiver.messages(&app, 2).await[1].json()["data"]["title"],
        "Chief engineer"
    );
    let closure = format!("/jobs/{id}/closure");
    assert_eq!(
        alice.submit(&closure, &[("reason", "filled")]).await.status,
        303
    );
    assert_eq!(
        receiver.messages(&app, 3).await[2].json()["data"]["status"],
        "filled"
    );
    assert_eq!(
        alice.press(&format!("/jobs/{id}/removal")).await.status,
        303
    );
    assert_eq!(
        receiver.events(&app, 3).await,
        ["job.closed", "job.published", "job.updated"],
        "it was closed already"
    );
    let log = log_of(&alice).await;
    assert_eq!(log.len(), 3);
    assert!(
        log[0].contains("job.closed") && log[0].contains("204") && log[0].ends_with("Delivered")
    );
}

#[actix_web::test]
async fn a_renewal_and_a_confirmation_are_told_and_what_leaves_the_lists_is_closed() {
    let (app, receiver) = (board(), Receiver::start());
    let alice = app.member("Alice").await;
    make(&alice, &receiver.url, "own").await;
    let last = app.board.clock.today() + chrono::Days::new(40);
    let mut fields = with(job("Engineer"), "valid_through", &last.to_string());
    fields.push(("publish", "yes".into()));
    let path = alice.submit("/jobs", &fields).await.location().to_owned();
    let id = id_of(&path);
    receiver.messages(&app, 1).await;
    alice.press(&format!("/jobs/{id}/renewal")).await;
    let renewed = receiver.messages(&app, 2).await.remove(1).json();
    assert_eq!(renewed["type"], "job.renewed");
    let end = renewed["data"]["validThrough"].as_str().unwrap();
    assert!(end.starts_with(&(last + chrono::Days::new(30)).to_string()));
    app.board.clock.advance(chrono::Duration::days(1));
    alice.press(&format!("/jobs/{id}/confirmation")).await;
    let confirmed = receiver.messages(&app, 3).await.remove(2).json();
    assert_eq!(confirmed["type"], "job.confirmed");
    assert!(confirmed["data"]["confirmedAt"].is_string());

    let origin = Origin {
        at: app.board.clock.now(),
        events: app.board.events.clone(),
        ..Origin::default()
    };
    app.board
        .write(move |db| Ok(Job::find(db, id)?.leave_unconfirmed(db, &origin)?))
        .await
        .unwrap();
    let hidden = receiver.messages(&app, 4).await.remove(3).json();
    assert_eq!(hidden["type"], "job.closed");
    assert_eq!(hidden["data"]["isOpen"], false);
    alice.press(&format!("/jobs/{id}/confirmation")).await;
    let back = receiver.messages(&app, 5).await.remove(4).json();
    assert_eq!(back["type"], "job.published");
    assert_eq!(back["data"]["isOpen"], true);

    // What its receiver has not heard of stays what it is.
    alice.publish("Baker").await;
    app.board.clock.advance(chrono::Duration::days(1));
    alice.press(&format!("/jobs/{}/confirmation", id + 1)).await;
    let baker = receiver.messages(&app, 6).await.remove(5).json();
    assert_eq!(baker["type"], "job.published");
}

#[actix_web::test]
async fn what_fails_is_tried_again_later_and_redirects_lead_nowhere() {
    let (app, receiver) = (board(), Receiver::start());
    let alice = app.member("Alice").await;
    make(&alice, &receiver.url, "own").await;
    receiver.status.store(302, Ordering::SeqCst);
    alice.publish("Engineer").await;
    receiver.messages(&app, 1).await;
    assert_eq!(log_of(&alice).await.len(), 1);
    app.board.clock.advance(chrono::Duration::seconds(90));
    receiver.status.store(200, Ordering::SeqCst);
    alice.publish("Another").await;
    let messages = receiver.messages(&app, 3).await;
    let of_first: Vec<_> = messages
        .iter()
        .filter(|message| message.id == messages[0].id)
        .collect();
    assert_eq!(of_first.len(), 2, "the same message, by the same number");
    assert_ne!(of_first[0].timestamp, of_first[1].timestamp);
    let log = log_of(&alice).await;
    assert!(
        log.iter()
            .any(|entry| entry.contains("redirects are not followed") && entry.ends_with("Failed")),
        "{log:?}"
    );
    assert!(
        log.iter()
            .any(|entry| entry.contains("try 2") && entry.ends_with("Delivered")),
        "{log:?}"
    );
}

#[actix_web::test]
async fn an_administrator_may_watch_every_job_and_nobody_else() {
    let (app, receiver) = (board(), Receiver::start());
    let root = app.admin().await;
    let alice = app.member("Alice").await;
    let bobs = Receiver::start();
    make(&root, &receiver.url, "every").await;
    make(&app.member("Bob").await, &bobs.url, "every").await;
    let today = app.board.clock.now().date().to_string();
    let mut last_day = with(job("Today only"), "valid_through", &today);
    last_day.push(("publish", "yes".into()));
    assert_eq!(alice.submit("/jobs", &last_day).await.status, 303);
    receiver.messages(&app, 1).await;
    app.board.clock.advance(chrono::Duration::days(1));
    assert_eq!(
        receiver.events(&app, 2).await,
        ["job.expired", "job.published"]
    );
    let alice = app.sign_in("Alice", PASSWORD).await.0;
    alice.publish("One more").await;
    receiver.messages(&app, 3).await;
    let leaving = alice
        .submit("/account/removal", &[("current_password", PASSWORD)])
        .await;
    assert_eq!(leaving.status, 303);
    let last = receiver.messages(&app, 4).await[3].json();
    assert_eq!(
        (&last["type"], &last["data"]["title"]),
        (&"job.closed".into(), &"One more".into())
    );
    assert!(
        bobs.messages.lock().unwrap().is_empty(),
        "the choice is an administrator's"
    );
}

#[actix_web::test]
async fn a_webhook_is_tested_and_deleted_by_its_owner() {
    let (app, receiver) = (board(), Receiver::start());
    let alice = app.member("Alice").await;
    let bob = app.member("Bob").await;
    make(&alice, &receiver.url, "own").await;
    let test = bob.press("/account/webhooks/1/test").await;
    assert_eq!(
        (test.status, bob.get("/account/webhooks/1").await.status),
        (404, 404)
    );
    assert_eq!(bob.press("/account/webhooks/1/delete").await.status, 404);
    let data = alice.get("/account/data").await;
    let data: Value = serde_json::from_str(&data.body).unwrap();
    let made = data["actions"].as_array().unwrap().iter();
    let mut made = made.filter(|action| action["action"] == "webhook_made");
    assert_eq!(
        made.next().unwrap()["detail"],
        "127.0.0.1",
        "paths may be secret"
    );
    let tested = alice.press("/account/webhooks/1/test").await;
    assert!(
        alice
            .follow(&tested)
            .await
            .text(".notice")
            .starts_with("Test sent.")
    );
    let message = receiver.messages(&app, 1).await.remove(0).json();
    assert_eq!(
        (&message["type"], &message["data"]),
        (&"test".into(), &Value::Null)
    );
    for number in 0..4 {
        make(&alice, &format!("{}/{number}", receiver.url), "own").await;
    }
    let many = alice
        .submit(
            "/account/webhooks",
            &[
                ("url", receiver.url.as_str()),
                ("current_password", PASSWORD),
            ],
        )
        .await;
    assert_eq!(
        (many.status, many.message("url").contains("Delete one")),
        (422, true)
    );
    for id in 1..=5 {
        assert_eq!(
            alice
                .press(&format!("/account/webhooks/{id}/delete"))
                .await
                .status,
            303
        );
    }
    alice.publish("Engineer").await;
    receiver.messages(&app, 1).await;
}

#[actix_web::test]
async fn no_webhook_leads_into_the_boards_own_network() {
    let app = TestApp::start();
    let alice = app.member("Alice").await;
    for url in [
        "http://example.org/hook",
        "https://127.0.0.1/hook",
        "https://[::1]/hook",
        "https://[::ffff:10.0.0.1]/hook",
        "https://10.0.0.1/hook",
        "https://169.254.169.254/latest/meta-data",
        "https://2130706433/hook",
        "https://localhost/hook",
        "https://board.localhost/hook",
        "https://internal/hook",
        "ftp://example.org/",
        "javascript:alert(1)",
        "hook",
        "",
    ] {
        let answer = alice
            .submit(
                "/account/webhooks",
                &[("url", url), ("current_password", PASSWORD)],
            )
            .await;
        assert_eq!(answer.status, 422, "{url}");
        assert!(!answer.message("url").is_empty(), "{url}");
        assert_eq!(answer.value("url"), url);
    }
}

/// Takes connections and never answers.
fn silent_receiver() -> (std::net::TcpListener, String) {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/hook", listener.local_addr().unwrap());
    (listener, url)
}

async fn waiting_events(app: &TestApp) -> Value {
    let ready = app.browser().get("/readyz").await;
    serde_json::from_str::<Value>(&ready.body).unwrap()["tasks"]["webhook"]["waiting"].clone()
}

#[actix_web::test]
async fn of_a_job_that_is_edited_often_one_event_waits_and_others_get_theirs() {
    let app = board();
    app.run_tasks_in_the_background();
    app.leave_tasks();
    let (listener, url) = silent_receiver();
    let alice = app.member("Alice").await;
    make(&alice, &url, "own").await;
    let path = format!("/jobs/{}", id_of(&alice.publish("Engineer").await));
    let (on_its_way, _) = listener.accept().unwrap();
    for version in 1..=20 {
        let mut fields = job(&format!("Engineer {version}"));
        fields.push(("version", version.to_string()));
        assert_eq!(alice.submit(&path, &fields).await.status, 303);
    }
    assert_eq!(waiting_events(&app).await, 2, "one on its way, one waiting");

    let receiver = Receiver::start();
    let bob = app.member("Bob").await;
    make(&bob, &receiver.url, "own").await;
    bob.publish("Cook").await;
    let message = receiver.next().await.json();
    assert_eq!(message["data"]["title"], "Cook");
    drop(on_its_way);
}

#[actix_web::test]
async fn an_event_that_waits_tells_how_the_job_stands_when_it_leaves() {
    let app = board();
    app.run_tasks_in_the_background();
    app.leave_tasks();
    let (listener, url) = silent_receiver();
    let alice = app.member("Alice").await;
    make(&alice, &url, "own").await;
    alice.publish("The first").await;
    let (first, _) = listener.accept().unwrap();
    let path = format!("/jobs/{}", id_of(&alice.publish("Engineer").await));
    for version in 1..=3 {
        let mut fields = job(&format!("Engineer {version}"));
        fields.push(("version", version.to_string()));
        assert_eq!(alice.submit(&path, &fields).await.status, 303);
    }
    take_message(first);
    let (second, _) = listener.accept().unwrap();
    let message = take_message(second);
    assert_eq!(
        message["type"], "job.published",
        "nobody has heard of it yet"
    );
    assert_eq!(message["data"]["title"], "Engineer 3");
}

/// The JSON of a request, which is answered with 204.
fn take_message(mut connection: std::net::TcpStream) -> Value {
    use std::io::{Read, Write};
    let mut text = String::new();
    let mut buffer = [0; 4096];
    loop {
        let length = connection.read(&mut buffer).unwrap();
        assert!(length > 0, "{text}");
        text.push_str(&String::from_utf8_lossy(&buffer[..length]));
        let body = text.split_once("\r\n\r\n").map(|(_, body)| body);
        if let Some(Ok(json)) = body.map(serde_json::from_str) {
            let answer = "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n";
            connection.write_all(answer.as_bytes()).unwrap();
            return json;
        }
    }
}

#[actix_web::test]
async fn the_log_of_a_webhook_names_nothing_of_the_network_behind_it() {
    let app = board();
    let alice = app.member("Alice").await;
    let port = {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        listener.local_addr().unwrap().port()
    };
    make(&alice, &format!("http://127.0.0.1:{port}/hook"), "own").await;
    alice.publish("Engineer").await;
    app.run_tasks().await;
    let log = log_of(&alice).await;
    assert!(log[0].contains("connection refused"), "{log:?}");
    app.leave_tasks();
}

#[actix_web::test]
async fn a_team_is_told_what_becomes_of_its_company() {
    let (app, receiver) = (board(), Receiver::start());
    let (alice, bob) = (app.member("Alice").await, app.member("Bob").await);
    make(&alice, &receiver.url, "own").await;
    for (by, name) in [(&bob, "Looms"), (&alice, "Engines")] {
        by.submit("/dashboard/companies", &[("name", name)]).await;
    }
    let page = alice.get("/dashboard/companies").await;
    let page = page.attribute(".what a", "href").unwrap();
    let fields = [
        ("version", "1"),
        ("name", "Engines"),
        ("about", "We build."),
    ];
    assert_eq!(alice.submit(&page, &fields).await.status, 303);
    // Of what changed at once one event waits, and tells how it stands.
    let told = receiver.messages(&app, 1).await.remove(0).json();
    assert_eq!(told["type"], "company.updated");
    assert_eq!(told["data"]["name"], "Engines");
    assert_eq!(told["data"]["description"], "We build.");
}
