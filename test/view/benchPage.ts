/** Runs in the page for `npm run bench:view`: a sentence to draw, and the times between frames while it moves. */
import type { PanelContent, PanelSentence } from '../../engine/protocol/panelProtocol';
import type { Token } from '../../engine/protocol/result';

export type Movement = 'idle' | 'scroll' | 'sweep' | 'both';

export interface FrameTimes {
  /** Milliseconds between frames. */
  readonly frames: readonly number[];
  /** Milliseconds of tasks that held up the page for more than 50. */
  readonly longTasks: readonly number[];
}

/** As dense as attention is at its worst: every cell has a colour, one in thirty a number. */
function show(words: number): void {
  const tokens = (stem: string): Token[] => Array.from({ length: words }, (_, index) => ({ text: `${stem}${index}`, start: 0, end: 0 }));
  const weights = new Float32Array(words * words);
  for (let target = 0; target < words; target += 1) {
    for (let source = 0; source < words; source += 1) {
      weights[target * words + source] = source === target ? 0.5 : 0.011 + ((source * 7 + target * 13) % 30 === 0 ? 0.1 : 0);
    }
  }
  const sentence: PanelSentence = {
    source: 'a',
    target: 'b',
    sourceTokens: tokens('word'),
    targetTokens: tokens('词'),
    alignment: weights,
    attention: weights,
    links: Array.from({ length: words }, (_, index) => ({ source: index, target: index })),
    confidence: new Float32Array(words).fill(0.1),
    score: -1,
  };
  const content: PanelContent = { title: 'bench', sourceLanguage: 'en', targetLanguage: 'zh', pack: 'bench', sentences: [sentence], appliesTo: 'source' };
  window.postMessage({ kind: 'showTranslation', content }, '*');
}

async function measure(movement: Movement, seconds: number): Promise<FrameTimes> {
  const scroller = document.querySelector('.matrix-scroller')!;
  const canvas = document.querySelector('canvas')!;
  const box = canvas.getBoundingClientRect();
  const times: number[] = [];
  const longTasks: number[] = [];
  const observer = new PerformanceObserver((list) => {
    longTasks.push(...list.getEntries().map(({ duration }) => duration));
  });
  observer.observe({ type: 'longtask' });
  await new Promise<void>((resolve) => {
    const begin = performance.now();
    const frame = (now: number): void => {
      times.push(now);
      const share = (now - begin) / (seconds * 1000);
      if (share >= 1) {
        resolve();
        return;
      }
      if (movement === 'scroll' || movement === 'both') {
        scroller.scrollTop = share * (scroller.scrollHeight - scroller.clientHeight);
        scroller.scrollLeft = share * (scroller.scrollWidth - scroller.clientWidth);
      }
      if (movement === 'sweep' || movement === 'both') {
        const turn = share * seconds * 4;
        const clientX = box.left + box.width * (0.5 + 0.45 * Math.sin(turn));
        const clientY = box.top + box.height * (0.5 + 0.45 * Math.cos(turn * 1.3));
        canvas.dispatchEvent(new PointerEvent('pointermove', { clientX, clientY, bubbles: true }));
      }
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  observer.disconnect();
  return { frames: times.slice(1).map((time, index) => time - times[index]!), longTasks };
}

Object.assign(globalThis, { bench: { show, measure } });
