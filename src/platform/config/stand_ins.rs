//! Servers of the tests' own, in the place of those of the internet.

use std::{net::SocketAddr, time::Duration};

use url::Url;

/// What proves domains in tests.
#[derive(Clone, Debug)]
pub struct StandIns {
    /// A name server in the place of the root's. The servers it refers to are asked at its port; they may be
    /// on this machine.
    pub root: SocketAddr,
    /// A web server that has the files of all hosts, each below its name.
    pub files: Url,
    /// How long everything may take.
    pub patience: Duration,
}
