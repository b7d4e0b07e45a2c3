//! What a programme holds beside its topics: rubrics, role plays, interviews and cases to practise with, sheets for oneself, words in
//! several languages, and the law of each topic. They are read and printed; nothing here is done or passed. It must not know
//! how any of them is shown.

use super::{Interview, Law, Review};
use crate::Text;
use crate::ids::{SheetId, TopicId};
use crate::people::likened;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Sheets {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rubrics: Vec<Rubric>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub role_plays: Vec<RolePlay>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub interviews: Vec<Interview>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cases: Vec<ReportCase>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub care: Vec<CareSheet>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub glossary: Vec<Term>,
    /// One a topic, where the topic has any.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub laws: Vec<Law>,
}

/// What role plays, interviews and cases say of themselves.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct About {
    pub id: SheetId,
    pub title: Text,
    pub summary: Text,
    /// 1 to 240.
    pub minutes: u16,
    /// Words of the content notice; may be empty.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub notice: Text,
    /// By which it is looked at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rubric: Option<SheetId>,
    /// The topics that it goes with; none where it goes with all of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<TopicId>,
    #[serde(default)]
    pub review: Review,
}

/// By what somebody's practice is looked at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rubric {
    pub id: SheetId,
    pub title: Text,
    pub summary: Text,
    pub criteria: Vec<Criterion>,
    /// The topics that it goes with; none where it goes with all of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<TopicId>,
    #[serde(default)]
    pub review: Review,
}

/// One thing to look at, with what is seen in each of four grades.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Criterion {
    pub id: SheetId,
    /// Without it the whole does not stand.
    #[serde(default)]
    pub must_pass: bool,
    pub title: Text,
    pub harmful: Text,
    pub not_yet: Text,
    pub competent: Text,
    pub mastery: Text,
}

/// A grade of a criterion, by what is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    Harmful,
    NotYet,
    Competent,
    Mastery,
}

impl Anchor {
    pub const ALL: [Self; 4] = [Self::Harmful, Self::NotYet, Self::Competent, Self::Mastery];
}

impl Criterion {
    pub fn anchor(&self, anchor: Anchor) -> &Text {
        match anchor {
            Anchor::Harmful => &self.harmful,
            Anchor::NotYet => &self.not_yet,
            Anchor::Competent => &self.competent,
            Anchor::Mastery => &self.mastery,
        }
    }
}

/// A scene that is played: each part has a sheet of its own, which the others do not read. All Markdown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RolePlay {
    pub about: About,
    pub helper: Text,
    pub other: Text,
    pub observer: Text,
    pub debrief: Text,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RolePlayPart {
    Helper,
    Other,
    Observer,
    Debrief,
}

impl RolePlayPart {
    pub const ALL: [Self; 4] = [Self::Helper, Self::Other, Self::Observer, Self::Debrief];

    /// Its name in packages and addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Helper => "helper",
            Self::Other => "other",
            Self::Observer => "observer",
            Self::Debrief => "debrief",
        }
    }

    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.as_str() == name)
    }
}

impl RolePlay {
    pub fn part(&self, part: RolePlayPart) -> &Text {
        match part {
            RolePlayPart::Helper => &self.helper,
            RolePlayPart::Other => &self.other,
            RolePlayPart::Observer => &self.observer,
            RolePlayPart::Debrief => &self.debrief,
        }
    }
}

/// Notes of a case that never was, and a report made from them, in which each passage says of which kind it is. Markdown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReportCase {
    pub about: About,
    pub notes: Text,
    /// With `[[said:…]]`, `[[observed:…]]` and `[[inferred:…]]`.
    pub report: Text,
}

/// A sheet for whoever helps: to come to rest, to notice how she is, to find help, to talk with a supervisor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CareSheet {
    pub id: SheetId,
    pub title: Text,
    pub summary: Text,
    pub kind: CareKind,
    pub markdown: Text,
    /// The topics that it goes with; none where it goes with all of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<TopicId>,
    #[serde(default)]
    pub review: Review,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CareKind {
    Grounding,
    Signs,
    Help,
    Supervision,
}

impl CareKind {
    pub const ALL: [Self; 4] = [Self::Grounding, Self::Signs, Self::Help, Self::Supervision];

