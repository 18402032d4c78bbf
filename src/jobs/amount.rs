//! Amounts of money as people write them, in any country: `52,000`, `52.000`, `52 000,50`, `18,50`, `52,5k`,
//! `12,00,000`. A separator is what it can be: a group has three digits, a fraction one or two. What can be
//! two amounts is neither.

/// The largest amount taken, in hundredths: a trillion of any currency.
pub const LARGEST: i64 = 100_000_000_000_000;

/// What a text can mean, in hundredths.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Reading {
    /// This and, as it is written, hardly anything else.
    One(i64),
    /// `52,500k`, and as much written with a point.
    Either(i64, i64),
}

/// Reads an amount; nothing where it is none.
pub fn read(text: &str) -> Option<Reading> {
    let text = text.trim();
    let (number, factor) = match text.strip_suffix(['k', 'K']) {
        Some(number) => (number.trim_end(), 1000),
        None => (text, 1),
    };
    let number = Number::split(number)?;
    let (grouped, fractional) = (number.grouped(factor), number.fractional(factor));
    match (grouped, fractional) {
        (Some(grouped), Some(small)) if factor > 1 => Some(Reading::Either(small, grouped)),
        (Some(amount), _) | (None, Some(amount)) => Some(Reading::One(amount)),
        (None, None) => None,
    }
}

/// The number in a text that has more around it, like a currency's sign; nothing where that is no amount.
pub fn alone(text: &str) -> Option<String> {
    let number = text.trim_matches(|c: char| !c.is_ascii_digit());
    let thousands = text.trim_start_matches(|c: char| !c.is_ascii_digit());
    let is_in_thousands = thousands[number.len()..].starts_with(['k', 'K']);
    let number = if is_in_thousands {
        format!("{number}k")
    } else {
        number.to_owned()
    };
    match read(&number)? {
        Reading::One(hundredths) => Some(plain(hundredths)),
        Reading::Either(..) => None,
    }
}

/// The amount that `text` would be if what looks like thousands in it were a fraction: 18.50 for
/// `18,500`.
pub fn as_fraction(text: &str) -> Option<i64> {
    let number = Number::split(text.trim())?;
    number.grouped(1)?;
    number.fractional(1)
}

/// An amount in hundredths, as a form field holds it: no separators, no needless fraction.
pub fn plain(hundredths: i64) -> String {
    match hundredths % 100 {
        0 => (hundredths / 100).to_string(),
        cents => format!("{}.{cents:02}", hundredths / 100),
    }
}

/// Digits, and what stands between them.
struct Number<'a> {
    parts: Vec<&'a str>,
    separators: Vec<char>,
}

impl<'a> Number<'a> {
    fn split(text: &'a str) -> Option<Self> {
        let separators: Vec<char> = text.chars().filter_map(separator).collect();
        let parts: Vec<&str> = text.split(|c| separator(c).is_some()).collect();
        let is_number = parts
            .iter()
            .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
        is_number.then_some(Self { parts, separators })
    }

    /// `factor` times the number, in hundredths, if all of it stands before the point.
    fn grouped(&self, factor: i64) -> Option<i64> {
        let is_whole = self.separators.is_empty() || self.are_groups(self.parts.len());
        let whole = self
            .parts
            .concat()
            .parse::<i64>()
            .ok()
            .filter(|_| is_whole)?;
        usable(whole.checked_mul(100 * factor)?)
    }

    /// The same, if its last part stands after the point.
    fn fractional(&self, factor: i64) -> Option<i64> {
        let (point, groups) = self.separators.split_last()?;
        let (fraction, whole) = self.parts.split_last()?;
        let is_point = matches!(point, ',' | '.') && !groups.contains(point);
        let are_groups = groups.is_empty() || self.are_groups(whole.len());
        if !is_point || !are_groups || fraction.len() > 3 {
            return None;
        }
        let thousandths = format!("{fraction:0<3}").parse::<i64>().ok()? * factor;
        let whole = whole
            .concat()
            .parse::<i64>()
            .ok()?
            .checked_mul(100 * factor)?;
        // `18.500` is as much as `18.50`; nobody pays a fraction of a cent.
        let hundredths = (thousandths % 10 == 0).then_some(thousandths / 10)?;
        usable(whole.checked_add(hundredths)?)
    }

