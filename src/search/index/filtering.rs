//! What is asked of each hit besides its words.

use std::sync::Arc;

use tantivy::{DocId, SegmentReader};

use super::{
    ask::Asked,
    facts::{Facts, day},
    parts::{Names, Part, Parts, Row},
};
use crate::search::query::Cursor;

/// Filters that a hit may miss, as bits.
pub const WORKPLACE: u8 = 1;
pub const TYPE: u8 = 2;
pub const CATEGORY: u8 = 4;
pub const AGE: u8 = 8;

/// The filters of a search, for the hits of one part of the index.
pub struct Filtering {
    /// Whether there are filters that a hit may miss.
    may_miss: bool,
    today: u32,
    workplaces: u32,
    employment_types: u32,
    /// Posted at this second or later.
    since: i64,
    above: i64,
    below: i64,
    pub part: Arc<Part>,
    pub names: Arc<Names>,
    /// What is paid at least; nothing where pay does not matter.
    yearly: i64,
    /// Whether each category of the part is the one that is asked for.
    is_of_category: Option<Vec<bool>>,
}

impl Filtering {
    /// # Errors
    /// When the index cannot be read.
    pub fn open(asked: &Asked, reader: &SegmentReader, parts: &Parts) -> tantivy::Result<Self> {
        let (part, names) = parts.of(reader)?;
        let is_of_category = asked.category.as_ref().map(|wanted| {
            let categories = names.categories.iter();
            categories.map(|known| known.slug == *wanted).collect()
        });
        let is_narrowed = asked.workplaces != u32::MAX || asked.employment_types != u32::MAX;
        Ok(Self {
            may_miss: is_narrowed || asked.since > 0 || asked.category.is_some(),
            today: day(asked.today),
            workplaces: asked.workplaces,
            employment_types: asked.employment_types,
            since: Cursor(asked.since).second(),
            above: asked.above,
            below: asked.below,
            yearly: asked.yearly,
            is_of_category,
            part,
            names,
        })
    }

    /// What is known of a hit, and which filters it misses; nothing of one that is closed or pays too
    /// little.
    #[inline]
    pub fn look_at(&self, doc: DocId) -> Option<(&Row, u8)> {
        let row = self.part.rows.get(doc as usize)?;
        let facts = Facts(row.facts);
        let pays_less = || self.yearly > 0 && self.part.yearly.get_val(doc) < self.yearly;
        if !facts.is_open(self.today) || pays_less() {
            return None;
        }
        if !self.may_miss {
            return Some((row, 0));
        }
        let missed = |filter: u8, is_missed: bool| if is_missed { filter } else { 0 };
        let workplace = self.workplaces & (1 << facts.workplace());
        let kind = self.employment_types & (1 << facts.employment_type());
        let missed = missed(WORKPLACE, workplace == 0)
            | missed(TYPE, kind == 0)
            | missed(AGE, i64::from(row.second) < self.since)
            | missed(
                CATEGORY,
                is_missed(self.is_of_category.as_ref(), row.category),
            );
        Some((row, missed))
    }

    /// Whether a hit is between the positions that are asked for.
    #[inline]
    pub fn is_inside(&self, position: i64) -> bool {
        self.above < position && position < self.below
    }

    #[inline]
    pub fn position(&self, doc: DocId) -> i64 {
        let position = self.part.positions.get(doc as usize);
        position.copied().unwrap_or_default()
    }

    pub fn company(&self, doc: DocId) -> u64 {
        self.part.companies.get_val(doc)
    }
}

#[inline]
fn is_missed(wanted: Option<&Vec<bool>>, ordinal: u32) -> bool {
    let is_wanted = |wanted: &Vec<bool>| wanted.get(ordinal as usize).copied();
    wanted.is_some_and(|wanted| is_wanted(wanted) != Some(true))
}
