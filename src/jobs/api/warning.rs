//! What stands against a job that was taken nevertheless.

use serde::Serialize;
use utoipa::ToSchema;

use super::pointer::pointer;
use crate::{
    http::board::Board,
    jobs::{
        job::Job,
        pay_rules::{Finding, Policy},
    },
};

/// Something that a law asks for and the job lacks.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Warning {
    /// Its place in the JSON of a job (RFC 6901).
    #[schema(example = "/baseSalary/value/minValue")]
    pointer: &'static str,
    /// The law and what is missing, in a sentence.
    detail: String,
    /// Where the law can be read.
    source: &'static str,
}

/// What this board says of `job`.
pub fn find(board: &Board, job: &Job) -> Vec<Warning> {
    let locale = board.config.locale;
    let findings = Policy::of(board).findings(&job.fields, board.clock.today());
    let warning = |finding: Finding| Warning {
        pointer: pointer(finding.field()),
        detail: locale.text(&finding.message(locale)),
        source: finding.rule.source,
    };
    findings.into_iter().map(warning).collect()
}
