//! A QR code as a small SVG, the same on pages and on paper. It knows nothing of addresses: any text goes in.

use std::fmt::Write;

use fast_qr::{ECL, QRBuilder};

/// White around the code, in modules: ISO/IEC 18004 asks for four, and cheap phone cameras need them.
const QUIET: usize = 4;

/// `text` as a QR of error level M (15 % of it may be soiled), black on white whatever the page's colours; `label` is
/// its text alternative (empty: decoration, because the text stands beside it).
///
/// Dark runs of a row are one horizontal stroke, all rows one path. A text too long for any QR (over 2,331 bytes) gives a
/// blank square: the text that stands beside every QR remains.
pub fn qr_svg(text: &str, label: &str) -> String {
    draw(text, label).0
}

/// The picture, and how many modules wide the code in it is.
pub(crate) fn draw(text: &str, label: &str) -> (String, usize) {
    let mut strokes = String::new();
    let mut side = 21;
    if let Ok(code) = QRBuilder::new(text).ecl(ECL::M).build() {
        side = code.size;
        for y in 0..side {
            let mut x = 0;
            while x < side {
                let run = code[y][x..].iter().take_while(|module| module.value()).count();
                if run > 0 {
                    // Writing to a String cannot fail.
                    let _ = write!(strokes, "M{} {}.5h{run}", x + QUIET, y + QUIET);
                }
                x += run.max(1);
            }
        }
    }
    let all = side + 2 * QUIET;
    let name = match label {
        "" => "aria-hidden=\"true\"".to_owned(),
        label => format!("role=\"img\" aria-label=\"{}\"", escape(label)),
    };
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {all} {all}\" {name} shape-rendering=\"crispEdges\">\
         <path fill=\"#fff\" d=\"M0 0h{all}v{all}H0z\"/><path stroke=\"#000\" d=\"{strokes}\"/></svg>"
    );
    (svg, side)
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads the strokes back into a grid of modules.
    fn dark(svg: &str) -> Vec<(usize, usize)> {
        let path = svg.split("stroke=\"#000\" d=\"M").nth(1).unwrap().split('"').next().unwrap();
        let mut cells = Vec::new();
        for stroke in path.split('M') {
            let (at, run) = stroke.split_once('h').unwrap();
            let (x, y) = at.split_once(' ').unwrap();
            let (x, y, run): (usize, usize, usize) =
                (x.parse().unwrap(), y.strip_suffix(".5").unwrap().parse().unwrap(), run.parse().unwrap());
            cells.extend((x..x + run).map(|x| (x, y)));
        }
        cells
    }

    #[test]
    fn strokes_are_the_code() {
        for text in ["https://telar.example/verify/7K2M-9QXD", "1", "ʼ ñ á", &"x".repeat(900)] {
            let code = QRBuilder::new(text).ecl(ECL::M).build().unwrap();
            let wanted: Vec<_> = (0..code.size)
                .flat_map(|y| (0..code.size).map(move |x| (x, y)))
                .filter(|&(x, y)| code[y][x].value())
                .map(|(x, y)| (x + 4, y + 4))
                .collect();
            let svg = qr_svg(text, "QR");
            assert_eq!(dark(&svg), wanted);
            let all = code.size + 8;
            assert!(svg.contains(&format!("viewBox=\"0 0 {all} {all}\"")));
        }
    }

    #[test]
    fn label_is_text_not_markup() {
        let svg = qr_svg("x", "a \"b\" <c> & d");
        assert!(svg.contains("aria-label=\"a &quot;b&quot; &lt;c&gt; &amp; d\""));
        assert!(qr_svg("x", "").contains("aria-hidden"));
    }

    #[test]
    fn too_long_is_blank_and_small_is_small() {
        assert!(qr_svg(&"é".repeat(2000), "QR").contains("d=\"\""));
        assert!(qr_svg("https://telar.example/verify/7K2M-9QXD", "QR").len() < 4_000);
    }
}
