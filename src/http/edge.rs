//! The outermost middleware: every response leaves through here, whatever happened inside. It gives
//! the request an id, draws the page for an error, sets the headers, renews the session cookie and
//! writes one line to the log.

use std::time::Instant;

use actix_web::{
    Error, HttpMessage, HttpResponse,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::{ConnectionType, StatusCode},
    middleware::Next,
    web::Data,
};

use super::{
    board::Board,
    compression,
    endpoint::{UNKNOWN, route_of},
    error_page,
    facts::Facts,
    headers, request_log,
    viewer::{RenewedCookie, Viewer},
};
use crate::platform::secrets::random_text;

/// The middleware; wrap it around all others.
pub async fn edge(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let Some(board) = request.app_data::<Data<Board>>().cloned() else {
        return Err(
            crate::http::error::Error::internal("the board is not in the app's data").into(),
        );
    };
    let facts = Facts {
        id: random_text(9).unwrap_or_default(),
        method: request.method().to_string(),
        path: request.path().to_owned(),
        address: board.client_address(request.peer_addr(), request.headers()),
        started: Instant::now(),
        at: board.clock.now(),
    };
    request.extensions_mut().insert(facts.clone());

    match next.call(request).await {
        Ok(response) => {
            let error = response.response().error();
            let is_foreseen = error
                .and_then(|error| error.as_error::<super::error::Error>())
                .is_some_and(super::error::Error::is_foreseen);
            if is_foreseen {
                request_log::write_foreseen(&facts, response.status());
            } else {
                let cause = error.map(ToString::to_string);
                request_log::write(&facts, response.status(), cause);
            }
            let route = route_of(response.request());
            board
                .metrics
                .answered(route, response.status(), facts.started.elapsed());
            let (request, response) = response.map_into_boxed_body().into_parts();
            // A database that just failed is not asked who sees the page about it.
            let can_ask = is_foreseen || response.status() != StatusCode::SERVICE_UNAVAILABLE;
            let viewer = if can_ask && error_page::is_missing(&response) {
                board.doorkeeper.viewer(&request).await.unwrap_or_default()
            } else {
                None
            };
            let renewed = request.extensions_mut().remove::<RenewedCookie>();
            let mut response = finish(&board, &facts, viewer.as_ref(), response);
            if let Some(RenewedCookie(cookie)) = renewed {
                headers::add_cookie_unless_set(&mut response, &cookie);
            }
            if board.is_stopping() {
                let head = response.head_mut();
                head.set_connection_type(ConnectionType::Close);
            }
            let response = compression::compress(&request, response).await;
            Ok(ServiceResponse::new(request, response))
        }
        // A panic, caught further in: the request is gone, so is the visitor.
        Err(mut error) => {
            let status = error.as_response_error().status_code();
            request_log::write(&facts, status, Some(error.to_string()));
            board
                .metrics
                .answered(UNKNOWN, status, facts.started.elapsed());
            error.add_response_mapper(move |response| finish(&board, &facts, None, response));
            Err(error)
        }
    }
}

/// The answer to what never became a request. Nobody is known to have sent it.
pub fn refuse(board: &Board, facts: &Facts, status: StatusCode) -> HttpResponse {
    request_log::write(facts, status, None);
    let taken = facts.started.elapsed();
    board.metrics.answered(UNKNOWN, status, taken);
    finish(board, facts, None, HttpResponse::new(status))
}

fn finish(
    board: &Board,
    facts: &Facts,
    viewer: Option<&Viewer>,
    response: HttpResponse,
) -> HttpResponse {
    let mut response = if error_page::is_missing(&response) {
        error_page::draw(board, facts, viewer, response)
    } else {
        response
    };
    headers::set(&mut response, board, &facts.id);
    response
}
