//! A part of a JSON value, asked for texts.

use serde_json::Value;

/// A JSON object whose parts are named by pointers (RFC 6901). What is not there is empty.
#[derive(Clone, Copy, Debug)]
pub struct Node<'a>(pub &'a Value);

impl<'a> Node<'a> {
    pub fn has(&self, pointer: &str) -> bool {
        self.0
            .pointer(pointer)
            .is_some_and(|value| !value.is_null())
    }

    /// A text or a number; nothing of anything else.
    pub fn text(&self, pointer: &str) -> String {
        self.0.pointer(pointer).map(plain).unwrap_or_default()
    }

    /// The first of `pointers` that is a text.
    pub fn first(&self, pointers: &[&str]) -> String {
        let mut texts = pointers.iter().map(|pointer| self.text(pointer));
        texts.find(|text| !text.is_empty()).unwrap_or_default()
    }

    /// The texts of a list, or the one text, with commas between.
    pub fn texts(&self, pointer: &str) -> String {
        match self.0.pointer(pointer) {
            Some(Value::Array(list)) => {
                let texts: Vec<String> = list
                    .iter()
                    .map(plain)
                    .filter(|text| !text.is_empty())
                    .collect();
                texts.join(", ")
            }
            other => other.map(plain).unwrap_or_default(),
        }
    }

    pub fn is(&self, pointer: &str) -> bool {
        matches!(self.0.pointer(pointer), Some(Value::Bool(true)))
    }

    pub fn is_false(&self, pointer: &str) -> bool {
        matches!(self.0.pointer(pointer), Some(Value::Bool(false)))
    }

    pub fn number(&self, pointer: &str) -> Option<i64> {
        self.0.pointer(pointer)?.as_i64()
    }

    pub fn list(&self, pointer: &str) -> impl Iterator<Item = Node<'a>> + use<'a> {
        let list = self.0.pointer(pointer).and_then(Value::as_array);
        list.into_iter().flatten().map(Node)
    }
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    }
}
