//! The data meter: what it counts on a real connection, and the limit that asks.

use domain::data_use::{DataUse, Family};
use domain::ids::PersonId;
use domain::moment::Span;
use journeys::{Actor, Site, new_command, on_both_engines};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// A browser's connection that counts every byte on it, both ways.
struct Wire {
    stream: TcpStream,
    cookie: String,
    bytes: DataUse,
    end: oneshot::Sender<()>,
    served: JoinHandle<()>,
}

impl Wire {
    async fn to(site: &Site, token: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
        let address = listener.local_addr().expect("it has an address");
        let (end, ended) = oneshot::channel();
        let serving = axum::serve(listener, site.router.clone()).with_graceful_shutdown(async { drop(ended.await) });
        let served = tokio::spawn(async move { serving.await.expect("it serves") });
        let stream = TcpStream::connect(address).await.expect("it listens");
        Self { stream, cookie: format!("telar={token}; lang=es"), bytes: DataUse::default(), end, served }
    }

    /// Hangs up and waits until the server has let go of all that it sent; gives back what crossed the wire.
    async fn hang_up(self) -> DataUse {
        drop(self.stream);
        let _ = self.end.send(());
        self.served.await.expect("it ends well");
        self.bytes
    }

    /// Sends a request as Chrome on Android would and reads the answer to its end; gives back its head.
    async fn ask(&mut self, method: &str, path: &str, form: &str) -> String {
        let mut request = format!(
            "{method} {path} HTTP/1.1\r\nhost: telar.test\r\nuser-agent: Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 \
             (KHTML, like Gecko) Chrome/90.0 Mobile Safari/537.36\r\naccept: text/html,application/xhtml+xml\r\n\
             accept-encoding: gzip, deflate\r\ncookie: {}\r\nsec-fetch-site: same-origin\r\n",
            self.cookie
        );
        if !form.is_empty() {
            let length = form.len();
            request += &format!("content-type: application/x-www-form-urlencoded\r\ncontent-length: {length}\r\n");
        }
        request += "\r\n";
        request += form;
        self.stream.write_all(request.as_bytes()).await.expect("it is sent");
        self.bytes.up += request.len() as u64;
        let mut answer = Vec::new();
        loop {
            let mut piece = [0; 8_192];
            let count = self.stream.read(&mut piece).await.expect("it answers");
            assert!(count > 0, "{method} {path}: the connection ended: {}", String::from_utf8_lossy(&answer));
            answer.extend_from_slice(&piece[..count]);
            self.bytes.down += count as u64;
            let Some(end) = answer.windows(4).position(|four| four == b"\r\n\r\n") else { continue };
            let head = String::from_utf8_lossy(&answer[..end]).into_owned();
            let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
            let length: usize = length.map_or(0, |length| length.parse().expect("a number"));
            // An answer to HEAD says how long the page would be, and ends there.
            let length = if method == "HEAD" { 0 } else { length };
            if answer.len() == end + 4 + length {
                return head;
            }
        }
    }
}

async fn families(site: &Site, person: PersonId) -> Vec<(Family, DataUse)> {
    site.telar.data_month(person).await.expect("the store answers").families
}

fn of(families: &[(Family, DataUse)], family: Family) -> u64 {
    families.iter().find(|(it, _)| *it == family).map_or(0, |(_, bytes)| bytes.total())
}

