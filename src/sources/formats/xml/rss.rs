//! RSS of jobs: boards like We Work Remotely, Teamtailor, WP Job Manager's feed, and whatever else has an item for
//! a job.

use super::{super::fields, Element, Header};
use crate::sources::{formats::record::Mapped, import::Raw};

/// Reads an item. Where nothing else says the company, a title `Company: Title` does, unless a company
/// `is_given`.
pub fn read(job: &Element, header: &Header, is_given: bool) -> Mapped {
    let is_teamtailor = header.attributes.contains("teamtailor");
    let stated = job.first(&[
        "company",
        "job_listing:company",
        "company_name",
        "companyName",
        "dc:publisher",
    ]);
    let whole_title = job.text("title");
    let (company, title) = match whole_title.split_once(": ") {
        _ if !stated.is_empty() => (stated, whole_title),
        _ if is_teamtailor => (header.title.trim().to_owned(), whole_title),
        Some((company, title)) if !is_given => (company.to_owned(), title.to_owned()),
        _ => (String::new(), whole_title),
    };
    let places: Vec<String> = job
        .children()
        .filter(|child| child.name == "tt:locations")
        .flat_map(|locations| locations.all("tt:location"))
        .map(|place| {
            let town = place.first(&["tt:city", "tt:name"]);
            fields::joined(&[town, place.text("tt:country")], ", ")
        })
        .collect();
    let location = match fields::joined(&places, "; ") {
        none if none.is_empty() => {
            job.first(&["location", "job_listing:location", "region", "city"])
        }
        places => places,
    };
    let stated = fields::workplace(&job.first(&["remoteStatus", "workplace", "remote"]));
    let is_board_of_remote = header.title.to_lowercase().contains("remote");
    let workplace = if stated.is_empty() && is_board_of_remote {
        "remote".to_owned()
    } else {
        stated
    };
    Ok(Raw {
        source_value: job.first(&["guid", "id"]),
        title,
        description: job.first(&["content:encoded", "description"]),
        company,
        location,
        country: job.text("country"),
        workplace,
        employment_type: job.first(&["type", "job_listing:job_type", "jobtype"]),
        category: job.first(&["category", "tt:department", "job_listing:job_category"]),
        tags: job.first(&["skills", "tags"]),
        apply_url: job.first(&["link", "guid"]),
        date_posted: fields::moment(&job.first(&["pubDate", "dc:date"])),
        valid_through: fields::moment(&job.first(&["expires_at", "expires"])),
        pay_min: job.first(&["salary", "job_listing:salary"]),
        ..Raw::default()
    })
}
