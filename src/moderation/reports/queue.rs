//! `/admin/reports`: jobs that were reported, those that wait longest first.

use std::collections::BTreeMap;

use actix_web::{HttpResponse, http::StatusCode, web::Path};
use chrono::NaiveDateTime;
use diesel::prelude::*;
use prometheus_client::{metrics::gauge::ConstGauge, registry::Registry};
use serde::Serialize;
use tera::context;

use super::report::{Reason, Report};
use crate::{
    accounts::{Account, Admin},
    companies,
    http::{
        board::Board,
        error::Error,
        form::{FormView, Messages},
        page::Page,
    },
    jobs::{
        Job, ownership,
        view::{Detail, description_aside},
    },
    moderation::score::{Employer, Posting, Score, Surroundings},
    platform::{
        db::{
            Db,
            text_enum::{Stored, TextEnum},
        },
        i18n::Locale,
        schema::{jobs, reports},
        zone::Moment,
    },
    text::{markdown::Top, words::slug},
};

pub const PATH: &str = "/admin/reports";

/// Jobs on the page. Whoever has decided about them sees the next.
const MOST: usize = 100;

/// Open reports that are read for it.
const MOST_READ: i64 = 5_000;

/// A job with open reports.
#[derive(Serialize)]
struct Row {
    id: i64,
    title: String,
    company: String,
    count: usize,
    /// What they say, the most frequent first.
    reasons: String,
    since: String,
    is_held: bool,
}

/// A report on the page of its job.
#[derive(Serialize)]
struct Shown {
    reason: String,
    text: String,
    email: Option<String>,
    ago: String,
}

/// `GET /admin/reports`
pub async fn index(page: Page, _: Admin) -> Result<HttpResponse, Error> {
    let (locale, now) = (page.locale, page.board.clock.moment());
    let rows = page
        .board
        .read(move |db| Ok(rows(db, locale, now)?))
        .await?;
    page.show(
        "moderation/reports.html",
        context! { area => "reports", rows => &rows },
    )
}

fn rows(db: &mut Db, locale: Locale, now: Moment) -> QueryResult<Vec<Row>> {
    let open: Vec<(i64, Stored<Reason>, NaiveDateTime)> = reports::table
        .filter(reports::decision.is_null())
        .order(reports::id)
        .limit(MOST_READ)
        .select((reports::job_id, reports::reason, reports::created_at))
        .load(db)?;
    let mut order: Vec<i64> = Vec::new();
    let mut by_job: BTreeMap<i64, (NaiveDateTime, Vec<Reason>)> = BTreeMap::new();
    for (job_id, reason, at) in open {
        let (_, reasons) = by_job.entry(job_id).or_insert_with(|| {
            order.push(job_id);
            (at, Vec::new())
        });
        reasons.push(*reason);
    }
    order.truncate(MOST);
    let found: Vec<Job> = jobs::table
        .filter(jobs::id.eq_any(&order))
        .select(Job::as_select())
        .load(db)?;
    let mut rows = Vec::new();
    for id in order {
        let job = found.iter().find(|job| job.id == id);
        if let (Some(job), Some((since, reasons))) = (job, by_job.get(&id)) {
            rows.push(Row {
                id,
                title: job.fields.title.clone(),
                company: job.fields.company.clone(),
                count: reasons.len(),
                reasons: summary(reasons, locale),
                since: locale.ago(*since, now),
                is_held: job.is_held(),
            });
        }
    }
    Ok(rows)
}

/// Each reason once, the most frequent first.
fn summary(reasons: &[Reason], locale: Locale) -> String {
    let count = |reason: Reason| reasons.iter().filter(|other| **other == reason).count();
    let mut each: Vec<Reason> = Reason::ALL.to_vec();
    each.retain(|reason| count(*reason) > 0);
    each.sort_by_key(|reason| std::cmp::Reverse(count(*reason)));
    let labels = each.iter().map(|reason| locale.text(&reason.label()));
    labels.collect::<Vec<_>>().join(" · ")
}

