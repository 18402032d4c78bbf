//! One element with all that is in it.

use quick_xml::events::{BytesStart, Event};

/// An element, by its name with its prefix.
#[derive(Clone, Debug, Default)]
pub struct Element {
    pub name: String,
    attributes: Vec<(String, String)>,
    content: Vec<Node>,
}

#[derive(Clone, Debug)]
enum Node {
    Text(String),
    Element(Element),
}

impl Element {
    fn new(start: &BytesStart<'_>) -> Self {
        let attributes = start.attributes().flatten().map(|attribute| {
            let value = htmlize::unescape(attribute.value.as_ref()).into_owned();
            (attribute.key.as_ref().to_owned(), value)
        });
        Self {
            name: start.name().as_ref().to_owned(),
            attributes: attributes.collect(),
            content: Vec::new(),
        }
    }

    pub fn attribute(&self, name: &str) -> &str {
        let found = self.attributes.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str()).unwrap_or_default()
    }

    /// The elements in it that are called `name`.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.children().filter(move |child| child.name == name)
    }

    /// Every element in it.
    pub fn children(&self) -> impl Iterator<Item = &Element> {
        self.content.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    pub fn has(&self, name: &str) -> bool {
        self.all(name).next().is_some()
    }

    /// What is in the first element called `name`.
    pub fn text(&self, name: &str) -> String {
        self.all(name)
            .next()
            .map(Element::inner)
            .unwrap_or_default()
    }

    /// What is in the first of these elements that is not empty.
    pub fn first(&self, names: &[&str]) -> String {
        let mut texts = names.iter().map(|name| self.text(name));
        texts.find(|text| !text.is_empty()).unwrap_or_default()
    }

    /// What is in it: its text, or markup where there are elements in it.
    pub fn inner(&self) -> String {
        let has_elements = self.children().next().is_some();
        let mut text = String::new();
        for node in &self.content {
            match node {
                Node::Text(part) if has_elements => text += &htmlize::escape_text(part),
                Node::Text(part) => text += part,
                Node::Element(element) => {
                    text += &format!("<{0}>{1}</{0}>", element.name, element.inner());
                }
            }
        }
        text.trim().to_owned()
    }
}

/// Most elements and texts of one record. Each takes far more memory than it takes bytes to write.
const MOST_NODES: usize = 20_000;

/// Elements that are still open, the outermost first.
#[derive(Debug)]
pub struct Tree {
    open: Vec<Element>,
    nodes: usize,
}

impl Tree {
    pub fn new(start: &BytesStart<'_>) -> Self {
        Self {
            open: vec![Element::new(start)],
            nodes: 0,
        }
    }

    pub fn depth(&self) -> usize {
        self.open.len()
    }

    /// Whether it has more than can be kept.
    pub fn is_too_large(&self) -> bool {
        self.nodes > MOST_NODES
    }

    /// Adds what comes next; gives the whole when its end has come.
    pub fn add(&mut self, event: &Event<'_>) -> Option<Element> {
        match event {
            Event::Start(start) => self.open.push(Element::new(start)),
            Event::Empty(start) => self.put(Node::Element(Element::new(start))),
            Event::End(_) => {
                let closed = self.open.pop()?;
                if self.open.is_empty() {
                    return Some(closed);
                }
                self.put(Node::Element(closed));
            }
            other => {
                let text = text(other);
                if !text.is_empty() {
                    self.put(Node::Text(text));
                }
            }
        }
        None
    }

    fn put(&mut self, node: Node) {
        self.nodes += 1;
        if self.nodes <= MOST_NODES
            && let Some(element) = self.open.last_mut()
        {
            element.content.push(node);
        }
    }
}

/// The text that an event is; nothing where it is none.
pub fn text(event: &Event<'_>) -> String {
    match event {
        Event::Text(text) => text.xml10_content().into_owned(),
        Event::CData(text) => text.xml10_content().into_owned(),
        Event::GeneralRef(name) => {
            let written = format!("&{};", &**name);
            htmlize::unescape(written.as_str()).into_owned()
        }
        _ => String::new(),
    }
}
