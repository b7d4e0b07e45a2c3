//! `telar questions import|export`: questions of other platforms' files as the tables of a package, and back. Nothing is written into
//! a site: a programme's author takes what came into a quiz or a pool. It must not know the formats.

use crate::Context;
use crate::outcome::{Exit, Problem};
use clap::ArgMatches;
use programme::exchange::{self, ExchangeRefused, Format, Left, MAX_EXCHANGE_BYTES, Note};
use serde_json::{Value, json};
use std::path::Path;
use words::Words;

pub const FORMATS: [&str; 3] = ["gift", "moodle", "aiken"];
/// What AIKEN cannot be written as: it has no feedback.
pub const WRITTEN: [&str; 2] = ["gift", "moodle"];

fn format(given: &ArgMatches) -> Format {
    match given.get_one::<String>("format").map(String::as_str) {
        Some("moodle") => Format::MoodleXml,
        Some("aiken") => Format::Aiken,
        _ => Format::Gift,
    }
}

fn written_in<'a>(context: &Context, given: &'a ArgMatches) -> &'a str {
    given.get_one::<String>("written-in").map_or(context.w.language(), String::as_str)
}

/// Reads a file of theirs; the tables of a package go to standard output, what could not be carried to standard error.
pub fn import(context: &Context, given: &ArgMatches) -> Result<Exit, Problem> {
    let Context { w, out, .. } = context;
    let path = Path::new(given.get_one::<String>("file").expect("clap requires it"));
    let shown = path.display().to_string();
    let unread = |why: std::io::Error| {
        Problem::failed("unreadable", w.cli_questions_unread(shown.as_str(), why.to_string()), String::new())
    };
    let length = std::fs::metadata(path).map_err(unread)?.len();
    let bytes = if length > MAX_EXCHANGE_BYTES as u64 { None } else { Some(std::fs::read(path).map_err(unread)?) };
    let name = given.get_one::<String>("name").map_or("q", String::as_str);
    let found = match bytes {
        Some(bytes) => exchange::read(&bytes, format(given), written_in(context, given), name),
        None => Err(ExchangeRefused::TooLarge { megabytes: MAX_EXCHANGE_BYTES / (1024 * 1024) }),
    };
    let found = found.map_err(|refused| problem(w, &shown, &refused))?;
    let tables = programme::questions_as_toml(&found.questions);
    out.json(&json!({ "questions": found.questions.len(), "toml": tables, "notes": as_json(w, &found.notes) }));
    out.say(tables.trim_end());
    tell(context, &found.notes);
    out.note(&w.cli_questions_imported(found.questions.len()));
    Ok(Exit::Done)
}

/// Writes the questions of one quiz of a package's folder in a format of theirs, on standard output.
pub fn export(context: &Context, given: &ArgMatches) -> Result<Exit, Problem> {
    let Context { w, out, .. } = context;
    let package = match crate::programmes::read(context, given) {
        Ok(package) => package,
        Err(exit) => return Ok(exit),
    };
    let wanted = given.get_one::<String>("quiz").expect("clap requires it");
    let quizzes = package.programme.activities.iter().filter(|activity| activity.quiz().is_some());
    let known: Vec<&str> = quizzes.map(|activity| activity.id.as_str()).collect();
    let quiz = package.programme.activity(wanted).and_then(|activity| activity.quiz()).ok_or_else(|| {
        Problem::refused(
            "no_quiz",
            w.cli_questions_no_quiz(wanted.as_str()),
            w.cli_questions_no_quiz_remedy(known.join(", ")),
        )
    })?;
    let language = written_in(context, given);
    if !package.programme.languages.iter().any(|known| known == language) {
        let languages = package.programme.languages.join(", ");
        return Err(Problem::refused("no_language", w.cli_questions_no_language(language, languages), String::new()));
    }
    let (file, notes) = exchange::write(&quiz.questions, format(given), language);
    let left = notes.iter().filter(|note| matches!(note.left, Left::Form(_) | Left::Unreadable(_))).count();
    let carried = quiz.questions.len() - left;
    out.json(&json!({ "questions": carried, "file": file, "notes": as_json(w, &notes) }));
    out.say(file.trim_end());
    tell(context, &notes);
    out.note(&w.cli_questions_exported(quiz.questions.len(), carried));
    Ok(Exit::Done)
}

fn as_json(w: &Words, notes: &[Note]) -> Vec<Value> {
    let row = |note: &Note| json!({ "question": note.question, "line": note.line, "what": words(w, &note.left) });
    notes.iter().map(row).collect()
}

fn tell(context: &Context, notes: &[Note]) {
    for note in notes {
        let place = if note.line == 0 { String::new() } else { format!("{}: ", note.line) };
        context.out.note(&format!("{place}{}: {}", note.question, words(context.w, &note.left)));
    }
}

fn words(w: &Words, left: &Left) -> String {
    match left {
        Left::Form(form) => w.cli_left_form(form.as_str()),
        Left::Unreadable(expected) => w.cli_left_unreadable(*expected),
        Left::Picture => w.cli_left_picture(),
        Left::Weights => w.cli_left_weights(),
        Left::Penalty => w.cli_left_penalty(),
        Left::Numbers => w.cli_left_numbers(),
        Left::Table => w.cli_left_table(),
        Left::Script => w.cli_left_script(),
        Left::Alike => w.cli_left_alike(),
        Left::Case => w.cli_left_case(),
        Left::Units => w.cli_left_units(),
        Left::Feedback => w.cli_left_feedback(),
        Left::Pattern => w.cli_left_pattern(),
        Left::Criteria => w.cli_left_criteria(),
        Left::Category => w.cli_left_category(),
    }
}

fn problem(w: &Words, file: &str, refused: &ExchangeRefused) -> Problem {
    let (name, what, remedy) = match refused {
        ExchangeRefused::TooLarge { megabytes } => {
            ("too_large", w.cli_questions_too_large(file, *megabytes), w.cli_questions_too_large_remedy())
        }
        ExchangeRefused::NotUtf8 { line } => {
            ("not_utf8", w.cli_questions_not_utf8(file, *line), w.cli_questions_not_utf8_remedy())
        }
        // The reader of XML gives its reasons in English only: the line is what helps.
        ExchangeRefused::BadXml { line, .. } => {
            ("bad_xml", w.cli_questions_bad_xml(file, *line), w.cli_questions_bad_xml_remedy())
        }
        ExchangeRefused::Entities { line } => {
            ("entities", w.cli_questions_entities(file, *line), w.cli_questions_entities_remedy())
        }
        ExchangeRefused::Nothing => ("nothing", w.cli_questions_nothing(file), w.cli_questions_nothing_remedy()),
        ExchangeRefused::TooMany { most } => {
            ("too_many", w.cli_questions_too_many(file, *most), w.cli_questions_too_many_remedy())
        }
    };
    Problem::refused(name, what, remedy)
}
