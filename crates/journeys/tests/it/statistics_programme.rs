//! A programme for statistics: a quiz of several forms, and a pair of tests, before and after, in parallel forms; with people who
//! answer it as a table says, and what they answered put together anew for comparing.

use app::quizzes::{SaveAnswer, SubmitAttempt};
use domain::Claimed;
use domain::access::marker;
use domain::ids::{AttemptId, CohortId, PersonId, ProgrammeVersionId, QuestionId, TopicId};
use domain::programmes::Programme;
use domain::quizzes::{Answer, Form, Side, Unanswered, form_for};
use domain::statistics::{FirstAttempt, Response, Score, Tested};
use journeys::{Actor, Site, new_command};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use uuid::Uuid;

pub const PAIR: &str = "antes-y-despues";
/// How many questions each form of the pair has; the last one is about the second topic.
pub const LONG: usize = 4;

fn choice(id: &str, right: bool) -> Value {
    json!({ "id": id, "text": { "es": format!("Opción {id}") }, "right": right, "feedback": { "es": "Porque sí." } })
}

fn single(id: &str, more: Value) -> Value {
    let mut question = json!({
        "id": id, "stem": { "es": format!("¿Qué dice {id}?") }, "kind": "single_choice", "difficulty": "basic",
        "choices": [choice("a", true), choice("b", false), choice("c", false)],
    });
    if let (Value::Object(question), Value::Object(more)) = (&mut question, more) {
        question.extend(more);
    }
    question
}

fn activity(id: &str, quiz: Value) -> Value {
    json!({
        "id": id, "topic": "t1", "title": { "es": format!("Prueba {id}") }, "summary": { "es": "Para medir." }, "minutes": 10,
        "body": quiz,
    })
}

fn side(id: &str, side: &str) -> Value {
    let question = |form: &str, at: usize| {
        let more = if at == LONG { json!({ "form": form, "topic": "t2" }) } else { json!({ "form": form }) };
        single(&format!("{id}-{form}{at}"), more)
    };
    let questions: Vec<Value> =
        ["a", "b"].iter().flat_map(|form| (1..=LONG).map(move |at| question(form, at))).collect();
    activity(
        id,
        json!({
            "type": "quiz", "counting": "measurement", "pass": 80, "attempts": 2, "questions": questions,
            "parallel": { "pair": PAIR, "side": side },
        }),
    )
}

/// A quiz `mixta`, and the tests `antes` and `luego`.
pub fn package() -> programme::Package {
    let feedback = json!({ "right": { "es": "Sí." }, "wrong": { "es": "No." } });
    let mixed = vec![
        single("m-1", json!({})),
        single("m-2", json!({})),
        single("m-3", json!({})),
        json!({
            "id": "m-4", "stem": { "es": "Una cada una" }, "kind": "matching", "difficulty": "basic", "feedback": feedback,
            "stems": [
                { "id": "s1", "text": { "es": "Perro" }, "matches": "o1" },
                { "id": "s2", "text": { "es": "Gato" }, "matches": "o2" },
            ],
            "options": [
                { "id": "o1", "text": { "es": "Ladra" } },
                { "id": "o2", "text": { "es": "Maúlla" } },
                { "id": "o3", "text": { "es": "Canta" } },
            ],
        }),
        json!({
            "id": "m-5", "stem": { "es": "Una palabra" }, "kind": "short_answer", "difficulty": "basic", "feedback": feedback,
            "accepted": [{ "text": "escuchar", "credit": 100 }, { "text": "oír", "credit": 50 }],
        }),
        json!({
            "id": "m-6", "stem": { "es": "Cuente" }, "kind": "open", "difficulty": "basic", "longest": 200,
            "criteria": { "es": "Que sea claro." },
        }),
    ];
    let mixed = activity(
        "mixta",
        json!({
            "type": "quiz", "counting": "practice", "pass": 80, "attempts": 0, "questions": mixed,
        }),
    );
    let topic = |id: &str, number: u8| json!({ "id": id, "number": number, "title": { "es": format!("Tema {id}") }, "aim": { "es": "Ver." } });
    let programme = json!({
        "slug": "medir", "version": "1", "languages": ["es"], "title": { "es": "Medir" }, "summary": { "es": "Medir." },
        "hours": { "own_time": 1 },
        "topics": [topic("t1", 1), topic("t2", 2)],
        "days": [{ "id": "d1", "title": { "es": "Uno" }, "aim": { "es": "Ver." }, "activities": ["antes", "mixta", "luego"] }],
        "activities": [side("antes", "before"), mixed, side("luego", "after")],
        "completion": { "done": "luego" },
    });
    let programme: Programme = serde_json::from_value(programme).expect("a programme");
    programme::Package { programme, digest: "0".repeat(64), files: Default::default(), pooled: Default::default() }
}

