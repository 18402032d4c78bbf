//! What a file is, decided from how it begins.

use std::borrow::Cow;

use super::{
    envelope,
    split::{self, Extent},
    unknown::{self, Unknown},
};

/// How the records of a file are told apart.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Format {
    /// A JSON object a line.
    Lines,
    /// One JSON value.
    Json,
    Html,
    Xml,
    /// A table with a line of headers.
    Csv {
        delimiter: u8,
    },
}

/// What can stand between columns. Of as many the last counts: names have commas in them, too, and no tabs.
const DELIMITERS: [u8; 4] = [b'|', b',', b';', b'\t'];

/// Recognises a file by `head`, its first bytes, unpacked and in UTF-8 or an encoding like ASCII.
///
/// # Errors
/// Says what the file looks like, and what to do.
pub fn recognise(head: &[u8]) -> Result<Format, Unknown> {
    if let Some(unknown) = unknown::told_by_beginning(head) {
        return Err(unknown);
    }
    let text = String::from_utf8_lossy(head);
    let text = text.trim_start();
    match text.bytes().next() {
        None => Err(Unknown::new("is empty")),
        Some(b'[') => Ok(Format::Json),
        Some(b'{') => Ok(lines_or_json(text)),
        Some(b'<') => markup(text),
        Some(_) if has_line_of_json(text) => Ok(Format::Lines),
        Some(_) if text.contains('\0') => Err(Unknown::new(
            "is no text: jobs are read from CSV, JSON, XML or HTML",
        )),
        Some(_) => table(text),
    }
}

/// An object that goes on over several lines, or that holds a list of jobs, is a document.
fn lines_or_json(text: &str) -> Format {
    let extent = split::extent(text);
    let is_envelope = split::members(text).any(|(name, value)| envelope::holds_jobs(&name, value));
    if is_envelope {
        return Format::Json;
    }
    let first_line = text.lines().next().unwrap_or_default();
    let ends_on_its_line = match extent {
        Extent::Whole(length) => length <= first_line.len(),
        Extent::Open => first_line.len() == text.len(),
        Extent::Broken => true,
    };
    let rest = text.get(first_line.len()..).unwrap_or_default();
    if extent != Extent::Open && rest.trim().is_empty() && !envelope::is_job(text) {
        return Format::Json;
    }
    if ends_on_its_line || has_line_of_json(rest) {
        Format::Lines
    } else {
        Format::Json
    }
}

/// Whether a line is a JSON object from its first character on to its last.
fn has_line_of_json(text: &str) -> bool {
    text.lines()
        .filter(|line| line.starts_with('{'))
        .any(|line| split::extent(line) == Extent::Whole(line.trim_end().len()))
}

fn markup(text: &str) -> Result<Format, Unknown> {
    let lower = text.to_ascii_lowercase();
    let is_page = ["<!doctype html", "<html"]
        .iter()
        .any(|tag| lower.contains(tag));
    if is_page {
        return Ok(Format::Html);
    }
    match root(text) {
        Some(name) if name == "urlset" || name == "sitemapindex" => Err(Unknown::new(
            "looks like a sitemap, which has addresses and no jobs: import the pages that it names",
        )),
        Some(name) if name == "feed" => Err(Unknown::new(
            "looks like an Atom feed, which does not say who the employer is: import the site's RSS, JSON or XML of jobs",
        )),
        Some(name) if name == "svg" => Err(Unknown::new("looks like a picture (SVG)")),
        _ if lower.contains("application/ld+json") && !text.starts_with("<?xml") => {
            Ok(Format::Html)
        }
        Some(_) if text.starts_with("<?xml") || !is_html_element(text) => Ok(Format::Xml),
        _ => Ok(Format::Html),
    }
}

/// The name of the first element.
fn root(text: &str) -> Option<Cow<'_, str>> {
    let mut rest = text;
    loop {
        rest = rest.get(rest.find('<')? + 1..)?;
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.get(comment.find("-->")? + 3..)?;
        } else if !rest.starts_with(['?', '!']) {
            let end = rest.find(|c: char| c.is_whitespace() || c == '>' || c == '/');
            return Some(Cow::Borrowed(rest.get(..end?)?));
        }
    }
}

fn is_html_element(text: &str) -> bool {
    let name = root(text).unwrap_or_default().to_ascii_lowercase();
    [
        "head", "body", "script", "div", "p", "meta", "title", "section", "table",
    ]
    .contains(&name.as_str())
}

/// A table by its first line: what stands between its columns is there most often.
fn table(text: &str) -> Result<Format, Unknown> {
    let (stated, text) = match stated_delimiter(text) {
        Some((delimiter, rest)) => (Some(delimiter), rest),
        None => (None, text),
    };
    let header = header_line(text);
    let delimiter = stated.or_else(|| {
        DELIMITERS
            .into_iter()
            .map(|delimiter| (columns(header, delimiter), delimiter))
            .filter(|(columns, _)| *columns > 1)
            .max_by_key(|(columns, _)| *columns)
            .map(|(_, delimiter)| delimiter)
    });
    delimiter
        .map(|delimiter| Format::Csv { delimiter })
        .ok_or_else(|| {
            Unknown::new(
                "looks like plain text: a CSV begins with a line of column names, like title,company,url,description",
            )
        })
}

/// The delimiter of a line `sep=;`, which Excel writes and reads, and what follows the line.
pub fn stated_delimiter(text: &str) -> Option<(u8, &str)> {
    let rest = text.strip_prefix("sep=")?;
    let delimiter = *rest.as_bytes().first()?;
    let rest = rest.get(1..)?;
    let rest = rest.strip_prefix('\r').unwrap_or(rest);
    Some((delimiter, rest.strip_prefix('\n')?))
}

/// Up to the first line break outside quotation marks.
fn header_line(text: &str) -> &str {
    let mut is_quoted = false;
    let end = text.find(|c| {
        is_quoted ^= c == '"';
        !is_quoted && matches!(c, '\n' | '\r')
    });
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}

fn columns(header: &str, delimiter: u8) -> usize {
    let mut is_quoted = false;
    let separators = header.bytes().filter(|byte| {
        is_quoted ^= *byte == b'"';
        !is_quoted && *byte == delimiter
    });
    separators.count() + 1
}

#[cfg(test)]
mod tests;
