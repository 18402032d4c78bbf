//! Who is who: accounts, passwords, sessions, and the guards that ask for them.
//!
//! Signing in is [`sign_in`]; what the cookie holds is [`token`]; who may see a page is said by the
//! guards in [`visitor`], as argument types of its handler.

mod account;
pub mod actions;
pub mod admin;
pub mod doorkeeper;
pub mod events;
pub mod feature;
pub mod guards;
pub mod guest;
pub mod letters;
pub mod mail_token;
pub mod me;
pub mod missing_keys;
pub mod notices;
pub mod passwords;
pub mod sessions;
pub mod settings;
pub mod setup;
pub mod setup_code;
pub mod sign_in;
pub mod sign_up;
pub mod state;
pub mod sweep;
pub mod tokens;
pub mod two_factor;
mod verify_email;

pub use self::{
    account::{Account, NewAccount, Role, normalize_email},
    guards::{
        Admin, SignedIn, Visitor,
        caller::{AdminCaller, AdminWriter, Caller, Writer},
        sent::Sent,
    },
    passwords::{hasher::Hasher, new::How, password::Password, tries::Try},
    sign_in::submission::{Pending, Submission},
    two_factor::TwoFactor,
};
