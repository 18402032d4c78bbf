//! The least pay that a search asks for.

use iso_currency::Currency;

use super::filters::{Filters, LONGEST_VALUE, beginning};
use crate::{
    jobs::{
        Pay, PayPeriod,
        amount::{self, Reading},
    },
    platform::{
        db::text_enum::TextEnum,
        i18n::{Locale, Message},
    },
    text::clean,
};

/// The least pay that is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeastPay {
    /// In hundredths.
    pub amount: i64,
    pub currency: Currency,
    pub period: PayPeriod,
}

/// A least pay that says too little: it filters nothing, and is asked about where it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadPay {
    pub typed: String,
    /// Its currency and period.
    pub asked: LeastPay,
    reading: Option<Reading>,
}

impl Filters {
    /// Takes in the three fields that make the least pay.
    pub fn read_pay(&mut self, amount: &str, currency: &str, period: &str) {
        let typed = &clean::line(beginning(amount, LONGEST_VALUE));
        let currency = currency.trim().to_ascii_uppercase();
        let currency = Currency::from_code(&currency)
            .or_else(|| self.place.currency())
            .unwrap_or(Currency::USD);
        let period = PayPeriod::from_text(period.trim()).unwrap_or(PayPeriod::Year);
        let of = |amount| LeastPay {
            amount,
            currency,
            period,
        };
        let reading = amount::read(typed);
        self.pay = match reading {
            Some(Reading::One(amount)) if amount > 0 => Some(of(amount)),
            _ => None,
        };
        self.unread_pay = match reading {
            Some(Reading::One(_)) => None,
            _ if typed.is_empty() => None,
            _ => Some(UnreadPay {
                typed: typed.to_owned(),
                asked: of(0),
                reading,
            }),
        };
    }
}

impl UnreadPay {
    /// What is wrong with it.
    pub fn message(&self) -> Message {
        match self.reading {
            Some(Reading::Either(first, second)) => Message::new("jobs-field-amount-either")
                .with("first", amount::plain(first))
                .with("second", amount::plain(second)),
            _ => Message::new("jobs-field-amount"),
        }
    }
}

impl LeastPay {
    /// Of what it is an amount, as pairs of an address.
    pub(super) fn unit(&self) -> [(&'static str, String); 2] {
        [
            ("currency", self.currency.code().to_owned()),
            ("per", self.period.as_str().to_owned()),
        ]
    }

    /// For a year, in hundredths.
    pub fn yearly(&self) -> i64 {
        self.amount.saturating_mul(self.period.times_a_year())
    }

    /// For example `$52,000+ a year`.
    pub fn in_words(&self, locale: Locale) -> String {
        let pay = Pay {
            min: Some(self.amount),
            max: None,
            currency: self.currency,
            period: self.period,
        };
        pay.in_words(locale)
    }
}
