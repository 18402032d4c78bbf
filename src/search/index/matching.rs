//! Which documents of one part of the index meet a condition: found once for all that is asked of them. What
//! is rarest is looked for first, and the rest only among what that has found.

use std::{io, sync::Arc};

use tantivy::{DocSet, TERMINATED};
use tantivy::{
    InvertedIndexReader, SegmentReader, Term,
    postings::{Postings, SegmentPostings, TermInfo},
    schema::{Field, IndexRecordOption},
};

use super::{
    docs::Docs,
    expression::{Expression, Meant},
    schema::Fields,
};

/// As many documents of a word are read one after the other in the time that it takes to look one up.
const A_LOOK_UP_COSTS: usize = 64;

/// One part of the index, to be asked for documents.
pub struct Matching<'a> {
    reader: &'a SegmentReader,
    fields: Fields,
}

/// A condition as this part can meet it.
enum Plan {
    All,
    None,
    Word(Word),
    /// Words next to each other.
    Phrase(Vec<Word>),
    Every(Vec<Plan>),
    Any(Vec<Plan>),
    Without(Box<Plan>, Box<Plan>),
}

struct Word {
    index: Arc<InvertedIndexReader>,
    info: TermInfo,
}

impl<'a> Matching<'a> {
    pub fn new(reader: &'a SegmentReader, fields: Fields) -> Self {
        Self { reader, fields }
    }

    /// The documents that meet `wanted` and have not been deleted.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn docs(&self, wanted: &Expression) -> tantivy::Result<Docs> {
        let mut docs = self.within(&self.plan(wanted)?, None)?;
        if let Some(alive) = self.reader.alive_bitset() {
            docs.retain(|doc| alive.is_alive(doc));
        }
        Ok(docs)
    }

    fn plan(&self, wanted: &Expression) -> tantivy::Result<Plan> {
        let filters = self.fields.filters;
        Ok(match wanted {
            Expression::Any => Plan::All,
            Expression::None => Plan::None,
            Expression::Meant(meant) => self.meant(meant)?,
            Expression::Filter(words) => {
                let each = words.iter().map(|word| self.word(filters, word));
                Plan::any(each.collect::<tantivy::Result<_>>()?)
            }
            Expression::All(parts) => {
                let each = parts.iter().map(|part| self.plan(part));
                Plan::every(each.collect::<tantivy::Result<_>>()?)
            }
            Expression::Without(wanted, unwanted) => {
                Plan::Without(Box::new(self.plan(wanted)?), Box::new(self.plan(unwanted)?))
            }
        })
    }

    fn meant(&self, meant: &Meant) -> tantivy::Result<Plan> {
        let Fields { words, title, .. } = self.fields;
        let own = match meant.is_phrase {
            true => self.phrase(words, &meant.own)?,
            false => {
                let each = meant.own.iter().map(|word| self.word(words, word));
                Plan::every(each.collect::<tantivy::Result<_>>()?)
            }
        };
        let mut ways = vec![own];
        for same in &meant.same {
            ways.push(self.phrase(words, same)?);
        }
        for related in &meant.related {
            ways.push(self.phrase(title, related)?);
        }
        Ok(Plan::any(ways))
    }

    fn word(&self, field: Field, word: &str) -> tantivy::Result<Plan> {
        Ok(self.known(field, word)?.map_or(Plan::None, Plan::Word))
    }

    fn phrase(&self, field: Field, words: &[String]) -> tantivy::Result<Plan> {
        let mut known = Vec::new();
        for word in words {
            match self.known(field, word)? {
                Some(word) => known.push(word),
                None => return Ok(Plan::None),
            }
        }
        Ok(match known.len() {
            0 => Plan::None,
            1 => Plan::Word(known.remove(0)),
            _ => Plan::Phrase(known),
        })
    }

    fn known(&self, field: Field, word: &str) -> tantivy::Result<Option<Word>> {
        let index = self.reader.inverted_index(field)?;
        let info = index.get_term_info(&Term::from_field_text(field, word))?;
        Ok(info.map(|info| Word { index, info }))
    }

    /// The documents that meet `plan`, of `among` where that is something.
    fn within(&self, plan: &Plan, among: Option<Docs>) -> tantivy::Result<Docs> {
        let of = self.reader.max_doc();
        Ok(match plan {
            Plan::All => among.unwrap_or_else(|| Docs::all(of)),
            Plan::None => Docs::none(),
            Plan::Word(word) => word.within(among, of)?,
            Plan::Phrase(words) => {
                let mut rarest: Vec<&Word> = words.iter().collect();
                rarest.sort_by_key(|word| word.count());
                let mut docs = among;
                for word in rarest {
                    docs = Some(word.within(docs, of)?);
                }
                let mut phrase = NextToEachOther::open(words)?;
                let mut docs = docs.unwrap_or_else(Docs::none);
                docs.retain(|doc| phrase.is_in(doc));
                docs
            }
            Plan::Every(parts) => {
                let mut docs = among;
                for part in parts {
                    docs = Some(self.within(part, docs)?);
                }
                docs.unwrap_or_else(|| Docs::all(of))
            }
            Plan::Any(parts) => {
                let mut docs = Docs::none();
                for part in parts {
                    docs = docs.or(self.within(part, among.clone())?);
                }
                docs
            }
            Plan::Without(wanted, unwanted) => {
                let docs = self.within(wanted, among)?;
                let others = self.within(unwanted, Some(docs.clone()))?;
                docs.without(&others)
            }
        })
    }
}

impl Plan {
    fn every(mut parts: Vec<Self>) -> Self {
        parts.sort_by_key(Self::most);
        match parts.len() {
            1 => parts.remove(0),
            _ => Self::Every(parts),
        }
    }

    fn any(mut parts: Vec<Self>) -> Self {
        parts.retain(|part| !matches!(part, Self::None));
        match parts.len() {
            0 => Self::None,
            1 => parts.remove(0),
            _ => Self::Any(parts),
        }
    }

    /// The most documents that can meet it.
    fn most(&self) -> usize {
        match self {
            Self::All => usize::MAX,
            Self::None => 0,
            Self::Word(word) => word.count(),
            Self::Phrase(words) => words.iter().map(Word::count).min().unwrap_or(0),
            Self::Every(parts) => parts.iter().map(Self::most).min().unwrap_or(usize::MAX),
            Self::Any(parts) => parts
                .iter()
                .fold(0, |sum, part| sum.saturating_add(part.most())),
            Self::Without(wanted, _) => wanted.most(),
        }
    }
}

impl Word {
    fn count(&self) -> usize {
        self.info.doc_freq as usize
    }

    fn within(&self, among: Option<Docs>, of: u32) -> io::Result<Docs> {
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
struct NextToEachOther {
    words: Vec<SegmentPostings>,
    /// Where the phrase may begin, and where a word of it stands.
    begins: Vec<u32>,
    stands: Vec<u32>,
}

impl NextToEachOther {
    fn open(words: &[Word]) -> io::Result<Self> {
        let postings = |word: &Word| word.postings(IndexRecordOption::WithFreqsAndPositions);
        Ok(Self {
            words: words.iter().map(postings).collect::<io::Result<_>>()?,
            begins: Vec::new(),
            stands: Vec::new(),
        })
    }

    /// Whether they stand next to each other; must be asked in the order of the documents.
    fn is_in(&mut self, doc: u32) -> bool {
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
