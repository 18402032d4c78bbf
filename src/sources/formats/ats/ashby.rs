//! Ashby's posting API: `api.ashbyhq.com/posting-api/job-board/BOARD?includeCompensation=true`.

use super::super::{
    fields,
    node::Node,
    pay::Stated,
    record::{Mapped, Skip},
};
use crate::sources::import::Raw;

pub fn read(job: Node<'_>) -> Mapped {
    if job.is_false("/isListed") {
        return Err(Skip::PassedOver("is not listed"));
    }
    let mut places = vec![job.text("/location")];
    places.extend(
        job.list("/secondaryLocations")
            .map(|place| place.text("/location")),
    );
    let workplace = fields::workplace(&job.text("/workplaceType"));
    let is_remote = workplace.is_empty() && job.is("/isRemote");
    let address = |part: &str| job.text(&format!("/address/postalAddress/address{part}"));
    let mut raw = Raw {
        source_value: job.text("/id"),
        title: job.text("/title"),
        description: job.first(&["/descriptionHtml", "/descriptionPlain"]),
        location: fields::joined(&places, "; "),
        locality: address("Locality"),
        region: address("Region"),
        country: address("Country"),
        workplace: if is_remote {
            "remote".into()
        } else {
            workplace
        },
        employment_type: job.text("/employmentType"),
        category: job.first(&["/department", "/team"]),
        apply_url: job.first(&["/applyUrl", "/jobUrl"]),
        date_posted: job.text("/publishedAt"),
        ..Raw::default()
    };
    if !job.is_false("/shouldDisplayCompensationOnJobPostings")
        && let Some(pay) = pay(job)
    {
        pay.write_into(&mut raw);
    }
    Ok(raw)
}

fn pay(job: Node<'_>) -> Option<Stated> {
    let salary = job
        .list("/compensation/summaryComponents")
        .find(|component| component.text("/compensationType") == "Salary")?;
    Some(Stated {
        min: salary.text("/minValue"),
        max: salary.text("/maxValue"),
        currency: salary.text("/currencyCode"),
        // `1 YEAR`
        period: salary.text("/interval").trim_start_matches("1 ").to_owned(),
    })
}
