//! JSON of a bounded number of values. Each takes far more memory than it takes bytes to write.

use std::{cell::Cell, fmt};

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

/// Most values of one text. A job has about sixty.
const MOST_VALUES: usize = 5_000;

/// Reads `json` whole.
///
/// # Errors
/// When it is not JSON, is nested deeper than 127 levels, or holds more than 5,000 values.
pub fn parse(json: &[u8]) -> Result<Value, serde_json::Error> {
    let left = Cell::new(MOST_VALUES);
    let mut deserializer = serde_json::Deserializer::from_slice(json);
    let value = Bounded { left: &left }.deserialize(&mut deserializer)?;
    deserializer.end()?;
    Ok(value)
}

#[derive(Clone, Copy)]
struct Bounded<'a> {
    left: &'a Cell<usize>,
}

impl<'de> DeserializeSeed<'de> for Bounded<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        let left = self.left.get().checked_sub(1);
        let left = left.ok_or_else(|| {
            D::Error::custom(format_args!("it holds more than {MOST_VALUES} values"))
        })?;
        self.left.set(left);
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Bounded<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = list.next_element_seed(self)? {
            values.push(value);
        }
        Ok(Value::Array(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Value, A::Error> {
        let mut members = Map::new();
        while let Some(name) = object.next_key::<String>()? {
            members.insert(name, object.next_value_seed(self)?);
        }
        Ok(Value::Object(members))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::parse;

    #[test]
    fn what_is_read_is_what_serde_reads() {
        let json =
            r#"{"a":[1,-2,3.5,1e300,true,null,"\u00e9"],"b":{"c":{}},"a":18446744073709551615}"#;
        let read: Option<Value> = serde_json::from_str(json).ok();
        assert!(read.is_some());
        assert_eq!(parse(json.as_bytes()).ok(), read);
    }

    #[test]
    fn nesting_and_number_have_an_end() {
        for (json, complaint) in [
            ("[".repeat(200_000), "recursion limit"),
            (format!("[{}0]", "{\"\":1},".repeat(5_000)), "5000 values"),
            ("{}{}".to_owned(), "trailing characters"),
            ("\"\u{1}\"".to_owned(), "control character"),
        ] {
            let error = parse(json.as_bytes()).err().map(|error| error.to_string());
            assert!(
                error.is_some_and(|error| error.contains(complaint)),
                "{complaint}"
            );
        }
    }
}
