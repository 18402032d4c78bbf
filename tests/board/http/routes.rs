//! The route table says who may call what. Here each route is called by each kind of visitor, with
//! each method, as each kind of site would.

use jobboard::{
    app::features,
    http::endpoint::{Endpoint, Guard},
};
use reqwest::Method;

use crate::support::{Answer, Browser, PASSWORD, TestApp, account, id_of};

/// What browsers say of where a request comes from, and whether an unsafe one is then refused.
const SITES: &[(&str, &str, bool)] = &[
    ("x-nothing", "not a browser", false),
    ("sec-fetch-site", "same-origin", false),
    ("sec-fetch-site", "none", false),
    ("sec-fetch-site", "same-site", true),
    ("sec-fetch-site", "cross-site", true),
    ("sec-fetch-site", "nonsense", true),
    ("origin", "OWN", false),
    ("origin", "null", true),
    ("origin", "https://evil.example", true),
    ("origin", "http://127.0.0.1.evil.example", true),
];

/// Everybody who may come along.
struct People {
    app: TestApp,
    nobody: Browser,
    alice: Browser,
    bob: Browser,
    root: Browser,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Who {
    Nobody,
    /// Owns the job.
    Alice,
    /// Owns another.
    Bob,
    /// Administers the board.
    Root,
}

impl People {
    async fn come() -> Self {
        let app = TestApp::start();
        Self {
            nobody: app.browser(),
            root: app.admin().await,
            alice: app.member("Alice").await,
            bob: app.member("Bob").await,
            app,
        }
    }

    fn browser(&self, who: Who) -> &Browser {
        match who {
            Who::Nobody => &self.nobody,
            Who::Alice => &self.alice,
            Who::Bob => &self.bob,
            Who::Root => &self.root,
        }
    }

    async fn sign_in(&self, who: Who) {
        let [_, (_, email), _] = account(&format!("{who:?}"));
        let fields = [("email", email.as_str()), ("password", PASSWORD)];
        let answer = self.browser(who).submit("/login", &fields).await;
        assert_eq!(answer.status, 303);
    }

