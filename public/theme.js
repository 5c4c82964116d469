// The remembered illumination, before anything is painted.
try {
  var kept = localStorage.getItem('illumination');
  if (kept === 'light' || kept === 'dark') document.documentElement.dataset.theme = kept;
} catch (e) {}