/// A cohort that runs that programme, with who coordinates it and who facilitates it.
pub struct Class {
    pub version: ProgrammeVersionId,
    pub cohort: CohortId,
    pub coordinator: Actor,
    pub facilitator: Actor,
    code: String,
}

impl Class {
    pub async fn open(site: &Site) -> Self {
        let version = site.telar.import_programme(&package()).await.expect("it is imported").version;
        let opening = app::cohorts::OpenCohort {
            command: Uuid::new_v4().into(),
            name: "Cohorte que se mide".into(),
            version: version.to_string(),
            schedule: String::new(),
            starts: "2027-01-11".into(),
            ends: "2027-02-12".into(),
            organisation: "Organización de prueba".into(),
        };
        let cohort = site.telar.open_cohort(site.administrator, opening).await.expect("a cohort opens");
        let visitor = site.administrator().await.visitor().await;
        let code = site.telar.cohort(&visitor, cohort).await.expect("she sees it").card.join_code;
        let (coordinator, facilitator) =
            (named(site, "coordinator", cohort).await, named(site, "facilitator", cohort).await);
        Self { version, cohort, coordinator, facilitator, code }
    }

    pub async fn learner(&self, site: &Site, name: &str) -> Learner {
        let mut actor = site.nobody();
        assert_eq!(actor.join(&self.code, name).await.status, 303, "joining redirects");
        let person = actor.visitor().await.person;
        Learner { actor, person, site: site.telar.clone() }
    }

    pub fn statistics(&self, activity: &str) -> String {
        format!("/cohorts/{}/quizzes/{activity}/statistics", self.cohort)
    }

    pub fn gains(&self) -> String {
        format!("/cohorts/{}/gains/{PAIR}", self.cohort)
    }
}

pub async fn named(site: &Site, role: &str, cohort: CohortId) -> Actor {
    let naming = app::people::NameStaff {
        command: Uuid::new_v4().into(),
        name: format!("Persona {role}"),
        role: role.into(),
        cohort: Some(cohort),
        language: "es".into(),
    };
    let named = site.telar.name_staff(site.administrator, naming).await.expect("staff is named");
    site.enter(named.person).await
}

pub struct Learner {
    pub actor: Actor,
    pub person: PersonId,
    site: app::Telar,
}

