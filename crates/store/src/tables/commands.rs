//! Commands: what pages and phones asked for, so that the same wish sent twice is carried out once.

use crate::engine::{StoreError, params};
use crate::statement::sql;
use crate::store::{Reading, Writing};
use domain::ids::CommandId;

/// A command as it came: its id, who sent it, and the digest of what it asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommandState {
    pub command: CommandId,
    /// The person, or `nobody` for someone who is not signed in.
    pub author: String,
    /// SHA-256 of the content, in hexadecimal.
    pub digest: String,
}

/// What is known of a command id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CommandBefore {
    New,
    /// It was carried out; this was the answer.
    Same(String),
    /// The id was used by somebody else, or for something else.
    Other,
}

impl Reading<'_> {
    pub fn command(&mut self, state: &CommandState) -> Result<CommandBefore, StoreError> {
        let sql = sql!("SELECT author, digest, answer FROM commands WHERE command = ?1");
        let before =
            self.conn.first(sql, params![state.command], |row| Ok((row.text(0)?, row.text(1)?, row.text(2)?)))?;
        Ok(match before {
            None => CommandBefore::New,
            Some((author, digest, answer)) if author == state.author && digest == state.digest => {
                CommandBefore::Same(answer)
            }
            Some(_) => CommandBefore::Other,
        })
    }
}

impl Writing<'_> {
    pub fn answer_command(&mut self, state: &CommandState, answer: &str) -> Result<(), StoreError> {
        let now = self.now();
        let sql = sql!("INSERT INTO commands (command, author, digest, answer, at) VALUES (?1, ?2, ?3, ?4, ?5)");
        self.conn().execute(sql, params![state.command, &state.author, &state.digest, answer, now]).map(drop)
    }
}
