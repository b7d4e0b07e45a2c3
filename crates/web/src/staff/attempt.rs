//! One attempt as staff see it: every answer with its mark, reading what is open, and what they write to the person.

use super::quiz_view::{self, Banner, Done, GrantLine, quiz_href};
use super::{answers, reading};
use crate::error::Refusal;
use crate::learner::of_hundredths;
use crate::page::{self, Frame, Place};
use crate::visitor::{Form, Ids, W, Who};
use crate::{State, dates};
use app::access::Visitor;
use app::quizzes::{
    AttemptOfCohort, Comment, CommentAttempt, CommentRefused, OpenAnswer, QuestionOfAttempt, ReadAnswer, ReadRefused,
};
use askama::Template;
use axum::extract::{Query, State as FromState};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::Moment;
use domain::ids::{AttemptId, CohortId, CommandId, QuestionId};
use serde::Deserialize;
use words::Words;

#[derive(Template)]
#[template(path = "staff/attempt.html")]
struct Page {
    frame: Frame,
    banner: Option<Banner>,
    title: String,
    quiz: String,
    back: String,
    said: String,
    problem: String,
    open: bool,
    own: bool,
    /// Where it is handed in for her; empty where that is not to be done.
    hand_in: String,
    facts: Vec<(String, String)>,
    others: Vec<Other>,
    grant_href: String,
    granted: Vec<GrantLine>,
    markings: Vec<MarkingLine>,
    comments: Vec<CommentLine>,
    comment_action: String,
    /// What was written of the whole attempt and not taken.
    comment_typed: String,
    questions: Vec<QuestionCard>,
}

struct Other {
    href: String,
    words: String,
    current: bool,
}

struct MarkingLine {
    words: String,
    reason: String,
    when: String,
    kept: bool,
}

struct CommentLine {
    words: String,
    by: String,
}

struct QuestionCard {
    number: String,
    verdict: String,
    verdict_class: &'static str,
    worth: String,
    stem: String,
    answer: Vec<String>,
    given: String,
    /// What was given after the time was over.
    late: Vec<String>,
    open: Vec<OpenCard>,
    comments: Vec<CommentLine>,
    id: String,
    comment_label: String,
    comment_typed: String,
    href: String,
    href_label: String,
}

struct OpenCard {
    stem: String,
    criteria: String,
    text: String,
    read: String,
    comment: String,
    /// None where she may not read it: it is her own, or still open.
    form: Option<ReadForm>,
}

/// The form in which an answer is read.
pub struct ReadForm {
    pub action: String,
    pub key: String,
    pub seen: String,
    /// What tells the fields of several forms on one page apart.
    pub id: String,
    pub steps: Vec<WorthStep>,
    pub other: String,
    pub comment: String,
    pub open: bool,
}

pub struct WorthStep {
    pub value: u32,
    pub words: String,
    pub chosen: bool,
}

#[derive(Deserialize)]
pub struct CommentWritten {
    command: Option<CommandId>,
    #[serde(default)]
    question: String,
    #[serde(default)]
    text: String,
}

#[derive(Default, Deserialize)]
pub struct ReadWritten {
    pub command: Option<CommandId>,
    /// `quizzes::marking::reading_key`.
    #[serde(default)]
    pub answer: String,
    /// One of the steps.
    #[serde(default)]
    pub worth: String,
    /// Another number; it wins.
    #[serde(default)]
    pub other: String,
    #[serde(default)]
    pub comment: String,
    /// When the reading that was seen was given, in milliseconds; empty where there was none.
    #[serde(default)]
    pub seen: String,
    /// `queue` where it comes from the list of what waits.
    #[serde(default)]
    pub from: String,
}

/// What was written and not taken.
#[derive(Default)]
struct Refused {
    problem: String,
    comment: Option<CommentWritten>,
    read: Option<ReadWritten>,
}

pub async fn show(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Ids(cohort, attempt): Ids<CohortId, AttemptId>,
    Query(Done { done }): Query<Done>,
) -> Result<Response, Refusal> {
    let page = state.telar.attempt_of_cohort(&visitor, cohort, attempt).await?;
    let said = match done.as_str() {
        "comment" => w.results_comment_sent(),
        "read" => w.read_saved(),
        "handed-in" => w.results_hand_in_done(),
        _ => String::new(),
    };
    Ok(render(visitor, w, (&page, cohort), said, Refused::default()))
}

