//! Places as filters: the countries where jobs are, then regions, then towns, and how far around a town.

use std::cmp::Reverse;

use super::{
    group::{Any, Choice, Group},
    groups::MOST,
};
use crate::{
    jobs::Workplace,
    platform::i18n::{Locale, Message},
    search::{
        index::ask::Counts,
        query::{DISTANCES, Distance, Facet, JobQuery, Location, Unit, begun_with_capital, either},
    },
    text::gazetteer::{self, Kind, Place},
};

/// Places that are shown at once.
const SHOWN: usize = 8;

/// The countries where jobs are; of a country its regions, and of a region its towns. Where all jobs are in one
/// of them, what is inside that.
pub fn of(query: &JobQuery, counts: &Counts, locale: Locale) -> Group {
    let places = &query.filters.place;
    let none = Location::default();
    let chosen = match places.each() {
        [] => &none,
        [only] => only,
        _ => return several(query, counts, locale),
    };
    let any = Any {
        label: locale.text(&match chosen.is_known() {
            true => Message::new("search-place-all").with("place", chosen.name(locale)),
            false => Message::new("search-place-any"),
        }),
        value: chosen.text().to_owned(),
    };
    let title = locale.text(&Message::new("search-place"));
    let found = match (chosen.area(), chosen.place()) {
        (Some(area), _) => most_first(those(&counts.places, |place| area.has(place))),
        // What the words of a location mean is not known.
        (None, None) if chosen.is_stated() => Vec::new(),
        (None, around) => innermost(&counts.places, around),
    };
    let is_ambiguous = chosen.area().is_some_and(|area| area.is_ambiguous);
    let choices = found.into_iter().take(MOST).map(|(place, jobs)| {
        let name = match is_ambiguous {
            true => gazetteer::full_name(&place),
            false => place.name.to_owned(),
        };
        Choice::new(name, gazetteer::slug(&place)).counted(jobs, locale)
    });
    Group::new(Facet::Place, title, Some(any), choices.collect()).showing(SHOWN)
}

/// The places that are chosen, each alone.
fn several(query: &JobQuery, counts: &Counts, locale: Locale) -> Group {
    let chosen = &query.filters.place;
    let any = Any {
        label: locale.text(&Message::new("search-place-each")),
        value: chosen.typed(),
    };
    let title = locale.text(&Message::new("search-place"));
    let choices = chosen.each().iter().map(|place| {
        let name = begun_with_capital(&place.name(locale));
        let choice = Choice::new(name, place.text());
        match jobs_in(place, counts) {
            Some(jobs) => choice.counted(jobs, locale),
            None => choice,
        }
    });
    Group::new(Facet::Place, title, Some(any), choices.collect())
}

/// How many of the hits are in one of the places that were searched, where that was counted.
fn jobs_in(searched: &Location, counts: &Counts) -> Option<usize> {
    if searched.is_remote() {
        return Some(counts.workplace(Workplace::Remote));
    }
    let wanted = searched.place().filter(|_| searched.within().is_none())?;
    let mut places = counts.places.iter();
    let found = places.find(|(place, _)| place.id == wanted.id);
    Some(found.map_or(0, |(_, jobs)| *jobs))
}

/// The places inside `around`, those with most jobs first; where that is one only, the places inside it.
fn innermost(known: &[(Place, usize)], around: Option<Place>) -> Vec<(Place, usize)> {
    let mut found = inside(known, around);
    while let [(only, _)] = found.as_slice()
        && only.kind != Kind::Town
    {
        found = inside(known, Some(*only));
    }
    most_first(found)
}

fn most_first(mut found: Vec<(Place, usize)>) -> Vec<(Place, usize)> {
    found.sort_by_key(|(place, jobs)| (Reverse(*jobs), place.id));
    found
}

fn those(known: &[(Place, usize)], is_wanted: impl Fn(&Place) -> bool) -> Vec<(Place, usize)> {
    let known = known.iter().copied();
    known.filter(|(place, _)| is_wanted(place)).collect()
}

/// Of these places those that are next inside `around`: the countries of the world, the regions of a country,
/// or its towns where it has no regions.
fn inside(known: &[(Place, usize)], around: Option<Place>) -> Vec<(Place, usize)> {
    let Some(around) = around else {
        return those(known, |place| place.kind == Kind::Country);
    };
    match around.kind {
        Kind::Town => Vec::new(),
        Kind::Region => those(known, |place| {
            place.kind == Kind::Town && place.region == Some(around.id)
        }),
        Kind::Country => {
            let is_there = |place: &Place| place.country == around.country;
            let of = |kind| those(known, |place| place.kind == kind && is_there(place));
            let regions = of(Kind::Region);
            if regions.is_empty() {
                of(Kind::Town)
            } else {
                regions
            }
        }
    }
}

/// How far around a town jobs may be.
pub fn distances(query: &JobQuery, locale: Locale) -> Group {
    let chosen = &query.filters.place;
    let title = locale.text(&Message::new("search-distance"));
    let towns: Vec<Place> = chosen.towns().filter_map(Location::place).collect();
    let Some(town) = towns.first() else {
        return Group::new(Facet::Distance, title, None, Vec::new());
    };
    let names = towns.iter().map(|town| town.name.to_owned());
    let any = Any {
        label: locale
            .text(&Message::new("search-distance-none").with("place", either(names, locale))),
        value: String::new(),
    };
    let within = chosen.within();
    let unit = within.map_or_else(|| Unit::usual_in(town), |within| within.unit);
    let mut offered: Vec<Distance> = DISTANCES.map(|length| Distance { length, unit }).into();
    offered.extend(within.filter(|within| !offered.contains(within)));
    offered.sort_by_key(|distance| distance.length);
    let choices = offered.into_iter().map(|distance| {
        Choice::new(locale.text(&distance.label()), distance.text())
            .active(within == Some(distance))
    });
    Group::new(Facet::Distance, title, Some(any), choices.collect())
}
