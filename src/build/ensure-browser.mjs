// Makes sure that the browser tests find a browser, and writes down which: an installed Chromium, else the
// distribution's package where it may be installed, else Playwright's own download (which the tests then start).
// Usage: node ensure-browser.mjs FILE
import { execFileSync } from 'node:child_process';
import { accessSync, constants, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const PLACES = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];
const OWN_DOWNLOAD = 'playwright';

const runs = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const installed = () => {
  if (process.env.CHROMIUM) {
    if (runs(process.env.CHROMIUM)) return process.env.CHROMIUM;
    fail(`CHROMIUM names ${process.env.CHROMIUM}, which cannot be run. Correct it or unset it.`);
  }
  const folders = (process.env.PATH ?? '').split(delimiter);
  return [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...PLACES].find(runs);
};

const installPackage = () => {
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = (...args) => {
    const [program, ...rest] = [...asRoot, 'apt-get', ...args];
    execFileSync(program, rest, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  };
  try {
    apt('update');
    apt('install', '-y', '--no-install-recommends', 'chromium');
  } catch {
    console.log('The package chromium could not be installed here.');
  }
};

const fail = (sentence) => {
  console.error(sentence);
  process.exit(1);
};

const [file] = process.argv.slice(2);
if (!file) fail('usage: node ensure-browser.mjs FILE');
let browser = installed();
if (!browser && runs('/usr/bin/apt-get')) {
  installPackage();
  browser = installed();
}
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, browser ?? OWN_DOWNLOAD);
console.log(`Browser tests use ${browser ?? "Playwright's own download of Chromium"}.`);
