//! Files that other programs fetch.

pub mod entries;
pub mod feature;
pub mod feed;
pub mod ids;
pub mod indeed;
pub mod picture;
pub mod sitemap;
pub mod well_known;
