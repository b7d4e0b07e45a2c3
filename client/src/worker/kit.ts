// The kit: what the server gives every phone so that pages can be made without it. Kept in the worker's precache, and neutral: it
// holds nothing of anybody. It must not know what is kept for a person.

export interface Part {
  title: string;
  html: string;
}

/** All in one language. */
export interface Words {
  /** A whole page with `<!--title-->` in its title and `<!--page-->` in its main. */
  frame: string;
  who_to_tell: Part;
  outbox: Part;
  /** Where the app opens without signal. */
  start: Part;
  /** For a page that is not on this phone. */
  offline: Part;
  /** A whole page that shows a month and nothing of this site. */
  calendar: string;
}

export class Kit {
  constructor(
    private readonly languages: Record<string, Words>,
    private readonly headers: Headers,
  ) {}

  /** The language chosen before on this phone, else the browser's, else Spanish. */
  language(wanted: (string | undefined)[]): string {
    for (const one of wanted) {
      const code = one?.split("-")[0];
      if (code !== undefined && this.languages[code] !== undefined) return code;
    }
    return this.languages["es"] === undefined ? (Object.keys(this.languages)[0] ?? "es") : "es";
  }

  in(language: string): Words | undefined {
    return this.languages[language];
  }

  /** A page made here is held to the same policy as one that the server sends. */
  page(text: string, status: number): Response {
    const headers = new Headers({ "content-type": "text/html; charset=utf-8", "cache-control": "no-store" });
    for (const name of POLICY) {
      const value = this.headers.get(name);
      if (value !== null) headers.set(name, value);
    }
    return new Response(text, { status, headers });
  }
}

const POLICY = [
  "content-security-policy",
  "referrer-policy",
  "x-content-type-options",
  "permissions-policy",
  "cross-origin-opener-policy",
];

/** Nothing where the cache has lost it or holds something else. */
export async function readKit(response: Response | undefined): Promise<Kit | undefined> {
  if (response === undefined) return undefined;
  const languages = (await response.json()) as Record<string, Words>;
  return new Kit(languages, response.headers);
}
