//! Numbers with decimals as people here read them, rounded for the eye: what is computed stays as it is.

/// «71,4», `71.4`; with a true minus, and never «−0,0».
pub fn decimal(value: f64, places: usize, language: &str) -> String {
    let written = format!("{:.places$}", value.abs());
    let is_zero = written.bytes().all(|digit| matches!(digit, b'0' | b'.'));
    let sign = if value < 0.0 && !is_zero { "\u{2212}" } else { "" };
    let written = if language == "en" { written } else { written.replace('.', ",") };
    format!("{sign}{written}")
}

/// The same with a plus before what is more than nothing: a difference.
pub fn difference(value: f64, places: usize, language: &str) -> String {
    let written = decimal(value, places, language);
    let is_zero = written.bytes().all(|digit| matches!(digit, b'0' | b'.' | b','));
    if value > 0.0 && !is_zero { format!("+{written}") } else { written }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_rounded_and_nothing_is_less_than_nothing() {
        assert_eq!(decimal(71.449, 1, "es"), "71,4");
        assert_eq!(decimal(71.46, 1, "en"), "71.5");
        assert_eq!(decimal(-0.04, 1, "es"), "0,0");
        assert_eq!(decimal(-12.0, 0, "es"), "−12");
        assert_eq!(difference(12.34, 1, "es"), "+12,3");
        assert_eq!(difference(0.04, 1, "es"), "0,0");
        assert_eq!(difference(-0.5, 1, "en"), "−0.5");
    }
}
