//! Lists of places as people type them: `boston or cambridge`, `London, Paris`, `Berlin; remote`.

use super::{
    beside::{Named, each_other},
    known::Known,
    place::Location,
};
use crate::text::gazetteer::{self, areas};

/// Most parts of a location that are looked at, and most of them that make up one place.
const MOST_PARTS: usize = 20;
const MOST_OF_ONE: usize = 4;

/// Most places of a list that are looked at.
const MOST_LISTED: usize = 10;

/// What stands between places, whatever they are.
const BETWEEN: [char; 4] = [';', '|', '•', '；'];

const COMMAS: [char; 3] = [',', '，', '、'];

/// The word between them.
const OR: &str = "or";

/// What stands between places and in their names, too.
const PERHAPS_BETWEEN: [&str; 8] = ["oder", "ou", "and", "&", "+", "/", "und", "et"];

/// What somebody typed as the location.
#[derive(Debug, Default)]
pub struct Listed {
    pub places: Vec<Location>,
    /// Whether all of the work is to be remote: `Remote, Germany`.
    pub is_remote: bool,
}

/// Reads a place, or a list of places.
pub fn read(typed: &str) -> Listed {
    let mut listed = Listed::default();
    let mut named = Vec::new();
    for part in parts(typed).into_iter().take(MOST_LISTED) {
        match without_remote(&part) {
            None => named.extend(places(&part)),
            Some(rest) if rest.is_empty() => listed.places.push(Location::of(Known::Remote)),
            Some(rest) => {
                listed.is_remote = true;
                named.extend(places(&rest));
            }
        }
    }
    named.truncate(MOST_LISTED);
    listed.places.extend(each_other(named));
    listed
}

