//! Where the work may be: in one of several places.

use iso_currency::Currency;

use super::{
    distance::Distance,
    listed,
    names::begun_with_capital,
    place::{LONGEST_PLACE, Location},
};
use crate::{
    platform::i18n::{Locale, Message},
    search::index::expression::Expression,
    text::gazetteer::Kind,
};

/// Most places of a search; more are passed over.
pub const MOST_PLACES: usize = 5;

/// The places that a search asks for: a job in any of them is found. Each is there once, in the order of their
/// addresses; remote work comes last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    each: Vec<Location>,
    /// How far around each town.
    within: Option<Distance>,
}

impl Places {
    pub fn add(&mut self, place: Location) {
        let unknown = self.each.iter().filter(|known| !known.is_known());
        let typed: usize = unknown.map(|place| place.text().chars().count()).sum();
        let is_too_long = !place.is_known() && typed + place.text().chars().count() > LONGEST_PLACE;
        let is_new = self.each.iter().all(|known| known.text() != place.text());
        if place.is_stated() && is_new && !is_too_long && self.each.len() < MOST_PLACES {
            self.within = self.within.or(place.within());
            self.each.push(place);
            self.each
                .sort_by_cached_key(|place| (place.is_remote(), place.text().to_owned()));
        }
    }

    /// Removes one of them.
    pub fn remove(&mut self, place: &Location) {
        self.each.retain(|one| one != place);
        self.settle();
    }

    pub fn read_within(&mut self, typed: &str) {
        self.within = Distance::parse(typed).or(self.within);
    }

    /// Gives each town the distance around it, and forgets one that is around nothing.
    pub fn settle(&mut self) {
        self.set_within(self.within);
    }

    pub fn set_within(&mut self, within: Option<Distance>) {
        for place in &mut self.each {
            place.set_within(within);
        }
        self.within = self.each.iter().find_map(Location::within);
    }

    /// How far around its towns jobs may be.
    pub fn within(&self) -> Option<Distance> {
        self.within
    }

    /// Whether a distance could be stated, and is not.
    pub fn may_have_distance(&self) -> bool {
        self.within.is_none() && self.towns().next().is_some()
    }

    pub fn each(&self) -> &[Location] {
        &self.each
    }

    /// The one place, if it is one.
    pub fn only(&self) -> Option<&Location> {
        match self.each.as_slice() {
            [place] => Some(place),
            _ => None,
        }
    }

    /// The towns among them.
    pub fn towns(&self) -> impl Iterator<Item = &Location> {
        let is_town =
            |place: &&Location| place.place().is_some_and(|place| place.kind == Kind::Town);
        self.each.iter().filter(is_town)
    }

    pub fn is_stated(&self) -> bool {
        !self.each.is_empty()
    }

    /// The first that is no known place.
    pub fn unknown(&self) -> Option<&Location> {
        self.each.iter().find(|place| !place.is_known())
    }

    /// With the places that were probably meant in place of those that are none.
    pub fn corrected(&self) -> Option<Self> {
        let corrected: Vec<Option<Location>> = self.each.iter().map(Location::corrected).collect();
        if corrected.iter().all(Option::is_none) {
            return None;
        }
        let mut places = Self::default();
        for (typed, meant) in self.each.iter().zip(corrected) {
            places.add(meant.unwrap_or_else(|| typed.clone()));
        }
        places.set_within(self.within);
        Some(places)
    }

    /// What is in the field where they were typed.
    pub fn typed(&self) -> String {
        let typed = |typed: &dyn Fn(&Location) -> String| {
            let each: Vec<String> = self.each.iter().map(typed).collect();
            each.join("; ")
        };
        let short = typed(&Location::typed);
        match self.each.len() > 1 && !self.is_read_from(&short) {
            // Beside others a name may mean another town.
            true => typed(&Location::full_name),
            false => short,
        }
    }

    fn is_read_from(&self, typed: &str) -> bool {
        let mut read = Self::default();
        for place in listed::read(typed).places {
            read.add(place);
        }
        let texts = |places: &Self| -> Vec<String> {
            let each = places.each.iter();
            each.map(|place| place.text().to_owned()).collect()
        };
        texts(&read) == texts(self)
    }

    /// Where the work is, behind other words: `in Boston or Cambridge`, `in Germany or remote`.
    pub fn phrase(&self, locale: Locale) -> String {
        let named = |is_meant: &dyn Fn(&&Location) -> bool| {
            let meant = self.each.iter().filter(is_meant);
            let name = either(meant.map(|place| place.name(locale)), locale);
            Some(name).filter(|name| !name.is_empty())
        };
        let near = named(&|place| place.within().is_some()).zip(self.within);
        let near = near.map(|(place, within)| {
            Message::new("search-near-place")
                .with("distance", within.label())
                .with("place", place)
        });
        let inside = named(&|place| place.within().is_none() && !place.is_remote());
        let inside = inside.map(|place| Message::new("search-in-place").with("place", place));
        let ways = [near, inside].into_iter().flatten();
        let ways = ways.map(|way| locale.text(&way));
        either(ways.chain(named(&|place| place.is_remote())), locale)
    }

    /// How one chip says them: `In Munich`, `Within 10 km of Munich`.
    pub fn label(&self, locale: Locale) -> String {
        match self.only() {
            Some(place) => place.label(locale),
            None => begun_with_capital(&self.phrase(locale)),
        }
    }

    /// The currency of the country that all of them are in.
    pub fn currency(&self) -> Option<Currency> {
        let mut currencies = self.each.iter().map(Location::currency);
        let first = currencies.next()??;
        currencies
            .all(|other| other == Some(first))
            .then_some(first)
    }

    /// Wider searches, the nearest first.
    pub fn wider(&self) -> Vec<Self> {
        let wider = |place: &Location| place.wider().into_iter().map(Self::from).collect();
        if let Some(place) = self.only() {
            return wider(place);
        }
        let further = self.towns().next().map(Location::further);
        let with = |within| {
            let mut places = self.clone();
            places.set_within(Some(within));
            places
        };
        further.into_iter().flatten().map(with).collect()
    }

    /// What they ask of a job's words.
    pub fn expression(&self) -> Option<Expression> {
        let mut ways: Vec<Expression> = self.each.iter().filter_map(Location::expression).collect();
        match ways.len() {
            0 | 1 => ways.pop(),
            _ => Some(Expression::Either(ways)),
        }
    }

    /// Says of the places of a job, parted as it states them, which is the first that is searched; the first of all
    /// where none is.
    pub fn first_among(&self) -> impl Fn(&str) -> usize {
        let each: Vec<_> = self.each.iter().map(Location::first_among).collect();
        move |stated| {
            let found = each.iter().filter_map(|first| first(stated));
            found.min().unwrap_or_default()
        }
    }
}

impl From<Location> for Places {
    fn from(place: Location) -> Self {
        let mut places = Self::default();
        places.add(place);
        places
    }
}

/// `Boston or Cambridge`.
pub fn either(names: impl Iterator<Item = String>, locale: Locale) -> String {
    let either = |one: String, other: String| {
        let either = Message::new("search-about-either")
            .with("one", one)
            .with("other", other);
        locale.text(&either)
    };
    names.reduce(either).unwrap_or_default()
}
