import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { Article } from '../../../core/article.ts'
import type { MessageKey } from '../../../i18n/index.ts'
import { changeMetadata } from '../actions/articles.ts'
import { isWritable } from '../actions/writable.ts'
import { useShell } from '../app/context.tsx'
import { explain } from '../app/explain.ts'
import { useWords } from '../app/words.tsx'
import { articleQuery } from '../data/queries.ts'
import { Modal } from '../parts/Modal.tsx'
import {
  type DetailsField,
  type DetailsName,
  detailsChange,
  detailsOf,
  ownFields,
  problemsIn,
  relayedFields,
} from './details.ts'
import { Encoding } from './Encoding.tsx'
import './dialogs.css'

/** What the file states about an article, to be corrected. */
export const ArticleDialog = ({ articleId, onClose }: { articleId: string; onClose(): void }) => {
  const shell = useShell()
  const words = useWords()
  const { data: article, error } = useQuery(articleQuery(shell, articleId))
  if (article) return <Details article={article} onClose={onClose} />
  return (
    <Modal title={words.t('article.details')} onClose={onClose}>
      {error ? <p role="alert">{explain(words, error)}</p> : null}
    </Modal>
  )
}

const Details = ({ article, onClose }: { article: Article; onClose(): void }) => {
  const shell = useShell()
  const { t } = useWords()
  const formId = useId()
  const [values, setValues] = useState(() => detailsOf(article))
  const [checked, setChecked] = useState(false)
  const problems = checked ? problemsIn(values) : {}
  const editable = isWritable(shell)
  const save = async () => {
    setChecked(true)
    if (Object.keys(problemsIn(values)).length > 0) return
    onClose()
    await changeMetadata(shell, article.id, detailsChange(article, values))
  }
  const field = (one: DetailsField) => (
    <Field
      key={one.name}
      field={one}
      value={values[one.name]}
      problem={problems[one.name]}
      disabled={!editable}
      onChange={(value) => setValues({ ...values, [one.name]: value })}
    />
  )
  return (
    <Modal
      title={t('article.details')}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="button" onClick={onClose}>
            {t(editable ? 'dialog.cancel' : 'dialog.close')}
          </button>
          {editable ? (
            <button type="submit" form={formId} className="button primary">
              {t('dialog.save')}
            </button>
          ) : null}
        </>
      }
    >
      <form
        id={formId}
        className="form details"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        {ownFields.map(field)}
        <h3 className="field">{t('details.relays')}</h3>
        {relayedFields.map(field)}
      </form>
      <Origin article={article} />
      <Encoding article={article} />
    </Modal>
  )
}

type FieldProps = {
  field: DetailsField
  value: string
  problem: boolean | undefined
  disabled: boolean
  onChange(value: string): void
}

const Field = ({ field, value, problem, disabled, onChange }: FieldProps) => {
  const { t } = useWords()
  const problemId = useId()
  return (
    <label className={field.half ? 'field half' : 'field'}>
      <span>{t(`details.${field.name}`)}</span>
      <input
        className="input"
        dir="auto"
        data-first={field.name === 'title' || undefined}
        disabled={disabled}
        spellCheck={false}
        placeholder={field.example}
        value={value}
        aria-invalid={problem}
        aria-describedby={problem ? problemId : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {problem ? (
        <span id={problemId} className="field-problem">
          {t(problemKeys[field.name] ?? 'details.problem')}
        </span>
      ) : null}
    </label>
  )
}

const problemKeys: { [K in DetailsName]?: MessageKey } = {
  publishedAt: 'details.problem.publishedAt',
  language: 'details.problem.language',
  url: 'details.problem.url',
  relaysLanguage: 'details.problem.language',
  relaysUrl: 'details.problem.url',
}

const Origin = ({ article }: { article: Article }) => {
  const { t, moment } = useWords()
  const { source, createdAt, text } = article
  return (
    <dl className="facts">
      {source?.fileName ? (
        <>
          <dt>{t('details.file')}</dt>
          <dd>
            <bdi>{source.fileName}</bdi>
          </dd>
        </>
      ) : null}
      <dt>{t('details.addedAt')}</dt>
      <dd>{moment(createdAt)}</dd>
      <dt>{t('details.length')}</dt>
      <dd>{t('details.characters', { count: [...text].length })}</dd>
    </dl>
  )
}
