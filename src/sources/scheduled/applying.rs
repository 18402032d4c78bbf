//! What a run makes of what a source has: the jobs are brought to where the postings are, and those that are gone
//! are closed, or held.

use super::{
    missing::{self, Had, Verdict},
    posting::{self, State},
    read::Contents,
    run::{Outcome as Ending, Run},
    runner::Runner,
    source::Source,
    store::{self, BATCH, Changes},
    tally::Reason,
};
use crate::{
    http::error::Error,
    jobs::{Job, Status},
    platform::{
        audit::Origin,
        db::{
            Db,
            text_enum::{Stored, TextEnum},
        },
    },
};

/// Most jobs of a source that are open at once; new ones wait until others are gone.
const MOST_OPEN: usize = 20_000;

impl Runner {
    /// Brings the jobs to where the postings are. While somebody must decide about most of them, none is added: a
    /// source that gives its jobs other identifiers would double them. Returns the run, and how many jobs wait.
    pub(super) async fn bring(
        &self,
        source: &Source,
        contents: Contents,
    ) -> Result<(Run, i32), Error> {
        let ending = if contents.had.says_none {
            Ending::Zero
        } else {
            Ending::Done
        };
        let mut run = self.run_of(source, ending);
        run.found = count(contents.postings.len());
        run.refused = count(contents.refused);
        let (verdict, open) = self.judge(source, contents.had).await?;
        let is_full = open >= MOST_OPEN;
        let adds = matches!(verdict, Verdict::Close { .. }) && !is_full;
        let mut changes = Changes::default();
        let mut postings = contents.postings;
        while !postings.is_empty() {
            let rest = postings.split_off(postings.len().min(BATCH));
            let batch = std::mem::replace(&mut postings, rest);
            let (id, origin) = (source.id, self.origin().in_bulk());
            let database = self.0.db.unhurried();
            changes += database
                .write::<_, Error, _>(move |db| {
                    if Source::find(db, id)?.is_none() {
                        return Ok(Changes::default());
                    }
                    Ok(store::store(db, id, &batch, adds, &origin)?)
                })
                .await?;
        }
        let mut notes = contents.notes;
        for (jobs, reason) in [
            (changes.foreign, Reason::Elsewhere),
            (changes.deleted, Reason::Deleted),
            (changes.shut, Reason::Shut),
            (changes.expired, Reason::Expired),
            (
                changes.waiting,
                if is_full { Reason::Full } else { Reason::Waits },
            ),
        ] {
            notes.add(reason.as_str(), jobs);
        }
        run.notes = notes.to_json();
        run.added = changes.added;
        run.updated = changes.updated;
        run.reopened = changes.reopened;
        run.closed = changes.closed;
        run.own = changes.own;
        self.carry_out(verdict, run).await
    }

    /// Says what the jobs mean that the source no longer has, and counts the run for them. Returns also how many of
    /// its jobs are open.
    pub(super) async fn judge(&self, source: &Source, had: Had) -> Result<(Verdict, usize), Error> {
        let (id, today) = (source.id, self.0.clock.today());
        let database = self.0.db.unhurried();
        database
            .write::<_, Error, _>(move |db| {
                let open = posting::open(db, id, today)?;
                missing::count(db, &open, &had)?;
                Ok((missing::judge(&open, &had), open.len()))
            })
            .await
    }

    /// Closes the jobs that the source lost, or holds them all. Returns the run, and how many jobs wait for a
    /// decision.
    pub(super) async fn carry_out(
        &self,
        verdict: Verdict,
        mut run: Run,
    ) -> Result<(Run, i32), Error> {
        match verdict {
            Verdict::Hold { missing } => {
                run.outcome = Stored(Ending::Held);
                run.missing = count(missing);
                let held = run.missing;
                Ok((run, held))
            }
            Verdict::Close { lost, missing } => {
                run.missing = count(missing);
                run.closed += count(lost.len());
                for batch in lost.chunks(BATCH) {
                    let (batch, origin) = (batch.to_vec(), self.origin().in_bulk());
                    let database = self.0.db.unhurried();
                    database
                        .write::<_, Error, _>(move |db| close(db, &batch, &origin))
                        .await?;
                }
                Ok((run, 0))
            }
        }
    }
}

/// Closes the jobs of postings that their source lost.
fn close(db: &mut Db, lost: &[(i64, i64)], origin: &Origin) -> Result<(), Error> {
    for (posting_id, job_id) in lost {
        let job = Job::find(db, *job_id)?;
        if job.status.can_close() {
            job.close(db, Status::Withdrawn, origin)?;
        }
        posting::set_state(db, *posting_id, State::Closed)?;
    }
    Ok(())
}

fn count(number: usize) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}
