//! Lever's postings API: `api.lever.co/v0/postings/COMPANY?mode=json`. It does not name the company.

use super::super::{fields, node::Node, pay::Stated, record::Mapped};
use crate::sources::import::Raw;

pub fn read(job: Node<'_>) -> Mapped {
    let mut description = fields::section("", &job.first(&["/description", "/descriptionPlain"]));
    for list in job.list("/lists") {
        let items = list.text("/content");
        let items = if items.starts_with("<li") {
            format!("<ul>{items}</ul>")
        } else {
            items
        };
        description += &fields::section(&list.text("/text"), &items);
    }
    description += &fields::section("", &job.first(&["/additional", "/additionalPlain"]));
    description += &fields::section("", &job.text("/salaryDescription"));
    let mut places = vec![job.text("/categories/location")];
    places.extend(
        job.list("/categories/allLocations")
            .map(|place| place.text("")),
    );
    let mut raw = Raw {
        source_value: job.text("/id"),
        title: job.text("/text"),
        description,
        location: fields::joined(&places, "; "),
        country: job.text("/country"),
        workplace: fields::workplace(&job.text("/workplaceType")),
        employment_type: job.text("/categories/commitment"),
        category: job.first(&["/categories/department", "/categories/team"]),
        apply_url: job.first(&["/applyUrl", "/hostedUrl"]),
        date_posted: fields::moment(&job.text("/createdAt")),
        ..Raw::default()
    };
    if job.has("/salaryRange") {
        let pay = Stated {
            min: job.text("/salaryRange/min"),
            max: job.text("/salaryRange/max"),
            currency: job.text("/salaryRange/currency"),
            period: job.text("/salaryRange/interval"),
        };
        pay.write_into(&mut raw);
    }
    Ok(raw)
}
