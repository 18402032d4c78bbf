//! What stands around blocks: lists, quotes, and the parts of a table.

use super::{super::table::Table, Writer};

/// So many lists, quotes and parts of a table may be inside one another. What is deeper joins what is
/// around it.
const DEEPEST: usize = 12;

/// A table, its body, a row and a cell.
const LEVELS_OF_A_TABLE: usize = 4;

impl Writer {
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

    pub(super) fn start_table_part(&mut self, name: &'static str) {
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
    pub(super) fn back_to_list(&mut self) {
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
    pub(super) fn holds_text(&self) -> bool {
        matches!(
            self.containers.last(),
            Some(&("li" | "td" | "th" | "caption"))
        )
    }

    /// Opens what must be around a block: an item in a list, a cell in a table.
    pub(super) fn hold_blocks(&mut self) {
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
}
