//! The files of quizzes and of the pools that quizzes draw from, each by itself. It must not know any other file: what a quiz
//! asks of others is handed on as [`Asks`] and settled in `quiz_checks`.

use crate::activities::{Found, Kind, Place, activity, own_id};
use crate::fields::{At, Need, Table};
use crate::ids::code_fault;
use crate::question_file::{DIFFICULTIES, FoundQuestion, read_question};
use crate::quiz_cause::QuizCause;
use crate::source::Source;
use domain::ids::TopicId;
use domain::programmes::Body;
use domain::quizzes::{Counting, Draw, FeedbackAt, Layout, Parallel, Quiz, Reveal, Shuffle, Side};

/// The pass mark where the author does not say, in per cent.
const USUAL_PASS: u8 = 80;
/// The last day of a cohort on which a quiz may open or close.
const LAST_DAY: u16 = 366;
const MOST_DRAWS: u16 = 50;

/// What a quiz asks of other files, and the lines of it.
#[derive(Default)]
pub(crate) struct Asks {
    pub questions: Vec<FoundQuestion>,
    /// The pools that it draws from.
    pub from: Vec<At<String>>,
    /// The line of each draw, and the topic that it names.
    pub draws: Vec<At<Option<At<String>>>>,
    /// The line of `parallel`, where it is written, be it readable or not.
    pub parallel: Option<usize>,
}

/// A pool as found.
pub(crate) struct Pool {
    /// The line of its id.
    pub line: usize,
    pub questions: Vec<FoundQuestion>,
    pub links: Vec<At<String>>,
}

impl Pool {
    /// One that could not be read still has its place.
    pub fn unread() -> Self {
        Self { line: 1, questions: Vec::new(), links: Vec::new() }
    }
}

const SHUFFLES: [(&str, Shuffle); 4] = [
    ("nothing", Shuffle::Nothing),
    ("questions", Shuffle::Questions),
    ("choices", Shuffle::Choices),
    ("both", Shuffle::Both),
];
const REVEALS: [(&str, Reveal); 4] =
    [("mark", Reveal::Mark), ("answers", Reveal::Answers), ("key_at_end", Reveal::KeyAtEnd), ("key", Reveal::Key)];
const FEEDBACKS: [(&str, FeedbackAt); 3] =
    [("once", FeedbackAt::Once), ("end", FeedbackAt::End), ("never", FeedbackAt::Never)];

pub(crate) fn read_quiz(source: &Source<'_>, place: Place<'_>) -> Found {
    let mut found = Found::unread(Kind::Quiz(None));
    source.with_table(|table| {
        table.only(&[
            "id",
            "title",
            "summary",
            "minutes",
            "counting",
            "pass",
            "attempts",
            "time_limit",
            "notice",
            "review",
            "question",
            "from",
            "draw",
            "shuffle",
            "layout",
            "feedback",
            "reveal",
            "opens",
            "closes",
            "parallel",
        ]);
        found.line = own_id(&table, place.name);
        let words =
            [("practice", Counting::Practice), ("gate", Counting::Gate), ("measurement", Counting::Measurement)];
        let counting = table.word("counting", &words, Need::Required).map(|counting| counting.value);
        found.kind = Kind::Quiz(counting);
        let from = table.entries.contains_key("from");
        for question in table.tables("question", if from { Need::Optional } else { Need::Required }) {
            found.asks.questions.push(read_question(&question, &mut found.links));
        }
        if from {
            found.asks.from = table.strings("from");
        }
        let pass = table.whole("pass", 1..=100, Need::Optional).and_then(|pass| u8::try_from(pass).ok());
        let draws = read_draws(&table, &mut found.asks);
        let (opens, closes) = read_days(&table);
        let quiz = Quiz {
            attempts: read_attempts(&table),
            time_limit: table.whole("time_limit", 1..=240, Need::Optional),
            draws,
            shuffle: table.word("shuffle", &SHUFFLES, Need::Optional).map(|it| it.value).unwrap_or_default(),
            layout: read_layout(&table),
            feedback: table.word("feedback", &FEEDBACKS, Need::Optional).map(|it| it.value),
            reveal: table.word("reveal", &REVEALS, Need::Optional).map(|it| it.value).unwrap_or_default(),
            opens,
            closes,
            parallel: read_parallel(&table),
            ..Quiz::plain(counting.unwrap_or(Counting::Practice), pass.unwrap_or(USUAL_PASS), Vec::new())
        };
        found.asks.parallel = table.entries.contains_key("parallel").then(|| table.line_of("parallel"));
        found.activity = Some(activity(&table, place, Body::Quiz(quiz)));
    });
    found
}

