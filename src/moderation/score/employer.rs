//! Who posts a job, as far as the board knows them.

use super::reason::{Reason, Signal};

/// An account is new for so many days.
const NEW_DAYS: u32 = 7;

/// The account behind a job. The default says nothing for or against it, as for an imported job.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Employer {
    /// Days since the account was made; nothing where there is no account.
    pub account_days: Option<u32>,
    /// Whether the account's mail address waits to be confirmed.
    pub is_unconfirmed: bool,
    /// Earlier jobs that moderators approved.
    pub approved: u32,
    /// Earlier jobs that moderators rejected or removed.
    pub rejected: u32,
    /// Whether it belongs to the team of the job's company.
    pub is_on_team: bool,
}

impl Employer {
    pub(super) fn reasons(&self) -> Vec<Reason> {
        let mut reasons = Vec::new();
        if let Some(days) = self.account_days.filter(|days| *days < NEW_DAYS) {
            reasons.push(Reason::new(10, Signal::NewAccount { days }));
        }
        if self.is_unconfirmed {
            reasons.push(Reason::new(10, Signal::Unconfirmed));
        }
        if self.rejected > 0 {
            let count = self.rejected;
            reasons.push(Reason::new(
                weighed(15, count, 30),
                Signal::Rejected { count },
            ));
        }
        if self.approved > 0 {
            let count = self.approved;
            reasons.push(Reason::new(
                -weighed(5, count, 20),
                Signal::Approved { count },
            ));
        }
        if self.is_on_team {
            reasons.push(Reason::new(-20, Signal::Team));
        }
        reasons
    }
}

/// So many points for each of `count`, and `most` in all.
fn weighed(each: i32, count: u32, most: i32) -> i32 {
    let count = i32::try_from(count).unwrap_or(i32::MAX);
    each.saturating_mul(count).min(most)
}
