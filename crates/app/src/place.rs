//! Where the learners are, as far as the calendar goes. It must not know the clock: moments are arguments.

use crate::Telar;
use domain::Moment;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::{Offset, TimeZone};
use std::ops::RangeInclusive;

/// Guatemala keeps one offset all year, so that no time zone file is needed on the server.
const HERE: Offset = Offset::constant(-6);

/// The years of which a day may be written in a form: another one is a slip of the finger.
const YEARS: RangeInclusive<i16> = 2000..=2100;

/// What calendar and clock on the wall show there. Beyond the years 1 to 9999 it is the first or last day that there is.
pub fn here(moment: Moment) -> DateTime {
    let last = if moment.0 < 0 { Timestamp::MIN } else { Timestamp::MAX };
    Timestamp::from_millisecond(moment.0).unwrap_or(last).to_zoned_datetime(TimeZone::fixed(HERE)).datetime()
}

/// The day it is there.
pub fn day(moment: Moment) -> Date {
    here(moment).date()
}

/// When a day begins there; none at the end of all calendars, where no moment can be told.
pub fn begins(day: Date) -> Option<Moment> {
    at(day.at(0, 0, 0, 0)).ok()
}

/// The moment at which calendar and clock on the wall show this there.
fn at(shown: DateTime) -> Result<Moment, NotADay> {
    HERE.to_timestamp(shown).map(|at| Moment(at.as_millisecond())).map_err(|_| NotADay)
}

/// A day and an hour there as forms send them, `2027-02-08` and `15:04`. Without an hour it is `otherwise`. None where the day
/// is empty too.
pub fn written(day: &str, hour: &str, otherwise: Time) -> Result<Option<Moment>, NotADay> {
    let (day, hour) = (day.trim(), hour.trim());
    if day.is_empty() {
        return if hour.is_empty() { Ok(None) } else { Err(NotADay) };
    }
    let day: Date = day.parse().map_err(|_| NotADay)?;
    if !YEARS.contains(&day.year()) {
        return Err(NotADay);
    }
    let hour = if hour.is_empty() { otherwise } else { hour.parse().map_err(|_| NotADay)? };
    at(day.to_datetime(hour)).map(Some)
}

/// It is no day of the years 2000 to 2100, or no hour of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotADay;

impl Telar {
    /// The day that it is now where the learners are.
    pub fn today(&self) -> Date {
        day(self.now())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_and_an_hour_are_taken_where_the_learners_are() {
        let at = |text: &str| Moment(text.parse::<Timestamp>().unwrap().as_millisecond());
        let read = |day: &str, hour: &str| written(day, hour, Time::midnight());
        assert_eq!(read("2027-02-08", "15:04"), Ok(Some(at("2027-02-08T21:04:00Z"))));
        assert_eq!(read("2027-02-08", ""), Ok(Some(at("2027-02-08T06:00:00Z"))));
        assert_eq!(read("", " "), Ok(None));
        for (day, hour) in [("", "15:04"), ("2027-02-30", ""), ("mañana", ""), ("2027-02-08", "25:00")] {
            assert_eq!(read(day, hour), Err(NotADay), "{day} {hour}");
        }
    }

    #[test]
    fn a_day_at_the_end_of_the_calendar_is_refused_and_never_another_one() {
        for day in ["9999-12-31", "2101-01-01", "1999-12-31", "0001-01-01", "-9999-01-01"] {
            assert_eq!(written(day, "23:59", Time::midnight()), Err(NotADay), "{day}");
        }
        assert!(written("2100-12-31", "23:59", Time::midnight()).is_ok());
        assert_eq!(begins(Date::MAX), None);
        assert_eq!(here(Moment(i64::MAX)).date().year(), 9999);
        assert_eq!(here(Moment(0)).date(), jiff::civil::date(1969, 12, 31));
    }
}
