//! Random sequences of use cases, then replay: the tables that replay gives are those that are there.

use app::quizzes::{StartAttempt, SubmitAttempt};
use domain::ids::{ActivityId, PersonId};
use domain::moment::Span;
use domain::quizzes::{Answer, Unanswered};
use domain::{Claimed, Moment};
use journeys::{Engine, Site};
use proptest::prelude::*;
use store::Rebuild;
use uuid::Uuid;

#[derive(Clone, Debug)]
enum Deed {
    Join(u8),
    Rename(u8, u8),
    Language(u8),
    Lesson(u8, u8),
    Start(u8, u8),
    /// On a phone without signal, so many milliseconds ago by a clock that is wrong.
    StartThere(u8, u8, i64),
    Answer(u8, u8, u8, i64),
    Submit(u8),
    Certificate(u8),
    Revoke(u8),
    Reissue(u8, u8),
    AskErasure(u8),
    WithdrawErasure(u8),
    CarryOut,
    /// Staff write to her about her latest attempt.
    Comment(u8),
    Grant(u8, u8),
    Window(u8),
    /// Another choice of a question is right from now on, and what was handed in is marked anew.
    Mend(u8, u8),
    Wait(u32),
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        2 => any::<u8>().prop_map(Deed::Join),
        1 => (any::<u8>(), any::<u8>()).prop_map(|(who, name)| Deed::Rename(who, name)),
        1 => any::<u8>().prop_map(Deed::Language),
        4 => (any::<u8>(), any::<u8>()).prop_map(|(who, which)| Deed::Lesson(who, which)),
        3 => (any::<u8>(), any::<u8>()).prop_map(|(who, which)| Deed::Start(who, which)),
        2 => (any::<u8>(), any::<u8>(), 0..100_000_000i64).prop_map(|(who, which, ago)| Deed::StartThere(who, which, ago)),
        8 => (any::<u8>(), any::<u8>(), any::<u8>(), -100_000..100_000i64).prop_map(|(a, b, c, d)| Deed::Answer(a, b, c, d)),
        3 => any::<u8>().prop_map(Deed::Submit),
        2 => any::<u8>().prop_map(Deed::Certificate),
        1 => any::<u8>().prop_map(Deed::Revoke),
        2 => (any::<u8>(), any::<u8>()).prop_map(|(who, name)| Deed::Reissue(who, name)),
        1 => any::<u8>().prop_map(Deed::AskErasure),
        1 => any::<u8>().prop_map(Deed::WithdrawErasure),
        1 => Just(Deed::CarryOut),
        1 => any::<u8>().prop_map(Deed::Comment),
        1 => (any::<u8>(), any::<u8>()).prop_map(|(who, much)| Deed::Grant(who, much)),
        1 => any::<u8>().prop_map(Deed::Window),
        2 => (any::<u8>(), any::<u8>()).prop_map(|(which, right)| Deed::Mend(which, right)),
        2 => any::<u32>().prop_map(Deed::Wait),
    ]
}

