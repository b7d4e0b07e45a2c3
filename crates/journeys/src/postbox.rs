//! A mail server on loopback that takes letters, or does not: enough of SMTP for the real client to speak with. It ends with the test.

use app::mail::{Mail, MailServer};
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicU16, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

/// What arrived.
#[derive(Clone, Debug)]
pub struct Arrived {
    pub to: Vec<String>,
    /// As it came over the line.
    pub raw: String,
}

pub struct Postbox {
    address: SocketAddr,
    arrived: UnboundedReceiver<Arrived>,
    heard: Arc<Heard>,
}

#[derive(Default)]
struct Heard {
    /// The code with which recipients are refused; none where they are taken.
    refuses: AtomicU16,
    /// How many more are refused; then letters are taken again.
    times: AtomicU64,
    tries: AtomicU64,
    lines: Mutex<Vec<String>>,
}

impl Arrived {
    /// The address of the link in it, without the site: the text part is read as a mail program does.
    pub fn link(&self) -> String {
        let text = self.text();
        let at = text.find("/enter/").unwrap_or_else(|| panic!("no link in {text}"));
        text[at..].split_whitespace().next().unwrap_or_default().to_owned()
    }

    /// The plain part.
    pub fn text(&self) -> String {
        self.part("text/plain")
    }

    pub fn html(&self) -> String {
        self.part("text/html")
    }

    /// The lines above the letter.
    pub fn head(&self) -> &str {
        self.raw.split("\r\n\r\n").next().unwrap_or_default()
    }

    fn part(&self, kind: &str) -> String {
        let at = self.raw.find(&format!("Content-Type: {kind}")).unwrap_or_else(|| panic!("no {kind}: {}", self.raw));
        let (head, body) = self.raw[at..].split_once("\r\n\r\n").expect("a part has a body");
        let body = body.split("\r\n--").next().unwrap_or_default();
        if head.contains("quoted-printable") { unquoted(body) } else { body.to_owned() }
    }
}

/// Quoted-printable (RFC 2045, 6.7).
fn unquoted(body: &str) -> String {
    let joined = body.replace("=\r\n", "");
    let (mut bytes, mut rest) = (Vec::new(), joined.as_bytes());
    while let Some((first, after)) = rest.split_first() {
        let hex = after.get(..2).and_then(|two| std::str::from_utf8(two).ok());
        match hex.filter(|_| *first == b'=').and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).expect("letters are UTF-8")
}

impl Postbox {
    pub fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = listener.local_addr().expect("bound");
        let (send, arrived) = unbounded_channel();
        let heard = Arc::new(Heard::default());
        let told = Arc::clone(&heard);
        std::thread::spawn(move || {
            for line in listener.incoming() {
                // The last connection is the box's own: nobody reads any more.
                let Ok(line) = line else { break };
                if send.is_closed() {
                    break;
                }
                let (send, heard) = (send.clone(), Arc::clone(&told));
                std::thread::spawn(move || speak(&line, &send, &heard));
            }
        });
        Self { address, arrived, heard }
    }

    /// The site's way to this box, without a pause between tries.
    pub fn mail(&self) -> Mail {
        mail_to(self.address)
    }

    /// A way to where nobody listens.
    pub fn closed() -> Mail {
        let address = TcpListener::bind("127.0.0.1:0").and_then(|it| it.local_addr()).expect("a port");
        mail_to(address)
    }

    /// The next letter; panics where none comes.
    pub async fn next(&mut self) -> Arrived {
        let next = tokio::time::timeout(Duration::from_secs(20), self.arrived.recv()).await;
        next.ok().flatten().unwrap_or_else(|| panic!("no letter came; heard {:?}", self.lines()))
    }

    /// What came and nobody took out.
    pub fn left(&mut self) -> usize {
        std::iter::from_fn(|| self.arrived.try_recv().ok()).count()
    }

    /// Refuses the next recipients, so many times, with this code.
    pub fn refuse(&self, code: u16, times: u64) {
        self.heard.times.store(times, Ordering::SeqCst);
        self.heard.refuses.store(code, Ordering::SeqCst);
    }

    /// How often somebody was named as a recipient.
    pub fn tries(&self) -> u64 {
        self.heard.tries.load(Ordering::SeqCst)
    }

    fn lines(&self) -> Vec<String> {
        self.heard.lines.lock().expect("no panic").clone()
    }
}

impl Drop for Postbox {
    fn drop(&mut self) {
        self.arrived.close();
        let _ = TcpStream::connect(self.address);
    }
}

fn mail_to(address: SocketAddr) -> Mail {
    let server: MailServer = format!("smtp://{address}").parse().expect("a mail server");
    let from = domain::people::Email::parse("telar@telar.test").expect("an address");
    Mail::new(&server, None, &from).expect("mail goes out").with_pauses([Duration::ZERO; 2])
}

fn speak(stream: &TcpStream, send: &UnboundedSender<Arrived>, heard: &Heard) {
    let mut lines = BufReader::new(stream);
    let say = |text: &str| {
        let mut stream = stream;
        stream.write_all(format!("{text}\r\n").as_bytes()).is_ok()
    };
    let (mut to, mut line) = (Vec::new(), String::new());
    say("220 postbox ESMTP");
    loop {
        line.clear();
        if !lines.read_line(&mut line).is_ok_and(|length| length > 0) {
            return;
        }
        let said = line.trim_end().to_owned();
        heard.lines.lock().expect("no panic").push(said.clone());
        let verb = said.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
        let went = match verb.as_str() {
            "EHLO" => say("250-postbox\r\n250-8BITMIME\r\n250 SMTPUTF8"),
            "RCPT" => {
                heard.tries.fetch_add(1, Ordering::SeqCst);
                let times = &heard.times;
                let refused =
                    times.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1)).is_ok();
                if refused {
                    // As servers do: the address comes back in the answer.
                    say(&format!("{} {said}: no such mailbox", heard.refuses.load(Ordering::SeqCst)))
                } else {
                    to.push(said.trim_start_matches("RCPT TO:<").split('>').next().unwrap_or_default().to_owned());
                    say("250 ok")
                }
            }
            "DATA" => {
                say("354 go on");
                let mut raw = String::new();
                loop {
                    line.clear();
                    if !lines.read_line(&mut line).is_ok_and(|length| length > 0) {
                        return;
                    }
                    if line == ".\r\n" {
                        break;
                    }
                    raw.push_str(line.strip_prefix('.').unwrap_or(&line));
                }
                let _ = send.send(Arrived { to: std::mem::take(&mut to), raw });
                say("250 taken")
            }
            "QUIT" => {
                say("221 bye");
                return;
            }
            _ => say("250 ok"),
        };
        if !went {
            return;
        }
    }
}
