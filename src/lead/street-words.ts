/** Words that end a street's name and stand for nothing else. */
export const STRONG_SUFFIXES = words(
  'st street str rd road ave avenue av aven dr drive ln lane blvd boulevard ct court cir circle pl place ter terrace terr trl trail pkwy parkway pky hwy highway cres crescent sq square expy expressway thwy thruway xing crossing aly alley lp loop',
)

/** Words that end a street's name, but also begin or fill one, or name a town. */
export const WEAK_SUFFIXES = words(
  'way run pass path walk pike row cove cv bend point pt ridge rdg hill hills hl grove grv glen gln park view vw landing lndg commons common trace trce close gate gardens gdns green heights hts hollow holw island isle knoll knl lake manor meadow meadows mews mill mills oval plaza plz ramp rise spring springs spur station summit turnpike tpke valley vista wynd wood woods chase crest creek estates fork harbour harbor line overlook plain shore shores side sideroad concession court cliff causeway quay bluff branch brook bypass canyon dale divide field fields ford forest garden haven junction key ranch rapids route strand stream trafficway union village ville',
)

/** Street types that stand before the name, as in French. */
export const LEADING_TYPES = words(
  'rue chemin ch boul avenue av boulevard rang montée montee côte cote route place impasse allée allee croissant promenade ruelle terrasse autoroute calle camino avenida paseo rancho vereda via corte',
)

export const DIRECTIONS = words(
  'n s e w ne nw se sw north south east west northeast northwest southeast southwest est ouest nord sud',
)

export const UNIT_WORDS = words(
  'apt apartment apto depto unit suite ste app appartement unité unite bureau lot bldg building room rm space spc trlr trailer floor fl #',
)

/** Words that never stand inside a street's name in running text. */
export const STOP_WORDS = words(
  'on at in near by off for to with my our his her their your from is are was were has have had and or but that this it i he she we they you wants want needs need trees tree stumps stump oaks pines maples yards yard feet foot ft inches inch acres acre years year hours hour days day weeks week months month minutes times am pm dead huge tall percent dollars limbs limb loads people guys cuts sets sq cu about approx around over under up down out the if when so before after please thanks call phone cell text',
)

/** What is counted in this trade: "12 arborvitae" is no house. */
export const TREES = words(
  'ashes oaks maples elms birches spruces firs palms arborvitae arborvitaes boxwoods hollies hedges shrubs bushes cedars poplars pears cherries stumps logs loads yds cords bags flats sycamores willows locusts walnuts pecans hemlocks junipers cypresses magnolias dogwoods crapes lindens aspens larches cottonwoods mesquites trees',
)

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}
