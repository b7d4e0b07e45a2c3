//! Damage to the bytes of a file, as nobody would write it.

use proptest::prelude::*;

/// A change such as a bad disk, a bad merge or a bad person makes.
#[derive(Clone, Debug)]
pub enum Damage {
    Set(usize, u8),
    Remove(usize, usize),
    Insert(usize, &'static str),
    Repeat(usize, usize),
}

pub fn damage() -> impl Strategy<Value = Damage> {
    let pieces = [
        "\"",
        "'",
        "[",
        "]]",
        "{",
        "}",
        "=",
        "\n",
        "+++\n",
        "=== es\n",
        "=== \n",
        "\"\"\"",
        "<b>",
        "](",
        "](t1-l1)",
        "![x](y)",
        "\u{0}",
        "\u{feff}",
        "\r",
        "ñ",
        "-1",
        "99999999999999999999",
        "1.5",
        "true",
        "[[question]]\n",
        "title.es = 1\n",
        "```\n",
        "&#0;",
        "<!--",
        "\\",
        "[[a]]",
        "[[b:x]]",
        "[[question.pair]]\n",
        "[[question.part]]\n",
        "[[draw]]\n",
        "kind = \"cloze\"\n",
    ];
    prop_oneof![
        (any::<usize>(), any::<u8>()).prop_map(|(at, byte)| Damage::Set(at, byte)),
        (any::<usize>(), 1..60usize).prop_map(|(at, length)| Damage::Remove(at, length)),
        (any::<usize>(), proptest::sample::select(pieces.to_vec())).prop_map(|(at, piece)| Damage::Insert(at, piece)),
        (any::<usize>(), 1..200usize).prop_map(|(at, length)| Damage::Repeat(at, length)),
    ]
}

pub fn apply(bytes: &mut Vec<u8>, damage: &Damage) {
    let within = |at: usize, bytes: &[u8]| at % (bytes.len() + 1);
    match damage {
        Damage::Set(at, byte) => {
            let at = within(*at, bytes);
            if let Some(there) = bytes.get_mut(at) {
                *there = *byte;
            }
        }
        Damage::Remove(at, length) => {
            let from = within(*at, bytes);
            let to = (from + length).min(bytes.len());
            bytes.drain(from..to);
        }
        Damage::Insert(at, piece) => {
            let at = within(*at, bytes);
            bytes.splice(at..at, piece.bytes());
        }
        Damage::Repeat(at, length) => {
            let from = within(*at, bytes);
            let to = (from + length).min(bytes.len());
            let piece = bytes[from..to].to_vec();
            bytes.splice(from..from, piece);
        }
    }
}
