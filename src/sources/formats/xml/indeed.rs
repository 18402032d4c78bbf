//! Indeed's XML, which many programs write, Workable among them: `source/job`, or another root, with the names of
//! the elements in any of their usual forms.

use super::{super::fields, Element};
use crate::sources::{
    formats::record::{Mapped, Skip},
    import::Raw,
};

pub fn read(job: &Element) -> Mapped {
    if job.first(&["status"]).eq_ignore_ascii_case("closed") {
        return Err(Skip::PassedOver("is closed"));
    }
    let place = ["city", "state", "country"].map(|part| job.text(part));
    let location = match fields::joined(&place, ", ") {
        none if none.is_empty() => job.first(&["location", "region"]),
        parts => parts,
    };
    let [locality, region, country] = place;
    let remote = job.first(&["remotetype", "remote_type", "workplace", "remote"]);
    Ok(Raw {
        source_value: job.first(&[
            "referencenumber",
            "requisitionid",
            "guid",
            "id",
            "reference",
        ]),
        title: job.first(&["title", "name", "jobtitle"]),
        description: job.first(&["description", "body", "content"]),
        company: job.first(&["company", "company_name", "sourcename", "employer"]),
        company_url: job.first(&["company_url", "companyurl"]),
        location,
        locality,
        region,
        country,
        workplace: fields::workplace(&remote),
        telecommute: remote,
        employment_type: job
            .first(&["jobtype", "job_type", "type", "employment_type"])
            .replace('/', ","),
        category: job.first(&["category", "department"]),
        tags: job.first(&["tags", "skills", "keywords"]),
        apply_url: job.first(&["url", "apply_url", "applyurl", "link"]),
        date_posted: fields::moment(&job.first(&["date", "pubdate", "pubDate", "date_posted"])),
        valid_through: fields::moment(&job.first(&[
            "expirationdate",
            "expiration_date",
            "expires",
        ])),
        pay_min: job.text("salary"),
        ..Raw::default()
    })
}
