//! What holds of every rule, by property; and how a verdict reads, by example.

use super::*;
use crate::Text;
use crate::programmes::{ActivityState, Body, Lesson};
use proptest::prelude::*;

/// Lessons, two gates with a pass mark of 80, a practice; each as many minutes as its place.
const ACTIVITIES: [(&str, &str); 6] =
    [("l1", "lesson"), ("l2", "lesson"), ("l3", "lesson"), ("q4", "gate"), ("q5", "gate"), ("p6", "practice")];
const ALL_MINUTES: u16 = 1 + 2 + 3 + 4 + 5 + 6;

fn programme(completion: Rule) -> Programme {
    let activity = |(place, (id, kind)): (usize, &(&str, &str))| {
        let quiz = |counting| Quiz::plain(counting, 80, Vec::new());
        Activity {
            id: (*id).into(),
            topic: "t1".into(),
            title: Text::default(),
            summary: Text::default(),
            minutes: u16::try_from(place + 1).expect("few"),
            notice: Text::default(),
            review: Default::default(),
            body: match *kind {
                "lesson" => Body::Lesson(Lesson { markdown: Text::default() }),
                "gate" => Body::Quiz(quiz(Counting::Gate)),
                _ => Body::Quiz(quiz(Counting::Practice)),
            },
        }
    };
    Programme {
        slug: "x".into(),
        version: "1".into(),
        languages: vec!["es".into()],
        title: Text::default(),
        summary: Text::default(),
        hours: Default::default(),
        topics: Vec::new(),
        days: Vec::new(),
        schedules: Vec::new(),
        activities: ACTIVITIES.iter().enumerate().map(activity).collect(),
        completion,
        competences: Vec::new(),
        figures: Vec::new(),
        sheets: Default::default(),
    }
}

fn done(ids: &[&str]) -> Progress {
    Progress { states: ids.iter().map(|id| ((*id).into(), ActivityState::Done)).collect(), ..Progress::default() }
}

fn marked(best: &[(&str, u8)]) -> Progress {
    Progress { best: best.iter().map(|(id, mark)| ((*id).into(), *mark)).collect(), ..Progress::default() }
}

fn missing(rule: Rule, progress: &Progress) -> Vec<Missing> {
    programme(rule).verdict(progress).missing
}

fn finish(id: &str) -> Missing {
    Missing::Finish(id.into())
}

fn any_rule() -> impl Strategy<Value = Rule> {
    let place = || 0..ACTIVITIES.len();
    let leaf = prop_oneof![
        place().prop_map(|at| Rule::Done(ACTIVITIES[at].0.into())),
        (3..5_usize).prop_map(|at| Rule::Pass(ACTIVITIES[at].0.into())),
        (3..5_usize, 1..=100_u8).prop_map(|(at, mark)| Rule::PassWith { quiz: ACTIVITIES[at].0.into(), mark }),
        (any::<bool>(), 1..=ALL_MINUTES)
            .prop_map(|(own, minutes)| { Rule::Hours { modality: own.then_some(Modality::OwnTime), minutes } }),
    ];
    leaf.prop_recursive(3, 24, 5, |part| {
        prop_oneof![
            proptest::collection::vec(part.clone(), 0..5).prop_map(Rule::AllOf),
            (proptest::collection::vec(part, 1..5), any::<proptest::sample::Index>())
                .prop_map(|(of, n)| Rule::NOf { n: u16::try_from(n.index(of.len()) + 1).expect("few"), of }),
        ]
    })
}

/// States and marks as they come about: a gate is done from its pass mark on, and only then.
fn any_progress() -> impl Strategy<Value = Progress> {
    proptest::collection::vec((any::<bool>(), proptest::option::of(0..=100_u8)), ACTIVITIES.len()).prop_map(|all| {
        let mut progress = Progress::default();
        for ((id, kind), (is_done, mark)) in ACTIVITIES.iter().zip(all) {
            let is_done = if *kind == "gate" { mark.is_some_and(|mark| mark >= 80) } else { is_done };
            let state = if is_done { ActivityState::Done } else { ActivityState::Begun };
            progress.states.insert((*id).into(), state);
            if let Some(mark) = mark.filter(|_| *kind != "lesson") {
                progress.best.insert((*id).into(), mark);
            }
        }
        progress
    })
}

/// The better of two in everything.
fn better(one: &Progress, other: &Progress) -> Progress {
    let mut both = one.clone();
    for (id, state) in &other.states {
        let known = both.states.entry(id.clone()).or_default();
        *known = (*known).max(*state);
    }
    for (id, mark) in &other.best {
        let known = both.best.entry(id.clone()).or_default();
        *known = (*known).max(*mark);
    }
    both
}

