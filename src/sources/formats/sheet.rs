//! A table: CSV, and rows of a table written as JSON.

use std::io::BufRead;

use csv::StringRecord;
use serde_json::{Map, Value};

use super::{
    columns::Columns,
    fields,
    given::{Error, Given},
    record::{Mapped, Place, Record, Skip, Take, finish},
    sheet_dates::Orders,
    unknown::Unknown,
};
use crate::sources::import::{Raw, Records, raw_from_row};

/// Hands each row below the headers to `take`. `head` is how the table begins.
pub fn read<E>(
    reader: impl BufRead,
    head: &[u8],
    delimiter: u8,
    given: &Given<'_>,
    take: Take<'_, E>,
) -> Result<(), Error<E>> {
    let mut records = Records::with_delimiter(reader, delimiter);
    let (columns, unused) = columns(&mut records, given)?;
    for column in unused {
        take(column).map_err(Error::Taken)?;
    }
    let headers = columns.headers();
    let orders = match given.dates {
        Some(order) => Orders::all(order),
        None => Orders::of(
            Records::with_delimiter(head, delimiter),
            &columns,
            delimiter,
        ),
    };
    while let Some((number, record)) = records.next_record()? {
        let place = Place::Line(number);
        let record = match record {
            Ok(row) => Record::new(place, || {
                let raw = raw(&headers, &columns.arrange(&row), orders);
                finish(Ok(raw), given)
            }),
            Err(refusal) => Record::refused(place, refusal.0),
        };
        take(record).map_err(Error::Taken)?;
    }
    Ok(())
}

/// The columns of the first line, or of the second, where Excel's `sep=;` is the first; and a record for each that is
/// not used.
fn columns<E, R: BufRead>(
    records: &mut Records<R>,
    given: &Given<'_>,
) -> Result<(Columns, Vec<Record>), Error<E>> {
    loop {
        let unreadable =
            |why: &str| Unknown(format!("has no readable line of column names: {why}"));
        let (number, headers) = records
            .next_record()?
            .ok_or_else(|| unreadable("it is empty"))?;
        let headers = headers.map_err(|refusal| unreadable(&refusal.to_string()))?;
        let is_stated = number == 1 && headers.get(0).is_some_and(|name| name.starts_with("sep="));
        if !is_stated {
            let columns = Columns::find(&headers, given.columns)?;
            let unused = columns.unused(&headers).into_iter();
            let unused = unused.map(|name| Record {
                place: Place::Line(number),
                title: String::new(),
                read: Err(Skip::Column(name)),
            });
            let unused = unused.collect();
            return Ok((columns, unused));
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
    let row = columns.arrange(&row);
    Ok(raw(&columns.headers(), &row, Orders::default()))
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
fn raw(headers: &StringRecord, row: &StringRecord, orders: Orders) -> Raw {
    let mut raw = raw_from_row(headers, row);
    // As spreadsheets write a column of 1 and nothing.
    if raw.telecommute == "1.0" {
        "1".clone_into(&mut raw.telecommute);
    }
    for (date, order) in [
        (&mut raw.date_posted, orders.date_posted),
        (&mut raw.valid_through, orders.valid_through),
    ] {
        *date = fields::day(&fields::moment(date), order);
    }
    raw
}
