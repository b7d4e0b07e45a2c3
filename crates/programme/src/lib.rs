//! The package format: a folder of Markdown and TOML on one side, `domain::programmes::Programme` on the other.
//!
//! What is wrong with a package is told all at once, each with file, line and remedy. This crate must not know where a
//! programme is kept afterwards, who reads it, or what a page looks like. The format, for authors:
//! `docs/programme-format.md`.

mod activities;
mod cause;
mod count;
mod count_sheets;
mod draw_checks;
pub mod exchange;
mod fields;
mod figure_file;
mod figures;
mod file_kind;
mod folder;
mod ids;
mod interview_file;
mod law_file;
mod lecture_file;
mod lists;
mod markdown;
mod matching;
mod package;
mod problem;
mod programme_file;
mod promises;
mod question_file;
mod question_kinds;
mod question_writing;
mod quiz_cause;
mod quiz_checks;
mod quiz_file;
mod reading;
mod report;
mod schedules;
mod sections;
mod sheet_cause;
mod sheet_files;
mod sheets;
mod source;
mod teaching_cause;
mod tries;

pub use activities::is_date;
pub use count::{Counts, ReviewItem, count};
pub use folder::{MAX_FILE_BYTES, MAX_FILES, MAX_PACKAGE_BYTES, examine, read};
pub use markdown::{html, is_plain};
pub use package::{Faulty, Package, read_files};
pub use problem::{MAX_PROBLEMS, Problem};
pub use question_writing::questions_as_toml;
pub use report::{ReportPiece, SaidKind, report_pieces};
pub use tries::{Passage, passages};
