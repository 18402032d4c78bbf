//! The way an event leaves: one POST, to a public address, that follows nobody anywhere.

use std::time::Duration;

use reqwest::{Client, Url, redirect::Policy};

use super::address::{NOT_PUBLIC, PublicOnly, may_be_public};
use crate::platform::{config::Config, i18n::Message};

/// How long a receiver may take in all.
const PATIENCE: Duration = Duration::from_secs(10);

const AGENT: &str = concat!("jobboard/", env!("CARGO_PKG_VERSION"));

pub struct Sender {
    /// None where TLS cannot be prepared: a machine without certificates still serves its board.
    client: Option<Client>,
    allow_private: bool,
}

/// What came of a try.
pub struct Outcome {
    pub status: Option<u16>,
    pub words: String,
}

impl Outcome {
    /// Whether the receiver has it.
    pub fn is_success(&self) -> bool {
        self.status
            .is_some_and(|status| (200..300).contains(&status))
    }

    pub fn failure(words: impl Into<String>) -> Self {
        Self {
            status: None,
            words: words.into(),
        }
    }
}

impl Sender {
    pub fn new(config: &Config) -> Self {
        let mut builder = Client::builder()
            .user_agent(AGENT)
            .timeout(PATIENCE)
            .redirect(Policy::none())
            .no_proxy()
            .pool_max_idle_per_host(0);
        if !config.allow_private_webhooks {
            builder = builder.dns_resolver(PublicOnly).https_only(true);
        }
        let built = builder.build();
        if let Err(error) = &built {
            tracing::error!(target: "webhook", error = innermost(error), "no webhook can be sent");
        }
        Self {
            client: built.ok(),
            allow_private: config.allow_private_webhooks,
        }
    }

    /// Why `url` cannot be a webhook's, in words.
    pub fn objection(&self, url: &Url) -> Option<Message> {
        if self.allow_private {
            return None;
        }
        if url.scheme() != "https" {
            return Some(Message::new("webhooks-field-https"));
        }
        (!may_be_public(url)).then(|| Message::new("webhooks-field-public"))
    }

    /// Posts `body` with these headers.
    pub async fn post(&self, url: &str, headers: [(&str, String); 3], body: String) -> Outcome {
        let Ok(url) = Url::parse(url) else {
            return Outcome::failure("this is no address");
        };
        if let Some(objection) = self.objection(&url) {
            return Outcome::failure(objection.to_string());
        }
        let Some(client) = &self.client else {
            return Outcome::failure("the board cannot speak TLS; its log says why");
        };
        let mut request = client
            .post(url)
            .header("content-type", "application/json")
            .body(body);
        for (name, value) in headers {
            request = request.header(name, value);
        }
        match request.send().await {
            Ok(response) => Outcome {
                status: Some(response.status().as_u16()),
                words: in_words(response.status()),
            },
            Err(error) => Outcome::failure(failure(&error)),
        }
    }
}

fn in_words(status: reqwest::StatusCode) -> String {
    if status.is_redirection() {
        return format!("{status}: redirects are not followed");
    }
    status.to_string()
}

/// What went wrong, in the board's own words. Those of the libraries are for the log alone: they may
/// name hosts and certificates of a network that the webhook's owner has no business to know.
fn failure(error: &reqwest::Error) -> String {
    tracing::debug!(target: "webhook", error = innermost(error), "not delivered");
    if error.is_timeout() {
        return format!("no answer in {} seconds", PATIENCE.as_secs());
    }
    let cause = innermost(error);
    if cause.contains(NOT_PUBLIC) {
        return NOT_PUBLIC.into();
    }
    if !error.is_connect() {
        return "the connection broke off".into();
    }
    let known = [
        ("dns", "its host has no address"),
        ("failed to lookup", "its host has no address"),
        ("Connection refused", "nothing listens there"),
        (
            "certificate",
            "its certificate is not valid for this address",
        ),
    ];
    known
        .iter()
        .find(|(words, _)| cause.contains(words))
        .map_or("no connection could be made", |(_, told)| told)
        .into()
}

/// The first cause, as the libraries tell it.
fn innermost(error: &reqwest::Error) -> String {
    let mut cause: &dyn std::error::Error = error;
    while let Some(source) = cause.source() {
        cause = source;
    }
    cause.to_string()
}
