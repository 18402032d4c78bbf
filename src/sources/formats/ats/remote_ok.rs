//! Remote OK's list of jobs: `remoteok.com/api`. All are remote, their pay is in dollars a year, and many texts are
//! UTF-8 that was taken for Windows-1252 once.

use super::super::{fields, node::Node, pay::Stated, record::Mapped};
use crate::{sources::import::Raw, text::encoding::unscrambled};

pub fn read(job: Node<'_>) -> Mapped {
    let amount = |pointer: &str| match job.text(pointer) {
        zero if zero == "0" => String::new(),
        amount => amount,
    };
    let mut raw = Raw {
        source_name: "Remote OK".to_owned(),
        source_value: job.text("/id"),
        title: unscrambled(&job.text("/position")),
        description: unscrambled(&job.text("/description")),
        company: unscrambled(&job.text("/company")),
        location: unscrambled(&job.text("/location")),
        workplace: "remote".to_owned(),
        tags: job.texts("/tags"),
        apply_url: job.first(&["/apply_url", "/url"]),
        date_posted: fields::moment(&job.first(&["/date", "/epoch"])),
        ..Raw::default()
    };
    let pay = Stated {
        min: amount("/salary_min"),
        max: amount("/salary_max"),
        currency: "USD".to_owned(),
        period: "YEAR".to_owned(),
    };
    pay.write_into(&mut raw);
    Ok(raw)
}
