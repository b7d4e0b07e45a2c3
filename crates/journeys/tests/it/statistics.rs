//! Statistics on the pages of staff, and gains: equal to what the rules give for what people answered, put together anew here; for
//! nobody but those who may see them; with a number of queries that does not grow with the people.

use crate::statistics_programme::{Class, Learner, Mixed, PAIR, named};
use domain::moment::Span;
use domain::quizzes::Side;
use domain::statistics::{FirstAttempt, Gains, Items, Tested};
use journeys::{Actor, Site, new_command, on_both_engines};
use std::collections::BTreeMap;

const NOTHING: Mixed<'static> = Mixed { choices: [None; 3], matches: [None, None], short: None, open: None };

/// Twelve people, who differ.
fn table() -> Vec<Mixed<'static>> {
    let of = |choices: &'static str, matches: [Option<&'static str>; 2], short: Option<&'static str>| {
        let mut each = choices.chars().map(|it| match it {
            'a' => Some("a"),
            'b' => Some("b"),
            'c' => Some("c"),
            _ => None,
        });
        Mixed { choices: [(); 3].map(|()| each.next().flatten()), matches, short, open: None }
    };
    vec![
        of("aaa", [Some("o1"), Some("o2")], Some("Escuchar")),
        of("aab", [Some("o1"), Some("o2")], Some("escuchar.")),
        of("aaa", [Some("o1"), Some("o3")], Some("oír")),
        of("aba", [Some("o1"), Some("o2")], Some(" ESCUCHAR ")),
        of("ab-", [Some("o1"), None], Some("mirar")),
        of("abb", [Some("o3"), Some("o2")], Some("mirar")),
        of("bba", [Some("o2"), Some("o1")], None),
        of("bb-", [None, None], Some("Oir")),
        of("aca", [Some("o1"), Some("o2")], Some("hablar")),
        of("ab-", [None, None], None),
        of("bca", [Some("o3"), Some("o3")], Some("nada")),
        of("---", [None, None], None),
    ]
}

fn comma(value: f64, places: usize) -> String {
    format!("{value:.places$}").replace('.', ",").replace('-', "−")
}

/// The cells of the row of a table that leads to the details of that question.
fn row(page: &str, question: &str) -> Vec<String> {
    let at = page.find(&format!("href=\"#q-{question}\"")).unwrap_or_else(|| panic!("no row of {question}"));
    let row = &page[at..at + page[at..].find("</tr>").expect("the row ends")];
    let cells = row.split("<td class=\"n num\"").skip(1);
    cells.map(|cell| cell.split(['>', '<']).nth(1).unwrap_or_default().to_owned()).collect()
}

async fn take_all(site: &Site, class: &Class) -> Vec<FirstAttempt> {
    let mut expected = Vec::new();
    for (number, answers) in table().iter().enumerate() {
        let mut learner = class.learner(site, &format!("Persona {number} Ejemplo")).await;
        learner.take_mixed(answers).await;
        expected.push(answers.first_attempt());
        if number % 3 == 0 {
            // What she learnt from the feedback counts for nothing here.
            learner.take_mixed(&table()[0]).await;
        }
    }
    expected
}

