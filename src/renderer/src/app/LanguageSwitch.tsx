import { languages } from '../../../i18n/index.ts'
import { setLanguage } from '../actions/settings.ts'
import { useShell } from './context.tsx'
import { useWords } from './words.tsx'

/** Each language is named in itself, so that it is found by whoever cannot read the other. */
export const LanguageSwitch = () => {
  const shell = useShell()
  const { language, t } = useWords()
  return (
    // biome-ignore lint/a11y/useSemanticElements: two buttons in a bar are no fieldset
    <div className="language-switch" role="group" aria-label={t('menu.language')}>
      {languages.map((other) => (
        <button
          key={other}
          type="button"
          lang={other}
          aria-pressed={other === language}
          title={t(`language.${other}`)}
          onClick={() => void setLanguage(shell, other)}
        >
          {other.toUpperCase()} <span className="unseen">{t(`language.${other}`)}</span>
        </button>
      ))}
    </div>
  )
}
