//! Templates: compiled into a release binary, read from disk again when they change in development.

use std::{
    borrow::Cow,
    collections::HashMap,
    path::Path,
    sync::{Arc, RwLock},
    time::SystemTime,
};

use rust_embed::RustEmbed;
use tera::{Context, Kwargs, State, Tera, TeraResult, Value};

use super::{
    brand::{Brand, Branding},
    i18n::{self, Locale, Text, TextWithMarkup},
};

#[derive(RustEmbed)]
#[folder = "templates"]
struct Files;

/// Gives the address of a static file of a board with this brand.
pub type AssetUrl = fn(&str, &Brand) -> Option<String>;

/// The parsed templates.
pub struct Templates {
    branding: Branding,
    /// The board's address, without a slash at its end.
    base_url: String,
    asset_url: AssetUrl,
    parsed: RwLock<Parsed>,
}

/// Each language has its own, with its sentences in them; parsed when it is first asked for.
struct Parsed {
    by_locale: HashMap<Locale, Tera>,
    newest: Option<SystemTime>,
    /// The brand that they show.
    brand: Arc<Brand>,
}

impl Templates {
    /// Parses all templates in `locale`.
    ///
    /// # Errors
    /// When one has a mistake; the message shows the line.
    pub fn load(
        branding: Branding,
        base_url: &str,
        locale: Locale,
        asset_url: AssetUrl,
    ) -> TeraResult<Self> {
        let templates = Self {
            parsed: RwLock::new(Parsed {
                by_locale: HashMap::new(),
                newest: newest_change(),
                brand: branding.current(),
            }),
            branding,
            base_url: base_url.to_owned(),
            asset_url,
        };
        templates.parse(locale)?;
        Ok(templates)
    }

    /// Renders the template called `name` in `locale`.
    pub fn render(&self, locale: Locale, name: &str, context: &Context) -> TeraResult<String> {
        if cfg!(debug_assertions) {
            self.forget_if_changed()?;
        }
        self.show_brand()?;
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
            let mut parsed = self.parsed.write().map_err(poisoned)?;
            parsed.newest = newest;
            parsed.by_locale.clear();
        }
        Ok(())
    }

    /// The brand that pages show.
    pub fn branding(&self) -> &Branding {
        &self.branding
    }

    /// Has the templates show the brand in use, if they show another one.
    fn show_brand(&self) -> TeraResult<()> {
        let brand = self.branding.current();
        if Arc::ptr_eq(&self.parsed.read().map_err(poisoned)?.brand, &brand) {
            return Ok(());
        }
        let mut parsed = self.parsed.write().map_err(poisoned)?;
        for tera in parsed.by_locale.values_mut() {
            put_brand(tera, &brand);
        }
        parsed.brand = brand;
        Ok(())
    }

    fn parse(&self, locale: Locale) -> TeraResult<()> {
        let mut tera = Tera::new();
        let context = tera.global_context();
        context.insert("base_url", &self.base_url);
        context.insert("lang", locale.lang());
        context.insert("dir", locale.dir());
        tera.register_function("asset", Asset(self.asset_url, self.branding.clone()));
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
        put_brand(&mut tera, &parsed.brand);
        parsed.by_locale.insert(locale, tera);
        Ok(())
    }
}

fn put_brand(tera: &mut Tera, brand: &Brand) {
    let context = tera.global_context();
    context.insert("site_name", &brand.site_name);
    context.insert("brand", &brand.view());
}

/// The names of all templates.
pub fn names() -> impl Iterator<Item = Cow<'static, str>> {
    Files::iter()
}

/// `asset(path="board.css")`: the address of a static file, with its hash in it.
struct Asset(AssetUrl, Branding);

impl tera::Function<TeraResult<Value>> for Asset {
    fn call(&self, arguments: Kwargs, _: &State) -> TeraResult<Value> {
        let path = arguments.must_get::<&str>("path")?;
        (self.0)(path, &self.1.current())
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
