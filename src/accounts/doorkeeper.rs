//! Says who sends a request, and makes what accounts own.

use actix_web::HttpRequest;
use futures_util::future::LocalBoxFuture;
use prometheus_client::{metrics::gauge::ConstGauge, registry::Registry};

use super::{
    guards::Visitor,
    passwords::hasher::Hasher,
    sessions::{cookie, token::Tokens},
    setup_code::SetupCode,
    state::State,
};
use crate::http::{
    board::Board,
    error::Error,
    viewer::{Doorkeeper, Viewer},
};

/// Makes what accounts own, and has them say who sends a request.
///
/// # Errors
/// When the thread that hashes passwords cannot be started.
pub fn install(board: &mut Board) -> Result<(), Error> {
    let config = &board.config;
    let state = State {
        tokens: Tokens::new(&board.keys, &config.base_url.origin().ascii_serialization()),
        hasher: Hasher::start(board.keys.clone(), config.bcrypt_cost)?,
        setup_code: SetupCode::new(&board.keys),
    };
    board.doorkeeper = Box::new(Sessions {
        cookie_name: cookie::name(config),
    });
    board.states.insert(state);
    Ok(())
}

/// Knows people by the cookie of their session, and programs by their token.
struct Sessions {
    cookie_name: &'static str,
}

impl Doorkeeper for Sessions {
    fn viewer(
        &self,
        request: &HttpRequest,
    ) -> LocalBoxFuture<'static, Result<Option<Viewer>, Error>> {
        let request = request.clone();
        Box::pin(async move {
            let visitor = Visitor::of(&request).await?;
            Ok(visitor.account.as_ref().map(Viewer::from))
        })
    }

    fn cookie_name(&self) -> &str {
        self.cookie_name
    }
}

/// Adds the length of the hasher's queue to what Prometheus reads.
pub fn register(board: &Board, registry: &mut Registry) {
    if let Ok(state) = State::of(board) {
        let hashing = i64::try_from(state.hasher.waiting()).unwrap_or(i64::MAX);
        let waiting = "Passwords that wait to be hashed or checked";
        registry.register("hash_queue", waiting, ConstGauge::new(hashing));
    }
}
