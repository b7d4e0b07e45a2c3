//! What of an attempt was given after its time: she reads that it was kept, and that it does not count.

use crate::quizzes::{Line, Telling};
use app::quizzes::AttemptPage;
use words::Words;

/// One such answer.
pub struct Late {
    pub number_of: String,
    pub answer: Vec<Line>,
}

pub fn of(w: &'static Words, page: &AttemptPage) -> Vec<Late> {
    let telling = Telling { w, programme: &page.programme, activity: &page.activity };
    let late = |(index, id)| {
        let late = page.out_of_time.of_question(id)?;
        let question = page.quiz().question(id.as_str())?;
        let number_of = w.quiz_question_of(page.asked.len(), index + 1);
        Some(Late { number_of, answer: telling.answer(question, &late.answer) })
    };
    page.asked.iter().enumerate().filter_map(late).collect()
}
