//! A table: CSV, and rows of a table written as JSON.

use std::io::BufRead;

use csv::StringRecord;
use serde_json::{Map, Value};

use super::{
    columns::Columns,
    fields,
    given::{Error, Given},
    record::{Mapped, Place, Record, Take, finish},
    unknown::Unknown,
};
use crate::sources::import::{Raw, Records, raw_from_row};

/// Hands each row below the headers to `take`.
pub fn read<E>(
    reader: impl BufRead,
    delimiter: u8,
    given: &Given<'_>,
    take: Take<'_, E>,
) -> Result<(), Error<E>> {
    let mut records = Records::with_delimiter(reader, delimiter);
    let columns = columns(&mut records, given)?;
    let headers = columns.headers();
    while let Some((number, record)) = records.next_record()? {
        let place = Place::Line(number);
        let record = match record {
            Ok(row) => Record::new(place, || {
                let raw = raw(&headers, &columns.arrange(&row));
                finish(Ok(raw), given)
            }),
            Err(refusal) => Record::refused(place, refusal.0),
        };
        take(record).map_err(Error::Taken)?;
    }
    Ok(())
}

/// The columns of the first line, or of the second, where Excel's `sep=;` is the first.
fn columns<E, R: BufRead>(
    records: &mut Records<R>,
    given: &Given<'_>,
) -> Result<Columns, Error<E>> {
    loop {
        let unreadable =
            |why: &str| Unknown(format!("has no readable line of column names: {why}"));
        let (number, headers) = records
            .next_record()?
            .ok_or_else(|| unreadable("it is empty"))?;
        let headers = headers.map_err(|refusal| unreadable(&refusal.to_string()))?;
        let is_stated = number == 1 && headers.get(0).is_some_and(|name| name.starts_with("sep="));
        if !is_stated {
            return Ok(Columns::find(&headers, given.columns)?);
        }
    }
}

/// An object whose members are called like columns.
pub fn object(members: &Map<String, Value>, given: &Given<'_>) -> Mapped {
    let (headers, row): (StringRecord, StringRecord) = members
        .iter()
        .map(|(name, value)| (name.as_str(), text(value)))
        .unzip();
    let columns = Columns::find(&headers, given.columns)
        .map_err(|unknown| crate::sources::import::Refusal(unknown.0))?;
    Ok(raw(&columns.headers(), &columns.arrange(&row)))
}

/// A member as a cell has it.
fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Bool(true) => "true".to_owned(),
        Value::Array(list) => list.iter().map(text).collect::<Vec<_>>().join(", "),
        _ => String::new(),
    }
}

/// The texts of a row, in the words that postings have.
fn raw(headers: &StringRecord, row: &StringRecord) -> Raw {
    let mut raw = raw_from_row(headers, row);
    // As spreadsheets write a column of 1 and nothing.
    if raw.telecommute == "1.0" {
        "1".clone_into(&mut raw.telecommute);
    }
    raw.date_posted = fields::moment(&raw.date_posted);
    raw.valid_through = fields::moment(&raw.valid_through);
    raw
}
