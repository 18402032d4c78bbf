//! Asks the servers of a zone themselves, found from the root on. What other resolvers remember, or make up,
//! does not count; and a record is seen as soon as it is there.

mod ask;
mod reply;

use std::{
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
    sync::atomic::{AtomicU32, Ordering},
};

use futures_util::{
    FutureExt,
    future::{BoxFuture, join_all, select_ok},
};
use hickory_proto::rr::{Name, RData, Record, RecordType};

use self::{
    ask::ask,
    reply::{Reply, Servers},
};
use crate::platform::outbound::is_public;

/// Servers of the root, of which any will do (https://www.internic.net/domain/named.root).
const ROOT: [IpAddr; 8] = [
    IpAddr::V4(Ipv4Addr::new(198, 41, 0, 4)),
    IpAddr::V4(Ipv4Addr::new(193, 0, 14, 129)),
    IpAddr::V4(Ipv4Addr::new(192, 5, 5, 241)),
    IpAddr::V4(Ipv4Addr::new(199, 7, 83, 42)),
    IpAddr::V4(Ipv4Addr::new(192, 36, 148, 17)),
    IpAddr::V4(Ipv4Addr::new(199, 7, 91, 13)),
    IpAddr::V6(Ipv6Addr::new(0x2001, 0x07fd, 0, 0, 0, 0, 0, 1)),
    IpAddr::V6(Ipv6Addr::new(0x2001, 0x0500, 0x2f, 0, 0, 0, 0, 0xf)),
];

/// The port that name servers listen on.
const PORT: u16 = 53;

/// Servers of a zone that are asked, and how many at once.
const MOST_SERVERS: usize = 4;
const AT_ONCE: usize = 2;

/// Zones on the way to a name.
const MOST_ZONES: usize = 12;

/// Names of servers that have to be looked up to look one up.
const DEEPEST: usize = 3;

/// Questions that a search may ask in all: the servers of a zone can name others without end.
const MOST_QUESTIONS: u32 = 60;

/// Why nobody could say.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Failure {
    /// Not even the root answers: the network that the board is in does not let it ask.
    NoDns,
    NoAnswer,
    NotAuthoritative,
    PrivateServers,
}

/// Finds out who answers for a name.
pub struct Resolver {
    root: Vec<SocketAddr>,
    port: u16,
    /// Whether servers may be on this machine, as those of tests are.
    allows_this_machine: bool,
}

/// One search, with the questions that it may still ask.
pub struct Search<'a> {
    resolver: &'a Resolver,
    left: AtomicU32,
}

/// A zone, and servers that answer for it.
#[derive(Clone, Debug)]
pub struct Zone {
    name: Name,
    servers: Vec<SocketAddr>,
}

impl Resolver {
    /// Begins at the root, or at `stand_in`.
    pub fn new(stand_in: Option<SocketAddr>) -> Self {
        match stand_in {
            Some(root) => Self {
                root: vec![root],
                port: root.port(),
                allows_this_machine: true,
            },
            None => Self {
                root: ROOT.map(|address| (address, PORT).into()).to_vec(),
                port: PORT,
                allows_this_machine: false,
            },
        }
    }

    pub fn search(&self) -> Search<'_> {
        Search {
            resolver: self,
            left: AtomicU32::new(MOST_QUESTIONS),
        }
    }

    fn may_ask(&self, address: IpAddr) -> bool {
        is_public(address) || self.allows_this_machine && address.is_loopback()
    }
}

