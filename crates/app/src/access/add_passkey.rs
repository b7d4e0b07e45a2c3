//! Making a key on the phone that she holds: the phone is asked for one, and what it made is kept with her. Only whoever is signed in is
//! asked, and only the same session may answer, once and within minutes.

use super::passkeys::{found_by, note, read, written};
use super::relying::{MINUTES, Relying, unwritten};
use super::{SessionId, token_hash};
use crate::unavailable::or_unavailable;
use crate::{Telar, Unavailable};
use domain::ids::PersonId;
use domain::moment::Span;
use serde_json::{Value, json};
use store::{ChallengeRow, PasskeyRow};
use uuid::Uuid;
use webauthn_rs::prelude::{Passkey, PasskeyRegistration, RegisterPublicKeyCredential, WebauthnError};

/// How many one person may have.
pub const MOST_PASSKEYS: usize = 10;
/// The longest name of a key, in characters.
pub const LONGEST_LABEL: usize = 40;

#[derive(Debug, thiserror::Error)]
pub enum AddPasskeyRefused {
    /// It was not asked for in this session, or minutes ago, or was answered already.
    #[error("not asked for")]
    Spent,
    /// What came is not what a browser makes of it, or was made for another site.
    #[error("not a key of this site")]
    Wrong,
    /// The phone did not make sure that it is she.
    #[error("the person was not verified")]
    NotVerified,
    #[error("the key is there already")]
    Known,
    #[error("as many keys as there may be")]
    Full,
    #[error(transparent)]
    Unavailable(Unavailable),
}
or_unavailable!(AddPasskeyRefused);

/// What the phone made, and how she calls it.
pub struct NewPasskey {
    /// The browser's answer.
    pub made: Value,
    pub label: String,
    /// How the device calls itself, where she gave no name.
    pub device: String,
}

impl Telar {
    /// What her browser is asked to make a key by (`PublicKeyCredentialCreationOptions` as JSON).
    pub async fn ask_for_passkey(
        &self,
        relying: &Relying,
        (person, session): (PersonId, SessionId),
    ) -> Result<Value, AddPasskeyRefused> {
        let handle = self.passkey_handle(person).await?;
        let (name, code, kept) = self
            .read::<_, AddPasskeyRefused>(move |reading| {
                let row = reading.person(person)?.ok_or(AddPasskeyRefused::Spent)?;
                let kept = reading.passkeys(person)?;
                if kept.len() >= MOST_PASSKEYS {
                    return Err(AddPasskeyRefused::Full);
                }
                Ok((row.name.as_str().to_owned(), row.entry_code, kept))
            })
            .await?;
        // A phone that holds one of hers says so, and makes no second.
        let known = kept.iter().map(|row| Ok(read(&row.kept)?.cred_id().clone()));
        let known = known.collect::<Result<Vec<_>, Unavailable>>()?;
        // Both lie on her own phone, where two people may have a key each.
        let called = format!("{name} · {code}");
        let asked = relying.site.start_passkey_registration(handle, &called, &name, Some(known));
        let (asked, state) = asked.map_err(unwritten)?;
        let mut asked = serde_json::to_value(asked.public_key).map_err(unwritten)?;
        // She enters without typing who she is, so the phone has to know it; the library leaves that open.
        asked["authenticatorSelection"]["residentKey"] = json!("required");
        asked["authenticatorSelection"]["requireResidentKey"] = json!(true);
        let state = written(&state)?;
        self.write::<_, AddPasskeyRefused>(move |writing| {
            let expires = writing.now() + Span::minutes(MINUTES);
            writing.ask_to_sign(&of(session), &ChallengeRow { person: Some(person), state, expires })?;
            Ok(())
        })
        .await?;
        Ok(asked)
    }

    /// Keeps what her phone made.
    pub async fn add_passkey(
        &self,
        relying: &Relying,
        (person, session): (PersonId, SessionId),
        it: NewPasskey,
    ) -> Result<(), AddPasskeyRefused> {
        // Whatever came, it was asked for once.
        let asked = self.write::<_, Unavailable>(move |writing| {
            let asked = writing.take_challenge(&of(session))?;
            Ok(asked.filter(|row| row.person == Some(person) && row.expires >= writing.now()))
        });
        let asked = asked.await?.ok_or(AddPasskeyRefused::Spent)?;
        let state: PasskeyRegistration = serde_json::from_str(&asked.state).map_err(unwritten)?;
        let made: RegisterPublicKeyCredential =
            serde_json::from_value(it.made).map_err(|_| AddPasskeyRefused::Wrong)?;
        let site = relying.site.clone();
        let passkey: Passkey =
            self.off(move || site.finish_passkey_registration(&made, &state)).await?.inspect_err(note).map_err(
                |why| match why {
                    WebauthnError::UserNotVerified => AddPasskeyRefused::NotVerified,
                    _ => AddPasskeyRefused::Wrong,
                },
            )?;
        let (credential, kept) = (found_by(passkey.cred_id()), written(&passkey)?);
        let label = label(&it.label).or_else(|| label(&it.device)).unwrap_or_else(|| "·".to_owned());
        self.write(move |writing| {
            if writing.passkey_of(&credential)?.is_some() {
                return Err(AddPasskeyRefused::Known);
            }
            if writing.passkeys(person)?.len() >= MOST_PASSKEYS {
                return Err(AddPasskeyRefused::Full);
            }
            let (passkey, made) = (Uuid::new_v4(), writing.now());
            writing.add_passkey(&credential, &PasskeyRow { passkey, person, kept, label, made, used: None })?;
            Ok(())
        })
        .await
    }
}

/// One question at a time is open in a session.
fn of(session: SessionId) -> String {
    token_hash(&format!("session {session}"))
}

fn label(written: &str) -> Option<String> {
    let plain: String = written.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    let label: String = words.join(" ").chars().take(LONGEST_LABEL).collect();
    (!label.is_empty()).then_some(label)
}

#[cfg(test)]
mod tests {
    use super::label;

    #[test]
    fn a_name_is_one_short_line() {
        assert_eq!(label("  mi\tteléfono\n azul "), Some("mi teléfono azul".to_owned()));
        assert_eq!(label(&"ñ".repeat(300)).map(|it| it.chars().count()), Some(40));
        assert_eq!(label(" \u{7}\n"), None);
    }
}
