#!/usr/bin/env node
// The bridge's program; all it does is in core/main.js.
import { main } from '../core/main.js';

process.exitCode = await main(process.argv.slice(2), process.env);
// Sockets and timers of an engine that would not stop keep nobody waiting.
setTimeout(() => process.exit(), 1000).unref();
