// Generated from the .proto files of proto/, google.protobuf and google.rpc by scripts/generate.sh. Do not edit.

/**
 * What a call takes: a message of which every field may be left out. A time may be a Date.
 * 64-bit integers are numbers within 2^53 - 1; anything beyond is an error.
 */
export type Input<T> =
  T extends string | number | boolean | Uint8Array ? T
  : T extends (infer Item)[] ? Input<Item>[]
  : T extends { seconds: number; nanos: number } ? { seconds?: number; nanos?: number } | Date
  : { [Name in keyof T]?: Input<T[Name]> | null };

export interface AnyMessage {
  typeUrl: string;
  value: Uint8Array;
}

export interface DurationMessage {
  seconds: number;
  nanos: number;
}

export interface Empty {
}

export interface FieldMask {
  paths: string[];
}

export type NullValue =
  | 'NULL_VALUE'
  /** One that this version has no name for. */
  | number;

export interface StructMessage {
  fields: { [key: string]: ValueMessage };
}

export interface ValueMessage {
  nullValue?: NullValue;
  numberValue?: number;
  stringValue?: string;
  boolValue?: boolean;
  structValue?: StructMessage;
  listValue?: ListValue;
}

export interface ListValue {
  values: ValueMessage[];
}

export interface Timestamp {
  seconds: number;
  nanos: number;
}

export interface DoubleValue {
  value: number;
}

export interface FloatValue {
  value: number;
}

export interface Int64Value {
  value: number;
}

export interface UInt64Value {
  value: number;
}

export interface Int32Value {
  value: number;
}

export interface UInt32Value {
  value: number;
}

export interface BoolValue {
  value: boolean;
}

export interface StringValue {
  value: string;
}

export interface BytesValue {
  value: Uint8Array;
}

export type Code =
  | 'OK'
  | 'CANCELLED'
  | 'UNKNOWN'
  | 'INVALID_ARGUMENT'
  | 'DEADLINE_EXCEEDED'
  | 'NOT_FOUND'
  | 'ALREADY_EXISTS'
  | 'PERMISSION_DENIED'
  | 'UNAUTHENTICATED'
  | 'RESOURCE_EXHAUSTED'
  | 'FAILED_PRECONDITION'
  | 'ABORTED'
  | 'OUT_OF_RANGE'
  | 'UNIMPLEMENTED'
  | 'INTERNAL'
  | 'UNAVAILABLE'
  | 'DATA_LOSS'
  /** One that this version has no name for. */
  | number;

export interface ErrorInfo {
  reason: string;
  domain: string;
  metadata: { [key: string]: string };
}

export interface RetryInfo {
  retryDelay?: DurationMessage;
}

export interface DebugInfo {
  stackEntries: string[];
  detail: string;
}

export interface QuotaFailure {
  violations: QuotaFailure_Violation[];
}

export interface QuotaFailure_Violation {
  subject: string;
  description: string;
  apiService: string;
  quotaMetric: string;
  quotaId: string;
  quotaDimensions: { [key: string]: string };
  quotaValue: number;
  futureQuotaValue?: number;
}

export interface PreconditionFailure {
  violations: PreconditionFailure_Violation[];
}

export interface PreconditionFailure_Violation {
  type: string;
  subject: string;
  description: string;
}

export interface BadRequest {
  fieldViolations: BadRequest_FieldViolation[];
}

export interface BadRequest_FieldViolation {
  field: string;
  description: string;
  reason: string;
  localizedMessage?: LocalizedMessage;
}

export interface RequestInfo {
  requestId: string;
  servingData: string;
}

export interface ResourceInfo {
  resourceType: string;
  resourceName: string;
  owner: string;
  description: string;
}

export interface Help {
  links: Help_Link[];
}

export interface Help_Link {
  description: string;
  url: string;
}

export interface LocalizedMessage {
  locale: string;
  message: string;
}

export interface Status {
  code: number;
  message: string;
  details: AnyMessage[];
}

export type HealthCheckResponse_ServingStatus =
  | 'UNKNOWN'
  | 'SERVING'
  | 'NOT_SERVING'
  | 'SERVICE_UNKNOWN'
  /** One that this version has no name for. */
  | number;

export interface HealthCheckRequest {
  /** The full name of a service; empty: the server as a whole. */
  service: string;
}

export interface HealthCheckResponse {
  status: HealthCheckResponse_ServingStatus;
}

export interface GetOverviewRequest {
  /** Only this user's; 0 = all that the caller may see. */
  userId: number;
}

export interface Overview {
  /** How many the caller may see. */
  users: number;
  /** Keys that are neither revoked nor expired. */
  apiKeys: number;
  /** Sessions by state, such as `connected`. */
  sessions: { [key: string]: number };
  /** Messages by state, such as `pending`: all that are kept. */
  messages: { [key: string]: number };
  /** This UTC day so far. */
  today?: UsageStats;
  /** Messages that wait to be sent. */
  queueDepth: number;
  /** The oldest message that waits was accepted then; absent: none waits. */
  oldestQueuedAt?: Timestamp;
  /** Bridges attached. Only for an admin, else 0. */
  bridges: number;
}

export interface UsageStats {
  /** 0 in a sum over several users. */
  userId: number;
  /** UTC, `YYYY-MM-DD`. */
  date: string;
  /** Messages that WhatsApp's server took on that day. */
  messagesSent: number;
  messagesFailed: number;
  messagesReceived: number;
  mediaSent: number;
  apiRequests: number;
  /** Messages accepted on that day: what the daily limit counts. */
  messagesAccepted: number;
}

export interface ListUsageRequest {
  /** 1 to 200; 0 = 20. */
  pageSize: number;
  /** `next_page_token` of the page before. Excludes `page`. */
  pageToken: string;
  /** Counts from 1 and makes the answer carry `total_size`. Excludes `page_token`. */
  page: number;
  /** Only this user's; 0 = all that the caller may see. */
  userId: number;
  /** First day, UTC, `YYYY-MM-DD`. Empty: from the beginning. */
  fromDate: string;
  /** Last day, included. Empty: up to today. */
  toDate: string;
  /** A row per user and UTC month, whose first day is its date, as the job `usage-rollup` last added the days up. */
  monthly: boolean;
}

export interface ListUsageResponse {
  usage: UsageStats[];
  /** Empty on the last page. */
  nextPageToken: string;
  /** Only with `page`. */
  totalSize: number;
}

/** One call that was answered. */
export interface ApiLog {
  id: number;
  time?: Timestamp;
  /** 0 = nobody, or the operator. */
  userId: number;
  /** Of the API key that was used, or empty. */
  keyPrefix: string;
  /** `unix`, `tcp`, `http`. */
  transport: string;
  /** The method, such as `switchboard.v1.MessagesService/SendText`. */
  method: string;
  /** The HTTP method and path, such as `POST /api/v1/messages/send-text/`; empty for a binary call. */
  endpoint: string;
  /** `OK` or the reason of the refusal. */
  status: string;
  /** The HTTP status that goes with it, also for a binary call. */
  httpStatus: number;
  latencyUs: number;
  /** Without the port; empty for a Unix socket. */
  ip: string;
  requestId: string;
}

export interface ListApiLogsRequest {
  /** 1 to 200; 0 = 20. */
  pageSize: number;
  /** `next_page_token` of the page before. Excludes `page`. */
  pageToken: string;
  /** Counts from 1 and makes the answer carry `total_size`. Excludes `page_token`. */
  page: number;
  /** Only this user's; 0 = all that the caller may see. */
  userId: number;
  /** Only this method, such as `switchboard.v1.MessagesService/SendText`. */
  method: string;
  /** Only this outcome: `OK`, a reason, or `error` for all that is not OK. */
  status: string;
  requestId: string;
  /** Only entries after this one, oldest first: how a log is followed. Excludes `page` and `page_token`. */
  afterId: number;
}

export interface ListApiLogsResponse {
  apiLogs: ApiLog[];
  /** Empty on the last page. Of a log that is followed, never empty: it says up to where was looked, and goes on there. */
  nextPageToken: string;
  /** Only with `page`. */
  totalSize: number;
}

/** What can be wrong with an audit log. */
export type AuditFault =
  | 'AUDIT_FAULT_UNSPECIFIED'
  | 'AUDIT_FAULT_CHANGED'
  | 'AUDIT_FAULT_REMOVED'
  | 'AUDIT_FAULT_REORDERED'
  | 'AUDIT_FAULT_ADDED'
  | 'AUDIT_FAULT_CHAIN'
  | 'AUDIT_FAULT_BROKEN'
  /** One that this version has no name for. */
  | number;

/** One thing that was done. */
export interface AuditEntry {
  /** Consecutive, from 1. */
  id: number;
  time?: Timestamp;
  /** Who did it: `user(7)`, `operator(0)`, `bridge(…)`; empty for nobody, who may have tried to sign in. */
  who: string;
  /** 0 = no user. */
  userId: number;
  /** The user's name at that time. */
  username: string;
  /** Of the API key that was used, or empty. */
  keyPrefix: string;
  /** The method, such as `switchboard.v1.UsersService/UpdateUser`. */
  method: string;
  /** `user`, `api_key`, `sign_in`, `session`, `message`, … */
  targetKind: string;
  /** 0 = unknown. */
  targetId: number;
  /** The target's name or prefix at that time. */
  targetName: string;
  /** The fields that changed, as they were; absent for what was made. Never a secret. */
  before?: StructMessage;
  /** The same fields as they are then; absent for what was deleted. Never a secret. */
  after?: StructMessage;
  /** `OK`, or the reason of the refusal for a sign-in that failed. */
  outcome: string;
  /** How often: more than 1 where refusals of one kind were put together. */
  times: number;
  /** `unix`, `tcp`, `tls`, `http`. */
  transport: string;
  /** Without the port; empty for a Unix socket. */
  ip: string;
  requestId: string;
  /** What the entry is chained with, in hexadecimal. */
  hash: string;
}

export interface ListAuditLogRequest {
  /** 1 to 200; 0 = 20. */
  pageSize: number;
  /** `next_page_token` of the page before. Excludes `page`. */
  pageToken: string;
  /** Counts from 1 and makes the answer carry `total_size`. Excludes `page_token`. */
  page: number;
  /** Only what this user did. Excludes `who`. */
  userId: number;
  /** Only what this caller did, as an entry has it, such as `operator(0)`. */
  who: string;
  /** Only this method, such as `switchboard.v1.UsersService/UpdateUser`. */
  method: string;
  /** Only what was done to things of this kind, such as `user`. */
  targetKind: string;
  /** Only what was done to this one; needs `target_kind`. */
  targetId: number;
  /** Only `OK`, a reason, or `error` for all that is not OK. */
  outcome: string;
  /** Only from then on. */
  since?: Timestamp;
  /** Only before then. */
  until?: Timestamp;
}

export interface ListAuditLogResponse {
  entries: AuditEntry[];
  /** Empty on the last page. */
  nextPageToken: string;
  /** Only with `page`. */
  totalSize: number;
}

export interface VerifyAuditLogRequest {
  /** An entry whose hash was noted elsewhere, such as the last one of an earlier answer; 0 = none. */
  knownId: number;
  /** What was noted, in hexadecimal. */
  knownHash: string;
  /**
   * Reads from this entry on, which then must follow the one before it; 0 = from the first. The `next_id` of the answer
   * before, or what came after a break that is known.
   */
  fromId: number;
  /** Reads so many at most; 0 = as many as there is time for. */
  maxEntries: number;
}

export interface AuditVerdict {
  /** Nothing is wrong with what was read: with all up to the end only where `next_id` is 0. */
  isIntact: boolean;
  /** Entries that are as they were written. */
  checked: number;
  /** The first entry that was read; 0 = there is none. */
  firstId: number;
  /** The last entry, and its hash: noted elsewhere, they prove later that nothing before them was touched. */
  lastId: number;
  lastHash: string;
  /** The first fault, where there is one. */
  fault: AuditFault;
  /** Where it is; 0 = at no entry. */
  badId: number;
  /** In words. */
  detail: string;
  /** Where to go on, with `from_id`; 0 = the end was reached, or a fault was found. */
  nextId: number;
  /** From which entry on the log was found broken, first of all; 0 = never. Said wherever one begins to read. */
  brokenId: number;
}

export type PrincipalKind =
  | 'PRINCIPAL_KIND_UNSPECIFIED'
  | 'PRINCIPAL_KIND_USER'
  | 'PRINCIPAL_KIND_API_KEY'
  | 'PRINCIPAL_KIND_OPERATOR'
  | 'PRINCIPAL_KIND_BRIDGE'
  /** One that this version has no name for. */
  | number;

export interface LoginRequest {
  username: string;
  password: string;
}

export interface LoginResponse {
  /** A JWT for `authorization: Bearer …`. */
  access: string;
  /** Good for one exchange, within 30 days. */
  refresh: string;
  /** How long `access` is good for, in seconds. */
  expiresIn: number;
  user?: User;
}

export interface RefreshRequest {
  refresh: string;
}

export interface RefreshResponse {
  /** A JWT for `authorization: Bearer …`. */
  access: string;
  /** Takes the place of the token that was exchanged. */
  refresh: string;
  /** How long `access` is good for, in seconds. */
  expiresIn: number;
}

export interface LogoutRequest {
  refresh: string;
}

export interface LogoutResponse {
}

export interface ChangePasswordRequest {
  currentPassword: string;
  /** 8 to 1,024 bytes. */
  newPassword: string;
}

export interface ChangePasswordResponse {
  /** The keys of the user that still open something, newest first, 200 at most. */
  apiKeys: ApiKey[];
}

/** One sign-in of a user: from Login until its end, with all the tokens that followed from it. */
export interface SignIn {
  id: number;
  userId: number;
  /** Where it came from. */
  address: string;
  /** Whether it is the one that this call is made with. */
  isCurrent: boolean;
  createdAt?: Timestamp;
  /** When its tokens were renewed the last time. */
  refreshedAt?: Timestamp;
  /** When it runs out, unless its tokens are renewed before. */
  expiresAt?: Timestamp;
  /** Absent: it goes on. */
  endedAt?: Timestamp;
  /** Why it ended: `logout`, `password`, `deactivated`, `reused` (a refresh token was used twice), `ended` (by EndSignIn). */
  endedReason: string;
}

export interface ListSignInsRequest {
  /** 1 to 200; 0 = 20. */
  pageSize: number;
  /** `next_page_token` of the page before. Excludes `page`. */
  pageToken: string;
  /** Counts from 1 and makes the answer carry `total_size`. Excludes `page_token`. */
  page: number;
  /** Only this user's; 0 = all that the caller may see. */
  userId: number;
  includeEnded: boolean;
}

export interface ListSignInsResponse {
  signIns: SignIn[];
  /** Empty on the last page. */
  nextPageToken: string;
  /** Only with `page`. */
  totalSize: number;
}

export interface EndSignInRequest {
  /** The sign-in to end. Excludes `user_id`. */
  id: number;
  /** Whose sign-ins to end, all but the one that this call is made with. */
  userId: number;
}

export interface EndSignInResponse {
  /** How many were ended that had not been before. */
  ended: number;
}

export interface RotateSigningKeyRequest {
}

export interface RotateSigningKeyResponse {
  /** `kid` of the tokens that are made from now on. */
  keyId: string;
  /** Until when tokens of the former key are still good. */
  formerKeyUntil?: Timestamp;
}

export interface GetMeRequest {
}

