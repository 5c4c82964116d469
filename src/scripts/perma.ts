// Permalinks: a click on the mark of a heading, paragraph, equation or note copies its address, and says so.

let said: HTMLElement | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

function say(text: string): void {
  const line = (said ??= document.body.appendChild(
    Object.assign(document.createElement('p'), { className: 'copied' }),
  ));
  line.setAttribute('role', 'status');
  line.textContent = text;
  clearTimeout(timer);
  timer = setTimeout(() => {
    line.textContent = '';
  }, 2500);
}

/**
 * Listens on the document for all permalinks. The link is still followed, so the address bar has it as well.
 */
export function permalinks(): void {
  document.addEventListener('click', (e) => {
    const link = (e.target as Element).closest?.<HTMLAnchorElement>('.perma,.eq .no,.note .n');
    if (!link?.href || e.ctrlKey || e.metaKey || e.shiftKey) return;
    navigator.clipboard?.writeText(link.href).then(
      () => say('Link copied'),
      () => say('The link is in the address bar'),
    );
  });
}
