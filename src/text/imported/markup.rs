//! HTML as it is found, written anew before anything builds a tree of it: only the elements that
//! Markdown has, each closed, nested so deep at most, and with text for so many characters at most.
//! One pass, whose cost and result grow no faster than what it is given.

pub mod lists;
mod table;
mod writer;

use html5gum::{
    Span, Tokenizer,
    emitters::callback::{CallbackEmitter, CallbackEvent},
};

use self::writer::{Format, Writer};

/// What an element means to Markdown.
enum Element {
    /// A paragraph, a heading, preformatted text, or anything else that stands on lines of its own.
    Block(&'static str),
    /// A list, a quote or a table, or a part of one.
    Container(&'static str),
    Format(Format),
    Break,
    Rule,
    /// Its text is not for reading.
    Hidden,
    /// Only its text counts.
    Other,
}

/// A start tag whose attributes are being read.
#[derive(Default)]
struct StartTag {
    name: Vec<u8>,
    attribute: Vec<u8>,
    /// `href` of a link, `start` of a list.
    value: Option<String>,
}

/// An element whose text is not for reading, and what is in it.
#[derive(Default)]
struct Hidden {
    name: Vec<u8>,
    /// Elements of this name that are open.
    depth: usize,
}

impl Hidden {
    fn is_over(&self) -> bool {
        self.depth == 0
    }

    /// A head that was never closed ends where the page begins.
    fn start(&mut self, name: &[u8]) {
        let is_page = matches!(element(name), Element::Block(_) | Element::Container(_));
        if self.name == b"head" && is_page {
            self.depth = 0;
        }
        if self.depth == 0 && matches!(element(name), Element::Hidden) {
            name.clone_into(&mut self.name);
        }
        self.depth += usize::from(self.name == name && matches!(element(name), Element::Hidden));
    }

    fn end(&mut self, name: &[u8]) {
        self.depth -= usize::from(self.depth > 0 && self.name == name);
    }
}

/// `html` as tidy HTML; nothing where its text is longer than `most` characters, counting each
/// element as one.
pub fn tidy(html: &str, most: usize) -> Option<String> {
    let mut writer = Writer::new(most);
    let mut tag = StartTag::default();
    let mut hidden = Hidden::default();
    let mut read = |event: CallbackEvent<'_>, _: Span<()>| {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                tag = StartTag {
                    name: name.to_vec(),
                    ..StartTag::default()
                };
            }
            CallbackEvent::AttributeName { name } => tag.attribute = name.to_vec(),
            CallbackEvent::AttributeValue { value } if tag.wants_value() => {
                tag.value = Some(String::from_utf8_lossy(value).into_owned());
            }
            CallbackEvent::CloseStartTag { .. } => {
                let value = tag.value.take();
                hidden.start(&tag.name);
                if hidden.is_over() {
                    start(&mut writer, element(&tag.name), value);
                }
            }
            CallbackEvent::EndTag { name } => {
                if hidden.is_over() {
                    end(&mut writer, element(name));
                }
                hidden.end(name);
            }
            CallbackEvent::String { value } if hidden.is_over() => {
                writer.text(&String::from_utf8_lossy(value));
            }
            _ => {}
        }
        writer.is_full().then_some(())
    };
    let mut emitter = CallbackEmitter::new(&mut read);
    emitter.naively_switch_states(true);
    let is_too_long = Tokenizer::new_with_emitter(html, emitter).next().is_some();
    (!is_too_long).then(|| writer.finish())
}

impl StartTag {
    /// The first of its kind counts.
    fn wants_value(&self) -> bool {
        let wanted = match self.name.as_slice() {
            b"a" => self.attribute == b"href",
            b"ol" => self.attribute == b"start",
            _ => false,
        };
        wanted && self.value.is_none()
    }
}

/// The lines of `tidy` HTML that has nothing but lines; nothing where it has more.
pub fn lines(tidy: &str) -> Option<String> {
    let text = tidy
        .replace("<br>", "\n")
        .replace("</p>", "\n\n")
        .replace("</div>", "\n")
        .replace("<p>", "")
        .replace("<div>", "");
    let is_text = !text.contains('<');
    is_text.then(|| htmlize::unescape(text).trim().to_owned())
}

fn start(writer: &mut Writer, element: Element, value: Option<String>) {
    match element {
        Element::Block(name) => writer.start_block(name),
        Element::Container(name) => writer.start_container(name, value),
        Element::Format(Format::Link(_)) => writer.start_link(value),
        Element::Format(format) => writer.start_format(format),
        Element::Break => writer.line_break(),
        Element::Rule => writer.rule(),
        Element::Hidden | Element::Other => {}
    }
}

