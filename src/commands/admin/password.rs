//! `jobboard admin set-password`, and reading passwords at the terminal.

use std::{
    io::{BufRead, IsTerminal},
    process::ExitCode,
};

use super::{
    super::{Failure, open_database},
    find,
};
use crate::{
    accounts::{How, Password, TwoFactor, actions, passwords::new},
    app,
    http::error::Error,
    platform::{
        audit::{Origin, Subject},
        brand::{Branding, Chosen},
        clock::Clock,
        config::Config,
        db::{self, Db},
        secrets::Keys,
    },
};

/// Gives an account a new password.
pub fn set(config: &Config, email: &str, remove_two_factor: bool) -> Result<ExitCode, Failure> {
    let database = open_database(config)?;
    let mut connection = database.connection()?;
    let account = find(&mut connection, email)?;
    let hash = new_hash(config, &mut connection, &account.email)?;
    let now = Clock::of(config.time_zone).moment();
    db::transaction::<_, Error>(&mut connection, |db| {
        new::set(db, &account, &hash, How::Reset)?;
        if remove_two_factor {
            TwoFactor::remove(db, account.id)?;
        }
        let about = Subject::Account(account.id);
        let origin = Origin::command_line(now, app::events());
        Ok(origin.record(db, actions::PASSWORD_RESET, about, "")?)
    })?;
    println!(
        "{} has a new password. It is signed out everywhere, and its API tokens are revoked.",
        account.email
    );
    Ok(ExitCode::SUCCESS)
}

/// Asks for a new password for the account of `email`, and hashes it.
pub fn new_hash(config: &Config, db: &mut Db, email: &str) -> Result<String, Failure> {
    hash(config, db, &Password::new(read_password()?), email)
}

/// Hashes a password that `email` may have.
pub fn hash(
    config: &Config,
    db: &mut Db,
    password: &Password,
    email: &str,
) -> Result<String, Failure> {
    let branding = Branding::new(config);
    branding.set(Chosen::load(db).map_err(Error::from)?);
    if let Some(problem) = password.problem(email, &branding.current().site_name) {
        return Err(Failure::Other(format!("password: {problem}")));
    }
    let keys = match &config.jwt_keys {
        Some(keys) => keys.clone(),
        None => Keys::load_or_make(&config.data_dir)
            .map_err(|error| Failure::Other(format!("JWT_KEYS {error}")))?,
    };
    let hash = password.hash(&keys, config.bcrypt_cost);
    Ok(hash.map_err(Error::internal)?)
}

/// Asks for a password twice on a terminal; elsewhere takes the first line of standard input.
pub fn read_password() -> Result<String, Failure> {
    let failed =
        |error: std::io::Error| Failure::Other(format!("no password could be read: {error}"));
    if !std::io::stdin().is_terminal() {
        return Ok(read_line()?.trim_end_matches(['\r', '\n']).to_owned());
    }
    let password = rpassword::prompt_password("Password: ").map_err(failed)?;
    let again = rpassword::prompt_password("Once more: ").map_err(failed)?;
    if password == again {
        Ok(password)
    } else {
        Err(Failure::Other("the two passwords differ".into()))
    }
}

pub fn read_line() -> Result<String, Failure> {
    let mut line = String::new();
    std::io::stdin()
        .lock()
        .read_line(&mut line)
        .map_err(|error| Failure::Other(format!("standard input could not be read: {error}")))?;
    Ok(line)
}
