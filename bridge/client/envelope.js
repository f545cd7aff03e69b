// The codec of everything in the contract: the ttrpc envelope, google.rpc.Status with its details, the well-known types
// and Switchboard's own messages.
import { Codec } from './codec.js';
import * as contract from './generated/contract.js';

export const envelope = new Codec(contract);
