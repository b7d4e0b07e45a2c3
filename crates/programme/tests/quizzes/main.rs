//! Quizzes as packages hold them: every kind of question, pools, draws and parallel forms, sound and broken.

mod bad;
#[path = "../common/mod.rs"]
mod common;
#[path = "../common/damage.rs"]
mod damage;
mod sample;
mod sound;
#[path = "../common/telling.rs"]
mod telling;
