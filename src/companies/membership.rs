//! What owners do with the members of a team, and how a member leaves it.

use super::{
    company::Company,
    error::Error,
    members::{self, Role},
};
use crate::platform::{audit::Origin, db::Db};

/// What somebody has to be to take `account_id` out of a team: anybody may leave.
pub fn needed_to_remove(account_id: i64, by: i64) -> Role {
    match account_id == by {
        true => Role::Recruiter,
        false => Role::Owner,
    }
}

impl Company {
    /// Gives a member another role.
    ///
    /// # Errors
    /// [`Error::NotFound`] where it is nobody of the team, [`Error::Refused`] where it is the last owner.
    pub fn change_role(
        &self,
        db: &mut Db,
        account_id: i64,
        role: Role,
        origin: &Origin,
    ) -> Result<(), Error> {
        if members::role(db, self.id, account_id)?.is_none() {
            return Err(Error::NotFound);
        }
        self.admit(db, account_id, role, origin)
    }

    /// Has `by` take a member out, which may be `by`. When the last of a team leaves, the team ends.
    ///
    /// # Errors
    /// [`Error::NotFound`] where it is nobody of the team, [`Error::Refused`] where it is the last owner.
    pub fn remove(
        &self,
        db: &mut Db,
        account_id: i64,
        by: i64,
        origin: &Origin,
    ) -> Result<(), Error> {
        if account_id == by && members::accounts(db, self.id)? == [account_id] {
            return self.give_up(db, origin);
        }
        self.part_with(db, account_id, origin)
    }
}
