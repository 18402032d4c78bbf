//! Writing HTML in which every element is closed where it must be, however the tags came.

mod containers;

use super::table::Table;

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

#[derive(Debug)]
pub struct Writer {
    html: String,
    /// What is open around the block, the outermost first.
    containers: Vec<&'static str>,
    /// Lists and quotes that were too deep to be opened, and are not closed yet.
    ignored: usize,
    table: Option<Table>,
    /// Tables inside the table; they are not opened.
    inner_tables: usize,
    /// The block that is open.
    block: Option<&'static str>,
    /// The block to open before the next text.
    next_block: Option<&'static str>,
    /// How the next text is to look, and what is open of that.
    formats: Vec<Format>,
    open_formats: Vec<Format>,
    /// Characters that may still come.
    left: usize,
}

impl Writer {
    /// Writes text of at most `most` characters, each element counting as one.
    pub fn new(most: usize) -> Self {
        Self {
            html: String::new(),
            containers: Vec::new(),
            ignored: 0,
            table: None,
            inner_tables: 0,
            block: None,
            next_block: None,
            formats: Vec::new(),
            open_formats: Vec::new(),
            left: most + 1,
        }
    }

    /// Whether more came than may.
    pub fn is_full(&self) -> bool {
        self.left == 0
    }

    pub fn finish(mut self) -> String {
        self.close_to(0);
        self.html
    }

    pub fn text(&mut self, text: &str) {
        let is_verbatim = self.block.or(self.next_block) == Some("pre");
        let text = &text.replace('\u{a0}', " ");
        let is_blank = text.chars().all(|c| c.is_ascii_whitespace());
        if is_blank && !is_verbatim {
            if self.block.is_some() || self.holds_text() {
                self.blank();
            }
            return;
        }
        let text = &text[self.begin_text(text)..];
        let mut was_space = false;
        let length = text.chars().filter(|c| {
            let is_repeated = was_space && c.is_ascii_whitespace();
            was_space = c.is_ascii_whitespace() && !is_verbatim;
            !is_repeated
        });
        self.spend(length.count());
        self.html.push_str(&escape(text));
    }

    /// A blank looks the same in every format, so it opens none.
    fn blank(&mut self) {
        let kept = self.kept_formats(&self.wanted_formats());
        self.close_formats(kept);
        self.spend(1);
        self.html.push(' ');
    }

    pub fn line_break(&mut self) {
        self.begin_text("");
        self.spend(1);
        self.html.push_str("<br>");
    }

    pub fn rule(&mut self) {
        self.end_block();
        self.hold_blocks();
        self.spend(1);
        self.html.push_str("<hr>");
    }

    pub fn start_block(&mut self, name: &'static str) {
        self.end_block();
        self.next_block = Some(name);
    }

    pub fn end_block(&mut self) {
        self.close_formats(0);
        self.formats
            .retain(|format| !matches!(format, Format::Link(_)));
        self.next_block = None;
        if let Some(name) = self.block.take() {
            self.write_end(name);
        }
    }

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
    fn begin_text(&mut self, text: &str) -> usize {
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

    fn wanted_formats(&self) -> Vec<Format> {
        let is_verbatim = self.block == Some("pre");
        let wanted = |format: &&Format| !is_verbatim || **format == Format::Code;
        self.formats.iter().filter(wanted).cloned().collect()
    }

    /// How many of the formats that are open are wanted further on.
    fn kept_formats(&self, wanted: &[Format]) -> usize {
        let pairs = wanted.iter().zip(&self.open_formats);
        pairs.take_while(|(wanted, open)| wanted == open).count()
    }

    fn close_formats(&mut self, kept: usize) {
        for format in self.open_formats.drain(kept..).rev() {
            self.html.push_str(&format!("</{}>", format.name()));
        }
    }

    /// Takes the marks at the end away.
    fn take_marks(&mut self) -> String {
        let marks: &[char] = &['.', ':', ',', '!', '?', ')', '…'];
        let kept = self.html.trim_end_matches(marks).len();
        if self.html[..kept].ends_with('>') {
            return String::new();
        }
        self.html.split_off(kept)
    }

    fn push(&mut self, name: &'static str) {
        self.write_start(name);
        self.containers.push(name);
        if let Some(table) = &mut self.table {
            match name {
                "tr" => table.start_row(),
                "td" | "th" => table.start_cell(self.html.len()),
                _ => {}
            }
        }
    }

    fn close_to(&mut self, depth: usize) {
        self.end_block();
        while self.containers.len() > depth {
            let Some(name) = self.containers.pop() else {
                break;
            };
            if let (Some(table), "td" | "th") = (&mut self.table, name) {
                table.end_cell(self.html.len());
            }
            self.write_end(name);
            if name == "table"
                && let Some(table) = self.table.take()
            {
                table.finish(&mut self.html);
            }
        }
    }

    fn write_start(&mut self, name: &str) {
        self.spend(1);
        self.html.push_str(&format!("<{name}>"));
    }

    fn write_end(&mut self, name: &str) {
        self.html.push_str(&format!("</{name}>"));
    }

    fn spend(&mut self, characters: usize) {
        self.left = self.left.saturating_sub(characters);
    }
}

/// How many bytes of marks `text` begins with, if more than marks follows.
fn marks_before(text: &str) -> usize {
    let rest = text.trim_start_matches(['(', '.', ',', ':', '!', '?', '"', '/', '-', '–']);
    let rest = rest.trim_start();
    if rest.is_empty() {
        0
    } else {
        text.len() - rest.len()
    }
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + text.len() / 8);
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            c => escaped.push(c),
        }
    }
    escaped
}
