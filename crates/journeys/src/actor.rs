//! One person with one browser: cookies, forms, and what she sees.

use app::Telar;
use app::access::Visitor;
use axum::Router;
use axum::body::Body;
use axum::http::request::Builder;
use axum::http::{Request, Response, header};
use http_body_util::BodyExt;
use tower::ServiceExt;
use uuid::Uuid;

/// Between the parts of a form with a file.
const EDGE: &str = "----telar-edge";

#[derive(Clone)]
pub struct Actor {
    router: Router,
    telar: Telar,
    cookies: Vec<(String, String)>,
}

/// What the browser got.
#[derive(Clone, Debug)]
pub struct Page {
    pub status: u16,
    /// Where a redirect points.
    pub location: String,
    pub kind: String,
    pub text: String,
    pub bytes: Vec<u8>,
    pub headers: axum::http::HeaderMap,
}

impl Page {
    /// The value of the hidden field `name` of the page's first form that has it.
    pub fn hidden(&self, name: &str) -> String {
        let at = self.text.find(&format!("name=\"{name}\" value=\"")).unwrap_or_else(|| panic!("no field {name}"));
        let value = &self.text[at + name.len() + 15..];
        value[..value.find('"').unwrap_or(0)].to_owned()
    }
}

impl Actor {
    pub(crate) fn new(router: Router, telar: Telar) -> Self {
        Self { router, telar, cookies: Vec::new() }
    }

    pub fn token(&self) -> Option<&str> {
        self.cookies.iter().find(|(name, _)| name == "telar").map(|(_, value)| value.as_str())
    }

    /// Who she is to Telar. Panics where she is not signed in.
    pub async fn visitor(&self) -> Visitor {
        let token = self.token().expect("she has a session's cookie");
        self.telar.visitor(token).await.expect("the store answers").expect("her session stands")
    }

    pub async fn get(&mut self, path: &str) -> Page {
        self.send("GET", path, &[], &[]).await
    }

