//! The days that figures are of.

use actix_web::HttpRequest;
use chrono::{Days, NaiveDate};
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::row::DAYS_KEPT;
use crate::{
    http::query,
    platform::{db::text_enum::TextEnum, i18n::Message},
};

/// What an address calls it.
pub const DAYS: &str = "days";

#[derive(Clone, Copy, Debug, Default, EnumString, Eq, IntoStaticStr, PartialEq, VariantArray)]
pub enum Period {
    #[default]
    #[strum(serialize = "28")]
    Weeks,
    #[strum(serialize = "90")]
    Quarter,
    #[strum(serialize = "all")]
    All,
}

impl TextEnum for Period {
    fn label(self) -> Message {
        match self {
            Self::Weeks => Message::new("statistics-days").with("days", 28),
            Self::Quarter => Message::new("statistics-days").with("days", 90),
            Self::All => Message::new("statistics-all"),
        }
    }
}

impl Period {
    /// The one that `request` asks for; nothing where it is none.
    pub fn asked(request: &HttpRequest) -> Option<Self> {
        match query::value(request, DAYS).as_str() {
            "" => Some(Self::default()),
            text => Self::from_text(text),
        }
    }

    /// Its first day.
    pub fn first(self, today: NaiveDate) -> NaiveDate {
        let before = match self {
            Self::Weeks => 27,
            Self::Quarter => 89,
            Self::All => DAYS_KEPT,
        };
        today - Days::new(before)
    }
}
