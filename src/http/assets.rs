//! Static files: embedded in a release binary, read from disk in development. Their addresses carry
//! a hash of the content, so browsers keep them for ever. The style sheets, one file a component,
//! are served as one, which ends with the colors of the board.

use std::{
    borrow::Cow,
    collections::HashMap,
    sync::{Arc, LazyLock},
};

use actix_web::{
    HttpRequest, HttpResponse,
    http::header::{self, CacheControl, CacheDirective},
    web::{Data, Path},
};
use aws_lc_rs::digest::{SHA256, digest};
use data_encoding::HEXLOWER;
use quick_cache::sync::Cache;
use rust_embed::RustEmbed;

use super::{board::Board, compression, encoding::Encoded, error::Error};
use crate::{
    platform::brand::{Brand, DEFAULT_COLOR},
    text::{color::Color, palette::Palette},
};

#[derive(RustEmbed)]
#[folder = "static"]
struct Files;

/// Name of the joined style sheet.
const STYLES: &str = "board.css";

/// Seconds a browser may keep a file whose address names its content: a year.
pub const FOR_EVER: u32 = 365 * 24 * 60 * 60;

struct Asset {
    body: Encoded,
    media_type: String,
    /// The first 12 hexadecimal digits of the content's SHA-256.
    hash: String,
}

/// Path of the icon that browsers show.
const ICON: &str = "img/icon.svg";

/// Brands whose files are kept. A board has one, and the one that it had before.
const BRANDS: usize = 4;

/// What a brand changes in a file.
#[derive(Clone, Eq, Hash, PartialEq)]
struct Branded {
    path: &'static str,
    color: Color,
}

static BRANDED: LazyLock<Cache<Branded, Arc<Asset>>> = LazyLock::new(|| Cache::new(2 * BRANDS));

/// Every file, read once.
static EMBEDDED: LazyLock<HashMap<String, Asset>> = LazyLock::new(|| {
    Files::iter()
        .chain([Cow::Borrowed(STYLES)])
        .filter_map(|path| Some((path.to_string(), load(&path, None)?)))
        .collect()
});

/// The address of the file at `path` below `static/`, if there is one, on a board with this brand.
pub fn url(path: &str, brand: &Brand) -> Option<String> {
    with(path, brand, |asset| {
        format!("/static/{}/{path}", asset.hash)
    })
}

/// `GET /static/{hash}/{path}`. An older hash, from a page loaded before an upgrade, still gets the
/// file, but must ask again.
pub async fn serve(
    board: Data<Board>,
    request: HttpRequest,
    path: Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let (wanted, path) = path.into_inner();
    with(&path, &board.brand(), |asset| {
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
fn with<T>(path: &str, brand: &Brand, work: impl FnOnce(&Asset) -> T) -> Option<T> {
    let branded = [STYLES, ICON].into_iter().find(|known| *known == path);
    if let (Some(path), Some(palette)) = (branded, brand.palette) {
        if cfg!(debug_assertions) {
            return load(path, Some(palette)).as_ref().map(work);
        }
        let color = palette.chosen;
        let made = BRANDED.get_or_insert_with(&Branded { path, color }, || {
            load(path, Some(palette)).map(Arc::new).ok_or(())
        });
        return made.ok().as_deref().map(work);
    }
    if cfg!(debug_assertions) {
        load(path, None).as_ref().map(work)
    } else {
        EMBEDDED.get(path).map(work)
    }
}

/// The file at `path`, in the colors of `palette` if it is given one.
fn load(path: &str, palette: Option<Palette>) -> Option<Asset> {
    let (data, mime) = if path == STYLES {
        (styles(palette), "text/css".to_owned())
    } else {
        let file = Files::get(path)?;
        let mime = file.metadata.mimetype().to_owned();
        let data = match palette.filter(|_| path == ICON) {
            Some(palette) => in_color(&file.data, palette.light.brand),
            None => file.data.into_owned(),
        };
        (data, mime)
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

/// A picture in another color than the usual one.
fn in_color(picture: &[u8], color: Color) -> Vec<u8> {
    let picture = String::from_utf8_lossy(picture);
    picture
        .replace(&DEFAULT_COLOR.css(), &color.css())
        .into_bytes()
}

/// Every style sheet, in the order of their names, and then the colors.
fn styles(palette: Option<Palette>) -> Vec<u8> {
    let mut names: Vec<_> = Files::iter()
        .filter(|name| name.ends_with(".css"))
        .collect();
    names.sort();
    names
        .iter()
        .filter_map(|name| Files::get(name))
        .flat_map(|file| file.data.into_owned())
        .chain(palette.map(Palette::css).unwrap_or_default().into_bytes())
        .collect()
}

fn hash(data: &[u8]) -> String {
    HEXLOWER.encode(&digest(&SHA256, data).as_ref()[..6])
}
