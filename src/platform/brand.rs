//! How a board calls itself and looks: what administrators chose, below what the environment sets.

mod branding;
mod chosen;
mod logo;

use serde::Serialize;
use xxhash_rust::xxh3::xxh3_64;

pub use self::{
    branding::Branding,
    chosen::{Chosen, Link},
    logo::Logo,
};
use crate::{
    platform::mail_address,
    text::{
        color::Color,
        markdown::{self, Top},
        palette::{Palette, Scheme},
    },
};

/// The name of a board that nobody named.
pub const DEFAULT_NAME: &str = "Job board";

/// The longest name that a page header and the subject of a mail have room for, in characters.
pub const LONGEST_NAME: usize = 60;

/// `--brand` of light pages in `static/css/00-base.css`: the color of a board for which none was chosen.
pub const DEFAULT_COLOR: Color = Color([0x0f, 0x5c, 0x4d]);

/// `--brand` and `--on-brand` there, of light and of dark pages.
const LIGHT_BUTTON: [Color; 2] = [DEFAULT_COLOR, Color::WHITE];
const DARK_BUTTON: [Color; 2] = [Color([0x5f, 0xd0, 0xb5]), Color([0x06, 0x23, 0x1d])];

/// `--tint` of dark pages there.
const DEFAULT_DARK_TINT: Color = Color([0x12, 0x30, 0x2a]);

/// What everything that shows the board goes by.
#[derive(Debug)]
pub struct Brand {
    pub site_name: String,
    /// Nothing where the style sheet's own colors hold.
    pub palette: Option<Palette>,
    /// What administrators chose, whether or not it holds.
    pub chosen: Chosen,
    /// `chosen.introduction` as HTML that is safe to show.
    introduction: String,
}

/// A brand as every page has it.
#[derive(Serialize)]
pub struct BrandView<'a> {
    /// HTML.
    introduction: &'a str,
    links: &'a [Link],
    contact_href: Option<String>,
    logo: Option<LogoView>,
    /// Colors of the browser's own bars.
    light_theme: String,
    dark_theme: String,
    /// The button in a mail, which has no style sheet: its color and that of its words.
    light_button: [String; 2],
    dark_button: [String; 2],
}

#[derive(Serialize)]
struct LogoView {
    path: String,
    width: u32,
    height: u32,
    has_name_beside: bool,
}

fn button(scheme: Option<Scheme>, otherwise: [Color; 2]) -> [String; 2] {
    let colors = scheme.map_or(otherwise, |scheme| [scheme.fill, scheme.on_fill]);
    colors.map(|color| color.css())
}

impl Brand {
    /// `site_name` and `color` are those of the environment, which win.
    pub fn new(site_name: Option<&str>, color: Option<Color>, chosen: Chosen) -> Self {
        let name = site_name.or(chosen.site_name.as_deref());
        Self {
            site_name: name.unwrap_or(DEFAULT_NAME).to_owned(),
            palette: color.or(chosen.color).map(Palette::of),
            introduction: match chosen.introduction.as_str() {
                "" => String::new(),
                text => markdown::render(text, Top::H2),
            },
            chosen,
        }
    }

    /// The shade of light pages.
    pub fn color(&self) -> Color {
        self.palette
            .map_or(DEFAULT_COLOR, |palette| palette.light.brand)
    }

    /// Eight digits that change with the name and the color, for the address of what is drawn with them.
    pub fn mark(&self) -> String {
        let seen = format!("{} {}", self.color().css(), self.site_name);
        format!("{:08x}", xxh3_64(seen.as_bytes()) >> 32)
    }

    pub fn view(&self) -> BrandView<'_> {
        let dark = self
            .palette
            .map_or(DEFAULT_DARK_TINT, |palette| palette.dark.tint);
        let chosen = &self.chosen;
        BrandView {
            introduction: &self.introduction,
            links: &chosen.links,
            contact_href: chosen.contact.as_deref().map(mail_address::link),
            logo: chosen.logo.as_ref().map(|logo| LogoView {
                path: logo.path(),
                width: logo.shown_width(),
                height: Logo::SHOWN_HEIGHT,
                has_name_beside: chosen.has_name_beside_logo,
            }),
            light_button: button(self.palette.map(|palette| palette.light), LIGHT_BUTTON),
            dark_button: button(self.palette.map(|palette| palette.dark), DARK_BUTTON),
            light_theme: self.color().css(),
            dark_theme: dark.css(),
        }
    }
}
