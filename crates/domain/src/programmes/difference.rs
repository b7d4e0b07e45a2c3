//! What is another between two versions of a programme, as far as somebody in it would notice beyond words. It must not know who moves
//! from one to the other.

use super::{Activity, Body, Hours, Programme};
use crate::Text;
use crate::ids::{ActivityId, ScheduleId, SheetId};
use crate::quizzes::{Counting, Quiz};

#[derive(Clone, Debug, PartialEq)]
pub enum Difference {
    New(Text),
    Gone(Text),
    /// The same id is another kind of activity: what was done of the one would count as done of the other.
    Kind(Text),
    /// A quiz that asks something else, or may.
    Questions(Text),
    /// What a quiz asks of somebody.
    Terms(Text, QuizTerm),
    /// It takes another time: minutes before and after.
    Minutes(Text, u16, u16),
    /// What completes the programme.
    Rule,
    /// What the certificate states.
    Hours(Hours, Hours),
    /// The cohort's days are spread in a way that is not there any more; the first one takes its place.
    Schedule {
        gone: ScheduleId,
        instead: Option<Text>,
    },
    /// A way to spread the days that could be chosen and cannot be any more.
    ScheduleGone(Text),
    /// What somebody's practice is looked at by.
    Rubric(Text),
    /// The days hold other activities, or stand in another order.
    Days,
}

/// What a quiz asks: before and after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuizTerm {
    Counting(Counting, Counting),
    /// Per cent.
    Pass(u8, u8),
    /// 0 is without limit.
    Attempts(u16, u16),
    /// Minutes; none is without limit.
    TimeLimit(Option<u16>, Option<u16>),
    /// When explanations are shown, what may be looked at again, in which order and when it is asked.
    Manner,
}

/// Everything, in the order of the activities as they will be; `schedule` is the one that the cohort chose.
pub fn differences(now: &Programme, then: &Programme, schedule: Option<&ScheduleId>) -> Vec<Difference> {
    let mut all = Vec::new();
    for after in &then.activities {
        match now.activity(after.id.as_str()) {
            None => all.push(Difference::New(after.title.clone())),
            Some(before) => of_activity(before, after, &mut all),
        }
    }
    let gone = now.activities.iter().filter(|it| then.activity(it.id.as_str()).is_none());
    all.extend(gone.map(|it| Difference::Gone(it.title.clone())));
    if now.completion != then.completion {
        all.push(Difference::Rule);
    }
    if now.hours != then.hours {
        all.push(Difference::Hours(now.hours, then.hours));
    }
    let lost = schedule.filter(|chosen| !then.schedules.iter().any(|it| it.id == **chosen));
    match lost {
        Some(gone) => {
            let instead = then.schedules.first().map(|it| it.title.clone());
            all.push(Difference::Schedule { gone: gone.clone(), instead });
        }
        None if days(now, schedule) != days(then, schedule) => all.push(Difference::Days),
        None => {}
    }
    let other =
        now.schedules.iter().filter(|it| Some(&it.id) != lost && !then.schedules.iter().any(|new| new.id == it.id));
    all.extend(other.map(|it| Difference::ScheduleGone(it.title.clone())));
    let looked_at = |programme: &Programme, id: &SheetId| {
        let rubric = programme.sheets.rubrics.iter().find(|it| it.id == *id);
        rubric.map(|it| it.criteria.iter().map(|one| (one.id.clone(), one.must_pass)).collect::<Vec<_>>())
    };
    let changed = now.sheets.rubrics.iter().filter(|it| looked_at(now, &it.id) != looked_at(then, &it.id));
    all.extend(changed.map(|it| Difference::Rubric(it.title.clone())));
    all
}

impl Programme {
    /// The first activity that is of another kind in a later version of the programme under the same id.
    pub fn changed_kind(&self, then: &Programme) -> Option<ActivityId> {
        let other = |after: &&Activity| {
            let before = self.activity(after.id.as_str());
            before.is_some_and(|it| std::mem::discriminant(&it.body) != std::mem::discriminant(&after.body))
        };
        then.activities.iter().find(other).map(|it| it.id.clone())
    }
}

/// What stands on which day.
fn days<'p>(programme: &'p Programme, schedule: Option<&ScheduleId>) -> Vec<&'p [ActivityId]> {
    let chosen = programme.schedules.iter().find(|it| Some(&it.id) == schedule).or(programme.schedules.first());
    let days = chosen.map_or(&programme.days, |it| &it.days);
    days.iter().map(|day| day.activities.as_slice()).collect()
}

fn of_activity(before: &Activity, after: &Activity, all: &mut Vec<Difference>) {
    let title = || after.title.clone();
    if std::mem::discriminant(&before.body) != std::mem::discriminant(&after.body) {
        all.push(Difference::Kind(title()));
        return;
    }
    if before.minutes != after.minutes {
        all.push(Difference::Minutes(title(), before.minutes, after.minutes));
    }
    if let (Body::Quiz(before), Body::Quiz(after)) = (&before.body, &after.body) {
        if before.questions != after.questions || before.draws != after.draws {
            all.push(Difference::Questions(title()));
        }
        all.extend(terms(before, after).into_iter().map(|term| Difference::Terms(title(), term)));
    }
}

