/** What of something of this size is asked for, both ends in it; undefined: all of it; null: nothing that there is. */
export function asked(range: string | null, size: number): [number, number] | undefined | null {
  const found = /^bytes=(\d*)-(\d*)$/.exec(range ?? '');
  if (!found || (!found[1] && !found[2])) return undefined;
  const [from, to] = found[1]
    ? [Number(found[1]), found[2] ? Math.min(Number(found[2]), size - 1) : size - 1]
    : [Math.max(0, size - Number(found[2])), size - 1];
  return from < size && from <= to ? [from, to] : null;
}

/** The part of a whole answer that is asked for, as a server would give it. */
export async function partly(whole: Response, range: string | null): Promise<Response> {
  const body = await whole.arrayBuffer();
  const type = whole.headers.get('Content-Type') ?? '';
  const part = asked(range, body.byteLength);
  const headers = { 'Content-Type': type, 'Accept-Ranges': 'bytes' };
  if (part === null) return new Response(null, { status: 416, headers: { 'Content-Range': `bytes */${body.byteLength}` } });
  if (!part) return new Response(body, { headers: { ...headers, 'Content-Length': `${body.byteLength}` } });
  const [from, to] = part;
  return new Response(body.slice(from, to + 1), {
    status: 206,
    headers: {
      ...headers,
      'Content-Length': `${to - from + 1}`,
      'Content-Range': `bytes ${from}-${to}/${body.byteLength}`,
    },
  });
}
