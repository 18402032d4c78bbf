//! What is judged of a job.

use crate::jobs::{ApplyMethod, Job, Pay, Workplace};

/// A job as the score reads it.
#[derive(Clone, Copy, Debug)]
pub struct Posting<'a> {
    pub title: &'a str,
    pub company: &'a str,
    /// Markdown or plain text.
    pub description: &'a str,
    pub location: &'a str,
    pub workplace: Workplace,
    pub pay: Option<Pay>,
    pub apply: Apply<'a>,
    /// The company's website, as the job states it.
    pub website: Option<&'a str>,
    /// The domains that the company has proved to be its own.
    pub domains: &'a [String],
}

/// Where people apply.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Apply<'a> {
    Url(&'a str),
    Mail(&'a str),
    /// In words: where to go, or whom to call.
    Words(&'a str),
}

impl<'a> Posting<'a> {
    /// A job with the domains that its company has proved.
    pub fn of(job: &'a Job, domains: &'a [String]) -> Self {
        let fields = &job.fields;
        let to = fields.apply_to.as_str();
        Self {
            title: &fields.title,
            company: &fields.company,
            description: &fields.description,
            location: &fields.location,
            workplace: *fields.workplace,
            pay: fields.pay(),
            apply: match *fields.apply_method {
                ApplyMethod::Url => Apply::Url(to),
                ApplyMethod::Email => Apply::Mail(to),
                ApplyMethod::OnSite => Apply::Words(to),
            },
            website: fields.company_url.as_deref(),
            domains,
        }
    }
}
