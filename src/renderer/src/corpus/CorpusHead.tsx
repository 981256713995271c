import { useQuery } from '@tanstack/react-query'
import { ClipboardCopy, Download, X } from 'lucide-react'
import { copyTables, corpusKey, openCorpus, saveTables } from '../actions/corpus.ts'
import { useShell, useUi } from '../app/context.tsx'
import { useWords } from '../app/words.tsx'
import { shown } from '../commands/accelerator.ts'
import { registriesQuery } from '../data/queries.ts'
import { Choose } from '../forms/Choose.tsx'
import { IconButton } from '../parts/IconButton.tsx'
import { shortened } from '../parts/Name.tsx'
import { type CorpusChoices, changeCorpus } from './state.ts'

const articleChoices = ['all', 'done', 'listed'] as const
const MOST = 9999

/** Of what is counted, as what it is shown, and what can be done with all of it. */
export const CorpusHead = () => {
  const shell = useShell()
  const { t } = useWords()
  const { form, choices } = useUi(({ corpus }) => corpus)
  const { data: registries } = useQuery(registriesQuery(shell))
  const change = (part: Partial<CorpusChoices>) => changeCorpus(shell, { choices: { ...choices, ...part } })
  return (
    <header className="corpus-head">
      <h2>{t('corpus.title')}</h2>
      <Choose
        label={t('corpus.view')}
        ways={[
          { value: 'charts', label: t('corpus.view.charts'), key: 'C' },
          { value: 'tables', label: t('corpus.view.tables'), key: 'T' },
        ]}
        value={form}
        onChange={(value) => value && changeCorpus(shell, { form: value })}
      />
      <IconButton label={t('corpus.save')} onClick={() => void saveTables(shell)}>
        <Download size={18} aria-hidden="true" />
      </IconButton>
      <IconButton label={t('corpus.copy')} onClick={() => void copyTables(shell)}>
        <ClipboardCopy size={18} aria-hidden="true" />
      </IconButton>
      <IconButton
        label={t('corpus.close')}
        shortcut={shown(corpusKey, shell.platform)}
        onClick={() => openCorpus(shell)}
      >
        <X size={18} aria-hidden="true" />
      </IconButton>
      <div className="corpus-choices">
        <label className="corpus-choice">
          <span>{t('corpus.layer')}</span>
          <select
            className="input"
            value={choices.layer ?? ''}
            onChange={({ target }) => change({ layer: target.value || undefined })}
          >
            <option value="">{t('corpus.layer.all')}</option>
            {registries?.annotators.map(({ id, name }) => (
              <option key={id} value={id}>
                {shortened(name, 60)}
              </option>
            ))}
          </select>
        </label>
        <label className="corpus-choice">
          <span>{t('corpus.articles')}</span>
          <select
            className="input"
            value={choices.articles}
            onChange={({ target }) => change({ articles: articleChoices.find((one) => one === target.value) ?? 'all' })}
          >
            {articleChoices.map((one) => (
              <option key={one} value={one}>
                {t(`corpus.articles.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="corpus-choice">
          <span>{t('corpus.few')}</span>
          <input
            className="input corpus-few"
            type="number"
            min={1}
            max={MOST}
            value={choices.few}
            onChange={({ target }) => {
              const few = Math.floor(target.valueAsNumber)
              if (few >= 1 && few <= MOST) change({ few })
            }}
          />
        </label>
      </div>
    </header>
  )
}
