//! Workable's lists of jobs: that of its widget (`apply.workable.com/api/v1/widget/accounts/COMPANY?details=true`),
//! whose `name` is the company's, and that of its API (`/spi/v3/jobs`).

use super::super::{
    fields,
    node::Node,
    pay::Stated,
    record::{Mapped, Skip},
};
use crate::sources::import::{Raw, Refusal};

pub fn read(job: Node<'_>, company: &str) -> Mapped {
    // Where there is a location, the state is the job's and not a region.
    let has_location = job.has("/location");
    if has_location && !matches!(job.text("/state").as_str(), "" | "published") {
        return Err(Skip::PassedOver("is not published"));
    }
    let description = ["description", "requirements", "benefits"]
        .iter()
        .map(|part| fields::section("", &job.text(&format!("/{part}"))))
        .collect::<String>();
    if description.is_empty() {
        let why = "has no description: ask Workable for it with ?details=true";
        return Err(Skip::Refused(Refusal(why.into())));
    }
    let part = |own: &str, nested: &str| {
        if has_location {
            job.text(&format!("/location/{nested}"))
        } else {
            job.text(&format!("/{own}"))
        }
    };
    let place = [
        part("city", "city"),
        part("state", "region"),
        part("country", "country"),
    ];
    let is_remote = job.is("/telecommuting") || job.is("/location/telecommuting");
    let workplace = job.first(&["/workplace_type", "/location/workplace_type", "/workplace"]);
    let [locality, region, country] = place.clone();
    let mut raw = Raw {
        source_value: job.text("/shortcode"),
        title: job.text("/title"),
        description,
        company: company.to_owned(),
        location: fields::joined(&place, ", "),
        locality,
        region,
        country: match part("country_code", "country_code") {
            none if none.is_empty() => country,
            code => code,
        },
        workplace: match fields::workplace(&workplace) {
            none if none.is_empty() && is_remote => "remote".to_owned(),
            stated => stated,
        },
        employment_type: job.text("/employment_type"),
        category: job.first(&["/department", "/function", "/industry"]),
        apply_url: job.first(&["/application_url", "/url", "/shortlink"]),
        date_posted: job.first(&["/published_on", "/created_at"]),
        ..Raw::default()
    };
    if job.has("/salary/salary_from") || job.has("/salary/salary_to") {
        let pay = Stated {
            min: job.text("/salary/salary_from"),
            max: job.text("/salary/salary_to"),
            currency: job.text("/salary/salary_currency"),
            period: "YEAR".to_owned(),
        };
        pay.write_into(&mut raw);
    }
    Ok(raw)
}
