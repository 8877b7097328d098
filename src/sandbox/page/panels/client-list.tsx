import { useState } from 'react'
import { type Client, confirmClient, getClients } from '../api/singleops-api.ts'
import { useResource } from '../live/use-resource.ts'

/** The first page of the clients that fit, new ones of the API alone on request. */
export function ClientList({ version }: { readonly version: number }) {
  const [search, setSearch] = useState('')
  const [portal, setPortal] = useState(false)
  const { value } = useResource(`${search} ${portal}`, version, () => getClients({ search, portal }))
  return (
    <>
      <div className="filters">
        <input
          type="search"
          aria-label="Search clients"
          placeholder="Name, number, email, street"
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
        <label className="choice">
          <input type="checkbox" checked={portal} onChange={({ target }) => setPortal(target.checked)} />
          <span>only new ones</span>
        </label>
      </div>
      <p className="count" role="status">
        {value ? `${value.total} clients` : 'Loading…'}
      </p>
      <ul className="cards">
        {value?.clients.map((client) => (
          <li key={client.id}>
            <ClientRecord client={client} />
          </li>
        ))}
      </ul>
    </>
  )
}

function ClientRecord({ client }: { readonly client: Client }) {
  const lines = [
    [client.phone, client.mobile].filter(Boolean).join(' · '),
    client.email ?? '',
    [client.bill_addr_1, client.bill_addr_2, client.bill_addr_city, client.bill_addr_state]
      .filter(Boolean)
      .join(', '),
  ]
  const tags = [
    client.unconfirmed ? 'unconfirmed' : '',
    client.active ? '' : 'archived',
    client.on_hold ? 'on hold' : '',
    client.merged_into_id === null ? '' : `merged into #${client.merged_into_id}`,
  ]
  return (
    <article className="record" aria-label={client.name}>
      <h3>{client.name}</h3>
      {lines
        .filter((line) => line !== '')
        .map((line) => (
          <p className="record-line" key={line}>
            {line}
          </p>
        ))}
      <p>
        <span className="tag">#{client.id}</span>{' '}
        {tags
          .filter((tag) => tag !== '')
          .map((tag) => (
            <span className="tag warn" key={tag}>
              {tag}
            </span>
          ))}
      </p>
      {client.unconfirmed && (
        <button
          type="button"
          className="button small"
          onClick={() => void confirmClient(client.account, client.id)}
        >
          Confirm, as the office does
        </button>
      )}
    </article>
  )
}
