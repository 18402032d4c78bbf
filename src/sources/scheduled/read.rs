//! The postings in what was fetched.

use std::{
    io::Cursor,
    sync::atomic::{AtomicBool, Ordering},
    time::{Duration, Instant},
};

use quick_xml::{Reader, events::Event};
use serde::de::IgnoredAny;
use url::Url;

use super::{
    fetch::{Kind, Problem},
    missing::Had,
    system::System,
    tally::{Reason, Tally},
};
use crate::{
    jobs::Status,
    platform::{db::text_enum::TextEnum, zone::Moment},
    sources::{
        formats::{self, Format, Given, Record, Skip},
        import::{Posting, fingerprint},
    },
};

/// Most records of a source.
const MOST: usize = 20_000;

/// How long the documents may take to read: those of 20,000 usual jobs take seconds.
const PATIENCE: Duration = Duration::from_secs(120);

/// So many bytes tell what a document is.
const HEAD: usize = 64 * 1024;

/// What is known of a source's jobs besides what it says.
#[derive(Clone, Debug)]
pub struct About {
    pub system: System,
    pub address: String,
    pub company: String,
}

/// What a source has.
#[derive(Debug, Default)]
pub struct Contents {
    pub postings: Vec<Posting>,
    pub had: Had,
    /// All that was read, whatever became of it.
    records: usize,
    /// Records that could not be read.
    pub refused: usize,
    /// Why, and what else became no job.
    pub notes: Tally,
    /// Whether there was nothing, and nothing that says so.
    pub is_empty: bool,
}

/// Reads `documents`. Takes as long as they are large, or until it is `abandoned`.
///
/// # Errors
/// Why they say nothing of what the source has.
pub fn read(
    documents: Vec<Vec<u8>>,
    about: &About,
    now: Moment,
    abandoned: &AtomicBool,
) -> Result<Contents, Problem> {
    let started = Instant::now();
    let mut contents = Contents::default();
    let is_blank = |document: &Vec<u8>| document.trim_ascii().is_empty();
    if documents.iter().all(is_blank) {
        contents.is_empty = true;
        return Ok(contents);
    }
    let site = match about.system {
        System::Personio | System::PersonioCom => {
            Url::parse(&about.system.address(&about.address)).ok()
        }
        _ => None,
    };
    let page = match about.system {
        System::Feed => Url::parse(&about.address).ok(),
        _ => None,
    };
    let given = Given {
        company: Some(about.company.as_str()).filter(|company| !company.is_empty()),
        site: site.as_ref(),
        page: page.as_ref(),
        columns: &[],
        dates: None,
        now: &|| now,
    };
    for document in documents {
        if !is_whole(&document) {
            return Err(Kind::Cut.into());
        }
        let mut take = |record| {
            contents.take(record, about);
            if contents.records > MOST {
                Err(Problem::from(Kind::TooMany))
            } else if started.elapsed() > PATIENCE || abandoned.load(Ordering::Relaxed) {
                Err(Problem::from(Kind::TooSlow))
            } else {
                Ok(())
            }
        };
        formats::read(Box::new(Cursor::new(document)), &given, &mut take).map_err(|error| {
            match error {
                formats::Error::Taken(problem) => problem,
                error => Problem::new(Kind::Unknown, error.to_string()),
            }
        })?;
    }
    if contents.postings.is_empty() && contents.refused > 0 {
        let reason = contents
            .notes
            .sorted()
            .first()
            .map(|(_, reason)| (*reason).to_owned());
        let reason = reason.unwrap_or_default();
        let kind = match reason.starts_with("has no company") {
            true => Kind::NoCompany,
            false => Kind::NoneRead,
        };
        return Err(Problem::new(kind, reason));
    }
    let none = contents.postings.is_empty();
    contents.had.says_none = none && !about.system.answers_for_unknown_boards();
    contents.is_empty = none && about.system.answers_for_unknown_boards();
    Ok(contents)
}

