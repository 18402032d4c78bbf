//! What reading a file begins with, and how it ends.

use std::io;

use url::Url;

use super::{columns::Mapping, unknown::Unknown};
use crate::{platform::zone::Moment, text::calendar::numbers::Order};

/// What is said of a file beside it.
pub struct Given<'a> {
    /// The company of jobs that name none.
    pub company: Option<&'a str>,
    /// The site of addresses that name none.
    pub site: Option<&'a Url>,
    /// Where a page is that does not say it itself.
    pub page: Option<&'a Url>,
    /// Which columns of a table the fields are in.
    pub columns: &'a [Mapping],
    /// What is first in dates that can be two days.
    pub dates: Option<Order>,
    pub now: &'a dyn Fn() -> Moment,
}

/// Why reading ended before the end of the file.
#[derive(Debug, thiserror::Error)]
pub enum Error<E> {
    #[error("could not be read: {0}")]
    Unreadable(#[from] io::Error),
    #[error("{0}")]
    Unknown(#[from] Unknown),
    /// What was done with the records failed.
    #[error("{0}")]
    Taken(E),
}