/// Does a deed; refusals are part of the game.
async fn act(site: &Site, people: &mut Vec<PersonId>, deed: Deed) {
    let telar = &site.telar;
    let who = |n: u8, people: &[PersonId]| people.get(usize::from(n) % people.len().max(1)).copied();
    let command = || Uuid::new_v4().into();
    match deed {
        Deed::Join(n) => {
            let mut actor = site.nobody();
            actor.join_as(&site.join_code, &format!("Persona número {n}"), &Uuid::new_v4().to_string(), &[]).await;
            if actor.token().is_some() {
                people.push(actor.visitor().await.person);
            }
        }
        Deed::Wait(n) => site.wall.advance(Span(i64::from(n % 10_000_000))),
        Deed::CarryOut => {
            for waiting in telar.erasures(site.administrator).await.expect("the store answers") {
                telar.carry_out_erasure(site.administrator, waiting.erasure).await.expect("carried out");
            }
        }
        Deed::Rename(n, name) => {
            if let Some(person) = who(n, people) {
                let _ = telar.rename(person, &format!("Otro Nombre {name}")).await;
            }
        }
        Deed::Language(n) => {
            if let Some(person) = who(n, people) {
                let _ = telar.choose_language(person, if n % 2 == 0 { "en" } else { "es" }).await;
            }
        }
        Deed::Lesson(n, which) => {
            if let Some(person) = who(n, people) {
                let id = ["t5-l1", "t5-l2", "t5-l3"][usize::from(which % 3)];
                let _ = telar.activity(person, id).await;
                let _ = telar.finish_lesson(person, id, command()).await;
            }
        }
        Deed::Comment(_) | Deed::Grant(..) | Deed::Window(_) | Deed::Mend(..) => act_as_staff(site, people, deed).await,
        Deed::Start(n, which) => {
            if let Some(person) = who(n, people) {
                let start = StartAttempt::now(command(), ["t5-p", "t5-q"][usize::from(which % 2)].into());
                let _ = telar.start_attempt(person, start).await;
            }
        }
        Deed::StartThere(n, which, ago) => {
            if let Some(person) = who(n, people) {
                let start = StartAttempt {
                    attempt: Some(Uuid::new_v4().into()),
                    claimed: Claimed { at: Some(Moment(-ago)), sent: Some(Moment(0)) },
                    ..StartAttempt::now(command(), ["t5-p", "t5-q"][usize::from(which % 2)].into())
                };
                let _ = telar.start_attempt(person, start).await;
            }
        }
        Deed::Answer(n, which, choice, skew) => {
            let Some((person, attempt)) = open(site, who(n, people)).await else { return };
            let Ok(page) = telar.attempt(person, attempt).await else { return };
            // Mostly every question at once, so that attempts are also passed.
            for (place, id) in page.asked.iter().enumerate() {
                let question = page.quiz().question(id.as_str()).expect("asked");
                let choices = question.kind.choices();
                let right = choices.iter().position(|it| it.right).unwrap_or(0);
                let pick = if choice % 4 == 0 { usize::from(which) % choices.len() } else { right };
                let it = app::quizzes::SaveAnswer {
                    command: command(),
                    attempt,
                    question: id.clone(),
                    answer: Answer::Choice(choices[pick].id.clone()).into(),
                    claimed: Claimed { at: (place % 2 == 0).then(|| telar.now() + Span(skew)), sent: None },
                };
                let _ = telar.save_answer(person, it).await;
            }
        }
        Deed::Submit(n) => {
            if let Some((person, attempt)) = open(site, who(n, people)).await {
                let submit = SubmitAttempt {
                    command: command(),
                    attempt,
                    unanswered: Unanswered::CountAsWrong,
                    claimed: Claimed::default(),
                };
                let _ = telar.submit_attempt(person, submit).await;
            }
        }
        Deed::Certificate(n) => {
            let Some(person) = who(n, people) else { return };
            for it in telar.learning(person).await.expect("the store answers") {
                let _ = telar.issue_certificate(person, it.enrolment, command()).await;
            }
        }
        Deed::Revoke(n) => {
            let Some(person) = who(n, people) else { return };
            for it in telar.learning(person).await.expect("the store answers") {
                if let Some(card) = it.certificate {
                    let _ = telar.revoke_certificate(site.administrator, &card.number, "por error").await;
                }
            }
        }
        Deed::Reissue(n, name) => {
            let Some(person) = who(n, people) else { return };
            for it in telar.learning(person).await.expect("the store answers") {
                let Some(card) = it.certificate else { continue };
                let wish = app::certificates::ReissueCertificate {
                    command: command(),
                    number: card.number,
                    name: format!("Otro Nombre {}", name % 4),
                    language: domain::text::Language::es(),
                    reason: "nombre corregido".into(),
                };
                let _ = telar.reissue_certificate(site.administrator, wish).await;
            }
        }
        Deed::AskErasure(n) => {
            if let Some(person) = who(n, people) {
                let records = if n % 2 == 0 {
                    domain::facts::CertificateRecords::Go
                } else {
                    domain::facts::CertificateRecords::Stay
                };
                let _ = telar.ask_erasure(person, records).await;
            }
        }
        Deed::WithdrawErasure(n) => {
            if let Some(person) = who(n, people) {
                let _ = telar.withdraw_erasure(person).await;
            }
        }
    }
}

