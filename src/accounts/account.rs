//! An account: an email address, a name, a password, and a role.

use aws_lc_rs::digest::{SHA256, digest};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::{
    letters,
    mail_token::{MailToken, Purpose},
    verify_email,
};
use crate::{
    http::board::Board,
    http::error::Error,
    platform::{
        config::Config,
        db::{
            Db,
            text_enum::{Stored, TextEnum},
            version,
        },
        i18n::Message,
        mail_address::MailAddress,
        schema::accounts,
    },
};

/// What an account may do.
#[derive(Clone, Copy, Debug, EnumString, Eq, IntoStaticStr, PartialEq, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Role {
    /// Posts jobs and looks after them.
    Member,
    /// Looks after every job.
    Admin,
}

impl TextEnum for Role {
    fn label(self) -> Message {
        match self {
            Self::Member => Message::new("accounts-role-member"),
            Self::Admin => Message::new("accounts-role-admin"),
        }
    }
}

#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = accounts)]
pub struct Account {
    pub id: i64,
    /// In lower case; unique.
    pub email: String,
    pub name: String,
    pub password_hash: String,
    pub role: Stored<Role>,
    pub created_at: NaiveDateTime,
    pub disabled_at: Option<NaiveDateTime>,
    /// When its owner showed that the address is theirs.
    pub verified_at: Option<NaiveDateTime>,
    /// Whether it has no password that anybody knows; see [`guest`](super::guest).
    pub is_guest: bool,
}

#[derive(Debug, Insertable)]
#[diesel(table_name = accounts)]
pub struct NewAccount {
    pub email: String,
    pub name: String,
    pub password_hash: String,
    pub role: Stored<Role>,
    pub created_at: NaiveDateTime,
    pub verified_at: Option<NaiveDateTime>,
    pub is_guest: bool,
}

impl Account {
    pub fn is_admin(&self) -> bool {
        *self.role == Role::Admin
    }

    /// Whether its address is confirmed, where `config` asks for that.
    pub fn may_publish(&self, config: &Config) -> bool {
        self.verified_at.is_some() || !verify_email::is_required(config)
    }

    /// The account with this id, if it still exists.
    pub fn find(db: &mut Db, id: i64) -> QueryResult<Option<Self>> {
        accounts::table
            .find(id)
            .select(Self::as_select())
            .first(db)
            .optional()
    }

    /// The account that signs in with `email`, whatever its case.
    pub fn find_by_email(db: &mut Db, email: &str) -> QueryResult<Option<Self>> {
        // No address holds one, and PostgreSQL takes no text with NUL.
        if email.contains(char::is_control) {
            return Ok(None);
        }
        accounts::table
            .filter(accounts::email.eq(normalize_email(email)))
            .select(Self::as_select())
            .first(db)
            .optional()
    }

    /// Whether anybody can administer this board yet.
    pub fn any_admin(db: &mut Db) -> QueryResult<bool> {
        diesel::select(diesel::dsl::exists(
            accounts::table.filter(accounts::role.eq(Role::Admin.as_str())),
        ))
        .get_result(db)
    }

    /// Whether this is the only administrator left.
    pub fn is_last_admin(&self, db: &mut Db) -> QueryResult<bool> {
        let others: i64 = accounts::table
            .filter(accounts::role.eq(Role::Admin.as_str()))
            .filter(accounts::disabled_at.is_null())
            .filter(accounts::id.ne(self.id))
            .count()
            .get_result(db)?;
        Ok(self.is_admin() && others == 0)
    }

    /// Names the password without telling it: what was made for one password does not count for another.
    pub fn password_fingerprint(&self) -> String {
        let digest = digest(&SHA256, self.password_hash.as_bytes());
        URL_SAFE_NO_PAD.encode(&digest.as_ref()[..12])
    }

    /// Deletes the account and its sessions. What other features keep of it must have gone before.
    pub fn delete(&self, db: &mut Db) -> QueryResult<()> {
        diesel::delete(accounts::table.find(self.id)).execute(db)?;
        version::raise(db)
    }

    pub fn rename(&self, db: &mut Db, name: &str) -> QueryResult<()> {
        diesel::update(accounts::table.find(self.id))
            .set(accounts::name.eq(name))
            .execute(db)?;
        Ok(())
    }

    /// Notes that the address is its owner's, if that was not known.
    pub fn confirm_address(&self, db: &mut Db, now: NaiveDateTime) -> QueryResult<()> {
        let unconfirmed = accounts::table
            .find(self.id)
            .filter(accounts::verified_at.is_null());
        diesel::update(unconfirmed)
            .set(accounts::verified_at.eq(now))
            .execute(db)?;
        Ok(())
    }

    /// Mails a link that confirms the address.
    pub fn ask_to_confirm(&self, db: &mut Db, board: &Board, next: &str) -> Result<(), Error> {
        let token = MailToken::new().map_err(Error::internal)?;
        let now = board.clock.now();
        token.grant(db, Purpose::Confirm, Some(self.id), &self.email, now)?;
        let letter = letters::confirm(board, &token, next);
        board
            .mail
            .write(Some(self.email.clone()), &letter)?
            .queue(db)?;
        Ok(())
    }

    /// Moves the account to a confirmed address.
    pub fn set_email(&self, db: &mut Db, email: &str, now: NaiveDateTime) -> QueryResult<()> {
        diesel::update(accounts::table.find(self.id))
            .set((
                accounts::email.eq(normalize_email(email)),
                accounts::verified_at.eq(now),
            ))
            .execute(db)?;
        Ok(())
    }

    pub fn set_role(&self, db: &mut Db, role: Role) -> QueryResult<()> {
        diesel::update(accounts::table.find(self.id))
            .set(accounts::role.eq(role.as_str()))
            .execute(db)?;
        Ok(())
    }

    /// Disables the account as of `when`, or with `None` enables it again.
    pub fn set_disabled(&self, db: &mut Db, when: Option<NaiveDateTime>) -> QueryResult<()> {
        diesel::update(accounts::table.find(self.id))
            .set(accounts::disabled_at.eq(when))
            .execute(db)?;
        Ok(())
    }

    /// Stores a password that its owner knows.
    pub fn set_password_hash(&self, db: &mut Db, hash: &str) -> QueryResult<()> {
        diesel::update(accounts::table.find(self.id))
            .set((
                accounts::password_hash.eq(hash),
                accounts::is_guest.eq(false),
            ))
            .execute(db)?;
        Ok(())
    }
}

impl NewAccount {
    /// Adds the account, or returns `None` where its email address already has one.
    pub fn insert(&self, db: &mut Db) -> Result<Option<Account>, Error> {
        let statement = diesel::insert_into(accounts::table)
            .values(self)
            .on_conflict_do_nothing()
            .returning(accounts::all_columns);
        // `ON CONFLICT` is spelled by each backend for itself.
        let inserted = match db {
            Db::Postgres(pg) => statement.get_result(pg),
            Db::Sqlite(sqlite) => statement.get_result(sqlite),
        };
        Ok(inserted.optional()?)
    }
}

/// The form an address is stored and compared in. What is no address is nobody's, and stays as it is.
pub fn normalize_email(email: &str) -> String {
    let parsed = MailAddress::parse(email);
    let address = parsed.map_or_else(|_| email.trim().to_owned(), |address| address.0);
    address.to_lowercase()
}
