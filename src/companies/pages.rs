//! The pages of whoever looks after companies.

pub mod admin;
pub mod admin_changes;
pub mod domains;
pub mod index;
pub mod invitations;
pub mod inviting;
pub mod new;
pub mod profile;
pub mod team;

/// Where an account's companies are.
pub const PATH: &str = "/dashboard/companies";

/// The page of one of them.
fn path(company_id: i64) -> String {
    format!("{PATH}/{company_id}")
}