fn with(progress: &Progress, id: &ActivityId) -> Progress {
    better(progress, &Progress { states: [(id.clone(), ActivityState::Done)].into(), best: [(id.clone(), 100)].into() })
}

/// The rule by itself, without any explanation.
fn plainly(rule: &Rule, progress: &Progress) -> bool {
    match rule {
        Rule::Done(id) | Rule::Pass(id) => progress.is_done(id),
        Rule::PassWith { quiz, mark } => progress.best.get(quiz).copied().unwrap_or(0) >= *mark,
        // Everything in the test's programme is one's own time.
        Rule::Hours { minutes, .. } => {
            let is_done = |id: &str| progress.is_done(&id.into());
            (1..=6_u16).filter(|place| is_done(ACTIVITIES[usize::from(*place) - 1].0)).sum::<u16>() >= *minutes
        }
        Rule::AllOf(parts) => parts.iter().all(|part| plainly(part, progress)),
        Rule::NOf { n, of } => of.iter().filter(|part| plainly(part, progress)).count() >= usize::from(*n),
    }
}

fn backwards(rule: &Rule) -> Rule {
    let turned = |parts: &[Rule]| parts.iter().rev().map(backwards).collect();
    match rule {
        Rule::AllOf(parts) => Rule::AllOf(turned(parts)),
        Rule::NOf { n, of } => Rule::NOf { n: *n, of: turned(of) },
        other => other.clone(),
    }
}

/// How far away she is: what each thing that is named still lacks, added up.
fn distance(missing: &[Missing]) -> u32 {
    let of = |one: &Missing| match one {
        Missing::Finish(_) | Missing::Pass { .. } => 1,
        Missing::Hours { asked, done, .. } => asked - done,
        Missing::Some { from: parts, .. } | Missing::All(parts) => distance(parts),
    };
    missing.iter().map(of).sum()
}

/// Every choice offers more than is asked, and nothing is named that is not missing.
fn is_sound(missing: &Missing) -> bool {
    match missing {
        Missing::Finish(_) => true,
        Missing::Pass { mark, best, .. } => best.is_none_or(|best| best < *mark),
        Missing::Hours { asked, done, open, .. } => done < asked && !open.is_empty(),
        Missing::Some { left, from } => *left > 0 && *left < from.len() && from.iter().all(is_sound),
        Missing::All(parts) => parts.len() > 1 && parts.iter().all(is_sound),
    }
}

proptest! {
    #[test]
    fn the_explanation_is_empty_where_the_rule_holds_and_only_there(rule in any_rule(), progress in any_progress()) {
        let verdict = programme(rule.clone()).verdict(&progress);
        prop_assert_eq!(verdict.holds, plainly(&rule, &progress));
        prop_assert_eq!(verdict.holds, verdict.missing.is_empty());
        prop_assert!(verdict.missing.iter().all(is_sound), "{:?}", verdict.missing);
    }

    #[test]
    fn doing_more_never_takes_a_completion_away(rule in any_rule(), one in any_progress(), other in any_progress()) {
        let programme = programme(rule);
        if programme.verdict(&one).holds {
            prop_assert!(programme.verdict(&better(&one, &other)).holds);
        }
    }

    #[test]
    fn every_activity_that_is_named_brings_her_nearer(rule in any_rule(), progress in any_progress()) {
        let programme = programme(rule);
        let verdict = programme.verdict(&progress);
        for id in verdict.helpful() {
            prop_assert!(programme.counting().contains(id));
            let after = programme.verdict(&with(&progress, id));
            prop_assert!(distance(&after.missing) < distance(&verdict.missing), "{id} would change nothing");
        }
    }

    #[test]
    fn doing_what_is_named_completes_it(rule in any_rule(), progress in any_progress()) {
        let programme = programme(rule);
        let verdict = programme.verdict(&progress);
        let after = verdict.helpful().into_iter().fold(progress.clone(), |progress, id| with(&progress, id));
        prop_assert!(programme.verdict(&after).holds);
    }

    #[test]
    fn so_many_of_counts_what_is_done(n in 1..=6_u16, progress in any_progress()) {
        let of: Vec<Rule> = ACTIVITIES.iter().map(|(id, _)| Rule::Done((*id).into())).collect();
        let is_done = ACTIVITIES.iter().filter(|(id, _)| progress.is_done(&(*id).into())).count();
        let left = usize::from(n).saturating_sub(is_done);
        match missing(Rule::NOf { n, of }, &progress).as_slice() {
            [] => prop_assert_eq!(left, 0),
            [Missing::Some { left: said, from }] => {
                prop_assert_eq!((*said, from.len()), (left, ACTIVITIES.len() - is_done));
            }
            all => prop_assert_eq!((all.len(), left), (ACTIVITIES.len() - is_done, all.len())),
        }
    }

    #[test]
    fn the_order_of_parts_decides_nothing(rule in any_rule(), progress in any_progress()) {
        let (there, back) = (programme(rule.clone()), programme(backwards(&rule)));
        let (there, back) = (there.verdict(&progress), back.verdict(&progress));
        prop_assert_eq!(there.holds, back.holds);
        prop_assert_eq!(there.helpful(), back.helpful());
    }

    #[test]
    fn a_rule_reads_back_as_it_was_written(rule in any_rule()) {
        let written = serde_json::to_string(&rule).expect("JSON");
        prop_assert_eq!(serde_json::from_str::<Rule>(&written).expect("reads back"), rule);
    }
}

