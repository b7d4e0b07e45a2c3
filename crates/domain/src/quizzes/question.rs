//! A question and the forms that it takes, as written. How each is answered is in `answer.rs`, how it is marked in `marking.rs`.

use super::Decimal;
use crate::Text;
use crate::ids::{ChoiceId, QuestionId, TopicId};
use crate::programmes::Review;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Question {
    pub id: QuestionId,
    /// Markdown. Of a cloze it holds the gaps as `[[a]]`.
    pub stem: Text,
    #[serde(flatten)]
    pub kind: QuestionKind,
    pub difficulty: Difficulty,
    #[serde(default)]
    pub review: Review,
    /// What it asks about, where that is another topic than the quiz's own: for draws by topic and results by topic.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<TopicId>,
    /// To which of two parallel forms it belongs; none where the quiz has no forms.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<Form>,
    /// Its stem tells a case. A vignette is one in any event.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub case: bool,
    /// Taken out after a fault was found in it: it is shown no more, asked no more, and worth nothing in any mark.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub withdrawn: bool,
}

/// One of two parallel forms of a test, as alike as their authors could make them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    A,
    B,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Difficulty {
    Basic,
    Applied,
    Demanding,
}

/// The forms that a question takes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum QuestionKind {
    /// Two to eight choices, exactly one of them right; a mend may find that another was right too.
    SingleChoice {
        choices: Vec<Choice>,
    },
    /// Two choices, in the order true, false; exactly one of them right.
    TrueFalse {
        choices: Vec<Choice>,
    },
    /// Two to ten choices, at least one of them right and one not.
    MultipleChoice {
        choices: Vec<Choice>,
    },
    Matching(Matching),
    Ordering(Ordering),
    ShortAnswer(ShortAnswer),
    Numeric(Numeric),
    Cloze(Cloze),
    HotText(HotText),
    Vignette(Vignette),
    Open(Open),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Choice {
    pub id: ChoiceId,
    pub text: Text,
    #[serde(default)]
    pub right: bool,
    /// What someone who chose this learns from it.
    pub feedback: Text,
}

/// What a person learns from a question that has no choices of its own: one of three texts, by how much of it was right.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Feedback {
    pub right: Text,
    /// Where some of it was right; the text for `wrong` where this is empty.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub partly: Text,
    pub wrong: Text,
}

/// To each stem belongs one option; an option may belong to several stems, and some to none.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Matching {
    /// Two to ten.
    pub stems: Vec<MatchStem>,
    /// Two to twelve, no two with the same words: equal ones are one option.
    pub options: Vec<Item>,
    pub feedback: Feedback,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MatchStem {
    pub id: ChoiceId,
    pub text: Text,
    /// The option that belongs to it.
    pub matches: ChoiceId,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Item {
    pub id: ChoiceId,
    pub text: Text,
}

/// Two to ten items, written in the right order; shown in one by chance, whatever else is shuffled.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ordering {
    pub items: Vec<Item>,
    pub feedback: Feedback,
}

/// A few words. Letters count without accents, case and spaces around, and the three apostrophes of Mayan names as one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ShortAnswer {
    /// One to twenty; the first that is equal decides.
    pub accepted: Vec<Accepted>,
    pub feedback: Feedback,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Accepted {
    /// In whichever language: an answer is right in any of them.
    pub text: String,
    /// How much of the question it is worth, 0 to 100 hundredths; 0 for a frequent mistake that has a feedback of its own.
    pub credit: u8,
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub feedback: Text,
}

/// A number, in a unit where there is one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Numeric {
    pub value: Decimal,
    /// How far from the value still counts, at most, in the unit of the value; 0 is exactly.
    pub tolerance: Decimal,
    /// None where it is a bare number; the first is that of the value. With more than one the person chooses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<Unit>,
    pub feedback: Feedback,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Unit {
    /// As it is shown and chosen: `h`, `min`, `kg`.
    pub name: String,
    /// One of this unit in the unit of the value: 1 for the first.
    pub factor: Decimal,
}

/// A text with gaps. The stem holds each gap as `[[a]]`, once, in every language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cloze {
    /// One to twelve.
    pub gaps: Vec<Gap>,
    pub feedback: Feedback,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Gap {
    pub id: ChoiceId,
    #[serde(flatten)]
    pub wants: GapKind,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "wants", rename_all = "snake_case")]
