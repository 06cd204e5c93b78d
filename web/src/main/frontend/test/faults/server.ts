/** What the ledger holds of one event, as the test sees it in the database. */
export interface Row {
  id: string;
  device: string;
  worker: string;
  type: string;
  seq: number;
  at: string;
  contentHash: string | null;
  body: Record<string, unknown>;
}
export interface Seen {
  events: Row[];
  /** Reasons of what was quarantined of these phones. */
  quarantined: string[];
}
export interface Progress {
  events: number;
  modules: { course: string; module: string; finishedAt?: string | null; cards: number }[];
  attempts: { attempt: string; answered: number; finished: boolean }[];
}
export interface Answer {
  status: number;
  text: string;
}
export interface Asking {
  method: string;
  headers: Record<string, string>;
  body: string | null;
}

/** The real server. A session is a worker's code; her bearer token stands for the cookie. */
export class Kadam {
  private readonly tokens = new Map<string, { token: string; until: number }>();
  requests = 0;

  constructor(
    private readonly app: string,
    private readonly keycloak: string,
    private readonly glass: string,
    private readonly pin: string,
  ) {}

  async ask(session: string | null, path: string, { method, headers, body }: Asking): Promise<Answer> {
    this.requests++;
    const sent = session === null ? headers : { ...headers, Authorization: `Bearer ${await this.token(session)}` };
    const answer = await fetch(this.app + path, { method, headers: sent, body });
    return { status: answer.status, text: await answer.text() };
  }

  async get<T>(session: string, path: string): Promise<T> {
    const { status, text } = await this.ask(session, path, { method: 'GET', headers: {}, body: null });
    if (status !== 200) throw new Error(`${path} for ${session}: ${status}`);
    return JSON.parse(text) as T;
  }

  /** What was stored of these phones, past every interface. */
  async seen(devices: Iterable<string>): Promise<Seen> {
    const answer = await fetch(`${this.glass}?devices=${[...devices].join()}`);
    if (!answer.ok) throw new Error(`The look into the database failed: ${await answer.text()}`);
    return (await answer.json()) as Seen;
  }

  private async token(code: string): Promise<string> {
    const kept = this.tokens.get(code);
    if (kept && kept.until > Date.now()) return kept.token;
    const body = new URLSearchParams({ grant_type: 'password', client_id: 'kadam-tools', username: code, password: this.pin });
    let answer: unknown;
    for (let tries = 0; tries < 10; tries++) {
      const asked = await fetch(`${this.keycloak}/realms/kadam/protocol/openid-connect/token`, { method: 'POST', body });
      answer = await asked.json();
      const { access_token: token, expires_in: seconds } = answer as { access_token?: string; expires_in?: number };
      if (token) {
        this.tokens.set(code, { token, until: Date.now() + (seconds! - 30) * 1000 });
        return token;
      }
      await new Promise((go) => setTimeout(go, 1000));
    }
    throw new Error(`No token for ${code}: ${JSON.stringify(answer)}`);
  }
}
