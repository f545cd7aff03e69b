// A table with every kind of field that protobuf has, for the codec's tests, and bytes that protoc made of it.
const field = (no, name, kind, more = {}) => ({ no, name, kind, ...more });
const inner = { type: 't.Inner' };
const color = { type: 't.Color' };

export const kinds = {
  enums: { 't.Color': { COLOR_UNSPECIFIED: 0, COLOR_RED: 1, COLOR_BACK: -2 } },
  messages: {
    't.Inner': [field(1, 'n', 'int32'), field(2, 'inner', 'message', inner), field(3, 's', 'string')],
    't.Kinds': [
      field(1, 'double', 'double'), field(2, 'float', 'float'), field(3, 'int64', 'int64'),
      field(4, 'uint64', 'uint64'),
      field(5, 'int32', 'int32'), field(6, 'fixed64', 'fixed64'), field(7, 'fixed32', 'fixed32'),
      field(8, 'bool', 'bool'),
      field(9, 'string', 'string'), field(11, 'inner', 'message', inner), field(12, 'bytes', 'bytes'),
      field(13, 'uint32', 'uint32'), field(14, 'color', 'enum', color), field(15, 'sfixed32', 'sfixed32'),
      field(16, 'sfixed64', 'sfixed64'), field(17, 'sint32', 'sint32'), field(18, 'sint64', 'sint64'),
      field(20, 'packed', 'int32', { repeated: true, packed: true }), field(21, 'loose', 'int32', { repeated: true }),
      field(22, 'strings', 'string', { repeated: true }), field(23, 'inners', 'message', { ...inner, repeated: true }),
      field(24, 'colors', 'enum', { ...color, repeated: true, packed: true }),
      field(25, 'sints', 'sint64', { repeated: true, packed: true }),
      field(26, 'doubles', 'double', { repeated: true, packed: true }),
      field(30, 'counts', 'map', { map: { key: 'string', value: { kind: 'int64' } } }),
      field(31, 'byId', 'map', { map: { key: 'int64', value: { kind: 'message', ...inner } } }),
      field(32, 'flags', 'map', { map: { key: 'bool', value: { kind: 'string' } } }),
      field(33, 'paint', 'map', { map: { key: 'sint32', value: { kind: 'enum', ...color } } }),
      field(40, 'text', 'string', { oneof: 'choice' }), field(41, 'number', 'int32', { oneof: 'choice' }),
      field(42, 'nested', 'message', { ...inner, oneof: 'choice' }), field(43, 'flag', 'bool', { oneof: 'choice' }),
    ],
  },
};

const MAX = Number.MAX_SAFE_INTEGER;

/** [what, the fields that are not at their defaults, protoc's bytes in hex]. */
export const vectors = [
  ['every scalar at an extreme', {
    double: 1.5, float: -0.25, int64: MAX, uint64: MAX, int32: -1, fixed64: MAX, fixed32: 4294967295, bool: true,
    string: 'grüße 🦆', bytes: Uint8Array.of(0, 255), uint32: 4294967295, color: 'COLOR_BACK', sfixed32: -2147483648,
    sfixed64: -MAX, sint32: -2147483648, sint64: -MAX,
  }, '09000000000000f83f15000080be18ffffffffffffff0f20ffffffffffffff0f28ffffffffffffffffff0131ffffffffffff1f003d'
    + 'ffffffff40014a0c6772c3bcc39f6520f09fa686620200ff68ffffffff0f70feffffffffffffffff017d000000808101010000000000e0ff8801ffffff'
    + 'ff0f9001fdffffffffffff1f'],
  ['the other extremes, and minus zero', {
    int64: -MAX, int32: -2147483648, sint32: 2147483647, sint64: MAX, double: -0, float: 3.4028234663852886e38,
  }, '09000000000000008015ffff7f7f1881808080808080f0ff012880808080f8ffffffff018801feffffff0f9001feffffffffffff1f'],
  ['messages in messages, lists packed and not', {
    inner: { n: 1, inner: { n: 2, s: 'x' } }, inners: [{}, { n: 300 }], packed: [0, 1, -1, 300], loose: [1, 2],
    strings: ['', 'a'], colors: ['COLOR_RED', 'COLOR_UNSPECIFIED', 'COLOR_BACK'], sints: [-1, 1, -MAX],
    doubles: [0, 1e300],
  }, '5a090801120508021a0178a2010e0001ffffffffffffffffff01ac02a80101a80102b20100b2010161ba0100ba010308ac02c2010c0100feff'
    + 'ffffffffffffff01ca010a0102fdffffffffffff1fd2011000000000000000009c7500883ce4377e'],
  ['a map of strings', { counts: { a: -1 } }, 'f2010e0a016110ffffffffffffffffff01'],
  ['a map of messages by number', { byId: { '-5': { n: 1 } } }, 'fa010f08fbffffffffffffffff0112020801'],
  ['a map by booleans', { flags: { true: 'yes' } }, '82020708011203796573'],
  ['a map of enums', { paint: { '-1': 'COLOR_RED' } }, '8a020408011001'],
  ['a oneof at its default number', { number: 0 }, 'c80200'],
  ['a oneof with an empty message', { nested: {} }, 'd20200'],
  ['a oneof with an empty string', { text: '' }, 'c20200'],
  ['a oneof with false', { flag: false }, 'd80200'],
];

/** Messages that protoc makes of integers which a number cannot hold. */
export const tooLarge = ['18ffffffffffffffff7f', '1880808080808080f0ff01', '20ffffffffffffffffff01',
  '310000000000002000', '9001ffffffffffffff1f', '81010000000000002000'];