pub enum GapKind {
    Text {
        accepted: Vec<Accepted>,
    },
    /// Exactly one is right.
    Choice {
        choices: Vec<GapChoice>,
    },
    Number {
        value: Decimal,
        tolerance: Decimal,
    },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GapChoice {
    pub id: ChoiceId,
    pub text: Text,
    #[serde(default)]
    pub right: bool,
}

/// A text in which words are marked. What can be marked stands in it as `[[a:these words]]`, in every language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HotText {
    pub passage: Text,
    /// What can be marked, two to thirty.
    pub spans: Vec<HotSpan>,
    pub feedback: Feedback,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HotSpan {
    pub id: ChoiceId,
    #[serde(default)]
    pub right: bool,
    /// Why it is to be marked, or not.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub feedback: Text,
}

/// A case that unfolds: what a part tells is shown when the part before it is answered, and from then on that answer stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Vignette {
    /// One to eight; a part is no vignette itself.
    pub parts: Vec<Part>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Part {
    pub id: ChoiceId,
    /// What has happened meanwhile, as Markdown; may be empty.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub tells: Text,
    /// What is asked, as Markdown.
    pub stem: Text,
    #[serde(flatten)]
    pub kind: QuestionKind,
}

/// A text that a person reads and marks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Open {
    /// The longest answer, in characters, 50 to 10,000.
    pub longest: u16,
    /// What whoever reads it looks for; learners see it with the mark, not before.
    pub criteria: Text,
}

impl Question {
    /// A question about its quiz's own topic, in no parallel form, that nobody has to look through.
    pub fn new(id: QuestionId, stem: Text, kind: QuestionKind, difficulty: Difficulty) -> Self {
        let review = Review::Done;
        Self { id, stem, kind, difficulty, review, topic: None, form: None, case: false, withdrawn: false }
    }

    /// Whether it is asked: it was not taken out.
    pub fn is_asked(&self) -> bool {
        !self.withdrawn
    }

    /// Whether it asks about a case that it tells.
    pub fn is_case(&self) -> bool {
        self.case || matches!(self.kind, QuestionKind::Vignette(_))
    }

    pub fn choice(&self, id: &ChoiceId) -> Option<&Choice> {
        self.kind.choices().iter().find(|choice| choice.id == *id)
    }
}

impl QuestionKind {
    /// The choices of a question that is answered by choosing among them; none for any other.
    pub fn choices(&self) -> &[Choice] {
        match self {
            Self::SingleChoice { choices } | Self::TrueFalse { choices } | Self::MultipleChoice { choices } => choices,
            _ => &[],
        }
    }

    /// The feedback of the whole question, where it has one.
    pub fn feedback(&self) -> Option<&Feedback> {
        match self {
            Self::Matching(Matching { feedback, .. })
            | Self::Ordering(Ordering { feedback, .. })
            | Self::ShortAnswer(ShortAnswer { feedback, .. })
            | Self::Numeric(Numeric { feedback, .. })
            | Self::Cloze(Cloze { feedback, .. })
            | Self::HotText(HotText { feedback, .. }) => Some(feedback),
            Self::SingleChoice { .. }
            | Self::TrueFalse { .. }
            | Self::MultipleChoice { .. }
            | Self::Vignette(_)
            | Self::Open(_) => None,
        }
    }

    /// Whether a person has to read the answer, or a part of it, before it can be marked.
    pub fn is_read(&self) -> bool {
        match self {
            Self::Open(_) => true,
            Self::Vignette(vignette) => vignette.parts.iter().any(|part| part.kind.is_read()),
            _ => false,
        }
    }

    /// Its name in packages, exports and addresses.
    pub fn name(&self) -> &'static str {
        match self {
            Self::SingleChoice { .. } => "single_choice",
            Self::TrueFalse { .. } => "true_false",
            Self::MultipleChoice { .. } => "multiple_choice",
            Self::Matching(_) => "matching",
            Self::Ordering(_) => "ordering",
            Self::ShortAnswer(_) => "short_answer",
            Self::Numeric(_) => "numeric",
            Self::Cloze(_) => "cloze",
            Self::HotText(_) => "hot_text",
            Self::Vignette(_) => "vignette",
            Self::Open(_) => "open",
        }
    }
}

impl Feedback {
    /// The text for so many hundredths of the question.
    pub fn of(&self, credit: u32) -> &Text {
        match credit {
            100.. => &self.right,
            1.. if !self.partly.is_empty() => &self.partly,
            _ => &self.wrong,
        }
    }
}
