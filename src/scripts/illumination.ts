// The switch between the two illuminations. The head's theme.js has set a remembered choice before the first
// paint.

const dark = matchMedia('(prefers-color-scheme: dark)');
const root = document.documentElement;
const now = (): 'light' | 'dark' =>
  (root.dataset.theme as 'light' | 'dark' | undefined) ?? (dark.matches ? 'dark' : 'light');

/** Makes the button switch, and say which illumination is on. */
export function illumination(button: HTMLElement): void {
  const name = button.querySelector('.name')!;
  const say = (): void => {
    name.textContent = now() === 'dark' ? 'Darkfield' : 'Brightfield';
    button.title = now() === 'dark' ? 'Switch to brightfield' : 'Switch to darkfield';
  };
  button.addEventListener('click', () => {
    root.dataset.theme = now() === 'dark' ? 'light' : 'dark';
    try {
      localStorage.setItem('illumination', root.dataset.theme);
    } catch {
      /* not remembered, but switched */
    }
    say();
  });
  dark.addEventListener('change', say);
  say();
}
