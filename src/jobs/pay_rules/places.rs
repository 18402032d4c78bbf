//! Where somebody who gets a job may work.

use crate::{
    jobs::{fields::JobFields, location, vocabulary::Workplace},
    text::gazetteer::{
        Place,
        areas::{self, Area},
        resolve, resolve_many,
    },
};

/// The places of a job, and the areas that it names as Europe is one.
#[derive(Debug, Default)]
pub struct Where {
    pub places: Vec<Place>,
    pub areas: Vec<&'static Area>,
}

impl Where {
    /// Of remote work it is where people may live, as far as that is stated.
    pub fn of(fields: &JobFields) -> Self {
        let residence = fields.applicant_location.as_deref().unwrap_or_default();
        let is_remote = *fields.workplace == Workplace::Remote && !residence.is_empty();
        let stated = if is_remote {
            residence
        } else {
            &fields.location
        };
        let found = Self {
            places: resolve_many(stated),
            areas: location::parts(stated).filter_map(areas::named).collect(),
        };
        if is_remote || !found.places.is_empty() || !found.areas.is_empty() {
            return found;
        }
        // Of a line that is no place, the parts may be known.
        let country = fields.country.as_deref().unwrap_or_default();
        let region = fields.region.as_deref().unwrap_or_default();
        let place = resolve(&format!("{region}, {country}")).or_else(|| resolve(country));
        Self {
            places: place.into_iter().collect(),
            areas: Vec::new(),
        }
    }
}
