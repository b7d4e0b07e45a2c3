//! A cohort takes a quiz between other days than its programme says, or between those again.

use super::{quiz_of, terms::of_programme};
use crate::access::Visitor;
use crate::command::{Command, once};
use crate::unavailable::or_unavailable;
use crate::{Telar, Unavailable, place};
use domain::facts::{Subject, WindowSet};
use domain::ids::{ActivityId, CohortId, CommandId};
use domain::moment::Span;
use domain::quizzes::Window;
use jiff::civil::Time;
use serde::Serialize;
use store::NewFact;

#[derive(Clone, Debug)]
pub struct SetWindow {
    pub command: CommandId,
    pub cohort: CohortId,
    pub activity: ActivityId,
    pub wish: WindowWish,
}

#[derive(Clone, Debug, Serialize)]
pub enum WindowWish {
    /// As its programme says.
    OfProgramme,
    /// A day, `2027-02-08`, and an hour, `15:04`, of Guatemala each; both empty where it is always open on that side. Without an
    /// hour it opens as the day begins, and closes as it ends.
    Days { opens: (String, String), closes: (String, String) },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WindowField {
    Opens,
    /// Not a day, or not after it opens.
    Closes,
}

#[derive(Debug, thiserror::Error)]
pub enum WindowRefused {
    #[error("not found")]
    NotFound,
    #[error("fields to mend: {0:?}")]
    Fields(Vec<WindowField>),
    #[error("the command came before with other content")]
    OtherContent,
    #[error(transparent)]
    Unavailable(Unavailable),
}
or_unavailable!(WindowRefused);

impl Telar {
    pub async fn set_window(&self, visitor: &Visitor, it: SetWindow) -> Result<(), WindowRefused> {
        if !visitor.grants.runs(it.cohort) {
            return Err(WindowRefused::NotFound);
        }
        let days = match &it.wish {
            WindowWish::OfProgramme => None,
            WindowWish::Days { opens, closes } => Some(read(opens, closes).map_err(WindowRefused::Fields)?),
        };
        let (telar, by) = (self.clone(), visitor.person);
        self.write(move |writing| {
            let command = Command::new(it.command, Some(by), "set window", &(it.cohort, &it.activity, &it.wish));
            once!(command, writing, WindowRefused::OtherContent);
            let cohort = writing.cohort(it.cohort)?.ok_or(WindowRefused::NotFound)?;
            let programme = telar.shelf().take(writing, cohort.version)?;
            let (_, quiz) = quiz_of(&programme, &it.activity).ok_or(WindowRefused::NotFound)?;
            let usual = of_programme(quiz, &cohort.starts);
            let window = days.unwrap_or(usual);
            if writing.quiz_window(it.cohort, &it.activity)?.unwrap_or(usual) != window {
                let (cohort, activity) = (it.cohort, it.activity);
                let what = WindowSet { cohort, activity, window }.into();
                writing.record(vec![NewFact { actor: Some(by), about: Subject::Cohort(cohort), what }])?;
            }
            command.answer(writing, &())?;
            Ok(())
        })
        .await
    }
}

fn read(opens: &(String, String), closes: &(String, String)) -> Result<Window, Vec<WindowField>> {
    let begin = place::written(&opens.0, &opens.1, Time::midnight());
    let end = if closes.1.trim().is_empty() {
        place::written(&closes.0, "", Time::midnight()).map(|day| day.map(|day| day + Span::days(1)))
    } else {
        place::written(&closes.0, &closes.1, Time::midnight())
    };
    match (begin, end) {
        (Ok(Some(opens)), Ok(Some(closes))) if closes <= opens => Err(vec![WindowField::Closes]),
        (Ok(opens), Ok(closes)) => Ok(Window { opens, closes }),
        (Err(_), Err(_)) => Err(vec![WindowField::Opens, WindowField::Closes]),
        (Err(_), Ok(_)) => Err(vec![WindowField::Opens]),
        (Ok(_), Err(_)) => Err(vec![WindowField::Closes]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Moment;

    fn day(day: &str, hour: &str) -> (String, String) {
        (day.to_owned(), hour.to_owned())
    }

    #[test]
    fn a_day_without_an_hour_is_the_whole_day() {
        let at = |text: &str| Some(Moment(text.parse::<jiff::Timestamp>().unwrap().as_millisecond()));
        let window = read(&day("2027-02-08", ""), &day("2027-02-08", ""));
        assert_eq!(window, Ok(Window { opens: at("2027-02-08T06:00:00Z"), closes: at("2027-02-09T06:00:00Z") }));
        assert_eq!(read(&day("", ""), &day("", "")), Ok(Window::default()));
    }

    #[test]
    fn it_does_not_close_before_it_opens() {
        let closes = read(&day("2027-02-08", "10:00"), &day("2027-02-08", "10:00"));
        assert_eq!(closes, Err(vec![WindowField::Closes]));
        assert_eq!(read(&day("hoy", ""), &day("2027-02-08", "")), Err(vec![WindowField::Opens]));
        assert_eq!(read(&day("", ""), &day("9999-12-31", "")), Err(vec![WindowField::Closes]), "not stored as 1970");
        assert_eq!(
            read(&day("", "10:00"), &day("", "9")),
            Err(vec![WindowField::Opens, WindowField::Closes]),
            "an hour needs its day"
        );
    }
}
