// What the site keeps on the reader's device: the service worker is asked for when the page has rested, a new
// version is offered and never forced, and what is kept is said and can be cleared.

/** The key in localStorage; 'no' when the reader wants nothing kept. */
const OFF = 'offline';

const wanted = (): boolean => {
  try {
    return localStorage.getItem(OFF) !== 'no';
  } catch {
    return false;
  }
};
/** The service worker's address, under the site's base path. */
const script = (): string =>
  new URL(
    'sw.js',
    new URL(
      document.querySelector<HTMLMetaElement>('meta[name="dream-base"]')?.content ?? '/',
      document.baseURI,
    ),
  ).href;

/** Registers the worker, once everything else is done. Nothing where the reader saves data or said no. */
export function keep(): void {
  const { serviceWorker, connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  if (!serviceWorker || !isSecureContext || connection?.saveData || !wanted()) return;
  serviceWorker.register(script()).then(
    (registration?: ServiceWorkerRegistration) => {
      if (!registration) return; // a browser under test that keeps none
      if (registration.waiting) offer(registration.waiting);
      registration.addEventListener('updatefound', () => {
        const next = registration.installing;
        next?.addEventListener('statechange', () => {
          if (next.state === 'installed' && serviceWorker.controller) offer(next);
        });
      });
    },
    () => {
      /* no storage, no worker: the site works online */
    },
  );
}

/** One line at the foot of the page. */
function offer(next: ServiceWorker): void {
  if (document.querySelector('.newer')) return;
  const line = Object.assign(document.createElement('p'), {
    className: 'newer',
    textContent: 'There is a newer version of this site. ',
  });
  const button = Object.assign(document.createElement('button'), { type: 'button', textContent: 'Use it' });
  button.addEventListener('click', () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload());
    next.postMessage({ type: 'SKIP_WAITING' });
  });
  line.append(button);
  line.setAttribute('role', 'status');
  document.querySelector('.foot')?.append(line);
}

/** Clears all that is kept and remembers that; or, where nothing is kept, keeps the site again. */
async function toggle(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  if (!registration) {
    localStorage.removeItem(OFF);
    await navigator.serviceWorker.register(script());
    return;
  }
  localStorage.clear();
  localStorage.setItem(OFF, 'no');
  await registration.unregister();
  for (const name of await caches.keys()) await caches.delete(name);
}

/** The part of the about page that says what is kept, and clears it. */
export function kept(at: HTMLElement): void {
  const said = at.querySelector<HTMLElement>('[data-kept-says]')!;
  const button = at.querySelector<HTMLButtonElement>('button')!;
  const say = async (): Promise<void> => {
    const registration = await navigator.serviceWorker?.getRegistration();
    const { usage = 0 } = (await navigator.storage?.estimate?.()) ?? {};
    const kept = registration
      ? `Kept on this device for reading offline: about ${(usage / 1e6).toFixed(1)} MB.`
      : 'Nothing is kept on this device.';
    said.textContent = navigator.serviceWorker ? kept : 'This browser keeps nothing for reading offline.';
    button.textContent = registration ? 'Clear it, and keep nothing' : 'Keep the site for reading offline';
    button.hidden = !navigator.serviceWorker;
  };
  button.addEventListener('click', () => {
    toggle().then(say, () => {
      said.textContent = 'The browser did not allow it.';
    });
  });
  at.hidden = false;
  void say();
}
