//! Text without its tags, in a way of its own: what was found, and what a page shows.

use regex::{Regex, regex};

/// A line that is read, and the element that it is in.
pub struct Line {
    pub text: String,
    pub is_item: bool,
}

/// Elements that begin a new line.
fn block() -> &'static Regex {
    regex!(
        r"(?i)<(/?)(p|br|div|ul|ol|li|h[1-6]|tr|table|thead|tbody|section|article|header|footer|blockquote|pre|hr|dl|dt|dd)\b[^<>]*>"
    )
}

fn is_html(text: &str) -> bool {
    regex!(
        r"(?i)</?(p|br|div|ul|ol|li|h[1-6]|strong|em|a|b|i|u|span|table|img|style|script)\b[^<>]*>"
    )
    .is_match(text)
}

/// `raw` without tags, one line a block.
pub fn plain(raw: &str) -> String {
    let mut text = raw.to_owned();
    if !is_html(&text) && is_html(&htmlize::unescape(raw)) {
        text = htmlize::unescape(raw).into_owned();
    }
    if is_html(&text) {
        let hidden = regex!(
            r"(?is)<!--.*?-->|<(?:style)\b.*?</style>|<(?:script)\b.*?</script>|<(?:template)\b.*?</template>|<head\b.*?</head>"
        );
        text = hidden.replace_all(&text, "").replace('\n', " ");
        text = block().replace_all(&text, "\n").into_owned();
        text = regex!(r"(?i)</?(td|th)\b[^<>]*>")
            .replace_all(&text, " ")
            .into_owned();
        text = regex!(r"</?[a-zA-Z][^<>]*>")
            .replace_all(&text, "")
            .into_owned();
    }
    let text = htmlize::unescape(text.as_str());
    let text = text.replace(['\u{a0}', '\t'], " ");
    let text = regex!(r"#(URL|EMAIL|PHONE)_[0-9a-f]{16,}#").replace_all(&text, " withheld ");
    let leftovers = regex!(
        r"(?s)/\* Style Definitions \*/.*?\{mso-[^}]*\}|Normal 0|false false false|\S*X-NONE\b|EN-US"
    );
    leftovers.replace_all(&text, " ").into_owned()
}

/// The lines that a page shows of `html`, which is tidy.
pub fn lines(html: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut text = String::new();
    let mut items = 0_usize;
    let mut push = |text: &mut String, items: usize| {
        let line = htmlize::unescape(text.as_str()).trim().to_owned();
        if !line.is_empty() {
            let line = regex!(r"\((?:link|email address|phone number) withheld\)")
                .replace_all(&line, "withheld");
            lines.push(Line {
                text: line.into_owned(),
                is_item: items > 0,
            });
        }
        text.clear();
    };
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(&before.replace('\n', " "));
        let (tag, after) = after.split_once('>').unwrap_or((after, ""));
        rest = after;
        let name = tag.trim_start_matches('/').split(' ').next();
        match name.unwrap_or_default() {
            "a" | "em" | "strong" | "code" | "del" => {}
            "td" | "th" => text.push(' '),
            name => {
                push(&mut text, items);
                if name == "li" && tag.starts_with('/') {
                    items = items.saturating_sub(1);
                } else if name == "li" {
                    items += 1;
                }
            }
        }
    }
    text.push_str(rest);
    push(&mut text, items);
    lines
}
