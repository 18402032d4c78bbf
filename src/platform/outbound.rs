//! Requests that the board sends to addresses which people named: over https, and to nobody who is not on
//! the public internet.

mod address;

use std::time::Duration;

use reqwest::{
    Client, Url,
    redirect::{Attempt, Policy},
};

use self::address::{NOT_PUBLIC, PublicOnly};
pub use self::address::{is_public, may_be_public};

const AGENT: &str = concat!("jobboard/", env!("CARGO_PKG_VERSION"));

/// How somebody is asked.
#[derive(Clone, Debug)]
pub struct Manners {
    /// Whether hosts of this machine and its network may be asked, and over plain http.
    pub allow_private: bool,
    /// How long an answer may take in all.
    pub patience: Duration,
    /// Redirects that are followed, each to an address that could have been named itself.
    pub redirects: usize,
    /// A server that may be asked wherever it is, which nobody but a test names.
    pub trusted: Option<Url>,
}

/// Sends requests.
pub struct Outbound {
    /// None where TLS cannot be prepared: a machine without certificates still serves its board.
    client: Option<Client>,
    manners: Manners,
}

/// What went wrong, as much of it as whoever named the address may know. What the libraries say is for the log
/// alone: it may name hosts and certificates of the board's own network.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Trouble {
    NotHttps,
    NotPublic,
    NoTls,
    Redirects,
    NoAnswer,
    NoAddress,
    Refused,
    Certificate,
    NoConnection,
    BrokenOff,
}

impl Outbound {
    pub fn new(manners: Manners) -> Self {
        let mut builder = Client::builder()
            .user_agent(AGENT)
            .timeout(manners.patience)
            .redirect(policy(manners.clone()))
            // An address may hold a secret.
            .referer(false)
            .no_proxy()
            .pool_max_idle_per_host(0);
        if !manners.allow_private {
            let is_strict = manners.trusted.is_none();
            builder = builder.dns_resolver(PublicOnly).https_only(is_strict);
        }
        let built = builder.build();
        if let Err(error) = &built {
            tracing::error!(target: "outbound", error = innermost(error), "no request can be sent");
        }
        Self {
            client: built.ok(),
            manners,
        }
    }

    /// Why `url` cannot be asked.
    pub fn objection(&self, url: &Url) -> Option<Trouble> {
        objection(&self.manners, url)
    }

    /// The client, for a request to `url`.
    ///
    /// # Errors
    /// Why it cannot be asked.
    pub fn client(&self, url: &Url) -> Result<&Client, Trouble> {
        match self.objection(url) {
            Some(objection) => Err(objection),
            None => self.client.as_ref().ok_or(Trouble::NoTls),
        }
    }
}

fn objection(manners: &Manners, url: &Url) -> Option<Trouble> {
    let trusted = manners.trusted.as_ref();
    if manners.allow_private || trusted.is_some_and(|trusted| trusted.origin() == url.origin()) {
        return None;
    }
    if url.scheme() != "https" {
        return Some(Trouble::NotHttps);
    }
    (!may_be_public(url)).then_some(Trouble::NotPublic)
}

fn policy(manners: Manners) -> Policy {
    if manners.redirects == 0 {
        return Policy::none();
    }
    Policy::custom(move |attempt: Attempt<'_>| {
        if attempt.previous().len() > manners.redirects {
            return attempt.error("too many redirects");
        }
        match objection(&manners, attempt.url()) {
            Some(Trouble::NotHttps) => attempt.error("it redirects to plain http"),
            Some(_) => attempt.error(NOT_PUBLIC),
            None => attempt.follow(),
        }
    })
}

impl From<&reqwest::Error> for Trouble {
    fn from(error: &reqwest::Error) -> Self {
        let cause = innermost(error);
        tracing::debug!(target: "outbound", error = cause, "no answer");
        if error.is_timeout() {
            return Self::NoAnswer;
        }
        if cause.contains(NOT_PUBLIC) {
            return Self::NotPublic;
        }
        if error.is_redirect() {
            return Self::Redirects;
        }
        if !error.is_connect() {
            return Self::BrokenOff;
        }
        let known = [
            ("dns", Self::NoAddress),
            ("failed to lookup", Self::NoAddress),
            ("Connection refused", Self::Refused),
            ("certificate", Self::Certificate),
        ];
        known
            .iter()
            .find(|(words, _)| cause.contains(words))
            .map_or(Self::NoConnection, |(_, trouble)| *trouble)
    }
}

/// The first cause, as the libraries tell it.
fn innermost(error: &reqwest::Error) -> String {
    let mut cause: &dyn std::error::Error = error;
    while let Some(source) = cause.source() {
        cause = source;
    }
    cause.to_string()
}
