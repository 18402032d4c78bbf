//! One request to a source.

use chrono::TimeDelta;
use reqwest::{
    Response, StatusCode,
    header::{ETAG, HeaderName, IF_MODIFIED_SINCE, IF_NONE_MATCH, LAST_MODIFIED, RETRY_AFTER},
};
use url::Url;

use super::fetch::{Answer, Kind, Problem, Validators};
use crate::platform::{
    config::{Config, Setting},
    outbound::{Manners, Outbound, Trouble},
};

/// Most bytes of all documents of a run.
pub const LARGEST: usize = 32 * 1024 * 1024;

/// Redirects that are followed.
const REDIRECTS: usize = 5;

/// The longest that a source may ask to be left alone.
const LONGEST_WAIT: TimeDelta = TimeDelta::hours(24);

/// Whether sources may be in the operator's own network.
pub const ALLOW_PRIVATE: Setting = Setting {
    name: "ALLOW_PRIVATE_SOURCES",
    default: "no",
    about: "`yes` lets sources of jobs be at addresses of this machine and its network, and over plain http",
    check: Setting::is_yes_no,
    shown: |config| Setting::yes_no(config.is_on(&ALLOW_PRIVATE)),
};

/// Fetches documents.
pub struct Fetcher {
    outbound: Outbound,
    stand_in: Option<Url>,
}

impl Fetcher {
    pub fn new(config: &Config) -> Self {
        Self {
            outbound: Outbound::new(Manners {
                allow_private: config.is_on(&ALLOW_PRIVATE),
                patience: config.source_patience,
                redirects: REDIRECTS,
                trusted: config.sources_at.clone(),
            }),
            stand_in: config.sources_at.clone(),
        }
    }

    /// Why `url` cannot be a source's.
    pub fn objection(&self, url: &Url) -> Option<Trouble> {
        self.outbound.objection(url)
    }

    /// What is at `address`, of at most `room` bytes, which it uses up.
    ///
    /// # Errors
    /// Why there is nothing.
    pub async fn get(
        &self,
        address: &str,
        validators: &Validators,
        room: &mut usize,
    ) -> Result<Answer, Problem> {
        let url = Url::parse(address).map_err(|_| Kind::NoAddress)?;
        let url = self.diverted(url);
        let mut request = self.outbound.client(&url)?.get(url);
        request = request.header(
            "accept",
            "application/json, application/xml, text/xml, text/html, */*",
        );
        if let Some(etag) = &validators.etag {
            request = request.header(IF_NONE_MATCH, etag);
        }
        if let Some(since) = &validators.last_modified {
            request = request.header(IF_MODIFIED_SINCE, since);
        }
        let mut response = request
            .send()
            .await
            .map_err(|error| Trouble::from(&error))?;
        if response.status() == StatusCode::NOT_MODIFIED {
            return Ok(Answer::Same);
        }
        if response.status() != StatusCode::OK {
            return Err(refusal(&response));
        }
        let sent = Validators {
            etag: header(&response, &ETAG),
            last_modified: header(&response, &LAST_MODIFIED),
            ..Validators::default()
        };
        let mut body = Vec::new();
        while let Some(chunk) = response
            .chunk()
            .await
            .map_err(|error| Trouble::from(&error))?
        {
            *room = room.checked_sub(chunk.len()).ok_or(Kind::TooLarge)?;
            body.extend_from_slice(&chunk);
        }
        Ok(Answer::Body(body, sent))
    }

    /// Where a hiring system's server has a stand-in, the same address there, below the server's name.
    fn diverted(&self, url: Url) -> Url {
        let Some(stand_in) = &self.stand_in else {
            return url;
        };
        if url.origin() == stand_in.origin() {
            return url;
        }
        let mut diverted = stand_in.clone();
        diverted.set_path(&format!(
            "/{}{}",
            url.host_str().unwrap_or_default(),
            url.path()
        ));
        diverted.set_query(url.query());
        diverted
    }
}

fn header(response: &Response, name: &HeaderName) -> Option<String> {
    let value = response.headers().get(name)?.to_str().ok()?;
    (value.len() <= 500).then(|| value.to_owned())
}

/// What an answer without a document means.
fn refusal(response: &Response) -> Problem {
    let status = response.status();
    let kind = match status {
        StatusCode::TOO_MANY_REQUESTS => Kind::TooOften,
        StatusCode::NOT_FOUND | StatusCode::GONE => Kind::NoBoard,
        _ => Kind::Status,
    };
    let seconds = header(response, &RETRY_AFTER).and_then(|value| value.parse().ok());
    Problem {
        retry_after: seconds
            .and_then(TimeDelta::try_seconds)
            .map(|wait| wait.clamp(TimeDelta::zero(), LONGEST_WAIT)),
        ..Problem::new(kind, status.to_string())
    }
}
