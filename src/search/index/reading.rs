//! One search of the index: what it finds is found and counted once; of that, the best are ranked tier by tier.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use tantivy::{Searcher, SegmentReader, query::Query};

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

/// One search at one moment.
pub struct Reading<'a> {
    pub searcher: &'a Searcher,
    fields: Fields,
    parts: &'a Parts,
    asked: &'a Asked,
    /// What is asked of each part of the index.
    filtering: Vec<Arc<Filtering>>,
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
        let mut found = HashMap::new();
        let mut hits = Vec::new();
        for (reader, filtering) in self.each_part() {
            let mut docs = Matching::new(reader, self.fields).docs(&asked.words)?;
            let mut pass = Pass::new(asked, filtering);
            if ranks {
                docs.retain(|doc| pass.look_at(doc));
                found.insert(reader.segment_id(), Arc::new(docs));
            } else {
                docs.each(|doc| {
                    pass.look_at(doc);
                });
            }
            hits.push(pass.hits());
        }
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
        self.searcher.search(query, &best)
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
