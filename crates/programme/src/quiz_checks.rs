//! What quizzes, pools and topics say of each other. Pools are put into the quizzes that draw from them; then draws, parallel
//! forms and what still needs review are looked at with every question in its place. It must not know how a file is read.

use crate::activities::{Found, Kind};
use crate::cause::Cause;
use crate::draw_checks::{Holds, Tests, check_draws, fits};
use crate::fields::At;
use crate::ids::nearest;
use crate::problem::Problems;
use crate::question_file::FoundQuestion;
use crate::quiz_cause::QuizCause;
use crate::quiz_file::{Asks, Pool};
use domain::ids::TopicId;
use domain::programmes::Body;
use domain::quizzes::{Counting, Question, Quiz};
use std::collections::{BTreeMap, BTreeSet};

/// The most questions that one quiz may hold, with those of its pools.
const MOST_QUESTIONS: usize = 1_000;

/// What quizzes may name.
pub(crate) struct Named<'n, 'a> {
    /// By id: the file, the topic in whose folder it lies, and what it holds.
    pub pools: &'n BTreeMap<&'a str, (&'a str, &'a str, Pool)>,
    pub topics: &'n BTreeSet<&'a str>,
    pub problems: &'n Problems,
}

/// A question in a quiz, its own or one of a pool's.
struct Asked<'q> {
    /// As the quiz holds it.
    question: Question,
    found: &'q FoundQuestion,
    file: &'q str,
    pooled: bool,
}

/// What is gathered from one quiz to the next.
#[derive(Default)]
struct Gathered<'a> {
    /// The pools that a quiz draws from.
    used: BTreeSet<&'a str>,
    tests: Tests<'a>,
    /// File and line of what was told of a pool's question: once, though several quizzes may ask it.
    told: Told,
}

type Told = BTreeSet<(String, usize)>;

impl<'q> Asked<'q> {
    /// A question of the quiz's own, or of a pool in the folder of `topic`.
    fn new(found: &'q FoundQuestion, file: &'q str, pooled_in: Option<&str>) -> Self {
        let mut question = found.question.clone();
        if let Some(topic) = pooled_in {
            question.topic.get_or_insert(TopicId::from(topic));
        }
        Self { question, found, file, pooled: pooled_in.is_some() }
    }
}

