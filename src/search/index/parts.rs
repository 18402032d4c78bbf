//! What a search reads of each hit, in memory: a part of the index never changes, and to unpack a number from the
//! file takes longer than to count it. 24 bytes a job.

use std::{
    collections::HashMap,
    sync::{Arc, PoisonError, RwLock},
};

use tantivy::{
    SegmentReader,
    columnar::{ColumnValues, StrColumn},
    index::SegmentId,
};

use super::{document::read_category, places, schema::columns};
use crate::{
    search::query::Cursor,
    text::gazetteer::{self, Place, PlaceId},
};

/// What is known of a job without its words.
#[derive(Clone, Copy, Debug, Default)]
pub struct Row {
    /// When it was posted, in seconds since 1970.
    pub second: u32,
    pub facts: u32,
    /// The number of its category, and of its set of places.
    pub category: u32,
    pub places: u32,
}

/// One part of the index.
pub struct Part {
    /// By the numbers of the documents.
    pub rows: Vec<Row>,
    pub positions: Vec<i64>,
    /// The places of each set, by their numbers.
    pub sets: Vec<Box<[u32]>>,
    /// What is read of few hits stays in the file: a number for the company, and what a year pays.
    pub companies: Arc<dyn ColumnValues<u64>>,
    pub yearly: Arc<dyn ColumnValues<i64>>,
}

/// What the numbers of categories and places stand for. They are the same in all parts, and never change.
#[derive(Clone, Debug, Default)]
pub struct Names {
    pub categories: Vec<Category>,
    /// How many different slugs they have.
    pub slugs: usize,
    pub places: Vec<Place>,
    of_categories: HashMap<String, u32>,
    of_slugs: HashMap<String, u32>,
    of_places: HashMap<PlaceId, u32>,
}

/// A category as jobs state it.
#[derive(Clone, Debug)]
pub struct Category {
    pub slug: String,
    pub text: String,
    /// The number of its slug: several texts have the same.
    pub slug_number: u32,
}

/// All parts.
#[derive(Clone, Default)]
pub struct Parts(Arc<RwLock<Kept>>);

#[derive(Default)]
struct Kept {
    parts: HashMap<SegmentId, Arc<Part>>,
    names: Arc<Names>,
}

impl Parts {
    /// What is known of `part`, and what its numbers stand for.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn of(&self, part: &SegmentReader) -> tantivy::Result<(Arc<Part>, Arc<Names>)> {
        let id = part.segment_id();
        let kept = self.0.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = kept.parts.get(&id) {
            return Ok((Arc::clone(known), Arc::clone(&kept.names)));
        }
        drop(kept);
        let mut kept = self.0.write().unwrap_or_else(PoisonError::into_inner);
        let read = Arc::new(Part::read(part, Arc::make_mut(&mut kept.names))?);
        kept.parts.insert(id, Arc::clone(&read));
        Ok((read, Arc::clone(&kept.names)))
    }

    pub fn names(&self) -> Arc<Names> {
        let kept = self.0.read().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(&kept.names)
    }

    /// Reads these parts before a search does, and forgets all others.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn keep(&self, parts: &[SegmentReader]) -> tantivy::Result<()> {
        for part in parts {
            self.of(part)?;
        }
        let ids: Vec<SegmentId> = parts.iter().map(SegmentReader::segment_id).collect();
        let mut kept = self.0.write().unwrap_or_else(PoisonError::into_inner);
        kept.parts.retain(|id, _| ids.contains(id));
        Ok(())
    }
}

impl Names {
    fn category(&mut self, kept: &str) -> u32 {
        if let Some(number) = self.of_categories.get(kept) {
            return *number;
        }
        let (slug, text) = read_category(kept);
        let next_slug = number(self.slugs);
        let slug_number = *self.of_slugs.entry(slug.to_owned()).or_insert(next_slug);
        self.slugs = self.of_slugs.len();
        let number = number(self.categories.len());
        self.categories.push(Category {
            slug: slug.to_owned(),
            text: text.to_owned(),
            slug_number,
        });
        self.of_categories.insert(kept.to_owned(), number);
        number
    }

    fn place(&mut self, id: PlaceId) -> Option<u32> {
        if let Some(number) = self.of_places.get(&id) {
            return Some(*number);
        }
        let number = number(self.places.len());
        self.places.push(gazetteer::by_id(id)?);
        self.of_places.insert(id, number);
        Some(number)
    }
}

impl Part {
    fn read(part: &SegmentReader, names: &mut Names) -> tantivy::Result<Self> {
        let mut categories = Vec::new();
        each(part.fast_fields().str(columns::CATEGORY)?, |kept| {
            categories.push(names.category(kept));
        })?;
        let mut sets: Vec<Box<[u32]>> = Vec::new();
        each(part.fast_fields().str(columns::PLACES)?, |kept| {
            sets.push(
                places::read(kept)
                    .filter_map(|id| names.place(id))
                    .collect(),
            );
        })?;
        let (mut rows, positions) = rows(part)?;
        for row in &mut rows {
            let category = categories.get(row.category as usize);
            row.category = category.copied().unwrap_or(u32::MAX);
        }
        let columns = part.fast_fields();
        Ok(Self {
            companies: columns.column_first_or_default(columns::COMPANY)?,
            yearly: columns.column_first_or_default(columns::YEARLY)?,
            rows,
            positions,
            sets,
        })
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn rows(part: &SegmentReader) -> tantivy::Result<(Vec<Row>, Vec<i64>)> {
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
    let row = |doc| {
        let position = positions.get_val(doc).cast_signed();
        let row = Row {
            second: number(Cursor(position).second().unsigned_abs()),
            facts: number(facts.get_val(doc)),
            category: ordinal(&categories, doc),
            places: ordinal(&places, doc),
        };
        (row, position)
    };
    Ok((0..part.max_doc()).map(row).unzip())
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
