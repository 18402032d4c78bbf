//! Administrators' pages about accounts.

pub mod accounts;
pub mod audit_entries;
pub mod audit_log;
pub mod bulk;
pub mod changes;
mod row;
pub mod table;
