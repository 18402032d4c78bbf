//! Sentences in templates: `t(key="…")`, and `t_html(key="…")` for one with markup in it.
//!
//! What depends on no variable is put into a template's source before it is parsed, once for each
//! locale, so that most sentences cost nothing when a page is made.

use fluent_bundle::{FluentArgs, FluentValue};
use regex::{Captures, regex};
use tera::{Kwargs, State, TeraResult, Value};

use super::{Locale, catalogue, markup};

/// The template `name` with the sentences of `locale` in it, as far as no variable is in them.
///
/// # Errors
/// When a sentence is in no file.
pub fn localize(name: &str, source: &str, locale: Locale) -> TeraResult<String> {
    let is_markup = !name.ends_with(".txt");
    let mut missing = None;
    let mut find = |found: &Captures<'_>| {
        let text = constant(found, locale);
        if text.is_none() {
            missing.get_or_insert_with(|| found["key"].to_owned());
        }
        text.unwrap_or_default()
    };
    // A whole output is replaced by its text.
    let outputs = regex!(
        r#"\{\{ (?<f>t|t_html)\(key="(?<key>[a-z0-9-]+)"(?<args>(?:, \w+="[^"]*")*)\) \}\}"#
    );
    let source = outputs.replace_all(source, |found: &Captures<'_>| {
        let text = find(found);
        if !is_markup {
            return text;
        }
        let mut escaped = text;
        if &found["f"] == "t" {
            let text = std::mem::take(&mut escaped);
            markup::escape(&text, &mut escaped);
        }
        // A sentence must not be read as part of the template.
        escaped.replace('{', "&#123;")
    });
    // Part of an expression becomes a string.
    let parts = regex!(r#"\b(?<f>t)\(key="(?<key>[a-z0-9-]+)"(?<args>(?:, \w+="[^"]*")*)\)"#);
    let source = parts.replace_all(&source, |found: &Captures<'_>| {
        let text = find(found).replace('\\', r"\\").replace('"', r#"\""#);
        format!("\"{text}\"")
    });
    match missing {
        Some(key) => Err(tera::Error::message(format!("{name}: no sentence {key:?}"))),
        None => Ok(source.into_owned()),
    }
}

/// A call whose arguments are all literal.
fn constant(call: &Captures<'_>, locale: Locale) -> Option<String> {
    let literals = regex!(r#"(\w+)="([^"]*)""#).captures_iter(&call["args"]);
    let pairs: Vec<_> = literals
        .map(|pair| (pair[1].to_owned(), pair[2].to_owned()))
        .collect();
    let with_markup = &call["f"] == "t_html";
    let arguments: FluentArgs<'_> = pairs
        .iter()
        .map(|(name, text)| {
            let text = match with_markup {
                true => markup::shield(text),
                false => text.clone(),
            };
            (name.as_str(), FluentValue::from(text))
        })
        .collect();
    let text = catalogue::find(locale, &call["key"], Some(&arguments))?;
    Some(match with_markup {
        true => markup::html(&text, &pairs),
        false => text,
    })
}

/// `t(key="…", count=…)`: a sentence, escaped as any other text is.
pub struct Text(pub Locale);

/// `t_html(key="…", link="/…")`: a sentence with markup in it. What it is filled in with is escaped.
pub struct TextWithMarkup(pub Locale);

impl tera::Function<TeraResult<Value>> for Text {
    fn call(&self, arguments: Kwargs, _: &State) -> TeraResult<Value> {
        let key = arguments.must_get::<&str>("key")?;
        let filled = others(&arguments).map(|(name, value)| (name, fluent(value)));
        Ok(catalogue::sentence(self.0, key, filled).into())
    }
}

impl tera::Function<TeraResult<Value>> for TextWithMarkup {
    fn call(&self, arguments: Kwargs, _: &State) -> TeraResult<Value> {
        let key = arguments.must_get::<&str>("key")?;
        let links: Vec<_> = others(&arguments)
            .filter_map(|(name, value)| Some((name.to_owned(), value.as_str()?.to_owned())))
            .collect();
        let filled = others(&arguments).map(|(name, value)| {
            let value = match value.as_str() {
                Some(text) => markup::shield(text).into(),
                None => fluent(value),
            };
            (name, value)
        });
        let sentence = catalogue::sentence(self.0, key, filled);
        Ok(markup::html(&sentence, &links).into())
    }

    fn is_safe(&self) -> bool {
        true
    }
}

/// The arguments besides the key.
fn others(arguments: &Kwargs) -> impl Iterator<Item = (&str, &Value)> {
    arguments
        .iter()
        .filter_map(|(name, value)| Some((name.as_str()?, value)))
        .filter(|(name, _)| *name != "key")
}

fn fluent(value: &Value) -> FluentValue<'_> {
    match (value.as_i64(), value.as_str()) {
        (Some(number), _) => number.into(),
        (None, Some(text)) => text.into(),
        (None, None) => value.to_string().into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_put_in_unless_a_variable_is_in_it() -> TeraResult<()> {
        let put_in = |source: &str| localize("page.html", source, Locale::English);
        assert_eq!(
            put_in(r#"<p>{{ t(key="platform-typed-empty") }}</p>"#)?,
            "<p>Fill in this field.</p>"
        );
        assert_eq!(
            put_in(r#"{{<f label={t(key="platform-typed-empty")} />}}"#)?,
            r#"{{<f label={"Fill in this field."} />}}"#
        );
        assert_eq!(
            put_in(r#"{{ t_html(key="http-error-request", id="<{{7*7}}>") }}"#)?,
            "Request ID: <code>&lt;&#123;&#123;7*7}}&gt;</code>"
        );
        let with_variable = r#"{{ t(key="platform-typed-short", min=least) }}"#;
        assert_eq!(put_in(with_variable)?, with_variable);
        assert!(put_in(r#"{{ t(key="http-there-is-no-such") }}"#).is_err());
        Ok(())
    }
}
