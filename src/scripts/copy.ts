// "Copy" beside a listing.

/** Listens on the document for all copy buttons. */
export function copy(): void {
  document.addEventListener('click', (e) => {
    const button = (e.target as Element).closest?.<HTMLElement>('[data-copy]');
    const code = button?.closest('.code-block')?.querySelector('code')?.textContent;
    if (!button || !code) return;
    const say = (word: string): void => {
      button.textContent = word;
      setTimeout(() => {
        button.textContent = 'Copy';
      }, 1500);
    };
    navigator.clipboard.writeText(code).then(
      () => say('Copied'),
      () => say('Not allowed'),
    );
  });
}