    /// Sends a form as the site's own pages do.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        self.send("POST", path, fields, &[("sec-fetch-site", "same-origin")]).await
    }

    /// Sends a form as the script does, which is answered with JSON.
    pub async fn post_json(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        self.send("POST", path, fields, &[("sec-fetch-site", "same-origin"), ("accept", "application/json")]).await
    }

    pub async fn send(&mut self, method: &str, path: &str, fields: &[(&str, &str)], headers: &[(&str, &str)]) -> Page {
        let mut request = Request::builder().method(method).uri(path).header(header::HOST, "telar.test");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let body = match method {
            "POST" => ("application/x-www-form-urlencoded".to_owned(), encoded(fields).into_bytes()),
            _ => (String::new(), Vec::new()),
        };
        self.exchange(request, body).await
    }

    /// Sends what is no form, as the script does, which is answered with JSON.
    pub async fn post_body(&mut self, path: &str, body: &str, headers: &[(&str, &str)]) -> Page {
        let mut request = Request::builder().method("POST").uri(path).header(header::HOST, "telar.test");
        for (name, value) in [("sec-fetch-site", "same-origin"), ("accept", "application/json")].iter().chain(headers) {
            request = request.header(*name, *value);
        }
        self.exchange(request, ("application/json".to_owned(), body.as_bytes().to_vec())).await
    }

    /// Sends a form with a file, as a browser does.
    pub async fn upload(&mut self, path: &str, fields: &[(&str, &str)], file: (&str, &[u8])) -> Page {
        let request = Request::builder().method("POST").uri(path).header(header::HOST, "telar.test");
        let request = request.header("sec-fetch-site", "same-origin");
        let mut body = Vec::new();
        for (name, value) in fields {
            let part = format!("--{EDGE}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend_from_slice(part.as_bytes());
        }
        let named = format!("name=\"file\"; filename=\"{}\"\r\nContent-Type: application/octet-stream", file.0);
        body.extend_from_slice(format!("--{EDGE}\r\nContent-Disposition: form-data; {named}\r\n\r\n").as_bytes());
        body.extend_from_slice(file.1);
        body.extend_from_slice(format!("\r\n--{EDGE}--\r\n").as_bytes());
        self.exchange(request, (format!("multipart/form-data; boundary={EDGE}"), body)).await
    }

    async fn exchange(&mut self, mut request: Builder, (kind, body): (String, Vec<u8>)) -> Page {
        if !self.cookies.is_empty() {
            let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        if !kind.is_empty() {
            request = request.header(header::CONTENT_TYPE, kind);
        }
        let body = Body::from(body);
        let request = request.body(body).expect("a well-formed request");
        let response = self.router.clone().oneshot(request).await.expect("the router always answers");
        self.keep_cookies(&response);
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.expect("the body ends").to_bytes().to_vec();
        let read = |name| parts.headers.get(name).and_then(|it| it.to_str().ok()).unwrap_or_default().to_owned();
        Page {
            status: parts.status.as_u16(),
            location: read(header::LOCATION),
            kind: read(header::CONTENT_TYPE),
            text: String::from_utf8_lossy(&bytes).into_owned(),
            bytes,
            headers: parts.headers,
        }
    }

    fn keep_cookies(&mut self, response: &Response<Body>) {
        for cookie in response.headers().get_all(header::SET_COOKIE) {
            let Some((name, rest)) = cookie.to_str().ok().and_then(|it| it.split_once('=')) else { continue };
            let value = rest.split(';').next().unwrap_or_default();
            self.cookies.retain(|(known, _)| known != name);
            if !value.is_empty() && !rest.to_ascii_lowercase().contains("max-age=0") {
                self.cookies.push((name.to_owned(), value.to_owned()));
            }
        }
    }

    /// Opens the cohort's link and fills the form in.
    pub async fn join(&mut self, code: &str, name: &str) -> Page {
        let page = self.get(&format!("/c/{code}")).await;
        assert_eq!(page.status, 200, "the cohort's link opens");
        let command = page.hidden("command");
        self.join_as(code, name, &command, &[]).await
    }

    pub async fn join_as(&mut self, code: &str, name: &str, command: &str, more: &[(&str, &str)]) -> Page {
        let mut fields = vec![
            ("command", command),
            ("name", name),
            ("sector", "health"),
            ("organisation", "Puesto de Salud El Ejemplo"),
            ("municipality", "1601"),
            ("language", "es"),
            ("consent", "on"),
            ("conduct", "on"),
        ];
        fields.extend_from_slice(more);
        self.post(&format!("/c/{code}"), &fields).await
    }

    /// Opens a lesson and says that she has read it.
    pub async fn read(&mut self, activity: &str) {
        let page = self.get(&format!("/activities/{activity}")).await;
        assert_eq!(page.status, 200, "her lesson opens");
        let done = self.post(&format!("/activities/{activity}/done"), &[("command", &new_command())]).await;
        assert_eq!(done.status, 303, "finishing a lesson goes on: {}", done.text);
    }

    /// Starts an attempt; gives back its id.
    pub async fn start(&mut self, activity: &str) -> String {
        let page = self.post(&format!("/activities/{activity}/attempts"), &[("command", &new_command())]).await;
        assert_eq!(page.status, 303, "starting goes to the first question: {}", page.text);
        let path = page.location.trim_start_matches("/attempts/");
        path.split(['/', '#']).next().unwrap_or_default().to_owned()
    }

    pub async fn answer(&mut self, attempt: &str, question: &str, choice: &str, command: &str) -> Page {
        let fields = [("command", command), ("question", question), ("answer", choice)];
        self.post_json(&format!("/attempts/{attempt}/answers"), &fields).await
    }

    /// Takes a quiz from start to end, choosing right or wrong at each question by `right`.
    pub async fn take(&mut self, activity: &str, right: impl Fn(usize) -> bool) -> String {
        let attempt = self.start(activity).await;
        let page = self.telar.attempt(self.visitor().await.person, attempt.parse().expect("an id")).await;
        let page = page.expect("her attempt");
        for (place, id) in page.asked.iter().enumerate() {
            let question = page.quiz().question(id.as_str()).expect("a question");
            let choice = question.kind.choices().iter().find(|it| it.right == right(place)).expect("a choice");
            let saved = self.answer(&attempt, id.as_str(), choice.id.as_str(), &new_command()).await;
            assert_eq!(saved.status, 200, "an answer is saved: {}", saved.text);
        }
        let handed = self.post(&format!("/attempts/{attempt}/submission"), &[("command", &new_command())]).await;
        assert_eq!(handed.status, 303, "handing in goes to the result: {}", handed.text);
        attempt
    }
}

pub fn new_command() -> String {
    Uuid::new_v4().to_string()
}

fn encoded(fields: &[(&str, &str)]) -> String {
    let escape = |text: &str| -> String {
        text.bytes()
            .map(|byte| match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => char::from(byte).to_string(),
                byte => format!("%{byte:02X}"),
            })
            .collect()
    };
    fields.iter().map(|(name, value)| format!("{}={}", escape(name), escape(value))).collect::<Vec<_>>().join("&")
}
