//! What each line of a text is.

use regex::{Regex, regex};

/// What a line is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    Blank,
    Text(String),
    /// More of the line before.
    More(String),
    Heading(String),
    /// An item with a bullet, and whether it stands below another.
    Item(String, bool),
    /// An item with its number.
    Numbered(String, String),
    Rule,
}

/// What no sentence begins with.
fn sure_bullet() -> &'static Regex {
    regex!(r"^(\s*)(?:[•●∙⁃‣▪■➢➤►▶✓✔☑]|([◦○▫□]))\s*(\S.*)$")
}

/// What begins items, but other lines as well.
fn dash() -> &'static Regex {
    regex!(r"^(\s*)[-*+·–—]\s+(\S.*)$")
}

/// A dash without a blank behind it.
fn close_dash() -> &'static Regex {
    regex!(r"^(\s*)[-*·–]([\p{L}\d(“„].*)$")
}

fn number() -> &'static Regex {
    regex!(r"^\s*(\d{1,2})[.)]\s+(\S.*)$")
}

/// The lines of a text, and what is known of all.
struct Lines<'a> {
    /// Those with anything in them; empty ones may stand between items.
    filled: Vec<&'a str>,
    /// How many seem to be items.
    dashed: usize,
    numbered: usize,
}

/// What each of `raw` is.
pub fn read(raw: &[&str]) -> Vec<Line> {
    let is_filled = |line: &&str| !line.trim().is_empty();
    let filled: Vec<&str> = raw.iter().copied().filter(is_filled).collect();
    let lines = Lines {
        dashed: filled.iter().filter(|line| dash().is_match(line)).count(),
        numbered: filled.iter().filter(|line| number().is_match(line)).count(),
        filled,
    };
    let mut read: Vec<Line> = Vec::with_capacity(raw.len());
    let mut place = 0;
    for line in raw {
        if !is_filled(line) {
            read.push(Line::Blank);
            continue;
        }
        let text = line.trim().to_owned();
        let item = lines.item(place);
        let other = || match read.last() {
            _ if is_rule(&text) => Line::Rule,
            last if goes_on(line, last) => Line::More(text),
            _ => Line::Text(text),
        };
        let next = item.unwrap_or_else(other);
        read.push(next);
        place += 1;
    }
    read
}

impl Lines<'_> {
    /// The filled line at `place` as an item, if it is one.
    fn item(&self, place: usize) -> Option<Line> {
        let line = self.filled.get(place)?;
        if let Some(found) = sure_bullet().captures(line) {
            let is_below = found.get(2).is_some() || is_indented(&found[1]);
            return Some(Line::Item(found[3].to_owned(), is_below));
        }
        if let Some(found) = number().captures(line).filter(|_| self.numbered > 1) {
            return Some(Line::Numbered(found[1].to_owned(), found[2].to_owned()));
        }
        let is_dashed = self.dashed > 1 || self.is_in_list(place, dash());
        let dash = dash().captures(line).filter(|_| is_dashed);
        let close = || close_dash().captures(line);
        let found = dash.or_else(|| close().filter(|_| self.is_in_list(place, close_dash())))?;
        Some(Line::Item(found[2].to_owned(), is_indented(&found[1])))
    }

    /// Whether a line beside the one at `place` begins alike, or the one before has a colon at its end.
    fn is_in_list(&self, place: usize, begins: &Regex) -> bool {
        let before = place
            .checked_sub(1)
            .and_then(|before| self.filled.get(before));
        let after = self.filled.get(place + 1);
        before.is_some_and(|line| line.trim_end().ends_with(':'))
            || before
                .into_iter()
                .chain(after)
                .any(|line| begins.is_match(line))
    }
}

fn is_indented(blanks: &str) -> bool {
    blanks.len() > 3
}

/// Whether `text` is drawn to part what is above from what is below.
fn is_rule(text: &str) -> bool {
    let is_drawn = |c: char| matches!(c, '-' | '_' | '=' | '*' | '~');
    text.len() > 2 && text.chars().all(is_drawn)
}

/// Whether `line` is more of `last`: of an item, what is indented or goes on in small letters.
fn goes_on(line: &str, last: Option<&Line>) -> bool {
    let is_item = matches!(
        last,
        Some(Line::Item(..) | Line::Numbered(..) | Line::More(_))
    );
    let is_more = line.starts_with([' ', '\t']) || line.starts_with(char::is_lowercase);
    is_item && is_more
}