    /// Its name in packages.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Grounding => "grounding",
            Self::Signs => "signs",
            Self::Help => "help",
            Self::Supervision => "supervision",
        }
    }
}

/// A word in several languages.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Term {
    pub id: SheetId,
    /// By language; always Spanish and English, and no other that is empty.
    pub words: Text,
    pub group: TermGroup,
    /// May be empty, but in the group of the field.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub meaning: Text,
    #[serde(default)]
    pub review: Review,
}

impl Term {
    /// The Mayan languages in which a word may be given.
    pub const OFFERED: [&'static str; 4] = ["kek", "quc", "mam", "cak"];

    /// Whether a search finds it: in its words or in what they mean.
    pub fn is_found_by(&self, likened_words: &str) -> bool {
        self.words.0.values().chain(self.meaning.0.values()).any(|text| likened(text).contains(likened_words))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TermGroup {
    /// Words of the field.
    Field,
    Body,
    Feelings,
    Help,
    Rights,
}

impl TermGroup {
    pub const ALL: [Self; 5] = [Self::Field, Self::Body, Self::Feelings, Self::Help, Self::Rights];

    /// Its name in packages.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Field => "field",
            Self::Body => "body",
            Self::Feelings => "feelings",
            Self::Help => "help",
            Self::Rights => "rights",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SheetKind {
    Norm,
    Institution,
    Route,
    Term,
    Care,
    RolePlay,
    Interview,
    Case,
    Rubric,
}

/// One of all these, by its title.
#[derive(Clone, Copy, Debug)]
pub struct Mentioned<'s> {
    pub kind: SheetKind,
    pub id: &'s str,
    /// Of the law alone.
    pub topic: Option<&'s TopicId>,
    pub title: &'s Text,
    pub review: Review,
}

impl Sheets {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    pub fn law(&self, topic: &TopicId) -> Option<&Law> {
        self.laws.iter().find(|law| law.topic == *topic)
    }

    /// Everything, in the order of the kinds.
    pub fn all(&self) -> Vec<Mentioned<'_>> {
        let one = |kind, id, title, review| Mentioned { kind, id, topic: None, title, review };
        let mut all = Vec::new();
        for law in &self.laws {
            let topic = Some(&law.topic);
            let norms = law.norms.iter().map(|it| one(SheetKind::Norm, it.id.as_str(), &it.name, it.review));
            let offices =
                law.institutions.iter().map(|it| one(SheetKind::Institution, it.id.as_str(), &it.name, it.review));
            let routes = law.routes.iter().map(|it| one(SheetKind::Route, it.name(), &it.title, it.review));
            all.extend(norms.chain(offices).chain(routes).map(|it| Mentioned { topic, ..it }));
        }
        all.extend(self.glossary.iter().map(|it| one(SheetKind::Term, it.id.as_str(), &it.words, it.review)));
        all.extend(self.care.iter().map(|it| one(SheetKind::Care, it.id.as_str(), &it.title, it.review)));
        let plays = self.role_plays.iter().map(|it| (SheetKind::RolePlay, &it.about));
        let interviews = self.interviews.iter().map(|it| (SheetKind::Interview, &it.about));
        let cases = self.cases.iter().map(|it| (SheetKind::Case, &it.about));
        let practised = plays.chain(interviews).chain(cases);
        all.extend(practised.map(|(kind, it)| one(kind, it.id.as_str(), &it.title, it.review)));
        all.extend(self.rubrics.iter().map(|it| one(SheetKind::Rubric, it.id.as_str(), &it.title, it.review)));
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_is_found_without_regard_to_accents_case_and_apostrophes() {
        let term = Term {
            id: "w-1".into(),
            words: Text::new([("es", "Corazón"), ("en", "Heart"), ("quc", "k’u’x")]),
            group: TermGroup::Body,
            meaning: Text::new([("es", "Órgano"), ("en", "An organ")]),
            review: Review::Done,
        };
        for words in ["CORAZON", "heart", "k'uʼx", "kʼu`x", "organo"] {
            assert!(term.is_found_by(&likened(words)), "{words}");
        }
        assert!(!term.is_found_by("mano"));
    }

    #[test]
    fn sheets_that_are_not_there_leave_no_trace() {
        assert_eq!(serde_json::to_string(&Sheets::default()).expect("it serialises"), "{}");
        assert!(Sheets::default().is_empty() && Sheets::default().all().is_empty());
    }
}
