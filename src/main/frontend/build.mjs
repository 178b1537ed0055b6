// Builds the pages, the form host and the Tasklist plug-ins into the folder given as argument
// (Maven: target/classes/META-INF/resources). Does nothing when nothing changed since last time,
// which it notes in the file given as second argument.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = dirname(fileURLToPath(import.meta.url));
const out = resolve(process.argv[2] ?? join(home, '../../../target/classes/META-INF/resources'));
const pages = join(out, 'alur');
const tasklist = join(out, 'webjars/camunda/app/tasklist');
const stamp = resolve(process.argv[3] ?? join(out, '../../../frontend.built'));

// All look the same before their script has run: html/page.html.
const PAGES = ['start', 'request', 'cases', 'case', 'caseloads', 'absences'];

function stop(sentence) {
  console.error(`\n${sentence}\n`);
  process.exit(1);
}

function filesIn(folder) {
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesIn(path) : [path]));
}

function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    hash.update(relative(home, path)).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

function npm(...args) {
  const windows = process.platform === 'win32';
  try {
    execFileSync(windows ? 'npm.cmd' : 'npm', args, { cwd: home, stdio: 'inherit', shell: windows });
  } catch (error) {
    stop(
      error.code === 'ENOENT'
        ? 'npm was not found. Install Node.js 18 or newer together with npm.'
        : 'npm could not fetch the front end\'s packages. Check the network or the npm registry.',
    );
  }
}

if (Number(process.versions.node.split('.')[0]) < 18) {
  stop(`Node.js ${process.versions.node} is too old for the front end: install version 18 or newer.`);
}

const sources = ['src', 'html', 'test'].flatMap((folder) => filesIn(join(home, folder)));
const lock = join(home, 'package-lock.json');
const settings = ['build.mjs', 'package.json', 'tsconfig.json'].map((name) => join(home, name));
const version = hashOf([...sources, lock, ...settings]);
const built = [stamp, join(pages, 'task-form.html'), join(tasklist, 'scripts/alur.js')].every(existsSync);
if (built && readFileSync(stamp, 'utf8') === version) {
  console.log('The front end is up to date.');
  process.exit(0);
}

const installed = join(home, 'node_modules/.installed');
const wanted = hashOf([lock]);
if (!existsSync(installed) || readFileSync(installed, 'utf8') !== wanted) {
  npm('ci', '--prefer-offline');
  writeFileSync(installed, wanted);
}

try {
  execFileSync(process.execPath, [join(home, 'node_modules/typescript/bin/tsc'), '--noEmit'], {
    cwd: home,
    stdio: 'inherit',
  });
} catch {
  stop('The front end has type errors, listed above.');
}

const { build } = await import('esbuild');
const common = { absWorkingDir: home, bundle: true, target: ['es2022'], logLevel: 'warning' };

const tests = join(home, 'node_modules/.tests');
rmSync(tests, { recursive: true, force: true });
await build({
  ...common,
  entryPoints: filesIn(join(home, 'test')),
  outdir: tests,
  platform: 'node',
  format: 'esm',
  outExtension: { '.js': '.mjs' },
});
try {
  const args = ['--test', ...filesIn(tests)];
  execFileSync(process.execPath, args, { cwd: home, stdio: ['ignore', 'pipe', 'inherit'] });
} catch (error) {
  console.error(String(error.stdout));
  stop('A test of the front end fails, see above.');
}

rmSync(pages, { recursive: true, force: true });
mkdirSync(pages, { recursive: true });

// The names carry a hash of the content, so that browsers may keep them for good.
const bundled = await build({
  ...common,
  entryPoints: {
    'task-form': 'src/task-form.ts',
    ...Object.fromEntries(PAGES.map((page) => [page, `src/pages/${page}.ts`])),
  },
  outdir: join(pages, 'assets'),
  entryNames: '[name]-[hash]',
  chunkNames: 'part-[hash]',
  format: 'esm',
  splitting: true,
  minify: true,
  legalComments: 'linked',
  metafile: true,
});
await build({
  ...common,
  entryPoints: {
    'scripts/alur': 'src/tasklist/plugins.ts',
    'styles/user-styles': 'src/tasklist/user-styles.css',
  },
  outdir: tasklist,
  format: 'esm',
  minify: true,
});

const assets = {};
for (const [path, output] of Object.entries(bundled.metafile.outputs)) {
  if (output.entryPoint) {
    const name = output.entryPoint.replace(/^.*\//, '').replace(/\.ts$/, '');
    assets[`${name}.js`] = `assets/${path.replace(/^.*\//, '')}`;
    if (output.cssBundle) {
      assets[`${name}.css`] = `assets/${output.cssBundle.replace(/^.*\//, '')}`;
    }
  }
}
function write(page, html) {
  const linked = html.replace(/\{\{asset ([\w.-]+)\}\}/g, (_, name) => {
    return assets[name] ? `/alur/${assets[name]}` : stop(`${page} names an unknown asset: ${name}`);
  });
  writeFileSync(join(pages, `${page}.html`), linked);
}
const read = (name) => readFileSync(join(home, 'html', name), 'utf8');
write('task-form', read('task-form.html'));
PAGES.forEach((page) => write(page, read('page.html').replaceAll('{{page}}', page)));
cpSync(
  join(home, 'node_modules/@bpmn-io/form-js-viewer/LICENSE'),
  join(pages, 'assets/form-js.LICENSE.txt'),
);
writeFileSync(stamp, version);