#[test]
fn the_meter_counts_what_crosses_the_wire() {
    on_both_engines(|site| async move {
        let mut marta = site.learner("Marta Ejemplo").await;
        let person = marta.visitor().await.person;
        let attempt = marta.start("t5-p").await;
        let before = site.telar.data_month(person).await.expect("the store answers").total();
        let page = marta.get("/today").await.text;
        let style =
            page.split('"').find(|word| word.starts_with("/assets/") && word.ends_with(".css")).expect("a sheet");
        let mid = site.telar.data_month(person).await.expect("the store answers").total();
        assert!(mid.total() > before.total(), "a page counts also without a network");

        let mut wire = Wire::to(&site, marta.token().expect("she is signed in")).await;
        for round in 0..60 {
            for path in
                ["/today", "/activities/t5-l1", "/activities/t5-q", style, "/programme", "/me", "/none", "/leave"]
            {
                let head = wire.ask("GET", path, "").await;
                assert!(!head.contains(" 500 "), "{path}: {head}");
                if path == "/leave" {
                    wire.ask("POST", "/back", "").await;
                }
            }
            let form = format!("command={}&question=t5-p-01&answer=a&round={round}", new_command());
            let saved = wire.ask("POST", &format!("/attempts/{attempt}/answers"), &form).await;
            assert!(saved.starts_with("HTTP/1.1 303"), "{saved}");
            wire.ask("HEAD", "/today", "").await;
            if round % 10 == 0 {
                let topic = wire.ask("POST", "/topics/t5/download", "limit=asked").await;
                assert!(topic.starts_with("HTTP/1.1 200") && topic.contains("content-length: "), "{topic}");
            }
        }
        let crossed = wire.hang_up().await;
        assert!(crossed.total() > 1_000_000, "a session over a megabyte: {crossed:?}");
        let counted = site.telar.data_month(person).await.expect("the store answers").total();
        let (down, up) = (counted.down - mid.down, counted.up - mid.up);
        assert_eq!((down, up), (crossed.down, crossed.up), "counted, and what crossed the wire");

        let all = families(&site, person).await;
        for family in
            [Family::Lessons, Family::Quizzes, Family::Programme, Family::Downloads, Family::App, Family::Rest]
        {
            assert!(of(&all, family) > 10_000, "{family:?}: {all:?}");
        }
        assert_eq!(of(&all, Family::Desk), 0);
        site.telar.keep_data_use().await.expect("it is written down");
        assert_eq!(families(&site, person).await, all, "written down, it is the same");
        marta.get("/today").await;
        site.telar.keep_data_use().await.expect("it is written down");
        assert!(of(&families(&site, person).await, Family::Programme) > of(&all, Family::Programme), "and adds up");
    });
}

#[test]
fn days_are_those_of_the_learners_and_a_month_begins_at_nothing() {
    on_both_engines(|site| async move {
        let mut marta = site.learner("Marta Ejemplo").await;
        let person = marta.visitor().await.person;
        marta.get("/today").await;
        // From 14 January, 09:00, to 23:30 of the 31st: in Greenwich it is February already.
        site.wall.advance(Span::days(17));
        site.wall.advance(Span::minutes(14 * 60 + 30));
        marta.get("/today").await;
        let month = site.telar.data_month(person).await.expect("the store answers");
        let days: Vec<String> = month.days.iter().map(|it| it.day.to_string()).collect();
        assert_eq!(days, ["2027-01-31", "2027-01-14"]);
        assert!(marta.get("/me").await.text.contains("31 de enero"));
        site.wall.advance(Span::hours(1));
        assert_eq!(site.telar.data_month(person).await.expect("the store answers").total(), DataUse::default());
        site.telar.keep_data_use().await.expect("it is written down");
        let hers = marta.get("/me/data.json").await.text;
        assert!(hers.contains("\"day\":\"2027-01-14\"") && hers.contains("\"day\":\"2027-01-31\""), "{hers}");
    });
}

/// Uses data as if she had loaded that much.
async fn use_up(site: &Site, actor: &Actor, down: u64) {
    let person = actor.visitor().await.person;
    site.telar.count_data(person, Family::Lessons, DataUse { down, up: 0 });
    site.telar.keep_data_use().await.expect("it is written down");
}

async fn limit(actor: &mut Actor, fields: &[(&str, &str)]) -> journeys::Page {
    actor.post("/me/data-limit", fields).await
}

