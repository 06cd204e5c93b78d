import { Vault, alsoIn, base64url, call, device, go, keysFrom, lang, me, newKey, random, store, t, vault, write } from '../learn/kit';
import { send, type Trouble, type Worker } from './account-asked';
import { time } from './account-parts';

interface Begun {
  key: string;
  seal: { id: string; publicKey: JsonWebKey };
  until: string;
  worker: { id: string; code: string; name: string; language: 'en' | 'hi' | 'lo'; land: 'in' | 'la' };
}

/** The store that was left behind when the page died, to be cleared away; nobody can open it any more. */
const left = 'helped';

/**
 * Opens this device for a worker of the helper's. Her store lives as long as this page: its secret is kept nowhere, and
 * what she does is sealed to the server at once, with a key of hers that the server knows to be on a helper's device.
 */
export async function openFor(worker: Worker): Promise<Trouble> {
  const helper = me.value!;
  const key = await newKey();
  const { data, trouble } = await send<Begun>(`/api/helped/${worker.id}/phones`, { device, publicKey: key.pair.public });
  if (!data) return trouble;
  const progress = await call(`/api/helped/${worker.id}/progress`).catch(() => undefined);
  await alsoIn(data.worker.language); // her session may not ask for it
  await clear();
  const secret = random(32);
  const id = base64url(random(12));
  const hers = await Vault.open(worker.id, id, await keysFrom(secret), store);
  secret.fill(0);
  await store.put('kv', left, id);
  const { code, name, language, land } = data.worker;
  const profile = { ...helper, id: worker.id, code, name, language, land, roles: ['worker'], assignments: [], helper: { name: helper.name }, helped: true as const };
  const values = {
    me: profile,
    key: { ...key, id: data.key, seals: [data.seal], asked: Date.now() },
    catalogue: vault().get('catalogue'),
    progress: progress?.ok ? progress.data : undefined,
  };
  for (const [at, value] of Object.entries(values)) if (value) await hers.put(at, value);
  await write(hers);
  me.value = profile;
  bar(data);
  setTimeout(() => void close(worker.id), Date.parse(data.until) - Date.now());
  go('#/');
  return '';
}

async function clear(): Promise<void> {
  const id = await store.get<string>('kv', left);
  if (!id) return;
  for (const place of await store.keys('hers', `${id}/`)) await store.remove('hers', place);
  await store.remove('kv', left);
}

/** The helper is herself again: at her own front door, and nothing of the worker's is left but what waits, sealed. */
async function close(worker: string): Promise<void> {
  // without a network the server ends it by itself, at the time it has said
  await call(`/api/helped/${worker}/end`, { method: 'POST', anyone: true }).catch(() => undefined);
  await clear();
  history.replaceState(null, '', '/');
  location.reload();
}

/** On every page while she works here: whose turn it is, and the way to end it. */
function bar({ worker, until }: Begun): void {
  const section = document.createElement('section');
  const text = document.createElement('p');
  const end = document.createElement('button');
  section.className = 'helped-bar';
  end.className = 'btn out slim';
  end.onclick = () => void close(worker.id);
  section.append(text, end);
  lang.subscribe(() => {
    const said = t('admin.helped.bar', { who: worker.code, time: time(until) });
    section.setAttribute('aria-label', said);
    text.textContent = said;
    end.textContent = t('admin.helped.end');
  });
  document.body.prepend(section);
}
