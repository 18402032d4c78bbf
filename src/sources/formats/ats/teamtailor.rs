//! Teamtailor's API of JSON:API: `api.teamtailor.com/v1/jobs?include=department,locations`. Places and departments
//! are related objects; the company is not named.

use serde_json::Value;

use super::super::{
    envelope::Envelope,
    fields,
    node::Node,
    pay::Stated,
    record::{Mapped, Skip},
};
use crate::sources::import::Raw;

pub fn read(job: Node<'_>, envelope: &Envelope) -> Mapped {
    let attribute = |name: &str| job.text(&format!("/attributes/{name}"));
    let status = attribute("status");
    if job.is("/attributes/internal") || !matches!(status.as_str(), "" | "open" | "published") {
        return Err(Skip::PassedOver("is not published"));
    }
    let related = |name: &str| envelope.related(job.0, name);
    let mut locations = related("locations");
    locations.extend(related("location"));
    let places: Vec<String> = locations.iter().map(|location| place(location)).collect();
    let first = |part: &str| {
        let location = locations.first().map(|location| Node(location));
        location
            .map(|location| location.text(part))
            .unwrap_or_default()
    };
    let department = related("department").into_iter().next();
    let company = related("company").into_iter().next();
    let name = |object: Option<&Value>| object.map(|object| Node(object).text("/attributes/name"));
    let mut raw = Raw {
        source_value: job.text("/id"),
        title: attribute("title"),
        description: fields::section("", &attribute("pitch"))
            + &fields::section("", &attribute("body")),
        company: name(company).unwrap_or_default(),
        location: fields::joined(&places, "; "),
        locality: first("/attributes/city"),
        country: first("/attributes/country"),
        workplace: fields::workplace(&attribute("remote-status")),
        employment_type: attribute("employment-type"),
        category: name(department).unwrap_or_default(),
        tags: job.texts("/attributes/tags"),
        apply_url: job.first(&[
            "/links/careersite-job-apply-url",
            "/links/careersite-job-url",
        ]),
        date_posted: attribute("created-at"),
        valid_through: attribute("end-date"),
        ..Raw::default()
    };
    let pay = Stated {
        min: attribute("min-salary"),
        max: attribute("max-salary"),
        currency: attribute("currency"),
        period: attribute("salary-time-unit"),
    };
    pay.write_into(&mut raw);
    Ok(raw)
}

fn place(location: &Value) -> String {
    let location = Node(location);
    let city = location.first(&["/attributes/city", "/attributes/name"]);
    fields::joined(&[city, location.text("/attributes/country")], ", ")
}
