//! Sets of documents of one part of the index.

use tantivy::DocId;

/// A part of so many documents keeps numbers where a set has one of them, at most, and bits where it has more.
const A_NUMBER_IS_WORTH: usize = 32;

const BITS: usize = u64::BITS as usize;

/// Documents of one part, in their order: their numbers where they are few, else a bit for each of the part.
#[derive(Clone, Debug)]
pub enum Docs {
    Few(Vec<DocId>),
    Many(Vec<u64>),
}

impl Docs {
    /// None of them.
    pub fn none() -> Self {
        Self::Few(Vec::new())
    }

    /// All of a part of so many documents.
    pub fn all(of: u32) -> Self {
        let mut bits = vec![u64::MAX; (of as usize).div_ceil(BITS)];
        if let (Some(last), rest @ 1..) = (bits.last_mut(), of % u64::BITS) {
            *last = (1 << rest) - 1;
        }
        Self::Many(bits)
    }

    /// Room for about so many documents of a part that has `of`.
    pub fn with_room(count: usize, of: u32) -> Self {
        match count * A_NUMBER_IS_WORTH < of as usize {
            true => Self::Few(Vec::with_capacity(count)),
            false => Self::Many(vec![0; (of as usize).div_ceil(BITS)]),
        }
    }

    /// Adds documents, which come after those that are in it.
    #[inline]
    pub fn extend(&mut self, docs: &[DocId]) {
        match self {
            Self::Few(few) => few.extend_from_slice(docs),
            Self::Many(bits) => {
                for doc in docs {
                    if let Some(word) = bits.get_mut(*doc as usize / BITS) {
                        *word |= bit(*doc);
                    }
                }
            }
        }
    }

    pub fn len(&self) -> usize {
        match self {
            Self::Few(few) => few.len(),
            Self::Many(bits) => bits.iter().map(|word| word.count_ones() as usize).sum(),
        }
    }

    /// Looks at each, in their order.
    #[inline]
    pub fn each(&self, mut look: impl FnMut(DocId)) {
        match self {
            Self::Few(few) => few.iter().for_each(|doc| look(*doc)),
            Self::Many(bits) => {
                for (number, word) in bits.iter().enumerate() {
                    let mut left = *word;
                    while left != 0 {
                        look((number * BITS) as DocId + left.trailing_zeros());
                        left &= left - 1;
                    }
                }
            }
        }
    }

    /// Keeps those that `is_kept`, which is asked in their order.
    #[inline]
    pub fn retain(&mut self, mut is_kept: impl FnMut(DocId) -> bool) {
        match self {
            Self::Few(few) => few.retain(|doc| is_kept(*doc)),
            Self::Many(bits) => {
                for (number, word) in bits.iter_mut().enumerate() {
                    let mut left = *word;
                    while left != 0 {
                        let lowest = left & left.wrapping_neg();
                        if !is_kept((number * BITS) as DocId + left.trailing_zeros()) {
                            *word ^= lowest;
                        }
                        left ^= lowest;
                    }
                }
            }
        }
    }

    /// Those that are in both.
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Many(mut bits), Self::Many(others)) => {
                for (word, other) in bits.iter_mut().zip(others) {
                    *word &= other;
                }
                Self::Many(bits)
            }
            (Self::Few(mut few), Self::Many(bits)) | (Self::Many(bits), Self::Few(mut few)) => {
                few.retain(|doc| has(&bits, *doc));
                Self::Few(few)
            }
            (Self::Few(mut few), Self::Few(others)) => {
                let mut others = others.into_iter().peekable();
                few.retain(|doc| {
                    while others.next_if(|other| other < doc).is_some() {}
                    others.peek() == Some(doc)
                });
                Self::Few(few)
            }
        }
    }

    /// Those that are in either.
    pub fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Many(mut bits), Self::Many(others)) => {
                for (word, other) in bits.iter_mut().zip(others) {
                    *word |= other;
                }
                Self::Many(bits)
            }
            (Self::Few(few), mut many @ Self::Many(_))
            | (mut many @ Self::Many(_), Self::Few(few)) => {
                many.extend(&few);
                many
            }
            (Self::Few(mut few), Self::Few(others)) => {
                few.extend(others);
                few.sort_unstable();
                few.dedup();
                Self::Few(few)
            }
        }
    }

    /// Those that are not in the other.
    pub fn without(mut self, other: &Self) -> Self {
        match (&mut self, other) {
            (Self::Many(bits), Self::Many(others)) => {
                for (word, other) in bits.iter_mut().zip(others) {
                    *word &= !other;
                }
            }
            (Self::Few(few), Self::Many(bits)) => few.retain(|doc| !has(bits, *doc)),
            (known, Self::Few(few)) => {
                let mut few = few.iter().peekable();
                known.retain(|doc| {
                    while few.next_if(|other| **other < doc).is_some() {}
                    few.peek() != Some(&&doc)
                });
            }
        }
        self
    }
}

#[inline]
fn bit(doc: DocId) -> u64 {
    1 << (doc % u64::BITS)
}

#[inline]
fn has(bits: &[u64], doc: DocId) -> bool {
    let word = bits.get(doc as usize / BITS);
    word.is_some_and(|word| word & bit(doc) != 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const OF: u32 = 130;

    fn few(docs: &[DocId]) -> Docs {
        Docs::Few(docs.to_vec())
    }

    fn many(docs: &[DocId]) -> Docs {
        let mut many = Docs::with_room(OF as usize, OF);
        many.extend(docs);
        many
    }

    fn read(docs: &Docs) -> Vec<DocId> {
        let mut read = Vec::new();
        docs.each(|doc| read.push(doc));
        assert_eq!(read.len(), docs.len());
        read
    }

    #[test]
    fn sets_are_the_same_as_numbers_and_as_bits() {
        let (first, second) = ([0, 5, 63, 64, 129], [5, 64, 65, 128, 129]);
        for left in [few(&first), many(&first)] {
            for right in [few(&second), many(&second)] {
                let both = left.clone().and(right.clone());
                assert_eq!(read(&both), [5, 64, 129]);
                let either = left.clone().or(right.clone());
                assert_eq!(read(&either), [0, 5, 63, 64, 65, 128, 129]);
                assert_eq!(read(&left.clone().without(&right)), [0, 63]);
            }
            let mut odd = left.clone();
            odd.retain(|doc| doc % 2 == 1);
            assert_eq!(read(&odd), [5, 63, 129]);
        }
    }

    #[test]
    fn all_documents_are_as_many_as_there_are() {
        for of in [0, 1, 63, 64, 65, OF] {
            assert_eq!(read(&Docs::all(of)), (0..of).collect::<Vec<_>>());
        }
    }
}
