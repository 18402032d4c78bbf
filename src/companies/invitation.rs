//! Being asked to join a team: by mail, for that address alone.

use aws_lc_rs::digest::{SHA256, digest};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{Duration, NaiveDateTime};
use diesel::prelude::*;

use super::{
    actions,
    company::Company,
    error::Error,
    events::CompanyChanged,
    members::{self, Role},
};
use crate::platform::{
    audit::Origin,
    db::{
        Db,
        text_enum::{Stored, TextEnum},
    },
    i18n::Message,
    schema::{accounts, company_invitations},
};

/// Most invitations of a company that wait.
const MOST: i64 = 20;

/// Days that an invitation lasts.
pub const DAYS: i64 = 14;

#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = company_invitations)]
pub struct Invitation {
    pub id: i64,
    pub company_id: i64,
    /// In lower case.
    pub email: String,
    pub role: Stored<Role>,
    pub expires_at: NaiveDateTime,
}

impl Company {
    /// Asks whoever has this address to join, in place of an earlier invitation. `token` stands in the mail.
    ///
    /// # Errors
    /// [`Error::Wrong`] at `email`, where the company is not approved yet, they are of the team, or too many
    /// invitations wait.
    pub fn invite(
        &self,
        db: &mut Db,
        email: &str,
        role: Role,
        token: &str,
        origin: &Origin,
    ) -> Result<(), Error> {
        let wrong = |message| Err(Error::Wrong("email", message));
        if !self.is_active() {
            return wrong(Message::new("companies-invite-later"));
        }
        if members::of(db, self.id)?
            .iter()
            .any(|member| member.email == email)
        {
            return wrong(Message::new("companies-member-already"));
        }
        let own = company_invitations::table.filter(company_invitations::company_id.eq(self.id));
        diesel::delete(own.filter(company_invitations::expires_at.le(origin.at))).execute(db)?;
        diesel::delete(own.filter(company_invitations::email.eq(email))).execute(db)?;
        let waiting: i64 = own.count().get_result(db)?;
        if waiting >= MOST {
            return wrong(Message::new("companies-most-invitations").with("most", MOST));
        }
        diesel::insert_into(company_invitations::table)
            .values((
                company_invitations::company_id.eq(self.id),
                company_invitations::email.eq(email),
                company_invitations::role.eq(role.as_str()),
                company_invitations::hash.eq(hash(token)),
                company_invitations::invited_by.eq(origin.actor_id),
                company_invitations::created_at.eq(origin.at),
                company_invitations::expires_at.eq(origin.at + Duration::days(DAYS)),
            ))
            .execute(db)?;
        self.tell_of_invitation(db, actions::MEMBER_INVITED, origin)
    }

    /// Takes an invitation back.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn take_back(&self, db: &mut Db, id: i64, origin: &Origin) -> Result<(), Error> {
        let gone = diesel::delete(
            company_invitations::table
                .find(id)
                .filter(company_invitations::company_id.eq(self.id)),
        )
        .execute(db)?;
        if gone == 0 {
            return Err(Error::NotFound);
        }
        self.tell_of_invitation(db, actions::INVITATION_TAKEN_BACK, origin)
    }

    fn tell_of_invitation(
        &self,
        db: &mut Db,
        action: crate::platform::audit::Action,
        origin: &Origin,
    ) -> Result<(), Error> {
        let change = CompanyChanged {
            action,
            company: self.clone(),
            slugs: Vec::new(),
        };
        Ok(origin.publish(db, &change)?)
    }
}

impl Invitation {
    /// Those of a company that wait, the newest first.
    pub fn of(db: &mut Db, company_id: i64, now: NaiveDateTime) -> QueryResult<Vec<Self>> {
        company_invitations::table
            .filter(company_invitations::company_id.eq(company_id))
            .filter(company_invitations::expires_at.gt(now))
            .order(company_invitations::id.desc())
            .select(Self::as_select())
            .load(db)
    }

    /// What the mail's `token` stands for.
    pub fn find(db: &mut Db, token: &str, now: NaiveDateTime) -> QueryResult<Option<Self>> {
        company_invitations::table
            .filter(company_invitations::hash.eq(hash(token)))
            .filter(company_invitations::expires_at.gt(now))
            .select(Self::as_select())
            .first(db)
            .optional()
    }

    /// Who sent it.
    pub fn sender(&self, db: &mut Db) -> QueryResult<Option<String>> {
        company_invitations::table
            .inner_join(
                accounts::table.on(company_invitations::invited_by.eq(accounts::id.nullable())),
            )
            .filter(company_invitations::id.eq(self.id))
            .select(accounts::name)
            .first(db)
            .optional()
    }

    /// Takes the account into the team. The invitation is used up.
    ///
    /// # Errors
    /// [`Error::NotFound`], where somebody was faster.
    pub fn accept(&self, db: &mut Db, account_id: i64, origin: &Origin) -> Result<Company, Error> {
        let used = diesel::delete(company_invitations::table.find(self.id)).execute(db)?;
        if used == 0 {
            return Err(Error::NotFound);
        }
        let company = Company::find(db, self.company_id)?;
        if members::role(db, company.id, account_id)?.is_none() {
            company.admit(db, account_id, *self.role, origin)?;
        }
        Ok(company)
    }
}

/// Forgets those that have expired.
pub fn sweep(db: &mut Db, now: NaiveDateTime) -> QueryResult<usize> {
    let expired = company_invitations::table.filter(company_invitations::expires_at.le(now));
    diesel::delete(expired).execute(db)
}

/// A plain hash is enough: nobody guesses 192 random bits.
fn hash(token: &str) -> String {
    URL_SAFE_NO_PAD.encode(digest(&SHA256, token.as_bytes()))
}
