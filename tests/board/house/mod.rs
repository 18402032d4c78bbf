//! What the repository says about itself holds.

mod compose;
mod dependencies;
mod structure;
