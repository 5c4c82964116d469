// Permalinks: a click on the mark of a heading, paragraph, equation or note copies its address, and says so.

let said: HTMLElement | undefined;
let timer = 0;

function say(text: string): void {
  said ??= document.body.appendChild(Object.assign(document.createElement('p'), { className: 'copied' }));
  said.setAttribute('role', 'status');
  said.textContent = text;
  clearTimeout(timer);
  timer = setTimeout(() => {
    said!.textContent = '';
  }, 2500) as unknown as number;
}

/** The link is still followed: the address bar has it as well. */
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
