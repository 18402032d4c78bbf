//! Finding jobs: what somebody asks for, and the query that answers it. The full-text dialects of
//! the two databases stand here and nowhere else.

use chrono::{DateTime, NaiveDateTime};
use diesel::{
    dsl::sql,
    prelude::*,
    sql_types::{BigInt, Bool, Text, Timestamp},
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

/// Most words of a search that count.
const MOST_TERMS: usize = 12;

/// A search as its address states it, parsed once.
#[derive(Clone, Debug, Default)]
pub struct JobQuery {
    /// The words as they were typed.
    pub text: String,
    terms: Vec<Term>,
    window: Window,
}

/// One word, or several in quotes.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Term {
    text: String,
    excluded: bool,
}

/// Which page of the list: its position is a job, so nothing shifts while somebody reads.
#[derive(Clone, Copy, Debug, Default)]
enum Window {
    #[default]
    Newest,
    OlderThan(Position),
    NewerThan(Position),
}

/// A job's place in the list: newest first, and among equals the highest id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Position {
    date_posted: NaiveDateTime,
    id: i64,
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

type Comparison = Box<
    dyn diesel::expression::BoxableExpression<
            jobs::table,
            <Db as diesel::Connection>::Backend,
            SqlType = Bool,
        >,
>;

impl Position {
    fn of(job: &Job) -> Option<Self> {
        Some(Self {
            date_posted: job.date_posted?,
            id: job.id,
        })
    }

    /// `1767225600.42`: seconds since 1970 and the id.
    fn parse(text: &str) -> Option<Self> {
        let (seconds, id) = text.split_once('.')?;
        Some(Self {
            date_posted: DateTime::from_timestamp(seconds.parse().ok()?, 0)?.naive_utc(),
            id: id.parse().ok()?,
        })
    }

    /// A row value, which both databases answer from the index; Diesel's language has none.
    fn compare(self, operator: &str) -> Comparison {
        Box::new(
            sql::<Bool>(&format!("(jobs.date_posted, jobs.id) {operator} ("))
                .bind::<Timestamp, _>(self.date_posted)
                .sql(", ")
                .bind::<BigInt, _>(self.id)
                .sql(")"),
        )
    }
}

impl std::fmt::Display for Position {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.date_posted.and_utc().timestamp(), self.id)
    }
}

fn set(window: &mut Window, to: Option<Window>) {
    if let Some(to) = to {
        *window = to;
    }
}

/// Splits a search into words and "quoted phrases"; a leading `-` excludes.
fn terms(text: &str) -> Vec<Term> {
    let mut terms = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() && terms.len() < MOST_TERMS {
        let (excluded, word) = match rest.strip_prefix('-') {
            Some(word) => (true, word),
            None => (false, rest),
        };
        let (text, after) = match word.strip_prefix('"') {
            Some(quoted) => quoted.split_once('"').unwrap_or((quoted, "")),
            None => word.split_once(' ').unwrap_or((word, "")),
        };
        let text = text.replace('"', " ");
        if text.chars().any(char::is_alphanumeric) {
            terms.push(Term {
                text: text.trim().to_owned(),
                excluded,
            });
        }
        rest = after.trim_start();
    }
    terms
}

/// For SQLite: every term quoted, so that nothing in it is an operator.
fn fts5(terms: &[Term]) -> String {
    let quoted = |term: &Term| format!("\"{}\"", term.text);
    let wanted: Vec<_> = terms
        .iter()
        .filter(|term| !term.excluded)
        .map(quoted)
        .collect();
    terms
        .iter()
        .filter(|term| term.excluded)
        .fold(wanted.join(" AND "), |query, term| {
            format!("({query}) NOT {}", quoted(term))
        })
}

/// For PostgreSQL's `websearch_to_tsquery`, which takes any text and reads quotes and `-`.
fn websearch(terms: &[Term]) -> String {
    let quoted = |term: &Term| {
        let sign = if term.excluded { "-" } else { "" };
        format!("{sign}\"{}\"", term.text)
    };
    terms.iter().map(quoted).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_is_words_phrases_and_exclusions() {
        let parsed = terms("rust \"site reliability\" -php -\"on call\" c++\"x - \"\" NOT*");
        assert_eq!(
            fts5(&parsed),
            r#"(("rust" AND "site reliability" AND "c++ x" AND "NOT*") NOT "php") NOT "on call""#
        );
        assert_eq!(websearch(&terms("rust -php")), r#""rust" -"php""#);
    }

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
