// The rail of a chapter: a vermilion dot at the section that is read, ink at those before it. It is hidden
// while a figure of full width stands where it is. On phones a bar shows how much of the text is read.

/** Follows the scroll position, at most once a frame. */
export function rail(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.rail a')];
  const items = links.map((link) => link.parentElement);
  const aside = document.querySelector('.rail');
  const targets = links
    .map((link) => document.getElementById(link.hash.slice(1)))
    .filter((place) => place !== null);
  const text = document.querySelector('.prose');
  const bar = document.querySelector<HTMLElement>('.progress');
  const list = aside?.firstElementChild;
  const full = [...document.querySelectorAll('.prose > .full')];
  let waiting = false;
  const update = (): void => {
    waiting = false;
    if (aside && list && links.length) {
      const own = list.getBoundingClientRect();
      aside.classList.toggle(
        'under',
        full.some((figure) => {
          const box = figure.getBoundingClientRect();
          return box.top < own.bottom + 12 && box.bottom > own.top - 12;
        }),
      );
      const here = targets.findLastIndex((place) => place.getBoundingClientRect().top < innerHeight * 0.4);
      let section = here;
      while (section > 0 && items[section]?.classList.contains('fig-entry')) section--;
      links.forEach((link, i) => {
        items[i]?.classList.toggle('done', i < here && i !== section);
        items[i]?.classList.toggle('now', i === Math.max(section, 0));
        if (i === Math.max(section, 0)) link.setAttribute('aria-current', 'location');
        else link.removeAttribute('aria-current');
      });
    }
    if (bar && text) {
      const { top, height } = text.getBoundingClientRect();
      bar.style.setProperty('--read', String(Math.min(1, Math.max(0, (innerHeight - top) / height))));
    }
  };
  const later = (): void => {
    if (!waiting) {
      waiting = true;
      requestAnimationFrame(update);
    }
  };
  addEventListener('scroll', later, { passive: true });
  addEventListener('resize', later);
  later();
}