/** A caller whose credentials were checked. */
export interface Principal {
  kind: PrincipalKind;
  /** Absent for the operator and for a bridge known by its uid. */
  user?: User;
  /** The peer's uid where the operating system vouches for it, else -1. */
  uid: number;
  /** The prefix of the API key that was used, else empty. */
  keyPrefix: string;
  /** What the caller may do. A caller that is bound to no scope has all of its role's. */
  scopes: string[];
  limits?: PrincipalLimits;
}

/** How much the caller may do; 0 = no limit. */
export interface PrincipalLimits {
  maxMessagesPerDay: number;
  maxMessagesPerMinute: number;
}

export type AckState =
  | 'ACK_STATE_UNSPECIFIED'
  | 'ACK_STATE_SERVER'
  | 'ACK_STATE_DELIVERED'
  | 'ACK_STATE_READ'
  | 'ACK_STATE_PLAYED'
  | 'ACK_STATE_ERROR'
  /** One that this version has no name for. */
  | number;

export type BridgeStatus =
  | 'BRIDGE_STATUS_UNSPECIFIED'
  | 'BRIDGE_STATUS_ATTACHED'
  | 'BRIDGE_STATUS_DRAINING'
  | 'BRIDGE_STATUS_LOST'
  /** One that this version has no name for. */
  | number;

/** What a bridge says. A frame with no known case is ignored. */
export interface BridgeFrame {
  /** For a fact: its place in the bridge's journal, rising across restarts of the bridge. 0 for what is no fact. */
  seq: number;
  /** The first frame, and only that. */
  hello?: Hello;
  heartbeat?: Heartbeat;
  credit?: Credit;
  /** Facts, from here on: repeated after a reconnect until they are confirmed. */
  sessionState?: SessionState;
  qrCode?: BridgeQrCode;
  result?: Result;
  ack?: Ack;
  incoming?: Incoming;
  restriction?: Restriction;
  pairingCode?: BridgePairingCode;
}

/** A session and the epoch at which somebody carries it. */
export interface SessionEpoch {
  sessionId: number;
  epoch: number;
}

export interface Hello {
  /** 1. */
  protocolVersion: number;
  /**
   * Chosen by whoever runs the bridge, the same over its restarts: a letter, then up to 63 letters, digits, `_`, `-`
   * or `.`.
   */
  bridgeName: string;
  /** New at each start of the process. */
  instanceId: string;
  /** `simulator`, `baileys`, `whatsapp-web.js`. */
  engine: string;
  engineVersion: string;
  /**
   * The kinds of message that it can send: `text`, `location`, `contact`, `poll`, `reaction`, `edit`, `delete`; of
   * media `image`, `video`, `audio`, `voice`, `document`, `sticker`. It is given no other.
   */
  kinds: string[];
  /** How many sessions it will carry. */
  capacity: number;
  /** The sessions it carries at this moment, as it believes. */
  held: SessionEpoch[];
  /** The seq of the next new fact. */
  nextSeq: number;
  /**
   * The commands beside sends that it can carry out: `pairing_code`, `check_number`, `history`, `mark_read`, `presence`,
   * `fetch_media`.
   */
  commands: string[];
  /**
   * A Send that is repeated under its `client_message_id` is the same message to WhatsApp: however often it goes out, it
   * arrives once.
   */
  repeatsAreSafe: boolean;
}

/** Sent every `heartbeat_interval_ms`; 30 seconds of silence and the bridge is gone. */
export interface Heartbeat {
  /** Resident memory in bytes. */
  rss: number;
  /** Sessions carried. */
  sessions: number;
  eventLoopLagMs: number;
}

/** Adds to the sends that the bridge is ready to take. */
export interface Credit {
  n: number;
}

export interface SessionState {
  sessionId: number;
  epoch: number;
  /** starting, qr_pending, authenticated, connected, disconnected, logged_out, conflict, restricted or failed. */
  state: SessionStatus;
  phoneNumber: string;
  lid: string;
  reason: string;
}

export interface BridgeQrCode {
  sessionId: number;
  epoch: number;
  /** Counts the codes of one linking, from 1. */
  sequence: number;
  code: string;
  expiresAt?: Timestamp;
}

/** A code that links the session by being typed into the phone. */
export interface BridgePairingCode {
  sessionId: number;
  epoch: number;
  code: string;
  expiresAt?: Timestamp;
  /** The RequestPairingCode that it answers; 0: the engine shows it by itself. */
  commandId: number;
}

/** The answer to one command. */
export interface Result {
  commandId: number;
  sessionId: number;
  epoch: number;
  /** The engine took the message. */
  submitted?: Submitted;
  /** The command, no send, was carried out. */
  done?: Done;
  error?: CommandError;
}

export interface Submitted {
  /** WhatsApp's id of the message. Empty where the engine has none for such a message. */
  providerMessageId: string;
  /** How far it is known to have got already: `server`, where the engine says that it was done and no ack will follow. */
  state: AckState;
}

export interface Done {
  data: { [key: string]: string };
}

export interface CommandError {
  /** A reason of the error table, such as ENGINE_ERROR. */
  reason: string;
  /** What the engine said, word for word. */
  engineCode: string;
  text: string;
  /** The command was certainly not begun: it may be given again whatever the reason. */
  notBegun: boolean;
}

/** What WhatsApp says of a message that went out. */
export interface Ack {
  sessionId: number;
  epoch: number;
  providerMessageId: string;
  state: AckState;
  at?: Timestamp;
  engineCode: string;
}

/** A message that came in. */
export interface Incoming {
  sessionId: number;
  epoch: number;
  providerMessageId: string;
  /** The sender: digits with a leading `+`, where known. */
  fromPhone: string;
  /** The sender: WhatsApp's own id, where known. */
  fromLid: string;
  /** What it is, where `content` does not say: `text`, or the engine's word for what no case is for. */
  kind: string;
  /** The text that stands for it: a text as it reads, else what a caption or a name says. */
  text: string;
  /** The provider's id of the message that it replies to, or empty. */
  quoted: string;
  /** When it was sent. What has none was sent nobody knows when. */
  at?: Timestamp;
  /**
   * Where it was written: the sender, by number or WhatsApp id, where they wrote to the account itself; else the group's
   * or channel's id.
   */
  chat: string;
  /** The provider's id of the message that a reaction, an edit or a deletion is about. */
  target: string;
  /** Who a text mentions. */
  mentions: string[];
  /**
   * What the engine needs to get the file of `media` later (keys, an address), 8 KiB at most: given back in FetchMedia as
   * it was, and shown to nobody else. What is longer is dropped. Empty: the provider's id is enough.
   */
  mediaRef: Uint8Array;
  media?: MediaContent;
  location?: LocationContent;
  contact?: ContactContent;
  poll?: PollContent;
  reaction?: ReactionContent;
  edit?: EditContent;
  delete?: DeleteContent;
}

export interface Restriction {
  sessionId: number;
  epoch: number;
  /** `reach_out_timelock`, `new_chat_cap`, `temporary_ban`. */
  kind: string;
  until?: Timestamp;
  used: number;
  total: number;
}

/** What rpcd says to a bridge. A frame with no known case is ignored. */
export interface ServerFrame {
  /** The answer to Hello. */
  welcome?: Welcome;
  assign?: Assign;
  release?: Release;
  send?: Send;
  confirm?: Confirm;
  drain?: Drain;
  requestPairingCode?: RequestPairingCode;
  checkNumber?: CheckNumber;
  requestHistory?: RequestHistory;
  markRead?: MarkRead;
  presence?: ShowPresence;
  fetchMedia?: FetchMedia;
}

export interface Welcome {
  protocolVersion: number;
  serverVersion: string;
  heartbeatIntervalMs: number;
  /** The credential for the bridge's other calls, as long as it is attached. */
  token: string;
  /** Of what it holds: this stays with it, at the same epoch. */
  kept: SessionEpoch[];
  /** Of what it holds: this it must let go, and not reconnect. */
  drop: SessionEpoch[];
  /** The highest seq that is durable here: older facts need not be repeated. */
  confirmedSeq: number;
}

/** Carry this session. */
export interface Assign {
  sessionId: number;
  epoch: number;
  settings?: SessionSettings;
  /** The session's name, for the bridge's log. */
  name: string;
  /** Whether it was linked before: no QR code is expected. Where not, whatever link the engine still knows is over. */
  linked: boolean;
  /** The account it was linked as, where it was. */
  phoneNumber: string;
}

/** Stop carrying this session. */
export interface Release {
  sessionId: number;
  epoch: number;
  /** Why: `disconnect`, `logout` (the link with the account ends, too), `restart`, `moved`, `conflict`, `failed`. */
  reason: string;
}

/** Send one message. */
export interface Send {
  /** Unique among all commands ever given. */
  commandId: number;
  sessionId: number;
  epoch: number;
  attempt: number;
  /**
   * The same over all attempts: where the engine lets us choose, this is WhatsApp's id, and a repeat is the same
   * message.
   */
  clientMessageId: string;
  /**
   * So long after this frame came, the command must not be begun any more; 0 = no limit. Counted by the bridge, on a
   * clock that nobody sets: what the two wall clocks say does not matter.
   */
  timeoutMs: number;
  /** `+` and digits, or a WhatsApp id. */
  recipient: string;
  text?: TextContent;
  /** The provider's id of the message to quote, or empty. */
  quoted: string;
  /** The same message, for engines that need more than its id. */
  quotedMessage?: MessageRef;
  /** The message that a reaction, an edit or a deletion is about. */
  target?: MessageRef;
  /** By reference. */
  media?: MediaContent;
  location?: LocationContent;
  /** Each card has its vCard. */
  contact?: ContactContent;
  poll?: PollContent;
  /** These three are about `target`. */
  reaction?: ReactionContent;
  edit?: EditContent;
  delete?: DeleteContent;
}

/** A message that is there already. */
export interface MessageRef {
  providerMessageId: string;
  /** It was sent through this session. */
  fromMe: boolean;
  /** Who wrote it, where it came in: `+` and digits, or WhatsApp's own id. */
  sender: string;
  /** Its content as plain text, 1,024 bytes of it. */
  text: string;
}

/** Link the session by a code for this number. Answered by a pairing_code, or by a result with an error. */
export interface RequestPairingCode {
  /** Unique among all commands ever given. */
  commandId: number;
  sessionId: number;
  epoch: number;
  /** So long after this frame came nobody waits for the answer any more. */
  timeoutMs: number;
  /** `+` and digits. */
  phoneNumber: string;
}

/**
 * Find out whether a number has an account. Answered by a result: `done` with `exists`, `true` or `false`, and `lid`
 * where it is known.
 */
export interface CheckNumber {
  /** Unique among all commands ever given. */
  commandId: number;
  sessionId: number;
  epoch: number;
  /** So long after this frame came nobody waits for the answer any more. */
  timeoutMs: number;
  /** `+` and digits. */
  phoneNumber: string;
}

/**
 * Tell what came in from then on, as `incoming` facts with the times of then: nobody carried the session for a while. What
 * was told before may be told again. Answered, after the last of them, by a result: `done`.
 */
export interface RequestHistory {
  /** Unique among all commands ever given. */
  commandId: number;
  sessionId: number;
  epoch: number;
  /** So long after this frame came nobody waits for the answer any more. */
  timeoutMs: number;
  since?: Timestamp;
}

/** Tell the sender of a message that came in that it was read. Answered by a result: `done`. */
export interface MarkRead {
  /** Unique among all commands ever given. */
  commandId: number;
  sessionId: number;
  epoch: number;
  /** So long after this frame came nobody waits for the answer any more. */
  timeoutMs: number;
  /** The group or channel that it came in through, else its sender. */
  chat: string;
  message?: MessageRef;
}

/** Show that something is being typed or recorded, or no more. Answered by a result: `done`. */
export interface ShowPresence {
  /** Unique among all commands ever given. */
  commandId: number;
  sessionId: number;
  epoch: number;
  /** So long after this frame came nobody waits for the answer any more. */
  timeoutMs: number;
  /** `+` and digits, or a WhatsApp id. */
  recipient: string;
  presence: Presence;
}

/**
 * Get the file of a message that came in, and bring it with UploadMedia. Answered by a result: `done` once the upload has
 * had its last answer, else MEDIA_EXPIRED (WhatsApp has it no more), MEDIA_TOO_LARGE, MEDIA_UNSUPPORTED, or
 * MEDIA_FETCH_FAILED (it may be tried again).
 */
export interface FetchMedia {
  /** Unique among all commands ever given. */
  commandId: number;
  sessionId: number;
  epoch: number;
  /** So long after this frame came nobody waits for the answer any more. */
  timeoutMs: number;
  message?: MessageRef;
  /** As the message's `incoming` had it. */
  mediaRef: Uint8Array;
  /** What was told of the file. */
  media?: MediaContent;
  /** A larger file is not taken: MEDIA_TOO_LARGE. */
  maxBytes: number;
}

/** Everything up to here is durable: forget it. */
export interface Confirm {
  upToSeq: number;
}

/** Take nothing new, finish what was begun, detach. */
export interface Drain {
  /** Why: `shutdown`, `requested`. */
  reason: string;
}

export interface GetAuthStateRequest {
  sessionId: number;
  epoch: number;
  /** Only these, 1,000 at most; none: all. */
  keys: string[];
}

/** A value, or a part of one. They come in the order of their keys. */
export interface AuthStateItem {
  key: string;
  value: Uint8Array;
  /** The value goes on in the next item. */
  more: boolean;
}

/** A value, a part of one, or its end. 10,000 keys and 32 MiB of values in a call at most. */
export interface PutAuthStateRequest {
  /** In the first item, which may say no more than that; in the others the same or 0. */
  sessionId: number;
  epoch: number;
  /** 1 to 255 printable ASCII characters. */
  key: string;
  /** With its parts 16 MiB at most. */
  value: Uint8Array;
  /** There is to be no value. */
  deleted: boolean;
  /** The value goes on in the next item, which has the same key. */
  more: boolean;
  /** In the first item: of what there was before nothing stays. */
  clear: boolean;
}

export interface PutAuthStateResponse {
  stored: number;
  deleted: number;
}

export interface ListBridgesRequest {
}

export interface ListBridgesResponse {
  bridges: Bridge[];
}

export interface Bridge {
  name: string;
  /** The credential it attached with: `uid:0`, `key:sbk_…`. */
  identity: string;
  status: BridgeStatus;
  instanceId: string;
  engine: string;
  engineVersion: string;
  kinds: string[];
  capacity: number;
  /** Sessions whose lease it holds. */
  sessions: number;
  /** Sends that it is ready to take. */
  credit: number;
  attachedAt?: Timestamp;
  lastHeartbeatAt?: Timestamp;
  rss: number;
  eventLoopLagMs: number;
  /** The commands beside sends that it can carry out. */
  commands: string[];
  /** A Send that is repeated arrives once. */
  repeatsAreSafe: boolean;
}

/** What a user may do. */
export type Role =
  | 'ROLE_UNSPECIFIED'
  | 'ROLE_ADMIN'
  | 'ROLE_USER'
  /** One that this version has no name for. */
  | number;

/** Somebody who owns keys, sessions and messages. */
export interface User {
  id: number;
  /** Unique, whatever its case and Unicode form. */
  username: string;
  email: string;
  role: Role;
  /** An inactive user can neither sign in nor use a key. */
  isActive: boolean;
  /** Messages accepted in a UTC day; 0 = no limit. */
  maxMessagesPerDay: number;
  /** Messages accepted in a minute; 0 = no limit. */
  maxMessagesPerMinute: number;
  createdAt?: Timestamp;
  updatedAt?: Timestamp;
  /**
   * Another one after each change. Given back with a change, the change is made only if nobody else was quicker
   * (ETAG_MISMATCH). Opaque; over HTTP it is the `ETag` of the answer, and `If-Match` gives it back.
   */
  etag: string;
}

