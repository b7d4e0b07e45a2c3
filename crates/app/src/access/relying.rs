//! For which address keys are made. A browser hands a key to the site alone for which it was made, by the site's name: so there must be
//! a name, and a line that nobody reads along. It must not know who holds a key.

use crate::Unavailable;
use std::time::Duration;
use webauthn_rs::prelude::{Url, Webauthn, WebauthnBuilder};

/// How long a phone has for what it was asked to sign.
pub(super) const MINUTES: i64 = 5;
/// What phones show beside a key, besides the site's name.
const CALLED: &str = "Telar";

/// The site as keys know it: WebAuthn's relying party.
#[derive(Clone, Debug)]
pub struct Relying {
    origin: String,
    pub(super) site: Webauthn,
}

impl Relying {
    /// The site at this address, as people reach it. None where browsers make no keys for it: at a number in place of a name, and
    /// without TLS. On this machine alone they do without, by the name `localhost`: a site at `http://127.0.0.1:8080` has them at
    /// `http://localhost:8080`.
    pub fn at(public_url: &str) -> Option<Self> {
        let mut url = Url::parse(public_url).ok()?;
        let here = ["localhost", "127.0.0.1", "[::1]"].contains(&url.host_str()?);
        match url.scheme() {
            "http" if here => url.set_host(Some("localhost")).ok()?,
            "https" if url.domain().is_some() => {}
            _ => return None,
        }
        let origin = url.origin().ascii_serialization();
        let url = Url::parse(&origin).ok()?;
        let builder = WebauthnBuilder::new(url.domain()?, &url).ok()?.rp_name(CALLED);
        let site = builder.timeout(Duration::from_secs(MINUTES.unsigned_abs() * 60)).build().ok()?;
        Some(Self { origin, site })
    }

    /// Scheme, name and port of the pages on which keys are made and used.
    pub fn origin(&self) -> &str {
        &self.origin
    }
}

/// What the library could not write or read of its own: a bug, or a row that somebody changed.
pub(super) fn unwritten(cause: impl std::fmt::Display) -> Unavailable {
    Unavailable::Store(format!("a passkey: {cause}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_made_for_a_name_over_tls_and_for_this_machine() {
        for (address, origin) in [
            ("https://telar.example", Some("https://telar.example")),
            ("https://telar.example:8443", Some("https://telar.example:8443")),
            ("https://Telar.Example:443", Some("https://telar.example")),
            ("https://ñandú.example", Some("https://xn--and-6ma2c.example")),
            ("https://localhost:8443", Some("https://localhost:8443")),
            ("http://localhost:8080", Some("http://localhost:8080")),
            ("http://127.0.0.1:8080", Some("http://localhost:8080")),
            ("http://[::1]:8080", Some("http://localhost:8080")),
            ("http://telar.example", None),
            ("http://192.168.1.4:8080", None),
            ("http://0.0.0.0:8080", None),
            ("https://192.168.1.4", None),
            ("https://[2001:db8::1]", None),
            ("https://127.0.0.1:8443", None),
            ("ftp://telar.example", None),
            ("telar.example", None),
            ("", None),
        ] {
            assert_eq!(Relying::at(address).as_ref().map(Relying::origin), origin, "{address}");
        }
    }
}