#[test]
fn a_rule_from_before_there_were_hours_and_marks_is_written_to_the_same_bytes() {
    let written = r#"{"all_of":[{"done":"l1"},{"n_of":{"n":1,"of":[{"pass":"q4"},{"done":"p6"}]}}]}"#;
    let rule: Rule = serde_json::from_str(written).expect("it is read");
    assert_eq!(serde_json::to_string(&rule).expect("JSON"), written);
}

#[test]
fn all_of_names_what_is_missing_in_order_and_once() {
    let parts = || ["l1", "l2", "l3", "l1"].map(|id| Rule::Done(id.into())).to_vec();
    assert_eq!(missing(Rule::AllOf(parts()), &done(&["l2"])), [finish("l1"), finish("l3")]);
    assert_eq!(missing(Rule::AllOf(parts()), &done(&["l1", "l2", "l3"])), []);
}

#[test]
fn a_quiz_says_what_is_asked_and_her_best() {
    let pass = |mark, best| vec![Missing::Pass { quiz: "q4".into(), mark, best }];
    assert_eq!(missing(Rule::Pass("q4".into()), &Progress::default()), pass(80, None));
    assert_eq!(missing(Rule::Done("q4".into()), &marked(&[("q4", 66)])), pass(80, Some(66)));
    let with = |mark| Rule::PassWith { quiz: "q4".into(), mark };
    assert_eq!(missing(with(90), &marked(&[("q4", 80)])), pass(90, Some(80)));
    assert_eq!(missing(with(90), &marked(&[("q4", 90)])), []);
    assert_eq!(missing(with(60), &marked(&[("q4", 66)])), [], "less than the quiz's own is enough where it is asked");
    assert_eq!(missing(Rule::Done("p6".into()), &marked(&[("p6", 10)])), [finish("p6")], "a practice is only done");
}

#[test]
fn only_a_mark_above_the_quiz_s_own_asks_for_another_attempt() {
    let with = |mark| Rule::PassWith { quiz: "q4".into(), mark };
    let of = |rule| programme(rule).mark_above_pass(&"q4".into());
    assert_eq!(of(Rule::AllOf(vec![with(60), with(90), Rule::Pass("q4".into())])), Some(90));
    assert_eq!((of(with(80)), of(Rule::Pass("q4".into()))), (None, None));
    assert_eq!(programme(with(90)).mark_above_pass(&"q5".into()), None);
}

#[test]
fn hours_are_the_minutes_of_what_is_done() {
    let hours = |modality, minutes| Rule::Hours { modality, minutes };
    let progress = done(&["l1", "l3"]);
    assert_eq!(missing(hours(None, 4), &progress), []);
    let open = ["l2", "q4", "q5", "p6"].map(ActivityId::from).to_vec();
    let own = Some(Modality::OwnTime);
    assert_eq!(missing(hours(own, 5), &progress), [Missing::Hours { modality: own, asked: 5, done: 4, open }]);
    let live = missing(hours(Some(Modality::Live), 60), &progress);
    assert_eq!(live, [Missing::Hours { modality: Some(Modality::Live), asked: 60, done: 0, open: vec![] }]);
}

#[test]
fn a_choice_is_only_offered_where_there_is_one() {
    let lessons = || ["l1", "l2", "l3"].map(|id| Rule::Done(id.into())).to_vec();
    let two = || Rule::NOf { n: 2, of: lessons() };
    let some = |left, from: &[&str]| vec![Missing::Some { left, from: from.iter().map(|id| finish(id)).collect() }];
    assert_eq!(missing(two(), &done(&[])), some(2, &["l1", "l2", "l3"]));
    assert_eq!(missing(two(), &done(&["l2"])), some(1, &["l1", "l3"]));
    assert_eq!(missing(Rule::NOf { n: 3, of: lessons() }, &done(&["l2"])), [finish("l1"), finish("l3")]);
    let either = Rule::NOf { n: 1, of: vec![Rule::AllOf(lessons()), Rule::Done("p6".into())] };
    let all = Missing::All(["l1", "l2", "l3"].map(finish).to_vec());
    assert_eq!(missing(either, &done(&[])), [Missing::Some { left: 1, from: vec![all, finish("p6")] }]);
}
