//! Staff who run a cohort grant a person another attempt or more time, with a reason; and the page on which they do.

use super::attempt_of_cohort::{Granted, granted};
use super::{REASON, note, quiz_of, seen_cohort};
use crate::access::Visitor;
use crate::command::{Command, once};
use crate::learning::LoadedProgramme;
use crate::unavailable::or_unavailable;
use crate::{PageRefused, Telar, Unavailable, chance, place};
use domain::facts::{AllowanceGranted, Subject};
use domain::ids::{ActivityId, AllowanceId, CohortId, CommandId, PersonId};
use domain::moment::Span;
use domain::people::PersonName;
use domain::programmes::Programme;
use domain::quizzes::{Allowance, Quiz};
use jiff::civil::Time;
use serde::Serialize;
use std::sync::Arc;
use store::NewFact;

/// The most that one person has of each at one quiz, all grants together.
pub const MOST_ATTEMPTS: u16 = 20;
pub const MOST_MINUTES: u16 = 240;
pub const MOST_PER_CENT: u16 = 300;

/// What is granted, as typed: empty where nothing is.
#[derive(Clone, Debug, Default, Serialize)]
pub struct GrantWish {
    /// The quiz; empty for every one.
    pub activity: String,
    /// More attempts, 1 to 20.
    pub attempts: String,
    /// More minutes, 1 to 240.
    pub minutes: String,
    /// More time in per cent of the limit, 1 to 300.
    pub per_cent: String,
    /// A day and an hour of Guatemala; without an hour, until that day ends.
    pub until_day: String,
    pub until_hour: String,
    pub reason: String,
}

#[derive(Clone, Debug)]
pub struct GrantAllowance {
    pub command: CommandId,
    pub cohort: CohortId,
    pub person: PersonId,
    pub wish: GrantWish,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AllowanceField {
    Activity,
    Attempts,
    /// With the so many that she was granted before it would be more than [`MOST_ATTEMPTS`].
    AttemptsTogether(u32),
    /// It is one of two tests in parallel forms, which are taken once.
    AttemptsOfParallel,
    Minutes,
    /// With the so many that she was granted before it would be more than [`MOST_MINUTES`].
    MinutesTogether(u32),
    /// There is no time limit to extend.
    MinutesUntimed,
    PerCent,
    /// With the so many that she was granted before it would be more than [`MOST_PER_CENT`].
    PerCentTogether(u32),
    /// There is no time limit to extend.
    PerCentUntimed,
    /// Not a day, or past.
    Until,
    /// Nothing was granted.
    Nothing,
    Reason,
}

#[derive(Debug, thiserror::Error)]
pub enum GrantRefused {
    #[error("not found")]
    NotFound,
    #[error("nobody grants herself")]
    Own,
    #[error("fields to mend: {0:?}")]
    Fields(Vec<AllowanceField>),
    #[error("the command came before with other content")]
    OtherContent,
    #[error(transparent)]
    Unavailable(Unavailable),
}
or_unavailable!(GrantRefused);

#[derive(Clone, Debug)]
pub struct AllowancesPage {
    pub person: PersonId,
    pub name: PersonName,
    pub programme: Arc<LoadedProgramme>,
    /// The last first.
    pub granted: Vec<Granted>,
    /// Whether it is the visitor herself: then she grants nothing.
    pub own: bool,
}

impl Telar {
    pub async fn allowances(
        &self,
        visitor: &Visitor,
        cohort: CohortId,
        person: PersonId,
    ) -> Result<AllowancesPage, PageRefused> {
        if !visitor.grants.runs(cohort) {
            return Err(PageRefused::NotFound);
        }
        let (telar, visitor) = (self.clone(), visitor.clone());
        self.read(move |reading| {
            let (_, programme) = seen_cohort(&telar, reading, (&visitor, cohort))?;
            let enrolled = reading.enrolments(person)?.into_iter().find(|it| it.cohort == cohort);
            let enrolled = enrolled.ok_or(PageRefused::NotFound)?;
            let name = reading.person(person)?.ok_or(PageRefused::NotFound)?.name;
            let names = reading.names_of_staff(cohort)?;
            let mut granted = granted(&names, reading.allowances(enrolled.enrolment)?);
            granted.reverse();
            Ok(AllowancesPage { own: person == visitor.person, person, name, programme, granted })
        })
        .await
    }

