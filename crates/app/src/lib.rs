//! Use cases: one verb a file, each an `async fn` of [`Telar`]. A verb loads what the person may see, asks the rule in
//! `domain`, records the facts in one transaction and answers once they are on the disk. It must not know HTTP, HTML or SQL.

mod chance;
mod command;

pub mod access;
pub mod admission;
pub mod announcements;
pub mod certificates;
pub mod cohorts;
pub mod data_use;
pub mod demonstration;
pub mod documents;
pub mod followers;
pub mod importing;
pub mod learning;
pub mod mail;
pub mod numbers;
pub mod organisations;
pub mod people;
pub mod place;
pub mod programmes;
pub mod quizzes;
pub mod schedule;
mod telar;
mod unavailable;

pub use telar::{Options, Telar, Wall};
pub use unavailable::{PageRefused, Unavailable};
