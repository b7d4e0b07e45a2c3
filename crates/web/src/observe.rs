//! What an operator may see of the traffic: one log line a request and the metrics. Only the pattern of a route is ever
//! written, never a path, a query or a name. It must not know what a request was about.

use crate::State;
use axum::extract::{MatchedPath, Request};
use axum::http::{Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use prometheus_client::collector::Collector;
use prometheus_client::encoding::{DescriptorEncoder, EncodeLabelSet, EncodeMetric};
use prometheus_client::metrics::counter::{ConstCounter, Counter};
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::{ConstGauge, Gauge};
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;
use std::sync::atomic::Ordering;
use std::time::Instant;

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Answered {
    method: &'static str,
    route: String,
    status: u16,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Mailed {
    outcome: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Taken {
    route: String,
}

pub struct Metrics {
    registry: Registry,
    requests: Family<Answered, Counter>,
    durations: Family<Taken, Histogram, fn() -> Histogram>,
    answers_saved: Counter,
    facts: Gauge,
    mails: Family<Mailed, Counter>,
}

fn seconds() -> Histogram {
    Histogram::new([0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0])
}

impl Default for Metrics {
    fn default() -> Self {
        let requests = Family::<Answered, Counter>::default();
        let durations = Family::<Taken, Histogram, fn() -> Histogram>::new_with_constructor(seconds);
        let answers_saved = Counter::default();
        let mut registry = Registry::with_prefix("telar");
        registry.register("requests", "Requests answered, by route pattern and status", requests.clone());
        registry.register("request_seconds", "Seconds until the answer began", durations.clone());
        registry.register("answers_saved", "Answers to questions that were acknowledged", answers_saved.clone());
        let facts = Gauge::default();
        registry.register("journal_facts", "Facts in the journal", facts.clone());
        let mails = Family::<Mailed, Counter>::default();
        registry.register("mails", "Mails sent, given up after the last try, and held back by a limit", mails.clone());
        registry.register_collector(Box::new(Process));
        Self { registry, requests, durations, answers_saved, facts, mails }
    }
}

/// Counts and logs each request.
pub(crate) async fn observe(
    axum::extract::State(state): axum::extract::State<State>,
    request: Request,
    next: Next,
) -> Response {
    let began = Instant::now();
    let method = match *request.method() {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        _ => "other",
    };
    let route = request.extensions().get::<MatchedPath>().map_or("none", MatchedPath::as_str).to_owned();
    let response = next.run(request).await;
    let (status, took) = (response.status(), began.elapsed());
    if method == "POST" && route == "/attempts/{id}/answers" && status.as_u16() < 400 {
        state.metrics.answers_saved.inc();
    }
    tracing::info!(method, route, status = status.as_u16(), ms = took.as_secs_f64() * 1_000.0, "answered");
    state.metrics.durations.get_or_create(&Taken { route: route.clone() }).observe(took.as_secs_f64());
    state.metrics.requests.get_or_create(&Answered { method, route, status: status.as_u16() }).inc();
    response
}

/// `GET /metrics`, for an address of its own that only the operator reaches.
pub(crate) async fn metrics(axum::extract::State(state): axum::extract::State<State>) -> Response {
    if let Ok(facts) = state.telar.facts().await {
        state.metrics.facts.set(i64::try_from(facts).unwrap_or(i64::MAX));
    }
    let counts = state.telar.mail_counts();
    for (outcome, count) in [("sent", counts.sent), ("failed", counts.failed), ("held_back", counts.held_back)] {
        state.metrics.mails.get_or_create(&Mailed { outcome }).inner().store(count, Ordering::Relaxed);
    }
    let mut text = String::new();
    if prometheus_client::encoding::text::encode(&mut text, &state.metrics.registry).is_err() {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    }
    ([(header::CONTENT_TYPE, "application/openmetrics-text; version=1.0.0; charset=utf-8")], text).into_response()
}

/// Memory and processor time of this process, read from the kernel when asked.
#[derive(Debug)]
struct Process;

impl Collector for Process {
    fn encode(&self, mut encoder: DescriptorEncoder<'_>) -> Result<(), std::fmt::Error> {
        if let Some(bytes) = resident_bytes() {
            let gauge = ConstGauge::new(bytes);
            let metric = encoder.encode_descriptor(
                "process_resident_memory_bytes",
                "Memory in use",
                None,
                prometheus_client::metrics::MetricType::Gauge,
            )?;
            gauge.encode(metric)?;
        }
        if let Some(seconds) = processor_seconds() {
            let counter = ConstCounter::new(seconds);
            let metric = encoder.encode_descriptor(
                "process_cpu_seconds",
                "Processor time used",
                None,
                prometheus_client::metrics::MetricType::Counter,
            )?;
            counter.encode(metric)?;
        }
        Ok(())
    }
}

fn resident_bytes() -> Option<i64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.trim().trim_end_matches("kB").trim().parse::<i64>().ok().map(|kilobytes| kilobytes * 1024)
}

/// User and system time. The kernel counts them in hundredths of a second on every platform that Linux gives to users.
fn processor_seconds() -> Option<f64> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    // The program's name may hold spaces; the fields that count come after its closing bracket: 14 and 15 of the line.
    let mut fields = stat.rsplit_once(')')?.1.split_whitespace().skip(11);
    let (user, system) = (fields.next()?.parse::<f64>().ok()?, fields.next()?.parse::<f64>().ok()?);
    Some((user + system) / 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(target_os = "linux")]
    #[test]
    fn the_process_is_measured() {
        assert!(resident_bytes().unwrap() > 100_000);
        assert!(processor_seconds().unwrap() >= 0.0);
    }

    #[test]
    fn metrics_are_written_by_route_and_status() {
        let metrics = Metrics::default();
        metrics.requests.get_or_create(&Answered { method: "GET", route: "/today".into(), status: 200 }).inc();
        metrics.durations.get_or_create(&Taken { route: "/today".into() }).observe(0.002);
        let mut text = String::new();
        prometheus_client::encoding::text::encode(&mut text, &metrics.registry).unwrap();
        assert!(text.contains(r#"telar_requests_total{method="GET",route="/today",status="200"} 1"#), "{text}");
        assert!(text.contains(r#"telar_request_seconds_count{route="/today"} 1"#), "{text}");
    }
}
