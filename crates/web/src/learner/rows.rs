//! The rows of a cloth as people call them: days, and weeks where people choose their own hours. It must not know whose cloth it is.

use domain::programmes::{ActivityState, Lasts, Programme, Weave, WeaveCell};
use words::Words;

/// One row, and how many of its activities are done.
pub struct Row {
    pub lasts: Lasts,
    /// The third day, the second week.
    pub number: usize,
    pub all: usize,
    pub done: usize,
}

pub fn rows(programme: &Programme, weave: &Weave) -> Vec<Row> {
    let done = |cells: &[WeaveCell]| cells.iter().filter(|cell| cell.state == ActivityState::Done).count();
    let row = |(at, cells): (usize, &Vec<WeaveCell>)| {
        let (lasts, number) = programme.numbered(at).unwrap_or((Lasts::Day, at + 1));
        Row { lasts, number, all: cells.len(), done: done(cells) }
    };
    weave.rows.iter().enumerate().map(row).collect()
}

/// The cloth in one or two sentences: what is woven, what is left of the row of the next activity, how long that one takes.
/// `next` is that row, from 0, and the minutes.
pub fn sentence(w: &Words, rows: &[Row], next: Option<(usize, u16)>) -> String {
    let Some((at, minutes)) = next else { return w.today_sentence_all() };
    let woven = rows.iter().filter(|row| row.all > 0 && row.done == row.all).count();
    if rows.iter().all(|row| row.done == 0) {
        return [w.today_sentence_none(), w.today_sentence_first(minutes)].join(" ");
    }
    let only_days = rows.iter().all(|row| row.lasts == Lasts::Day);
    let first = (woven > 0)
        .then(|| if only_days { w.today_sentence_days_woven(woven) } else { w.today_sentence_rows_woven(woven) });
    // Nothing is left where a quiz is only to be taken again, for a better mark.
    let left = rows.get(at).filter(|row| row.done < row.all).map(|row| match row.lasts {
        Lasts::Day => w.today_sentence_day(row.number, row.all - row.done),
        Lasts::Week => w.today_sentence_week(row.all - row.done, row.number),
    });
    first.into_iter().chain(left).chain([w.today_sentence_minutes(minutes)]).collect::<Vec<_>>().join(" ")
}

/// The cohort and the row: «Cobán 2027-1 · Semana 2 de 4». Past the last row it is the last one.
pub fn place(w: &Words, cohort: &str, rows: &[Row], at: Option<usize>) -> String {
    let Some(row) = at.and_then(|at| rows.get(at)).or(rows.last()) else { return cohort.to_owned() };
    let all = rows.iter().filter(|other| other.lasts == row.lasts).count();
    match row.lasts {
        Lasts::Day => w.today_place(cohort, row.number, all),
        Lasts::Week => w.today_place_week(cohort, row.number, all),
    }
}

/// The row with its title: «Día 3: Acompañar».
pub fn title(w: &Words, programme: &Programme, at: usize) -> String {
    let title = programme.days.get(at).map_or("", |day| day.title.get(w.language()));
    match programme.numbered(at) {
        Some((Lasts::Week, number)) => w.programme_week(title, number),
        Some((Lasts::Day, number)) => w.programme_day(number, title),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(lasts: Lasts, number: usize, all: usize, done: usize) -> Row {
        Row { lasts, number, all, done }
    }

    fn days(first: usize, second: usize) -> [Row; 2] {
        [row(Lasts::Day, 1, 3, first), row(Lasts::Day, 2, 2, second)]
    }

    #[test]
    fn the_sentence_says_what_is_woven_and_what_is_left() {
        let w = words::in_language("es");
        assert_eq!(
            sentence(w, &days(0, 0), Some((0, 9))),
            "Su tejido empieza aquí. La primera actividad toma 9 minutos."
        );
        assert_eq!(
            sentence(w, &days(3, 1), Some((1, 12))),
            "Ha tejido un día completo. En el día 2 falta una actividad. La siguiente toma 12 minutos."
        );
        assert_eq!(
            sentence(w, &days(1, 0), Some((0, 5))),
            "En el día 1 faltan 2 actividades. La siguiente toma 5 minutos."
        );
        assert_eq!(sentence(w, &days(3, 2), Some((1, 5))), "Ha tejido 2 días completos. La siguiente toma 5 minutos.");
        assert_eq!(sentence(w, &days(3, 2), None), "Su tejido está completo. Buen trabajo.");
    }

    #[test]
    fn weeks_are_called_weeks_and_counted_apart() {
        let w = words::in_language("es");
        let rows = [row(Lasts::Week, 1, 3, 3), row(Lasts::Day, 1, 2, 2), row(Lasts::Week, 2, 4, 1)];
        assert_eq!(
            sentence(w, &rows, Some((2, 5))),
            "Ha tejido 2 filas completas. En la semana 2 faltan 3 actividades. La siguiente toma 5 minutos."
        );
        assert_eq!(place(w, "Cobán", &rows, Some(2)), "Cobán · Semana 2 de 2");
        assert_eq!(place(w, "Cobán", &rows, Some(1)), "Cobán · Día 1 de 1");
        assert_eq!(place(w, "Cobán", &rows, None), "Cobán · Semana 2 de 2");
    }
}
