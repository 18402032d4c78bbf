//! Pinpoint's list of jobs: `COMPANY.pinpointhq.com/postings.json`. It does not name the company.

use super::super::{fields, node::Node, pay::Stated, record::Mapped};
use crate::sources::import::Raw;

/// The parts of a description that have a heading of their own.
const SECTIONS: [&str; 3] = [
    "key_responsibilities",
    "skills_knowledge_expertise",
    "benefits",
];

pub fn read(job: Node<'_>) -> Mapped {
    let mut description = fields::section("", &job.text("/description"));
    for name in SECTIONS {
        let heading = job.text(&format!("/{name}_header"));
        description += &fields::section(&heading, &job.text(&format!("/{name}")));
    }
    let place = [
        job.first(&["/location/city", "/location/name"]),
        job.text("/location/province"),
    ];
    let mut raw = Raw {
        source_value: job.text("/id"),
        title: job.text("/title"),
        description,
        location: fields::joined(&place, ", "),
        locality: job.text("/location/city"),
        region: job.text("/location/province"),
        workplace: fields::workplace(&job.first(&["/workplace_type", "/workplace_type_text"])),
        employment_type: job.first(&["/employment_type", "/employment_type_text"]),
        category: job.first(&["/job/department/name", "/department/name"]),
        apply_url: job.first(&["/url", "/path"]),
        date_posted: job.first(&["/published_at", "/created_at"]),
        valid_through: job.text("/deadline_at"),
        ..Raw::default()
    };
    if !job.is_false("/compensation_visible") {
        let pay = Stated {
            min: job.text("/compensation_minimum"),
            max: job.text("/compensation_maximum"),
            currency: job.text("/compensation_currency"),
            period: job.text("/compensation_frequency"),
        };
        pay.write_into(&mut raw);
    }
    Ok(raw)
}