/** A credential for programs. The secret is shown once, when the key is made. */
export interface ApiKey {
  id: number;
  userId: number;
  /** What it is for, in its owner's words. */
  name: string;
  /** The part that is safe to show: `sbk_` and eight characters. */
  prefix: string;
  /** What it may do, such as `messages:send`. Never wider than its owner. */
  scopes: string[];
  /** Networks in CIDR form it may be used from; `unix` admits Unix sockets. Empty: from anywhere. */
  allowedIps: string[];
  /** From then on it is refused; absent: never. */
  expiresAt?: Timestamp;
  isActive: boolean;
  lastUsedAt?: Timestamp;
  /** The key that this one replaces; 0 = none. */
  rotatedFrom: number;
  createdAt?: Timestamp;
  updatedAt?: Timestamp;
  /** Messages accepted in a minute through this key; 0 = only the owner's limit, which always holds too. */
  maxMessagesPerMinute: number;
  /** The key that this one was made with, and whose limits hold for it too; 0 = none. */
  madeBy: number;
}

/**
 * Why a call failed: `reason` of google.rpc.ErrorInfo (domain `switchboard`), and `error_code` over HTTP. A client
 * decides by these words; codes and HTTP statuses follow from them.
 */
export type Reason =
  | 'REASON_UNSPECIFIED'
  | 'REASON_VALIDATION_ERROR'
  | 'REASON_MALFORMED_REQUEST'
  | 'REASON_METADATA_TOO_LARGE'
  | 'REASON_PAYLOAD_TOO_LARGE'
  | 'REASON_UNSUPPORTED_MEDIA_TYPE'
  | 'REASON_MEDIA_TOO_LARGE'
  | 'REASON_MEDIA_UNSUPPORTED'
  | 'REASON_NOT_AUTHENTICATED'
  | 'REASON_INVALID_CREDENTIALS'
  | 'REASON_TOKEN_EXPIRED'
  | 'REASON_TOKEN_REVOKED'
  | 'REASON_TOKEN_REUSED'
  | 'REASON_KEY_REVOKED'
  | 'REASON_KEY_EXPIRED'
  | 'REASON_PERMISSION_DENIED'
  | 'REASON_SCOPE_MISSING'
  | 'REASON_USER_INACTIVE'
  | 'REASON_IP_NOT_ALLOWED'
  | 'REASON_NOT_FOUND'
  | 'REASON_ALREADY_EXISTS'
  | 'REASON_IDEMPOTENCY_KEY_REUSED'
  | 'REASON_SESSION_NOT_CONNECTED'
  | 'REASON_SESSION_BUSY'
  | 'REASON_SESSION_LOGGED_OUT'
  | 'REASON_NUMBER_ALREADY_LINKED'
  | 'REASON_MESSAGE_NOT_CANCELLABLE'
  | 'REASON_LAST_ADMIN'
  | 'REASON_CURSOR_EXPIRED'
  | 'REASON_RECIPIENT_NOT_ON_WHATSAPP'
  | 'REASON_ENGINE_UNSUPPORTED'
  | 'REASON_ACCOUNT_RESTRICTED'
  | 'REASON_ACCOUNT_BANNED'
  | 'REASON_MEDIA_EXPIRED'
  | 'REASON_CONFLICT'
  | 'REASON_ETAG_MISMATCH'
  | 'REASON_IDEMPOTENCY_IN_FLIGHT'
  | 'REASON_SESSION_CONFLICT'
  | 'REASON_RATE_LIMITED'
  | 'REASON_QUOTA_EXCEEDED'
  | 'REASON_PAIR_RATE_LIMITED'
  | 'REASON_SESSION_RATE_LIMITED'
  | 'REASON_RECIPIENT_COLD_RESTRICTED'
  | 'REASON_TOO_MANY_STREAMS'
  | 'REASON_STREAM_OVERFLOW'
  | 'REASON_FRAME_TOO_LARGE'
  | 'REASON_OVERLOADED'
  | 'REASON_STORAGE_FULL'
  | 'REASON_UNAVAILABLE'
  | 'REASON_BRIDGE_UNAVAILABLE'
  | 'REASON_ENGINE_ERROR'
  | 'REASON_MEDIA_FETCH_FAILED'
  | 'REASON_SHUTTING_DOWN'
  | 'REASON_DEADLINE_EXCEEDED'
  | 'REASON_REQUEST_TIMEOUT'
  | 'REASON_OUTCOME_UNKNOWN'
  | 'REASON_UNKNOWN_METHOD'
  | 'REASON_METHOD_NOT_ALLOWED'
  | 'REASON_NOT_IMPLEMENTED'
  | 'REASON_CANCELLED'
  | 'REASON_INTERNAL'
  | 'REASON_DATA_LOSS'
  | 'REASON_TOO_MANY_CONNECTIONS'
  /** One that this version has no name for. */
  | number;

export interface WatchEventsRequest {
  /**
   * The cursor of the last event that was seen. Empty: from now on. CURSOR_EXPIRED where events after it are gone
   * already: they are kept for 7 days.
   */
  cursor: string;
  /** Only these types, such as `message.delivered`, or whole families, such as `message.*`. Empty: all. */
  types: string[];
  /** Only this session's; 0 = any. */
  sessionId: number;
  /** Only this user's; 0 = all that the caller may see. */
  userId: number;
}

export interface Event {
  /** Opaque: give the last one back to go on after it. */
  cursor: string;
  at?: Timestamp;
  /**
   * Such as `message.accepted`, `message.delivered`, `session.connected`. Empty in a heartbeat, sent first and every 15
   * seconds in which nothing happened.
   */
  type: string;
  userId: number;
  /** 0 = none. */
  sessionId: number;
  /** 0 = none. */
  messageId: number;
  message?: MessageChange;
  /** The session as it was then, without its QR code. */
  session?: Session;
}

export interface MessageChange {
  /** The message as it is when the event is read, which may be later than the event. Absent where it is deleted. */
  message?: Message;
  /** What happened. */
  entry?: TimelineEntry;
}

export type JobState =
  | 'JOB_STATE_UNSPECIFIED'
  | 'JOB_STATE_IDLE'
  | 'JOB_STATE_RUNNING'
  | 'JOB_STATE_DISABLED'
  /** One that this version has no name for. */
  | number;

/** How a run ended. */
export type JobOutcome =
  | 'JOB_OUTCOME_UNSPECIFIED'
  | 'JOB_OUTCOME_SUCCEEDED'
  | 'JOB_OUTCOME_FAILED'
  | 'JOB_OUTCOME_CANCELLED'
  | 'JOB_OUTCOME_INTERRUPTED'
  /** One that this version has no name for. */
  | number;

/** Something that the server does from time to time. */
export interface Job {
  /** Such as `purge-events`. */
  name: string;
  /** What it does. */
  summary: string;
  state: JobState;
  /** From the end of a run to the next one, give or take a tenth. */
  intervalSeconds: number;
  /** Absent while it is disabled. */
  nextRunAt?: Timestamp;
  lastStartedAt?: Timestamp;
  /** Absent while the first run goes on, or before it. */
  lastFinishedAt?: Timestamp;
  /** Of the last run that ended. */
  lastOutcome: JobOutcome;
  /** What it found, or why it failed; may be empty. */
  lastDetail: string;
  lastDurationMs: number;
  /** Rows dealt with: so far, while it runs; else by the last run. */
  rows: number;
  /** Runs that failed since the last one that did not. After each of them the job waits longer before it tries again. */
  failures: number;
  /** Who started the last run: `schedule`, or a caller such as `operator(0)`. */
  lastStartedBy: string;
}

export interface ListJobsRequest {
}

export interface ListJobsResponse {
  jobs: Job[];
}

export interface RunJobRequest {
  name: string;
  /** Answer when the run has ended, instead of at once. Where the call's deadline passes before that, the job goes on. */
  wait: boolean;
}

export interface ListKeysRequest {
  /** 1 to 200; 0 = 20. */
  pageSize: number;
  /** `next_page_token` of the page before. Excludes `page`. */
  pageToken: string;
  /** Counts from 1 and makes the answer carry `total_size`. Excludes `page_token`. */
  page: number;
  /** Only this user's keys; 0 = all that the caller may see. */
  userId: number;
}

export interface ListKeysResponse {
  apiKeys: ApiKey[];
  /** Empty on the last page. */
  nextPageToken: string;
  /** Only with `page`. */
  totalSize: number;
}

export interface CreateKeyRequest {
  /** Whose key it will be; 0 = the caller's. The operator must say. */
  userId: number;
  /** 1 to 100 characters. */
  name: string;
  /** Empty: all that the owner has but `keys:write` and `bridge`. */
  scopes: string[];
  /** Networks in CIDR form; `unix` admits Unix sockets. Empty: from anywhere, or those of the key that it is made with. */
  allowedIps: string[];
  /** Absent: never, or with the key that it is made with. */
  expiresAt?: Timestamp;
  /** The same key and body within 24 hours makes no second API key. */
  idempotencyKey: string;
  /** 0 = only the owner's limit, which always holds too. */
  maxMessagesPerMinute: number;
}

export interface CreateKeyResponse {
  apiKey?: ApiKey;
  /** `sbk_…`, shown this once. */
  secret: string;
}

export interface RevokeKeyRequest {
  /** Excludes `prefix`. */
  id: number;
  /** With or without `sbk_`. */
  prefix: string;
}

export interface GetKeyRequest {
  /** Excludes `prefix`. */
  id: number;
  /** With or without `sbk_`. */
  prefix: string;
}

export interface UpdateKeyRequest {
  id: number;
  /** Only the fields that the mask names are read. */
  apiKey?: ApiKey;
  /** Empty: an error, for nothing would change. Over HTTP, the keys present in the body. */
  updateMask?: FieldMask;
}

export interface RotateKeyRequest {
  /** Excludes `prefix`. */
  id: number;
  /** With or without `sbk_`. */
  prefix: string;
  /** How long the old key lives on, at most 30 days. Absent: it ends at once. */
  overlap?: DurationMessage;
  /** The same key and body within 24 hours makes no second successor. */
  idempotencyKey: string;
}

export interface RotateKeyResponse {
  /** The successor; `rotated_from` is the old key. */
  apiKey?: ApiKey;
  /** `sbk_…`, shown this once. */
  secret: string;
}

/** What a file is sent as. */
export type MediaKind =
  | 'MEDIA_KIND_UNSPECIFIED'
  | 'MEDIA_KIND_IMAGE'
  | 'MEDIA_KIND_VIDEO'
  | 'MEDIA_KIND_AUDIO'
  | 'MEDIA_KIND_VOICE'
  | 'MEDIA_KIND_DOCUMENT'
  | 'MEDIA_KIND_STICKER'
  /** One that this version has no name for. */
  | number;

/** A file that is kept here. */
export interface Media {
  id: number;
  userId: number;
  kind: MediaKind;
  /** What its content is, not what was said of it. */
  mimeType: string;
  /** As it was given; no path. */
  fileName: string;
  /** In bytes. */
  size: number;
  /** Hexadecimal, in lower case. */
  sha256: string;
  createdAt?: Timestamp;
  /** From then on it may be gone, unless a message waits to be sent with it; absent: it is kept. */
  expiresAt?: Timestamp;
}

/** An item of an upload. */
export interface UploadMediaRequest {
  /** The first item, and only that. */
  start?: UploadStart;
  /** Then the bytes, in order: no more items than there is credit for. */
  chunk?: UploadChunk;
}

export interface UploadStart {
  /** Of the whole file, in bytes. With `at_most`: the most that it may have; 0 = what its kind may have. */
  size: number;
  /** Hexadecimal, 64 digits: where it is known. What does not match is refused. */
  sha256: string;
  /** Up to 255 bytes, without `/` and control characters. */
  fileName: string;
  /** What it is to be sent as; unspecified: whatever its content is good for. */
  kind: MediaKind;
  /** What it is said to be; empty: what its content says. What contradicts the content is refused. */
  mimeType: string;
  /** Goes on with an upload that was broken off: what its first answer called it. All other fields must be as they were. */
  uploadId: string;
  /** Whose it will be; 0 = the caller's. The operator must say. */
  userId: number;
  /** 1 to 255 printable ASCII characters: the same key and file within 24 hours gets the first answer. */
  idempotencyKey: string;
  /**
   * Its size is not known: the end of the stream is its end. Until then as much is taken of the quota as `size` says. It is
   * `in_one_go` always.
   */
  atMost: boolean;
  /** What is broken off is dropped at once, and cannot be gone on with. */
  inOneGo: boolean;
}

export interface UploadChunk {
  /** Where its bytes stand in the file: right behind those before. */
  offset: number;
  /** 1 byte to what the first answer says. */
  data: Uint8Array;
}

/** What the server says to an upload: what is safe, how much more it takes, and at the end the file. */
export interface UploadMediaResponse {
  /** In the first answer: names this upload, for whoever has to go on with it on another stream. Empty with `in_one_go`. */
  uploadId: string;
  /** So many bytes are safe on disk. In the first answer: the offset of the first chunk. */
  offset: number;
  /** Adds to the chunks that the server is ready to take. */
  credit: number;
  /** In the first answer: the most bytes that a chunk may have. */
  chunkBytes: number;
  /** In the last answer: the file, whole and safe. */
  media?: Media;
}

export interface DownloadMediaRequest {
  id: number;
  /** From which byte on: goes on with a download that was broken off. */
  offset: number;
  /** How many bytes of it; 0, and more than there are: all the rest. */
  length: number;
}

/** A part of a file. */
export interface DownloadMediaResponse {
  /** In the first item, which has no bytes. */
  media?: Media;
  /** Where the bytes stand in the file. */
  offset: number;
  data: Uint8Array;
}

export interface GetMediaRequest {
  id: number;
}

export interface ListMediaRequest {
  /** 1 to 200; 0 = 20. */
  pageSize: number;
  /** `next_page_token` of the page before. Excludes `page`. */
  pageToken: string;
  /** Counts from 1 and makes the answer carry `total_size`. Excludes `page_token`. */
  page: number;
  /** Only this user's; 0 = all that the caller may see. */
  userId: number;
}

export interface ListMediaResponse {
  media: Media[];
  /** Empty on the last page. */
  nextPageToken: string;
  /** Only with `page`. */
  totalSize: number;
}

export interface DeleteMediaRequest {
  id: number;
}

export interface DeleteMediaResponse {
}

/** What a bridge asks of a file that it was given to send. */
export interface BridgeDownloadRequest {
  /** The session of the send, and the epoch at which it was given. */
  sessionId: number;
  epoch: number;
  /** What the send refers to. */
  mediaId: number;
  /** From which byte on. */
  offset: number;
}

export interface FetchMediaRequest {
  /** A message that came in with a file. */
  messageId: number;
}

/** An item of an upload by a bridge. */
export interface BridgeUploadRequest {
  /** The first item, and only that. */
  start?: BridgeUploadStart;
  /** Then the bytes, in order: no more items than there is credit for. */
  chunk?: UploadChunk;
}

/** What a bridge says of a file that it was asked for. */
export interface BridgeUploadStart {
  /** Of the FetchMedia. */
  sessionId: number;
  epoch: number;
  commandId: number;
  /** Of the whole file, in bytes. */
  size: number;
  /** Hexadecimal, 64 digits: where it is known. What does not match is refused. */
  sha256: string;
  /** What its sender called it, or empty. */
  fileName: string;
  /** What it is said to be, or empty. The content decides. */
  mimeType: string;
}

