//! Which program an object of JSON comes from, by members that only its jobs have.

use serde_json::Value;

use super::{columns, node::Node};

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Shape {
    /// schema.org's `JobPosting`, or what may be one.
    Posting,
    /// Texts with names of columns, as tables are written in JSON.
    Row,
    Ashby,
    Greenhouse,
    Lever,
    Pinpoint,
    Recruitee,
    RemoteOk,
    Remotive,
    SmartRecruiters,
    Teamtailor,
    Workable,
}

impl Shape {
    pub fn of(value: &Value) -> Self {
        let job = Node(value);
        let has = |names: &[&str]| names.iter().all(|name| value.get(name).is_some());
        if has(&["@type"]) || has(&["hiringOrganization"]) || has(&["jobboard"]) {
            Self::Posting
        } else if has(&["absolute_url"]) && (has(&["internal_job_id"]) || has(&["content"])) {
            Self::Greenhouse
        } else if has(&["hostedUrl", "text"]) {
            Self::Lever
        } else if has(&["jobUrl"]) && (has(&["isListed"]) || has(&["descriptionHtml"])) {
            Self::Ashby
        } else if has(&["shortcode", "title"]) {
            Self::Workable
        } else if has(&["name"]) && (has(&["jobAd"]) || has(&["releasedDate"])) {
            Self::SmartRecruiters
        } else if has(&["careers_url", "title"]) {
            Self::Recruitee
        } else if has(&["attributes"]) && job.text("/type") == "jobs" {
            Self::Teamtailor
        } else if has(&["candidate_required_location"]) {
            Self::Remotive
        } else if has(&["position", "company"]) && (has(&["epoch"]) || has(&["slug"])) {
            Self::RemoteOk
        } else if has(&["title", "url", "employment_type_text"])
            || has(&["title", "url", "key_responsibilities"])
        {
            Self::Pinpoint
        } else if columns::are_known(value) {
            Self::Row
        } else {
            Self::Posting
        }
    }
}
