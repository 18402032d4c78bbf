//! Writing a job: the form, its pages, and what happens when two people edit at once.

pub mod conflict;
pub mod edit;
pub mod form;
pub mod form_view;
pub mod new;
pub mod pasted;
mod place;
pub mod posted;
pub mod prefilled;
pub mod preview;
pub mod previewed;
pub mod publish_check;
pub mod wish;
