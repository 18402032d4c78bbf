//! Counts visits in memory and writes them down now and then. A person is counted once a day for each job: they are known
//! again by a hash of their address and browser, made with a key that is thrown away at the end of the day. It never
//! leaves the memory of this process.

use std::{
    collections::{HashMap, HashSet},
    net::IpAddr,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use actix_web::{HttpRequest, web::Data};
use aws_lc_rs::hmac;
use chrono::NaiveDate;

use super::{
    agent,
    kind::Kind,
    row::Key,
    source::{self, OTHER},
};
use crate::{
    http::{board::Board, error::Error, facts::Facts},
    jobs::visits::Event,
    platform::{db::text_enum::TextEnum, secrets::random_bytes},
};

/// How often the counts are written down. What was counted since is lost with the process.
pub const WRITE_EVERY: Duration = Duration::from_secs(10);

/// Rows written in one transaction.
const BATCH: usize = 500;

/// Visitors of jobs that are known again: some thirty megabytes. Beyond these, each visit counts.
const MOST_KNOWN: usize = 500_000;

/// Domains a day and job that have rows of their own: anybody can make up more.
const MOST_DOMAINS: usize = 200;

/// People a day and job from one address: an office may have so many, and somebody who changes the name of
/// their browser with each request counts no more.
const MOST_AT_AN_ADDRESS: u8 = 25;

/// Counts not written down yet, and who came today.
#[derive(Default)]
pub struct Counter(Mutex<Counts>);

#[derive(Default)]
struct Counts {
    rows: HashMap<Key, i64>,
    today: Option<Today>,
}

struct Today {
    day: NaiveDate,
    salt: hmac::Key,
    known: HashMap<u64, Known>,
    /// How many came to a job from an address, by a hash of both.
    at_address: HashMap<u64, u8>,
    sources: HashMap<i64, HashSet<Arc<str>>>,
}

/// What somebody did with a job today.
struct Known {
    source: Arc<str>,
    views: bool,
    applies: bool,
}

/// Counts a visit. Returns whether it is the first of the day of a person.
pub fn count(board: &Board, request: &HttpRequest, job_id: i64, event: Event) -> bool {
    let Ok(Counter(counts)) = board.state() else {
        return false;
    };
    let day = board.clock.today();
    let rule = agent::rule_of(request);
    let mut counts = counts.lock().unwrap_or_else(PoisonError::into_inner);
    let (kind, source) = match rule {
        Some(rule) => (Kind::Bot, Some(rule.as_str().into())),
        None => {
            let source = counts.first_of_person(board, request, job_id, event, day);
            (Kind::Person, source)
        }
    };
    let Some(source) = source else {
        return false;
    };
    let key = Key {
        job_id,
        day,
        event,
        kind,
        source,
    };
    *counts.rows.entry(key).or_default() += 1;
    kind == Kind::Person
}

impl Counts {
    /// Where somebody comes from who does this for the first time today. Whoever applies comes from where they came to
    /// the job.
    fn first_of_person(
        &mut self,
        board: &Board,
        request: &HttpRequest,
        job_id: i64,
        event: Event,
        day: NaiveDate,
    ) -> Option<Arc<str>> {
        let today = match &mut self.today {
            Some(today) if today.day == day => today,
            // The key of the day before goes with what was known by it.
            today => today.insert(Today::new(day)?),
        };
        let visitor = today.hash(request, job_id, agent::name_of(request));
        if let Some(known) = today.known.get_mut(&visitor) {
            return known.does(event);
        }
        let address = today.hash(request, job_id, b"");
        if today.at_address.get(&address) >= Some(&MOST_AT_AN_ADDRESS) {
            return None;
        }
        let source = today.source(job_id, source::of(board, request));
        if today.known.len() >= MOST_KNOWN {
            return Some(source);
        }
        *today.at_address.entry(address).or_default() += 1;
        let new = today.known.entry(visitor).or_insert(Known::new(source));
        new.does(event)
    }
}

impl Today {
    fn new(day: NaiveDate) -> Option<Self> {
        let salt = random_bytes::<32>().ok()?;
        Some(Self {
            day,
            salt: hmac::Key::new(hmac::HMAC_SHA256, &salt),
            known: HashMap::new(),
            at_address: HashMap::new(),
            sources: HashMap::new(),
        })
    }

    /// Of a job, the address that asks for it, and `name`.
    fn hash(&self, request: &HttpRequest, job_id: i64, name: &[u8]) -> u64 {
        let mut hash = hmac::Context::with_key(&self.salt);
        hash.update(&job_id.to_be_bytes());
        match Facts::address_of(request) {
            Some(IpAddr::V4(address)) => hash.update(&address.octets()),
            Some(IpAddr::V6(address)) => hash.update(&address.octets()),
            None => {}
        }
        hash.update(b" ");
        hash.update(name);
        let hash = hash.sign();
        let first = hash.as_ref().first_chunk::<8>();
        first.map_or(0, |bytes| u64::from_be_bytes(*bytes))
    }

    /// The source as it is counted: one more domain than there is room for is another.
    fn source(&mut self, job_id: i64, from: String) -> Arc<str> {
        let sources = self.sources.entry(job_id).or_default();
        match sources.get(from.as_str()) {
            Some(known) => known.clone(),
            None if sources.len() >= MOST_DOMAINS => OTHER.into(),
            None => {
                let new: Arc<str> = from.into();
                sources.insert(new.clone());
                new
            }
        }
    }
}

impl Known {
    fn new(source: Arc<str>) -> Self {
        Self {
            source,
            views: false,
            applies: false,
        }
    }

    /// The source, if this was not done before.
    fn does(&mut self, event: Event) -> Option<Arc<str>> {
        let done = match event {
            Event::View => &mut self.views,
            Event::Apply => &mut self.applies,
        };
        let is_first = !std::mem::replace(done, true);
        is_first.then(|| self.source.clone())
    }
}

/// Writes the counts down every few seconds.
pub async fn run(board: Data<Board>) {
    loop {
        tokio::time::sleep(WRITE_EVERY).await;
        save(board.clone()).await;
    }
}

/// Writes the counts down, before the board stops for one.
pub async fn save(board: Data<Board>) {
    if let Err(error) = write_down(&board).await {
        tracing::warn!(%error, "the statistics of jobs could not be written down");
    }
}

/// Writes the counts down now.
///
/// # Errors
/// Those of the database; what could not be written is lost.
pub async fn write_down(board: &Board) -> Result<(), Error> {
    let Counter(counts) = board.state()?;
    let rows = std::mem::take(&mut counts.lock().unwrap_or_else(PoisonError::into_inner).rows);
    let mut rows = rows.into_iter().peekable();
    while rows.peek().is_some() {
        let batch: Vec<(Key, i64)> = rows.by_ref().take(BATCH).collect();
        board
            .write(move |db| {
                for (key, visits) in &batch {
                    key.add(db, *visits)?;
                }
                Ok(())
            })
            .await?;
    }
    Ok(())
}