pub async fn comment(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Ids(cohort, attempt): Ids<CohortId, AttemptId>,
    Form(written): Form<CommentWritten>,
) -> Result<Response, Refusal> {
    let comment = CommentAttempt {
        command: written.command.unwrap_or_else(|| uuid::Uuid::now_v7().into()),
        cohort,
        attempt,
        question: Some(written.question.as_str()).filter(|id| !id.is_empty()).map(QuestionId::from),
        text: written.text.clone(),
    };
    let (status, problem) = match state.telar.comment_attempt(&visitor, comment).await {
        Ok(()) => {
            let at =
                if written.question.is_empty() { "comments".to_owned() } else { format!("q-{}", written.question) };
            return Ok(Redirect::to(&format!("/cohorts/{cohort}/attempts/{attempt}?done=comment#{at}")).into_response());
        }
        Err(CommentRefused::NotFound) => return Err(Refusal::NotFound),
        Err(CommentRefused::Unavailable(why)) => return Err(why.into()),
        Err(CommentRefused::OtherContent) => (StatusCode::CONFLICT, w.results_refused_old()),
        Err(CommentRefused::Text) => (StatusCode::UNPROCESSABLE_ENTITY, w.results_comment_refused()),
    };
    let page = state.telar.attempt_of_cohort(&visitor, cohort, attempt).await?;
    let refused = Refused { problem, comment: Some(written), read: None };
    let mut response = render(visitor, w, (&page, cohort), String::new(), refused);
    *response.status_mut() = status;
    Ok(response)
}

pub async fn read(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Ids(cohort, attempt): Ids<CohortId, AttemptId>,
    Form(written): Form<ReadWritten>,
) -> Result<Response, Refusal> {
    let reading = ReadAnswer {
        command: written.command.unwrap_or_else(|| uuid::Uuid::now_v7().into()),
        cohort,
        attempt,
        answer: written.answer.clone(),
        hundredths: if written.other.trim().is_empty() { written.worth.clone() } else { written.other.clone() },
        comment: written.comment.clone(),
        seen: written.seen.parse().ok().map(Moment),
    };
    let queue = written.from == "queue";
    let (status, problem) = match state.telar.read_answer(&visitor, reading).await {
        Ok(()) if queue => {
            return Ok(Redirect::to(&format!("/cohorts/{cohort}/reading?done=read")).into_response());
        }
        Ok(()) => {
            return Ok(Redirect::to(&format!("/cohorts/{cohort}/attempts/{attempt}?done=read")).into_response());
        }
        Err(ReadRefused::NotFound) => return Err(Refusal::NotFound),
        Err(ReadRefused::Unavailable(why)) => return Err(why.into()),
        Err(ReadRefused::OtherContent) => (StatusCode::CONFLICT, w.results_refused_old()),
        Err(ReadRefused::Own) => (StatusCode::UNPROCESSABLE_ENTITY, w.read_refused_own()),
        Err(ReadRefused::Meanwhile) if queue => (StatusCode::CONFLICT, w.read_refused_meanwhile_queue()),
        Err(ReadRefused::Meanwhile) => (StatusCode::CONFLICT, w.read_refused_meanwhile()),
        Err(ReadRefused::Hundredths) => (StatusCode::UNPROCESSABLE_ENTITY, w.read_refused_worth()),
        Err(ReadRefused::Comment) => (StatusCode::UNPROCESSABLE_ENTITY, w.read_refused_comment()),
    };
    let mut response = if queue {
        let again = (status == StatusCode::UNPROCESSABLE_ENTITY).then_some((attempt, written));
        reading::again(&state, visitor, w, cohort, (problem, again)).await?
    } else {
        let page = state.telar.attempt_of_cohort(&visitor, cohort, attempt).await?;
        let refused = Refused { problem, comment: None, read: Some(written) };
        render(visitor, w, (&page, cohort), String::new(), refused)
    };
    *response.status_mut() = status;
    Ok(response)
}

