/** An annotation in a REFI-QDA project: a selection for each fragment, with a coding for each code, or for the type. */
import type { Annotation } from '../../annotation.ts'
import { typeCodeId } from '../../codebook-qdc.ts'
import { keyIdOf } from '../../ids.ts'
import { xmlText } from '../../xml.ts'

/** The first fragment has the annotation's own id, so that links lead there. */
export const selectionElements = (annotation: Annotation, user: string, codes: readonly string[]): string =>
  annotation.target.fragments
    .map(({ start, end, quote }, place) => {
      const guid = place === 0 ? annotation.id : keyIdOf(`qdpx:fragment:${annotation.id}:${place}`)
      const made = `creatingUser="${user}" creationDateTime="${annotation.createdAt}"`
      const codings = (codes.length > 0 ? codes : [typeCodeId(annotation.type)]).map(
        (code) =>
          `        <Coding guid="${keyIdOf(`qdpx:coding:${guid}:${code}`)}" ${made}><CodeRef targetGUID="${code}"/></Coding>\n`,
      )
      const note = annotation.note ? [`        <NoteRef targetGUID="${noteId(annotation)}"/>\n`] : []
      return [
        `      <PlainTextSelection guid="${guid}" name="${xmlText(quote)}" startPosition="${start}" endPosition="${end}" ${made}>\n`,
        ...codings,
        ...note,
        '      </PlainTextSelection>\n',
      ].join('')
    })
    .join('')

export const noteElement = (annotation: Annotation, user: string): string[] =>
  annotation.note
    ? [
        `    <Note guid="${noteId(annotation)}" creatingUser="${user}" creationDateTime="${annotation.createdAt}"><PlainTextContent>${xmlText(annotation.note)}</PlainTextContent></Note>\n`,
      ]
    : []

const noteId = ({ id }: Annotation): string => keyIdOf(`qdpx:note:${id}`)
