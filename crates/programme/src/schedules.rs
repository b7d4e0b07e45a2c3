//! How a programme's activities are spread over days: in one way (`[[day]]`), or in several (`[[schedule]]`, each with its
//! `[[schedule.day]]`). It must not know the other files; which activities there are is told to [`Spread::check`].

use crate::cause::Cause;
use crate::fields::{At, Need, Table, as_text};
use crate::file_kind::PROGRAMME;
use crate::ids::code_fault;
use crate::package::Places;
use crate::problem::Problems;
use crate::question_file::read_markdown;
use crate::teaching_cause::TeachingCause;
use domain::programmes::{Day, Lasts, Schedule};
use std::collections::BTreeMap;

/// Schedules of one programme at most.
const MAX_SCHEDULES: usize = 8;

/// The days of each schedule; of a programme with one way alone, one that has no name.
#[derive(Default)]
pub(crate) struct Spread {
    pub days: Vec<Day>,
    pub schedules: Vec<Schedule>,
    /// Links in the closings of days.
    pub links: Vec<At<String>>,
    /// The id of each day of every schedule, with its line.
    day_ids: Vec<At<String>>,
    schedule_ids: Vec<At<String>>,
    ways: Vec<Way>,
}

/// The activities that one schedule names, in order and with their lines.
struct Way {
    schedule: Option<String>,
    activities: Vec<At<String>>,
}

pub(crate) fn read(table: &Table<'_>) -> Spread {
    let mut spread = Spread::default();
    if !table.entries.contains_key("schedule") {
        spread.days = spread.read_days(table, None);
        return spread;
    }
    if table.entries.contains_key("day") {
        table.problem(table.line_of("day"), TeachingCause::DaysBesideSchedules);
    }
    for (at, one) in table.tables("schedule", Need::Required).iter().enumerate() {
        if at == MAX_SCHEDULES {
            table.problem(one.line, Cause::TooMany { key: "schedule".into(), most: MAX_SCHEDULES });
            break;
        }
        one.only(&["id", "title", "summary", "day"]);
        let id = one.id("id", code_fault);
        let name = id.as_ref().map_or(String::new(), |id| id.value.clone());
        spread.schedule_ids.extend(id);
        let days = spread.read_days(one, Some(name.clone()));
        let (title, summary) = (one.text("title", Need::Required), one.text("summary", Need::Required));
        spread.schedules.push(Schedule { id: name.as_str().into(), title, summary, days });
    }
    spread.days = spread.schedules.first().map_or(Vec::new(), |first| first.days.clone());
    spread
}

impl Spread {
    fn read_days(&mut self, table: &Table<'_>, schedule: Option<String>) -> Vec<Day> {
        let (mut days, mut named) = (Vec::new(), Vec::new());
        for day in table.tables("day", Need::Required) {
            day.only(&["id", "lasts", "title", "aim", "closing", "activities"]);
            let id = day.id("id", code_fault);
            let lasts = day.word("lasts", &[("day", Lasts::Day), ("week", Lasts::Week)], Need::Optional);
            let activities = day.strings("activities");
            days.push(Day {
                id: id.as_ref().map_or("", |id| &id.value).into(),
                lasts: lasts.map_or(Lasts::Day, |lasts| lasts.value),
                title: day.text("title", Need::Required),
                aim: day.text("aim", Need::Required),
                closing: as_text(&read_markdown(&day, "closing", Need::Optional, &mut self.links)),
                activities: activities.iter().map(|id| id.value.as_str().into()).collect(),
            });
            self.day_ids.extend(id);
            named.extend(activities);
        }
        if !days.is_empty() {
            self.ways.push(Way { schedule, activities: named });
        }
        days
    }

    /// Every day and schedule has its own id, and every schedule holds every activity once. `activities` gives the file and the line
    /// of each, `nearest` the one that a mistyped id may mean.
    pub fn check(
        &self,
        activities: &BTreeMap<&str, (&str, usize)>,
        nearest: impl Fn(&str) -> Option<String>,
        problems: &Problems,
    ) {
        for ids in [&self.schedule_ids, &self.day_ids] {
            let mut places = Places::default();
            for one in ids {
                if let Some(elsewhere) = places.note(&one.value, PROGRAMME, one.line) {
                    let (id, elsewhere) = (one.value.clone(), elsewhere.to_owned());
                    problems.add(PROGRAMME, one.line, Cause::DuplicateId { id, elsewhere });
                }
            }
        }
        for way in &self.ways {
            let mut places = Places::default();
            for activity in &way.activities {
                let id = activity.value.clone();
                if let Some(elsewhere) = places.note(&id, PROGRAMME, activity.line) {
                    let elsewhere = elsewhere.to_owned();
                    problems.add(PROGRAMME, activity.line, Cause::InDaysTwice { id, elsewhere });
                } else if !activities.contains_key(id.as_str()) {
                    let nearest = nearest(&id);
                    problems.add(PROGRAMME, activity.line, Cause::UnknownActivity { id, nearest });
                }
            }
            for (id, (path, line)) in activities.iter().filter(|(id, _)| !places.has(id)) {
                let id = (*id).to_owned();
                match way.schedule.clone() {
                    None => problems.add(path, *line, Cause::InNoDay { id }),
                    Some(schedule) => problems.add(path, *line, TeachingCause::InNoDayOf { id, schedule }),
                }
            }
        }
    }
}
