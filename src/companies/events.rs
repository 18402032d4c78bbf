//! What happens to companies, for whoever follows it: the lists of jobs, webhooks.

use super::company::Company;
use crate::platform::{
    audit::{Action, Subject},
    events::Event,
};

/// A company was made, changed, merged or given a team.
pub struct CompanyChanged {
    pub action: Action,
    pub company: Company,
    /// The slugs under which lists have jobs whose company may be called otherwise now.
    pub slugs: Vec<String>,
}

impl Event for CompanyChanged {
    fn entry(&self) -> Option<(Action, Subject, &str)> {
        let name = &self.company.profile.name;
        Some((self.action, Subject::Company(self.company.id), name))
    }
}
