//! What becomes of jobs that their source no longer has. One that two runs lacked is closed. Where more than half
//! of them are gone at once, that is more likely a fault of the source: they stay until somebody decides.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;

use super::posting::{Key, Open};
use crate::platform::{db::Db, schema::source_postings};

/// So many runs in a row must lack a job before it is closed.
const RUNS: i32 = 2;

/// A source that says itself that it has no jobs is believed, where there were no more than this.
const FEW: usize = 3;

/// Rows that are changed by one statement.
const AT_ONCE: usize = 500;

/// What a run had.
#[derive(Debug, Default)]
pub struct Had {
    pub keys: HashSet<Key>,
    /// The titles of records that could not be read, and how many have each: so many jobs are not missing.
    pub refused_titles: HashMap<String, usize>,
    /// Records of which not even the title could be read: so many jobs may be those.
    pub unreadable: usize,
    /// Whether the source said that it has no jobs.
    pub says_none: bool,
    /// Whether it said that nothing changed: what the last run had, it has.
    pub is_unchanged: bool,
}

/// What is to be done.
#[derive(Debug, Eq, PartialEq)]
pub enum Verdict {
    /// Close these jobs, of these postings; so many others were missing for the first time.
    Close {
        lost: Vec<(i64, i64)>,
        missing: usize,
    },
    /// So many are gone that somebody must decide.
    Hold { missing: usize },
}

impl Had {
    /// The jobs of which it is known that they are gone. Each record that could not be read stands for one job.
    fn gone<'a>(&self, open: &'a [Open]) -> Vec<&'a Open> {
        if self.is_unchanged {
            return open.iter().filter(|open| open.missing > 0).collect();
        }
        let mut excused = self.refused_titles.clone();
        let mut is_excused = |title: &str| match excused.get_mut(title) {
            Some(left) if *left > 0 => {
                *left -= 1;
                true
            }
            _ => false,
        };
        let gone: Vec<&Open> = open
            .iter()
            .filter(|open| !self.keys.contains(&open.key) && !is_excused(&open.title))
            .collect();
        if gone.len() <= self.unreadable {
            return Vec::new();
        }
        gone
    }
}

/// Judges by the open jobs of a source what `had` means.
pub fn judge(open: &[Open], had: &Had) -> Verdict {
    let gone = had.gone(open);
    let is_believed = had.says_none && open.len() <= FEW;
    if gone.len() * 2 > open.len() && !is_believed {
        return Verdict::Hold {
            missing: gone.len(),
        };
    }
    let (lost, missing): (Vec<&Open>, Vec<&Open>) =
        gone.into_iter().partition(|open| open.missing + 1 >= RUNS);
    Verdict::Close {
        lost: lost.iter().map(|open| (open.id, open.job_id)).collect(),
        missing: missing.len(),
    }
}

/// Counts the run for the jobs that it lacked.
pub fn count(db: &mut Db, open: &[Open], had: &Had) -> QueryResult<()> {
    let newly: Vec<i64> = had
        .gone(open)
        .iter()
        .filter(|open| open.missing == 0)
        .map(|open| open.id)
        .collect();
    for ids in newly.chunks(AT_ONCE) {
        diesel::update(source_postings::table.filter(source_postings::id.eq_any(ids)))
            .set(source_postings::missing.eq(1))
            .execute(db)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open(number: i64, missing: i32) -> Open {
        Open {
            id: number,
            key: ("Acme".into(), number.to_string()),
            job_id: 100 + number,
            title: format!("Cook {number}"),
            missing,
        }
    }

    fn had(numbers: impl IntoIterator<Item = i64>) -> Had {
        Had {
            keys: numbers
                .into_iter()
                .map(|number| ("Acme".into(), number.to_string()))
                .collect(),
            ..Had::default()
        }
    }

    fn close(lost: &[(i64, i64)], missing: usize) -> Verdict {
        Verdict::Close {
            lost: lost.to_vec(),
            missing,
        }
    }

    #[test]
    fn a_job_that_two_runs_lack_is_closed() {
        let open = [open(1, 0), open(2, 0), open(3, 1), open(4, 0)];
        assert_eq!(judge(&open, &had([1, 2, 3, 4])), close(&[], 0));
        assert_eq!(judge(&open, &had([1, 2, 4])), close(&[(3, 103)], 0));
        assert_eq!(judge(&open, &had([1, 2, 3])), close(&[], 1));
        assert_eq!(judge(&open, &had([1, 2])), close(&[(3, 103)], 1));
    }

    #[test]
    fn where_more_than_half_is_gone_somebody_decides() {
        let open = [open(1, 1), open(2, 1), open(3, 1), open(4, 0)];
        assert_eq!(judge(&open, &had([4])), Verdict::Hold { missing: 3 });
        assert_eq!(judge(&open, &had([])), Verdict::Hold { missing: 4 });
    }

    #[test]
    fn a_source_of_few_jobs_may_say_that_there_are_none() {
        let none = Had {
            says_none: true,
            ..Had::default()
        };
        assert_eq!(judge(&[open(1, 0), open(2, 0)], &none), close(&[], 2));
        assert_eq!(judge(&[open(1, 1)], &none), close(&[(1, 101)], 0));
        let four = [open(1, 1), open(2, 1), open(3, 1), open(4, 1)];
        assert_eq!(judge(&four, &none), Verdict::Hold { missing: 4 });
        assert_eq!(judge(&[open(1, 1)], &had([])), Verdict::Hold { missing: 1 });
    }

    #[test]
    fn what_could_not_be_read_is_not_missing_and_unchanged_means_as_last_time() {
        let all = [open(1, 0), open(2, 1)];
        let mut refused = had([1]);
        refused.refused_titles.insert("Cook 2".into(), 1);
        assert_eq!(judge(&all, &refused), close(&[], 0));
        let alike = [("1", 0), ("2", 0), ("3", 0), ("4", 0), ("5", 1)];
        let alike = alike.map(|(value, missing)| Open {
            title: "Cook".into(),
            ..open(value.parse().unwrap_or_default(), missing)
        });
        let mut one = had([1, 2, 3]);
        one.refused_titles.insert("Cook".into(), 1);
        assert_eq!(judge(&alike, &one), close(&[(5, 105)], 0));
        let unreadable = Had {
            unreadable: 1,
            ..had([1])
        };
        assert_eq!(judge(&all, &unreadable), close(&[], 0));
        let unchanged = Had {
            is_unchanged: true,
            ..Had::default()
        };
        assert_eq!(judge(&all, &unchanged), close(&[(2, 102)], 0));
    }
}
