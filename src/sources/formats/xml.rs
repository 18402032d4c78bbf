//! XML of jobs: a file for each vocabulary. Each record becomes a small tree; nothing outside the file is read, and
//! entities are not expanded but for those of HTML.

mod indeed;
mod personio;
mod rss;
mod tree;
mod wxr;

use quick_xml::{Reader, events::Event};

use self::tree::{Element, Tree};
use super::{
    given::{Error, Given},
    record::{Mapped, Place, Record, Take, finish},
    unknown::Unknown,
};

/// Elements that are one job each, the root itself among them.
const RECORDS: [&str; 4] = ["item", "job", "position", "vacancy"];

/// Longest text before the first job that is kept, in characters.
const LONGEST_HEAD: usize = 2_000;

/// Deepest element, counted from the root.
const DEEPEST: usize = 40;

/// What stands before the first job.
#[derive(Debug, Default)]
pub struct Header {
    root: String,
    /// The `title` of an RSS channel.
    title: String,
    /// Attributes of the root, its namespaces among them.
    attributes: String,
}

/// Hands each job of the document `text` to `take`.
///
/// # Errors
/// [`Unknown`] where there is no element that is known as a job.
pub fn read<E>(text: &str, given: &Given<'_>, take: Take<'_, E>) -> Result<(), Error<E>> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = true;
    let mut header = Header::default();
    let mut path: Vec<String> = Vec::new();
    let mut tree: Option<Tree> = None;
    let mut number = 0;
    loop {
        let event = match reader.read_event() {
            Ok(Event::Eof) if path.is_empty() && tree.is_none() => break,
            Ok(Event::Eof) => {
                let why = "is cut off: the file ends within it";
                return end(number, why, take);
            }
            Ok(_) if path.len() + tree.as_ref().map_or(0, Tree::depth) > DEEPEST => {
                return end(
                    number,
                    "is nested too deeply, and so is unread with what follows",
                    take,
                );
            }
            Ok(event) => event,
            Err(error) => {
                let why = format!("is no XML, and so is unread with what follows: {error}");
                return end(number, why, take);
            }
        };
        if let Some(open) = &mut tree {
            if let Some(job) = open.add(&event) {
                number += 1;
                let record = if open.is_too_large() {
                    Record::refused(Place::Record(number), "has more than 20,000 elements")
                } else {
                    record(number, &job, &header, given)
                };
                tree = None;
                take(record).map_err(Error::Taken)?;
            }
            continue;
        }
        match event {
            Event::Start(start) => {
                let name = start.name().as_ref().to_owned();
                if path.is_empty() {
                    beginning(&name).clone_into(&mut header.root);
                    beginning(start.attributes_raw()).clone_into(&mut header.attributes);
                }
                if RECORDS.contains(&name.as_str()) {
                    tree = Some(Tree::new(&start));
                    continue;
                }
                path.push(name);
            }
            Event::End(_) => drop(path.pop()),
            other if path.last().is_some_and(|name| name == "title") && path.len() == 3 => {
                header.title += &tree::text(&other);
                header.title.truncate(beginning(&header.title).len());
            }
            _ => {}
        }
    }
    if number == 0 && !is_known(&header.root) {
        return Err(Unknown(format!(
            "looks like XML of <{}>, in which no job is known: jobs are read from RSS, Indeed's XML, Personio's and \
             WordPress's",
            header.root
        ))
        .into());
    }
    Ok(())
}

/// As much of what stands before the jobs as counts: it is looked at for each of them.
fn beginning(text: &str) -> &str {
    let end = text.char_indices().nth(LONGEST_HEAD);
    end.map_or(text, |(end, _)| &text[..end])
}

/// Whether a document of this root is one of jobs, though there are none.
fn is_known(root: &str) -> bool {
    ["rss", "source", "jobs", "workzag-jobs"].contains(&root)
}

/// Says that the record after `number` cannot be read, and nothing behind it.
fn end<E>(number: u64, why: impl Into<String>, take: Take<'_, E>) -> Result<(), Error<E>> {
    take(Record::refused(Place::Record(number + 1), why)).map_err(Error::Taken)
}

fn record(number: u64, job: &Element, header: &Header, given: &Given<'_>) -> Record {
    Record::new(Place::Record(number), || {
        let (title, read) = finish(mapped(job, header, given), given);
        let title = if title.is_empty() {
            job.text("title")
        } else {
            title
        };
        (title, read)
    })
}

fn mapped(job: &Element, header: &Header, given: &Given<'_>) -> Mapped {
    match header.root.as_str() {
        "workzag-jobs" => personio::read(job),
        "position" if job.has("jobDescriptions") => personio::read(job),
        "item" => rss::read(job, header, given.company.is_some()),
        "rss" if job.has("wp:post_type") => wxr::read(job),
        "rss" => rss::read(job, header, given.company.is_some()),
        _ => indeed::read(job),
    }
}

#[cfg(test)]
mod tests;
