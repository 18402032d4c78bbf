//! Places that are no town, region or country: `Europe`, `DACH`, the `Bay Area`, and names that mean two places.
//! They are for whoever looks for a job, and made of places: where a job is, they do not say.

use std::{collections::HashMap, sync::LazyLock};

use super::{Kind, Place, PlaceId, fold::folded, geohash::towns_within, parts::bare, resolve};
use crate::text::words;

/// The areas of `areas.txt`, in its order.
static AREAS: LazyLock<Vec<Area>> = LazyLock::new(|| {
    let lines: Vec<Line> = TEXT.lines().filter_map(Line::read).collect();
    lines.iter().map(|line| line.area(&lines)).collect()
});

/// The areas by each of their names, folded.
static BY_NAME: LazyLock<HashMap<String, &'static Area>> = LazyLock::new(|| {
    let named = |area: &'static Area| area.names.iter().map(move |name| (folded(name), area));
    // Of two areas with one name it is the first.
    AREAS.iter().rev().flat_map(named).collect()
});

const TEXT: &str = include_str!("areas.txt");

/// What other areas are made of is no deeper than this.
const DEEPEST: usize = 3;

/// Abbreviations that are read in the middle of other words, too.
const CLEAR_ABBREVIATIONS: [&str; 6] = ["eu", "emea", "apac", "dach", "latam", "mena"];

#[derive(Debug, Eq, PartialEq)]
pub struct Area {
    /// The name that is shown.
    pub name: &'static str,
    /// As addresses have it; no place of the gazetteer has it.
    pub slug: String,
    /// The codes of the countries in it, and the regions and towns in it that are in none of these.
    pub countries: Vec<&'static str>,
    pub places: Vec<PlaceId>,
    /// What people and jobs call it and the areas in it, where that names no place.
    pub said: Vec<&'static str>,
    /// Whether it is a name that means two places, rather than a place.
    pub is_ambiguous: bool,
    names: Vec<&'static str>,
}

/// An area as the file has it.
struct Line {
    names: Vec<&'static str>,
    is_ambiguous: bool,
    parts: Vec<Part>,
}

enum Part {
    Countries(Vec<&'static str>),
    Named(&'static str),
    Around(&'static str, f64),
}

/// The area that somebody asks for by this name.
pub fn named(typed: &str) -> Option<&'static Area> {
    // `Remote, Europe`, but `Near East`.
    let forms = [folded(typed), folded(bare(typed))];
    let called = |form: &String| BY_NAME.get(form.trim_start_matches("the "));
    forms.iter().find_map(called).copied()
}

/// The area with this slug.
pub fn by_slug(slug: &str) -> Option<&'static Area> {
    AREAS.iter().find(|area| area.slug == slug)
}

/// The areas with a name that begins with what was typed so far, each with that name.
pub fn beginning_with(prefix: &str) -> impl Iterator<Item = (&'static Area, &'static str)> {
    let prefix = folded(prefix);
    let begins = move |name: &&'static str| !prefix.is_empty() && folded(name).starts_with(&prefix);
    let name = move |area: &'static Area| area.names.iter().copied().find(&begins);
    AREAS
        .iter()
        .filter_map(move |area| Some((area, name(area)?)))
}

impl Area {
    /// Whether this is one of its names, and nothing more.
    pub fn is_called(&self, typed: &str) -> bool {
        let typed = folded(typed);
        let typed = typed.trim_start_matches("the ");
        self.names.iter().any(|name| folded(name) == typed)
    }

    /// Whether `place` is one of those that it is made of.
    pub fn has(&self, place: &Place) -> bool {
        match place.kind {
            Kind::Country => self.countries.contains(&place.country),
            Kind::Region | Kind::Town => self.places.contains(&place.id),
        }
    }
}

/// Whether an area is meant by this name wherever it stands: most short names are abbreviations of something else.
pub fn is_clear_name(typed: &str) -> bool {
    let name = folded(typed);
    name.len() > 4 || CLEAR_ABBREVIATIONS.contains(&name.as_str())
}

impl Line {
    fn read(line: &'static str) -> Option<Self> {
        let is_ambiguous = line.contains(" ? ");
        let between = if is_ambiguous { " ? " } else { " : " };
        let (names, parts) = line
            .split_once(between)
            .filter(|_| !line.starts_with('#'))?;
        Some(Self {
            names: names.split(" = ").map(str::trim).collect(),
            is_ambiguous,
            parts: parts
                .split(';')
                .map(|part| Part::read(part.trim()))
                .collect(),
        })
    }

