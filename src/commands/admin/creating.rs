//! `jobboard admin create`

use std::{io::IsTerminal, process::ExitCode};

use super::{
    super::{Failure, open_or_make_database},
    password::{hash, new_hash, read_line, read_password},
};
use crate::{
    accounts::{Account, NewAccount, Role, actions, sign_up::SignUp},
    app,
    http::{error::Error, form::Form},
    jobs::belongings,
    platform::{
        audit::{Origin, Subject},
        clock::Clock,
        config::Config,
        db::{
            self, Db,
            text_enum::{Stored, TextEnum},
        },
        i18n::Message,
    },
};

/// Makes an administrator, or makes one of an account that is there after asking.
pub fn run(config: &Config, email: &str, name: &str, may_exist: bool) -> Result<ExitCode, Failure> {
    let database = open_or_make_database(config)?;
    let mut connection = database.connection()?;
    match Account::find_by_email(&mut connection, email).map_err(Error::from)? {
        Some(account) => promote(config, &mut connection, &account, may_exist),
        None => create(config, &mut connection, email, name),
    }
}

fn promote(
    config: &Config,
    db: &mut Db,
    account: &Account,
    may_exist: bool,
) -> Result<ExitCode, Failure> {
    confirm_existing(config, db, account, may_exist)?;
    let hash = new_hash(config, db, &account.email)?;
    let now = Clock::of(config.time_zone).moment();
    db::transaction::<_, Error>(db, |db| {
        let origin = Origin::command_line(now, app::events());
        account.give_to_operator(db, &hash, now.at)?;
        account.set_role(db, Role::Admin)?;
        account.set_disabled(db, None)?;
        let about = Subject::Account(account.id);
        origin.record(db, actions::PASSWORD_RESET, about, "")?;
        Ok(origin.record(db, actions::ROLE_CHANGED, about, Role::Admin.as_str())?)
    })?;
    println!(
        "{} is an administrator now, with the new password. Sign in at {}login",
        account.email, config.base_url
    );
    Ok(ExitCode::SUCCESS)
}

fn create(config: &Config, db: &mut Db, email: &str, name: &str) -> Result<ExitCode, Failure> {
    let form = Form::from_values([
        ("email", email.to_owned()),
        ("name", name.to_owned()),
        ("password", read_password()?),
    ]);
    let sign_up = SignUp::read(&form).map_err(|messages| Failure::Other(messages.to_string()))?;
    let now = Clock::of(config.time_zone).moment();
    let new = NewAccount {
        password_hash: hash(config, db, &sign_up.password, &sign_up.email)?,
        email: sign_up.email,
        name: sign_up.name,
        role: Stored(Role::Admin),
        created_at: now.at,
        verified_at: Some(now.at),
        is_guest: false,
    };
    db::transaction::<_, Error>(db, |db| {
        let account = new
            .insert(db)?
            .ok_or_else(|| Error::Conflict(Message::new("accounts-registered-just-now")))?;
        let about = Subject::Account(account.id);
        let origin = Origin::command_line(now, app::events());
        Ok(origin.record(db, actions::SIGNED_UP, about, "administrator")?)
    })?;
    println!(
        "{} is an administrator now. Sign in at {}login",
        new.email, config.base_url
    );
    Ok(ExitCode::SUCCESS)
}

/// Whoever registered an address first may be a stranger who waits for power: says whose account it is,
/// and asks.
fn confirm_existing(
    config: &Config,
    db: &mut Db,
    account: &Account,
    may_exist: bool,
) -> Result<(), Failure> {
    let jobs = belongings::count(db, account.id)?;
    let confirmed = match account.verified_at {
        Some(_) => "its address is confirmed",
        None => "its address is not confirmed",
    };
    eprintln!(
        "{} has an account already: \"{}\", since {}, {jobs} jobs; {confirmed}.",
        account.email,
        account.name.escape_debug(),
        config.time_zone.day_of(account.created_at)
    );
    eprintln!(
        "The account gets a new password. Its sessions, API tokens and webhooks end, and two-factor sign-in is turned off."
    );
    if may_exist {
        return Ok(());
    }
    if !std::io::stdin().is_terminal() {
        return Err(Failure::Other(
            "nothing was changed. Add --existing to make this account an administrator".into(),
        ));
    }
    eprint!("Make it an administrator? [y/N] ");
    if matches!(read_line()?.trim(), "y" | "Y" | "yes") {
        Ok(())
    } else {
        Err(Failure::Other("nothing was changed".into()))
    }
}
