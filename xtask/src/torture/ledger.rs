//! What one person was told is saved, and the judgement whether the server still says the same. Pure.

use crate::chance::Chance;
use crate::learner::Given;
use serde_json::Value;
use std::collections::BTreeMap;

#[derive(Default)]
pub struct Ledger {
    acknowledged: Vec<(Given, Value)>,
}

impl Ledger {
    pub fn acknowledged(&mut self, given: Given, said: Value) {
        self.acknowledged.push((given, said));
    }

    /// One of the acknowledged answers and what was said to it; there is at least one.
    pub fn any(&self, chance: &mut Chance) -> (Given, Value) {
        self.acknowledged[chance.below(self.acknowledged.len())].clone()
    }

    /// The acknowledged answer with the latest claimed time stands; a question never answered shows none.
    pub fn must_stand(&self, question: &str, shown: Option<&str>) -> Result<(), String> {
        let latest = self.acknowledged.iter().map(|(given, _)| given).filter(|given| given.question == question);
        let expected = latest.max_by_key(|given| given.claimed).map(|given| given.choice.as_str());
        if shown == expected {
            return Ok(());
        }
        Err(format!("question {question} shows {shown:?}; acknowledged last was {expected:?}"))
    }

    /// Each acknowledged answer is exactly one fact of her own download: the moment she claimed is hers alone.
    pub fn must_be_there_once(&self, data: &Value) -> Result<(), String> {
        let mut seen = BTreeMap::new();
        count_answers(data, &mut seen);
        for (given, _) in &self.acknowledged {
            match seen.get(&(given.question.as_str(), given.claimed)).copied().unwrap_or(0) {
                1 => {}
                0 => return Err(format!("acknowledged and lost: {given:?}")),
                times => return Err(format!("there {times} times: {given:?}")),
            }
        }
        Ok(())
    }
}

/// A command sent again is answered as before; that it is a repetition may be said.
pub fn same_answer(before: &Value, now: &Value) -> Result<(), String> {
    let told = |said: &Value| said["saved"].as_str().unwrap_or_default().to_owned();
    let (before_told, now_told) = (told(before), told(now));
    if before_told == now_told || now_told == "again" {
        return Ok(());
    }
    Err(format!("a command sent again was answered {now} instead of {before}"))
}

fn count_answers<'a>(value: &'a Value, seen: &mut BTreeMap<(&'a str, u64), usize>) {
    if let (Some(question), Some(claimed)) = (value["question"].as_str(), value["claimed"].as_u64()) {
        *seen.entry((question, claimed)).or_default() += 1;
    }
    match value {
        Value::Array(values) => values.iter().for_each(|value| count_answers(value, seen)),
        Value::Object(entries) => entries.values().for_each(|value| count_answers(value, seen)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn given(command: &str, choice: &str, claimed: u64) -> Given {
        Given { command: command.into(), question: "q1".into(), choice: choice.into(), claimed }
    }

    fn ledger() -> Ledger {
        let mut ledger = Ledger::default();
        ledger.acknowledged(given("c1", "a", 10), json!({"saved": "stands"}));
        ledger.acknowledged(given("c2", "b", 20), json!({"saved": "stands"}));
        ledger
    }

    #[test]
    fn the_latest_acknowledged_answer_stands() {
        assert_eq!(ledger().must_stand("q1", Some("b")), Ok(()));
        assert!(ledger().must_stand("q1", Some("a")).unwrap_err().contains("q1"));
        assert!(ledger().must_stand("q1", None).is_err());
        assert_eq!(ledger().must_stand("q2", None), Ok(()));
        assert!(ledger().must_stand("q2", Some("a")).is_err());
    }

    #[test]
    fn a_lost_and_a_doubled_answer_are_found() {
        let fact = |claimed: u64| json!({"kind": "answer", "payload": {"question": "q1", "claimed": claimed}});
        assert_eq!(ledger().must_be_there_once(&json!({"facts": [fact(10), fact(20), fact(30)]})), Ok(()));
        assert!(ledger().must_be_there_once(&json!({"facts": [fact(10)]})).unwrap_err().contains("lost"));
        assert!(ledger().must_be_there_once(&json!([fact(10), fact(20), fact(20)])).unwrap_err().contains("2 times"));
    }

    #[test]
    fn a_repeated_command_gets_its_first_answer() {
        let (stands, older) = (json!({"saved": "stands"}), json!({"saved": "older"}));
        assert_eq!(same_answer(&stands, &stands), Ok(()));
        assert_eq!(same_answer(&stands, &json!({"saved": "again"})), Ok(()));
        assert!(same_answer(&stands, &older).is_err());
    }
}
