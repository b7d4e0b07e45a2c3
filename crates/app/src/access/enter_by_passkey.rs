//! Entering by a key on the phone: whoever asks gets something to sign, and the phone says by which of its keys, after it made sure who
//! holds it. Nothing is typed. A signature is not guessed; what fails is counted all the same, by the key.

use super::passkeys::{found_by, note, read, written};
use super::relying::{MINUTES, Relying, unwritten};
use super::{EnterRefused, NewSession, begin, token_hash};
use crate::unavailable::or_unavailable;
use crate::{Telar, Unavailable, chance};
use domain::Moment;
use domain::moment::Span;
use serde_json::Value;
use store::ChallengeRow;
use webauthn_rs::prelude::{DiscoverableAuthentication, DiscoverableKey, PublicKeyCredential, WebauthnError};

#[derive(Debug, thiserror::Error)]
pub enum EnterByPasskeyRefused {
    /// It was not asked for on this device, or minutes ago, or was answered already.
    #[error("not asked for")]
    Spent,
    /// The key is nobody's here: taken away, or of an account that is no more.
    #[error("nobody's key")]
    Unknown,
    /// The phone did not make sure that it is she.
    #[error("the person was not verified")]
    NotVerified,
    /// What came is not a signature by this key over what was asked; or the key has a double somewhere.
    #[error("wrong signature")]
    Wrong,
    #[error("too many tries")]
    TooMany { until: Moment },
    #[error(transparent)]
    Unavailable(Unavailable),
}
or_unavailable!(EnterByPasskeyRefused);

impl From<EnterRefused> for EnterByPasskeyRefused {
    fn from(refused: EnterRefused) -> Self {
        match refused {
            EnterRefused::Wrong => Self::Wrong,
            EnterRefused::TooMany { until } => Self::TooMany { until },
            EnterRefused::Unavailable(why) => Self::Unavailable(why),
        }
    }
}

/// What a browser is asked to sign.
pub struct ToSign {
    /// For a cookie: who brings it may answer, once.
    pub token: String,
    /// `PublicKeyCredentialRequestOptions` as JSON.
    pub asked: Value,
}

impl Telar {
    /// Something to sign, for whoever holds a key of this site. `before` is the token of what the same browser was asked last.
    pub async fn ask_to_enter(&self, relying: &Relying, before: Option<String>) -> Result<ToSign, Unavailable> {
        let (asked, state) = relying.site.start_discoverable_authentication().map_err(unwritten)?;
        let asked = serde_json::to_value(asked.public_key).map_err(unwritten)?;
        let (state, token) = (written(&state)?, chance::token()?);
        let held_by = token_hash(&token);
        self.write::<_, Unavailable>(move |writing| {
            if let Some(before) = before {
                writing.take_challenge(&token_hash(&before))?;
            }
            let expires = writing.now() + Span::minutes(MINUTES);
            writing.ask_to_sign(&held_by, &ChallengeRow { person: None, state, expires })?;
            Ok(())
        })
        .await?;
        Ok(ToSign { token, asked })
    }

    pub async fn enter_by_passkey(
        &self,
        relying: &Relying,
        (token, signed): (&str, Value),
        device: &str,
    ) -> Result<NewSession, EnterByPasskeyRefused> {
        let signed: Result<PublicKeyCredential, _> = serde_json::from_value(signed);
        let (held_by, credential) =
            (token_hash(token), signed.as_ref().ok().map(|it| found_by(it.get_credential_id())));
        // Whatever came, it was asked for once; and a try is counted before it is known to be wrong, as a PIN's is.
        let (state, row, limit) = self
            .write::<_, EnterByPasskeyRefused>(move |writing| {
                let now = writing.now();
                let asked = writing.take_challenge(&held_by)?;
                let Some(asked) = asked.filter(|it| it.person.is_none() && it.expires >= now) else {
                    return Ok(Err(EnterByPasskeyRefused::Spent));
                };
                let Some(credential) = credential else { return Ok(Err(EnterByPasskeyRefused::Wrong)) };
                let limit = format!("passkey:{credential}");
                if let Err(refused) = super::enter::count(writing, &limit) {
                    return Ok(Err(refused.into()));
                }
                let row = writing.passkey_of(&credential)?;
                Ok(row.ok_or(EnterByPasskeyRefused::Unknown).map(|row| (asked.state, row, limit)))
            })
            .await??;
        let signed = signed.map_err(unwritten)?;
        let state: DiscoverableAuthentication = serde_json::from_str(&state).map_err(unwritten)?;
        let handle = self.passkey_handle(row.person).await?;
        let mut passkey = read(&row.kept)?;
        let (site, key) = (relying.site.clone(), DiscoverableKey::from(&passkey));
        let entered = self.off(move || {
            let (named, _) = site.identify_discoverable_authentication(&signed)?;
            if named != handle {
                return Err(WebauthnError::InvalidUserUniqueId);
            }
            site.finish_discoverable_authentication_v2(&signed, state, &key)
        });
        let entered = entered.await?.inspect_err(note).map_err(|why| match why {
            WebauthnError::UserNotVerified => EnterByPasskeyRefused::NotVerified,
            _ => EnterByPasskeyRefused::Wrong,
        })?;
        passkey.update_credential(&entered);
        let kept = written(&passkey)?;
        let (device, session) = (device.to_owned(), chance::token()?);
        self.write(move |writing| {
            // It may have been taken away, or have entered elsewhere with the same count, while the signature was looked at.
            match writing.passkeys(row.person)?.into_iter().find(|it| it.passkey == row.passkey) {
                Some(now) if now.kept == row.kept => {}
                Some(_) => return Err(EnterByPasskeyRefused::Wrong),
                None => return Err(EnterByPasskeyRefused::Unknown),
            }
            if writing.person(row.person)?.is_none() {
                return Err(EnterByPasskeyRefused::Unknown);
            }
            writing.use_passkey(row.passkey, &kept)?;
            writing.clear_limit(&limit)?;
            Ok(begin(writing, row.person, &device, &session)?)
        })
        .await
    }
}
