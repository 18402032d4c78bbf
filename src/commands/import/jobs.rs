//! What is done with the records of a file: they are stored in batches, or only looked at.

use indicatif::ProgressBar;

use super::{
    preview::Preview,
    report::{Note, Report},
    summary::{LeftOpen, Summary},
};
use crate::{
    app,
    commands::Failure,
    http::error::Error,
    platform::{
        audit::{Origin, Subject},
        clock::Clock,
        config::Config,
        db::{self, Database},
        events::Events,
    },
    sources::{
        actions::{self, JOBS_CLOSED, JOBS_IMPORTED},
        formats::{Place, Record, Skip},
        import::{Outcome, Posting, Refusal, complete, store},
    },
};

/// Postings stored in one transaction.
const BATCH: usize = 500;

enum Target {
    Board {
        database: Database,
        owner_id: Option<i64>,
    },
    Nothing(Preview),
}

/// A posting that waits to be stored.
struct Waiting {
    place: Place,
    posting: Posting,
}

pub struct Import {
    target: Target,
    clock: Clock,
    events: Events,
    pub bar: ProgressBar,
    pub report: Option<Report>,
    batch: Vec<Waiting>,
    contents: complete::Contents,
    pub summary: Summary,
}

impl Import {
    /// Of jobs that are stored in `database`, and belong to an account or to nobody.
    pub fn stored(database: Database, owner_id: Option<i64>, config: &Config) -> Self {
        Self::to(Target::Board { database, owner_id }, config)
    }

    /// Of jobs that are only looked at.
    pub fn previewed(preview: Preview, config: &Config) -> Self {
        let mut import = Self::to(Target::Nothing(preview), config);
        import.summary.is_preview = true;
        import
    }

    fn to(target: Target, config: &Config) -> Self {
        Self {
            target,
            clock: Clock::of(config.time_zone),
            events: app::events(),
            bar: ProgressBar::hidden(),
            report: None,
            batch: Vec::with_capacity(BATCH),
            contents: complete::Contents::default(),
            summary: Summary::default(),
        }
    }

    pub fn take(&mut self, record: Record) -> Result<(), Failure> {
        let Record { place, title, read } = record;
        let note = |outcome, reason| Note {
            place,
            outcome,
            reason,
            title: &title,
        };
        match read {
            Ok(posting) => {
                for left_out in &posting.left_out {
                    self.write_down(&note("left out", left_out.to_string()))?;
                }
                for assumed in &posting.assumed {
                    self.write_down(&note("assumed", assumed.to_string()))?;
                }
                self.contents.add(&posting);
                self.batch.push(Waiting { place, posting });
            }
            Err(Skip::Refused(refusal)) => self.refuse(place, &title, &refusal)?,
            Err(Skip::Column(name)) => {
                self.write_down(&note("not used", format!("column {name}")))?;
                self.summary.unused.push(name);
            }
            Err(Skip::PassedOver(reason)) => {
                self.summary.pass_over(reason);
                self.write_down(&note("passed over", reason.to_owned()))?;
            }
        }
        if self.batch.len() == BATCH {
            self.flush()?;
        }
        Ok(())
    }

    /// Stores what is left, and notes in the audit log what was stored.
    pub fn end(&mut self) -> Result<(), Failure> {
        let flushed = self.flush();
        self.record()?;
        if let Some(report) = &mut self.report {
            report.end()?;
        }
        flushed
    }

