//! One's own account, for programs.

use actix_web::{HttpResponse, http::header};
use serde::Serialize;
use utoipa::ToSchema;

use super::guards::caller::Caller;
use crate::{
    http::{
        error::Error,
        problem::{Refusals, Trouble},
    },
    platform::db::text_enum::TextEnum,
};

/// An account.
#[derive(Serialize, ToSchema)]
pub struct Me {
    id: i64,
    email: String,
    name: String,
    /// `member` or `admin`.
    role: &'static str,
}

/// Get my account
#[utoipa::path(
    get,
    path = "/api/v1/me",
    operation_id = "readMe",
    tag = "Account",
    responses((status = 200, body = Me, description = "The account"), Refusals, Trouble),
    security(("token" = []), ("password" = []), ("cookie" = []))
)]
pub async fn me(caller: Caller) -> Result<HttpResponse, Error> {
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(Me {
            id: caller.id,
            email: caller.email.clone(),
            name: caller.name.clone(),
            role: caller.role.as_str(),
        }))
}
