//! What a phone takes along so that Telar opens without signal: the pieces of a topic, the neutral kit around them, the worker,
//! and the key with which it seals what is a person's. It must not know what the phone does with any of it.

mod download;
mod kit;
mod outbox;
mod pieces;
mod shelf;
mod stream;
mod worker;

use crate::doors::{Access, Doors};

pub use pieces::{Pieces, Topic};
pub use shelf::Shelf;

pub fn doors(doors: Doors) -> Doors {
    doors
        .get("/outbox", Access::SignedIn, outbox::show)
        .get("/me/outbox", Access::SignedIn, outbox::key)
        .get("/topics/{id}/download", Access::Learner, download::list)
        .post("/topics/{id}/download", Access::Learner, stream::stream)
        .get("/offline/{hash}", Access::Learner, download::piece)
        .get("/sw.js", Access::Neutral, worker::show)
        .get("/kit.json", Access::Neutral, kit::show)
        .get("/manifest.webmanifest", Access::Neutral, worker::manifest)
}
