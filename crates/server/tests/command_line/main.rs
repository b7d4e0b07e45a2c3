//! The real binary, as an administrator or a script uses it. One test binary; each test has its own folder and ports.

mod certificates;
mod demo;
mod doctor;
mod help;
mod keeping;
mod mail;
mod questions;
mod refusing;
mod serving;
mod settings;
mod telar;
mod tls;
