//! Wider searches than for one place.

use super::{
    distance::{DISTANCES, Distance, Unit},
    place::Location,
};
use crate::text::gazetteer::{self, Kind};

impl Location {
    /// Places around it, and a longer way around a town, the nearest first.
    pub fn wider(&self) -> Vec<Self> {
        let Some(place) = self.place() else {
            return Vec::new();
        };
        let mut wider = Vec::new();
        if place.kind == Kind::Town {
            wider.extend(self.further().map(|within| {
                let mut around = self.clone();
                around.set_within(Some(within));
                around
            }));
        }
        let region = place.region.and_then(gazetteer::by_id);
        let around = [region, gazetteer::country(place.country)];
        let around = around.iter().flatten().filter(|other| other.id != place.id);
        wider.extend(around.map(Self::at));
        wider
    }

    /// Longer ways around a town than the one that is stated.
    pub fn further(&self) -> impl Iterator<Item = Distance> + use<> {
        let unit = self
            .place()
            .as_ref()
            .map_or(Unit::Kilometers, Unit::usual_in);
        let asked = self.within().map_or(0, |within| within.length);
        let further = DISTANCES.into_iter().filter(move |length| *length > asked);
        further.map(move |length| Distance { length, unit })
    }
}
