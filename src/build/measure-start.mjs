// Measures how long Alur takes from the command to "Alur is ready", on an empty data directory and once more on the
// same, and how much memory it holds then. Stops it again and leaves nothing behind. Linux and macOS.
// Usage: node src/build/measure-start.mjs [COMMAND ...]      (mvn spring-boot:run if none is given)
// The processor time hardly depends on what else the machine does; the other times do: see the load that is printed.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';

const LIMIT_SECONDS = 600;
const [program = 'mvn', ...args] = process.argv.length > 2 ? process.argv.slice(2) : ['mvn', 'spring-boot:run'];

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const ps = (column, pid) => execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).trim();

/** [[days-]hours:]minutes:seconds */
const seconds = (time) => time.split(/[-:]/).reduce((sum, part, i, all) => sum * (i === 1 && all.length === 4 ? 24 : 60) + Number(part), 0);

/** Starts Alur, waits until it is ready, and stops it. */
async function measure(directory) {
  const [server, database] = [await freePort(), await freePort()];
  const begun = performance.now();
  const child = spawn(program, args, {
    env: {
      ...process.env,
      ALUR_DATABASE_DIRECTORY: join(directory, 'postgresql'),
      ALUR_DATABASE_PORT: String(database),
      SERVER_PORT: String(server),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve, reject) => child.once('exit', resolve).once('error', reject));
  let output = '';
  let pid;
  try {
    await new Promise((resolve, reject) => {
      const tooLong = setTimeout(() => reject(new Error(`Not ready after ${LIMIT_SECONDS} s.`)), LIMIT_SECONDS * 1000);
      child.stdout.setEncoding('utf8').on('data', (text) => {
        output += text;
        pid ??= output.match(/ with PID (\d+)/)?.[1];
        if (output.includes('Alur is ready')) resolve(clearTimeout(tooLong));
      });
      ended.then((code) => reject(new Error(`${output}\nIt ended (${code}) before it was ready.`)), reject);
    });
    return {
      'start to ready, s': ((performance.now() - begun) / 1000).toFixed(1),
      'of it the JVM, s': output.match(/process running for ([\d.]+)/)?.[1] ?? '',
      'processor time of the JVM, s': seconds(ps('time', pid)),
      'memory of the JVM (RSS), MB': Math.round(Number(ps('rss', pid)) / 1024),
      'load at the end': loadavg()[0].toFixed(1),
    };
  } finally {
    if (pid) process.kill(Number(pid));
    else child.kill();
    await ended.catch(() => {});
  }
}

const directory = mkdtempSync(join(tmpdir(), 'alur-start-'));
try {
  const java = execFileSync('java', ['--version'], { encoding: 'utf8' }).split('\n')[0];
  console.log(`${availableParallelism()} cores (${cpus()[0].model}), ${Math.round(totalmem() / 2 ** 30)} GiB, ${java}`);
  const cold = await measure(directory);
  const warm = await measure(directory);
  console.table({ cold, warm });
} finally {
  rmSync(directory, { recursive: true, force: true });
}
