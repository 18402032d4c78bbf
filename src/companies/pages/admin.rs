//! `/admin/companies`: claims that wait, companies with a team, and merging two names of one company.

use actix_web::{HttpResponse, http::StatusCode};
use diesel::prelude::*;
use serde::Serialize;
use tera::context;

use crate::{
    accounts::Admin,
    companies::{
        company::{Company, State},
        deciding, members,
        merging::Merge,
    },
    http::{
        error::Error,
        form::{Form, FormView, Messages},
        page::Page,
    },
    platform::{
        db::{Db, text_enum::TextEnum},
        i18n::Locale,
        schema::{companies, company_members},
        zone::Moment,
    },
    text::words::path_segment,
};

pub const PATH: &str = "/admin/companies";

/// The fields of the form that merges.
pub const MERGE: &[&str] = &["from", "into"];

/// Most rows of each kind.
const MOST: i64 = 200;

/// A company that somebody looks after, or wants to.
#[derive(Serialize)]
struct Row {
    id: i64,
    version: i32,
    name: String,
    slug: String,
    href: String,
    website: Option<String>,
    note: String,
    /// The addresses of its team, each with whether it is confirmed.
    team: Vec<(String, bool)>,
    since: String,
}

impl Row {
    fn read(db: &mut Db, company: Company, locale: Locale, now: Moment) -> QueryResult<Self> {
        let team = members::of(db, company.id)?;
        Ok(Self {
            id: company.id,
            version: company.version,
            href: format!("/companies/{}", path_segment(&company.slug)),
            slug: company.slug,
            name: company.profile.name,
            website: company.profile.website,
            note: company.note,
            team: team
                .into_iter()
                .map(|member| (member.email, member.verified_at.is_some()))
                .collect(),
            since: locale.ago(company.created_at, now),
        })
    }
}

/// `GET /admin/companies`
pub async fn show(page: Page, _: Admin) -> Result<HttpResponse, Error> {
    render(page, &Form::default(), Messages::default(), None).await
}

/// The page again, with what is wrong with the form that merges.
pub async fn merge_again(
    page: Page,
    form: &Form,
    messages: Messages,
) -> Result<HttpResponse, Error> {
    render(
        page.status(StatusCode::UNPROCESSABLE_ENTITY),
        form,
        messages,
        None,
    )
    .await
}

/// The page again, where a claim was refused without a reason.
pub async fn refuse_again(page: Page, id: i64) -> Result<HttpResponse, Error> {
    let page = page.status(StatusCode::UNPROCESSABLE_ENTITY);
    render(page, &Form::default(), Messages::default(), Some(id)).await
}

async fn render(
    page: Page,
    form: &Form,
    messages: Messages,
    lacks_reason: Option<i64>,
) -> Result<HttpResponse, Error> {
    let (locale, now) = (page.locale, page.board.clock.moment());
    let (waiting, active, merges) = page
        .board
        .read(move |db| {
            let mut rows = [Vec::new(), Vec::new()];
            for (rows, found) in rows
                .iter_mut()
                .zip([deciding::waiting(db, MOST)?, with_team(db)?])
            {
                for company in found {
                    rows.push(Row::read(db, company, locale, now)?);
                }
            }
            let [waiting, active] = rows;
            let mut merges = Vec::new();
            for merge in Merge::newest(db, MOST)? {
                let into = companies::table
                    .find(merge.into_id)
                    .select(companies::name)
                    .first::<String>(db)?;
                merges.push((merge.id, merge.name, into, locale.ago(merge.at, now)));
            }
            Ok::<_, Error>((waiting, active, merges))
        })
        .await?;
    let values = MERGE
        .iter()
        .map(|name| (*name, form.value(name).to_owned()));
    let view = FormView::new(locale, values, messages, MERGE);
    page.show(
        "companies/admin.html",
        context! {
            area => "companies",
            waiting => &waiting,
            active => &active,
            merges => &merges,
            lacks_reason => &lacks_reason,
            form => &view,
        },
    )
}

fn with_team(db: &mut Db) -> QueryResult<Vec<Company>> {
    let teams = company_members::table.select(company_members::company_id);
    companies::table
        .filter(companies::state.eq(State::Active.as_str()))
        .filter(companies::id.eq_any(teams))
        .order((companies::name, companies::id))
        .limit(MOST)
        .select(Company::as_select())
        .load(db)
}
