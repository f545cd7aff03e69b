// What a vCard says of whom it is about, as far as rpcd lists it beside the card itself.

/** @param {string} vcard @param {string} [displayName] What the engine calls it. */
export function cardOf(vcard, displayName) {
  const text = String(vcard ?? '').replace(/\r?\n[ \t]/g, '');
  return { displayName: displayName || valuesOf(text, 'FN')[0] || '', phoneNumbers: valuesOf(text, 'TEL').map(plain),
    organization: (valuesOf(text, 'ORG')[0] ?? '').replace(/;+$/, ''), emails: valuesOf(text, 'EMAIL'), vcard: String(vcard ?? '') };
}

// Of each line `NAME;parameters:value`, also where it stands in a group (`item1.TEL:…`).
function valuesOf(text, name) {
  const lines = text.matchAll(new RegExp(`^(?:[\\w-]+\\.)?${name}(?:;[^:\\r\\n]*)?:(.*)$`, 'gim'));
  return [...lines].map(([, value]) => value.replace(/\\([\\,;])/g, '$1').trim()).filter(Boolean);
}

function plain(number) {
  return number.replace(/^tel:/i, '').replace(/[\s().-]/g, '');
}
