import { look } from '../shell/sync';
import { recallAttempt } from './attempt';
import { asking, recallCatalogue, refreshCatalogue, refreshFlags, refreshProgress } from './catalogue';
import { recallAnswers, sendAnswers } from './answers';
import { recallPackages } from './packages';
import { recallPlaces } from './places';

/** Everything about the present worker's learning that the phone keeps. */
export async function recallLearning(): Promise<void> {
  await Promise.all([
    recallCatalogue(),
    recallPackages(),
    recallPlaces(),
    recallAttempt(),
    recallAnswers(),
    look(),
  ]);
}

/** The same from the server, each part by itself, so that one that fails keeps back no other. */
export async function refreshLearning(): Promise<void> {
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

addEventListener('online', () => void sendAnswers().catch(() => undefined));
