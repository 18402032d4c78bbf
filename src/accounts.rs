//! Who is who: accounts, passwords, sessions, and the guards that ask for them.
//!
//! Signing in is [`sign_in`]; what the cookie holds is [`token`]; who may see a page is said by the
//! guards in [`visitor`], as argument types of its handler.

mod account;
mod device;
mod hasher;
mod keys;
pub mod leaving;
mod password;
pub mod profile;
pub mod session;
pub mod setup;
pub mod sign_in;
pub mod sign_up;
mod submission;
mod throttle;
pub mod token;
pub mod visitor;

pub use self::{
    account::{Account, NewAccount, Role},
    hasher::Hasher,
    keys::{Keys, KeysError, random_text},
    password::Password,
    submission::{Pending, Submission},
    throttle::{Limits, Throttle},
    visitor::{Admin, SignedIn, Visitor},
};
