//! One pass over the hits of a search: how many there are, which are the first of them, and how many are
//! behind each value of each filter.
//!
//! The index is asked for the hits without the filters that have numbers beside them. A hit that meets all
//! of these counts; a hit that misses only one of them counts for the values of that one.

use std::{cmp::Reverse, collections::BinaryHeap, ops::Range, sync::Arc};

use tantivy::{
    DocId, Score, SegmentOrdinal, SegmentReader,
    collector::{Collector, SegmentCollector},
    columnar::{ColumnValues, StrColumn, TermOrdHit},
};

use super::{
    ask::{Asked, Counts, Hit, Hits, Order},
    document::category_prefix,
    facts::{Facts, day},
    schema::columns,
};
use crate::search::query::Cursor;

/// Hits that are looked at together.
const BLOCK: usize = 64;

/// The part of its score that a job loses with the years; half of it in the first month.
const AGED: Score = 0.1;

const SECONDS_A_MONTH: Score = 30.0 * 24.0 * 60.0 * 60.0;

/// Filters that a hit may miss, as bits.
const WORKPLACE: u8 = 1;
const TYPE: u8 = 2;
const CATEGORY: u8 = 4;
const AGE: u8 = 8;

pub struct Pass<'a>(pub &'a Asked);

/// The hits of one part of the index.
pub struct Segment {
    asked: Asked,
    today: u64,
    facts: Arc<dyn ColumnValues<u64>>,
    positions: Arc<dyn ColumnValues<i64>>,
    yearly: Option<Arc<dyn ColumnValues<i64>>>,
    companies: Arc<dyn ColumnValues<u64>>,
    categories: Option<StrColumn>,
    /// The ordinals of the category that is asked for.
    wanted_category: Option<Range<u64>>,
    category_counts: Vec<u32>,
    block: Vec<(DocId, Score)>,
    first: BinaryHeap<Reverse<(Key, DocId)>>,
    hits: Hits,
}

/// What hits are ordered by, the highest first.
type Key = (u32, i64);

impl Collector for Pass<'_> {
    type Fruit = Hits;
    type Child = Segment;

    fn for_segment(&self, _: SegmentOrdinal, reader: &SegmentReader) -> tantivy::Result<Segment> {
        let columns = reader.fast_fields();
        let asked = self.0.clone();
        let categories = columns.str(columns::CATEGORY)?;
        let wanted_category = match (&asked.category, &categories) {
            (Some(slug), Some(column)) => Some(ordinals(column, slug)?),
            (Some(_), None) => Some(0..0),
            (None, _) => None,
        };
        let yearly = match asked.yearly {
            0 => None,
            _ => Some(columns.column_first_or_default(columns::YEARLY)?),
        };
        Ok(Segment {
            today: day(asked.today),
            facts: columns.column_first_or_default(columns::FACTS)?,
            positions: columns.column_first_or_default(columns::POSITION)?,
            yearly,
            companies: columns.column_first_or_default(columns::COMPANY)?,
            category_counts: match &categories {
                Some(column) if asked.counts => vec![0; column.num_terms()],
                _ => Vec::new(),
            },
            categories,
            wanted_category,
            block: Vec::with_capacity(BLOCK),
            first: BinaryHeap::with_capacity(asked.most + 1),
            hits: Hits::default(),
            asked,
        })
    }

    fn requires_scoring(&self) -> bool {
        self.0.order == Order::BestFirst
    }

    fn merge_fruits(&self, parts: Vec<tantivy::Result<Hits>>) -> tantivy::Result<Hits> {
        let mut all = Hits::default();
        for part in parts {
            all.add(part?);
        }
        all.first
            .sort_by_key(|hit| Reverse(key(self.0.order, hit.score, hit.position)));
        all.first.truncate(self.0.most);
        Ok(all)
    }
}

impl SegmentCollector for Segment {
    type Fruit = tantivy::Result<Hits>;

    fn collect(&mut self, doc: DocId, score: Score) {
        self.block.push((doc, score));
        if self.block.len() == BLOCK {
            self.look_at_block();
        }
    }

    fn harvest(mut self) -> tantivy::Result<Hits> {
        self.look_at_block();
        let first = std::mem::take(&mut self.first);
        self.hits.first = first
            .into_iter()
            .map(|Reverse(((score, _), doc))| Hit {
                score: f32::from_bits(score),
                position: self.positions.get_val(doc),
                company: self.companies.get_val(doc),
            })
            .collect();
        if let Some(column) = &self.categories {
            let mut kept = String::new();
            for (ordinal, count) in (0..).zip(&self.category_counts) {
                if *count > 0 && column.ord_to_str(ordinal, &mut kept)? {
                    self.hits.counts.add_category(&kept, *count as usize);
                }
            }
        }
        Ok(self.hits)
    }
}

