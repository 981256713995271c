/** The forms other programs rely on, with nothing more and nothing less in them. */
import { z } from 'zod'
import { reasons } from '../../src/core/agreement/figure.ts'
import { metricIds } from '../../src/core/agreement/project/metrics.ts'
import { corpusAbout } from '../../src/core/corpus/about.ts'
import { thinKinds } from '../../src/core/corpus/thin.ts'
import { foreignReasons } from '../../src/core/formats/foreign.ts'
import { importMapping, leftOutReasons } from '../../src/core/formats/mapping.ts'
import { formatIds } from '../../src/core/formats/out/format.ts'
import { lossReasons } from '../../src/core/formats/out/ledger.ts'
import { recordKinds } from '../../src/core/records.ts'

const count = z.int().min(0)
const sha256 = z.string().regex(/^sha256:[0-9a-f]{64}$/)
const uuid = z.uuid()
const finding = z.strictObject({
  code: z.string().regex(/^[a-z-]+$/),
  where: z.string().regex(/^(\/.*)?$/),
  message: z.string().min(1),
})
const counts = z.partialRecord(z.enum([...recordKinds, 'tombstone']), z.int().min(1))

const imported = z.strictObject({ article: count, annotation: count, link: count })
const offsetReading = z.strictObject({
  unit: z.enum(['codePoint', 'utf16', 'utf8', 'grapheme']),
  cr: z.boolean(),
  bom: z.boolean(),
  last: z.literal(true).optional(),
})

const type = z.enum(['actor', 'position', 'claim'])
const tally = { count, articles: count, annotators: count }
const both = { articles: count, annotations: count }
const distribution = z.strictObject({
  count,
  total: count,
  least: count,
  median: count,
  most: count,
  bins: z.array(z.strictObject({ from: count, to: count.nullable(), count })),
})

const agreementRow = z.strictObject({
  metric: z.enum(metricIds),
  attribute: z.enum(['code', 'issue', 'stance', 'actor', 'holder', 'speaker']).optional(),
  scope: z.strictObject({
    type: z.enum(['actor', 'position', 'claim']).optional(),
    code: uuid.optional(),
    issue: uuid.optional(),
    stance: z.string().optional(),
    articleId: sha256.optional(),
    pair: z.tuple([uuid, uuid]).optional(),
  }),
  value: z.number().nullable(),
  reason: z.enum(reasons).optional(),
  items: count,
  observed: z.number().optional(),
  expected: z.number().optional(),
  disagreements: z
    .strictObject({
      count,
      list: z.array(z.strictObject({ articleId: sha256, annotationIds: z.array(uuid).min(1) })),
    })
    .optional(),
})

const importReport = z.strictObject({
  dryRun: z.boolean(),
  mapping: importMapping,
  added: z.partialRecord(z.enum(recordKinds), z.int().min(1)),
  files: z.array(
    z.strictObject({
      file: z.string(),
      outcome: z.enum(['imported', 'refused']),
      articles: z.array(sha256),
      added: imported,
      existing: imported,
      reanchored: count,
      orphans: count,
      offsets: z
        .strictObject({
          reading: offsetReading.optional(),
          proof: z.enum(['quotes', 'declared', 'same', 'words']).optional(),
          spans: count,
          quotes: count,
          words: count.optional(),
          tried: z.array(z.strictObject({ reading: offsetReading, fits: count })),
        })
        .optional(),
      leftOut: z.array(z.strictObject({ reason: z.enum(leftOutReasons), what: z.string(), count })),
      problems: z.array(
        z.strictObject({
          line: count.optional(),
          entry: count.optional(),
          reason: z.enum(foreignReasons),
          detail: z.string().optional(),
          message: z.string().min(1),
        }),
      ),
      reason: z.string().min(1).optional(),
    }),
  ),
})

const written = z.union([
  z.strictObject({ file: z.string(), articles: count, annotations: count, bytes: count, digest: sha256 }),
  z.strictObject({
    to: z.string(),
    format: z.enum(formatIds),
    state: sha256,
    articles: count,
    annotations: count,
    splits: z.partialRecord(z.enum(['train', 'validation', 'test']), count).optional(),
    split: z.strictObject({ name: z.string().min(1), undecided: count }).optional(),
    files: z.array(z.strictObject({ file: z.string(), bytes: count })),
    loss: z.record(
      z.enum([...recordKinds, 'tombstone', 'conflict']),
      z.strictObject({
        all: count,
        carried: count,
        lost: z.partialRecord(z.enum(lossReasons), z.int().min(1)),
        without: z.record(z.string(), z.int().min(1)),
      }),
    ),
  }),
])

