//! `/jobs.indeed.xml`: every job on the board, in the XML that Indeed introduced and other aggregators
//! read. It is written while it is read, so that a large board takes no more memory than a small one.

use actix_web::{
    HttpResponse,
    web::{Bytes, Data},
};
use diesel::prelude::*;
use futures_util::{StreamExt, stream};
use serde::Serialize;
use tera::context;

use super::{feed::xml_text, job::Job, listing::description, vocabulary::EmploymentType};
use crate::{
    app::Board,
    db::Db,
    error::Error,
    schema::{jobs, listings},
    web::markdown::Top,
};

/// Jobs read at a time.
const BATCH: i64 = 200;

/// A job, as Indeed names its parts.
#[derive(Serialize)]
struct Entry {
    id: i64,
    url: String,
    title: String,
    date: String,
    company: String,
    city: String,
    state: String,
    country: String,
    description: String,
    salary: String,
    job_type: &'static str,
    category: String,
    remote_type: &'static str,
    expires: String,
}

/// `GET /jobs.indeed.xml`
pub async fn show(board: Data<Board>) -> Result<HttpResponse, Error> {
    let now = board.clock.now();
    let head = context! {
        url => &board.config.whole_url("/"),
        built => &now.and_utc().to_rfc2822(),
    };
    let head = board.templates.render("feeds/indeed_head.xml", &head)?;
    let start = stream::once(async move { Ok(Bytes::from(head)) });
    // A database that fails meanwhile breaks the connection off: half a list is not a short one.
    let batches = stream::try_unfold((board, Some(i64::MAX)), |(board, below)| async move {
        let Some(below) = below else { return Ok(None) };
        let (batch, next) = batch(&board, below).await?;
        Ok::<_, Error>(Some((Bytes::from(batch), (board, next))))
    });
    let end = stream::once(async { Ok(Bytes::from_static(b"</source>\n")) });
    Ok(HttpResponse::Ok()
        .content_type("application/xml; charset=utf-8")
        .streaming(start.chain(batches).chain(end)))
}

/// The jobs below a position as XML, and the position to go on below.
async fn batch(board: &Data<Board>, below: i64) -> Result<(String, Option<i64>), Error> {
    let today = board.clock.now().date();
    let found = board
        .db
        .unhurried()
        .read(move |db| Ok(load(db, below, today)?))
        .await?;
    let next = found.last().map(|(position, _)| *position);
    let entries: Vec<Entry> = found
        .iter()
        .map(|(_, job)| Entry::new(board, job))
        .collect();
    let context = context! { entries => &entries };
    let xml = board.templates.render("feeds/indeed.xml", &context)?;
    Ok((xml, next))
}

fn load(db: &mut Db, below: i64, today: chrono::NaiveDate) -> QueryResult<Vec<(i64, Job)>> {
    let is_open = listings::valid_through
        .is_null()
        .or(listings::valid_through.ge(today));
    listings::table
        .inner_join(jobs::table)
        .filter(listings::position.lt(below))
        .filter(is_open)
        .order(listings::position.desc())
        .limit(BATCH)
        .select((listings::position, Job::as_select()))
        .load(db)
}

impl Entry {
    fn new(board: &Board, job: &Job) -> Self {
        let fields = &job.fields;
        let text = |text: &Option<String>| xml_text(text.as_deref().unwrap_or_default());
        let city = fields.locality.as_ref().unwrap_or(&fields.location);
        Self {
            id: job.id,
            url: board.config.whole_url(&job.path()),
            title: xml_text(&fields.title),
            date: job
                .date_posted
                .unwrap_or(job.created_at)
                .and_utc()
                .to_rfc2822(),
            company: xml_text(&fields.company),
            city: xml_text(city),
            state: text(&fields.region),
            country: text(&fields.country),
            description: xml_text(&description(job, Top::H2)),
            salary: fields.pay().map(|pay| pay.to_string()).unwrap_or_default(),
            job_type: fields.employment_type.map_or("", |kind| job_type(*kind)),
            category: text(&fields.category),
            remote_type: remote_type(job),
            expires: fields
                .valid_through
                .map(|day| day.to_string())
                .unwrap_or_default(),
        }
    }
}

fn job_type(kind: EmploymentType) -> &'static str {
    match kind {
        EmploymentType::FullTime => "fulltime",
        EmploymentType::PartTime => "parttime",
        EmploymentType::Contractor => "contract",
        EmploymentType::Temporary | EmploymentType::PerDiem => "temporary",
        EmploymentType::Intern => "internship",
        EmploymentType::Volunteer => "volunteer",
        EmploymentType::Other => "",
    }
}

fn remote_type(job: &Job) -> &'static str {
    use super::vocabulary::Workplace;
    match *job.fields.workplace {
        Workplace::OnSite => "",
        Workplace::Hybrid => "Hybrid remote",
        Workplace::Remote => "Fully remote",
    }
}
