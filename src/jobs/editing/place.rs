//! Where the work is: one line that people type, and what it says of town, region and country.

use crate::{
    http::form::Fields,
    jobs::{country, location, typed::CountryCode, vocabulary::Workplace},
    platform::{i18n::Message, typed},
    text::gazetteer::{self, Kind, resolve},
};

/// The place that the town, the region and the country of a form were stated for. A form that lacks it
/// states them for its own place.
pub const STATED_FOR: &str = "located";

pub struct Place {
    pub location: String,
    pub locality: Option<String>,
    pub region: Option<String>,
    pub country: Option<String>,
}

/// Reads the place. When people change its line, its parts are read from that, and what was chosen as the
/// country counts only where the line names none
/// and a place of its name may be there.
pub fn read(fields: &mut Fields<'_>, workplace: Workplace) -> Place {
    let location = fields
        .parse("location", |typed| {
            let line = typed::line(typed, location::LONGEST)?;
            match line.split(';').count() {
                ..=location::MOST => Ok(line),
                _ => Err(Message::new("jobs-field-locations").with("most", location::MOST)),
            }
        })
        .unwrap_or_default();
    if location.is_empty() && workplace != Workplace::Remote {
        fields.require("location", Message::new("jobs-field-location"));
    }
    let stated = Place {
        locality: fields.optional_line("locality", 100),
        region: fields.optional_line("region", 100),
        country: fields
            .parse("country", |typed| match typed.trim() {
                "" => Ok(None),
                typed => CountryCode::parse(typed).map(Some),
            })
            .flatten()
            .map(|code| code.0),
        location,
    };
    let form = fields.form;
    if !form.has(STATED_FOR) || form.value(STATED_FOR).trim() == stated.location {
        return stated;
    }
    let parts: Vec<&str> = stated.location.split(',').map(str::trim).collect();
    let (locality, region, country) = match (parts.as_slice(), country::of(&parts)) {
        _ if stated.location.contains(';') => (None, None, None),
        ([town, region, _], Some(country)) => (Some(*town), Some(*region), Some(country)),
        // The American way: the state alone.
        ([town, state], Some(country)) if country::is_state(state) => {
            (Some(*town), Some(*state), Some(country))
        }
        ([town, _], Some(country)) => (Some(*town), None, Some(country)),
        (_, country) => (None, None, country),
    };
    if country.is_none()
        && let Some(place) = known(&stated)
    {
        return Place {
            locality: (place.kind == Kind::Town).then(|| place.name.to_owned()),
            region: place.region_name().map(str::to_owned),
            country: Some(place.country.to_owned()),
            location: stated.location,
        };
    }
    Place {
        locality: locality.map(str::to_owned),
        region: region.map(str::to_owned),
        country: country
            .map(|country| country.alpha2.to_owned())
            .or(stated.country),
        location: stated.location,
    }
}

/// The one place that the line means, unless a country was chosen in which there is one of this name.
fn known(stated: &Place) -> Option<gazetteer::Place> {
    let place = resolve(&stated.location)?;
    let is_chosen = stated
        .country
        .as_ref()
        .is_some_and(|code| resolve(&format!("{}, {code}", stated.location)).is_some());
    (!is_chosen).then_some(place)
}
