//! The parts of a JSON text, found by its brackets and quotation marks alone. So a file of any size is read
//! record by record, and one that is broken costs only itself.

/// Where the value ends that a text begins with.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Extent {
    /// After so many bytes.
    Whole(usize),
    /// Beyond the end of the text.
    Open,
    /// There is no value.
    Broken,
}

/// How far the value goes that `text` begins with.
pub fn extent(text: &str) -> Extent {
    let mut depth = 0_usize;
    let mut bytes = text.bytes().enumerate();
    while let Some((at, byte)) = bytes.next() {
        match byte {
            b'"' => {
                let Some(end) = end_of_string(&mut bytes) else {
                    return Extent::Open;
                };
                if depth == 0 {
                    return Extent::Whole(end + 1);
                }
            }
            b'[' | b'{' => depth += 1,
            b']' | b'}' if depth == 0 => return before(at),
            b']' | b'}' => {
                depth -= 1;
                if depth == 0 {
                    return Extent::Whole(at + 1);
                }
            }
            b',' | b':' if depth == 0 => return before(at),
            _ if depth == 0 && byte.is_ascii_whitespace() => return before(at),
            _ => {}
        }
    }
    if depth == 0 && !text.is_empty() {
        Extent::Whole(text.len())
    } else {
        Extent::Open
    }
}

fn before(at: usize) -> Extent {
    if at == 0 {
        Extent::Broken
    } else {
        Extent::Whole(at)
    }
}

/// The place of the quotation mark that ends a string.
fn end_of_string(bytes: &mut impl Iterator<Item = (usize, u8)>) -> Option<usize> {
    loop {
        match bytes.next()? {
            (at, b'"') => return Some(at),
            (_, b'\\') => drop(bytes.next()?),
            _ => {}
        }
    }
}

/// The elements of the array that `text` begins with. What follows an element that has no end is a part of
/// it.
pub fn elements(text: &str) -> Parts<'_> {
    Parts {
        rest: text.trim_start().strip_prefix('[').unwrap_or_default(),
    }
}

/// The members of the object that `text` begins with; the last one may be cut off.
pub fn members(text: &str) -> impl Iterator<Item = (String, &str)> {
    let mut parts = Parts {
        rest: text.trim_start().strip_prefix('{').unwrap_or_default(),
    };
    std::iter::from_fn(move || {
        let name = parts.next()?;
        let name = serde_json::from_str(name).ok()?;
        parts.rest = parts.rest.trim_start().strip_prefix(':')?;
        Some((name, parts.next()?))
    })
}

/// Values with commas between.
pub struct Parts<'a> {
    rest: &'a str,
}

impl<'a> Iterator for Parts<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let text = self
            .rest
            .trim_start_matches(|c: char| c.is_ascii_whitespace() || c == ',');
        let length = match extent(text) {
            Extent::Whole(length) => length,
            Extent::Open => text.len(),
            Extent::Broken => 0,
        };
        let (value, rest) = text.split_at_checked(length)?;
        self.rest = rest;
        (!value.is_empty()).then_some(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_found_by_their_brackets() {
        for (array, found) in [
            ("[]", vec![]),
            (
                " [1, \"a,]\" ,{\"b\":[2,{}]}\n] ",
                vec!["1", "\"a,]\"", "{\"b\":[2,{}]}"],
            ),
            ("[\"\\\"],\",null]", vec!["\"\\\"],\"", "null"]),
            ("[{\"a\":1},{\"b\":", vec!["{\"a\":1}", "{\"b\":"]),
            ("[{\"a\":1} {\"b\":2}]", vec!["{\"a\":1}", "{\"b\":2}"]),
            ("{}", vec![]),
        ] {
            assert_eq!(elements(array).collect::<Vec<_>>(), found, "{array}");
        }
    }

    #[test]
    fn members_have_their_names() {
        for (object, found) in [
            ("{}", vec![]),
            (
                "{\"a\" : {\"x\":[1]}, \"\\u00fc\":2 ,\"c\":[",
                vec![("a", "{\"x\":[1]}"), ("ü", "2"), ("c", "[")],
            ),
            ("{\"a\":\"b\"", vec![("a", "\"b\"")]),
            ("{a:1}", vec![]),
        ] {
            let members: Vec<(String, &str)> = members(object).collect();
            let members: Vec<(&str, &str)> = members
                .iter()
                .map(|(name, value)| (name.as_str(), *value))
                .collect();
            assert_eq!(members, found, "{object}");
        }
    }

    #[test]
    fn the_extent_of_a_value() {
        for (text, found) in [
            ("{\"a\":1}", Extent::Whole(7)),
            ("{\"a\":1} {", Extent::Whole(7)),
            ("\"é\" x", Extent::Whole(4)),
            ("12,", Extent::Whole(2)),
            ("{\"a\":\"}", Extent::Open),
            ("]", Extent::Broken),
        ] {
            assert_eq!(extent(text), found, "{text}");
        }
    }
}
