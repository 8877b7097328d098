import { namesPlant } from './plants.ts'

/** What is asked for in this trade, in the languages that our customers write. */
const SERVICE =
  /(?<![\p{L}\p{N}])(?:trees?|stumps?|limbs?|branch(?:es)?|hedges?|shrubs?|bush(?:es)?|lawns?|grass|mow\w*|mulch\w*|sod|turf|prun\w+|trim\w*|land ?scap\w+|yards?|backyard|oaks?|pines?|maples?|ash|elms?|birch\w*|cedars?|firs?|spruces?|willows?|poplars?|sycamores?|magnolias?|hickory|walnuts?|pecans?|palm(?:a|e)?s?|eucaliptos?|arbustos?|cypress|hemlocks?|arborvitae|cottonwoods?|hackberr(?:y|ies)|buckthorns?|lindens?|mimosas?|hornbeams?|larch(?:es)?|alders?|aspens?|box ?elders?|filberts?|hazelnuts?|tupelos?|persimmons?|ficus|citrus|camellias?|rhododendrons?|rhodies|hydrangeas?|lilacs?|tallows?|hawthorns?|blackberr(?:y|ies)|kudzu|wisteria|wood ?lot|locusts?|arborist|dogwoods?|myrtles?|laurels?|junipers?|privet|azaleas?|roses?|holl(?:y|ies)|boxwoods?|mulberr(?:y|ies)|sweetgums?|redbuds?|beech(?:es)?|eucalyptus|avocados?|leyland|cherr(?:y|ies)|plums?|pears?|(?:crab ?)?apples?|chestnuts?|basswoods?|catalpas?|mesquites?|juniper|acacias?|sod|pergola|deck|driveway|retaining|stone ?work|wood ?chips|grind\w*|root(?:s|ed)?|brush|lot clear\w*|clear\w*|leaf|leaves|gutters?|irrigation|sprinklers?|elders?|saplings?|canop(?:y|ies)|arbor|olives?|retaining wall|patio|drainage|grading|grounds|garden\w*|plant(?:ed|ing|s)?|aerat\w+|overseed\w*|weeds?|fertiliz\w+|snow|plow\w*|fence|storm|fell|fallen|crown|cabling|deadwood\w*|firewood|crane|(?<!door[ -]?)hangers?|poison ivy|ivy|mistletoe|vines?|bamboo|pavers?|hardscap\w+|cleanup|clean[- ]up|haul\w*|spray\w*|topp(?:ed|ing)|arbres?|haies?|taill\p{L}+|abatt\p{L}+|élag\p{L}+|souches?|essouch\p{L}+|pelouse|gazon|branches|érables?|frênes?|peuplier|bouleau|[áa]rbol(?:es)?|pod(?:a|ar|as)|c[ée]sped|jard[ií]n|tocones?|ramas?|setos?|palmeras?|mezquites?|encinos?|pinos?|terreno|zacate|nogal(?:es)?|fresnos?|olmos?|sauces?|[áa]lamos?|moras?|moreras?|naranjos?|limon(?:es|eros?)|aguacates?|robles?|troncos?|leña|maleza|hiedra|enredaderas?|yarda|tilleuls?|noyers?|c[èe]dres?|thuyas?|h[êe]tres?|ormes?|pommiers?|cerisiers?|lilas|arbustes?|débroussaill\p{L}+|déneig\p{L}+|émond\p{L}+|zelkovas?|sumacs?|gink?gos?|tamaracks?|paulownias?|ailanthus|buckeyes?|sassafras|yews?|tamarisks?|sequoias?|redwoods?|madrones?|arbutus|banyans?|jacarandas?|carrotwoods?|oleanders?|photinias?|viburnums?|forsythias?|euonymus|spireas?|barberr(?:y|ies)|nandinas?|pyracanthas?|ligustrums?|serviceberr(?:y|ies)|ironwoods?|butternuts?|chinaberr(?:y|ies)|loblol(?:ly|lies)|ponderosas?|longleafs?|leylands|pinyons?|piñon(?:es)?|saguaros?|yuccas?|agaves?|cact(?:us|i)|palo verdes?|monkey ?pods?|lychees?|longans?|mangos?|mangoes|loquats?|figs?|apricots?|nectarines?|almonds?|quince|elderberr(?:y|ies)|cotoneasters?|caraganas?|mayday|green giants?|brambles?|briars?|sticker ?bush(?:es)?|honeysuckles?|jungle|conks?|fronds?|cankers?|root ball|suckers?|saules?|ch[êe]nes?|[ée]pinettes?|sapins?|pins?|terrain|pasto|plantas|(?:apfel|birn|kirsch|nadel|laub|obst|nuss)?b[äa]um(?:e|en)?|baum(?:schnitt|f[äa]ll\p{L}+|pflege|stumpf|st[üu]mpfe)|birken?|eichen?|fichten?|kiefern?|tannen?|hecken?|heckenschnitt|rasen|[äa]ste)(?![\p{L}\p{N}])/iu