#[test]
fn at_her_limit_a_page_asks_and_what_she_writes_goes_through() {
    on_both_engines(|site| async move {
        let mut marta = site.learner("Marta Ejemplo").await;
        let attempt = marta.start("t5-p").await;
        let json = marta.get("/me/data-use.json").await;
        assert!(json.text.contains("\"limit\":null") && json.text.contains("\"month_bytes\":"), "{}", json.text);
        use_up(&site, &marta, 39_000_000).await;
        let set = limit(&mut marta, &[("wish", "set"), ("megabytes", "50 MB")]).await;
        assert_eq!((set.status, set.location.as_str()), (303, "/me?done=limit#data-use"), "{}", set.text);
        assert!(!marta.get("/today").await.text.contains("de sus 50 MB"), "far from it, nothing is said");
        use_up(&site, &marta, 5_000_000).await;
        let near = marta.get("/today").await;
        assert_eq!(near.status, 200);
        assert!(near.text.contains("de sus 50 MB de este mes"), "near it, a line");
        assert!(marta.get("/me/data-use.json").await.text.contains("\"limit\":50000000"));
        use_up(&site, &marta, 6_000_000).await;

        let asks = marta.get("/activities/t5-l1?x=1").await;
        assert_eq!(asks.status, 409);
        assert!(asks.text.contains("de sus 50 MB de este mes. ¿Seguir?"), "{}", asks.text);
        assert_eq!(asks.hidden("next"), "/activities/t5-l1?x=1");
        for asked in ["/today", "/programme", "/activities/t5-q", "/topics/t5/job-aid", "/me/data"] {
            assert_eq!(marta.get(asked).await.status, 409, "{asked}");
        }
        for open in ["/me", "/who-to-tell", "/help", "/calendar", "/me/data.json", "/me/data-use.json"] {
            assert_eq!(marta.get(open).await.status, 200, "{open}");
        }
        assert!(marta.answer(&attempt, "t5-p-01", "a", &new_command()).await.text.contains("stands"));
        let form = [("command", &*new_command()), ("question", "t5-p-02"), ("answer", "a")];
        assert_eq!(marta.post(&format!("/attempts/{attempt}/answers"), &form).await.status, 303);
        assert_eq!(marta.post("/activities/t5-l1/done", &[("command", &new_command())]).await.status, 303);
        assert_eq!(marta.post("/leave", &[]).await.location, "/calendar");
        assert_eq!(marta.get("/today").await.location, "/calendar", "who left in a hurry is asked nothing");
        marta.post("/back", &[]).await;

        let later = limit(&mut marta, &[("wish", "later")]).await;
        assert_eq!(later.status, 200);
        assert!(later.text.contains("1 de febrero"), "{}", later.text);
        assert_eq!(marta.get("/today").await.status, 409);
        let on = limit(&mut marta, &[("wish", "go-on"), ("next", "/activities/t5-l1?x=1")]).await;
        assert_eq!((on.status, on.location.as_str()), (303, "/activities/t5-l1?x=1"));
        let page = marta.get("/today").await;
        assert_eq!(page.status, 200);
        assert!(page.text.contains("de sus 50 MB de este mes"), "the line stays");
        assert!(marta.get("/me/data-use.json").await.text.contains("\"limit\":null"), "nothing to ask this month");
        // February begins at nothing, and asks again when it is used up.
        site.wall.advance(Span::days(20));
        assert_eq!(marta.get("/today").await.status, 200);
        use_up(&site, &marta, 51_000_000).await;
        assert_eq!(marta.get("/today").await.status, 409);

        let wrong = limit(&mut marta, &[("wish", "set"), ("megabytes", "muchos"), ("next", "/today")]).await;
        assert_eq!(wrong.status, 422);
        assert!(wrong.text.contains("de 1 a 100000") && wrong.hidden("next") == "/today", "{}", wrong.text);
        let raised = limit(&mut marta, &[("wish", "set"), ("megabytes", "80"), ("next", "/today")]).await;
        assert_eq!(raised.location, "/today");
        assert_eq!(marta.get("/today").await.status, 200);
        let elsewhere = limit(&mut marta, &[("wish", "set"), ("megabytes", "80"), ("next", "//evil.example")]).await;
        assert_eq!(elsewhere.location, "/me?done=limit#data-use");
        limit(&mut marta, &[("wish", "lift")]).await;
        use_up(&site, &marta, 90_000_000).await;
        assert_eq!(marta.get("/today").await.status, 200);
        assert_eq!(
            limit(&mut marta, &[("wish", "set"), ("megabytes", "0")]).await.status,
            422,
            "in Yo it is said there"
        );
    });
}

#[test]
fn the_page_that_would_cross_is_asked_about_and_a_smaller_one_is_not() {
    on_both_engines(|site| async move {
        let mut marta = site.learner("Marta Ejemplo").await;
        limit(&mut marta, &[("wish", "set"), ("megabytes", "1")]).await;
        let person = marta.visitor().await.person;
        let used = site.telar.data_month(person).await.expect("the store answers").total().total();
        // The lesson weighs some 4 kB compressed and 10 kB plain; the page that says later, 2 kB.
        let gzip = [("accept-encoding", "gzip")];
        let weight = marta.send("GET", "/activities/t5-l1", &[], &gzip).await.bytes.len() as u64;
        let used_now = site.telar.data_month(person).await.expect("the store answers").total().total();
        assert!(used_now > used + weight);
        use_up(&site, &marta, 1_000_000 - used_now - weight - 1_500).await;
        assert_eq!(marta.send("GET", "/activities/t5-l1", &[], &gzip).await.status, 200, "it still fits, compressed");
        let next = marta.send("GET", "/activities/t5-l1", &[], &gzip).await;
        assert_eq!(next.status, 409, "the next one would cross");
    });
}

