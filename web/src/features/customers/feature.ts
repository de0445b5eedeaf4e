import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { IconClipboardCheck, IconListDetails, IconUsers } from '@tabler/icons-react'
import { lazy } from 'react'

// The first page after signing in, and words that pages of many features use.
import './texts/id/customers'
import type { Feature } from '~/lib/feature'
import { configures, may } from '~/lib/permissions'
import { app } from '~/lib/routing'
import { texts } from '~/lib/search'

const search = createRoute({
  getParentRoute: () => app,
  path: '/customers',
  staticData: { title: 'customers.title' },
  validateSearch: texts('branch', 'segment', 'status', 'vip', 'rfm', 'peek'),
  component: lazyRouteComponent(() => import('./routes/customers')),
})

const changeRequests = createRoute({
  getParentRoute: () => app,
  path: '/change-requests',
  staticData: { title: 'customers.requestsTitle' },
  validateSearch: texts('status'),
  component: lazyRouteComponent(() => import('./routes/change-requests')),
})

const lists = createRoute({
  getParentRoute: () => app,
  path: '/customer-lists',
  staticData: { title: 'customers.codes.title' },
  validateSearch: texts('tab'),
  component: lazyRouteComponent(() => import('./routes/customer-lists')),
})

export const routes = [search, changeRequests, lists] as const

const StewardWork = lazy(() => import('./public/StewardWork').then((file) => ({ default: file.StewardWork })))
const QuietCustomers = lazy(() => import('./public/QuietCustomers').then((each) => ({ default: each.QuietCustomers })))

export const feature: Feature = {
  places: [
    {
      to: '/customers',
      group: 'groupWork',
      order: 20,
      icon: IconUsers,
      label: { id: 'Nasabah', en: 'Customers' },
      go: { id: 'Pencarian nasabah', en: 'Customer search' },
      keys: 'g c',
      visible: (me) => may(me, 'customer', 'R') || me.elevation !== null,
    },
    {
      to: '/change-requests',
      group: 'groupWork',
      order: 40,
      icon: IconClipboardCheck,
      label: { id: 'Permintaan perubahan', en: 'Change requests' },
      short: { id: 'Perubahan', en: 'Changes' },
      keys: 'g r',
      visible: (me) => may(me, 'change_request', 'R'),
    },
    {
      to: '/customer-lists',
      group: 'groupConfig',
      order: 140,
      icon: IconListDetails,
      label: { id: 'Segmen & produk', en: 'Segments & products' },
      short: { id: 'Daftar', en: 'Lists' },
      go: { id: 'Daftar segmen, produk, dan relasi', en: 'Segments, products and relationships' },
      keys: 'g g',
      visible: configures,
    },
  ],
  commands: [
    {
      id: 'app.search',
      order: 15,
      label: { id: 'Ke kotak pencarian', en: 'To the search box' },
      keys: '/',
      visible: (me) => may(me, 'customer', 'R') || me.elevation !== null,
      run: async (router) => {
        if (router.state.location.pathname !== '/customers') await router.navigate({ to: '/customers' })
        requestAnimationFrame(() => document.querySelector<HTMLInputElement>('[data-page-search]')?.focus())
      },
    },
  ],
  pieces: [
    { slot: 'customerWork', component: QuietCustomers, visible: (me) => me.roles.some((role) => role.kind === 'RM') },
    { slot: 'home', component: StewardWork, visible: (me) => me.roles.some((role) => role.kind === 'DATA_STEWARD') },
  ],
}
