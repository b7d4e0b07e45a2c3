// The right answers of the programme that ships, read from its package: just the lines that say a question's id, a choice's words
// and which is right.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const TOPICS = join(import.meta.dirname, "../../programmes/atencion-integral/topics");

interface Choice {
  words: string;
  right: boolean;
}

/** Each question's choices in Spanish, by its id. */
export function questions(): Map<string, Choice[]> {
  const found = new Map<string, Choice[]>();
  for (const path of readdirSync(TOPICS, { recursive: true, encoding: "utf8" })) {
    if (path.endsWith(".toml")) read(readFileSync(join(TOPICS, path), "utf8"), found);
  }
  if (found.size === 0) throw new Error("the programme has no questions");
  return found;
}

function read(text: string, found: Map<string, Choice[]>): void {
  let table = "";
  let choices: Choice[] = [];
  for (const line of text.split("\n")) {
    const [, key, value] = /^([\w.]+)\s*=\s*(.+)$/.exec(line) ?? [];
    if (line.startsWith("[")) {
      table = line.trim();
      if (table === "[[question]]") choices = [];
      if (table === "[[question.choice]]") choices.push({ words: "", right: false });
    } else if (key === "id" && table === "[[question]]") {
      found.set(JSON.parse(value ?? "") as string, choices);
    } else if (key === "text.es" && table === "[[question.choice]]") {
      choices.at(-1)!.words = JSON.parse(value ?? "") as string;
    } else if (key === "right" && table === "[[question.choice]]") {
      choices.at(-1)!.right = value === "true";
    }
  }
}
