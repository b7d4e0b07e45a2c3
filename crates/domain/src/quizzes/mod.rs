//! Quizzes: questions, what counts as right, and one person's attempt. It must not know how a page asks a question.

mod attempt;
mod mark;
mod question;
mod start;

pub use attempt::{AnswerRefused, Given, InProgress, Replacement, SubmitRefused, Unanswered};
pub use mark::{Mark, QuestionMark, RULE_VERSION, mark_attempt};
pub use question::{Answer, Choice, Counting, Difficulty, GRACE, Question, QuestionKind, Quiz};
pub use start::{Earlier, StartRefused, may_start};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Text;

    /// A gate of two questions, `a` right in both.
    pub fn quiz(attempts: u16) -> Quiz {
        let choice =
            |id: &str| Choice { id: id.into(), text: Text::default(), right: id == "a", feedback: Text::default() };
        let question = |id: &str| Question {
            id: id.into(),
            stem: Text::default(),
            kind: QuestionKind::SingleChoice { choices: vec![choice("a"), choice("b")] },
            difficulty: Difficulty::Basic,
            review: Default::default(),
        };
        let questions = vec![question("q-1"), question("q-2")];
        Quiz { counting: Counting::Gate, pass: 80, attempts, time_limit: None, questions }
    }

    pub fn timed(minutes: u16) -> Quiz {
        Quiz { time_limit: Some(minutes), ..quiz(0) }
    }

    #[test]
    fn a_quiz_without_a_time_limit_is_written_as_before_there_were_any() {
        let written = serde_json::to_string(&quiz(3)).expect("JSON");
        assert!(!written.contains("time_limit"), "journals that hold a programme replay to the same bytes");
        assert_eq!(serde_json::from_str::<Quiz>(&written).expect("reads back"), quiz(3));
        let written = serde_json::to_string(&timed(20)).expect("JSON");
        assert_eq!(serde_json::from_str::<Quiz>(&written).expect("reads back"), timed(20));
    }
}
