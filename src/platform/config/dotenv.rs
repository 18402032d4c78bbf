//! The file `.env`: a setting a line, `NAME=value`. The value is the rest of the line as it stands, so
//! that a password may hold `$`, `#`, spaces and backslashes; quotes around the whole of it are taken
//! off. A line that begins with `#` is a comment, and `export ` before a name is allowed.

use std::{io::ErrorKind, path::Path};

use super::{ConfigError, database_url::whole};

/// One line: the name and what it is set to.
pub type Line = (String, String);

/// The lines of the file at `path`; none where there is no such file.
///
/// # Errors
/// For a file that cannot be read, and a line that is no setting. The message names the file and the
/// number of the line, never what stands in it: it may be a secret.
pub fn read(path: &Path) -> Result<Vec<Line>, ConfigError> {
    let name = whole(path).display().to_string();
    match std::fs::read_to_string(path) {
        Ok(text) => parse(&text).map_err(|problem| ConfigError::new(name, problem)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(ConfigError::new(
            name,
            format!("could not be read: {error}"),
        )),
    }
}

fn parse(text: &str) -> Result<Vec<Line>, String> {
    let mut lines: Vec<Line> = Vec::new();
    for (number, line) in (1..).zip(text.trim_start_matches('\u{feff}').lines()) {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let (name, value) = line
            .split_once('=')
            .ok_or_else(|| format!("line {number} is not NAME=value: it has no ="))?;
        let name = name.strip_prefix("export ").unwrap_or(name).trim();
        if !is_name(name) {
            return Err(format!(
                "line {number} is not NAME=value: a name has letters, digits and _"
            ));
        }
        if lines.iter().any(|(known, _)| known == name) {
            return Err(format!("line {number} sets {name} a second time"));
        }
        lines.push((name.to_owned(), unquoted(value.trim()).to_owned()));
    }
    Ok(lines)
}

fn is_name(name: &str) -> bool {
    !name.is_empty()
        && !name.starts_with(|first: char| first.is_ascii_digit())
        && name
            .bytes()
            .all(|byte| byte == b'_' || byte.is_ascii_alphanumeric())
}

fn unquoted(value: &str) -> &str {
    ['"', '\'']
        .iter()
        .find_map(|quote| value.strip_prefix(*quote)?.strip_suffix(*quote))
        .unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_the_rest_of_its_line() {
        let text = "\u{feff}# our board\r\n\r\n  # indented\nSITE_NAME=Jobs # and $more ${HOME}\r\n\
                    export SMTP_URL = 'smtp://me:a\\b\"$x#y@h' \nMAIL_FROM=\"\"\nBIND=\"\nJWT_KEYS=k1:a=b==\n";
        let found = parse(text).unwrap_or_else(|error| panic!("{error}"));
        let found: Vec<(&str, &str)> = found
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        assert_eq!(
            found,
            [
                ("SITE_NAME", "Jobs # and $more ${HOME}"),
                ("SMTP_URL", "smtp://me:a\\b\"$x#y@h"),
                ("MAIL_FROM", ""),
                ("BIND", "\""),
                ("JWT_KEYS", "k1:a=b=="),
            ]
        );
    }

    #[test]
    fn a_line_that_is_no_setting_is_named_by_its_number_alone() {
        for (text, sentence) in [
            ("A=1\nhunter2\n", "line 2 is not NAME=value: it has no ="),
            (
                "hunter2 x=1",
                "line 1 is not NAME=value: a name has letters",
            ),
            ("A=hunter2\n\nA=2", "line 3 sets A a second time"),
        ] {
            let Err(error) = parse(text) else {
                panic!("{text:?} was taken");
            };
            assert!(error.starts_with(sentence), "{error}");
            assert!(!error.contains("hunter2"), "{error}");
        }
    }
}
