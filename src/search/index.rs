//! The search index: a directory of this process, made of the jobs on the board. The database says what is
//! true; the index says which of it a search means, how many there are, and in which order.

pub mod ask;
mod changes;
mod collect;
pub mod document;
pub mod entry_words;
mod excluded;
pub mod expression;
pub mod facts;
mod indexer;
mod schema;
pub mod slips;
mod storage;
mod writing;

use std::sync::{
    Arc, PoisonError, RwLock,
    atomic::{AtomicBool, Ordering},
};

use tantivy::{IndexReader, ReloadPolicy};

pub use self::indexer::Indexing;
use self::{
    ask::{Asked, Hits, Order},
    collect::Pass,
    schema::Fields,
    storage::Stored,
};

/// The index as searches read it: the same for every thread.
#[derive(Clone, Default)]
pub struct SearchIndex {
    shown: Arc<RwLock<Option<Shown>>>,
    is_complete: Arc<AtomicBool>,
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
        let ranks = asked.order == Order::BestFirst;
        let query = asked.words.query(&fields, ranks);
        Ok(reader.searcher().search(&query, &Pass(asked))?)
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
        Ok(())
    }

    /// Lets searches see what was committed.
    fn reload(&self) -> tantivy::Result<()> {
        self.shown().map_or(Ok(()), |shown| shown.reader.reload())
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
    format!(
        "{:?}",
        [true, false].map(|ranks| words.query(&fields, ranks))
    )
}
