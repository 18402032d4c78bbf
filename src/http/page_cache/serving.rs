//! Serving kept pages, and keeping what may be kept.

use std::{sync::Arc, time::Duration};

use actix_web::{
    Error, HttpMessage, HttpResponse,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::Method,
    middleware::Next,
    web::Data,
};

use super::{
    super::{
        board::Board,
        endpoint::{RouteOf, route_of},
        error,
        flash::{self, Notice},
        layout::Visit,
        viewer,
    },
    Public,
    kept::CachedPage,
};
use crate::platform::db::version;

/// How often to look whether another replica changed something.
const LOOK_EVERY: Duration = Duration::from_millis(500);

/// Serves a page from memory, or lets it be made and keeps it.
pub async fn serve<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let board = request.app_data::<Data<Board>>().cloned();
    let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
    let Some(board) = board.filter(|_| is_read) else {
        return Ok(next.call(request).await?.map_into_boxed_body());
    };
    // Read before the page is made: a change meanwhile makes the page old, not new.
    let edition = board.edition();
    let day = board.clock.today();
    let locale = board.config.locale;
    let uri = request.uri().path_and_query();
    let address = uri.map_or("/", |asked| asked.as_str());
    let kept = board.pages.get(locale, address, edition, day);
    if let Some(page) = &kept {
        request.extensions_mut().insert(RouteOf(page.route));
    }
    if !is_anonymous(&request, &board) {
        let response = match kept {
            Some(page) => page_for_visitor(&request, &board, &page).await,
            None => None,
        };
        return match response {
            Some(response) => {
                board.metrics.page_cache("personal");
                Ok(request.into_response(response))
            }
            None => Ok(next.call(request).await?.map_into_boxed_body()),
        };
    }
    if let Some(page) = kept {
        board.metrics.page_cache("hit");
        if let Some(shown) = &page.subject {
            shown.count(request.request());
        }
        let response = page.response(request.headers());
        return Ok(request.into_response(response));
    }
    let address = address.to_owned();
    let response = next.call(request).await?;
    let public = response.response().extensions().get::<Public>().cloned();
    let Some(public) = public else {
        return Ok(response.map_into_boxed_body());
    };
    if let Some(shown) = &public.subject {
        shown.count(response.request());
    }
    if public.address != address {
        // Another spelling of the address: kept, any number of them would crowd out the rest.
        return Ok(response.map_into_boxed_body());
    }
    let (request, response) = response.into_parts();
    let (head, body) = response.into_parts();
    let body = match body.try_into_bytes() {
        Ok(body) => body,
        Err(body) => {
            let response = head.set_body(body).map_into_boxed_body();
            return Ok(ServiceResponse::new(request, response));
        }
    };
    let mut page = CachedPage::new(edition, day, &public, head.headers(), body);
    page.route = route_of(&request);
    board.metrics.page_cache("miss");
    let page = Arc::new(page);
    board.pages.keep(locale, &address, &page);
    let response = page.response(request.headers());
    Ok(ServiceResponse::new(request, response))
}

/// A kept page for somebody in particular; nothing where they see more of it than others, or cannot
/// be looked up, which is the page's own handler's to say.
async fn page_for_visitor(
    request: &ServiceRequest,
    board: &Board,
    page: &CachedPage,
) -> Option<HttpResponse> {
    if page.is_alike_for_all() {
        return Some(page.response(request.headers()));
    }
    let viewer = board.doorkeeper.viewer(request.request()).await.ok()?;
    if let (Some(shown), Some(viewer)) = (&page.subject, &viewer)
        && shown.has_own_copy(viewer)
    {
        return None;
    }
    let viewer_id = viewer.as_ref().map(|viewer| viewer.id);
    let notice = Notice::sent(request.headers(), board, viewer_id);
    let visit = Visit {
        viewer: viewer.as_ref(),
        notice: notice.as_ref(),
        address: request
            .uri()
            .path_and_query()
            .map_or("/", |uri| uri.as_str()),
        ..Visit::default()
    };
    let words = visit.words(&board.templates, board.config.locale).ok()?;
    let mut response = page.response_to(&words)?;
    if notice.is_some() {
        let shown = flash::shown(&board.config);
        response.add_cookie(&shown).ok()?;
    }
    if let Some(shown) = &page.subject {
        shown.count(request.request());
    }
    Some(response)
}

/// Follows what other replicas change.
pub async fn watch(board: Data<Board>) {
    let mut followed = None;
    loop {
        tokio::time::sleep(LOOK_EVERY).await;
        if let Err(error) = follow(&board, &mut followed).await {
            tracing::debug!(%error, "what others changed could not be read");
        }
    }
}

/// Learns of a version that another replica made. It never goes back: a change made here meanwhile is newer
/// than what was read. Every new brand raises it, so the brand is as it was `followed` where it is the same.
async fn follow(board: &Board, followed: &mut Option<i64>) -> Result<(), error::Error> {
    let version = board.read(|db| Ok(version::read(db)?)).await?;
    if *followed != Some(version) {
        board.read_brand().await?;
        *followed = Some(version);
    }
    board.db.versions().learn(version);
    Ok(())
}

fn is_anonymous(request: &ServiceRequest, board: &Board) -> bool {
    let notice = flash::cookie_name(&board.config);
    let ours = [board.doorkeeper.cookie_name(), notice.as_ref()];
    viewer::is_anonymous(request.headers(), &ours)
}
