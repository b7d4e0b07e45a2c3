//! A slow, far and unreliable line in user space: a TCP proxy with a rate and a delay each way, which also delays the opening
//! of a connection by one round trip (a phone waits for SYN and SYN-ACK) and may cut connections by chance. When a piece
//! arrives is decided by `Line`, pure arithmetic over durations, so that its rules are tested without waiting. Knows bytes,
//! not HTTP. It does not model slow start or loss: a real line is worse.

use crate::chance::Chance;
use std::io::{self, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

/// A packet's worth: pieces of several connections take turns on the line.
const PIECE: usize = 1460;
/// Pieces that may wait at the line's entry for one connection; then the sender waits, as behind a full buffer.
const WAITING: usize = 64;

/// What the line does to traffic.
#[derive(Clone, Copy)]
pub struct Weather {
    pub down_bits_per_second: u64,
    pub up_bits_per_second: u64,
    /// One way; a round trip takes twice as long.
    pub delay: Duration,
    /// Each piece has one chance in so many to be the last of its connection; none when absent.
    pub cut_one_in: Option<u64>,
    pub seed: u64,
}

impl Weather {
    /// The reference phone's line: 400 kbit/s down, 150 up, 400 ms there and back.
    pub fn alta_verapaz() -> Weather {
        Weather {
            down_bits_per_second: 400_000,
            up_bits_per_second: 150_000,
            delay: Duration::from_millis(200),
            cut_one_in: None,
            seed: 1,
        }
    }
}

/// One direction of the line: pieces leave one after another at its rate and arrive a delay later. Times count from the
/// proxy's start.
pub struct Line {
    bits_per_second: u64,
    delay: Duration,
    free_at: Duration,
}

impl Line {
    pub fn new(bits_per_second: u64, delay: Duration) -> Line {
        Line { bits_per_second, delay, free_at: Duration::ZERO }
    }

    /// When `bytes` handed over at `now` have arrived at the other end.
    pub fn arrival(&mut self, now: Duration, bytes: usize) -> Duration {
        let sending = Duration::from_secs_f64(bytes as f64 * 8.0 / self.bits_per_second as f64);
        self.free_at = self.free_at.max(now) + sending;
        self.free_at + self.delay
    }
}

/// A running proxy; it stops taking connections when dropped.
pub struct Proxy {
    pub address: SocketAddr,
    stopping: Arc<AtomicBool>,
    pub carried: Arc<AtomicU64>,
    /// No signal while set: new connections are dropped, open ones with their next piece.
    pub silent: Arc<AtomicBool>,
}

struct Road {
    started: Instant,
    weather: Weather,
    up: Mutex<Line>,
    down: Mutex<Line>,
    chance: Mutex<Chance>,
    carried: Arc<AtomicU64>,
    silent: Arc<AtomicBool>,
}

impl Proxy {
    pub fn start(server: SocketAddr, weather: Weather) -> io::Result<Proxy> {
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        let address = listener.local_addr()?;
        let stopping = Arc::new(AtomicBool::new(false));
        let carried = Arc::new(AtomicU64::new(0));
        let silent = Arc::new(AtomicBool::new(false));
        let road = Arc::new(Road {
            started: Instant::now(),
            weather,
            up: Mutex::new(Line::new(weather.up_bits_per_second, weather.delay)),
            down: Mutex::new(Line::new(weather.down_bits_per_second, weather.delay)),
            chance: Mutex::new(Chance::new(weather.seed)),
            carried: carried.clone(),
            silent: silent.clone(),
        });
        let stop = stopping.clone();
        thread::spawn(move || {
            for client in listener.incoming().map_while(Result::ok) {
                if stop.load(Ordering::Relaxed) {
                    return;
                }
                let road = road.clone();
                thread::spawn(move || drop(carry(client, server, road)));
            }
        });
        Ok(Proxy { address, stopping, carried, silent })
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.stopping.store(true, Ordering::Relaxed);
        // Wakes the listener, which then sees that it is over.
        drop(TcpStream::connect(self.address));
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Up,
    Down,
}

fn carry(client: TcpStream, server: SocketAddr, road: Arc<Road>) -> io::Result<()> {
    if road.silent.load(Ordering::Relaxed) {
        return Ok(());
    }
    let server = TcpStream::connect(server)?;
    client.set_nodelay(true)?;
    server.set_nodelay(true)?;
    // The kernel has already answered the client's SYN; holding its first bytes for a round trip costs it the same time.
    thread::sleep(2 * road.weather.delay);
    let (back_from, back_to) = (server.try_clone()?, client.try_clone()?);
    let other = road.clone();
    let back = thread::spawn(move || one_way(back_from, back_to, Way::Down, &other));
    one_way(client, server, Way::Up, &road);
    drop(back.join());
    Ok(())
}

fn one_way(mut from: TcpStream, to: TcpStream, way: Way, road: &Road) {
    let (send, receive) = sync_channel(WAITING);
    let started = road.started;
    let Ok(end) = to.try_clone() else { return };
    let writer = thread::spawn(move || deliver(to, &receive, started));
    let cut = take_in(&mut from, &send, way, road);
    drop(send);
    if cut {
        // As when the signal drops: both sides lose the connection, and what was on its way.
        drop(from.shutdown(Shutdown::Both));
        drop(end.shutdown(Shutdown::Both));
    }
    drop(writer.join());
}

/// Reads pieces and puts each on the line; true when chance cut the connection.
fn take_in(from: &mut TcpStream, send: &SyncSender<(Duration, Vec<u8>)>, way: Way, road: &Road) -> bool {
    let mut piece = [0; PIECE];
    while let Ok(read @ 1..) = from.read(&mut piece) {
        if road.silent.load(Ordering::Relaxed) {
            return true;
        }
        if let Some(one_in) = road.weather.cut_one_in
            && road.chance.lock().expect("no panic holds it").next().is_multiple_of(one_in)
        {
            return true;
        }
        let line = if way == Way::Up { &road.up } else { &road.down };
        let arrival = line.lock().expect("no panic holds it").arrival(road.started.elapsed(), read);
        road.carried.fetch_add(read as u64, Ordering::Relaxed);
        if send.send((arrival, piece[..read].to_vec())).is_err() {
            return false;
        }
    }
    false
}

fn deliver(mut to: TcpStream, receive: &Receiver<(Duration, Vec<u8>)>, started: Instant) {
    for (arrival, piece) in receive {
        thread::sleep(arrival.saturating_sub(started.elapsed()));
        if to.write_all(&piece).is_err() {
            break;
        }
    }
    drop(to.shutdown(Shutdown::Write));
}

#[cfg(test)]
mod tests {
    use super::*;

    const MS: Duration = Duration::from_millis(1);

    #[test]
    fn a_piece_takes_its_length_at_the_rate_and_then_the_delay() {
        let mut line = Line::new(400_000, 200 * MS);
        assert_eq!(line.arrival(Duration::ZERO, 5_000), 300 * MS);
    }

    #[test]
    fn pieces_wait_for_those_before_them_and_share_the_delay() {
        let mut line = Line::new(400_000, 200 * MS);
        assert_eq!(line.arrival(Duration::ZERO, 5_000), 300 * MS);
        assert_eq!(line.arrival(Duration::ZERO, 5_000), 400 * MS);
        assert_eq!(line.arrival(50 * MS, 5_000), 500 * MS);
    }

    #[test]
    fn a_line_that_was_idle_saves_nothing_up() {
        let mut line = Line::new(400_000, 200 * MS);
        line.arrival(Duration::ZERO, 5_000);
        assert_eq!(line.arrival(1_000 * MS, 5_000), 1_300 * MS);
    }

    #[test]
    fn sixty_kilobytes_at_the_reference_rate_take_more_than_a_second() {
        let mut line = Line::new(400_000, 200 * MS);
        let last = (0..60).map(|_| line.arrival(Duration::ZERO, 1_000)).last().unwrap();
        assert_eq!(last, 1_400 * MS);
    }

    /// A server that sends back what comes, for one connection.
    fn echo() -> SocketAddr {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let address = listener.local_addr().unwrap();
        thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let mut copy = stream.try_clone().unwrap();
            io::copy(&mut stream, &mut copy).ok();
        });
        address
    }

    fn quick() -> Weather {
        Weather {
            down_bits_per_second: 800_000_000,
            up_bits_per_second: 800_000_000,
            delay: MS,
            cut_one_in: None,
            seed: 1,
        }
    }

    #[test]
    fn bytes_come_through_whole_and_in_order() {
        let proxy = Proxy::start(echo(), quick()).unwrap();
        let mut stream = TcpStream::connect(proxy.address).unwrap();
        let sent: Vec<u8> = (0..200_000u32).map(|number| (number % 251) as u8).collect();
        let (mut out, bytes) = (stream.try_clone().unwrap(), sent.clone());
        let writer = thread::spawn(move || {
            out.write_all(&bytes).unwrap();
            out.shutdown(Shutdown::Write).unwrap();
        });
        let mut came = Vec::new();
        stream.read_to_end(&mut came).unwrap();
        writer.join().unwrap();
        assert!(came == sent, "{} of {} bytes came", came.len(), sent.len());
        assert_eq!(proxy.carried.load(Ordering::Relaxed), 400_000);
    }

    #[test]
    fn nothing_comes_before_the_line_allows_it() {
        let weather = Weather { delay: 20 * MS, ..quick() };
        let proxy = Proxy::start(echo(), weather).unwrap();
        let started = Instant::now();
        let mut stream = TcpStream::connect(proxy.address).unwrap();
        stream.write_all(b"x").unwrap();
        stream.read_exact(&mut [0]).unwrap();
        // A lower bound only: a busy machine may take longer, never less than opening (2) and there and back (2).
        assert!(started.elapsed() >= 80 * MS, "{:?}", started.elapsed());
    }

    #[test]
    fn without_signal_nothing_comes_through_and_then_it_does_again() {
        let proxy = Proxy::start(echo(), quick()).unwrap();
        proxy.silent.store(true, Ordering::Relaxed);
        let mut stream = TcpStream::connect(proxy.address).unwrap();
        drop(stream.write_all(b"lost"));
        assert!(matches!(stream.read(&mut [0; 4]), Ok(0) | Err(_)));
        proxy.silent.store(false, Ordering::Relaxed);
        let mut stream = TcpStream::connect(proxy.address).unwrap();
        stream.write_all(b"kept").unwrap();
        let mut came = [0; 4];
        stream.read_exact(&mut came).unwrap();
        assert_eq!(&came, b"kept");
    }

    #[test]
    fn chance_cuts_connections() {
        let proxy = Proxy::start(echo(), Weather { cut_one_in: Some(1), ..quick() }).unwrap();
        let mut stream = TcpStream::connect(proxy.address).unwrap();
        stream.write_all(b"lost").unwrap();
        assert!(matches!(stream.read(&mut [0; 4]), Ok(0) | Err(_)));
    }
}