#[test]
fn the_numbers_of_a_quiz_are_those_of_what_people_answered_first() {
    on_both_engines(|site| async move {
        let mut class = Class::open(&site).await;
        let expected = take_all(&site, &class).await;
        let mut waits = class.learner(&site, "Quien Escribió Ejemplo").await;
        waits.take_mixed(&Mixed { open: Some("Escuché y anoté."), ..table()[0] }).await;
        let mut begins = class.learner(&site, "Quien Empieza Ejemplo").await;
        begins.actor.start("mixta").await;
        let items = Items::of(&expected);
        let visitor = class.facilitator.visitor().await;
        let found = site.telar.quiz_statistics(&visitor, (class.cohort, "mixta".into()), Default::default()).await;
        let found = found.expect("she sees it");
        assert_eq!((found.enrolled, found.handed_in, found.waiting, found.counted), (14, 13, 1, 12));
        assert_eq!(found.items.as_ref(), Some(&items), "to the bit");
        let page = class.facilitator.get(&class.statistics("mixta")).await;
        assert_eq!(page.status, 200);
        assert!(page.text.contains("13 de 14 personas entregaron; se cuenta el primer intento de cada una."));
        assert!(page.text.contains("El de una persona espera que alguien lea sus respuestas"));
        let scores = &items.scores;
        for number in [scores.mean, scores.median].map(|it| comma(it.expect("a number"), 1)) {
            assert!(page.text.contains(&format!("{number} de 100")), "{number}");
        }
        assert!(page.text.contains(&format!("{} puntos", comma(scores.sd.expect("a number"), 1))));
        assert!(page.text.contains(&format!(">{}<", comma(items.alpha.expect("alpha"), 2))));
        assert!(page.text.contains(&format!("unos {} puntos", comma(items.standard_error.expect("an error"), 1))));
        for (question, item) in &items.questions {
            let index = |value: Option<f64>| value.map_or_else(|| "Sin dato".to_owned(), |value| comma(value, 2));
            let cells =
                [item.asked.to_string(), comma(item.facility, 2), index(item.discrimination), index(item.item_rest)];
            assert_eq!(row(&page.text, question.as_str()), cells, "{question}");
        }
        let upper = items.questions[&"m-1".into()].groups.expect("groups").upper;
        assert!(page.text.contains(&format!("{upper} en el grupo superior")));
        assert!(page.text.contains("Perro → Canta") && page.text.contains("«escuchar»"), "options have their words");
        assert!(page.text.contains("Muy difícil"), "the open question that nobody answered");
    });
}

#[test]
fn the_questions_stand_in_the_order_that_is_asked_for() {
    on_both_engines(|site| async move {
        let mut class = Class::open(&site).await;
        let items = Items::of(&take_all(&site, &class).await);
        let mut by_facility: Vec<_> =
            items.questions.iter().map(|(id, item)| (item.facility, id.to_string())).collect();
        by_facility.sort_by(|one, other| one.0.total_cmp(&other.0));
        let path = format!("{}?sort=facility", class.statistics("mixta"));
        let page = class.coordinator.get(&path).await.text;
        let places: Vec<usize> =
            by_facility.iter().map(|(_, id)| page.find(&format!("href=\"#q-{id}\"")).expect("its row")).collect();
        assert!(places.is_sorted(), "{by_facility:?}");
        for nonsense in ["?sort=none&over=none", "?sort="] {
            assert_eq!(class.coordinator.get(&format!("{}{nonsense}", class.statistics("mixta"))).await.status, 200);
        }
    });
}

#[test]
fn fewer_than_five_give_counts_alone() {
    on_both_engines(|site| async move {
        let mut class = Class::open(&site).await;
        for number in 0..4 {
            let mut learner = class.learner(&site, &format!("Persona {number} Ejemplo")).await;
            learner.take_mixed(&table()[number]).await;
        }
        let page = class.coordinator.get(&class.statistics("mixta")).await;
        assert!(page.text.contains("4 de 4 personas entregaron") && page.text.contains("menos de 5"), "{}", page.text);
        assert!(!page.text.contains("href=\"#q-m-1\"") && !page.text.contains("Promedio"));
        let mut fifth = class.learner(&site, "Persona 4 Ejemplo").await;
        fifth.take_mixed(&NOTHING).await;
        let page = class.coordinator.get(&class.statistics("mixta")).await;
        assert!(page.text.contains("Promedio") && page.text.contains("menos de 10"), "{}", page.text);
        assert!(!page.text.contains("Mírela") && !page.text.contains("Muy difícil"), "nothing is concluded from five");
    });
}

/// Who took what, and how much of it right: before and after.
const PAIRS: [(Option<usize>, Option<usize>); 10] = [
    (Some(1), Some(3)),
    (Some(0), Some(2)),
    (Some(2), Some(4)),
    (Some(2), Some(2)),
    (Some(3), Some(4)),
    (Some(4), Some(3)),
    (Some(1), Some(4)),
    (Some(1), None),
    (Some(2), None),
    (None, Some(4)),
];

