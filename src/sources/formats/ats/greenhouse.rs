//! Greenhouse's job board API: `boards-api.greenhouse.io/v1/boards/BOARD/jobs?content=true`. Its HTML is escaped
//! once more than JSON asks for.

use super::super::{
    node::Node,
    pay::{self, Stated},
    record::{Mapped, Skip},
};
use crate::sources::import::{Raw, Refusal};

pub fn read(job: Node<'_>) -> Mapped {
    let description = htmlize::unescape(job.text("/content")).into_owned();
    if description.is_empty() {
        let why = "has no description: ask Greenhouse for it with ?content=true";
        return Err(Skip::Refused(Refusal(why.into())));
    }
    let stated_type = job.list("/metadata").find(|field| {
        field
            .text("/name")
            .to_lowercase()
            .contains("employment type")
    });
    let mut raw = Raw {
        source_value: job.text("/id"),
        title: job.text("/title"),
        description,
        company: job.text("/company_name"),
        location: job.text("/location/name"),
        employment_type: stated_type
            .map(|field| field.texts("/value"))
            .unwrap_or_default(),
        category: job.text("/departments/0/name"),
        apply_url: job.text("/absolute_url"),
        date_posted: job.first(&["/first_published", "/updated_at"]),
        valid_through: job.text("/application_deadline"),
        ..Raw::default()
    };
    if let Some(pay) = job.list("/pay_input_ranges").next().map(stated_pay) {
        pay.write_into(&mut raw);
    }
    Ok(raw)
}

/// A range in cents, which says only in its title what it is for: `Annual Salary`.
fn stated_pay(range: Node<'_>) -> Stated {
    let amount = |pointer: &str| range.number(pointer).map(pay::cents).unwrap_or_default();
    let title = range.text("/title").to_lowercase();
    let words = [
        ("hour", "HOUR"),
        ("month", "MONTH"),
        ("annual", "YEAR"),
        ("salary", "YEAR"),
    ];
    let period = words.iter().find(|(word, _)| title.contains(word));
    Stated {
        min: amount("/min_cents"),
        max: amount("/max_cents"),
        currency: range.text("/currency_type"),
        period: period
            .map(|(_, period)| *period)
            .unwrap_or_default()
            .to_owned(),
    }
}
