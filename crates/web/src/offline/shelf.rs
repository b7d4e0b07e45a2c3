//! The pieces of programmes that were asked for lately, rendered and packed once for each version and language. What is made
//! again is the same to the byte. It must not know how pieces are made.

use super::Pieces;
use app::learning::LoadedProgramme;
use domain::ids::ProgrammeVersionId;
use std::sync::{Arc, Mutex, PoisonError};
use words::Words;

/// A programme of eight topics takes about 2 MB in one language.
const MOST_MEMORY: usize = 16 * 1024 * 1024;

type Key = (ProgrammeVersionId, u16, &'static str);

/// What was used last stands last.
#[derive(Default)]
pub struct Shelf {
    kept: Mutex<Vec<(Key, Arc<Pieces>)>>,
}

impl Shelf {
    /// From memory, else made; making takes milliseconds, so it is done off the async threads.
    pub async fn take(&self, w: &'static Words, programme: &Arc<LoadedProgramme>) -> Arc<Pieces> {
        let key = (programme.version, programme.mends, w.language());
        if let Some(known) = self.known(key) {
            return known;
        }
        let programme = Arc::clone(programme);
        let made = tokio::task::spawn_blocking(move || Arc::new(Pieces::of(w, &programme))).await;
        // The task is never cancelled; it ends otherwise only by a panic, which goes on here.
        let made = made.unwrap_or_else(|why| std::panic::resume_unwind(why.into_panic()));
        self.put(key, Arc::clone(&made));
        made
    }

    fn known(&self, key: Key) -> Option<Arc<Pieces>> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let place = kept.iter().position(|(known, _)| *known == key)?;
        let found = kept.remove(place);
        let pieces = Arc::clone(&found.1);
        kept.push(found);
        Some(pieces)
    }

    /// Keeps it, and lets go of what was not used for longest while all together is too much.
    fn put(&self, key: Key, pieces: Arc<Pieces>) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.retain(|(known, _)| *known != key);
        kept.push((key, pieces));
        let mut memory: usize = kept.iter().map(|(_, pieces)| pieces.memory()).sum();
        while memory > MOST_MEMORY && kept.len() > 1 {
            memory -= kept.remove(0).1.memory();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compress::Packed;
    use crate::offline::pieces::{Piece, Topic};
    use uuid::Uuid;

    /// Of so many bytes, which do not pack.
    fn pieces(bytes: usize) -> Arc<Pieces> {
        let mut noise = 1_u32;
        let plain = (0..bytes).map(|_| {
            noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (noise >> 24) as u8
        });
        let piece =
            Piece { path: String::new(), title: String::new(), kind: "lesson", packed: Packed::new(plain.collect()) };
        let topic =
            Topic { id: "t1".into(), number: 1, title: String::new(), version: String::new(), pieces: vec![piece] };
        Arc::new(Pieces { topics: vec![topic] })
    }

    #[test]
    fn what_was_not_used_for_longest_goes_when_memory_is_full() {
        let shelf = Shelf::default();
        let key = |n: u128| (ProgrammeVersionId(Uuid::from_u128(n)), 0, "es");
        let large = pieces(MOST_MEMORY / 9);
        for n in 0..3 {
            shelf.put(key(n), Arc::clone(&large));
        }
        assert!(shelf.known(key(0)).is_none(), "each takes its bytes three times: plain and packed twice");
        assert!(shelf.known(key(1)).is_some() && shelf.known(key(2)).is_some());
        let small = pieces(1_000);
        shelf.put(key(5), small);
        assert!(shelf.known(key(2)).is_some() && shelf.known(key(5)).is_some());
        shelf.put(key(6), pieces(MOST_MEMORY));
        assert!(shelf.known(key(6)).is_some(), "one alone is kept however large");
        assert!(shelf.known(key(5)).is_none());
    }
}
