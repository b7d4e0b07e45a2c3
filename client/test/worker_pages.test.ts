// Pages that the worker makes: composed, cut out of what was seen, and chosen between network and phone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { calendarOf, compose } from "../src/worker/compose";
import { readKit, type Kit } from "../src/worker/kit";
import { answer, comeBack, isOurPage, type Effects } from "../src/worker/navigation";
import { kept, missing, spared, type Phone } from "../src/worker/shelf";
import { snapshotOf } from "../src/worker/snapshot";
import type { Library, Topic } from "../src/downloads/library";

const MARTA = "0123456789abcdef";
const FRAME = `<!doctype html><html lang="es"><head><title><!--title--> · Telar</title></head><body>
<nav><a href="/today"><span>Hoy</span></a><a href="/programme">Programa</a></nav><main><!--page--></main></body></html>`;

test("a page stands in the frame with its title, its place and whose it is", () => {
  const made = compose(FRAME, { title: "Tema 5 · Lección 1", html: "<p>Cuesta $1 y $& más</p>", path: "/programme", who: MARTA, state: "downloaded" });
  assert.match(made, /<title>Tema 5 · Lección 1 · Telar<\/title>/);
  assert.match(made, /<main><p>Cuesta \$1 y \$& más<\/p><\/main>/);
  assert.match(made, /<body data-who="0123456789abcdef" data-offline="downloaded">/);
  assert.match(made, /<a href="\/programme" aria-current="page">/);
  assert.doesNotMatch(made, /data-seen|<a href="\/today" aria/);
});

test("a title that was kept whole is not said twice, and is text", () => {
  const made = compose(FRAME, { title: "Hoy · Telar", html: "", path: "/today", state: "seen", at: 5 });
  assert.match(made, /<title>Hoy · Telar<\/title>/);
  assert.match(made, /data-seen="5"/);
  const odd = compose(FRAME, { title: "</title><script>", html: "", path: "/x", state: "seen" });
  assert.ok(!odd.includes("<script>"));
});

test("the kept calendar shows this month, whatever month it was fetched in", () => {
  const page = '<main class="month"><h1>enero 2027</h1><table><thead><tr><th>lu</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table></main>';
  const made = calendarOf(new Date(2027, 7, 31), "es", page);
  assert.match(made, /<h1>agosto 2027<\/h1>/);
  assert.match(made, /<th>lu<\/th>/);
  assert.equal(made.match(/<tr>/g)?.length, 7, "a head and six weeks");
  assert.match(made, /<td aria-current="date">31<\/td>/);
  assert.equal(made.match(/<td>\d+<\/td>/g)?.length, 30);
});

test("of a page that was seen only its main and title are kept, and of nobody's page nothing", () => {
  const page = `<!doctype html><html lang="es"><head><title>Hoy &#183; D&amp;D</title></head><body data-who="${MARTA}" data-now="1"><header>x</header>
<main class="page" id="page" tabindex="-1"><h1>Buenos días</h1></main><footer>y</footer></body></html>\n`;
  assert.deepEqual(snapshotOf(page), { who: MARTA, language: "es", title: "Hoy · D&D", html: "<h1>Buenos días</h1>" });
  assert.equal(snapshotOf(page.replace(` data-who="${MARTA}"`, "")), undefined);
  assert.equal(snapshotOf(page.slice(0, -10)), undefined, "it was cut");
  assert.equal(snapshotOf("<html><body>Acepte las condiciones</body></html>"), undefined);
});

function effects(given: Partial<Effects>): Effects {
  const never = new Promise<never>(() => undefined);
  return { network: () => never, patience: () => never, kept: async () => undefined, downloaded: async () => undefined, missing: async () => undefined, ...given };
}
const page = (text: string, status = 200): Response => new Response(text, { status });
const noSignal = async (): Promise<Response> => {
  throw new TypeError("Failed to fetch");
};

test("with signal the server's page comes, and nobody looks at what is kept", async () => {
  const got = await answer(effects({ network: async () => page("fresh"), kept: () => assert.fail("looked") }));
  assert.equal(await got.text(), "fresh");
});

test("without signal, or from a failing server, what is kept comes", async () => {
  const here = { kept: async () => page("kept") };
  assert.equal(await (await answer(effects({ ...here, network: noSignal }))).text(), "kept");
  assert.equal(await (await answer(effects({ ...here, network: async () => page("bad gateway", 502) }))).text(), "kept");
  const refused = await answer(effects({ ...here, network: async () => page("not found", 404) }));
  assert.equal(await refused.text(), "not found");
});

