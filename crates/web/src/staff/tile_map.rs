//! The tile map: the 22 departments as tiles of one size, roughly where they lie, darker where there is more. It needs no
//! geometry, and each department weighs the same. It must not know what is counted.

use domain::people::departments;
use std::fmt::Write;

const GRID: [[&str; 4]; 7] = [
    ["", "", "PET", ""],
    ["HUE", "AVE", "IZA", ""],
    ["SMA", "QUI", "BVE", "ZAC"],
    ["QUE", "TOT", "PRO", "CHQ"],
    ["REU", "SOL", "GUA", "JAL"],
    ["SUC", "CHM", "SAC", "JUT"],
    ["", "ESC", "SRO", ""],
];
const WIDTH: usize = 50;
const HEIGHT: usize = 40;
const GAP: usize = 4;

/// What one tile says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tile {
    Count(u64),
    /// Some, but how many is not said.
    Protected,
}

/// The map as one SVG. `of` gives a department's tile by its code, 1 to 22; `label` is the text alternative.
pub fn svg(label: &str, of: impl Fn(u8) -> Tile) -> String {
    let most =
        departments().iter().map(|department| if let Tile::Count(n) = of(department.code) { n } else { 0 }).max();
    let most = most.unwrap_or(0).max(1);
    let (width, height) = (4 * (WIDTH + GAP) - GAP + 2, GRID.len() * (HEIGHT + GAP) - GAP + 2);
    let mut svg = format!(r#"<svg class="tiles" viewBox="-1 -1 {width} {height}" role="img" aria-label=""#);
    svg.push_str(&escape(label));
    svg.push_str("\">");
    for (row, letters) in GRID.iter().enumerate() {
        for (column, letters) in letters.iter().enumerate() {
            let Some(department) = departments().iter().find(|department| department.letters == *letters) else {
                continue;
            };
            let (x, y) = (column * (WIDTH + GAP), row * (HEIGHT + GAP));
            let (class, shade, words) = match of(department.code) {
                Tile::Protected => (" protected", 0, "–".to_owned()),
                // From 8 to 45 hundredths: at its darkest the letters still read 5:1, in the dark too.
                Tile::Count(n) => ("", 8 + n * 37 / most, n.to_string()),
            };
            let middle = x + WIDTH / 2;
            // Writing to a String cannot fail.
            let _ = write!(
                svg,
                r#"<g class="tile{class}"><title>{name}</title><rect x="{x}" y="{y}" width="{WIDTH}" height="{HEIGHT}" rx="6" fill-opacity=".{shade:02}"/><text x="{middle}" y="{}"><tspan font-weight="600">{letters}</tspan></text><text x="{middle}" y="{}">{words}</text></g>"#,
                y + 17,
                y + 32,
                name = department.name,
            );
        }
    }
    svg.push_str("</svg>");
    svg
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_department_has_one_tile() {
        let svg = svg("todos", |_| Tile::Count(1));
        for department in departments() {
            assert_eq!(svg.matches(&format!(">{}<", department.letters)).count(), 1, "{}", department.name);
        }
    }

    #[test]
    fn a_protected_tile_says_no_number_and_the_darkest_is_the_most() {
        let svg =
            svg("a \"b\"", |code| if code == 16 { Tile::Protected } else { Tile::Count(u64::from(code == 1) * 33) });
        assert!(svg.contains(r#"aria-label="a &quot;b&quot;""#));
        assert_eq!(svg.matches("tile protected").count(), 1);
        assert!(svg.contains(r#"fill-opacity=".45""#) && svg.contains(">33<"));
        assert!(svg.contains(r#"fill-opacity=".08""#) && svg.contains(r#"fill-opacity=".00""#));
    }
}
