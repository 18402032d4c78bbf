//! The settings as they are typed: what they mean, and the form that shows them.

use data_encoding::BASE64;

use super::link;
use crate::{
    http::{
        board::Board,
        form::{
            Fields, Form, FormView, Messages,
            upload::{File, LARGEST_FILE, Upload},
        },
    },
    jobs::pay_rules::Policy,
    platform::{
        brand::{Brand, Chosen, DEFAULT_COLOR, LONGEST_NAME, Link, Logo},
        config::Config,
        db::text_enum::TextEnum,
        i18n::{Locale, Message},
        mail_address::MailAddress,
        picture::{self, Fitted, Wanted},
        typed,
    },
    text::color::Color,
};

/// The fields in the order in which they stand.
const ORDER: [&str; 7] = [
    "site_name",
    "introduction",
    "color",
    "logo",
    "links",
    "contact",
    "pay_rules",
];

/// Longest introduction, in characters.
pub const LONGEST_INTRODUCTION: usize = 2_000;

/// Pixels of a logo: as many as can be sent, and three times as high as the header shows it, for sharp screens.
const LOGO: Wanted = Wanted {
    largest_side: 1000,
    boxes: &[(480, 3 * Logo::SHOWN_HEIGHT)],
};

/// What `header` says where the name stands beside the logo.
const BOTH: &str = "both";

/// What was sent.
pub struct Typed {
    pub chosen: Chosen,
    pub messages: Messages,
    /// A new logo, which is sent again with the form until the rest of it is right.
    pub new_logo: Option<Logo>,
}

impl Typed {
    /// Reads the form. What the environment sets stays as it was `before`.
    pub async fn read(sent: &Upload, before: &Chosen, config: &Config) -> Self {
        let mut fields = Fields::new(&sent.form);
        let mut chosen = Chosen {
            is_saved: true,
            ..before.clone()
        };
        if config.site_name.is_none() {
            chosen.site_name = fields.parse("site_name", name);
        }
        if config.brand_color.is_none() {
            let color = fields.parse("color", color).flatten();
            let is_default = !sent.form.value("default_color").is_empty();
            chosen.color = color.filter(|_| !is_default);
        }
        let introduction = fields.parse("introduction", |typed| {
            typed::text(typed, LONGEST_INTRODUCTION)
        });
        chosen.introduction = introduction.unwrap_or_default();
        chosen.links = fields.parse("links", links).unwrap_or_default();
        chosen.contact = fields.parse("contact", contact).flatten();
        chosen.has_name_beside_logo = sent.form.value("header") == BOTH;
        if sent.form.has("pay_rules") {
            let policy = fields.choice::<Policy>("pay_rules").unwrap_or_default();
            policy.as_str().clone_into(&mut chosen.pay_rules);
        }
        let mut messages = fields.messages;
        let new_logo = new_logo(sent).await.unwrap_or_else(|message| {
            messages.add("logo", message);
            None
        });
        if new_logo.is_some() {
            chosen.logo.clone_from(&new_logo);
        } else if !sent.form.value("remove_logo").is_empty() {
            chosen.logo = None;
        }
        Self {
            chosen,
            messages,
            new_logo,
        }
    }
}

fn name(typed: &str) -> Result<String, Message> {
    let name = typed::line(typed, LONGEST_NAME)?;
    if name.is_empty() {
        return Err(Message::new("settings-name-empty"));
    }
    Ok(name)
}

/// The usual color is none that was chosen.
fn color(typed: &str) -> Result<Option<Color>, Message> {
    match typed.trim() {
        "" => Ok(None),
        typed => Color::parse(typed)
            .map(|color| Some(color).filter(|color| *color != DEFAULT_COLOR))
            .ok_or(Message::new("settings-color-wrong")),
    }
}

fn links(typed: &str) -> Result<Vec<Link>, Message> {
    link::parse(&typed::text(typed, 5_000)?)
}

fn contact(typed: &str) -> Result<Option<String>, Message> {
    match typed.trim() {
        "" => Ok(None),
        typed => MailAddress::parse(typed).map(|address| Some(address.0)),
    }
}

/// The logo that was sent now, or the one that was sent with this form before.
async fn new_logo(sent: &Upload) -> Result<Option<Logo>, Message> {
    let bytes = match &sent.file {
        File::TooLarge => {
            let kilobytes = LARGEST_FILE / 1024;
            return Err(Message::new("settings-logo-large").with("most", kilobytes));
        }
        File::Whole(bytes) => bytes.clone(),
        File::None => {
            let earlier = BASE64.decode(sent.form.value("new_logo").as_bytes());
            earlier.unwrap_or_default().into()
        }
    };
    if bytes.is_empty() {
        return Ok(None);
    }
    let pictures = picture::read(bytes, LOGO).await?;
    let logo = |picture: &Fitted| Logo::new(picture.png.clone(), picture.width, picture.height);
    Ok(pictures.first().map(logo))
}

/// The form with what holds now.
pub fn current(board: &Board, locale: Locale) -> FormView {
    let brand = board.brand();
    let chosen = &brand.chosen;
    let values = [
        ("site_name", brand.site_name.clone()),
        ("introduction", chosen.introduction.clone()),
        ("color", color_of(&brand).css()),
        ("header", header(chosen).to_owned()),
        ("links", link::as_typed(&chosen.links)),
        ("contact", chosen.contact.clone().unwrap_or_default()),
        ("pay_rules", Policy::of(board).as_str().to_owned()),
        ("version", chosen.version.to_string()),
    ];
    FormView::new(locale, values, Messages::default(), &ORDER)
}

/// The form with what was typed, and what is wrong with it.
pub fn again(board: &Board, locale: Locale, form: &Form, messages: Messages) -> FormView {
    let brand = board.brand();
    let version = version(form).unwrap_or(brand.chosen.version);
    let mut values: Vec<_> = [
        "site_name",
        "introduction",
        "color",
        "header",
        "links",
        "contact",
        "pay_rules",
    ]
    .map(|name| (name, form.value(name).to_owned()))
    .into();
    values.push(("version", version.to_string()));
    if board.config.site_name.is_some() {
        values.push(("site_name", brand.site_name.clone()));
    }
    if board.config.brand_color.is_some() {
        values.push(("color", color_of(&brand).css()));
    }
    FormView::new(locale, values, messages, &ORDER)
}

/// The version that the form was opened on; nothing where it says none.
pub fn version(form: &Form) -> Option<i64> {
    form.value("version").parse().ok()
}

/// The color as it was chosen, not as it is made readable.
fn color_of(brand: &Brand) -> Color {
    brand
        .palette
        .map_or(DEFAULT_COLOR, |palette| palette.chosen)
}

fn header(chosen: &Chosen) -> &'static str {
    if chosen.has_name_beside_logo {
        BOTH
    } else {
        "logo"
    }
}
