//! The texts that people sign, by version, and what somebody has signed of them.

use crate::{Telar, Unavailable};
use domain::Moment;
use domain::facts::{Agreement, PersonAgreed, What};
use domain::ids::PersonId;
use store::{Reading, StoreError};

/// The versions of today's texts in `locales/*/agreements/`. A text that changes is a file with a new version beside the old one,
/// which stays: each signature names its version.
pub const CONSENT: &str = "2026-11";
pub const CONDUCT: &str = "2026-11";

/// Whether she signed what stands today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signed {
    pub consent: bool,
    pub conduct: bool,
}

impl Signed {
    /// What has to be written down for her to have signed all.
    pub(crate) fn missing(self) -> Vec<What> {
        let agreed = |text, version: &str| PersonAgreed { text, version: version.to_owned() }.into();
        let mut facts = Vec::new();
        if !self.consent {
            facts.push(agreed(Agreement::Consent, CONSENT));
        }
        if !self.conduct {
            facts.push(agreed(Agreement::Conduct, CONDUCT));
        }
        facts
    }
}

/// A signature, as Yo shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    pub text: Agreement,
    pub version: String,
    pub at: Moment,
}

pub(crate) fn signed(reading: &mut Reading<'_>, person: PersonId) -> Result<Signed, StoreError> {
    let registered = reading.person(person)?.and_then(|row| row.consent);
    let rows = reading.agreements(person)?;
    let has = |text, version: &str| rows.iter().any(|row| row.text == text && row.version == version);
    Ok(Signed {
        consent: registered.as_deref() == Some(CONSENT) || has(Agreement::Consent, CONSENT),
        conduct: has(Agreement::Conduct, CONDUCT),
    })
}

/// Every text that was ever signed, by version and language: Markdown, as its file holds it.
const TEXTS: [(Agreement, &str, &str, &str); 4] = [
    (Agreement::Consent, "2026-11", "es", include_str!("../../../../locales/es/agreements/consent-2026-11.md")),
    (Agreement::Consent, "2026-11", "en", include_str!("../../../../locales/en/agreements/consent-2026-11.md")),
    (Agreement::Conduct, "2026-11", "es", include_str!("../../../../locales/es/agreements/conduct-2026-11.md")),
    (Agreement::Conduct, "2026-11", "en", include_str!("../../../../locales/en/agreements/conduct-2026-11.md")),
];

/// A text as HTML, in Spanish where it is not to be had in this language; none where there never was such a version.
pub fn agreement_html(text: Agreement, version: &str, language: &str) -> Option<String> {
    let of = |language: &str| TEXTS.iter().find(|it| (it.0, it.1, it.2) == (text, version, language));
    of(language).or_else(|| of("es")).map(|it| programme::html(it.3))
}

impl Telar {
    /// All that she signed, the latest first.
    pub async fn signatures(&self, person: PersonId) -> Result<Vec<Signature>, Unavailable> {
        self.read(move |reading| {
            let rows = reading.agreements(person)?.into_iter();
            let mut all: Vec<Signature> =
                rows.map(|row| Signature { text: row.text, version: row.version, at: row.agreed }).collect();
            if let Some(row) = reading.person(person)?
                && let Some(version) = row.consent
            {
                all.push(Signature { text: Agreement::Consent, version, at: row.registered });
            }
            Ok(all)
        })
        .await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_signed_today_can_be_read_in_both_languages() {
        for language in ["es", "en"] {
            for (text, version) in [(Agreement::Consent, CONSENT), (Agreement::Conduct, CONDUCT)] {
                assert!(TEXTS.iter().any(|it| (it.0, it.1, it.2) == (text, version, language)), "{text:?} {language}");
            }
        }
        assert!(agreement_html(Agreement::Conduct, CONDUCT, "kek").unwrap().contains("<li>"));
        assert_eq!(agreement_html(Agreement::Conduct, "1999-01", "es"), None);
    }
}
