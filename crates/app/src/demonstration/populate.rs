//! Making the demonstration: weeks of a cohort in a few seconds.

use super::people::{CAST, Extra, Then};
use super::{Cast, DemoRole};
use crate::cohorts::OpenCohort;
use crate::people::{Join, NameStaff, SameName};
use crate::quizzes::{SaveAnswer, StartAttempt, SubmitAttempt};
use crate::{Telar, Unavailable, Wall, chance};
use domain::facts::CertificateRecords;
use domain::ids::{ActivityId, CohortId, CommandId, PersonId};
use domain::moment::Span;
use domain::programmes::Programme;
use domain::quizzes::{Answer, Part, QuestionKind, Quiz, Unanswered, model_answer, wrong_answer};
use domain::{Claimed, Moment};
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

fn refused(why: impl std::fmt::Debug) -> DemonstrationFailed {
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
    let code = past.read::<_, Unavailable>(move |reading| Ok(reading.cohort(cohort)?)).await?;
    let code = code.map(|row| row.join_code).unwrap_or_default();
    let programme = Arc::new(package.programme.clone());
    let mut lives = JoinSet::new();
    for (place, extra) in CAST.iter().enumerate() {
        let (telar, programme, code) = (telar.clone(), Arc::clone(&programme), code.clone());
        lives.spawn(async move { live(&telar, &programme, (extra, place), (code, today)).await.map(|it| (place, it)) });
    }
    let mut done = 0;
    while let Some(life) = lives.join_next().await {
        let (place, person) = life.map_err(refused)??;
        if place == 0 {
            cast.0.insert(DemoRole::Learner, person);
        }
        done += 1;
        progress(done, CAST.len());
    }
    telar.catch_up().await?;
    telar.keep_cast(cast.clone()).await?;
    telar.cast(|known| *known = cast);
    Ok(())
}

fn command(now: Moment) -> Result<CommandId, Unavailable> {
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

/// One person's days, from joining to where she stands.
async fn live(
    telar: &Telar,
    programme: &Programme,
    (extra, place): (&Extra, usize),
    (code, today): (String, Moment),
) -> Result<PersonId, DemonstrationFailed> {
    let minutes = Span::minutes(7 * i64::try_from(place).unwrap_or(0));
    let wall = Wall::fixed(today - Span::days(14) + minutes);
    let telar = telar.at(wall.clone());
    let join = Join {
        command: command(telar.now())?,
        code,
        name: extra.name.into(),
        sector: extra.sector.as_str().into(),
        organisation: extra.organisation.into(),
        municipality: extra.municipality.to_string(),
        language: "es".into(),
        consent: "on".into(),
        same_name: SameName::Ask,
        device: "Chrome · Android".into(),
        already: None,
    };
    let joined = telar.join(join).await.map_err(refused)?;
    let person = joined.session.ok_or_else(|| refused("joining began no session"))?.person;
    // What she did is spread from the day she joined to the day she was last here.
    let last = today - Span::days(extra.days) - Span::minutes(50);
    let step = Span((last - telar.now()).0 / (i64::try_from(extra.done).unwrap_or(0) + 2));
    let order: Vec<ActivityId> = programme.in_order().map(|it| it.id.clone()).collect();
    for id in order.iter().take(extra.done) {
        wall.advance(step);
        do_activity(&telar, programme, (person, id), &wall).await?;
    }
    wall.advance(step);
    let next = order.get(extra.done);
    match (extra.then, next) {
        (Then::Began, Some(id)) => begin(&telar, programme, person, id).await?,
        (Then::FailedTwice, Some(id)) => {
            for _ in 0..2 {
                if let Some(quiz) = programme.activity(id.as_str()).and_then(|it| it.quiz()) {
                    take(&telar, (person, id), (quiz, 2), &wall).await?;
                }
            }
        }
        (Then::Certified, _) => {
            telar.catch_up().await?;
            telar.issue_certificate(person, joined.enrolment, command(telar.now())?).await.map_err(refused)?;
        }
        _ => {}
    }
    if place == CAST.len() - 2 {
        telar.ask_erasure(person, CertificateRecords::Stay).await.map_err(refused)?;
    }
    telar.write::<_, Unavailable>(move |writing| Ok(writing.set_seen(person, last)?)).await?;
    Ok(person)
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
    (person, id): (PersonId, &ActivityId),
    wall: &Wall,
) -> Result<(), DemonstrationFailed> {
    match programme.activity(id.as_str()).and_then(|it| it.quiz()) {
        Some(quiz) => take(telar, (person, id), (quiz, 9), wall).await,
        None => {
            telar.activity(person, id.as_str()).await.map_err(refused)?;
            wall.advance(Span::minutes(9));
            telar.finish_lesson(person, id.as_str(), command(telar.now())?).await.map(drop).map_err(refused)
        }
    }
}

/// A right or a wrong answer; what only a person can mark gets a few plain words.
fn answer_to(kind: &QuestionKind, right: bool) -> Option<Answer> {
    const WORDS: &str =
        "Dicho: «No quiero decir más». Observado: habla en voz baja. Inferido: me preocupa; no sé qué pasó.";
    match kind {
        QuestionKind::Open(_) => Some(Answer::Text(WORDS.into())),
        QuestionKind::Vignette(vignette) => {
            let part = |part: &Part| Some((part.id.clone(), answer_to(&part.kind, right)?));
            vignette.parts.iter().map(part).collect::<Option<_>>().map(Answer::Parts)
        }
        kind if right => model_answer(kind),
        kind => wrong_answer(kind).or_else(|| model_answer(kind)),
    }
}

/// Takes a quiz, answering about `tenths` tenths of the questions right.
async fn take(
    telar: &Telar,
    (person, id): (PersonId, &ActivityId),
    (quiz, tenths): (&Quiz, usize),
    wall: &Wall,
) -> Result<(), DemonstrationFailed> {
    let start = StartAttempt::now(command(telar.now())?, id.clone());
    let attempt = telar.start_attempt(person, start).await.map_err(refused)?;
    let asked = telar.attempt(person, attempt).await.map_err(refused)?.asked;
    for (place, id) in asked.iter().enumerate() {
        wall.advance(Span::seconds(40));
        let Some(question) = quiz.question(id.as_str()) else { continue };
        let right = place * 10 < tenths * asked.len();
        let Some(answer) = answer_to(&question.kind, right) else { continue };
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
    telar.submit_attempt(person, submit).await.map(drop).map_err(refused)
}
