//! What the repository says about itself holds.

mod architecture;
mod compose;
mod dependencies;
mod sentences;
mod structure;
