//! The runs of a source as a picture: a bar for each with the jobs that were found, those that were new on top of
//! it, and below the line those that were closed.

use serde::Serialize;

use super::run::{Outcome, Run};
use crate::platform::{i18n::Locale, zone::Moment};

/// Bars of a picture.
pub const MOST: usize = 40;

/// The size of the drawing, in its own units.
const WIDTH: f64 = 720.0;
const ABOVE: f64 = 120.0;
const BELOW: f64 = 40.0;

/// Room between two bars.
const GAP: f64 = 4.0;

/// The least height of a bar that is to be seen.
const LEAST: f64 = 3.0;

/// Widest bar.
const WIDEST: f64 = 24.0;

/// A drawing.
#[derive(Debug, Serialize)]
pub struct Picture {
    width: f64,
    height: f64,
    /// Where the line is.
    line: f64,
    bars: Vec<Bar>,
    /// The most jobs that a run found.
    most: String,
    /// The days of the first and of the last run.
    days: (String, String),
}

/// A run.
#[derive(Debug, Serialize)]
struct Bar {
    x: f64,
    width: f64,
    /// Tops and heights: jobs that were there before, new ones, and closed ones.
    known: (f64, f64),
    new: (f64, f64),
    closed: (f64, f64),
    is_failed: bool,
    is_held: bool,
}

impl Picture {
    /// Of `runs`, the newest first; nothing where there is nothing to compare.
    pub fn of(runs: &[Run], locale: Locale, now: Moment) -> Option<Self> {
        let (newest, oldest) = (runs.first()?, runs.get(1..)?.last()?);
        let most = |count: fn(&Run) -> i32| runs.iter().map(count).max().unwrap_or(0).max(1);
        let (most_found, most_closed) = (most(|run| run.found), most(|run| run.closed));
        let up = |jobs: i32| f64::from(jobs) * ABOVE / f64::from(most_found);
        let below = if runs.iter().any(|run| run.closed > 0) {
            BELOW
        } else {
            0.0
        };
        let down = |jobs: i32| f64::from(jobs) * BELOW / f64::from(most_closed.max(most_found / 3));
        let day = |run: &Run| locale.date(now.zone.day_of(run.at));
        let shown = runs.len().min(MOST);
        let step = WIDTH / shown as f64;
        let width = (step - GAP).min(WIDEST);
        let bars = runs
            .iter()
            .take(MOST)
            .rev()
            .enumerate()
            .map(|(place, run)| {
                let added = run.added.min(run.found);
                let is_held = *run.outcome == Outcome::Held;
                let least = if is_held { LEAST } else { 0.0 };
                let (known, new) = (up(run.found - added).max(least), up(added));
                Bar {
                    x: place as f64 * step,
                    width,
                    known: (ABOVE - known, known),
                    new: (ABOVE - known - new, new),
                    closed: (ABOVE, down(run.closed)),
                    is_failed: !run.outcome.is_success(),
                    is_held,
                }
            });
        Some(Self {
            width: WIDTH,
            height: ABOVE + below + 1.0,
            line: ABOVE,
            bars: bars.collect(),
            most: locale.number(i64::from(most_found)),
            days: (day(oldest), day(newest)),
        })
    }
}
