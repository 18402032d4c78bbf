//! How far from a town work may be.

use crate::{platform::i18n::Message, text::gazetteer::Place};

/// The longest way that is asked for, in either unit.
const LONGEST_WAY: u32 = 500;

const KM_A_MILE: f64 = 1.609_344;

/// Distances that are offered.
pub const DISTANCES: [u32; 4] = [10, 25, 50, 100];

/// Countries whose roads are measured in miles.
const MILES: [&str; 4] = ["US", "GB", "LR", "MM"];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Distance {
    pub length: u32,
    pub unit: Unit,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Kilometers,
    Miles,
}

impl Distance {
    /// `25km`, `10 mi`; a number alone is in kilometers.
    pub fn parse(typed: &str) -> Option<Self> {
        let typed = typed.trim().to_ascii_lowercase();
        let end = typed.find(|c: char| !c.is_ascii_digit());
        let (number, unit) = typed.split_at(end.unwrap_or(typed.len()));
        let unit = match unit.trim() {
            "" | "km" => Unit::Kilometers,
            "mi" => Unit::Miles,
            _ => return None,
        };
        let length: u32 = number.parse().ok()?;
        (1..=LONGEST_WAY)
            .contains(&length)
            .then_some(Self { length, unit })
    }

    /// For example `25 km`.
    pub fn label(self) -> Message {
        match self.unit {
            Unit::Kilometers => Message::new("search-kilometers").with("length", self.length),
            Unit::Miles => Message::new("search-miles").with("length", self.length),
        }
    }

    /// As addresses have it.
    pub fn text(self) -> String {
        match self.unit {
            Unit::Kilometers => format!("{}km", self.length),
            Unit::Miles => format!("{}mi", self.length),
        }
    }

    pub fn km(self) -> f64 {
        match self.unit {
            Unit::Kilometers => f64::from(self.length),
            Unit::Miles => f64::from(self.length) * KM_A_MILE,
        }
    }
}

impl Unit {
    /// The one that people in `place` use.
    pub fn usual_in(place: &Place) -> Self {
        match MILES.contains(&place.country) {
            true => Self::Miles,
            false => Self::Kilometers,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_distance_is_in_kilometers_or_miles() {
        for (typed, text) in [("25", "25km"), ("25 KM", "25km"), ("10mi", "10mi")] {
            let distance = Distance::parse(typed);
            assert_eq!(distance.map(Distance::text).as_deref(), Some(text));
        }
        for typed in ["", "0", "501", "-1", "km", "10 leagues"] {
            assert_eq!(Distance::parse(typed), None, "{typed}");
        }
    }
}
