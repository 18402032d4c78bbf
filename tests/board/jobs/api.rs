//! A program posts, changes, finds and closes jobs.

use reqwest::{Method, RequestBuilder, header::CONTENT_TYPE};
use serde_json::{Value, json};

use crate::support::{Answer, Browser, PASSWORD, TestApp};

/// A program that signed in as somebody.
pub struct Program {
    browser: Browser,
    token: String,
}

impl Program {
    pub async fn of(app: &TestApp, name: &str) -> Self {
        app.register(name).await;
        let email = format!("{}@example.org", name.to_lowercase());
        let fields = [("username", email.as_str()), ("password", PASSWORD)];
        let answer = app.browser().submit("/login/token", &fields).await;
        assert_eq!(answer.status, 200, "{}", answer.body);
        Self {
            browser: app.browser(),
            token: body(&answer)["access_token"].as_str().unwrap().to_owned(),
        }
    }

    fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.browser.request(method, path).bearer_auth(&self.token)
    }

    /// Sends the job as it is to be, whatever it was.
    pub async fn change(&self, path: &str, json: &Value) -> Answer {
        let request = self.request(Method::PUT, path).json(json);
        Answer::of(request.header("if-match", "*")).await
    }

    pub async fn get(&self, path: &str) -> Answer {
        Answer::of(self.request(Method::GET, path)).await
    }

    pub async fn send(&self, method: Method, path: &str, json: &Value) -> Answer {
        Answer::of(self.request(method, path).json(json)).await
    }

    /// Publishes a job and returns its number.
    async fn publish(&self, title: &str) -> i64 {
        let mut job = posting(title);
        job["status"] = "published".into();
        let answer = self.send(Method::POST, "/api/v1/jobs", &job).await;
        assert_eq!(answer.status, 201, "{}", answer.body);
        body(&answer)["id"].as_i64().unwrap()
    }
}

pub fn body(answer: &Answer) -> Value {
    serde_json::from_str(&answer.body).unwrap_or_else(|_| panic!("{}", answer.body))
}

pub fn posting(title: &str) -> Value {
    json!({
        "@type": "JobPosting",
        "title": title,
        "description": "<p>We build <strong>engines</strong> that compute. Come and help.</p>",
        "hiringOrganization": {"name": "Analytical Engines", "sameAs": "https://engines.example"},
        "jobLocation": {"address": {"addressLocality": "London", "addressCountry": "GB"}},
        "employmentType": "FULL_TIME",
        "baseSalary": {"currency": "GBP", "value": {"minValue": 52000, "maxValue": 68000.5, "unitText": "YEAR"}},
        "industry": "Engineering",
        "keywords": "Rust, PostgreSQL",
        "applicationContact": {"email": "jobs@engines.example"},
        "validThrough": "2099-01-31"
    })
}

/// Where `answer` says that something is wrong.
pub fn pointers(answer: &Answer) -> Vec<String> {
    assert_eq!(answer.status, 422, "{}", answer.body);
    assert_eq!(answer.header("content-type"), "application/problem+json");
    let problem = body(answer);
    let errors = problem["errors"].as_array().unwrap();
    errors
        .iter()
        .map(|error| {
            assert!(!error["detail"].as_str().unwrap().is_empty());
            let place = error.get("pointer").or(error.get("parameter"));
            place.unwrap().as_str().unwrap().to_owned()
        })
        .collect()
}