/** Where a message stands on its way. */
export type MessageStatus =
  | 'MESSAGE_STATUS_UNSPECIFIED'
  | 'MESSAGE_STATUS_SCHEDULED'
  | 'MESSAGE_STATUS_PENDING'
  | 'MESSAGE_STATUS_DISPATCHED'
  | 'MESSAGE_STATUS_SUBMITTED'
  | 'MESSAGE_STATUS_UNKNOWN'
  | 'MESSAGE_STATUS_SENT'
  | 'MESSAGE_STATUS_DELIVERED'
  | 'MESSAGE_STATUS_READ'
  | 'MESSAGE_STATUS_PLAYED'
  | 'MESSAGE_STATUS_FAILED'
  | 'MESSAGE_STATUS_EXPIRED'
  | 'MESSAGE_STATUS_CANCELLED'
  /** One that this version has no name for. */
  | number;

export type MessageDirection =
  | 'MESSAGE_DIRECTION_UNSPECIFIED'
  | 'MESSAGE_DIRECTION_OUTBOUND'
  | 'MESSAGE_DIRECTION_INBOUND'
  /** One that this version has no name for. */
  | number;

/** What to do with a message whose session is not connected. */
export type Queue =
  | 'QUEUE_UNSPECIFIED'
  | 'QUEUE_NEVER'
  /** One that this version has no name for. */
  | number;

/** Whether a text with a link shows what is behind it. */
export type LinkPreview =
  | 'LINK_PREVIEW_UNSPECIFIED'
  | 'LINK_PREVIEW_ON'
  | 'LINK_PREVIEW_OFF'
  /** One that this version has no name for. */
  | number;

export type Presence =
  | 'PRESENCE_UNSPECIFIED'
  | 'PRESENCE_TYPING'
  | 'PRESENCE_RECORDING'
  | 'PRESENCE_PAUSED'
  /** One that this version has no name for. */
  | number;

/** What became of a message whose outcome was not known. */
export type Resolution =
  | 'RESOLUTION_UNSPECIFIED'
  | 'RESOLUTION_SENT'
  | 'RESOLUTION_FAILED'
  | 'RESOLUTION_RESEND'
  /** One that this version has no name for. */
  | number;

export interface Message {
  id: number;
  userId: number;
  sessionId: number;
  direction: MessageDirection;
  /** `+` and digits, or a WhatsApp id. Empty for what came in. */
  recipient: string;
  /** The same for what came in: the number, where it is known, else WhatsApp's own id. Empty for what goes out. */
  sender: string;
  text?: TextContent;
  /**
   * The content as plain text, whatever its kind: a text or an edit as it reads; a caption, else the file's name; a
   * location's name, address and coordinates; the names on contact cards; a poll's question and options; a reaction's
   * emoji. Empty for what deletes or takes back.
   */
  content: string;
  status: MessageStatus;
  /**
   * Why a pending message waits: `session_not_connected`, `session_logged_out`, `no_bridge_credit`, `retry_backoff`,
   * `behind_another`, `recipient_cold_restricted`, `pacing`, `recipient_gap`, `cold_budget`, `quiet_hours`, `engine_paused`,
   * `storage_fault`; empty where nothing holds it.
   */
  holdReason: string;
  /** When it is tried next, where that is known. */
  nextTryAt?: Timestamp;
  /** How often it was handed to a bridge. */
  attempts: number;
  /** Our id of it, made when it was accepted and kept over all attempts. */
  clientMessageId: string;
  /** WhatsApp's id of it, once known. */
  providerMessageId: string;
  /** The message that this one replies to; 0 = none. */
  replyToId: number;
  scheduledAt?: Timestamp;
  expiresAt?: Timestamp;
  /** Why it failed, or OUTCOME_UNKNOWN where nobody knows what became of it: a reason of the error table. */
  errorCode: string;
  errorMessage: string;
  createdAt?: Timestamp;
  updatedAt?: Timestamp;
  /** When it was first handed to a bridge, and so on for each state. */
  dispatchedAt?: Timestamp;
  submittedAt?: Timestamp;
  sentAt?: Timestamp;
  deliveredAt?: Timestamp;
  readAt?: Timestamp;
  playedAt?: Timestamp;
  failedAt?: Timestamp;
  /** What happened to it, oldest first: the last 1,000. Only where GetMessage or a watcher asked for one message. */
  timeline: TimelineEntry[];
  media?: MediaContent;
  location?: LocationContent;
  contact?: ContactContent;
  poll?: PollContent;
  reaction?: ReactionContent;
  edit?: EditContent;
  delete?: DeleteContent;
  /** What came in and is none of these. */
  unknown?: UnknownContent;
  /** The group or channel that it came in through. Empty for what came from its sender directly, and for what goes out. */
  chat: string;
  /** When its text was last replaced, by whoever sent it. What it reads is the newest. */
  editedAt?: Timestamp;
  /** When it was deleted for everyone. What it said is still there. */
  deletedAt?: Timestamp;
  /** Who reacted how, in the order in which they did; the last 500. */
  reactions: Reaction[];
  /** WhatsApp's own id of the sender (`digits@lid`), where it is known. */
  senderLid: string;
}

export interface TextContent {
  /** 1 byte to 64 KiB. */
  body: string;
  /** Who is mentioned: `+` and digits, or WhatsApp ids. Each stands in the text as `@` and the digits. */
  mentions: string[];
  linkPreview: LinkPreview;
}

/** A file, by reference. */
export interface MediaContent {
  kind: MediaKind;
  /**
   * Of what was sent, or came in and was fetched: it may be gone since. 0: it is not here; of what came in FetchMedia gets
   * it.
   */
  mediaId: number;
  caption: string;
  fileName: string;
  mimeType: string;
  /** In bytes. */
  size: number;
  /** Of what plays. */
  durationMs: number;
  /** Who is mentioned in the caption. */
  mentions: string[];
  /** Hexadecimal, in lower case. */
  sha256: string;
}

export interface LocationContent {
  /** Degrees, -90 to 90. */
  latitude: number;
  /** Degrees, -180 to 180. */
  longitude: number;
  name: string;
  address: string;
}

export interface ContactContent {
  /** 1 to 50. */
  cards: ContactCard[];
}

export interface ContactCard {
  /** 1 to 256 characters. */
  displayName: string;
  /** `+` and digits, up to 10 of them. */
  phoneNumbers: string[];
  organization: string;
  /** Up to 10. */
  emails: string[];
  /** The card as a vCard, up to 16 KiB. Left out, it is made of the fields above; given, it goes out as it is. */
  vcard: string;
}

export interface PollContent {
  /** 1 to 255 characters. */
  question: string;
  /** 2 to 12, each of 1 to 100 characters, no two alike. */
  options: string[];
  /** How many of them one may choose; 0: as many as one likes. */
  selectable: number;
}

export interface ReactionContent {
  /** The message concerned; 0: one that is not known here. */
  messageId: number;
  /** Empty: the reaction is taken back. */
  emoji: string;
}

export interface EditContent {
  /** The message concerned; 0: one that is not known here. */
  messageId: number;
  /** What it says from now on. */
  body: string;
  mentions: string[];
  linkPreview: LinkPreview;
}

export interface DeleteContent {
  /** The message concerned; 0: one that is not known here. */
  messageId: number;
}

export interface UnknownContent {
  /** What its engine calls it. */
  kind: string;
  text: string;
}

/** Somebody's reaction to a message. */
export interface Reaction {
  /** Who; empty: the session's own account. */
  sender: string;
  emoji: string;
  at?: Timestamp;
}

/** One thing that happened to a message. */
export interface TimelineEntry {
  at?: Timestamp;
  /** The state before; unspecified for the first entry. */
  from: MessageStatus;
  /** The state after; the same as `from` where only the reason to hold it changed. */
  to: MessageStatus;
  /** What brought it about, such as `accepted`, `handed_to_bridge`, `bridge_lost`, `ack`. */
  cause: string;
  /** Which attempt it belongs to; 0 = none. */
  attempt: number;
  /** The bridge concerned, or empty. */
  bridge: string;
  /** A reason of the error table, or empty. */
  reason: string;
  /** What the engine said, word for word, or empty. */
  engineCode: string;
  /** In words, where there is more to say. */
  detail: string;
}

export interface SendTextRequest {
  /** `+` and 7 to 15 digits (spaces, `-`, `.`, `(`, `)` are dropped, a leading `00` is read as `+`), or a WhatsApp id. */
  recipient: string;
  /** 1 byte to 64 KiB. Excludes `template_id`. */
  message: string;
  /** The session's name; empty: `default`, else the only one. */
  session: string;
  /** Excludes `session`. */
  sessionId: number;
  queue: Queue;
  /** Absent or past: now. */
  scheduledAt?: Timestamp;
  /** Absent: 24 hours after it was to be sent. */
  expiresAt?: Timestamp;
  /** A message of the same session to quote; 0 = none. */
  replyToId: number;
  /** 1 to 255 printable ASCII characters: the same key and body within 24 hours gets the first answer. */
  idempotencyKey: string;
  /** Whose session; 0 = the caller's. The operator must say. */
  userId: number;
  /**
   * Who is mentioned, up to 1,024: `+` and digits, or WhatsApp ids of people. Each must stand in the text as `@` and the
   * digits.
   */
  mentions: string[];
  linkPreview: LinkPreview;
  /** A template of the session's owner, whose text is filled in and sent as `message` would be; 0 = none. */
  templateId: number;
  /** A value for each of the template's variables, and for nothing else: what is missing or unknown is refused by name. */
  variables: { [key: string]: string };
}

export interface SendLocationRequest {
  /** `+` and 7 to 15 digits (spaces, `-`, `.`, `(`, `)` are dropped, a leading `00` is read as `+`), or a WhatsApp id. */
  recipient: string;
  /** The session's name; empty: `default`, else the only one. */
  session: string;
  /** Excludes `session`. */
  sessionId: number;
  queue: Queue;
  /** Absent or past: now. */
  scheduledAt?: Timestamp;
  /** Absent: 24 hours after it was to be sent. */
  expiresAt?: Timestamp;
  /** A message of the same session to quote; 0 = none. */
  replyToId: number;
  /** 1 to 255 printable ASCII characters: the same key and body within 24 hours gets the first answer. */
  idempotencyKey: string;
  /** Whose session; 0 = the caller's. The operator must say. */
  userId: number;
  /** Degrees, -90 to 90. Must be there. */
  latitude?: DoubleValue;
  /** Degrees, -180 to 180. Must be there. */
  longitude?: DoubleValue;
  /** Up to 256 characters. */
  name: string;
  /** Up to 1,024 characters. */
  address: string;
}

export interface SendContactRequest {
  /** `+` and 7 to 15 digits (spaces, `-`, `.`, `(`, `)` are dropped, a leading `00` is read as `+`), or a WhatsApp id. */
  recipient: string;
  /** The session's name; empty: `default`, else the only one. */
  session: string;
  /** Excludes `session`. */
  sessionId: number;
  queue: Queue;
  /** Absent or past: now. */
  scheduledAt?: Timestamp;
  /** Absent: 24 hours after it was to be sent. */
  expiresAt?: Timestamp;
  /** A message of the same session to quote; 0 = none. */
  replyToId: number;
  /** 1 to 255 printable ASCII characters: the same key and body within 24 hours gets the first answer. */
  idempotencyKey: string;
  /** Whose session; 0 = the caller's. The operator must say. */
  userId: number;
  /** 1 to 50, 64 KiB in all. */
  contacts: ContactCard[];
}

export interface SendPollRequest {
  /** `+` and 7 to 15 digits (spaces, `-`, `.`, `(`, `)` are dropped, a leading `00` is read as `+`), or a WhatsApp id. */
  recipient: string;
  /** The session's name; empty: `default`, else the only one. */
  session: string;
  /** Excludes `session`. */
  sessionId: number;
  queue: Queue;
  /** Absent or past: now. */
  scheduledAt?: Timestamp;
  /** Absent: 24 hours after it was to be sent. */
  expiresAt?: Timestamp;
  /** A message of the same session to quote; 0 = none. */
  replyToId: number;
  /** 1 to 255 printable ASCII characters: the same key and body within 24 hours gets the first answer. */
  idempotencyKey: string;
  /** Whose session; 0 = the caller's. The operator must say. */
  userId: number;
  /** 1 to 255 characters. */
  question: string;
  /** 2 to 12, each of 1 to 100 characters, no two alike. */
  options: string[];
  /** How many of them one may choose; 0: as many as one likes. */
  selectable: number;
}

export interface SendMediaRequest {
  /** `+` and 7 to 15 digits (spaces, `-`, `.`, `(`, `)` are dropped, a leading `00` is read as `+`), or a WhatsApp id. */
  recipient: string;
  /** The session's name; empty: `default`, else the only one. */
  session: string;
  /** Excludes `session`. */
  sessionId: number;
  queue: Queue;
  /** Absent or past: now. */
  scheduledAt?: Timestamp;
  /** Absent: 24 hours after it was to be sent. */
  expiresAt?: Timestamp;
  /** A message of the same session to quote; 0 = none. */
  replyToId: number;
  /** 1 to 255 printable ASCII characters: the same key and body within 24 hours gets the first answer. */
  idempotencyKey: string;
  /** Whose session; 0 = the caller's. The operator must say. */
  userId: number;
  /** Unspecified: what it was uploaded as. */
  kind: MediaKind;
  /** A file of the session's owner, from UploadMedia; excludes `media_url`. */
  mediaId: number;
  /**
   * `https://…` or `http://…`: fetched before the message is accepted, within the call's deadline, and kept as a file of the
   * session's owner then. Public addresses only, also where a redirect leads.
   */
  mediaUrl: string;
  /** Up to 1,024 characters; of images, videos and documents alone. */
  caption: string;
  /** What the recipient sees it called; empty: as it was uploaded. */
  fileName: string;
  /** Who is mentioned in the caption, as in SendTextRequest. */
  mentions: string[];
}

export interface SendReactionRequest {
  /** A message of either direction that WhatsApp has. */
  messageId: number;
  /** One emoji; empty: the reaction is taken back. */
  emoji: string;
  queue: Queue;
  /** Absent or past: now. */
  scheduledAt?: Timestamp;
  /** Absent: 24 hours after it was to be sent. */
  expiresAt?: Timestamp;
  /** 1 to 255 printable ASCII characters: the same key and body within 24 hours gets the first answer. */
  idempotencyKey: string;
}

export interface EditMessageRequest {
  /** A text that was sent from here, less than 15 minutes ago. */
  id: number;
  /** 1 byte to 64 KiB. */
  message: string;
  queue: Queue;
  /** Absent or past: now. */
  scheduledAt?: Timestamp;
  /** Absent: when those 15 minutes are over; later is cut to that. */
  expiresAt?: Timestamp;
  /** 1 to 255 printable ASCII characters: the same key and body within 24 hours gets the first answer. */
  idempotencyKey: string;
  /** As in SendTextRequest. */
  mentions: string[];
  linkPreview: LinkPreview;
}

export interface DeleteMessageRequest {
  /** A message that was sent from here, less than 60 hours ago. */
  id: number;
  queue: Queue;
  /** Absent or past: now. */
  scheduledAt?: Timestamp;
  /** Absent: when those 60 hours are over, 24 hours at most; later is cut to the 60 hours. */
  expiresAt?: Timestamp;
  /** 1 to 255 printable ASCII characters: the same key and body within 24 hours gets the first answer. */
  idempotencyKey: string;
}

export interface MarkReadRequest {
  /** A message that came in. */
  id: number;
}