test("a slow network is waited for only where nothing is kept", async () => {
  let arrive = (_: Response): void => undefined;
  const slow = new Promise<Response>((done) => (arrive = done));
  const impatient = { network: () => slow, patience: async () => undefined };
  assert.equal(await (await answer(effects({ ...impatient, kept: async () => page("kept") }))).text(), "kept");
  const waiting = answer(effects(impatient));
  arrive(page("late"));
  assert.equal(await (await waiting).text(), "late");
});

test("what is nowhere says so, and a broken storage is no worse than an empty one", async () => {
  const said = await answer(effects({ network: noSignal, kept: noSignal, missing: async () => page("not here", 503) }));
  assert.equal(await said.text(), "not here");
  await assert.rejects(answer(effects({ network: noSignal })), TypeError);
  assert.equal(await (await answer(effects({ network: async () => page("down", 503) }))).text(), "down");
});

test("at her limit of data what she downloaded opens; where there is nothing of it the question stays", async () => {
  const asks = async (): Promise<Response> => new Response("go on?", { status: 409, headers: { "telar-asks": "data" } });
  const seen = { network: asks, kept: () => assert.fail("looked at what was only seen") };
  assert.equal(await (await answer(effects({ ...seen, downloaded: async () => page("kept") }))).text(), "kept");
  assert.equal(await (await answer(effects(seen))).text(), "go on?");
  assert.equal(await (await answer(effects({ ...seen, downloaded: noSignal }))).text(), "go on?");
  const other = await answer(effects({ network: async () => page("conflict", 409), downloaded: () => assert.fail("looked") }));
  assert.equal(await other.text(), "conflict");
});

test("coming back needs the server: without it the calendar says so", async () => {
  const never = new Promise<never>(() => undefined);
  const led = await comeBack({ network: async () => Response.redirect("https://x.example/", 303), patience: () => never });
  assert.equal(led.headers.get("location"), "https://x.example/");
  const late = new Promise<Response>(() => undefined);
  const without = { signal: noSignal, failing: async () => page("bad gateway", 502), slow: () => late };
  for (const [what, network] of Object.entries(without)) {
    const patience = what === "slow" ? async () => undefined : () => never;
    const said = await comeBack({ network, patience });
    assert.deepEqual([what, said.status, said.headers.get("location")], [what, 303, "/calendar#later"]);
  }
});

test("only our own whole pages are kept", () => {
  const html = { "content-type": "text/html; charset=utf-8" };
  const basic = (response: Response, more = {}): Response => Object.defineProperties(response, { type: { value: "basic" }, ...more });
  assert.ok(isOurPage(basic(new Response("x", { headers: html }))));
  assert.ok(!isOurPage(basic(new Response("x", { headers: html, status: 404 }))));
  assert.ok(!isOurPage(basic(new Response("x", { headers: { "content-type": "application/json" } }))));
  assert.ok(!isOurPage(basic(new Response("x", { headers: html }), { redirected: { value: true } })));
  assert.ok(!isOurPage(Object.defineProperty(new Response("x", { headers: html }), "type", { value: "opaqueredirect" })));
});

async function kit(): Promise<Kit> {
  const part = (title: string): { title: string; html: string } => ({ title, html: `<h1>${title}</h1>` });
  const words = { frame: FRAME, who_to_tell: part("¿A quién aviso?"), outbox: part("Por enviar"), start: part("Sin señal"), offline: part("No está"), calendar: "<h1></h1><tbody></tbody>" };
  const body = JSON.stringify({ es: words, en: { ...words, offline: part("No signal") } });
  const made = await readKit(new Response(body, { headers: { "content-security-policy": "default-src 'none'", "x-other": "1" } }));
  assert.ok(made);
  return made;
}

function library(pieces: Record<string, string>, records: Record<string, unknown>): Library {
  return {
    who: MARTA,
    index: {
      get: async (_: string, name: string) => records[name] as never,
      names: async (_: string, prefix: string) => Object.keys(records).filter((name) => name.startsWith(prefix)),
      put: () => assert.fail("wrote"),
      remove: () => assert.fail("removed"),
    },
    content: {
      get: async (_: string, hash: string) => (pieces[hash] === undefined ? undefined : new TextEncoder().encode(pieces[hash])),
      hashes: async () => Object.keys(pieces),
      put: () => assert.fail("wrote"),
      remove: () => assert.fail("removed"),
    },
  };
}

