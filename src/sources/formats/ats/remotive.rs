//! Remotive's list of jobs: `remotive.com/api/remote-jobs`. All are remote, and pay is said in words.

use super::super::{fields, node::Node, record::Mapped};
use crate::sources::import::Raw;

pub fn read(job: Node<'_>) -> Mapped {
    Ok(Raw {
        source_name: "Remotive".to_owned(),
        source_value: job.text("/id"),
        title: job.text("/title"),
        description: job.text("/description"),
        company: job.text("/company_name"),
        location: job.text("/candidate_required_location"),
        workplace: "remote".to_owned(),
        employment_type: job.text("/job_type"),
        category: job.text("/category"),
        tags: job.texts("/tags"),
        apply_url: job.text("/url"),
        date_posted: fields::moment(&job.text("/publication_date")),
        pay_min: job.text("/salary"),
        ..Raw::default()
    })
}
