//! Who visits.

use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::platform::{db::text_enum::TextEnum, i18n::Message};

#[derive(Clone, Copy, Debug, EnumString, Eq, Hash, IntoStaticStr, PartialEq, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Kind {
    Person,
    Bot,
}

impl TextEnum for Kind {
    fn label(self) -> Message {
        match self {
            Self::Person => Message::new("statistics-people"),
            Self::Bot => Message::new("statistics-bots"),
        }
    }
}
