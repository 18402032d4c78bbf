//! What the reader of descriptions bends, counted by rule.
//!
//!     cargo run --release --example descriptions -- postings.ndjson [--show RULE] [--read EVERY]
//!
//! Each line is a schema.org JobPosting. Its description is converted and shown as a job's page shows it,
//! and that is compared with the description without its tags, letter by letter. `--show` prints the places
//! of one rule, `--read` every so many descriptions as found and as shown.
//!
//! | Rule | What is counted |
//! |---|---|
//! | name-cut | a break inside a name of `names.txt`, the company's name or its title |
//! | word-cut | any other break between two letters or digits that stood together: a repair, or a mistake |
//! | sentence-cut | a break after a mark that nothing separated from the next letter |
//! | together | a small letter and a capital that stood together and still do, in no name: a repair not made |
//! | glued | two words that stood apart and no longer do |
//! | line-lost | a line break that was there and is none, not even a new paragraph |
//! | bullet-lost | a line that began with a bullet or dash and is no item |
//! | heading-item | a line with a colon at its end, or a usual title, that is an item |
//! | tag-shown | a tag or an entity that is read as text |
//! | marks-shown | the marks of Markdown, read as text |
//! | text-lost | letters that are not shown |
//! | text-added | letters that are shown and were not there |
//!
//! What is meant as a mark is known only to a reader: the figures are for comparison.

mod aligned;
mod rules;
mod shown;

use std::{collections::BTreeMap, env, error::Error, fs, time::Instant};

use jobboard::text::{
    imported,
    markdown::{Top, render},
};
use serde_json::Value;

/// Places of one rule that are printed.
const MOST_SHOWN: usize = 400;

/// The rules that a description breaks, each with where.
type Places = Vec<(&'static str, String)>;

/// What was found by one rule.
#[derive(Default)]
struct Found {
    places: usize,
    postings: usize,
    /// Contexts, with how many postings have each.
    contexts: BTreeMap<String, usize>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let path = arguments.first().ok_or("which file?")?;
    let option = |name: &str| {
        let at = arguments.iter().position(|argument| argument == name)?;
        arguments.get(at + 1).cloned()
    };
    let every: Option<usize> = option("--read").map(|every| every.parse()).transpose()?;
    let mut found: BTreeMap<&str, Found> = BTreeMap::new();
    let (mut postings, mut refused) = (0, 0);
    let mut known: BTreeMap<(String, String), Option<Places>> = BTreeMap::new();
    let begun = Instant::now();
    for line in fs::read_to_string(path)?.lines() {
        let posting: Value = serde_json::from_str(line)?;
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let description = text(&posting["description"]);
        let names = format!(
            "{}\n{}",
            text(&posting["hiringOrganization"]["name"]),
            text(&posting["title"])
        );
        postings += 1;
        let key = (description, names);
        if !known.contains_key(&key) {
            let markdown = convert(&key.0, &key.1);
            let html = markdown.as_deref().map(|text| render(text, Top::H2));
            if let Some(every) = every.filter(|every| postings % every == 0) {
                println!("===== {postings}, every {every}\n{}\n-----", key.0);
                println!("{}\n", markdown.as_deref().unwrap_or("refused"));
            }
            let places = html.map(|html| rules::places(&key.0, &key.1, &html));
            known.insert(key.clone(), places);
        }
        let Some(Some(places)) = known.get(&key) else {
            refused += 1;
            continue;
        };
        let mut rules: Vec<&str> = Vec::new();
        for (rule, context) in places {
            let entry = found.entry(rule).or_default();
            entry.places += 1;
            entry.postings += usize::from(!rules.contains(rule));
            *entry.contexts.entry(context.clone()).or_default() += 1;
            rules.push(rule);
        }
    }
    println!(
        "{postings} postings, {refused} refused, in {:?}",
        begun.elapsed()
    );
    for rule in rules::RULES {
        let (places, postings) = found
            .get(rule)
            .map_or((0, 0), |found| (found.places, found.postings));
        println!("{rule:13} {places:7} places in {postings:5} postings");
    }
    if let Some(found) = option("--show").and_then(|rule| found.remove(rule.as_str())) {
        let mut contexts: Vec<_> = found.contexts.into_iter().collect();
        contexts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        for (context, count) in contexts.iter().take(MOST_SHOWN) {
            println!("{count:5}  {context}");
        }
    }
    Ok(())
}

fn convert(description: &str, names: &str) -> Option<String> {
    imported::to_markdown_of(description, names)
}
