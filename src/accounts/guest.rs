//! Somebody who posts jobs without an account: known by an address that they read, and by no password. Mails to
//! them have a link that lets them in. What they may use then, endpoints say (`Guard::Poster`); for everything
//! else they choose a password first, and are a member like any other from then on.

pub mod finish;
pub mod manage;

use super::{
    account::{Account, NewAccount, Role, normalize_email},
    actions, letters,
    mail_token::{MailToken, Purpose},
    passwords::{password::Password, tries::Source},
    state::State,
    verify_email,
};
use crate::{
    http::{board::Board, error::Error, page::Page},
    platform::{
        audit::Subject,
        config::{Config, Setting},
        db::{Db, text_enum::Stored},
        i18n::Message,
        mail::Letter,
        secrets::random_text,
    },
};

pub const SETTING: Setting = Setting {
    name: "GUEST_POSTING",
    default: "auto",
    about: "whether jobs can be posted without an account, by a link that is mailed: `yes`, `no`, or `auto` (yes where addresses are confirmed by mail)",
    check: |value| match value {
        "auto" => Ok(()),
        _ => Setting::is_yes_no(value),
    },
    shown: |config| Setting::yes_no(is_offered(config)),
};

/// Whether jobs can be posted without an account.
pub fn is_offered(config: &Config) -> bool {
    match config.of(&SETTING) {
        None | Some("auto") => verify_email::is_required(config),
        Some(_) => config.is_on(&SETTING),
    }
}

/// The account of `email`, whose owner has just shown that they read its mail; a new guest where there is none.
///
/// # Errors
/// Those of the database and of making a password.
pub async fn find_or_add(page: &Page, email: &str) -> Result<Account, Error> {
    let asked = email.to_owned();
    let found = page
        .board
        .read(move |db| Ok(Account::find_by_email(db, &asked)?));
    if let Some(account) = found.await? {
        return Ok(account);
    }
    let email = normalize_email(email);
    let new = NewAccount {
        name: email.split('@').next().unwrap_or_default().to_owned(),
        password_hash: nobodys_password(page, &email).await?,
        email,
        role: Stored(Role::Member),
        created_at: page.board.clock.now(),
        verified_at: Some(page.board.clock.now()),
        is_guest: true,
    };
    let origin = page.origin();
    page.board
        .write(move |db| match new.insert(db)? {
            Some(account) => {
                let about = Subject::Account(account.id);
                let origin = origin.by(account.id);
                origin.record(db, actions::GUEST_ADDED, about, "")?;
                Ok(account)
            }
            None => Account::find_by_email(db, &new.email)?.ok_or(Error::NotFound),
        })
        .await
}

/// The hash of a password that is forgotten at once.
async fn nobodys_password(page: &Page, email: &str) -> Result<String, Error> {
    let password = Password::new(&random_text(32).map_err(Error::internal)?);
    let (hasher, brand) = (&State::of(&page.board)?.hasher, page.board.brand());
    let source = Source::Network(page.address);
    let hashed = hasher.hash_new(password, email, &brand.site_name, &source);
    hashed
        .await?
        .map_err(|problem| Error::internal(problem.to_string()))
}

impl Account {
    /// Mails a guest who signs up a link to choose a password.
    pub fn offer_password(&self, db: &mut Db, board: &Board) -> Result<(), Error> {
        let token = MailToken::new().map_err(Error::internal)?;
        let now = board.clock.now();
        token.grant(db, Purpose::Reset, Some(self.id), &self.email, now)?;
        let letter = letters::choose_password(board, &token);
        let letter = board.mail.write(Some(self.email.clone()), &letter)?;
        Ok(letter.queue(db)?)
    }
}

/// `letter` to an account, with a link to its jobs where it is a guest's.
///
/// # Errors
/// Those of the database.
pub fn with_way_in(
    db: &mut Db,
    board: &Board,
    account_id: i64,
    mut letter: Letter,
) -> Result<Letter, Error> {
    if let Some(guest) = Account::find(db, account_id)?.filter(|account| account.is_guest) {
        let token = MailToken::new().map_err(Error::internal)?;
        let now = board.clock.now();
        token.add(db, Purpose::Manage, Some(guest.id), &guest.email, now)?;
        let address = letters::link(board, Purpose::Manage, &token);
        letter
            .closing
            .push(Message::new("accounts-mail-way-in").with("address", address));
    }
    Ok(letter)
}