impl Contents {
    fn take(&mut self, record: Record, about: &About) {
        self.records += 1;
        match record.read {
            Ok(posting) if posting.status != Status::Published => {
                self.notes.count(Reason::Unpublished.as_str());
            }
            Ok(posting) => {
                for left_out in &posting.left_out {
                    self.notes.left_out(left_out.what);
                }
                for assumed in &posting.assumed {
                    self.notes.assumed(assumed.what);
                }
                let posting = belonging(posting, about);
                if self.had.keys.insert(posting.source.clone()) {
                    self.postings.push(posting);
                } else {
                    self.notes.count(Reason::SameIdentifier.as_str());
                }
            }
            Err(Skip::PassedOver(reason)) => self.notes.count(reason),
            Err(Skip::Column(name)) => self.notes.unused(&name),
            Err(Skip::Refused(refusal)) => {
                let reason = refusal.to_string();
                // What the command line could be told helps nobody here.
                let reason = reason.split(": use --").next().unwrap_or(&reason);
                self.notes.count(reason);
                self.refused += 1;
                if record.title.is_empty() {
                    self.had.unreadable += 1;
                } else {
                    *self.had.refused_titles.entry(record.title).or_default() += 1;
                }
            }
        }
    }
}

/// The posting as one of this source: no job that was posted here, whatever it says, and of the company that the
/// owner of the board named.
fn belonging(mut posting: Posting, about: &About) -> Posting {
    posting.identity = None;
    if about.system.is_of_one_company() {
        posting.fields.company.clone_from(&about.company);
        posting.source.0.clone_from(&about.company);
        posting.digest = fingerprint(&posting.fields, posting.date_posted);
    }
    posting
}

/// Whether a document goes on to its end, as far as its format can tell.
fn is_whole(document: &[u8]) -> bool {
    let head = document.get(..HEAD).unwrap_or(document);
    match formats::recognise(head) {
        Ok(Format::Json) => {
            let text = document.strip_prefix(b"\xef\xbb\xbf").unwrap_or(document);
            match serde_json::from_slice::<IgnoredAny>(text) {
                Ok(_) => true,
                Err(error) => !error.is_eof(),
            }
        }
        Ok(Format::Xml) => xml_ends(document),
        _ => true,
    }
}

/// Whether every element of an XML document is closed. One that is broken otherwise is judged by whoever reads
/// it.
fn xml_ends(document: &[u8]) -> bool {
    let mut reader = Reader::from_reader(document);
    let mut depth = 0_usize;
    loop {
        match reader.read_event() {
            Ok(Event::Start(_)) => depth += 1,
            Ok(Event::End(_)) => depth = depth.saturating_sub(1),
            Ok(Event::Eof) => return depth == 0,
            Ok(_) => {}
            Err(error) => return !matches!(error, quick_xml::Error::Syntax(_)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::clock::Clock;

    fn read_as(system: System, text: &str) -> Result<Contents, Problem> {
        let about = About {
            system,
            address: "acme".into(),
            company: "Acme".into(),
        };
        read(
            vec![text.as_bytes().to_vec()],
            &about,
            Clock::default().moment(),
            &AtomicBool::new(false),
        )
    }

    fn kind(text: &str) -> Option<Kind> {
        read_as(System::Feed, text)
            .err()
            .map(|problem| problem.kind)
    }

    #[test]
    fn nothing_and_an_honest_zero_are_told_apart() {
        let zero = r#"{"jobs":[],"meta":{"total":0}}"#;
        let read = |system, text| {
            let contents = read_as(system, text).unwrap_or_else(|problem| panic!("{problem:?}"));
            (contents.had.says_none, contents.is_empty)
        };
        assert_eq!(read(System::Greenhouse, zero), (true, false));
        assert_eq!(read(System::Workable, zero), (false, true));
        assert_eq!(read(System::Feed, " \n"), (false, true));
        assert_eq!(
            read(System::Feed, "<rss><channel></channel></rss>"),
            (true, false)
        );
    }

    #[test]
    fn half_a_document_is_none() {
        let job =
            r#"{"title":"Cook","content":"Cooks.","absolute_url":"https://a.example/1","id":1}"#;
        assert_eq!(kind(&format!("{{\"jobs\":[{job},{job}")), Some(Kind::Cut));
        assert_eq!(
            kind("<rss><channel><item><title>Cook</title>"),
            Some(Kind::Cut)
        );
        assert_eq!(kind("<rss><channel><item><tit"), Some(Kind::Cut));
        assert_eq!(kind("<html><p>Sign in</p></html>"), Some(Kind::Unknown));
    }
}
