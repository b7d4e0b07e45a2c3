//! E-mail that goes out. A letter is sent after the page was answered, in the background, in this process alone: a restart loses what was
//! not sent, and the page says what to do when nothing comes. It must not know what a letter says: words come in.

mod post;
mod server;

pub use post::{Letter, Mail, MailCounts, NotSent};
pub use server::{MailServer, NotAMailServer};
