//! What people read is in `locales/`: every key that the code and the templates name is there, once, and
//! none is there that nobody names.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use chrono::{NaiveDate, NaiveTime};
use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement},
    parser,
};
use jobboard::platform::{
    i18n::Locale,
    templates,
    zone::{Moment, Zone},
};
use regex::Regex;

use super::structure::{files, root};

/// A sentence, as its file has it.
struct Sentence {
    file: String,
    /// What it is filled in with.
    variables: BTreeSet<String>,
    /// `<link>` and the like in it.
    elements: BTreeSet<String>,
}

/// Every sentence of `language`, by its key.
fn sentences(language: &str) -> BTreeMap<String, Sentence> {
    let mut found = BTreeMap::new();
    for path in files(&format!("locales/{language}"), "ftl") {
        let file = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let text = fs::read_to_string(&path).unwrap();
        let resource = parser::parse(text.as_str()).unwrap_or_else(|(_, errors)| {
            panic!("{}: {errors:?}", path.display());
        });
        for entry in resource.body {
            let Entry::Message(message) = entry else {
                continue;
            };
            let mut variables = BTreeSet::new();
            let pattern = message
                .value
                .unwrap_or_else(|| panic!("{} is empty", message.id.name));
            variables_of(&pattern, &mut variables);
            let key = message.id.name.to_owned();
            assert!(key.starts_with(&format!("{file}-")), "{key} in {file}.ftl");
            let sentence = Sentence {
                file: file.clone(),
                variables,
                elements: elements_of(&text, &key),
            };
            if let Some(before) = found.insert(key.clone(), sentence) {
                panic!("{key} is in {file}.ftl and in {}.ftl", before.file);
            }
        }
    }
    found
}

/// The names of the elements in the sentence `key` of a file.
fn elements_of(file: &str, key: &str) -> BTreeSet<String> {
    let sentence = Regex::new(&format!(r"(?m)^{key} =.*(?:\n[ }}].*)*")).unwrap();
    let element = Regex::new(r"</?(\w+)>").unwrap();
    let found = sentence.find(file).unwrap().as_str();
    let names = element.captures_iter(found);
    names.map(|name| name[1].to_owned()).collect()
}

fn variables_of(pattern: &Pattern<&str>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else {
            continue;
        };
        match expression {
            Expression::Inline(inline) => variable(inline, found),
            Expression::Select { selector, variants } => {
                variable(selector, found);
                for variant in variants {
                    variables_of(&variant.value, found);
                }
            }
        }
    }
}

fn variable(expression: &InlineExpression<&str>, found: &mut BTreeSet<String>) {
    match expression {
        InlineExpression::VariableReference { id } => {
            found.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                variable(argument, found);
            }
        }
        _ => {}
    }
}

/// Where a sentence is asked for, and with what.
struct Use {
    place: String,
    key: String,
    arguments: BTreeSet<String>,
    /// The addresses that a sentence with markup may link to; nothing where it may have no markup.
    links: Option<BTreeMap<String, String>>,
}

