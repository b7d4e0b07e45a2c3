//! The certificate of participation (*constancia*): a letter page, upright, because the certificate of competence lies on
//! its side and the two must never look alike. It must not know who earned it or how; it says what it is given.

use typst::foundations::{Bytes, dict};

use crate::press::{Job, PaperError, print, qr_value};

/// What a certificate of participation says. Every field is ready to print, in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// Language tag of the words: `es`, `es-GT`, `quc`.
    pub language: String,
    pub title: String,
    /// The line before the name: "se extiende a".
    pub lead: String,
    pub name: String,
    /// One paragraph.
    pub body: String,
    /// Label and value.
    pub hours: Vec<(String, String)>,
    pub topics: Vec<String>,
    /// The person's cloth, and the words that say the same.
    pub weave_svg: String,
    pub weave_alt: String,
    pub number_label: String,
    pub number: String,
    pub date: String,
    pub place: String,
    /// The line before those who endorse the programme; said only where there are any.
    pub endorsed_label: String,
    /// None to four names.
    pub endorsers: Vec<String>,
    /// Name and post, none to two. Without any there are no lines to sign on.
    pub signatures: Vec<(String, String)>,
    pub verify_label: String,
    /// Printed as text and as QR.
    pub verify_url: String,
    pub chain_label: String,
    /// The head of the journal's chain and its signature, shortened.
    pub chain: String,
    pub organisation: String,
    /// The small line that says this is participation, not competence.
    pub not_competence: String,
    /// The document's own date: milliseconds since 1970, UTC.
    pub created_ms: i64,
}

/// A letter page, tagged, PDF/A-2a and PDF/UA-1. The same certificate gives the same bytes.
///
/// # Errors
/// When the weave is no SVG or the language no code of two or three letters.
pub fn certificate(data: &Certificate) -> Result<Vec<u8>, PaperError> {
    print(&job(data))
}

pub(crate) fn job(data: &Certificate) -> Job {
    let pairs = |pairs: &[(String, String)]| -> Vec<Vec<String>> {
        pairs.iter().map(|(first, second)| vec![first.clone(), second.clone()]).collect()
    };
    Job {
        template: include_str!("../templates/certificate.typ"),
        values: dict! {
            "language" => data.language.clone(),
            "title" => data.title.clone(),
            "lead" => data.lead.clone(),
            "name" => data.name.clone(),
            "body" => data.body.clone(),
            "hours" => pairs(&data.hours),
            "topics" => data.topics.clone(),
            "weave" => Bytes::from_string(data.weave_svg.clone()),
            "weave_alt" => data.weave_alt.clone(),
            "number_label" => data.number_label.clone(),
            "number" => data.number.clone(),
            "date" => data.date.clone(),
            "place" => data.place.clone(),
            "endorsed_label" => data.endorsed_label.clone(),
            "endorsers" => data.endorsers.clone(),
            "signatures" => pairs(&data.signatures),
            "verify_label" => data.verify_label.clone(),
            "verify_url" => data.verify_url.clone(),
            "verify_qr" => qr_value(&data.verify_url),
            "chain_label" => data.chain_label.clone(),
            "chain" => data.chain.clone(),
            "organisation" => data.organisation.clone(),
            "not_competence" => data.not_competence.clone(),
        },
        identity: data.verify_url.clone(),
        created_ms: data.created_ms,
    }
}