export interface SetPresenceRequest {
  /** `+` and digits, or a WhatsApp id; no channel. */
  recipient: string;
  presence: Presence;
  /** The session's name; empty: `default`, else the only one. */
  session: string;
  /** Excludes `session`. */
  sessionId: number;
  /** Whose session; 0 = the caller's. The operator must say. */
  userId: number;
}

export interface SetPresenceResponse {
}

export interface GetMessageRequest {
  id: number;
}

export interface CancelMessageRequest {
  id: number;
}

export interface RetryMessageRequest {
  id: number;
}

export interface ResolveMessageRequest {
  id: number;
  resolution: Resolution;
}

export interface ListMessagesRequest {
  /** 1 to 200; 0 = 20. */
  pageSize: number;
  /** `next_page_token` of the page before. Excludes `page`. */
  pageToken: string;
  /** Counts from 1 and makes the answer carry `total_size`. Excludes `page_token`. */
  page: number;
  /** Unspecified: any. */
  status: MessageStatus;
  /** Only this session's, by name among the owner's. */
  session: string;
  /** Excludes `session`. */
  sessionId: number;
  /** Only this user's; 0 = all that the caller may see. */
  userId: number;
  /**
   * Only to this recipient, by number or WhatsApp id in any spelling; of a group or channel, what came in there as well.
   * Where somebody's number and WhatsApp's own id of them are both known from what they wrote, either finds both.
   */
  recipient: string;
  /** Unspecified: both. */
  direction: MessageDirection;
  /** Only from this sender, likewise. */
  sender: string;
}

export interface ListMessagesResponse {
  messages: Message[];
  /** Empty on the last page. */
  nextPageToken: string;
  /** Only with `page`. */
  totalSize: number;
}

export interface WatchMessagesRequest {
  /** Only this message; 0 = all that the caller may see. */
  id: number;
  /** Only this session's; 0 = any. */
  sessionId: number;
  /** Only this user's; 0 = all that the caller may see. */
  userId: number;
}

export interface MessageUpdate {
  /**
   * Absent in a heartbeat: the first item of a watch without `id` (from then on nothing is missed), and one every 15
   * seconds in which nothing changed.
   */
  message?: Message;
  /** What happened, where the update is a change and not the state that a watch begins with. */
  entry?: TimelineEntry;
}

/** An item of a bulk send. */
export interface SendBulkRequest {
  /** Must be there, with an `idempotency_key`. */
  text?: SendTextRequest;
}

/** What the server says to a bulk send: how much more it takes, what became of an item, or that it waits. */
export interface SendBulkResponse {
  /** Adds to the items that the server is ready to take. Each answer to an item gives back that item's. */
  credit: number;
  /** In the first answer: the most bytes of items that may be without an answer, beside one that is alone. */
  windowBytes: number;
  /** Which item this answers, counted from 1 in the order of the stream; 0 = none. */
  item: number;
  /** The message that was accepted, now or by an earlier call with the same key; 0 = it was refused, `refusal` says why. */
  messageId: number;
  /** As the message was accepted. */
  status: MessageStatus;
  refusal?: BulkRefusal;
  /** With no item: the next one waits for a limit on messages per minute, until then at least. */
  waitsUntil?: Timestamp;
}

/** Why an item was not accepted: what SendText would have answered. */
export interface BulkRefusal {
  /** Of the error table. */
  reason: string;
  message: string;
  /** Which fields are wrong, where that is the reason. */
  violations: BulkViolation[];
  /** When it may be tried again with success; absent: nobody knows. */
  retryAfter?: DurationMessage;
}

export interface BulkViolation {
  /** As SendTextRequest names it. */
  field: string;
  description: string;
}

/** One of the kinds of caller that a method can admit. */
export type Access =
  | 'ACCESS_UNSPECIFIED'
  | 'ACCESS_PUBLIC'
  | 'ACCESS_USER'
  | 'ACCESS_ADMIN'
  | 'ACCESS_BRIDGE'
  /** One that this version has no name for. */
  | number;

export interface MethodRule {
  /** Every kind of caller that is admitted. At least one. */
  access: Access[];
  /** The scope that an API key needs, such as `messages:send`. Empty: any key will do. */
  scope: string;
  /** Whether an idempotency key is honoured: the same key and body within 24 hours gets the first answer. */
  idempotent: boolean;
  /** The `message` of the HTTP envelope when the call succeeds. */
  success: string;
}

export interface ReasonRule {
  /** The code of google.rpc.Status. */
  code: number;
  /** The HTTP status. */
  http: number;
}

export interface RotateSecretKeyRequest {
}

export interface RotateSecretKeyResponse {
  /** The name of the new key. */
  keyId: string;
  /** How many secrets were sealed anew. */
  resealed: number;
  /** How many could not be opened, and are left as they were. */
  unreadable: number;
}

/** Where a session is. Every state that waits has a deadline and an exit. */
export type SessionStatus =
  | 'SESSION_STATUS_UNSPECIFIED'
  | 'SESSION_STATUS_CREATED'
  | 'SESSION_STATUS_STARTING'
  | 'SESSION_STATUS_QR_PENDING'
  | 'SESSION_STATUS_AUTHENTICATED'
  | 'SESSION_STATUS_CONNECTED'
  | 'SESSION_STATUS_PAUSED'
  | 'SESSION_STATUS_DISCONNECTED'
  | 'SESSION_STATUS_LOGGED_OUT'
  | 'SESSION_STATUS_CONFLICT'
  | 'SESSION_STATUS_RESTRICTED'
  | 'SESSION_STATUS_FAILED'
  /** One that this version has no name for. */
  | number;

/** How carefully a session sends. */
export type PacingProfile =
  | 'PACING_PROFILE_UNSPECIFIED'
  | 'PACING_PROFILE_FAST'
  | 'PACING_PROFILE_CAREFUL'
  /** One that this version has no name for. */
  | number;

export interface Session {
  id: number;
  userId: number;
  /** Unique among its owner's: a letter, then up to 63 letters, digits, `_` or `-`. */
  name: string;
  status: SessionStatus;
  /** Why it is where it is, such as `bridge_lost`, `no_bridge`, `requested`; empty where the status says all. */
  statusReason: string;
  /**
   * What carries it, such as `simulator`, `baileys`, `whatsapp-web.js`. A session stays with its engine. Empty until a
   * bridge has taken it up.
   */
  engine: string;
  /** Digits with a leading `+`, once linked. */
  phoneNumber: string;
  /** WhatsApp's own id of the account, once known. */
  lid: string;
  qrExpiresAt?: Timestamp;
  connectedAt?: Timestamp;
  lastActiveAt?: Timestamp;
  lastError: string;
  /** The name of the bridge that carries it, or empty. */
  bridge: string;
  /** Rises each time it is handed to a bridge: the fencing token. */
  epoch: number;
  settings?: SessionSettings;
  createdAt?: Timestamp;
  updatedAt?: Timestamp;
  /**
   * What it may still send and what holds it back, where it sends carefully: as GetSession and GetSessionStatus saw it.
   * Absent elsewhere.
   */
  pacing?: SessionPacing;
}

export interface SessionSettings {
  /** Unspecified: `fast` where the engine is the simulator, `careful` elsewhere. */
  pacing: PacingProfile;
  /**
   * Hours in which nothing is sent, by the clocks of a time zone: `22:00-07:00 Europe/Berlin`, `21:30-06:00 +05:30`; no
   * zone: UTC. For sessions that send carefully. Empty: none.
   */
  quietHours: string;
}

/** How a session that sends carefully stands. */
export interface SessionPacing {
  /** What its settings and its engine come to. */
  profile: PacingProfile;
  /** When it may send next; absent: now. */
  nextSendAt?: Timestamp;
  /** Why not before: `pacing`, `quiet_hours`, `engine_paused`; empty: it may send now. */
  holdReason: string;
  /** What may still go out in the minute that ends now, and in the hour. */
  minuteLeft: number;
  hourLeft: number;
  /** What may still go out today (UTC) to those who did not write in the last 24 hours, and of how many. */
  coldLeft: number;
  coldBudget: number;
  /** Until when WhatsApp lets it write to none of them. */
  coldStoppedUntil?: Timestamp;
  /** Until when it rests after failures of its engine. */
  pausedUntil?: Timestamp;
  /** Until when it comes to its pace after it connected. */
  rampUntil?: Timestamp;
  /** Engine failures in a row; five pause it. */
  failures: number;
}

export interface ListSessionsRequest {
  /** 1 to 200; 0 = 20. */
  pageSize: number;
  /** `next_page_token` of the page before. Excludes `page`. */
  pageToken: string;
  /** Counts from 1 and makes the answer carry `total_size`. Excludes `page_token`. */
  page: number;
  /** Only this user's; 0 = all that the caller may see. */
  userId: number;
  /** Unspecified: any. */
  status: SessionStatus;
}

export interface ListSessionsResponse {
  sessions: Session[];
  /** Empty on the last page. */
  nextPageToken: string;
  /** Only with `page`. */
  totalSize: number;
}

export interface GetSessionRequest {
  /** Excludes `session`. */
  id: number;
  /** By name, among the owner's sessions. */
  session: string;
  /** Whose session is meant by its name; 0 = the caller's. */
  userId: number;
}

export interface CreateSessionRequest {
  /** The name; empty: `default`. */
  name: string;
  /** Whose; 0 = the caller's. The operator must say. */
  userId: number;
  /** The engine it asks for; empty: that of whichever bridge takes it up. */
  engine: string;
  settings?: SessionSettings;
  /** 1 to 255 printable ASCII characters: the same key and body within 24 hours gets the first answer. */
  idempotencyKey: string;
}

export interface UpdateSessionRequest {
  id: number;
  /** Only the fields that the mask names are read. */
  session?: Session;
  /** Empty: an error, for nothing would change. Over HTTP, the keys present in the body. */
  updateMask?: FieldMask;
}

export interface DeleteSessionRequest {
  /** Excludes `session`. */
  id: number;
  /** By name, among the owner's sessions. */
  session: string;
  /** Whose session is meant by its name; 0 = the caller's. */
  userId: number;
}

export interface DeleteSessionResponse {
}

export interface InitSessionRequest {
  /** The name; empty: `default`, else the only one. */
  session: string;
  /** Excludes `session`. */
  sessionId: number;
  /** Whose; 0 = the caller's. The operator must say. */
  userId: number;
  /** The engine a new session asks for; empty: that of whichever bridge takes it up. */
  engine: string;
}

export interface GetSessionStatusRequest {
  /** The name; empty: `default`, else the only one. */
  session: string;
  /** Excludes `session`. */
  sessionId: number;
  /** Whose; 0 = the caller's. */
  userId: number;
}

export interface DisconnectSessionRequest {
  /** The name; empty: `default`, else the only one. */
  session: string;
  /** Excludes `session`. */
  sessionId: number;
  /** Whose; 0 = the caller's. */
  userId: number;
}

export interface RestartSessionRequest {
  /** The name; empty: `default`, else the only one. */
  session: string;
  /** Excludes `session`. */
  sessionId: number;
  /** Whose; 0 = the caller's. */
  userId: number;
}

export interface LogoutSessionRequest {
  /** The name; empty: `default`, else the only one. */
  session: string;
  /** Excludes `session`. */
  sessionId: number;
  /** Whose; 0 = the caller's. */
  userId: number;
}

export interface GetQrCodeRequest {
  sessionId: number;
  /** By name, instead of by id. */
  session: string;
  /** Whose session is meant by its name; 0 = the caller's. */
  userId: number;
}

/** A QR code to be scanned with the phone that is to be linked. */
export interface QrCode {
  sessionId: number;
  /** The raw string. */
  code: string;
  /** Counts the codes of one linking, from 1. */
  sequence: number;
  expiresAt?: Timestamp;
}

export interface RequestPairingCodeRequest {
  /** The name; empty: `default`, else the only one. */
  session: string;
  /** Excludes `session`. */
  sessionId: number;
  /** Whose; 0 = the caller's. */
  userId: number;
  /** Of the phone that is to be linked: `+` and digits. */
  phoneNumber: string;
}

/** A code to be typed into the phone: Linked devices, Link with phone number instead. */
export interface PairingCode {
  sessionId: number;
  code: string;
  phoneNumber: string;
  expiresAt?: Timestamp;
}

export interface CheckNumberRequest {
  /** `+` and digits. */
  phoneNumber: string;
  /** The name; empty: `default`, else the only one. */
  session: string;
  /** Excludes `session`. */
  sessionId: number;
  /** Whose; 0 = the caller's. */
  userId: number;
}

/** What WhatsApp said of a number. */
export interface NumberCheck {
  /** `+` and digits. */
  phoneNumber: string;
  /** It has an account. */
  exists: boolean;
  /** WhatsApp's own id of the account, where it told one; it can be written to as well. */
  lid: string;
  /** When WhatsApp was asked. */
  checkedAt?: Timestamp;
  /** It was not asked again for this. */
  cached: boolean;
}

export interface WatchSessionRequest {
  sessionId: number;
  /** By name, instead of by id; both empty: `default`, else the only one. */
  session: string;
  /** Whose session is meant by its name; 0 = the caller's. */
  userId: number;
}

export interface SessionUpdate {
  /** Absent in a heartbeat, sent every 15 seconds in which nothing changed. */
  session?: Session;
  /** Present while a code waits to be scanned and the caller has `sessions:write`. */
  qrCode?: QrCode;
}

export type FindingLevel =
  | 'FINDING_LEVEL_UNSPECIFIED'
  | 'FINDING_LEVEL_OK'
  | 'FINDING_LEVEL_WARN'
  | 'FINDING_LEVEL_FAIL'
  /** One that this version has no name for. */
  | number;

export interface GetStatusRequest {
}

export interface SystemStatus {
  version: string;
  pid: number;
  startedAt?: Timestamp;
  uptimeSeconds: number;
  /** What is bound, such as `unix:/run/switchboard/rpcd.sock`. */
  listeners: string[];
  /** The limits in force, by name. */
  limits: { [key: string]: number };
  live?: LiveCounts;
  /** Messages by state, such as `pending`. */
  messages: { [key: string]: number };
  /** Sessions by state. */
  sessions: { [key: string]: number };
  /**
   * How often each limit refused a call, turned a connection away or cut one, since the start; those of HTTP begin with
   * `http_`.
   */
  refused: { [key: string]: number };
  /** Of the last check of the whole database; absent before the first. */
  integrity?: IntegrityStatus;
  /** Jobs whose last run failed. */
  failingJobs: number;
  /**
   * What bridges told since the start that was confirmed and changed nothing, by why: `old_epoch`, `not_held`,
   * `unknown_message`, `malformed`, `unwritable`.
   */
  droppedFacts: { [key: string]: number };
  /** What became of tries to deliver to webhooks since the start: `delivered`, `failed`, `dead`, `lost`. */
  webhookTries: { [key: string]: number };
  /** When what waits longest for a webhook happened; absent: nothing waits. */
  webhookOldest?: Timestamp;
  media?: MediaCounts;
}

/** Files that came with messages or go out with them. */
export interface MediaCounts {
  /** What lies on the disk: each content once. */
  files: number;
  bytes: number;
  /** Uploads that are begun and not finished, whether or not their streams are there. */
  uploads: number;
  /** Bytes that these may still take. */
  reservedBytes: number;
}

/** What the last check of the database found. */
export interface IntegrityStatus {
  checkedAt?: Timestamp;
  isSound: boolean;
  /** What was checked, or the first things that are wrong. */
  detail: string;
}

