import { useQueryClient } from '@tanstack/react-query'

import { customer360Query } from '~/features/customers/public/profile'

/** Changes one alert of the record that is on the screen, before the server has answered. */
export function useAlertState(customerId: string) {
  const client = useQueryClient()
  return (code: string, acknowledged: boolean) =>
    client.setQueryData(customer360Query(customerId).queryKey, (data) =>
      data && { ...data, alerts: data.alerts.map((alert) => (alert.code === code ? { ...alert, acknowledged } : alert)) },
    )
}
