//! The way an event leaves: one POST, to a public address, that follows nobody anywhere.

use std::{fmt, time::Duration};

use reqwest::{StatusCode, Url};

use super::failure::Failure;
use crate::platform::{
    config::{Config, Setting},
    db::text_enum::TextEnum,
    outbound::{Manners, Outbound, Trouble},
};

/// How long a receiver may take in all.
const PATIENCE: Duration = Duration::from_secs(10);

pub struct Sender(Outbound);

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
        Self(Outbound::new(Manners {
            allow_private: config.is_on(&ALLOW_PRIVATE),
            patience: PATIENCE,
            redirects: 0,
            trusted: None,
        }))
    }

    /// Why `url` cannot be a webhook's.
    pub fn objection(&self, url: &Url) -> Option<Failure> {
        self.0.objection(url).map(Failure::from)
    }

    /// Posts `body` with these headers.
    pub async fn post(&self, url: &str, headers: [(&str, String); 3], body: String) -> Answer {
        let Ok(url) = Url::parse(url) else {
            return Failure::NoUrl.into();
        };
        let client = match self.0.client(&url) {
            Ok(client) => client,
            Err(trouble) => return Failure::from(trouble).into(),
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
            Err(error) => Failure::from(Trouble::from(&error)).into(),
        }
    }
}
