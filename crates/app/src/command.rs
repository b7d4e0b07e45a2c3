//! Commands: the same wish sent twice is carried out once.

use domain::ids::{CommandId, PersonId};
use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use store::{CommandBefore, CommandState, StoreError, Writing};

/// A command id came again with another author or other content.
pub struct OtherContent;

/// A command on its way: who asks, and the digest of what for.
pub struct Command(CommandState);

impl Command {
    /// `content` is all that the command asks for; what is not in it may differ when it is sent again.
    pub fn new(id: CommandId, author: Option<PersonId>, verb: &str, content: &impl Serialize) -> Self {
        let author = author.map_or_else(|| "nobody".to_owned(), |person| person.to_string());
        let mut hash = Sha256::new();
        hash.update(verb.as_bytes());
        hash.update([0]);
        hash.update(serde_json::to_vec(content).unwrap_or_default());
        let digest = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        Self(CommandState { command: id, author, digest })
    }

    /// The answer given before, where there was one.
    pub fn before<A: DeserializeOwned>(
        &self,
        writing: &mut Writing<'_>,
    ) -> Result<Result<Option<A>, OtherContent>, StoreError> {
        Ok(match writing.command(&self.0)? {
            CommandBefore::New => Ok(None),
            CommandBefore::Other => Err(OtherContent),
            CommandBefore::Same(answer) => {
                let answer = serde_json::from_str(&answer).map_err(|why| StoreError::Unreadable(why.to_string()))?;
                Ok(Some(answer))
            }
        })
    }

    /// Keeps the answer for when the command comes again.
    pub fn answer<A: Serialize>(&self, writing: &mut Writing<'_>, answer: &A) -> Result<(), StoreError> {
        let words = serde_json::to_string(answer).map_err(|why| StoreError::Unreadable(why.to_string()))?;
        writing.answer_command(&self.0, &words)
    }
}

/// Returns the earlier answer from a verb, or goes on. The verb's refusals have a variant `OtherContent`.
macro_rules! once {
    ($command:expr, $writing:expr, $refused:path) => {
        match $command.before($writing)? {
            Ok(Some(answer)) => return Ok(answer),
            Ok(None) => {}
            Err($crate::command::OtherContent) => return Err($refused),
        }
    };
}
pub(crate) use once;
