//! Who is who: accounts, passwords, sessions, and the guards that ask for them.
//!
//! Signing in is [`sign_in`]; what the cookie holds is [`token`]; who may see a page is said by the
//! guards in [`visitor`], as argument types of its handler.

mod account;
mod api_token;
pub mod api_tokens_page;
mod attempt;
mod caller;
pub mod confirmation;
pub mod current_password;
pub mod data;
mod device;
pub mod email;
mod hasher;
mod keys;
mod known_device;
pub mod leaving;
pub mod letters;
mod mail_token;
pub mod me;
pub mod missing_keys;
pub mod new_password;
pub mod oversight;
mod password;
pub mod profile;
pub mod reset;
mod sealed;
mod second_factor;
pub mod second_factor_page;
pub mod session;
mod session_row;
pub mod setup;
pub mod sign_in;
pub mod sign_in_code;
pub mod sign_up;
mod submission;
pub mod sweep;
mod throttle;
pub mod token;
pub mod token_sign_in;
mod tries;
mod turns;
pub mod visitor;

pub use self::{
    account::{Account, NewAccount, Role},
    caller::{Caller, Writer},
    hasher::Hasher,
    keys::{Keys, KeysError, random_bytes, random_text},
    new_password::How,
    password::Password,
    sealed::Seal,
    second_factor::SecondFactor,
    submission::{Pending, Submission},
    throttle::{Limits, Throttle, Wait, network},
    tries::Try,
    visitor::{Admin, SignedIn, Visitor},
};