    pub async fn grant_allowance(&self, visitor: &Visitor, it: GrantAllowance) -> Result<(), GrantRefused> {
        if !visitor.grants.runs(it.cohort) {
            return Err(GrantRefused::NotFound);
        }
        if it.person == visitor.person {
            return Err(GrantRefused::Own);
        }
        let (allowance, reason) = read(&it.wish, self.now()).map_err(GrantRefused::Fields)?;
        let (telar, by, grant) = (self.clone(), visitor.person, chance::id::<AllowanceId>(self.now())?);
        self.write(move |writing| {
            let command = Command::new(it.command, Some(by), "grant allowance", &(it.cohort, it.person, &it.wish));
            once!(command, writing, GrantRefused::OtherContent);
            let enrolled = writing.enrolments(it.person)?.into_iter().find(|row| row.cohort == it.cohort);
            let enrolled = enrolled.ok_or(GrantRefused::NotFound)?;
            let programme = telar.shelf().take(writing, enrolled.version)?;
            let activity = Some(it.wish.activity.trim()).filter(|id| !id.is_empty()).map(ActivityId::from);
            if activity.as_ref().is_some_and(|activity| quiz_of(&programme, activity).is_none()) {
                return Err(GrantRefused::Fields(vec![AllowanceField::Activity]));
            }
            let before: Vec<(Option<ActivityId>, Allowance)> =
                writing.allowances(enrolled.enrolment)?.into_iter().map(|it| (it.activity, it.allowance)).collect();
            let wrong = beyond(&programme, (activity.as_ref(), &allowance), &before);
            if !wrong.is_empty() {
                return Err(GrantRefused::Fields(wrong));
            }
            let what = AllowanceGranted { grant, enrolment: enrolled.enrolment, activity, allowance, reason }.into();
            writing.record(vec![NewFact { actor: Some(by), about: Subject::Person(it.person), what }])?;
            command.answer(writing, &())?;
            Ok(())
        })
        .await
    }
}

/// What of a grant cannot be: with what she was granted before it is too much at one of the quizzes that it is for, or none of
/// them has what it extends.
fn beyond(
    programme: &Programme,
    (activity, allowance): (Option<&ActivityId>, &Allowance),
    before: &[(Option<ActivityId>, Allowance)],
) -> Vec<AllowanceField> {
    let quizzes = programme.activities.iter().filter_map(|it| Some((&it.id, it.quiz()?)));
    let quizzes: Vec<(&ActivityId, &Quiz)> =
        quizzes.filter(|(id, _)| activity.is_none_or(|activity| activity == *id)).collect();
    let applies = |of: &Option<ActivityId>, id: &ActivityId| of.as_ref().is_none_or(|of| of == id);
    let granted = |of: fn(&Allowance) -> u16| -> u32 {
        let at = |id: &ActivityId| before.iter().filter(|it| applies(&it.0, id)).map(|it| u32::from(of(&it.1))).sum();
        quizzes.iter().map(|(id, _)| at(id)).max().unwrap_or_default()
    };
    let untimed = quizzes.iter().all(|(_, quiz)| quiz.time_limit.is_none());
    let mut wrong = Vec::new();
    if allowance.attempts > 0 {
        let there = granted(|it| it.attempts);
        if quizzes.iter().all(|(_, quiz)| quiz.parallel.is_some()) {
            wrong.push(AllowanceField::AttemptsOfParallel);
        } else if there + u32::from(allowance.attempts) > u32::from(MOST_ATTEMPTS) {
            wrong.push(AllowanceField::AttemptsTogether(there));
        }
    }
    if allowance.minutes > 0 {
        let there = granted(|it| it.minutes);
        if untimed {
            wrong.push(AllowanceField::MinutesUntimed);
        } else if there + u32::from(allowance.minutes) > u32::from(MOST_MINUTES) {
            wrong.push(AllowanceField::MinutesTogether(there));
        }
    }
    if allowance.time_per_cent > 0 {
        let there = granted(|it| it.time_per_cent);
        if untimed {
            wrong.push(AllowanceField::PerCentUntimed);
        } else if there + u32::from(allowance.time_per_cent) > u32::from(MOST_PER_CENT) {
            wrong.push(AllowanceField::PerCentTogether(there));
        }
    }
    wrong
}

fn read(wish: &GrantWish, now: domain::Moment) -> Result<(Allowance, String), Vec<AllowanceField>> {
    let mut wrong = Vec::new();
    let mut number = |typed: &str, most: u16, field: AllowanceField| -> u16 {
        let typed = typed.trim().trim_end_matches('%').trim();
        let read = if typed.is_empty() { Some(0) } else { typed.parse().ok().filter(|read| *read <= most) };
        read.unwrap_or_else(|| {
            wrong.push(field);
            0
        })
    };
    let attempts = number(&wish.attempts, MOST_ATTEMPTS, AllowanceField::Attempts);
    let minutes = number(&wish.minutes, MOST_MINUTES, AllowanceField::Minutes);
    let time_per_cent = number(&wish.per_cent, MOST_PER_CENT, AllowanceField::PerCent);
    let until = match place::written(&wish.until_day, &wish.until_hour, Time::midnight()) {
        Ok(until) if wish.until_hour.trim().is_empty() => until.map(|until| until + Span::days(1)),
        Ok(until) => until,
        Err(_) => {
            wrong.push(AllowanceField::Until);
            None
        }
    };
    if until.is_some_and(|until| until <= now) {
        wrong.push(AllowanceField::Until);
    }
    let allowance = Allowance { attempts, time_per_cent, minutes, until };
    if wrong.is_empty() && allowance == Allowance::default() {
        wrong.push(AllowanceField::Nothing);
    }
    match note(&wish.reason, REASON) {
        Some(reason) if wrong.is_empty() => Ok((allowance, reason)),
        Some(_) => Err(wrong),
        None => {
            wrong.push(AllowanceField::Reason);
            Err(wrong)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Moment;

    const NOW: Moment = Moment(1_800_000_000_000);

    #[test]
    fn all_that_is_to_be_mended_is_said_at_once() {
        let wish = |attempts: &str, minutes: &str, reason: &str| GrantWish {
            attempts: attempts.into(),
            minutes: minutes.into(),
            reason: reason.into(),
            ..GrantWish::default()
        };
        let granted = read(&wish("1", "", "Se fue la luz."), NOW);
        assert_eq!(granted, Ok((Allowance { attempts: 1, ..Allowance::default() }, "Se fue la luz.".to_owned())));
        assert_eq!(
            read(&wish("uno", "241", ""), NOW),
            Err(vec![AllowanceField::Attempts, AllowanceField::Minutes, AllowanceField::Reason])
        );
        assert_eq!(read(&wish("", "0", "Porque sí."), NOW), Err(vec![AllowanceField::Nothing]));
        let past = GrantWish { until_day: "2020-01-01".into(), ..wish("", "", "Porque sí.") };
        assert_eq!(read(&past, NOW), Err(vec![AllowanceField::Until]));
    }
}