async fn take_pairs(site: &Site, class: &Class) -> (Vec<Learner>, Gains) {
    let (mut learners, mut pre, mut post) = (Vec::new(), BTreeMap::new(), BTreeMap::new());
    for (number, (before, after)) in PAIRS.iter().enumerate() {
        let mut learner = class.learner(site, &format!("Persona {number} Ejemplo")).await;
        let mut tested: [Option<Tested>; 2] = [None, None];
        for (at, (activity, side, right)) in
            [("antes", Side::Before, before), ("luego", Side::After, after)].into_iter().enumerate()
        {
            if let Some(right) = right {
                learner.take_test(activity, *right).await;
                tested[at] = Some(learner.tested(activity, side, *right));
            }
        }
        let [before, after] = tested;
        pre.extend(before.map(|it| (learner.person, it)));
        post.extend(after.map(|it| (learner.person, it)));
        learners.push(learner);
    }
    (learners, Gains::of(&pre, &post))
}

#[test]
fn gains_are_those_of_the_people_who_took_both_tests() {
    on_both_engines(|site| async move {
        let mut class = Class::open(&site).await;
        let (_, expected) = take_pairs(&site, &class).await;
        let visitor = class.facilitator.visitor().await;
        let found = site.telar.gains(&visitor, class.cohort, PAIR.into()).await.expect("she sees it");
        assert_eq!(found.gains, expected, "to the bit, as a whole and by topic");
        assert_eq!(found.gains.topics.len(), 2);
        let page = class.facilitator.get(&class.gains()).await;
        assert_eq!(page.status, 200);
        assert!(page.text.contains("De 10 personas: 7 con las dos pruebas; 2 solo la primera; una solo la última."));
        let whole = &expected.whole;
        let number = |value: Option<f64>| comma(value.expect("a number"), 1);
        assert!(page.text.contains(&format!("subieron {} puntos de 100", number(whole.mean))));
        assert!(page.text.contains(&format!("de {} a {}.", number(whole.pre), number(whole.post))));
        let interval = whole.interval.expect("an interval");
        assert!(page.text.contains(&format!(
            "entre +{} y +{} puntos",
            comma(interval.low, 1),
            comma(interval.high, 1)
        )));
        assert!(page.text.contains(&comma(whole.d_z.expect("a size"), 2)));
        assert!(page.text.contains("class=\"slopes\"") && page.text.contains("5 suben, 1 baja, 1 queda igual."));
        assert!(page.text.contains("Tema t2") && page.text.contains("No la tomó") && page.text.contains("+50,0"));
        assert_eq!(class.coordinator.get(&format!("/cohorts/{}/gains/otra", class.cohort)).await.status, 404);
    });
}

#[test]
fn she_reads_her_own_two_marks_with_the_result_of_the_test_after_and_nobody_elses() {
    on_both_engines(|site| async move {
        let class = Class::open(&site).await;
        let mut marta = class.learner(&site, "Marta Ejemplo").await;
        let before = marta.take_test("antes", 1).await;
        assert!(!marta.actor.get(&format!("/attempts/{before}")).await.text.contains("Antes y después"));
        let after = marta.take_test("luego", 3).await;
        let page = marta.actor.get(&format!("/attempts/{after}")).await;
        assert!(page.text.contains("Antes: 25 %. Después: 75 %. 50 puntos más."), "{}", page.text);
        // Each is taken once, whatever the file of an earlier version says and whatever is granted.
        for activity in ["antes", "luego"] {
            let again =
                marta.actor.post(&format!("/activities/{activity}/attempts"), &[("command", &new_command())]).await;
            assert_ne!(again.status, 303, "nobody meets the other form by taking a side again");
        }
        let mut late = class.learner(&site, "Rosa Ejemplo").await;
        let only = late.take_test("luego", 3).await;
        assert!(!late.actor.get(&format!("/attempts/{only}")).await.text.contains("Antes y después"));
    });
}

