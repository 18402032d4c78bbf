//! A word of the index, and words next to each other, in the documents of one part.

use std::{io, sync::Arc};

use tantivy::{
    DocSet, InvertedIndexReader, TERMINATED,
    postings::{Postings, SegmentPostings, TermInfo},
    schema::IndexRecordOption,
};

use super::docs::Docs;

/// As many documents of a word are read one after the other in the time that it takes to look one up.
const A_LOOK_UP_COSTS: usize = 64;

pub struct Word {
    pub index: Arc<InvertedIndexReader>,
    pub info: TermInfo,
}

impl Word {
    pub fn count(&self) -> usize {
        self.info.doc_freq as usize
    }

    pub fn within(&self, among: Option<Docs>, of: u32) -> io::Result<Docs> {
        match among {
            Some(Docs::Few(mut few)) if few.len() * A_LOOK_UP_COSTS < self.count() => {
                let mut postings = self.postings(IndexRecordOption::Basic)?;
                few.retain(|doc| is_at(&mut postings, *doc));
                Ok(Docs::Few(few))
            }
            Some(known) => Ok(known.and(self.all(of)?)),
            None => self.all(of),
        }
    }

    /// All documents that have it.
    fn all(&self, of: u32) -> io::Result<Docs> {
        let basic = IndexRecordOption::Basic;
        let mut blocks = self
            .index
            .read_block_postings_from_terminfo(&self.info, basic)?;
        let mut docs = Docs::with_room(self.count(), of);
        loop {
            match blocks.docs() {
                [] => return Ok(docs),
                block => docs.extend(block),
            }
            blocks.advance();
        }
    }

    fn postings(&self, option: IndexRecordOption) -> io::Result<SegmentPostings> {
        self.index.read_postings_from_terminfo(&self.info, option)
    }
}

/// Whether a document has a word; must be asked in the order of the documents.
fn is_at(postings: &mut SegmentPostings, doc: u32) -> bool {
    if postings.doc() < doc {
        postings.seek(doc);
    }
    postings.doc() == doc && doc != TERMINATED
}

/// Words of a phrase, to be looked for in documents that have all of them.
pub struct NextToEachOther {
    words: Vec<SegmentPostings>,
    /// Where the phrase may begin, and where a word of it stands.
    begins: Vec<u32>,
    stands: Vec<u32>,
}

impl NextToEachOther {
    pub fn open(words: &[Word]) -> io::Result<Self> {
        let postings = |word: &Word| word.postings(IndexRecordOption::WithFreqsAndPositions);
        Ok(Self {
            words: words.iter().map(postings).collect::<io::Result<_>>()?,
            begins: Vec::new(),
            stands: Vec::new(),
        })
    }

    /// Whether they stand next to each other; must be asked in the order of the documents.
    pub fn is_in(&mut self, doc: u32) -> bool {
        let Self {
            words,
            begins,
            stands,
        } = self;
        for (number, word) in (0..).zip(words) {
            if !is_at(word, doc) {
                return false;
            }
            if number == 0 {
                word.positions(begins);
                continue;
            }
            word.positions(stands);
            let mut stands = stands.iter().peekable();
            begins.retain(|begin| {
                let wanted = begin + number;
                while stands.next_if(|at| **at < wanted).is_some() {}
                stands.peek() == Some(&&wanted)
            });
            if begins.is_empty() {
                return false;
            }
        }
        true
    }
}
