//! `jobboard admin`

use std::{
    io::{BufRead, IsTerminal},
    process::ExitCode,
};

use clap::Subcommand;
use diesel::prelude::*;

use super::{Failure, open_database, open_or_make_database, print};
use crate::{
    accounts::{
        Account, How, NewAccount, Password, Role, TwoFactor, actions, passwords::new,
        sessions::session::Session, sign_up::SignUp,
    },
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
        schema::accounts,
        secrets::Keys,
    },
};

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make an administrator, or make one of an existing account after asking
    Create {
        /// The address to sign in with
        email: String,
        /// The name shown
        #[arg(long, default_value = "Admin")]
        name: String,
        /// Do not ask where the address has an account already
        #[arg(long)]
        existing: bool,
    },
    /// Give an account a new password; its sessions and API tokens end
    SetPassword {
        /// The address it signs in with
        email: String,
        /// Turn its two-factor authentication off, too
        #[arg(long)]
        remove_two_factor: bool,
    },
    /// List the administrators
    List,
    /// Sign an account out everywhere and let it in no more
    Disable {
        /// The address it signs in with
        email: String,
        /// Take its jobs off the board, too
        #[arg(long)]
        remove_jobs: bool,
    },
    /// Let a disabled account in again
    Enable {
        /// The address it signs in with
        email: String,
    },
}

pub fn run(config: &Config, command: Command) -> Result<ExitCode, Failure> {
    match command {
        Command::Create {
            email,
            name,
            existing,
        } => create(config, &email, &name, existing),
        Command::SetPassword {
            email,
            remove_two_factor,
        } => set_password(config, &email, remove_two_factor),
        Command::List => list(config),
        Command::Disable { email, remove_jobs } => set_disabled(config, &email, true, remove_jobs),
        Command::Enable { email } => set_disabled(config, &email, false, false),
    }
}

