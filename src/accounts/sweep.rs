//! Forgetting sessions that ended by themselves, links that expired, and tries that no longer count.

use super::{mail_token::Grant, passwords::tries, sessions::session::Session};
use crate::platform::{
    audit::Origin,
    db::{Db, Error},
};

/// # Errors
/// Those of the database.
pub fn sweep(db: &mut Db, origin: &Origin) -> Result<usize, Error> {
    let now = origin.at;
    Ok(Session::sweep(db, now)? + Grant::sweep(db, now)? + tries::sweep(db, now)?)
}
