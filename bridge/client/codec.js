// Messages to bytes and back, by tables: nothing is generated but the tables, so a message costs no code.
// Reading is strict: what is truncated, too deep, no UTF-8 or no number is an error; unknown fields are skipped.
// Absent sub-messages and the unset cases of a oneof are absent properties; scalars, lists and maps have their
// defaults. Maps are objects without a prototype, so that no key of theirs means anything to JavaScript.
import { CodecError, Reader, Writer } from './wire.js';
import { WireType, scalars, show } from './scalars.js';
import { fromDate } from './time.js';

export { CodecError } from './wire.js';

const MAX_DEPTH = 64;
const MAX_VALUES = 1_000_000;

/**
 * Encodes and decodes the messages of one or several tables.
 * @param {...{messages?: object, enums?: object}} tables The later ones win where a name stands in two.
 */
export class Codec {
  #messages;
  #enums;
  #plans = new Map();

  constructor(...tables) {
    this.#messages = Object.assign(Object.create(null), ...tables.map((table) => table.messages ?? {}));
    this.#enums = Object.assign(Object.create(null), ...tables.map((table) => table.enums ?? {}));
  }

  /** Whether the table has a message of this full name. */
  knows(type) {
    return type in this.#messages;
  }

  /**
   * @param {string} type The message's full name.
   * @param {object} value Its fields; those that are undefined or null are absent. Unknown ones are refused.
   * @returns {Uint8Array}
   */
  encode(type, value) {
    const writer = new Writer();
    this.#write(this.#plan(type), value, writer, '', 0);
    return writer.finish();
  }

  /**
   * @param {string} type The message's full name.
   * @param {Uint8Array} bytes All of the message and nothing else.
   * @returns {object} Never a view into `bytes`.
   */
  decode(type, bytes) {
    const reader = new Reader(bytes);
    const budget = { values: MAX_VALUES };
    const plan = this.#plan(type);
    return this.#read(plan, plan.blank(), reader, bytes.length, MAX_DEPTH, budget);
  }

  // Tables are compiled when a type is first used: most programs use few of them.
  #plan(type) {
    let plan = this.#plans.get(type);
    if (plan) return plan;
    const rows = this.#messages[type];
    if (!rows) throw new CodecError(`no message ${show(type) === 'string' ? type : show(type)} in the table`);
    const fields = rows.map((row) => this.#field(row));
    plan = {
      type,
      fields,
      byNumber: new Map(fields.map((field) => [field.no, field])),
      names: new Set(fields.map((field) => field.name)),
      oneofs: oneofs(fields),
      blank: () => blank(fields),
    };
    this.#plans.set(type, plan);
    return plan;
  }

  #field(row) {
    const field = { ...row };
    if (row.kind === 'map') {
      const parts = [{ no: 1, name: 'key', kind: row.map.key }, { no: 2, name: 'value', ...row.map.value }];
      const fields = parts.map((part) => this.#field(part));
      field.entry = { type: row.name, fields, byNumber: new Map(fields.map((part) => [part.no, part])) };
    } else if (row.kind !== 'message') {
      field.scalar = row.kind === 'enum' ? this.#enumeration(row.type) : scalars[row.kind];
      if (!field.scalar) throw new CodecError(`unknown kind ${row.kind}`, row.name);
    }
    field.wire = field.scalar ? field.scalar.wire : WireType.LENGTH;
    return field;
  }

