//! `jobboard admin`

mod creating;
mod password;

use std::process::ExitCode;

use clap::Subcommand;
use diesel::prelude::*;

use super::{Failure, open_database, print};
use crate::{
    accounts::{Account, Role, actions, sessions::session::Session},
    app,
    http::error::Error,
    jobs::belongings,
    platform::{
        audit::{Origin, Subject},
        clock::Clock,
        config::Config,
        db::{self, Db, text_enum::TextEnum},
        schema::accounts,
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
        } => creating::run(config, &email, &name, existing),
        Command::SetPassword {
            email,
            remove_two_factor,
        } => password::set(config, &email, remove_two_factor),
        Command::List => list(config),
        Command::Disable { email, remove_jobs } => set_disabled(config, &email, true, remove_jobs),
        Command::Enable { email } => set_disabled(config, &email, false, false),
    }
}

fn find(db: &mut Db, email: &str) -> Result<Account, Failure> {
    let account = Account::find_by_email(db, email)?;
    account.ok_or_else(|| Failure::Other(format!("there is no account with the address {email}")))
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
    let now = Clock::of(config.time_zone).moment();
    let action = if disable {
        actions::ACCOUNT_DISABLED
    } else {
        actions::ACCOUNT_ENABLED
    };
    let was_last_admin = disable && account.is_last_admin(&mut connection)?;
    let removed = db::transaction::<_, Error>(&mut connection, |db| {
        let origin = Origin::command_line(now, app::events());
        account.set_disabled(db, disable.then_some(now.at))?;
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
                Some(when) => format!("\tdisabled since {}", config.time_zone.day_of(when)),
                None => String::new(),
            };
            let since = config.time_zone.day_of(admin.created_at);
            format!("{}\t{}\tsince {since}{disabled}", admin.email, admin.name)
        })
        .collect();
    if !lines.is_empty() {
        print(&lines);
    }
    Ok(ExitCode::SUCCESS)
}