async fn act_as_staff(site: &Site, people: &[PersonId], deed: Deed) {
    let telar = &site.telar;
    let who = |n: u8| people.get(usize::from(n) % people.len().max(1)).copied();
    let command = || Uuid::new_v4().into();
    let visitor = site.administrator().await.visitor().await;
    let cohort = site.cohort;
    match deed {
        Deed::Comment(n) => {
            let Some(person) = who(n) else { return };
            let Ok(page) = telar.activity(person, "t5-q").await else { return };
            let Some(attempt) = page.attempts.last().map(|it| it.attempt) else { return };
            let text = format!("Un comentario, el {n}.");
            let comment = app::quizzes::CommentAttempt { command: command(), cohort, attempt, question: None, text };
            telar.comment_attempt(&visitor, comment).await.expect("it is sent");
        }
        Deed::Grant(n, much) => {
            let Some(person) = who(n) else { return };
            let activity = if much % 2 == 0 { "t5-q".to_owned() } else { String::new() };
            let (attempts, reason) = ((much % 4).to_string(), "Se fue la luz.".to_owned());
            let wish = app::quizzes::GrantWish { activity, attempts, reason, ..Default::default() };
            let _ = telar.grant_allowance(&visitor, app::quizzes::GrantAllowance { command: command(), cohort, person, wish }).await;
        }
        Deed::Window(n) => {
            let day = format!("2027-01-{:02}", n % 28 + 1);
            let days = app::quizzes::WindowWish::Days { opens: (day, String::new()), closes: Default::default() };
            let wish = if n % 2 == 0 { days } else { app::quizzes::WindowWish::OfProgramme };
            let activity = "t5-q".into();
            let set = app::quizzes::SetWindow { command: command(), cohort, activity, wish };
            telar.set_window(&visitor, set).await.expect("they are set");
        }
        Deed::Mend(which, right) => {
            let activity: ActivityId = ["t5-p", "t5-q"][usize::from(which % 2)].into();
            let results = telar.quiz_results(&visitor, cohort, activity.clone()).await.expect("she sees it");
            let quiz = results.quiz().expect("a quiz");
            let question = quiz.questions[usize::from(which / 2) % quiz.questions.len()].clone();
            let choices = question.kind.choices();
            let choice = &choices[usize::from(right) % choices.len()].id;
            let mend = app::quizzes::MendQuestion {
                command: command(),
                cohort,
                activity: activity.clone(),
                question: question.id.clone(),
                written: [(format!("right.{choice}"), "on".to_owned())].into(),
                withdrawn: right % 7 == 0,
                reason: "La clave tenía una falta.".into(),
                seen: results.programme.mends,
            };
            let _ = telar.mend_question(&visitor, mend).await;
            telar.regrade(&visitor, cohort, (activity, question.id)).await.expect("it is marked anew");
        }
        _ => {}
    }
}

async fn open(site: &Site, person: Option<PersonId>) -> Option<(PersonId, domain::ids::AttemptId)> {
    let person = person?;
    for quiz in ["t5-p", "t5-q"] {
        if let Ok(page) = site.telar.activity(person, quiz).await
            && let Some(attempt) = page.open_attempt
        {
            return Some((person, attempt));
        }
    }
    None
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, max_shrink_iters: 40, ..ProptestConfig::default() })]

    #[test]
    fn replay_is_equality(deeds in proptest::collection::vec(deed(), 20..60)) {
        let mut engines = vec![Engine::Sqlite];
        if std::env::var("TELAR_TEST_POSTGRES").is_ok() {
            engines.push(Engine::Postgres);
        }
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        for engine in engines {
            let deeds = deeds.clone();
            let differences = runtime.block_on(async {
                let site = Site::found(engine).await;
                let mut people = Vec::new();
                for deed in deeds {
                    act(&site, &mut people, deed).await;
                }
                site.telar.catch_up().await.expect("the followers go on");
                let telar = site.telar.clone();
                tokio::task::spawn_blocking(move || {
                    telar.store().verify(&mut |_, _| {}).expect("the chain holds");
                    telar.store().rebuild(Rebuild::Check, telar.now(), |_, _| {}).expect("it replays").differences
                })
                .await
                .expect("no panic")
            });
            prop_assert_eq!(differences, Vec::<String>::new());
        }
    }
}