  // Enums go by the names of their values. A number that has no name stays a number.
  #enumeration(type) {
    const values = this.#enums[type];
    if (!values) throw new CodecError(`no enum ${type} in the table`);
    const names = new Map();
    for (const [name, number] of Object.entries(values)) if (!names.has(number)) names.set(number, name);
    const numberOf = (value) => {
      if (typeof value !== 'string') return scalars.int32.check(value);
      if (!Object.hasOwn(values, value)) throw new CodecError(`no value of ${type}`);
      return values[value];
    };
    return {
      wire: WireType.VARINT,
      zero: names.get(0) ?? 0,
      check: (value) => { numberOf(value); return value; },
      isZero: (value) => numberOf(value) === 0,
      read: (reader, end) => { const number = reader.uint32(end) | 0; return names.get(number) ?? number; },
      write: (writer, value) => writer.int64(numberOf(value)),
    };
  }

  #read(plan, message, reader, end, depth, budget) {
    if (depth <= 0) throw new CodecError('nested too deeply', plan.type);
    while (reader.at < end) {
      const tag = reader.tag(end);
      const field = plan.byNumber.get(tag >>> 3);
      if (!field) {
        reader.skip(tag >>> 3, tag & 7, end, depth);
        continue;
      }
      if (--budget.values < 0) throw new CodecError('too many values', plan.type);
      try {
        this.#readField(plan, field, tag & 7, message, reader, end, depth, budget);
      } catch (error) {
        if (!(error instanceof CodecError) || error.path) throw error;
        throw new CodecError(error.message, `${plan.type}.${field.name}`);
      }
    }
    return message;
  }

  #readField(plan, field, wire, message, reader, end, depth, budget) {
    const { name } = field;
    if (field.repeated && field.scalar && wire === WireType.LENGTH && field.wire !== WireType.LENGTH) {
      const stop = reader.length(end);
      while (reader.at < stop) {
        if (--budget.values < 0) throw new CodecError('too many values');
        message[name].push(field.scalar.read(reader, stop));
      }
      return;
    }
    if (wire !== field.wire) throw new CodecError(`wire type ${wire} where ${field.wire} belongs`);
    if (field.kind === 'map') {
      const stop = reader.length(end);
      const [key, value] = this.#readEntry(field, reader, stop, depth - 1, budget);
      message[name][key] = value;
      return;
    }
    if (field.scalar) {
      const value = field.scalar.read(reader, end);
      if (field.repeated) message[name].push(value);
      else {
        if (field.oneof) clearOneof(plan, field, message);
        message[name] = value;
      }
      return;
    }
    const stop = reader.length(end);
    const inner = this.#plan(field.type);
    // A sub-message that comes twice is one message in two pieces.
    const before = field.repeated ? undefined : message[name];
    const value = this.#read(inner, before ?? inner.blank(), reader, stop, depth - 1, budget);
    if (field.repeated) message[name].push(value);
    else {
      if (field.oneof) clearOneof(plan, field, message);
      message[name] = value;
    }
  }

  #readEntry(field, reader, end, depth, budget) {
    const entry = this.#read(field.entry, blank(field.entry.fields), reader, end, depth, budget);
    const value = field.entry.fields[1];
    return [String(entry.key), value.scalar ? entry.value : entry.value ?? this.#plan(value.type).blank()];
  }

  #write(plan, value, writer, path, depth) {
    if (depth > MAX_DEPTH) throw new CodecError('nested too deeply', path);
    if (plan.type === 'google.protobuf.Timestamp' && value instanceof Date) value = fromDate(value);
    if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Uint8Array) {
      throw new CodecError(`${Array.isArray(value) ? 'a list' : show(value)} where ${plan.type} belongs`, path);
    }
    for (const name of Object.keys(value)) {
      if (!plan.names.has(name)) throw new CodecError(`${plan.type} has no such field`, join(path, name));
    }
    for (const [name, members] of plan.oneofs) {
      if (members.filter((member) => present(value[member])).length > 1) {
        throw new CodecError(`only one of ${members.join(', ')} can be set`, join(path, name));
      }
    }
    for (const field of plan.fields) {
      const content = value[field.name];
      if (!present(content)) continue;
      try {
        this.#writeField(field, content, writer, join(path, field.name), depth);
      } catch (error) {
        if (!(error instanceof CodecError) || error.path) throw error;
        throw new CodecError(error.message, join(path, field.name));
      }
    }
  }

  #writeField(field, content, writer, path, depth) {
    if (field.kind === 'map') return this.#writeMap(field, content, writer, path, depth);
    if (!field.repeated) return this.#writeOne(field, content, writer, path, depth, Boolean(field.oneof));
    if (!Array.isArray(content)) throw new CodecError(`${show(content)} where a list belongs`);
    if (!field.packed) {
      content.forEach((item, index) => this.#writeOne(field, item, writer, `${path}[${index}]`, depth, true));
    } else if (content.length > 0) {
      writer.uint32(field.no * 8 + WireType.LENGTH);
      writer.delimited(() => content.forEach((item) => field.scalar.write(writer, field.scalar.check(item))));
    }
    return undefined;
  }

  #writeOne(field, value, writer, path, depth, always) {
    const { scalar } = field;
    if (!scalar) {
      writer.uint32(field.no * 8 + WireType.LENGTH);
      writer.delimited(() => this.#write(this.#plan(field.type), value, writer, path, depth + 1));
      return;
    }
    scalar.check(value);
    if (!always && isZero(scalar, value)) return;
    writer.uint32(field.no * 8 + scalar.wire);
    scalar.write(writer, value);
  }

  #writeMap(field, content, writer, path, depth) {
    if (typeof content !== 'object' || Array.isArray(content)) {
      throw new CodecError(`${show(content)} where a map belongs`);
    }
    const [key, value] = field.entry.fields;
    for (const name of Object.keys(content)) {
      writer.uint32(field.no * 8 + WireType.LENGTH);
      writer.delimited(() => {
        this.#writeOne(key, mapKey(field.map.key, name), writer, path, depth, true);
        this.#writeOne(value, content[name], writer, `${path}[${JSON.stringify(name)}]`, depth, true);
      });
    }
  }
}

function present(value) {
  return value !== undefined && value !== null;
}

function isZero(scalar, value) {
  if (scalar.isZero) return scalar.isZero(value);
  // -0 is no default: its bits are not all zero.
  return scalar.zero === null ? value.length === 0 : Object.is(value, scalar.zero);
}

function join(path, name) {
  return path ? `${path}.${name}` : name;
}

function blank(fields) {
  const message = {};
  for (const { name, kind, repeated, oneof, scalar } of fields) {
    if (kind === 'map') message[name] = Object.create(null);
    else if (repeated) message[name] = [];
    else if (scalar && !oneof) message[name] = scalar.zero === null ? new Uint8Array(0) : scalar.zero;
  }
  return message;
}

function oneofs(fields) {
  const members = new Map();
  for (const { oneof, name } of fields) {
    if (oneof) members.set(oneof, [...(members.get(oneof) ?? []), name]);
  }
  return members;
}

// The last case on the wire wins.
function clearOneof(plan, field, message) {
  for (const member of plan.oneofs.get(field.oneof)) if (member !== field.name) delete message[member];
}

function mapKey(kind, name) {
  if (kind === 'string') return name;
  if (kind === 'bool') {
    if (name !== 'true' && name !== 'false') throw new CodecError(`a key that is no boolean`);
    return name === 'true';
  }
  if (!/^-?[0-9]+$/.test(name)) throw new CodecError('a key that is no integer');
  return Number(name);
}
