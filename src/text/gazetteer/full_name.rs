//! What a place is called where its name alone could be another's.

use super::{Kind, Place, country};

/// The name with what it lies in: `Munich, Bavaria, Germany`, `Texas, United States`.
pub fn full_name(place: &Place) -> String {
    let country = country(place.country).map(|country| country.name);
    let region = place.region_name().filter(|_| place.kind == Kind::Town);
    let mut parts = vec![place.name];
    parts.extend(region.filter(|region| *region != place.name));
    parts.extend(country.filter(|_| place.kind != Kind::Country));
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::{
        super::{resolve, resolve_asked, resolve_many},
        *,
    };

    #[test]
    fn what_is_asked_for_is_a_place_as_a_whole() {
        for (typed, name) in [
            ("Austin, TX", Some("Austin")),
            ("austin tx", Some("Austin")),
            ("boston ma", Some("Boston")),
            ("montreal, qc", Some("Montréal")),
            ("Remote, Germany", Some("Germany")),
            ("engineer Austin, TX", None),
            ("product manager, new york", None),
            ("Starbase, TX", None),
            ("engineer in", None),
        ] {
            let place = resolve_asked(typed).map(|place| place.name);
            assert_eq!(place, name, "{typed}");
        }
    }

    /// Without a bound the first of these takes years.
    #[test]
    fn what_names_a_thousand_places_is_read_in_no_time() {
        for text in [
            "germany ".repeat(250),
            "東京 ".repeat(250),
            "US-CA-".repeat(300),
            "de, ".repeat(500),
            "paris; ".repeat(300),
            "a or ".repeat(400),
        ] {
            assert_eq!(resolve_asked(&text), None);
            assert!(resolve_many(&text).len() <= 100);
        }
    }

    #[test]
    fn a_full_name_means_the_place() {
        for (typed, shown) in [
            ("München", "Munich, Bavaria, Germany"),
            ("Paris, Texas", "Paris, Texas, United States"),
            ("Texas", "Texas, United States"),
            ("Deutschland", "Germany"),
            ("Berlin", "Berlin, Germany"),
        ] {
            let place = resolve(typed).unwrap_or_else(|| panic!("{typed} is no place"));
            assert_eq!(full_name(&place), shown);
            let again = resolve(shown).map(|place| place.id);
            assert_eq!(again, Some(place.id), "{shown}");
        }
    }
}
