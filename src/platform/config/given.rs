//! What the environment and the file `.env` set, and the value of each setting as it may be shown.

use std::{collections::BTreeMap, ffi::OsString, path::Path};

use super::{Config, ConfigError, dotenv, misspelt, settings::SETTINGS};

/// The variables of the environment, and those that the file `.env` adds.
pub struct Given {
    environment: BTreeMap<String, String>,
    file: BTreeMap<String, String>,
}

impl Given {
    /// Reads the environment of the process and the file `.env` in the working directory.
    ///
    /// # Errors
    /// When `.env` cannot be read, or a setting is not text.
    pub fn read() -> Result<Self, ConfigError> {
        let mut environment = BTreeMap::new();
        for (name, value) in std::env::vars_os() {
            if let (Ok(name), value) = (name.into_string(), value) {
                environment.extend(text(name, value)?);
            }
        }
        Ok(Self {
            environment,
            file: dotenv::read(Path::new(".env"))?.into_iter().collect(),
        })
    }

    /// What `name` is set to. The environment goes before the file, unless it holds nothing but spaces.
    pub fn get(&self, name: &str) -> Option<String> {
        [&self.environment, &self.file]
            .into_iter()
            .find_map(|given| is_set(given, name))
            .map(ToOwned::to_owned)
    }

    /// What to tell of names that look like settings and are none, as sentences.
    pub fn warnings(&self) -> Vec<String> {
        let in_file = self.file.keys().filter_map(|name| misspelt::in_file(name));
        let environment = self.environment.keys();
        in_file
            .chain(environment.filter_map(|name| misspelt::in_environment(name)))
            .collect()
    }

    /// Name, value, and source of every setting.
    pub fn settings<'a>(
        &'a self,
        config: &'a Config,
    ) -> impl Iterator<Item = (&'static str, String, &'static str)> + 'a {
        SETTINGS.iter().map(|setting| {
            let source = if is_set(&self.environment, setting.name).is_some() {
                "environment"
            } else if is_set(&self.file, setting.name).is_some() {
                ".env"
            } else {
                "default"
            };
            (setting.name, shown(config, setting.name), source)
        })
    }
}

/// A variable that is not text is none of the board's, unless it has the name of a setting.
fn text(name: String, value: OsString) -> Result<Option<(String, String)>, ConfigError> {
    match value.into_string() {
        Ok(value) => Ok(Some((name, value))),
        Err(_) if SETTINGS.iter().any(|setting| setting.name == name) => {
            Err(ConfigError::new(name, "is not UTF-8"))
        }
        Err(_) => Ok(None),
    }
}

fn is_set<'a>(given: &'a BTreeMap<String, String>, name: &str) -> Option<&'a str> {
    let value = given.get(name)?.as_str();
    (!value.trim().is_empty()).then_some(value)
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