/// The parts of a list, each of which is a place or words of one. A comma parts what are places without it:
/// `Paris, Texas` is one.
fn parts(typed: &str) -> Vec<String> {
    let mut parts = Vec::new();
    for listed in typed.split(BETWEEN) {
        if is_name(listed) {
            parts.push(listed.trim().to_owned());
        } else {
            parts.extend(between(listed, |word| word.eq_ignore_ascii_case(OR)));
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// How many places are in a list.
pub fn count(typed: &str) -> usize {
    read(typed).places.len()
}

/// The places that `typed` names, which is one part of a list: several where each is known.
fn places(typed: &str) -> Vec<Named> {
    if let Some(one) = one(typed) {
        return vec![one];
    }
    let mut known = Vec::new();
    for part in between(typed, may_part) {
        let Some(places) = commas(&part) else {
            return vec![Named::read(typed)];
        };
        known.extend(places);
    }
    match known.len() {
        0 => vec![Named::read(typed)],
        _ => known,
    }
}

/// The known place that `typed` names. What stands before a comma is its name: `Boston, Cambridge` are two places.
fn one(typed: &str) -> Option<Named> {
    let named = Named::read(typed);
    let is_two = |(before, _): (&str, &str)| {
        let place = named.place.place();
        let is_name =
            |before: &str| place.is_some_and(|place| gazetteer::is_called(&place, before));
        place.is_some() && !is_name(before) && Named::read(before).place.place().is_some()
    };
    let is_one = named.place.is_known() && !typed.split_once(COMMAS).is_some_and(is_two);
    is_one.then_some(named)
}

/// The places between the commas of `listed`, each as long as possible; nothing where one is unknown.
fn commas(listed: &str) -> Option<Vec<Named>> {
    let parts: Vec<&str> = listed.split(COMMAS).map(str::trim).collect();
    if parts.len() > MOST_PARTS {
        return None;
    }
    let mut known = Vec::new();
    let mut rest = parts.as_slice();
    while !rest.is_empty() {
        let lengths = (1..=rest.len().min(MOST_OF_ONE)).rev();
        let (length, place) = lengths.into_iter().find_map(|length| {
            let place = one(&rest[..length].join(", "))?;
            Some((length, place))
        })?;
        known.push(place);
        rest = &rest[length..];
    }
    Some(known)
}

/// Whether a word can stand between places.
pub fn may_part(word: &str) -> bool {
    let word = word.to_lowercase();
    word == OR || PERHAPS_BETWEEN.contains(&word.as_str())
}

/// What is between the words that part places.
fn between(listed: &str, parts: impl Fn(&str) -> bool) -> Vec<String> {
    let words: Vec<&str> = listed.split_whitespace().collect();
    let parted = words.split(|word| parts(word));
    let each = parted.map(|words| words.join(" ").trim_matches([',', ' ']).to_owned());
    each.filter(|part| !part.is_empty()).collect()
}

/// The rest of a location that says `remote` among its words, as jobs state it: `Remote, Europe`, `Germany (remote)`.
fn without_remote(location: &str) -> Option<String> {
    let signs = [',', '(', ')', '-', '–', '·', '/', ';'];
    let is_remote = |word: &&str| word.trim_matches(signs).eq_ignore_ascii_case("remote");
    let (remote, rest): (Vec<&str>, Vec<&str>) = location.split_whitespace().partition(is_remote);
    let rest = rest.join(" ");
    (!remote.is_empty()).then(|| rest.trim_matches(signs).trim().to_owned())
}

/// Whether it is a name that means two places: `California or Canada`.
fn is_name(listed: &str) -> bool {
    areas::named(listed).is_some_and(|area| area.is_called(listed))
}

#[cfg(test)]
mod tests {
    use crate::search::query::Filters;

    fn pairs(typed: &[&str]) -> String {
        let mut filters = Filters::default();
        for typed in typed {
            filters.read("place", typed);
        }
        filters.settle();
        let pairs = filters.pairs().into_iter();
        let pairs: Vec<String> = pairs
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        pairs.join(" ")
    }

    #[test]
    fn a_list_of_places_is_read_and_one_place_stays_one() {
        for (typed, expected) in [
            (
                "boston or cambridge",
                "place=boston place=cambridge-massachusetts-us",
            ),
            (
                "Cambridge OR Boston",
                "place=boston place=cambridge-massachusetts-us",
            ),
            ("london, paris", "place=london place=paris"),
            ("London and Paris", "place=london place=paris"),
            ("London / Paris", "place=london place=paris"),
            (
                "London; Paris | Rome",
                "place=london place=paris place=rome",
            ),
            (
                "london, paris, or rome",
                "place=london place=paris place=rome",
            ),
            ("Berlin oder München", "place=berlin place=munich"),
            ("DE, FR", "place=france place=germany"),
            ("Europe or Canada", "place=canada place=europe"),
            ("Austin, TX; Boston, MA", "place=austin place=boston"),
            (
                "London or Cambridge",
                "place=cambridge-england-gb place=london",
            ),
            ("UK and Ireland or Berlin", "place=berlin place=uk-ireland"),
            ("Europe or remote", "place=europe place=remote"),
            ("Berlin or Cambridge", "place=berlin place=cambridge"),
            (
                "Boston, Cambridge",
                "place=boston place=cambridge-massachusetts-us",
            ),
            (
                "Boston, Cambridge, MA",
                "place=boston place=cambridge-massachusetts-us",
            ),
            (
                "Cambridge, UK or Boston",
                "place=boston place=cambridge-england-gb",
            ),
            ("Paris, Texas", "place=paris-texas-us"),
            ("Portland, OR", "place=portland"),
            ("Trinidad and Tobago", "place=trinidad-and-tobago"),
            ("Frankfurt (Oder)", "place=Frankfurt (Oder)"),
            ("California or Canada", "place=california-or-canada"),
            ("Berlin or berlin", "place=berlin"),
            ("Berlin or Nowhere Bay", "place=Nowhere Bay place=berlin"),
            ("Starbase, London", "place=Starbase, London"),
            ("berlin or remote", "place=berlin place=remote"),
            ("Remote or Berlin", "place=berlin place=remote"),
            ("Remote, Germany", "place=germany workplace=remote"),
            (
                "Remote, Germany or France",
                "place=france place=germany workplace=remote",
            ),
            ("remote", "workplace=remote"),
            ("remote or remote", "workplace=remote"),
            ("or", ""),
        ] {
            assert_eq!(pairs(&[typed]), expected, "{typed}");
        }
        assert_eq!(pairs(&["berlin", "remote"]), "place=berlin place=remote");
        let seven = "Rome; Berlin; Madrid; Paris; London; Vienna; Oslo";
        assert_eq!(pairs(&[seven]).split(' ').count(), 5);
    }
}
