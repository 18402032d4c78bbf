//! The environment, read and checked once. A wrong setting stops the start with a sentence that
//! names the variable; nothing else in the program reads the environment.

mod database_url;
mod given;
mod log_format;
mod settings;
mod smtp_url;

use std::{
    net::{IpAddr, SocketAddr},
    path::PathBuf,
    time::Duration,
};

use email_address::EmailAddress;
use ipnet::IpNet;
use lettre::message::Mailbox;
use url::Url;

pub use self::{
    database_url::DatabaseUrl,
    given::Given,
    log_format::LogFormat,
    settings::{SETTINGS, Setting},
    smtp_url::SmtpUrl,
};
use crate::accounts::{Keys, Limits};

/// What the board runs with.
#[derive(Clone, Debug)]
pub struct Config {
    pub database_url: DatabaseUrl,
    pub database_connections: u32,
    pub bind: SocketAddr,
    /// Where numbers for Prometheus are served, if anywhere.
    pub metrics_bind: Option<SocketAddr>,
    pub base_url: Url,
    pub data_dir: PathBuf,
    pub site_name: String,
    pub jwt_keys: Option<Keys>,
    /// The mail server. Shown in no log: it may hold a password.
    pub smtp_url: Option<SmtpUrl>,
    /// Who mails are from.
    pub mail_from: Mailbox,
    /// Who to tell of a hole, as an address `security.txt` may hold; nobody in particular if none.
    pub security_contact: Option<String>,
    /// Whether webhooks may lead into the operator's own network.
    pub allow_private_webhooks: bool,
    /// Whether an account counts only once its address is confirmed by mail.
    pub verify_email: bool,
    pub log_format: LogFormat,
    /// Whether passwords may travel in the clear to another machine.
    pub allow_insecure_http: bool,
    /// The proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpNet>,
    /// bcrypt's work factor, a power of two. Not a setting: tests lower it.
    pub bcrypt_cost: u32,
    /// How often somebody may try to sign in. Not a setting: tests raise it.
    pub limits: Limits,
    /// How long the headers of a request may take to arrive. Not a setting: tests shorten it.
    pub headers_timeout: Duration,
    /// The same for a form.
    pub form_timeout: Duration,
}

/// A setting that cannot be used. Displays as a sentence that names the variable.
#[derive(Debug, thiserror::Error)]
#[error("{name} {problem}")]
pub struct ConfigError {
    name: &'static str,
    problem: String,
}

impl ConfigError {
    fn new(name: &'static str, problem: impl Into<String>) -> Self {
        let problem = problem.into();
        Self { name, problem }
    }
}

impl Config {
    /// Reads the process's environment, after adding to it what a `.env` file in the working
    /// directory says.
    pub fn from_env() -> Result<Self, ConfigError> {
        match dotenvy::dotenv() {
            Err(error) if !error.not_found() => {
                return Err(ConfigError::new(
                    ".env",
                    format!("could not be read: {error}"),
                ));
            }
            _ => {}
        }
        Self::from_lookup(|name| std::env::var(name).ok())
    }

    /// Reads settings from `lookup`; an empty value counts as absent.
    pub fn from_lookup(lookup: impl Fn(&str) -> Option<String>) -> Result<Self, ConfigError> {
        let setting = |name: &'static str| {
            lookup(name)
                .map(|value| value.trim().to_owned())
                .filter(|value| !value.is_empty())
        };

