//! One programme, two ways to spread it over days: a cohort opens with one of them, and goes on with the other in the middle of a week with
//! everything done still done.

use crate::classroom::{Classroom, choice_question, package, text};
use domain::programmes::{Day, Lasts, Schedule};
use journeys::{new_command, on_both_engines};

fn two_ways() -> programme::Package {
    let mut package = package(|quiz| quiz.questions = vec![choice_question("q1")]);
    let ids: Vec<_> = package.programme.activities.iter().map(|it| it.id.clone()).collect();
    let day = |id: &str, title: &str, lasts, activities: &[domain::ids::ActivityId]| Day {
        id: id.into(),
        lasts,
        title: text(title),
        aim: text("Para probar."),
        closing: text("Respire."),
        activities: activities.to_vec(),
    };
    let one = vec![day("d1", "Todo junto", Lasts::Day, &ids)];
    let other = vec![
        day("w1", "En casa", Lasts::Week, &ids[..1]),
        day("e1", "El encuentro", Lasts::Day, &[]),
        day("w2", "De vuelta", Lasts::Week, &ids[1..]),
    ];
    package.programme.days.clone_from(&one);
    let schedule = |id: &str, title: &str, days| Schedule {
        id: id.into(),
        title: text(title),
        summary: text("Así se reparte."),
        days,
    };
    package.programme.schedules = vec![schedule("s-day", "Un día", one), schedule("s-weeks", "Dos semanas", other)];
    package.digest = "7".repeat(64);
    package
}

#[test]
fn a_cohort_goes_on_with_its_days_spread_in_another_way() {
    on_both_engines(|site| async move {
        let room = Classroom::of(&site, &two_ways()).await;
        let (mut coordinator, mut marta) = (room.staff("coordinator").await, room.learner("Marta Ejemplo").await);
        marta.read("t1-l1").await;
        assert!(marta.get("/programme").await.text.contains("Día 1: Todo junto"));
        let page = coordinator.get(&room.path("/version")).await;
        for words in ["Cómo se reparten los días", "Seguir con «Dos semanas»", "2 semanas · un día", "en uso"] {
            assert!(page.text.contains(words), "{words} in {}", page.text);
        }
        let command = new_command();
        let wish = [("command", command.as_str()), ("schedule", "s-weeks")];
        for role in ["facilitator", "assessor"] {
            assert_eq!(room.staff(role).await.post(&room.path("/schedule"), &wish).await.status, 404, "{role}");
        }
        assert_eq!(coordinator.post(&room.path("/schedule"), &wish).await.status, 303);
        assert_eq!(coordinator.post(&room.path("/schedule"), &wish).await.status, 303, "the same press twice is one");
        let command = new_command();
        let none = [("command", command.as_str()), ("schedule", "s-none")];
        let refused = coordinator.post(&room.path("/schedule"), &none).await;
        assert_eq!(refused.status, 409);
        assert!(refused.text.contains("no está en esta versión"), "{}", refused.text);

        let programme = marta.get("/programme").await.text;
        for words in ["Semana 1: En casa", "Día 1: El encuentro", "Semana 2: De vuelta", "Para cerrar la semana"] {
            assert!(programme.contains(words), "{words} in {programme}");
        }
        let today = marta.get("/today").await.text;
        assert!(today.contains("Semana 2 de 2"), "{today}");
        let learning = site.telar.learning(room.person(&marta).await).await.expect("the store answers");
        assert_eq!(learning[0].done_of(), (1, 2), "what she read is read");
        let weave = learning[0].weave();
        assert_eq!(weave.rows.iter().map(Vec::len).collect::<Vec<_>>(), [1, 0, 1]);

        // A cohort beside it stays as it was opened, and one may be opened with the other way at once.
        let beside = Classroom::of(&site, &two_ways()).await;
        let mut rosa = beside.learner("Rosa Ejemplo").await;
        assert!(rosa.get("/programme").await.text.contains("Día 1: Todo junto"));
        let mut administrator = site.administrator().await;
        let page = administrator.get("/site").await.text;
        let option = page.split("<option value=\"").find(|it| it.contains("Dos semanas")).expect("the other way");
        let value = option.split('"').next().expect("its value").to_owned();
        let command = new_command();
        let open = [
            ("command", command.as_str()),
            ("name", "En semanas"),
            ("version", value.as_str()),
            ("starts", "2027-02-01"),
            ("ends", "2027-03-01"),
            ("organisation", "Organización"),
        ];
        let opened = administrator.post("/site/cohorts", &open).await;
        assert_eq!(opened.status, 303, "{}", opened.text);
        let page = administrator.get(&format!("{}/version", opened.location)).await.text;
        assert!(page.contains("Seguir con «Un día»"), "{page}");
        assert!(!page.contains("Seguir con «Dos semanas»"));
    });
}
