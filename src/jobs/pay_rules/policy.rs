//! What the board does about a job that lacks what a law asks for.

use chrono::NaiveDate;
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::finding::{self, Finding, FindingView};
use crate::{
    http::{board::Board, form::Messages},
    jobs::fields::JobFields,
    platform::{
        db::text_enum::TextEnum,
        i18n::{Locale, Message},
    },
};

/// Chosen by administrators.
#[derive(Clone, Copy, Debug, Default, EnumString, Eq, IntoStaticStr, PartialEq, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Policy {
    /// The laws are not looked at.
    Off,
    /// Whoever posts is told.
    #[default]
    Warn,
    /// The job is not published, where the law certainly meets it.
    Refuse,
}

impl TextEnum for Policy {
    fn label(self) -> Message {
        match self {
            Self::Off => Message::new("jobs-pay-rules-off"),
            Self::Warn => Message::new("jobs-pay-rules-warn"),
            Self::Refuse => Message::new("jobs-pay-rules-refuse"),
        }
    }
}

impl Policy {
    /// What this board does.
    pub fn of(board: &Board) -> Self {
        Self::from_text(&board.brand().chosen.pay_rules).unwrap_or_default()
    }

    /// What is told of a job on `day`.
    pub fn findings(self, fields: &JobFields, day: NaiveDate) -> Vec<Finding> {
        match self {
            Self::Off => Vec::new(),
            Self::Warn | Self::Refuse => finding::of(fields, day),
        }
    }

    /// The same for a page.
    pub fn views(self, fields: &JobFields, day: NaiveDate, locale: Locale) -> Vec<FindingView> {
        let findings = self.findings(fields, day).into_iter();
        findings.map(|finding| finding.view(locale)).collect()
    }

    /// The same beside `messages`, which may say some of it.
    pub fn views_beside(
        self,
        messages: &Messages,
        fields: &JobFields,
        day: NaiveDate,
        locale: Locale,
    ) -> Vec<FindingView> {
        let is_said = |finding: &Finding| {
            let said = finding.message(locale);
            let mut messages = messages.iter();
            messages.any(|(field, message)| field == finding.field() && *message == said)
        };
        let view = |finding: Finding| match is_said(&finding) {
            true => finding.view(locale).said(),
            false => finding.view(locale),
        };
        self.findings(fields, day).into_iter().map(view).collect()
    }

    /// Gives back `fields` that may be published on `day`.
    ///
    /// # Errors
    /// A message at each field that a law asks for, where the board refuses.
    pub fn check(
        self,
        fields: JobFields,
        day: NaiveDate,
        locale: Locale,
    ) -> Result<JobFields, Messages> {
        let mut messages = Messages::default();
        for finding in self.refused(&fields, day) {
            messages.add(finding.field(), finding.message(locale));
        }
        if messages.is_empty() {
            Ok(fields)
        } else {
            Err(messages)
        }
    }

    /// The same for a job that is on the board with `before`: what it lacked then, it may lack still.
    ///
    /// # Errors
    /// Those of [`Policy::check`].
    pub fn check_change(
        self,
        before: &JobFields,
        fields: JobFields,
        day: NaiveDate,
        locale: Locale,
    ) -> Result<JobFields, Messages> {
        if self.refuse(before, day) {
            return Ok(fields);
        }
        self.check(fields, day, locale)
    }

    /// Whether [`Policy::check`] has something against them.
    pub fn refuse(self, fields: &JobFields, day: NaiveDate) -> bool {
        !self.refused(fields, day).is_empty()
    }

    fn refused(self, fields: &JobFields, day: NaiveDate) -> Vec<Finding> {
        let mut findings = match self {
            Self::Refuse => finding::of(fields, day),
            Self::Off | Self::Warn => Vec::new(),
        };
        findings.retain(|finding| finding.rule.is_certain());
        findings
    }
}
