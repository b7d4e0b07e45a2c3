//! Whether draws find what they ask for, and whether two parallel forms, and two tests of a pair, are alike. It must not know from
//! which files a quiz's questions come.

use crate::problem::Problems;
use crate::question_file::DIFFICULTIES;
use crate::quiz_cause::QuizCause;
use crate::quiz_file::Asks;
use domain::quizzes::{Difficulty, Draw, Form, Question, Quiz, Side};
use std::collections::{BTreeMap, BTreeSet};

/// Whether a draw may take this question.
pub(crate) fn fits(draw: &Draw, question: &Question) -> bool {
    (draw.topic.is_none() || draw.topic == question.topic)
        && (draw.difficulty.is_none() || draw.difficulty == Some(question.difficulty))
}

/// Tells every draw that may find too few questions, whatever those before it have taken.
pub(crate) fn check_draws(problems: &Problems, file: &str, asks: &Asks, quiz: &Quiz) {
    let forms: &[Option<Form>] = if quiz.parallel.is_some() { &[Some(Form::A), Some(Form::B)] } else { &[None] };
    for (place, (draw, at)) in quiz.draws.iter().zip(&asks.draws).enumerate() {
        let fewest = forms.iter().map(|form| (left_for(quiz, place, *form), *form)).min_by_key(|(left, _)| *left);
        let Some((there, form)) = fewest else { continue };
        if there < usize::from(draw.count) {
            let form = form.map(|form| if form == Form::A { "a" } else { "b" });
            problems.add(file, at.line, QuizCause::DrawsTooMany { count: draw.count, there, form });
        }
    }
}

/// How many questions one draw is sure to find, when those before it took as many as they could of what it may take.
fn left_for(quiz: &Quiz, place: usize, form: Option<Form>) -> usize {
    let draw = &quiz.draws[place];
    let offered = quiz.questions.iter().filter(|it| form.is_none() || it.form == form);
    let fitting: Vec<&Question> = offered.filter(|it| fits(draw, it)).collect();
    let before = &quiz.draws[..place];
    let shared = |earlier: &Draw| fitting.iter().filter(|it| fits(earlier, it)).count();
    let taken: usize = before.iter().map(|earlier| shared(earlier).min(usize::from(earlier.count))).sum();
    let in_reach = fitting.iter().filter(|it| before.iter().any(|earlier| fits(earlier, it))).count();
    fitting.len() - taken.min(in_reach)
}

/// Whether a quiz has all the questions of the pools that it names.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Holds {
    All,
    LessThanNamed,
}

/// One of two tests before and after.
struct Test<'a> {
    file: &'a str,
    line: usize,
    holds: Holds,
    questions: BTreeSet<String>,
    draws: Vec<Draw>,
}

/// The tests of every pair.
#[derive(Default)]
pub(crate) struct Tests<'a> {
    by_side: BTreeMap<(String, Side), Test<'a>>,
    /// There is one whose pair or side could not be read: nobody can say which side is missing.
    unread: bool,
}

impl<'a> Tests<'a> {
    /// Takes a quiz that is one of a pair, and tells where its own two forms differ.
    pub fn note(&mut self, problems: &Problems, (file, line): (&'a str, usize), quiz: &Quiz, holds: Holds) {
        let Some(parallel) = &quiz.parallel else {
            self.unread = true;
            return;
        };
        if holds == Holds::All {
            check_forms(problems, (file, line), quiz);
        }
        let questions = quiz.questions.iter().map(|it| it.id.to_string()).collect();
        let test = Test { file, line, holds, questions, draws: quiz.draws.clone() };
        match self.by_side.get(&(parallel.pair.clone(), parallel.side)) {
            Some(there) => {
                let (pair, elsewhere) = (parallel.pair.clone(), there.place());
                problems.add(file, line, QuizCause::SideTwice { pair, elsewhere });
            }
            None => {
                self.by_side.insert((parallel.pair.clone(), parallel.side), test);
            }
        }
    }

    /// Tells a test without its other side, and two that do not ask the same.
    pub fn check(&self, problems: &Problems) {
        for ((pair, side), test) in &self.by_side {
            let (other, missing) =
                if *side == Side::Before { (Side::After, "after") } else { (Side::Before, "before") };
            match self.by_side.get(&(pair.clone(), other)) {
                None if self.unread => {}
                None => {
                    let pair = pair.clone();
                    problems.add(test.file, test.line, QuizCause::SideMissing { pair, side: missing });
                }
                Some(before) if *side == Side::After && test.differs(before) => {
                    problems.add(test.file, test.line, QuizCause::PairDiffers { elsewhere: before.place() });
                }
                Some(_) => {}
            }
        }
    }
}

impl Test<'_> {
    fn differs(&self, other: &Test<'_>) -> bool {
        let whole = self.holds == Holds::All && other.holds == Holds::All;
        whole && (self.questions != other.questions || self.draws != other.draws)
    }

    fn place(&self) -> String {
        format!("{}:{}", self.file, self.line)
    }
}

/// The two forms hold as many questions, by topic and by difficulty.
fn check_forms(problems: &Problems, (file, line): (&str, usize), quiz: &Quiz) {
    let mut counts: BTreeMap<(&str, Difficulty), [usize; 2]> = BTreeMap::new();
    for question in &quiz.questions {
        let topic = question.topic.as_ref().map_or("", |topic| topic.as_str());
        let [a, b] = counts.entry((topic, question.difficulty)).or_default();
        match question.form {
            Some(Form::A) => *a += 1,
            Some(Form::B) => *b += 1,
            None => {}
        }
    }
    for ((topic, difficulty), [a, b]) in counts.into_iter().filter(|(_, [a, b])| a != b) {
        let name = DIFFICULTIES.iter().find(|(_, it)| *it == difficulty).map_or("", |(name, _)| name);
        let topic = topic.to_owned();
        problems.add(file, line, QuizCause::FormsDiffer { topic, difficulty: name, a, b });
    }
}
