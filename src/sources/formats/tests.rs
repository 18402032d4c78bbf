//! What tests read files with.

mod files;

use std::io::Cursor;

use url::Url;

use super::{Error, Given, Mapping, Read, Record, Skip, read};
use crate::platform::{db::text_enum::TextEnum, zone::Moment};

/// What is said beside a file.
#[derive(Default)]
pub struct Beside<'a> {
    pub company: Option<&'a str>,
    pub site: Option<&'a str>,
    pub columns: &'a [&'a str],
}

/// The records of `bytes`, or why there are none.
pub fn records(bytes: &[u8], beside: &Beside<'_>) -> Result<Vec<Record>, String> {
    let site = beside.site.and_then(|site| Url::parse(site).ok());
    let columns = beside.columns.iter().map(|mapping| mapping.parse());
    let columns: Vec<Mapping> = columns.collect::<Result<_, _>>()?;
    let given = Given {
        company: beside.company,
        site: site.as_ref(),
        page: None,
        columns: &columns,
        dates: None,
        now: &|| Moment {
            at: chrono::DateTime::UNIX_EPOCH.naive_utc() + chrono::Days::new(40_000),
            ..Moment::default()
        },
    };
    let mut records = Vec::new();
    let mut take = |record| {
        records.push(record);
        Ok::<(), String>(())
    };
    let file = Box::new(Cursor::new(bytes.to_vec()));
    match read(file, &given, &mut take) {
        Ok(()) => Ok(records),
        Err(Error::Taken(why)) => Err(why),
        Err(error) => Err(error.to_string()),
    }
}

/// What each record of a file came to, field by field.
pub fn shown(text: &str, beside: &Beside<'_>) -> Vec<String> {
    match records(text.as_bytes(), beside) {
        Ok(records) => records.iter().map(|record| one(&record.read)).collect(),
        Err(why) => vec![why],
    }
}

/// What a record came to, field by field.
pub fn one(read: &Read) -> String {
    let posting = match read {
        Ok(posting) => posting,
        Err(Skip::Refused(refusal)) => return format!("refused: {refusal}"),
        Err(Skip::PassedOver(why)) => return format!("passed over: {why}"),
        Err(Skip::Column(name)) => return format!("not used: {name}"),
    };
    let fields = &posting.fields;
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let amount = |amount: Option<i64>| amount.map(|amount| amount.to_string()).unwrap_or_default();
    let lines = [
        ("id", format!("{} {}", posting.source.0, posting.source.1)),
        ("title", fields.title.clone()),
        ("company", fields.company.clone()),
        ("company_url", text(&fields.company_url)),
        ("location", fields.location.clone()),
        ("locality", text(&fields.locality)),
        ("region", text(&fields.region)),
        ("country", text(&fields.country)),
        ("workplace", fields.workplace.as_str().to_owned()),
        ("applicants", text(&fields.applicant_location)),
        (
            "type",
            fields
                .employment_type
                .map(|kind| kind.as_str().to_owned())
                .unwrap_or_default(),
        ),
        ("category", text(&fields.category)),
        ("tags", fields.tags.clone()),
        ("pay_min", amount(fields.pay_min)),
        ("pay_max", amount(fields.pay_max)),
        ("pay_currency", text(&fields.pay_currency)),
        (
            "pay_period",
            fields
                .pay_period
                .map(|period| period.as_str().to_owned())
                .unwrap_or_default(),
        ),
        ("apply", fields.apply_to.clone()),
        (
            "posted",
            posting
                .date_posted
                .map(|day| day.date().to_string())
                .unwrap_or_default(),
        ),
        (
            "last",
            fields
                .valid_through
                .map(|day| day.to_string())
                .unwrap_or_default(),
        ),
        ("text", fields.description.clone()),
    ];
    let lines = lines.iter().filter(|(_, value)| !value.is_empty());
    lines
        .map(|(name, value)| format!("{name}: {value}\n"))
        .collect()
}

/// Asserts that a file has one job, with exactly these fields.
pub fn assert_one(text: &str, beside: &Beside<'_>, fields: &[(&str, &str)]) {
    let wanted: String = fields
        .iter()
        .map(|(name, value)| format!("{name}: {value}\n"))
        .collect();
    let found = shown(text, beside);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found == [wanted.as_str()],
        "found\n{}wanted\n{wanted}",
        found.concat()
    );
}
