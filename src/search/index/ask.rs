//! What the index is asked, and what it answers.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{expression::Expression, facts::MOST_VALUES};
use crate::{
    jobs::{EmploymentType, Workplace},
    text::gazetteer::{self, Kind, Place},
};

/// The choices for how long ago a job was posted.
pub const AGES: usize = 3;

/// A search.
#[derive(Clone, Debug)]
pub struct Asked {
    pub words: Expression,
    /// Open on this day.
    pub today: NaiveDate,
    /// The second at which it is asked, since 1970.
    pub now: i64,
    /// At least so much a year, in hundredths.
    pub yearly: i64,
    /// These workplaces, as bits, and these employment types.
    pub workplaces: u32,
    pub employment_types: u32,
    /// The slug of a category.
    pub category: Option<String>,
    /// Above this position.
    pub since: i64,
    pub order: Order,
    /// How many of the first hits are wanted, and between which positions.
    pub most: usize,
    pub above: i64,
    pub below: i64,
    /// Whether the hits behind each value of each filter are counted.
    pub counts: bool,
    /// Above which position a job is of each age.
    pub ages: [i64; AGES],
}

/// In a town that is at most so many kilometers from a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Near {
    pub place: Place,
    pub km: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    BestFirst,
    NewestFirst,
    OldestFirst,
}

/// The answer.
#[derive(Clone, Debug, Default)]
pub struct Hits {
    /// How many there are; nothing where the best were asked for without counts.
    pub total: usize,
    /// How many of them are between the positions that were asked for.
    pub inside: usize,
    pub first: Vec<Hit>,
    pub counts: Counts,
    /// How many are of each category and in each place, by the numbers of those.
    pub by_category: Vec<u32>,
    pub by_place: Vec<u32>,
}

/// A job that was found.
#[derive(Clone, Copy, Debug)]
pub struct Hit {
    pub score: f32,
    pub position: i64,
    /// A number for its company.
    pub company: u64,
}

/// How many hits there are for each value of a filter, whatever is asked of that filter.
#[derive(Clone, Debug, Default)]
pub struct Counts {
    pub workplaces: [usize; MOST_VALUES],
    pub employment_types: [usize; MOST_VALUES],
    pub ages: [usize; AGES],
    pub places: Vec<(Place, usize)>,
    /// By slug.
    pub categories: HashMap<String, Stated>,
}

/// A category, as most jobs that have it state it.
#[derive(Clone, Debug, Default)]
pub struct Stated {
    pub jobs: usize,
    pub text: String,
}

impl Near {
    pub fn has(&self, town: &Place) -> bool {
        town.kind == Kind::Town && gazetteer::is_within(&self.place, self.km, town)
    }
}

impl Counts {
    pub fn workplace(&self, workplace: Workplace) -> usize {
        let ordinal = super::facts::ordinal(workplace) as usize;
        self.workplaces.get(ordinal).copied().unwrap_or_default()
    }

    pub fn employment_type(&self, kind: EmploymentType) -> usize {
        let ordinal = super::facts::ordinal(kind) as usize;
        self.employment_types
            .get(ordinal)
            .copied()
            .unwrap_or_default()
    }
}
