//! Statistics as files for spreadsheets: a row for each option of each question, and a row for each person with her two marks.
//! What the pages keep back is kept back here too. Numbers are as computed, to four decimals.

use super::answers;
use super::gains;
use super::question_statistics::{self, options};
use super::quiz_export::{as_csv, as_xlsx};
use super::quiz_statistics::Wish;
use crate::State;
use crate::error::Refusal;
use crate::sheet::{Cell, Sheet};
use crate::visitor::{Ids, W, Who};
use app::quizzes::{GainsPage, QuizStatistics};
use axum::extract::{Query, State as FromState};
use axum::response::Response;
use domain::ids::{ActivityId, CohortId};
use domain::statistics::Look;
use words::Words;

pub async fn quiz_csv(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Ids(cohort, activity): Ids<CohortId, String>,
    Query(wish): Query<Wish>,
) -> Result<Response, Refusal> {
    let found = state.telar.quiz_statistics(&visitor, (cohort, ActivityId(activity)), wish.breadth()).await?;
    let name = format!("{}-estadisticas.csv", found.activity);
    as_csv(move || questions(w, &found), &name).await
}

pub async fn quiz_xlsx(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Ids(cohort, activity): Ids<CohortId, String>,
    Query(wish): Query<Wish>,
) -> Result<Response, Refusal> {
    let found = state.telar.quiz_statistics(&visitor, (cohort, ActivityId(activity)), wish.breadth()).await?;
    let name = format!("{}-estadisticas.xlsx", found.activity);
    as_xlsx(move || questions(w, &found), &name).await
}

pub async fn gains_csv(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Ids(cohort, pair): Ids<CohortId, String>,
) -> Result<Response, Refusal> {
    let found = state.telar.gains(&visitor, cohort, pair).await?;
    as_csv(move || people(w, &found), "antes-y-despues.csv").await
}

pub async fn gains_xlsx(
    FromState(state): FromState<State>,
    Who(visitor): Who,
    W(w): W,
    Ids(cohort, pair): Ids<CohortId, String>,
) -> Result<Response, Refusal> {
    let found = state.telar.gains(&visitor, cohort, pair).await?;
    as_xlsx(move || people(w, &found), "antes-y-despues.xlsx").await
}

fn number(value: Option<f64>) -> Cell {
    value.map_or(Cell::Empty, Cell::Number)
}

fn count(value: usize) -> Cell {
    Cell::Whole(i64::try_from(value).unwrap_or(i64::MAX))
}

fn questions(w: &Words, found: &QuizStatistics) -> Sheet {
    let head = vec![
        w.stats_number(),
        w.stats_question_column(),
        w.stats_asked(),
        w.stats_facility(),
        w.stats_discrimination(),
        w.stats_rest(),
        w.stats_look(),
        w.stats_option(),
        w.stats_right(),
        w.stats_all(),
        w.stats_upper(),
        w.stats_lower(),
    ];
    let mut rows = Vec::new();
    let all = found.quiz().map_or(&[][..], |quiz| &quiz.questions);
    for (place, question) in all.iter().enumerate() {
        let Some(item) = found.items.as_ref().and_then(|items| items.questions.get(&question.id)) else { continue };
        let of_question = vec![
            count(place + 1),
            Cell::text(answers::short(&question.stem, w.language())),
            count(item.asked),
            Cell::Number(item.facility),
            number(item.discrimination),
            number(item.item_rest),
            Look::at(item).map_or(Cell::Empty, |look| Cell::text(question_statistics::look(w, look))),
        ];
        let options = options(w, &question.kind, item).all;
        if options.is_empty() {
            rows.push(of_question.clone());
        }
        for option in options {
            let mut row = of_question.clone();
            row.extend([Cell::text(option.words), count(usize::from(option.right)), count(option.chosen.all)]);
            let groups = option.chosen.groups;
            row.extend(groups.map_or([Cell::Empty, Cell::Empty], |it| [count(it.upper), count(it.lower)]));
            rows.push(row);
        }
    }
    Sheet { name: w.stats_title(), head, rows }
}

fn people(w: &Words, found: &GainsPage) -> Sheet {
    let head = vec![w.desk_person(), w.gains_before(), w.gains_after(), w.gains_gain(), w.gains_why_none()];
    let row = |it: &app::quizzes::PersonGain| {
        let gain = it.pair().map(|pair| pair.gain());
        let why = gain.map_or_else(|| Cell::text(gains::no_pair(w, it)), |_| Cell::Empty);
        vec![Cell::text(it.name.as_str()), number(it.pre), number(it.post), number(gain), why]
    };
    Sheet { name: w.gains_title(), head, rows: found.people.iter().map(row).collect() }
}
