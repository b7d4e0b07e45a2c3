//! The form by which someone comes to a cohort: what it holds, what is wrong with it, and its page. It must not know how joining is
//! carried out.

use crate::dates;
use crate::page::{Frame, Place};
use crate::people::{Asks, Group, ToSign, groups, to_sign};
use app::access::Visitor;
use app::people::{Field, JoinPage, WhoField, WhoForm};
use askama::Template;
use domain::cohorts::{Entry, Openness};
use serde::Deserialize;
use uuid::Uuid;
use words::Words;

#[derive(Clone, Default, Deserialize)]
pub struct Written {
    pub command: Option<Uuid>,
    #[serde(flatten)]
    pub who: WhoForm,
    #[serde(default)]
    pub language: String,
    #[serde(default)]
    pub consent: String,
    #[serde(default)]
    pub conduct: String,
    /// `on` where she says that she has what the cohort asks for.
    #[serde(default)]
    pub requirements: String,
    /// `another`: she was asked, and is another person with a name that is taken.
    #[serde(default)]
    pub same_name: String,
}

/// What stands beside the fields that are not about her, and in the summary above: empty for a field that is well.
#[derive(Default)]
pub struct Problems {
    pub language: String,
    pub requirements: String,
    pub consent: String,
    pub conduct: String,
}

#[derive(Template)]
#[template(path = "public/join.html")]
pub struct JoinForm {
    pub frame: Frame,
    pub action: String,
    pub card: Card,
    /// Why nobody comes in now; empty where the door is open.
    pub shut: String,
    /// What happens to whoever comes: she is in, or asks, or waits.
    pub how: String,
    pub button: String,
    pub requirements: Vec<String>,
    pub after: String,
    pub written: Written,
    pub groups: Vec<Group>,
    pub to_sign: Vec<ToSign>,
    pub problems: Problems,
    pub summary: Vec<(String, String)>,
    /// The name of whoever is signed in on this phone.
    pub already: String,
}

/// What she is about to join.
pub struct Card {
    pub name: String,
    pub programme: String,
    pub summary: String,
    pub dates: String,
    pub organisation: String,
    pub hours: String,
    /// «Quedan 6 lugares»; empty where there is no limit.
    pub places: String,
}

/// «Are you that person?»
#[derive(Template)]
#[template(path = "public/join_same_name.html")]
pub struct SameNameQuestion {
    pub frame: Frame,
    pub action: String,
    pub name: String,
    /// All that she wrote, to be sent once more.
    pub fields: Vec<(&'static str, String)>,
}

impl SameNameQuestion {
    pub fn new(frame: Frame, action: String, written: &Written) -> Self {
        let fields = written.who.fields().into_iter().map(|(name, value)| (name, value.to_owned()));
        let mut fields: Vec<(&str, String)> = fields.collect();
        let command = written.command.map_or_else(String::new, |command| command.to_string());
        let Written { language, consent, conduct, requirements, .. } = written.clone();
        fields.extend([
            ("command", command),
            ("language", language),
            ("consent", consent),
            ("conduct", conduct),
            ("requirements", requirements),
        ]);
        fields.retain(|(_, value)| !value.is_empty());
        Self { frame, action, name: written.who.name.clone(), fields }
    }
}

impl JoinForm {
    pub fn new(
        w: &'static Words,
        visitor: Option<Visitor>,
        page: JoinPage,
        (mut written, refused): (Written, &[Field]),
    ) -> Self {
        let language = w.language();
        if written.language.is_empty() {
            written.language = language.to_owned();
        }
        let already = visitor.as_ref().map_or_else(String::new, |visitor| visitor.name.as_str().to_owned());
        let card = page.card;
        let of_who: Vec<WhoField> =
            refused.iter().filter_map(|field| if let Field::Who(it) = field { Some(*it) } else { None }).collect();
        let problems = problems(w, refused);
        let groups = groups(
            w,
            &written.who,
            &of_who,
            Asks { name: true, number: page.asks_number, organisations: &page.organisations },
        );
        let mut to_sign = to_sign(w, (&written.consent, &written.conduct), |text| match text {
            "consent" => problems.consent.clone(),
            _ => problems.conduct.clone(),
        });
        if let Some(signed) = page.signed {
            to_sign.retain(|it| if it.text == "consent" { !signed.consent } else { !signed.conduct });
        }
        let shut = match (&page.openness, page.entry) {
            (Openness::NotYet(day), _) => w.join_not_yet(dates::written_day(day, language)),
            (Openness::Closed(day), _) => w.join_closed(dates::written_day(day, language)),
            (Openness::Open, Entry::NominationOnly) => w.join_nomination_only(card.organisation.as_str()),
            _ => String::new(),
        };
        let (how, button) = match page.entry {
            Entry::Ask => (w.join_how_ask(), w.join_button_ask()),
            Entry::Wait => (w.join_how_wait(page.waiting), w.join_button_wait()),
            Entry::Enrol | Entry::NominationOnly => (String::new(), w.join_button()),
        };
        let mut form = Self {
            frame: Frame::new(w, visitor, Place::None, w.join_title()),
            action: format!("/c/{}", card.join_code),
            card: Card {
                name: card.name,
                programme: card.programme.get(language).to_owned(),
                summary: card.summary.get(language).to_owned(),
                dates: dates::from_to(&card.starts, &card.ends, language),
                organisation: card.organisation,
                hours: super::hours(w, card.hours),
                places: page.free.map_or_else(String::new, |free| w.join_places(free)),
            },
            shut,
            how,
            button,
            requirements: page.admission.requirements,
            after: page.after.map_or_else(String::new, |title| w.join_after(title.get(language))),
            written,
            groups,
            to_sign,
            problems,
            summary: Vec::new(),
            already,
        };
        form.summary = form.in_order();
        form
    }

    /// The problems in the order of the fields, each with the field's id.
    fn in_order(&self) -> Vec<(String, String)> {
        let fields = self.groups.iter().flat_map(|group| &group.fields);
        let of_who = fields.map(|field| (field.name.to_owned(), field.problem.clone()));
        let problems = &self.problems;
        let others = [
            ("language", &problems.language),
            ("requirements", &problems.requirements),
            ("consent", &problems.consent),
            ("conduct", &problems.conduct),
        ];
        let others = others.into_iter().map(|(name, problem)| (name.to_owned(), problem.clone()));
        of_who.chain(others).filter(|(_, problem)| !problem.is_empty()).collect()
    }
}

fn problems(w: &Words, refused: &[Field]) -> Problems {
    let mut problems = Problems::default();
    for field in refused {
        match field {
            Field::Who(_) => {}
            Field::Language => problems.language = w.join_problem_language(),
            Field::Requirements => problems.requirements = w.join_problem_requirements(),
            Field::Consent => problems.consent = w.join_problem_consent(),
            Field::Conduct => problems.conduct = w.join_problem_conduct(),
        }
    }
    problems
}
