//! Where each setting comes from, and its value as it may be shown.

use std::collections::HashSet;

use super::{Config, SETTINGS};

/// The settings that were in the environment before a `.env` file added to it.
pub struct Given(HashSet<&'static str>);

impl Given {
    /// Call it before anything reads the `.env` file.
    pub fn in_environment() -> Self {
        let names = SETTINGS.iter().map(|setting| setting.name);
        Self(names.filter(|name| is_set(name)).collect())
    }

    /// Name, value, and source of every setting.
    pub fn settings<'a>(
        &'a self,
        config: &'a Config,
    ) -> impl Iterator<Item = (&'static str, String, &'static str)> + 'a {
        SETTINGS.iter().map(|setting| {
            let source = if self.0.contains(setting.name) {
                "environment"
            } else if is_set(setting.name) {
                ".env"
            } else {
                "default"
            };
            (setting.name, shown(config, setting.name), source)
        })
    }
}

fn is_set(name: &str) -> bool {
    std::env::var(name).is_ok_and(|value| !value.trim().is_empty())
}

/// The value in use. What lets somebody in is not shown.
fn shown(config: &Config, name: &str) -> String {
    let yes_no = |is: bool| if is { "yes" } else { "no" }.to_owned();
    match name {
        "DATABASE_URL" => config.database_url.to_string(),
        "BIND" => config.bind.to_string(),
        "METRICS_BIND" => config
            .metrics_bind
            .map_or("none".into(), |bind| bind.to_string()),
        "BASE_URL" => config.base_url.to_string(),
        "DATA_DIR" => config.data_dir.display().to_string(),
        "SITE_NAME" => config.site_name.clone(),
        "JWT_KEYS" => match &config.jwt_keys {
            Some(keys) => format!("{keys:?}"),
            None => format!("in {}", config.data_dir.join("jwt_keys").display()),
        },
        "TRUSTED_PROXIES" if config.trusted_proxies.is_empty() => "none".into(),
        "TRUSTED_PROXIES" => {
            let networks: Vec<String> = config
                .trusted_proxies
                .iter()
                .map(ToString::to_string)
                .collect();
            networks.join(",")
        }
        "SMTP_URL" => config
            .smtp_url
            .as_ref()
            .map_or("none".into(), |url| format!("{url:?}")),
        "MAIL_FROM" => config.mail_from.to_string(),
        "SECURITY_CONTACT" => config.security_contact(),
        "ALLOW_PRIVATE_WEBHOOKS" => yes_no(config.allow_private_webhooks),
        "VERIFY_EMAIL" => yes_no(config.verify_email),
        "LOG_FORMAT" => if config.log_format.is_json() {
            "json"
        } else {
            "human"
        }
        .into(),
        "DATABASE_CONNECTIONS" => config.database_connections.to_string(),
        "ALLOW_INSECURE_HTTP" => yes_no(config.allow_insecure_http),
        _ => String::new(),
    }
}
