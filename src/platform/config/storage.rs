//! Where the files that people sent are kept, and how it is reached.

use std::{
    fmt,
    path::{Path, PathBuf},
    time::Duration,
};

use url::Url;

use super::{ConfigError, database_url::whole};

/// Where files are, and what opens it.
#[derive(Clone, Debug)]
pub struct Storage {
    pub place: Place,
    pub access: Access,
}

/// A folder, or a bucket of Amazon S3 or of a server that speaks its protocol.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Place {
    Folder(PathBuf),
    /// `prefix` stands before the names in the bucket, without a slash at its end; it may be empty.
    S3 {
        bucket: String,
        prefix: String,
    },
}

/// What opens a bucket, as the usual variables of AWS have it.
#[derive(Clone)]
pub struct Access {
    /// The server; without one, Amazon's.
    pub endpoint: Option<Url>,
    pub region: Option<String>,
    /// The id of a key, and the key. Without one, the machine's own role counts.
    pub key: Option<(String, String)>,
    /// How long a file may take, with all tries. Not a setting: tests shorten it.
    pub patience: Duration,
}

impl Storage {
    pub(super) fn read(
        setting: impl Fn(&'static str) -> Option<String>,
        data_dir: &Path,
    ) -> Result<Self, ConfigError> {
        let place = match setting("FILES_URL") {
            Some(url) => {
                Place::parse(&url).map_err(|problem| ConfigError::new("FILES_URL", problem))?
            }
            None => Place::Folder(data_dir.join("files")),
        };
        let endpoint = setting("AWS_ENDPOINT_URL")
            .map(|url| endpoint(&url))
            .transpose()?;
        let key = match (
            setting("AWS_ACCESS_KEY_ID"),
            setting("AWS_SECRET_ACCESS_KEY"),
        ) {
            (Some(id), Some(secret)) => Some((id, secret)),
            (None, None) => None,
            (Some(_), None) => return Err(alone("AWS_SECRET_ACCESS_KEY", "AWS_ACCESS_KEY_ID")),
            (None, Some(_)) => return Err(alone("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")),
        };
        let region = setting("AWS_REGION");
        Ok(Self {
            place,
            access: Access {
                endpoint,
                region,
                key,
                patience: Duration::from_secs(10),
            },
        })
    }

    /// Another place that is reached in the same way.
    ///
    /// # Errors
    /// What is wrong with `url`, as the rest of a sentence.
    pub fn at(&self, url: &str) -> Result<Self, String> {
        Ok(Self {
            place: Place::parse(url)?,
            access: self.access.clone(),
        })
    }
}

impl Place {
    /// Accepts the path of a folder and `s3://bucket/prefix`.
    fn parse(value: &str) -> Result<Self, String> {
        let Some(rest) = value.strip_prefix("s3://") else {
            return match value.split_once("://") {
                Some((scheme, _)) => Err(format!(
                    "must be a folder or s3://bucket/prefix, not {scheme:?}"
                )),
                None => Ok(Self::Folder(whole(value.as_ref()))),
            };
        };
        let (bucket, prefix) = rest.split_once('/').unwrap_or((rest, ""));
        let of_bucket = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || ".-".contains(c);
        if !(3..=63).contains(&bucket.len()) || !bucket.chars().all(of_bucket) {
            return Err(format!(
                "must name a bucket, like s3://jobs-example/files, not {bucket:?}"
            ));
        }
        let prefix = prefix.trim_end_matches('/');
        let of_prefix = |c: char| c.is_ascii_alphanumeric() || "._-".contains(c);
        let is_part =
            |part: &str| !part.trim_matches('.').is_empty() && part.chars().all(of_prefix);
        if !prefix.is_empty() && !prefix.split('/').all(is_part) {
            return Err(format!(
                "may have letters, digits, dots, hyphens and slashes after the bucket, not {prefix:?}"
            ));
        }
        Ok(Self::S3 {
            bucket: bucket.to_owned(),
            prefix: prefix.to_owned(),
        })
    }
}

fn endpoint(value: &str) -> Result<Url, ConfigError> {
    Url::parse(value)
        .ok()
        .filter(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
        .filter(|url| url.username().is_empty() && url.password().is_none())
        .filter(|url| url.query().is_none() && url.fragment().is_none())
        .ok_or_else(|| {
            ConfigError::new(
                "AWS_ENDPOINT_URL",
                "must be a web address like https://s3.example.org",
            )
        })
}

fn alone(missing: &'static str, set: &str) -> ConfigError {
    ConfigError::new(missing, format!("must be set too, since {set} is"))
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder(path) => write!(f, "{}", path.display()),
            Self::S3 { bucket, prefix } if prefix.is_empty() => write!(f, "s3://{bucket}"),
            Self::S3 { bucket, prefix } => write!(f, "s3://{bucket}/{prefix}"),
        }
    }
}

/// Shows no key.
impl fmt::Debug for Access {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Access")
            .field("endpoint", &self.endpoint.as_ref().map(Url::as_str))
            .field("region", &self.region)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_a_folder_or_a_bucket() {
        let s3 = |bucket: &str, prefix: &str| {
            Ok(Place::S3 {
                bucket: bucket.into(),
                prefix: prefix.into(),
            })
        };
        assert_eq!(
            Place::parse("/srv/files"),
            Ok(Place::Folder("/srv/files".into()))
        );
        assert_eq!(Place::parse("s3://jobs.example"), s3("jobs.example", ""));
        assert_eq!(Place::parse("s3://jobs/a/B_1/"), s3("jobs", "a/B_1"));
        for wrong in [
            "https://jobs.example/files",
            "s3://",
            "s3://x",
            "s3://Jobs",
            "s3://jobs/../x",
            "s3://jobs//x",
            "s3://jobs/a b",
        ] {
            assert!(Place::parse(wrong).is_err(), "{wrong}");
        }
    }
}
