//! `jobboard mail`

use std::process::ExitCode;

use actix_web::rt::System;
use clap::Subcommand;

use super::Failure;
use crate::{clock::Clock, config::Config, mail::Mailer};

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Send one mail at once, and say what became of it
    Test {
        /// Who is to receive it
        address: String,
    },
}

pub fn run(config: &Config, command: Command) -> Result<ExitCode, Failure> {
    let Command::Test { address } = command;
    let address = address
        .parse()
        .map_err(|_| Failure::Other(format!("{address:?} is no email address")))?;
    let mailer = Mailer::new(config).map_err(crate::app::StartError::from)?;
    let now = Clock::default().now();
    let subject = format!("A test from {}", config.site_name);
    let text = format!(
        "This mail shows that {} at {} can send mail.\n",
        config.site_name, config.base_url
    );
    let sent = System::new().block_on(mailer.send_at_once(address, &subject, text, now));
    let place = sent.map_err(|error| Failure::Other(format!("the mail was not sent: {error}")))?;
    println!("{place}");
    Ok(ExitCode::SUCCESS)
}
