//! The towns of the world with 5,000 inhabitants or more, their regions and countries, by the names that people
//! write. It is compiled in; the data is GeoNames' (CC BY 4.0), and `tools/gazetteer/README.md` says how it is made.
//!
//! Where a name can mean two places, it means none: a job in the wrong country is worse than one in no country.

pub mod areas;
mod bytes;
mod candidates;
mod complete;
mod correct;
mod fold;
mod full_name;
mod geohash;
mod names;
mod parts;
mod pieces;
mod prominence;
mod reading;
mod several;
mod slug;
mod table;

pub use complete::{Completed, complete};
pub use correct::correct;
pub use full_name::full_name;
pub use geohash::{distance_km, geohash, is_within, within};

pub use several::{resolve, resolve_asked, resolve_many};
pub use slug::{by_slug, slug};

/// The number of a place at GeoNames. Countries and regions have one, too.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct PlaceId(pub u32);

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Kind {
    Country,
    /// Of the first level: a state, a province.
    Region,
    Town,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    pub id: PlaceId,
    pub kind: Kind,
    /// As English texts have it, mostly: `Munich`, `Köln`.
    pub name: &'static str,
    /// ISO 3166-1 alpha-2.
    pub country: &'static str,
    /// The region that a town is in, where it is known; of a region, itself.
    pub region: Option<PlaceId>,
    /// Degrees north, to a hundredth. Regions and countries lie where their most populous town does.
    pub latitude: f64,
    /// Degrees east, to a hundredth.
    pub longitude: f64,
    /// Inhabitants; of a region, those of its towns.
    pub population: u32,
    /// Whether it is the capital of its country.
    pub is_capital: bool,
}

impl Place {
    /// What the region is called.
    pub fn region_name(&self) -> Option<&'static str> {
        Some(by_id(self.region?)?.name)
    }
}

/// Reads the data, which takes some ten milliseconds once. A server calls this before it answers, off the event
/// loop; whoever asks first reads it otherwise.
pub fn load() {
    table::table();
}

/// The place with this number.
pub fn by_id(id: PlaceId) -> Option<Place> {
    let table = table::table();
    table.by_id(id).map(|rank| table.place(rank))
}

/// Whether this is one of the names of `place`.
pub fn is_called(place: &Place, name: &str) -> bool {
    let table = table::table();
    let named = names::find(&fold::folded(name));
    named.iter().any(|named| table.id(named.rank) == place.id)
}

/// The country with this code (ISO 3166-1 alpha-2).
pub fn country(code: &str) -> Option<Place> {
    let table = table::table();
    let code = code.to_ascii_uppercase();
    let mut ranks = table.by_code(&code);
    let rank = ranks.find(|rank| table.kind(*rank) == Kind::Country)?;
    Some(table.place(rank))
}

#[cfg(test)]
mod tests;
