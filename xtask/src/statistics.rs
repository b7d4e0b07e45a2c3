//! Percentiles of durations, and the line of checks that every bench ends with. Must not know what was measured.

use serde_json::{Value, json};
use std::time::Duration;

/// The value below which `per_cent` of the measured ones lie (nearest rank); zero when nothing was measured.
pub fn percentile(sorted: &[Duration], per_cent: f64) -> Duration {
    if sorted.is_empty() {
        return Duration::ZERO;
    }
    let rank = (per_cent / 100.0 * sorted.len() as f64).ceil() as usize;
    sorted[rank.clamp(1, sorted.len()) - 1]
}

pub fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

/// One measured number beside what was promised; without a limit it only informs.
pub struct Check {
    pub name: String,
    pub value: f64,
    pub unit: &'static str,
    pub limit: Option<f64>,
    /// Whether the limit is a floor.
    pub floor: bool,
}

impl Check {
    pub fn at_most(name: impl Into<String>, value: f64, unit: &'static str, limit: f64) -> Check {
        Check { name: name.into(), value, unit, limit: Some(limit), floor: false }
    }

    pub fn at_least(name: impl Into<String>, value: f64, unit: &'static str, limit: f64) -> Check {
        Check { name: name.into(), value, unit, limit: Some(limit), floor: true }
    }

    pub fn told(name: impl Into<String>, value: f64, unit: &'static str) -> Check {
        Check { name: name.into(), value, unit, limit: None, floor: false }
    }

    /// A number that could not be had is not below any limit.
    pub fn holds(&self) -> bool {
        let within = |limit| if self.floor { self.value >= limit } else { self.value <= limit };
        self.limit.is_none_or(|limit| self.value.is_finite() && within(limit))
    }
}

/// The last line of a bench. Numbers that only inform carry no limit and hold.
pub fn line(bench: &str, checks: &[Check]) -> String {
    let checks: Vec<Value> = checks
        .iter()
        .map(|check| {
            let value = rounded(check.value);
            let mut entry = json!({"name": check.name, "value": value, "unit": check.unit});
            if let Some(limit) = check.limit {
                entry["limit"] = json!(limit);
            }
            entry["holds"] = json!(check.holds());
            entry
        })
        .collect();
    json!({"bench": bench, "checks": checks}).to_string()
}

/// The same as a table for people.
pub fn table(checks: &[Check]) -> String {
    let width = checks.iter().map(|check| check.name.chars().count()).max().unwrap_or(0);
    let mut text = String::new();
    for check in checks {
        let pad = " ".repeat(width - check.name.chars().count());
        let verdict = match check.limit {
            None => String::new(),
            Some(limit) => {
                let bound = if check.floor { "at least" } else { "at most" };
                format!("  {bound} {limit} {}  {}", check.unit, if check.holds() { "holds" } else { "DOES NOT HOLD" })
            }
        };
        text.push_str(&format!("{}{pad}  {:>10} {}{verdict}\n", check.name, rounded(check.value), check.unit));
    }
    text
}

fn rounded(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ms(values: impl IntoIterator<Item = u64>) -> Vec<Duration> {
        values.into_iter().map(Duration::from_millis).collect()
    }

    #[test]
    fn percentiles_are_the_nearest_rank() {
        let hundred = ms(1..=100);
        assert_eq!(percentile(&hundred, 50.0), Duration::from_millis(50));
        assert_eq!(percentile(&hundred, 95.0), Duration::from_millis(95));
        assert_eq!(percentile(&hundred, 99.0), Duration::from_millis(99));
        assert_eq!(percentile(&ms([4]), 99.0), Duration::from_millis(4));
        assert_eq!(percentile(&ms([1, 9]), 50.0), Duration::from_millis(1));
        assert_eq!(percentile(&[], 50.0), Duration::ZERO);
    }

    #[test]
    fn the_line_keeps_a_check_that_does_not_hold() {
        let checks = [
            Check::at_most("cpu ms, lesson", 0.41234, "ms", 0.5),
            Check::at_most("first visit", 61.0, "kB", 60.0),
            Check::told("requests a second", 900.0, "1/s"),
        ];
        let line: Value = serde_json::from_str(&line("pages", &checks)).unwrap();
        assert_eq!(line["bench"], "pages");
        assert_eq!(
            line["checks"][0],
            json!({"name": "cpu ms, lesson", "value": 0.412, "unit": "ms", "limit": 0.5, "holds": true})
        );
        assert_eq!(line["checks"][1]["holds"], false);
        assert_eq!(line["checks"][2].get("limit"), None);
    }

    #[test]
    fn what_could_not_be_measured_does_not_hold() {
        assert!(!Check::at_most("x", f64::NAN, "ms", 1.0).holds());
    }
}
