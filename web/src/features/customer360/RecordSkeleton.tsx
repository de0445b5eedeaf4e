import { useTranslation } from 'react-i18next'

import { Bone } from '~/ui/Bone'
import header from './Header.module.css'
import record from './pages/Record.module.css'

const lines = (widths: number[]) => (
  <div style={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 14, padding: '20px 0' }}>
    {widths.map((width, index) => (
      <Bone key={index} width={width} />
    ))}
  </div>
)

export function RecordSkeleton() {
  const { t } = useTranslation()
  return (
    <div aria-busy="true">
      <p className="visually-hidden" role="status">
        {t('common.loading')}
      </p>
      <div className={header.header}>
        <Bone width={40} height={40} />
        <div className={header.words} style={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 8 }}>
          <Bone width={220} height={18} />
          <Bone width={320} height={14} />
        </div>
      </div>
      <div className={record.columns}>
        <div className={record.left}>{lines([72, 220, 200, 232, 210, 180, 72, 200, 220])}</div>
        <div className={record.middle}>
          <div style={{ paddingTop: 12 }}>
            <Bone height={36} />
          </div>
          {lines([200, 420, 380, 440, 360, 410, 390])}
        </div>
        <div className={record.right}>{lines([90, 260, 240, 200, 90, 250, 230])}</div>
      </div>
    </div>
  )
}
