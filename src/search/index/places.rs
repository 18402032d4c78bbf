//! Where jobs are, as the index keeps it: the places of a job in one text, so that a search reads one number
//! for each hit, and looks into each of the few different texts once.

use std::collections::{BTreeMap, HashMap};

use crate::{
    jobs::JobFields,
    text::gazetteer::{self, Kind, Place, PlaceId},
};

/// Letters of the names of the cells that a town is in.
const CELLS: std::ops::RangeInclusive<usize> = 1..=6;

/// Locations that are remembered: most are those of many jobs.
const MOST_REMEMBERED: usize = 10_000;

/// What locations mean, for whoever reads many jobs.
#[derive(Default)]
pub struct Locations(HashMap<String, Vec<Place>>);

impl Locations {
    /// The towns, regions and countries where the work is, or where whoever does it must live.
    pub fn places(&mut self, fields: &JobFields) -> BTreeMap<PlaceId, Place> {
        let parts = [&fields.locality, &fields.region, &fields.country];
        let stated: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
        let open_to = fields.applicant_location.as_deref().unwrap_or_default();
        let mut found: Vec<Place> = Vec::new();
        for text in [fields.location.as_str(), open_to, &stated.join(", ")] {
            found.extend(self.named(text));
        }
        found.extend(fields.country.as_deref().and_then(gazetteer::country));
        let around = |place: &Place| {
            let region = place.region.and_then(gazetteer::by_id);
            [gazetteer::country(place.country), region]
        };
        let wider: Vec<Place> = found.iter().flat_map(around).flatten().collect();
        let all = found.into_iter().chain(wider);
        all.map(|place| (place.id, place)).collect()
    }

    fn named(&mut self, text: &str) -> Vec<Place> {
        if text.is_empty() {
            return Vec::new();
        }
        if let Some(known) = self.0.get(text) {
            return known.clone();
        }
        let places = gazetteer::resolve_many(text);
        if self.0.len() >= MOST_REMEMBERED {
            self.0.clear();
        }
        self.0.insert(text.to_owned(), places.clone());
        places
    }
}

/// The names of the cells of the earth that a town is in.
pub fn cells(place: &Place) -> Vec<String> {
    if place.kind != Kind::Town {
        return Vec::new();
    }
    let cell = |length| gazetteer::geohash(place.latitude, place.longitude, length);
    CELLS.map(cell).collect()
}

/// The places of a job as one text.
pub fn kept(places: &BTreeMap<PlaceId, Place>) -> String {
    let ids: Vec<String> = places.keys().map(|id| id.0.to_string()).collect();
    ids.join(" ")
}

/// The places in such a text.
pub fn read(kept: &str) -> impl Iterator<Item = PlaceId> {
    kept.split(' ')
        .filter_map(|id| Some(PlaceId(id.parse().ok()?)))
}
