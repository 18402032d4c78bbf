//! Pages that everybody sees alike are rendered once, kept with their compressed forms, and served
//! from memory until something public changes, here or on another replica, or the day ends.
//!
//! Whoever brings a session, a notice or a token is never served from here, and what they are shown is
//! never kept.

mod encoding;

use std::{
    sync::{
        Arc, OnceLock,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};

use actix_web::{
    Error, HttpResponse,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::{
        Method,
        header::{self, HeaderMap, HeaderName, HeaderValue},
    },
    middleware::Next,
    web::{Bytes, Data},
};
use aws_lc_rs::digest::{SHA256, digest};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::NaiveDate;
use quick_cache::{Weighter, sync::Cache};

use super::flash;
use crate::{accounts::session, app::Board, db::version};

/// The most memory that pages take, in bytes.
const CAPACITY: u64 = 24 * 1024 * 1024;

/// About how many pages that is, for the cache to size itself.
const ABOUT: usize = 1500;

/// How often to look whether another replica changed something.
const LOOK_EVERY: Duration = Duration::from_millis(500);

/// Put on a response: everybody sees it alike, at this one address. With the job it shows, whose views
/// are counted.
#[derive(Clone, Debug)]
pub struct Public {
    pub address: String,
    pub job_id: Option<i64>,
}

pub struct PageCache {
    pages: Cache<String, Arc<CachedPage>, BySize>,
    version: Arc<AtomicI64>,
}

struct CachedPage {
    version: i64,
    day: NaiveDate,
    job_id: Option<i64>,
    headers: Vec<(HeaderName, HeaderValue)>,
    etag: HeaderValue,
    plain: Bytes,
    gzip: OnceLock<Bytes>,
    brotli: OnceLock<Bytes>,
}

#[derive(Clone)]
struct BySize;

impl Weighter<String, Arc<CachedPage>> for BySize {
    /// Compressed, HTML comes to about a quarter, twice.
    fn weight(&self, key: &String, page: &Arc<CachedPage>) -> u64 {
        (key.len() + page.plain.len() * 3 / 2 + 500) as u64
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

/// Serves a page from memory, or lets it be made and keeps it.
pub async fn serve<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let board = request.app_data::<Data<Board>>().cloned();
    let Some(board) = board.filter(|board| is_anonymous_read(&request, board)) else {
        return Ok(next.call(request).await?.map_into_boxed_body());
    };
    // Read before the page is made: a change meanwhile makes the page old, not new.
    let version = board.pages.version.load(Ordering::Acquire);
    let day = board.clock.now().date();
    let key = request
        .uri()
        .path_and_query()
        .map_or("/", |asked| asked.as_str());
    if let Some(page) = board.pages.get(key, version, day) {
        if let Some(job_id) = page.job_id {
            board.views.count(job_id);
        }
        let response = page.response(request.headers());
        return Ok(request.into_response(response));
    }
    let key = key.to_owned();
    let response = next.call(request).await?;
    let public = response.response().extensions().get::<Public>().cloned();
    let Some(public) = public else {
        return Ok(response.map_into_boxed_body());
    };
    if let Some(job_id) = public.job_id {
        board.views.count(job_id);
    }
    if public.address != key {
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
    let page = Arc::new(CachedPage::new(version, day, &public, head.headers(), body));
    board.pages.pages.insert(key, page.clone());
    let response = page.response(request.headers());
    Ok(ServiceResponse::new(request, response))
}

/// Follows what other replicas change.
pub async fn watch(board: Data<Board>) {
    loop {
        tokio::time::sleep(LOOK_EVERY).await;
        let read = board.db.read(|db| Ok(version::read(db)?)).await;
        match read {
            // Never back: a change made here meanwhile is newer than what was read.
            Ok(version) => {
                board.pages.version.fetch_max(version, Ordering::Release);
            }
            Err(error) => tracing::debug!(%error, "the board's version could not be read"),
        }
    }
}

fn is_anonymous_read(request: &ServiceRequest, board: &Board) -> bool {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return false;
    }
    let headers = request.headers();
    if headers.contains_key(header::AUTHORIZATION) {
        return false;
    }
    let ours = [session::cookie_name(&board.config), flash::COOKIE];
    !headers.get_all(header::COOKIE).any(|cookies| {
        let cookies = cookies.as_bytes();
        ours.iter().any(|name| contains(cookies, name.as_bytes()))
    })
}

fn contains(text: &[u8], wanted: &[u8]) -> bool {
    text.windows(wanted.len()).any(|window| window == wanted)
}

impl CachedPage {
    fn new(
        version: i64,
        day: NaiveDate,
        public: &Public,
        headers: &HeaderMap,
        plain: Bytes,
    ) -> Self {
        let hash = URL_SAFE_NO_PAD.encode(&digest(&SHA256, &plain).as_ref()[..12]);
        let etag = HeaderValue::from_str(&format!("W/\"{hash}\""));
        Self {
            version,
            day,
            job_id: public.job_id,
            headers: headers
                .iter()
                .map(|(name, value)| (name.clone(), value.clone()))
                .collect(),
            etag: etag.unwrap_or(HeaderValue::from_static("W/\"\"")),
            plain,
            gzip: OnceLock::new(),
            brotli: OnceLock::new(),
        }
    }

    /// The page in a form that the client takes, or 304 where it has it already.
    fn response(&self, asked: &HeaderMap) -> HttpResponse {
        let has_it = asked
            .get(header::IF_NONE_MATCH)
            .is_some_and(|known| contains(known.as_bytes(), self.etag.as_bytes()));
        let mut response = if has_it {
            HttpResponse::NotModified().finish()
        } else {
            HttpResponse::Ok().finish()
        };
        let headers = response.headers_mut();
        headers.insert(header::ETAG, self.etag.clone());
        headers.insert(
            header::VARY,
            HeaderValue::from_static("accept-encoding, cookie"),
        );
        if has_it {
            return response;
        }
        for (name, value) in &self.headers {
            headers.append(name.clone(), value.clone());
        }
        let (body, encoding) = self.encoded(asked);
        if let Some(encoding) = encoding {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
        }
        response.set_body(BoxBody::new(body))
    }

    fn encoded(&self, asked: &HeaderMap) -> (Bytes, Option<&'static str>) {
        if encoding::accepts(asked, "br") {
            let compressed = self.brotli.get_or_init(|| encoding::brotli(&self.plain));
            (compressed.clone(), Some("br"))
        } else if encoding::accepts(asked, "gzip") {
            let compressed = self.gzip.get_or_init(|| encoding::gzip(&self.plain));
            (compressed.clone(), Some("gzip"))
        } else {
            (self.plain.clone(), None)
        }
    }
}
