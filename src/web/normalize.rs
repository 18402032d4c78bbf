//! One address for each page: a trailing or double slash redirects.

use actix_web_lab::middleware::NormalizePath;
use actix_web::middleware::TrailingSlash;

pub fn path() -> NormalizePath {
    NormalizePath::new(TrailingSlash::Trim).use_redirects()
}