/// What somebody answers to the quiz `mixta`: nothing where it is none.
#[derive(Clone, Copy, Debug)]
pub struct Mixed<'a> {
    pub choices: [Option<&'a str>; 3],
    /// Which option she puts to each stem.
    pub matches: [Option<&'a str>; 2],
    pub short: Option<&'a str>,
    pub open: Option<&'a str>,
}

impl Learner {
    async fn save(&self, attempt: &str, question: &str, answer: Answer) {
        let it = SaveAnswer {
            command: Uuid::new_v4().into(),
            attempt: attempt.parse().expect("an id"),
            question: question.into(),
            answer: app::quizzes::Written::Answer(answer),
            claimed: Claimed::default(),
        };
        self.site.save_answer(self.person, it).await.expect("an answer is saved");
    }

    async fn hand_in(&self, attempt: &str) {
        let attempt: AttemptId = attempt.parse().expect("an id");
        let (command, unanswered) = (Uuid::new_v4().into(), Unanswered::CountAsWrong);
        let it = SubmitAttempt { command, attempt, unanswered, claimed: Claimed::default() };
        self.site.submit_attempt(self.person, it).await.expect("it is handed in");
    }

    /// Takes `mixta` once, from its start to its end.
    pub async fn take_mixed(&mut self, it: &Mixed<'_>) {
        let attempt = self.actor.start("mixta").await;
        for (at, chosen) in it.choices.iter().enumerate() {
            if let Some(chosen) = chosen {
                let saved = self.actor.answer(&attempt, &format!("m-{}", at + 1), chosen, &new_command()).await;
                assert_eq!(saved.status, 200, "{}", saved.text);
            }
        }
        let pairs: BTreeMap<_, _> = ["s1", "s2"]
            .into_iter()
            .zip(it.matches)
            .filter_map(|(stem, option)| Some((stem.into(), option?.into())))
            .collect();
        if !pairs.is_empty() {
            self.save(&attempt, "m-4", Answer::Matches(pairs)).await;
        }
        for (question, text) in [("m-5", it.short), ("m-6", it.open)] {
            if let Some(text) = text {
                self.save(&attempt, question, Answer::Text(text.into())).await;
            }
        }
        self.hand_in(&attempt).await;
    }

    /// Takes one test of the pair: right at the first so many of its questions. Gives back the attempt's id.
    pub async fn take_test(&mut self, activity: &str, right: usize) -> String {
        self.actor.take(activity, |place| place < right).await
    }

    /// What statistics are made of, from what she was to be asked and how many she got right.
    pub fn tested(&self, activity: &str, side: Side, right: usize) -> Tested {
        let form = match form_for(&marker(self.person), PAIR, side) {
            Form::A => "a",
            Form::B => "b",
        };
        let response = |at: usize| {
            let points: u8 = if at <= right { 100 } else { 0 };
            let id: QuestionId = format!("{activity}-{form}{at}").as_str().into();
            (id, Response::answered(Score::of(points, 100).expect("a score"), []))
        };
        let first = FirstAttempt::of((1..=LONG).map(response)).expect("four questions");
        let last = LONG.to_string();
        Tested::of(&first, |question| {
            let topic: TopicId = if question.as_str().ends_with(&last) { "t2".into() } else { "t1".into() };
            Some(topic)
        })
    }
}

impl Mixed<'_> {
    /// What statistics are made of, marked by hand: `a` is right, each stem is a half, «oír» is worth a half, an open answer that
    /// was not given nothing.
    pub fn first_attempt(&self) -> FirstAttempt {
        let response = |hundredths: u32, keys: Option<Vec<String>>| Response {
            score: Score::of(hundredths, 100).expect("a score"),
            chosen: keys.map(|keys| keys.into_iter().collect()),
        };
        let mut all: Vec<(QuestionId, Response)> = Vec::new();
        for (at, chosen) in self.choices.iter().enumerate() {
            let worth = if *chosen == Some("a") { 100 } else { 0 };
            let id: QuestionId = format!("m-{}", at + 1).as_str().into();
            all.push((id, response(worth, chosen.map(|key| vec![key.to_owned()]))));
        }
        let placed: Vec<(&str, &str, bool)> = [("s1", "o1"), ("s2", "o2")]
            .into_iter()
            .zip(self.matches)
            .filter_map(|((stem, right), option)| Some((stem, option?, option == Some(right))))
            .collect();
        let worth = 50 * placed.iter().filter(|it| it.2).count();
        let keys: Vec<String> = placed.iter().map(|(stem, option, _)| format!("{stem}→{option}")).collect();
        all.push(("m-4".into(), response(worth as u32, (!keys.is_empty()).then_some(keys))));
        let (worth, key) = match self.short {
            Some("Escuchar" | "escuchar." | " ESCUCHAR ") => (100, Some("escuchar")),
            Some("oír" | "Oir") => (50, Some("oir")),
            Some(other) => (0, Some(other)),
            None => (0, None),
        };
        all.push(("m-5".into(), response(worth, key.map(|key| vec![key.to_owned()]))));
        assert!(self.open.is_none(), "what waits for a reader does not count");
        all.push(("m-6".into(), response(0, None)));
        FirstAttempt::of(all).expect("six questions")
    }
}
