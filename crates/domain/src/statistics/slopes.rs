//! Gains drawn: a slopegraph of a cohort, a line a person from before to after, and a small line with two dots for one person. It
//! must not know a language: words and text alternative are the page's, and are escaped here.
//!
//! Everything is drawn in the colour of the text around it, so that it is seen in the dark and on paper, and nothing is said by
//! colour. Nobody is moved aside for the sake of the picture: lines that coincide become one, thicker by how many they are.

use super::{Gain, Pair};
use crate::svg::escape_into;
use std::fmt::Write;

/// The words of a drawing.
#[derive(Clone, Copy, Debug)]
pub struct PlotWords<'a> {
    /// The text alternative: what the drawing says, with its numbers.
    pub label: &'a str,
    /// What stands over the scores before, about 18 letters at most.
    pub pre: &'a str,
    /// What stands over the scores after, about 18 letters at most.
    pub post: &'a str,
}

/// The width of every drawing in SVG user units, which are pixels on the smallest phone: words of 14 stay legible there.
const WIDTH: usize = 320;
const LETTERS: usize = 14;
/// Where the scores before and after stand, and 100 points of 100 above 0.
const LEFT: f64 = 40.0;
const RIGHT: f64 = 304.0;
const TOP: f64 = 36.0;
const HEIGHT: f64 = 200.0;
/// The scores that have a line and a number.
const SCALE: [u8; 3] = [0, 50, 100];

impl Gain {
    /// The slopegraph of all pairs, with their mean as a thick line where there are two or more; none without a pair. Lines that
    /// fall are dashed. It shows single people, so it is for those who may see them.
    pub fn svg(&self, words: &PlotWords) -> Option<String> {
        let mut lines: Vec<(Pair, usize)> = Vec::new();
        // The pairs come sorted, so equal ones stand together.
        for pair in &self.pairs {
            match lines.last_mut() {
                Some((last, count)) if last == pair => *count += 1,
                _ => lines.push((*pair, 1)),
            }
        }
        lines.first()?;
        let mut svg = opening("slopes", 252, words.label);
        let _ = write!(svg, r#"<path class="scale" stroke-opacity=".3" d=""#);
        for per_cent in SCALE {
            let _ = write!(svg, "M{LEFT} {:.1}H{RIGHT}", y(f64::from(per_cent)));
        }
        svg.push_str("\"/>");
        text(&mut svg, (8.0, 18.0), "start", words.pre);
        text(&mut svg, (WIDTH as f64 - 8.0, 18.0), "end", words.post);
        for per_cent in SCALE {
            text(&mut svg, (LEFT - 8.0, y(f64::from(per_cent)) + 5.0), "end", &per_cent.to_string());
        }
        for (pair, count) in lines {
            let (class, dashes) =
                if pair.post < pair.pre { ("fall", r#" stroke-dasharray="5 3""#) } else { ("rise", "") };
            let width = ((count as f64).sqrt() * 1.5).min(9.0);
            let d = slope(pair);
            let _ = write!(
                svg,
                r#"<path class="line {class}" stroke-width="{width:.1}" stroke-opacity=".5"{dashes} d="{d}"/>"#
            );
        }
        if let (Some(pre), Some(post), true) = (self.pre, self.post, self.pairs.len() > 1) {
            let d = slope(Pair { pre, post });
            let _ = write!(svg, r#"<path class="mean" stroke-width="4" d="{d}"/>"#);
            for (x, per_cent) in [(LEFT, pre), (RIGHT, post)] {
                let y = y(per_cent);
                let _ = write!(svg, r#"<circle class="mean" cx="{x}" cy="{y:.1}" r="6" fill="currentColor"/>"#);
            }
        }
        svg.push_str("</svg>");
        Some(svg)
    }
}

impl Pair {
    /// One person on a scale from 0 to 100: a ring before, a dot after.
    pub fn svg(self, words: &PlotWords) -> String {
        const FROM: f64 = 28.0;
        const TO: f64 = 272.0;
        const MIDDLE: f64 = 36.0;
        let x = |per_cent: f64| FROM + (TO - FROM) * per_cent / 100.0;
        let mut svg = opening("slope", 72, words.label);
        let _ = write!(svg, r#"<path class="scale" stroke-opacity=".3" d="M{FROM} {MIDDLE}H{TO}"/>"#);
        text(&mut svg, (FROM - 14.0, MIDDLE + 5.0), "end", "0");
        text(&mut svg, (TO + 14.0, MIDDLE + 5.0), "start", "100");
        let (pre, post) = (x(self.pre), x(self.post));
        let _ = write!(svg, r#"<path class="line" stroke-width="3" d="M{pre:.1} {MIDDLE}H{post:.1}"/>"#);
        let _ = write!(svg, r#"<circle class="pre" cx="{pre:.1}" cy="{MIDDLE}" r="8" stroke-width="2"/>"#);
        let _ = write!(svg, r#"<circle class="post" cx="{post:.1}" cy="{MIDDLE}" r="5" fill="currentColor"/>"#);
        // Over and under the line: they do not meet, however little was gained.
        for (at, per_cent, height, word) in [(pre, self.pre, 18.0, words.pre), (post, self.post, 64.0, words.post)] {
            let anchor = match per_cent {
                ..30.0 => "start",
                70.0.. => "end",
                _ => "middle",
            };
            text(&mut svg, (at, height), anchor, word);
        }
        svg.push_str("</svg>");
        svg
    }
}

fn opening(class: &str, height: usize, label: &str) -> String {
    let mut svg = String::with_capacity(4096);
    let _ = write!(
        svg,
        r#"<svg xmlns="http://www.w3.org/2000/svg" class="{class}" viewBox="0 0 {WIDTH} {height}" fill="none" stroke="currentColor" stroke-linecap="round" font-size="{LETTERS}" role="img" aria-label=""#
    );
    escape_into(&mut svg, label);
    svg.push_str("\">");
    svg
}

fn text(svg: &mut String, (x, y): (f64, f64), anchor: &str, words: &str) {
    let _ = write!(svg, r#"<text x="{x:.1}" y="{y:.1}" text-anchor="{anchor}" fill="currentColor" stroke="none">"#);
    escape_into(svg, words);
    svg.push_str("</text>");
}

fn slope(pair: Pair) -> String {
    format!("M{LEFT} {:.1}L{RIGHT} {:.1}", y(pair.pre), y(pair.post))
}

fn y(per_cent: f64) -> f64 {
    TOP + HEIGHT * (1.0 - per_cent / 100.0)
}
