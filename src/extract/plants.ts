/** What grows in gardens beyond the trees that everybody calls on us for, as people write it. */
const PLANTS = [
  'photinias?|red ?tips?|pyracanthas?|forsythias?|viburnums?|spireas?|yews?|abelias?|oleanders?|hibiscus',
  'loropetalums?|nandinas?|cotoneasters?|euonymus|barberr(?:y|ies)|burning bush(?:es)?|sumacs?|sassafras',
  'tamaracks?|ginkgos?|paulownias?|redwoods?|sequoias?|sagos?|yuccas?|agaves?|cactus|saguaros?|ocotillos?',
  'palo ?verdes?|ironwoods?|jacarandas?|mangoe?s?|lychees?|banyans?|gumbo limbos?|mahogan(?:y|ies)|monkeypods?',
  'plumerias?|madrones?|madronas?|manzanitas?|tanoaks?|lodgepoles?|ponderosas?|pi[ñn]ons?|pinyons?|tamarisks?',
  'chinaberr(?:y|ies)|ailanthus|hedge ?apples?|butternuts?|serviceberr(?:y|ies)|sourwoods?|figs?|apricots?',
  'nectarines?|kumquats?|grapefruits?|loquats?|casuarinas?|australian pines?|melaleucas?|brazilian pepper',
  'bougainvilleas?|ixoras?|scheffleras?|sea ?grapes?|crotons?|clusias?|podocarpus|washingtonias?|coconuts?|foxtails?|palmett?o(?:e?s)?',
  'pampas|pachysandra|perennials?|evergreens?|conifers?|shade trees?|windbreaks?|shelterbelts?|thickets?|thorns?',
  'érables?|bouleaux|frênes?|cèdres?|thuyas?|mélèzes?|tilleuls?|ormes?|noyers?|pommiers?|palmiers?|rosiers?|lilas|buissons?|arbustes?',
  'robles?|nogal(?:es)?|sauces?|fresnos?|olmos?|naranjos?|limoneros?|aguacates?|mangos?|arces?',
]

const PLANT = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${PLANTS.join('|')})(?![\p{L}\p{N}])`, 'iu')

/** Whether some plant is named. */
export const namesPlant = (text: string): boolean => PLANT.test(text)
