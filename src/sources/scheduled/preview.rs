//! What would come of a source, before it is added.

use std::{collections::HashMap, time::Duration};

use serde::Serialize;

use super::{
    desk::Desk,
    fetch::{Kind, Problem, Validators},
    fetcher::Fetcher,
    gather::{Gathered, Reach, gather},
    read::{About, Contents},
    typed::Wanted,
};
use crate::{
    http::{board::Board, error::Error},
    jobs::JobFields,
    platform::{db::text_enum::TextEnum, i18n::Locale},
    sources::import::{self, Outcome, Posting},
};

/// Jobs that are shown.
const SHOWN: usize = 10;

/// How long somebody waits for it.
const PATIENCE: Duration = Duration::from_secs(45);

/// What would come.
#[derive(Debug, Serialize)]
pub struct Preview {
    jobs: Vec<Shown>,
    found: usize,
    added: usize,
    updated: usize,
    unchanged: usize,
    refused: usize,
    expired: usize,
    notes: Vec<String>,
    /// Whether only some of the jobs were fetched.
    is_sample: bool,
}

/// A job as it would be.
#[derive(Debug, Serialize)]
struct Shown {
    title: String,
    company: String,
    /// Where it is, how much of it, and the pay, as far as they are known.
    facts: Vec<String>,
    apply_to: String,
}

/// Fetches the source and looks at it; nothing is stored.
///
/// # Errors
/// Inside, why nothing would come; outside, those of the database.
pub async fn preview(
    board: &Board,
    wanted: &Wanted,
    locale: Locale,
) -> Result<Result<Preview, Problem>, Error> {
    let fetcher = board.state::<Fetcher>()?;
    let contents = tokio::time::timeout(PATIENCE, fetch(board, fetcher, wanted)).await;
    let (contents, is_sample) = match contents {
        Ok(Ok(fetched)) => fetched,
        Ok(Err(problem)) => return Ok(Err(problem)),
        Err(_) => return Ok(Err(Kind::NoAnswer.into())),
    };
    let refused = contents.refused;
    let notes = contents.notes.in_words(locale);
    let postings = contents.postings;
    let (postings, outcomes) = board
        .read(move |db| {
            let all: Vec<&Posting> = postings.iter().collect();
            let mut outcomes = Vec::new();
            let mut before = HashMap::new();
            for batch in all.chunks(500) {
                outcomes.extend(import::preview(Some(db), batch, &mut before)?);
            }
            Ok((postings, outcomes))
        })
        .await?;
    let of = |wanted: Outcome| {
        outcomes
            .iter()
            .filter(|outcome| **outcome == wanted)
            .count()
    };
    let today = board.clock.today();
    let is_late = |(posting, outcome): &(&Posting, &Outcome)| {
        **outcome == Outcome::Added && !posting.fields.is_valid_on(today)
    };
    let expired = postings.iter().zip(&outcomes).filter(is_late).count();
    Ok(Ok(Preview {
        jobs: postings
            .iter()
            .take(SHOWN)
            .map(|posting| Shown::new(&posting.fields, locale))
            .collect(),
        found: postings.len(),
        added: of(Outcome::Added) - expired,
        updated: of(Outcome::Updated),
        unchanged: of(Outcome::Unchanged),
        expired,
        refused,
        notes,
        is_sample,
    }))
}

/// What the source has, and whether that is only a part.
async fn fetch(
    board: &Board,
    fetcher: &Fetcher,
    wanted: &Wanted,
) -> Result<(Contents, bool), Problem> {
    let nothing = Validators::default();
    let Wanted {
        system, address, ..
    } = wanted;
    let gathered = gather(fetcher, *system, address, &nothing, Reach::Sample).await?;
    let Gathered::Documents(fetched) = gathered else {
        return Err(Problem::new(Kind::Status, "304 Not Modified"));
    };
    let about = About {
        system: *system,
        address: address.clone(),
        company: wanted.company.clone(),
    };
    let now = board.clock.moment();
    let contents = board.state::<Desk>().map_err(|_| Kind::NoTls)?;
    let contents = contents.read(fetched.documents, about, now).await?;
    // A board that is not there answers like this.
    if contents.is_empty && system.answers_for_unknown_boards() {
        return Err(Kind::NoBoard.into());
    }
    Ok((contents, fetched.is_part))
}

impl Shown {
    fn new(fields: &JobFields, locale: Locale) -> Self {
        let kind = fields
            .employment_type
            .map(|kind| locale.text(&kind.label()));
        let place = match fields.location.as_str() {
            "" => None,
            place => Some(place.to_owned()),
        };
        let pay = fields.pay().map(|pay| pay.in_words(locale));
        let workplace = Some(locale.text(&fields.workplace.label()));
        Self {
            title: fields.title.clone(),
            company: fields.company.clone(),
            facts: [place, workplace, kind, pay]
                .into_iter()
                .flatten()
                .collect(),
            apply_to: fields.apply_to.clone(),
        }
    }
}
