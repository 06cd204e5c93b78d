import type { Deed } from '../shared/types';
import { base64url, disclose, enclose, fromBase64url, keyFor, text, utf8 } from './bytes';

/** The server's key that entries are sealed to. */
export interface Seal {
  id: string;
  publicKey: JsonWebKey;
}

export const curve = { name: 'ECDH', namedCurve: 'P-256' };

/**
 * Seals what a worker did to the server, and opens it again: both ends agree on the same secret, each from its own
 * private and the other's public key (NIST SP 800-56A, C(0e,2s)). Only the server and this worker on this phone can make
 * or read an entry, so it needs no signature: that it opens says whose it is.
 *
 * entry = 1.<seal>.<key>.<event>.<iv>.<box>
 */
export class Sealing {
  private readonly agreed = new Map<string, Promise<CryptoKey>>();

  /** `key`: the server's name for the worker's public key. `seals`: all that were ever told, the current one last. */
  constructor(
    private readonly own: CryptoKey,
    readonly key: string,
    private readonly seals: Seal[],
  ) {}

  private agree(key: string, sealId: string): Promise<CryptoKey> {
    const name = `kadam-outbox-1|${key}|${sealId}`;
    let found = this.agreed.get(name);
    if (!found) this.agreed.set(name, (found = this.derive(name, sealId)));
    return found;
  }

  private async derive(info: string, sealId: string): Promise<CryptoKey> {
    const jwk = this.seals.find((s) => s.id === sealId)!.publicKey;
    const theirs = await crypto.subtle.importKey('jwk', jwk, curve, false, []);
    return keyFor(await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, this.own, 256), info);
  }

  async seal(deed: Deed): Promise<string> {
    const seal = this.seals[this.seals.length - 1]!.id;
    const bound = `${this.key}.${deed.id}`;
    const { iv, box } = await enclose(await this.agree(this.key, seal), utf8(JSON.stringify(deed)), utf8(bound));
    return `1.${seal}.${bound}.${base64url(iv)}.${base64url(box)}`;
  }

  /** What an entry holds; nothing if it was sealed by another key. */
  async open(entry: string): Promise<Deed | undefined> {
    const [, seal = '', key = '', id, iv = '', box = ''] = entry.split('.');
    try {
      const plain = await disclose(await this.agree(key, seal), fromBase64url(iv), fromBase64url(box), utf8(`${key}.${id}`));
      return JSON.parse(text(plain)) as Deed;
    } catch {
      return undefined;
    }
  }
}
