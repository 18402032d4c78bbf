//! Administrators' pages about accounts.

pub mod accounts;
pub mod audit_log;
pub mod changes;