    /// Closes the jobs that the file lacks; where those are more than half, only with `most`.
    pub fn close_lacking(&mut self, most: bool) -> Result<(), Failure> {
        let (database, owner_id) = match &mut self.target {
            Target::Board { database, owner_id } => (&*database, *owner_id),
            Target::Nothing(preview) => match preview.board() {
                Some((database, owner_id)) => (database, owner_id),
                None => return Ok(()),
            },
        };
        let unreadable = self.contents.unreadable();
        if unreadable > 0 {
            self.summary.left_open = Some(LeftOpen::Unreadable(unreadable));
            return Ok(());
        }
        let mut connection = database.connection()?;
        let lacking = self.contents.lacking(&mut connection, owner_id);
        let lacking = lacking.map_err(Error::from)?;
        if lacking.is_most() && !most {
            self.summary.left_open = Some(LeftOpen::Most {
                gone: lacking.ids.len(),
                open: lacking.open,
            });
            return Ok(());
        }
        self.summary.closed = lacking.ids.len();
        if self.summary.is_preview || lacking.ids.is_empty() {
            return Ok(());
        }
        let origin = Origin::command_line(self.clock.moment(), self.events.clone());
        let bulk = origin.clone().in_bulk();
        for batch in lacking.ids.chunks(BATCH) {
            db::transaction(&mut connection, |db| complete::close(db, batch, &bulk))
                .map_err(Error::from)?;
        }
        let closed = actions::detail_of_closed(lacking.ids.len(), "");
        db::transaction(&mut connection, |db| {
            Ok::<_, Error>(origin.record(db, JOBS_CLOSED, Subject::Board, &closed)?)
        })?;
        Ok(())
    }

    fn refuse(&mut self, place: Place, title: &str, refusal: &Refusal) -> Result<(), Failure> {
        let reason = self.summary.refuse(refusal);
        self.contents.add_refused(title);
        self.bar.suspend(|| eprintln!("{place} {reason}"));
        self.write_down(&Note {
            place,
            outcome: "refused",
            reason,
            title,
        })
    }

    fn write_down(&mut self, note: &Note<'_>) -> Result<(), Failure> {
        match &mut self.report {
            Some(report) => report.write(note),
            None => Ok(()),
        }
    }

    fn flush(&mut self) -> Result<(), Failure> {
        let batch = std::mem::take(&mut self.batch);
        if batch.is_empty() {
            return Ok(());
        }
        match self.store(&batch) {
            Ok(()) => Ok(()),
            // One posting that the database does not take must not cost the others.
            Err(Error::Internal(_)) if batch.len() > 1 => self.store_each(&batch),
            Err(error) => Err(error.into()),
        }
    }

    fn store_each(&mut self, batch: &[Waiting]) -> Result<(), Failure> {
        for waiting in batch {
            match self.store(std::slice::from_ref(waiting)) {
                Ok(()) => {}
                Err(Error::Internal(error)) => {
                    let refusal = Refusal(format!("was not stored: {error}"));
                    self.refuse(waiting.place, &waiting.posting.fields.title, &refusal)?;
                }
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }

    fn store(&mut self, batch: &[Waiting]) -> Result<(), Error> {
        let postings: Vec<&Posting> = batch.iter().map(|waiting| &waiting.posting).collect();
        let outcomes = match &mut self.target {
            Target::Board { database, owner_id } => {
                let now = self.clock.moment();
                let origin = Origin::command_line(now, self.events.clone()).in_bulk();
                let mut connection = database.connection()?;
                db::transaction(&mut connection, |db| {
                    store(db, &postings, *owner_id, &origin)
                })?
            }
            Target::Nothing(preview) => {
                let outcomes = preview.outcomes(&postings)?;
                for (waiting, outcome) in batch.iter().zip(&outcomes) {
                    let shown = preview.shown(waiting.place, &waiting.posting, *outcome);
                    self.bar.suspend(|| print!("{shown}"));
                }
                outcomes
            }
        };
        self.count(&postings, &outcomes);
        Ok(())
    }

    fn count(&mut self, postings: &[&Posting], outcomes: &[Outcome]) {
        for (posting, outcome) in postings.iter().zip(outcomes) {
            self.summary.count(posting, *outcome);
        }
    }

    /// One entry in the audit log for all jobs that were stored.
    fn record(&self) -> Result<(), Failure> {
        let Summary { added, updated, .. } = self.summary;
        let Target::Board { database, .. } = &self.target else {
            return Ok(());
        };
        if added + updated == 0 {
            return Ok(());
        }
        let origin = Origin::command_line(self.clock.moment(), self.events.clone());
        let detail = actions::detail(added, updated, "");
        let mut connection = database.connection()?;
        db::transaction(&mut connection, |db| {
            Ok::<_, Error>(origin.record(db, JOBS_IMPORTED, Subject::Board, &detail)?)
        })?;
        Ok(())
    }
}
