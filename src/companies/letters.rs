//! The mails about companies.

use diesel::prelude::*;

use super::{
    company::Company,
    domain::Domain,
    invitation::DAYS,
    members::{self, Role},
    proof::GRACE_DAYS,
};
use crate::{
    accounts::{self, Account},
    http::{board::Board, error::Error},
    platform::{
        db::{Db, text_enum::TextEnum},
        i18n::Message,
        mail::Letter,
        schema,
    },
};

/// Longest name of a company or a sender in a letter to a stranger, in characters.
const LONGEST_NAME: usize = 60;

/// Most administrators who are written to.
const MOST: i64 = 20;

/// To whoever is invited to join a team.
pub fn invitation(
    board: &Board,
    company: &Company,
    role: Role,
    sender: &Account,
    token: &str,
) -> Letter {
    let name = plain(&company.profile.name);
    Letter {
        locale: board.config.locale,
        subject: Message::new("companies-mail-invitation-subject")
            .with("company", name.clone())
            .with("site", &board.brand().site_name),
        heading: None,
        paragraphs: vec![
            Message::new("companies-mail-invitation")
                .with("sender", plain(&sender.name))
                .with("email", &sender.email)
                .with("company", name)
                .with("site", &board.brand().site_name)
                .with("role", role.as_str()),
            role.explained(),
        ],
        action: Some((
            Message::new("companies-mail-invitation-action"),
            format!("{}invitations/{token}", board.config.base_url),
        )),
        closing: vec![Message::new("companies-mail-invitation-closing").with("days", DAYS)],
    }
}

/// A name that a stranger chose, as the board repeats it to somebody who asked for nothing: short, and
/// nothing that a mail program makes a link of.
fn plain(name: &str) -> String {
    let kept = name.chars().filter(|c| !matches!(c, '/' | ':' | '@'));
    let kept: String = kept.take(LONGEST_NAME).collect();
    kept.replace("www.", "")
}

/// Queues a letter to the owners of a company, except `joined` themselves: somebody accepted an invitation.
///
/// # Errors
/// Those of the database.
pub fn tell_of_joining(
    board: &Board,
    db: &mut Db,
    company: &Company,
    joined: &Account,
) -> Result<(), Error> {
    let team = members::of(db, company.id)?;
    let Some(own) = team.iter().find(|member| member.account_id == joined.id) else {
        return Ok(());
    };
    let name = plain(&company.profile.name);
    let letter = Letter {
        locale: board.config.locale,
        subject: Message::new("companies-mail-joined-subject")
            .with("who", plain(&joined.name))
            .with("company", name.clone()),
        heading: None,
        paragraphs: vec![
            Message::new("companies-mail-joined")
                .with("who", plain(&joined.name))
                .with("email", &joined.email)
                .with("company", name)
                .with("role", own.role.as_str()),
        ],
        action: Some((
            Message::new("companies-mail-team-action"),
            format!(
                "{}dashboard/companies/{}/team",
                board.config.base_url, company.id
            ),
        )),
        closing: Vec::new(),
    };
    let owners = team.iter().filter(|member| *member.role == Role::Owner);
    for owner in owners.filter(|owner| owner.account_id != joined.id) {
        let address = Some(owner.email.clone());
        board.mail.write(address, &letter)?.queue(db)?;
    }
    Ok(())
}

/// To a member whose role another changed, or whom another took out of the team, where there is none any more.
pub fn of_role(board: &Board, company: &Company, role: Option<Role>) -> Letter {
    let name = plain(&company.profile.name);
    let (subject, paragraphs) = match role {
        Some(role) => (
            Message::new("companies-mail-role-subject").with("company", name.clone()),
            vec![
                Message::new("companies-mail-role")
                    .with("company", name)
                    .with("role", role.as_str()),
                role.explained(),
            ],
        ),
        None => (
            Message::new("companies-mail-taken-out-subject").with("company", name.clone()),
            vec![Message::new("companies-mail-taken-out").with("company", name)],
        ),
    };
    Letter {
        locale: board.config.locale,
        subject,
        heading: None,
        paragraphs,
        action: Some((
            Message::new("companies-mail-decision-action"),
            format!("{}dashboard/companies", board.config.base_url),
        )),
        closing: Vec::new(),
    }
}