impl<'n, 'a> Named<'n, 'a> {
    /// Gives every quiz its questions, and tells what does not fit together.
    pub fn settle(&self, activities: &mut BTreeMap<&'a str, (&'a str, Found)>) {
        let mut gathered = Gathered::default();
        for (id, (file, found)) in activities.iter_mut() {
            let Found { activity: Some(activity), asks, kind, .. } = found else { continue };
            let topic = activity.topic.clone();
            let Body::Quiz(quiz) = &mut activity.body else { continue };
            self.check_topics(file, asks.questions.iter().filter_map(|it| it.topic.as_ref()));
            self.check_topics(file, asks.draws.iter().filter_map(|draw| draw.value.as_ref()));
            let pools = self.pools_of(file, asks, &mut gathered.used);
            let mut asked: Vec<Asked<'_>> = asks.questions.iter().map(|it| Asked::new(it, file, None)).collect();
            for (file, topic, pool) in &pools {
                asked.extend(pool.questions.iter().map(|it| Asked::new(it, file, Some(topic))));
            }
            if !asks.from.is_empty() || !quiz.draws.is_empty() || quiz.parallel.is_some() {
                for it in &mut asked {
                    it.question.topic.get_or_insert(topic.clone());
                }
            }
            if asked.len() > MOST_QUESTIONS {
                let (count, most) = (asked.len(), MOST_QUESTIONS);
                self.problems.add(file, found_line(asks), QuizCause::TooManyQuestions { count, most });
            }
            self.check_review((id, *kind), quiz, &asked, &mut gathered.told);
            if quiz.parallel.is_some() == asks.parallel.is_some() {
                self.check_membership(id, quiz, &asked, &mut gathered.told);
            }
            quiz.questions = asked.into_iter().map(|it| it.question).collect();
            // Where a pool is not there, or could not be read, that is the problem to tell.
            let whole = pools.len() == asks.from.len() && pools.iter().all(|(_, _, pool)| !pool.questions.is_empty());
            if whole {
                check_draws(self.problems, file, asks, quiz);
            }
            if let Some(line) = asks.parallel {
                let holds = if whole { Holds::All } else { Holds::LessThanNamed };
                gathered.tests.note(self.problems, (file, line), quiz, holds);
            }
        }
        gathered.tests.check(self.problems);
        for (id, (file, _, pool)) in self.pools {
            self.check_topics(file, pool.questions.iter().filter_map(|it| it.topic.as_ref()));
            if !gathered.used.contains(id) {
                self.problems.add(file, pool.line, QuizCause::UnusedPool { id: (*id).to_owned() });
            }
        }
    }

    fn check_topics<'t>(&self, file: &str, named: impl Iterator<Item = &'t At<String>>) {
        for topic in named.filter(|topic| !self.topics.contains(topic.value.as_str())) {
            let (id, nearest) = (topic.value.clone(), nearest(&topic.value, self.topics.iter().copied()));
            self.problems.add(file, topic.line, QuizCause::UnknownTopic { id, nearest });
        }
    }

    /// The pools that a quiz draws from, each with its file and its topic.
    fn pools_of(&self, file: &str, asks: &Asks, used: &mut BTreeSet<&'a str>) -> Vec<(&'a str, &'a str, &'n Pool)> {
        let mut pools = Vec::new();
        let mut named = BTreeSet::new();
        for from in &asks.from {
            let id = from.value.clone();
            match self.pools.get_key_value(id.as_str()) {
                None => {
                    let nearest = nearest(&id, self.pools.keys().copied());
                    self.problems.add(file, from.line, QuizCause::UnknownPool { id, nearest });
                }
                Some(_) if !named.insert(&from.value) => {
                    self.problems.add(file, from.line, QuizCause::PoolTwice { id });
                }
                Some((known, (path, topic, pool))) => {
                    used.insert(known);
                    pools.push((*path, *topic, pool));
                }
            }
        }
        pools
    }

    /// Tells what still needs review where it may count.
    fn check_review(&self, (id, kind): (&str, Kind), quiz: &Quiz, asked: &[Asked<'_>], told: &mut Told) {
        let own: Cause = match kind {
            Kind::Quiz(Some(Counting::Gate)) => Cause::ReviewInGate,
            Kind::Quiz(Some(Counting::Measurement)) => QuizCause::ReviewInMeasurement.into(),
            _ => return,
        };
        for it in asked.iter().filter(|it| it.found.needs_review() && may_be_asked(quiz, &it.question)) {
            let pooled = || QuizCause::ReviewThrough { quiz: id.to_owned() }.into();
            let cause = if it.pooled { pooled() } else { own.clone() };
            self.tell_once(it, it.found.review_line, cause, told);
        }
    }

    /// Tells questions of a form in a quiz that has none, and the other way round.
    fn check_membership(&self, id: &str, quiz: &Quiz, asked: &[Asked<'_>], told: &mut Told) {
        for it in asked.iter().filter(|it| may_be_asked(quiz, &it.question)) {
            let quiz_id = id.to_owned();
            match (quiz.parallel.is_some(), it.question.form.is_some()) {
                (true, false) => self.tell_once(it, it.found.line, QuizCause::NoForm { quiz: quiz_id }.into(), told),
                (false, true) => {
                    self.tell_once(it, it.found.form_line, QuizCause::FormAlone { quiz: quiz_id }.into(), told);
                }
                _ => {}
            }
        }
    }

    fn tell_once(&self, it: &Asked<'_>, line: usize, cause: Cause, told: &mut Told) {
        if told.insert((it.file.to_owned(), line)) {
            self.problems.add(it.file, line, cause);
        }
    }
}

/// Where a quiz's questions begin: its pools, or the first of its own.
fn found_line(asks: &Asks) -> usize {
    let from = asks.from.first().map(|from| from.line);
    from.or_else(|| asks.questions.first().map(|it| it.line)).unwrap_or(1)
}

/// Whether an attempt may ask it.
fn may_be_asked(quiz: &Quiz, question: &Question) -> bool {
    quiz.draws.is_empty() || quiz.draws.iter().any(|draw| fits(draw, question))
}
