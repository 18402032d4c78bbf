//! The description of a job, which schema.org lets be in several properties.

use serde_json::Value;

use crate::text::imported;

/// The properties that may hold a part of it, each with the heading that it gets.
const SECTIONS: [(&str, &str); 6] = [
    ("responsibilities", "Responsibilities"),
    ("qualifications", "Qualifications"),
    ("skills", "Skills"),
    ("educationRequirements", "Education"),
    ("experienceRequirements", "Experience"),
    ("jobBenefits", "Benefits"),
];

/// A part of a description, with its heading.
#[derive(Debug, Default)]
pub struct Section {
    pub heading: &'static str,
    /// Text or HTML.
    pub text: String,
}

impl Section {
    /// The parts of the description of `posting`.
    pub fn all(posting: &Value) -> Vec<Self> {
        let section = |(property, heading): (&str, &'static str)| {
            let text = text(posting.get(property)?)?;
            Some(Self { heading, text })
        };
        SECTIONS.into_iter().filter_map(section).collect()
    }
}

/// `description` with each of `sections` that it does not have already, as Markdown; nothing where all of it is
/// far too long.
pub fn whole(description: &str, sections: &[Section], names: &str) -> Option<String> {
    let mut markdown = imported::to_markdown_of(description, names)?;
    for Section { heading, text } in sections {
        let part = imported::to_markdown_of(text, names)?;
        if !part.is_empty() && !letters(&markdown).contains(&letters(&part)) {
            markdown = format!("{markdown}\n\n### {heading}\n\n{part}");
        }
    }
    Some(markdown.trim_start().to_owned())
}

/// A text, the name of an object, or a list of either.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Object(named) => named.get("name").and_then(text),
        Value::Array(list) => {
            let items: Vec<String> = list.iter().filter_map(text).collect();
            match items.as_slice() {
                [] => None,
                [only] => Some(only.clone()),
                items => Some(as_list(items)),
            }
        }
        _ => None,
    }
}

/// A list in HTML. An item may be text or HTML.
fn as_list(items: &[String]) -> String {
    let items = items.iter().map(|item| match item.contains("</") {
        true => format!("<li>{item}</li>"),
        false => format!("<li>{}</li>", htmlize::escape_text(item)),
    });
    format!("<ul>{}</ul>", items.collect::<String>())
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_stands_beside_a_description_is_added_once() {
        let posting = json!({
            "responsibilities": "Bake bread.",
            "qualifications": ["A degree", {"@type": "Thing", "name": "A < hat"}],
            "skills": "Patience",
            "jobBenefits": null,
        });
        let description = "<p>We bake.</p><p>Patience</p>";
        assert_eq!(
            whole(description, &Section::all(&posting), "").as_deref(),
            Some(
                "We bake.\n\nPatience\n\n### Responsibilities\n\nBake bread.\n\n### Qualifications\n\n\
                 *   A degree\n*   A < hat"
            )
        );
    }
}
