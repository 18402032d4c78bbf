//! What feeds call their entries. An id never changes, whatever becomes of a title, of `BASE_URL` or of the
//! database: readers show an entry with a new id a second time.

use aws_lc_rs::digest::{SHA256, digest};
use data_encoding::HEXLOWER;
use diesel::prelude::*;

use crate::platform::{
    config::Config,
    db::{self, Db, board_id},
    schema::board_version,
};

/// How this board names its entries.
pub enum Ids {
    /// By the address that it had when it was the only name there was.
    Address(String),
    /// By a UUID made of its own random name, and where they are on the board.
    Name(String),
}

/// Notes the address by which feeds of earlier versions named their entries.
pub fn remember(db: &mut Db, config: &Config) -> Result<(), db::Error> {
    let unknown = board_version::table.filter(board_version::feed_base.eq(""));
    diesel::update(unknown)
        .set(board_version::feed_base.eq(config.whole_url("")))
        .execute(db)?;
    Ok(())
}

impl Ids {
    pub fn read(db: &mut Db, config: &Config) -> QueryResult<Self> {
        let base: Option<String> = board_version::table
            .select(board_version::feed_base)
            .first(db)?;
        Ok(match base {
            None => Self::Name(board_id::read(db)?),
            Some(base) if base.is_empty() => Self::Address(config.whole_url("")),
            Some(base) => Self::Address(base),
        })
    }

    /// The id of what this board has at `path`.
    pub fn of(&self, path: &str) -> String {
        match self {
            Self::Address(base) => format!("{base}{path}"),
            Self::Name(name) => format!("{}#{path}", uuid(name)),
        }
    }
}

/// A UUID of the kind that an application makes as it likes, version 8 (RFC 9562).
fn uuid(name: &str) -> String {
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest(&SHA256, name.as_bytes()).as_ref()[..16]);
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex = HEXLOWER.encode(&bytes);
    let (a, b, c, d, e) = (
        &hex[..8],
        &hex[8..12],
        &hex[12..16],
        &hex[16..20],
        &hex[20..],
    );
    format!("urn:uuid:{a}-{b}-{c}-{d}-{e}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_a_uuid_and_always_the_same() {
        let ids = Ids::Name("board".into());
        let id = ids.of("/jobs/1");
        assert_eq!(id, ids.of("/jobs/1"));
        assert_ne!(id, ids.of("/jobs/2"));
        assert!(id.ends_with("#/jobs/1"), "{id}");
        assert_eq!(&id[23..24], "8", "{id}");
    }
}
