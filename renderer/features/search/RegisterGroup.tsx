import { Command } from 'cmdk'
import { ListFilter } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { registerNames, type RegisterName } from '@shared/kernel/registers'
import { useRights } from '../../api/session'

type Props = { readonly text: string; readonly onShow: (register: RegisterName) => void }

/** Goes on in a register with the same text, where the rows can be filtered, sorted and exported. */
export function RegisterGroup({ text, onShow }: Props) {
  const { t } = useTranslation(['search', 'common'])
  const rights = useRights()
  const readable = registerNames.filter((register) => rights.has(`${register}.read`))
  if (text === '' || readable.length === 0) return null
  return (
    <Command.Group heading={t('inRegisters')}>
      {readable.map((register) => (
        <Command.Item
          key={register}
          value={`register ${register}`}
          className="find-item"
          onSelect={() => onShow(register)}
        >
          <ListFilter size={16} strokeWidth={1.6} aria-hidden />
          <span className="find-title">{t('inRegister', { text, register: t(`common:${register}`) })}</span>
        </Command.Item>
      ))}
    </Command.Group>
  )
}
