//! The columns of a table: what the fields are called in common exports, and what somebody says of them.

mod known;

use std::{collections::BTreeMap, str::FromStr};

use csv::StringRecord;
use serde_json::Value;

use self::known::{FIELDS, GERMAN};
use super::unknown::Unknown;
use crate::text::imported;

/// Most columns that are named.
const MOST_SHOWN: usize = 30;

/// That a field is in a column of another name.
#[derive(Clone, Debug)]
pub struct Mapping {
    field: &'static str,
    column: String,
}

impl FromStr for Mapping {
    type Err = String;

    /// Reads `FIELD=COLUMN`.
    fn from_str(text: &str) -> Result<Self, String> {
        let (field, column) = text
            .split_once('=')
            .ok_or_else(|| "is not like title=job_title".to_owned())?;
        let known = FIELDS.iter().find(|(name, _)| *name == field.trim());
        let (field, _) = known.ok_or_else(|| {
            let names: Vec<&str> = FIELDS.iter().map(|(name, _)| *name).collect();
            format!("{field} is no field; there are {}", names.join(", "))
        })?;
        Ok(Self {
            field,
            column: plain(column),
        })
    }
}

/// Which columns hold which fields.
#[derive(Debug)]
pub struct Columns {
    fields: BTreeMap<&'static str, Vec<usize>>,
    are_german: bool,
}

impl Columns {
    /// Finds the fields in the columns that `headers` names.
    ///
    /// # Errors
    /// Where there is no column for the title, or none that a mapping names.
    pub fn find(headers: &StringRecord, mappings: &[Mapping]) -> Result<Self, Unknown> {
        let names: Vec<String> = headers.iter().map(plain).collect();
        let at = |wanted: &str| names.iter().position(|name| name == wanted);
        let mut fields = BTreeMap::new();
        for (field, others) in FIELDS {
            let known = std::iter::once(*field).chain(others.split_whitespace());
            let found: Vec<usize> = known.filter_map(at).collect();
            if !found.is_empty() {
                fields.insert(*field, found);
            }
        }
        for Mapping { field, column } in mappings {
            let found = at(column).ok_or_else(|| {
                Unknown(format!("has no column {column}; it has {}", shown(headers)))
            })?;
            fields.insert(*field, vec![found]);
        }
        if fields.contains_key("title") {
            let is_german = |name: &String| GERMAN.split_whitespace().any(|word| word == name);
            let are_german = names.iter().any(is_german);
            Ok(Self { fields, are_german })
        } else {
            Err(Unknown(format!(
                "has no column that is known as the title of a job; it has {}: say which it is with --map title=COLUMN",
                shown(headers)
            )))
        }
    }

    /// The fields that there are.
    pub fn headers(&self) -> StringRecord {
        self.fields.keys().copied().collect()
    }

    /// The columns among `headers` that are read as no field.
    pub fn unused(&self, headers: &StringRecord) -> Vec<String> {
        let is_used = |place: &usize| self.fields.values().flatten().any(|used| used == place);
        let places = headers.iter().enumerate();
        let unused = places.filter(|(place, name)| !is_used(place) && !name.trim().is_empty());
        unused
            .take(MOST_SHOWN)
            .map(|(_, name)| imported::line(&name.chars().take(40).collect::<String>()))
            .collect()
    }

    /// Whether some of them have German names.
    pub fn are_german(&self) -> bool {
        self.are_german
    }

    /// The values of the fields in `row`.
    pub fn arrange(&self, row: &StringRecord) -> StringRecord {
        self.fields
            .values()
            .map(|columns| {
                let values = columns.iter().filter_map(|column| row.get(*column));
                let mut values = values.map(str::trim);
                values.find(|value| !value.is_empty()).unwrap_or_default()
            })
            .collect()
    }
}

/// Whether an object has members that are called like columns of a title and a company, with texts in them.
pub fn are_known(value: &Value) -> bool {
    let Value::Object(members) = value else {
        return false;
    };
    let has = |field: &str| {
        let mut texts = members.iter().filter(|(_, value)| value.is_string());
        texts.any(|(member, _)| is_called(field, member))
    };
    has("title") && has("company")
}

/// Whether a column of this name is known as that of the title.
pub fn is_title(name: &str) -> bool {
    is_called("title", name)
}

fn is_called(field: &str, name: &str) -> bool {
    let name = plain(name);
    let known = FIELDS.iter().find(|(known, _)| *known == field);
    known.is_some_and(|(known, others)| {
        *known == name || others.split_whitespace().any(|other| other == name)
    })
}

/// A header as it is compared.
fn plain(header: &str) -> String {
    let text = header.trim().to_lowercase();
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_alphanumeric() {
            plain.push(c);
        } else if !plain.ends_with('_') {
            plain.push('_');
        }
    }
    plain.trim_matches('_').to_owned()
}

/// The columns of a file, as it calls them.
fn shown(headers: &StringRecord) -> String {
    let mut names: Vec<String> = headers
        .iter()
        .take(MOST_SHOWN)
        .map(|name| imported::line(&name.chars().take(40).collect::<String>()))
        .collect();
    if headers.len() > names.len() {
        names.push(format!("and {} more", headers.len() - names.len()));
    }
    names.join(", ")
}

#[cfg(test)]
mod tests;
