//! Where the learners are, as far as the calendar goes. It must not know the clock: moments are arguments.

use crate::Telar;
use domain::Moment;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::{Offset, TimeZone};

/// Guatemala keeps one offset all year, so that no time zone file is needed on the server.
const HERE: Offset = Offset::constant(-6);

/// What calendar and clock on the wall show there.
pub fn here(moment: Moment) -> DateTime {
    Timestamp::from_millisecond(moment.0).unwrap_or_default().to_zoned_datetime(TimeZone::fixed(HERE)).datetime()
}

/// The day it is there.
pub fn day(moment: Moment) -> Date {
    here(moment).date()
}

/// When a day begins there.
pub fn begins(day: Date) -> Moment {
    let midnight = HERE.to_timestamp(day.at(0, 0, 0, 0)).unwrap_or_default();
    Moment(midnight.as_millisecond())
}

/// The moment at which calendar and clock on the wall show this there.
pub fn at(shown: DateTime) -> Moment {
    Moment(HERE.to_timestamp(shown).unwrap_or_default().as_millisecond())
}

/// A day and an hour there as forms send them, `2027-02-08` and `15:04`. Without an hour it is `otherwise`. None where the day
/// is empty too.
pub fn written(day: &str, hour: &str, otherwise: Time) -> Result<Option<Moment>, NotADay> {
    let (day, hour) = (day.trim(), hour.trim());
    if day.is_empty() {
        return if hour.is_empty() { Ok(None) } else { Err(NotADay) };
    }
    let day: Date = day.parse().map_err(|_| NotADay)?;
    let hour = if hour.is_empty() { otherwise } else { hour.parse().map_err(|_| NotADay)? };
    Ok(Some(at(day.to_datetime(hour))))
}

/// It is no day, or no hour of one.
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
}
