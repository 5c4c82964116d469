// An SVG drawn as a picture sees no fonts of the page, so the faces it needs travel inside it.

/** `@font-face` rules with the files as data: addresses, for the families named; '' where the page has none. */
export async function embeddedFaces(families: readonly string[]): Promise<string> {
  const rules = [...document.styleSheets].flatMap((sheet) => {
    try {
      return [...sheet.cssRules];
    } catch {
      return [];
    }
  });
  const faces = rules
    .filter((rule): rule is CSSFontFaceRule => rule instanceof CSSFontFaceRule)
    .map((rule) => ({
      rule,
      address: /url\("?([^")]+\.woff2)"?\)/.exec(rule.style.getPropertyValue('src'))?.[1],
      family: rule.style.getPropertyValue('font-family').replaceAll('"', ''),
    }))
    .filter(
      ({ address, family, rule }) =>
        address && families.includes(family) && rule.style.getPropertyValue('font-style') !== 'italic',
    );
  const parts = await Promise.all(
    faces.map(async ({ rule, address, family }) => {
      const from = new URL(address!, rule.parentStyleSheet?.href ?? document.baseURI);
      const file = await fetch(from)
        .then((reply) => (reply.ok ? reply.blob() : undefined))
        .catch(() => undefined);
      return file
        ? `@font-face{font-family:"${family}";font-weight:${rule.style.getPropertyValue('font-weight') || 400};src:url(${await dataAddress(file)}) format("woff2")}`
        : '';
    }),
  );
  return parts.join('');
}

function dataAddress(file: Blob): Promise<string> {
  return new Promise((give, fail) => {
    const reader = new FileReader();
    reader.onload = () => give(reader.result as string);
    reader.onerror = () => fail(reader.error);
    reader.readAsDataURL(file);
  });
}
