//! Quizzes: questions, what counts as right, and one person's attempt. It must not know how a page asks a question.

mod attempt;
mod mark;
mod question;

pub use attempt::{AnswerRefused, Given, InProgress, Replacement, StartRefused, SubmitRefused, Unanswered, may_start};
pub use mark::{Mark, QuestionMark, RULE_VERSION, mark_attempt};
pub use question::{Answer, Choice, Counting, Difficulty, Question, QuestionKind, Quiz};
