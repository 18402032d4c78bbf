//! Looking for the proofs of domains: at new ones again and again, at verified ones once a week.

use actix_web::web::Data;
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::{domain::Domain, letters, proof::Change};
use crate::{
    http::{board::Board, error::Error},
    platform::{
        domain_proof::{Findings, Host, Prover},
        i18n::{Locale, Message},
        tasks::{Attempt, Lane, NewTask, Outcome, Retry, Task, UPKEEP},
    },
};

/// How often it is looked which domains are due.
const EVERY: TimeDelta = TimeDelta::seconds(30);

/// Most domains that are queued at a time.
const MOST: i64 = 100;

/// Queues the domains that are due.
pub struct Clockwork(pub Data<Board>);

/// Looks at one domain.
pub struct Checker(pub Data<Board>);

/// What the task of a domain holds.
#[derive(Clone, Copy, Debug, Deserialize, Serialize)]
pub struct Checking {
    domain_id: i64,
}

impl Task for Clockwork {
    const KIND: &'static str = "domains-due";
    const LANE: Lane = UPKEEP;
    const RETRY: Retry = Retry::FOR_EVER;
    type Payload = ();

    fn standing() -> Option<()> {
        Some(())
    }

    async fn run(&self, (): (), _: Attempt) -> Outcome {
        match self.queue_due().await {
            Ok(()) => Outcome::again(EVERY),
            Err(error) => Outcome::failed(error.to_string()),
        }
    }
}

impl Clockwork {
    async fn queue_due(&self) -> Result<(), Error> {
        let now = self.0.clock.now();
        let due = self
            .0
            .read(move |db| Ok(Domain::due(db, now, MOST)?))
            .await?;
        if due.is_empty() {
            return Ok(());
        }
        self.0
            .write(move |db| {
                for domain in due {
                    let checking = Checking {
                        domain_id: domain.id,
                    };
                    NewTask::of::<Checker>(&checking, now)?
                        .key(format!("domain/{}", domain.id))
                        .store(db)?;
                    // The look says when the next one is; this is for one that never ends.
                    domain.wait(db, Some(now + TimeDelta::hours(1)))?;
                }
                Ok(())
            })
            .await
    }
}

impl Task for Checker {
    const KIND: &'static str = "domain";
    const LANE: Lane = Lane {
        name: "domains",
        at_once: 4,
    };
    const RETRY: Retry = Retry {
        first: TimeDelta::minutes(1),
        longest: TimeDelta::hours(1),
        tries: 3,
    };
    type Payload = Checking;

    async fn run(&self, checking: Checking, _: Attempt) -> Outcome {
        match self.check(checking.domain_id).await {
            Ok(()) => Outcome::done(),
            Err(error) => Outcome::failed(error.to_string()),
        }
    }
}

impl Checker {
    async fn check(&self, id: i64) -> Result<(), Error> {
        let board = &self.0;
        let domain = board.read(move |db| Ok(Domain::find(db, id)?)).await?;
        let Some(domain) = domain else {
            return Ok(());
        };
        let Ok(host) = Host::parse(&domain.host) else {
            return Ok(());
        };
        let findings = board.state::<Prover>()?.prove(&host, &domain.token).await;
        let (is_proven, found) = (
            findings.proven().is_some(),
            in_words(&findings, board.config.locale),
        );
        let origin = board.origin();
        let own = board.clone();
        board
            .write(move |db| {
                let Some(domain) = Domain::find(db, id)? else {
                    return Ok(());
                };
                match domain.settle(db, is_proven, &found, &origin)? {
                    Change::Failing => letters::tell_of_domain(&own, db, &domain),
                    Change::Granted => letters::tell_of_grant(&own, db, domain.company_id),
                    Change::Taken => {
                        let taken = Message::new("companies-domain-taken");
                        Ok(domain.note(db, &own.config.locale.text(&taken))?)
                    }
                    Change::None | Change::Verified | Change::Lost => Ok(()),
                }
            })
            .await
    }
}

/// What was found, a line for each place.
fn in_words(findings: &Findings, locale: Locale) -> String {
    let all = findings.all();
    let lines = all.iter().map(|(way, found)| {
        let line = Message::new("companies-domain-found")
            .with("where", locale.text(&way.label(&found.at)))
            .with("what", locale.text(&found.finding.message()));
        locale.text(&line)
    });
    lines.collect::<Vec<_>>().join("\n")
}
