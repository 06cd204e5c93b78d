import type { VNode } from 'preact';
import { kilobytes, Sheet, t, useEffect, useRef, useState } from '../../learn/kit';
import type { CardText, Sound } from '../../learn/content';
import type { Lang } from '../../shared/types';
import { bringSound, isHere, sourceOf } from './kept';
import { connection, mayCome, type When } from './may';
import { localVoice, spoken } from './voice';
import { choose, recallWhen, when } from './when';

interface Of {
  /** The module, as course/module. */
  of: string;
  text: CardText;
  language: Lang;
}

/** A card read to her: recorded, or by the phone's own voice; nothing where there is neither. */
export const Listen = (p: Of): VNode | null =>
  p.text.sound ? <Recorded of={p.of} sound={p.text.sound} /> : <Aloud text={p.text} language={p.language} />;

function Recorded({ of, sound }: { of: string; sound: Sound }): VNode {
  const [here, setHere] = useState<boolean>();
  const [playing, play] = useState(false);
  const [missed, miss] = useState(false);
  const [asking, ask] = useState(false);
  const audio = useRef<HTMLAudioElement | undefined>(undefined);
  useEffect(() => {
    recallWhen();
    void isHere(of, sound)
      .then((is) => setHere(is))
      .catch(() => setHere(false));
    return () => audio.current?.pause();
  }, [sound.hash]);
  const listen = async () => {
    if (playing) return audio.current!.pause();
    miss(false);
    try {
      if (!audio.current) {
        await bringSound(of, sound);
        setHere(true);
        const made = (audio.current = new Audio(await sourceOf(of, sound)));
        made.onplay = () => play(true);
        made.onpause = made.onended = () => play(false);
      }
      await audio.current.play();
    } catch {
      miss(true);
      audio.current = undefined;
    }
  };
  return (
    <>
      <p class="line">
        <button class="btn out slim" aria-pressed={playing} onClick={() => void listen()}>
          <Speaker /> {t(playing ? 'sound.pause' : 'sound.listen')}
          {here === false && ` · ${kilobytes(sound.bytes)}`}
        </button>
        <button class="btn bare slim" onClick={() => ask(true)}>
          {t('sound.when')}
        </button>
      </p>
      {missed && (
        <p class="small" role="status">
          {t('unreached')}
        </p>
      )}
      {asking && (
        <Sheet title={t('sound.when')} close={() => ask(false)}>
          {choices().map((w) => (
            <button class="btn out" aria-pressed={when.value === w} onClick={() => void choose(w).then(() => ask(false), () => undefined)}>
              {t(`sound.when.${w}`)}
            </button>
          ))}
        </Sheet>
      )}
    </>
  );
}

/** Where the browser does not tell what the network is, Wi-Fi cannot be promised. */
const choices = (): When[] => (connection().type ? ['pressed', 'wifi', 'any'] : ['pressed', 'any']);

function Aloud({ text, language }: { text: CardText; language: Lang }): VNode | null {
  const [voice, setVoice] = useState<SpeechSynthesisVoice>();
  const [speaking, speak] = useState(false);
  const speech = window.speechSynthesis as SpeechSynthesis | undefined;
  useEffect(() => {
    if (!speech) return;
    const look = () => setVoice(() => localVoice(speech.getVoices(), language));
    look();
    speech.addEventListener?.('voiceschanged', look);
    return () => {
      speech.removeEventListener?.('voiceschanged', look);
      speech.cancel();
    };
  }, [text, language]);
  if (!speech || !voice) return null;
  const aloud = () => {
    speech.cancel();
    if (speaking) return speak(false);
    speak(true);
    const said = spoken(text).map((each) => Object.assign(new SpeechSynthesisUtterance(each), { voice, lang: voice.lang }));
    said[said.length - 1]!.onend = () => speak(false);
    for (const each of said) speech.speak(each);
  };
  return (
    <p class="line">
      <button class="btn out slim" aria-pressed={speaking} onClick={aloud}>
        <Speaker /> {t(speaking ? 'sound.stop' : 'sound.aloud')}
      </button>
    </p>
  );
}

const Speaker = (): VNode => (
  <svg class="i" viewBox="0 0 24 24" aria-hidden="true">
    <path d="M4 9.5v5h3.5L12 19V5L7.5 9.5zM15.5 9a4 4 0 010 6M18 6.5a7.5 7.5 0 010 11" />
  </svg>
);

/** After text and pictures: the recordings of a module, where they may come by themselves. */
export async function bringAllSounds(of: string, texts: CardText[]): Promise<void> {
  recallWhen();
  for (const { sound } of texts) {
    if (sound && mayCome(when.value, connection())) await bringSound(of, sound);
  }
}
