//! What the words of `phrases.txt` speak of.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::platform::i18n::Message;

/// What a phrase speaks of. The sections of the file are called by these names.
#[derive(
    Clone,
    Copy,
    Debug,
    Deserialize,
    EnumString,
    Eq,
    Hash,
    IntoStaticStr,
    PartialEq,
    Serialize,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Phrase {
    /// Whoever applies pays.
    UpfrontCost,
    /// A cheque to cash, of which a part is sent on.
    Cheque,
    /// An interview in writing alone.
    ChatInterview,
    /// Papers or numbers of an account with the application.
    EarlyDetails,
    /// Other people's money through one's own account.
    MoneyTransfer,
    /// Other people's parcels through one's own home.
    Reshipping,
    CryptoTransfer,
    GiftCards,
    /// An account opened for others, or lent to them.
    AccountForOthers,
    /// Paid for clicks, and more after a payment.
    ClickTasks,
    /// Somebody else's program to run, or a wallet to connect, as a test.
    ForeignCode,
    Messenger,
    /// A business of one's own that lives of those who join.
    JoinUs,
    /// It says that it is honest.
    Assurance,
    Pressure,
    /// No experience, from home, and much a week: all three.
    EasyMoney,
    /// A cue of easy money, and no reason alone; so are the two that follow.
    NoExperience,
    FromHome,
    Earnings,
    /// A sentence that warns of deceivers.
    Warning,
}

impl Phrase {
    /// What was found, for whoever moderates; the cues and warnings are no reasons and read as easy money.
    pub fn message(self, words: &str) -> Message {
        let words = words.to_owned();
        match self {
            Self::UpfrontCost => {
                Message::new("moderation-reason-upfront-cost").with("words", words)
            }
            Self::Cheque => Message::new("moderation-reason-cheque").with("words", words),
            Self::ChatInterview => {
                Message::new("moderation-reason-chat-interview").with("words", words)
            }
            Self::EarlyDetails => {
                Message::new("moderation-reason-early-details").with("words", words)
            }
            Self::MoneyTransfer => {
                Message::new("moderation-reason-money-transfer").with("words", words)
            }
            Self::Reshipping => Message::new("moderation-reason-reshipping").with("words", words),
            Self::CryptoTransfer => {
                Message::new("moderation-reason-crypto-transfer").with("words", words)
            }
            Self::GiftCards => Message::new("moderation-reason-gift-cards").with("words", words),
            Self::AccountForOthers => {
                Message::new("moderation-reason-account-for-others").with("words", words)
            }
            Self::ClickTasks => Message::new("moderation-reason-click-tasks").with("words", words),
            Self::ForeignCode => {
                Message::new("moderation-reason-foreign-code").with("words", words)
            }
            Self::Messenger => Message::new("moderation-reason-messenger").with("words", words),
            Self::JoinUs => Message::new("moderation-reason-join-us").with("words", words),
            Self::Assurance => Message::new("moderation-reason-assurance").with("words", words),
            Self::Pressure => Message::new("moderation-reason-pressure").with("words", words),
            Self::EasyMoney
            | Self::NoExperience
            | Self::FromHome
            | Self::Earnings
            | Self::Warning => Message::new("moderation-reason-easy-money").with("words", words),
        }
    }

    /// Whether it is one, or only a part of one.
    pub(super) fn is_reason(self) -> bool {
        !matches!(
            self,
            Self::EasyMoney | Self::NoExperience | Self::FromHome | Self::Earnings | Self::Warning
        )
    }
}
