//! The laws as `rules.txt` has them.

use std::{collections::HashMap, sync::LazyLock};

use chrono::NaiveDate;
use iso_currency::Currency;

use crate::text::gazetteer::{
    Kind, Place,
    areas::{self, Area},
    by_id, resolve,
};

/// The laws of `rules.txt`, in its order.
static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| entries().filter_map(Rule::read).collect());

const TEXT: &str = include_str!("rules.txt");

/// A law that asks for pay in job ads.
#[derive(Debug)]
pub struct Rule {
    pub law: &'static str,
    pub since: NaiveDate,
    /// Whether of a range it asks for both ends.
    pub asks_range: bool,
    /// The fewest employees of an employer that is meant.
    pub employees: Option<u32>,
    /// The widest range a year.
    pub widest: Option<Sum>,
    /// Pay of more than this a year need not be stated.
    pub exempt: Option<Sum>,
    /// Whether the employer may tell applicants before the interview instead.
    pub is_met_by_interview: bool,
    /// Where it can be read.
    pub source: &'static str,
    /// When the entry was compared with what is published.
    pub checked: NaiveDate,
    territory: Territory,
}

/// An amount of money in hundredths.
#[derive(Clone, Copy, Debug)]
pub struct Sum {
    pub currency: Currency,
    pub hundredths: i64,
}

/// Where a law holds.
#[derive(Debug)]
enum Territory {
    Place(Place),
    Area(&'static Area),
}

/// All of them.
pub fn all() -> &'static [Rule] {
    &RULES
}

/// Reads the laws and finds their places, which takes some milliseconds once.
pub fn load() {
    all();
}

fn entries() -> impl Iterator<Item = HashMap<&'static str, &'static str>> {
    let fields = |entry: &'static str| {
        let lines = entry.lines().filter(|line| !line.starts_with('#'));
        lines.filter_map(|line| line.split_once(": ")).collect()
    };
    let entries = TEXT.split("\n\n").map(fields);
    entries.filter(|entry: &HashMap<_, _>| entry.contains_key("place"))
}

impl Rule {
    fn read(entry: HashMap<&'static str, &'static str>) -> Option<Self> {
        let get = |name: &str| entry.get(name).copied();
        let place = get("place")?;
        let territory = match areas::named(place) {
            Some(area) => Territory::Area(area),
            None => Territory::Place(match resolve(place)? {
                town if town.kind == Kind::Town => by_id(town.region?)?,
                place => place,
            }),
        };
        Some(Self {
            law: get("law")?,
            since: get("since")?.parse().ok()?,
            asks_range: get("asks")? == "range",
            employees: get("employees").and_then(|number| number.parse().ok()),
            widest: get("widest").and_then(Sum::read),
            exempt: get("exempt").and_then(Sum::read),
            is_met_by_interview: get("otherwise") == Some("interview"),
            source: get("source")?,
            checked: get("checked")?.parse().ok()?,
            territory,
        })
    }

    /// What the place is called.
    pub fn place(&self) -> &'static str {
        match &self.territory {
            Territory::Place(place) => place.name,
            Territory::Area(area) => area.name,
        }
    }

    /// Whether it is a law of several countries, which those of a place go before.
    pub fn is_of_area(&self) -> bool {
        matches!(self.territory, Territory::Area(_))
    }

    /// Whether it holds at `place`. Of a country or region that it is only a part of, it does not.
    pub fn holds_in(&self, place: &Place) -> bool {
        match &self.territory {
            Territory::Area(area) => area.countries.contains(&place.country),
            Territory::Place(own) if own.kind == Kind::Country => own.country == place.country,
            Territory::Place(own) => place.region == Some(own.id),
        }
    }

    /// Whether it holds wherever in `area` somebody is.
    pub fn holds_in_area(&self, area: &Area) -> bool {
        match &self.territory {
            Territory::Area(own) => {
                let mut countries = area.countries.iter();
                area.places.is_empty() && countries.all(|code| own.countries.contains(code))
            }
            Territory::Place(_) => false,
        }
    }

    /// Whether it is known to meet every employer, and asks for something in the ad itself.
    pub fn is_certain(&self) -> bool {
        self.employees.is_none() && !self.is_met_by_interview
    }
}

impl Sum {
    fn read(text: &str) -> Option<Self> {
        let (code, units) = text.split_once(' ')?;
        Some(Self {
            currency: Currency::from_code(code)?,
            hundredths: units.parse::<i64>().ok()? * 100,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_is_read_and_has_a_place_a_day_and_a_source() {
        assert_eq!(all().len(), entries().count());
        for rule in all() {
            assert!(rule.source.starts_with("https://"), "{rule:?}");
            assert!(rule.since < rule.checked, "{rule:?}");
            assert!(!rule.law.is_empty());
        }
        let places: Vec<&str> = all().iter().map(Rule::place).collect();
        assert_eq!(
            places,
            [
                "Colorado",
                "California",
                "Washington",
                "New York",
                "Hawaii",
                "District of Columbia",
                "Maryland",
                "Illinois",
                "Minnesota",
                "New Jersey",
                "Vermont",
                "Massachusetts",
                "Ontario",
                "Austria",
                "Latvia",
                "Lithuania",
                "European Union",
            ]
        );
    }

    #[test]
    fn only_what_the_file_knows_is_said_in_each_entry() {
        let names = [
            "place",
            "law",
            "since",
            "asks",
            "employees",
            "widest",
            "exempt",
            "otherwise",
            "source",
            "checked",
        ];
        for entry in entries() {
            for (name, value) in &entry {
                assert!(names.contains(name), "{name}: {value}");
            }
            assert!(["range", "pay"].contains(&entry["asks"]), "{entry:?}");
        }
    }
}