/// `GET /admin/reports/{report}`, by the id of the job.
pub async fn show(page: Page, _: Admin, id: Path<String>) -> Result<HttpResponse, Error> {
    render(page, parse(&id)?, "", Messages::default()).await
}

/// # Errors
/// 404 for what is no number.
pub fn parse(id: &str) -> Result<i64, Error> {
    id.parse().map_err(|_| Error::NotFound)
}

/// The page of a job with its open reports; `reason` as it was typed, and what is wrong with it.
pub async fn render(
    page: Page,
    id: i64,
    reason: &str,
    messages: Messages,
) -> Result<HttpResponse, Error> {
    let (locale, now) = (page.locale, page.board.clock.moment());
    let (job, open, owners, score) = page
        .board
        .read(move |db| {
            let job = Job::find(db, id)?;
            let mut owners = Vec::new();
            for owner in ownership::owners(db, &job)? {
                owners.extend(Account::find(db, owner)?);
            }
            let score = score(db, &job, owners.first(), now)?;
            Ok::<_, Error>((job, Report::open_of(db, id)?, owners, score))
        })
        .await?;
    let owners: Vec<String> = owners.into_iter().map(|owner| owner.email).collect();
    let signs: Vec<String> = score
        .reasons
        .iter()
        .map(|reason| locale.text(&reason.message()))
        .collect();
    let description = description_aside(&job, Top::H3).await?;
    let seen = open.last().map(|report| report.id);
    let shown: Vec<Shown> = open
        .into_iter()
        .map(|report| Shown {
            reason: locale.text(&report.reason.label()),
            text: report.text,
            email: report.email,
            ago: locale.ago(report.created_at, now),
        })
        .collect();
    let values = [("reason", reason.to_owned())];
    let page = match messages.is_empty() {
        true => page,
        false => page.status(StatusCode::UNPROCESSABLE_ENTITY),
    };
    page.show(
        "moderation/reported.html",
        context! {
            area => "reports",
            job => &Detail::new(&job, description.into(), locale, now),
            job_id => &job.id,
            owners => &owners,
            signs => &signs,
            reports => &shown,
            seen => &seen,
            is_held => &job.is_held(),
            form => &FormView::new(locale, values, messages, &["reason"]),
        },
    )
}

/// What a job looks like, by what it says and who posts it.
fn score(db: &mut Db, job: &Job, owner: Option<&Account>, now: Moment) -> QueryResult<Score> {
    let company = companies::known(db, &slug(&job.fields.company))?;
    let domains = company.map(|company| company.domains).unwrap_or_default();
    let employer = owner.map_or_else(Employer::default, |owner| Employer {
        account_days: u32::try_from((now.at - owner.created_at).num_days()).ok(),
        is_unconfirmed: owner.verified_at.is_none(),
        is_on_team: job.company_id.is_some(),
        ..Employer::default()
    });
    let surroundings = Surroundings::default();
    Ok(Score::of(
        &Posting::of(job, &domains),
        &employer,
        &surroundings,
    ))
}

/// Adds the open reports, and the age of the oldest, to what Prometheus reads.
pub fn count(
    _: &Board,
    db: &mut Db,
    now: NaiveDateTime,
    registry: &mut Registry,
) -> QueryResult<()> {
    let open = reports::table.filter(reports::decision.is_null());
    let count: i64 = open.count().get_result(db)?;
    let oldest: Option<NaiveDateTime> = open
        .select(diesel::dsl::min(reports::created_at))
        .first(db)?;
    let age = oldest.map_or(0, |oldest| (now - oldest).num_seconds());
    registry.register(
        "reports_open",
        "Reports about which nothing is decided",
        ConstGauge::new(count),
    );
    registry.register(
        "reports_oldest_seconds",
        "The age of the oldest of them",
        ConstGauge::new(age),
    );
    Ok(())
}
