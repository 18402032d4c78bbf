//! Settings, from text to what they mean. What cannot be meant is an error that names the setting.

use std::net::{IpAddr, SocketAddr};

use ipnet::IpNet;
use lettre::message::Mailbox;
use url::Url;

use super::ConfigError;
use crate::{
    platform::{brand::LONGEST_NAME, mail_address::MailAddress},
    text::color::Color,
};

/// Refuses line breaks and other control characters in a value: none of the settings can mean them, and
/// they would break the header of a mail or a line of the log.
pub fn one_line(name: &'static str, value: Option<&str>) -> Result<(), ConfigError> {
    let breaks = |letter: char| letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}');
    match value {
        Some(value) if value.trim().contains(breaks) => Err(ConfigError::new(
            name,
            "holds a line break or another control character",
        )),
        _ => Ok(()),
    }
}

pub fn site_name(name: String) -> Result<String, ConfigError> {
    short("SITE_NAME", &name)?;
    Ok(name)
}

pub fn color(value: String) -> Result<Color, ConfigError> {
    Color::parse(&value).ok_or_else(|| {
        ConfigError::new(
            "BRAND_COLOR",
            format!("must be a color like #0f5c4d, not {value:?}"),
        )
    })
}

fn short(setting: &'static str, name: &str) -> Result<(), ConfigError> {
    match name.chars().count() {
        0..=LONGEST_NAME => Ok(()),
        length => Err(ConfigError::new(
            setting,
            format!("has a name of {length} characters; {LONGEST_NAME} is the most"),
        )),
    }
}

pub fn bind(name: &'static str, value: &str) -> Result<SocketAddr, ConfigError> {
    value.parse().map_err(|_| {
        ConfigError::new(
            name,
            format!("must be an IP address and a port, like 127.0.0.1:8080, not {value:?}"),
        )
    })
}

pub fn base_url(
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
    // A password may stand before the @: the value is not to be shown.
    if value.contains('@') {
        return Err(wrong(
            "must be a web address without a user, a password or an @".into(),
        ));
    }
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

/// An address that `security.txt` may hold (RFC 9116, section 2.5.3).
pub fn contact(value: String) -> Result<String, ConfigError> {
    if let Ok(MailAddress(address)) = MailAddress::parse(&value) {
        return Ok(format!("mailto:{address}"));
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

/// Without a setting, an address at the domain of the board.
pub fn mail_from(value: Option<String>, base_url: &Url) -> Result<Mailbox, ConfigError> {
    let wrong = |value: &str| {
        ConfigError::new(
            "MAIL_FROM",
            format!(
                "must be an email address, or a name and one like Jobs <jobs@example.org>, not {value:?}"
            ),
        )
    };
    if let Some(value) = value {
        let mailbox: Mailbox = value.parse().map_err(|_| wrong(&value))?;
        short("MAIL_FROM", mailbox.name.as_deref().unwrap_or_default())?;
        return Ok(mailbox);
    }
    let address = format!("jobboard@{}", base_url.domain().unwrap_or("localhost"));
    let address = address.parse().map_err(|_| wrong(&address))?;
    Ok(Mailbox::new(None, address))
}

pub fn connections(value: Option<String>) -> Result<u32, ConfigError> {
    match value.as_deref().map(str::parse) {
        None => Ok(4),
        Some(Ok(count @ 1..=64)) => Ok(count),
        Some(_) => Err(ConfigError::new(
            "DATABASE_CONNECTIONS",
            "must be a number from 1 to 64",
        )),
    }
}

pub fn proxies(value: Option<String>) -> Result<Vec<IpNet>, ConfigError> {
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

pub fn yes_no(value: Option<&str>) -> Result<bool, String> {
    match value {
        None | Some("no" | "false" | "0") => Ok(false),
        Some("yes" | "true" | "1") => Ok(true),
        Some(other) => Err(format!("must be yes or no, not {other:?}")),
    }
}

pub fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(url::Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(url::Host::Ipv4(address)) => address.is_loopback(),
        Some(url::Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}
