//! Which of the towns of one name is meant beside other places: beside Boston it is the Cambridge next to it.

use super::place::Location;
use crate::text::gazetteer::{self, Kind, Place};

/// How near a town is that is meant instead of a more prominent one.
const NEXT_TO: f64 = 30.0;

/// The same where none is prominent.
const IN_REACH: f64 = 150.0;

/// A place, and how it was typed.
#[derive(Clone, Debug)]
pub struct Named {
    pub typed: String,
    pub place: Location,
}

impl Named {
    pub fn read(typed: &str) -> Self {
        Self {
            typed: typed.to_owned(),
            place: Location::read(typed),
        }
    }

    /// The town with its name that is near one of these places, where what was typed is a name alone.
    pub fn beside(&self, others: &[Self]) -> Option<Location> {
        let known = self.place.place();
        let is_name =
            |place: &Place| place.kind == Kind::Town && gazetteer::is_called(place, &self.typed);
        let may_be_another = match known {
            Some(place) => is_name(&place),
            None => {
                !self.place.is_known() || self.place.area().is_some_and(|area| area.is_ambiguous)
            }
        };
        if !may_be_another {
            return None;
        }
        let reach = if known.is_some() { NEXT_TO } else { IN_REACH };
        let towns = others.iter().filter_map(|other| other.place.place());
        let mut towns = towns.filter(|town| town.kind == Kind::Town);
        towns.find_map(|town| {
            let region = town.region_name()?;
            let country = gazetteer::country(town.country)?.name;
            let spelled = format!("{}, {region}, {country}", self.typed);
            let found = gazetteer::resolve_asked(&spelled).filter(is_name)?;
            let is_near = |place: &Place| gazetteer::is_within(&town, reach, place);
            let is_far = !known.as_ref().is_some_and(is_near);
            (is_far && is_near(&found) && found.id != town.id).then(|| Location::at(&found))
        })
    }
}

/// The places that are meant by names that stand in one list.
pub fn each_other(named: Vec<Named>) -> Vec<Location> {
    let meant: Vec<Option<Location>> = named.iter().map(|one| one.beside(&named)).collect();
    let places = named.into_iter().zip(meant);
    places
        .map(|(named, meant)| meant.unwrap_or(named.place))
        .collect()
}