const ASK =
  /(?<![\p{L}\p{N}])(?:quotes?|estimates?|pric(?:e|es|ed|ing)|cost|bids?|proposals?|how much|what would|need(?:s|ed|ing)?|wants?|wanted|would like|i['’]d like|looking (?:for|to)|interested|can (?:you|someone|somebody)|could (?:you|someone)|do you (?:do|guys|offer|remove|trim|grind|service)|do y['’]?all|please (?:call|send|come|quote|let|contact|schedule)|call (?:me|us|him|her)|text (?:me|us)|reach me|let me know|give me a (?:call|ring)|call back|schedule|come (?:out|by|look|take)|(?:please |take a |have a )look|look at|have (?:a|some) (?:look|tree)|get (?:a|an|some) (?:quote|estimate|price)|consultation|asap|emergency|removed?|removal|take (?:down|out)|cut (?:down|back)|want to have|help with|soumission|prix|estim[ée]|besoin|voudrai[st]|aimerai[st]|faire (?:couper|tailler|abattre)|combien|rappeler|enlever|émonder|élaguer|essoucher|planter|pourriez[- ]vous|pouvez[- ]vous|souhait\p{L}+|d[ée]sir\p{L}+|quisi[ée]ra\p{L}*|podr[íi]an?|me gustar[íi]a|nos gustar[íi]a|hay que|podar|necesitamos|queremos|necesit[oa]|quier[oe]|quisiera|cortar|quitar|veut|abattre|couper|presupuesto|cotizaci[óo]n|cu[áa]nto|precio|angebot|kostenvoranschlag|preis|k[öo]nn(?:en|ten) sie|m[öo]cht\p{L}+|such(?:e|en) (?:eine?[nr]? |jemand(?:en)? )|brauch(?:e|en)|ben[öo]tig(?:e|en)|f[äa]ll(?:en|t)|schneide(?:n|t)|geschnitten|entfernen)(?![\p{L}\p{N}])/iu

const LEAD_WORDS =
  /(?<![\p{L}\p{N}])(?:leads?|new (?:customer|client)|call ?back|called|caller|customer|client|wants?|needs?|quotes?|estimates?|est(?=\.? for)|bid|referr(?:ed|al)|walk[- ]?in|interested|looking for|spoke (?:to|with)|talked (?:to|with)|voicemail|message from|nouveau client|nuevo cliente|llam[óo]|quiere|necesita|appel[ée]|veut|voudrait|inquir\w+|enquir\w+|asking (?:for|about))(?![\p{L}\p{N}])/iu

const PRICE =
  /(?<![\p{L}\p{N}])(?:quotes?|estimates?|bids?|proposals?|how much|pric(?:e|es|ing)|cost|come (?:out|by)|work done|your services|soumission|prix|presupuesto|cotizaci[óo]n|cu[áa]nto|combien|angebot|kostenvoranschlag)(?![\p{L}\p{N}])/iu

// What people describe when they call for help without asking for anything.
const TROUBLE =
  /(?<![\p{L}\p{N}])(?:dead|dying|died|dies|die|fell|fallen|falling|split(?:ting)?|leaning|leans|lean|leaners?|broken|broke|breaking|cracked|cracking|crack|damag\w+|overgrown|out of control|sick|disease\w*|hanging|blocking|touching|rubbing|rot(?:ten|ting)?|hollow|uprooted|storm|dangerous|hazard\w*|too (?:big|tall|close)|down (?:on|in|across|over)|came down|(?:is|are) down|blew down|blown down|brown(?:ing)?|yellow(?:ing)?|borers?|beetles?|fung\w+|mushrooms?|hangers?|widow ?makers?|toast|goners?|tomb\p{L}+|mort(?:e|es|s)?|malade\p{L}*|danger\p{L}*|seco|ca[íi]do|muert[oa]|kaputt|umgest\w+)(?![\p{L}\p{N}])/iu

// Whatever the tree is called, it is where it should not be.
const THREATENS =
  /\b(?:over|on|across|into|against|through|thru|touching|hitting|near|by) (?:(?:the|her|his|their|my|our|a|some\p{L}*['’]?s?) )?(?:\p{L}+ )?(?:roof|house|home|garage|drive(?: ?way)?|road|street|alley|parking(?: lot)?|playground|walk(?: ?way)?|wall|patio|septic|dock|pond|creek|bedroom|windows?|cars?|shed|fence|deck|lanai|carport|trampoline|pool|wires?|power ?lines?|sidewalk|porch|barn|gutters?|chimney)\b/iu

export const threatensSomething = (text: string): boolean => THREATENS.test(text)
export const tellsTrouble = (text: string): boolean => TROUBLE.test(text)

// The trade's own name: who names only this speaks of our business, not of a tree.
const TRADE =
  /\b(?:yard|lawn) signs?|\b(?:trees?|lawn|landscap\w+|arborists?|garden)[ -]?(?:services?|care|removal)? (?:service |care )?(?:compan(?:y|ies)|business(?:es)?|contractors?|industry|customers|clients|owners|pros?|professionals?|services?|care|leads|jobs|software)\b/giu

/** The text without words for the trade itself: "tree service customers". */
export const withoutTrade = (text: string): string => text.replace(TRADE, ' ')

/** Wants to know what work costs, or somebody to come: enough without a word on what work. */
export const asksForPrice = (text: string): boolean => PRICE.test(text)
export const namesService = (text: string): boolean => SERVICE.test(text) || namesPlant(text)
export const asksForWork = (text: string): boolean => ASK.test(text)
export const soundsLikeLead = (text: string): boolean => LEAD_WORDS.test(text)