fn render(
    visitor: Visitor,
    w: &'static Words,
    (page, cohort): (&AttemptOfCohort, CohortId),
    said: String,
    refused: Refused,
) -> Response {
    let base = format!("/cohorts/{cohort}/attempts");
    let whole = refused.comment.as_ref().filter(|it| it.question.is_empty());
    let other = |(attempt, number): &(AttemptId, u16)| Other {
        href: format!("{base}/{attempt}"),
        words: w.results_attempt_other(*number),
        current: *attempt == page.attempt,
    };
    let marking = |it: &app::quizzes::Marking| MarkingLine {
        words: w.results_marking(it.after, it.before),
        reason: it.reason.clone(),
        when: dates::day_and_time(it.at, w.language()),
        kept: it.kept,
    };
    let grant = format!("/cohorts/{cohort}/people/{}/allowances?activity={}", page.person, page.activity);
    let questions = page.questions.iter().enumerate();
    page::html(&Page {
        banner: Banner::of(w, &page.programme, cohort),
        title: w.results_attempt_of(page.name.as_str(), page.number),
        quiz: quiz_view::quiz_title(w, &page.programme, &page.activity),
        back: quiz_href(cohort, &page.activity),
        said,
        problem: refused.problem.clone(),
        open: page.submitted.is_none(),
        hand_in: if page.may_hand_in() { format!("{base}/{}/submission", page.attempt) } else { String::new() },
        own: page.own,
        facts: facts(w, page),
        others: if page.all.len() > 1 { page.all.iter().map(other).collect() } else { Vec::new() },
        grant_href: if page.runs && !page.own { grant } else { String::new() },
        granted: page.granted.iter().map(|it| quiz_view::granted(w, &page.programme, it)).collect(),
        markings: page.markings.iter().map(marking).collect(),
        comments: comments(w, &page.comments),
        comment_action: format!("{base}/{}/comments", page.attempt),
        comment_typed: whole.map_or_else(String::new, |it| it.text.clone()),
        questions: questions.map(|(place, it)| question(w, (page, cohort), (place, it), &refused)).collect(),
        frame: Frame::new(w, Some(visitor), Place::Desk, w.results_attempt_title()),
    })
}

fn facts(w: &Words, page: &AttemptOfCohort) -> Vec<(String, String)> {
    let when = |moment| dates::day_and_time(moment, w.language());
    let mut facts = vec![(w.results_attempt_began(), when(page.started))];
    if let Some(submitted) = page.submitted {
        let by = page.handed_in_by.as_ref().map(|by| w.results_attempt_handed_in_by(by.as_str()));
        let when = when(submitted);
        facts.push((w.results_attempt_handed_in(), by.map_or(when.clone(), |by| format!("{when} · {by}"))));
    }
    if let Some(mark) = &page.mark {
        let (points, max) = mark.hundredths();
        let (points, max) = (of_hundredths(points, w.language()), of_hundredths(max, w.language()));
        let mut words = w.results_attempt_points(mark.per_cent(), max, points);
        if mark.kept {
            words = format!("{words}. {}", w.results_attempt_kept());
        }
        facts.push((w.results_attempt_mark(), words));
    }
    let limit = page.terms.limit.map(|limit| w.results_attempt_limit_minutes(limit.0 / 60_000));
    facts.push((w.results_attempt_limit(), limit.unwrap_or_else(|| w.results_attempt_limit_none())));
    if let Some(over) = page.terms.time_over(page.started) {
        facts.push((w.results_attempt_over(), when(over)));
    }
    facts
}

fn comments(w: &Words, all: &[Comment]) -> Vec<CommentLine> {
    let line = |it: &Comment| CommentLine {
        words: it.words.clone(),
        by: w.results_comment_by(it.by.as_str(), dates::day_and_time(it.at, w.language())),
    };
    all.iter().map(line).collect()
}