#[test]
fn who_took_the_test_after_first_counts_in_no_gain_and_it_is_said() {
    on_both_engines(|site| async move {
        let mut class = Class::open(&site).await;
        let mut after = String::new();
        for number in 0..6 {
            let mut learner = class.learner(&site, &format!("Persona {number} Ejemplo")).await;
            let order = if number == 5 { [("luego", 4), ("antes", 0)] } else { [("antes", 1), ("luego", 2)] };
            for (test, right) in order {
                site.wall.advance(Span::minutes(5));
                let attempt = learner.take_test(test, right).await;
                if number == 5 && test == "luego" {
                    after = attempt;
                }
            }
            if number == 5 {
                let own = learner.actor.get(&format!("/attempts/{after}")).await.text;
                assert!(!own.contains("Antes y después"), "her two marks are no before and after");
            }
        }
        // And one who begins the test after, then takes the test before, then goes on: the first question was met already.
        let mut between = class.learner(&site, "Persona 6 Ejemplo").await;
        between.actor.start("luego").await;
        site.wall.advance(Span::minutes(5));
        between.take_test("antes", 4).await;
        let page = class.facilitator.get(&class.gains()).await.text;
        assert!(
            page.contains("De 7 personas: 5 con las dos pruebas; una solo la primera; ninguna solo la última."),
            "{page}"
        );
        assert!(page.contains("1 persona empezó la de después antes de entregar la de antes"), "{page}");
        assert!(page.contains("En otro orden: no cuenta"), "{page}");
        let export = class.facilitator.get(&format!("{}/people.csv", class.gains())).await.text;
        let row = export.lines().find(|line| line.contains("Persona 5 Ejemplo")).expect("her row");
        assert!(row.contains("En otro orden: no cuenta"), "{row}");
        // Two of the seven have no pair: were the mean of the five shown, one could tell how many of those there are.
        let numbers = site.staff("analyst").await.get("/numbers").await.text;
        assert!(!numbers.contains("Antes y después"), "{numbers}");
    });
}

#[test]
fn nobody_is_granted_another_attempt_at_a_test_before_or_after() {
    on_both_engines(|site| async move {
        let mut class = Class::open(&site).await;
        let marta = class.learner(&site, "Marta Ejemplo").await;
        let grant = format!("/cohorts/{}/people/{}/allowances", class.cohort, marta.person);
        let command = new_command();
        let wish =
            [("command", command.as_str()), ("activity", "antes"), ("attempts", "1"), ("reason", "Se fue la luz.")];
        let refused = class.coordinator.post(&grant, &wish).await;
        assert_eq!(refused.status, 422);
        assert!(refused.text.contains("cada una se hace una sola vez"), "{}", refused.text);
        let command = new_command();
        let wish =
            [("command", command.as_str()), ("activity", "mixta"), ("attempts", "1"), ("reason", "Se fue la luz.")];
        assert_eq!(class.coordinator.post(&grant, &wish).await.status, 303);
    });
}

#[test]
fn the_analyst_reads_a_mean_gain_of_five_or_more_and_of_no_person() {
    on_both_engines(|site| async move {
        let class = Class::open(&site).await;
        let mut analyst = site.staff("analyst").await;
        assert!(!analyst.get("/numbers").await.text.contains("Antes y después"), "nobody has taken both");
        let take = async |number: usize, before: usize, after: usize| {
            let mut learner = class.learner(&site, &format!("Persona {number} Ejemplo")).await;
            learner.take_test("antes", before).await;
            learner.take_test("luego", after).await;
        };
        for number in 0..4 {
            take(number, 1, 2 + number % 2).await;
        }
        site.wall.advance(Span::days(2));
        assert!(!analyst.get("/numbers").await.text.contains("Antes y después"), "four people");
        take(4, 0, 2).await;
        site.wall.advance(Span::days(2));
        let page = analyst.get("/numbers").await.text;
        assert!(page.contains("Antes y después") && page.contains("Medir, versión 1"));
        assert!(page.contains("+40,0") && page.contains("20,0") && page.contains("60,0"), "{page}");
        assert!(!page.contains("Persona 4"), "no person at all");
        // One more, and the mean of six less that of five would be her own.
        take(5, 4, 0).await;
        site.wall.advance(Span::days(2));
        let gains = |text: &str| text[text.find("id=\"gains\"").expect("they are shown")..].to_owned();
        assert!(gains(&analyst.get("/numbers").await.text) == gains(&page));
        for number in 6..10 {
            take(number, 4, 0).await;
        }
        site.wall.advance(Span::days(2));
        assert!(!analyst.get("/numbers").await.text.contains("+40,0"), "with five more it moves");
    });
}

