// The messages that the protocol itself is made of, by hand, so that a connection needs no generated contract: the
// ttrpc 1.2 envelope, google.rpc.Status with the details that Switchboard sends, and the well-known types.
import { Codec } from './codec.js';

const string = (no, name) => ({ no, name, kind: 'string' });
const bytes = (no, name) => ({ no, name, kind: 'bytes' });
const list = (no, name, type) => ({ no, name, kind: 'message', type, repeated: true });
const seconds = [{ no: 1, name: 'seconds', kind: 'int64' }, { no: 2, name: 'nanos', kind: 'int32' }];
const wrapper = (kind) => [{ no: 1, name: 'value', kind }];

export const wellKnown = {
  messages: {
    'google.protobuf.Timestamp': seconds,
    'google.protobuf.Duration': seconds,
    'google.protobuf.Any': [string(1, 'typeUrl'), bytes(2, 'value')],
    'google.protobuf.Empty': [],
    'google.protobuf.FieldMask': [{ no: 1, name: 'paths', kind: 'string', repeated: true }],
    'google.protobuf.StringValue': wrapper('string'),
    'google.protobuf.BytesValue': wrapper('bytes'),
    'google.protobuf.BoolValue': wrapper('bool'),
    'google.protobuf.Int32Value': wrapper('int32'),
    'google.protobuf.Int64Value': wrapper('int64'),
    'google.protobuf.UInt32Value': wrapper('uint32'),
    'google.protobuf.UInt64Value': wrapper('uint64'),
    'google.protobuf.DoubleValue': wrapper('double'),
    'google.protobuf.FloatValue': wrapper('float'),
  },
};

export const envelope = new Codec(wellKnown, {
  messages: {
    'ttrpc.Request': [string(1, 'service'), string(2, 'method'), bytes(3, 'payload'),
      { no: 4, name: 'timeoutNano', kind: 'int64' }, list(5, 'metadata', 'ttrpc.KeyValue')],
    // Field 15 is Switchboard's own, sent only to callers that asked for it.
    'ttrpc.Response': [{ no: 1, name: 'status', kind: 'message', type: 'google.rpc.Status' }, bytes(2, 'payload'),
      list(15, 'metadata', 'ttrpc.KeyValue')],
    'ttrpc.KeyValue': [string(1, 'key'), string(2, 'value')],
    'google.rpc.Status': [{ no: 1, name: 'code', kind: 'int32' }, string(2, 'message'),
      list(3, 'details', 'google.protobuf.Any')],
    'google.rpc.ErrorInfo': [string(1, 'reason'), string(2, 'domain'),
      { no: 3, name: 'metadata', kind: 'map', map: { key: 'string', value: { kind: 'string' } } }],
    'google.rpc.BadRequest': [list(1, 'fieldViolations', 'google.rpc.BadRequest.FieldViolation')],
    'google.rpc.BadRequest.FieldViolation': [string(1, 'field'), string(2, 'description')],
    'google.rpc.RetryInfo': [{ no: 1, name: 'retryDelay', kind: 'message', type: 'google.protobuf.Duration' }],
    'google.rpc.RequestInfo': [string(1, 'requestId'), string(2, 'servingData')],
    'google.rpc.Help': [list(1, 'links', 'google.rpc.Help.Link')],
    'google.rpc.Help.Link': [string(1, 'description'), string(2, 'url')],
  },
});
