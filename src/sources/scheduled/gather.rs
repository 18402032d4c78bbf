//! Fetching all that a source has: some systems hand out their jobs in pages, or one by one.

use serde::{Deserialize, de::IgnoredAny};

use super::{
    fetch::{Answer, Kind, Problem, Validators},
    fetcher::{Fetcher, LARGEST},
    system::System,
};

/// Jobs on a page of a system that has pages.
const PAGE: usize = 100;

/// Most pages that are asked for.
const MOST_PAGES: usize = 100;

/// Most jobs that are asked for one by one.
const MOST_SINGLE: usize = 2_000;

/// How many of them a preview asks for.
const SAMPLE: usize = 5;

/// How much is fetched.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Reach {
    All,
    /// Enough to show what it would be like.
    Sample,
}

/// What was fetched.
#[derive(Debug)]
pub enum Gathered {
    /// It is as it was.
    Same,
    Documents(Fetched),
}

/// Documents as they were sent.
#[derive(Debug, Default)]
pub struct Fetched {
    pub documents: Vec<Vec<u8>>,
    pub validators: Validators,
    /// Whether there is more that was not fetched, for a preview.
    pub is_part: bool,
}

/// Fetches the board `token` of `system`.
///
/// # Errors
/// The first problem: half of a board is not its board.
pub async fn gather(
    fetcher: &Fetcher,
    system: System,
    token: &str,
    validators: &Validators,
    reach: Reach,
) -> Result<Gathered, Problem> {
    let mut visit = Visit {
        fetcher,
        room: LARGEST,
        reach,
    };
    let address = system.address(token);
    match system {
        System::Lever | System::LeverEurope => visit.pages(&address).await,
        System::SmartRecruiters => visit.one_by_one(&address).await,
        _ => visit.whole(&address, validators).await,
    }
}

struct Visit<'a> {
    fetcher: &'a Fetcher,
    room: usize,
    reach: Reach,
}

/// A page of SmartRecruiters' list.
#[derive(Deserialize)]
struct Listed {
    #[serde(rename = "totalFound")]
    total: usize,
    content: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    id: String,
}

impl Visit<'_> {
    async fn whole(&mut self, address: &str, validators: &Validators) -> Result<Gathered, Problem> {
        let answer = self
            .fetcher
            .get(address, validators, &mut self.room)
            .await?;
        Ok(match answer {
            Answer::Same => Gathered::Same,
            Answer::Body(body, validators) => Gathered::Documents(Fetched {
                documents: vec![body],
                validators,
                is_part: false,
            }),
        })
    }

    async fn body(&mut self, address: &str) -> Result<Vec<u8>, Problem> {
        let nothing = Validators::default();
        match self.fetcher.get(address, &nothing, &mut self.room).await? {
            Answer::Body(body, _) => Ok(body),
            // Nobody asked for that.
            Answer::Same => Err(Problem::new(Kind::Status, "304 Not Modified")),
        }
    }

    /// Lists until one is not full.
    async fn pages(&mut self, address: &str) -> Result<Gathered, Problem> {
        let mut pages = Vec::new();
        for number in 0..MOST_PAGES {
            let skip = number * PAGE;
            let page = format!("{address}?mode=json&limit={PAGE}&skip={skip}");
            let body = self.body(&page).await?;
            let jobs: Vec<IgnoredAny> = read(&body)?;
            pages.push(body);
            let is_last = jobs.len() < PAGE;
            if is_last || self.reach == Reach::Sample {
                return Ok(Gathered::Documents(Fetched {
                    documents: pages,
                    is_part: !is_last,
                    ..Fetched::default()
                }));
            }
        }
        Err(Kind::TooMany.into())
    }

    /// Each job by itself, since the list has no descriptions.
    async fn one_by_one(&mut self, address: &str) -> Result<Gathered, Problem> {
        let (ids, is_part) = self.ids(address).await?;
        let mut jobs = Vec::new();
        for id in ids {
            match self.body(&format!("{address}/{id}")).await {
                Ok(job) => jobs.push(job),
                // Closed since the list was made.
                Err(problem) if problem.kind == Kind::NoBoard => {}
                Err(problem) => return Err(problem),
            }
        }
        if jobs.is_empty() {
            jobs.push(b"[]".to_vec());
        }
        Ok(Gathered::Documents(Fetched {
            documents: jobs,
            is_part,
            ..Fetched::default()
        }))
    }

    /// The ids of the jobs, and whether there are more.
    async fn ids(&mut self, address: &str) -> Result<(Vec<String>, bool), Problem> {
        let most = match self.reach {
            Reach::All => MOST_SINGLE,
            Reach::Sample => SAMPLE,
        };
        let mut ids = Vec::new();
        loop {
            let page = format!("{address}?limit={PAGE}&offset={}", ids.len());
            let body = self.body(&page).await?;
            let listed: Listed = read(&body)?;
            let count = listed.content.len();
            ids.extend(listed.content.into_iter().map(|entry| entry.id));
            if !ids.iter().all(|id| is_id(id)) {
                return Err(Problem::new(Kind::Unknown, "has a job without an id"));
            }
            if self.reach == Reach::Sample {
                ids.truncate(most);
                let is_part = ids.len() < listed.total;
                return Ok((ids, is_part));
            }
            if ids.len() >= listed.total {
                return Ok((ids, false));
            }
            if count == 0 {
                return Err(Kind::Cut.into());
            }
            if ids.len() >= most {
                return Err(Kind::TooMany.into());
            }
        }
    }
}

fn read<'a, T: Deserialize<'a>>(body: &'a [u8]) -> Result<T, Problem> {
    serde_json::from_slice(body).map_err(|error| {
        if error.is_eof() {
            Kind::Cut.into()
        } else {
            Problem::new(Kind::Unknown, "is not what this system's lists look like")
        }
    })
}

/// Whether it is one part of an address.
fn is_id(id: &str) -> bool {
    (1..=100).contains(&id.len())
        && id
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}
