import { useTranslation } from 'react-i18next'
import { Button } from 'antd'
import { Card, ErrorState, Page, PageHeader, ProgressLine } from '../../ui'
import { ColumnsCard } from './ColumnsCard'
import { FileCard } from './FileCard'
import { FileDrop } from './FileDrop'
import { KeptMappings } from './KeptMappings'
import { OutcomeCard } from './OutcomeCard'
import { PastImports } from './PastImports'
import { Problems } from './Problems'
import { useImport, type ImportState } from './use-import'
import './imports.css'

/** Brings a workbook into a register: choose it, see how it is understood, check it, take it in. */
export function ImportPage() {
  const { t } = useTranslation('imports')
  const state = useImport()
  return (
    <Page>
      <PageHeader
        title={t('screen.title')}
        aside={state.file?.name}
        actions={
          state.inspection !== null && (
            <Button onClick={state.startAgain} disabled={state.job.running}>
              {t('screen.another')}
            </Button>
          )
        }
      />
      {state.inspection === null ? <Beginning state={state} /> : <Opened state={state} />}
    </Page>
  )
}

function Beginning({ state }: { readonly state: ImportState }) {
  return (
    <>
      {state.job.running ? <Running state={state} /> : <FileDrop onFile={(file) => void state.open(file)} />}
      {state.failure !== null && (
        <Card>
          <ErrorState error={state.failure} />
        </Card>
      )}
      <PastImports />
      <KeptMappings />
    </>
  )
}

function Opened({ state }: { readonly state: ImportState }) {
  const { inspection, finding, failure, job } = state
  if (inspection === null) return null
  const isDone = finding?.kind === 'run'
  return (
    <>
      {finding !== null && <OutcomeCard key={`outcome ${finding.jobId}`} state={state} finding={finding} />}
      {failure !== null && (
        <Card>
          <ErrorState error={failure} />
        </Card>
      )}
      {job.running && <Running state={state} />}
      {finding !== null && <Problems key={`problems ${finding.jobId}`} finding={finding} />}
      {!isDone && (
        <>
          <FileCard state={state} inspection={inspection} />
          <ColumnsCard state={state} inspection={inspection} />
        </>
      )}
      {isDone && <PastImports />}
    </>
  )
}

function Running({ state }: { readonly state: ImportState }) {
  return (
    <Card className="import-running">
      <ProgressLine progress={state.job.progress} onCancel={() => void state.job.cancel()} />
    </Card>
  )
}
