//! Writing HTML in which every element is closed where it must be, however the tags came.

use super::table::Table;

/// So many lists, quotes and parts of a table may be inside one another. What is deeper joins what is
/// around it.
const DEEPEST: usize = 12;

/// A table, its body, a row and a cell.
const LEVELS_OF_A_TABLE: usize = 4;

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
        let is_blank = text.chars().all(|c| c.is_ascii_whitespace());
        if is_blank && !is_verbatim && self.block.is_none() && !self.holds_text() {
            return;
        }
        self.begin_text();
        let mut was_space = false;
        let length = text.chars().filter(|c| {
            let is_repeated = was_space && c.is_ascii_whitespace();
            was_space = c.is_ascii_whitespace() && !is_verbatim;
            !is_repeated
        });
        self.spend(length.count());
        self.html.push_str(&escape(text));
    }

    pub fn line_break(&mut self) {
        self.begin_text();
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

    pub fn start_container(&mut self, name: &'static str, first: Option<String>) {
        self.end_block();
        let is_item = name == "li";
        let is_list_or_quote = matches!(name, "ul" | "ol" | "blockquote");
        if is_item || is_list_or_quote {
            if self.ignored > 0 || self.containers.len() >= DEEPEST {
                self.ignored += usize::from(is_list_or_quote);
                self.next_block = Some("div");
                return;
            }
            if is_item {
                self.back_to_list();
            } else {
                self.hold_blocks();
            }
            let first: Option<u16> = first.and_then(|first| first.parse().ok());
            self.push(name);
            if let Some(first) = first {
                self.html.truncate(self.html.len() - 1);
                self.html.push_str(&format!(" start=\"{first}\">"));
            }
            return;
        }
        self.start_table_part(name);
    }

    pub fn end_container(&mut self, name: &'static str) {
        self.end_block();
        if self.inner_tables > 0 && !matches!(name, "ul" | "ol" | "li" | "blockquote") {
            self.inner_tables -= usize::from(name == "table");
            return;
        }
        if self.ignored > 0 && matches!(name, "ul" | "ol" | "li" | "blockquote") {
            self.ignored -= usize::from(name != "li");
            return;
        }
        let mut around = self.containers.iter().enumerate().rev();
        let is_wall = |open: &str| match name {
            "li" => matches!(open, "ul" | "ol" | "td" | "th"),
            "ul" | "ol" | "blockquote" => matches!(open, "td" | "th"),
            _ => false,
        };
        let found = around.find(|(_, open)| **open == name || is_wall(open));
        if let Some((at, open)) = found
            && *open == name
        {
            self.close_to(at);
        }
    }

    fn start_table_part(&mut self, name: &'static str) {
        let table = self.containers.iter().position(|open| *open == "table");
        let Some(table) = table.filter(|_| self.inner_tables == 0 && name != "table") else {
            let is_outermost = table.is_none() && self.ignored == 0;
            let fits = self.containers.len() + LEVELS_OF_A_TABLE <= DEEPEST;
            if name == "table" && is_outermost && fits {
                self.hold_blocks();
                self.table = Some(Table::new(self.html.len()));
                self.push(name);
            } else {
                self.inner_tables += usize::from(name == "table");
                self.next_block = Some("div");
            }
            return;
        };
        // Whatever is still open in a cell ends with it.
        self.ignored = 0;
        let after = |parts: &[&str]| {
            let inside = self.containers.iter().skip(table);
            inside
                .take(LEVELS_OF_A_TABLE - 1)
                .rposition(|open| parts.contains(open))
                .map_or(table + 1, |at| table + at + 1)
        };
        match name {
            "tr" => {
                let body = after(&["thead", "tbody"]);
                self.close_to(body);
            }
            "td" | "th" => {
                let row = after(&["tr"]);
                let has_row = row > table + 1 || self.containers.get(table + 1) == Some(&"tr");
                let to = if has_row {
                    row
                } else {
                    after(&["thead", "tbody"])
                };
                self.close_to(to);
                if !has_row {
                    self.push("tr");
                }
            }
            _ => self.close_to(table + 1),
        }
        self.push(name);
    }

    /// Ends the item before, or begins the list that an item lacks.
    fn back_to_list(&mut self) {
        let mut around = self.containers.iter().enumerate().rev();
        let nearest = around.find(|(_, open)| matches!(**open, "ul" | "ol" | "td" | "th"));
        match nearest {
            Some((at, &("ul" | "ol"))) => self.close_to(at + 1),
            _ => {
                self.hold_blocks();
                self.push("ul");
            }
        }
    }

    /// Whether text may stand directly in what is open.
    fn holds_text(&self) -> bool {
        matches!(
            self.containers.last(),
            Some(&("li" | "td" | "th" | "caption"))
        )
    }

    /// Opens what must be around a block: an item in a list, a cell in a table.
    fn hold_blocks(&mut self) {
        match self.containers.last() {
            Some(&("ul" | "ol")) => self.push("li"),
            Some(&("table" | "thead" | "tbody")) => {
                self.push("tr");
                self.push("td");
            }
            Some(&"tr") => self.push("td"),
            _ => {}
        }
    }

    fn begin_text(&mut self) {
        if self.block.is_none() {
            self.hold_blocks();
            let paragraph = (!self.holds_text()).then_some("p");
            self.block = self.next_block.take().or(paragraph);
            if let Some(name) = self.block {
                self.write_start(name);
            }
        }
        let is_verbatim = self.block == Some("pre");
        let wanted: Vec<Format> = self
            .formats
            .iter()
            .filter(|format| !is_verbatim || **format == Format::Code)
            .cloned()
            .collect();
        let kept = wanted
            .iter()
            .zip(&self.open_formats)
            .take_while(|(wanted, open)| wanted == open)
            .count();
        self.close_formats(kept);
        for format in &wanted[kept..] {
            self.html.push_str(&format.start());
        }
        self.open_formats = wanted;
    }

    fn close_formats(&mut self, kept: usize) {
        for format in self.open_formats.drain(kept..).rev() {
            self.html.push_str(&format!("</{}>", format.name()));
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
