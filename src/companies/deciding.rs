//! What administrators decide about claims, of which the claimants are told.

use diesel::prelude::*;

use super::{
    actions,
    company::{Company, State},
    letters, members,
};
use crate::{
    http::{board::Board, error::Error},
    platform::{
        audit::Origin,
        db::{Db, text_enum::TextEnum},
        i18n::Message,
        schema::companies,
        typed,
    },
};

/// Longest reason of a refusal, in characters.
const LONGEST_REASON: usize = 500;

/// The claims that wait, the oldest first.
pub fn waiting(db: &mut Db, most: i64) -> QueryResult<Vec<Company>> {
    companies::table
        .filter(companies::state.eq(State::Waiting.as_str()))
        .order(companies::id)
        .limit(most)
        .select(Company::as_select())
        .load(db)
}

/// The reason of a refusal, as it is typed.
///
/// # Errors
/// What is wrong with it.
pub fn reason(text: &str) -> Result<String, Message> {
    let reason = typed::line(text, LONGEST_REASON)?;
    match reason.is_empty() {
        true => Err(Message::new("companies-reason-missing")),
        false => Ok(reason),
    }
}

/// Grants a claim, if it is still the one that was `seen`.
///
/// # Errors
/// 404; 409 where it was changed or decided.
pub fn grant(
    board: &Board,
    db: &mut Db,
    id: i64,
    seen: Option<i32>,
    origin: &Origin,
) -> Result<Company, Error> {
    let company = Company::find(db, id)?;
    if seen.is_some_and(|seen| seen != company.version) {
        return Err(Error::Conflict(Message::new("companies-claim-changed")));
    }
    company.grant(db, actions::CLAIM_GRANTED, origin)?;
    tell_team(board, db, &company, None)?;
    Ok(company)
}

/// Refuses a claim.
///
/// # Errors
/// 404; 409 where it was decided.
pub fn refuse(
    board: &Board,
    db: &mut Db,
    id: i64,
    reason: &str,
    origin: &Origin,
) -> Result<Company, Error> {
    let company = Company::find(db, id)?;
    tell_team(board, db, &company, Some(reason))?;
    company.refuse(db, reason, origin)?;
    Ok(company)
}

fn tell_team(
    board: &Board,
    db: &mut Db,
    company: &Company,
    refused: Option<&str>,
) -> Result<(), Error> {
    let letter = letters::decision(board, company, refused);
    for member in members::of(db, company.id)? {
        board.mail.write(Some(member.email), &letter)?.queue(db)?;
    }
    Ok(())
}
