//! Documents that are known, as a query that says nothing about their order.

use std::{collections::HashMap, iter, sync::Arc};

use tantivy::{
    DocId, DocSet, Score, SegmentReader, TERMINATED, TantivyError,
    index::SegmentId,
    query::{ConstScorer, EnableScoring, Explanation, Query, Scorer, Weight},
};

use super::docs::Docs;

/// The documents of each part.
#[derive(Clone, Debug, Default)]
pub struct Known(Arc<HashMap<SegmentId, Arc<Docs>>>);

impl Known {
    pub fn new(docs: HashMap<SegmentId, Arc<Docs>>) -> Self {
        Self(Arc::new(docs))
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.0.values().map(|docs| docs.len()).sum()
    }

    /// Those of one part.
    pub fn of(&self, part: SegmentId) -> Option<&Arc<Docs>> {
        self.0.get(&part)
    }
}

impl Query for Known {
    fn weight(&self, _: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        Ok(Box::new(self.clone()))
    }
}

impl Weight for Known {
    fn scorer(&self, reader: &SegmentReader, _: Score) -> tantivy::Result<Box<dyn Scorer>> {
        let docs = self.of(reader.segment_id()).map(Arc::clone);
        let cursor = Cursor::new(docs.unwrap_or_else(|| Arc::new(Docs::none())));
        Ok(Box::new(ConstScorer::new(cursor, 0.0)))
    }

    fn explain(&self, reader: &SegmentReader, doc: DocId) -> tantivy::Result<Explanation> {
        match self.scorer(reader, 1.0)?.seek(doc) == doc {
            true => Ok(Explanation::new("it is known", 0.0)),
            false => Err(TantivyError::InvalidArgument(format!("{doc} is not known"))),
        }
    }
}

/// Goes through documents.
struct Cursor {
    docs: Arc<Docs>,
    doc: DocId,
    /// How many of the numbers it has passed, where the documents are few.
    passed: usize,
    count: u32,
}

impl Cursor {
    fn new(docs: Arc<Docs>) -> Self {
        let mut cursor = Self {
            doc: 0,
            passed: 0,
            count: u32::try_from(docs.len()).unwrap_or(u32::MAX),
            docs,
        };
        cursor.doc = cursor.from(0);
        cursor
    }

    /// The first document from `doc` on.
    fn from(&mut self, doc: DocId) -> DocId {
        match &*self.docs {
            Docs::Few(few) => {
                let left = few.get(self.passed..).unwrap_or_default();
                self.passed += left.partition_point(|one| *one < doc);
                few.get(self.passed).copied().unwrap_or(TERMINATED)
            }
            Docs::Many(bits) => {
                let at = (doc / u64::BITS) as usize;
                let Some((first, behind)) = bits.get(at..).and_then(<[u64]>::split_first) else {
                    return TERMINATED;
                };
                let first = first & (u64::MAX << (doc % u64::BITS));
                let words = iter::once(first).chain(behind.iter().copied());
                let found = (doc / u64::BITS..).zip(words).find(|(_, word)| *word != 0);
                found.map_or(TERMINATED, |(at, word)| {
                    at * u64::BITS + word.trailing_zeros()
                })
            }
        }
    }
}

impl DocSet for Cursor {
    fn advance(&mut self) -> DocId {
        self.doc = match self.doc {
            TERMINATED => TERMINATED,
            doc => self.from(doc + 1),
        };
        self.doc
    }

    fn seek(&mut self, target: DocId) -> DocId {
        if self.doc < target {
            self.doc = self.from(target);
        }
        self.doc
    }

    fn doc(&self) -> DocId {
        self.doc
    }

    fn size_hint(&self) -> u32 {
        self.count
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_come_in_their_order() {
        let docs = [0, 5, 63, 64, 129];
        let mut many = Docs::with_room(130, 130);
        many.extend(&docs);
        for known in [Docs::Few(docs.to_vec()), many] {
            let known = Arc::new(known);
            let mut cursor = Cursor::new(Arc::clone(&known));
            let found = [0, 1, 64, 65, 130, TERMINATED].map(|doc| cursor.seek(doc));
            assert_eq!(found, [0, 5, 64, 129, TERMINATED, TERMINATED]);
            let mut cursor = Cursor::new(known);
            let mut read = vec![cursor.doc()];
            while cursor.advance() != TERMINATED {
                read.push(cursor.doc());
            }
            assert_eq!(read, docs);
        }
    }
}
