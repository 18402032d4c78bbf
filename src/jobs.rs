//! Jobs: what the board is about. A [`Job`] is a vacancy; work done in the background is a task.

pub mod api;
mod calendar;
mod card;
pub mod closing;
pub mod conflict;
pub mod dashboard;
pub mod deleting;
pub mod editing;
pub mod feed;
mod fields;
mod form;
#[cfg(fuzzing)]
pub mod fuzzing;
mod heading;
pub mod home;
pub mod import;
pub mod indeed;
pub mod job;
mod job_posting;
pub mod list;
pub mod listed;
pub mod listing;
mod narrowing;
mod new_job;
pub mod overview;
mod path;
mod pay;
mod permission;
pub mod picture;
mod place;
pub mod posting;
pub mod publication;
mod search;
mod search_engines;
pub mod show;
mod similar;
pub mod sitemap;
pub mod status;
pub mod suggestions;
pub mod views;
mod vocabulary;
mod words;

pub use self::{
    fields::JobFields,
    job::Job,
    job_posting::JobPosting,
    pay::Pay,
    search::JobQuery,
    status::Status,
    vocabulary::{ApplyMethod, EmploymentType, PayPeriod, Workplace},
    words::{ago, date},
};
