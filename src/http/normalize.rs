//! One address for each page: a trailing or double slash redirects.

use actix_web::middleware::TrailingSlash;
use actix_web_lab::middleware::NormalizePath;

pub fn path() -> NormalizePath {
    NormalizePath::new(TrailingSlash::Trim).use_redirects()
}
