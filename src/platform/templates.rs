//! Templates: compiled into a release binary, read from disk again when they change in development.

use std::{borrow::Cow, path::Path, sync::RwLock, time::SystemTime};

use rust_embed::RustEmbed;
use tera::{Context, Kwargs, State, Tera, TeraResult, Value};

#[derive(RustEmbed)]
#[folder = "templates"]
struct Files;

/// Gives the address of a static file.
pub type AssetUrl = fn(&str) -> Option<String>;

/// The parsed templates.
pub struct Templates {
    asset_url: AssetUrl,
    site_name: String,
    /// The board's address, without a slash at its end.
    base_url: String,
    parsed: RwLock<Parsed>,
}

struct Parsed {
    tera: Tera,
    newest: Option<SystemTime>,
}

impl Templates {
    /// Parses all templates.
    ///
    /// # Errors
    /// When one has a mistake; the message shows the line.
    pub fn load(site_name: &str, base_url: &str, asset_url: AssetUrl) -> TeraResult<Self> {
        Ok(Self {
            asset_url,
            site_name: site_name.to_owned(),
            base_url: base_url.to_owned(),
            parsed: RwLock::new(Parsed {
                tera: parse(site_name, base_url, asset_url)?,
                newest: newest_change(),
            }),
        })
    }

    /// Renders the template called `name`.
    pub fn render(&self, name: &str, context: &Context) -> TeraResult<String> {
        if cfg!(debug_assertions) {
            self.reload_if_changed()?;
        }
        let parsed = self.parsed.read().map_err(poisoned)?;
        parsed.tera.render(name, context)
    }

    fn reload_if_changed(&self) -> TeraResult<()> {
        let newest = newest_change();
        if self.parsed.read().map_err(poisoned)?.newest != newest {
            let tera = parse(&self.site_name, &self.base_url, self.asset_url)?;
            *self.parsed.write().map_err(poisoned)? = Parsed { tera, newest };
        }
        Ok(())
    }
}

/// The names of all templates.
pub fn names() -> impl Iterator<Item = Cow<'static, str>> {
    Files::iter()
}

fn parse(site_name: &str, base_url: &str, asset_url: AssetUrl) -> TeraResult<Tera> {
    let mut tera = Tera::new();
    tera.global_context().insert("site_name", site_name);
    tera.global_context().insert("base_url", base_url);
    tera.register_function("asset", Asset(asset_url));
    let sources: Vec<_> = Files::iter()
        .filter_map(|name| Files::get(&name).map(|file| (name, file.data)))
        .collect();
    let texts = sources
        .iter()
        .map(|(name, data)| {
            Ok((
                name.as_ref(),
                std::str::from_utf8(data).map_err(tera::Error::message)?,
            ))
        })
        .collect::<TeraResult<Vec<_>>>()?;
    tera.add_raw_templates(texts)?;
    Ok(tera)
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
    newest(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/templates")))
}

fn poisoned<T>(_: std::sync::PoisonError<T>) -> tera::Error {
    tera::Error::message("a thread panicked while it read the templates")
}
