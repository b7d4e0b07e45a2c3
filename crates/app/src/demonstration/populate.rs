//! Making the demonstration: weeks of a cohort in a few seconds.

use super::people::{CAST, Extra, Then};
use super::{Cast, DemoRole, answers, organisations, staff};
use crate::cohorts::OpenCohort;
use crate::people::{Join, NameStaff, SameName};
use crate::quizzes::{SaveAnswer, StartAttempt, SubmitAttempt};
use crate::{Telar, Unavailable, Wall, chance};
use domain::facts::CertificateRecords;
use domain::ids::{ActivityId, AttemptId, CohortId, CommandId, PersonId};
use domain::moment::Span;
use domain::programmes::Programme;
use domain::quizzes::{Counting, Question, Quiz, Unanswered};
use domain::{Claimed, Moment};
use std::collections::BTreeMap;
use std::sync::Arc;
use tokio::task::JoinSet;

/// Why the demonstration could not be made.
#[derive(Debug, thiserror::Error)]
pub enum DemonstrationFailed {
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
    #[error("the demonstration met a refusal: {0}")]
    Refused(String),
}

pub(super) fn refused(why: impl std::fmt::Debug) -> DemonstrationFailed {
    DemonstrationFailed::Refused(format!("{why:?}"))
}

/// Makes the cohort and its people, unless this store has them. Calls `progress` with how many people are done, of how many.
pub async fn populate(
    telar: &Telar,
    package: &programme::Package,
    mut progress: impl FnMut(usize, usize),
) -> Result<(), DemonstrationFailed> {
    if let Some(cast) = telar.known_cast().await? {
        telar.cast(|known| *known = cast);
        return Ok(());
    }
    let today = telar.now();
    let past = telar.at(Wall::fixed(today - Span::days(16)));
    let imported = past.import_programme(package).await.map_err(refused)?;
    let (mut cast, cohort) = name_staff(&past, imported.version.to_string(), today).await?;
    let administrator = cast.0.get(&DemoRole::Administrator).copied();
    organisations::make(&past, administrator.ok_or_else(|| refused("the cast lacks a role"))?).await?;
    let code = past.read::<_, Unavailable>(move |reading| Ok(reading.cohort(cohort)?)).await?;
    let code = code.map(|row| row.join_code).unwrap_or_default();
    let programme = Arc::new(package.programme.clone());
    let mut lives = JoinSet::new();
    for (place, extra) in CAST.iter().enumerate() {
        let (telar, programme, code) = (telar.clone(), Arc::clone(&programme), code.clone());
        lives.spawn(async move { live(&telar, &programme, (extra, place), (code, today)).await.map(|it| (place, it)) });
    }
    let (mut done, mut failed) = (0, BTreeMap::new());
    while let Some(life) = lives.join_next().await {
        let (place, life) = life.map_err(refused)??;
        if place == 0 {
            cast.0.insert(DemoRole::Learner, life.person);
        }
        failed.extend(life.failed.map(|quiz| (place, (life.person, quiz))));
        done += 1;
        progress(done, CAST.len());
    }
    let of = |role| cast.0.get(&role).copied().ok_or_else(|| refused("the cast lacks a role"));
    staff::read_answers(telar, of(DemoRole::Facilitator)?, cohort).await?;
    // The first of the cast, whoever was ready first.
    if let Some((_, (person, (activity, attempt)))) = failed.pop_first() {
        staff::help(telar, of(DemoRole::Coordinator)?, (cohort, activity), (person, attempt)).await?;
    }
    telar.catch_up().await?;
    telar.keep_cast(cast.clone()).await?;
    telar.cast(|known| *known = cast);
    Ok(())
}

pub(super) fn command(now: Moment) -> Result<CommandId, Unavailable> {
    chance::id(now)
}

