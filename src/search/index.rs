//! The search index: a directory of this process, made of the jobs on the board. The database says what is
//! true; the index says which of it a search means, how many there are, and in which order.

pub mod ask;
mod categories;
mod changes;
mod collect;
mod currency;
mod docs;
pub mod document;
pub mod entry_words;
pub mod expression;
pub mod facts;
mod filtering;
mod frequent;
mod indexer;
mod kept_words;
mod known;
pub mod likeness;
mod matching;
mod parts;
mod places;
mod plan;
mod ranking;
mod reading;
mod schema;
pub mod slips;
mod storage;
mod top;
mod word;
mod writing;

use std::{
    collections::HashSet,
    sync::{
        Arc, PoisonError, RwLock,
        atomic::{AtomicBool, Ordering},
    },
};

use iso_currency::Currency;
use tantivy::{IndexReader, ReloadPolicy, SegmentReader, Term};

pub use self::indexer::Indexing;
use self::{
    ask::{Asked, Hit, Hits},
    likeness::Likeness,
    parts::Parts,
    reading::Reading,
    schema::Fields,
    storage::Stored,
};

/// A word that fewer jobs have is as likely a slip itself.
const FEWEST_TO_BE_KNOWN: i64 = 3;

/// Jobs in a part of the index that tells which words are frequent.
const LARGE: u32 = 10_000;

/// The index as searches read it: the same for every thread.
#[derive(Clone, Default)]
pub struct SearchIndex {
    shown: Arc<RwLock<Option<Shown>>>,
    is_complete: Arc<AtomicBool>,
    parts: Parts,
    /// That most jobs state.
    currency: Arc<RwLock<Option<Currency>>>,
}

#[derive(Clone)]
struct Shown {
    reader: IndexReader,
    fields: Fields,
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// It is still being made of the jobs.
    #[error("the search index is being built")]
    Building,
    #[error("the search index: {0}")]
    Broken(#[from] tantivy::TantivyError),
}

impl SearchIndex {
    /// Whether every job was in it once.
    pub fn is_complete(&self) -> bool {
        self.is_complete.load(Ordering::Acquire)
    }

    /// How many jobs searches can find.
    pub fn jobs(&self) -> u64 {
        self.shown()
            .map_or(0, |shown| shown.reader.searcher().num_docs())
    }

    /// # Errors
    /// While the index is being built, and when it cannot be read.
    pub fn ask(&self, asked: &Asked) -> Result<Hits, Error> {
        let shown = self.shown().filter(|_| self.is_complete());
        let Shown { reader, fields } = shown.ok_or(Error::Building)?;
        let searcher = reader.searcher();
        Ok(Reading::open(&searcher, fields, &self.parts, asked)?.hits()?)
    }

    /// The jobs that are most like one: `asked` says when, and how many are wanted.
    ///
    /// # Errors
    /// Those of [`Self::ask`].
    pub fn like(&self, likeness: &Likeness, asked: &Asked) -> Result<Vec<Hit>, Error> {
        let shown = self.shown().filter(|_| self.is_complete());
        let Shown { reader, fields } = shown.ok_or(Error::Building)?;
        let searcher = reader.searcher();
        let reading = Reading::open(&searcher, fields, &self.parts, asked)?;
        Ok(reading.best_of(&likeness.query(&fields), asked.most, HashSet::new())?)
    }

    /// Those of these words that several jobs have, with how many these are.
    pub fn frequent(&self, words: &[String]) -> Vec<(String, i64)> {
        let Some(Shown { reader, fields }) = self.shown() else {
            return Vec::new();
        };
        let searcher = reader.searcher();
        let jobs_in = |part: &SegmentReader, word: &str| {
            let term = Term::from_field_text(fields.words, word);
            let index = part.inverted_index(fields.words);
            let jobs = index.and_then(|index| Ok(index.doc_freq(&term)?));
            jobs.unwrap_or_default()
        };
        let parts = searcher.segment_readers();
        let Some(largest) = parts.iter().max_by_key(|part| part.max_doc()) else {
            return Vec::new();
        };
        // What many jobs have is in the largest part, too.
        let tells = largest.max_doc() >= LARGE;
        let may_be_known = |word: &&String| !tells || jobs_in(largest, word) > 0;
        let counted = words.iter().filter(may_be_known).map(|word| {
            let jobs: u32 = parts.iter().map(|part| jobs_in(part, word)).sum();
            (word.clone(), i64::from(jobs))
        });
        let known = counted.filter(|(_, jobs)| *jobs >= FEWEST_TO_BE_KNOWN);
        known.collect()
    }

    /// Whether the title of some job has this word, in the singular.
    pub fn is_in_titles(&self, word: &str) -> bool {
        let jobs = self.shown().and_then(|Shown { reader, fields }| {
            let term = Term::from_field_text(fields.title, word);
            reader.searcher().doc_freq(&term).ok()
        });
        jobs.unwrap_or_default() > 0
    }

    /// Whether some job has this word, in the singular.
    pub fn has_word(&self, word: &str) -> bool {
        let jobs = self.shown().and_then(|Shown { reader, fields }| {
            let term = Term::from_field_text(fields.words, word);
            reader.searcher().doc_freq(&term).ok()
        });
        jobs.unwrap_or_default() > 0
    }

    /// In about how many jobs this word of a filter is; jobs that left the board a short while ago may count.
    pub fn frequency(&self, filter: &str) -> i64 {
        let frequency = self.shown().and_then(|Shown { reader, fields }| {
            let term = Term::from_field_text(fields.filters, filter);
            reader.searcher().doc_freq(&term).ok()
        });
        i64::try_from(frequency.unwrap_or_default()).unwrap_or(i64::MAX)
    }

    fn shown(&self) -> Option<Shown> {
        self.shown
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Lets searches read this index.
    fn show(&self, stored: &Stored) -> tantivy::Result<()> {
        let reader = stored
            .index
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .try_into()?;
        let shown = Shown {
            reader,
            fields: stored.fields,
        };
        *self.shown.write().unwrap_or_else(PoisonError::into_inner) = Some(shown);
        self.count_currencies();
        Ok(())
    }

    /// Lets searches see what was committed.
    fn reload(&self) -> tantivy::Result<()> {
        let Some(Shown { reader, .. }) = self.shown() else {
            return Ok(());
        };
        reader.reload()?;
        self.parts.keep(reader.searcher().segment_readers())?;
        self.count_currencies();
        Ok(())
    }

    fn complete(&self) {
        self.is_complete.store(true, Ordering::Release);
    }
}

/// How the index is asked for `query`, for the fuzzer.
#[cfg(feature = "fuzzing")]
pub fn describe(query: &super::JobQuery) -> String {
    let (_, fields) = schema::schema();
    let words = query.expression(&super::meaning::board_words::BoardWords::default());
    let wanted = ranking::meant(&words);
    let found = known::Known::default();
    let tiers = ranking::Tier::ALL.map(|tier| tier.query(&wanted, &found, &fields));
    format!("{words:?} {tiers:?}")
}
