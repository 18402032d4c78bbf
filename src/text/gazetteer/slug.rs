//! The name of a place in an address.

use std::sync::{Arc, LazyLock};

use quick_cache::sync::Cache;

use super::{
    Place, PlaceId,
    fold::folded,
    names::find,
    several::resolve,
    table::{Rank, table},
};

/// The slugs that pages ask for again and again.
static KNOWN: LazyLock<Cache<PlaceId, Arc<str>>> = LazyLock::new(|| Cache::new(MOST_KNOWN));

const MOST_KNOWN: usize = 4_000;

/// The slug of `place`, which no other has: `berlin`, and `paris-texas-us` where the name alone means another place
/// or none (`georgia-us`).
pub fn slug(place: &Place) -> String {
    if let Some(known) = KNOWN.get(&place.id) {
        return known.to_string();
    }
    let Some(rank) = table().by_id(place.id) else {
        return String::new();
    };
    let meant = resolve(place.name).map(|place| place.id);
    let slug = of(rank, meant == Some(place.id));
    KNOWN.insert(place.id, slug.as_str().into());
    slug
}

/// The place with this slug.
pub fn by_slug(slug: &str) -> Option<Place> {
    let table = table();
    let words: Vec<&str> = slug.split('-').collect();
    let mut names = (1..=words.len())
        .rev()
        .map(|length| words[..length].join(" "));
    names.find_map(|name| {
        // Names that are alike but for accents are asked for each.
        let mut meant: Option<(&str, Option<Rank>)> = None;
        let found = find(&name).into_iter().filter(|named| named.is_shown);
        let has_slug = |rank: &Rank| {
            let name = table.name(*rank);
            let of_name = match meant {
                Some((known, of_name)) if known == name => of_name,
                _ => resolve(name).and_then(|place| table.by_id(place.id)),
            };
            meant = Some((name, of_name));
            of(*rank, of_name == Some(*rank)) == slug
        };
        let rank = found.map(|named| named.rank).find(has_slug)?;
        Some(table.place(rank))
    })
}

/// The slug of the place at `rank`, which its name alone means or does not.
fn of(rank: Rank, is_meant: bool) -> String {
    let level = table().slug_level(rank);
    if level > 0 || is_meant {
        return with_level(rank, level);
    }
    let longer = with_level(rank, 1);
    let others = find(&folded(table().name(rank))).into_iter();
    let mut others = others.filter(|named| named.is_shown && named.rank != rank);
    match others.any(|other| with_level(other.rank, 1) == longer) {
        true => with_level(rank, 2),
        false => longer,
    }
}

/// The slug that says the name, from level 1 on region and country too, and at level 2 the id besides.
fn with_level(rank: Rank, level: u8) -> String {
    let table = table();
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
            ("georgia-us", "Georgia"),
        ] {
            assert_eq!(
                by_slug(known).map(|place| place.name),
                Some(place),
                "{known}"
            );
        }
        for nobodys in ["nowhere-at-all", "georgia"] {
            assert_eq!(by_slug(nobodys), None);
        }
    }
}
