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
    use super::{super::resolve, *};

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
