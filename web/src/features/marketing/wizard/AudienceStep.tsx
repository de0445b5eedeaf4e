import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { count } from '~/lib/format'
import { flatten } from '~/lib/keyset'
import { Bone } from '~/ui/Bone'
import { type Channel, CHANNELS } from '../campaigns/query'
import { previewQuery, segmentQuery, segmentsOptions } from '../segments/query'
import type { CampaignFields } from './useCampaignFields'
import classes from './wizard.module.css'

/** Whom the campaign is for, and on which channel, with how many it reaches on each. */
export function AudienceStep({ fields }: { fields: CampaignFields }) {
  const { t } = useTranslation()
  const { values, choose, faults } = fields
  const [text, setText] = useState('')
  const [rested] = useDebouncedValue(text, 250)
  const list = useInfiniteQuery(segmentsOptions({ q: rested || undefined }))
  const chosen = useQuery({ ...segmentQuery(values.segment_id ?? ''), enabled: values.segment_id !== null })
  const known = flatten(list.data).map((each) => ({ value: each.segment_id, label: each.name }))
  const options = chosen.data && !known.some((each) => each.value === chosen.data.segment_id) ? [{ value: chosen.data.segment_id, label: chosen.data.name }, ...known] : known
  return (
    <>
      <Select
        label={t('campaigns.fields.segment_id')}
        searchable
        placeholder={t('campaigns.chooseSegment')}
        data={options}
        value={values.segment_id}
        error={faults.segment_id}
        nothingFoundMessage={t('campaigns.noSegment')}
        filter={({ options: all }) => all}
        onSearchChange={(next) => setText(options.some((each) => each.label === next) ? '' : next)}
        onChange={(segment_id) => choose({ segment_id })}
      />
      {chosen.data && values.segment_id && (
        <p>
          {chosen.data.sentence || t('campaigns.listSegment')}{' '}
          <Link to="/segments/$segmentId" params={{ segmentId: values.segment_id }} className={classes.link}>
            {t('campaigns.openSegment')}
          </Link>
        </p>
      )}
      <fieldset className={classes.channels}>
        <legend>{t('campaigns.fields.channel')}</legend>
        <Counts segmentId={values.segment_id} value={values.channel} onChange={(channel) => choose({ channel })} />
        {faults.channel && <p className={classes.wrong}>{faults.channel}</p>}
      </fieldset>
    </>
  )
}

interface CountsProps {
  segmentId: string | null
  value: Channel | null
  onChange: (channel: Channel) => void
}

/** Every channel with its count: asked for one after the other, for each goes over all customers. */
function Counts({ segmentId, value, onChange }: CountsProps) {
  const [done, setDone] = useState(0)
  useEffect(() => setDone(0), [segmentId])
  return (
    <ul className={classes.options}>
      {CHANNELS.map((channel, index) => (
        <ChannelOption key={channel} channel={channel} segmentId={index <= done ? segmentId : null} waiting={segmentId !== null} checked={value === channel} onChoose={() => onChange(channel)} onCounted={() => setDone((now) => Math.max(now, index + 1))} />
      ))}
    </ul>
  )
}

interface OptionProps {
  channel: Channel
  segmentId: string | null
  waiting: boolean
  checked: boolean
  onChoose: () => void
  onCounted: () => void
}

function ChannelOption({ channel, segmentId, waiting, checked, onChoose, onCounted }: OptionProps) {
  const { t } = useTranslation()
  const found = useQuery({ ...previewQuery(segmentId === null ? null : { segmentId }, channel), placeholderData: undefined })
  const settled = segmentId !== null && !found.isPending
  useEffect(() => {
    if (settled) onCounted()
  }, [settled])
  const reasons = found.data?.reasons.filter((each) => each.reason !== 'NOT_IN_RULE' && each.first > 0).map((each) => `${each.label} ${count(each.first)}`)
  return (
    <li>
      <label className={classes.option} data-checked={checked || undefined} data-channel={channel}>
        <input type="radio" name="channel" checked={checked} onChange={onChoose} />
        <span className={classes.optionName}>{t(`campaigns.channels.${channel}`)}</span>
        <span className={`${classes.optionCount} num`}>
          {found.data ? t('campaigns.reaches', { eligible: count(found.data.eligible), count: count(found.data.count) }) : waiting && !found.isError ? <Bone width={96} /> : found.isError ? t('campaigns.notCounted') : ''}
        </span>
        {reasons && reasons.length > 0 && <span className={classes.optionWhy}>{reasons.join(' · ')}</span>}
      </label>
    </li>
  )
}
