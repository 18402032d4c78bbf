//! `jobboard serve`

use std::process::ExitCode;

use actix_web::{rt::System, web::Data};

use super::Failure;
use crate::{
    accounts::{Account, state::State},
    app::{self, features},
    http::server,
    platform::config::Config,
};

pub fn run(config: Config) -> Result<ExitCode, Failure> {
    server::raise_descriptor_limit();
    let board = Data::new(app::open(config)?);
    if !board.config.is_https() && !board.config.is_local() {
        tracing::warn!(
            "BASE_URL is {}: passwords and session cookies travel in the clear",
            board.config.base_url
        );
    }
    System::new().block_on(async {
        let mut running = app::serve(board.clone(), features::configure)?;
        running.run_tasks();
        running
            .stop_at_signals()
            .map_err(|error| Failure::Other(format!("no signals: {error}")))?;
        let address = running.address;
        println!("{} is on http://{address}", board.brand().site_name);
        if let Some(metrics) = running.metrics {
            println!("Its metrics are on http://{metrics}/metrics");
        }
        let has_admin = board.db.connection().is_ok_and(|mut connection| {
            // A database that fails meanwhile is met again by the first request.
            Account::any_admin(&mut connection).unwrap_or(true)
        });
        if board.db.is_ready() && !has_admin {
            println!(
                "It has no administrator yet. Make one at {}setup?code={}",
                board.config.base_url,
                State::of(&board)?.setup_code.as_str()
            );
        }
        running
            .until_stopped()
            .await
            .map_err(|error| Failure::Other(error.to_string()))?;
        Ok(ExitCode::SUCCESS)
    })
}
