//! One pass over the hits of a search: how many there are, which of them are the newest or the oldest, and how
//! many are behind each value of each filter.
//!
//! The index is asked for the hits without the filters that have numbers beside them. A hit that meets all
//! of these counts; a hit that misses only one of them counts for the values of that one.

use tantivy::DocId;

use super::{
    ask::{AGES, Asked, Counts, Hits, Order},
    categories::categories,
    facts::Facts,
    filtering::{AGE, CATEGORY, Filtering, TYPE, WORKPLACE},
    parts::{Names, Row},
    top::Top,
};
use crate::search::query::Cursor;

/// Counts the hits of one part of the index, and takes the first by their positions.
pub struct Pass<'a> {
    filtering: &'a Filtering,
    counts: bool,
    /// Whether hits are wanted by their positions.
    is_ordered: bool,
    /// From which second on a job is of each age, the latest first.
    ages: [i64; AGES],
    /// Hits by workplace and employment type, by how many of the ages they are of, by category, by set of places.
    by_values: [u32; Facts::VALUES],
    by_age: [u32; AGES + 1],
    by_category: Vec<u32>,
    by_set: Vec<u32>,
    top: Top,
    hits: Hits,
}

impl<'a> Pass<'a> {
    pub fn new(asked: &Asked, filtering: &'a Filtering) -> Self {
        let is_ordered = asked.order != Order::BestFirst;
        let none = |numbers: usize| none(if asked.counts { numbers } else { 0 });
        Self {
            counts: asked.counts,
            is_ordered,
            ages: asked.ages.map(|since| Cursor(since).second()),
            by_values: [0; Facts::VALUES],
            by_age: [0; AGES + 1],
            by_category: none(filtering.names.categories.len()),
            by_set: none(filtering.part.sets.len()),
            filtering,
            top: Top::new(asked.order, if is_ordered { asked.most } else { 0 }),
            hits: Hits::default(),
        }
    }

    /// Counts a hit; says whether it meets everything that is asked.
    #[inline]
    pub fn look_at(&mut self, doc: DocId) -> bool {
        let Some((row, missed)) = self.filtering.look_at(doc) else {
            return false;
        };
        if self.counts {
            self.count(row, missed);
        }
        if missed != 0 {
            return false;
        }
        self.hits.total += 1;
        if self.is_ordered {
            let position = self.filtering.position(doc);
            if self.filtering.is_inside(position) {
                self.hits.inside += 1;
                self.top.add(0.0, position, doc);
            }
        }
        true
    }

    #[inline]
    fn count(&mut self, row: &Row, missed: u8) {
        let facts = Facts(row.facts);
        let meets_all = missed == 0;
        if meets_all {
            self.by_values[facts.values()] += 1;
            if let Some(count) = self.by_set.get_mut(row.places as usize) {
                *count += 1;
            }
        }
        if missed & !AGE == 0 {
            let ages = self.ages.iter();
            let of_ages = ages.filter(|since| i64::from(row.second) >= **since);
            self.by_age[of_ages.count()] += 1;
        }
        if missed & !CATEGORY == 0
            && let Some(count) = self.by_category.get_mut(row.category as usize)
        {
            *count += 1;
        }
        match missed {
            WORKPLACE => self.hits.counts.workplaces[facts.workplace()] += 1,
            TYPE => self.hits.counts.employment_types[facts.employment_type()] += 1,
            _ => {}
        }
    }

    /// What was counted.
    pub fn hits(mut self) -> Hits {
        self.hits.first = self.top.hits(self.filtering);
        let counts = &mut self.hits.counts;
        for (values, hits) in (0..).zip(self.by_values) {
            let facts = Facts(values);
            counts.workplaces[facts.workplace()] += hits as usize;
            counts.employment_types[facts.employment_type()] += hits as usize;
        }
        // Who is of one age is of all that reach further back.
        let mut so_far = 0;
        for (count, hits) in counts.ages.iter_mut().zip(self.by_age.iter().rev()) {
            so_far += *hits as usize;
            *count = so_far;
        }
        let mut places = none(match self.counts {
            true => self.filtering.names.places.len(),
            false => 0,
        });
        let sets = self.filtering.part.sets.iter().zip(&self.by_set);
        for (set, jobs) in sets.filter(|(_, jobs)| **jobs > 0) {
            for place in set {
                places[*place as usize] += *jobs;
            }
        }
        self.hits.by_category = self.by_category;
        self.hits.by_place = places;
        self.hits
    }
}

impl Hits {
    /// The hits of all parts of the index.
    pub fn of(parts: Vec<Self>, asked: &Asked, names: &Names) -> Self {
        let mut all = Self::default();
        for part in parts {
            all.add(part);
        }
        all.first = Top::first_of(asked.order, asked.most, all.first);
        all.name(asked, names);
        all
    }

    fn add(&mut self, part: Self) {
        self.total += part.total;
        self.inside += part.inside;
        self.first.extend(part.first);
        self.counts.add(part.counts);
        add(&mut self.by_category, &part.by_category);
        add(&mut self.by_place, &part.by_place);
    }

    /// Says what was counted by numbers.
    fn name(&mut self, asked: &Asked, names: &Names) {
        self.counts.categories = categories(&self.by_category, asked, names);
        let places = names.places.iter().zip(&self.by_place);
        let places = places.filter(|(_, jobs)| **jobs > 0);
        self.counts.places = places
            .map(|(place, jobs)| (*place, *jobs as usize))
            .collect();
    }
}

fn none(numbers: usize) -> Vec<u32> {
    vec![0; numbers]
}

/// Adds numbers of one part to those of others, which may know fewer or more names.
fn add(counts: &mut Vec<u32>, more: &[u32]) {
    counts.resize(counts.len().max(more.len()), 0);
    for (count, more) in counts.iter_mut().zip(more) {
        *count += more;
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
    }
}
