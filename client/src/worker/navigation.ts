// What a person gets who opens a page: the network's word first, what is kept where the network has none or takes too long, and what
// she downloaded where the page itself would go past her limit of data. Pure: network, patience and what is kept come in as effects.
// A page that comes online costs no look at what is kept.

export interface Effects {
  /** The server's answer; fails where there is no signal. */
  network(): Promise<Response>;
  /** Ends when nobody should have to wait any longer for something that is here. */
  patience(): Promise<void>;
  kept(): Promise<Response | undefined>;
  /** Only what she downloaded of this address. */
  downloaded(): Promise<Response | undefined>;
  /** Says that this page is not on the phone, and what is; nothing where not even that is here. */
  missing(): Promise<Response | undefined>;
}

export async function answer(effects: Effects): Promise<Response> {
  const network = effects.network();
  const good = network.then((response) => (isBroken(response) ? undefined : response), nothing);
  const first = await Promise.race([good, effects.patience().then(nothing)]);
  // At her limit of data: what lies on the phone costs nothing, so there is nothing to ask.
  if (first !== undefined && isQuestionOfData(first)) return (await effects.downloaded().catch(nothing)) ?? first;
  if (first !== undefined) return first;
  const kept = await effects.kept().catch(nothing);
  if (kept !== undefined) return kept;
  try {
    return await network;
  } catch (cause) {
    const missing = await effects.missing().catch(nothing);
    if (missing === undefined) throw cause;
    return missing;
  }
}

/** Where the calendar says that going on needs signal. */
const LATER = "/calendar#later";

/**
 * «Continuar» on the calendar: the key to what is here is the server's to give, so without signal nobody comes back, and the
 * calendar says so in words that tell nothing. Never by itself later: somebody else may be looking by then.
 */
export async function comeBack({ network, patience }: Pick<Effects, "network" | "patience">): Promise<Response> {
  const good = network().then((response) => (isBroken(response) ? undefined : response), nothing);
  const first = await Promise.race([good, patience().then(nothing)]);
  return first ?? new Response(null, { status: 303, headers: { location: LATER } });
}

/** A server that is down behind its door, or failing. A redirect that the browser follows itself has status 0. */
function isBroken(response: Response): boolean {
  return response.status >= 500;
}

/** In place of the page stands the server's question whether to go on past the limit. */
function isQuestionOfData(response: Response): boolean {
  return response.headers.get("telar-asks") === "data";
}

/** Whether something of this answer may be kept at all: our own page, whole, where it was asked for. */
export function isOurPage(response: Response): boolean {
  const html = response.headers.get("content-type")?.startsWith("text/html") === true;
  return response.status === 200 && response.type === "basic" && !response.redirected && html;
}

function nothing(): undefined {
  return undefined;
}
