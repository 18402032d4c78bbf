//! Work that takes milliseconds, away from the event loop: meanwhile others get their pages.

use actix_web::web;

use super::error::Error;

/// Runs `work` on one of actix's blocking threads.
///
/// # Errors
/// Those of `work`; 500 where it panicked.
pub async fn run<T, F>(work: F) -> Result<T, Error>
where
    F: FnOnce() -> Result<T, Error> + Send + 'static,
    T: Send + 'static,
{
    web::block(work).await.map_err(Error::internal)?
}
