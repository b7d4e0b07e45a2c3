//! The weave: a programme as a cloth, drawn from one person's progress. A row a day, a cell an activity, a thread colour a
//! channel. It must not know a language: the text alternative is the page's, from [`Weave::done`] and [`Weave::all`].

use super::{ActivityState, Channel, Programme, Progress, Verdict};
use crate::svg::escape_into;
use std::fmt::Write;

/// A cell's side and the space between two cells, in SVG user units.
const CELL: usize = 28;
const STEP: usize = 32;
/// Cells side by side at most: a longer day goes on below, as a weaver turns the shuttle. Between days there is then a gap.
const WIDEST: usize = 10;
const GAP: usize = 12;
/// The stepped diamond of a backstrap brocade on a grid of 7 by 7; each square is 4 units.
const DIAMOND: [&str; 7] = ["...#...", "..###..", ".##.##.", "##.#.##", ".##.##.", "..###..", "...#..."];
/// Rows of the diamond that are woven while an activity is under way: the lower half, as a weaver builds it up.
const HALF_FROM: usize = 3;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weave {
    pub rows: Vec<Vec<WeaveCell>>,
    pub done: usize,
    pub all: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeaveCell {
    pub channel: Channel,
    pub state: ActivityState,
    /// Doing it brings her nearer to completing the programme: the cell has a folded corner.
    pub missing: bool,
}

impl WeaveCell {
    pub fn new(channel: Channel, state: ActivityState) -> Self {
        Self { channel, state, missing: false }
    }
}

impl Weave {
    /// The cloth of somebody who is on the way: what is missing to complete the programme is marked.
    pub fn on_the_way(programme: &Programme, progress: &Progress, verdict: &Verdict) -> Self {
        let mut weave = Self::of(programme, progress);
        let helpful = verdict.helpful();
        for (row, day) in weave.rows.iter_mut().zip(&programme.days) {
            let ids = day.activities.iter().filter(|id| programme.activity(id.as_str()).is_some());
            for (cell, id) in row.iter_mut().zip(ids) {
                cell.missing = helpful.contains(id);
            }
        }
        weave
    }

    /// How many cells are marked as missing.
    pub fn missing(&self) -> usize {
        self.rows.iter().flatten().filter(|cell| cell.missing).count()
    }

    pub fn of(programme: &Programme, progress: &Progress) -> Self {
        let rows = programme
            .days
            .iter()
            .map(|day| {
                day.activities
                    .iter()
                    .filter_map(|id| programme.activity(id.as_str()))
                    .map(|activity| WeaveCell::new(activity.channel(), progress.of(&activity.id)))
                    .collect()
            })
            .collect();
        let (done, all) = progress.done_of(programme);
        Self { rows, done, all }
    }

    /// The cloth as one SVG element, a row of cells a day; a long day takes several. `label` is its text alternative, and is
    /// escaped here.
    pub fn svg(&self, label: &str) -> String {
        let lines = |row: &Vec<WeaveCell>| row.len().div_ceil(WIDEST).max(1);
        let gap = if self.rows.iter().any(|row| lines(row) > 1) { GAP } else { 0 };
        let (mut placed, mut y) = (Vec::new(), 0);
        for row in &self.rows {
            // Lines of one day as long as each other, as far as that goes.
            let long = row.len().div_ceil(lines(row)).max(1);
            for line in 0..lines(row) {
                placed.push((y, row.iter().skip(line * long).take(long).copied().collect()));
                y += STEP;
            }
            y += gap;
        }
        self.draw(label, &placed)
    }

    /// The same cells in one narrow row, for a table with a person a line.
    pub fn band(&self, label: &str) -> String {
        self.draw(label, &[(0, self.rows.concat())])
    }

    /// Draws lines of cells, each at its height.
    fn draw(&self, label: &str, lines: &[(usize, Vec<WeaveCell>)]) -> String {
        let columns = lines.iter().map(|(_, line)| line.len()).max().unwrap_or(0).max(1);
        let last = lines.last().map_or(0, |(y, _)| *y);
        let (width, height) = (columns * STEP - (STEP - CELL), last + CELL);
        let mut svg = String::with_capacity(512 + 420 * self.all);
        let _ = write!(
            svg,
            r#"<svg xmlns="http://www.w3.org/2000/svg" class="weave" viewBox="0 0 {width} {height}" role="img" aria-label=""#
        );
        escape_into(&mut svg, label);
        svg.push_str("\">");
        for (y, line) in lines {
            for (x, cell) in line.iter().enumerate() {
                cell.draw(&mut svg, x * STEP, *y);
            }
        }
        svg.push_str("</svg>");
        svg
    }
}

impl WeaveCell {
    fn draw(self, svg: &mut String, x: usize, y: usize) {
        self.draw_figure(svg, x, y);
        if self.missing {
            let _ = write!(svg, r#"<path class="missing" d="M{} {y}h12v12z"/>"#, x + CELL - 12);
        }
    }

    fn draw_figure(self, svg: &mut String, x: usize, y: usize) {
        let colour = self.channel.colour();
        let name = self.channel.as_str();
        if self.state == ActivityState::NotBegun {
            let _ = write!(svg, r#"<path class="warp {name}" d=""#);
            for thread in 0..7 {
                let _ = write!(svg, "M{} {y}v{CELL}", x + 2 + thread * 4);
            }
            let _ = write!(svg, r#"" stroke="{colour}" opacity=".28" fill="none"/>"#);
            return;
        }
        let from = if self.state == ActivityState::Begun { HALF_FROM } else { 0 };
        let _ = write!(
            svg,
            r#"<path class="ground {name}" d="M{x} {y}h{CELL}v{CELL}h-{CELL}z" fill="{colour}" opacity=".14"/>"#
        );
        let _ = write!(svg, r#"<path class="thread {name}" d=""#);
        for (line, squares) in DIAMOND.iter().enumerate().skip(from) {
            let mut column = 0;
            while column < squares.len() {
                let run = squares[column..].bytes().take_while(|b| *b == b'#').count();
                if run > 0 {
                    let _ = write!(svg, "M{} {}h{}v4h-{}z", x + column * 4, y + line * 4, run * 4, run * 4);
                }
                column += run.max(1);
            }
        }
        let _ = write!(svg, r#"" fill="{colour}"/>"#);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(state: ActivityState) -> WeaveCell {
        WeaveCell::new(Channel::Lesson, state)
    }

    #[test]
    fn three_states_look_different_and_the_label_is_escaped() {
        let states = [ActivityState::NotBegun, ActivityState::Begun, ActivityState::Done];
        let weave = Weave { rows: vec![states.map(cell).to_vec()], done: 1, all: 3 };
        let svg = weave.svg("1 < 2 \"de\" 3");
        assert!(svg.contains("aria-label=\"1 &lt; 2 &quot;de&quot; 3\""));
        assert_eq!(svg.matches("class=\"warp").count(), 1);
        assert_eq!(svg.matches("class=\"thread").count(), 2);
        assert!(svg.contains("viewBox=\"0 0 92 28\""));
    }

    #[test]
    fn a_long_day_goes_on_below_and_a_gap_keeps_the_days_apart() {
        let row = |cells: usize| vec![cell(ActivityState::NotBegun); cells];
        let svg = |rows: &[usize]| Weave { rows: rows.iter().map(|it| row(*it)).collect(), done: 0, all: 0 }.svg("");
        assert!(svg(&[3, 10]).contains("viewBox=\"0 0 316 60\""), "ten stand side by side");
        let long = svg(&[27, 4]);
        assert!(long.contains("viewBox=\"0 0 284 136\""), "three lines of nine, a gap and one of four: {long}");
        assert_eq!(long.matches("class=\"warp").count(), 31);
    }

    #[test]
    fn what_is_missing_has_a_corner_whatever_its_state() {
        let cells = [ActivityState::NotBegun, ActivityState::Begun].map(cell);
        let marked = cells.map(|cell| WeaveCell { missing: true, ..cell });
        let weave = |row: &[WeaveCell]| Weave { rows: vec![row.to_vec()], done: 0, all: 2 };
        assert_eq!(weave(&cells).svg("").matches("missing").count(), 0);
        assert_eq!(weave(&marked).svg("").matches("class=\"missing\"").count(), 2);
        assert_eq!((weave(&cells).missing(), weave(&marked).missing()), (0, 2));
    }
}
