import { isKeyboardLost } from '../actions/areas.ts'
import { cancelJob } from '../actions/jobs.ts'
import { Name } from '../parts/Name.tsx'
import { useShell } from './context.tsx'
import type { Job } from './shell.ts'
import { useStore } from './store.ts'
import { useWords } from './words.tsx'
import './corner.css'

/** Long work under way: how far it is, what it is at, and a way to stop it. */
export const Jobs = ({ place }: { place: Job['place'] }) => {
  const shell = useShell()
  const words = useWords()
  const { t, number } = words
  const list = useStore(shell.jobs, (state) => state.list)
  return (
    <>
      {list
        .filter((job) => job.place === place)
        .map(({ id, title, done, total, subject, cancelling }) => (
          <section key={id} className="notice" aria-label={title(words)}>
            <div className="notice-text">
              <p className="notice-title">{title(words)}</p>
              {/* Without a value the bar only says that something is going on. */}
              <progress
                className="progress"
                aria-label={title(words)}
                {...(isCounted(total) ? { value: done, max: total } : {})}
              />
              <p className="quiet small job-line">
                <span>
                  {isCounted(total)
                    ? t('job.of', { done: number(done), total: number(total) })
                    : done > 0
                      ? number(done)
                      : t('job.running')}
                </span>
                {subject ? <Name text={subject} /> : null}
              </p>
            </div>
            <button
              type="button"
              className="button"
              // What began the work cannot be pressed meanwhile.
              ref={(button) => {
                if (place === 'dialog' && isKeyboardLost()) button?.focus()
              }}
              disabled={cancelling}
              onClick={() => cancelJob(shell, id)}
            >
              {t(cancelling ? 'job.cancelling' : 'dialog.cancel')}
            </button>
          </section>
        ))}
    </>
  )
}

/** Of one thing alone a count would stand still until the end. */
const isCounted = (total: number | undefined): total is number => total !== undefined && total > 1
