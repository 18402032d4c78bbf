//! What is asked of each hit besides its words.

use std::{collections::HashSet, sync::Arc};

use tantivy::{DocId, SegmentReader, columnar::ColumnValues};

use super::{
    ask::Asked,
    facts::{Facts, day},
    parts::{Names, Part, Parts, Row},
    schema::columns,
};
use crate::text::gazetteer::PlaceId;

/// Filters that a hit may miss, as bits.
pub const WORKPLACE: u8 = 1;
pub const TYPE: u8 = 2;
pub const CATEGORY: u8 = 4;
pub const AGE: u8 = 8;

/// The filters of a search, for the hits of one part of the index.
pub struct Filtering {
    today: u32,
    workplaces: u32,
    employment_types: u32,
    since: i64,
    above: i64,
    below: i64,
    pub part: Arc<Part>,
    pub names: Arc<Names>,
    /// What is paid at least, and what each job pays.
    pay: Option<(i64, Arc<dyn ColumnValues<i64>>)>,
    companies: Arc<dyn ColumnValues<u64>>,
    /// Whether each category of the part is the one that is asked for.
    is_of_category: Option<Vec<bool>>,
    /// Whether each set of places has one of the towns that are asked for.
    is_near: Option<Vec<bool>>,
}

impl Filtering {
    /// # Errors
    /// When the index cannot be read.
    pub fn open(asked: &Asked, reader: &SegmentReader, parts: &Parts) -> tantivy::Result<Self> {
        let (part, names) = parts.of(reader)?;
        let columns = reader.fast_fields();
        let pay = match asked.yearly {
            0 => None,
            least => Some((least, columns.column_first_or_default(columns::YEARLY)?)),
        };
        let is_of_category = asked.category.as_ref().map(|wanted| {
            let categories = names.categories.iter();
            categories.map(|(slug, _)| slug == wanted).collect()
        });
        let is_near = asked.towns.as_ref().map(|towns| {
            let sets = part.sets.iter();
            sets.map(|set| has_one_of(&names, set, towns)).collect()
        });
        Ok(Self {
            today: day(asked.today),
            workplaces: asked.workplaces,
            employment_types: asked.employment_types,
            since: asked.since,
            above: asked.above,
            below: asked.below,
            pay,
            companies: columns.column_first_or_default(columns::COMPANY)?,
            is_of_category,
            is_near,
            part,
            names,
        })
    }

    /// What is known of a hit, and which filters it misses; nothing of one that is closed, too far away or pays
    /// too little.
    #[inline]
    pub fn look_at(&self, doc: DocId) -> Option<(&Row, u8)> {
        let row = self.part.rows.get(doc as usize)?;
        let facts = Facts(row.facts);
        let is_far = || is_missed(self.is_near.as_ref(), row.places);
        let pays_less = || {
            let pay = self.pay.as_ref();
            pay.is_some_and(|(least, pay)| pay.get_val(doc) < *least)
        };
        if !facts.is_open(self.today) || is_far() || pays_less() {
            return None;
        }
        let missed = |filter: u8, is_missed: bool| if is_missed { filter } else { 0 };
        let workplace = self.workplaces & (1 << facts.workplace());
        let kind = self.employment_types & (1 << facts.employment_type());
        let missed = missed(WORKPLACE, workplace == 0)
            | missed(TYPE, kind == 0)
            | missed(AGE, row.position <= self.since)
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

    pub fn position(&self, doc: DocId) -> i64 {
        let row = self.part.rows.get(doc as usize);
        row.map_or(0, |row| row.position)
    }

    pub fn company(&self, doc: DocId) -> u64 {
        self.companies.get_val(doc)
    }
}

#[inline]
fn is_missed(wanted: Option<&Vec<bool>>, ordinal: u32) -> bool {
    let is_wanted = |wanted: &Vec<bool>| wanted.get(ordinal as usize).copied();
    wanted.is_some_and(|wanted| is_wanted(wanted) != Some(true))
}

fn has_one_of(names: &Names, set: &[u32], towns: &HashSet<PlaceId>) -> bool {
    let places = set
        .iter()
        .filter_map(|place| names.places.get(*place as usize));
    places.into_iter().any(|place| towns.contains(&place.id))
}
