//! Makes a store with many facts, to measure how long a replay takes: `many_facts FOLDER COUNT`. People of one cohort who each
//! register, enrol, read, and answer a quiz, written down through the same journal as ever. Must not know the programme.

use domain::Moment;
use domain::facts::{
    ActivityBegun, ActivityDone, AnswerSaved, AttemptStarted, CohortOpened, Enrolled, PersonRegistered, Subject, What,
};
use domain::ids::{ActivityId, AttemptId, ChoiceId, CohortId, EnrolmentId, PersonId, ProgrammeVersionId, QuestionId};
use domain::people::{PersonName, Sector};
use domain::quizzes::Answer;
use std::path::PathBuf;
use store::{Location, NewFact, Store, StoreError};
use uuid::Uuid;

const START: Moment = Moment(1_800_000_000_000);
/// Facts in one commit.
const BATCH: u64 = 2_000;
const QUESTIONS: [&str; 12] =
    ["q-01", "q-02", "q-03", "q-04", "q-05", "q-06", "q-07", "q-08", "q-09", "q-10", "q-11", "q-12"];

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let mut arguments = std::env::args().skip(1);
    let (Some(folder), Some(count)) = (arguments.next(), arguments.next()) else {
        return Err("many_facts FOLDER COUNT".into());
    };
    let count: u64 = count.parse()?;
    let mut store = Store::open(&Location::Sqlite { folder: PathBuf::from(folder) }, START)?;
    let cohort = CohortId(Uuid::from_u128(1));
    let authority = store.origin().node;
    write(
        &store,
        vec![NewFact { actor: None, about: Subject::Cohort(cohort), what: opened(cohort, authority).into() }],
    )?;
    let (mut written, mut people) = (1, 0);
    while written < count {
        let mut facts = Vec::new();
        while written + (facts.len() as u64) < count && (facts.len() as u64) < BATCH {
            people += 1;
            facts.extend(one_person(people, cohort)?);
        }
        facts.truncate((count - written) as usize);
        written += facts.len() as u64;
        write(&store, facts)?;
    }
    store.close();
    println!("{written} facts about {people} people");
    Ok(())
}

fn write(store: &Store, facts: Vec<NewFact>) -> Result<(), StoreError> {
    store.write(START, move |writing| writing.record(facts).map(drop))
}

fn opened(cohort: CohortId, authority: domain::ids::NodeId) -> CohortOpened {
    CohortOpened {
        cohort,
        name: "Cobán 2027".into(),
        version: ProgrammeVersionId(Uuid::from_u128(2)),
        join_code: "CBNHHH".into(),
        starts: "2027-02-08".into(),
        ends: "2027-03-12".into(),
        organisation: "Hospital de prueba".into(),
        authority,
    }
}

/// What one person does in her first week: 21 facts.
fn one_person(number: u64, cohort: CohortId) -> Result<Vec<NewFact>, Failure> {
    let id = |kind: u128| Uuid::from_u128(kind << 64 | u128::from(number));
    let (person, enrolment, attempt) = (PersonId(id(3)), EnrolmentId(id(4)), AttemptId(id(5)));
    let activity = |code: &str| ActivityId::from(code);
    let mut whats: Vec<What> = vec![
        PersonRegistered {
            person,
            name: PersonName::parse("Marta Caal")?,
            language: "es".into(),
            sector: Some(Sector::Health),
            organisation: "Centro de Salud".into(),
            municipality: Some(1601),
            consent: Some("1".into()),
            entry_code: format!("N{number}"),
        }
        .into(),
        Enrolled { enrolment, cohort }.into(),
    ];
    for lesson in ["l-1", "l-2", "l-3"] {
        whats.push(ActivityBegun { enrolment, activity: activity(lesson) }.into());
        whats.push(ActivityDone { enrolment, activity: activity(lesson) }.into());
    }
    let asked = QUESTIONS.map(QuestionId::from).to_vec();
    whats.push(
        AttemptStarted { attempt, enrolment, activity: activity("q"), number: 1, asked, begun: START, claimed: START }
            .into(),
    );
    for question in QUESTIONS {
        let answer = Answer::Choice(ChoiceId::from("a"));
        whats.push(AnswerSaved { attempt, question: question.into(), answer, given: START, claimed: START }.into());
    }
    let about = Subject::Person(person);
    Ok(whats.into_iter().map(|what| NewFact { actor: Some(person), about, what }).collect())
}
