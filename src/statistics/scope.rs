//! Whose figures are read.

#[derive(Clone, Copy, Debug)]
pub enum Scope {
    Job(i64),
    /// The jobs of an account.
    Of(i64),
    All,
}

/// Loads the rows of `job_statistics` that `query` finds within `scope`. A macro, since each scope makes a query of
/// another type, and a boxed one is of one database.
macro_rules! load_within {
    ($query:expr, $scope:expr, $db:expr) => {{
        use crate::{
            jobs::ownership::belongs_to,
            platform::schema::{job_statistics::job_id, jobs},
        };
        match $scope {
            Scope::Job(id) => $query.filter(job_id.eq(id)).load($db),
            Scope::Of(account_id) => {
                let own = jobs::table.filter(belongs_to(account_id)).select(jobs::id);
                $query.filter(job_id.eq_any(own)).load($db)
            }
            Scope::All => $query.load($db),
        }
    }};
}

pub(super) use load_within;
