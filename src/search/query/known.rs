//! What a place means where it is known: a place of the gazetteer, or an area made of such places.

use crate::{
    jobs::{Workplace, typed::CountryCode},
    platform::db::text_enum::TextEnum,
    search::index::{entry_words, expression::Expression},
    text::{
        gazetteer::{
            self, Place, PlaceId,
            areas::{self, Area},
        },
        words::plain,
    },
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    Place(PlaceId),
    Area(&'static Area),
    /// Work from anywhere, beside other places.
    Remote,
}

impl Known {
    pub fn by_slug(slug: &str) -> Option<Self> {
        let area = areas::by_slug(slug).map(Self::Area);
        area.or_else(|| gazetteer::by_slug(slug).map(Self::from))
    }

    /// What is called `typed`. Two letters that mean a country mean it, even where they are a state of another, too.
    pub fn named(typed: &str) -> Option<Self> {
        if let Some(area) = areas::named(typed) {
            return Some(Self::Area(area));
        }
        let place = gazetteer::resolve_asked(typed).or_else(|| {
            let code = CountryCode::parse(typed).ok();
            gazetteer::country(&code.filter(|_| typed.len() == 2)?.0)
        });
        place.map(Self::from)
    }

    pub fn slug(self) -> String {
        match self {
            Self::Place(id) => gazetteer::by_id(id).map(|place| gazetteer::slug(&place)),
            Self::Area(area) => Some(area.slug.clone()),
            Self::Remote => Some(Workplace::Remote.as_str().to_owned()),
        }
        .unwrap_or_default()
    }
}

impl From<Place> for Known {
    fn from(place: Place) -> Self {
        Self::Place(place.id)
    }
}

/// In one of the places of `area`, or where a location has one of its names.
pub fn in_area(area: &Area) -> Expression {
    let mut words = words_of(area);
    let mut ways = Vec::new();
    for name in &area.said {
        let name = plain(name);
        let mut said = name.iter().map(|word| entry_words::place(word));
        match name.len() {
            0 => {}
            1 => words.extend(said.next()),
            _ => ways.push(Expression::All(
                said.map(|word| Expression::Filter(vec![word])).collect(),
            )),
        }
    }
    ways.push(Expression::Filter(words));
    Expression::Either(ways)
}

/// The words of the index that stand for the places of `area`.
pub fn words_of(area: &Area) -> Vec<String> {
    let countries = area.countries.iter();
    let countries = countries.map(|code| entry_words::in_country(code));
    let places = area.places.iter().map(|id| entry_words::in_place(*id));
    countries.chain(places).collect()
}
