//! Claims, for administrators.

use actix_web::{
    HttpRequest, HttpResponse,
    http::header,
    web::{Data, Path},
};
use diesel::QueryResult;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use super::answers::{moment, wrong};
use crate::{
    accounts::{AdminCaller, AdminWriter, Sent},
    companies::{company::Company, deciding, members},
    http::{
        board::Board,
        error::Error,
        form::Messages,
        if_match,
        page::Page,
        problem::{ChangeRefusals, JsonRefusals, Problem, Refusals, Trouble},
    },
    platform::db::Db,
};

/// Most claims in a list.
const MOST: i64 = 200;

/// A claim that waits for an administrator.
#[skip_serializing_none]
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct WaitingClaim {
    /// The claim's ID.
    id: i64,
    /// Send it in `If-Match` to grant just what you have read.
    version: i32,
    name: String,
    /// The slug of the company that is claimed.
    slug: String,
    website: Option<String>,
    /// What the claimant wrote.
    note: String,
    claimants: Vec<Claimant>,
    #[schema(format = DateTime)]
    asked_at: String,
}

/// Who claims a company.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Claimant {
    /// The account's ID.
    id: i64,
    name: String,
    email: String,
    /// Whether they have shown that the address is theirs.
    is_confirmed: bool,
}

/// Why a claim is refused.
#[derive(Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct NewRefusal {
    /// The claimant is told. Up to 500 characters.
    #[schema(example = "Nobody of that name works there.")]
    reason: String,
}

impl WaitingClaim {
    fn read(db: &mut Db, company: Company) -> QueryResult<Self> {
        let team = members::of(db, company.id)?.into_iter();
        Ok(Self {
            id: company.id,
            version: company.version,
            name: company.profile.name,
            slug: company.slug,
            website: company.profile.website,
            note: company.note,
            claimants: team
                .map(|member| Claimant {
                    id: member.account_id,
                    name: member.name,
                    email: member.email,
                    is_confirmed: member.verified_at.is_some(),
                })
                .collect(),
            asked_at: moment(company.created_at),
        })
    }
}

/// List the claims that wait
///
/// The oldest first, 200 at most. For administrators.
#[utoipa::path(
    get,
    path = "/api/v1/admin/claims",
    operation_id = "listWaitingClaims",
    tag = "Administration",
    responses(
        (status = 200, body = Vec<WaitingClaim>, description = "The claims"),
        (status = 404, body = Problem, content_type = "application/problem+json", description = "You are no administrator"),
        Refusals,
        Trouble,
    ),
    security(("token" = []), ("password" = []), ("cookie" = []))
)]
pub async fn index(board: Data<Board>, _: AdminCaller) -> Result<HttpResponse, Error> {
    let claims = board
        .read(|db| {
            let waiting = deciding::waiting(db, MOST)?.into_iter();
            let claims = waiting.map(|company| WaitingClaim::read(db, company));
            Ok::<_, Error>(claims.collect::<QueryResult<Vec<_>>>()?)
        })
        .await?;
    Ok(HttpResponse::Ok().json(claims))
}

/// Approve a claim
///
/// The company is its claimant's, who is told by mail. For administrators.
#[utoipa::path(
    post,
    path = "/api/v1/admin/claims/{claim}/approval",
    operation_id = "approveClaim",
    tag = "Administration",
    params(
        ("claim" = i64, Path, description = "The claim's ID"),
        ("If-Match" = Option<String>, Header, description = "The version that you have read"),
    ),
    responses(
        (status = 204, description = "It is granted"),
        (status = 412, body = Problem, content_type = "application/problem+json", description = "`If-Match` names no version"),
        ChangeRefusals,
        Trouble,
    ),
    security(("token" = []), ("password" = []), ("cookie" = []))
)]
pub async fn approve(
    page: Page,
    request: HttpRequest,
    _: AdminWriter,
    id: Path<String>,
) -> Result<HttpResponse, Error> {
    let id: i64 = id.parse().map_err(|_| Error::NotFound)?;
    let is_any = |stated: &header::HeaderValue| stated.as_bytes() == b"*";
    let seen = match request.headers().get(header::IF_MATCH) {
        Some(stated) if !is_any(stated) => Some(if_match::version(&request, 0)?),
        _ => None,
    };
    let (origin, board) = (page.origin(), page.board.clone());
    page.board
        .write(move |db| deciding::grant(&board, db, id, seen, &origin))
        .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Refuse a claim
///
/// Its claimant is told the reason by mail. For administrators.
#[utoipa::path(
    post,
    path = "/api/v1/admin/claims/{claim}/refusal",
    operation_id = "refuseClaim",
    tag = "Administration",
    params(("claim" = i64, Path, description = "The claim's ID")),
    request_body = NewRefusal,
    responses((status = 204, description = "It is refused"), JsonRefusals, ChangeRefusals, Trouble),
    security(("token" = []), ("password" = []), ("cookie" = []))
)]
pub async fn refuse(
    page: Page,
    sent: Sent<AdminWriter>,
    id: Path<String>,
) -> Result<HttpResponse, Error> {
    let id: i64 = id.parse().map_err(|_| Error::NotFound)?;
    let new: NewRefusal = sent.json.read()?;
    let reason = deciding::reason(&new.reason);
    let reason = reason.map_err(|message| wrong(&Messages::of("reason", message)))?;
    let (origin, board) = (page.origin(), page.board.clone());
    page.board
        .write(move |db| deciding::refuse(&board, db, id, &reason, &origin))
        .await?;
    Ok(HttpResponse::NoContent().finish())
}
