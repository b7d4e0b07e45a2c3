//! A whole programme: topics, days, activities and the rule by which it is completed.

use super::{Activity, Competence, Figure, Guide, JobAid, Reference, Rule, Sheets};
use crate::Text;
use crate::ids::{ActivityId, CompetenceId, DayId, FigureId, QuestionId, ScheduleId, TopicId};
use crate::quizzes::{Question, Quiz};
use serde::{Deserialize, Serialize};

/// An immutable version of a programme, as read from its package.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Programme {
    /// The programme's lasting name, the same in every version: `a-z 0-9 -`.
    pub slug: String,
    /// The authors' own label of this version, such as `2026.1`.
    pub version: String,
    /// Languages in which everything is written; the first is the original.
    pub languages: Vec<String>,
    pub title: Text,
    pub summary: Text,
    pub hours: Hours,
    pub topics: Vec<Topic>,
    /// Of the schedule in use: as read from a package, of the first.
    pub days: Vec<Day>,
    /// Several ways to spread the same activities over days, the usual one first; none where there is only one way.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub schedules: Vec<Schedule>,
    pub activities: Vec<Activity>,
    pub completion: Rule,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub competences: Vec<Competence>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<Figure>,
    /// What is used beside the topics.
    #[serde(default, skip_serializing_if = "Sheets::is_empty")]
    pub sheets: Sheets,
}

/// Hours that the certificate states, by modality. Whole hours, 0 to 1,000.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hours {
    /// On one's own, at any time.
    #[serde(default)]
    pub own_time: u16,
    /// Live, at a distance.
    #[serde(default)]
    pub live: u16,
    /// Face to face.
    #[serde(default)]
    pub in_person: u16,
}

impl Hours {
    pub fn total(self) -> u16 {
        self.own_time + self.live + self.in_person
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Topic {
    pub id: TopicId,
    /// 1 to 99, as people say it: «tema 5».
    pub number: u8,
    pub title: Text,
    pub aim: Text,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub job_aid: Option<JobAid>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub guide: Option<Guide>,
    /// Those that it serves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub competences: Vec<CompetenceId>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub references: Vec<Reference>,
}

impl Topic {
    /// A topic of which nothing more is known.
    pub fn new(id: TopicId, number: u8, title: Text, aim: Text) -> Self {
        Self { id, number, title, aim, job_aid: None, guide: None, competences: Vec::new(), references: Vec::new() }
    }
}

/// One way to spread a programme's activities over days, each activity once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Schedule {
    pub id: ScheduleId,
    pub title: Text,
    /// For whom, and when.
    pub summary: Text,
    pub days: Vec<Day>,
}

/// What a row of a schedule takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lasts {
    #[default]
    Day,
    /// A week in which people choose their own hours.
    Week,
}

impl Lasts {
    fn is_day(&self) -> bool {
        *self == Self::Day
    }
}

/// A row of the cloth: what is done on one day, or in one week, in this order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Day {
    /// Unique in the programme, over all schedules.
    pub id: DayId,
    #[serde(default, skip_serializing_if = "Lasts::is_day")]
    pub lasts: Lasts,
    pub title: Text,
    pub aim: Text,
    /// How it ends: a moment to come to rest, and a short look back, as Markdown. May be empty.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub closing: Text,
    pub activities: Vec<ActivityId>,
}

impl Programme {
    pub fn activity(&self, id: &str) -> Option<&Activity> {
        self.activities.iter().find(|activity| activity.id.as_str() == id)
    }

    pub fn topic(&self, id: &TopicId) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.id == *id)
    }

    pub fn figure(&self, id: &FigureId) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.id == *id)
    }

    /// Puts a mended question in place of the one with its id, in every quiz that asks it: a pool's question stands in several. One
    /// that is not there changes nothing.
    pub fn mend(&mut self, mended: &Question) {
        let quizzes = self.activities.iter_mut().filter_map(Activity::quiz_mut);
        for question in quizzes.flat_map(|quiz| &mut quiz.questions).filter(|it| it.id == mended.id) {
            *question = mended.clone();
        }
    }

    /// The quizzes that ask a question.
    pub fn quizzes_with<'p>(&'p self, question: &'p QuestionId) -> impl Iterator<Item = (&'p ActivityId, &'p Quiz)> {
        let quizzes = self.activities.iter().filter_map(|it| Some((&it.id, it.quiz()?)));
        quizzes.filter(|(_, quiz)| quiz.question(question.as_str()).is_some())
    }

    /// The same programme with the days of another of its schedules; without one of that name, with those that it has.
    pub fn arranged(&self, schedule: &ScheduleId) -> Self {
        let mut arranged = self.clone();
        if let Some(found) = self.schedules.iter().find(|it| it.id == *schedule) {
            arranged.days.clone_from(&found.days);
        }
        arranged
    }

    /// As people count it: the third day, the second week. `None` where there is no such row.
    pub fn numbered(&self, row: usize) -> Option<(Lasts, usize)> {
        let lasts = self.days.get(row)?.lasts;
        Some((lasts, self.days[..=row].iter().filter(|day| day.lasts == lasts).count()))
    }

    /// The activities in the order in which the days hold them.
    pub fn in_order(&self) -> impl Iterator<Item = &Activity> {
        self.days.iter().flat_map(|day| &day.activities).filter_map(|id| self.activity(id.as_str()))
    }
}
