// The script of a simulated network: how long things take, and what goes wrong when. See the README for its form.
// Everything has a default; what is unknown or of the wrong kind is refused with its path, before anything starts.

const SEND_POINTS = ['before_send', 'after_network_before_result', 'after_result_before_sent',
  'after_result_before_confirm'];
// Of a session that the bridge is given: nothing is done yet; its first state is on disk, and not sent; it is sent.
const ASSIGN_POINTS = ['after_assign', 'after_state_before_sent', 'after_state_before_confirm'];
const POINTS = [...SEND_POINTS, ...ASSIGN_POINTS];
const STAGES = ['server', 'delivered', 'read', 'played'];

const DEFAULTS = {
  qr: { first_ms: 60_000, next_ms: 20_000, codes: 6, scan_after_ms: 1000, scan_code: 1 },
  link: { by: 'qr', authenticated_ms: 100, phone: null },
  connect_ms: 20,
  latency_ms: 0,
  not_on_whatsapp: [],
  offline: 'delivered',
  acks: { server_ms: [5, 20], delivered_ms: [20, 80], read_ms: null, played_ms: null, lose: {} },
  steps: [],
};

// What each step does, and the fields that it takes beside `when`, `do` and `times`.
const STEPS = {
  crash: { point: oneOf(POINTS) },
  stop: { point: oneOf(POINTS) },
  error: { reason: text, engine_code: text, text, not_begun: flag, after_network: flag },
  hang: {},
  ack_error: { engine_code: text },
  restrict: { kind: text, for_ms: millis, used: count, total: count, engine_code: text },
  logout: {},
  conflict: {},
  disconnect: { for_ms: millis },
  incoming: { from: text, text, quoted: text, kind: text, id: text, chat: text, target: text, mentions: list, content: object, file: object },
};
const ON_SEND_ONLY = ['crash', 'stop', 'error', 'hang', 'ack_error'];

export class ScriptError extends Error {
  constructor(path, message) {
    super(`script: ${path}: ${message}`);
    this.name = 'ScriptError';
  }
}

/** @param {string} source JSON. @returns {object} The script with its defaults filled in. */
export function parseScript(source) {
  let value;
  try {
    value = JSON.parse(source);
  } catch (error) {
    throw new ScriptError('$', `no JSON: ${error.message}`);
  }
  return readScript(value);
}

/** @param {object} [value] The parsed JSON. */
export function readScript(value = {}) {
  const script = {
    qr: section(value, 'qr', {
      first_ms: millis, next_ms: millis, codes: count, scan_after_ms: orNull(millis), scan_code: count,
    }),
    link: section(value, 'link', {
      by: oneOf(['qr', 'pairing_code']), authenticated_ms: millis, phone: orNull(phone),
    }),
    acks: section(value, 'acks', {
      server_ms: orNull(range), delivered_ms: orNull(range), read_ms: orNull(range), played_ms: orNull(range),
      lose: chances,
    }),
    connect_ms: range('connect_ms', value.connect_ms ?? DEFAULTS.connect_ms),
    latency_ms: range('latency_ms', value.latency_ms ?? DEFAULTS.latency_ms),
  };
  script.not_on_whatsapp = value.not_on_whatsapp ?? DEFAULTS.not_on_whatsapp;
  if (!Array.isArray(script.not_on_whatsapp)) fail('not_on_whatsapp', 'a list');
  script.not_on_whatsapp.forEach((number, index) => phone(`not_on_whatsapp[${index}]`, number));
  script.offline = value.offline ?? DEFAULTS.offline;
  oneOf(['delivered', 'kept'])('offline', script.offline);
  known(value, '$', DEFAULTS);
  const steps = value.steps ?? [];
  if (!Array.isArray(steps)) throw new ScriptError('steps', 'must be a list');
  script.steps = steps.map(step);
  script.stages = STAGES.filter((stage) => script.acks[`${stage}_ms`] !== null);
  return script;
}