    /// Whether the first `count` parts are groups: one separator, three digits in each but the first, or
    /// as India writes lakhs, two in each but the last.
    fn are_groups(&self, count: usize) -> bool {
        let (parts, separators) = (&self.parts[..count], &self.separators[..count - 1]);
        let [first, middle @ .., last] = parts else {
            return false;
        };
        let is_uniform = separators.windows(2).all(|pair| pair[0] == pair[1]);
        let of = |length: usize| middle.iter().all(|part| part.len() == length);
        let is_lakhs = separators.first() == Some(&',') && first.len() <= 2 && of(2);
        let is_thousands = first.len() <= 3 && of(3);
        is_uniform && !first.starts_with('0') && last.len() == 3 && (is_thousands || is_lakhs)
    }
}

fn usable(hundredths: i64) -> Option<i64> {
    (hundredths <= LARGEST).then_some(hundredths)
}

/// The kind of a separator.
fn separator(c: char) -> Option<char> {
    match c {
        ',' | '.' | '_' => Some(c),
        '\'' | '’' => Some('\''),
        c if c.is_whitespace() => Some(' '),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_people_write_them() {
        for (text, hundredths) in [
            ("52000", 5_200_000),
            ("52,000", 5_200_000),
            ("52.000", 5_200_000),
            ("52 000", 5_200_000),
            ("52\u{a0}000", 5_200_000),
            ("52\u{202f}000,50", 5_200_050),
            ("52'000", 5_200_000),
            ("52’000.50", 5_200_050),
            ("52_000", 5_200_000),
            ("52 000.5", 5_200_050),
            ("1.234.567,89", 123_456_789),
            ("1,234,567.89", 123_456_789),
            ("12,00,000", 120_000_000),
            ("1,00,00,000", 1_000_000_000),
            ("1,234", 123_400),
            ("1.234", 123_400),
            ("18.75", 1_875),
            ("18,50", 1_850),
            ("18,5", 1_850),
            ("0,50", 50),
            ("0.500", 50),
            ("1234.500", 123_450),
            ("52k", 5_200_000),
            ("52 K", 5_200_000),
            ("52,5k", 5_250_000),
            ("52.5k", 5_250_000),
            ("52,50k", 5_250_000),
            ("0", 0),
        ] {
            assert_eq!(read(text), Some(Reading::One(hundredths)), "{text}");
        }
        assert_eq!(
            read("52,500k"),
            Some(Reading::Either(5_250_000, 5_250_000_000))
        );
        assert_eq!(
            read("52.525k"),
            Some(Reading::Either(5_252_500, 5_252_500_000))
        );
        for text in [
            "",
            "-5",
            "1.2345",
            "1e5",
            "abc",
            "k",
            ".",
            ".5",
            "5.",
            "1,2,3",
            "1 2",
            "52 00",
            "1.234,567",
            "1,234 567",
            "0,123",
            "12,345,67",
            "1234,567",
            "1.23.456",
            "99999999999999999999",
            "٣",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn thousands_may_have_been_meant_as_a_fraction() {
        assert_eq!(as_fraction("18,500"), Some(1_850));
        assert_eq!(as_fraction("18.500"), Some(1_850));
        assert_eq!(as_fraction("18,50"), None);
        assert_eq!(as_fraction("18 500"), None);
        assert_eq!(as_fraction("18500"), None);
    }

    #[test]
    fn a_number_is_found_among_what_does_not_belong_to_it() {
        for (text, number) in [
            ("$100,000", Some("100000")),
            ("100.000 €", Some("100000")),
            ("EUR 18,50", Some("18.50")),
            ("52k€", Some("52000")),
            ("45000 a year", Some("45000")),
            ("120 to 150", None),
            ("a lot", None),
        ] {
            assert_eq!(alone(text).as_deref(), number, "{text}");
        }
    }

    #[test]
    fn a_plain_amount_reads_as_itself() {
        for hundredths in [0, 1, 50, 1_850, 5_200_000, LARGEST] {
            assert_eq!(read(&plain(hundredths)), Some(Reading::One(hundredths)));
        }
    }
}
