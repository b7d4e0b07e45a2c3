//! PDF by Typst: data in, bytes out. Each kind of paper has a struct whose fields are all that it says, a template in
//! `templates/`, and one verb. This crate must not know the store, people, rules, languages or the clock: every word,
//! date and number comes in as data, already formatted. What comes in is never read as Typst markup.

// The samples speak of `paper::…`, within the crate as without.
#[cfg(test)]
extern crate self as paper;

mod batch;
mod certificate;
mod letter;
mod poster;
mod press;
mod qr;
mod slips;
mod tables;
#[cfg(test)]
mod tests;

pub use batch::{BatchError, certificates};
pub use certificate::{Certificate, certificate};
pub use letter::{Letter, letter};
pub use poster::{Poster, poster};
pub use press::PaperError;
pub use qr::qr_svg;
pub use slips::{Slip, Slips, slips};
pub use tables::{Table, Tables, tables};
