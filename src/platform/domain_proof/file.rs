//! The file that shows a token.

use std::time::Duration;

use reqwest::{StatusCode, header::LOCATION};
use url::Url;

use super::{Finding, Host, NAME};
use crate::platform::outbound::{Manners, Outbound, Trouble};

/// Bytes that are read of it.
const LARGEST: usize = 4 * 1024;

pub struct Fetcher {
    outbound: Outbound,
    stand_in: Option<Url>,
}

/// Where the file of `host` is.
pub fn address(host: &Host) -> String {
    format!("https://{host}{}", path())
}

fn path() -> String {
    format!("/.well-known/{NAME}-verification.txt")
}

impl Fetcher {
    pub fn new(stand_in: Option<Url>, patience: Duration) -> Self {
        Self {
            outbound: Outbound::new(Manners {
                allow_private: false,
                patience,
                redirects: 0,
                trusted: stand_in.clone(),
            }),
            stand_in,
        }
    }

    pub async fn look(&self, host: &Host, token: &str) -> Finding {
        self.fetch(host, token)
            .await
            .unwrap_or_else(Finding::Unreachable)
    }

    async fn fetch(&self, host: &Host, token: &str) -> Result<Finding, Trouble> {
        let url = match &self.stand_in {
            Some(stand_in) => stand_in.join(&format!("/{host}{}", path())),
            None => Url::parse(&address(host)),
        };
        let url = url.map_err(|_| Trouble::NoAddress)?;
        let request = self.outbound.client(&url)?.get(url);
        let answer = request.header("accept", "text/plain, */*").send().await;
        let mut answer = answer.map_err(|error| Trouble::from(&error))?;
        let status = answer.status();
        if status.is_redirection() {
            let to = answer.headers().get(LOCATION);
            let to = to.map_or("".into(), |to| String::from_utf8_lossy(to.as_bytes()));
            return Ok(Finding::of_redirect(&to));
        }
        if status != StatusCode::OK {
            return Ok(Finding::Status(status.as_u16()));
        }
        let mut start = Vec::new();
        while let Some(chunk) = answer
            .chunk()
            .await
            .map_err(|error| Trouble::from(&error))?
        {
            start.extend_from_slice(&chunk);
            if start.len() >= LARGEST {
                start.truncate(LARGEST);
                break;
            }
        }
        let text = String::from_utf8_lossy(&start);
        let text = text.trim_start_matches('\u{feff}');
        Ok(Finding::of_line(text.lines().next().unwrap_or(""), token))
    }
}
