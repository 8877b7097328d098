// Words of the trade and of small talk. A phrase that has one of them is no person's name.
const WORDS = `
a about above acct account across add added addition address adresse adjacent after afternoon again ago all also am an and angi any anyone apartment apartments appointment approx april arborist are area around as asap ask asked at attached august auto available away
back backyard backhoe bad bags bare bark bay be beds been before behind below beside best between bid big bids blow board book booking bonjour bought box branch branches brush building bush bushes business but buy by
cabling call called caller calling calls came can cant car card care cash cedar cell change charge cheap check chip chipping chips church city clean cleanup clear cleared clearing client close coming commercial comments company complete concern concrete condo confirm consult consultation contact contract corner could crane creek crew crown cs cust customer cut cutting
date day days dead dear deadwood december deck deliver delivered delivery description details did discount do does dogs done dont door down drainage drive driveway drop due during
each early east edge edging email emergency enquiry est estimate estimates evening every existing
facebook fall fallen family fax february fell fence fertilization few field fill find finish fir first fix flower flowers follow following for form forward found free friday friend from front full
garage garden gate get getting give go goes going good google got grade grading grass gravel great green grind grinding ground grounds grub guy guys
had half hanging has haul have he health heard heavy hedge hedges height hello help her here hey hi hill him his hoa home homeowner hot hour hours house how huge hurt
i if im in inch inches info inquiry inside instagram install installation insurance interested into invoice irrigation is island it its
january job july june just
keep kids know
lady land landscape landscaping large last late lawn lead leads lean leaning leaves left let level light lights like limb limbs line lines list little live lives loads location long look looking looks lot low
magnolia mail main maintenance make man manager many maple march maybe me meet message met mins missed mobile monday month months more morning most mount move mow mowed mowing mulch mulched must my
name near need needed needs neighbor neighbors neighbour never new next nextdoor nice night no none north not note notes november now number
oak oaks october of off office ok old on once one only onto open option or order other our out outside over overgrown overseed own owns owner
paid palm park parking part patio pay pecan per permit person phone photo photos pick pics picture pictures pile pine pines plant planted planting plants please pls plz poplar pool possible potential power preferred price priced pricing private prob problem project property prune pruned pruning put
question questions quick quote quoted quotes
rain raised ran ready really received ref referral referred regarding remove removal removed removing rental repair repeat reply request residence household requested requesting required residential respond response retaining return review right road rock rocks roof roots row rush
said sale same sat saturday saw say says schedule scheduled see seed seeding send sent september septic service services several shaping she shed shrub shrubs side sick sidewalk since site size small snow sod soil some someone soon sorry source south spam speak spoke split spray spring spruce start started stone stop storm street stuck stuff stump stumps subject summer sunday support sure swing sycamore
take taken taking talk talked tall tell tenant tenants test text texted than thank thanks that the their them then there they thin thing this three through thumbtack thursday time to today told tomorrow tonight too took top topping total touching towards tree treat treatment trees tribute trim trimmed trimming truck try tuesday turf two
under unit unknown until up update urgent us use used
vehicle very via view visit visitor voicemail
waiting walk walkin wall wants want wanted was wasnt water way we website wed wednesday week weekend weeks well went were west what when where which while who whole why will willow window winter wire wires wireless with within without woman wont wood work worker would
yard yards year years yelp yes yesterday you your zip
ash beech birch cottonwood cypress dogwood elm fig hackberry hawthorn hemlock hickory juniper laurel locust mimosa mulberry peach pear plum privet redwood sequoia sweetgum walnut cherry apple arborvitae boxwood bamboo holly ivy kudzu crape myrtle magnolias
recalled returning referrer via craigslist linkedin instagram tiktok yard-sign billboard flyer postcard google angie homeadvisor houzz porch networx bark
arbre arbres haie taille abattage elagage souche client nouveau nouvelle soumission pelouse merci svp cliente arbol arboles poda cortar quiere necesita nuevo presupuesto hola gracias
manager director coordinator supervisor superintendent president treasurer secretary administrator assistant agent specialist estimator adjuster engineer owner operator sales billing payable receivable dispatch team department regards sincerely cheers
anonymous restricted unavailable unavail toll caller id private blocked payphone cellular customer potential prospect
buenas buenos dias tardes noches bueno hes shes theyre ive im youre weve whos thats theres lets doesnt didnt isnt arent hasnt havent couldnt shouldnt wouldnt
solo español espanol inglés ingles spanish english french something somebody someone whatever whoever anybody spelled caretaker bk b4 abt frm thru gonna wanna gotta lol haha tmrw tmr ppl msg txt num addr cuz bc gal dude fella bro settings dashboard profile online think believe guess
wife husband son daughter mom dad aunt uncle cousin nephew niece grandma grandpa grandson friend neighbours boss landlord landlady inbound rep sms entrance appt retention texts parkway voice inquiries
monday tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sept sep oct nov dec
licensed insured bonded affordable experienced reliable certified north south east west usa canada united states ave rd dr blvd ln ct street avenue road lane highway hwy`

const EVERYDAY: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/u))

/** Whether a word is one of everyday talk or of the trade, and so no part of a person's name. */
export const isEverydayWord = (word: string): boolean =>
  EVERYDAY.has(
    word
      .toLowerCase()
      .replace(/['’]/gu, '')
      .replace(/[.,:;!?]+$/u, ''),
  )
