//! `jobboard admin`

use std::{
    io::{BufRead, IsTerminal},
    process::ExitCode,
};

use clap::Subcommand;
use diesel::prelude::*;

use super::{Failure, open_database};
use crate::{
    accounts::{Account, Keys, NewAccount, Role, session::Session, sign_up::SignUp},
    audit::{Action, Origin, Subject},
    clock::Clock,
    config::Config,
    db::{
        self,
        text_enum::{Stored, TextEnum},
    },
    error::Error,
    schema::accounts,
    web::form::Form,
};

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make an administrator, or make one of an existing account
    Create {
        /// The address to sign in with
        email: String,
        /// The name shown
        #[arg(long, default_value = "Admin")]
        name: String,
    },
    /// List the administrators
    List,
    /// Sign an account out everywhere and let it in no more; its jobs stay
    Disable {
        /// The address it signs in with
        email: String,
    },
    /// Let a disabled account in again
    Enable {
        /// The address it signs in with
        email: String,
    },
}

pub fn run(config: &Config, command: Command) -> Result<ExitCode, Failure> {
    match command {
        Command::Create { email, name } => create(config, &email, &name),
        Command::List => list(config),
        Command::Disable { email } => set_disabled(config, &email, true),
        Command::Enable { email } => set_disabled(config, &email, false),
    }
}

fn create(config: &Config, email: &str, name: &str) -> Result<ExitCode, Failure> {
    let database = open_database(config)?;
    let mut connection = database.connection()?;
    let found = Account::find_by_email(&mut connection, email).map_err(Error::from)?;
    if let Some(account) = found {
        let now = Clock::default().now();
        db::transaction(&mut connection, |db| {
            account.set_role(db, Role::Admin)?;
            account.set_disabled(db, None)?;
            account.confirm_address(db, now)?;
            let about = Subject::Account(account.id);
            let role = Role::Admin.as_str();
            Ok(Origin::command_line(now).record(db, Action::RoleChanged, about, role)?)
        })?;
        println!("{} is an administrator now.", account.email);
        return Ok(ExitCode::SUCCESS);
    }
    let form = Form::from_values([
        ("email", email.to_owned()),
        ("name", name.to_owned()),
        ("password", read_password()?),
    ]);
    let sign_up =
        SignUp::read(&form, config).map_err(|messages| Failure::Other(messages.to_string()))?;
    let keys = match &config.jwt_keys {
        Some(keys) => keys.clone(),
        None => Keys::load_or_make(&config.data_dir)
            .map_err(|error| Failure::Other(format!("JWT_KEYS {error}")))?,
    };
    let now = Clock::default().now();
    let new = NewAccount {
        password_hash: sign_up
            .password
            .hash(&keys, config.bcrypt_cost)
            .map_err(Error::internal)?,
        email: sign_up.email,
        name: sign_up.name,
        role: Stored(Role::Admin),
        created_at: now,
        verified_at: Some(now),
    };
    db::transaction(&mut connection, |db| {
        if let Some(account) = new.insert(db)? {
            let about = Subject::Account(account.id);
            let role = "administrator";
            Origin::command_line(now).record(db, Action::SignedUp, about, role)?;
        }
        Ok(())
    })?;
    println!(
        "{} is an administrator now. Sign in at {}login",
        new.email, config.base_url
    );
    Ok(ExitCode::SUCCESS)
}

fn set_disabled(config: &Config, email: &str, disable: bool) -> Result<ExitCode, Failure> {
    let database = open_database(config)?;
    let mut connection = database.connection()?;
    let account = Account::find_by_email(&mut connection, email).map_err(Error::from)?;
    let account = account
        .ok_or_else(|| Failure::Other(format!("there is no account with the address {email}")))?;
    let now = Clock::default().now();
    let action = if disable {
        Action::AccountDisabled
    } else {
        Action::AccountEnabled
    };
    db::transaction(&mut connection, |db| {
        account.set_disabled(db, disable.then_some(now))?;
        if disable {
            Session::end_all(db, account.id)?;
        }
        let about = Subject::Account(account.id);
        Ok(Origin::command_line(now).record(db, action, about, "")?)
    })?;
    let outcome = if disable { "disabled" } else { "enabled" };
    println!("{} is {outcome}.", account.email);
    Ok(ExitCode::SUCCESS)
}

fn list(config: &Config) -> Result<ExitCode, Failure> {
    let database = open_database(config)?;
    let admins: Vec<Account> = accounts::table
        .filter(accounts::role.eq(Role::Admin.as_str()))
        .order(accounts::email)
        .select(Account::as_select())
        .load(&mut *database.connection()?)
        .map_err(Error::from)?;
    for admin in admins {
        println!(
            "{}\t{}\tsince {}",
            admin.email,
            admin.name,
            admin.created_at.date()
        );
    }
    Ok(ExitCode::SUCCESS)
}

/// Asks for a password twice on a terminal; elsewhere takes the first line of standard input.
fn read_password() -> Result<String, Failure> {
    let failed =
        |error: std::io::Error| Failure::Other(format!("no password could be read: {error}"));
    if !std::io::stdin().is_terminal() {
        let mut line = String::new();
        std::io::stdin()
            .lock()
            .read_line(&mut line)
            .map_err(failed)?;
        return Ok(line.trim_end_matches(['\r', '\n']).to_owned());
    }
    let password = rpassword::prompt_password("Password: ").map_err(failed)?;
    let again = rpassword::prompt_password("Once more: ").map_err(failed)?;
    if password == again {
        Ok(password)
    } else {
        Err(Failure::Other("the two passwords differ".into()))
    }
}
