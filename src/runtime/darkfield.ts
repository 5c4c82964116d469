/** Whether the figure is shown in darkfield. */
export function isDark(figure: HTMLElement, theme: string | null): boolean {
  const scheme = getComputedStyle(figure).colorScheme;
  if (scheme === 'dark') return true;
  const asked = theme === 'light' || document.documentElement.dataset.theme === 'light';
  return scheme.includes('dark') && !asked && matchMedia('(prefers-color-scheme: dark)').matches;
}