fn create(config: &Config, email: &str, name: &str, may_exist: bool) -> Result<ExitCode, Failure> {
    let database = open_or_make_database(config)?;
    let mut connection = database.connection()?;
    let found = Account::find_by_email(&mut connection, email).map_err(Error::from)?;
    let now = Clock::default().now();
    if let Some(account) = found {
        confirm_existing(&mut connection, &account, may_exist)?;
        let hash = new_hash(config, &account.email)?;
        db::transaction::<_, Error>(&mut connection, |db| {
            let origin = Origin::command_line(now, app::events());
            account.give_to_operator(db, &hash, now)?;
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
        return Ok(ExitCode::SUCCESS);
    }
    let form = Form::from_values([
        ("email", email.to_owned()),
        ("name", name.to_owned()),
        ("password", read_password()?),
    ]);
    let sign_up = SignUp::read(&form).map_err(|messages| Failure::Other(messages.to_string()))?;
    let new = NewAccount {
        password_hash: hash(config, &sign_up.password, &sign_up.email)?,
        email: sign_up.email,
        name: sign_up.name,
        role: Stored(Role::Admin),
        created_at: now,
        verified_at: Some(now),
    };
    db::transaction::<_, Error>(&mut connection, |db| {
        let account = new
            .insert(db)?
            .ok_or_else(|| Error::Conflict(Message::new("accounts-registered-just-now")))?;
        let about = Subject::Account(account.id);
        Ok(Origin::command_line(now, app::events()).record(
            db,
            actions::SIGNED_UP,
            about,
            "administrator",
        )?)
    })?;
    println!(
        "{} is an administrator now. Sign in at {}login",
        new.email, config.base_url
    );
    Ok(ExitCode::SUCCESS)
}

/// Whoever registered an address first may be a stranger who waits for power: says whose account it is,
/// and asks.
fn confirm_existing(db: &mut Db, account: &Account, may_exist: bool) -> Result<(), Failure> {
    let jobs = belongings::count(db, account.id)?;
    let confirmed = match account.verified_at {
        Some(_) => "its address is confirmed",
        None => "its address is not confirmed",
    };
    eprintln!(
        "{} has an account already: \"{}\", since {}, {jobs} jobs; {confirmed}.",
        account.email,
        account.name.escape_debug(),
        account.created_at.date()
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

fn set_password(
    config: &Config,
    email: &str,
    remove_two_factor: bool,
) -> Result<ExitCode, Failure> {
    let database = open_database(config)?;
    let mut connection = database.connection()?;
    let account = find(&mut connection, email)?;
    let hash = new_hash(config, &account.email)?;
    let now = Clock::default().now();
    db::transaction::<_, Error>(&mut connection, |db| {
        new::set(db, &account, &hash, How::Reset)?;
        if remove_two_factor {
            TwoFactor::remove(db, account.id)?;
        }
        let about = Subject::Account(account.id);
        Ok(Origin::command_line(now, app::events()).record(
            db,
            actions::PASSWORD_RESET,
            about,
            "",
        )?)
    })?;
    println!(
        "{} has a new password. It is signed out everywhere, and its API tokens are revoked.",
        account.email
    );
    Ok(ExitCode::SUCCESS)
}

fn find(db: &mut Db, email: &str) -> Result<Account, Failure> {
    let account = Account::find_by_email(db, email)?;
    account.ok_or_else(|| Failure::Other(format!("there is no account with the address {email}")))
}

/// Asks for a new password for the account of `email`, and hashes it.
fn new_hash(config: &Config, email: &str) -> Result<String, Failure> {
    hash(config, &Password::new(read_password()?), email)
}

fn hash(config: &Config, password: &Password, email: &str) -> Result<String, Failure> {
    if let Some(problem) = password.problem(email, &config.site_name) {
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

fn set_disabled(
    config: &Config,
    email: &str,
    disable: bool,
    remove_jobs: bool,
) -> Result<ExitCode, Failure> {
    let database = open_database(config)?;
    let mut connection = database.connection()?;
    let account = find(&mut connection, email)?;
    let now = Clock::default().now();
    let action = if disable {
        actions::ACCOUNT_DISABLED
    } else {
        actions::ACCOUNT_ENABLED
    };
    let was_last_admin = disable && account.is_last_admin(&mut connection)?;
    let removed = db::transaction::<_, Error>(&mut connection, |db| {
        let origin = Origin::command_line(now, app::events());
        account.set_disabled(db, disable.then_some(now))?;
        if disable {
            Session::end_all(db, account.id)?;
        }
        let removed = if remove_jobs {
            belongings::take_down(db, account.id, &origin)?
        } else {
            0
        };
        origin.record(db, action, Subject::Account(account.id), "")?;
        Ok(removed)
    })?;
    let outcome = if disable { "disabled" } else { "enabled" };
    println!("{} is {outcome}.", account.email);
    if was_last_admin {
        println!(
            "Nobody can administer the board now. `jobboard admin create` makes an administrator."
        );
    }
    if remove_jobs {
        println!("{removed} of its jobs were taken off the board.");
    }
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
    let lines: Vec<String> = admins
        .into_iter()
        .map(|admin| {
            let disabled = match admin.disabled_at {
                Some(when) => format!("\tdisabled since {}", when.date()),
                None => String::new(),
            };
            let since = admin.created_at.date();
            format!("{}\t{}\tsince {since}{disabled}", admin.email, admin.name)
        })
        .collect();
    if !lines.is_empty() {
        print(&lines);
    }
    Ok(ExitCode::SUCCESS)
}

/// Asks for a password twice on a terminal; elsewhere takes the first line of standard input.
fn read_password() -> Result<String, Failure> {
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

fn read_line() -> Result<String, Failure> {
    let mut line = String::new();
    std::io::stdin()
        .lock()
        .read_line(&mut line)
        .map_err(|error| Failure::Other(format!("standard input could not be read: {error}")))?;
    Ok(line)
}
