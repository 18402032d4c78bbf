//! Jobs like the one that is shown.

use super::{
    card,
    fragment::{ListFragment, ListFragments},
    index::SearchIndex,
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

/// Open jobs like `job`: those with all the words of its title first, then those with its tags, then those
/// of its category, then those of its company.
fn to(job: &Job, lists: &mut Lists) -> Result<Vec<SearchEntry>, Error> {
    let mut found: Vec<SearchEntry> = Vec::new();
    for query in queries(job) {
        for listed in query.find(lists, Wanted::default())?.jobs {
            let is_known = found.iter().any(|known| known.job_id == listed.job_id);
            if listed.job_id != job.id && !is_known && found.len() < MOST {
                found.push(listed);
            }
        }
        if found.len() == MOST {
            break;
        }
    }
    Ok(found)
}

fn queries(job: &Job) -> Vec<JobQuery> {
    let fields = &job.fields;
    let filtered = |name: &str, value: &str| {
        let mut query = JobQuery::default();
        query.filters.read(name, value);
        query
    };
    let by_title = JobQuery::default().for_words(&fields.title);
    let mut queries = vec![by_title];
    queries.extend(fields.tags().take(3).map(|tag| filtered("tag", tag)));
    let category = fields.category.as_deref().unwrap_or_default();
    queries.push(filtered("category", &slug(category)));
    queries.push(filtered("company", &slug(&fields.company)));
    queries.retain(JobQuery::is_search);
    queries
}