    fn area(&self, all: &[Self]) -> Area {
        let mut area = Area {
            name: self.names[0],
            slug: words::slug(self.names[0]),
            countries: Vec::new(),
            places: Vec::new(),
            said: Vec::new(),
            is_ambiguous: self.is_ambiguous,
            names: self.names.clone(),
        };
        self.add_to(&mut area, all, DEEPEST);
        area.countries.sort_unstable();
        area.countries.dedup();
        area.places.sort_unstable();
        area.places.dedup();
        area
    }

    fn add_to(&self, area: &mut Area, all: &[Self], depth: usize) {
        let names = self.names.iter().copied();
        // `CO` and `IN` are words of locations elsewhere.
        let is_code = |name: &&str| self.is_ambiguous && name.len() == 2;
        let said = names.filter(|name| !is_code(name) && resolve(name).is_none());
        area.said.extend(said);
        for part in &self.parts {
            match part {
                Part::Countries(codes) => area.countries.extend(codes),
                Part::Around(town, km) => {
                    let towns = resolve(town).map(|town| towns_within(&town, *km));
                    area.places.extend(towns.unwrap_or_default());
                }
                Part::Named(name) => match all.iter().find(|line| line.names[0] == *name) {
                    Some(line) if depth > 0 => line.add_to(area, all, depth - 1),
                    Some(_) => {}
                    None => area.places.extend(resolve(name).map(|place| place.id)),
                },
            }
        }
    }
}

impl Part {
    fn read(part: &'static str) -> Self {
        if let Some((km, town)) = part.split_once(" km around ")
            && let Ok(km) = km.parse()
        {
            return Self::Around(town, km);
        }
        let is_code = |word: &str| word.len() == 2 && word.bytes().all(|b| b.is_ascii_uppercase());
        match part.split(' ').all(is_code) {
            true => Self::Countries(part.split(' ').collect()),
            false => Self::Named(part),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::by_slug as place_by_slug, *};

    #[test]
    fn an_area_is_made_of_known_places_and_has_a_slug_of_its_own() {
        for area in AREAS.iter() {
            assert!(
                !area.countries.is_empty() || !area.places.is_empty(),
                "{area:?}"
            );
            let unknown = area
                .countries
                .iter()
                .find(|code| super::super::country(code).is_none());
            assert_eq!(unknown, None, "{}", area.name);
            assert!(place_by_slug(&area.slug).is_none(), "{}", area.slug);
            assert_eq!(by_slug(&area.slug).map(|area| area.name), Some(area.name));
            for name in &area.names {
                assert_eq!(named(name).map(|area| area.name), Some(area.name), "{name}");
            }
        }
        let lines: Vec<Line> = TEXT.lines().filter_map(Line::read).collect();
        for part in lines.iter().flat_map(|line| &line.parts) {
            let (Part::Named(name) | Part::Around(name, _)) = part else {
                continue;
            };
            let is_known =
                lines.iter().any(|line| line.names[0] == *name) || resolve(name).is_some();
            assert!(is_known, "{name}");
        }
    }

    #[test]
    fn an_area_has_what_is_in_it_and_no_more() {
        for (typed, inside, outside) in [
            ("Europe", "France; United Kingdom; Kosovo", "Turkey; Paris"),
            ("the EU", "Ireland", "United Kingdom; Switzerland"),
            (
                "emea",
                "Germany; United Arab Emirates; Kenya",
                "India; United States",
            ),
            (
                "Remote, LATAM",
                "Brazil; Mexico; Argentina",
                "United States; Spain",
            ),
            ("DACH", "Austria; Switzerland", "Italy"),
            (
                "Bay Area",
                "San Francisco; Oakland, California; Palo Alto; San Jose, California",
                "Sacramento",
            ),
            (
                "silicon valley",
                "Palo Alto; Mountain View, California",
                "San Francisco",
            ),
            (
                "Ruhrgebiet",
                "Essen, Germany; Dortmund; Bochum; Duisburg",
                "Düsseldorf; Köln",
            ),
            ("New England", "Vermont, USA", "New York, USA; Boston"),
            ("Georgia", "Georgia, USA", "Atlanta"),
        ] {
            let area = named(typed).unwrap_or_else(|| panic!("{typed} is no area"));
            for (places, is_in) in [(inside, true), (outside, false)] {
                for name in places.split("; ") {
                    let place = resolve(name).unwrap_or_else(|| panic!("{name} is no place"));
                    assert_eq!(area.has(&place), is_in, "{name} in {typed}");
                }
            }
        }
        for typed in ["", "Germany", "Berlin", "worldwide", "Paris area"] {
            assert!(named(typed).is_none(), "{typed}");
        }
    }
}