/** What is held just now. After load and abuse these return to where they were. */
export interface LiveCounts {
  connections: number;
  streams: number;
  runningHandlers: number;
  watchers: number;
  fileDescriptors: number;
  /** Bytes. */
  residentMemory: number;
  /** Bytes. */
  walSize: number;
  leases: number;
  bridges: number;
  /** Bytes of requests that are not decoded yet. */
  parsingBytes: number;
  /** What webhooks have still to be told: what waits for another try, and what is about to be posted. */
  webhookQueue: number;
}

export interface DiagnoseRequest {
}

/** What was looked at, and what is wrong with it. */
export interface Diagnosis {
  findings: Finding[];
  /** The server's wall clock. */
  at?: Timestamp;
  version: string;
}

/** One thing that was looked at. */
export interface Finding {
  /** Such as `disk` or `job purge-events`. */
  subject: string;
  level: FindingLevel;
  /** What was found. */
  detail: string;
  /** What to do about it; empty where nothing is to be done. */
  advice: string;
}

export interface BackupRequest {
  /**
   * Where to: a name is a file in `<data-dir>/backups`, a path that begins with `/` is one anywhere, for root and the
   * server's own user on rpcd.sock only. Empty: a name made of the time. A file that is there is never replaced.
   */
  path: string;
  /**
   * Copies the server's key files as well, to a folder of the same name and `.secrets`. For root and the server's own user
   * on rpcd.sock only: who has both can make tokens and read what is encrypted.
   */
  withSecrets: boolean;
}

/** A backup that is whole and was checked. */
export interface BackupResponse {
  /** From the root of the server's machine. */
  path: string;
  sizeBytes: number;
  /** The state that it holds: that of the moment when it began. */
  takenAt?: Timestamp;
  durationMs: number;
  schemaVersion: number;
  /** Where the key files are; empty where they were not asked for. */
  secretsPath: string;
}

export interface ListServicesRequest {
}

export interface ListServicesResponse {
  services: ServiceSummary[];
}

export interface ServiceSummary {
  /** Such as `switchboard.v1.MessagesService`. */
  name: string;
  /** The first sentence of its comment. */
  summary: string;
  methods: MethodSummary[];
}

export interface MethodSummary {
  /** Such as `SendText`. */
  name: string;
  /** The first sentence of its comment. */
  summary: string;
}

export interface DescribeServiceRequest {
  /**
   * `switchboard.v1.MessagesService`, `MessagesService/SendText`, `switchboard.v1.Message`, or a short form of these. A dot
   * may stand for the slash.
   */
  name: string;
}

/**
 * What reflection knows of a name. One of the first three is filled, or none for an enum, which is the one in `enums`;
 * `messages` and `enums` are all that it uses, itself included, each once.
 */
export interface Description {
  service?: ServiceDescription;
  method?: MethodDescription;
  /** The full name of the message that was asked for; it stands in `messages`. */
  message: string;
  messages: MessageDescription[];
  enums: EnumDescription[];
}

export interface ServiceDescription {
  name: string;
  comment: string;
  methods: MethodDescription[];
}

export interface MethodDescription {
  /** `service/Method`, as rpcctl call takes it. */
  path: string;
  comment: string;
  /** Full names of messages. */
  request: string;
  response: string;
  clientStreaming: boolean;
  serverStreaming: boolean;
  access: Access[];
  /** The scope that an API key needs, or empty. */
  scope: string;
  idempotent: boolean;
  routes: RouteDescription[];
}

/** How HTTP reaches a method. */
export interface RouteDescription {
  /** Such as `POST`. */
  method: string;
  /** Such as `/api/v1/users/{id}`. */
  path: string;
  /** The field that the body fills: `*` all of them, empty none. */
  body: string;
}

export interface MessageDescription {
  name: string;
  comment: string;
  fields: FieldDescription[];
}

export interface FieldDescription {
  name: string;
  number: number;
  /** A scalar such as `int64`, or the full name of a message or an enum; of a map, `map<string, int64>`. */
  type: string;
  repeated: boolean;
  /** The oneof that it is a case of, or empty. */
  oneof: string;
  comment: string;
}

export interface EnumDescription {
  name: string;
  comment: string;
  values: EnumValueDescription[];
}

export interface EnumValueDescription {
  /** As in the .proto, such as `MESSAGE_STATUS_PENDING`. */
  name: string;
  number: number;
  /** As JSON has it, such as `pending`; empty for the unspecified value, which is null. */
  json: string;
  comment: string;
}

/** A text with variables: `{{name}}` stands for a value that each message brings along. */
export interface Template {
  id: number;
  userId: number;
  /** A letter, then up to 63 letters, digits, `_` and `-`. Unique among its owner's. */
  name: string;
  /** Up to 200 characters, for people. */
  description: string;
  /**
   * 1 byte to 64 KiB. A variable is a letter or `_` and up to 63 letters, digits and `_` between `{{` and `}}`, spaces
   * around it allowed; up to 64 of them, each as often as one likes. `{{` means nothing else.
   */
  text: string;
  /** Those in the text, in the order in which they first stand there. Read from it, and not to be set. */
  variables: string[];
  createdAt?: Timestamp;
  updatedAt?: Timestamp;
  /**
   * Another one after each change. Given back with a change, the change is made only if nobody else was quicker
   * (ETAG_MISMATCH). Opaque; over HTTP it is the `ETag` of the answer, and `If-Match` gives it back.
   */
  etag: string;
}

export interface CreateTemplateRequest {
  /** Whose it will be; 0 = the caller's. The operator must say. */
  userId: number;
  name: string;
  text: string;
  description: string;
}

export interface GetTemplateRequest {
  id: number;
}

export interface ListTemplatesRequest {
  /** 1 to 200; 0 = 20. */
  pageSize: number;
  /** `next_page_token` of the page before. Excludes `page`. */
  pageToken: string;
  /** Counts from 1 and makes the answer carry `total_size`. Excludes `page_token`. */
  page: number;
  /** Only this user's; 0 = all that the caller may see. */
  userId: number;
  /** Only those of this name; empty = any. */
  name: string;
}

export interface ListTemplatesResponse {
  templates: Template[];
  /** Empty on the last page. */
  nextPageToken: string;
  /** Only with `page`. */
  totalSize: number;
}

export interface UpdateTemplateRequest {
  id: number;
  /** Only the fields that the mask names are read, and `etag` where it is not empty. */
  template?: Template;
  /** Empty: an error, for nothing would change. Over HTTP, the keys present in the body. */
  updateMask?: FieldMask;
}

export interface DeleteTemplateRequest {
  id: number;
  /** Delete only if the template is still what it was (ETAG_MISMATCH). Empty: whatever became of it. */
  etag: string;
}

export interface DeleteTemplateResponse {
}

export interface ListUsersRequest {
  /** 1 to 200; 0 = 20. */
  pageSize: number;
  /** `next_page_token` of the page before. Excludes `page`. */
  pageToken: string;
  /** Counts from 1 and makes the answer carry `total_size`. Excludes `page_token`. */
  page: number;
}

export interface ListUsersResponse {
  users: User[];
  /** Empty on the last page. */
  nextPageToken: string;
  /** Only with `page`. */
  totalSize: number;
}

export interface CreateUserRequest {
  /**
   * 1 to 150 characters: letters and digits of any script, and `@ . + - _`. Kept in Unicode form NFKC; unique whatever
   * its case and form (`Ada`, `ADA` and `Ａｄａ` are one).
   */
  username: string;
  email: string;
  /** 8 to 1,024 bytes. Empty: the user cannot sign in with a password. */
  password: string;
  /** Unspecified: a plain user. */
  role: Role;
  /** Absent: 1000. 0 = no limit. */
  maxMessagesPerDay?: Int32Value;
  /** Absent: 30. 0 = no limit. */
  maxMessagesPerMinute?: Int32Value;
  /** The same key and body within 24 hours gets the first answer. */
  idempotencyKey: string;
}

export interface GetUserRequest {
  /** Excludes `username`. */
  id: number;
  username: string;
}

export interface UpdateUserRequest {
  id: number;
  /** Only the fields that the mask names are read, and `etag` where it is not empty. */
  user?: User;
  /**
   * Empty: an error, for nothing would change. Over HTTP, the keys present in the body of a PATCH (what is left out stays
   * as it is), and all fields for a PUT, which has to bring them all.
   */
  updateMask?: FieldMask;
}

export interface DeleteUserRequest {
  id: number;
  /** Deletes their messages too, for good. */
  purgeMessages: boolean;
  /** Delete only if the user is still what it was (ETAG_MISMATCH). Empty: whatever became of it. */
  etag: string;
}

export interface DeleteUserResponse {
}

export interface ActivateUserRequest {
  id: number;
}

export interface DeactivateUserRequest {
  id: number;
}

export interface SetPasswordRequest {
  id: number;
  /** 8 to 1,024 bytes. */
  password: string;
}

/** The user, in the fields of User, and what their new password has not ended. */
export interface SetPasswordResponse {
  id: number;
  username: string;
  email: string;
  role: Role;
  isActive: boolean;
  maxMessagesPerDay: number;
  maxMessagesPerMinute: number;
  createdAt?: Timestamp;
  updatedAt?: Timestamp;
  etag: string;
  /** Their keys that still open something, newest first, 200 at most. */
  apiKeys: ApiKey[];
}

export type DeliveryState =
  | 'DELIVERY_STATE_UNSPECIFIED'
  | 'DELIVERY_STATE_WAITING'
  | 'DELIVERY_STATE_DELAYED'
  | 'DELIVERY_STATE_DEAD'
  | 'DELIVERY_STATE_DELIVERED'
  /** One that this version has no name for. */
  | number;

export interface Webhook {
  id: number;
  userId: number;
  /** `https://…`; `http://…` only where `webhooks.allow-private` is set. */
  url: string;
  /** Up to 200 characters, for people. */
  description: string;
  /** Only these types, such as `message.delivered`, or whole families, such as `message.*`. Empty: all. */
  types: string[];
  /** Only this session's; 0 = any. With the session the webhook is deleted. */
  sessionId: number;
  /** Sent with each post. In answers without their values, which are kept secret. */
  headers: WebhookHeader[];
  /** Whether it is delivered to. What happens meanwhile is delivered when it is active again, as far as it is kept. */
  isActive: boolean;
  /**
   * Why it is not active, or cannot be delivered to: `gone` (it answered 410), `no_secret` (its secret cannot be read:
   * rotate it), `no_headers` (its headers cannot be read: set them anew, or none), `no_url` (its URL is one that is not
   * taken any more). Empty: somebody wants it so, or it is active.
   */
  inactiveReason: string;
  /** Until then what is posted is signed with the secret before as well; absent: there is none. */
  formerSecretUntil?: Timestamp;
  /** Waits for another try. */
  waiting: number;
  /** Was given up; ReplayDeliveries tries it again. */
  dead: number;
  /** What happened while it was behind and is not kept any more: it was never posted. */
  lost: number;
  /** Arrived so far. */
  delivered: number;
  lastSuccessAt?: Timestamp;
  lastFailureAt?: Timestamp;
  /** How the last failed try failed. */
  lastError: string;
  createdAt?: Timestamp;
  updatedAt?: Timestamp;
  etag: string;
}

export interface WebhookHeader {
  /** Not `webhook-…`, nor one that HTTP or the server sets itself. */
  name: string;
  /** Printable ASCII. Empty in answers. */
  value: string;
}

/** What is posted, as JSON in the house dialect. */
export interface WebhookPayload {
  /** The event's, or `webhook.test`. */
  type: string;
  /** When it happened. */
  timestamp?: Timestamp;
  /** Counts the webhook's events from 1. A number that is missing comes later, or was given up. 0 in a test. */
  sequence: number;
  /** Absent in a test. */
  data?: Event;
}

export interface Delivery {
  id: number;
  webhookId: number;
  /** `webhook-id` in what is posted, the same in each try. */
  messageId: string;
  sequence: number;
  /** The event's. */
  type: string;
  at?: Timestamp;
  /** 0 = none. */
  sessionId: number;
  state: DeliveryState;
  tries: number;
  nextTryAt?: Timestamp;
  lastTryAt?: Timestamp;
  /** Of the last try; 0 = there was no answer. */
  lastStatus: number;
  /** How the last try failed, such as `timeout` or `status 503`. */
  lastError: string;
  finishedAt?: Timestamp;
}

export interface ListWebhooksRequest {
  /** 1 to 200; 0 = 20. */
  pageSize: number;
  /** `next_page_token` of the page before. Excludes `page`. */
  pageToken: string;
  /** Counts from 1 and makes the answer carry `total_size`. Excludes `page_token`. */
  page: number;
  /** Only this user's; 0 = all that the caller may see. */
  userId: number;
}

export interface ListWebhooksResponse {
  webhooks: Webhook[];
  /** Empty on the last page. */
  nextPageToken: string;
  /** Only with `page`. */
  totalSize: number;
}

export interface CreateWebhookRequest {
  /** Whose it will be; 0 = the caller's. The operator must say. */
  userId: number;
  /** At most 2,048 characters, without user name, password and fragment. */
  url: string;
  description: string;
  /** At most 64. */
  types: string[];
  /** One of the owner's; 0 = all sessions. */
  sessionId: number;
  /** At most 16, and 4 KiB. */
  headers: WebhookHeader[];
  /** The same key and body within 24 hours makes no second webhook. */
  idempotencyKey: string;
}

export interface CreateWebhookResponse {
  webhook?: Webhook;
  /** `whsec_…`, shown this once. */
  secret: string;
}

export interface GetWebhookRequest {
  id: number;
}

export interface UpdateWebhookRequest {
  id: number;
  /** Only the fields that the mask names are read, and `etag` where it is not empty. `headers` takes the place of all. */
  webhook?: Webhook;
  /** Empty: an error, for nothing would change. Over HTTP, the keys present in the body. */
  updateMask?: FieldMask;
}

export interface DeleteWebhookRequest {
  id: number;
  /** Delete only if the webhook is still what it was (ETAG_MISMATCH). Empty: whatever became of it. */
  etag: string;
}

export interface DeleteWebhookResponse {
}

export interface TestWebhookRequest {
  id: number;
}

export interface TestWebhookResponse {
  isDelivered: boolean;
  /** 0 = there was no answer. */
  status: number;
  /** How it failed; empty: it did not. */
  error: string;
  /** `webhook-id` of what was posted. */
  messageId: string;
  latencyMs: number;
}

export interface ListDeliveriesRequest {
  /** The webhook's. */
  id: number;
  /** 1 to 200; 0 = 20. */
  pageSize: number;
  /** `next_page_token` of the page before. Excludes `page`. */
  pageToken: string;
  /** Counts from 1 and makes the answer carry `total_size`. Excludes `page_token`. */
  page: number;
  /** Only those in this state; unspecified = all. */
  state: DeliveryState;
}

export interface ListDeliveriesResponse {
  deliveries: Delivery[];
  /** Empty on the last page. */
  nextPageToken: string;
  /** Only with `page`. */
  totalSize: number;
}

export interface ReplayDeliveriesRequest {
  /** The webhook's. */
  id: number;
  /** One delivery. Excludes `since`. */
  deliveryId: number;
  /** All that were given up since. */
  since?: Timestamp;
}

export interface ReplayDeliveriesResponse {
  replayed: number;
}

export interface RotateWebhookSecretRequest {
  id: number;
  /** How long the old secret signs too, at most 30 days. Absent: 24 hours. 0: not at all. */
  overlap?: DurationMessage;
  /** The same key and body within 24 hours makes no second secret. */
  idempotencyKey: string;
}

export interface RotateWebhookSecretResponse {
  webhook?: Webhook;
  /** `whsec_…`, shown this once. */
  secret: string;
}

