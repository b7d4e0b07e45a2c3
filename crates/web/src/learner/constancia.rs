//! The words of a constancia, filled into its paper. It must not know Typst, nor who asks for it.

use crate::{Settings, dates};
use app::certificates::CertificateDocument;
use domain::certificates::{Period, grouped};
use domain::programmes::Hours;
use words::Words;

/// The most that a constancia's PDF weighs, in bytes; said before the download and held by a test.
pub const AT_MOST: usize = 90_000;

pub fn paper(document: &CertificateDocument, settings: &Settings) -> paper::Certificate {
    // In the language that the person chose, whoever prints it.
    let w = words::in_language(&document.language);
    let language = w.language();
    let number = grouped(&document.number);
    let stated = &document.stated;
    let alt = w.paper_certificate_weave(document.weave.all, document.weave.done);
    paper::Certificate {
        language: language.to_owned(),
        title: w.paper_certificate_title(),
        lead: w.paper_certificate_lead(),
        name: document.name.as_str().to_owned(),
        body: body(w, document),
        hours: hours(w, document.hours),
        topics: document.topics.iter().map(|topic| topic.get(language).to_owned()).collect(),
        weave_svg: document.weave.svg(&alt),
        weave_alt: alt,
        number_label: w.paper_certificate_number(),
        number: number.clone(),
        date: dates::day(document.issued, w.language()),
        place: w.paper_certificate_place(),
        endorsed_label: w.paper_certificate_endorsed(),
        endorsers: stated.endorsement.endorsers.clone(),
        signatures: stated.endorsement.signatories.iter().map(|it| (it.name.clone(), it.post.clone())).collect(),
        verify_label: w.paper_certificate_verify(),
        verify_url: verify_url(settings, &number),
        chain_label: w.paper_certificate_chain(),
        chain: w.paper_certificate_chain_value(
            head(&document.chain),
            shortened(&document.public_key),
            shortened(&document.signature),
        ),
        organisation: stated.organisation.clone(),
        not_competence: w.paper_certificate_not_competence(),
        created_ms: document.issued.0,
    }
}

/// The days that were, and none that were still to come when it was issued.
fn body(w: &Words, document: &CertificateDocument) -> String {
    let language = w.language();
    let (programme, version) = (document.programme.get(language), document.programme_version.as_str());
    let cohort = document.stated.cohort.as_str();
    let day = |iso: &str| dates::written_day(iso, language);
    match &document.stated.period {
        Period::Whole { starts, ends } => w.paper_certificate_body(cohort, day(ends), programme, day(starts), version),
        Period::SoFar { starts } => w.paper_certificate_body_so_far(cohort, programme, day(starts), version),
        Period::ToDate => w.paper_certificate_body_to_date(cohort, programme, version),
    }
}

pub fn verify_url(settings: &Settings, number: &str) -> String {
    settings.address(&format!("/verify/{number}"))
}

/// The hours by modality; those of which there are none are not printed, and a single one needs no total.
fn hours(w: &Words, hours: Hours) -> Vec<(String, String)> {
    let kinds = [
        (w.paper_certificate_hours_own(), hours.own_time),
        (w.paper_certificate_hours_live(), hours.live),
        (w.paper_certificate_hours_in_person(), hours.in_person),
    ];
    let mut rows: Vec<(String, String)> = kinds
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(words, count)| (words, w.paper_certificate_hours_value(count)))
        .collect();
    if rows.len() != 1 {
        rows.push((w.paper_certificate_hours_total(), w.paper_certificate_hours_value(hours.total())));
    }
    rows
}

/// The journal's head as it is printed: the last fact's number and the beginning of its link, without node and epoch.
fn head(chain: &str) -> String {
    let mut parts = chain.rsplit('/');
    match (parts.next(), parts.next()) {
        (Some(link), Some(number)) => format!("{number}/{}", shortened(link)),
        _ => shortened(chain).to_owned(),
    }
}

/// Enough of a hexadecimal text to recognise it by: 16 characters.
fn shortened(hex: &str) -> &str {
    hex.get(..16).unwrap_or(hex)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::certificates::{Endorsement, Standing};
    use domain::facts::Stated;
    use domain::programmes::{ActivityState, Channel, Weave, WeaveCell};
    use domain::{Moment, Text};

    fn document() -> CertificateDocument {
        let cell = WeaveCell::new(Channel::Lesson, ActivityState::Done);
        CertificateDocument {
            number: "ABCDEFGHJKMN".into(),
            name: domain::people::PersonName::parse(&"María Coʼ ".repeat(12)).unwrap(),
            language: "es".into(),
            programme: Text::new([("es", "Atención integral a niñez y adolescencia")]),
            programme_version: "2026.1".into(),
            topics: (1..=8).map(|n| Text::new([("es", format!("Tema {n} con un nombre largo").as_str())])).collect(),
            hours: Hours { own_time: 20, live: 8, in_person: 40 },
            cohort: domain::ids::CohortId(uuid::Uuid::from_u128(1)),
            stated: Stated {
                cohort: "Cobán 2027-1".into(),
                organisation: "Organización".into(),
                period: Period::stated(("2027-01-11", "2027-02-12"), "2027-02-12"),
                endorsement: Endorsement {
                    endorsers: (1..=4).map(|n| format!("Institución número {n} que avala el programa")).collect(),
                    signatories: Endorsement::parse_signatories("Ana Ejemplo, Directora; Luis Ejemplo, Decano")
                        .unwrap(),
                },
            },
            issued: Moment(1_802_000_000_000),
            weave: Weave { rows: vec![vec![cell; 7]; 5], done: 35, all: 35 },
            chain: format!("0a1b9b0d-2706-7b60-9a6d-0d4c2c8f3a11/1/214/{}", "a".repeat(64)),
            signature: "b".repeat(128),
            public_key: "c".repeat(64),
            standing: Standing::Valid,
            revoked: None,
            replaced_by: None,
            runs: false,
        }
    }

    #[test]
    fn it_states_no_day_that_was_still_to_come() {
        let said = |day: &str, language: &str| {
            let mut document = document();
            document.language = language.into();
            document.stated.period = Period::stated(("2027-01-11", "2027-02-12"), day);
            paper(&document, &settings()).body
        };
        assert!(said("2027-02-12", "es").contains("del 11 de enero de 2027 al 12 de febrero de 2027"));
        let early = said("2027-01-20", "es");
        assert!(early.contains("desde el 11 de enero de 2027") && early.contains("a la fecha"), "{early}");
        assert!(!early.contains("febrero") && !said("2027-01-10", "es").contains("enero"));
        assert!(said("2027-01-20", "en").contains("up to the date of this certificate"));
    }

    fn settings() -> Settings {
        Settings { public_url: "https://telar.example.org".into(), demo: false, worker: Default::default() }
    }

    #[test]
    fn the_pdf_of_a_large_programme_weighs_no_more_than_is_said() {
        let pdf = paper::certificate(&paper(&document(), &settings())).unwrap();
        assert!(pdf.len() <= AT_MOST, "{} bytes", pdf.len());
    }

    #[test]
    fn it_says_participation_in_the_persons_language_and_where_to_check_it() {
        let paper = paper(&document(), &settings());
        assert_eq!(paper.verify_url, "https://telar.example.org/verify/ABCD-EFGH-JKMN");
        assert!(paper.chain.contains("214/aaaaaaaaaaaaaaaa"), "{}", paper.chain);
        assert_eq!(paper.hours.last().unwrap().1, "68 horas");
        assert!(paper.not_competence.contains("No certifica competencia"));
    }
}