        let data_dir = PathBuf::from(setting("DATA_DIR").unwrap_or_else(|| "data".into()));
        let database_url = match setting("DATABASE_URL") {
            Some(url) => DatabaseUrl::parse(&url)
                .map_err(|problem| ConfigError::new("DATABASE_URL", problem))?,
            None => DatabaseUrl::Sqlite(data_dir.join("jobboard.db")),
        };
        let bind = setting("BIND").unwrap_or_else(|| "127.0.0.1:8080".into());
        let bind = parse_bind("BIND", &bind)?;
        let metrics_bind = setting("METRICS_BIND")
            .map(|value| parse_bind("METRICS_BIND", &value))
            .transpose()?;
        let insecure_allowed = parse_yes_no(
            "ALLOW_INSECURE_HTTP",
            setting("ALLOW_INSECURE_HTTP").as_deref(),
        )?;
        let base_url = parse_base_url(setting("BASE_URL"), bind, insecure_allowed)?;
        let jwt_keys = setting("JWT_KEYS")
            .map(|keys| Keys::parse(&keys))
            .transpose()
            .map_err(|problem| ConfigError::new("JWT_KEYS", problem.to_string()))?;
        if jwt_keys.is_none() && database_url.is_postgres() && base_url.scheme() == "https" {
            return Err(ConfigError::new(
                "JWT_KEYS",
                "must be set for a public board on PostgreSQL, because every replica needs the same keys. \
                 Make one with: echo \"k1:$(openssl rand -hex 32)\"",
            ));
        }
        let smtp_url = setting("SMTP_URL")
            .map(|url| SmtpUrl::parse(&url))
            .transpose()
            .map_err(|problem| ConfigError::new("SMTP_URL", problem))?;
        let verify_email = match setting("VERIFY_EMAIL").as_deref() {
            None | Some("auto") => smtp_url.is_some(),
            value => parse_yes_no("VERIFY_EMAIL", value)?,
        };
        let site_name = setting("SITE_NAME").unwrap_or_else(|| "Job board".into());
        let mail_from = parse_mail_from(setting("MAIL_FROM"), &site_name, &base_url)?;
        let log_format = setting("LOG_FORMAT")
            .map_or(Ok(LogFormat::Auto), |value| value.parse())
            .map_err(|problem: String| ConfigError::new("LOG_FORMAT", problem))?;

        Ok(Self {
            database_url,
            database_connections: parse_connections(setting("DATABASE_CONNECTIONS"))?,
            bind,
            metrics_bind,
            base_url,
            data_dir,
            site_name,
            jwt_keys,
            smtp_url,
            mail_from,
            security_contact: setting("SECURITY_CONTACT").map(parse_contact).transpose()?,
            allow_private_webhooks: parse_yes_no(
                "ALLOW_PRIVATE_WEBHOOKS",
                setting("ALLOW_PRIVATE_WEBHOOKS").as_deref(),
            )?,
            verify_email,
            log_format,
            allow_insecure_http: insecure_allowed,
            trusted_proxies: parse_proxies(setting("TRUSTED_PROXIES"))?,
            bcrypt_cost: 12,
            limits: Limits::default(),
            headers_timeout: Duration::from_secs(10),
            form_timeout: Duration::from_secs(20),
        })
    }

    /// The address of `path` on this board, whole.
    pub fn whole_url(&self, path: &str) -> String {
        format!("{}{path}", self.base_url.origin().ascii_serialization())
    }

    /// Where somebody who finds a hole can write to.
    pub fn security_contact(&self) -> String {
        let mail_from = || format!("mailto:{}", self.mail_from.email);
        self.security_contact.clone().unwrap_or_else(mail_from)
    }

    /// The host of the address people type.
    pub fn host(&self) -> &str {
        self.base_url.host_str().unwrap_or("localhost")
    }

    /// Whether people reach the board over TLS. Decides the cookie's name and HSTS.
    pub fn is_https(&self) -> bool {
        self.base_url.scheme() == "https"
    }

    /// Whether the board is only meant for a browser on this machine.
    pub fn is_local(&self) -> bool {
        !self.is_https() && is_loopback(&self.base_url)
    }
}

fn parse_bind(name: &'static str, value: &str) -> Result<SocketAddr, ConfigError> {
    value.parse().map_err(|_| {
        ConfigError::new(
            name,
            format!("must be an IP address and a port, like 127.0.0.1:8080, not {value:?}"),
        )
    })
}

