//! Asking for a company: what is typed, who may, and who is told.

use super::{
    claim::{Claimed, claim},
    error::Error as CompanyError,
    letters,
    typed::{self, LONGEST_NOTE},
};
use crate::{
    accounts::Account,
    http::{
        board::Board,
        error::Error,
        form::{Fields, Form, Messages},
    },
    platform::{audit::Origin, config::Config, db::Db, i18n::Message, typed as platform_typed},
};

/// A company that somebody asks for.
pub struct Wanted {
    name: String,
    website: Option<String>,
    /// To the administrators.
    note: String,
}

impl Wanted {
    /// Reads the form.
    pub fn read(form: &Form) -> Result<Self, Messages> {
        let mut fields = Fields::new(form);
        let name = typed::name(&mut fields);
        let website = typed::website(&mut fields);
        let note = fields.parse("note", |typed| platform_typed::text(typed, LONGEST_NOTE));
        match fields.messages.is_empty() {
            true => Ok(Self {
                name,
                website,
                note: note.unwrap_or_default(),
            }),
            false => Err(fields.messages),
        }
    }

    /// Makes `account` the owner, or has the administrators asked whether it may be.
    ///
    /// # Errors
    /// Those of the database; inside, what is wrong at which field.
    pub fn ask(
        &self,
        board: &Board,
        db: &mut Db,
        account: &Account,
        origin: &Origin,
    ) -> Result<Result<Claimed, Messages>, Error> {
        let website = self.website.as_deref();
        let claimed = match claim(db, account.id, &self.name, website, &self.note, origin) {
            Err(CompanyError::Wrong(field, message)) => {
                return Ok(Err(Messages::of(field, message)));
            }
            claimed => claimed?,
        };
        if let Claimed::Waits(company) = &claimed {
            letters::tell_administrators(board, db, company, account)?;
        }
        Ok(Ok(claimed))
    }
}

/// What stands against any company for `account`.
pub fn hindrance(account: &Account, config: &Config) -> Option<Message> {
    (!account.may_publish(config)).then(|| Message::new("companies-confirm-address-first"))
}
