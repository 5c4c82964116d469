// The panel of a film in the making: progress, cancel, what came of it.

import { mark, type Mark } from '../scene/mark.ts';
import { save } from './download.ts';
import type { exportVideo, VideoOptions } from './video-export.ts';

export type RenderVideo = (of: Pick<VideoOptions, 'signal' | 'progress'>) => ReturnType<typeof exportVideo>;
interface Panel {
  readonly name: string;
  readonly marks: readonly Mark[];
}

const opens = {
  mp4: 'The MP4 (H.264) is saved; PowerPoint, Keynote and Google Slides open it.',
  webm: 'This browser has no H.264, so it is a WebM (VP9): web pages play it, PowerPoint and Keynote do not.',
  gif: 'This browser encodes no video, so it is a GIF, smaller and with fewer frames; PowerPoint, Keynote and Google Slides show it.',
};
let running: AbortController | undefined; // one film at a time: it takes a worker and an encoder

/** @param show puts the panel under the figure @param say tells a screen reader */
export async function videoPanel(
  name: string,
  shooting: RenderVideo,
  show: (panel: Panel) => void,
  say: (text: string) => void,
): Promise<void> {
  running?.abort();
  const mine = (running = new AbortController());
  const end = (text: string): void => {
    say(text);
    show(panel([line(text)], 'close', 'Close'));
  };
  let shown = -1;
  const progress = (part: number): void => {
    const percent = Math.floor(part * 100);
    if (percent === shown) return;
    shown = percent;
    show(
      panel(
        [
          line(`Training again and filming it: ${percent}%`),
          mark(
            'progress',
            { max: 100, value: percent, 'aria-label': 'How much of the film is made' },
            '',
            'm',
          ),
        ],
        'cancel',
        'Cancel',
      ),
    );
  };
  progress(0);
  try {
    const { blob, ending } = await shooting({ signal: mine.signal, progress });
    save(`${name}.${ending}`, blob);
    end(opens[ending]);
  } catch (error) {
    end(
      mine.signal.aborted
        ? 'The film was cancelled; nothing was saved.'
        : `The film could not be made: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
/** Ends the encoding that is under way. */
export const cancel = (): void => running?.abort();

const line = (text: string): Mark => mark('p', {}, text, 'p');
const panel = (marks: readonly Mark[], does: string, label: string): Panel => ({
  name: 'video',
  marks: [...marks, mark('button', { type: 'button', class: 'tb', 'data-do': does }, label, does)],
});
