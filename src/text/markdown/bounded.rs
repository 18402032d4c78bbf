//! The events of a Markdown text without what only an attack has: nesting and numbers of elements that
//! would cost far more to show than to type.

use pulldown_cmark::{Event, Tag, TagEnd};

/// So many elements may be inside one another. What is deeper joins what is around it.
const DEEPEST: usize = 16;

/// Most elements of one text; what comes after is shown as text.
const MOST_ELEMENTS: usize = 2_000;

/// Most cells in the tables of one text. A row may be far shorter than its cells are many.
const MOST_CELLS: usize = 1_000;

/// Leaves the tags out that are too many or too deep, with their ends.
pub struct Bounded<I> {
    events: I,
    /// For each open element, whether its tag was left in.
    open: Vec<bool>,
    /// How many of them were.
    depth: usize,
    elements: usize,
    cells: usize,
}

impl<I> Bounded<I> {
    pub fn new(events: I) -> Self {
        Self {
            events,
            open: Vec::new(),
            depth: 0,
            elements: 0,
            cells: 0,
        }
    }

    fn start(&mut self, tag: &Tag<'_>) -> bool {
        self.cells += usize::from(*tag == Tag::TableCell);
        let has_room = self.depth < DEEPEST && self.elements < MOST_ELEMENTS;
        let is_kept = has_room && (*tag != Tag::TableCell || self.cells <= MOST_CELLS);
        self.open.push(is_kept);
        self.depth += usize::from(is_kept);
        self.elements += usize::from(is_kept);
        is_kept
    }

    fn end(&mut self) -> bool {
        let was_kept = self.open.pop().unwrap_or_default();
        self.depth -= usize::from(was_kept);
        was_kept
    }
}

impl<'a, I: Iterator<Item = Event<'a>>> Iterator for Bounded<I> {
    type Item = Event<'a>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let event = self.events.next()?;
            match &event {
                Event::Start(tag) if !self.start(tag) => {}
                Event::End(tag) if !self.end() => {
                    if is_block(*tag) {
                        return Some(Event::SoftBreak);
                    }
                }
                _ => return Some(event),
            }
        }
    }
}

/// Whether the next text begins a new line.
fn is_block(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::Item
            | TagEnd::CodeBlock
            | TagEnd::TableRow
    )
}
