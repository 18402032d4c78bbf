//! Static files: embedded in a release binary, read from disk in development. Their addresses carry
//! a hash of the content, so browsers keep them for ever. The style sheets, one file a component,
//! are served as one.

use std::{borrow::Cow, collections::HashMap, sync::LazyLock};

use actix_web::{
    HttpRequest, HttpResponse,
    http::header::{self, CacheControl, CacheDirective},
    web::Path,
};
use aws_lc_rs::digest::{SHA256, digest};
use data_encoding::HEXLOWER;
use rust_embed::RustEmbed;

use super::{compression, encoding::Encoded, error::Error};

#[derive(RustEmbed)]
#[folder = "static"]
struct Files;

/// Name of the joined style sheet.
const STYLES: &str = "board.css";

/// Seconds a browser may keep a file whose address names its content: a year.
const FOR_EVER: u32 = 365 * 24 * 60 * 60;

struct Asset {
    body: Encoded,
    media_type: String,
    /// The first 12 hexadecimal digits of the content's SHA-256.
    hash: String,
}

/// Every file, read once.
static EMBEDDED: LazyLock<HashMap<String, Asset>> = LazyLock::new(|| {
    Files::iter()
        .chain([Cow::Borrowed(STYLES)])
        .filter_map(|path| Some((path.to_string(), load(&path)?)))
        .collect()
});

/// The address of the file at `path` below `static/`, if there is one.
pub fn url(path: &str) -> Option<String> {
    with(path, |asset| format!("/static/{}/{path}", asset.hash))
}

/// `GET /static/{hash}/{path}`. An older hash, from a page loaded before an upgrade, still gets the
/// file, but must ask again.
pub async fn serve(
    request: HttpRequest,
    path: Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let (wanted, path) = path.into_inner();
    with(&path, |asset| {
        let caching = if wanted == asset.hash {
            CacheControl(vec![
                CacheDirective::Public,
                CacheDirective::MaxAge(FOR_EVER),
                CacheDirective::Extension("immutable".into(), None),
            ])
        } else {
            CacheControl(vec![CacheDirective::NoCache])
        };
        let mut response = HttpResponse::Ok();
        response
            .insert_header(caching)
            .insert_header((header::CONTENT_TYPE, asset.media_type.as_str()));
        if !compression::is_worth_it(&asset.media_type) {
            return response.body(asset.body.plain.clone());
        }
        let (body, encoding) = asset.body.preferred(request.headers());
        response.insert_header((header::VARY, header::ACCEPT_ENCODING.as_str()));
        if let Some(encoding) = encoding {
            response.insert_header((header::CONTENT_ENCODING, encoding.name()));
        }
        response.body(body)
    })
    .ok_or(Error::NotFound)
}

/// Uses the file at `path`: as embedded in a release binary, as it is on disk in development.
fn with<T>(path: &str, work: impl FnOnce(&Asset) -> T) -> Option<T> {
    if cfg!(debug_assertions) {
        load(path).as_ref().map(work)
    } else {
        EMBEDDED.get(path).map(work)
    }
}

fn load(path: &str) -> Option<Asset> {
    let (data, mime) = if path == STYLES {
        (styles(), "text/css".to_owned())
    } else {
        let file = Files::get(path)?;
        let mime = file.metadata.mimetype().to_owned();
        (file.data.into_owned(), mime)
    };
    let charset = if mime.starts_with("text/") {
        "; charset=utf-8"
    } else {
        ""
    };
    Some(Asset {
        media_type: format!("{mime}{charset}"),
        hash: hash(&data),
        body: Encoded::new(data.into()),
    })
}

/// Every style sheet, in the order of their names.
fn styles() -> Vec<u8> {
    let mut names: Vec<_> = Files::iter()
        .filter(|name| name.ends_with(".css"))
        .collect();
    names.sort();
    names
        .iter()
        .filter_map(|name| Files::get(name))
        .flat_map(|file| file.data.into_owned())
        .collect()
}

fn hash(data: &[u8]) -> String {
    HEXLOWER.encode(&digest(&SHA256, data).as_ref()[..6])
}
