// The server's rule for command ids, as the table in command_rule.json says it. It must not know the outbox: it is the other
// side's word, proven against the real server by a test there.

import table from "./command_rule.json";

export interface Command {
  author: string;
  content: string;
}

export type Then = "carry_out" | "answer_as_before" | "refuse";

export function decide(earlier: Command | undefined, now: Command): Then {
  const row = table.rows.find((row) =>
    row.earlier === null || earlier === undefined
      ? row.earlier === null && earlier === undefined
      : row.earlier.author === alike(earlier.author, now.author) &&
        row.earlier.content === alike(earlier.content, now.content),
  );
  if (row === undefined) throw new Error("command_rule.json has no row for this");
  return row.then as Then;
}

function alike(one: string, other: string): "same" | "other" {
  return one === other ? "same" : "other";
}