/** The data of a Request frame. */
export interface EnvelopeRequest {
  service: string;
  method: string;
  payload: Uint8Array;
  /** What is left of the caller's deadline; 0 = none, negative = already past. */
  timeoutNano: number;
  metadata: EnvelopeKeyValue[];
}

/** The data of a Response frame. */
export interface EnvelopeResponse {
  status?: Status;
  payload: Uint8Array;
  /**
   * Our one addition, unknown to others and harmless to them: sent only where the request's metadata asked with
   * `x-response-metadata: 1`.
   */
  metadata: EnvelopeKeyValue[];
}

export interface EnvelopeKeyValue {
  key: string;
  value: string;
}

/** Per service its methods and what they take and give. */
export interface Services {
  /** Whether the server, or one service of it, can be used. */
  'grpc.health.v1.Health': {
    /** Tells how a service is now. NOT_FOUND for one that does not exist. */
    Check: {
      request: HealthCheckRequest;
      response: HealthCheckResponse;
      clientStreaming: false;
      serverStreaming: false;
    };
    /** Streams how a service is: now, then at each change. */
    Watch: {
      request: HealthCheckRequest;
      response: HealthCheckResponse;
      clientStreaming: false;
      serverStreaming: true;
    };
  };
  /** What was used, and what was asked. */
  'switchboard.v1.AnalyticsService': {
    /** Gets the state of things at a glance: one's own, or everybody's for an admin. */
    GetOverview: {
      request: GetOverviewRequest;
      response: Overview;
      clientStreaming: false;
      serverStreaming: false;
    };
    /** Lists usage, a row per user and UTC day, newest day first. */
    ListUsage: {
      request: ListUsageRequest;
      response: ListUsageResponse;
      clientStreaming: false;
      serverStreaming: false;
    };
    /**
     * Lists calls that were answered, newest first. They are written in batches, within a second; a crash loses those of
     * the last second. Kept for 30 days.
     */
    ListApiLogs: {
      request: ListApiLogsRequest;
      response: ListApiLogsResponse;
      clientStreaming: false;
      serverStreaming: false;
    };
  };
  /** Who did what to whom: every action of an admin, every change of users, keys and passwords, every sign-in. */
  'switchboard.v1.AuditService': {
    /**
     * Lists the audit log, newest first. An entry is written in the transaction of the change that it tells of: there is
     * none without the other. Failed sign-ins are written within a second or so, many of a kind as one entry. A search for
     * what has no index looks at a part of the log at a time: a page can be short and have a next one all the same.
     */
    ListAuditLog: {
      request: ListAuditLogRequest;
      response: ListAuditLogResponse;
      clientStreaming: false;
      serverStreaming: false;
    };
    /**
     * Reads the log and says whether each entry is what was written, in its place, and whether the last ones are there.
     * Takes a few seconds for a million entries. A log that takes longer than the call may is read in several: see
     * `next_id`. A log that was found broken once is never intact again, whatever was put back since.
     */
    VerifyAuditLog: {
      request: VerifyAuditLogRequest;
      response: AuditVerdict;
      clientStreaming: false;
      serverStreaming: false;
    };
  };
  /** Signing in and out, and who is calling. */
  'switchboard.v1.AuthService': {
    /**
     * Signs in with a name and a password. The access token goes into `authorization: Bearer …` and lives for a quarter of
     * an hour; the refresh token gets the next pair. An unknown name and a wrong password are answered alike, in text and
     * in time.
     */
    Login: {
      request: LoginRequest;
      response: LoginResponse;
      clientStreaming: false;
      serverStreaming: false;
    };
    /**
     * Exchanges a refresh token for the next pair. Each refresh token is good for one exchange: within 10 seconds a repeat
     * gets the same successor (the answer was lost, or several asked at once); after that it is TOKEN_REUSED and ends the
     * sign-in, since two parties hold what one should.
     */
    Refresh: {
      request: RefreshRequest;
      response: RefreshResponse;
      clientStreaming: false;
      serverStreaming: false;
    };
    /**
     * Ends the sign-in that a refresh token belongs to, at once: its access tokens are refused and its streams end.
     * Ending what has ended already is a success.
     */
    Logout: {
      request: LogoutRequest;
      response: LogoutResponse;
      clientStreaming: false;
      serverStreaming: false;
    };
    /** Tells who the caller is, and what they may do. */
    GetMe: {
      request: GetMeRequest;
      response: Principal;
      clientStreaming: false;
      serverStreaming: false;
    };
    /**
     * Changes the caller's own password and ends every other sign-in of theirs. API keys live on. Needs a signed-in user:
     * a key cannot change its owner's password.
     */
    ChangePassword: {
      request: ChangePasswordRequest;
      response: ChangePasswordResponse;
      clientStreaming: false;
      serverStreaming: false;
    };
    /**
     * Lists sign-ins, newest first: one's own, or all of them for an admin. Those that have ended or run out are left out
     * unless `include_ended`; they are kept for a month at most, and a user has a hundred at most, ended ones included.
     */
    ListSignIns: {
      request: ListSignInsRequest;
      response: ListSignInsResponse;
      clientStreaming: false;
      serverStreaming: false;
    };
    /**
     * Ends one sign-in, or all of a user's but the caller's own, at once: access tokens are refused, streams end, and the
     * refresh token is good for nothing. Ending what has ended already is a success.
     */
    EndSignIn: {
      request: EndSignInRequest;
      response: EndSignInResponse;
      clientStreaming: false;
      serverStreaming: false;
    };
    /**
     * Makes a new key for signing access tokens. Nobody is signed out: the former key verifies what it has signed until
     * that has expired, and refresh tokens do not depend on it.
     */
    RotateSigningKey: {
      request: RotateSigningKeyRequest;
      response: RotateSigningKeyResponse;
      clientStreaming: false;
      serverStreaming: false;
    };
  };
  /** Bridges: the processes that own WhatsApp connections. They dial in; rpcd never dials them. */
  'switchboard.v1.BridgeService': {
    /** The one long stream of a bridge: facts and credit up, assignments and sends down. */
    Attach: {
      request: BridgeFrame;
      response: ServerFrame;
      clientStreaming: true;
      serverStreaming: true;
    };
    /**
     * What the engine keeps of a session to be let in again, as it was put: for the bridge that holds the session, at its
     * present epoch. In the metadata the token of its Welcome, as `x-bridge-token`.
     */
    GetAuthState: {
      request: GetAuthStateRequest;
      response: AuthStateItem;
      clientStreaming: false;
      serverStreaming: true;
    };
    /**
     * Keeps values of a session, sealed: for the same bridge, all of a call or nothing. Answered when it is safe on disk.
     * Goes with the link: logging out and deleting the session delete it.
     */
    PutAuthState: {
      request: PutAuthStateRequest;
      response: PutAuthStateResponse;
      clientStreaming: true;
      serverStreaming: false;
    };
    /**
     * The bytes of a file that the bridge was given a send of, at the present epoch of the session that it holds. In the
     * metadata the token of its Welcome, as `x-bridge-token`.
     */
    DownloadMedia: {
      request: BridgeDownloadRequest;
      response: DownloadMediaResponse;
      clientStreaming: false;
      serverStreaming: true;
    };
    /**
     * The file that a FetchMedia asked for, as long as the bridge has not answered that command, at the present epoch of
     * the session that it holds: first what it is, then its bytes in chunks, no more of them than the answers give credit
     * for. The last answer is the file, safe; then comes the command's result. There is no going on with what broke off:
     * it begins anew while the command lasts. In the metadata the token of its Welcome, as `x-bridge-token`.
     */
    UploadMedia: {
      request: BridgeUploadRequest;
      response: UploadMediaResponse;
      clientStreaming: true;
      serverStreaming: true;
    };
    /** Lists the bridges that are attached or hold sessions. */
    ListBridges: {
      request: ListBridgesRequest;
      response: ListBridgesResponse;
      clientStreaming: false;
      serverStreaming: false;
    };
  };
  /** Everything that happens, in the order in which it was committed. */
  'switchboard.v1.EventsService': {
    /**
     * Streams events: from a cursor, first what has happened since, then what happens. The first item is a heartbeat that
     * carries the cursor where the watch begins: from there on nothing of what the caller may see is skipped. Over HTTP
     * these are server-sent events, and `Last-Event-ID` is the cursor.
     */
    Watch: {
      request: WatchEventsRequest;
      response: Event;
      clientStreaming: false;
      serverStreaming: true;
    };
  };
  /**
   * What the server does by itself from time to time: rolls up usage, deletes what was kept long enough, looks after the
   * database. The schedule survives a restart; what was missed meanwhile is done once.
   */
  'switchboard.v1.JobsService': {
    /** Lists the jobs, by name: when each runs next, and what became of its last run. */
    ListJobs: {
      request: ListJobsRequest;
      response: ListJobsResponse;
      clientStreaming: false;
      serverStreaming: false;
    };
    /** Starts a job now. One that runs already is not started again: the answer is that run. */
    RunJob: {
      request: RunJobRequest;
      response: Job;
      clientStreaming: false;
      serverStreaming: false;
    };
  };
  /** API keys: credentials for programs. */
  'switchboard.v1.KeysService': {
    /** Lists keys, newest first: one's own, or all of them for an admin. */
    ListKeys: {
      request: ListKeysRequest;
      response: ListKeysResponse;
      clientStreaming: false;
      serverStreaming: false;
    };
    /**
     * Makes a key. Its secret is in this answer and nowhere else: a repeat with the same idempotency key is ALREADY_EXISTS,
     * with the key's `id` and `prefix` in the error's metadata.
     */
    CreateKey: {
      request: CreateKeyRequest;
      response: CreateKeyResponse;
      clientStreaming: false;
      serverStreaming: false;
    };
    /** Gets one key, by id or by prefix. */
    GetKey: {
      request: GetKeyRequest;
      response: ApiKey;
      clientStreaming: false;
      serverStreaming: false;
    };
    /**
     * Changes the fields that `update_mask` names: `name`, `scopes`, `allowed_ips`, `expires_at`, `max_messages_per_minute`;
     * `*` is all of them.
     * A revoked key stays as it is (CONFLICT).
     */
    UpdateKey: {
      request: UpdateKeyRequest;
      response: ApiKey;
      clientStreaming: false;
      serverStreaming: false;
    };
    /**
     * Makes a successor with the same name, scopes, networks and expiry, and ends the old key after `overlap`. The new
     * secret is in this answer and nowhere else: a repeat with the same idempotency key is ALREADY_EXISTS, with the `id` and
     * `prefix` of the successor in the error's metadata.
     */
    RotateKey: {
      request: RotateKeyRequest;
      response: RotateKeyResponse;
      clientStreaming: false;
      serverStreaming: false;
    };
    /** Ends a key for good. */
    RevokeKey: {
      request: RevokeKeyRequest;
      response: ApiKey;
      clientStreaming: false;
      serverStreaming: false;
    };
  };
  /** Messages: accepted durably, sent once in effect, always explained. */
  'switchboard.v1.MessagesService': {
    /**
     * Accepts a text to be sent. When this answers, the message is on disk and will not be lost; the answer says where it
     * stands, which is not "sent" yet.
     */
    SendText: {
      request: SendTextRequest;
      response: Message;
      clientStreaming: false;
      serverStreaming: false;
    };
    /**
     * Accepts a file that was uploaded, or that a URL names, with a caption. What is said of SendText holds; the file stays as
     * long as the message waits to be sent. MEDIA_UNSUPPORTED or MEDIA_TOO_LARGE where it cannot be sent as what it is to be
     * sent as, MEDIA_FETCH_FAILED where the URL does not give it.
     */
    SendMedia: {
      request: SendMediaRequest;
      response: Message;
      clientStreaming: false;
      serverStreaming: false;
    };
    /**
     * Accepts a place. As for every kind of message: what is said of SendText holds, ENGINE_UNSUPPORTED where the
     * session's engine cannot send it, VALIDATION_ERROR where WhatsApp takes no such message there.
     */
    SendLocation: {
      request: SendLocationRequest;
      response: Message;
      clientStreaming: false;
      serverStreaming: false;
    };
    /** Accepts one or several contact cards, as one message. */
    SendContact: {
      request: SendContactRequest;
      response: Message;
      clientStreaming: false;
      serverStreaming: false;
    };
    /** Accepts a question with 2 to 12 options. */
    SendPoll: {
      request: SendPollRequest;
      response: Message;
      clientStreaming: false;
      serverStreaming: false;
    };
    /**
     * Accepts a reaction to a message, or takes the one that was given back. The answer is the reaction, a message of its
     * own; when it has gone out, the other message's `reactions` show it.
     */
    SendReaction: {
      request: SendReactionRequest;
      response: Message;
      clientStreaming: false;
      serverStreaming: false;
    };
    /**
     * Replaces a text that was sent from here, within 15 minutes of that. The answer is the edit, a message of its own;
     * when it has gone out, the text has its new content and `edited_at`.
     */
    EditMessage: {
      request: EditMessageRequest;
      response: Message;
      clientStreaming: false;
      serverStreaming: false;
    };
    /**
     * Deletes a message that was sent from here, for everyone, within 60 hours of that. The answer is the deletion, a
     * message of its own; when it has gone out, the other message has `deleted_at`. Nothing is deleted here.
     */
    DeleteMessage: {
      request: DeleteMessageRequest;
      response: Message;
      clientStreaming: false;
      serverStreaming: false;
    };
    /**
     * Tells the sender of a message that came in that it was read. No send: the engine does it now, or not at all
     * (SESSION_NOT_CONNECTED). Engines that know chats only mark all that came in there.
     */
    MarkRead: {
      request: MarkReadRequest;
      response: Message;
      clientStreaming: false;
      serverStreaming: false;
    };
    /** Shows whoever has the chat open that something is being typed or recorded, or no more. No send, as MarkRead. */
    SetPresence: {
      request: SetPresenceRequest;
      response: SetPresenceResponse;
      clientStreaming: false;
      serverStreaming: false;
    };
    /** Gets one message with its timeline. */
    GetMessage: {
      request: GetMessageRequest;
      response: Message;
      clientStreaming: false;
      serverStreaming: false;
    };
    /** Lists messages, newest first. */
    ListMessages: {
      request: ListMessagesRequest;
      response: ListMessagesResponse;
      clientStreaming: false;
      serverStreaming: false;
    };
    /**
     * Takes a message back that has not been handed to a bridge yet, or waits for another attempt, else
     * MESSAGE_NOT_CANCELLABLE. Cancelling what is cancelled already is a success. Where an earlier attempt may have gone out it
     * ends as `failed`, OUTCOME_UNKNOWN.
     */
    CancelMessage: {
      request: CancelMessageRequest;
      response: Message;
      clientStreaming: false;
      serverStreaming: false;
    };
    /**
     * Tries a message again: one that waits for its next try goes at once; one that failed or expired goes back into the
     * queue with a fresh set of attempts and 24 hours to live, under the same client_message_id. CONFLICT where the message
     * is on its way or has gone out.
     */
    RetryMessage: {
      request: RetryMessageRequest;
      response: Message;
      clientStreaming: false;
      serverStreaming: false;
    };
    /**
     * Settles by what a person found out a message of status `unknown`, or one that `failed` with OUTCOME_UNKNOWN, which is how
     * `unknown` ends when nobody has settled it in time; CONFLICT for any other. A person may say otherwise later.
     */
    ResolveMessage: {
      request: ResolveMessageRequest;
      response: Message;
      clientStreaming: false;
      serverStreaming: false;
    };
    /**
     * Streams messages as they are accepted and change. With `id`, one message: as it is now, then each change, and the
     * stream ends, without an error, when it can change no more or was kept for as long as messages are. NOT_FOUND where it
     * is not there at the beginning, or is not the caller's any more.
     */
    WatchMessages: {
      request: WatchMessagesRequest;
      response: MessageUpdate;
      clientStreaming: false;
      serverStreaming: true;
    };
    /**
     * Takes a file in: first what it is, then its bytes in chunks, no more of them than the answers give credit for. The
     * last answer is the file, on disk. An upload that is broken off can be gone on with for a while, from the offset that
     * the first answer to its `upload_id` names.
     */
    UploadMedia: {
      request: UploadMediaRequest;
      response: UploadMediaResponse;
      clientStreaming: true;
      serverStreaming: true;
    };
    /** Gives a file's bytes, in parts, from any offset on. */
    DownloadMedia: {
      request: DownloadMediaRequest;
      response: DownloadMediaResponse;
      clientStreaming: false;
      serverStreaming: true;
    };
    /**
     * Gets the file of a message that came in, unless it is here already: a session's bridge fetches it from WhatsApp now, or
     * not at all (SESSION_NOT_CONNECTED). Kept as a file of the session's owner, in whose quota it counts; the message has its
     * `media_id` from then on, and an event tells. Fetched anew where it has expired here since. However many ask at once,
     * it is fetched once, and that goes on where the caller does not wait: a later call finds it. MEDIA_EXPIRED where
     * WhatsApp has it no more, MEDIA_FETCH_FAILED where it may be tried again.
     */
    FetchMedia: {
      request: FetchMediaRequest;
      response: Media;
      clientStreaming: false;
      serverStreaming: false;
    };
    /** Tells of a file, without its bytes. */
    GetMedia: {
      request: GetMediaRequest;
      response: Media;
      clientStreaming: false;
      serverStreaming: false;
    };
    /** Lists files, newest first. */
    ListMedia: {
      request: ListMediaRequest;
      response: ListMediaResponse;
      clientStreaming: false;
      serverStreaming: false;
    };
    /** Deletes a file. CONFLICT while a message waits to be sent with it. */
    DeleteMedia: {
      request: DeleteMediaRequest;
      response: DeleteMediaResponse;
      clientStreaming: false;
      serverStreaming: false;
    };
    /**
     * Accepts many texts over one stream, in order. The first answer gives credit; each item is a SendText with an
     * idempotency key of its own and gets one answer: what was accepted, or why it was refused, which ends nothing. What is
     * said of SendText holds for each, but that one beyond a limit on messages per minute waits for its turn, and those
     * behind it with it. However the stream ends, what was answered is on disk; sent again with the same keys over another
     * stream, what was accepted before is answered as it was and is not sent twice. An `idempotency-key` in the metadata is
     * an error: it would be every item's.
     */
    SendBulk: {
      request: SendBulkRequest;
      response: SendBulkResponse;
      clientStreaming: true;
      serverStreaming: true;
    };
    /**
     * Keeps a text with variables, for SendText and SendBulk. ALREADY_EXISTS where its owner has one of that name, as after
     * a repeat, with the template's `id` in the error's metadata.
     */
    CreateTemplate: {
      request: CreateTemplateRequest;
      response: Template;
      clientStreaming: false;
      serverStreaming: false;
    };
    /** One template. */
    GetTemplate: {
      request: GetTemplateRequest;
      response: Template;
      clientStreaming: false;
      serverStreaming: false;
    };
    /** Lists templates, newest first: one's own, or all of them for an admin. */
    ListTemplates: {
      request: ListTemplatesRequest;
      response: ListTemplatesResponse;
      clientStreaming: false;
      serverStreaming: false;
    };
    /**
     * Changes the fields that `update_mask` names: `name`, `description`, `text`; `*` is all of them. With `template.etag`,
     * only if the template is still what it was (ETAG_MISMATCH). What was accepted before stays as it was.
     */
    UpdateTemplate: {
      request: UpdateTemplateRequest;
      response: Template;
      clientStreaming: false;
      serverStreaming: false;
    };
    /** Deletes a template. Messages that were made from it stay as they are. */
    DeleteTemplate: {
      request: DeleteTemplateRequest;
      response: DeleteTemplateResponse;
      clientStreaming: false;
      serverStreaming: false;
    };
  };
  /** The keys that secrets in the database are sealed with. */
  'switchboard.v1.SecretsService': {
    /**
     * Seals with a new key from now on, and seals anew what older keys have sealed. The key files of older backups are
     * still needed to restore those.
     */
    RotateSecretKey: {
      request: RotateSecretKeyRequest;
      response: RotateSecretKeyResponse;
      clientStreaming: false;
      serverStreaming: false;
    };
  };
  /** WhatsApp accounts, linked as a phone links a companion device, and carried by bridges. */
  'switchboard.v1.SessionsService': {
    /** Lists sessions, newest first. */
    ListSessions: {
      request: ListSessionsRequest;
      response: ListSessionsResponse;
      clientStreaming: false;
      serverStreaming: false;
    };
    /** Gets one session. */
    GetSession: {
      request: GetSessionRequest;
      response: Session;
      clientStreaming: false;
      serverStreaming: false;
    };
    /** Makes a session without starting it. */
    CreateSession: {
      request: CreateSessionRequest;
      response: Session;
      clientStreaming: false;
      serverStreaming: false;
    };
    /** Changes the fields that `update_mask` names: `name`, `settings.pacing`, `settings.quiet_hours`; `*` is all of them. */
    UpdateSession: {
      request: UpdateSessionRequest;
      response: Session;
      clientStreaming: false;
      serverStreaming: false;
    };
    /**
     * Deletes a session: it is logged out, its credentials are dropped, what waits to be sent through it fails with
     * SESSION_LOGGED_OUT. Its messages stay.
     */
    DeleteSession: {
      request: DeleteSessionRequest;
      response: DeleteSessionResponse;
      clientStreaming: false;
      serverStreaming: false;
    };
    /**
     * Starts a session, making it where it does not exist: a bridge takes it up and, where it is not linked yet, shows a
     * QR code. A session that is running already stays as it is.
     */
    InitSession: {
      request: InitSessionRequest;
      response: Session;
      clientStreaming: false;
      serverStreaming: false;
    };
    /** Gets the state of the caller's session. */
    GetSessionStatus: {
      request: GetSessionStatusRequest;
      response: Session;
      clientStreaming: false;
      serverStreaming: false;
    };
    /** Stops carrying a session. Its credentials are kept, so that InitSession brings it back without a scan. */
    DisconnectSession: {
      request: DisconnectSessionRequest;
      response: Session;
      clientStreaming: false;
      serverStreaming: false;
    };
    /** Stops carrying a session and starts it again. What is being sent meanwhile is reconciled as after any break. */
    RestartSession: {
      request: RestartSessionRequest;
      response: Session;
      clientStreaming: false;
      serverStreaming: false;
    };
    /**
     * Ends the link with the phone and drops the credentials: the next start shows a QR code again. What waits to be sent
     * fails with SESSION_LOGGED_OUT.
     */
    LogoutSession: {
      request: LogoutSessionRequest;
      response: Session;
      clientStreaming: false;
      serverStreaming: false;
    };
    /**
     * Gets the QR code that links the session: the raw string, to be drawn by whoever shows it. SESSION_NOT_CONNECTED
     * while there is none to scan.
     */
    GetQrCode: {
      request: GetQrCodeRequest;
      response: QrCode;
      clientStreaming: false;
      serverStreaming: false;
    };
    /**
     * Gets a code that links the session without a camera: it is typed into the phone that has this number. Starts the
     * session where it does not run, and waits for its bridge. NUMBER_ALREADY_LINKED where another session has that number.
     */
    RequestPairingCode: {
      request: RequestPairingCodeRequest;
      response: PairingCode;
      clientStreaming: false;
      serverStreaming: false;
    };
    /**
     * Asks WhatsApp, through a session that is connected, whether a number has an account. Answers are kept for a while:
     * WhatsApp does not like to be asked often.
     */
    CheckNumber: {
      request: CheckNumberRequest;
      response: NumberCheck;
      clientStreaming: false;
      serverStreaming: false;
    };
    /** Streams the session: as it is now, then at each change, its QR code included where the caller may see it. */
    WatchSession: {
      request: WatchSessionRequest;
      response: SessionUpdate;
      clientStreaming: false;
      serverStreaming: true;
    };
  };
  /** The server itself. */
  'switchboard.v1.SystemService': {
    /** Tells how the server is: what it listens on, how busy it is, which limits are in force. */
    GetStatus: {
      request: GetStatusRequest;
      response: SystemStatus;
      clientStreaming: false;
      serverStreaming: false;
    };
    /** Lists the services and their methods. */
    ListServices: {
      request: ListServicesRequest;
      response: ListServicesResponse;
      clientStreaming: false;
      serverStreaming: false;
    };
    /**
     * Describes a service, a method, a message or an enum: fields, comments, routes, who may call. A name may be short
     * where it is the only one, such as `MessagesService`, `SendText`, `Message`.
     */
    DescribeService: {
      request: DescribeServiceRequest;
      response: Description;
      clientStreaming: false;
      serverStreaming: false;
    };
    /** Looks for what is wrong with the server, its files and its machine, and says what to do about it. */
    Diagnose: {
      request: DiagnoseRequest;
      response: Diagnosis;
      clientStreaming: false;
      serverStreaming: false;
    };
    /**
     * Copies the database to a file on the server's machine while the server goes on, and checks the copy. Answers when it is
     * done, which may take longer than the default deadline; a call that is given up leaves nothing behind.
     */
    Backup: {
      request: BackupRequest;
      response: BackupResponse;
      clientStreaming: false;
      serverStreaming: false;
    };
  };
  /** The people and systems that own keys, sessions and messages. */
  'switchboard.v1.UsersService': {
    /** Lists users, newest first. */
    ListUsers: {
      request: ListUsersRequest;
      response: ListUsersResponse;
      clientStreaming: false;
      serverStreaming: false;
    };
    /** Makes a user. */
    CreateUser: {
      request: CreateUserRequest;
      response: User;
      clientStreaming: false;
      serverStreaming: false;
    };
    /** Gets one user, by id or by name. A user may get themselves. */
    GetUser: {
      request: GetUserRequest;
      response: User;
      clientStreaming: false;
      serverStreaming: false;
    };
    /**
     * Changes the fields that `update_mask` names: `username`, `email`, `role`, `is_active`, `max_messages_per_day`,
     * `max_messages_per_minute`; `*` is all of them. The last active admin stays one (LAST_ADMIN). With `user.etag`, only if
     * the user is still what it was (ETAG_MISMATCH).
     */
    UpdateUser: {
      request: UpdateUserRequest;
      response: User;
      clientStreaming: false;
      serverStreaming: false;
    };
    /**
     * Deletes a user with their keys, sign-ins and sessions. Their messages stay, as nobody's, unless `purge_messages`.
     * The last active admin cannot be deleted (LAST_ADMIN).
     */
    DeleteUser: {
      request: DeleteUserRequest;
      response: DeleteUserResponse;
      clientStreaming: false;
      serverStreaming: false;
    };
    /** Lets a user in again. Activating an active user changes nothing. */
    ActivateUser: {
      request: ActivateUserRequest;
      response: User;
      clientStreaming: false;
      serverStreaming: false;
    };
    /**
     * Shuts a user out at once: sign-ins end, keys are refused, streams end. Their sessions go on, and so do messages that
     * were accepted. The last active admin stays one (LAST_ADMIN).
     */
    DeactivateUser: {
      request: DeactivateUserRequest;
      response: User;
      clientStreaming: false;
      serverStreaming: false;
    };
    /** Sets a user's password and ends their sign-ins. API keys live on, and the answer says which. */
    SetPassword: {
      request: SetPasswordRequest;
      response: SetPasswordResponse;
      clientStreaming: false;
      serverStreaming: false;
    };
  };
  /**
   * Webhooks: what happens is posted to URLs of one's own (Standard Webhooks). Delivered at least once; in order per session
   * up to the third try. docs/WEBHOOKS.md says what a receiver has to do.
   */
  'switchboard.v1.WebhooksService': {
    /** Lists webhooks, newest first: one's own, or all of them for an admin. */
    ListWebhooks: {
      request: ListWebhooksRequest;
      response: ListWebhooksResponse;
      clientStreaming: false;
      serverStreaming: false;
    };
    /**
     * Makes a webhook: it is told of what happens from now on. Its secret is in this answer and nowhere else: a repeat with
     * the same idempotency key is ALREADY_EXISTS, with the webhook's `id` in the error's metadata. An API key needs the
     * scope `events:read` beside `webhooks:write`: what it makes tells of events.
     */
    CreateWebhook: {
      request: CreateWebhookRequest;
      response: CreateWebhookResponse;
      clientStreaming: false;
      serverStreaming: false;
    };
    /** One webhook. */
    GetWebhook: {
      request: GetWebhookRequest;
      response: Webhook;
      clientStreaming: false;
      serverStreaming: false;
    };
    /**
     * Changes the fields that `update_mask` names: `url`, `description`, `types`, `session_id`, `headers`, `is_active`; `*` is
     * all of them. With `webhook.etag`, only if the webhook is still what it was (ETAG_MISMATCH). Filters hold for what is
     * not taken up yet. One that is active again goes on where it stopped.
     */
    UpdateWebhook: {
      request: UpdateWebhookRequest;
      response: Webhook;
      clientStreaming: false;
      serverStreaming: false;
    };
    /** Deletes a webhook and all that was still to be delivered to it. */
    DeleteWebhook: {
      request: DeleteWebhookRequest;
      response: DeleteWebhookResponse;
      clientStreaming: false;
      serverStreaming: false;
    };
    /** Posts an event of type `webhook.test` now, once, and tells how that went. Also where the webhook is not active. */
    TestWebhook: {
      request: TestWebhookRequest;
      response: TestWebhookResponse;
      clientStreaming: false;
      serverStreaming: false;
    };
    /** Lists what did not arrive at the first try, newest first: what is tried again, what arrived later, what was given up. */
    ListDeliveries: {
      request: ListDeliveriesRequest;
      response: ListDeliveriesResponse;
      clientStreaming: false;
      serverStreaming: false;
    };
    /**
     * Delivers again, with as many tries as the first time and under the same `webhook-id`: one delivery that is over, or all
     * that were given up since a time.
     */
    ReplayDeliveries: {
      request: ReplayDeliveriesRequest;
      response: ReplayDeliveriesResponse;
      clientStreaming: false;
      serverStreaming: false;
    };
    /**
     * Makes a new secret. For `overlap` what is posted is signed with both, so that receivers can be moved over. The new
     * secret is in this answer and nowhere else: a repeat with the same idempotency key is ALREADY_EXISTS.
     */
    RotateWebhookSecret: {
      request: RotateWebhookSecretRequest;
      response: RotateWebhookSecretResponse;
      clientStreaming: false;
      serverStreaming: false;
    };
  };
}

export interface FieldRow {
  no: number;
  name: string;
  kind: string;
  type?: string;
  repeated?: true;
  packed?: true;
  oneof?: string;
  map?: { key: string; value: { kind: string; type?: string } };
}

export interface MethodRow {
  request: string;
  response: string;
  clientStreaming: boolean;
  serverStreaming: boolean;
}

export const messages: { [fullName: string]: FieldRow[] };
export const enums: { [fullName: string]: { [name: string]: number } };
export const services: { [Service in keyof Services]: { [Method in keyof Services[Service]]: MethodRow } };