fn terms(before: &Quiz, after: &Quiz) -> Vec<QuizTerm> {
    let mut terms = Vec::new();
    if before.counting != after.counting {
        terms.push(QuizTerm::Counting(before.counting, after.counting));
    }
    if before.pass != after.pass {
        terms.push(QuizTerm::Pass(before.pass, after.pass));
    }
    if before.attempts != after.attempts {
        terms.push(QuizTerm::Attempts(before.attempts, after.attempts));
    }
    if before.time_limit != after.time_limit {
        terms.push(QuizTerm::TimeLimit(before.time_limit, after.time_limit));
    }
    let manner = |quiz: &Quiz| {
        let Quiz { shuffle, layout, feedback, reveal, opens, closes, .. } = quiz;
        (*shuffle, *layout, *feedback, *reveal, *opens, *closes, quiz.parallel.clone())
    };
    if manner(before) != manner(after) {
        terms.push(QuizTerm::Manner);
    }
    terms
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programmes::Rule;
    use crate::programmes::{Day, Lasts, Lesson, Schedule};

    fn lesson(id: &str, minutes: u16) -> Activity {
        let body = Body::Lesson(Lesson { markdown: Text::default() });
        Activity {
            id: id.into(),
            topic: "t1".into(),
            title: Text::new([("es", id)]),
            summary: Text::default(),
            minutes,
            notice: Text::default(),
            review: Default::default(),
            body,
        }
    }

    fn quiz(id: &str, pass: u8, attempts: u16) -> Activity {
        let json = format!(r#"{{"counting":"gate","pass":{pass},"attempts":{attempts},"questions":[]}}"#);
        let quiz: Quiz = serde_json::from_str(&json).unwrap();
        Activity { body: Body::Quiz(quiz), ..lesson(id, 5) }
    }

    fn programme(activities: Vec<Activity>) -> Programme {
        let day = Day {
            id: "d1".into(),
            title: Text::default(),
            aim: Text::default(),
            closing: Text::default(),
            lasts: Lasts::Day,
            activities: activities.iter().map(|it| it.id.clone()).collect(),
        };
        Programme {
            slug: "p".into(),
            version: "1".into(),
            languages: vec!["es".into()],
            title: Text::default(),
            summary: Text::default(),
            hours: Hours::default(),
            topics: Vec::new(),
            days: vec![day],
            schedules: Vec::new(),
            activities,
            completion: Rule::AllOf(Vec::new()),
            competences: Vec::new(),
            figures: Vec::new(),
            sheets: Default::default(),
        }
    }

    fn title(id: &str) -> Text {
        Text::new([("es", id)])
    }

    #[test]
    fn versions_that_differ_in_words_alone_do_not_differ() {
        let now = programme(vec![lesson("l1", 5), quiz("q1", 80, 3)]);
        let mut then = now.clone();
        then.version = "2".into();
        then.activities[0].summary = Text::new([("es", "otra cosa")]);
        assert_eq!(differences(&now, &then, None), []);
    }

    #[test]
    fn what_is_asked_of_somebody_is_told() {
        let now = programme(vec![lesson("l1", 5), lesson("l2", 5), quiz("q1", 80, 3)]);
        let then = programme(vec![lesson("l1", 9), quiz("l2", 80, 0), quiz("q1", 100, 1), lesson("l3", 5)]);
        let then =
            Programme { completion: Rule::Done("l1".into()), hours: Hours { own_time: 9, ..Hours::default() }, ..then };
        let all = differences(&now, &then, None);
        for told in [
            Difference::Minutes(title("l1"), 5, 9),
            Difference::Kind(title("l2")),
            Difference::Terms(title("q1"), QuizTerm::Pass(80, 100)),
            Difference::Terms(title("q1"), QuizTerm::Attempts(3, 1)),
            Difference::New(title("l3")),
            Difference::Rule,
            Difference::Hours(now.hours, then.hours),
            Difference::Days,
        ] {
            assert!(all.contains(&told), "{told:?} in {all:?}");
        }
        assert_eq!(all.len(), 8);
    }

    #[test]
    fn a_schedule_that_is_lost_is_told_and_not_the_days_as_well() {
        let plain = programme(vec![lesson("l1", 5)]);
        let way =
            |id: &str| Schedule { id: id.into(), title: title(id), summary: Text::default(), days: plain.days.clone() };
        let now = Programme { schedules: vec![way("s-days"), way("s-weeks")], ..plain.clone() };
        let then = Programme { schedules: vec![way("s-days")], ..plain.clone() };
        let lost = Difference::Schedule { gone: "s-weeks".into(), instead: Some(title("s-days")) };
        assert_eq!(differences(&now, &then, Some(&"s-weeks".into())), [lost]);
        let gone = Difference::ScheduleGone(title("s-weeks"));
        assert_eq!(differences(&now, &then, Some(&"s-days".into())), [gone], "it could be chosen, and cannot any more");
    }
}
