//! Whether somebody controls a domain: they are told a token, and put it where only the domain's owner can. That
//! is a TXT record, asked of the zone's own servers, or a file on the host's web server.

mod dns;
mod file;
mod finding;
mod host;
mod record;

use std::time::Duration;

use futures_util::future::join;
use tokio::time::timeout;

use self::{dns::Resolver, file::Fetcher};
pub use self::{
    finding::{Finding, Findings, Found, Way},
    host::Host,
};
use super::{config::Config, outbound::Trouble};

/// The label of the record that stands beside the host's own, and the beginning of the file's name.
const NAME: &str = "jobboard";

/// How long everything may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// Looks for tokens.
pub struct Prover {
    resolver: Resolver,
    fetcher: Fetcher,
    patience: Duration,
}

impl Prover {
    pub fn new(config: &Config) -> Self {
        let stand_ins = config.domains_at.as_ref();
        let patience = stand_ins.map_or(PATIENCE, |them| them.patience);
        Self {
            resolver: Resolver::new(stand_ins.map(|them| them.root)),
            fetcher: Fetcher::new(stand_ins.map(|them| them.files.clone()), patience),
            patience,
        }
    }

    /// Looks in every place for the token of `host`. Takes ten seconds at most.
    pub async fn prove(&self, host: &Host, token: &str) -> Findings {
        let records = timeout(self.patience, record::look(&self.resolver, host, token));
        let file = timeout(self.patience, self.fetcher.look(host, token));
        let (records, file) = join(records, file).await;
        let (record, named_record) = records.unwrap_or((Finding::NoAnswer, Finding::NoAnswer));
        Findings {
            record: Found {
                at: host.to_string(),
                finding: record,
            },
            named_record: Found {
                at: named(host),
                finding: named_record,
            },
            file: Found {
                at: file::address(host),
                finding: file.unwrap_or(Finding::Unreachable(Trouble::NoAnswer)),
            },
        }
    }

    /// The places where the token of `host` may be, for people who are to put it there.
    pub fn places(host: &Host) -> [(Way, String); 3] {
        [
            (Way::Record, host.to_string()),
            (Way::NamedRecord, named(host)),
            (Way::File, file::address(host)),
        ]
    }
}

fn named(host: &Host) -> String {
    format!("_{NAME}.{host}")
}
