import { Button, type ButtonProps } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { AnchorHTMLAttributes } from 'react'

interface Props extends ButtonProps, Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof ButtonProps> {}

/** A way to another page in the shape of a button; addresses are checked as those of any link. */
export const ButtonLink = createLink((props: Props) => <Button component="a" {...props} />)
