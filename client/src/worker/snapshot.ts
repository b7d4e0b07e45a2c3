// What is kept of a page that was seen: whose it is, its title, and what stands in its <main>. Pure. A page of nobody, of another
// site (a hotspot's own) or cut short gives nothing.

export interface Snapshot {
  who: string;
  language: string;
  title: string;
  html: string;
}

export function snapshotOf(page: string): Snapshot | undefined {
  const body = /<body\b[^>]*>/.exec(page)?.[0] ?? "";
  const who = /\bdata-who="([0-9a-f]{16})"/.exec(body)?.[1];
  const language = /<html\b[^>]*\blang="([a-z]{2,3})"/.exec(page)?.[1];
  const title = /<title>(.*?)<\/title>/s.exec(page)?.[1];
  const html = /<main\b[^>]*>(.*)<\/main>/s.exec(page)?.[1];
  const whole = page.trimEnd().endsWith("</html>");
  if (who === undefined || language === undefined || title === undefined || html === undefined || !whole) return undefined;
  return { who, language, title: plain(title), html };
}

const NAMED: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** As a person reads it. */
function plain(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));/gi, (all, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? all;
    return String.fromCodePoint(decimal === undefined ? parseInt(hex ?? "", 16) : Number(decimal));
  });
}
