//! SmartRecruiters' posting API: `api.smartrecruiters.com/v1/companies/COMPANY/postings/ID`. Its lists have no
//! descriptions.

use super::super::{
    fields,
    node::Node,
    record::{Mapped, Skip},
};
use crate::sources::import::{Raw, Refusal};

const SECTIONS: [&str; 4] = [
    "companyDescription",
    "jobDescription",
    "qualifications",
    "additionalInformation",
];

pub fn read(job: Node<'_>) -> Mapped {
    if job.text("/visibility") == "INTERNAL" || job.is_false("/active") {
        return Err(Skip::PassedOver("is not public"));
    }
    let description: String = SECTIONS
        .iter()
        .map(|name| {
            let part = |part: &str| job.text(&format!("/jobAd/sections/{name}/{part}"));
            fields::section(&part("title"), &part("text"))
        })
        .collect();
    if description.is_empty() {
        let why = "has no description, because SmartRecruiters leaves them out of lists: import the address in its ref";
        return Err(Skip::Refused(Refusal(why.into())));
    }
    let place =
        ["/location/city", "/location/region", "/location/country"].map(|part| job.text(part));
    let whole = job.text("/location/fullLocation");
    let workplace = if job.is("/location/hybrid") {
        "hybrid"
    } else if job.is("/location/remote") {
        "remote"
    } else {
        ""
    };
    Ok(Raw {
        source_value: job.first(&["/id", "/uuid"]),
        title: job.text("/name"),
        description,
        company: job.text("/company/name"),
        location: if whole.is_empty() {
            fields::joined(&place, ", ")
        } else {
            whole
        },
        locality: job.text("/location/city"),
        region: job.text("/location/region"),
        country: job.text("/location/country"),
        workplace: workplace.to_owned(),
        employment_type: job.text("/typeOfEmployment/label"),
        category: job.first(&["/department/label", "/function/label", "/industry/label"]),
        apply_url: apply_url(job),
        date_posted: job.text("/releasedDate"),
        ..Raw::default()
    })
}

/// As stated, else the page that the posting has at SmartRecruiters.
fn apply_url(job: Node<'_>) -> String {
    let stated = job.first(&["/applyUrl", "/postingUrl"]);
    let (company, id) = (job.text("/company/identifier"), job.text("/id"));
    if stated.is_empty() && !company.is_empty() && !id.is_empty() {
        format!("https://jobs.smartrecruiters.com/{company}/{id}")
    } else {
        stated
    }
}
