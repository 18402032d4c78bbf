//! Writing HTML in which every element is closed where it must be, however the tags came.

mod containers;
mod formats;

use super::table::Table;

pub use self::formats::Format;

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
