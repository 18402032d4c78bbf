//! The first of many hits.

use std::{
    cmp::Reverse,
    collections::{BinaryHeap, HashSet},
    sync::Arc,
};

use tantivy::{
    DocId, Score, SegmentOrdinal, SegmentReader, TantivyError,
    collector::{Collector, SegmentCollector},
};

use super::{
    ask::{Hit, Order},
    filtering::Filtering,
};

/// The part of its score that a job loses with the years; half of it in the first month.
const AGED: Score = 0.1;

const SECONDS_A_MONTH: Score = 30.0 * 24.0 * 60.0 * 60.0;

/// What hits are ordered by, the highest first.
type Key = (u32, i64);

/// The first hits of one part of the index.
pub struct Top {
    order: Order,
    most: usize,
    first: BinaryHeap<Reverse<(Key, DocId)>>,
}

impl Top {
    pub fn new(order: Order, most: usize) -> Self {
        Self {
            order,
            most,
            first: BinaryHeap::with_capacity(most),
        }
    }

    pub fn add(&mut self, score: Score, position: i64, doc: DocId) {
        let key = key(self.order, score, position);
        if self.first.len() < self.most {
            self.first.push(Reverse((key, doc)));
        } else if let Some(mut least) = self.first.peek_mut()
            && key > least.0.0
        {
            *least = Reverse((key, doc));
        }
    }

    /// Whether there is room for a hit of this score, or none that is there has a higher one.
    #[inline]
    pub fn may_take(&self, score: Score) -> bool {
        let least = self.first.peek();
        self.first.len() < self.most
            || least.is_some_and(|Reverse(((least, _), _))| bits(score) >= *least)
    }

    pub fn hits(self, filtering: &Filtering) -> Vec<Hit> {
        let hit = |Reverse(((score, _), doc))| Hit {
            score: f32::from_bits(score),
            position: filtering.position(doc),
            company: filtering.company(doc),
        };
        self.first.into_iter().map(hit).collect()
    }

    /// The first of the first hits of all parts, in their order.
    pub fn first_of(order: Order, most: usize, mut hits: Vec<Hit>) -> Vec<Hit> {
        hits.sort_by_key(|hit| Reverse(key(order, hit.score, hit.position)));
        hits.truncate(most);
        hits
    }
}

/// The best hits of a search that meet its filters, but for those that are known already.
pub struct Best<'a> {
    /// What is asked of each part of the index.
    pub filtering: &'a [Arc<Filtering>],
    /// The second at which it is asked, since 1970.
    pub now: i64,
    pub most: usize,
    /// By their positions.
    pub known: Arc<HashSet<i64>>,
}

pub struct Segment {
    filtering: Arc<Filtering>,
    now: i64,
    known: Arc<HashSet<i64>>,
    top: Top,
}

impl Collector for Best<'_> {
    type Fruit = Vec<Hit>;
    type Child = Segment;

    fn for_segment(&self, part: SegmentOrdinal, _: &SegmentReader) -> tantivy::Result<Segment> {
        let filtering = self.filtering.get(part as usize).map(Arc::clone);
        let missing = || TantivyError::InternalError("a part of the index is not open".into());
        Ok(Segment {
            filtering: filtering.ok_or_else(missing)?,
            now: self.now,
            known: Arc::clone(&self.known),
            top: Top::new(Order::BestFirst, self.most),
        })
    }

    fn requires_scoring(&self) -> bool {
        true
    }

    fn merge_fruits(&self, parts: Vec<Vec<Hit>>) -> tantivy::Result<Vec<Hit>> {
        Ok(Top::first_of(Order::BestFirst, self.most, parts.concat()))
    }
}

impl SegmentCollector for Segment {
    type Fruit = Vec<Hit>;

    fn collect(&mut self, doc: DocId, score: Score) {
        // Time only takes from a score.
        if !self.top.may_take(score) {
            return;
        }
        let Some((row, 0)) = self.filtering.look_at(doc) else {
            return;
        };
        let score = score * freshness(self.now, row.second);
        if !self.top.may_take(score) {
            return;
        }
        let position = self.filtering.position(doc);
        if !self.known.contains(&position) {
            self.top.add(score, position, doc);
        }
    }

    fn harvest(self) -> Vec<Hit> {
        self.top.hits(&self.filtering)
    }
}

/// What is left of a score after a time: of jobs that match alike, the fresh come first.
fn freshness(now: i64, second: u32) -> Score {
    let months = (now - i64::from(second)).max(0) as Score / SECONDS_A_MONTH;
    1.0 - AGED * (months / (months + 1.0))
}

/// The higher, the earlier a hit comes.
fn key(order: Order, score: Score, position: i64) -> Key {
    match order {
        Order::BestFirst => (bits(score), position),
        Order::NewestFirst => (0, position),
        Order::OldestFirst => (0, -position),
    }
}

/// The bits of numbers above zero are ordered like the numbers.
fn bits(score: Score) -> u32 {
    score.max(0.0).to_bits()
}
