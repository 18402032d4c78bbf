//! What a search reads of each hit, in memory: a part of the index never changes, and to unpack a number from the
//! file takes longer than to count it. 24 bytes a job.

use std::{
    collections::{BTreeMap, HashMap},
    sync::{Arc, PoisonError, RwLock},
};

use tantivy::{
    SegmentReader,
    columnar::{ColumnValues, StrColumn},
    index::SegmentId,
};

use super::{document::read_category, places, schema::columns};
use crate::text::gazetteer::{self, Place, PlaceId};

/// Parts of the index that are remembered; those that are no longer there are forgotten when there are more.
const MOST_REMEMBERED: usize = 100;

/// What is known of a job without its words.
#[derive(Clone, Copy, Debug, Default)]
pub struct Row {
    pub position: i64,
    pub facts: u32,
    /// The number of its category, and of its set of places.
    pub category: u32,
    pub places: u32,
}

/// One part of the index.
#[derive(Debug, Default)]
pub struct Part {
    /// By the numbers of the documents.
    pub rows: Vec<Row>,
    /// Slug and text of each category.
    pub categories: Vec<(String, String)>,
    /// The places of each set, as numbers of [`Self::places`].
    pub sets: Vec<Box<[u32]>>,
    /// In the order of their ids.
    pub places: Vec<Place>,
}

/// All parts.
#[derive(Clone, Default)]
pub struct Parts(Arc<RwLock<HashMap<SegmentId, Arc<Part>>>>);

impl Parts {
    /// What is known of `part`.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn of(&self, part: &SegmentReader) -> tantivy::Result<Arc<Part>> {
        let id = part.segment_id();
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = known.get(&id) {
            return Ok(Arc::clone(known));
        }
        drop(known);
        let read = Arc::new(Part::read(part)?);
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MOST_REMEMBERED {
            known.clear();
        }
        known.insert(id, Arc::clone(&read));
        Ok(read)
    }
}

impl Part {
    fn read(part: &SegmentReader) -> tantivy::Result<Self> {
        let mut categories = Vec::new();
        each(part.fast_fields().str(columns::CATEGORY)?, |kept| {
            let (slug, text) = read_category(kept);
            categories.push((slug.to_owned(), text.to_owned()));
        })?;
        let mut ids: Vec<Vec<PlaceId>> = Vec::new();
        each(part.fast_fields().str(columns::PLACES)?, |kept| {
            ids.push(places::read(kept).collect());
        })?;
        let known: BTreeMap<PlaceId, Place> = ids
            .iter()
            .flatten()
            .filter_map(|id| Some((*id, gazetteer::by_id(*id)?)))
            .collect();
        let places: Vec<Place> = known.into_values().collect();
        let number = |id: &PlaceId| {
            let number = places.binary_search_by_key(id, |place| place.id).ok()?;
            u32::try_from(number).ok()
        };
        let sets = ids.iter();
        let sets = sets.map(|ids| ids.iter().filter_map(number).collect());
        Ok(Self {
            rows: rows(part)?,
            sets: sets.collect(),
            categories,
            places,
        })
    }

    /// How many jobs are in each place, where `jobs` says how many have each text of places.
    pub fn count_places(&self, jobs: &[u32]) -> Vec<(Place, usize)> {
        let mut counts = vec![0; self.places.len()];
        for (set, count) in self.sets.iter().zip(jobs).filter(|(_, count)| **count > 0) {
            for place in set {
                counts[*place as usize] += *count as usize;
            }
        }
        let counted = self.places.iter().copied().zip(counts);
        counted.filter(|(_, jobs)| *jobs > 0).collect()
    }
}

fn rows(part: &SegmentReader) -> tantivy::Result<Vec<Row>> {
    let columns = part.fast_fields();
    let positions = columns.column_first_or_default::<u64>(columns::POSITION)?;
    let facts = columns.column_first_or_default::<u64>(columns::FACTS)?;
    let ordinals = |name| -> tantivy::Result<_> {
        let column = columns.str(name)?;
        Ok(column.map(|column| column.ords().clone().first_or_default_col(0)))
    };
    let (categories, places) = (ordinals(columns::CATEGORY)?, ordinals(columns::PLACES)?);
    let number = |value: u64| u32::try_from(value).unwrap_or(u32::MAX);
    let ordinal = |column: &Option<Arc<dyn ColumnValues<u64>>>, doc| {
        let value = column.as_ref().map(|column| column.get_val(doc));
        number(value.unwrap_or_default())
    };
    let row = |doc| Row {
        position: positions.get_val(doc).cast_signed(),
        facts: number(facts.get_val(doc)),
        category: ordinal(&categories, doc),
        places: ordinal(&places, doc),
    };
    Ok((0..part.max_doc()).map(row).collect())
}

/// Reads each text of a column, in the order of the ordinals.
fn each(column: Option<StrColumn>, mut read: impl FnMut(&str)) -> tantivy::Result<()> {
    let Some(column) = column else {
        return Ok(());
    };
    let mut texts = column.dictionary().stream()?;
    while texts.advance() {
        read(str::from_utf8(texts.key()).unwrap_or_default());
    }
    Ok(())
}