/// Queues a letter to the administrators: somebody claims a company.
///
/// # Errors
/// Those of the database.
pub fn tell_administrators(
    board: &Board,
    db: &mut Db,
    company: &Company,
    claimant: &Account,
) -> Result<(), Error> {
    let name = &company.profile.name;
    let letter = Letter {
        locale: board.config.locale,
        subject: Message::new("companies-mail-claimed-subject").with("company", name),
        heading: None,
        paragraphs: vec![
            Message::new("companies-mail-claimed")
                .with("who", &claimant.email)
                .with("company", name),
        ],
        action: Some((
            Message::new("companies-mail-claimed-action"),
            format!("{}admin/companies", board.config.base_url),
        )),
        closing: Vec::new(),
    };
    let administrators: Vec<String> = schema::accounts::table
        .filter(schema::accounts::role.eq(accounts::Role::Admin.as_str()))
        .filter(schema::accounts::disabled_at.is_null())
        .order(schema::accounts::id)
        .limit(MOST)
        .select(schema::accounts::email)
        .load(db)?;
    for address in administrators {
        board.mail.write(Some(address), &letter)?.queue(db)?;
    }
    Ok(())
}

/// Queues a letter to the owners of a company: the proof of a domain is gone.
///
/// # Errors
/// Those of the database.
pub fn tell_of_domain(board: &Board, db: &mut Db, domain: &Domain) -> Result<(), Error> {
    let company = Company::find(db, domain.company_id)?;
    let name = &company.profile.name;
    let letter = Letter {
        locale: board.config.locale,
        subject: Message::new("companies-mail-domain-subject").with("host", &domain.host),
        heading: None,
        paragraphs: vec![
            Message::new("companies-mail-domain")
                .with("host", &domain.host)
                .with("company", name),
            Message::new("companies-mail-domain-days").with("days", GRACE_DAYS),
        ],
        action: Some((
            Message::new("companies-mail-domain-action"),
            format!(
                "{}dashboard/companies/{}/domains",
                board.config.base_url, company.id
            ),
        )),
        closing: Vec::new(),
    };
    let team = members::of(db, company.id)?.into_iter();
    for owner in team.filter(|member| *member.role == Role::Owner) {
        board.mail.write(Some(owner.email), &letter)?.queue(db)?;
    }
    Ok(())
}

/// Queues a letter to the team of a company: it is theirs now.
///
/// # Errors
/// Those of the database.
pub fn tell_of_grant(board: &Board, db: &mut Db, company_id: i64) -> Result<(), Error> {
    let company = Company::find(db, company_id)?;
    let letter = decision(board, &company, None);
    for member in members::of(db, company_id)? {
        board.mail.write(Some(member.email), &letter)?.queue(db)?;
    }
    Ok(())
}

/// To whoever claimed a company, with the decision: granted, or refused for a reason.
pub fn decision(board: &Board, company: &Company, refused: Option<&str>) -> Letter {
    let name = &company.profile.name;
    let (subject, paragraphs) = match refused {
        None => (
            Message::new("companies-mail-granted-subject").with("company", name),
            vec![
                Message::new("companies-mail-granted").with("company", name),
                Message::new("companies-mail-granted-next"),
            ],
        ),
        Some(reason) => (
            Message::new("companies-mail-refused-subject").with("company", name),
            vec![
                Message::new("companies-mail-refused").with("company", name),
                Message::new("companies-mail-refused-reason").with("reason", reason.to_owned()),
            ],
        ),
    };
    Letter {
        locale: board.config.locale,
        subject,
        heading: None,
        paragraphs,
        action: Some((
            Message::new("companies-mail-decision-action"),
            format!("{}dashboard/companies", board.config.base_url),
        )),
        closing: Vec::new(),
    }
}
