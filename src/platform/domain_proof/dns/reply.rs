//! What a name server's answer means.

use std::net::IpAddr;

use hickory_proto::{
    op::{Message, ResponseCode},
    rr::{Name, RData, Record},
};

use super::address;

/// Servers that are named for a zone; a zone has thirteen at most, one that has more is read so far.
const MOST_NAMED: usize = 13;

pub enum Reply {
    /// The records of a server that answers for the zone; none where the name has none.
    Answer(Vec<Record>),
    /// Who is to be asked instead.
    Referral(Servers),
}

/// The servers of a zone, and those of their addresses that came along.
pub struct Servers {
    pub zone: Name,
    pub names: Vec<Name>,
    pub addresses: Vec<IpAddr>,
}

impl Reply {
    /// What a server of `zone` says of `name`; nothing where it does not know for sure. It may refer to zones
    /// further down towards the name, and to no others.
    pub fn read(message: Message, zone: &Name, name: &Name) -> Option<Self> {
        let code = message.metadata.response_code;
        if !matches!(code, ResponseCode::NoError | ResponseCode::NXDomain) {
            return None;
        }
        if message.metadata.authoritative {
            return Some(Self::Answer(message.answers));
        }
        let leads_down = |record: &&Record| {
            let below = &record.name;
            zone.zone_of(below) && zone != below && below.zone_of(name)
        };
        let named: Vec<(&Name, &Name)> = message
            .authorities
            .iter()
            .filter(leads_down)
            .filter_map(|record| match &record.data {
                RData::NS(server) => Some((&record.name, &server.0)),
                _ => None,
            })
            .take(MOST_NAMED)
            .collect();
        let (below, _) = *named.first()?;
        let names: Vec<Name> = named
            .iter()
            .filter(|(zone, _)| *zone == below)
            .map(|(_, server)| (*server).clone())
            .collect();
        let additionals = message.additionals.iter();
        let addresses = additionals.filter(|record| names.contains(&record.name));
        Some(Self::Referral(Servers {
            zone: below.clone(),
            addresses: addresses.filter_map(address).collect(),
            names,
        }))
    }
}