#[actix_web::test]
async fn a_program_posts_a_draft_and_publishes_changes_and_closes_it() {
    let app = TestApp::start();
    let alice = Program::of(&app, "Alice").await;
    let made = alice
        .send(Method::POST, "/api/v1/jobs", &posting("Engineer"))
        .await;
    assert_eq!(made.status, 201, "{}", made.body);
    let address = made.location().to_owned();
    let job = body(&made);
    assert_eq!(
        (&job["status"], &job["version"]),
        (&"draft".into(), &1.into())
    );
    assert_eq!(
        app.browser().get(&address).await.status,
        404,
        "a draft is its owner's"
    );
    assert_eq!(alice.get(&address).await.status, 200);

    let published = alice
        .send(Method::POST, &format!("{address}/publication"), &json!({}))
        .await;
    assert_eq!(
        body(&published)["status"],
        "published",
        "{}",
        published.body
    );
    let seen = app.browser().get(&address).await;
    let page = body(&seen)["url"].as_str().unwrap().to_owned();
    let path = page.split_once("://").unwrap().1.split_once('/').unwrap().1;
    let shown = app.browser().get(&format!("/{path}")).await;
    assert_eq!(shown.text("h1"), "Engineer");
    assert_eq!(shown.text(".pay"), "£52,000 – £68,000.50 a year");

    let mut changed = body(&seen);
    changed["title"] = "Chief engineer".into();
    let version = seen.header("etag").to_owned();
    let put = |version: String| {
        alice
            .request(Method::PUT, &address)
            .header("if-match", version)
    };
    let saved = Answer::of(put(version.clone()).json(&changed)).await;
    assert_eq!(
        (saved.status, &body(&saved)["title"]),
        (200, &"Chief engineer".into())
    );
    assert_eq!(
        body(&saved)["descriptionMarkdown"],
        body(&seen)["descriptionMarkdown"]
    );
    assert_eq!(Answer::of(put(version).json(&changed)).await.status, 412);
    let blind = alice.send(Method::PUT, &address, &changed).await;
    assert_eq!(blind.status, 428);

    let closed = alice
        .send(
            Method::POST,
            &format!("{address}/closure"),
            &json!({"reason": "filled"}),
        )
        .await;
    assert_eq!(body(&closed)["status"], "filled");
    assert_eq!(
        pointers(
            &alice
                .send(
                    Method::POST,
                    &format!("{address}/closure"),
                    &json!({"reason": "bored"})
                )
                .await
        ),
        ["/reason"]
    );
    let again = alice
        .send(
            Method::POST,
            &format!("{address}/closure"),
            &json!({"reason": "filled"}),
        )
        .await;
    assert_eq!(again.status, 409);
    assert_eq!(
        Answer::of(alice.request(Method::DELETE, &address))
            .await
            .status,
        204
    );
    assert_eq!(alice.get(&address).await.status, 410, "it was public once");
}

#[actix_web::test]
async fn what_is_wrong_is_said_at_its_place() {
    let app = TestApp::start();
    let alice = Program::of(&app, "Alice").await;
    let post = async |json: Value| alice.send(Method::POST, "/api/v1/jobs", &json).await;
    assert_eq!(pointers(&post(json!({})).await), ["/title"]);
    assert_eq!(pointers(&post(json!({"title": 7})).await), ["/title"]);
    assert_eq!(
        pointers(&post(json!({"title": "Engineer", "jobLocation": {"address": 3}})).await),
        ["/jobLocation/address"]
    );
    assert_eq!(
        pointers(&post(json!({"title": "Engineer", "status": "published"})).await),
        [
            "/hiringOrganization/name",
            "/jobLocation/name",
            "/employmentType",
            "/applicationContact",
            "/description"
        ]
    );
    let mut wrong = posting("Engineer");
    wrong["employmentType"] = "SOMETIMES".into();
    wrong["baseSalary"]["value"]["minValue"] = 90000.into();
    wrong["hiringOrganization"]["sameAs"] = "javascript:alert(1)".into();
    wrong["jobLocation"]["address"]["addressCountry"] = "England".into();
    assert_eq!(
        pointers(&post(wrong).await),
        [
            "/hiringOrganization/sameAs",
            "/jobLocation/address/addressCountry",
            "/employmentType",
            "/baseSalary/value/maxValue",
        ]
    );
    let request = alice
        .request(Method::POST, "/api/v1/jobs")
        .header(CONTENT_TYPE, "application/json");
    assert_eq!(pointers(&Answer::of(request.body("{")).await), [""]);
    let form = Answer::of(
        alice
            .request(Method::POST, "/api/v1/jobs")
            .form(&[("title", "x")]),
    )
    .await;
    assert_eq!(form.status, 415);
    let large = json!({"title": "x".repeat(300_000)});
    assert_eq!(
        alice
            .send(Method::POST, "/api/v1/jobs", &large)
            .await
            .status,
        413
    );
    assert_eq!(alice.get("/api/v1/jobs/abc").await.status, 404);
    assert_eq!(
        alice.get("/api/v1/jobs/99999999999999999999").await.status,
        404
    );
}

#[actix_web::test]
async fn sent_twice_with_one_key_it_is_one_job() {
    let app = TestApp::start();
    let alice = Program::of(&app, "Alice").await;
    let mut numbers = Vec::new();
    for _ in 0..3 {
        let request = alice
            .request(Method::POST, "/api/v1/jobs")
            .header("idempotency-key", "7");
        let answer = Answer::of(request.json(&posting("Engineer"))).await;
        assert_eq!(answer.status, 201);
        numbers.push(body(&answer)["id"].as_i64().unwrap());
    }
    numbers.dedup();
    assert_eq!(numbers.len(), 1);
    let request = alice
        .request(Method::POST, "/api/v1/jobs")
        .header("idempotency-key", "x".repeat(65));
    let long = Answer::of(request.json(&posting("Engineer"))).await;
    assert_eq!(pointers(&long), ["idempotency-key"]);
}

