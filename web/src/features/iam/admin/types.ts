/* Names for the administration's shapes of the API. */
import type { components, paths } from '~/api/schema.gen'

type Schemas = components['schemas']

export type User = Schemas['UserOut']
export type UserRow = Schemas['UserRowOut']
export type UserScope = Schemas['UserScopeFullOut']
export type UserSession = Schemas['UserSessionOut']
export type Identities = Schemas['IdentitiesOut']
export type Switch = Schemas['SwitchOut']
export type UserCreate = Schemas['UserCreateIn']
export type UsersQuery = NonNullable<paths['/api/v1/users']['get']['parameters']['query']>

export type Role = Schemas['RoleFullOut']
export type Grants = Schemas['GrantsOut']
export type GrantResource = Schemas['GrantResourceOut']
export type GrantChange = Schemas['GrantChangeIn']
export type GrantsPreview = Schemas['GrantsPreviewOut']
export type PreviewItem = Schemas['PreviewItemOut']
export type Reach = GrantChange['reach']
export type Act = GrantChange['action']

export type UnitRow = Schemas['UnitRowOut']
export type Unit = Schemas['UnitOut']
export type UnitPolicy = Schemas['UnitPolicyOut']
export type Branch = Schemas['BranchFullOut']
export type Setting = Schemas['SettingOut']
/** What a setting is, apart from what it holds. */
export type SettingShape = Pick<Setting, 'key' | 'kind' | 'label' | 'help' | 'unit' | 'minimum' | 'maximum' | 'choices'>
export type Settings = Schemas['SettingsOut']
export type Hours = { days: number[]; opens: string; closes: string }

export type ServiceAccount = Schemas['ServiceAccountOut']
export type ServiceKey = Schemas['ServiceKeyOut']
export type KeyOperation = Schemas['KeyOperationOut']

export type RoleConflict = Schemas['RoleConflictOut']
export type ConflictHolder = Schemas['RoleConflictHolderOut']
export type RoleException = Schemas['RoleExceptionOut']
export type RoleExceptionsQuery = NonNullable<paths['/api/v1/role-exceptions']['get']['parameters']['query']>
