/**
 * The first schema. A record stands whole in `content`, as canonical JSON with offsets in UTF-16 code units; the columns
 * beside it are drawn from it (virtual: they take no room) and are there to be searched. `sum` is the CRC-32 of what the row
 * says, since SQLite keeps none. Of one record there is either a row in its kind's table or one in `tombstones`.
 *
 * Annotations lie clustered by article, in the order they are listed and exported. `articleKeys` holds every article id that was ever named, so that an annotation whose
 * article is not here has a place too; its offsets are then code points, as they came.
 */
const stamped = `
  createdAt TEXT AS (content ->> 'createdAt'),
  createdBy TEXT AS (content ->> 'createdBy'),
  modifiedAt TEXT AS (content ->> 'modifiedAt'),
  modifiedBy TEXT AS (content ->> 'modifiedBy')`

const column = (name: string, type = 'TEXT'): string => `"${name}" ${type} AS (content ->> '${name}')`

const table = (name: string, columns: string[]): string => `
CREATE TABLE ${name} (
  id TEXT PRIMARY KEY NOT NULL,
  content TEXT NOT NULL,
  sum INTEGER NOT NULL,
  ${columns.join(',\n  ')},${stamped}
) STRICT, WITHOUT ROWID;`

export const initial = `
CREATE TABLE project (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  id TEXT NOT NULL,
  title TEXT NOT NULL,
  ext TEXT,
  sum INTEGER NOT NULL
) STRICT;

CREATE TABLE replica (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  id TEXT NOT NULL,
  place TEXT NOT NULL,
  writes INTEGER NOT NULL
) STRICT;

CREATE TABLE settings (
  name TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

${table('annotators', [column('name'), column('kind'), column('team')])}
${table('codes', [column('type'), column('key'), column('parent'), column('rank', 'INTEGER'), column('mergedInto')])}
${table('attributes', [column('type'), column('key'), column('valueType'), column('required', 'INTEGER')])}
${table('linkTypes', [column('key'), column('symmetric', 'INTEGER')])}
${table('actors', [column('name'), column('actorType'), column('wikidata'), column('mergedInto')])}
${table('issues', [column('name'), column('parent'), column('rank', 'INTEGER'), column('mergedInto')])}

CREATE TABLE articleKeys (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE articles (
  key INTEGER PRIMARY KEY REFERENCES articleKeys (key),
  content TEXT NOT NULL,
  length INTEGER NOT NULL,
  opening TEXT NOT NULL,
  textHash TEXT NOT NULL,
  sum INTEGER NOT NULL,
  id TEXT AS (content ->> 'id'),
  title TEXT AS (content ->> 'title'),
  textRevision INTEGER AS (content ->> 'textRevision'),
  digest TEXT AS (content ->> '$.source.digest'),${stamped}
) STRICT;
CREATE INDEX articlesByDigest ON articles (digest);

CREATE TABLE texts (
  articleKey INTEGER PRIMARY KEY REFERENCES articles (key),
  text TEXT NOT NULL,
  blocks TEXT NOT NULL,
  marks TEXT NOT NULL,
  sum INTEGER NOT NULL
) STRICT;

CREATE TABLE originals (
  digest TEXT PRIMARY KEY NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE annotations (
  articleKey INTEGER NOT NULL REFERENCES articleKeys (key),
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  type TEXT NOT NULL,
  id TEXT NOT NULL,
  content TEXT NOT NULL,
  sum INTEGER NOT NULL,
  ${column('annotatorId')},
  ${column('certainty')},
  ${column('note')},
  ${column('origin')},
  ${column('anchor')},${stamped},
  PRIMARY KEY (articleKey, start, "end" DESC, type, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX annotationsById ON annotations (id);

CREATE TABLE annotationCounts (
  articleKey INTEGER PRIMARY KEY REFERENCES articleKeys (key),
  actor INTEGER NOT NULL,
  position INTEGER NOT NULL,
  claim INTEGER NOT NULL
) STRICT;

${table('links', [
  column('from'),
  "toAnnotation TEXT AS (content ->> '$.to.annotation')",
  "toActor TEXT AS (content ->> '$.to.actor')",
  column('type'),
  column('certainty'),
])}
CREATE INDEX linksByFrom ON links ("from");
CREATE INDEX linksByTo ON links (toAnnotation);
${table('adjudications', [column('articleId'), column('decidedBy'), column('output'), column('rule')])}
CREATE INDEX adjudicationsByArticle ON adjudications (articleId);
${table('progress', [column('articleId'), column('annotatorId'), column('state')])}
CREATE INDEX progressByArticle ON progress (articleId);

CREATE TABLE tombstones (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  content TEXT NOT NULL,
  sum INTEGER NOT NULL,
  modifiedAt TEXT AS (content ->> 'modifiedAt'),
  modifiedBy TEXT AS (content ->> 'modifiedBy'),
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

-- Losing versions as they came in bundles: their offsets are code points. id is the digest of kind and content.
CREATE TABLE conflicts (
  id TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL,
  content TEXT NOT NULL,
  sum INTEGER NOT NULL,
  recordId TEXT AS (content ->> 'id')
) STRICT, WITHOUT ROWID;

-- AUTOINCREMENT: the id of a step that was cleared never names another.
CREATE TABLE steps (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  action TEXT NOT NULL,
  params TEXT NOT NULL,
  articleId TEXT,
  at TEXT NOT NULL,
  by TEXT,
  state TEXT NOT NULL CHECK (state IN ('running', 'done', 'undone')),
  sum INTEGER NOT NULL
) STRICT;
CREATE INDEX undoneSteps ON steps (id) WHERE state = 'undone';

-- What each step, undone or redone, goes back to; content is NULL where there was no record.
CREATE TABLE changes (
  stepId INTEGER NOT NULL REFERENCES steps (id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  kind TEXT NOT NULL,
  recordId TEXT NOT NULL,
  content TEXT,
  sum INTEGER NOT NULL,
  PRIMARY KEY (stepId, seq)
) STRICT, WITHOUT ROWID;
`
