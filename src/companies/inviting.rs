//! Sending an invitation.

use super::{company::Company, error::Error as CompanyError, letters, members::Role};
use crate::{
    accounts::Account,
    http::{board::Board, error::Error, form::Messages},
    platform::{audit::Origin, db::Db, secrets::random_text},
};

/// Random bytes in the link of an invitation.
const TOKEN_BYTES: usize = 24;

/// Has `sender` ask whoever has this address to join, by mail.
///
/// # Errors
/// Those of the database; inside, what is wrong with the address.
pub fn invite(
    board: &Board,
    db: &mut Db,
    company: &Company,
    sender: &Account,
    (email, role): (&str, Role),
    origin: &Origin,
) -> Result<Result<(), Messages>, Error> {
    let token = random_text(TOKEN_BYTES).map_err(Error::internal)?;
    match company.invite(db, email, role, &token, origin) {
        Err(CompanyError::Wrong(field, message)) => return Ok(Err(Messages::of(field, message))),
        invited => invited?,
    }
    let letter = letters::invitation(board, company, role, sender, &token);
    board
        .mail
        .write(Some(email.to_owned()), &letter)?
        .queue(db)?;
    Ok(Ok(()))
}
