//! Writing a job: the form, its pages, and what happens when two people edit at once.

pub mod conflict;
pub mod edit;
pub mod form;
pub mod new;
pub mod publish_check;
