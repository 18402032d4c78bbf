//! `jobboard serve`

use std::process::ExitCode;

use actix_web::{rt::System, web::Data};

use super::Failure;
use crate::{
    accounts::Account,
    app::{self, Board},
    config::Config,
    routes,
};

pub fn run(config: Config) -> Result<ExitCode, Failure> {
    let board = Data::new(Board::open(config)?);
    if !board.config.is_https() && !board.config.is_local() {
        tracing::warn!(
            "BASE_URL is {}: passwords and session cookies travel in the clear",
            board.config.base_url
        );
    }
    System::new().block_on(async {
        let running = app::serve(board.clone(), routes::configure)?;
        let address = running.address;
        println!("{} is on http://{address}", board.config.site_name);
        if !Account::any_admin(&mut *board.db.connection()?).map_err(crate::error::Error::from)? {
            println!(
                "It has no administrator yet. Make one at {}setup?code={}",
                board.config.base_url,
                board.setup_code.as_str()
            );
        }
        running
            .until_stopped()
            .await
            .map_err(|error| Failure::Other(error.to_string()))?;
        Ok(ExitCode::SUCCESS)
    })
}
