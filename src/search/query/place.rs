//! Where the work may be: a place of the gazetteer and what is around it, or words of a location.

use super::{
    distance::Distance,
    known::{self, Known},
    names::capitalized,
};
use crate::{
    jobs::Workplace,
    platform::{
        db::text_enum::TextEnum,
        i18n::{Locale, Message},
    },
    search::index::{ask::Near, entry_words, expression::Expression},
    text::{
        clean,
        gazetteer::{self, Kind, Place, areas::Area},
        words::{LONGEST_SLUG, plain, slug, spelled_out},
    },
};

const MOST_WORDS: usize = 8;

/// Longest words of a location that is no known place, in characters; what is longer is cut off.
pub const LONGEST_PLACE: usize = 200;

/// A place as a search asks for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Location {
    /// As addresses have it: the slug of what is known, or what was typed.
    text: String,
    known: Option<Known>,
    within: Option<Distance>,
}

impl Location {
    /// Reads a place: its slug, one of its names, or words of a location.
    pub fn read(typed: &str) -> Self {
        let end = typed.char_indices().nth(LONGEST_PLACE);
        let typed = end.map_or(typed, |(end, _)| &typed[..end]);
        let words = words(typed);
        let known = Known::by_slug(typed).or_else(|| Known::named(&words));
        Self {
            text: known.map_or(words, Known::slug),
            known,
            within: None,
        }
    }

    /// This place.
    pub fn at(place: &Place) -> Self {
        Self::of(Known::from(*place))
    }

    pub fn of(known: Known) -> Self {
        Self {
            text: known.slug(),
            known: Some(known),
            within: None,
        }
    }

    pub fn is_stated(&self) -> bool {
        !self.text.is_empty()
    }

    /// As addresses have it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The slug of its page.
    pub fn slug(&self) -> String {
        match self.known {
            Some(_) => self.text.clone(),
            None => slug(&self.text),
        }
    }

    /// The place of the gazetteer, if it is one.
    pub fn place(&self) -> Option<Place> {
        match self.known? {
            Known::Place(id) => gazetteer::by_id(id),
            Known::Area(_) | Known::Remote => None,
        }
    }

    /// The area that is made of such places, if it is one.
    pub fn area(&self) -> Option<&'static Area> {
        match self.known? {
            Known::Area(area) => Some(area),
            Known::Place(_) | Known::Remote => None,
        }
    }

    /// Whether it is work from anywhere.
    pub fn is_remote(&self) -> bool {
        self.known == Some(Known::Remote)
    }

    pub fn is_known(&self) -> bool {
        self.known.is_some()
    }

    /// The place that was probably meant, where it is no place.
    pub fn corrected(&self) -> Option<Self> {
        let is_unknown = self.is_stated() && self.known.is_none();
        let meant = gazetteer::correct(&self.text).filter(|_| is_unknown)?;
        Some(Self {
            within: self.within,
            ..Self::at(&meant)
        })
    }

    /// How far around it jobs may be: around towns only.
    pub fn within(&self) -> Option<Distance> {
        let is_town = self.place()?.kind == Kind::Town;
        self.within.filter(|_| is_town)
    }

    /// A distance around anything but a town is forgotten.
    pub fn set_within(&mut self, within: Option<Distance>) {
        self.within = within;
        self.within = self.within();
    }

    /// What is in the field where it was typed.
    pub fn typed(&self) -> String {
        if let Some(area) = self.area() {
            return area.name.to_owned();
        }
        let Some(place) = self.place() else {
            return self.text.clone();
        };
        let is_clear = Known::named(place.name) == self.known;
        match is_clear {
            true => place.name.to_owned(),
            false => gazetteer::full_name(&place),
        }
    }

    /// The same with the region and the country of a town.
    pub fn full_name(&self) -> String {
        let place = self.place();
        place.map_or_else(|| self.typed(), |place| gazetteer::full_name(&place))
    }

    /// What headings call it: `Munich`, `Birmingham, Alabama, United States`, `the Netherlands`.
    pub fn name(&self, locale: Locale) -> String {
        if let Some(area) = self.area() {
            return locale.text(
                &Message::new("search-area")
                    .with("area", area.slug.clone())
                    .with("name", area.name.to_owned()),
            );
        }
        if self.is_remote() {
            return locale.text(&Workplace::Remote.label()).to_lowercase();
        }
        match self.place() {
            Some(place) if place.kind == Kind::Country => locale.text(
                &Message::new("search-country")
                    .with("code", place.country.to_owned())
                    .with("name", place.name.to_owned()),
            ),
            Some(_) => self.typed(),
            None => capitalized(self.text.split(' ')),
        }
    }

    /// How a chip says it: `In Munich`, `Within 10 km of Munich`.
    pub fn label(&self, locale: Locale) -> String {
        if self.is_remote() {
            return locale.text(&Workplace::Remote.label());
        }
        let place = self.name(locale);
        locale.text(&match self.within() {
            Some(within) => Message::new("search-chip-near")
                .with("distance", within.label())
                .with("place", place),
            None => Message::new("search-chip-place").with("place", place),
        })
    }

    /// Which towns are near enough, where a distance is stated.
    pub fn near(&self) -> Option<Near> {
        let (place, km) = (self.place()?, self.within()?.km());
        Some(Near { place, km })
    }

    /// What it asks of a job's words.
    pub fn expression(&self) -> Option<Expression> {
        if let Some(area) = self.area() {
            return Some(known::in_area(area));
        }
        if self.is_remote() {
            let remote = entry_words::workplace(Workplace::Remote);
            return Some(Expression::Filter(vec![remote]));
        }
        if let Some(near) = self.near() {
            let cells = gazetteer::within(&near.place, near.km);
            let cells = cells.iter().map(|name| entry_words::cell(name));
            return Some(Expression::Near(near, cells.collect()));
        }
        let Some(place) = self.place() else {
            return self.with_words();
        };
        Some(Expression::Filter(vec![match place.kind {
            Kind::Country => entry_words::in_country(place.country),
            Kind::Region | Kind::Town => entry_words::in_place(place.id),
        }]))
    }

    /// In a place with these words.
    fn with_words(&self) -> Option<Expression> {
        let mut words = Vec::new();
        for typed in self.text.split_whitespace() {
            let spelled = spelled_out(typed).map(|typed| plain(&typed));
            let spelled = spelled.unwrap_or_default();
            let typed = plain(typed);
            for at in 0..typed.len() {
                let both = [typed.get(at), spelled.get(at)].into_iter().flatten();
                let both = both.map(|word| entry_words::place(word));
                words.push(Expression::Filter(both.collect()));
            }
        }
        (!words.is_empty()).then_some(Expression::All(words))
    }
}

/// Words as they were typed, or those of them that count, where they are too many: the page of a place has them
/// in its address, and must read them as they are.
fn words(typed: &str) -> String {
    let shown = clean::line(typed);
    let known = plain(&shown);
    if known.is_empty() {
        return String::new();
    }
    if known.len() <= MOST_WORDS && known.join("-").len() <= LONGEST_SLUG {
        return shown;
    }
    let mut place = String::new();
    for word in known.iter().take(MOST_WORDS) {
        if place.len() + 1 + word.len() > LONGEST_SLUG {
            break;
        }
        if !place.is_empty() {
            place.push(' ');
        }
        place.push_str(word);
    }
    place
}

#[cfg(test)]
mod tests;
