//! A small cohort with a quiz of choices and open answers, its learners and its staff.

use app::quizzes::SaveAnswer;
use domain::ids::{ActivityId, AttemptId, CohortId, PersonId};
use domain::programmes::Body;
use domain::quizzes::{Answer, Choice, Difficulty, Open, Part, Question, QuestionKind, Quiz, Vignette};
use domain::{Claimed, Text};
use journeys::{Actor, Site, new_command};
use uuid::Uuid;

pub struct Classroom<'s> {
    pub site: &'s Site,
    pub cohort: CohortId,
    pub code: String,
}

pub fn text(words: &str) -> Text {
    Text::new([("es", words), ("en", words)])
}

/// `a` right of `a`, `b` and `c`.
pub fn choice_question(id: &str) -> Question {
    let choice = |id: &str| Choice { id: id.into(), text: text(id), right: id == "a", feedback: text("Porque sí.") };
    let kind = QuestionKind::SingleChoice { choices: vec![choice("a"), choice("b"), choice("c")] };
    Question::new(id.into(), text(&format!("¿Qué dice {id}?")), kind, Difficulty::Basic)
}

/// A text, and a case that asks for another.
pub fn open_questions() -> Vec<Question> {
    let open = || QuestionKind::Open(Open { longest: 500, criteria: text("Que escuche.") });
    let part = Part { id: "p1".into(), tells: Text::default(), stem: text("¿Qué le dice?"), kind: open() };
    let case = QuestionKind::Vignette(Vignette { parts: vec![part] });
    vec![
        Question::new("o1".into(), text("¿Qué haría?"), open(), Difficulty::Basic),
        Question::new("v1".into(), text("Un caso."), case, Difficulty::Basic),
    ]
}

/// The small programme of `timed.rs`, with other questions in its quiz `t1-q`.
pub fn package(change: impl FnOnce(&mut Quiz)) -> programme::Package {
    let mut package = crate::timed::package();
    let activity = package.programme.activities.iter_mut().find(|it| it.id.as_str() == "t1-q").expect("its quiz");
    let Body::Quiz(quiz) = &mut activity.body else { panic!("a quiz") };
    change(quiz);
    package
}

impl<'s> Classroom<'s> {
    pub async fn open(site: &'s Site, change: impl FnOnce(&mut Quiz)) -> Classroom<'s> {
        Self::of(site, &package(change)).await
    }

    /// One more cohort of the same package is one of the same version.
    pub async fn of(site: &'s Site, package: &programme::Package) -> Classroom<'s> {
        let code = site.cohort_of(package).await;
        let visitor = site.administrator().await.visitor().await;
        let cohorts = site.telar.cohorts(&visitor).await.expect("the store answers");
        let cohort = cohorts.iter().find(|it| it.join_code == code).expect("it is open").cohort;
        Self { site, cohort, code }
    }

    pub async fn learner(&self, name: &str) -> Actor {
        let mut actor = self.site.nobody();
        assert_eq!(actor.join(&self.code, name).await.status, 303);
        actor
    }

    pub async fn staff(&self, role: &str) -> Actor {
        let naming = app::people::NameStaff {
            command: Uuid::new_v4().into(),
            name: format!("Persona {role}"),
            role: role.into(),
            cohort: Some(self.cohort),
            language: "es".into(),
        };
        let named = self.site.telar.name_staff(self.site.administrator, naming).await.expect("staff is named");
        self.site.enter(named.person).await
    }

    /// A page of this cohort.
    pub fn path(&self, rest: &str) -> String {
        format!("/cohorts/{}{rest}", self.cohort)
    }

    pub async fn person(&self, actor: &Actor) -> PersonId {
        actor.visitor().await.person
    }

    /// Saves an answer of a form that pages may not send yet.
    pub async fn save(&self, actor: &Actor, attempt: &str, (question, answer): (&str, Answer)) {
        let save = SaveAnswer {
            command: Uuid::new_v4().into(),
            attempt: attempt.parse().expect("an id"),
            question: question.into(),
            answer: answer.into(),
            claimed: Claimed::default(),
        };
        self.site.telar.save_answer(self.person(actor).await, save).await.expect("it is saved");
    }

    pub async fn choose(&self, actor: &mut Actor, attempt: &str, (question, choice): (&str, &str)) {
        let page = actor.answer(attempt, question, choice, &new_command()).await;
        assert_eq!(page.status, 200, "an answer is saved: {}", page.text);
    }

    /// Answers choices, one a question, and hands in.
    pub async fn take(&self, actor: &mut Actor, choices: &[(&str, &str)]) -> String {
        let attempt = actor.start("t1-q").await;
        for one in choices {
            self.choose(actor, &attempt, *one).await;
        }
        hand_in(actor, &attempt).await;
        attempt
    }

    /// What her attempts at the quiz brought, in per cent, and whether she passed it.
    pub async fn best(&self, actor: &Actor) -> (Vec<Option<u8>>, bool) {
        let person = self.person(actor).await;
        let page = self.site.telar.activity(person, "t1-q").await.expect("her quiz");
        let learning = self.site.telar.learning(person).await.expect("the store answers");
        let done = learning[0].progress.is_done(&ActivityId::from("t1-q"));
        (page.attempts.iter().map(|it| it.per_cent).collect(), done)
    }

    pub async fn mark(&self, actor: &Actor, attempt: &str) -> domain::quizzes::Mark {
        let attempt: AttemptId = attempt.parse().expect("an id");
        let page = self.site.telar.attempt(self.person(actor).await, attempt).await.expect("her attempt");
        page.result.expect("it is handed in").mark
    }

    pub async fn facts(&self) -> u64 {
        self.site.telar.facts().await.expect("the store answers")
    }
}

/// A name of its own for each number: names have no digits.
pub fn name(n: usize) -> String {
    let letter = |n: usize| char::from(b'a' + u8::try_from(n % 26).unwrap_or(0));
    format!("Persona Ejemplo {}{}", letter(n / 26), letter(n))
}

pub async fn hand_in(actor: &mut Actor, attempt: &str) {
    let fields = [("command", new_command()), ("unanswered", "wrong".to_owned())];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let handed = actor.post(&format!("/attempts/{attempt}/submission"), &fields).await;
    assert_eq!(handed.status, 303, "handing in goes to the result: {}", handed.text);
}
