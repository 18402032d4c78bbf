//! The frame of every page. What it says about the visitor is rendered by itself, so that a page that
//! everybody sees alike can be kept and given other words there.

use serde::Serialize;
use tera::{Context, TeraResult, context};

use super::{flash::Notice, viewer::Viewer};
use crate::platform::{i18n::Locale, templates::Templates};

/// Who is shown a page, after what, and at which path.
#[derive(Clone, Copy, Default)]
pub struct Visit<'a> {
    pub viewer: Option<&'a Viewer>,
    pub notice: Option<&'a Notice>,
    pub path: &'a str,
    /// The path with its query, to come back to.
    pub address: &'a str,
}

#[derive(Serialize)]
struct Who<'a> {
    /// The name, or the address of whoever gave none.
    name: &'a str,
    email: &'a str,
    is_admin: bool,
}

impl Visit<'_> {
    /// The navigation for this visitor, and the notice.
    pub fn words(self, templates: &Templates, locale: Locale) -> TeraResult<String> {
        let who = self.viewer.map(|viewer| Who {
            name: if viewer.name.is_empty() {
                &viewer.email
            } else {
                &viewer.name
            },
            email: &viewer.email,
            is_admin: viewer.is_admin,
        });
        let notice = self.notice.map(|notice| locale.text(&notice.message()));
        let undo = self.notice.and_then(|notice| notice.undo(self.address));
        let context = context! {
            visitor => &who,
            notice => &notice,
            notice_name => &self.notice.map(Notice::name),
            undo => &undo,
            path => self.path,
        };
        templates.render(locale, "visitor.html", &context)
    }
}

/// Renders `template` with the frame, in which `words` stand for the visitor.
pub fn render(
    templates: &Templates,
    locale: Locale,
    template: &str,
    mut context: Context,
    words: &str,
) -> TeraResult<String> {
    context.insert("visit", words);
    templates.render(locale, template, &context)
}
