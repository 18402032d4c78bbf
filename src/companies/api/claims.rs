//! Making a company, and claiming one that is on the board.

use actix_web::{
    HttpResponse,
    http::header,
    web::{Data, Path},
};
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use super::{
    OwnCompany,
    answers::{count_change, moment, wrong},
};
use crate::{
    accounts::{Caller, Sent, Writer},
    companies::{
        claim::Claimed,
        claiming::{self, Wanted},
        company::{Company, State},
        members::{self, Role},
        refusals::Refusal,
        slugs,
    },
    http::{
        board::Board,
        error::Error,
        form::Form,
        page::Page,
        problem::{ChangeRefusals, JsonRefusals, Refusals, Trouble},
    },
    text::words::{path_segment, slug},
};

/// A company to make, or to claim where the board has jobs of it.
#[derive(Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct NewCompany {
    /// Up to 120 characters.
    #[schema(example = "Analytical Engines")]
    name: String,
    #[schema(example = "https://engines.example")]
    website: Option<String>,
    /// For the administrators: how they can tell that you work there. Up to 1,000 characters.
    note: Option<String>,
}

/// Why a company is yours.
#[derive(Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct NewClaim {
    #[schema(example = "https://engines.example")]
    website: Option<String>,
    /// For the administrators: how they can tell that you work there. Up to 1,000 characters.
    note: Option<String>,
}

/// A claim of one's own.
#[skip_serializing_none]
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Claim {
    name: String,
    /// The company's slug.
    slug: String,
    /// `waiting`, `granted` or `refused`. A refused one is listed for 180 days.
    state: &'static str,
    #[schema(format = DateTime)]
    asked_at: String,
    #[schema(format = DateTime)]
    decided_at: Option<String>,
    /// Why it was refused.
    reason: Option<String>,
}

/// Create a company
///
/// It is yours at once where the board has no jobs of others under this name: then its `state` is `active`. Otherwise an
/// administrator decides, or the proof of a domain, and the `state` is `waiting`.
#[utoipa::path(
    post,
    path = "/api/v1/me/companies",
    operation_id = "createCompany",
    tag = "Companies",
    request_body = NewCompany,
    responses(
        (status = 201, body = OwnCompany, description = "The company", headers(("Location" = String, description = "The company's address in this API"))),
        JsonRefusals,
        ChangeRefusals,
        Trouble,
    ),
    security(("token" = []), ("password" = []), ("cookie" = []))
)]
pub async fn create(page: Page, sent: Sent) -> Result<HttpResponse, Error> {
    let Sent { writer, json } = sent;
    let new: NewCompany = json.read()?;
    ask(page, writer, new).await
}

/// Claim a company
///
/// The same for a company that has jobs on the board.
#[utoipa::path(
    post,
    path = "/api/v1/companies/{slug}/claim",
    operation_id = "claimCompany",
    tag = "Companies",
    params(("slug" = String, Path, description = "The company's slug, as in its address")),
    request_body = NewClaim,
    responses(
        (status = 201, body = OwnCompany, description = "The company, which is `waiting` or `active`", headers(("Location" = String, description = "The company's address in this API"))),
        JsonRefusals,
        ChangeRefusals,
        Trouble,
    ),
    security(("token" = []), ("password" = []), ("cookie" = []))
)]
pub async fn claim(page: Page, sent: Sent, named: Path<String>) -> Result<HttpResponse, Error> {
    let Sent { writer, json } = sent;
    let asked = slug(&named);
    let name = page
        .board
        .read(move |db| {
            let known = Company::with_slug(db, &asked)?.map(|company| company.profile.name);
            let name = match known {
                Some(name) => Some(name),
                None => slugs::stated_name(db, &asked)?,
            };
            name.ok_or(Error::NotFound)
        })
        .await?;
    let NewClaim { website, note } = json.read()?;
    let new = NewCompany {
        name,
        website,
        note,
    };
    ask(page, writer, new).await
}

async fn ask(page: Page, writer: Writer, new: NewCompany) -> Result<HttpResponse, Error> {
    let form = Form::from_values([
        ("name", new.name),
        ("website", new.website.unwrap_or_default()),
        ("note", new.note.unwrap_or_default()),
    ]);
    let wanted = Wanted::read(&form).map_err(|messages| wrong(&messages))?;
    if let Some(first) = claiming::hindrance(&writer, &page.board.config) {
        return Err(Error::Forbidden(first));
    }
    count_change(&page, &writer).await?;
    let (origin, board) = (page.origin(), page.board.clone());
    let claimed = page
        .board
        .write(move |db| {
            let claimed = wanted.ask(&board, db, &writer, &origin)?;
            claimed.map_err(|messages| wrong(&messages))
        })
        .await?;
    let (Claimed::Granted(company) | Claimed::Waits(company)) = claimed;
    let address = format!("/api/v1/companies/{}", path_segment(&company.slug));
    let mut response = HttpResponse::Created();
    response.insert_header((header::LOCATION, address));
    Ok(OwnCompany::new(&page.board, company, Role::Owner).answer(response))
}

/// List your claims
///
/// Those that wait, and what became of the others. To withdraw one that waits, leave its team.
#[utoipa::path(
    get,
    path = "/api/v1/me/claims",
    operation_id = "listOwnClaims",
    tag = "Companies",
    responses((status = 200, body = Vec<Claim>, description = "Your claims"), Refusals, Trouble),
    security(("token" = []), ("password" = []), ("cookie" = []))
)]
pub async fn own(board: Data<Board>, caller: Caller) -> Result<HttpResponse, Error> {
    let (own, refused) = board
        .read(move |db| {
            let own = members::companies_of(db, caller.id)?;
            Ok::<_, Error>((own, Refusal::of(db, caller.id)?))
        })
        .await?;
    let own = own.into_iter().filter_map(|(company, role)| {
        let state = match (*company.state, company.approved_at) {
            (State::Waiting, _) => "waiting",
            (State::Active, Some(_)) if role == Role::Owner => "granted",
            _ => return None,
        };
        Some(Claim {
            name: company.profile.name,
            slug: company.slug,
            state,
            asked_at: moment(company.created_at),
            decided_at: company.approved_at.map(moment),
            reason: None,
        })
    });
    let refused = refused.into_iter().map(|refusal| Claim {
        name: refusal.name,
        slug: refusal.slug,
        state: "refused",
        asked_at: moment(refusal.asked_at),
        decided_at: Some(moment(refusal.refused_at)),
        reason: Some(refusal.reason),
    });
    let claims: Vec<Claim> = own.chain(refused).collect();
    Ok(HttpResponse::Ok().json(claims))
}
