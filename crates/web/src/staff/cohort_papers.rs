//! What a coordinator prints or hands over: the poster with the link, slips with a PIN, a one-time link for one person.

use super::cohort::join_url;
use crate::error::Refusal;
use crate::learner::{LinkWords, link_page, pdf_file};
use crate::page::{Frame, Place};
use crate::visitor::{Form, Id, Ids, W, Who};
use crate::{Settings, State, dates};
use app::cohorts::{CohortCard, SlipCard, SlipsFor};
use axum::extract::State as FromState;
use axum::response::Response;
use domain::Moment;
use domain::ids::{CohortId, PersonId};
use serde::Deserialize;
use words::Words;

#[derive(Deserialize)]
pub struct SlipsWish {
    /// One person; everyone where it is absent.
    person: Option<PersonId>,
    /// `named`: those who were named and have not entered.
    #[serde(default)]
    whom: String,
}

pub async fn slips(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Id(cohort): Id<CohortId>,
    Form(wish): Form<SlipsWish>,
) -> Result<Response, Refusal> {
    let page = state.telar.cohort(&visitor, cohort).await?;
    let whom = match wish.person {
        Some(person) => SlipsFor::One(person),
        None if wish.whom == "named" => SlipsFor::Named,
        None => SlipsFor::Members,
    };
    let cards = state.telar.make_slips(&visitor, cohort, whom).await?;
    let sheet = paper::Slips {
        language: w.language().to_owned(),
        title: w.paper_slips_title(page.card.name.as_str()),
        slips: cards.iter().map(|card| slip(&state.settings, &page.card, card)).collect(),
        created_ms: state.telar.now().0,
    };
    let bytes = state.telar.slips_pdf(sheet).await?;
    Ok(pdf_file(&format!("pin-{}.pdf", page.card.join_code), bytes))
}

/// In the language of the person who gets it, not of who prints it.
fn slip(settings: &Settings, cohort: &CohortCard, card: &SlipCard) -> paper::Slip {
    let w = words::in_language(&card.language);
    paper::Slip {
        name: card.name.as_str().to_owned(),
        cohort: cohort.name.clone(),
        code_label: w.paper_slip_code(),
        code: card.code.clone(),
        pin_label: w.paper_slip_pin(),
        pin: card.pin.clone(),
        url: settings.address("/enter"),
        steps: vec![w.paper_slip_step_open(), w.paper_slip_step_type(), w.paper_slip_step_go()],
        keep: w.paper_slip_keep(),
    }
}

pub async fn poster(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Id(cohort): Id<CohortId>,
) -> Result<Response, Refusal> {
    let page = state.telar.cohort(&visitor, cohort).await?;
    if !page.runs {
        return Err(Refusal::NotFound);
    }
    let sheet = poster_sheet(w, &state.settings, &page.card, state.telar.now());
    let bytes = state.telar.poster_pdf(sheet).await?;
    Ok(pdf_file(&format!("{}.pdf", page.card.join_code), bytes))
}

fn poster_sheet(w: &Words, settings: &Settings, card: &CohortCard, now: Moment) -> paper::Poster {
    let language = w.language();
    let (starts, ends) = (dates::written_day(&card.starts, language), dates::written_day(&card.ends, language));
    paper::Poster {
        language: language.to_owned(),
        title: w.paper_poster_title(),
        subtitle: w.paper_poster_subtitle(card.name.as_str(), card.programme.get(language)),
        steps: vec![w.paper_poster_step_open(), w.paper_poster_step_fill(), w.paper_poster_step_start()],
        url: join_url(settings, card),
        footer: w.paper_poster_footer(ends, card.organisation.as_str(), starts),
        created_ms: now.0,
    }
}

pub async fn entry_link(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Ids(cohort, person): Ids<CohortId, PersonId>,
) -> Result<Response, Refusal> {
    let (name, link) = state.telar.make_entry_link_for(&visitor, cohort, person).await?;
    let words = LinkWords {
        title: w.desk_link_title(name.as_str()),
        how: w.desk_link_how(dates::day(link.expires, w.language()), dates::time(link.expires)),
        qr: w.desk_link_qr(),
        back: format!("/cohorts/{cohort}"),
        back_words: w.desk_back(),
    };
    Ok(link_page(&state, Frame::new(w, Some(visitor), Place::Desk, w.desk_title()), &link, words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Text;
    use domain::programmes::Hours;

    #[test]
    fn a_slip_speaks_the_language_of_who_gets_it() {
        let settings =
            Settings { public_url: "https://telar.example.org".into(), demo: false, worker: Default::default() };
        let cohort = CohortCard {
            cohort: CohortId(uuid::Uuid::nil()),
            name: "Cobán".into(),
            programme: Text::new([("es", "Programa")]),
            summary: Text::default(),
            version: "1".into(),
            starts: "2027-01-11".into(),
            ends: "2027-02-12".into(),
            organisation: "Organización".into(),
            hours: Hours::default(),
            people: 1,
            join_code: "ABCDEFGH".into(),
        };
        let name = domain::people::PersonName::parse("Marta Xol").unwrap();
        let card = SlipCard { name, code: "C0DE".into(), pin: "123456".into(), language: "en".into() };
        let slip = slip(&settings, &cohort, &card);
        assert_eq!((slip.code_label.as_str(), slip.url.as_str()), ("Code", "https://telar.example.org/enter"));
        let poster = poster_sheet(words::in_language("es"), &settings, &cohort, Moment(0));
        assert_eq!(poster.url, "https://telar.example.org/c/ABCDEFGH");
        assert_eq!(poster.footer, "Organización · del 11 de enero de 2027 al 12 de febrero de 2027");
    }
}