fn question(
    w: &Words,
    (page, cohort): (&AttemptOfCohort, CohortId),
    (place, it): (usize, &QuestionOfAttempt),
    refused: &Refused,
) -> QuestionCard {
    let number = place + 1;
    let (activity, id) = (page.activity.as_str(), it.question.as_str());
    let quiz = page.programme.activity(activity).and_then(|it| it.quiz());
    let known = quiz.and_then(|quiz| quiz.question(id));
    let (verdict, verdict_class) = verdict(w, it);
    let lines = known.zip(it.answer.as_ref());
    let lines = lines.map(|(question, answer)| answers::lines(w, &question.kind, answer));
    let late = known.zip(page.late.iter().find(|late| late.question == it.question));
    let late = late.map(|(question, late)| answers::lines(w, &question.kind, &late.answer));
    let action = format!("/cohorts/{cohort}/attempts/{}/readings", page.attempt);
    let may_read = page.submitted.is_some() && !page.own;
    let open =
        |open: &OpenAnswer| open_card((w, page), open, may_read.then_some(action.as_str()), refused.read.as_ref());
    let typed = refused.comment.as_ref().filter(|written| written.question == id);
    QuestionCard {
        number: w.results_question(number),
        verdict,
        verdict_class,
        worth: it
            .mark
            .as_ref()
            .filter(|mark| mark.max > 0)
            .map_or_else(String::new, |mark| w.results_answer_worth(mark.hundredths())),
        stem: {
            let stem = page.programme.stem_html(activity, id, w.language()).unwrap_or_default();
            known.map_or_else(|| stem.to_owned(), |it| answers::with_gaps_named(w, stem, &it.kind))
        },
        // What a person reads is shown whole, where it is read.
        answer: if it.open.is_empty() || it.answer.is_none() || !only_open(it) {
            lines.unwrap_or_else(|| vec![w.results_answer_none()])
        } else {
            Vec::new()
        },
        given: it
            .given
            .map_or_else(String::new, |given| w.results_answer_given(dates::day_and_time(given, w.language()))),
        late: late.unwrap_or_default(),
        open: it.open.iter().map(open).collect(),
        comments: comments(w, &it.comments),
        id: id.to_owned(),
        comment_label: w.results_comment_write_question(number),
        comment_typed: typed.map_or_else(String::new, |it| it.text.clone()),
        href: format!("{}/questions/{id}", quiz_href(cohort, &page.activity)),
        href_label: w.results_question_see_label(number),
    }
}

fn only_open(it: &QuestionOfAttempt) -> bool {
    matches!(&it.answer, Some(domain::quizzes::Answer::Text(_)))
}

fn verdict(w: &Words, it: &QuestionOfAttempt) -> (String, &'static str) {
    let Some(mark) = &it.mark else { return (String::new(), "") };
    match mark.hundredths() {
        _ if mark.max == 0 => (w.results_question_withdrawn(), ""),
        _ if mark.unread > 0 => (w.results_answer_unread(), " wait"),
        100.. => (w.results_answer_right(), " done"),
        1.. => (w.results_answer_partly(), " wait"),
        _ => (w.results_answer_wrong(), " wait"),
    }
}

fn open_card(
    (w, page): (&Words, &AttemptOfCohort),
    it: &OpenAnswer,
    action: Option<&str>,
    refused: Option<&ReadWritten>,
) -> OpenCard {
    let read = it.read.as_ref();
    let refused = refused.filter(|written| written.answer == it.key);
    let written = |action: &str| {
        let written = ReadWritten {
            answer: it.key.clone(),
            worth: read.map_or_else(String::new, |read| read.hundredths.to_string()),
            comment: read.map_or_else(String::new, |read| read.comment.clone()),
            ..ReadWritten::default()
        };
        let mut form = read_form(w, action.to_owned(), refused.unwrap_or(&written));
        form.seen = read.map_or_else(String::new, |read| read.at.0.to_string());
        form.open = refused.is_some() || read.is_none();
        form
    };
    OpenCard {
        stem: reading::stem(&page.programme, (&page.activity, &it.key), w),
        criteria: it.criteria.get(w.language()).to_owned(),
        text: it.text.clone(),
        read: read.map_or_else(String::new, |read| {
            w.read_by(read.hundredths, read.by.as_str(), dates::day_and_time(read.at, w.language()))
        }),
        comment: read.map_or_else(String::new, |read| read.comment.clone()),
        form: action.map(written),
    }
}

/// The form with what was written in it.
pub fn read_form(w: &Words, action: String, written: &ReadWritten) -> ReadForm {
    let steps = [
        (0, w.read_worth_0()),
        (25, w.read_worth_25()),
        (50, w.read_worth_50()),
        (75, w.read_worth_75()),
        (100, w.read_worth_100()),
    ];
    let is_step = steps.iter().any(|(value, _)| value.to_string() == written.worth);
    let other = if written.other.is_empty() && !is_step { written.worth.clone() } else { written.other.clone() };
    let id = written.answer.replace(|c: char| !c.is_ascii_alphanumeric(), "-");
    let step = |(value, words): (u32, String)| WorthStep {
        value,
        words,
        chosen: value.to_string() == written.worth && other.is_empty(),
    };
    ReadForm {
        action,
        key: written.answer.clone(),
        seen: written.seen.clone(),
        id: format!("read-{id}"),
        steps: steps.into_iter().map(step).collect(),
        other,
        comment: written.comment.clone(),
        open: true,
    }
}
