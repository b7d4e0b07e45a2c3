//! The statistics beside an independent computation: the same random data to `domain` and to Python's packages (`check.py`),
//! every number compared to 1e-9. `cargo xtask setup` installs the packages; where they are missing this fails. The data come from
//! a fixed seed, so that a difference is the same one the next time.

mod data;

use data::Chance;
use domain::ids::QuestionId;
use domain::statistics::{Chosen, FirstAttempt, Gain, Groups, Item, Items, NoAlpha, Response, Score};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const SEED: u64 = 20_260_401;
const CLOSE: f64 = 1e-9;

#[test]
fn every_number_is_what_the_packages_make_of_the_same_data() {
    let mut chance = Chance(SEED);
    let quizzes = data::quizzes(&mut chance);
    let tests = data::tests(&mut chance);
    let ours = json!({
        "items": quizzes.iter().map(|quiz| items(&Items::of(quiz))).collect::<Vec<_>>(),
        "gains": tests.iter().map(|(pre, post)| gain(&Gain::of(pre, post))).collect::<Vec<_>>(),
    });
    let theirs = python(&json!({
        "items": quizzes.iter().map(|quiz| quiz.iter().map(attempt).collect::<Vec<_>>()).collect::<Vec<_>>(),
        "gains": tests.iter().map(|(pre, post)| json!({"pre": scores(pre), "post": scores(post)})).collect::<Vec<_>>(),
    }));
    let mut seen = Seen::default();
    seen.compare("", &ours, &theirs);
    assert!(seen.differences.is_empty(), "{} differences:\n{}", seen.differences.len(), seen.differences.join("\n"));
    println!("{} numbers are the same, and {} are undefined on both sides", seen.numbers, seen.undefined);
    assert!(seen.numbers > 5_000 && seen.undefined > 50, "{seen:?}: too little was compared");
    for reason in ["TooFewAttempts", "DifferentQuestions", "TooFewQuestions", "NoVariance"] {
        assert!(ours["items"].as_array().unwrap().iter().any(|quiz| quiz["alpha"] == reason), "no quiz with {reason}");
    }
}

/// What was met on the way through both results.
#[derive(Debug, Default)]
struct Seen {
    numbers: usize,
    undefined: usize,
    differences: Vec<String>,
}

impl Seen {
    fn compare(&mut self, place: &str, ours: &Value, theirs: &Value) {
        match (ours, theirs) {
            (Value::Object(a), Value::Object(b)) if a.keys().eq(b.keys()) => {
                a.iter().for_each(|(key, value)| self.compare(&format!("{place}/{key}"), value, &b[key]));
            }
            (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
                let both = a.iter().zip(b).enumerate();
                both.for_each(|(at, (a, b))| self.compare(&format!("{place}/{at}"), a, b));
            }
            (Value::Number(a), Value::Number(b)) if close(a.as_f64(), b.as_f64()) => self.numbers += 1,
            (Value::Null, Value::Null) => self.undefined += 1,
            (Value::String(a), Value::String(b)) if a == b => self.undefined += 1,
            (a, b) => self.differences.push(format!("{place}: ours {a}, theirs {b}")),
        }
    }
}

fn close(ours: Option<f64>, theirs: Option<f64>) -> bool {
    ours.zip(theirs).is_some_and(|(a, b)| (a - b).abs() <= CLOSE * b.abs().max(1.0))
}

/// The Python that `cargo xtask setup` made, beside what cargo builds.
fn interpreter() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("python").join("bin/python")
}

fn python(data: &Value) -> Value {
    let remedy = "the Python packages of this test are not installed: cargo xtask setup";
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/statistics/check.py");
    let mut python = Command::new(interpreter());
    let python = python.arg("-B").arg(script).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = python.spawn().unwrap_or_else(|error| panic!("{}: {error}; {remedy}", interpreter().display()));
    let written = child.stdin.take().expect("it is piped").write_all(data.to_string().as_bytes());
    let output = child.wait_with_output().expect("it ends");
    assert!(
        output.status.success() && written.is_ok(),
        "check.py ended with {}; if a module is missing, {remedy}",
        output.status
    );
    serde_json::from_slice(&output.stdout).expect("JSON")
}

fn attempt(attempt: &FirstAttempt) -> Value {
    let shown = |response: &Response| json!({"points": response.score.points(), "max": response.score.max(), "chosen": response.chosen});
    let responses = attempt.responses().iter();
    responses.map(|(question, response)| (question.to_string(), shown(response))).collect::<Map<_, _>>().into()
}

fn scores(scores: &BTreeMap<usize, Score>) -> Value {
    scores.iter().map(|(person, score)| json!([person, score.per_cent()])).collect::<Vec<_>>().into()
}

fn items(items: &Items) -> Value {
    let questions = items.questions.iter();
    json!({
        "n": items.scores.n,
        "mean": items.scores.mean,
        "sd": items.scores.sd,
        "median": items.scores.median,
        "histogram": items.scores.histogram,
        "alpha": alpha(items.alpha),
        "standard_error": items.standard_error,
        "questions": questions.map(|(id, it): (&QuestionId, &Item)| (id.to_string(), item(it))).collect::<Map<_, _>>(),
    })
}

fn alpha(alpha: Result<f64, NoAlpha>) -> Value {
    alpha.map_or_else(|reason| json!(format!("{reason:?}")), |alpha| json!(alpha))
}

fn item(item: &Item) -> Value {
    json!({
        "asked": item.asked,
        "facility": item.facility,
        "discrimination": item.discrimination,
        "item_rest": item.item_rest,
        "groups": item.groups.map(groups),
        "options": item.options.iter().map(|(key, it)| (key.clone(), chosen(*it))).collect::<Map<_, _>>(),
        "unanswered": chosen(item.unanswered),
    })
}

fn chosen(chosen: Chosen) -> Value {
    json!({"all": chosen.all, "groups": chosen.groups.map(groups)})
}

fn groups(groups: Groups) -> Value {
    json!([groups.upper, groups.lower])
}

fn gain(gain: &Gain) -> Value {
    json!({
        "pairs": gain.pairs.len(),
        "pre_only": gain.pre_only,
        "post_only": gain.post_only,
        "pre": gain.pre,
        "post": gain.post,
        "mean": gain.mean,
        "sd": gain.sd,
        "interval": gain.interval.map(|interval| [interval.low, interval.high]),
        "d_z": gain.d_z,
    })
}
