//! What a lesson costs a phone, in headless Chromium: bytes and requests of the first and of the next visit, and when the
//! first words appear on the reference line, once by the browser's own throttle and once behind the delaying proxy. The
//! browser's side is `e2e/bench/lesson.bench.ts`; this module starts it and reads the numbers that it wrote.

use crate::proxy::{Proxy, Weather};
use crate::server::Server;
use crate::statistics::Check;
use crate::suite::browse_on;
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::sync::atomic::Ordering;

pub fn measure(server: &Server, binary: &Path, lesson: &str) -> Result<Vec<Check>, String> {
    let address = server.url.trim_start_matches("http://");
    let address = address.parse().map_err(|error| format!("{address}: {error}"))?;
    let proxy = Proxy::start(address, Weather::alta_verapaz()).map_err(|error| error.to_string())?;
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let numbers = folder.path().join("numbers.json");
    let file = numbers.to_str().ok_or("the temporary folder's path is not text")?;
    let far = format!("http://{}", proxy.address);
    // Its closing lines are no part of the bench's result and go to standard error.
    let environment = [("TELAR_NUMBERS", file), ("TELAR_FAR", far.as_str()), ("TELAR_LESSON", lesson)];
    browse_on(server, "bench.config.ts", &environment, binary)?;
    let text = fs::read_to_string(&numbers).map_err(|error| format!("the browser wrote no numbers: {error}"))?;
    let numbers: Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    let number = |name: &str| numbers[name].as_f64().ok_or_else(|| format!("the browser did not measure {name}"));
    Ok(vec![
        Check::at_most("first visit to a lesson", number("first_bytes")? / 1000.0, "kB", 60.0),
        Check::at_most("first visit, requests", number("first_requests")?, "", 8.0),
        Check::at_most("first visit, script", number("first_script_bytes")? / 1000.0, "kB", 20.0),
        Check::at_most("next visit", number("next_bytes")? / 1000.0, "kB", 8.0),
        Check::told("next visit, requests", number("next_requests")?, ""),
        Check::at_most("first contentful paint, browser's throttle", number("throttled_paint_ms")? / 1000.0, "s", 1.8),
        Check::at_most("first contentful paint, behind the proxy", number("far_paint_ms")? / 1000.0, "s", 1.8),
        Check::told("carried by the proxy, both ways", proxy.carried.load(Ordering::Relaxed) as f64 / 1000.0, "kB"),
    ])
}
