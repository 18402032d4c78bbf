//! One job of a file, read or passed over.

use std::{
    fmt,
    panic::{AssertUnwindSafe, catch_unwind},
};

use super::{fields, given::Given, identifier};
use crate::sources::import::{Posting, Raw, Refusal};

/// Where a record stands in its file, counted from 1.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Place {
    Line(u64),
    Record(u64),
}

impl Place {
    pub fn number(self) -> u64 {
        match self {
            Self::Line(number) | Self::Record(number) => number,
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Line(number) => write!(f, "line {number}"),
            Self::Record(number) => write!(f, "record {number}"),
        }
    }
}

/// Why a record becomes no job.
#[derive(Debug)]
pub enum Skip {
    /// It is wrong.
    Refused(Refusal),
    /// It is no open job, and means to be none.
    PassedOver(&'static str),
    /// It is the name of a column of which nothing is read.
    Column(String),
}

impl From<Refusal> for Skip {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// A record as texts.
pub type Mapped = Result<Raw, Skip>;

/// What became of a record.
pub type Read = Result<Posting, Skip>;

/// One record of a file.
#[derive(Debug)]
pub struct Record {
    pub place: Place,
    /// Empty where none could be read.
    pub title: String,
    pub read: Read,
}

impl Record {
    /// What `reader` reads at `place`. A fault of its own is told as a refusal, so that it costs one record.
    pub fn new(place: Place, reader: impl FnOnce() -> (String, Read)) -> Self {
        let (title, read) = catch_unwind(AssertUnwindSafe(reader)).unwrap_or_else(|_| {
            let fault = "could not be read, which is a fault of this program";
            (String::new(), Err(Refusal(fault.into()).into()))
        });
        Self { place, title, read }
    }

    pub fn refused(place: Place, reason: impl Into<String>) -> Self {
        Self {
            place,
            title: String::new(),
            read: Err(Refusal(reason.into()).into()),
        }
    }
}

/// What is done with each record.
pub type Take<'a, E> = &'a mut dyn FnMut(Record) -> Result<(), E>;

/// The posting that `mapped` says, with its title. What the record does not say itself is taken from
/// `given`, and an identifier from its address.
pub fn finish(mapped: Mapped, given: &Given<'_>) -> (String, Read) {
    let mut raw = match mapped {
        Ok(raw) => raw,
        Err(skip) => return (String::new(), Err(skip)),
    };
    let title = raw.title.trim().to_owned();
    if raw.company.trim().is_empty() {
        match given.company {
            Some(company) => company.clone_into(&mut raw.company),
            None if title.is_empty() => {}
            None => {
                let why = "has no company: use --company NAME if all are of one";
                return (title, Err(Refusal(why.into()).into()));
            }
        }
    }
    if raw.source_value.is_empty() {
        raw.source_value = identifier::of_address(&raw.apply_url, given.site);
        if raw.source_value.is_empty() && !title.is_empty() {
            raw.source_value = identifier::of_texts(&raw);
        }
        if raw.source_value.is_empty() && !title.is_empty() {
            let why = "has no identifier, and no address to make one from";
            return (title, Err(Refusal(why.into()).into()));
        }
    }
    for date in [&mut raw.date_posted, &mut raw.valid_through] {
        *date = fields::day(date, given.dates);
    }
    let has_none = [
        &raw.apply_url,
        &raw.apply_to,
        &raw.apply_email,
        &raw.company_url,
    ]
    .iter()
    .all(|address| address.is_empty());
    match given.site {
        Some(site) if has_none || identifier::is_relative(&raw.apply_url) => {
            raw.apply_url = identifier::on(site, &raw.apply_url);
        }
        None if identifier::is_relative(&raw.apply_url) => {
            let why = "has an address without its site: use --site https://… to say which it is";
            return (title, Err(Refusal(why.into()).into()));
        }
        _ => {}
    }
    let read = Posting::from_raw(&raw, (given.now)());
    (title, read.map_err(Skip::from))
}
