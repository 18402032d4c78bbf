//! Pages that everybody sees alike are rendered once, kept with their compressed forms, and served
//! from memory until something public changes, here or on another replica, or the day ends.
//!
//! Somebody signed in is shown the same pages with their own navigation, put in for this one answer.
//! What is made for them, or for whoever brings a notice or a token, is never kept.

mod kept;

use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};

use actix_web::{
    Error, HttpMessage, HttpResponse,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::Method,
    middleware::Next,
    web::Data,
};
use chrono::NaiveDate;
use quick_cache::{Weighter, sync::Cache};

use tera::Context;

use self::kept::CachedPage;
use super::{
    board::Board,
    endpoint::{RouteOf, route_of},
    flash::{self, Notice},
    page,
    viewer::{self, Viewer},
};
use crate::platform::{db::version, i18n::Locale};

/// The most memory that pages take, in bytes.
const CAPACITY: u64 = 12 * 1024 * 1024;

/// About how many pages that is, for the cache to size itself.
const ABOUT: usize = 750;

/// How often to look whether another replica changed something.
const LOOK_EVERY: Duration = Duration::from_millis(500);

/// Put on a response: everybody sees it alike, at this one address, but for the layout's words about
/// the visitor.
#[derive(Clone, Debug)]
pub struct Public {
    pub address: String,
    pub subject: Option<Shown>,
}

/// What a page shows, where some people see more of it than others, or it counts who looks.
#[derive(Clone, Copy, Debug)]
pub struct Shown {
    pub id: i64,
    /// The account that gets a page of its own, as administrators do.
    pub owner_id: Option<i64>,
    /// Told of each time that the page is shown.
    pub seen: fn(&Board, i64),
}

impl Shown {
    /// Whether `viewer` sees what others do not.
    pub fn has_own_copy(&self, viewer: &Viewer) -> bool {
        viewer.is_admin || self.owner_id == Some(viewer.id)
    }

    fn count(self, board: &Board) {
        (self.seen)(board, self.id);
    }
}

pub struct PageCache {
    pages: Cache<String, Arc<CachedPage>, BySize>,
    version: Arc<AtomicI64>,
}

#[derive(Clone)]
struct BySize;

impl Weighter<String, Arc<CachedPage>> for BySize {
    /// Compressed, HTML comes to about a quarter, twice.
    fn weight(&self, key: &String, page: &Arc<CachedPage>) -> u64 {
        (key.len() + page.size() * 3 / 2 + 500) as u64
    }
}

impl PageCache {
    /// `version` is the number that the database raises with each public change.
    pub fn new(version: Arc<AtomicI64>) -> Self {
        Self {
            pages: Cache::with_weighter(ABOUT, CAPACITY, BySize),
            version,
        }
    }

    fn get(&self, key: &str, version: i64, day: NaiveDate) -> Option<Arc<CachedPage>> {
        let page = self.pages.get(key)?;
        (page.version == version && page.day == day).then_some(page)
    }
}

/// What a page is kept as: its address, in its language.
fn key(locale: Locale, address: &str) -> String {
    format!("{} {address}", locale.lang())
}

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
    let version = board.pages.version.load(Ordering::Acquire);
    let day = board.clock.now().date();
    let locale = board.config.locale;
    let asked = request.uri().path_and_query();
    let key = key(locale, asked.map_or("/", |asked| asked.as_str()));
    let kept = board.pages.get(&key, version, day);
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
        if let Some(shown) = page.subject {
            shown.count(&board);
        }
        let response = page.response(request.headers());
        return Ok(request.into_response(response));
    }
    let response = next.call(request).await?;
    let public = response.response().extensions().get::<Public>().cloned();
    let Some(public) = public else {
        return Ok(response.map_into_boxed_body());
    };
    if let Some(shown) = public.subject {
        shown.count(&board);
    }
    if self::key(locale, &public.address) != key {
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
    let nobody = layout_words(&board, locale, None, None);
    let mut page = CachedPage::new(version, day, &public, head.headers(), body, &nobody);
    page.route = route_of(&request);
    board.metrics.page_cache("miss");
    let page = Arc::new(page);
    board.pages.pages.insert(key, page.clone());
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
    if let (Some(shown), Some(viewer)) = (page.subject, &viewer)
        && shown.has_own_copy(viewer)
    {
        return None;
    }
    let notice = Notice::of(request.headers());
    let words = layout_words(board, board.config.locale, viewer.as_ref(), notice);
    let mut response = page.response_to(&words)?;
    if notice.is_some() {
        let shown = flash::shown(board.config.is_https());
        response.add_cookie(&shown).ok()?;
    }
    if let Some(shown) = page.subject {
        shown.count(board);
    }
    Some(response)
}

/// What the layout of a page that is kept says about the visitor.
fn layout_words(
    board: &Board,
    locale: Locale,
    viewer: Option<&Viewer>,
    notice: Option<Notice>,
) -> String {
    let mut context = Context::new();
    page::add_layout(&mut context, locale, viewer, notice, "");
    let rendered = board.templates.render(locale, "visitor.html", &context);
    rendered.unwrap_or_default()
}

/// Follows what other replicas change.
pub async fn watch(board: Data<Board>) {
    loop {
        tokio::time::sleep(LOOK_EVERY).await;
        let read = board.read(|db| Ok(version::read(db)?)).await;
        match read {
            // Never back: a change made here meanwhile is newer than what was read.
            Ok(version) => {
                board.pages.version.fetch_max(version, Ordering::Release);
            }
            Err(error) => tracing::debug!(%error, "the board's version could not be read"),
        }
    }
}

fn is_anonymous(request: &ServiceRequest, board: &Board) -> bool {
    let ours = [board.doorkeeper.cookie_name(), flash::COOKIE];
    viewer::is_anonymous(request.headers(), &ours)
}
