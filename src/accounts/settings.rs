//! The pages below `/account`.

pub mod confirmation;
pub mod data;
pub mod email;
pub mod leaving;
pub mod profile;
