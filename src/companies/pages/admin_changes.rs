//! What administrators do with companies.

use actix_web::{HttpResponse, web::Path};

use super::admin::{self, PATH};
use crate::{
    accounts::Admin,
    companies::{
        company::Company,
        deciding,
        error::Error as CompanyError,
        merging::{Merge, merge},
        notices,
    },
    http::{
        error::Error,
        form::{Form, Messages},
        page::Page,
    },
    platform::i18n::Message,
    text::words::slug,
};

/// `POST /admin/companies/{company}/claim` with `version`, as it was seen: grants it.
pub async fn grant(
    page: Page,
    _: Admin,
    id: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    let id: i64 = id.parse().map_err(|_| Error::NotFound)?;
    let seen: Option<i32> = form.value("version").parse().ok();
    let (origin, board) = (page.origin(), page.board.clone());
    let company = page
        .board
        .write(move |db| deciding::grant(&board, db, id, seen, &origin))
        .await?;
    let notice = notices::GRANTED.about(id, &company.profile.name);
    Ok(page.redirect(PATH, Some(notice)))
}

/// `POST /admin/companies/{company}/claim/delete` with `reason`: refuses it.
pub async fn refuse(
    page: Page,
    _: Admin,
    id: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    let id: i64 = id.parse().map_err(|_| Error::NotFound)?;
    let Ok(reason) = deciding::reason(form.value("reason")) else {
        return admin::refuse_again(page, id).await;
    };
    let (origin, board) = (page.origin(), page.board.clone());
    let company = page
        .board
        .write(move |db| deciding::refuse(&board, db, id, &reason, &origin))
        .await?;
    let notice = notices::REFUSED.about(id, &company.profile.name);
    Ok(page.redirect(PATH, Some(notice)))
}

/// `POST /admin/companies/{company}/team/delete`: ends the team.
pub async fn end_team(page: Page, _: Admin, id: Path<String>) -> Result<HttpResponse, Error> {
    let id: i64 = id.parse().map_err(|_| Error::NotFound)?;
    let origin = page.origin();
    let company = page
        .board
        .write(move |db| {
            let company = Company::find(db, id)?;
            company.end_team(db, &origin)?;
            Ok::<_, Error>(company)
        })
        .await?;
    let notice = notices::TEAM_ENDED.about(id, &company.profile.name);
    Ok(page.redirect(PATH, Some(notice)))
}

/// `POST /admin/companies/merges` with `from` and `into`, names or addresses of companies.
pub async fn merge_two(page: Page, _: Admin, form: Form) -> Result<HttpResponse, Error> {
    let named = |field: &'static str| match meant(form.value(field)) {
        slug if slug.is_empty() => Err(Messages::of(field, Message::new("companies-field-name"))),
        slug => Ok(slug),
    };
    let (from, into) = match (named("from"), named("into")) {
        (Ok(from), Ok(into)) => (from, into),
        (Err(messages), _) | (_, Err(messages)) => {
            return admin::merge_again(page, &form, messages).await;
        }
    };
    let origin = page.origin();
    let merged = page
        .board
        .write(move |db| match merge(db, &from, &into, &origin) {
            Err(CompanyError::Wrong(field, message)) => Ok(Err(Messages::of(field, message))),
            merged => Ok::<_, Error>(Ok(merged?)),
        })
        .await?;
    match merged {
        Err(messages) => admin::merge_again(page, &form, messages).await,
        Ok((_, into)) => {
            let notice = notices::MERGED.about(into.id, &into.profile.name);
            Ok(page.redirect(PATH, Some(notice)))
        }
    }
}

/// `POST /admin/companies/merges/{merge}/delete`: undoes it.
pub async fn undo_merge(page: Page, _: Admin, id: Path<String>) -> Result<HttpResponse, Error> {
    let id: i64 = id.parse().map_err(|_| Error::NotFound)?;
    let origin = page.origin();
    let (name, company) = page
        .board
        .write(move |db| Ok::<_, Error>(Merge::undo(db, id, &origin)?))
        .await?;
    let notice = notices::MERGE_UNDONE.about(company.id, &name);
    Ok(page.redirect(PATH, Some(notice)))
}

/// The slug of a name, or of the address of a page.
fn meant(typed: &str) -> String {
    let name = match typed.rsplit_once("/companies/") {
        Some((_, rest)) => rest.split(['/', '?', '#']).next().unwrap_or_default(),
        None => typed,
    };
    let name = percent_encoding::percent_decode_str(name).decode_utf8_lossy();
    slug(&name)
}