fn end(writer: &mut Writer, element: Element) {
    match element {
        Element::Block(_) => writer.end_block(),
        Element::Container(name) => writer.end_container(name),
        Element::Format(format) => writer.end_format(&format),
        Element::Break | Element::Rule | Element::Hidden | Element::Other => {}
    }
}

fn element(name: &[u8]) -> Element {
    match name {
        b"p" => Element::Block("p"),
        b"h1" => Element::Block("h1"),
        b"h2" => Element::Block("h2"),
        b"h3" => Element::Block("h3"),
        b"h4" => Element::Block("h4"),
        b"h5" => Element::Block("h5"),
        b"h6" => Element::Block("h6"),
        b"pre" | b"listing" | b"plaintext" | b"xmp" => Element::Block("pre"),
        b"address" | b"article" | b"aside" | b"body" | b"center" | b"dd" | b"details"
        | b"dialog" | b"div" | b"dl" | b"dt" | b"fieldset" | b"figcaption" | b"figure"
        | b"footer" | b"form" | b"header" | b"legend" | b"main" | b"nav" | b"optgroup"
        | b"option" | b"search" | b"section" | b"summary" | b"textarea" => Element::Block("div"),
        b"ul" | b"menu" | b"dir" => Element::Container("ul"),
        b"ol" => Element::Container("ol"),
        b"li" => Element::Container("li"),
        b"blockquote" => Element::Container("blockquote"),
        b"table" => Element::Container("table"),
        b"caption" => Element::Container("caption"),
        b"thead" => Element::Container("thead"),
        b"tbody" | b"tfoot" => Element::Container("tbody"),
        b"tr" => Element::Container("tr"),
        b"td" => Element::Container("td"),
        b"th" => Element::Container("th"),
        b"b" | b"strong" => Element::Format(Format::Strong),
        b"em" | b"i" => Element::Format(Format::Emphasis),
        b"code" => Element::Format(Format::Code),
        b"a" => Element::Format(Format::Link(String::new())),
        b"br" => Element::Break,
        b"hr" => Element::Rule,
        b"head" | b"iframe" | b"noembed" | b"noframes" | b"script" | b"style" | b"svg"
        | b"template" | b"title" => Element::Hidden,
        _ => Element::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::tidy;

    fn tidied(html: &str) -> String {
        tidy(html, 20_000).unwrap_or_default()
    }

    #[test]
    fn what_is_left_open_is_closed_and_what_is_unknown_goes() {
        for (html, tidy) in [
            (
                "<p>One <b>two<p>three</b> four<script>five</script>",
                "<p>One <strong>two</strong></p><p><strong>three</strong> four</p>",
            ),
            (
                "<ul><li>a<li>b<ol start=4><li>c</ul>d",
                "<ul><li>a</li><li>b<ol start=\"4\"><li>c</li></ol></li></ul><p>d</p>",
            ),
            (
                "<div><div>a</div>b<font color=red>c &amp; &lt;d></font></div>",
                "<div>a</div><p>bc &amp; &lt;d&gt;</p>",
            ),
            (
                "<a href='/x?a=1&amp;b=\"' onclick=x>link</a><a>none</a><img src=x>",
                "<p><a href=\"/x?a=1&amp;b=&quot;\">link</a>none</p>",
            ),
            (
                "<table><tr><th>a<th>b<tr><td>c<td><table><tr><td>d</table>e</table>",
                "<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td><div>d</div>e</td></tr></table>",
            ),
            ("<pre>  a\n  b</pre>", "<pre>  a\n  b</pre>"),
        ] {
            assert_eq!(tidied(html), tidy, "{html}");
        }
    }

    #[test]
    fn nesting_has_an_end_and_so_has_a_table() {
        let deep = tidied(&("<blockquote><ul><li>".repeat(5_000) + "x"));
        assert!(deep.len() < 300, "{deep}");
        let wide = format!("<table><tr><th>{}", "x".repeat(1_000)) + &"<tr><td>y".repeat(1_000);
        let flat = tidied(&wide);
        assert!(!flat.contains("<t") && flat.contains("<div>y </div>"));
    }

    #[test]
    fn text_beyond_the_limit_is_noticed() {
        assert!(tidy(&"<p>x".repeat(20), 30).is_none());
        assert!(tidy(&"<p>x".repeat(20), 50).is_some());
        assert!(tidy(&format!("<p>{}x", " ".repeat(500)), 20).is_some());
    }
}