fn parse_base_url(
    value: Option<String>,
    bind: SocketAddr,
    insecure_allowed: bool,
) -> Result<Url, ConfigError> {
    let wrong = |problem: String| ConfigError::new("BASE_URL", problem);
    let value = match value {
        Some(value) => value,
        None if bind.ip().is_unspecified() => format!("http://localhost:{}", bind.port()),
        None => format!("http://{bind}"),
    };
    let url = Url::parse(&value)
        .ok()
        .filter(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
        .ok_or_else(|| {
            wrong(format!(
                "must be a web address like https://jobs.example.org, not {value:?}"
            ))
        })?;
    if url.path() != "/" || url.query().is_some() || url.fragment().is_some() {
        return Err(wrong(format!(
            "must be a bare origin without a path, not {value:?}"
        )));
    }
    if url.scheme() == "http" && !is_loopback(&url) && !insecure_allowed {
        return Err(wrong(format!(
            "is {value:?}, which sends passwords and session cookies in the clear. \
             Use https://, or set ALLOW_INSECURE_HTTP=yes if you know the network is yours"
        )));
    }
    Ok(url)
}

/// Without a setting, the site itself at the domain of its address.
/// An address that `security.txt` may hold (RFC 9116, section 2.5.3).
fn parse_contact(value: String) -> Result<String, ConfigError> {
    if EmailAddress::is_valid(&value) {
        return Ok(format!("mailto:{value}"));
    }
    let is_address = ["mailto:", "https://", "tel:"]
        .iter()
        .any(|scheme| value.starts_with(scheme));
    if is_address && Url::parse(&value).is_ok() {
        return Ok(value);
    }
    Err(ConfigError::new(
        "SECURITY_CONTACT",
        format!("must be an email address or an https:// address, not {value:?}"),
    ))
}

fn parse_mail_from(
    value: Option<String>,
    site_name: &str,
    base_url: &Url,
) -> Result<Mailbox, ConfigError> {
    let wrong = |value: &str| {
        ConfigError::new(
            "MAIL_FROM",
            format!(
                "must be an email address, or a name and one like Jobs <jobs@example.org>, not {value:?}"
            ),
        )
    };
    if let Some(value) = value {
        return value.parse().map_err(|_| wrong(&value));
    }
    let address = format!("jobboard@{}", base_url.domain().unwrap_or("localhost"));
    let address = address.parse().map_err(|_| wrong(&address))?;
    Ok(Mailbox::new(Some(site_name.to_owned()), address))
}

fn parse_connections(value: Option<String>) -> Result<u32, ConfigError> {
    match value.as_deref().map(str::parse) {
        None => Ok(4),
        Some(Ok(count @ 1..=64)) => Ok(count),
        Some(_) => Err(ConfigError::new(
            "DATABASE_CONNECTIONS",
            "must be a number from 1 to 64",
        )),
    }
}

fn parse_proxies(value: Option<String>) -> Result<Vec<IpNet>, ConfigError> {
    let value = value.unwrap_or_default();
    let networks = value
        .split(',')
        .map(str::trim)
        .filter(|part| !part.is_empty());
    networks
        .map(|part| {
            let network = part.parse::<IpNet>().ok();
            network
                .or_else(|| Some(part.parse::<IpAddr>().ok()?.into()))
                .ok_or_else(|| {
                    ConfigError::new(
                        "TRUSTED_PROXIES",
                        format!("must be addresses or networks like 10.0.0.0/8, separated by commas; {part:?} is neither"),
                    )
                })
        })
        .collect()
}

fn parse_yes_no(name: &'static str, value: Option<&str>) -> Result<bool, ConfigError> {
    match value {
        None | Some("no" | "false" | "0") => Ok(false),
        Some("yes" | "true" | "1") => Ok(true),
        Some(other) => Err(ConfigError::new(
            name,
            format!("must be yes or no, not {other:?}"),
        )),
    }
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(url::Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(url::Host::Ipv4(address)) => address.is_loopback(),
        Some(url::Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}
