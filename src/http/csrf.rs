//! Cross-site request forgery, stopped by what browsers say about a request (OWASP CSRF cheat sheet,
//! "Fetch Metadata"): no hidden tokens, one check for every unsafe method of every route.

use actix_web::{
    Error, ResponseError,
    body::{EitherBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::{
        Method,
        header::{self, HeaderMap},
    },
    middleware::Next,
    web::Data,
};
use url::Url;

use super::{board::Board, facts::Facts};
use crate::platform::{config::Config, i18n::Message};

/// Longest origin that a sentence repeats, in bytes.
const LONGEST_ORIGIN: usize = 200;

/// Refuses an unsafe request that a browser made for another site.
pub async fn check<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B>>, Error> {
    let safe = matches!(
        *request.method(),
        Method::GET | Method::HEAD | Method::OPTIONS | Method::TRACE
    );
    let allowed = safe
        || request
            .app_data::<Data<Board>>()
            .is_some_and(|board| is_own(request.headers(), &board.config));
    if allowed {
        return Ok(next.call(request).await?.map_into_left_body());
    }
    Facts::origin_of(request.request()).refused("from_another_site");
    let board = request.app_data::<Data<Board>>();
    let told = board.and_then(|board| other_name(request.headers(), &board.config));
    let refusal = told.unwrap_or(Message::new("http-from-another-site"));
    let refusal = crate::http::error::Error::Forbidden(refusal);
    Ok(request
        .into_response(refusal.error_response())
        .map_into_right_body())
}

/// `Sec-Fetch-Site` decides where the browser sends it; over plain http to another machine browsers
/// send only `Origin`. A request with neither does not come from a browser, and so carries no
/// cookie that somebody else could misuse.
fn is_own(headers: &HeaderMap, config: &Config) -> bool {
    let mut sites = headers.get_all("sec-fetch-site").peekable();
    if sites.peek().is_some() {
        // A browser sends it once.
        return sites.all(|site| matches!(site.as_bytes(), b"same-origin" | b"none"));
    }
    match headers.get(header::ORIGIN) {
        None => true,
        Some(origin) => origin
            .to_str()
            .ok()
            .and_then(|origin| Url::parse(origin).ok())
            .is_some_and(|origin| origin.origin() == config.base_url.origin()),
    }
}

/// What to say where the board itself is opened under another name than it is set up for.
fn other_name(headers: &HeaderMap, config: &Config) -> Option<Message> {
    if headers.contains_key("sec-fetch-site") {
        // The browser knows that it is another site.
        return None;
    }
    let origin = Url::parse(headers.get(header::ORIGIN)?.to_str().ok()?).ok()?;
    let is_web = matches!(origin.scheme(), "http" | "https");
    if !is_web || origin.as_str().len() > LONGEST_ORIGIN {
        return None;
    }
    let authority = origin.as_str().split_once("://")?.1.trim_end_matches('/');
    if headers.get(header::HOST)?.to_str().ok()? != authority {
        return None;
    }
    let message = Message::new("http-under-another-name")
        .with("address", config.base_url.to_string())
        .with("origin", origin.origin().ascii_serialization());
    Some(message)
}
