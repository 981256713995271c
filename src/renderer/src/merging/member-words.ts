/** What the members of a record say, in words: names in the place of ids. */
import type { Annotation } from '../../../core/annotation.ts'
import type { Article } from '../../../core/article.ts'
import { labelIn } from '../../../core/labels.ts'
import type { Side } from '../../../core/merge.ts'
import type { Link } from '../../../core/records.ts'
import { isolated } from '../app/explain.ts'
import { quoteOf } from '../data/annotation-rows.ts'
import { chain } from '../panes/body-lines.ts'
import { codebookWords } from './codebook-words.ts'
import { list, type MemberWords, type Telling } from './members.ts'

export const memberWords = (side: Side, telling: Telling): MemberWords => {
  const { words, names, articleName } = telling
  const { t } = words
  switch (side.kind) {
    case 'annotation':
      return annotationWords(side.record, telling)
    case 'article':
      return articleWords(side.record, telling)
    case 'actor': {
      const { name, actorType, aliases, memberOf, wikidata, note, mergedInto } = side.record
      return {
        name,
        actorType: t(`actorType.${actorType}`),
        aliases: list(aliases.map(({ text }) => text)),
        memberOf: list(memberOf.map(names.actor)),
        wikidata,
        note,
        mergedInto: mergedInto && names.actor(mergedInto),
      }
    }
    case 'issue': {
      const { name, parent, rank, description, mergedInto } = side.record
      return {
        name,
        parent: parent && names.issue(parent),
        rank: rank === undefined ? undefined : words.number(rank),
        description,
        mergedInto: mergedInto && names.issue(mergedInto),
      }
    }
    case 'code':
    case 'attribute':
    case 'linkType':
      return codebookWords(side, telling)
    case 'annotator': {
      const { name, kind, team } = side.record
      return { name, kind: t(`annotatorKind.${kind}`), team }
    }
    case 'link':
      return linkWords(side.record, telling)
    case 'adjudication': {
      const { articleId, decidedBy, inputs, output, rule } = side.record
      return {
        articleId: articleName(articleId),
        decidedBy: names.annotator(decidedBy),
        inputs: list(inputs.map((id) => annotationName(id, telling))),
        output: output && annotationName(output, telling),
        rule,
      }
    }
    case 'progress':
      return {
        articleId: articleName(side.record.articleId),
        annotatorId: names.annotator(side.record.annotatorId),
        state: t(`progress.${side.record.state}`),
      }
    case 'tombstone':
      return {}
  }
}

/** What a version is called in a sentence; empty where nothing names it. */
export const sideName = (side: Side, telling: Telling): string => {
  const { words, names, articleName } = telling
  switch (side.kind) {
    case 'annotation':
      return quoteOf(side.record)
    case 'article':
      return articleName(side.record.id)
    case 'actor':
    case 'issue':
    case 'annotator':
      return side.record.name
    case 'code':
    case 'attribute':
    case 'linkType':
      return labelIn(side.record.label, words.language)
    case 'link':
      return annotationName(side.record.from, telling)
    case 'adjudication':
      return articleName(side.record.articleId)
    case 'progress':
      return `${articleName(side.record.articleId)}, ${names.annotator(side.record.annotatorId)}`
    case 'tombstone':
      return ''
  }
}

type Speaking = Pick<Telling, 'names' | 'words'>

const annotationName = (id: string, { names, words }: Speaking): string => {
  const row = names.annotation(id)
  return row ? isolated(quoteOf(row)) : words.t('member.elsewhere')
}

const annotationWords = (row: Annotation, telling: Telling): MemberWords => {
  const { names, articleName } = telling
  const { t } = telling.words
  const { prefix, suffix } = row.target
  return {
    target: `…${prefix}[${quoteOf(row)}]${suffix}…`,
    type: t(`type.${row.type}`),
    codes: list(row.codes.map((id) => names.code(id).label)),
    attributes: list(Object.entries(row.attributes).map(([key, value]) => names.attribute(row.type, key, value))),
    certainty: t(row.certainty === 'unsure' ? 'certainty.unsure' : 'member.certainty.sure'),
    note: row.note,
    origin: t(`member.origin.${row.origin}`),
    basedOn: list(row.basedOn.map((id) => annotationName(id, telling))),
    anchor: t(`member.anchor.${row.anchor}`),
    articleId: articleName(row.articleId),
    annotatorId: names.annotator(row.annotatorId),
    ...bodyWords(row, telling),
  }
}

/** What an annotation says beyond its words, codes and attributes. */
export const bodyWords = (row: Annotation, telling: Speaking): MemberWords => {
  const { names } = telling
  const { t } = telling.words
  switch (row.type) {
    case 'actor': {
      const { actorId, mention } = row.body
      return { actorId: actorId && names.actor(actorId), mention: mention && t(`mention.${mention}`) }
    }
    case 'position': {
      const { holders, issueId, stance, strength, condition, toward, attribution } = row.body
      return {
        holders: list(holders.map(names.source)),
        issueId: issueId && names.issue(issueId),
        stance: stance && t(`stance.${stance}`),
        strength: strength && t(`strength.${strength}`),
        condition: condition?.text,
        toward: toward && names.actor(toward),
        attribution: chain(attribution, names),
      }
    }
    case 'claim': {
      const { paraphrase, modality, issueIds, evidenceFor, attribution } = row.body
      return {
        paraphrase,
        modality: modality && t(`modality.${modality}`),
        issueIds: list(issueIds.map(names.issue)),
        evidenceFor: list(evidenceFor.map((id) => annotationName(id, telling))),
        attribution: chain(attribution, names),
      }
    }
  }
}

const articleWords = (article: Article, { words }: Telling): MemberWords => {
  const { text, textRevision, blocks, marks, outlet, publishedAt, language, relays, source } = article
  const { title, author, url, licence } = article
  const count = (value: number) => words.t('member.count', { count: value })
  return {
    text,
    textRevision: count(textRevision),
    blocks: count(blocks.length),
    marks: count(marks.length),
    title,
    outlet: outlet?.name,
    author,
    publishedAt: publishedAt && (publishedAt.length === 10 ? words.day(publishedAt) : words.moment(publishedAt)),
    url,
    language: language && words.languageName(language),
    licence,
    relays: relays && list([relays.title, relays.outlet?.name, relays.url].filter((part) => part !== undefined)),
    source: source && (source.fileName ?? source.reader),
  }
}

const linkWords = ({ from, to, type, attributes, certainty, note }: Link, telling: Telling): MemberWords => {
  const { names, words } = telling
  return {
    from: annotationName(from, telling),
    to: 'actor' in to ? names.actor(to.actor) : annotationName(to.annotation, telling),
    type: telling.linkName(type),
    attributes: list(Object.entries(attributes).map(([key, value]) => `${key}: ${value}`)),
    certainty: words.t(certainty === 'unsure' ? 'certainty.unsure' : 'member.certainty.sure'),
    note,
  }
}
