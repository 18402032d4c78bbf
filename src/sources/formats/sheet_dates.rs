//! What order the numbers of a table's dates have, as its first rows or its other marks settle it.

use std::io::BufRead;

use csv::StringRecord;

use super::columns::Columns;
use crate::{
    sources::import::Records,
    text::calendar::numbers::{Numbers, Order},
};

/// The fields that are dates.
const DATES: [&str; 2] = ["date_posted", "valid_through"];

/// The order of each column of dates; nothing where nothing settles it.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Orders {
    pub date_posted: Option<Order>,
    pub valid_through: Option<Order>,
}

impl Orders {
    /// The order that somebody says all dates have.
    pub fn all(order: Order) -> Self {
        Self {
            date_posted: Some(order),
            valid_through: Some(order),
        }
    }

    /// The order that the first rows of a table have: of a column the one that a day above 12 shows in it, else in
    /// the other column, else that of the country that its marks are from.
    pub fn of<R: BufRead>(mut rows: Records<R>, columns: &Columns, delimiter: u8) -> Self {
        let headers = columns.headers();
        let mut shown = [Shown::default(), Shown::default()];
        while let Ok(Some((_, row))) = rows.next_record() {
            if let Ok(row) = row {
                let row = columns.arrange(&row);
                for (field, shown) in DATES.iter().zip(&mut shown) {
                    shown.look(value(&headers, &row, field));
                }
            }
        }
        let [posted, last] = shown.map(Shown::order);
        let is_german = delimiter == b';' && columns.are_german();
        let of_country = is_german.then_some(Order::DayFirst);
        Self {
            date_posted: posted.or(last).or(of_country),
            valid_through: last.or(posted).or(of_country),
        }
    }
}

/// Which orders the dates of a column show.
#[derive(Default)]
struct Shown {
    day_first: bool,
    month_first: bool,
}

impl Shown {
    fn look(&mut self, text: &str) {
        match Numbers::read(text).and_then(Numbers::order) {
            Some(Order::DayFirst) => self.day_first = true,
            Some(Order::MonthFirst) => self.month_first = true,
            None => {}
        }
    }

    /// The order, if it is one.
    fn order(self) -> Option<Order> {
        match (self.day_first, self.month_first) {
            (true, false) => Some(Order::DayFirst),
            (false, true) => Some(Order::MonthFirst),
            _ => None,
        }
    }
}

fn value<'a>(headers: &StringRecord, row: &'a StringRecord, field: &str) -> &'a str {
    let at = headers.iter().position(|name| name == field);
    at.and_then(|at| row.get(at)).unwrap_or_default()
}
