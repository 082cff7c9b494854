// The fifteen rules in publicodes (`quinze_regles.publicodes`): a situation a case, each line evaluated in it.
//
// Speaks as `exchange.py` does. Publicodes has no arithmetic on dates: « the wage of the month before » is written as variations that
// begin a month after each change. It always builds the tree of its reasons.

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import Engine from 'publicodes'
import { parse } from 'yaml'

const folder = process.argv[2]

const FACTS = [
  'jours arrêt', 'heures', 'premier salaire', 'deuxième salaire', 'troisième salaire', 'salaires six mois', 'longue durée', 'repris',
  'déjà servies',
]
const FLAGS = new Set(['longue durée', 'repris'])
const LINES = ['droit ouvert', 'jours payés', 'indemnité journalière', 'montant brut', 'CSG', 'CRDS', 'montant net']
const described = JSON.parse(readFileSync(join(folder, 'cas.json'), 'utf8'))
const columns = described.faits.map((_, place) => {
  const bytes = readFileSync(join(folder, `${place}.i64`))
  return new BigInt64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
})

// An ordinal counts the days from the 1st of January of year 1.
const day = (ordinal) => new Date(Date.UTC(1970, 0, 1) + (ordinal - 719163) * 86_400_000)
const french = (date) => date.toLocaleDateString('fr-FR', { timeZone: 'UTC' })
const monthAfter = (date) => new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1))

function engineOf([starts, wages]) {
  const rules = parse(readFileSync(new URL('quinze_regles.publicodes', import.meta.url), 'utf8'))
  const last = starts.length - 1
  rules['SMIC horaire'].variations = starts.map((_, back) => {
    const place = last - back
    const alors = `${wages[place] / 100} €/heure`
    return place > 0 ? { si: `début >= ${french(monthAfter(day(starts[place])))}`, alors } : { sinon: alors }
  })
  return new Engine(rules)
}

function situationOf(place) {
  const said = { début: french(day(Number(columns[0][place]))) }
  FACTS.forEach((name, fact) => {
    const value = Number(columns[fact + 1][place])
    said[name] = FLAGS.has(name) ? (value ? 'oui' : 'non') : value / 100
  })
  return said
}

function decide(engine, situations) {
  return situations.map((situation) => {
    engine.setSituation(situation)
    return LINES.map((name) => engine.evaluate(name).nodeValue)
  })
}

function bytesOf(rows) {
  const made = new BigInt64Array(LINES.length * rows.length)
  rows.forEach((row, place) => {
    row.forEach((value, line) => {
      made[line * rows.length + place] = BigInt(line === 0 ? (value === true ? 1 : 0) : Math.round(value * 100))
    })
  })
  return new Uint8Array(made.buffer)
}

const say = (words) => process.stdout.write(`${JSON.stringify(words)}\n`)
const engine = engineOf(described.smic)
const { version } = JSON.parse(readFileSync(new URL('node_modules/publicodes/package.json', import.meta.url), 'utf8'))
say({ version: `publicodes ${version}, node ${process.versions.node}`, mesures: [['un', 'publicodes'], ['raisons', 'publicodes']] })
for await (const line of createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line)
  const situations = []
  for (let place = asked.premier; place < asked.dernier; place++) situations.push(situationOf(place))
  const started = performance.now()
  const rows = decide(engine, situations)
  const secondes = (performance.now() - started) / 1000
  writeFileSync(join(folder, asked.fichier), bytesOf(rows))
  say({ secondes })
}
