//! How wide a table becomes: in Markdown every cell of a column is as wide as its widest.

/// Characters of the widest table that stays one.
const LARGEST: usize = 40_000;

/// What stands between two cells.
const BORDER: usize = 3;

/// A table that is being written.
#[derive(Debug)]
pub struct Table {
    /// Where it begins in what was written.
    start: usize,
    rows: usize,
    widths: Vec<usize>,
    column: usize,
    cell: usize,
}

impl Table {
    pub fn new(start: usize) -> Self {
        Self {
            start,
            rows: 0,
            widths: Vec::new(),
            column: 0,
            cell: 0,
        }
    }

    pub fn start_row(&mut self) {
        self.rows += 1;
        self.column = 0;
    }

    /// A cell begins after `written` bytes.
    pub fn start_cell(&mut self, written: usize) {
        self.cell = written;
    }

    pub fn end_cell(&mut self, written: usize) {
        let width = written.saturating_sub(self.cell);
        match self.widths.get_mut(self.column) {
            Some(widest) => *widest = width.max(*widest),
            None => self.widths.push(width),
        }
        self.column += 1;
    }

    /// Makes lines of the rows of a table that is too large, at the end of `html`.
    pub fn finish(&self, html: &mut String) {
        let line: usize = self.widths.iter().map(|width| width + BORDER).sum();
        if self.rows.saturating_mul(line) <= LARGEST {
            return;
        }
        let table = html.split_off(self.start);
        let parts = [
            ("<table>", ""),
            ("</table>", ""),
            ("<thead>", ""),
            ("</thead>", ""),
            ("<tbody>", ""),
            ("</tbody>", ""),
            ("<caption>", "<div>"),
            ("</caption>", "</div>"),
            ("<tr>", "<div>"),
            ("</tr>", "</div>"),
            ("<td>", ""),
            ("</td>", " "),
            ("<th>", ""),
            ("</th>", " "),
        ];
        let flat = parts
            .iter()
            .fold(table, |table, (tag, by)| table.replace(tag, by));
        html.push_str(&flat);
    }
}
