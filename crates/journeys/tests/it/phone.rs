//! A phone with an outbox: it notes when something was written, by a clock that may be wrong, and sends it later as the script
//! does.

use domain::moment::Span;
use journeys::{Actor, Page, Site, new_command};
use serde_json::Value;

#[derive(Clone)]
pub struct Phone {
    pub actor: Actor,
    /// Whose outbox it is, whoever is signed in.
    pub who: String,
    /// How wrong its clock is.
    pub wrong: Span,
    wall: app::Wall,
}

/// One thing that a phone takes along.
#[derive(Clone, Debug)]
pub struct Piece {
    pub path: String,
    pub title: String,
    pub kind: String,
    pub hash: String,
    pub bytes: usize,
}

/// Something that waits: its command id, and the phone's clock when it was written.
#[derive(Clone, Debug)]
pub struct Written {
    pub command: String,
    pub claimed: i64,
}

impl Phone {
    pub async fn of(site: &Site, mut actor: Actor) -> Self {
        let said: Value = serde_json::from_str(&actor.get("/me/outbox").await.text).expect("JSON");
        let who = said["who"].as_str().expect("a marker").to_owned();
        Self { actor, who, wrong: Span::days(0), wall: site.wall.clone() }
    }

    /// What a topic is made of, as the phone is told it.
    pub async fn download(actor: &mut Actor, topic: &str) -> Vec<Piece> {
        let page = actor.get(&format!("/topics/{topic}/download")).await;
        let said: Value = serde_json::from_str(&page.text).unwrap_or_else(|why| panic!("{why}: {}", page.text));
        let text = |item: &Value, name: &str| item[name].as_str().unwrap_or_default().to_owned();
        let piece = |item: &Value| Piece {
            path: text(item, "path"),
            title: text(item, "title"),
            kind: text(item, "kind"),
            hash: text(item, "hash"),
            bytes: item["bytes"].as_u64().unwrap_or_default() as usize,
        };
        let pieces: Vec<Piece> = said["items"].as_array().expect("items").iter().map(piece).collect();
        assert_eq!(said["bytes"], pieces.iter().map(|piece| piece.bytes).sum::<usize>());
        assert_eq!(said["version"].as_str().map(str::len), Some(16));
        pieces
    }

    fn clock(&self) -> i64 {
        (self.wall.now() + self.wrong).0
    }

    /// Notes that something is written now.
    pub fn write(&self) -> Written {
        Written { command: new_command(), claimed: self.clock() }
    }

    /// Writes something and sends it at once.
    pub async fn send(&mut self, path: &str, name: &str, fields: &[(&str, &str)]) -> Answer {
        let written = self.write();
        self.send_written(path, name, fields, &written).await
    }

    pub async fn send_as(&mut self, path: &str, name: &str, fields: &[(&str, String)], written: &Written) -> Answer {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.send_written(path, name, &fields, written).await
    }

    pub async fn send_written(&mut self, path: &str, name: &str, fields: &[(&str, &str)], written: &Written) -> Answer {
        let (claimed, sent) = (written.claimed.to_string(), self.clock().to_string());
        let mut all = vec![("command", written.command.as_str()), ("claimed", &claimed), ("sent", &sent)];
        all.extend_from_slice(fields);
        let headers = [
            ("sec-fetch-site", "same-origin"),
            ("accept", "application/json"),
            ("telar-person", self.who.as_str()),
            ("telar-command", name),
        ];
        let Page { status, text, .. } = self.actor.send("POST", path, &all, &headers).await;
        Answer { status, text }
    }
}

/// What the outbox was answered.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub text: String,
}

impl Answer {
    fn field(&self, name: &str) -> String {
        let said: Value = serde_json::from_str(&self.text).unwrap_or_else(|why| panic!("{why}: {}", self.text));
        said[name].as_str().unwrap_or_default().to_owned()
    }

    pub fn saved(&self) -> String {
        self.field("saved")
    }

    pub fn next(&self) -> String {
        self.field("next")
    }

    pub fn problem(&self) -> String {
        self.field("problem")
    }

    pub fn words(&self) -> String {
        self.field("words")
    }
}