#[actix_web::test]
async fn somebody_elses_job_is_nobodys() {
    let app = TestApp::start();
    let alice = Program::of(&app, "Alice").await;
    let bob = Program::of(&app, "Bob").await;
    let address = format!("/api/v1/jobs/{}", alice.publish("Engineer").await);
    assert_eq!(bob.get(&address).await.status, 200);
    let put = bob
        .request(Method::PUT, &address)
        .header("if-match", "*")
        .json(&posting("Mine"));
    assert_eq!(Answer::of(put).await.status, 404);
    assert_eq!(
        Answer::of(bob.request(Method::DELETE, &address))
            .await
            .status,
        404
    );
    for state in ["publication", "closure"] {
        let answer = bob
            .send(
                Method::POST,
                &format!("{address}/{state}"),
                &json!({"reason": "filled"}),
            )
            .await;
        assert_eq!(answer.status, 404, "{state}");
    }
    assert_eq!(
        body(&bob.get("/api/v1/me/jobs").await)["itemListElement"],
        json!([])
    );
    let own = body(&alice.get("/api/v1/me/jobs").await);
    assert_eq!(own["itemListElement"][0]["title"], "Engineer");
    for field in [
        "ownerId",
        "owner_id",
        "isAdmin",
        "datePosted",
        "id",
        "version",
    ] {
        let mut job = posting("Another");
        job[field] = 1.into();
        if field == "datePosted" {
            job[field] = "2001-01-01".into();
        }
        let made = body(&bob.send(Method::POST, "/api/v1/jobs", &job).await);
        assert_eq!(
            (made["version"].as_i64(), &made["datePosted"]),
            (Some(1), &Value::Null)
        );
    }
    assert_eq!(
        body(&bob.get("/api/v1/me/jobs").await)["itemListElement"]
            .as_array()
            .unwrap()
            .len(),
        6
    );
}

#[actix_web::test]
async fn a_search_is_that_of_the_page_with_pages_filters_and_counts() {
    let app = TestApp::start();
    let alice = Program::of(&app, "Alice").await;
    for number in 0..25 {
        alice.publish(&format!("Engineer {number}")).await;
    }
    let visitor = app.browser();
    let first = visitor.get("/api/v1/jobs?q=engineer&type=FULL_TIME").await;
    assert_eq!(first.status, 200);
    let list = body(&first);
    assert_eq!(list["numberOfItems"], 25);
    assert_eq!(list["itemListElement"].as_array().unwrap().len(), 20);
    let choices = list["filters"][0]["choices"].as_array().unwrap();
    assert_eq!(
        (&choices[0]["label"], &choices[0]["numberOfItems"]),
        (&"On-site".into(), &25.into())
    );
    let narrowed = visitor.get(choices[0]["href"].as_str().unwrap()).await;
    assert_eq!(body(&narrowed)["numberOfItems"], 25);
    let next = visitor.get(list["next"].as_str().unwrap()).await;
    let rest = body(&next);
    assert_eq!(rest["itemListElement"].as_array().unwrap().len(), 5);
    assert!(rest["next"].is_null() && rest["previous"].is_string());

    let again = visitor.request(Method::GET, "/api/v1/jobs?q=engineer&type=FULL_TIME");
    let again = Answer::of(again.header("if-none-match", first.header("etag"))).await;
    assert_eq!(again.status, 304);
    let spelled = visitor.get("/api/v1/jobs?type=FULL_TIME&q=engineer").await;
    assert_eq!(spelled.body, first.body);
    assert!(
        !spelled.headers.contains_key("etag"),
        "one spelling of a search is kept, or any number would crowd out the rest"
    );
    assert_eq!(
        pointers(
            &visitor
                .get("/api/v1/jobs?workplace=moon&colour=red&before=x&pay=-1")
                .await
        ),
        ["workplace", "colour", "before", "pay"]
    );
    app.count_suggestions().await;
    let companies = body(&visitor.get("/api/v1/companies").await);
    assert_eq!(companies["itemListElement"][0]["numberOfJobs"], 25);
    let company = visitor.get("/api/v1/companies/analytical-engines").await;
    assert_eq!(body(&company)["name"], "Analytical Engines");
    assert_eq!(visitor.get("/api/v1/companies/nobody").await.status, 404);
}

