// Writes the bytes of a ListMessages request for 20 messages that lie so many rows down in a list, for ttrpc-load: pages
// of 200 are walked by token to get there.
//
//   node Benchmarks/messages/page.js --endpoint unix:PATH --depth ROWS [--user ID] --to FILE
import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { createClient } from '../../bridge/client/index.js';
import { Codec } from '../../bridge/client/codec.js';
import * as contract from '../../bridge/client/generated/contract.js';

const { values: options } = parseArgs({ options: {
  endpoint: { type: 'string' }, depth: { type: 'string' }, user: { type: 'string', default: '0' },
  to: { type: 'string' },
} });
const client = createClient({ endpoint: options.endpoint });
const userId = Number(options.user);
let pageToken = '';
for (let at = 0; at < Number(options.depth); at += 200) {
  const page = await client.messages.listMessages({ pageSize: 200, pageToken, userId });
  if (page.messages.length !== 200) throw new Error(`only ${at + page.messages.length} rows`);
  pageToken = page.nextPageToken;
}
const request = { pageSize: 20, pageToken, userId };
const page = await client.messages.listMessages(request);
if (page.messages.length !== 20) throw new Error(`${page.messages.length} rows where 20 were to be`);
fs.writeFileSync(options.to, new Codec(contract).encode('switchboard.v1.ListMessagesRequest', request));
client.close();
