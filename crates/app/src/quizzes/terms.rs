//! What holds for one person at one quiz: loaded once for a page or a write.

use crate::Unavailable;
use domain::ids::{ActivityId, CohortId, EnrolmentId};
use domain::quizzes::{Allowance, Quiz, Terms, Window};
use jiff::ToSpan;
use jiff::civil::Date;
use store::{EnrolmentRow, Reading};

/// Whose terms, and at which quiz.
pub(crate) struct At<'a> {
    pub cohort: CohortId,
    /// The cohort's first day, `YYYY-MM-DD`.
    pub starts: &'a str,
    pub enrolment: EnrolmentId,
    pub activity: &'a ActivityId,
}

impl<'a> At<'a> {
    pub fn of(row: &'a EnrolmentRow, activity: &'a ActivityId) -> Self {
        Self { cohort: row.cohort, starts: &row.starts, enrolment: row.enrolment, activity }
    }
}

pub(crate) fn terms(reading: &mut Reading<'_>, quiz: &Quiz, at: &At<'_>) -> Result<Terms, Unavailable> {
    let set = reading.quiz_window(at.cohort, at.activity)?;
    let window = set.unwrap_or_else(|| of_programme(quiz, at.starts));
    let granted = reading.allowances(at.enrolment)?.into_iter();
    let granted = granted.filter(|it| it.activity.as_ref().is_none_or(|activity| activity == at.activity));
    let granted: Vec<Allowance> = granted.map(|it| it.allowance).collect();
    Ok(Terms::new(quiz, window, &granted))
}

/// The days that the programme says, counted from the cohort's first, where the learners are. A cohort whose first day cannot be
/// read has no window: it could not have been opened so.
pub(crate) fn of_programme(quiz: &Quiz, starts: &str) -> Window {
    let Ok(first) = starts.parse::<Date>() else { return Window::default() };
    let begin = |day: u16| first.checked_add(i64::from(day).days()).ok().and_then(crate::place::begins);
    Window { opens: quiz.opens.and_then(|day| begin(day.saturating_sub(1))), closes: quiz.closes.and_then(begin) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Moment;
    use domain::quizzes::Counting;

    #[test]
    fn days_are_counted_from_the_cohorts_first_where_the_learners_are() {
        let quiz = Quiz { opens: Some(1), closes: Some(1), ..Quiz::plain(Counting::Gate, 80, vec![]) };
        let window = of_programme(&quiz, "2027-02-08");
        let at = |text: &str| Some(Moment(text.parse::<jiff::Timestamp>().unwrap().as_millisecond()));
        assert_eq!(window, Window { opens: at("2027-02-08T06:00:00Z"), closes: at("2027-02-09T06:00:00Z") });
        assert_eq!(of_programme(&Quiz::plain(Counting::Gate, 80, vec![]), "2027-02-08"), Window::default());
    }
}
