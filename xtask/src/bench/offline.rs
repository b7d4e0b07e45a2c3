//! `bench offline`: how much of the reference line a topic's download uses, how soon the installed app opens without signal on a
//! slow phone, and how near the data meter comes to what really crossed the line. The browser's side is
//! `e2e/bench/offline.bench.ts`; the meter is measured with a plain client, byte by byte.

use super::package::{copy, import, open_cohort};
use crate::chance::Chance;
use crate::html;
use crate::http::{Client, Wanted};
use crate::learner::{Learner, expect};
use crate::proxy::{Proxy, Weather};
use crate::server::{Server, programme};
use crate::statistics::Check;
use crate::suite::browse_on;
use crate::workspace::{Profile, telar};
use serde_json::Value;
use std::fs;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::atomic::Ordering;
use std::time::Duration;

/// Lessons added to the shipped topic, which then weighs 430 kB: a topic of text alone.
const LESSONS: usize = 30;
/// Lessons of a topic beside it, which weighs 1.6 MB: what ten minutes of lecture may take, slides, voice and transcript.
const LECTURES: usize = 118;
/// Bytes of text a language in each of them; random words, which compress to about two thirds.
const TEXT: usize = 22_000;
/// Bytes that cross the line before the meter is compared.
const METERED: u64 = 1_500_000;

pub fn measure() -> Result<Vec<Check>, String> {
    let binary = telar(Profile::Release)?;
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let (data, package) = (folder.path().join("data"), folder.path().join("package"));
    Server::demo(&binary, &data)?.stop()?;
    write_package(&package).map_err(|error| format!("{}: {error}", package.display()))?;
    import(&binary, &package, &data)?;
    let server = Server::demo(&binary, &data)?;
    let link = open_cohort(&server, "2026.bench")?;
    let mut checks = browser(&server, &binary, &link)?;
    checks.push(meter(&server, &link)?);
    Ok(checks)
}

fn address(server: &Server) -> Result<SocketAddr, String> {
    let address = server.url.trim_start_matches("http://");
    address.parse().map_err(|error| format!("{address}: {error}"))
}

fn browser(server: &Server, binary: &Path, link: &str) -> Result<Vec<Check>, String> {
    let proxy = Proxy::start(address(server)?, Weather::alta_verapaz()).map_err(|error| error.to_string())?;
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let numbers = folder.path().join("numbers.json");
    let file = numbers.to_str().ok_or("the temporary folder's path is not text")?;
    let far = format!("http://{}", proxy.address);
    let environment = [("TELAR_NUMBERS", file), ("TELAR_FAR", far.as_str()), ("TELAR_LINK", link)];
    browse_on(server, "offline.config.ts", &environment, binary)?;
    let text = fs::read_to_string(&numbers).map_err(|error| format!("the browser wrote no numbers: {error}"))?;
    let numbers: Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    let number = |name: &str| numbers[name].as_f64().ok_or_else(|| format!("the browser did not measure {name}"));
    let line = Weather::alta_verapaz().down_bits_per_second as f64 / 8.0;
    let round_trip = 2.0 * Weather::alta_verapaz().delay.as_secs_f64();
    let used = |topic: &str| -> Result<(f64, f64, f64), String> {
        let seconds = number(&format!("{topic}_ms"))? / 1000.0;
        Ok((seconds, number(&format!("{topic}_line_bytes"))? / line, number(&format!("{topic}_said_bytes"))?))
    };
    // Seconds from the tap to the words that it is here, and those in which the line carried it.
    let (text, text_busy, text_said) = used("text")?;
    let (lecture, lecture_busy, lecture_said) = used("lecture")?;
    Ok(vec![
        Check::told("topic with a lecture, as said before the download", lecture_said / 1000.0, "kB"),
        Check::told("topic with a lecture, time to download", lecture, "s"),
        Check::at_least("topic with a lecture, line used", 100.0 * lecture_busy / lecture, "%", 95.0),
        Check::told("topic with a lecture, line used by content", 100.0 * lecture_said / line / lecture, "%"),
        Check::told("topic of text alone, as said before the download", text_said / 1000.0, "kB"),
        Check::told("topic of text alone, time to download", text, "s"),
        Check::told("topic of text alone, line used", 100.0 * text_busy / text, "%"),
        // Nothing can come sooner than a round trip after the tap.
        Check::told("topic of text alone, most that could be used", 100.0 * text_busy / (text_busy + round_trip), "%"),
        Check::at_most(
            "time that its download took beside line and round trip",
            text - text_busy - round_trip,
            "s",
            0.2,
        ),
        Check::at_most("app start without signal, CPU slowed 4 times", number("start_ms")? / 1000.0, "s", 1.0),
        Check::told("app start without signal, worker asleep before", number("cold_start_ms")? / 1000.0, "s"),
    ])
}

