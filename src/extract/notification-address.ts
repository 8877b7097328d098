import { isPlace } from '../lead/places.ts'
import { regionOfPostalCode } from '../lead/postal-code.ts'
import { type Findings, firstFilled } from './found.ts'
import { mentionsOwnName, type OwnFacts } from './own-facts.ts'
import { readProse } from './read-prose.ts'

type Addresses = Findings['addresses']

/** The labelled place, completed by what the customer's words (`said`) and the lines between the labels name. */
export function chooseAddresses(form: Findings, said: Findings, between: Findings): Addresses {
  const labelled = form.addresses[0]
  const other = [...said.addresses, ...between.addresses].find((each) => each.value.street !== undefined)
  if (labelled?.value.street !== undefined) {
    const { city, state, postalCode } = labelled.value
    const town = between.addresses.find(({ value }) => !value.street && value.city && value.postalCode)
    const isBare = city === undefined && state === undefined && postalCode === undefined
    return isBare && town
      ? [{ ...labelled, value: { ...town.value, ...labelled.value } }, ...form.addresses.slice(1)]
      : form.addresses
  }
  // The label gives the town, the message the street.
  if (labelled && other) return [{ ...other, value: { ...labelled.value, ...other.value } }]
  if (labelled) return form.addresses
  // The message gives the street, a line of the service the town.
  const named = between.addresses.find(({ value }) => value.state && value.city)?.value
  const isOther =
    named?.street !== undefined && said.addresses.every(({ value }) => value.street !== named.street)
  const place = isOther ? undefined : named
  return firstFilled(
    said.addresses
      .filter((each) => each.value.street)
      .map((each) =>
        place && !each.value.city && !each.value.postalCode
          ? { ...each, value: { ...place, ...each.value } }
          : each,
      ),
    between.addresses,
    said.addresses,
  )
}

/** The subject names the town of a postal code: "Project request from Delia in Boise, ID". */
export function withTown(chosen: Addresses, named: Addresses): Addresses {
  const town = named.find((each) => each.value.city !== undefined && each.value.state !== undefined)
  const [first, ...rest] = chosen
  if (!town || !first || first.value.city !== undefined) return chosen
  if (first.value.state !== undefined && first.value.state !== town.value.state) return chosen
  const { city, state } = town.value
  return [{ ...first, value: { ...first.value, ...(city && { city }), ...(state && { state }) } }, ...rest]
}

/** Places above a message: "Odalys R. • Sam Hughes, Tucson". */
export const headOf = (lines: readonly string[], own: OwnFacts): Addresses =>
  lines
    .filter((line) => line.trim() !== '')
    .slice(0, 3)
    .filter((line) => line.length <= 70 && !/\d/u.test(line) && !mentionsOwnName(line, own))
    .flatMap((line) => readProse(line, own, 'from the heading').addresses)

/** "Our house in Ballston Spa" above "Zip code: 12020": a town that the state has. */
export function withKnownTown(chosen: Addresses, named: Addresses): Addresses {
  const [first, ...rest] = chosen
  if (!first || first.value.city !== undefined) return chosen
  const { postalCode } = first.value
  const state = first.value.state ?? (postalCode ? regionOfPostalCode(postalCode) : undefined)
  const city = named
    .map(({ value }) => value)
    .find((place) => place.street === undefined && place.city && state && isPlace(place.city, state))?.city
  return city ? [{ ...first, value: { ...first.value, city } }, ...rest] : chosen
}