const item = (path: string, hash: string) => ({ path, hash, title: "Lección 1", kind: "lesson" as const, bytes: 1 });
const topic: Topic = {
  manifest: { topic: "t5", title: "Tema 5", language: "es", version: "v2", bytes: 1, items: [item("/activities/t5-l1", "new")] },
  state: "coming",
  before: [item("/activities/t5-l1", "old")],
};
const neutral: Phone = { away: false, library: undefined, language: "es", now: new Date(2027, 1, 1) };
const text = async (response: Response | undefined): Promise<string> => (await response?.text()) ?? "nothing";

test("without her key the neutral pages open, and nothing else", async () => {
  for (const [path, shown] of Object.entries({ "/who-to-tell": /A quién aviso/, "/outbox": /Por enviar/, "/": /Sin señal/, "/calendar": /febrero 2027/ })) {
    assert.match(await text(await kept(path, await kit(), neutral)), shown);
  }
  for (const path of ["/today", "/activities/t5-l1", "/attempts/x"]) assert.equal(await kept(path, await kit(), neutral), undefined);
  const said = await missing("/me", await kit(), { ...neutral, language: "en" });
  assert.equal(said?.status, 503);
  assert.match(await text(said), /No signal/);
});

test("after a quick exit every address leads to the calendar", async () => {
  const phone = { ...neutral, away: true };
  for (const path of ["/", "/today", "/who-to-tell", "/activities/t5-l1"]) {
    const led = await kept(path, await kit(), phone);
    assert.deepEqual([led?.status, led?.headers.get("location")], [302, "/calendar"]);
  }
  assert.match(await text(await kept("/calendar", await kit(), phone)), /febrero/);
});

test("what was downloaded opens; while its update is on the way, what was there before", async () => {
  const phone = { ...neutral, library: library({ old: "<p>antes</p>" }, { "topic:t5": topic }) };
  const made = await kept("/activities/t5-l1", await kit(), phone);
  assert.match(await text(made), /data-offline="downloaded".*<p>antes<\/p>/s);
  assert.equal(made?.headers.get("content-security-policy"), "default-src 'none'");
  assert.equal(made?.headers.get("cache-control"), "no-store");
  assert.equal(made?.headers.get("x-other"), null);
  const newer = { ...neutral, library: library({ old: "<p>antes</p>", new: "<p>ahora</p>" }, { "topic:t5": topic }) };
  assert.match(await text(await kept("/activities/t5-l1", await kit(), newer)), /<p>ahora<\/p>/);
  assert.equal(await kept("/activities/t5-l2", await kit(), newer), undefined);
});

test("what she saw opens as it was seen, and an attempt under way leads to its quiz", async () => {
  const records = { "seen:/today": { title: "Hoy · Telar", language: "es", html: "<h1>Hoy</h1>", at: 7 }, "quiz:t5-q": { attempt: "018f0000-0000-7000-8000-000000000001" } };
  const phone = { ...neutral, library: library({}, records) };
  assert.match(await text(await kept("/today", await kit(), phone)), /data-who="0123456789abcdef" data-offline="seen" data-seen="7"/);
  assert.equal(await kept("/programme", await kit(), phone), undefined);
  const led = await kept("/attempts/018f0000-0000-7000-8000-000000000001/questions/3", await kit(), phone);
  assert.equal(led?.headers.get("location"), "/activities/t5-q");
});

test("at her limit it is said why the page came from the phone; what was only seen is not taken for it", async () => {
  const records = { "seen:/today": { title: "Hoy · Telar", language: "es", html: "<h1>Hoy</h1>", at: 7 }, "topic:t5": topic, "quiz:t5-q": { attempt: "018f0000-0000-7000-8000-000000000001" } };
  const phone = { ...neutral, library: library({ new: "<p>ahora</p>" }, records) };
  const made = await spared("/activities/t5-l1", await kit(), phone);
  assert.equal(made?.status, 200);
  assert.match(await text(made), /data-offline="spared".*<p>ahora<\/p>/s);
  assert.equal(await spared("/today", await kit(), phone), undefined);
  assert.equal(await spared("/activities/t5-l2", await kit(), phone), undefined);
  const led = await spared("/attempts/018f0000-0000-7000-8000-000000000001", await kit(), phone);
  assert.equal(led?.headers.get("location"), "/activities/t5-q");
  assert.equal(await spared("/activities/t5-l1", await kit(), neutral), undefined, "not without her key");
  assert.equal(await spared("/activities/t5-l1", await kit(), { ...phone, away: true }), undefined);
});
