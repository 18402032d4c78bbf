//! One search of the index: what it finds is found and counted once; of that, the best are ranked tier by tier.

use std::{
    collections::{HashMap, HashSet},
    sync::{Arc, LazyLock},
    thread,
};

use tantivy::{
    Executor, Searcher, SegmentReader,
    query::{EnableScoring, Query},
};

use super::{
    ask::{Asked, Hit, Hits, Order},
    collect::Pass,
    filtering::Filtering,
    known::Known,
    matching::Matching,
    parts::Parts,
    ranking::{self, Tier},
    schema::Fields,
    top::{Best, Top},
};

/// Jobs in an index whose parts are worth to be searched at once, by a thread for each core.
const LARGE: u64 = 50_000;

static ONE_BY_ONE: Executor = Executor::SingleThread;

static AT_ONCE: LazyLock<Executor> = LazyLock::new(|| {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    // Without threads it takes longer.
    Executor::multi_thread(cores, "search-").unwrap_or(Executor::SingleThread)
});

/// One search at one moment.
pub struct Reading<'a> {
    pub searcher: &'a Searcher,
    fields: Fields,
    parts: &'a Parts,
    asked: &'a Asked,
    /// What is asked of each part of the index.
    filtering: Vec<Arc<Filtering>>,
    threads: &'static Executor,
}

impl<'a> Reading<'a> {
    /// # Errors
    /// When the index cannot be read.
    pub fn open(
        searcher: &'a Searcher,
        fields: Fields,
        parts: &'a Parts,
        asked: &'a Asked,
    ) -> tantivy::Result<Self> {
        let readers = searcher.segment_readers().iter();
        let filtering = readers.map(|reader| Ok(Arc::new(Filtering::open(asked, reader, parts)?)));
        Ok(Self {
            filtering: filtering.collect::<tantivy::Result<_>>()?,
            threads: match searcher.num_docs() > LARGE {
                true => &AT_ONCE,
                false => &ONE_BY_ONE,
            },
            searcher,
            fields,
            parts,
            asked,
        })
    }

    /// # Errors
    /// When the index cannot be read.
    pub fn hits(&self) -> tantivy::Result<Hits> {
        let asked = self.asked;
        let ranks = asked.order == Order::BestFirst;
        let of_part = |(reader, filtering): (&SegmentReader, &Filtering)| {
            let mut docs = Matching::new(reader, self.fields, filtering).docs(&asked.words)?;
            let mut pass = Pass::new(asked, filtering);
            if ranks {
                docs.retain(|doc| pass.look_at(doc));
            } else {
                docs.each(|doc| {
                    pass.look_at(doc);
                });
            }
            Ok(((reader.segment_id(), Arc::new(docs)), pass.hits()))
        };
        let parts = self.threads.map(of_part, self.each_part())?;
        let (found, hits): (HashMap<_, _>, Vec<_>) = parts.into_iter().unzip();
        let mut hits = Hits::of(hits, asked, &self.parts.names());
        if ranks {
            hits.first = self.best(&Known::new(found), hits.total)?;
        }
        Ok(hits)
    }

    /// The best that a query finds, but for those that are known.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn best_of(
        &self,
        query: &dyn Query,
        most: usize,
        known: HashSet<i64>,
    ) -> tantivy::Result<Vec<Hit>> {
        let best = Best {
            filtering: &self.filtering,
            now: self.asked.now,
            most,
            known: Arc::new(known),
        };
        let scoring = EnableScoring::enabled_from_searcher(self.searcher);
        self.searcher
            .search_with_executor(query, &best, self.threads, scoring)
    }

    /// The best of what was found, tier by tier.
    fn best(&self, found: &Known, total: usize) -> tantivy::Result<Vec<Hit>> {
        let wanted = ranking::meant(&self.asked.words);
        let most = self.asked.most.min(total);
        let mut first: Vec<Hit> = Vec::new();
        for tier in Tier::of(&self.asked.words) {
            let missing = most - first.len();
            if missing == 0 {
                break;
            }
            let known = first.iter().map(|hit| hit.position).collect();
            first.extend(if tier.ranks(&wanted, total) {
                let query = tier.query(&wanted, found, &self.fields);
                self.best_of(&query, missing, known)?
            } else {
                self.newest_but(&known, missing, found)
            });
        }
        Ok(first)
    }

    fn newest_but(&self, known: &HashSet<i64>, most: usize, found: &Known) -> Vec<Hit> {
        let order = Order::NewestFirst;
        let of_part = |(reader, filtering): (&SegmentReader, &Filtering)| {
            let mut top = Top::new(order, most);
            if let Some(docs) = found.of(reader.segment_id()) {
                docs.each(|doc| {
                    let position = filtering.position(doc);
                    if !known.contains(&position) {
                        top.add(0.0, position, doc);
                    }
                });
            }
            top.hits(filtering)
        };
        Top::first_of(order, most, self.each_part().flat_map(of_part).collect())
    }

    fn each_part(&self) -> impl Iterator<Item = (&SegmentReader, &Filtering)> {
        let filtering = self.filtering.iter().map(|filtering| &**filtering);
        self.searcher.segment_readers().iter().zip(filtering)
    }
}
