//! The names of all places, sorted, and whose they are.
//!
//! They stand in blocks of sixteen, which are found by their first names. In a block each name is the number of
//! bytes that it shares with the one before, the number of those that follow, and these. Beside it, in a section of
//! their own, stand the number of places it names and each of them as a varint: twice its rank, and 1 more where
//! that is the name it is shown by.

use std::ops::ControlFlow;

use super::{
    bytes::u16_of,
    table::{Rank, table},
};

/// A place that has a name.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Named {
    pub rank: Rank,
    /// Whether it is the name that is shown, and not another.
    pub is_shown: bool,
}

/// Where each block begins in the section of names and in that of places.
#[derive(Default)]
pub struct Names(Vec<(u32, u32)>);

impl Names {
    pub fn new(key_sizes: &[u8], rank_sizes: &[u8]) -> Self {
        let (mut key, mut rank) = (0, 0);
        let sizes = key_sizes
            .chunks_exact(2)
            .zip(rank_sizes.chunks_exact(2))
            .map(|(keys, ranks)| {
                let start = (key, rank);
                key += u32::from(u16_of(keys));
                rank += u32::from(u16_of(ranks));
                start
            });
        Self(sizes.collect())
    }
}

/// The places that are called `folded`, most populous first.
pub fn find(folded: &str) -> Vec<Named> {
    let mut found = Vec::new();
    from(folded, |name, places| {
        if name == folded.as_bytes() {
            found = places.collect();
        }
        ControlFlow::Break(())
    });
    found
}

/// Visits every name that begins with `prefix`, in order, with the places that have it.
pub fn beginning_with(prefix: &str, mut visit: impl FnMut(&str, Places)) {
    from(prefix, |name, places| {
        if !name.starts_with(prefix.as_bytes()) {
            return ControlFlow::Break(());
        }
        if let Ok(name) = str::from_utf8(name) {
            visit(name, places);
        }
        ControlFlow::Continue(())
    });
}

/// Visits the names from `first` on, in order, until it is told to stop.
fn from(first: &str, mut visit: impl FnMut(&[u8], Places) -> ControlFlow<()>) {
    let (Names(blocks), keys, ranks) = table().names();
    let first = first.as_bytes();
    let later = blocks.partition_point(|(key, _)| whole_name(keys, *key as usize) <= first);
    let block = later.saturating_sub(1);
    let Some((key, rank)) = blocks.get(block) else {
        return;
    };
    let mut keys = keys.get(*key as usize..).unwrap_or_default();
    let mut ranks = ranks.get(*rank as usize..).unwrap_or_default();
    let mut name: Vec<u8> = Vec::new();
    while let [shared, length, rest @ ..] = keys {
        name.truncate(usize::from(*shared));
        let (own, rest) = rest.split_at(usize::from(*length).min(rest.len()));
        name.extend_from_slice(own);
        keys = rest;
        let places = Places::read(&mut ranks);
        if name.as_slice() >= first && visit(&name, places).is_break() {
            return;
        }
    }
}

/// The first name of the block at `at`.
fn whole_name(keys: &[u8], at: usize) -> &[u8] {
    match keys.get(at..) {
        Some([_, length, rest @ ..]) => rest.get(..usize::from(*length)).unwrap_or_default(),
        _ => &[],
    }
}

/// The places of one name.
pub struct Places {
    left: u8,
    bytes: &'static [u8],
}

impl Places {
    /// Takes those of one name from the front of `ranks`.
    fn read(ranks: &mut &'static [u8]) -> Self {
        let (count, rest) = ranks.split_first().unwrap_or((&0, &[]));
        let mut ends = rest
            .iter()
            .enumerate()
            .filter(|(_, byte)| **byte < 0x80)
            .map(|(at, _)| at + 1);
        let length = match count.checked_sub(1) {
            Some(last) => ends.nth(usize::from(last)).unwrap_or(rest.len()),
            None => 0,
        };
        let (bytes, after) = rest.split_at(length);
        *ranks = after;
        Self {
            left: *count,
            bytes,
        }
    }
}

impl Iterator for Places {
    type Item = Named;

    fn next(&mut self) -> Option<Named> {
        self.left = self.left.checked_sub(1)?;
        let mut number = 0;
        let mut shift = 0;
        while let Some((byte, rest)) = self.bytes.split_first() {
            self.bytes = rest;
            number |= u32::from(byte & 0x7f) << shift;
            shift += 7;
            if *byte < 0x80 || shift > 28 {
                break;
            }
        }
        Some(Named {
            rank: number >> 1,
            is_shown: number & 1 == 1,
        })
    }
}
