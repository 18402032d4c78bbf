//! The sentences of every language, read once; in development again when a file changes.

use std::{
    borrow::Cow,
    collections::HashMap,
    sync::{LazyLock, PoisonError, RwLock},
};

use chrono::NaiveDate;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;

use super::{Argument, Files, Locale, Message, formats::Formats, pseudo};

/// What a locale needs to speak.
pub struct Words {
    bundle: FluentBundle<FluentResource>,
    /// What makes English another language, for those that nobody speaks.
    pretend: Option<fn(&str) -> Cow<'_, str>>,
    pub formats: Formats,
}

type Catalogue = HashMap<Locale, Words>;

static CATALOGUE: LazyLock<RwLock<Catalogue>> = LazyLock::new(|| {
    let read = read().unwrap_or_else(|error| {
        tracing::error!(%error, "no sentence can be read");
        Catalogue::default()
    });
    RwLock::new(read)
});

/// A file that is not Fluent, or defines a key twice.
#[derive(Debug, thiserror::Error)]
#[error("locales/{file}: {problem}")]
pub struct CatalogueError {
    file: String,
    problem: String,
}

/// Reads the files again.
///
/// # Errors
/// When one has a mistake; what was read before still holds.
pub fn reload() -> Result<(), CatalogueError> {
    let read = read()?;
    *CATALOGUE.write().unwrap_or_else(PoisonError::into_inner) = read;
    Ok(())
}

fn read() -> Result<Catalogue, CatalogueError> {
    Locale::ALL
        .into_iter()
        .map(|locale| Ok((locale, Words::read(locale)?)))
        .collect()
}

impl Words {
    fn read(locale: Locale) -> Result<Self, CatalogueError> {
        let language: LanguageIdentifier = locale.lang().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // Fluent puts invisible marks around what it fills in, so that right-to-left names do not
        // disturb a sentence. They would end up in titles, mails and JSON, where nobody expects them.
        bundle.set_use_isolating(false);
        let pretend: Option<fn(&str) -> Cow<'_, str>> = match locale {
            Locale::English => None,
            Locale::Accented => Some(pseudo::accented),
            Locale::Mirrored => Some(pseudo::mirrored),
        };
        bundle.set_transform(pretend);
        bundle.set_formatter(Some(match locale {
            Locale::English | Locale::Accented | Locale::Mirrored => in_english,
        }));
        let folder = format!("{}/", locale.folder());
        for name in Files::iter().filter(|name| name.starts_with(&folder)) {
            let wrong = |problem: String| CatalogueError {
                file: name.to_string(),
                problem,
            };
            let data = Files::get(&name).map(|file| file.data.into_owned());
            let text = String::from_utf8(data.unwrap_or_default())
                .map_err(|error| wrong(error.to_string()))?;
            let resource = FluentResource::try_new(text)
                .map_err(|(_, errors)| wrong(format!("{errors:?}")))?;
            bundle
                .add_resource(resource)
                .map_err(|errors| wrong(format!("{errors:?}")))?;
        }
        Ok(Self {
            bundle,
            pretend,
            formats: Formats::new(locale.formats()),
        })
    }

    /// For example `Jan 10, 2026`.
    pub fn date(&self, date: NaiveDate) -> Option<String> {
        let english = self.formats.date(date)?;
        Some(match self.pretend {
            Some(pretend) => pretend(&english).into_owned(),
            None => english,
        })
    }

    fn format(&self, key: &str, arguments: Option<&FluentArgs<'_>>) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let mut errors = Vec::new();
        let text = self
            .bundle
            .format_pattern(pattern, arguments, &mut errors)
            .into_owned();
        debug_assert!(errors.is_empty(), "{key}: {errors:?}");
        Some(text)
    }
}

/// A whole number that a sentence is filled in with, as English writes it: `1,234`.
fn in_english<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    static FORMATS: LazyLock<Formats> = LazyLock::new(|| Formats::new(Locale::English.formats()));
    match value {
        FluentValue::Number(number) if number.value.fract() == 0.0 => {
            FORMATS.number(number.value as i64)
        }
        _ => None,
    }
}

/// Uses the words of `locale`; there are none where the files cannot be read.
pub fn with<T>(locale: Locale, work: impl FnOnce(Option<&Words>) -> T) -> T {
    let catalogue = CATALOGUE.read().unwrap_or_else(PoisonError::into_inner);
    work(catalogue.get(&locale))
}

/// What `message` says in `locale`.
pub fn text(locale: Locale, message: &Message) -> String {
    // Before the sentence, because a message among them asks for the same lock.
    let arguments: Vec<_> = message
        .arguments()
        .iter()
        .map(|(name, argument)| (*name, value(locale, argument)))
        .collect();
    sentence(locale, message.key(), arguments.into_iter())
}

/// The sentence `key` filled in with `arguments`; the key itself where it is in no file, which a test
/// rules out.
pub fn sentence<'a>(
    locale: Locale,
    key: &str,
    arguments: impl Iterator<Item = (&'a str, FluentValue<'a>)>,
) -> String {
    let arguments: FluentArgs<'a> = arguments.collect();
    find(locale, key, Some(&arguments)).unwrap_or_else(|| {
        tracing::error!(key, "there is no such sentence");
        key.to_owned()
    })
}

/// The sentence `key`, if there is one.
pub fn find(locale: Locale, key: &str, arguments: Option<&FluentArgs<'_>>) -> Option<String> {
    with(locale, |words| words?.format(key, arguments))
}

fn value(locale: Locale, argument: &Argument) -> FluentValue<'_> {
    match argument {
        Argument::Text(text) => text.as_ref().into(),
        Argument::Number(number) => (*number).into(),
        Argument::Message(message) => text(locale, message).into(),
    }
}
