//! `jobboard mail`

use std::process::ExitCode;

use actix_web::rt::System;
use clap::Subcommand;
use lettre::Address;

use super::Failure;
use crate::platform::{
    config::Config,
    mail::trial::{self, Outcome},
};

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Send one mail through the mail server of SMTP_URL, and say what the server answered
    Test {
        /// Whom to send it to
        address: Address,
    },
}

/// What the board has queued is left alone: the database is not even opened.
pub fn run(config: &Config, command: Command) -> Result<ExitCode, Failure> {
    let Command::Test { address } = command;
    let sent = System::new().block_on(trial::send(config, address.clone()));
    match sent.map_err(|error| Failure::Other(error.to_string()))? {
        Outcome::Taken(server, answer) => {
            println!(
                "{server} took a mail from {} to {address}: {answer}",
                config.mail_from.email
            );
            println!("Whether it arrives, and not among spam, is seen in the mailbox.");
        }
        Outcome::Written(path) => println!(
            "There is no SMTP_URL, and nothing was sent: the mail is in {}",
            path.display()
        ),
    }
    Ok(ExitCode::SUCCESS)
}