#[test]
fn numbers_of_a_cohort_are_not_there_for_others() {
    on_both_engines(|site| async move {
        let mut class = Class::open(&site).await;
        take_pairs(&site, &class).await;
        let mut learner = class.learner(&site, "Marta Ejemplo").await;
        let mut others: Vec<Actor> = Vec::new();
        for role in ["facilitator", "assessor", "coordinator", "analyst"] {
            others.push(site.staff(role).await);
        }
        let paths = [class.statistics("antes"), format!("{}?over=version", class.statistics("antes")), class.gains()];
        for path in &paths {
            for other in others.iter_mut().chain([&mut learner.actor]) {
                assert_eq!(other.get(path).await.status, 404, "{path}");
            }
            assert_eq!(site.nobody().get(path).await.location, "/enter", "{path}");
            assert_eq!(site.administrator().await.get(path).await.status, 200, "{path}");
            assert_eq!(class.facilitator.get(path).await.status, 200, "{path}");
        }
        for nowhere in [class.statistics("none"), class.statistics("t1"), format!("{}/more", class.gains())] {
            assert_eq!(class.coordinator.get(&nowhere).await.status, 404, "{nowhere}");
        }
    });
}

#[test]
fn all_cohorts_of_a_version_are_seen_by_who_sees_the_people_of_each() {
    on_both_engines(|site| async move {
        let mut class = Class::open(&site).await;
        let mut expected = take_all(&site, &class).await;
        let mut other = Class::open(&site).await;
        assert_eq!(other.version, class.version);
        let path = format!("{}?over=version", class.statistics("mixta"));
        assert_eq!(class.facilitator.get(&path).await.status, 404, "she does not see the other cohort's people");
        assert!(!class.facilitator.get(&class.statistics("mixta")).await.text.contains("over=version"));
        for number in 0..2 {
            let mut learner = other.learner(&site, &format!("Otra {number} Ejemplo")).await;
            learner.take_mixed(&table()[number + 3]).await;
            expected.push(table()[number + 3].first_attempt());
        }
        let administrator = site.administrator().await;
        let found = site
            .telar
            .quiz_statistics(
                &administrator.visitor().await,
                (class.cohort, "mixta".into()),
                app::quizzes::Breadth::Version,
            )
            .await
            .expect("she sees all");
        assert_eq!((found.enrolled, found.counted, found.cohorts), (14, 14, Some(2)));
        assert_eq!(found.items, Some(Items::of(&expected)));
        let mut both = named(&site, "facilitator", class.cohort).await;
        assert_eq!(both.get(&path).await.status, 404);
        let page = site.administrator().await.get(&path).await;
        assert!(page.text.contains("14 de 14 personas entregaron") && page.text.contains("Las 2 cohortes"));
        assert!(other.facilitator.get(&other.statistics("mixta")).await.text.contains("menos de 5"));
    });
}

#[test]
fn five_people_and_more_are_read_by_the_same_number_of_queries() {
    on_both_engines(|site| async move {
        let mut class = Class::open(&site).await;
        let mut administrator = site.administrator().await;
        let paths = [class.statistics("mixta"), format!("{}?over=version", class.statistics("mixta")), class.gains()];
        let mut counts: Vec<Vec<u64>> = Vec::new();
        for people in [2, 9] {
            for number in 0..people {
                let mut learner = class.learner(&site, &format!("Persona {people} {number} Ejemplo")).await;
                learner.take_mixed(&table()[number]).await;
                learner.take_test("antes", 1).await;
                learner.take_test("luego", 3).await;
            }
            let mut of = Vec::new();
            // The numbers are published anew, which is when people are counted.
            site.wall.advance(Span::days(2));
            for path in paths.iter().map(String::as_str).chain(["/numbers"]) {
                let before = site.telar.store().queries();
                assert_eq!(administrator.get(path).await.status, 200);
                of.push(site.telar.store().queries() - before);
            }
            assert_eq!(class.facilitator.get(&paths[0]).await.status, 200);
            counts.push(of);
        }
        assert_eq!(counts[0], counts[1]);
        assert!(counts[0].iter().all(|count| *count > 0), "they are counted at all: {counts:?}");
    });
}