/// What the person's own page says of her data against what a proxy counted, both ways.
fn meter(server: &Server, link: &str) -> Result<Check, String> {
    let near = Weather {
        down_bits_per_second: 1_000_000_000,
        up_bits_per_second: 1_000_000_000,
        delay: Duration::ZERO,
        cut_one_in: None,
        seed: 1,
    };
    let proxy = Proxy::start(address(server)?, near).map_err(|error| error.to_string())?;
    let mut chance = Chance::new(7);
    let mut learner = Learner::joined(&server.url, link, "Persona Medida", &mut chance)?;
    let used = |client: &mut Client| -> Result<f64, String> {
        let answer = expect(client.get_json("/me/data-use.json"), &[200], "the meter")?;
        let told: Value = serde_json::from_str(&answer.text()).map_err(|error| error.to_string())?;
        told["month_bytes"].as_f64().ok_or_else(|| format!("the meter says {told}"))
    };
    // Read as it stands before anything is asked for as a browser asks, compressed.
    let places = learner.places()?;
    let home = expect(learner.client.get("/today"), &[200], "/today")?.text();
    learner.client.encodings = "gzip, deflate, br, zstd";
    learner.client.move_to(&format!("http://{}", proxy.address));
    let before = used(&mut learner.client)?;
    let carried_before = proxy.carried.load(Ordering::Relaxed);
    let assets: Vec<String> = html::tags(&home, "link")
        .into_iter()
        .chain(html::tags(&home, "script"))
        .filter_map(|tag| tag.get("href").or(tag.get("src")).cloned())
        .filter(|path| path.starts_with("/assets/"))
        .collect();
    while proxy.carried.load(Ordering::Relaxed) - carried_before < METERED {
        for path in ["/today", "/programme", &places.lesson, &places.quiz, "/me"]
            .into_iter()
            .chain(assets.iter().map(String::as_str))
        {
            expect(learner.client.get(path), &[200], path)?;
        }
        let topic = "/topics/t5/download";
        expect(learner.client.post(topic, Wanted::Json, &[("limit", "asked")]), &[200], topic)?;
    }
    let carried = (proxy.carried.load(Ordering::Relaxed) - carried_before) as f64;
    let told = used(&mut learner.client)? - before;
    Ok(Check::at_most(
        "the data meter's distance from the proxy's count",
        100.0 * (told - carried).abs() / carried,
        "%",
        5.0,
    ))
}

/// The shipped programme with many more lessons in its topic, and a topic beside it, under another version.
fn write_package(to: &Path) -> std::io::Result<()> {
    copy(&programme(), to)?;
    let file = to.join("programme.toml");
    let numbered = |topic: &str, count| (0..count).map(|number| format!("{topic}-b{number:03}")).collect::<Vec<_>>();
    let topics = [("t5", numbered("t5", LESSONS)), ("t6", numbered("t6", LECTURES))];
    let all = topics.iter().flat_map(|(_, names)| names).map(|name| format!("\"{name}\""));
    let listed = all.collect::<Vec<_>>().join(", ");
    let written = fs::read_to_string(&file)?;
    let written = written
        .replace("version = \"2026.1\"", "version = \"2026.bench\"")
        .replace("topics = [\"t5\"]", "topics = [\"t5\", \"t6\"]")
        .replace(
            "activities = [\"t5-l3\", \"t5-c\", \"t5-q\"]",
            &format!("activities = [\"t5-l3\", \"t5-c\", \"t5-q\", {listed}]"),
        );
    fs::write(&file, written)?;
    fs::create_dir_all(to.join("topics/t6"))?;
    fs::write(
        to.join("topics/t6/topic.toml"),
        "id = \"t6\"\nnumber = 6\ntitle.es = \"Prueba\"\ntitle.en = \"Measure\"\naim.es = \"Medir.\"\naim.en = \"To measure.\"\n",
    )?;
    let mut chance = Chance::new(11);
    for (topic, names) in &topics {
        for name in names {
            let lesson = format!(
                "+++\nid = \"{name}\"\ntitle.es = \"Lección {name}\"\ntitle.en = \"Lesson {name}\"\n\
                 summary.es = \"Texto de prueba.\"\nsummary.en = \"Text to measure with.\"\nminutes = 9\n+++\n\
                 === es\n{}\n\n=== en\n{}\n",
                words(&mut chance),
                words(&mut chance)
            );
            fs::write(to.join("topics").join(topic).join(format!("{name}.md")), lesson)?;
        }
    }
    Ok(())
}

/// Made-up words, five letters on average: nothing to read, and as hard to compress as real slides and text together.
fn words(chance: &mut Chance) -> String {
    let mut text = String::with_capacity(TEXT + 16);
    while text.len() < TEXT {
        for _ in 0..3 + chance.below(5) {
            text.push(char::from(b'a' + chance.below(26) as u8));
        }
        text.push_str(if chance.below(60) == 0 { ".\n\n" } else { " " });
    }
    text
}
