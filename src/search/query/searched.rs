//! Which of the places of a job was searched.

use iso_currency::Currency;

use super::place::Location;
use crate::{
    jobs::{location, pay::currency_of},
    text::{
        gazetteer::{Kind, Place, resolve_many},
        words::plain,
    },
};

impl Location {
    /// The currency of the country that it is in, or is.
    pub fn currency(&self) -> Option<Currency> {
        currency_of(self.place()?.country)
    }

    /// Says of the places of a job, parted as it states them, which is the first in this one.
    pub fn first_among(&self) -> impl Fn(&str) -> Option<usize> + use<> {
        let place = self.place();
        let near = self.near();
        let words = plain(self.text());
        move |stated| {
            let mut parts = location::parts(stated);
            match place {
                Some(place) => parts.position(|part| {
                    let named = resolve_many(part);
                    named.iter().any(|named| match near {
                        Some(near) => near.has(named),
                        None => is_inside(named, &place),
                    })
                }),
                None if words.is_empty() => None,
                None => parts.position(|part| {
                    let part = plain(part);
                    words.iter().all(|word| part.contains(word))
                }),
            }
        }
    }
}

fn is_inside(place: &Place, around: &Place) -> bool {
    match around.kind {
        Kind::Country => place.country == around.country,
        Kind::Region => place.region == Some(around.id),
        Kind::Town => place.id == around.id,
    }
}