function step(value, index) {
  const path = `steps[${index}]`;
  const fields = STEPS[value?.do];
  if (!fields) throw new ScriptError(`${path}.do`, `must be one of ${Object.keys(STEPS).join(', ')}`);
  known(value, path, { when: 1, do: 1, times: 1, ...fields });
  for (const [name, check] of Object.entries(fields)) {
    if (value[name] !== undefined) check(`${path}.${name}`, value[name]);
  }
  if (fields.point && value.point === undefined) throw new ScriptError(`${path}.point`, 'is needed');
  if (value.do === 'error' && value.reason === undefined) throw new ScriptError(`${path}.reason`, 'is needed');
  if (value.do === 'incoming' && value.from === undefined) throw new ScriptError(`${path}.from`, 'is needed');
  const when = { ...value.when };
  const onAssign = ASSIGN_POINTS.includes(value.point);
  known(when, `${path}.when`, onAssign ? { assign: 1, session: 1 } : { send: 1, recipient: 1, session: 1, connected_ms: 1 });
  if (when.assign !== undefined) count(`${path}.when.assign`, when.assign);
  if (when.send !== undefined) count(`${path}.when.send`, when.send);
  if (when.recipient !== undefined) text(`${path}.when.recipient`, when.recipient);
  if (when.connected_ms !== undefined) millis(`${path}.when.connected_ms`, when.connected_ms);
  const onSend = when.connected_ms === undefined;
  if (!onSend && ON_SEND_ONLY.includes(value.do)) fail(`${path}.when`, `a send: ${value.do} happens at one`);
  if (value.times !== undefined) count(`${path}.times`, value.times);
  return { ...value, when, onSend, times: value.times ?? 1, index };
}

function section(value, name, checks) {
  const given = value[name] ?? {};
  known(given, name, checks);
  const full = { ...DEFAULTS[name], ...given };
  for (const [key, check] of Object.entries(checks)) check(`${name}.${key}`, full[key]);
  return full;
}

function known(value, path, fields) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) fail(path, 'an object');
  const stranger = Object.keys(value).find((key) => !Object.hasOwn(fields, key));
  if (stranger !== undefined) throw new ScriptError(`${path}.${stranger}`, 'is not known');
}

function fail(path, what) {
  throw new ScriptError(path, `must be ${what}`);
}

function millis(path, value) {
  if (!Number.isFinite(value) || value < 0 || value > 86_400_000) fail(path, 'milliseconds, at most a day');
  return value;
}

function count(path, value) {
  if (!Number.isInteger(value) || value < 0) fail(path, 'a whole number');
  return value;
}

function range(path, value) {
  if (!Array.isArray(value)) return millis(path, value);
  if (value.length !== 2 || value[0] > value[1]) fail(path, 'a number or [low, high]');
  value.forEach((end) => millis(path, end));
  return value;
}

function text(path, value) {
  if (typeof value !== 'string') fail(path, 'a string');
}

function flag(path, value) {
  if (typeof value !== 'boolean') fail(path, 'true or false');
}

function phone(path, value) {
  if (!/^\+\d{7,15}$/.test(value)) fail(path, '+ and 7 to 15 digits');
}

function list(path, value) {
  if (!Array.isArray(value) || value.some((one) => typeof one !== 'string')) fail(path, 'a list of strings');
}

function object(path, value) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) fail(path, 'an object');
}

function chances(path, value) {
  known(value, path, Object.fromEntries(STAGES.map((stage) => [stage, 1])));
  for (const chance of Object.values(value)) if (!(chance >= 0 && chance <= 1)) fail(path, 'chances from 0 to 1');
}

function oneOf(names) {
  return (path, value) => { if (!names.includes(value)) fail(path, `one of ${names.join(', ')}`); };
}

function orNull(check) {
  return (path, value) => { if (value !== null) check(path, value); };
}
