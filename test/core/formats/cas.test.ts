import { describe, expect, it } from 'vitest'
import { foreignReaders } from '../../../src/core/formats/index.ts'
import { problemsIn, readForeign, relationsIn, wordsIn } from './read.ts'

const xmi = (...elements: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:tcas="http:///uima/tcas.ecore"
  xmlns:custom="http:///webanno/custom.ecore" xmlns:bare="http:///uima/noNamespace.ecore" xmi:version="2.0">
<cas:NULL xmi:id="0"/>
${elements.join('\n')}
<cas:View sofa="1" members="1 2"/>
</xmi:XMI>`

const sofa = '<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="🙂 Ann said:&#10;no"/>'

const feature = (name: string, range: string, more = '') =>
  `<featureDescription><name>${name}</name><rangeTypeName>${range}</rangeTypeName>${more}</featureDescription>`

const types = `<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types>
<typeDescription><name>webanno.custom.Kind</name><supertypeName>uima.cas.String</supertypeName></typeDescription>
<typeDescription><name>webanno.custom.Base</name><supertypeName>uima.tcas.Annotation</supertypeName><features>
${feature('kind', 'webanno.custom.Kind')}${feature('count', 'uima.cas.Integer')}${feature('share', 'uima.cas.Double')}
${feature('sure', 'uima.cas.Boolean')}${feature('near', 'webanno.custom.Base')}</features></typeDescription>
<typeDescription><name>webanno.custom.Said</name><supertypeName>webanno.custom.Base</supertypeName><features>
${feature('tags', 'uima.cas.StringArray')}${feature('years', 'uima.cas.IntegerArray')}${feature('who', 'uima.cas.FSArray')}
${feature('all', 'uima.cas.FSArray', '<multipleReferencesAllowed>true</multipleReferencesAllowed>')}</features></typeDescription>
</types></typeSystemDescription>`

const elements = [
  '<custom:Base xmi:id="2" sofa="1" begin="3" end="6" kind="7" count="12" share="NaN" sure="false" id="x"/>',
  '<custom:WhoLink xmi:id="3" role="speaker" target="2"/>',
  '<custom:Said xmi:id="4" sofa="1" begin="13" end="15" near="2" who="3" all="5" years="1999 2000">',
  '<tags>one</tags><tags>two, three</tags></custom:Said>',
  '<cas:FSArray xmi:id="5" elements="2 4"/>',
  '<custom:Rel xmi:id="6" sofa="1" begin="13" end="15" Governor="4" Dependent="2" kind="about"/>',
]

const json = {
  '%FEATURE_STRUCTURES': [
    { '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaNum: 1, sofaID: '_InitialView', sofaString: '🙂 Ann said:\nno' },
    {
      ...{ '%ID': 2, '%TYPE': 'webanno.custom.Base', '@sofa': 1, begin: 3, end: 6 },
      ...{ kind: '7', count: 12, '#share': 'NaN', sure: false, id: 'x' },
    },
    { '%ID': 3, '%TYPE': 'webanno.custom.WhoLink', role: 'speaker', '@target': 2 },
    {
      ...{ '%ID': 4, '%TYPE': 'webanno.custom.Said', '@sofa': 1, begin: 13, end: 15 },
      ...{ '@near': 2, '@who': 7, '@all': 5, '@years': 8, '@tags': 9 },
    },
    { '%ID': 5, '%TYPE': 'uima.cas.FSArray', '%ELEMENTS': [2, 4] },
    {
      ...{ '%ID': 6, '%TYPE': 'webanno.custom.Rel', '@sofa': 1, begin: 13, end: 15 },
      ...{ '@Governor': 4, '@Dependent': 2, kind: 'about' },
    },
    { '%ID': 7, '%TYPE': 'webanno.custom.WhoLink[]', '%ELEMENTS': [3] },
    { '%ID': 8, '%TYPE': 'uima.cas.IntegerArray', '%ELEMENTS': [1999, 2000] },
    { '%ID': 9, '%TYPE': 'uima.cas.StringArray', '%ELEMENTS': ['one', 'two, three'] },
  ],
  '%VIEWS': { _InitialView: { '%SOFA': 1, '%MEMBERS': [2, 4, 6] } },
}

const sorted = <T>({ documents }: { documents: { spans: T[]; relations: { layer: string; to: string }[] }[] }) =>
  documents.map(({ spans, relations }) => ({
    spans,
    relations: relations
      .map(({ layer, to, ...rest }) => ({ layer, to, ...rest, id: '' }))
      .sort((a, b) => (a.layer + a.to < b.layer + b.to ? -1 : 1)),
  }))

describe('UIMA CAS', () => {
  it('says the same in XMI with its types as in JSON', () => {
    const read = readForeign('cas-xmi', 'a.xmi', xmi(sofa, ...elements), { 'TypeSystem.xml': types })
    expect(problemsIn(read)).toEqual([])
    expect(wordsIn(read)).toEqual(['webanno.custom.Base Ann', 'webanno.custom.Said no'])
    expect(read.documents[0]?.spans.map(({ features }) => features)).toEqual([
      { kind: '7', count: 12, share: 'NaN', sure: false, id: 'x' },
      { tags: 'one | two, three', years: '1999 | 2000' },
    ])
    expect(relationsIn(read).sort()).toEqual([
      'webanno.custom.Rel f4 f2',
      'webanno.custom.Said:all f4 f2',
      'webanno.custom.Said:all f4 f4',
      'webanno.custom.Said:near f4 f2',
      'webanno.custom.Said:who f4 f2',
    ])
    expect(sorted(readForeign('cas-json', 'a.json', json))).toEqual(sorted(read))
  })

  it('reads JSON whose structures stand under their numbers, and lists a number that two spans have', () => {
    const [text, ann, link, said, ...others] = json['%FEATURE_STRUCTURES']
    const structures = Object.fromEntries(
      json['%FEATURE_STRUCTURES'].map(({ '%ID': id, ...rest }) => [String(id), rest]),
    )
    const read = readForeign('cas-json', 'a.json', { '%FEATURE_STRUCTURES': structures })
    expect(read).toEqual(readForeign('cas-json', 'a.json', json))
    const twice = { '%FEATURE_STRUCTURES': [text, ann, link, { ...said, '%ID': 2 }, ...others] }
    expect(problemsIn(readForeign('cas-json', 'a.json', twice))).toEqual(['4 twice', '6 reference'])
  })

  it('reads XMI without its types: links and relations by what they are, all else as words', () => {
    const read = readForeign('cas-xmi', 'a.xmi', xmi(sofa, ...elements))
    expect(relationsIn(read)).toEqual(['webanno.custom.Said:who f4 f2', 'webanno.custom.Rel f4 f2'])
    expect(read.documents[0]).toMatchObject({ name: 'a', relations: [{ features: { role: 'speaker' } }, {}] })
    expect(read.documents[0]?.spans[0]?.features).toEqual({
      kind: '7',
      count: '12',
      share: 'NaN',
      sure: false,
      id: 'x',
    })
  })

  it('makes a document of each text, and follows lists', () => {
    const two = sofa.replace('xmi:id="1"', 'xmi:id="9"')
    const list = [
      '<tcas:Annotation xmi:id="2" sofa="1" begin="3" end="6"/>',
      '<tcas:Annotation xmi:id="3" sofa="9" begin="7" end="11"/>',
      '<bare:Holder xmi:id="4" sofa="1" begin="0" end="2" first="5"/>',
      '<cas:NonEmptyFSList xmi:id="5" head="2" tail="6"/>',
      '<cas:NonEmptyFSList xmi:id="6" head="2" tail="5"/>',
    ]
    const read = readForeign('cas-xmi', 'a.xmi', xmi(sofa, two, ...list))
    expect(read.documents.map(({ name }) => name)).toEqual(['a#1', 'a#9'])
    expect(wordsIn(read)).toEqual(['uima.tcas.Annotation Ann', 'Holder 🙂', 'uima.tcas.Annotation said'])
    expect(relationsIn(read)).toEqual(['Holder:first f4 f2', 'Holder:first f4 f2'])
  })

  it('reads an archive of a document with its types, and refuses what is none', () => {
    const reader = foreignReaders.find(({ id }) => id === 'cas-xmi-zip')
    if (reader?.takes !== 'archive') throw new Error('no reader')
    const readArchive = (files: Record<string, string>) =>
      reader.read({
        name: 'a.zip',
        names: Object.keys(files),
        read: (name) => (files[name] === undefined ? undefined : new TextEncoder().encode(files[name])),
      })
    const read = readArchive({ 'anna.xmi': xmi(sofa, ...elements), 'TypeSystem.xml': types })
    expect(read.documents).toMatchObject([{ name: 'anna', spans: [{ features: { count: 12 } }, {}] }])
    expect(problemsIn(readArchive({ 'a.txt': 'no' }))).toEqual(['1 format'])
    expect(problemsIn(readArchive({ 'a.xmi': '<XMI/>' }))).toEqual(['1 format'])
  })

  it('refuses XMI without a text, damaged XML, and lists offsets outside the text', () => {
    expect(problemsIn(readForeign('cas-xmi', 'a.xmi', xmi(...elements)))).toEqual(['1 no-text'])
    expect(problemsIn(readForeign('cas-xmi', 'a.xmi', xmi(sofa).slice(0, -5)))).toEqual(['1 format'])
    const far = '<tcas:Annotation xmi:id="2" sofa="1" begin="3" end="600"/>'
    expect(problemsIn(readForeign('cas-xmi', 'a.xmi', xmi(sofa, far)))).toEqual(['3 offsets'])
  })
})
