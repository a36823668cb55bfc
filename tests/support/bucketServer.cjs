// An S3-compatible server of its own process, so that a test can take it away: `node bucketServer.cjs <port> <directory> <bucket>`. Tells its parent when it listens.
'use strict';

const S3rver = require('@20minutes/s3rver');

const [port, directory, name] = process.argv.slice(2);

void new S3rver({ port: Number(port), address: '127.0.0.1', directory, silent: true, configureBuckets: [{ name }] })
  .run()
  .then(() => process.send('listening'));
