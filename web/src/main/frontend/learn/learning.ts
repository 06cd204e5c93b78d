import { effect } from '@preact/signals';
import { lang } from '../shell/language';
import { onLook } from '../shell/sync';
import { me, signedIn } from '../shell/who';
import { recallAttempt } from './attempt';
import { alsoIn, asking, recallCatalogue, refreshCatalogue, refreshFlags, refreshProgress } from './catalogue';
import { recallAnswers, sendAnswers } from './answers';
import { recallPackages } from './packages';
import { recallPlaces } from './places';
import { recallQuestions } from './questions';

/** Everything about the present worker's learning that the phone keeps; and again when another tab has written. */
export async function recallLearning(): Promise<void> {
  recallHers();
  await recallPackages();
}

function recallHers(): void {
  recallCatalogue();
  recallPlaces();
  recallAttempt();
  recallAnswers();
  recallQuestions();
}
onLook.push(recallHers);

/** The same from the server, each part by itself, so that one that fails keeps back no other. */
export async function refreshLearning(): Promise<void> {
  if (!signedIn.value) return;
  asking.value = true;
  const answered = sendAnswers().then(refreshFlags);
  await Promise.all([refreshCatalogue(), refreshProgress(), answered].map((p) => p.catch(() => undefined)));
  asking.value = false;
}

/** After an attempt was received its result, and perhaps an offer of help, is made on the server a moment later. */
export function refreshAfterSending(types: Set<string>): void {
  if (!types.has('attempt.finished')) return;
  for (const seconds of [2, 8, 30]) {
    setTimeout(() => void Promise.all([refreshProgress(), refreshFlags()]).catch(() => undefined), seconds * 1000);
  }
}

addEventListener('online', () => {
  if (!me.value) return;
  void sendAnswers().catch(() => undefined);
  void alsoIn(lang.value);
});
effect(() => void alsoIn(lang.value));