async fn name_staff(past: &Telar, version: String, today: Moment) -> Result<(Cast, CohortId), DemonstrationFailed> {
    let link = past.administrator_link().await?.ok_or_else(|| refused("this site has an administrator already"))?;
    let administrator = past.spend_entry_link(&link.token, "Firefox · Linux").await.map_err(refused)?.person;
    past.rename(administrator, "Ana Lucía Morales Tzoc").await.map_err(refused)?;
    let day =
        |moment: Moment| jiff::Timestamp::from_millisecond(moment.0).map(|it| it.strftime("%Y-%m-%d").to_string());
    let opened = OpenCohort {
        command: command(past.now())?,
        name: "Cohorte Cobán".into(),
        version,
        schedule: String::new(),
        starts: day(today - Span::days(14)).map_err(refused)?,
        ends: day(today + Span::days(14)).map_err(refused)?,
        organisation: "Organización de demostración".into(),
    };
    let cohort = past.open_cohort(administrator, opened).await.map_err(refused)?;
    let mut cast = Cast::default();
    cast.0.insert(DemoRole::Administrator, administrator);
    let others = [
        (DemoRole::Coordinator, "Verónica Chub Macz"),
        (DemoRole::Facilitator, "Lucía Caal Rodas"),
        (DemoRole::Assessor, "Marco Antonio Yat Sierra"),
        (DemoRole::Analyst, "Claudia Beatriz Fuentes"),
    ];
    for (role, name) in others {
        let naming = NameStaff {
            command: command(past.now())?,
            name: name.into(),
            role: role.as_str().into(),
            cohort: Some(cohort),
            language: "es".into(),
        };
        let named = past.name_staff(administrator, naming).await.map_err(refused)?;
        cast.0.insert(role, named.person);
    }
    Ok((cast, cohort))
}

struct Life {
    person: PersonId,
    /// The quiz that she failed, and her last attempt at it.
    failed: Option<(ActivityId, AttemptId)>,
}

/// One person's days, from joining to where she stands.
async fn live(
    telar: &Telar,
    programme: &Programme,
    (extra, place): (&Extra, usize),
    (code, today): (String, Moment),
) -> Result<Life, DemonstrationFailed> {
    let minutes = Span::minutes(7 * i64::try_from(place).unwrap_or(0));
    let wall = Wall::fixed(today - Span::days(14) + minutes);
    let telar = telar.at(wall.clone());
    let join = Join {
        command: command(telar.now())?,
        code,
        who: extra.who(place),
        language: "es".into(),
        consent: "on".into(),
        conduct: "on".into(),
        requirements: String::new(),
        same_name: SameName::Ask,
        device: "Chrome · Android".into(),
        already: None,
    };
    let joined = telar.join(join).await.map_err(refused)?;
    let person = joined.session.ok_or_else(|| refused("joining began no session"))?.person;
    let order: Vec<ActivityId> = programme.in_order().map(|it| it.id.clone()).collect();
    let is_gate = |id: &ActivityId| {
        programme.activity(id.as_str()).and_then(|it| it.quiz()).is_some_and(|quiz| quiz.counting == Counting::Gate)
    };
    let sixths = order.len() * extra.done / 6;
    // Who fails has come to the next quiz that can be failed.
    let before_gate = order.iter().skip(sixths).position(is_gate).map_or(sixths, |further| sixths + further);
    let done = if extra.then == Then::FailedTwice { before_gate } else { sixths };
    // What she did is spread from the day she joined to the day she was last here.
    let last = today - Span::days(extra.days) - Span::minutes(50);
    let step = Span((last - telar.now()).0 / (i64::try_from(done).unwrap_or(0) + 2));
    for id in order.iter().take(done) {
        wall.advance(step);
        do_activity(&telar, programme, (person, id, place), &wall).await?;
    }
    wall.advance(step);
    let next = order.get(done);
    let mut failed = None;
    match (extra.then, next) {
        (Then::Began, Some(id)) => begin(&telar, programme, person, id).await?,
        (Then::FailedTwice, Some(id)) => {
            for misses in [7, 5] {
                let Some(quiz) = programme.activity(id.as_str()).and_then(|it| it.quiz()) else { continue };
                let manner = Manner { place, misses_in_twelve: Some(misses) };
                let attempt = take(&telar, (person, id), (quiz, manner), &wall).await?;
                failed = Some((id.clone(), attempt));
            }
        }
        (Then::Certified, _) => {
            telar.catch_up().await?;
            let enrolment = telar.learning(person).await?.first().map(|it| it.enrolment);
            let enrolment = enrolment.ok_or_else(|| refused("joining enrolled nobody"))?;
            telar.issue_certificate(person, enrolment, command(telar.now())?).await.map_err(refused)?;
        }
        _ => {}
    }
    if place == CAST.len() - 2 {
        telar.ask_erasure(person, CertificateRecords::Stay).await.map_err(refused)?;
    }
    telar.write::<_, Unavailable>(move |writing| Ok(writing.set_seen(person, last)?)).await?;
    Ok(Life { person, failed })
}

