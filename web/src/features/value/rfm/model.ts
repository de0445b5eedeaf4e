/* The shapes of customer value as the pages know them. */
import type { components } from '~/api/schema.gen'

type Schemas = components['schemas']

export type RfmScore = Schemas['RfmScoreOut']
export type Distribution = Schemas['RfmDistributionOut']
export type Migrations = Schemas['RfmMigrationsOut']
export type Move = Schemas['RfmMoveOut']
export type InForce = Schemas['ThresholdsInForceOut']
export type Thresholds = Schemas['ThresholdsOut']
export type Preview = Schemas['ThresholdsPreviewOut']
