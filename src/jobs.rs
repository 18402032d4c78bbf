//! Jobs: what the board is about. A [`Job`] is a vacancy; work done in the background is a task.

pub mod actions;
pub mod amount;
pub mod api;
pub mod aside;
pub mod belongings;
pub mod country;
pub mod counts;
pub mod editing;
pub mod error;
pub mod events;
pub mod feature;
pub mod fields;
mod fragment;
pub mod guest;
pub mod hiring_systems;
mod holding;
pub mod job;
pub mod letters;
pub mod life;
pub mod location;
pub mod managing;
pub mod markup;
pub mod new_job;
pub mod notices;
pub mod ownership;
pub mod path;
pub mod pay;
pub mod pay_rules;
pub mod posting;
pub mod removal;
pub mod show;
pub mod status;
pub mod typed;
pub mod view;
pub mod views;
mod visit;
pub mod visits;
pub mod vocabulary;

pub use self::{
    fields::JobFields,
    job::Job,
    pay::Pay,
    posting::JobPosting,
    status::Status,
    vocabulary::{ApplyMethod, EmploymentType, PayPeriod, Workplace},
};
