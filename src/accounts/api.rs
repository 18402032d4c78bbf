//! One's own account, for programs.

use actix_web::{HttpResponse, http::header};
use serde::Serialize;

use super::visitor::SignedIn;
use crate::{db::text_enum::TextEnum, error::Error};

#[derive(Serialize)]
struct Me<'a> {
    id: i64,
    email: &'a str,
    name: &'a str,
    role: &'static str,
}

/// `GET /api/v1/me`
pub async fn me(signed_in: SignedIn) -> Result<HttpResponse, Error> {
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(Me {
            id: signed_in.id,
            email: &signed_in.email,
            name: &signed_in.name,
            role: signed_in.role.as_str(),
        }))
}
