//! A programme is corrected by another version. A cohort that runs stays in its own, or goes on in the new one in the middle of a week,
//! with all that its people have done.

use crate::classroom::{Classroom, choice_question, hand_in, package};
use domain::programmes::Rule;
use domain::quizzes::Quiz;
use journeys::{new_command, on_both_engines};

fn one(quiz: &mut Quiz) {
    quiz.questions = vec![choice_question("q1"), choice_question("q2")];
    quiz.attempts = 0;
    quiz.time_limit = None;
    quiz.pass = 50;
}

/// The next version: `q2` asks something else and `q3` is new.
fn next() -> programme::Package {
    let mut next = package(|quiz| {
        one(quiz);
        quiz.questions[1] = choice_question("q9");
        quiz.questions.push(choice_question("q3"));
    });
    next.programme.version = "2".into();
    next.digest = "2".repeat(64);
    next
}

#[test]
fn a_cohort_goes_on_in_another_version_and_everything_done_stays_done() {
    on_both_engines(|site| async move {
        let mut first = package(one);
        first.programme.completion = Rule::AllOf(vec![Rule::Done("t1-l1".into()), Rule::Pass("t1-q".into())]);
        let room = Classroom::of(&site, &first).await;
        let mut coordinator = room.staff("coordinator").await;
        let page = coordinator.get(&room.path("/version")).await.text;
        assert!(page.contains("No hay otra versión de este programa"), "{page}");
        let (mut marta, mut otto) = (room.learner("Marta Ejemplo").await, room.learner("Otto Ejemplo").await);
        marta.read("t1-l1").await;
        let passed = room.take(&mut marta, &[("q1", "a"), ("q2", "a")]).await;
        let open = otto.start("t1-q").await;
        room.choose(&mut otto, &open, ("q1", "a")).await;
        room.choose(&mut otto, &open, ("q2", "a")).await;

        site.telar.import_programme(&next()).await.expect("imported");
        let page = coordinator.get(&room.path("/version")).await;
        for words in
            ["Esta cohorte sigue la versión 1", "Versión 2", "Pruebas con otras preguntas", "Hay un intento en curso"]
        {
            assert!(page.text.contains(words), "{words} in {}", page.text);
        }
        let version = page.hidden("version");
        let unread = [("command", new_command()), ("version", version.clone())];
        let unread: Vec<(&str, &str)> = unread.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let page = coordinator.post(&room.path("/version"), &unread).await;
        assert_eq!(page.status, 409);
        assert!(page.text.contains("lea lo que cambia"), "{}", page.text);
        let fields = [("command", new_command()), ("version", version.clone()), ("read", "on".to_owned())];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        for role in ["facilitator", "assessor"] {
            let mut other = room.staff(role).await;
            assert_eq!(other.post(&room.path("/version"), &fields).await.status, 404, "{role}");
        }
        assert_eq!(coordinator.post(&room.path("/version"), &fields).await.status, 303);
        assert_eq!(coordinator.post(&room.path("/version"), &fields).await.status, 303, "the same press twice is one");
        let again = [("command", new_command()), ("version", version), ("read", "on".to_owned())];
        let again: Vec<(&str, &str)> = again.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(coordinator.post(&room.path("/version"), &again).await.status, 409, "it is there already");

        let learning = site.telar.learning(room.person(&marta).await).await.expect("the store answers");
        assert_eq!(learning[0].programme.programme.version, "2");
        assert_eq!(learning[0].done_of(), (2, 2), "read is read and passed is passed");
        assert_eq!(room.mark(&marta, &passed).await.per_cent(), 100);
        assert_eq!(marta.get(&format!("/attempts/{passed}")).await.status, 200);
        // He is in the middle of it: what is still asked counts, and handing in marks it.
        assert_eq!(otto.get(&format!("/attempts/{open}")).await.status, 200);
        assert_eq!(otto.get(&format!("/attempts/{open}/questions/1")).await.status, 200);
        hand_in(&mut otto, &open).await;
        let mark = room.mark(&otto, &open).await;
        assert_eq!((mark.per_cent(), mark.max), (100, 100), "only the question that is left");
        // Whoever begins now is asked the new questions.
        let mut rosa = room.learner("Rosa Ejemplo").await;
        let fresh = rosa.start("t1-q").await;
        let asked =
            site.telar.attempt(room.person(&rosa).await, fresh.parse().expect("an id")).await.expect("hers").asked;
        assert_eq!(asked.iter().map(|id| id.as_str()).collect::<Vec<_>>(), ["q1", "q9", "q3"]);
        // Another cohort of the first version stays where it is.
        let other = Classroom::of(&site, &first).await;
        let ana = other.learner("Ana Ejemplo").await;
        let learning = site.telar.learning(other.person(&ana).await).await.expect("the store answers");
        assert_eq!(learning[0].programme.programme.version, "1");
    });
}