/// `t(key="…", name=…)` and `t_html(…)` in templates.
fn uses_in_templates() -> Vec<Use> {
    let call = Regex::new(r#"\bt(_html)?\(([^()]*(?:\([^()]*\)[^()]*)*)\)"#).unwrap();
    let link = Regex::new(r#", (\w+)=([^,]+)"#).unwrap();
    let argument = Regex::new(r#"(?:^|, )(\w+)="#).unwrap();
    let key = Regex::new(r#"^key="([a-z0-9-]+)""#).unwrap();
    let mut found = Vec::new();
    for name in templates::names() {
        let text = fs::read_to_string(root().join("templates").join(name.as_ref())).unwrap();
        for call in call.captures_iter(&text) {
            let key = key
                .captures(&call[2])
                .unwrap_or_else(|| panic!("{name}: {} has no key in quotes", &call[0]));
            found.push(Use {
                place: name.to_string(),
                key: key[1].to_owned(),
                arguments: argument
                    .captures_iter(&call[2])
                    .map(|name| name[1].to_owned())
                    .filter(|name| name != "key")
                    .collect(),
                links: call.get(1).map(|_| {
                    link.captures_iter(&call[2])
                        .map(|link| (link[1].to_owned(), link[2].to_owned()))
                        .collect()
                }),
            });
        }
    }
    found
}

/// `Message::new("…").with("name", …)` in the code, and every place where something else is given.
fn uses_in_code() -> Vec<Use> {
    let new = Regex::new(r#"Message::new\(\s*(?:"([a-z0-9-]+)",?\s*\))?"#).unwrap();
    let with = Regex::new(r#"^\s*\.with\(\s*"(\w+)",\s*"#).unwrap();
    let mut found = Vec::new();
    for path in files("src", "rs") {
        let text = fs::read_to_string(&path).unwrap();
        for call in new.captures_iter(&text) {
            let place = path.strip_prefix(root()).unwrap().display().to_string();
            let key = call
                .get(1)
                .unwrap_or_else(|| panic!("{place}: a key that is not written out"));
            let mut arguments = BTreeSet::new();
            let mut rest = &text[call.get(0).unwrap().end()..];
            while let Some(argument) = with.captures(rest) {
                arguments.insert(argument[1].to_owned());
                rest = after_parenthesis(&rest[argument[0].len()..]);
            }
            found.push(Use {
                place,
                key: key.as_str().to_owned(),
                arguments,
                links: None,
            });
        }
    }
    found
}

/// What follows the `)` that closes what `text` is inside of.
fn after_parenthesis(text: &str) -> &str {
    let mut depth = 1;
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return &text[at + 1..];
        }
    }
    ""
}

fn uses() -> Vec<Use> {
    let mut all = uses_in_templates();
    all.extend(uses_in_code());
    all
}

#[test]
fn every_sentence_that_is_asked_for_is_there_and_gets_what_it_is_filled_in_with() {
    let sentences = sentences("en");
    for Use {
        place,
        key,
        arguments,
        ..
    } in uses()
    {
        let sentence = sentences
            .get(&key)
            .unwrap_or_else(|| panic!("{place}: there is no sentence {key}"));
        let missing: Vec<_> = sentence.variables.difference(&arguments).collect();
        assert!(missing.is_empty(), "{place}: {key} lacks {missing:?}");
    }
}

#[test]
fn only_a_sentence_with_markup_has_tags_and_a_link_leads_where_the_template_says() {
    let sentences = sentences("en");
    let plain = ["strong", "code", "em", "q"];
    for Use {
        place, key, links, ..
    } in uses()
    {
        let elements = sentences.get(&key).map(|found| found.elements.iter());
        for name in elements.into_iter().flatten() {
            let links = links.as_ref();
            let links = links.unwrap_or_else(|| panic!("{place}: {key} has <{name}>: t_html"));
            if plain.contains(&name.as_str()) {
                continue;
            }
            let link = links
                .get(name)
                .unwrap_or_else(|| panic!("{place}: {key} lacks the address of <{name}>"));
            let begins = ["\"/", "\"https://"]
                .iter()
                .any(|begin| link.starts_with(begin));
            let is_own = link.ends_with("path") || link.ends_with("href");
            assert!(begins || is_own, "{place}: {key} may lead anywhere: {link}");
        }
    }
}

#[test]
fn every_sentence_is_asked_for() {
    let used: BTreeSet<String> = uses().into_iter().map(|used| used.key).collect();
    let unused: Vec<String> = sentences("en")
        .into_keys()
        .filter(|key| !used.contains(key))
        .collect();
    assert_eq!(unused, Vec::<String>::new());
}

#[test]
fn every_language_has_sentences_of_english_only() {
    let english = sentences("en");
    for entry in fs::read_dir(root().join("locales")).unwrap() {
        let language = entry.unwrap().file_name().into_string().unwrap();
        for (key, sentence) in sentences(&language) {
            let original = english
                .get(&key)
                .unwrap_or_else(|| panic!("{language}: {key} is not in English"));
            let unknown: Vec<_> = sentence.variables.difference(&original.variables).collect();
            assert!(unknown.is_empty(), "{language}: {key} has {unknown:?}");
        }
    }
}

#[test]
fn dates_and_numbers_read_as_people_of_the_language_write_them() {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let english = Locale::English;
    assert_eq!(english.date(day("2026-01-10")), "Jan 10, 2026");
    assert_eq!(english.number(1_234_567), "1,234,567");
    let now = Moment {
        at: day("2026-01-31").and_time(NaiveTime::MIN),
        zone: Zone::default(),
    };
    for (then, words) in [
        ("2026-02-01", "today"),
        ("2026-01-31", "today"),
        ("2026-01-30", "yesterday"),
        ("2026-01-29", "2 days ago"),
        ("2026-01-01", "30 days ago"),
        ("2025-12-31", "Dec 31, 2025"),
    ] {
        assert_eq!(english.ago(day(then).and_time(NaiveTime::MIN), now), words);
    }
}