    /// Calls `endpoint`, about a draft of Alice's and the account of nobody in particular.
    async fn call(&self, who: Who, endpoint: &Endpoint, header: (&str, &str)) -> Answer {
        let mut path = filled(endpoint.path);
        if path.contains("{job}") {
            let draft = self.browser(Who::Alice).draft("A draft").await;
            path = path.replace("{job}", &id_of(&draft).to_string());
        }
        let own = self
            .app
            .board
            .config
            .base_url
            .origin()
            .ascii_serialization();
        let method: Method = endpoint.method.as_str().parse().unwrap();
        let request = self
            .browser(who)
            .request(method, &path)
            .header(header.0, header.1.replace("OWN", &own));
        let request = if path.starts_with("/api/") && is_unsafe(endpoint) {
            request.json(&serde_json::json!({"title": "A draft", "reason": "filled"}))
        } else {
            request.header("content-type", "application/x-www-form-urlencoded")
        };
        let answer = Answer::of(request).await;
        if endpoint.path == "/logout" && who != Who::Nobody {
            self.sign_in(who).await;
        }
        answer
    }
}

/// A path with something that does not exist in place of each name but that of a job.
fn filled(path: &str) -> String {
    path.replace("{session}", "0000000000000000")
        .replace("{account}", "99")
        .replace("{token}", "99")
        .replace("{report}", "99")
        .replace("{webhook}", "99")
        .replace("{slug}", "nothing")
        .replace("{format:atom|rss|json}", "atom")
        .replace("sitemaps/{file}", "sitemaps/0")
        .replace("docs/{file:.*}", "docs/index.html")
        .replace("{hash}/{path:.*}", "x/board.css")
}

fn is_unsafe(endpoint: &Endpoint) -> bool {
    endpoint.method != actix_web::http::Method::GET
}

/// What must come of a call that is not refused for its origin.
fn check(who: Who, endpoint: &Endpoint, answer: &Answer, what: &str) {
    assert!(answer.status < 500, "{what}: {}", answer.status);
    assert_ne!(answer.status, 403, "{what}");
    let sent_to_sign_in = answer.status == 401
        || (answer.status == 303 && answer.location().starts_with("/login?next="));
    let needs_account = endpoint.guard != Guard::Anyone;
    assert_eq!(
        sent_to_sign_in,
        needs_account && who == Who::Nobody,
        "{what}"
    );
    let is_api = endpoint.path.starts_with("/api/");
    if sent_to_sign_in {
        let challenged = answer.header("www-authenticate") == "Bearer";
        assert_eq!(answer.status == 401, challenged, "{what}");
        assert!(!is_api || challenged, "{what}");
        return;
    }
    let is_private = endpoint.path.contains("{job}") || endpoint.guard == Guard::Admin;
    let is_outsider = match endpoint.guard {
        Guard::Admin => who != Who::Root,
        _ => matches!(who, Who::Bob | Who::Nobody),
    };
    if is_private && is_outsider {
        assert_eq!(answer.status, 404, "{what}: as if it did not exist");
    }
    if is_private && !is_outsider && endpoint.path.contains("{job}") {
        assert_ne!(answer.status, 404, "{what}: it is theirs");
    }
}

#[actix_web::test]
async fn every_route_keeps_out_whom_its_guard_says_and_what_another_site_sends() {
    let people = People::come().await;
    for endpoint in features::endpoints() {
        for who in [Who::Nobody, Who::Alice, Who::Bob, Who::Root] {
            for (name, value, refused) in SITES {
                let what = format!(
                    "{} {} by {who:?}, {name}: {value}",
                    endpoint.method, endpoint.path
                );
                let answer = people.call(who, &endpoint, (name, value)).await;
                if *refused && is_unsafe(&endpoint) {
                    assert_eq!(answer.status, 403, "{what}");
                    assert!(answer.headers.get("set-cookie").is_none(), "{what}");
                } else {
                    check(who, &endpoint, &answer, &what);
                }
            }
        }
    }
}

#[actix_web::test]
async fn an_administrators_pages_open_for_administrators() {
    let people = People::come().await;
    people.alice.publish("Baker").await;
    let source = [
        ("address", "https://jobs.example.org/feed"),
        ("hours", "6"),
        ("confirmed", "yes"),
    ];
    let added = people.root.submit("/admin/sources", &source).await;
    people
        .root
        .press(&format!("{}/pause", added.location()))
        .await;
    for endpoint in features::endpoints() {
        if endpoint.guard == Guard::Admin && !is_unsafe(&endpoint) {
            let path = endpoint.path.replace("{account}", "1");
            let path = path.replace("{source}", "1").replace("{report}", "1");
            assert_eq!(people.root.visit(&path).await.status, 200, "{path}");
        }
    }
}

#[actix_web::test]
async fn a_method_that_a_path_does_not_have_is_a_405_that_names_those_it_has() {
    let people = People::come().await;
    for endpoint in features::endpoints() {
        for method in [Method::PUT, Method::PATCH] {
            let is_there = features::endpoints().iter().any(|other| {
                other.path == endpoint.path && other.method.as_str() == method.as_str()
            });
            if is_there {
                continue;
            }
            let path = filled(endpoint.path).replace("{job}", "1");
            let answer = Answer::of(people.root.request(method, &path)).await;
            assert_eq!(answer.status, 405, "{path}");
            let allowed = answer.header("allow").to_owned();
            assert!(
                allowed.contains(endpoint.method.as_str()),
                "{path}: {allowed}"
            );
        }
    }
}

#[actix_web::test]
async fn a_form_route_takes_nothing_but_a_form() {
    let people = People::come().await;
    for endpoint in features::endpoints() {
        let takes_a_form = ["/login", "/register", "/reset", "/jobs", "/account/name"];
        if !is_unsafe(&endpoint) || !takes_a_form.contains(&endpoint.path) {
            continue;
        }
        for kind in [
            "application/json",
            "text/plain",
            "multipart/form-data; boundary=x",
        ] {
            let request = people
                .alice
                .request(Method::POST, endpoint.path)
                .header("content-type", kind)
                .body("{}");
            assert_eq!(
                Answer::of(request).await.status,
                415,
                "{} {kind}",
                endpoint.path
            );
        }
    }
}

#[actix_web::test]
async fn reading_changes_nothing() {
    let people = People::come().await;
    let path = people.alice.publish("Rust developer").await;
    let before = snapshot(&people.app).await;
    for endpoint in features::endpoints() {
        for method in [Method::GET, Method::HEAD] {
            let path = endpoint
                .path
                .replace("{job}", &id_of(&path).to_string())
                .replace("{account}", "2");
            for query in ["", "?_method=delete", "?token=x&publish=yes"] {
                let request = people
                    .root
                    .request(method.clone(), &format!("{path}{query}"));
                Answer::of(request).await;
            }
        }
    }
    assert_eq!(snapshot(&people.app).await, before);
}

#[actix_web::test]
async fn no_odd_value_anywhere_is_a_server_error() {
    let people = People::come().await;
    let job = id_of(&people.alice.publish("Rust developer").await);
    let names = [
        "q",
        "before",
        "after",
        "page",
        "per_page",
        "sort",
        "email",
        "account",
        "token",
        "code",
        "next",
        "id",
        "name",
        "password",
        "current_password",
        "email_password",
        "ticket",
        "secret",
        "role",
        "reason",
        "version",
        "submission_key",
        "title",
        "publish",
        "pending_to",
        "pending_fields",
    ];
    for value in [
        "\0",
        "a\0b",
        "\u{202e}",
        "-1",
        "9223372036854775808",
        "' OR 1=1 --",
        "%_%",
        "c++ \"",
        "AND OR NOT *",
        "{{7*7}}",
    ] {
        let fields: Vec<(&str, &str)> = names.iter().map(|name| (*name, value)).collect();
        let query: String = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(&fields)
            .finish();
        for endpoint in features::endpoints() {
            if endpoint.path == "/logout" {
                continue;
            }
            let path = endpoint
                .path
                .replace("{job}", &job.to_string())
                .replace("{account}", "99")
                .replace("{session}", "%00");
            let method: Method = endpoint.method.as_str().parse().unwrap();
            let request = people
                .root
                .request(method, &format!("{path}?{query}"))
                .form(&fields);
            let answer = Answer::of(request).await;
            assert!(
                answer.status < 500,
                "{value:?} {} {}",
                endpoint.method,
                endpoint.path
            );
        }
        for place in [
            "/jobs/{}",
            "/admin/accounts/{}",
            "/static/x/{}",
            "/static/{}/board.css",
        ] {
            let value: String = form_urlencoded::byte_serialize(value.as_bytes()).collect();
            let answer = people.root.get(&place.replace("{}", &value)).await;
            assert!(answer.status < 500, "{value:?} {place}");
        }
    }
    assert_eq!(people.root.get("/dashboard").await.status, 200);
}

/// How much there is of everything that a request could change, and each job's version.
async fn snapshot(app: &TestApp) -> (Vec<i64>, Vec<(i64, i32, String)>) {
    use diesel::prelude::*;
    use jobboard::platform::schema::{accounts, audit_log, jobs, mail_tokens, sessions};
    app.board
        .read(|db| {
            let counts = vec![
                accounts::table.count().get_result(db)?,
                sessions::table.count().get_result(db)?,
                audit_log::table.count().get_result(db)?,
                mail_tokens::table.count().get_result(db)?,
            ];
            let jobs = jobs::table
                .order(jobs::id)
                .select((jobs::id, jobs::version, jobs::status))
                .load(db)?;
            Ok((counts, jobs))
        })
        .await
        .unwrap()
}
