//! A learner's quizzes: what one is before it begins, its questions, handing in, the result. Each door is thin: parse, call the use
//! case, render. It must not know how a question of any one kind is drawn.

mod about;
mod all_at_once;
mod asked;
pub mod attempt;
pub mod flag_question;
mod fragment;
mod gain;
mod late;
mod map;
pub mod question;
mod result;
mod review;
pub mod save_all;
pub mod save_answer;
pub mod submit_attempt;

pub use about::About;
pub use fragment::fragment;
pub use map::href as question_href;