impl Search<'_> {
    /// The zone that `name` is in, from the root on or from a zone above it.
    ///
    /// # Errors
    /// When no server answers for it.
    pub async fn zone(
        &self,
        name: &Name,
        kind: RecordType,
        above: Option<Zone>,
    ) -> Result<Zone, Failure> {
        self.zone_of(name, kind, above, 0).await
    }

    /// What the servers of `zone` say of `name`, all of them together: where a record was just made, some may
    /// not have it yet.
    pub async fn answers(&self, zone: &Zone, name: &Name, kind: RecordType) -> Vec<Record> {
        let servers = zone.servers.iter();
        let replies = servers.map(|server| self.ask(*server, zone, name, kind));
        let replies = join_all(replies).await.into_iter().flatten();
        replies
            .flat_map(|reply| match reply {
                Reply::Answer(records) => records,
                Reply::Referral(_) => Vec::new(),
            })
            .collect()
    }

    async fn zone_of(
        &self,
        name: &Name,
        kind: RecordType,
        above: Option<Zone>,
        depth: usize,
    ) -> Result<Zone, Failure> {
        let mut zone = above.unwrap_or_else(|| Zone {
            name: Name::root(),
            servers: self.resolver.root.clone(),
        });
        for _ in 0..MOST_ZONES {
            let first = self.first(&zone, name, kind).await;
            let reply = first.map_err(|failure| match zone.name.is_root() {
                true => Failure::NoDns,
                false => failure,
            });
            match reply? {
                Reply::Answer(_) => return Ok(zone),
                Reply::Referral(servers) => zone = self.below(servers, depth).await?,
            }
        }
        Err(Failure::NotAuthoritative)
    }

    /// The first answer of any server of `zone`.
    async fn first(&self, zone: &Zone, name: &Name, kind: RecordType) -> Result<Reply, Failure> {
        let mut failure = Failure::NoAnswer;
        for servers in zone.servers.chunks(AT_ONCE) {
            let servers = servers.iter();
            let asked = servers.map(|server| self.ask(*server, zone, name, kind).boxed());
            match select_ok(asked).await {
                Ok((reply, _)) => return Ok(reply),
                Err(Failure::NoAnswer) => {}
                Err(other) => failure = other,
            }
        }
        Err(failure)
    }

    async fn ask(
        &self,
        server: SocketAddr,
        zone: &Zone,
        name: &Name,
        kind: RecordType,
    ) -> Result<Reply, Failure> {
        let took = self
            .left
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| {
                left.checked_sub(1)
            });
        took.map_err(|_| Failure::NoAnswer)?;
        let message = ask(server, name, kind).await.ok_or(Failure::NoAnswer)?;
        Reply::read(message, &zone.name, name).ok_or(Failure::NotAuthoritative)
    }

    /// The zone that a referral leads to. Its servers are named by whoever has the zone, so that they are asked
    /// only where they are on the public internet.
    async fn below(&self, servers: Servers, depth: usize) -> Result<Zone, Failure> {
        let mut addresses = servers.addresses;
        if addresses.is_empty() {
            for name in servers.names.iter().take(AT_ONCE) {
                addresses.extend(self.addresses(name, depth).await.unwrap_or_default());
            }
        }
        if addresses.is_empty() {
            return Err(Failure::NoAnswer);
        }
        // Not every machine has IPv6.
        addresses.sort_by_key(IpAddr::is_ipv6);
        addresses.dedup();
        addresses.retain(|address| self.resolver.may_ask(*address));
        if addresses.is_empty() {
            return Err(Failure::PrivateServers);
        }
        let port = self.resolver.port;
        let addresses = addresses.into_iter().take(MOST_SERVERS);
        Ok(Zone {
            name: servers.zone,
            servers: addresses.map(|address| (address, port).into()).collect(),
        })
    }

    /// The addresses of a server that is named without any.
    fn addresses<'a>(
        &'a self,
        name: &'a Name,
        depth: usize,
    ) -> BoxFuture<'a, Result<Vec<IpAddr>, Failure>> {
        async move {
            if depth >= DEEPEST {
                return Err(Failure::NoAnswer);
            }
            for kind in [RecordType::A, RecordType::AAAA] {
                let zone = self.zone_of(name, kind, None, depth + 1).await?;
                let Reply::Answer(records) = self.first(&zone, name, kind).await? else {
                    continue;
                };
                let records = records.iter().filter(|record| record.name == *name);
                let found: Vec<IpAddr> = records.filter_map(address).collect();
                if !found.is_empty() {
                    return Ok(found);
                }
            }
            Err(Failure::NoAnswer)
        }
        .boxed()
    }
}

fn address(record: &Record) -> Option<IpAddr> {
    match &record.data {
        RData::A(address) => Some(address.0.into()),
        RData::AAAA(address) => Some(address.0.into()),
        _ => None,
    }
}
