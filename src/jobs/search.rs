//! Finding jobs: what somebody asks for, and the query that answers it. The full-text dialects of
//! the two databases stand here and nowhere else.

mod position;
mod terms;

use chrono::NaiveDateTime;
use diesel::{
    dsl::sql,
    prelude::*,
    sql_types::{Bool, Text},
};

use self::{
    position::Position,
    terms::{Term, fts5, terms, websearch},
};
use super::{job::Job, status::Status};
use crate::{
    db::{Db, text_enum::TextEnum},
    schema::jobs,
};

/// Jobs on one page.
pub const PAGE_SIZE: usize = 20;

/// Longest search taken, in characters; the rest is cut off.
const LONGEST: usize = 200;

/// A search as its address states it, parsed once.
#[derive(Clone, Debug, Default)]
pub struct JobQuery {
    /// The words as they were typed.
    pub text: String,
    terms: Vec<Term>,
    window: Window,
}

/// Which page of the list: its position is a job, so nothing shifts while somebody reads.
#[derive(Clone, Copy, Debug, Default)]
enum Window {
    #[default]
    Newest,
    OlderThan(Position),
    NewerThan(Position),
}

/// One page of the answer.
#[derive(Debug)]
pub struct Found {
    pub jobs: Vec<Job>,
    /// The query string of the next page, if there is one.
    pub older: Option<String>,
    pub newer: Option<String>,
}

impl JobQuery {
    /// Reads `q`, `before` and `after`; anything else, and anything malformed, is passed over.
    pub fn parse(query_string: &str) -> Self {
        let mut query = Self::default();
        for (name, value) in form_urlencoded::parse(query_string.as_bytes()) {
            match name.as_ref() {
                "q" if query.text.is_empty() => query.set_text(&value),
                "before" => set(
                    &mut query.window,
                    Position::parse(&value).map(Window::OlderThan),
                ),
                "after" => set(
                    &mut query.window,
                    Position::parse(&value).map(Window::NewerThan),
                ),
                _ => {}
            }
        }
        query
    }

    fn set_text(&mut self, typed: &str) {
        let visible: String = typed
            .chars()
            .map(|c| if c.is_control() { ' ' } else { c })
            .take(LONGEST)
            .collect();
        self.text = visible.split_whitespace().collect::<Vec<_>>().join(" ");
        self.terms = terms(&self.text);
    }

    pub fn is_search(&self) -> bool {
        !self.text.is_empty()
    }

    /// Answers the query with jobs that are open at `now`.
    pub fn find(&self, db: &mut Db, now: NaiveDateTime) -> QueryResult<Found> {
        let only_excluded = !self.terms.is_empty() && self.terms.iter().all(|term| term.excluded);
        if self.is_search() && (self.terms.is_empty() || only_excluded) {
            return Ok(Found::nothing());
        }
        let mut query = jobs::table
            .filter(jobs::status.eq(Status::Published.as_str()))
            .filter(
                jobs::valid_through
                    .is_null()
                    .or(jobs::valid_through.ge(now.date())),
            )
            .select(Job::as_select())
            .limit(PAGE_SIZE as i64 + 1)
            .into_boxed();
        if self.is_search() {
            query = match db {
                Db::Sqlite(_) => query.filter(
                    sql::<Bool>(
                        "jobs.id IN (SELECT rowid FROM jobs_search WHERE jobs_search MATCH ",
                    )
                    .bind::<Text, _>(fts5(&self.terms))
                    .sql(")"),
                ),
                Db::Postgres(_) => query.filter(
                    sql::<Bool>("jobs.search @@ websearch_to_tsquery('english', ")
                        .bind::<Text, _>(websearch(&self.terms))
                        .sql(")"),
                ),
            };
        }
        query = match self.window {
            Window::Newest => query.order((jobs::date_posted.desc(), jobs::id.desc())),
            Window::OlderThan(position) => query
                .filter(position.compare("<"))
                .order((jobs::date_posted.desc(), jobs::id.desc())),
            Window::NewerThan(position) => query
                .filter(position.compare(">"))
                .order((jobs::date_posted.asc(), jobs::id.asc())),
        };
        Ok(self.page(query.load(db)?))
    }

    fn page(&self, mut jobs: Vec<Job>) -> Found {
        let more = jobs.len() > PAGE_SIZE;
        jobs.truncate(PAGE_SIZE);
        let (has_older, has_newer) = match self.window {
            Window::Newest => (more, false),
            Window::OlderThan(_) => (more, true),
            Window::NewerThan(_) => {
                jobs.reverse();
                (true, more)
            }
        };
        let link = |name, job: Option<&Job>| {
            let position = Position::of(job?)?.to_string();
            let mut link = form_urlencoded::Serializer::new(String::new());
            if self.is_search() {
                link.append_pair("q", &self.text);
            }
            Some(link.append_pair(name, &position).finish())
        };
        Found {
            older: has_older.then(|| link("before", jobs.last())).flatten(),
            newer: has_newer.then(|| link("after", jobs.first())).flatten(),
            jobs,
        }
    }
}

impl Found {
    fn nothing() -> Self {
        Self {
            jobs: Vec::new(),
            older: None,
            newer: None,
        }
    }
}

fn set(window: &mut Window, to: Option<Window>) {
    if let Some(to) = to {
        *window = to;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_malformed_position_is_the_first_page() {
        for text in [
            "before=x",
            "before=1.2.3",
            "before=99999999999999999999.1",
            "before=-1",
        ] {
            assert!(
                matches!(JobQuery::parse(text).window, Window::Newest),
                "{text}"
            );
        }
        assert!(matches!(
            JobQuery::parse("before=5.7").window,
            Window::OlderThan(_)
        ));
    }
}