async fn begin(
    telar: &Telar,
    programme: &Programme,
    person: PersonId,
    id: &ActivityId,
) -> Result<(), DemonstrationFailed> {
    match programme.activity(id.as_str()).and_then(|it| it.quiz()) {
        Some(_) => {
            let start = StartAttempt::now(command(telar.now())?, id.clone());
            telar.start_attempt(person, start).await.map(drop).map_err(refused)
        }
        None => telar.activity(person, id.as_str()).await.map(drop).map_err(refused),
    }
}

async fn do_activity(
    telar: &Telar,
    programme: &Programme,
    (person, id, place): (PersonId, &ActivityId, usize),
    wall: &Wall,
) -> Result<(), DemonstrationFailed> {
    match programme.activity(id.as_str()).and_then(|it| it.quiz()) {
        Some(quiz) => {
            let manner = Manner { place, misses_in_twelve: None };
            take(telar, (person, id), (quiz, manner), wall).await.map(drop)
        }
        None => {
            telar.activity(person, id.as_str()).await.map_err(refused)?;
            wall.advance(Span::minutes(9));
            telar.finish_lesson(person, id.as_str(), command(telar.now())?).await.map(drop).map_err(refused)
        }
    }
}

/// How somebody takes a quiz: her place in the cast, and whether she passes or misses so many questions in twelve.
#[derive(Clone, Copy)]
struct Manner {
    place: usize,
    misses_in_twelve: Option<usize>,
}

async fn take(
    telar: &Telar,
    (person, id): (PersonId, &ActivityId),
    (quiz, manner): (&Quiz, Manner),
    wall: &Wall,
) -> Result<AttemptId, DemonstrationFailed> {
    let start = StartAttempt::now(command(telar.now())?, id.clone());
    let attempt = telar.start_attempt(person, start).await.map_err(refused)?;
    let asked = telar.attempt(person, attempt).await.map_err(refused)?.asked;
    let asked: Vec<&Question> = asked.iter().filter_map(|id| quiz.question(id.as_str())).collect();
    let passing = answers::misses_in_passing(manner.place, asked.len());
    let misses = manner.misses_in_twelve.map_or(passing, |twelfths| asked.len() * twelfths / 12);
    let missed = answers::missed(&asked, manner.place, misses);
    for (at, question) in asked.into_iter().enumerate() {
        wall.advance(Span::seconds(40));
        let Some(answer) = answers::answer_to(&question.kind, !missed.contains(&at), manner.place) else { continue };
        let save = SaveAnswer {
            command: command(telar.now())?,
            attempt,
            question: question.id.clone(),
            answer: answer.into(),
            claimed: Claimed::default(),
        };
        telar.save_answer(person, save).await.map_err(refused)?;
    }
    let submit = SubmitAttempt {
        command: command(telar.now())?,
        attempt,
        unanswered: Unanswered::CountAsWrong,
        claimed: Claimed::default(),
    };
    telar.submit_attempt(person, submit).await.map_err(refused)?;
    Ok(attempt)
}
