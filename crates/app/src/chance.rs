//! Chance, in the forms that use cases need: ids, tokens, codes, PINs.

use crate::Unavailable;
use domain::Moment;
use domain::cohorts::ALPHABET;
use uuid::Uuid;

pub fn bytes<const N: usize>() -> Result<[u8; N], Unavailable> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|why| Unavailable::Store(format!("no random numbers: {why}")))?;
    Ok(bytes)
}

/// A new id that sorts by time.
pub fn id<T: From<Uuid>>(now: Moment) -> Result<T, Unavailable> {
    let millis = u64::try_from(now.0).unwrap_or_default();
    Ok(uuid::Builder::from_unix_timestamp_millis(millis, &bytes()?).into_uuid().into())
}

/// A secret for a cookie or a link: 32 random bytes as 64 hexadecimal digits.
pub fn token() -> Result<String, Unavailable> {
    Ok(hex(&bytes::<32>()?))
}

/// A code that people type, of [`ALPHABET`]. The slight bias of taking a byte modulo 30 costs less than half a bit in ten.
pub fn code<const N: usize>() -> Result<String, Unavailable> {
    Ok(bytes::<N>()?.iter().map(|byte| char::from(ALPHABET[usize::from(*byte) % ALPHABET.len()])).collect())
}

/// A PIN of six digits.
pub fn pin() -> Result<String, Unavailable> {
    let n = u32::from_be_bytes(bytes::<4>()?) % 1_000_000;
    Ok(format!("{n:06}"))
}

pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
