//! The settings, read and checked once. A wrong one stops the start with a sentence that names it;
//! nothing but [`Given`] reads the environment.

mod database_url;
mod dotenv;
mod given;
mod log_format;
mod misspelt;
mod parse;
mod settings;
mod smtp_url;
mod stand_ins;
mod storage;

use std::{borrow::Cow, collections::BTreeMap, net::SocketAddr, path::PathBuf, time::Duration};

use ipnet::IpNet;
use lettre::message::Mailbox;
use url::Url;

pub use self::{
    database_url::DatabaseUrl,
    given::Given,
    log_format::LogFormat,
    settings::{SETTINGS, Setting},
    smtp_url::SmtpUrl,
    stand_ins::StandIns,
    storage::{Access, Place, Storage},
};
use super::{i18n::Locale, limits::Limits, secrets::Keys, zone::Zone};
use crate::text::color::Color;

/// Ports of a board that is alone on its host: the one it listens on unless told otherwise, and whichever is
/// free.
const USUAL_PORTS: [u16; 2] = [8080, 0];

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
    /// Where the files that people sent are.
    pub storage: Storage,
    /// The name that wins over the one administrators chose.
    pub site_name: Option<String>,
    /// The same for the color of links and buttons.
    pub brand_color: Option<Color>,
    /// Where days begin and end.
    pub time_zone: Zone,
    /// The language of pages, mails and answers. Not a setting, since there is one: tests set others.
    pub locale: Locale,
    pub jwt_keys: Option<Keys>,
    /// The mail server. Shown in no log: it may hold a password.
    pub smtp_url: Option<SmtpUrl>,
    /// Who mails are from; without a name, the board.
    pub mail_from: Mailbox,
    /// Who to tell of a hole, as an address `security.txt` may hold; nobody in particular if none.
    pub security_contact: Option<String>,
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
    /// How long a source may take for one answer. Not a setting: tests shorten it.
    pub source_patience: Duration,
    /// A server that is asked instead of those of hiring systems. Not a setting: tests have one.
    pub sources_at: Option<Url>,
    /// Servers that are asked when domains are proven. Not a setting: tests have some.
    pub domains_at: Option<StandIns>,
    /// What is set, by name: features read theirs here.
    given: BTreeMap<&'static str, String>,
}

/// A setting that cannot be used. Displays as a sentence that names the variable, or the file.
#[derive(Debug, thiserror::Error)]
#[error("{name} {problem}")]
pub struct ConfigError {
    name: String,
    problem: String,
}

impl ConfigError {
    fn new(name: impl Into<String>, problem: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            problem: problem.into(),
        }
    }
}

impl Config {
    /// Reads `settings` from `lookup`; an empty value counts as absent.
    ///
    /// # Errors
    /// For the first value that cannot be meant.
    pub fn from_lookup(
        settings: &[&'static Setting],
        lookup: impl Fn(&str) -> Option<String>,
    ) -> Result<Self, ConfigError> {
        for Setting { name, .. } in settings {
            parse::one_line(name, lookup(name).as_deref())?;
        }
        let setting = |name: &'static str| {
            lookup(name)
                .map(|value| value.trim().to_owned())
                .filter(|value| !value.is_empty())
        };
        let yes_no = |name: &'static str| {
            parse::yes_no(setting(name).as_deref())
                .map_err(|problem| ConfigError::new(name, problem))
        };

        let data_dir = setting("DATA_DIR").unwrap_or_else(|| "data".into());
        let data_dir = database_url::whole(data_dir.as_ref());
        let database_url = match setting("DATABASE_URL") {
            Some(url) => DatabaseUrl::parse(&url)
                .map_err(|problem| ConfigError::new("DATABASE_URL", problem))?,
            None => DatabaseUrl::sqlite(data_dir.join("jobboard.db")),
        };
        let bind = setting("BIND").unwrap_or_else(|| "127.0.0.1:8080".into());
        let bind = parse::bind("BIND", &bind)?;
        let metrics_bind = setting("METRICS_BIND")
            .map(|value| parse::bind("METRICS_BIND", &value))
            .transpose()?;
        let insecure_allowed = yes_no("ALLOW_INSECURE_HTTP")?;
        let base_url = parse::base_url(setting("BASE_URL"), bind, insecure_allowed)?;
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
        let site_name = setting("SITE_NAME").map(parse::site_name).transpose()?;
        let brand_color = setting("BRAND_COLOR").map(parse::color).transpose()?;
        let mail_from = parse::mail_from(setting("MAIL_FROM"), &base_url)?;
        let time_zone = setting("TIME_ZONE")
            .map_or(Ok(Zone::default()), |name| Zone::parse(&name))
            .map_err(|problem| ConfigError::new("TIME_ZONE", problem))?;
        let log_format = setting("LOG_FORMAT")
            .map_or(Ok(LogFormat::Auto), |value| value.parse())
            .map_err(|problem: String| ConfigError::new("LOG_FORMAT", problem))?;

        Ok(Self {
            database_url,
            database_connections: parse::connections(setting("DATABASE_CONNECTIONS"))?,
            bind,
            metrics_bind,
            base_url,
            storage: Storage::read(setting, &data_dir)?,
            data_dir,
            site_name,
            brand_color,
            time_zone,
            locale: Locale::default(),
            jwt_keys,
            smtp_url,
            mail_from,
            security_contact: setting("SECURITY_CONTACT")
                .map(parse::contact)
                .transpose()?,
            log_format,
            allow_insecure_http: insecure_allowed,
            trusted_proxies: parse::proxies(setting("TRUSTED_PROXIES"))?,
            bcrypt_cost: 12,
            limits: Limits::default(),
            headers_timeout: Duration::from_secs(10),
            form_timeout: Duration::from_secs(20),
            source_patience: Duration::from_secs(30),
            sources_at: None,
            domains_at: None,
            given: settings
                .iter()
                .filter_map(|one| Some((*one, setting(one.name)?)))
                .map(|(one, value)| {
                    (one.check)(&value).map_err(|problem| ConfigError::new(one.name, problem))?;
                    Ok((one.name, value))
                })
                .collect::<Result<_, ConfigError>>()?,
        })
    }

    /// What a feature's `setting` is set to, if it is.
    pub fn of(&self, setting: &Setting) -> Option<&str> {
        self.given.get(setting.name).map(String::as_str)
    }

    /// Whether a feature's `setting` is `yes`. Not being set, it is not.
    pub fn is_on(&self, setting: &Setting) -> bool {
        parse::yes_no(self.of(setting)) == Ok(true)
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

    /// Whether people reach the board over TLS from other machines.
    pub fn is_public(&self) -> bool {
        self.is_https() && !parse::is_loopback(&self.base_url)
    }

    /// What the board calls a cookie. `__Host-` pins it to this host over TLS; browsers drop that prefix on
    /// plain http. Cookies know no ports: a board on another than the usual one has names of its own, so
    /// that two boards on one host do not sign each other out.
    pub fn cookie_name(&self, name: &'static str) -> Cow<'static, str> {
        let prefix = if self.is_https() { "__Host-" } else { "" };
        match self
            .base_url
            .port()
            .filter(|port| !USUAL_PORTS.contains(port))
        {
            Some(port) => format!("{prefix}{name}_{port}").into(),
            None if prefix.is_empty() => name.into(),
            None => format!("{prefix}{name}").into(),
        }
    }

    /// Whether the board is only meant for a browser on this machine.
    pub fn is_local(&self) -> bool {
        !self.is_https() && parse::is_loopback(&self.base_url)
    }
}
