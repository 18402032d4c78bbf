//! Passwords: how they are kept, checked, limited and replaced.

pub mod attempt;
pub mod current;
pub mod hasher;
pub mod new;
pub mod password;
pub mod reset;
pub mod tries;
pub mod turns;
