//! Enums kept as text: one pair of conversions for every enum and both databases.

use std::{fmt, ops::Deref, str::FromStr};

use diesel::{
    backend::Backend,
    deserialize::{self, FromSql, FromSqlRow},
    expression::AsExpression,
    serialize::{self, Output, ToSql},
    sql_types::Text,
};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use strum::VariantArray;
use utoipa::openapi::{ObjectBuilder, RefOr, Schema, Type};

use crate::platform::i18n::Message;

/// An enum with one fixed text for each variant: what the database stores, forms send and URLs say. The
/// texts are those that strum derives.
pub trait TextEnum:
    Copy + Eq + fmt::Debug + VariantArray + FromStr + Into<&'static str> + 'static
{
    /// Every variant, in the order shown to people.
    const ALL: &'static [Self] = Self::VARIANTS;

    /// The stored text.
    fn as_str(self) -> &'static str {
        self.into()
    }

    /// What people read.
    fn label(self) -> Message;

    /// The variant whose stored text is `text`.
    fn from_text(text: &str) -> Option<Self> {
        text.parse().ok()
    }
}

/// A [`TextEnum`] as a column holds it; dereferences to the enum.
#[derive(AsExpression, Clone, Copy, Debug, Eq, FromSqlRow, PartialEq)]
#[diesel(sql_type = Text)]
pub struct Stored<T: TextEnum>(pub T);

impl<T: TextEnum> Deref for Stored<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: TextEnum> Serialize for Stored<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.as_str())
    }
}

impl<'de, T: TextEnum> Deserialize<'de> for Stored<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        T::from_text(&text)
            .map(Self)
            .ok_or_else(|| D::Error::custom(format!("{text:?} is none of its words")))
    }
}

impl<T, DB> ToSql<Text, DB> for Stored<T>
where
    T: TextEnum,
    DB: Backend,
    str: ToSql<Text, DB>,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
        self.0.as_str().to_sql(out)
    }
}

impl<T, DB> FromSql<Text, DB> for Stored<T>
where
    T: TextEnum,
    DB: Backend,
    String: FromSql<Text, DB>,
{
    fn from_sql(bytes: DB::RawValue<'_>) -> deserialize::Result<Self> {
        let text = String::from_sql(bytes)?;
        T::from_text(&text)
            .map(Self)
            .ok_or_else(|| format!("no variant is stored as {text:?}").into())
    }
}

/// The variants as the API describes them.
pub fn schema<T: TextEnum>() -> RefOr<Schema> {
    let names = T::ALL.iter().map(|one| one.as_str());
    ObjectBuilder::new()
        .schema_type(Type::String)
        .enum_values(Some(names))
        .into()
}
