//! What would become of jobs: how the first of them read, and which are new.

use std::{collections::HashMap, fmt::Write};

use crate::{
    http::error::Error,
    platform::{
        db::{Database, text_enum::TextEnum},
        i18n::Locale,
    },
    sources::{
        formats::Place,
        import::{Assumed, LeftOut, Outcome, Posting, preview},
    },
};

/// So many jobs are shown.
const SHOWN: usize = 10;

pub struct Preview {
    /// Where the jobs would go; without one all are new.
    database: Option<Database>,
    owner_id: Option<i64>,
    before: HashMap<u64, u64>,
    shown: usize,
}

impl Preview {
    /// Of jobs that would go to `database`, and belong to an account or to nobody.
    pub fn of(database: Option<Database>, owner_id: Option<i64>) -> Self {
        Self {
            database,
            owner_id,
            before: HashMap::new(),
            shown: 0,
        }
    }

    /// Where the jobs would go, and whose they would be.
    pub fn board(&self) -> Option<(&Database, Option<i64>)> {
        Some((self.database.as_ref()?, self.owner_id))
    }

    /// What would become of `postings`, in their order.
    pub fn outcomes(&mut self, postings: &[&Posting]) -> Result<Vec<Outcome>, Error> {
        let mut connection = match &self.database {
            Some(database) => Some(database.connection()?),
            None => None,
        };
        preview(connection.as_deref_mut(), postings, &mut self.before).map_err(Error::from)
    }

    /// How a posting reads; nothing after the first ten.
    pub fn shown(&mut self, place: Place, posting: &Posting, outcome: Outcome) -> String {
        if self.shown == SHOWN {
            return String::new();
        }
        self.shown += 1;
        let fields = &posting.fields;
        let outcome = match outcome {
            Outcome::Added => "would be added",
            Outcome::Updated => "would be updated",
            Outcome::Unchanged => "is already here, unchanged",
        };
        let mut text = format!("{place} {outcome}: {}\n", fields.title);
        let kind = fields.employment_type.map(|kind| kind.label().to_string());
        let pay = fields.pay().map(|pay| pay.in_words(Locale::English));
        let last = fields.valid_through.map(|day| day.to_string());
        for (name, value) in [
            ("company", Some(fields.company.clone())),
            ("location", Some(fields.location.clone())),
            ("workplace", Some(fields.workplace.label().to_string())),
            ("type", kind),
            ("pay", pay),
            ("apply", Some(fields.apply_to.clone())),
            ("last day", last),
        ] {
            let value = value.filter(|value| !value.is_empty());
            // Writing to a text cannot fail.
            let _ = writeln!(text, "    {name:<10} {}", value.as_deref().unwrap_or("-"));
        }
        let left_out: Vec<String> = posting.left_out.iter().map(LeftOut::to_string).collect();
        let assumed: Vec<String> = posting.assumed.iter().map(Assumed::to_string).collect();
        for (name, notes) in [("left out", left_out), ("assumed", assumed)] {
            if !notes.is_empty() {
                let _ = writeln!(text, "    {name:<10} {}", notes.join(", "));
            }
        }
        text
    }
}
