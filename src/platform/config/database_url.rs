//! Which database, by the scheme of one URL.

use std::{
    fmt,
    path::{Path, PathBuf},
};

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
                match path {
                    "" => Err("names no file after sqlite:".into()),
                    ":memory:" => Err(
                        "must name a file: a database in memory is another one for each connection"
                            .into(),
                    ),
                    _ => Ok(Self::sqlite(path)),
                }
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

    /// The file at `path`, by its whole path, so that messages say which one is meant.
    pub fn sqlite(path: impl AsRef<Path>) -> Self {
        Self::Sqlite(whole(path.as_ref()))
    }

    pub fn is_postgres(&self) -> bool {
        matches!(self, Self::Postgres(_))
    }
}

/// `path` from the root of the file system. It may not exist.
pub fn whole(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// Shows the address without its password.
impl fmt::Display for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => write!(f, "sqlite:{}", path.display()),
            Self::Postgres(url) => {
                let host = url.host_str().unwrap_or("");
                let port = url.port().map_or(String::new(), |port| format!(":{port}"));
                write!(
                    f,
                    "postgres://{}@{host}{port}{}",
                    url.username(),
                    url.path()
                )
            }
        }
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
