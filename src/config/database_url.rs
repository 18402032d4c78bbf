//! Which database, by the scheme of one URL.

use std::{fmt, path::PathBuf};

use url::Url;

/// Where the data lives. Parsed by scheme, so that a typo is an error and not an SQLite file with
/// a strange name.
#[derive(Clone)]
pub enum DatabaseUrl {
    Sqlite(PathBuf),
    Postgres(Url),
}

impl DatabaseUrl {
    /// Accepts `sqlite:PATH`, `sqlite://PATH`, `postgres://…` and `postgresql://…`.
    pub fn parse(value: &str) -> Result<Self, String> {
        match value.split_once(':') {
            Some(("sqlite", path)) => {
                let path = path.strip_prefix("//").unwrap_or(path);
                if path.is_empty() {
                    return Err("names no file after sqlite:".into());
                }
                Ok(Self::Sqlite(path.into()))
            }
            Some(("postgres" | "postgresql", rest)) if rest.starts_with("//") => {
                Url::parse(value).map(Self::Postgres).map_err(|error| {
                    format!("is not a valid postgres:// address ({error}); a / or @ in the password must be percent-encoded")
                })
            }
            Some((scheme, _)) => Err(format!(
                "must begin with sqlite: or postgres://, not {scheme:?}"
            )),
            None => Err(format!(
                "must begin with sqlite: or postgres://, like sqlite:{value}"
            )),
        }
    }

    pub fn is_postgres(&self) -> bool {
        matches!(self, Self::Postgres(_))
    }
}

/// Shows the address without its password.
impl fmt::Display for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => write!(f, "sqlite:{}", path.display()),
            Self::Postgres(url) => {
                let host = url.host_str().unwrap_or("");
                write!(f, "postgres://{}@{host}{}", url.username(), url.path())
            }
        }
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
