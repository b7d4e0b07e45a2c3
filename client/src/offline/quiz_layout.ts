// The questions of one attempt out of all that a downloaded quiz holds: those asked, in their order, with their choices in the order
// of this attempt. It must not know what was answered.

import { putInOrder } from "../behaviours/ordering";
import { word } from "../words";
import { askedOf, shuffled, type ToldQuestion, type ToldQuiz } from "./draw";
import { formOf, idOf, questionsOf, say } from "./quiz_drawing";

/** What it says of itself; nothing in what an older server gave, which asks all its questions as they stand. */
export function toldOf(quiz: HTMLElement): ToldQuiz | undefined {
  const text = quiz.querySelector("script[data-quiz]")?.textContent ?? "";
  return text === "" ? undefined : (JSON.parse(text) as ToldQuiz);
}

export function toldQuestion(told: ToldQuiz | undefined, id: string): ToldQuestion | undefined {
  return told?.questions.find((question) => question.id === id);
}

export async function layOut(quiz: HTMLElement, told: ToldQuiz | undefined, attempt: string, who: string): Promise<void> {
  if (told === undefined) return;
  const asked = await askedOf(told, attempt, who);
  const sections = questionsOf(quiz);
  const before = quiz.querySelector("[data-part=review]");
  const standing = asked.flatMap((id) => sections.find((section) => idOf(section) === id) ?? []);
  for (const section of sections) if (!standing.includes(section)) section.remove();
  const all = standing.length;
  for (const [at, section] of standing.entries()) {
    before?.before(section);
    number(section, at + 1, all, word(quiz, "question-of", { number: at + 1, all }));
    if (told.shuffle === "choices" || told.shuffle === "both") await mix(section, attempt);
    for (const list of section.querySelectorAll<HTMLElement>("[data-ordering]")) {
      const ids = Array.from(list.querySelectorAll<HTMLElement>("[data-item]"), (row) => row.dataset["item"] ?? "");
      putInOrder(list, await shuffled(attempt, list.dataset["ordering"] ?? "", ids));
    }
  }
  quiz.querySelectorAll("[data-part=map] ol > li").forEach((item, at) => at < all || item.remove());
}

function number(section: HTMLElement, at: number, all: number, words: string): void {
  section.dataset["number"] = String(at);
  const [heading, form] = [section.querySelector("h1"), formOf(section)];
  if (heading !== null && words !== "") say(heading, words);
  if (form !== null && words !== "") form.dataset["outboxLabel"] = [section.dataset["place"], words].filter(Boolean).join(" · ");
  for (const button of section.querySelectorAll<HTMLElement>("[data-go=previous]")) button.hidden = at === 1;
}

/**
 * What stands in an order by chance says by `data-mixed` under which name it was mixed: a list to choose from, or each of the choices
 * that stand side by side.
 */
async function mix(section: HTMLElement, attempt: string): Promise<void> {
  for (const list of section.querySelectorAll<HTMLSelectElement>("select[data-mixed]")) {
    const chosen = list.value;
    await inOrder(Array.from(list.options).filter(({ value }) => value !== ""), attempt, list.dataset["mixed"] ?? "", ({ value }) => value);
    list.value = chosen;
  }
  const choices = Array.from(section.querySelectorAll<HTMLElement>(".choice[data-mixed]"));
  for (const name of new Set(choices.map(({ dataset }) => dataset["mixed"] ?? ""))) {
    const own = choices.filter(({ dataset }) => dataset["mixed"] === name);
    await inOrder(own, attempt, name, (choice) => choice.querySelector("input")?.value ?? "");
  }
}

/** They stand together, and stay where they are as a whole. */
async function inOrder<T extends HTMLElement>(things: T[], attempt: string, name: string, idOf: (thing: T) => string): Promise<void> {
  const after = things[things.length - 1]?.nextSibling ?? null;
  const around = things[0]?.parentNode;
  for (const id of await shuffled(attempt, name, things.map(idOf))) {
    const thing = things.find((one) => idOf(one) === id);
    if (thing !== undefined) around?.insertBefore(thing, after);
  }
}
