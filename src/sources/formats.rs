//! Files of jobs as people have them, recognised by what is in them and not by their names: what other
//! programs export, what they publish, and spreadsheets.

mod ats;
mod columns;
mod document;
mod envelope;
mod fields;
mod given;
mod html;
pub mod identifier;
mod json;
mod lines;
mod node;
mod opened;
mod pay;
mod reader;
mod recognise;
mod record;
mod shape;
mod sheet;
mod sheet_dates;
mod split;
mod unknown;
mod xml;

#[cfg(test)]
mod tests;

pub use self::{
    columns::Mapping,
    given::{Error, Given},
    reader::read,
    recognise::{Format, recognise},
    record::{Place, Read, Record, Skip},
    unknown::Unknown,
};
