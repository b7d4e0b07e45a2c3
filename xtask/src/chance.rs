//! Chance that can be repeated: a small generator from a seed (SplitMix64, Steele, Lea and Flood 2014), and ids for commands.
//! Good enough to vary a test; never for anything that must stay secret.

use std::time::{SystemTime, UNIX_EPOCH};

pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Chance {
        Chance(seed)
    }

    /// A seed that differs from run to run; printed, so that a run can be had again.
    pub fn seed() -> u64 {
        now().as_nanos() as u64 ^ (u64::from(std::process::id()) << 32)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// From 0 to `end`, without `end`; `end` is at least 1.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    /// A version 7 UUID: the milliseconds now, the rest by chance (RFC 9562, section 5.7).
    pub fn uuid(&mut self) -> String {
        let time = now().as_millis() as u64 & 0xFFFF_FFFF_FFFF;
        let (high, low) = (self.next(), self.next());
        format!(
            "{:08x}-{:04x}-7{:03x}-{:04x}-{:012x}",
            time >> 16,
            time & 0xFFFF,
            high & 0xFFF,
            0x8000 | (high >> 16 & 0x3FFF),
            low & 0xFFFF_FFFF_FFFF
        )
    }
}

fn now() -> std::time::Duration {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()
}

/// Milliseconds since 1970.
pub fn milliseconds() -> u64 {
    now().as_millis() as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_numbers() {
        let (mut one, mut two) = (Chance::new(7), Chance::new(7));
        let numbers: Vec<u64> = (0..20).map(|_| one.next()).collect();
        assert_eq!(numbers, (0..20).map(|_| two.next()).collect::<Vec<_>>());
        assert_ne!(numbers[0], Chance::new(8).next());
    }

    #[test]
    fn an_id_has_the_shape_of_a_version_7_uuid() {
        let id = Chance::new(1).uuid();
        let groups: Vec<usize> = id.split('-').map(str::len).collect();
        assert_eq!(groups, [8, 4, 4, 4, 12]);
        assert_eq!(&id[14..15], "7");
        assert!(matches!(&id[19..20], "8" | "9" | "a" | "b"), "{id}");
    }
}