export const forms = {
  new: z.strictObject({ file: z.string(), id: uuid, title: z.string().min(1) }),
  add: z.strictObject({
    added: count,
    existing: count,
    refused: count,
    files: z.array(
      z.discriminatedUnion('outcome', [
        z.strictObject({ file: z.string(), outcome: z.enum(['added', 'existing']), article: sha256 }),
        z.strictObject({ file: z.string(), outcome: z.literal('refused'), reason: z.string().min(1) }),
      ]),
    ),
  }),
  import: importReport,
  mappings: z.strictObject({
    mappings: z.array(z.strictObject({ name: z.string().min(1), format: z.string(), mapping: importMapping })),
  }),
  list: z.strictObject({
    project: z.strictObject({ id: uuid, title: z.string().min(1) }),
    articles: z.array(
      z.strictObject({
        id: sha256,
        title: z.string(),
        length: count,
        annotations: z.strictObject({ actor: count, position: count, claim: count }),
      }),
    ),
  }),
  stats: z.strictObject({
    articles: count,
    done: count,
    annotations: count,
    few: count,
    /** Articles with work that blind mode hides: never here. */
    unseen: z.literal(0),
    types: z.array(z.strictObject({ type, ...tally, withoutCode: count, coded: z.boolean() })),
    codes: z.array(
      z.strictObject({
        id: uuid,
        type,
        key: z.string().min(1),
        label: z.strictObject({ ru: z.string().optional(), en: z.string().optional() }),
        ...tally,
        within: count,
        retired: z.boolean(),
      }),
    ),
    annotators: z.array(z.strictObject({ id: uuid, name: z.string().min(1), count, articles: count, done: count })),
    outlets: z.array(z.strictObject({ name: z.string().min(1).nullable(), ...both })),
    periods: z.strictObject({
      unit: z.enum(['day', 'week', 'month', 'year']),
      list: z.array(z.strictObject({ from: z.iso.date(), to: z.iso.date(), ...both })),
      undated: z.strictObject(both),
    }),
    lengths: z.strictObject({
      characters: distribution,
      words: distribution,
      spans: z.strictObject({ actor: distribution, position: distribution, claim: distribution }),
      chains: z.strictObject({ position: distribution, claim: distribution }),
    }),
    issues: z.array(
      z.strictObject({
        id: uuid.nullable(),
        name: z.string().min(1).nullable(),
        support: count,
        oppose: count,
        neutral: count,
        ambiguous: count,
        undecided: count,
        claims: count,
        within: count,
      }),
    ),
    actors: z.array(
      z.strictObject({ id: uuid, name: z.string().min(1), mentions: count, speaking: count, articles: count }),
    ),
    actorsNamed: count,
    tasks: z.strictObject({ unlinked: count, unsourced: count, unsure: count, orphan: count }),
    bare: count,
    untouched: count,
    thin: z.array(
      z.strictObject({
        kind: z.enum(thinKinds),
        count,
        name: z.string().min(1).optional(),
        label: z.strictObject({ ru: z.string().optional(), en: z.string().optional() }).optional(),
        type: type.optional(),
        from: z.iso.date().optional(),
        to: z.iso.date().optional(),
        about: corpusAbout,
        message: z.string().min(1),
      }),
    ),
  }),
  splits: z.strictObject({
    splits: z.array(
      z.strictObject({
        name: z.string().min(1),
        shares: z.array(z.number().positive()),
        seed: count,
        stratify: z.enum(['outlet', 'month']).optional(),
        sides: z.array(
          z.strictObject({ side: z.enum(['train', 'validation', 'test']), articles: count, annotations: count }),
        ),
        undecided: count,
      }),
    ),
    together: z.array(z.array(sha256).min(2)),
  }),
  assign: z.strictObject({
    people: z.array(z.strictObject({ id: uuid, name: z.string().min(1) })),
    articles: z.array(sha256),
  }),
  export: written,
  convert: z.strictObject({
    from: z.string(),
    to: z.string(),
    out: z.string(),
    import: importReport.optional(),
    findings: z.array(finding).optional(),
    written: written.nullable(),
  }),
  merge: z.strictObject({
    files: z.array(
      z.strictObject({
        file: z.string(),
        outcome: z.enum(['merged', 'refused']),
        new: counts,
        newer: counts,
        older: counts,
        equal: counts,
        conflicts: counts,
        reanchored: count,
        orphans: count,
        texts: z.array(sha256),
        dangling: counts,
        findings: z.array(finding),
      }),
    ),
  }),
  conflicts: z.strictObject({
    conflicts: z.array(
      z.strictObject({
        id: z.union([uuid, sha256]),
        kind: z.enum(recordKinds),
        articleId: sha256.optional(),
        differing: z.array(z.string().startsWith('/')),
        versions: z.array(
          z.strictObject({ id: sha256, shown: z.boolean(), deleted: z.boolean(), at: z.iso.datetime(), by: uuid }),
        ),
      }),
    ),
  }),
  validate: z.strictObject({
    files: z.array(
      z.strictObject({
        file: z.string(),
        verdict: z.enum(['accept', 'report', 'refuse']),
        findings: z.array(finding),
      }),
    ),
  }),
  check: z.strictObject({ ok: z.boolean(), findings: z.array(finding) }),
  agree: z.union([
    z.strictObject({
      annotators: z.array(z.strictObject({ id: uuid, name: z.string().min(1) })),
      articles: z.array(sha256),
      annotations: count,
      seed: count,
      meanings: z.partialRecord(z.enum(metricIds), z.string().min(1)),
      rows: z.array(agreementRow),
    }),
    z.strictObject({
      vectors: z.array(
        z.strictObject({
          id: z.string(),
          got: z.unknown(),
          expected: z.unknown(),
          tolerance: z.unknown(),
          pass: z.boolean(),
          error: z.strictObject({ code: z.string().regex(/^[a-z-]+$/), message: z.string().min(1) }).optional(),
        }),
      ),
    }),
  ]),
  adjudicate: z.strictObject({
    rule: z.literal('exact-match'),
    dryRun: z.boolean(),
    accepted: count,
    open: count,
    decided: count,
    articles: z.array(
      z.strictObject({
        articleId: sha256,
        annotatorIds: z.array(uuid).min(2),
        accepted: count,
        open: count,
        decided: count,
      }),
    ),
  }),
} as const

export type Forms = { [K in keyof typeof forms]: z.infer<(typeof forms)[K]> }

/** Reads a command's JSON; everything on stdout has to belong to it. */
export const parsed = <K extends keyof Forms>(command: K, out: string): Forms[K] =>
  forms[command].parse(JSON.parse(out)) as Forms[K]

export const error = z.strictObject({ error: z.strictObject({ code: z.string().min(1), message: z.string().min(1) }) })
