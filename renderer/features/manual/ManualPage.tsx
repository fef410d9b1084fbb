import { Button } from 'antd'
import { ArrowLeft } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Page, PageHeader, PrintButton } from '../../ui'
import { blocksOf, chapters, type Block, type Chapter } from './chapters'
import './manual.css'

export type ManualProps = {
  /** Back to the sign-in, for whoever reads before signing in. */
  readonly onBack?: () => void
}

/** How to work with the program, and what protects the data, in short chapters. */
export function ManualPage({ onBack }: ManualProps) {
  const { t } = useTranslation(['manual', 'common'])
  const base = useId()
  return (
    <Page>
      <PageHeader
        title={t('manual')}
        actions={
          <>
            {onBack !== undefined && (
              <Button icon={<ArrowLeft size={16} strokeWidth={1.6} aria-hidden />} onClick={onBack}>
                {t('common:back')}
              </Button>
            )}
            <PrintButton>{t('common:print')}</PrintButton>
          </>
        }
      />
      <div className="manual">
        <nav className="manual-contents no-print" aria-label={t('contents')}>
          <ol>
            {chapters.map((chapter) => (
              <li key={chapter}>
                <button type="button" onClick={() => show(`${base}-${chapter}`)}>
                  {t(`title.${chapter}`)}
                </button>
              </li>
            ))}
          </ol>
        </nav>
        <div className="manual-text">
          {chapters.map((chapter) => (
            <ChapterText key={chapter} chapter={chapter} id={`${base}-${chapter}`} />
          ))}
        </div>
      </div>
    </Page>
  )
}

/** The address after `#` belongs to the router, so the contents move there themselves. */
function show(id: string): void {
  const heading = document.getElementById(id)
  heading?.scrollIntoView()
  heading?.focus()
}

function ChapterText({ chapter, id }: { readonly chapter: Chapter; readonly id: string }) {
  const { t } = useTranslation('manual')
  return (
    <section aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {t(`title.${chapter}`)}
      </h2>
      {blocksOf(t(`text.${chapter}`)).map((block) => (
        <BlockText key={block.kind === 'text' ? block.text : block.lines[0]} block={block} />
      ))}
    </section>
  )
}

function BlockText({ block }: { readonly block: Block }) {
  if (block.kind === 'text') return <p>{block.text}</p>
  const lines = block.lines.map((line) => <li key={line}>{line}</li>)
  return block.kind === 'steps' ? <ol>{lines}</ol> : <ul>{lines}</ul>
}