#[test]
fn a_topic_that_would_cross_her_limit_is_asked_about_in_its_one_answer() {
    on_both_engines(|site| async move {
        let mut marta = site.learner("Marta Ejemplo").await;
        let path = "/topics/t5/download";
        let weight = marta.post(path, &[]).await.bytes.len() as u64;
        limit(&mut marta, &[("wish", "set"), ("megabytes", "1")]).await;
        assert_eq!(marta.post(path, &[("limit", "ask")]).await.status, 200, "far from it");
        let person = marta.visitor().await.person;
        let used = site.telar.data_month(person).await.expect("the store answers").total().total();
        use_up(&site, &marta, 1_000_000 - used - weight + 1).await;
        let asks = marta.post(path, &[("limit", "ask")]).await;
        assert_eq!((asks.status, &asks.headers["content-type"]), (409, &"application/json".parse().expect("a value")));
        let said: serde_json::Value = serde_json::from_str(&asks.text).expect("JSON");
        assert_eq!((&said["problem"], &said["limit"]), (&"data_limit".into(), &1_000_000.into()));
        assert_eq!((&said["month_bytes"], &said["bytes"]), (&(1_000_001 - weight).into(), &weight.into()));
        // What the phone has already does not come, and so does not cross.
        let list = marta.get(path).await;
        let list: serde_json::Value = serde_json::from_str(&list.text).expect("JSON");
        let hashes =
            list["items"].as_array().expect("items").iter().map(|item| &item["hash"].as_str().expect("a hash")[..12]);
        let here = hashes.collect::<Vec<_>>().join(".");
        assert_eq!(marta.post(path, &[("limit", "ask"), ("here", &here)]).await.status, 200);
        let going_on = marta.post(path, &[("limit", "asked")]).await;
        assert_eq!((going_on.status, going_on.bytes.len() as u64), (200, weight), "she was asked");
        assert_eq!(marta.post(path, &[]).await.status, 409, "who does not say is asked");
        let page = marta.get("/activities/t5-l1").await;
        assert_eq!((page.status, &page.headers["telar-asks"]), (409, &"data".parse().expect("a value")));
        limit(&mut marta, &[("wish", "go-on")]).await;
        assert_eq!(marta.post(path, &[]).await.status, 200, "this month she is not asked again");
        assert!(!marta.get("/activities/t5-l1").await.headers.contains_key("telar-asks"));
    });
}

#[test]
fn one_person_s_limit_is_nobody_else_s_and_what_was_counted_goes_with_her() {
    on_both_engines(|site| async move {
        let (mut marta, mut rosa) = (site.learner("Marta Ejemplo").await, site.learner("Rosa Ejemplo").await);
        limit(&mut marta, &[("wish", "set"), ("megabytes", "5")]).await;
        use_up(&site, &marta, 6_000_000).await;
        assert_eq!((marta.get("/today").await.status, rosa.get("/today").await.status), (409, 200));
        let person = marta.visitor().await.person;
        let mut tablet = site.enter(person).await;
        assert_eq!(tablet.get("/today").await.status, 409, "a limit is a person's, on all her devices");
        assert!(marta.get("/me/data.json").await.text.contains("\"data_limit\":5"));

        marta.post("/me/erasure", &[("command", &new_command()), ("wish", "ask"), ("certificates", "erase")]).await;
        let waiting = site.telar.erasures(site.administrator).await.expect("the store answers");
        site.telar.carry_out_erasure(site.administrator, waiting[0].erasure).await.expect("carried out");
        // What was counted meanwhile, and what the phone still asks for with the cookie it has.
        site.telar.count_data(person, Family::App, DataUse { down: 1_000, up: 10 });
        marta.get("/today").await;
        marta.get("/assets/none.css").await;
        site.telar.keep_data_use().await.expect("it is written down");
        let month = site.telar.data_month(person).await.expect("the store answers");
        assert_eq!((month.total(), month.limit), (DataUse::default(), None));
    });
}
