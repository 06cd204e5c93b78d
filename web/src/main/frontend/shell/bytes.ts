export type Bytes = Uint8Array<ArrayBuffer>;

export const utf8 = (text: string): Bytes => new TextEncoder().encode(text) as Bytes;
export const text = (bytes: ArrayBuffer): string => new TextDecoder().decode(bytes);
export const random = (n: number): Bytes => crypto.getRandomValues(new Uint8Array(n));

export const base64url = (bytes: ArrayBuffer | Bytes): string => {
  let binary = '';
  for (const b of new Uint8Array(bytes as ArrayBuffer)) binary += String.fromCharCode(b);
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
};

export const fromBase64url = (s: string): Bytes =>
  Uint8Array.from(atob(s.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));

/** AES-GCM with a 256-bit key, a fresh 96-bit iv and the tag at the end. */
export async function enclose(key: CryptoKey, plain: Bytes, bound: Bytes): Promise<{ iv: Bytes; box: ArrayBuffer }> {
  const iv = random(12);
  return { iv, box: await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bound }, key, plain) };
}

/** Throws when the key is another, or a bit of it all has changed. */
export const disclose = (key: CryptoKey, iv: Bytes, box: BufferSource, bound: Bytes): Promise<ArrayBuffer> =>
  crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: bound }, key, box);

/** A key for AES-GCM from a secret that is as good as random (HKDF, RFC 5869). */
export async function keyFor(secret: BufferSource, info: string): Promise<CryptoKey> {
  const from = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: utf8(info) };
  return crypto.subtle.deriveKey(how, from, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}
