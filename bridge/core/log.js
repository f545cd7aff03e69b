// One event, one line on stderr: time, level, event, then key=value. Control characters are escaped and phone numbers
// masked, whatever field or text they stand in; credentials are never handed to it.

const LEVELS = { debug: 0, info: 1, warn: 2, error: 3 };
export const levels = Object.keys(LEVELS);

/**
 * @param {{level?: string, write?: (line: string) => void, now?: () => Date}} [options]
 * @param {object} [fixed] Fields of every line.
 */
export function createLog({ level = 'info', write = toStderr, now = () => new Date() } = {}, fixed = {}) {
  const log = {};
  for (const name of levels) {
    log[name] = LEVELS[name] < LEVELS[level] ? () => {} : (event, fields = {}) => {
      const pairs = Object.entries({ ...fixed, ...fields }).filter(([, value]) => value !== undefined && value !== '');
      const words = [now().toISOString(), name, event, ...pairs.map(([key, value]) => `${key}=${show(value)}`)];
      write(`${words.join(' ')}\n`);
    };
  }
  log.with = (more) => createLog({ level, write, now }, { ...fixed, ...more });
  return log;
}

function toStderr(line) {
  process.stderr.write(line);
}

function show(value) {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const said = value instanceof Error ? `${value.reason ?? value.code ?? value.name}: ${value.message}` : String(value);
  const text = mask(said);
  return /^[\w.:/@+*-]+$/.test(text) ? text : JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Phone numbers, with or without a WhatsApp domain, keep their first three and last two characters. */
export function mask(text) {
  return text.replace(/\+\d{7,15}|\d{7,18}(?=@)/g,
    (number) => number.slice(0, 3) + '*'.repeat(number.length - 5) + number.slice(-2));
}
