// Makes sealed.json beside it, with WebCrypto as a browser has it: node sealed.mjs > sealed.json
const { subtle } = globalThis.crypto;
const utf8 = new TextEncoder();
const base64 = (bytes) => Buffer.from(bytes).toString('base64');
const base64url = (bytes) => Buffer.from(bytes).toString('base64url');
const P256 = { name: 'ECDH', namedCurve: 'P-256' };
const bare = ({ kty, crv, x, y }) => ({ kty, crv, x, y });

const cases = [];
for (let i = 0; i < 8; i++) {
  const seal = await subtle.generateKey(P256, true, ['deriveBits']);
  const phone = await subtle.generateKey(P256, true, ['deriveBits']);
  const sealId = `s${i}`;
  const keyId = crypto.randomUUID();
  const worker = crypto.randomUUID();
  const event = {
    id: crypto.randomUUID(),
    type: 'card.done',
    v: 1,
    worker,
    device: crypto.randomUUID(),
    seq: i,
    at: '2026-11-22T04:30:00.000Z',
    contentHash: null,
    body: { course: 'whatsapp-at-work', module: 'messages', card: 'c1', outcome: { answer: 'रुको ລໍຖ້າ 😀' } },
  };
  const secret = await subtle.deriveBits({ name: 'ECDH', public: seal.publicKey }, phone.privateKey, 256);
  const material = await subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  const aes = await subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: utf8.encode(`kadam-outbox-1|${keyId}|${sealId}`) },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt'],
  );
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const box = await subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: utf8.encode(`${keyId}.${event.id}`) },
    aes,
    utf8.encode(JSON.stringify(event)),
  );
  cases.push({
    seal: `${sealId}:${base64(await subtle.exportKey('pkcs8', seal.privateKey))}`,
    sealPublic: bare(await subtle.exportKey('jwk', seal.publicKey)),
    phonePublic: bare(await subtle.exportKey('jwk', phone.publicKey)),
    key: keyId,
    event,
    entry: ['1', sealId, keyId, event.id, base64url(iv), base64url(box)].join('.'),
  });
}
process.stdout.write(JSON.stringify(cases, null, 1) + '\n');
