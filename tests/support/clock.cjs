// Loaded into the server by tests only (NODE_OPTIONS=--require): shifts Date by the milliseconds written in CLOCK_FILE.
// The product itself has no switch for its clock.
'use strict';

const { readFileSync } = require('node:fs');

const RealDate = Date;
const file = process.env.CLOCK_FILE;
const resolution = Number(process.env.CLOCK_RESOLUTION ?? 20);
let offset = 0;
let readAt = -Infinity;

function now() {
  const tick = performance.now();
  if (tick - readAt >= resolution) {
    readAt = tick;
    try {
      offset = Number(readFileSync(file, 'utf8')) || 0;
    } catch {
      offset = 0;
    }
  }
  return RealDate.now() + offset;
}

class ShiftedDate extends RealDate {
  constructor(...args) {
    if (args.length === 0) super(now());
    else super(...args);
  }
  static now() {
    return now();
  }
}

if (file !== undefined) {
  // `Date()` without new is a call, which a class refuses; the proxy answers it as the real one does.
  globalThis.Date = new Proxy(ShiftedDate, { apply: () => new ShiftedDate().toString() });
}
