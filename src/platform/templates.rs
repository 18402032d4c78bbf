//! Templates: compiled into a release binary, read from disk again when they change in development.

use std::{borrow::Cow, collections::HashMap, path::Path, sync::RwLock, time::SystemTime};

use rust_embed::RustEmbed;
use tera::{Context, Kwargs, State, Tera, TeraResult, Value};

use super::i18n::{self, Locale, Text, TextWithMarkup};

#[derive(RustEmbed)]
#[folder = "templates"]
struct Files;

/// Gives the address of a static file.
pub type AssetUrl = fn(&str) -> Option<String>;

/// The parsed templates.
pub struct Templates {
    site_name: String,
    /// The board's address, without a slash at its end.
    base_url: String,
    asset_url: AssetUrl,
    parsed: RwLock<Parsed>,
}

/// Each language has its own, with its sentences in them; parsed when it is first asked for.
#[derive(Default)]
struct Parsed {
    by_locale: HashMap<Locale, Tera>,
    newest: Option<SystemTime>,
}

impl Templates {
    /// Parses all templates in `locale`.
    ///
    /// # Errors
    /// When one has a mistake; the message shows the line.
    pub fn load(
        site_name: &str,
        base_url: &str,
        locale: Locale,
        asset_url: AssetUrl,
    ) -> TeraResult<Self> {
        let templates = Self {
            site_name: site_name.to_owned(),
            base_url: base_url.to_owned(),
            asset_url,
            parsed: RwLock::new(Parsed {
                newest: newest_change(),
                ..Parsed::default()
            }),
        };
        templates.parse(locale)?;
        Ok(templates)
    }

    /// Renders the template called `name` in `locale`.
    pub fn render(&self, locale: Locale, name: &str, context: &Context) -> TeraResult<String> {
        if cfg!(debug_assertions) {
            self.forget_if_changed()?;
        }
        if !self
            .parsed
            .read()
            .map_err(poisoned)?
            .by_locale
            .contains_key(&locale)
        {
            self.parse(locale)?;
        }
        let parsed = self.parsed.read().map_err(poisoned)?;
        let tera = parsed.by_locale.get(&locale);
        tera.ok_or_else(|| tera::Error::message("the templates are being read"))?
            .render(name, context)
    }

    fn forget_if_changed(&self) -> TeraResult<()> {
        let newest = newest_change();
        if self.parsed.read().map_err(poisoned)?.newest != newest {
            i18n::reload().map_err(tera::Error::message)?;
            *self.parsed.write().map_err(poisoned)? = Parsed {
                newest,
                ..Parsed::default()
            };
        }
        Ok(())
    }

    fn parse(&self, locale: Locale) -> TeraResult<()> {
        let mut tera = Tera::new();
        let context = tera.global_context();
        context.insert("site_name", &self.site_name);
        context.insert("base_url", &self.base_url);
        context.insert("lang", locale.lang());
        context.insert("dir", locale.dir());
        tera.register_function("asset", Asset(self.asset_url));
        tera.register_function("t", Text(locale));
        tera.register_function("t_html", TextWithMarkup(locale));
        let sources = Files::iter()
            .filter_map(|name| Files::get(&name).map(|file| (name, file.data)))
            .map(|(name, data)| {
                let source = std::str::from_utf8(&data).map_err(tera::Error::message)?;
                let source = i18n::localize(&name, source, locale)?;
                Ok((name, source))
            })
            .collect::<TeraResult<Vec<_>>>()?;
        tera.add_raw_templates(sources)?;
        let mut parsed = self.parsed.write().map_err(poisoned)?;
        parsed.by_locale.insert(locale, tera);
        Ok(())
    }
}

/// The names of all templates.
pub fn names() -> impl Iterator<Item = Cow<'static, str>> {
    Files::iter()
}

/// `asset(path="board.css")`: the address of a static file, with its hash in it.
struct Asset(AssetUrl);

impl tera::Function<TeraResult<Value>> for Asset {
    fn call(&self, arguments: Kwargs, _: &State) -> TeraResult<Value> {
        let path = arguments.must_get::<&str>("path")?;
        (self.0)(path)
            .map(Value::from)
            .ok_or_else(|| tera::Error::message(format!("there is no static file {path:?}")))
    }

    fn is_safe(&self) -> bool {
        true
    }
}

/// When a template or a sentence last changed.
fn newest_change() -> Option<SystemTime> {
    fn newest(folder: &Path) -> Option<SystemTime> {
        std::fs::read_dir(folder)
            .ok()?
            .flatten()
            .filter_map(|entry| {
                let kind = entry.file_type().ok()?;
                if kind.is_dir() {
                    newest(&entry.path())
                } else {
                    entry.metadata().ok()?.modified().ok()
                }
            })
            .max()
    }
    let templates = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/templates"));
    newest(templates).max(newest(i18n::folder()))
}

fn poisoned<T>(_: std::sync::PoisonError<T>) -> tera::Error {
    tera::Error::message("a thread panicked while it read the templates")
}
