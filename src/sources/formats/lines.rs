//! NDJSON: an object a line, of a schema.org `JobPosting` or of any program that is known.

use std::io::BufRead;

use super::{
    envelope::Envelope,
    given::{Error, Given},
    json,
    record::{Place, Record, Take},
};
use crate::{
    sources::import::{Line, Lines},
    text::encoding,
};

/// Hands each line that is not blank to `take`.
pub fn read<E>(reader: impl BufRead, given: &Given<'_>, take: Take<'_, E>) -> Result<(), Error<E>> {
    let mut lines = Lines::new(reader);
    let envelope = Envelope::default();
    while let Some(Line { number, bytes }) = lines.next_line()? {
        let place = Place::Line(number);
        let record = match bytes.as_deref().map(encoding::decode) {
            None => Record::refused(place, "has more than a megabyte"),
            Some(None) => Record::refused(place, "is UTF-8 with damaged letters"),
            Some(Some(text)) if text.trim().is_empty() => continue,
            Some(Some(text)) => json::record(place, text.trim(), &envelope, given),
        };
        take(record).map_err(Error::Taken)?;
    }
    Ok(())
}
