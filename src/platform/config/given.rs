//! What the environment and the file `.env` set, and the value of each setting as it may be shown.

use std::{collections::BTreeMap, ffi::OsString, path::Path};

use super::{Config, ConfigError, Setting, dotenv, misspelt};

/// The variables of the environment, and those that the file `.env` adds.
pub struct Given {
    environment: BTreeMap<String, String>,
    file: BTreeMap<String, String>,
}

impl Given {
    /// Reads the environment of the process and the file `.env` in the working directory, where these
    /// `settings` are looked for.
    ///
    /// # Errors
    /// When `.env` cannot be read, or a setting is not text.
    pub fn read(settings: &[&Setting]) -> Result<Self, ConfigError> {
        let mut environment = BTreeMap::new();
        for (name, value) in std::env::vars_os() {
            if let (Ok(name), value) = (name.into_string(), value) {
                environment.extend(text(name, value, settings)?);
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

    /// What to tell of names that look like `settings` and are none, as sentences.
    pub fn warnings(&self, settings: &[&Setting]) -> Vec<String> {
        let (file, environment) = (self.file.keys(), self.environment.keys());
        file.filter_map(|name| misspelt::in_file(name, settings))
            .chain(environment.filter_map(|name| misspelt::in_environment(name, settings)))
            .collect()
    }

    /// Name, value, and source of each of `settings`.
    pub fn shown<'a>(
        &'a self,
        settings: &'a [&'static Setting],
        config: &'a Config,
    ) -> impl Iterator<Item = (&'static str, String, &'static str)> + 'a {
        settings.iter().map(|setting| {
            let source = if is_set(&self.environment, setting.name).is_some() {
                "environment"
            } else if is_set(&self.file, setting.name).is_some() {
                ".env"
            } else {
                "default"
            };
            (setting.name, (setting.shown)(config), source)
        })
    }
}

/// A variable that is not text is none of the board's, unless it has the name of a setting.
fn text(
    name: String,
    value: OsString,
    settings: &[&Setting],
) -> Result<Option<(String, String)>, ConfigError> {
    match value.into_string() {
        Ok(value) => Ok(Some((name, value))),
        Err(_) if settings.iter().any(|setting| setting.name == name) => {
            Err(ConfigError::new(name, "is not UTF-8"))
        }
        Err(_) => Ok(None),
    }
}

fn is_set<'a>(given: &'a BTreeMap<String, String>, name: &str) -> Option<&'a str> {
    let value = given.get(name)?.as_str();
    (!value.trim().is_empty()).then_some(value)
}
