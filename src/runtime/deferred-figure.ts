// Figures after the first of a page: their pictures and numbers are files beside the page. The page has the words, room
// of the right size, and in <noscript> a `<use>` of the picture.

/** Brings the numbers of a sleeping figure into the page, where the element looks for them. @throws when they cannot be had */
export async function loadDeferred(element: Element): Promise<void> {
  const address = element.getAttribute('asleep');
  if (!address) return;
  const reply = await fetch(address);
  if (!reply.ok) throw new Error(String(reply.status));
  const text = await reply.text();
  if (element.querySelector('script')) return;
  element.append(
    Object.assign(document.createElement('script'), { type: 'application/json', textContent: text }),
  );
}

/** What readers without a script see, for a figure that could not be woken. */
export function revealStill(element: Element): void {
  for (const covered of element.querySelectorAll('noscript')) {
    const inside = document.createElement('template');
    inside.innerHTML = covered.textContent ?? '';
    covered.replaceWith(inside.content);
  }
}

/** Paper does not wait for a `<use>`, nor for anything else: the picture is read on the spot. */
export function drawForPaper(element: Element): void {
  const address =
    element.hasAttribute('asleep') &&
    /href="([^"#]+)#/.exec(element.querySelector('noscript')?.textContent ?? '')?.[1];
  if (!address) return;
  const ask = new XMLHttpRequest();
  try {
    ask.open('GET', address, false);
    ask.send();
  } catch {
    return;
  }
  const file = new DOMParser().parseFromString(ask.responseText, 'image/svg+xml');
  for (const room of element.querySelectorAll<SVGElement>('.pic')) {
    const group = file.getElementById(`${room.dataset.part}-${[...room.classList].at(-1)}`);
    if (group && !room.firstChild) {
      const copy = document.importNode(group, true);
      copy.removeAttribute('id');
      room.append(copy);
    }
  }
}
