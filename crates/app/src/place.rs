//! Where the learners are, as far as the calendar goes. It must not know the clock: moments are arguments.

use crate::Telar;
use domain::Moment;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
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

impl Telar {
    /// The day that it is now where the learners are.
    pub fn today(&self) -> Date {
        day(self.now())
    }
}
