/** The number as the world dials it: `0812…` and `62812…` become `+62812…`. */
export function dialled(phone: string): string {
  const digits = phone.replace(/\D/g, '')
  if (digits === '') return ''
  if (digits.startsWith('62')) return `+${digits}`
  if (digits.startsWith('0')) return `+62${digits.slice(1)}`
  return `+${phone.trim().startsWith('+') ? '' : '62'}${digits}`
}

export const callAddress = (phone: string) => `tel:${dialled(phone)}`
export const whatsappAddress = (phone: string) => `https://wa.me/${dialled(phone).slice(1)}`
