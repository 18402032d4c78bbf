//! The logo of a company.

use actix_web::{HttpResponse, web::Path};

use super::{
    OwnCompany,
    answers::{count_change, wrong},
};
use crate::{
    accounts::{Account, Writer},
    companies::{
        company::{Company, Logo},
        guards, logo,
        members::Role,
    },
    http::{
        error::Error,
        form::{Messages, upload::Picture},
        page::Page,
        problem::{ChangeRefusals, JsonRefusals, Trouble},
    },
    platform::i18n::Message,
};

/// Replace the logo
///
/// The body is the picture: PNG, JPEG or WebP, up to 2 MB and 4,096 × 4,096 pixels. The board makes a PNG of at most 512 ×
/// 512 pixels of it; nothing is cut off. `multipart/form-data` with the picture as a file is taken, too. For owners and
/// editors.
#[utoipa::path(
    put,
    path = "/api/v1/companies/{slug}/logo",
    operation_id = "replaceLogo",
    tag = "Companies",
    params(("slug" = String, Path, description = "The company's slug, as in its address")),
    request_body(content(
        (Vec<u8> = "image/png"),
        (Vec<u8> = "image/jpeg"),
        (Vec<u8> = "image/webp"),
    )),
    responses((status = 200, body = OwnCompany, description = "The company"), JsonRefusals, ChangeRefusals, Trouble),
    security(("token" = []), ("password" = []), ("cookie" = []))
)]
pub async fn replace(
    page: Page,
    writer: Writer,
    slug: Path<String>,
    sent: Picture<{ Logo::LARGEST_FILE }>,
) -> Result<HttpResponse, Error> {
    may_edit(&page, &writer, &slug).await?;
    count_change(&page, &writer).await?;
    match logo::read_whole(&page.board, sent.0).await? {
        Ok(logo) => save(page, writer, slug, logo).await,
        Err(message) => Err(wrong(&Messages::of("logo", message))),
    }
}

/// Remove the logo
///
/// For owners and editors.
#[utoipa::path(
    delete,
    path = "/api/v1/companies/{slug}/logo",
    operation_id = "removeLogo",
    tag = "Companies",
    params(("slug" = String, Path, description = "The company's slug, as in its address")),
    responses((status = 200, body = OwnCompany, description = "The company"), ChangeRefusals, Trouble),
    security(("token" = []), ("password" = []), ("cookie" = []))
)]
pub async fn remove(page: Page, writer: Writer, slug: Path<String>) -> Result<HttpResponse, Error> {
    may_edit(&page, &writer, &slug).await?;
    count_change(&page, &writer).await?;
    save(page, writer, slug, Logo::default()).await
}

async fn may_edit(page: &Page, account: &Account, slug: &str) -> Result<(), Error> {
    let (account, slug) = (account.clone(), slug.to_owned());
    page.board
        .read(move |db| guards::find_named(db, &account, &slug, Role::Editor))
        .await?;
    Ok(())
}

async fn save(
    page: Page,
    writer: Writer,
    slug: Path<String>,
    logo: Logo,
) -> Result<HttpResponse, Error> {
    let origin = page.origin();
    let (company, role) = page
        .board
        .write(move |db| {
            let (company, role) = guards::find_named(db, &writer, &slug, Role::Editor)?;
            match company.save(db, company.version, &company.profile, &logo, &origin)? {
                true => Ok((Company::find(db, company.id)?, role)),
                false => Err(Error::Conflict(Message::new("companies-changed-at-once"))),
            }
        })
        .await?;
    Ok(OwnCompany::new(&page.board, company, role).answer(HttpResponse::Ok()))
}
