//! What programs do with companies.

mod claims;
mod domains;
mod example;
mod logo;
mod team;

use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};

use crate::support::{Answer, Browser, Mail, PASSWORD, TestApp, mails_in};

/// A program with an API token of somebody's.
pub struct Program {
    browser: Browser,
    token: String,
}

impl Program {
    /// That may change what `owner` may.
    pub async fn of(app: &TestApp, owner: &Browser) -> Self {
        Self::with(app, owner, "write").await
    }

    /// That may only read.
    pub async fn reading(app: &TestApp, owner: &Browser) -> Self {
        Self::with(app, owner, "read").await
    }

    async fn with(app: &TestApp, owner: &Browser, scope: &str) -> Self {
        let fields = [
            ("name", scope),
            ("scope", scope),
            ("current_password", PASSWORD),
        ];
        let made = owner.submit("/account/tokens", &fields).await;
        assert_eq!(made.status, 200, "{}", made.body);
        Self {
            browser: app.browser(),
            token: made.text(".secret"),
        }
    }

    /// That shows no token.
    pub fn unknown(app: &TestApp) -> Self {
        Self {
            browser: app.browser(),
            token: String::new(),
        }
    }

    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self.browser.request(method, &format!("/api/v1/{path}"));
        match self.token.as_str() {
            "" => request,
            token => request.bearer_auth(token),
        }
    }

    pub async fn get(&self, path: &str) -> Answer {
        Answer::of(self.request(Method::GET, path)).await
    }

    pub async fn post(&self, path: &str, body: Value) -> Answer {
        Answer::of(self.request(Method::POST, path).json(&body)).await
    }

    pub async fn patch(&self, path: &str, body: Value) -> Answer {
        Answer::of(self.request(Method::PATCH, path).json(&body)).await
    }

    pub async fn delete(&self, path: &str) -> Answer {
        Answer::of(self.request(Method::DELETE, path)).await
    }

    /// The company that it makes.
    pub async fn company(&self, name: &str) -> Value {
        let made = self.post("me/companies", json!({"name": name})).await;
        assert_eq!(made.status, 201, "{}", made.body);
        body(&made)
    }
}

pub fn body(answer: &Answer) -> Value {
    serde_json::from_str(&answer.body).unwrap_or_else(|_| panic!("{}", answer.body))
}

/// The status, and where the first mistake is and what is said of it.
pub fn mistake(answer: &Answer) -> (u16, String, String) {
    let problem = body(answer);
    let first = &problem["errors"][0];
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    (
        answer.status,
        text(&first["pointer"]),
        text(&first["detail"]),
    )
}

/// The only mail to `address` whose subject begins so.
pub async fn mail(app: &TestApp, address: &str, subject: &str) -> Mail {
    app.run_tasks().await;
    let mails = mails_in(app.folder()).into_iter();
    let mut found = mails.filter(|mail| mail.to == address && mail.subject.starts_with(subject));
    let mail = found.next().unwrap();
    assert!(found.next().is_none());
    mail
}

/// Lets Bob, who has just signed up, join the company with a role, and returns his browser.
pub async fn join(app: &TestApp, owner: &Program, slug: &str, role: &str) -> Browser {
    let bob = app.member("Bob").await;
    let new = json!({"email": "bob@example.org", "role": role});
    let path = format!("companies/{slug}/invitations");
    let invited = owner.post(&path, new).await;
    assert_eq!(invited.status, 201, "{}", invited.body);
    let mail = mail(app, "bob@example.org", "Join the team").await;
    let (_, link) = mail.text.split_once("/invitations/").unwrap();
    let link = format!("/invitations/{}", link.lines().next().unwrap());
    assert_eq!(bob.press(&link).await.status, 303);
    bob
}
