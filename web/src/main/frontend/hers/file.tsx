import type { VNode } from 'preact';
import { asFile, Icon, Note, post, t, tn, useState, waiting } from '../learn/kit';

/** The last way out: what waits as a file, still sealed, that anybody who is signed in can bring to the server. */
export function Files(): VNode {
  const [said, say] = useState<string>();
  const save = async () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([await asFile()], { type: 'application/json' }));
    link.download = `kadam-${new Date().toISOString().slice(0, 10)}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };
  const bring = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    input.value = '';
    if (file) say(await brought(file));
  };
  return (
    <>
      {waiting.value.length > 0 && (
        <li>
          <button class="row" onClick={() => void save()}>
            <Icon name="down" />
            <span>
              {t('file.save')}
              <br />
              <span class="small soft">{t('file.save-why')}</span>
            </span>
            <span />
          </button>
        </li>
      )}
      <li>
        <label class="row">
          <Icon name="send" />
          <span>
            {t('file.bring')}
            <br />
            <span class="small soft">{t('file.bring-why')}</span>
          </span>
          <input type="file" class="sr" accept=".json,application/json" onChange={(e) => void bring(e.currentTarget)} />
        </label>
        <div role="status">{said && <Note icon="got">{said}</Note>}</div>
      </li>
    </>
  );
}

const most = 100;

/** Sends what a file holds, in batches of its phone; what came of it, in words. */
async function brought(file: File): Promise<string> {
  let received = 0;
  try {
    const { device, sentAt, sealed } = JSON.parse(await file.text()) as { device?: string; sentAt?: string; sealed?: string[] };
    if (!device || !sentAt || !Array.isArray(sealed)) return t('file.not-ours');
    for (let i = 0; i < sealed.length; i += most) {
      const reply = await post({ sealed: sealed.slice(i, i + most) }, { device, sentAt });
      if (reply?.status !== 200) return t('file.not-now');
      received += reply.receipts.length;
    }
  } catch (e) {
    return t(e instanceof SyntaxError ? 'file.not-ours' : 'file.not-now');
  }
  return tn('file.received', received);
}
