//! `/dashboard/statistics`, of all of one's jobs or of one, and `/admin/statistics` of all jobs.

mod csv;
mod view;

use actix_web::{HttpRequest, HttpResponse};
use tera::Context;

pub use self::csv::{all as all_csv, job as job_csv, own as own_csv};
use self::view::View;
use super::{figures::Figures, period::Period, scope::Scope};
use crate::{
    accounts::{Admin, SignedIn},
    http::{error::Error, page::Page},
    jobs::ownership::Manages,
};

const OWN: &str = "/dashboard/statistics";
const ALL: &str = "/admin/statistics";

/// `GET /dashboard/statistics`
pub async fn own(
    page: Page,
    signed_in: SignedIn,
    request: HttpRequest,
) -> Result<HttpResponse, Error> {
    let scope = Scope::Of(signed_in.id);
    let view = load(&page, scope, &request, OWN).await?;
    page.show("statistics/own.html", context(&view))
}

/// `GET /admin/statistics`
pub async fn all(page: Page, _: Admin, request: HttpRequest) -> Result<HttpResponse, Error> {
    let view = load(&page, Scope::All, &request, ALL).await?;
    let mut context = context(&view);
    context.insert("area", "statistics");
    page.show("statistics/all.html", context)
}

/// `GET /dashboard/statistics/{job}`
pub async fn job(
    page: Page,
    manages: Manages,
    request: HttpRequest,
) -> Result<HttpResponse, Error> {
    let job = manages.job;
    let address = of_job(job.id);
    let view = load(&page, Scope::Job(job.id), &request, &address).await?;
    let mut context = context(&view);
    context.insert("job_path", &job.path());
    context.insert("job_title", &job.fields.title);
    page.show("statistics/job.html", context)
}

fn of_job(id: i64) -> String {
    format!("{OWN}/{id}")
}

fn context(view: &View) -> Context {
    let mut context = Context::new();
    context.insert("figures", view);
    context
}

async fn load(
    page: &Page,
    scope: Scope,
    request: &HttpRequest,
    address: &str,
) -> Result<View, Error> {
    let (now, period) = (
        page.board.clock.moment(),
        Period::asked(request).unwrap_or_default(),
    );
    let first = period.first(now.today());
    let read = move |db: &mut _| Ok(Figures::load(db, scope, first)?);
    let figures = page.board.read(read).await?;
    Ok(View::new(&figures, period, now, address, page.locale))
}
