// Mistakes that somebody might make in the shell one day, each of which the histories must find: run.mjs --mistake=<name>.
// `from` stands exactly once in the file, or the run says that this list is out of date.
export const mistakes = [
  {
    name: 'gone-before-received', // taken off the phone before the server has answered
    file: 'shell/outbox.ts',
    from: 'const reply = await post(batchOf(batch));',
    to: "await this.store.atomically(['deeds'], async (inside) => batch.forEach((d) => inside.remove('deeds', d.id)));\n        const reply = await post(batchOf(batch));",
  },
  {
    name: 'any-answer-is-yes', // a 503 counts as received
    file: 'shell/outbox.ts',
    from: 'return { status: reply.status, settled };',
    to: "settled += await this.settle(batch, batch.map(({ id }) => ({ id, status: 'accepted' as const })));\n          queue = queue.slice(batch.length);",
  },
  {
    name: 'same-number-twice', // two tabs draw the same number
    file: 'shell/outbox.ts',
    from: "if (((await inside.get<number>('kv', 'seq')) ?? 0) !== seq - 1) return false;",
    to: '',
  },
  {
    name: 'saved-too-soon', // shown as saved before the transaction is over
    file: 'shell/store.ts',
    from: 'const [value] = await Promise.all([result, done]);',
    to: 'done.catch(() => undefined);\n    const value = await result;',
  },
  {
    name: 'disk-not-awaited', // shown as saved while a power cut can still take it
    file: 'shell/store.ts',
    from: "{ durability: 'strict' }",
    to: "{ durability: 'relaxed' }",
  },
  {
    name: 'full-phone-is-silent', // not saved, and nobody is told
    file: 'shell/sync.ts',
    from: 'full.value = true;\n    scrollTo(0, 0);\n    throw e;',
    to: '',
  },
  {
    name: 'deed-without-place', // what she did is sent, and where it leaves her is not kept with it
    file: 'shell/outbox.ts',
    from: "inside.put('hers', kept.place, kept.row);",
    to: '',
  },
  {
    name: 'store-made-anew', // a second tab at the door takes the place of the first one's store
    file: 'shell/people.ts',
    from: "throw new Error('there is another store');",
    to: ';',
  },
  {
    name: 'never-sealed', // what waited for the server's key goes on waiting
    file: 'shell/outbox.ts',
    from: 'if (!sealing) return;',
    to: 'if (sealing || !sealing) return;',
  },
  {
    name: 'update-begins-anew', // an update clears away what waits
    file: 'shell/store.ts',
    from: 'for (const room of rooms) if',
    to: "if (r.result.objectStoreNames.contains('deeds')) r.result.deleteObjectStore('deeds');\n      for (const room of rooms) if",
  },
  {
    name: 'work-of-another', // the deed names who is signed in at the server
    file: 'shell/outbox.ts',
    from: 'v: 1, worker: vault.worker, device',
    to: "v: 1, worker: ((await this.store.get<{ worker: string }>('kv', 'last-of-all'))?.worker ?? (await this.store.put('kv', 'last-of-all', { worker: vault.worker }), vault.worker)), device",
  },
];
