import type { ReactNode } from 'react'

export function PlaceHead({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <header className="place-head">
      <h2>{title}</h2>
      {children}
    </header>
  )
}
