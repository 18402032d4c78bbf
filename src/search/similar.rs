//! Jobs like the one that is shown.

mod likeness;

use std::collections::HashMap;

use super::{
    card,
    fragment::{ListFragment, ListFragments},
    index::{
        SearchIndex,
        ask::{Asked, Order},
        entry_words,
    },
    lists::Lists,
    meaning::board_words::InUse,
    query::{JobQuery, Wanted},
    search_entry::{self, SearchEntry},
};
use crate::{
    http::{board::Board, error::Error},
    jobs::Job,
    platform::{db::Db, i18n::Locale, zone::Moment},
    text::words::slug,
};

/// Jobs shown.
const MOST: usize = 5;

/// Of these, at most so many of one company.
const EACH: usize = 2;

/// Jobs that are compared by what they pay, too.
const WEIGHED: usize = 40;

/// A job that pays about the same is worth so much more.
const PAYS_ALIKE: f32 = 1.1;

/// Seconds for which jobs are held to be alike.
const SECONDS_KEPT: i64 = 60 * 60;

/// The cards of open jobs like `job`, as HTML.
///
/// # Errors
/// Those of the database and of the template.
pub fn cards(
    board: &Board,
    db: &mut Db,
    job: &Job,
    locale: Locale,
    now: Moment,
) -> Result<String, Error> {
    // Which are alike changes slowly; whether they are open is asked each time.
    let kept = ListFragment::Similar {
        job_id: job.id,
        version: job.version,
        hour: now.at.and_utc().timestamp() / SECONDS_KEPT,
    };
    let fragments = board.state::<ListFragments>()?;
    let index = board.state::<SearchIndex>()?;
    let ids = match fragments.get(&kept) {
        Some(ids) => ids,
        // A job's page is worth more than what stands below it.
        None if !index.is_complete() => return Ok(String::new()),
        None => {
            let words = &InUse::on(board)?;
            let alike = to(
                job,
                &mut Lists {
                    db,
                    index,
                    words,
                    now,
                },
            )?;
            let ids: Vec<String> = alike.iter().map(|entry| entry.job_id.to_string()).collect();
            fragments.keep(kept, ids.join(","))
        }
    };
    let ids: Vec<i64> = ids.split(',').filter_map(|id| id.parse().ok()).collect();
    let open = search_entry::open(db, &ids, now.today())?;
    card::cards(board, &open, locale, now)
}

/// Open jobs like `job`, the most alike first. Where there are too few, those with its tags follow, then those of
/// its category, then those of its company.
fn to(job: &Job, lists: &mut Lists) -> Result<Vec<SearchEntry>, Error> {
    let mut found = alike(job, lists)?;
    for query in queries(job) {
        if found.len() == MOST {
            break;
        }
        for listed in query.find(lists, Wanted::default())?.jobs {
            let is_known = found.iter().any(|known| known.job_id == listed.job_id);
            if listed.job_id != job.id && !is_known && found.len() < MOST {
                found.push(listed);
            }
        }
    }
    Ok(found)
}

/// The jobs with most of its title, tags and places, and of those that pay about the same first; two of one
/// company at most.
fn alike(job: &Job, lists: &mut Lists) -> Result<Vec<SearchEntry>, Error> {
    let hits = lists.index.like(
        &likeness::of(&job.fields, lists.words),
        &Asked {
            order: Order::BestFirst,
            most: WEIGHED,
            ..JobQuery::default().asking(lists)
        },
    )?;
    let scores: HashMap<i64, f32> = hits.iter().map(|hit| (hit.position, hit.score)).collect();
    let positions: Vec<i64> = hits.iter().map(|hit| hit.position).collect();
    let mut entries = search_entry::at(lists.db, &positions)?;
    entries.retain(|entry| entry.job_id != job.id);
    let pay = job.fields.pay();
    let yearly = pay.as_ref().map_or(0, entry_words::yearly);
    let currency = pay.as_ref().map(|pay| pay.currency.code());
    let score = |entry: &SearchEntry| {
        let score = scores.get(&entry.position).copied().unwrap_or_default();
        let is_paid_in_it = entry.pay_currency.as_deref() == currency;
        match is_paid_in_it && pays_alike(yearly, entry.pay_yearly) {
            true => score * PAYS_ALIKE,
            false => score,
        }
    };
    entries.sort_by(|one, other| score(other).total_cmp(&score(one)));
    let mut of_company: HashMap<String, usize> = HashMap::new();
    entries.retain(|entry| {
        let count = of_company.entry(entry.company_slug.clone()).or_default();
        *count += 1;
        *count <= EACH
    });
    entries.truncate(MOST);
    Ok(entries)
}

/// Whether both pay, and neither a quarter more than the other, in a year and in hundredths.
fn pays_alike(one: i64, other: i64) -> bool {
    let (less, more) = (one.min(other), one.max(other));
    less > 0 && more <= less.saturating_add(less / 4)
}

fn queries(job: &Job) -> Vec<JobQuery> {
    let fields = &job.fields;
    let filtered = |name: &str, value: &str| {
        let mut query = JobQuery::default();
        query.filters.read(name, value);
        query
    };
    let tags = fields.tags().take(3);
    let mut queries: Vec<JobQuery> = tags.map(|tag| filtered("tag", tag)).collect();
    let category = fields.category.as_deref().unwrap_or_default();
    queries.push(filtered("category", &slug(category)));
    queries.push(filtered("company", &slug(&fields.company)));
    queries.retain(JobQuery::is_search);
    queries
}
