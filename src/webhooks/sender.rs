//! The way an event leaves: one POST, to a public address, that follows nobody anywhere.

use std::{fmt, time::Duration};

use reqwest::{Client, StatusCode, Url, redirect::Policy};

use super::{
    address::{NOT_PUBLIC, PublicOnly, may_be_public},
    failure::Failure,
};
use crate::platform::{
    config::{Config, Setting},
    db::text_enum::TextEnum,
};

/// How long a receiver may take in all.
const PATIENCE: Duration = Duration::from_secs(10);

const AGENT: &str = concat!("jobboard/", env!("CARGO_PKG_VERSION"));

pub struct Sender {
    /// None where TLS cannot be prepared: a machine without certificates still serves its board.
    client: Option<Client>,
    allow_private: bool,
}

/// What came of a try: the receiver's answer, and what is wrong.
#[derive(Clone, Copy)]
pub struct Answer {
    pub status: Option<StatusCode>,
    pub failure: Option<Failure>,
}

impl Answer {
    /// Whether the receiver has it.
    pub fn is_success(self) -> bool {
        self.status.is_some_and(|status| status.is_success())
    }
}

/// For the log, as the operator reads it: `302 Found, redirect`.
impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.status, self.failure) {
            (Some(status), Some(failure)) => write!(f, "{status}, {}", failure.as_str()),
            (Some(status), None) => status.fmt(f),
            (None, failure) => f.write_str(failure.map_or("no answer", TextEnum::as_str)),
        }
    }
}

impl From<Failure> for Answer {
    fn from(failure: Failure) -> Self {
        Self {
            status: None,
            failure: Some(failure),
        }
    }
}

impl From<StatusCode> for Answer {
    fn from(status: StatusCode) -> Self {
        Self {
            status: Some(status),
            failure: status.is_redirection().then_some(Failure::Redirect),
        }
    }
}

/// Whether webhooks may lead into the operator's own network.
pub const ALLOW_PRIVATE: Setting = Setting {
    name: "ALLOW_PRIVATE_WEBHOOKS",
    default: "no",
    about: "`yes` lets webhooks lead to addresses of this machine and its network, and over plain http",
    check: Setting::is_yes_no,
    shown: |config| Setting::yes_no(config.is_on(&ALLOW_PRIVATE)),
};

impl Sender {
    pub fn new(config: &Config) -> Self {
        let mut builder = Client::builder()
            .user_agent(AGENT)
            .timeout(PATIENCE)
            .redirect(Policy::none())
            .no_proxy()
            .pool_max_idle_per_host(0);
        let allow_private = config.is_on(&ALLOW_PRIVATE);
        if !allow_private {
            builder = builder.dns_resolver(PublicOnly).https_only(true);
        }
        let built = builder.build();
        if let Err(error) = &built {
            tracing::error!(target: "webhook", error = innermost(error), "no webhook can be sent");
        }
        Self {
            client: built.ok(),
            allow_private,
        }
    }

    /// Why `url` cannot be a webhook's.
    pub fn objection(&self, url: &Url) -> Option<Failure> {
        if self.allow_private {
            return None;
        }
        if url.scheme() != "https" {
            return Some(Failure::NotHttps);
        }
        (!may_be_public(url)).then_some(Failure::NotPublic)
    }

    /// Posts `body` with these headers.
    pub async fn post(&self, url: &str, headers: [(&str, String); 3], body: String) -> Answer {
        let Ok(url) = Url::parse(url) else {
            return Failure::NoUrl.into();
        };
        if let Some(objection) = self.objection(&url) {
            return objection.into();
        }
        let Some(client) = &self.client else {
            return Failure::NoTls.into();
        };
        let mut request = client
            .post(url)
            .header("content-type", "application/json")
            .body(body);
        for (name, value) in headers {
            request = request.header(name, value);
        }
        match request.send().await {
            Ok(response) => response.status().into(),
            Err(error) => failure(&error).into(),
        }
    }
}

/// What went wrong, as much of it as the webhook's owner may know. What the libraries say is for the log
/// alone: it may name hosts and certificates of the board's own network.
fn failure(error: &reqwest::Error) -> Failure {
    tracing::debug!(target: "webhook", error = innermost(error), "not delivered");
    if error.is_timeout() {
        return Failure::NoAnswer;
    }
    let cause = innermost(error);
    if cause.contains(NOT_PUBLIC) {
        return Failure::NotPublic;
    }
    if !error.is_connect() {
        return Failure::BrokenOff;
    }
    let known = [
        ("dns", Failure::NoAddress),
        ("failed to lookup", Failure::NoAddress),
        ("Connection refused", Failure::Refused),
        ("certificate", Failure::Certificate),
    ];
    known
        .iter()
        .find(|(words, _)| cause.contains(words))
        .map_or(Failure::NoConnection, |(_, failure)| *failure)
}

/// The first cause, as the libraries tell it.
fn innermost(error: &reqwest::Error) -> String {
    let mut cause: &dyn std::error::Error = error;
    while let Some(source) = cause.source() {
        cause = source;
    }
    cause.to_string()
}
