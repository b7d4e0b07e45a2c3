//! Quizzes: questions, what counts as right, and one person's attempt. It must not know how a page asks a question.

mod answer;
#[cfg(any(test, feature = "proptest"))]
pub mod any;
mod attempt;
mod decimal;
mod draw;
mod mark;
mod marked;
pub mod marking;
pub mod mend;
mod model;
mod options;
mod question;
mod quiz;
mod start;
mod terms;

pub use answer::{Answer, LONGEST_SHORT};
pub use attempt::{AnswerRefused, Given, InProgress, Replacement, SubmitRefused, Unanswered, is_answered};
pub use decimal::{Decimal, NotANumber};
pub use draw::{asked, can_ask, first_order, form_for, shuffled};
pub use mark::{Mark, QuestionMark, RULE_VERSION, differing, mark_attempt, regrade, standing};
pub use marked::{Piece, pieces};
pub use model::{model_answer, wrong_answer};
pub use options::{Chooses, Label, chosen, offered, typed};
pub use question::{
    Accepted, Choice, Cloze, Difficulty, Feedback, Form, Gap, GapChoice, GapKind, HotSpan, HotText, Item, MatchStem,
    Matching, Numeric, Open, Ordering, Part, Question, QuestionKind, ShortAnswer, Unit, Vignette,
};
pub use quiz::{Counting, Draw, FeedbackAt, Layout, Parallel, Quiz, Reveal, Shuffle, Side};
pub use start::{Earlier, StartRefused, may_start};
pub use terms::{Allowance, GRACE, Terms, Window};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Text;

    /// A gate of two questions, `a` right in both.
    pub fn quiz(attempts: u16) -> Quiz {
        let choice =
            |id: &str| Choice { id: id.into(), text: Text::default(), right: id == "a", feedback: Text::default() };
        let question = |id: &str| {
            let kind = QuestionKind::SingleChoice { choices: vec![choice("a"), choice("b")] };
            Question::new(id.into(), Text::default(), kind, Difficulty::Basic)
        };
        let questions = vec![question("q-1"), question("q-2")];
        Quiz { attempts, ..Quiz::plain(Counting::Gate, 80, questions) }
    }

    /// What holds where nobody was granted anything and it never closes.
    pub fn usual(quiz: &Quiz) -> Terms {
        Terms::new(quiz, Window::default(), &[])
    }

    pub fn timed(minutes: u16) -> Quiz {
        Quiz { time_limit: Some(minutes), ..quiz(0) }
    }

    #[test]
    fn a_quiz_without_a_time_limit_is_written_as_before_there_were_any() {
        let written = serde_json::to_string(&quiz(3)).expect("JSON");
        let new = ["time_limit", "draws", "shuffle", "layout", "reveal", "parallel", "withdrawn", "form", "topic"];
        assert!(
            new.iter().all(|name| !written.contains(name)),
            "journals that hold a programme replay to the same bytes"
        );
        assert_eq!(serde_json::from_str::<Quiz>(&written).expect("reads back"), quiz(3));
        let written = serde_json::to_string(&timed(20)).expect("JSON");
        assert_eq!(serde_json::from_str::<Quiz>(&written).expect("reads back"), timed(20));
    }
}
