//! Recruitee's careers site API: `COMPANY.recruitee.com/api/offers/`.

use serde_json::Value;

use super::super::{
    fields,
    node::Node,
    pay::Stated,
    record::{Mapped, Skip},
};
use crate::sources::import::Raw;

pub fn read(job: Node<'_>) -> Mapped {
    if job.has("/status") && job.text("/status") != "published" {
        return Err(Skip::PassedOver("is not published"));
    }
    // Texts stand at the top, in the site's language, or only below their languages.
    let translated = job.0.get("translations").and_then(Value::as_object);
    let translated = translated
        .and_then(|languages| languages.values().next())
        .map(Node);
    let text = |pointer: &str| {
        let own = job.text(pointer);
        match translated {
            Some(language) if own.is_empty() => language.text(pointer),
            _ => own,
        }
    };
    let description =
        fields::section("", &text("/description")) + &fields::section("", &text("/requirements"));
    let places: Vec<String> = job
        .list("/locations")
        .map(|place| {
            let parts = ["/city", "/state", "/country"].map(|part| place.text(part));
            fields::joined(&parts, ", ")
        })
        .collect();
    let places = match fields::joined(&places, "; ") {
        none if none.is_empty() => job.text("/location"),
        places => places,
    };
    let workplace = if job.is("/hybrid") {
        "hybrid"
    } else if job.is("/remote") {
        "remote"
    } else if job.is("/on_site") {
        "on_site"
    } else {
        ""
    };
    let mut raw = Raw {
        source_value: job.text("/id"),
        title: text("/title"),
        description,
        company: job.text("/company_name"),
        location: places,
        locality: job.text("/city"),
        region: job.text("/state_name"),
        country: job.text("/country_code"),
        workplace: workplace.to_owned(),
        employment_type: job.text("/employment_type_code"),
        category: job.text("/department"),
        tags: job.texts("/tags"),
        apply_url: job.first(&["/careers_apply_url", "/careers_url"]),
        date_posted: fields::moment(&job.first(&["/published_at", "/created_at"])),
        valid_through: fields::moment(&job.text("/close_at")),
        ..Raw::default()
    };
    if job.has("/salary/min") || job.has("/salary/max") {
        let pay = Stated {
            min: job.text("/salary/min"),
            max: job.text("/salary/max"),
            currency: job.text("/salary/currency"),
            period: job.text("/salary/period"),
        };
        pay.write_into(&mut raw);
    }
    Ok(raw)
}
