// Compares sfn-lint's JSONata parser with the reference implementation. For developers; no part of the build.
//
// Install the reference outside of the project (npm install jsonata@2.0.6 in a scratch folder), then
//   node oracle.mjs FOLDER/node_modules/jsonata tables            checks testdata/jsonata against the reference
//   node oracle.mjs FOLDER/node_modules/jsonata mutate N [SEED]   prints its verdict on N mutated expressions
//   node oracle.mjs FOLDER/node_modules/jsonata folder PATH       ... on each "{% %}" string of JSON files below PATH
// and give what the last two print to the tests, which compare it with our parser:
//   SFN_LINT_JSONATA_VERDICTS=verdicts.txt sfn-lint-tests -ts=asl/jsonata/verdicts
//
// A verdict is a line: code, offset in bytes (or -), expression. The code is "ok", or "-" where the
// reference refuses without one.
import {createRequire} from 'node:module';
import {readFileSync, readdirSync, statSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const [packagePath, mode, ...rest] = process.argv.slice(2);
const jsonata = createRequire(import.meta.url)(packagePath);
const tables = join(dirname(fileURLToPath(import.meta.url)), '../../../testdata/jsonata');

const escapes = {'\\': '\\', n: '\n', t: '\t', r: '\r', v: '\v'};
const unescape = text => text.replace(/\\(x[0-9a-f]{2}|.)/g,
    (_, e) => e.length > 1 ? String.fromCharCode(parseInt(e.slice(1), 16)) : escapes[e]);
const escape = text => text.replace(/[\\\x00-\x1f\x7f]/g, c => {
  const short = Object.keys(escapes).find(key => escapes[key] === c);
  return '\\' + (short ?? 'x' + c.charCodeAt(0).toString(16).padStart(2, '0'));
});

function verdict(expression) {
  try {
    jsonata(expression);
    return {code: 'ok', offset: '-'};
  } catch (error) {
    if (error instanceof RangeError) return null;  // its stack, not its grammar
    const known = Number.isInteger(error.position) && !/^S0(4|217)/.test(error.code);
    const offset = known ? Buffer.byteLength(expression.slice(0, error.position)) : '-';
    return {code: error.code ?? '-', offset};
  }
}

function print(expression) {
  const found = verdict(expression);
  if (found) console.log(`${found.code}\t${found.offset}\t${escape(expression)}`);
}

const lines = name => readFileSync(join(tables, name), 'utf8').split('\n').filter(line => line && !line.startsWith('# '));
const accepted = () => lines('accepted.txt').map(unescape);
const refused = () => lines('refused.txt').map(line => {
  const [code, span, expression] = line.split('\t');
  const [begin, end] = span.split('-').map(Number);
  return {code, begin, end, expression: unescape(expression)};
});

function checkTables() {
  let differences = 0;
  const report = (expression, text) => (++differences, console.log(`${text}: ${escape(expression)}`));
  for (const expression of accepted()) {
    const {code, offset} = verdict(expression);
    if (code !== 'ok') report(expression, `refused with ${code} at ${offset}`);
  }
  for (const {code, begin, end, expression} of refused()) {
    const found = verdict(expression);
    if (code === 'limit') continue;  // a limit of ours
    if (found.code !== code) report(expression, `${found.code} instead of ${code}`);
    else if (found.offset !== '-' && (found.offset < begin || found.offset > end))
      report(expression, `at ${found.offset} instead of ${begin}-${end}`);
  }
  console.log(`${accepted().length} accepted, ${refused().length} refused, ${differences} differences`);
  process.exitCode = differences ? 1 : 0;
}

function mutate(count, seed) {
  let state = seed >>> 0 || 1;
  const random = limit => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0, Math.floor(state / 2 ** 32 * limit));
  const pick = list => list[random(list.length)];
  const words = [...'.[]{}(),@#;:?+-*/%|=<>^&!~ `"\'\\$\n', '..', ':=', '!=', '>=', '<=', '**', '~>', 'and', 'or', 'in', 'true',
    'null', '$x', '$$', '%', '% .', '%.a', '[%.b]', 'function', 'λ', '($x)', '<n:n>', '<(sn)-:x>', '<a<n>?>', '{', '}', '"a":1', '1', '0.5',
    '1e3', '1e999', '/a/', '/[b-a]/', '/(?<n>a)\\k<n>/', '/a{2,1}/i', '"\\u12', '/*c*/', '@$v', '#$i', '^(>a)', '[]', '[0]', '?',
    '|$|{}|', 'é', '😀', '==', '&&', '||', '//'];
  const seeds = [...accepted(), ...refused().map(entry => entry.expression)].filter(text => text.length < 400);
  const change = text => {
    const units = [...text], at = random(units.length + 1), to = at + random(6);
    switch (random(6)) {
      case 0: units.splice(at, 1); break;
      case 1: units.splice(at, 0, pick(words)); break;
      case 2: units.splice(at, to - at); break;
      case 3: units.splice(at, to - at, pick(words)); break;
      case 4: {
        const other = [...pick(seeds)], from = random(other.length);
        units.splice(at, 0, ...other.slice(from, from + random(12)));
        break;
      }
      default: return `${pick(['(', '[', '-', 'a.', '$f(', '{"k": ', 'a[', ''])}${text}${pick([')', ']', '', '.b', '}', '[]', '{"k": %}'])}`;
    }
    return units.join('');
  };
  for (let i = 0; i < count; ++i) {
    let text = pick(seeds);
    for (let n = 1 + random(4); n > 0; --n) text = change(text);
    print(text);
  }
}

function* files(path) {
  if (statSync(path).isDirectory()) for (const name of readdirSync(path)) yield* files(join(path, name));
  else if (path.endsWith('.json')) yield path;
}

function* strings(value) {
  if (typeof value === 'string') yield value;
  else if (value && typeof value === 'object') for (const inner of Object.values(value)) yield* strings(inner);
}

function folder(path) {
  for (const file of files(path)) {
    let value;
    try { value = JSON.parse(readFileSync(file, 'utf8')); } catch { continue; }
    for (const text of strings(value)) if (text.startsWith('{%') && text.endsWith('%}') && text.length >= 4) print(text.slice(2, -2));
  }
}

if (mode === 'tables') checkTables();
else if (mode === 'mutate') mutate(Number(rest[0]), Number(rest[1] ?? 1));
else if (mode === 'folder') folder(rest[0]);
else process.exitCode = 2;
