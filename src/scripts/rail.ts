// The rail of a chapter: the section being read is the one vermilion dot, what is read is ink; it steps aside for a
// figure that needs the whole width. On phones the same measure is a bar.

export function rail(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.rail a')];
  const aside = document.querySelector('.rail');
  const places = links
    .map((link) => document.getElementById(link.hash.slice(1)))
    .filter((place) => place !== null);
  const text = document.querySelector('.prose');
  const bar = document.querySelector<HTMLElement>('.progress');
  const list = aside?.firstElementChild;
  const full = [...document.querySelectorAll('.prose > .full')];
  let waiting = false;
  const look = (): void => {
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
      const here = places.findLastIndex((place) => place.getBoundingClientRect().top < innerHeight * 0.4);
      let section = here;
      while (section > 0 && links[section].parentElement!.classList.contains('fig-entry')) section--;
      links.forEach((link, i) => {
        link.parentElement!.classList.toggle('done', i < here && i !== section);
        link.parentElement!.classList.toggle('now', i === Math.max(section, 0));
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
      requestAnimationFrame(look);
    }
  };
  addEventListener('scroll', later, { passive: true });
  addEventListener('resize', later);
  later();
}