impl Segment {
    fn look_at_block(&mut self) {
        let block = std::mem::take(&mut self.block);
        let count = block.len();
        let mut docs = [0; BLOCK];
        for (doc, (of_block, _)) in docs.iter_mut().zip(&block) {
            *doc = *of_block;
        }
        let docs = &docs[..count];
        let (mut facts, mut positions, mut yearly) = ([0; BLOCK], [0; BLOCK], [0; BLOCK]);
        self.facts.get_vals(docs, &mut facts[..count]);
        self.positions.get_vals(docs, &mut positions[..count]);
        if let Some(column) = &self.yearly {
            column.get_vals(docs, &mut yearly[..count]);
        }
        for (place, (doc, score)) in block.iter().enumerate() {
            let (facts, position) = (Facts(facts[place]), positions[place]);
            if facts.is_open(self.today) && yearly[place] >= self.asked.yearly {
                self.look_at(*doc, *score, facts, position);
            }
        }
        self.block = block;
        self.block.clear();
    }

    fn look_at(&mut self, doc: DocId, score: Score, facts: Facts, position: i64) {
        let asked = &self.asked;
        let (workplace, kind) = (facts.workplace(), facts.employment_type());
        let mut missed = 0;
        if asked.workplaces & (1 << workplace) == 0 {
            missed |= WORKPLACE;
        }
        if asked.employment_types & (1 << kind) == 0 {
            missed |= TYPE;
        }
        if position <= asked.since {
            missed |= AGE;
        }
        let ordinal = match (&self.categories, &self.wanted_category) {
            (Some(column), wanted) if asked.counts || wanted.is_some() => column.ords().first(doc),
            _ => None,
        };
        if let Some(wanted) = &self.wanted_category
            && !ordinal.is_some_and(|ordinal| wanted.contains(&ordinal))
        {
            missed |= CATEGORY;
        }
        if asked.counts {
            let counts = &mut self.hits.counts;
            if missed & !WORKPLACE == 0 {
                counts.workplaces[workplace] += 1;
            }
            if missed & !TYPE == 0 {
                counts.employment_types[kind] += 1;
            }
            if missed & !CATEGORY == 0
                && let Some(ordinal) = ordinal
            {
                self.category_counts[ordinal as usize] += 1;
            }
            if missed & !AGE == 0 {
                for (count, since) in counts.ages.iter_mut().zip(&asked.ages) {
                    *count += usize::from(position > *since);
                }
            }
        }
        if missed != 0 {
            return;
        }
        self.hits.total += 1;
        if position >= asked.below || position <= asked.above {
            return;
        }
        self.hits.inside += 1;
        let score = score * freshness(asked.now, position);
        let key = key(asked.order, score, position);
        if self.first.len() < asked.most {
            self.first.push(Reverse((key, doc)));
        } else if self
            .first
            .peek()
            .is_some_and(|Reverse((least, _))| key > *least)
        {
            self.first.pop();
            self.first.push(Reverse((key, doc)));
        }
    }
}

impl Hits {
    fn add(&mut self, part: Self) {
        self.total += part.total;
        self.inside += part.inside;
        self.first.extend(part.first);
        self.counts.add(part.counts);
    }
}

/// What is left of a score after a time: of jobs that match alike, the fresh come first.
fn freshness(now: i64, position: i64) -> Score {
    let posted = Cursor(position).date_posted().and_utc().timestamp();
    let months = (now - posted).max(0) as Score / SECONDS_A_MONTH;
    1.0 - AGED * (months / (months + 1.0))
}

/// The higher, the earlier a hit comes.
fn key(order: Order, score: Score, position: i64) -> Key {
    match order {
        // The bits of numbers above zero are ordered like the numbers.
        Order::BestFirst => (score.max(0.0).to_bits(), position),
        Order::NewestFirst => (0, position),
        Order::OldestFirst => (0, -position),
    }
}

impl Counts {
    fn add(&mut self, part: Self) {
        for (count, more) in self.workplaces.iter_mut().zip(part.workplaces) {
            *count += more;
        }
        for (count, more) in self.employment_types.iter_mut().zip(part.employment_types) {
            *count += more;
        }
        for (count, more) in self.ages.iter_mut().zip(part.ages) {
            *count += more;
        }
        for (slug, stated) in part.categories {
            self.merge_category(slug, stated);
        }
    }
}

/// The ordinals of the categories with this slug.
fn ordinals(column: &StrColumn, slug: &str) -> tantivy::Result<Range<u64>> {
    let beginning = category_prefix(slug);
    let mut end = beginning.clone().into_bytes();
    if let Some(last) = end.last_mut() {
        *last += 1;
    }
    let dictionary = column.dictionary();
    let ordinal = |key: &[u8]| -> tantivy::Result<u64> {
        Ok(match dictionary.term_ord_or_next(key)? {
            TermOrdHit::Exact(ordinal) | TermOrdHit::Next(ordinal) => ordinal,
        })
    };
    Ok(ordinal(beginning.as_bytes())?..ordinal(&end)?)
}
