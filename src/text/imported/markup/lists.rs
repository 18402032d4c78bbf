//! Lists that were typed with bullets and line breaks in HTML, as the lists that they look like.

use regex::{Regex, regex};

/// A line of a block: what is between its ends or line breaks.
struct Line<'a> {
    html: &'a str,
    /// The item, without its bullet.
    item: Option<Item>,
}

struct Item {
    html: String,
    /// Whether the bullet is none but that; a dash needs another beside it.
    is_sure: bool,
}

/// A block with nothing but text in it.
fn block() -> &'static Regex {
    regex!(r"(?s)<(p|div)>(.*?)</(?:p|div)>")
}

/// What begins an item, behind what opens a format.
fn bullet() -> &'static Regex {
    regex!(r"(?s)^(\s*(?:<(?:strong|em)>)*)\s*(?:([•●∙⁃‣▪■➢➤►▶✓✔◦○▫□])|[-*·–]\s)\s*(.*\S.*)$")
}

/// The bullet that was typed in an item, which has one of its own.
fn second_bullet() -> &'static Regex {
    regex!(r"(<li>\s*(?:<(?:p|div|strong|em)>)*\s*)[•●∙⁃‣▪■➢➤►▶✓✔◦○▫□·]\s*")
}

/// `html`, which is tidy, with such lists.
pub fn of_lines(html: &str) -> String {
    let html = second_bullet().replace_all(html, "$1");
    let mut made = String::with_capacity(html.len());
    let mut end = 0;
    let mut lines: Vec<(&str, Vec<Line<'_>>)> = Vec::new();
    for found in block().captures_iter(&html) {
        let (Some(whole), Some(name), Some(inside)) = (found.get(0), found.get(1), found.get(2))
        else {
            continue;
        };
        if whole.start() > end {
            write(&mut made, &lines);
            lines.clear();
            made.push_str(&html[end..whole.start()]);
        }
        lines.push((name.as_str(), read(inside.as_str())));
        end = whole.end();
    }
    write(&mut made, &lines);
    made.push_str(&html[end..]);
    made
}

fn read(block: &str) -> Vec<Line<'_>> {
    let lines: Vec<&str> = block.split("<br>").collect();
    let is_whole = lines.iter().all(|line| is_closed(line));
    lines
        .into_iter()
        .map(|html| {
            let found = bullet().captures(html).filter(|_| is_whole);
            let item = found.map(|found| Item {
                html: format!("{}{}", &found[1], &found[3]),
                is_sure: found.get(2).is_some(),
            });
            Line { html, item }
        })
        .collect()
}

/// Whether each format that `line` opens is closed in it.
fn is_closed(line: &str) -> bool {
    line.matches("</").count() * 2 == line.matches('<').count()
}

/// Writes the blocks that stand beside each other.
fn write(made: &mut String, blocks: &[(&str, Vec<Line<'_>>)]) {
    let all: Vec<&Line<'_>> = blocks.iter().flat_map(|(_, lines)| lines).collect();
    let is_filled = |line: &&&Line<'_>| !line.html.trim().is_empty();
    let filled: Vec<&&Line<'_>> = all.iter().filter(is_filled).collect();
    let dashes = filled
        .windows(2)
        .filter(|pair| pair.iter().all(|line| line.item.is_some()))
        .count();
    let is_item = |line: &Line<'_>| {
        let item = line.item.as_ref();
        item.is_some_and(|item| item.is_sure || dashes > 0)
    };
    let mut is_list = false;
    for (name, lines) in blocks {
        let mut text: Vec<&str> = Vec::new();
        for line in lines {
            let item = line.item.as_ref().filter(|_| is_item(line));
            match item {
                Some(item) => {
                    write_text(made, name, &mut text);
                    made.push_str(if is_list { "" } else { "<ul>" });
                    made.push_str(&format!("<li>{}</li>", item.html));
                    is_list = true;
                }
                None if is_list && line.html.trim().is_empty() => {}
                None => {
                    made.push_str(if is_list { "</ul>" } else { "" });
                    is_list = false;
                    text.push(line.html);
                }
            }
        }
        write_text(made, name, &mut text);
    }
    made.push_str(if is_list { "</ul>" } else { "" });
}

fn write_text(made: &mut String, name: &str, lines: &mut Vec<&str>) {
    let text = lines.join("<br>");
    let text = text.trim_end_matches("<br>");
    if !text.trim().is_empty() {
        made.push_str(&format!("<{name}>{text}</{name}>"));
    }
    lines.clear();
}

#[cfg(test)]
mod tests {
    use super::of_lines;

    #[test]
    fn lines_with_bullets_are_a_list() {
        for (html, made) in [
            (
                "<p><strong>Tasks:</strong><br>• Build<br>• Test</p>",
                "<p><strong>Tasks:</strong></p><ul><li>Build</li><li>Test</li></ul>",
            ),
            (
                "<p>- Build<br>- Test<br><br>End</p>",
                "<ul><li>Build</li><li>Test</li></ul><p>End</p>",
            ),
            (
                "<p>· Build</p><p>· <em>Test</em></p><h3>End</h3>",
                "<ul><li>Build</li><li><em>Test</em></li></ul><h3>End</h3>",
            ),
            ("<ul><li>• Build</li></ul>", "<ul><li>Build</li></ul>"),
            ("<p>Regards<br>- Bea</p>", "<p>Regards<br>- Bea</p>"),
            ("<p>10 - 12<br>-5 °C</p>", "<p>10 - 12<br>-5 °C</p>"),
            (
                "<p><strong>• Build<br>• Test</strong></p>",
                "<p><strong>• Build<br>• Test</strong></p>",
            ),
        ] {
            assert_eq!(of_lines(html), made, "{html}");
        }
    }
}
