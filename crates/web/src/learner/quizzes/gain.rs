//! Her own two marks, with the result of the test after: hers alone, in calm words. It must not know anybody else's.

use crate::page;
use app::quizzes::OwnGain;
use askama::Template;
use domain::statistics::{Pair, PlotWords};
use words::Words;

#[derive(Template)]
#[template(path = "learner/gain.html")]
struct Gain {
    title: String,
    says: String,
    /// As SVG.
    line: String,
    note: String,
}

/// A part of her result's page.
pub fn block(w: &Words, own: OwnGain) -> String {
    let says = says(w, own);
    let pair = Pair { pre: own.pre.into(), post: own.post.into() };
    let words = PlotWords { label: &says, pre: &w.gain_before(own.pre), post: &w.gain_after(own.post) };
    page::block(Gain { title: w.gain_title(), line: pair.svg(&words), note: w.gain_note(), says })
}

fn says(w: &Words, OwnGain { pre, post }: OwnGain) -> String {
    let by = pre.abs_diff(post);
    match pre.cmp(&post) {
        std::cmp::Ordering::Less => w.gain_up(by, post, pre),
        std::cmp::Ordering::Equal => w.gain_same(post, pre),
        std::cmp::Ordering::Greater => w.gain_down(by, post, pre),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn her_two_marks_are_said_calmly() {
        let w = words::in_language("es");
        assert_eq!(says(w, OwnGain { pre: 45, post: 70 }), "Antes: 45 %. Después: 70 %. 25 puntos más.");
        assert_eq!(says(w, OwnGain { pre: 45, post: 46 }), "Antes: 45 %. Después: 46 %. Un punto más.");
        assert_eq!(says(w, OwnGain { pre: 45, post: 45 }), "Antes: 45 %. Después: 45 %. Quedó igual.");
        let fell = says(w, OwnGain { pre: 70, post: 45 });
        assert!(fell.starts_with("Antes: 70 %. Después: 45 %. 25 puntos menos: pasa a veces"), "{fell}");
    }
}
