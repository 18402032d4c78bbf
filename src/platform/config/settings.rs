//! What can be set: the settings of the platform here, those of a feature where the feature is.

use std::fmt::Display;

use super::{Config, parse};
use crate::text::color::Color;

/// One setting: an environment variable, its default as shown to people, and what it does.
#[derive(Debug)]
pub struct Setting {
    pub name: &'static str,
    pub default: &'static str,
    pub about: &'static str,
    /// Refuses a value that cannot be meant, with the rest of a sentence that begins with the name. Those
    /// of the platform are read when the [`Config`] is made, and refused there.
    pub check: fn(&str) -> Result<(), String>,
    /// The value in use. What lets somebody in is not shown.
    pub shown: fn(&Config) -> String,
}

impl Setting {
    /// For the `check` of a setting that is `yes` or `no`.
    pub fn is_yes_no(value: &str) -> Result<(), String> {
        parse::yes_no(Some(value)).map(|_| ())
    }

    /// `yes` or `no`.
    pub fn yes_no(is: bool) -> String {
        if is { "yes" } else { "no" }.to_owned()
    }
}

/// What the board runs on, whatever its features are.
pub const SETTINGS: &[Setting] = &[
    Setting {
        name: "DATABASE_URL",
        default: "sqlite:DATA_DIR/jobboard.db",
        about: "`sqlite:PATH` or `postgres://user:password@host/database`",
        check: |_| Ok(()),
        shown: |config| config.database_url.to_string(),
    },
    Setting {
        name: "BIND",
        default: "127.0.0.1:8080",
        about: "address and port to listen on",
        check: |_| Ok(()),
        shown: |config| config.bind.to_string(),
    },
    Setting {
        name: "METRICS_BIND",
        default: "none",
        about: "address and port on which `/metrics` is served for Prometheus, with `/livez` and `/readyz`",
        check: |_| Ok(()),
        shown: |config| or_none(config.metrics_bind.as_ref()),
    },
    Setting {
        name: "BASE_URL",
        default: "http://BIND",
        about: "the address people type; `https://…` makes the session cookie `__Host-` and `Secure`",
        check: |_| Ok(()),
        shown: |config| config.base_url.to_string(),
    },
    Setting {
        name: "DATA_DIR",
        default: "data",
        about: "where the SQLite database and the generated signing key live",
        check: |_| Ok(()),
        shown: |config| config.data_dir.display().to_string(),
    },
    Setting {
        name: "FILES_URL",
        default: "DATA_DIR/files",
        about: "where pictures that people upload are kept: a folder, or `s3://bucket/prefix`",
        check: |_| Ok(()),
        shown: |config| config.storage.place.to_string(),
    },
    Setting {
        name: "AWS_ENDPOINT_URL",
        default: "Amazon's",
        about: "the S3 server of FILES_URL, like `https://s3.example.org`, where it is not Amazon's",
        check: |_| Ok(()),
        shown: |config| or_none(config.storage.access.endpoint.as_ref()),
    },
    Setting {
        name: "AWS_REGION",
        default: "us-east-1",
        about: "the region of the bucket in FILES_URL",
        check: |_| Ok(()),
        shown: |config| or_none(config.storage.access.region.as_ref()),
    },
    Setting {
        name: "AWS_ACCESS_KEY_ID",
        default: "none",
        about: "the id of the key that may read and write the bucket in FILES_URL",
        check: |_| Ok(()),
        shown: |config| or_none(config.storage.access.key.as_ref().map(|(id, _)| id)),
    },
    Setting {
        name: "AWS_SECRET_ACCESS_KEY",
        default: "none",
        about: "the key itself",
        check: |_| Ok(()),
        shown: |config| {
            let key = config.storage.access.key.as_ref();
            or_none(key.map(|_| "set"))
        },
    },
    Setting {
        name: "SITE_NAME",
        default: "as in the settings, or Job board",
        about: "the name in the page header, titles and mails; nobody can change it in the browser then",
        check: |_| Ok(()),
        shown: |config| chosen_or(config.site_name.clone()),
    },
    Setting {
        name: "BRAND_COLOR",
        default: "as in the settings, or green",
        about: "the color of links and buttons, like `#0f5c4d`; made lighter or darker where it could not be read",
        check: |_| Ok(()),
        shown: |config| chosen_or(config.brand_color.map(Color::css)),
    },
    Setting {
        name: "TIME_ZONE",
        default: "UTC",
        about: "where days begin and end, by its IANA name like `Europe/Berlin`: jobs close at its midnight",
        check: |_| Ok(()),
        shown: |config| config.time_zone.to_string(),
    },
    Setting {
        name: "JWT_KEYS",
        default: "made once, kept in DATA_DIR/jwt_keys",
        about: "`id:secret[,id:secret…]`; the first signs, all verify; 32 characters or more each",
        check: |_| Ok(()),
        shown: jwt_keys,
    },
    Setting {
        name: "TRUSTED_PROXIES",
        default: "none",
        about: "addresses or networks of the proxies in front, like `10.0.0.0/8`, whose `X-Forwarded-For` is believed",
        check: |_| Ok(()),
        shown: trusted_proxies,
    },
    Setting {
        name: "SMTP_URL",
        default: "none",
        about: "the mail server, `smtp://user:password@host:587` or `smtps://…`; without one, mails are written to DATA_DIR/mail",
        check: |_| Ok(()),
        shown: |config| {
            config
                .smtp_url
                .as_ref()
                .map_or("none".into(), |url| format!("{url:?}"))
        },
    },
    Setting {
        name: "MAIL_FROM",
        default: "jobboard@host of BASE_URL",
        about: "who mails are from; without a name, the site",
        check: |_| Ok(()),
        shown: |config| config.mail_from.to_string(),
    },
    Setting {
        name: "SECURITY_CONTACT",
        default: "MAIL_FROM",
        about: "who to tell of a hole, in /.well-known/security.txt: an email address or an `https://…` page",
        check: |_| Ok(()),
        shown: Config::security_contact,
    },
    Setting {
        name: "LOG_FORMAT",
        default: "auto",
        about: "`human`, `json`, or `auto` (human on a terminal, JSON elsewhere)",
        check: |_| Ok(()),
        shown: |config| config.log_format.to_string(),
    },
    Setting {
        name: "DATABASE_CONNECTIONS",
        default: "4",
        about: "connections kept open to the database, 1 to 64",
        check: |_| Ok(()),
        shown: |config| config.database_connections.to_string(),
    },
    Setting {
        name: "ALLOW_INSECURE_HTTP",
        default: "no",
        about: "`yes` permits an `http://` BASE_URL that is not this machine: passwords then travel in the clear",
        check: |_| Ok(()),
        shown: |config| Setting::yes_no(config.allow_insecure_http),
    },
];

/// What administrators choose is in the database.
fn chosen_or(value: Option<String>) -> String {
    value.unwrap_or_else(|| "as in the settings".into())
}

fn or_none(value: Option<impl Display>) -> String {
    value.map_or("none".into(), |value| value.to_string())
}

fn jwt_keys(config: &Config) -> String {
    match &config.jwt_keys {
        Some(keys) => format!("{keys:?}"),
        None => format!("in {}", config.data_dir.join("jwt_keys").display()),
    }
}

fn trusted_proxies(config: &Config) -> String {
    if config.trusted_proxies.is_empty() {
        return "none".into();
    }
    let networks: Vec<String> = config
        .trusted_proxies
        .iter()
        .map(ToString::to_string)
        .collect();
    networks.join(",")
}
