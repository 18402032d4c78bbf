//! Personio's XML: `COMPANY.jobs.personio.de/xml`. It names neither the company nor the addresses of its jobs,
//! which stand below `/job/` on the company's site.

use super::{super::fields, Element};
use crate::sources::{formats::record::Mapped, import::Raw};

pub fn read(job: &Element) -> Mapped {
    let description: String = job
        .all("jobDescriptions")
        .flat_map(|descriptions| descriptions.all("jobDescription"))
        .map(|part| fields::section(&part.text("name"), &part.text("value")))
        .collect();
    let mut offices = vec![job.text("office")];
    let others = job.all("additionalOffices").flat_map(Element::children);
    offices.extend(others.map(Element::inner));
    let id = job.text("id");
    // Of permanent work the schedule says the type.
    let kind = match job.text("employmentType") {
        kind if kind == "permanent" || kind.is_empty() => job.text("schedule"),
        kind => kind,
    };
    Ok(Raw {
        title: job.text("name"),
        description,
        company: job.text("subcompany"),
        location: fields::joined(&offices, "; "),
        employment_type: kind,
        category: job.first(&["department", "recruitingCategory"]),
        tags: job.text("keywords"),
        apply_url: format!("/job/{id}"),
        source_value: id,
        date_posted: job.text("createdAt"),
        ..Raw::default()
    })
}
