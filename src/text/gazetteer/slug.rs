//! The name of a place in an address.

use super::{
    Place,
    fold::folded,
    names::find,
    table::{Rank, table},
};

/// The slug of `place`, which no other has: `berlin`, and `paris-texas-us` where a more populous place has the name.
pub fn slug(place: &Place) -> String {
    let rank = table().by_id(place.id);
    rank.map(of).unwrap_or_default()
}

/// The place with this slug.
pub fn by_slug(slug: &str) -> Option<Place> {
    let words: Vec<&str> = slug.split('-').collect();
    let mut names = (1..=words.len())
        .rev()
        .map(|length| words[..length].join(" "));
    let rank = names.find_map(|name| {
        let mut found = find(&name).into_iter().filter(|named| named.is_shown);
        found.find(|named| of(named.rank) == slug)
    })?;
    Some(table().place(rank.rank))
}

fn of(rank: Rank) -> String {
    let table = table();
    let level = table.slug_level(rank);
    let mut parts = vec![folded(table.name(rank))];
    if level > 0 {
        let region = table.region(rank).filter(|region| *region != rank);
        parts.extend(region.map(|region| folded(table.name(region))));
        parts.push(table.country(rank).to_lowercase());
    }
    if level > 1 {
        parts.push(table.id(rank).0.to_string());
    }
    parts.retain(|part| !part.is_empty());
    parts.join(" ").replace(' ', "-")
}

#[cfg(test)]
mod tests {
    use super::{super::by_id, *};

    #[test]
    fn every_place_has_a_slug_of_its_own() {
        let table = table();
        assert!(table.len() > 70_000);
        for rank in 0..table.len() {
            let place = table.place(rank);
            let slug = slug(&place);
            assert_eq!(
                by_slug(&slug).map(|found| found.id),
                Some(place.id),
                "{slug}"
            );
            assert_eq!(by_id(place.id), Some(place));
        }
        for (known, place) in [
            ("berlin", "Berlin"),
            ("paris-texas-us", "Paris"),
            ("germany", "Germany"),
            ("bavaria", "Bavaria"),
        ] {
            assert_eq!(
                by_slug(known).map(|place| place.name),
                Some(place),
                "{known}"
            );
        }
        assert_eq!(by_slug("nowhere-at-all"), None);
    }
}
