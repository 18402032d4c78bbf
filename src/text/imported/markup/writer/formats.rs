//! Bold and other formats: what is open, and where it may begin and end for Markdown to show it.

use super::{Writer, escape};

/// Longest address of a link, in bytes; a longer one leads nowhere.
const LONGEST_LINK: usize = 2_000;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Format {
    Strong,
    Emphasis,
    Code,
    /// Leads to this address.
    Link(String),
}

impl Format {
    fn start(&self) -> String {
        match self {
            Self::Link(address) => format!("<a href=\"{}\">", escape(address)),
            other => format!("<{}>", other.name()),
        }
    }

    fn name(&self) -> &'static str {
        match self {
            Self::Strong => "strong",
            Self::Emphasis => "em",
            Self::Code => "code",
            Self::Link(_) => "a",
        }
    }
}

impl Writer {
    pub fn start_format(&mut self, format: Format) {
        if !self.formats.contains(&format) {
            self.formats.push(format);
        }
    }

    /// A link without an address is none; another link ends it.
    pub fn start_link(&mut self, address: Option<String>) {
        self.end_format(&Format::Link(String::new()));
        let fits = address.filter(|address| address.len() <= LONGEST_LINK);
        self.formats.extend(fits.map(Format::Link));
    }

    pub fn end_format(&mut self, ended: &Format) {
        self.formats.retain(|format| format.name() != ended.name());
    }

    /// Opens and closes what must be before `text`. Gives how many bytes of it are written: marks between
    /// a letter and a format, which Markdown cannot have inside.
    pub(super) fn begin_text(&mut self, text: &str) -> usize {
        if self.block.is_none() {
            self.hold_blocks();
            let paragraph = (!self.holds_text()).then_some("p");
            self.block = self.next_block.take().or(paragraph);
            if let Some(name) = self.block {
                self.write_start(name);
            }
        }
        let wanted = self.wanted_formats();
        let kept = self.kept_formats(&wanted);
        let marks = if text.starts_with(char::is_alphanumeric) && self.open_formats.len() > kept {
            self.take_marks()
        } else {
            String::new()
        };
        self.close_formats(kept);
        self.html.push_str(&marks);
        let opens = wanted.len() > kept && self.ends_in_word();
        let written = if opens { marks_before(text) } else { 0 };
        self.html.push_str(&escape(&text[..written]));
        if written < text.len() || text.is_empty() {
            for format in &wanted[kept..] {
                self.html.push_str(&format.start());
            }
            self.open_formats = wanted;
        }
        written
    }

    /// Whether the last text that is written, apart from tags, ends with a letter or digit.
    fn ends_in_word(&self) -> bool {
        let mut text = self.html.as_str();
        while text.ends_with('>')
            && let Some((before, tag)) = text.rsplit_once("</")
            && matches!(tag, "strong>" | "em>" | "code>" | "a>")
        {
            text = before;
        }
        text.ends_with(char::is_alphanumeric)
    }

    /// What is opened in code is none: there marks are text.
    pub(super) fn wanted_formats(&self) -> Vec<Format> {
        let is_code = |format: &Format| *format == Format::Code;
        if self.block == Some("pre") {
            return self
                .formats
                .iter()
                .filter(|format| is_code(format))
                .cloned()
                .collect();
        }
        let code = self.formats.iter().position(is_code);
        let wanted = code.map_or(self.formats.len(), |code| code + 1);
        self.formats.iter().take(wanted).cloned().collect()
    }

    /// How many of the formats that are open are wanted further on.
    pub(super) fn kept_formats(&self, wanted: &[Format]) -> usize {
        let pairs = wanted.iter().zip(&self.open_formats);
        pairs.take_while(|(wanted, open)| wanted == open).count()
    }

    pub(super) fn close_formats(&mut self, kept: usize) {
        for format in self.open_formats.drain(kept..).rev() {
            self.html.push_str(&format!("</{}>", format.name()));
        }
    }

    /// Takes the marks at the end away.
    fn take_marks(&mut self) -> String {
        let marks: &[char] = &[
            '.', ':', ',', '!', '?', ')', ']', '…', '*', '%', '-', '–', '/', '”', '’',
        ];
        let kept = self.html.trim_end_matches(marks).len();
        if self.html[..kept].ends_with('>') {
            return String::new();
        }
        self.html.split_off(kept)
    }
}

/// How many bytes of marks and blanks `text` begins with; all where there is nothing else.
fn marks_before(text: &str) -> usize {
    text.len()
        - text
            .trim_start_matches(|c: char| !c.is_alphanumeric())
            .len()
}
