// WhatsApp's ids of people and groups. Phone numbers are `+` and digits to rpcd; libraries write them with a domain, and
// with the number of a device where one is meant (`4915…:12@s.whatsapp.net`). A LID names somebody without a number.
const PHONE = /^(\d{5,20})(?:[:.]\d+)?@(?:s\.whatsapp\.net|c\.us)$/;
const LID = /^(\d{1,30})(?:[:.]\d+)?@lid$/;

/** `+` and digits, or '' where the id is no phone number's. */
export function phoneOf(id) {
  const digits = PHONE.exec(String(id ?? ''))?.[1];
  return digits ? `+${digits}` : '';
}

/** The LID without a device, or ''. */
export function lidOf(id) {
  const digits = LID.exec(String(id ?? ''))?.[1];
  return digits ? `${digits}@lid` : '';
}

/** An id that a library gives in parts, as text: WhatsApp Web renames its fields now and then. */
export function idOf(wid) {
  return wid?._serialized ?? wid?.$1 ?? (wid?.user && wid?.server ? `${wid.user}@${wid.server}` : '');
}

/** Whether it is one person, not a group, a channel, a list or the status. */
export function isPerson(id) {
  return phoneOf(id) !== '' || lidOf(id) !== '';
}

export function isGroup(id) {
  return /^[\d-]{5,40}@g\.us$/.test(String(id ?? ''));
}

/** People whom a message names, as rpcd names them: by number, or where that is not known by LID. */
export function namesOf(ids) {
  return (Array.isArray(ids) ? ids : []).map((id) => (typeof id === 'object' ? idOf(id) : id)).map((id) => phoneOf(id) || lidOf(id))
    .filter(Boolean);
}

/**
 * A recipient as rpcd names it, as an id with the library's domain for phone numbers.
 * @param {string} recipient `+` and digits, or an id of WhatsApp's.
 * @param {string} domain `s.whatsapp.net` or `c.us`.
 */
export function addressOf(recipient, domain) {
  if (recipient.startsWith('+')) return `${recipient.slice(1)}@${domain}`;
  const phone = phoneOf(recipient);
  return phone ? `${phone.slice(1)}@${domain}` : recipient;
}
