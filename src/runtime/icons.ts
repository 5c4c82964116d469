// Toolbar icons: paths on a 20 x 20 grid, drawn with a 2 px line (play and pause are filled by the style sheet).
export const icons = {
  play: 'M5 3l12 7-12 7z',
  pause: 'M5 3h4v14H5zM12 3h4v14h-4z',
  step: 'M4 4l8 6-8 6zM15 4v12',
  reset: 'M4 4v5h5M4.6 9A6.6 6.6 0 1 1 3 12.5',
  undo: 'M7 4L3 8l4 4M3 8h9a5 5 0 0 1 0 10H8',
  settings: 'M3 6h14M3 14h14M7 3.5v5M13 11.5v5',
  compare: 'M10 3v14M3 5h4v10H3zM13 5h4v10h-4z',
  link: 'M8.5 11.5l3-3M9 6l2-2a3.5 3.5 0 0 1 5 5l-2 2M11 14l-2 2a3.5 3.5 0 0 1-5-5l2-2',
  embed: 'M7 5L2 10l5 5M13 5l5 5-5 5',
  download: 'M10 3v10M6 9.5l4 4 4-4M4 17h12',
  source: 'M4 3h12v14H4zM7 7h6M7 10h6M7 13h3',
} as const;
export type IconName = keyof typeof icons;
