//! Writing jobs, and what becomes of them.

mod api;
mod api_lists;
mod api_schedule;
mod bulk;
mod dashboard;
mod days;
mod ending;
mod flooding;
mod form;
mod going_back;
mod guests;
mod managing;
mod markup;
mod pay_rules;
mod posting;
mod reminders;
mod renewing;
mod scheduling;
mod typing;
