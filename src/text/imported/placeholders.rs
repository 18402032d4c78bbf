//! `<your name>` and `<bea@acme.example>` in HTML: a browser takes them for elements that nobody knows, and shows
//! nothing. They are text.

use std::{borrow::Cow, collections::BTreeSet};

use regex::{Captures, Regex, regex};

/// Elements of HTML, those that it had once, and those of what is drawn in it.
const ELEMENTS: &str = "a abbr acronym address animate applet area article aside audio b base basefont bdi bdo bgsound \
    big blink blockquote body br button canvas caption center circle cite clippath code col colgroup command content \
    data datalist dd defs del desc details dfn dialog dir div dl dt element ellipse em embed fieldset figcaption figure \
    filter font footer foreignobject form frame frameset g h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image \
    img input ins isindex kbd keygen label layer legend li line lineargradient link listing main map mark marquee mask \
    math menu menuitem meta meter multicol nav nextid nobr noembed noframes nolayer noscript object ol optgroup option \
    output p param path pattern picture plaintext polygon polyline portal pre progress q radialgradient rb rect rp rt \
    rtc ruby s samp script search section select shadow slot small source spacer span stop strike strong style sub \
    summary sup svg symbol table tbody td template text textarea textpath tfoot th thead time title tr track tspan tt \
    u ul use var video wbr xml xmp";

/// A tag without a value: a name, and words.
fn tag() -> &'static Regex {
    regex!(r#"<([A-Za-z][^\s<>:=/"']{0,80})((?:\s+[^\s<>:=/"']{1,40}){0,10})\s*>"#)
}

fn end_tag() -> &'static Regex {
    regex!(r"</\s?([A-Za-z][^\s<>]{0,80})")
}

/// An address on the web in angle brackets.
fn address() -> &'static Regex {
    regex!(r#"<(https?://[^\s<>"']{1,500})>"#)
}

/// `html` with what is no tag of an element written as text.
pub fn as_text(html: &str) -> Cow<'_, str> {
    if !tag().is_match(html) && !address().is_match(html) {
        return Cow::Borrowed(html);
    }
    let ended: BTreeSet<String> = end_tag()
        .captures_iter(html)
        .map(|found| found[1].to_ascii_lowercase())
        .collect();
    let html = tag().replace_all(html, |found: &Captures<'_>| {
        let name = found[1].to_ascii_lowercase();
        let is_element = ELEMENTS.split_whitespace().any(|known| known == name);
        match is_element || ended.contains(&name) {
            true => found[0].to_owned(),
            false => format!("&lt;{}{}&gt;", &found[1], &found[2]),
        }
    });
    let html = address().replace_all(&html, "&lt;$1&gt;");
    Cow::Owned(html.into_owned())
}

#[cfg(test)]
mod tests {
    use super::as_text;

    #[test]
    fn words_in_angle_brackets_are_text_and_elements_are_not() {
        for (html, text) in [
            ("<p>Dear <your name>,", "<p>Dear &lt;your name&gt;,"),
            ("<b><Company></b>", "<b>&lt;Company&gt;</b>"),
            ("<p><bea@acme.example>", "<p>&lt;bea@acme.example&gt;"),
            (
                "<p><https://a.example/?b=1>",
                "<p>&lt;https://a.example/?b=1&gt;",
            ),
        ] {
            assert_eq!(as_text(html), text, "{html}");
        }
        for html in [
            "<P>a<BR><br/><hr noshade><input disabled>",
            "<o:p></o:p><o:p>",
            "<app-job>Baker</app-job>",
            "<font color=red><unknown a=\"b\">",
            "a < b and c > d",
            "1 <2 words> 3",
        ] {
            assert_eq!(as_text(html), html);
        }
    }
}