#[actix_web::test]
async fn every_address_for_programs_is_described() {
    let app = TestApp::start();
    let described = body(&app.browser().get("/api/openapi.json").await);
    assert_eq!(described["openapi"].as_str().unwrap().get(..3), Some("3.1"));
    let paths = described["paths"].as_object().unwrap();
    let mut known: Vec<String> = paths
        .iter()
        .flat_map(|(path, methods)| {
            methods
                .as_object()
                .unwrap()
                .keys()
                .map(move |method| format!("{method} {path}"))
        })
        .collect();
    let mut there: Vec<String> = jobboard::app::features::endpoints()
        .iter()
        .filter(|endpoint| endpoint.path.starts_with("/api/v1/") || endpoint.path == "/login/token")
        .map(|endpoint| {
            format!(
                "{} {}",
                endpoint.method.as_str().to_lowercase(),
                endpoint.path
            )
        })
        .collect();
    known.sort_unstable();
    there.sort_unstable();
    assert_eq!(known, there);
    let docs = app.browser().visit("/docs").await;
    assert!(docs.has("#swagger-ui"), "{}", docs.body);
    assert!(
        docs.header("content-security-policy")
            .contains("script-src 'self';")
    );
    assert_eq!(
        app.browser().get("/docs/swagger-ui-bundle.js").await.status,
        200
    );
    assert_eq!(app.browser().get("/docs/nothing.js").await.status, 404);
}

#[actix_web::test]
async fn a_program_may_state_the_last_day_as_a_moment() {
    let app = TestApp::start_with(&[("TIME_ZONE", "America/Los_Angeles")]);
    let alice = Program::of(&app, "Alice").await;
    for (stated, last) in [
        ("2098-02-01T07:59:59Z", "2098-01-31T23:59:59-08:00"),
        ("2098-02-01T08:00:00Z", "2098-02-01T23:59:59-08:00"),
        ("2098-01-31T12:00:00", "2098-01-31T23:59:59-08:00"),
        ("2098-01-31", "2098-01-31T23:59:59-08:00"),
    ] {
        let draft = json!({"title": "Developer", "validThrough": stated});
        let answer = alice.send(Method::POST, "/api/v1/jobs", &draft).await;
        assert_eq!(answer.status, 201, "{}", answer.body);
        assert_eq!(body(&answer)["validThrough"], last, "{stated}");
    }
}

#[actix_web::test]
async fn what_is_not_taken_is_named_and_one_amount_is_taken() {
    let app = TestApp::start();
    let alice = Program::of(&app, "Alice").await;
    // The example of Google's documentation states one amount.
    let sent = json!({
        "@context": "https://schema.org/", "@type": "JobPosting",
        "title": "Software Engineer",
        "description": "<p>Google aspires to be an organization that reflects the world.</p>",
        "datePosted": "2026-01-18",
        "directApply": true,
        "hiringOrganization": {"@type": "Organization", "name": "Google", "logo": "https://www.example.com/logo.png"},
        "baseSalary": {"@type": "MonetaryAmount", "currency": "USD", "value": {"@type": "QuantitativeValue", "value": 40.00, "unitText": "HOUR"}},
        "applicationContact": {"url": "https://engines.example/jobs", "email": "jobs@engines.example"},
    });
    let answer = alice.send(Method::POST, "/api/v1/jobs", &sent).await;
    assert_eq!(answer.status, 201, "{}", answer.body);
    let made = body(&answer);
    assert_eq!(made["baseSalary"]["value"]["minValue"], 40);
    assert_eq!(made["baseSalary"]["value"]["maxValue"], 40);
    assert_eq!(
        made["notTaken"],
        json!([
            {"pointer": "/datePosted", "detail": "This property is read-only."},
            {"pointer": "/applicationContact/email", "detail": "Only one way to apply is kept: url, then email, then description."},
            {"pointer": "/directApply", "detail": "Jobs on this board have no such property."},
            {"pointer": "/hiringOrganization/logo", "detail": "Jobs on this board have no such property."},
        ])
    );
    let job = format!("/api/v1/jobs/{}", made["id"]);
    let change = alice
        .request(Method::PUT, &job)
        .header("if-match", answer.header("etag"))
        .json(&json!({"title": "Baker", "status": "published"}));
    let changed = Answer::of(change).await;
    assert_eq!(changed.status, 200, "{}", changed.body);
    assert_eq!(body(&changed)["notTaken"][0]["pointer"], "/status");
    let read = alice.get(&job).await;
    assert!(body(&read).get("notTaken").is_none());
}
