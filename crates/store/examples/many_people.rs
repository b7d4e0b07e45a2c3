//! Fills a store in which a programme was imported with many cohorts of people who read and answer, to measure what pages cost beside
//! them: `many_people FOLDER PEOPLE COHORTS FACTS`. Prints the id of the last cohort. Written down through the same journal as ever.

use domain::Moment;
use domain::facts::{
    ActivityBegun, ActivityDone, AnswerSaved, AttemptStarted, CohortOpened, Enrolled, PersonDescribed,
    PersonRegistered, Subject, What,
};
use domain::ids::{ActivityId, AttemptId, ChoiceId, CohortId, EnrolmentId, PersonId, QuestionId};
use domain::people::{People, PersonName, Profile, Sector, Sex, municipalities};
use domain::programmes::{Body, Programme};
use domain::quizzes::Answer;
use std::path::PathBuf;
use store::{CohortRow, Location, NewFact, Store};
use uuid::Uuid;

const START: Moment = Moment(1_800_000_000_000);
/// People in one commit.
const BATCH: u64 = 100;
const GIVEN: [&str; 8] = ["María José", "Ixchel", "Juan Carlos", "Petrona", "Ángela", "Mateo", "Elena", "Sebastián"];
const FAMILY: [&str; 8] = ["Coʼ", "Caal Ical", "Tzul", "Ñuñez", "Xol Choc", "Ajú Bʼatz", "Güitz", "Yat Sierra"];

type Failure = Box<dyn std::error::Error>;

/// What everybody does, taken from the programme itself.
struct Course {
    lessons: Vec<ActivityId>,
    quiz: Option<(ActivityId, Vec<QuestionId>)>,
    places: Vec<u16>,
    facts: u64,
}

impl Course {
    fn of(programme: &Programme, facts: u64) -> Self {
        let mut course = Self { lessons: Vec::new(), quiz: None, places: Vec::new(), facts };
        for activity in &programme.activities {
            match &activity.body {
                Body::Lesson(_) => course.lessons.push(activity.id.clone()),
                Body::Quiz(quiz) if course.quiz.is_none() => {
                    let asked = quiz.questions.iter().map(|question| question.id.clone()).take(12).collect();
                    course.quiz = Some((activity.id.clone(), asked));
                }
                _ => {}
            }
        }
        course.places = municipalities().map(|place| place.code).collect();
        course
    }
}

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, people, cohorts, facts] = arguments.as_slice() else {
        return Err("many_people FOLDER PEOPLE COHORTS FACTS".into());
    };
    let (people, cohorts, facts): (u64, u64, u64) = (people.parse()?, cohorts.parse()?, facts.parse()?);
    let mut store = Store::open(&Location::Sqlite { folder: PathBuf::from(folder) }, START)?;
    let first = store.read(|reading| reading.cohorts())?.into_iter().next().ok_or("no cohort is open here")?;
    let version = first.version;
    let programme = store.read(move |reading| reading.programme(version))?.ok_or("the cohort has no programme")?;
    let course = Course::of(&programme, (facts / people.max(1)).max(3));
    let opened: Vec<NewFact> = (0..cohorts).map(|n| open(n, &first)).collect();
    store.write(START, move |writing| writing.record(opened).map(drop))?;
    for batch in (0..people).step_by(usize::try_from(BATCH)?) {
        let mut facts = Vec::new();
        for n in batch..(batch + BATCH).min(people) {
            facts.extend(one_person(n, cohort(n * cohorts / people.max(1)), &course)?);
        }
        store.write(START, move |writing| writing.record(facts).map(drop))?;
        if batch % 10_000 == 0 {
            eprintln!("{batch} of {people} people");
        }
    }
    store.close();
    println!("{}", cohort(cohorts.saturating_sub(1)));
    Ok(())
}

fn id(kind: u128, n: u64) -> Uuid {
    Uuid::from_u128((kind << 64) | u128::from(n))
}

fn cohort(n: u64) -> CohortId {
    CohortId(id(21, n))
}

fn open(n: u64, like: &CohortRow) -> NewFact {
    let what = CohortOpened {
        cohort: cohort(n),
        name: format!("Cohorte {n}"),
        version: like.version,
        join_code: format!("Q{n}"),
        starts: like.starts.clone(),
        ends: like.ends.clone(),
        organisation: like.organisation.clone(),
        authority: like.authority,
    };
    NewFact { actor: None, about: Subject::Cohort(cohort(n)), what: what.into() }
}

fn one_person(n: u64, cohort: CohortId, course: &Course) -> Result<Vec<NewFact>, Failure> {
    let (person, enrolment, attempt) = (PersonId(id(22, n)), EnrolmentId(id(23, n)), AttemptId(id(24, n)));
    let at = |n: u64| usize::try_from(n).unwrap_or_default();
    let name = format!("{} {} {}", GIVEN[at(n) % 8], FAMILY[at(n / 8) % 8], FAMILY[at(n / 64) % 8]);
    let sector = Some(Sector::ALL[at(n) % Sector::ALL.len()]);
    let municipality = Some(course.places[at(n * 7) % course.places.len()]);
    let organisation = format!("Institución de Ejemplo {}", n % 40);
    let profile = Profile {
        sex: Some(Sex::ALL[at(n) % Sex::ALL.len()]),
        people: Some(People::ALL[at(n / 3) % People::ALL.len()]),
        ..Profile::default()
    };
    let mut whats: Vec<What> = vec![
        PersonRegistered {
            person,
            name: PersonName::parse(&name)?,
            language: "es".into(),
            sector,
            organisation: organisation.clone(),
            municipality,
            consent: Some("1".into()),
            entry_code: format!("M{n}"),
        }
        .into(),
        PersonDescribed { sector, organisation, municipality, profile }.into(),
        Enrolled { enrolment, cohort }.into(),
    ];
    for lesson in &course.lessons {
        whats.push(ActivityBegun { enrolment, activity: lesson.clone() }.into());
        whats.push(ActivityDone { enrolment, activity: lesson.clone() }.into());
    }
    if let Some((activity, asked)) = &course.quiz {
        let (activity, asked) = (activity.clone(), asked.clone());
        let started = AttemptStarted { attempt, enrolment, activity, number: 1, asked, begun: START, claimed: START };
        whats.push(started.into());
    }
    let asked = course.quiz.iter().flat_map(|(_, asked)| asked).cycle();
    for (turn, question) in (0_i64..).zip(asked) {
        if whats.len() as u64 >= course.facts {
            break;
        }
        // She changes her mind: the later answer holds.
        let given = Moment(START.0 + turn * 1_000);
        let answer = Answer::Choice(ChoiceId::from("a"));
        whats.push(AnswerSaved { attempt, question: question.clone(), answer, given, claimed: given }.into());
    }
    whats.truncate(at(course.facts));
    let about = Subject::Person(person);
    Ok(whats.into_iter().map(|what| NewFact { actor: Some(person), about, what }).collect())
}
