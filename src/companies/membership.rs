//! What owners do with the members of a team, and how a member leaves it. Whoever it is done to is told by mail.

use diesel::QueryResult;

use super::{
    company::Company,
    error::Error,
    letters,
    members::{self, Role, TeamMember},
};
use crate::{
    http::board::Board,
    platform::{audit::Origin, db::Db},
};

/// What somebody has to be to take `account_id` out of a team: anybody may leave.
pub fn needed_to_remove(account_id: i64, by: i64) -> Role {
    match account_id == by {
        true => Role::Recruiter,
        false => Role::Owner,
    }
}

impl Company {
    /// Has `by` give a member another role.
    ///
    /// # Errors
    /// [`Error::NotFound`] where it is nobody of the team, [`Error::Refused`] where it is the last owner.
    pub fn change_role(
        &self,
        board: &Board,
        db: &mut Db,
        account_id: i64,
        role: Role,
        by: i64,
        origin: &Origin,
    ) -> Result<(), Error> {
        let Some(member) = member(db, self, account_id)? else {
            return Err(Error::NotFound);
        };
        self.admit(db, account_id, role, origin)?;
        if account_id != by && *member.role != role {
            tell(board, db, self, member, Some(role))?;
        }
        Ok(())
    }

    /// Has `by` take a member out, which may be `by`. When the last of a team leaves, the team ends.
    ///
    /// # Errors
    /// [`Error::NotFound`] where it is nobody of the team, [`Error::Refused`] where it is the last owner.
    pub fn remove(
        &self,
        board: &Board,
        db: &mut Db,
        account_id: i64,
        by: i64,
        origin: &Origin,
    ) -> Result<(), Error> {
        if account_id == by && members::accounts(db, self.id)? == [account_id] {
            return self.give_up(db, origin);
        }
        let member = member(db, self, account_id)?;
        self.part_with(db, account_id, origin)?;
        match member.filter(|_| account_id != by) {
            Some(member) => tell(board, db, self, member, None),
            None => Ok(()),
        }
    }
}

/// The member that a change is about, as they stand before it.
fn member(db: &mut Db, company: &Company, account_id: i64) -> QueryResult<Option<TeamMember>> {
    let mut team = members::of(db, company.id)?.into_iter();
    Ok(team.find(|member| member.account_id == account_id))
}

/// Queues a letter to a member about their new role, or that they have none any more.
fn tell(
    board: &Board,
    db: &mut Db,
    company: &Company,
    member: TeamMember,
    role: Option<Role>,
) -> Result<(), Error> {
    let letter = letters::of_role(board, company, role);
    let letter = board.mail.write(Some(member.email), &letter)?;
    Ok(letter.queue(db)?)
}
