//! `cargo xtask bench NAME`: the numbers that were promised, measured on this machine with the release binary. Ends with one line of
//! checks; one that does not hold stays in it, and only what could not be measured is an error.

mod browser;
mod certificates;
mod offline;
mod package;
mod pages;
mod people;
mod quizzes;
mod replay;
mod start;

use crate::statistics::{Check, line, table};

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Table,
    Line,
}

pub fn bench(name: &str, form: Form) -> Result<(), String> {
    let checks: Vec<Check> = match name {
        "certificates" => certificates::measure()?,
        "offline" => offline::measure()?,
        "pages" => pages::measure()?,
        "people" => people::measure()?,
        "quizzes" => quizzes::measure()?,
        "start" => start::measure()?,
        other => {
            let known = "certificates, offline, pages, people, quizzes, start";
            return Err(format!("no bench is called {other}; there are: {known}"));
        }
    };
    if form == Form::Table {
        print!("{}", table(&checks));
    }
    println!("{}", line(name, &checks));
    Ok(())
}
