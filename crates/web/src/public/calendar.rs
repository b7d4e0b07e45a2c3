//! The neutral page that stands in for all others after a quick exit: a month, and nothing of this site. It must not know
//! who looks at it.

use crate::dates;
use crate::page;
use crate::visitor::{App, Wish};
use askama::Template;
use axum::response::Response;
use jiff::civil::Date;
use words::Words;

#[derive(Template)]
#[template(path = "public/calendar.html")]
struct CalendarPage {
    w: &'static Words,
    month: String,
    weekdays: [String; 7],
    /// Seven days each, from Monday; 0 where the day is of another month.
    weeks: Vec<[i8; 7]>,
    today: i8,
}

pub async fn show(App(telar): App, Wish { w, .. }: Wish) -> Response {
    let today = dates::date(telar.now());
    page::html(&CalendarPage { today: today.day(), ..month(w, today) })
}

/// For the phone to keep, and to draw its own month into.
pub fn whole_page(w: &'static Words) -> String {
    page::block(month(w, Date::constant(2027, 1, 1)))
}

/// A month in which no day is today.
fn month(w: &'static Words, today: Date) -> CalendarPage {
    CalendarPage {
        w,
        month: format!("{} {}", dates::month(today.month(), w.language()), today.year()),
        weekdays: [
            w.calendar_monday(),
            w.calendar_tuesday(),
            w.calendar_wednesday(),
            w.calendar_thursday(),
            w.calendar_friday(),
            w.calendar_saturday(),
            w.calendar_sunday(),
        ],
        weeks: weeks(today),
        today: -1,
    }
}

fn weeks(today: Date) -> Vec<[i8; 7]> {
    let before = today.first_of_month().weekday().to_monday_zero_offset();
    let days = today.days_in_month();
    let count = (before + days + 6) / 7;
    let day = |place: i8| if (1..=days).contains(&(place - before)) { place - before } else { 0 };
    (0..count).map(|week| std::array::from_fn(|column| day(week * 7 + column as i8 + 1))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_begin_on_monday_and_hold_every_day_once() {
        // 1 February 2027 is a Monday and the month has four whole weeks.
        let february = weeks("2027-02-10".parse().unwrap());
        assert_eq!(february.len(), 4);
        assert_eq!((february[0][0], february[3][6]), (1, 28));
        // 1 August 2027 is a Sunday: six weeks.
        let august = weeks("2027-08-31".parse().unwrap());
        assert_eq!(august.len(), 6);
        assert_eq!((august[0], august[5]), ([0, 0, 0, 0, 0, 0, 1], [30, 31, 0, 0, 0, 0, 0]));
    }
}
