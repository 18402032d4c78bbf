//! Static files: embedded in a release binary, read from disk in development. Their addresses carry
//! a hash of the content, so browsers keep them for ever. The style sheets, one file a component,
//! are served as one.

use std::{borrow::Cow, sync::LazyLock};

use actix_web::{
    HttpResponse,
    http::header::{self, CacheControl, CacheDirective},
    web::Path,
};
use aws_lc_rs::digest::{SHA256, digest};
use rust_embed::RustEmbed;

use crate::error::Error;

#[derive(RustEmbed)]
#[folder = "static"]
struct Files;

/// Name of the joined style sheet.
const STYLES: &str = "board.css";

/// Seconds a browser may keep a file whose address names its content: a year.
const FOR_EVER: u32 = 365 * 24 * 60 * 60;

struct Asset {
    data: Cow<'static, [u8]>,
    media_type: String,
}

/// The address of the file at `path` below `static/`, if there is one.
pub fn url(path: &str) -> Option<String> {
    let hash = if cfg!(debug_assertions) {
        hash(&find(path)?.data)
    } else {
        HASHES
            .iter()
            .find(|(name, _)| name == path)
            .map(|(_, hash)| hash.clone())?
    };
    Some(format!("/static/{hash}/{path}"))
}

/// `GET /static/{hash}/{path}`. An older hash, from a page loaded before an upgrade, still gets the
/// file, but must ask again.
pub async fn serve(path: Path<(String, String)>) -> Result<HttpResponse, Error> {
    let (wanted, path) = path.into_inner();
    let asset = find(&path).ok_or(Error::NotFound)?;
    let caching = if wanted == hash(&asset.data) {
        CacheControl(vec![
            CacheDirective::Public,
            CacheDirective::MaxAge(FOR_EVER),
            CacheDirective::Extension("immutable".into(), None),
        ])
    } else {
        CacheControl(vec![CacheDirective::NoCache])
    };
    Ok(HttpResponse::Ok()
        .insert_header(caching)
        .insert_header((header::CONTENT_TYPE, asset.media_type))
        .body(asset.data.into_owned()))
}

/// The hash of every file, worked out once in a release binary.
static HASHES: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    Files::iter()
        .chain([Cow::Borrowed(STYLES)])
        .filter_map(|path| Some((path.to_string(), hash(&find(&path)?.data))))
        .collect()
});

fn find(path: &str) -> Option<Asset> {
    if path == STYLES {
        return Some(Asset {
            data: styles().into(),
            media_type: "text/css; charset=utf-8".into(),
        });
    }
    let file = Files::get(path)?;
    let mime = file.metadata.mimetype();
    let charset = if mime.starts_with("text/") {
        "; charset=utf-8"
    } else {
        ""
    };
    Some(Asset {
        media_type: format!("{mime}{charset}"),
        data: file.data,
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

/// The first 12 hexadecimal digits of the content's SHA-256.
fn hash(data: &[u8]) -> String {
    digest(&SHA256, data).as_ref()[..6]
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
