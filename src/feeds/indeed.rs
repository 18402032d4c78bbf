//! `/jobs.indeed.xml`: every job on the board, in the XML that Indeed introduced and other aggregators
//! read.

use actix_web::{
    HttpRequest, HttpResponse,
    web::{self, Data},
};
use diesel::prelude::*;
use serde::Serialize;
use tera::context;

use super::entries::xml_text;
use crate::{
    http::board::Board,
    http::{
        board_file::{self, Draft},
        error::Error,
    },
    jobs::{EmploymentType, Job, markup::address_of, view::description},
    platform::{
        db::Db,
        schema::{jobs, listings},
    },
    text::markdown::Top,
};

/// Jobs read at a time.
const BATCH: i64 = 200;

const MEDIA_TYPE: &str = "application/xml; charset=utf-8";

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
pub async fn show(board: Data<Board>, request: HttpRequest) -> Result<HttpResponse, Error> {
    board_file::serve(&board, &request, MEDIA_TYPE, write).await
}

/// A job, its position in the lists, and what they call its company.
type Listed = (i64, String, Job);

async fn write(board: Data<Board>, mut draft: Draft) -> Result<Draft, Error> {
    let head = context! {
        url => &board.config.whole_url("/"),
        built => &board.clock.now().and_utc().to_rfc2822(),
    };
    let head = board
        .templates
        .render(board.config.locale, "feeds/indeed_head.xml", &head)?;
    draft.write(&head).map_err(Error::internal)?;
    let mut rest = Some(i64::MAX);
    while let Some(below) = rest {
        let today = board.clock.today();
        let found = board.read(move |db| Ok(load(db, below, today)?)).await?;
        rest = found.last().map(|(position, _, _)| *position);
        let own = board.clone();
        let written = web::block(move || write_batch(&own, &found, draft)).await;
        draft = written.map_err(Error::internal)??;
    }
    draft.write("</source>\n").map_err(Error::internal)?;
    Ok(draft)
}

/// Writes jobs. Their descriptions take time, so no connection to the database is held meanwhile: it would
/// seem not to answer.
fn write_batch(board: &Board, found: &[Listed], mut draft: Draft) -> Result<Draft, Error> {
    let entries: Vec<Entry> = found
        .iter()
        .map(|(_, company, job)| Entry::new(board, company, job))
        .collect();
    let context = context! { entries => &entries };
    let xml = board
        .templates
        .render(board.config.locale, "feeds/indeed.xml", &context)?;
    draft.write(&xml).map_err(Error::internal)?;
    Ok(draft)
}

fn load(db: &mut Db, below: i64, today: chrono::NaiveDate) -> QueryResult<Vec<Listed>> {
    let is_open = listings::valid_through
        .is_null()
        .or(listings::valid_through.ge(today));
    listings::table
        .inner_join(jobs::table)
        .filter(listings::position.lt(below))
        .filter(is_open)
        .order(listings::position.desc())
        .limit(BATCH)
        .select((listings::position, listings::company, Job::as_select()))
        .load(db)
}

impl Entry {
    fn new(board: &Board, company: &str, job: &Job) -> Self {
        let fields = &job.fields;
        let text = |text: &Option<String>| xml_text(text.as_deref().unwrap_or_default());
        let address = address_of(fields);
        Self {
            id: job.id,
            url: board.config.whole_url(&job.path()),
            title: xml_text(&fields.title),
            date: job
                .date_posted
                .unwrap_or(job.created_at)
                .and_utc()
                .to_rfc2822(),
            company: xml_text(company),
            city: text(&address.address_locality),
            state: text(&address.address_region),
            country: text(&address.address_country),
            description: xml_text(&description(job, Top::H2)),
            salary: fields
                .pay()
                .map(|pay| pay.in_words(board.config.locale))
                .unwrap_or_default(),
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
    use crate::jobs::Workplace;
    match *job.fields.workplace {
        Workplace::OnSite => "",
        Workplace::Hybrid => "Hybrid remote",
        Workplace::Remote => "Fully remote",
    }
}
