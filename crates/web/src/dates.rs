//! Dates and times as people here write them. It must not know the clock: moments are arguments.

use app::place::here;
use domain::Moment;
use jiff::civil::Date;

const MONTHS_ES: [&str; 12] = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// «febrero», `February`; `month` is 1 to 12.
pub fn month(month: i8, language: &str) -> &'static str {
    let months = if language == "en" { &MONTHS_EN } else { &MONTHS_ES };
    months[usize::from(month.clamp(1, 12).unsigned_abs()) - 1]
}

fn written(date: Date, language: &str) -> String {
    let (day, month, year) = (date.day(), month(date.month(), language), date.year());
    if language == "en" { format!("{day} {month} {year}") } else { format!("{day} de {month} de {year}") }
}

/// «8 de febrero de 2027», `8 February 2027`.
pub fn day(moment: Moment, language: &str) -> String {
    written(here(moment).date(), language)
}

/// «8 de febrero», `8 February`: a day of this year.
pub fn day_of_month(date: Date, language: &str) -> String {
    let (day, month) = (date.day(), month(date.month(), language));
    if language == "en" { format!("{day} {month}") } else { format!("{day} de {month}") }
}

/// «1 h 30 min», «45 min», «2 h»: a span in minutes, the same in every language. A number is not parted from its unit.
pub fn span(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes}\u{a0}min"),
        (hours, 0) => format!("{hours}\u{a0}h"),
        (hours, minutes) => format!("{hours}\u{a0}h {minutes}\u{a0}min"),
    }
}

/// `15:04`.
pub fn time(moment: Moment) -> String {
    let at = here(moment);
    format!("{:02}:{:02}", at.hour(), at.minute())
}

/// The hour of the day here, 0 to 23.
pub fn hour(moment: Moment) -> i8 {
    here(moment).hour()
}

/// How many days of the calendar lie between two moments here; the day itself is 0.
pub fn days_between(from: Moment, to: Moment) -> i32 {
    (here(to).date() - here(from).date()).get_days()
}

/// «8 de febrero de 2027, 15:04».
pub fn day_and_time(moment: Moment, language: &str) -> String {
    format!("{}, {}", day(moment, language), time(moment))
}

/// `2027-02-08`, as programs read it.
pub fn iso_day(moment: Moment) -> String {
    here(moment).date().to_string()
}

/// «13 de marzo de 2019», «marzo de 2019», «2019»: a date as a programme states it, of a day, a month or a year.
pub fn stated(date: &str, language: &str) -> String {
    let month_of = |(year, month): (&str, &str)| match month.parse() {
        Ok(number @ 1..=12) if language == "en" => format!("{} {year}", self::month(number, language)),
        Ok(number @ 1..=12) => format!("{} de {year}", self::month(number, language)),
        _ => date.to_owned(),
    };
    match date.matches('-').count() {
        1 => date.split_once('-').map_or_else(|| date.to_owned(), month_of),
        _ => written_day(date, language),
    }
}

/// A date that came as `2027-02-08`, written out; anything else as it came.
pub fn written_day(iso: &str, language: &str) -> String {
    iso.parse::<Date>().map_or_else(|_| iso.to_owned(), |date| written(date, language))
}

/// «del 1 de febrero de 2027 al 30 de abril de 2027», from two dates as `2027-02-08`.
pub fn from_to(starts: &str, ends: &str, language: &str) -> String {
    let (starts, ends) = (written_day(starts, language), written_day(ends, language));
    if language == "en" { format!("{starts} to {ends}") } else { format!("del {starts} al {ends}") }
}

/// The day it is here.
pub(crate) fn date(moment: Moment) -> Date {
    here(moment).date()
}

/// How much a page or file weighs: «90 kB», «1,4 MB».
pub fn size(bytes: usize, language: &str) -> String {
    if bytes < 100_000 {
        return format!("{} kB", bytes.div_ceil(1_000).max(1));
    }
    let tenths = bytes.div_ceil(100_000);
    let point = if language == "en" { '.' } else { ',' };
    format!("{}{point}{} MB", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    // 2027-02-08T05:30:00Z is still the evening of the 7th in Guatemala.
    const EVENING: Moment = Moment(1_802_064_600_000);

    #[test]
    fn what_a_programme_states_is_a_day_a_month_or_a_year() {
        assert_eq!(stated("2019-03-13", "es"), "13 de marzo de 2019");
        assert_eq!(
            (stated("2014-10", "es"), stated("2014-10", "en")),
            ("octubre de 2014".into(), "October 2014".into())
        );
        assert_eq!((stated("1999", "es"), stated("2014-99", "es")), ("1999".into(), "2014-99".into()));
    }

    #[test]
    fn a_moment_is_written_as_it_is_in_guatemala() {
        assert_eq!(day(EVENING, "es"), "7 de febrero de 2027");
        assert_eq!(day(EVENING, "en"), "7 February 2027");
        assert_eq!(time(EVENING), "23:30");
        assert_eq!(day_and_time(EVENING, "es"), "7 de febrero de 2027, 23:30");
        assert_eq!(iso_day(EVENING), "2027-02-07");
    }

    #[test]
    fn a_written_date_is_read_and_nonsense_is_left_as_it_is() {
        assert_eq!(written_day("2027-12-01", "es"), "1 de diciembre de 2027");
        assert_eq!(written_day("pronto", "es"), "pronto");
        assert_eq!(from_to("2027-02-01", "2027-04-30", "en"), "1 February 2027 to 30 April 2027");
    }

    #[test]
    fn sizes_use_the_language_s_own_comma() {
        assert_eq!(size(400, "es"), "1 kB");
        assert_eq!(size(90_000, "es"), "90 kB");
        assert_eq!(size(1_400_000, "es"), "1,4 MB");
        assert_eq!(size(1_400_000, "en"), "1.4 MB");
    }
}
