const hex = (bytes: Uint8Array) => Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');

let time = 0;
let counter = 0;

/**
 * UUID version 7 (RFC 9562): 48 bits of Unix milliseconds, then a 12-bit counter (method 1), then 62 random bits.
 * Ids made by one tab sort in the order in which they were made, even within a millisecond or when the clock is set back.
 */
export function uuidv7(now: number = Date.now()): string {
  const b = crypto.getRandomValues(new Uint8Array(16));
  if (now > time) {
    time = now;
    counter = ((b[6]! & 7) << 8) | b[7]!; // starts in the lower half, leaving room to count
  } else if (++counter > 0xfff) {
    time++;
    counter = 0;
  }
  for (let i = 0, rest = time; i < 6; i++, rest = Math.floor(rest / 256)) b[5 - i] = rest % 256;
  b[6] = 0x70 | (counter >> 8);
  b[7] = counter & 0xff;
  b[8] = 0x80 | (b[8]! & 0x3f);
  const s = hex(b);
  return `${s.slice(0, 8)}-${s.slice(8, 12)}-${s.slice(12, 16)}-${s.slice(16, 20)}-${s.slice(20)}`;
}