pub(crate) fn read_pool(source: &Source<'_>, place: Place<'_>) -> Pool {
    let mut pool = Pool::unread();
    source.with_table(|table| {
        table.only(&["id", "question"]);
        pool.line = own_id(&table, place.name);
        for question in table.tables("question", Need::Required) {
            pool.questions.push(read_question(&question, &mut pool.links));
        }
    });
    pool
}

/// One of two tests in parallel forms is taken once, or somebody would meet the form that the other test is to ask.
fn read_attempts(table: &Table<'_>) -> u16 {
    let written = table.whole("attempts", 0..=1000, Need::Optional);
    if !table.entries.contains_key("parallel") {
        return written.unwrap_or_default();
    }
    if written.is_some_and(|attempts| attempts != 1) {
        table.problem(table.line_of("attempts"), QuizCause::AttemptsOfParallel);
    }
    1
}

fn read_layout(table: &Table<'_>) -> Layout {
    let words = [("one_by_one", Layout::OneByOne), ("all_at_once", Layout::AllAtOnce)];
    table.word("layout", &words, Need::Optional).map(|layout| layout.value).unwrap_or_default()
}

fn read_draws(table: &Table<'_>, asks: &mut Asks) -> Vec<Draw> {
    let rows = table.tables("draw", Need::Optional);
    if rows.len() > usize::from(MOST_DRAWS) {
        let (count, to) = (rows.len(), usize::from(MOST_DRAWS));
        table.problem(table.line_of("draw"), QuizCause::Count { key: "draw", count, from: 1, to });
    }
    let mut draws = Vec::new();
    for row in rows.into_iter().take(usize::from(MOST_DRAWS)) {
        row.only(&["count", "topic", "difficulty"]);
        let topic = row.entries.contains_key("topic").then(|| row.id("topic", code_fault)).flatten();
        draws.push(Draw {
            count: row.whole("count", 1..=200, Need::Required).unwrap_or_default(),
            topic: topic.as_ref().map(|topic| TopicId::from(topic.value.as_str())),
            difficulty: row.word("difficulty", &DIFFICULTIES, Need::Optional).map(|it| it.value),
        });
        asks.draws.push(At { value: topic, line: row.line });
    }
    draws
}

fn read_days(table: &Table<'_>) -> (Option<u16>, Option<u16>) {
    let opens = table.whole("opens", 1..=LAST_DAY, Need::Optional);
    let closes = table.whole("closes", 1..=LAST_DAY, Need::Optional);
    if let (Some(opens), Some(closes)) = (opens, closes)
        && closes < opens
    {
        table.problem(table.line_of("closes"), QuizCause::ClosesBefore);
    }
    (opens, closes)
}

fn read_parallel(table: &Table<'_>) -> Option<Parallel> {
    let parallel = table.table_if_any("parallel")?;
    parallel.only(&["pair", "side"]);
    let sides = [("before", Side::Before), ("after", Side::After)];
    let pair = parallel.id("pair", code_fault);
    let side = parallel.word("side", &sides, Need::Required);
    Some(Parallel { pair: pair?.value, side: side?.value })
}
