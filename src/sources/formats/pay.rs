//! Pay as programs state it, in parts.

use crate::sources::import::Raw;

/// The parts of a statement of pay, as they are found.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Stated {
    pub min: String,
    pub max: String,
    pub currency: String,
    pub period: String,
}

impl Stated {
    pub fn write_into(self, raw: &mut Raw) {
        raw.pay_min = self.min;
        raw.pay_max = self.max;
        raw.pay_currency = self.currency;
        raw.pay_period = self.period;
    }
}

/// An amount of hundredths, as programs write it.
pub fn cents(hundredths: i64) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}
