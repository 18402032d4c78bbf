//! Companies for programs: what everybody may read of one, and what its team may change.

pub(super) mod answers;
pub mod claims;
pub mod deciding;
pub mod domains;
pub mod invitations;
pub mod logo;
pub mod team;

use actix_web::{
    HttpRequest, HttpResponse, HttpResponseBuilder,
    http::header,
    web::{Data, Path},
};
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;
use utoipa::ToSchema;

use self::answers::{count_change, pointer, wrong};
use super::{
    company::{Company, Profile},
    error::Error as CompanyError,
    guards,
    known::Known,
    members::{self, Role},
};
use crate::{
    accounts::{Caller, Writer},
    http::{
        board::Board,
        error::Error,
        form::Form,
        if_match,
        json::Json,
        page::Page,
        problem::{ChangeRefusals, JsonRefusals, Problem, Refusals, Trouble, Wrong},
    },
    platform::db::text_enum::TextEnum,
};

/// What a company's team says of it.
#[skip_serializing_none]
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct CompanyProfile {
    /// What it says of itself, as Markdown.
    description: Option<String>,
    /// The address of its logo, a PNG of at most 512 × 512 pixels.
    logo: Option<String>,
    /// Its website and its other pages.
    same_as: Vec<String>,
    /// The domains that it has proved to be its own.
    verified_domains: Vec<String>,
}

impl CompanyProfile {
    pub fn new(board: &Board, known: Known) -> Self {
        Self {
            description: Some(known.about).filter(|about| !about.is_empty()),
            logo: known.logo.map(|logo| board.config.whole_url(&logo.large)),
            same_as: known.website.into_iter().chain(known.links).collect(),
            verified_domains: known.domains,
        }
    }
}

/// A company that one looks after.
#[skip_serializing_none]
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct OwnCompany {
    id: i64,
    /// `owner`, `editor` or `recruiter`.
    role: &'static str,
    /// `active`, or `waiting` for approval.
    state: &'static str,
    /// Its name in addresses.
    slug: String,
    /// The address of its logo, a PNG of at most 512 × 512 pixels.
    logo: Option<String>,
    /// Send it in `If-Match` to change the company.
    version: i32,
    #[serde(flatten)]
    profile: ApiProfile,
}

/// What can be changed of a company.
#[derive(Default, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "camelCase", default)]
pub struct ApiProfile {
    /// Up to 120 characters.
    #[schema(example = "Analytical Engines")]
    name: String,
    #[schema(example = "https://engines.example")]
    website: Option<String>,
    /// Markdown, up to 5,000 characters.
    description: String,
    /// Up to 6 web addresses.
    links: Vec<String>,
}

impl From<Profile> for ApiProfile {
    fn from(profile: Profile) -> Self {
        Self {
            links: profile.links().map(str::to_owned).collect(),
            name: profile.name,
            website: profile.website,
            description: profile.about,
        }
    }
}

impl OwnCompany {
    fn new(board: &Board, company: Company, role: Role) -> Self {
        let logo = company.logo.addresses();
        Self {
            id: company.id,
            role: role.as_str(),
            state: company.state.as_str(),
            logo: logo.map(|(_, large)| board.config.whole_url(&large)),
            slug: company.slug,
            version: company.version,
            profile: company.profile.into(),
        }
    }

    /// Answers with the company and its version.
    fn answer(self, mut response: HttpResponseBuilder) -> HttpResponse {
        let etag = format!("\"{}\"", self.version);
        response.insert_header((header::ETAG, etag)).json(self)
    }
}

/// List your companies
#[utoipa::path(
    get,
    path = "/api/v1/me/companies",
    operation_id = "listOwnCompanies",
    tag = "Companies",
    responses((status = 200, body = Vec<OwnCompany>, description = "The companies whose teams you are in"), Refusals, Trouble),
    security(("token" = []), ("password" = []), ("cookie" = []))
)]
pub async fn own(board: Data<Board>, caller: Caller) -> Result<HttpResponse, Error> {
    let account_id = caller.0.id;
    let own = board
        .read(move |db| Ok::<_, Error>(members::companies_of(db, account_id)?))
        .await?;
    let own = own.into_iter();
    let own: Vec<OwnCompany> = own
        .map(|(company, role)| OwnCompany::new(&board, company, role))
        .collect();
    Ok(HttpResponse::Ok().json(own))
}

/// Update a company
///
/// Replaces what its page says, for owners and editors. Send its `version` in `If-Match`.
#[utoipa::path(
    put,
    path = "/api/v1/me/companies/{company}",
    operation_id = "updateCompany",
    tag = "Companies",
    params(
        ("company" = i64, Path, description = "The company's ID", minimum = 1),
        ("If-Match" = String, Header, description = "The version that you are updating"),
    ),
    request_body = ApiProfile,
    responses(
        (status = 200, body = OwnCompany, description = "The company", headers(("ETag" = String, description = "The new version"))),
        (status = 412, body = Problem, content_type = "application/problem+json", description = "The company was changed since that version"),
        (status = 428, body = Problem, content_type = "application/problem+json", description = "`If-Match` is missing"),
        JsonRefusals,
        ChangeRefusals,
        Trouble,
    ),
    security(("token" = []), ("password" = []), ("cookie" = []))
)]
pub async fn update(
    page: Page,
    request: HttpRequest,
    writer: Writer,
    company: Path<String>,
    json: Json,
) -> Result<HttpResponse, Error> {
    let id: i64 = company.parse().map_err(|_| Error::NotFound)?;
    let sent: ApiProfile = json.read()?;
    let form = Form::from_values([
        ("name", sent.name),
        ("website", sent.website.unwrap_or_default()),
        ("about", sent.description),
        ("links", sent.links.join("\n")),
    ]);
    let account = writer.0;
    let asking = account.clone();
    let (company, _) = page
        .board
        .read(move |db| guards::find(db, &asking, id, Role::Editor))
        .await?;
    let version = if_match::version(&request, company.version)?;
    count_change(&page, &account).await?;
    let (profile, messages) = Profile::read(&form);
    if !messages.is_empty() {
        return Err(wrong(&messages));
    }
    let origin = page.origin();
    let (company, role) = page
        .board
        .write(move |db| {
            let (company, _) = guards::find(db, &account, id, Role::Editor)?;
            let logo = company.logo.clone();
            match company.save(db, version, &profile, &logo, &origin) {
                Ok(true) => guards::find(db, &account, id, Role::Editor),
                Ok(false) => Err(Error::PreconditionFailed),
                Err(CompanyError::Wrong(field, message)) => {
                    Err(Error::Invalid(vec![Wrong::at(pointer(field), message)]))
                }
                Err(error) => Err(error.into()),
            }
        })
        .await?;
    Ok(OwnCompany::new(&page.board, company, role).answer(HttpResponse::Ok()))
}
