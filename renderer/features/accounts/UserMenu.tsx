import { Link } from '@tanstack/react-router'
import { KeyRound, Lock, LogOut, UserRound, UsersRound, type LucideIcon } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { leave, useMe } from '../../api/session'
import { Kbd, useNotify } from '../../ui'
import { ChangePasswordDialog } from './ChangePassword'
import { useRoleName } from './role-words'
import { expectSomebodyElse } from './somebody-else'
import './user-menu.css'

const lockKeys = 'Ctrl L'

/** Who is at work, and how they lock, hand over or leave; in a park without accounts, that it has none. */
export function UserMenu() {
  const me = useMe()
  if (me === undefined) return null
  return me.state === 'noAccounts' ? <NoAccounts /> : <OfAccount />
}

function NoAccounts() {
  const { t } = useTranslation('accounts')
  return (
    <Link to="/settings" className="top-user" title={t('none.title')}>
      <UserRound size={16} strokeWidth={1.6} aria-hidden />
      <span className="top-user-words">
        <small>{t('none.short')}</small>
      </span>
    </Link>
  )
}

function OfAccount() {
  const { t } = useTranslation('accounts')
  const me = useMe()
  const roleName = useRoleName()
  const notify = useNotify()
  const [changing, setChanging] = useState(false)
  const id = useId()
  if (me === undefined) return null
  const go = (how: 'lock' | 'signOut') => void leave(how).catch(notify.failed)
  return (
    <>
      <button type="button" className="top-user" popoverTarget={id} title={t('menu.title')}>
        <UserRound size={16} strokeWidth={1.6} aria-hidden />
        <span className="top-user-words">
          <strong>{me.displayName}</strong>
          <small>{roleName(me.roleId, me.roleName)}</small>
        </span>
        <span className="visually-hidden">{t('menu.title')}</span>
      </button>
      <div id={id} popover="auto" className="preferences user-menu">
        <Item target={id} icon={Lock} words={t('menu.lock')} keys={lockKeys} onChoose={() => go('lock')} />
        <Item
          target={id}
          icon={UsersRound}
          words={t('menu.changeUser')}
          onChoose={() => {
            expectSomebodyElse(true)
            go('lock')
          }}
        />
        <Item
          target={id}
          icon={KeyRound}
          words={t('menu.changePassword')}
          onChoose={() => setChanging(true)}
        />
        <Item target={id} icon={LogOut} words={t('menu.signOut')} onChoose={() => go('signOut')} />
      </div>
      {changing && <ChangePasswordDialog onClose={() => setChanging(false)} />}
    </>
  )
}

type ItemProps = {
  readonly target: string
  readonly icon: LucideIcon
  readonly words: string
  readonly keys?: string
  readonly onChoose: () => void
}

function Item({ target, icon: Icon, words, keys, onChoose }: ItemProps) {
  return (
    <button
      type="button"
      className="user-menu-item"
      popoverTarget={target}
      popoverTargetAction="hide"
      onClick={onChoose}
    >
      <Icon size={16} strokeWidth={1.6} aria-hidden />
      <span>{words}</span>
      {keys !== undefined && <Kbd>{keys}</Kbd>}
    </button>
  )
}
