import { isQuestionLabel, questionField } from './label-questions.ts'

/** What a label of a form, a notification or a hastily typed message stands for. */
export const LABEL_FIELDS = [
  'firstName',
  'lastName',
  'name',
  'company',
  'email',
  'phone',
  'mobile',
  'otherPhone',
  'fax',
  'ownPhone',
  'address',
  'street',
  'unit',
  'city',
  'state',
  'postalCode',
  'cityLine',
  'contact',
  'message',
  'service',
  'source',
  'billing',
  'ignored',
] as const
export type LabelField = (typeof LABEL_FIELDS)[number]

// Spellings without accents and punctuation. One list for all senders: forms differ in wording far less than in layout.
const SPELLINGS: Readonly<Record<LabelField, string>> = {
  firstName:
    'first name|first|fname|firstname|given name|prenom|nombre de pila|primer nombre|vorname|voornaam|contact first name|customer first name',
  lastName:
    'last name|last|lname|lastname|surname|family name|nom de famille|apellido|apellidos|nachname|achternaam|contact last name|customer last name',
  name: 'demandeur|nom du demandeur|requerant|interlocuteur|nom du contact|personne contact|personne ressource|personne a contacter|nom de la personne|client e|quien llama|nombre del contacto|persona de contacto|person|person name|requestor|requestor name|requester name|submitter|submitter name|llamo|quien llamo|appelant|appele par|nom de l appelant|llamada de|insured|insured name|named insured|policyholder|policy holder|claimant|insured s name|call with|spoke with|spoke to|message from|call from name|prenom et nom|nombre y apellidos|nombre del cliente|nom du client|contact name full|name|full name|fullname|your name|your full name|customer name|customer|cust name|cust|client name|client|contact name|contact person|caller|caller name|callers name|homeowner|homeowner name|lead name|nombre|nombre completo|nombre y apellido|nom|nom complet|nom et prenom|votre nom|tu nombre|su nombre|who|requested by|requester|prospect|prospect name|consumer|consumer name|guest name|visitor name|visitor|submitted by|resident|owner|property owner|owner name|homeowners name|first last name|first and last name|name of caller|from|sender|patient|cliente|naam|contact info name|pro customer|member|lead|lead contact|who called|tenant name|volledige naam|ihr name|client s name|customer s name|call from|vm from|caller id name|cnam|applicant',
  company:
    'company|company name|business|business name|organization|organisation|organization name|entreprise|compagnie|nom de l entreprise|empresa|firm|firma|hoa|hoa name|association|account name|societe|property management company|org|employer|co|company organization|business organization|management company|facility|community name|of',
  email:
    'person email|requestor email|requester email|write|write to|mail address|e post|kontakt mail|email|e mail|email address|e mail address|your email|your email address|your e mail|courriel|votre courriel|correo|correo electronico|email id|adresse courriel|adresse electronique|adresse email|mail|contact email|customer email|email addr|e mail id|primary email|emailadresse|tu correo|su correo|reply to|home email|work email|from email|eml|email 1',
  phone:
    'numero|no de telephone|no tel|joindre au|rejoindre au|rappeler au|telephone de rappel|no de rappel|numero de rappel|tel rappel|tel residence|telefono de contacto|person phone|requestor phone|requester phone|insured phone|insured s phone|claimant phone|tel princ|tel principal|telephone principal|tel jour|tel bureau|ring me|call us at|primary|daytime|phone|phone number|phone no|phone num|phonenumber|telephone|telephone number|tel|tel no|ph|ph no|phn|number|contact number|contact phone|callback number|callback|call back|call back number|callback no|cb|best number|best phone|best phone number|best number to reach you|best contact number|daytime phone|daytime telephone|day phone|day time phone|home phone|home|home number|home tel|work phone|work|office phone|office|business phone|primary phone|main phone|main|customer phone|customer phone number|customer number|telefono|telefono fijo|numero de telefono|numero de telephone|tel maison|tel domicile|telephone domicile|votre telephone|t|p|o|h|w|d|direct|direct line|landline|caller id|caller number|callers number|caller phone|caller phone number|from number|phone 1|phone1|your phone|your phone number|your number|lead phone|client phone|contact no|ph number|incoming number|consumer phone|reach me at|call me at|telephone 1|house phone|ring|telefoon|telefon|call',
  mobile:
    'mobil|mobilnummer|tel mobile|tel portable|natel|whatsapp|mobiele nummer|gsm|mobile|cell|cell phone|cellphone|cell number|cell no|mobile phone|mobile number|mobile no|cellulaire|tel cell|tel cellulaire|telephone cellulaire|portable|celular|telefono celular|movil|telefono movil|text number|sms|text|m|c|mob|handy|texting number|mobile 1|cel|cell ph|text to|text message number|smartphone',
  otherPhone:
    'second ph|sec phone|sec ph|tel sec|tel secondaire|tel 2|tel soir|telephone 2|phone number 2|autre tel|evening|evenings|alt phone|alt tel|alternate phone|alt ph|alt|alternate|alternative phone|secondary phone|second phone|other phone|other number|phone 2|phone2|evening phone|eve phone|alternate number|alternate phone number|alt number|autre telephone|otro telefono|additional phone|backup phone|second number|evening telephone|alternate contact number',
  fax: 'fax|f|fx|fax number|telecopieur|telec',
  ownPhone:
    'tracking number|tracking line|tracking phone number|called|called number|number called|dialed|dialed number|number dialed|destination|destination number|forwarded to|business number|to|to number|line|sent to|tracking|your tracking number|rang|called party|did|call to|recipient|inbox|mailbox|extension|your business number|company number|queue',
  address:
    'endroit|lieu de l intervention|lieu d intervention|adresse d intervention|adresse de l intervention|adresse civique|adresse du client|adresse de l immeuble|localisation|lugar|lugar del trabajo|direccion del trabajo|direccion del cliente|loss location|loss address|location of loss|risk address|risk location|insured location|insured address|whereabouts|ubicacion|emplacement|lieu du projet|adresse du chantier|chantier|einsatzort|objektadresse|adr|address|service address|property address|project address|job address|job site address|jobsite address|site address|site|job site|jobsite|location of work|where|addr|location|job location|work location|service location|project location|property|property location|home address|work address|your address|full address|direccion|direccion completa|direccion del servicio|direccion de la propiedad|adresse|adresse des travaux|adresse du projet|adresse complete|adresse du service|adresse de la propriete|multi line address|worksite|work site|street address city|address of property|address of job|address for service|location address|customer address|client address|install address|physical address|adres|anschrift|place|service loc|svc address|svc addr|loc|property addr|serv addr|service location address|address where service is needed|lieu des travaux|lieu|caller location|call location|customer location',
  street:
    'road|road and number|road number|street and number|road name|street|street address|street name|address line 1|address line1|address 1|address1|addr1|street 1|street1|street line 1|rue|calle|no civique et rue|numero et rue|street number and name|house number and street|street addr|line 1|strasse|straat|calle y numero|domicilio|mailing street',
  unit: 'address line 2|address line2|address 2|address2|addr2|street 2|street2|street line 2|street address line 2|apt|unit|suite|apartment|apt suite|apt unit|unit number|apt number|unit apt|apartment number|appartement|app|apt suite unit|line 2|suite number|unite|apt no|unit no|apt unit suite|apartamento|bureau',
  city: 'city|cty|town|city town|town city|ville|ciudad|municipality|municipalite|suburb|localidad|your city|service city|job city|stadt|city name|poblacion|city or town|property city|project city|stad|mailing city',
  state:
    'state|province|st|prov|state province|province state|estado|provincia|state region|region|state or province|state territory|provincia estado|mailing state|mailing state province|mailing province',
  postalCode:
    'zip|zip code|zipcode|postal code|postalcode|postcode|post code|code postal|codigo postal|postal|zip postal|zip postal code|postal zip|postal zip code|zip postcode|cp|zip or postal code|project zip|job zip|service zip|service zip code|project zip code|property zip|plz|pc|cp code postal|cod postal|your zip code|zip cd|mailing zip|mailing zip code|mailing zip postal code|mailing postal code',
  cityLine:
    'city state zip|city state|city st zip|city st|city state zip code|city state postal code|city province postal code|city province|city prov postal|city zip|ville province code postal|ville province|city prov pc|csz|city state and zip|ciudad estado|ville code postal|city postal code|city state province|city town state zip|town state zip',
  contact:
    'contact|contact info|contact information|contact details|coordonnees|reach|reach at|how to reach|contacto|info',
  message:
    'motif|motif de l appel|raison de l appel|objet de l appel|but de l appel|nature des travaux|nature de la demande|precisions|details de la demande|besoin|besoins|resume de l appel|motivo|motivo de la llamada|razon de la llamada|txt|reply|their reply|message|messages|your message|message body|comments|comment|comments questions|questions comments|questions or comments|question or comment|details|project details|project description|job details|job description|describe the work|describe your project|describe work|description|description of work|work description|notes|note|tell us about your project|tell us about the job|tell us more|how can we help|how can we help you|what can we help you with|what can we do for you|additional information|additional info|additional details|additional comments|additional notes|mensaje|comentarios|comentario|commentaires|commentaire|remarques|reason for call|reason for calling|reason|msg|customer message|what|request|body|scope of work|scope|demande|votre demande|votre message|inquiry|enquiry|question|questions|regarding|re|transcript|transcription|voicemail preview|voicemail transcript|voicemail transcription|issue|problem|needs|need|work needed|work requested|travaux|travaux desires|travaux a faire|descripcion|descripcion del trabajo|description des travaux|description du projet|details du projet|call notes|call summary|summary|anything else|anything else we should know|special instructions|nature of call|purpose of call|customer comments|customer notes|text|nachricht|bericht|message text|last message|first message|project|work|job|services requested details|more info|wants|the work|looking for|what they want|details of work|customer s message|detalles|que necesita|lo que necesita|wat|remarks|como podemos ayudarle|en que podemos ayudarle|comment pouvons nous vous aider|lead summary|call reason|reason of call|the problem|tell us whats going on|tell us what s going on|whats going on|what do you need|what do you need help with|what do you need done|what work needs to be done|how may we help you|how can i help|description of problem',
  service:
    'service|services|service requested|services requested|service type|type of service|job type|task|project type|type of work|type of project|category|services needed|service needed|service s needed|service interest|interested in|services of interest|work type|what service do you need|service category|servicio|servicios|servicio solicitado|services souhaites|service demande|type de travaux|type de service|request type|treatment|job category|work requested type|appointment type|package|subject|topic|sujet|asunto|objet|project category',
  source:
    'source|lead source|how did you hear about us|how did you hear|how did you hear of us|how d you hear about us|how did you find us|where did you hear about us|heard about us|hear about us|heard of us|heard about us from|heard|referred by|referral|referral source|referred from|ref|ref by|found us|found us on|found us via|comment avez vous entendu parler de nous|comment nous avez vous connus|como se entero|como nos encontro|como supo de nosotros|platform|src|marketing source|ad source|came from|via|how they found us|how they heard|origin|medium|channel|campaign source|como se entero de nosotros|como nos conocio|como nous avez vous trouve|comment nous avez vous trouve|comment avez vous connu notre entreprise',
  billing:
    'billing address|bill to|mailing address|mail to|billing|adresse de facturation|direccion de facturacion|mailing|office address|business address|remit to|billing addr|send mail to|home mailing address',
  ignored:
    'billable|billable call|chargeable|billable lead|valid call|prepose|preposee|telephoniste|receptionniste|operateur|operatrice|pris par|prise par|message pris par|appel recu par|recu par|recu le|date de l appel|heure de l appel|heure|tomado por|atendido por|recibido por|recepcionista|account notes|account instructions|script|protocol|billed|lead score|answered by|outcome|call outcome|handled by|echeancier|request no|request number|requested on|submitted via|responder|submit date|created by|modified by|last modified by|assigned to|assigned by|record owner|lead owner|account owner|viewed pages|pages viewed|pages|popup|auto text|auto reply|ts|ua|timestamp|remote addr|http user agent|host|tip|tips|pro tip|pro tips|remember|reminder|ip|ip address|remote ip|user ip|sender ip|user agent|browser|page url|page|url|page title|referrer|referer|referring page|date|time|date time|datetime|received|received on|received at|call time|call date|length|duration|call length|call duration|submitted|submitted on|submitted at|submission id|submission date|form|form name|form id|form title|entry id|entry|entry number|id|ad name|ad id|adset name|adset|ad|campaign name|campaign|campaign id|keyword|powered by|cost|lead cost|lead fee|lead price|price|lead id|lead number|acct|account|account number|oper|operator|agent|taken by|rep|call type|call flow|website|site url|web site|session|session id|utm source|utm medium|utm campaign|utm term|utm content|gclid|fbclid|created|created at|created time|new cust|new customer|first time caller|sent|date received|ticket|ticket number|ref number|reference|reference number|confirmation number|status|priority|match type|credits|view online|language|device|os|platform version|landing page|quality of transcription|confidence|recaptcha|captcha|consent|privacy policy|terms|opt in|sms consent|newsletter|i agree|marketing consent|charge status|time zone|timezone|call id|recording|listen|credits used|budget spent|fee|message id|lead received|score|spam score|origin url|sent from|http referer|submit|keywords|spotted keywords|lead status|lead type|call outcome|answered by|first call|caller is|action requested|call status|qualified|unread|tracking source|country|pays|pais|land|form submission|title|salutation|prefix|order id|call center|operator id|op|msg number|msg no|cc|bcc|website url|page submitted on|attachments|attachment|photos',
}

const FIELD_OF = new Map<string, LabelField>()
for (const field of LABEL_FIELDS) {
  for (const spelling of SPELLINGS[field].split('|'))
    if (!FIELD_OF.has(spelling)) FIELD_OF.set(spelling, field)
}

// Typing errors seldom hit the first letter.
const BY_FIRST_LETTER = new Map<string, [string, LabelField][]>()
for (const [spelling, field] of FIELD_OF) {
  const [letter = ''] = spelling
  if (spelling.length < 4 || field === 'ignored') continue
  BY_FIRST_LETTER.set(letter, [...(BY_FIRST_LETTER.get(letter) ?? []), [spelling, field]])
}

const FILLER =
  /^(?:please (?:enter|provide|give|confirm|list)|enter|what is|what s|whats|may we have|can we have|your|the|customer|customer s|client|client s|homeowner|homeowner s|contact|caller|caller s|consumer|lead|prospect|votre|tu|su|preferred|best|primary|main|applicant|visitor|user|site visitor|shipping|the|le|la|les|el|los|il|der|die|das|pre chat|about the|info on the)(?: s)?\s+/u

/** Words and digits of a label only, without accents: `E-Mail Address (required)*` → `e mail address`. */
export function plainLabel(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(
      /\((?:required|optional|obligatoire|requis|opcional|obligatorio|if any|if applicable|s)\)/giu,
      ' ',
    )
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .toLowerCase()
    .replace(/\b(?:required|optional)\b/gu, ' ')
    .trim()
    .replace(/\s+/gu, ' ')
}

/** The field that a label stands for, allowing for filler words ("What is your …") but not for misspellings. */
export function toLabelField(label: string): LabelField | undefined {
  if (label.length > 80) return undefined
  let plain = plainLabel(label)
  for (let round = 0; round < 4; round += 1) {
    const field = FIELD_OF.get(plain)
    if (field) return field
    const shorter = plain.replace(FILLER, '')
    if (shorter === plain) break
    plain = shorter
  }
  const bare = plain.replace(/\b\d+$/u, '').trim()
  return (
    // "line1", "addr2"
    FIELD_OF.get(plain.replace(/(?<=\p{L})(?=\d$)/u, ' ')) ??
    FIELD_OF.get(bare) ??
    FIELD_OF.get(bare.replace(/(?<!street|house|unit|suite|lot) (?:number|no|here|below)$/u, '')) ??
    placeOfSite(bare) ??
    fieldOfChoice(label) ??
    fieldOfRemarked(label)
  )
}

const PLACE_FIELDS: ReadonlySet<LabelField> = new Set([
  'address',
  'street',
  'unit',
  'city',
  'state',
  'postalCode',
  'cityLine',
])

// "Site city", "Job ZIP", "Property street address".
function placeOfSite(plain: string): LabelField | undefined {
  const part =
    /^(?:site|job ?site|job|project|property|service|work|work ?site|home|house|installation|civic|addr|address|location|loc) (.+)$/u.exec(
      plain,
    )?.[1]
  const field = part === undefined ? undefined : FIELD_OF.get(part)
  return field !== undefined && PLACE_FIELDS.has(field) ? field : undefined
}

// "Company / Association", "Phone or Cell", "Street + town": names for one thing, or for the parts of a place or a contact.
function fieldOfChoice(label: string): LabelField | undefined {
  const parts = label
    .split(/\s*(?:[/(+&,]|\b(?:or|ou|and|y|et)\b)\s*/iu)
    .filter((part) => /\p{L}\.?\p{L}/u.test(part))
  if (parts.length < 2 || parts.length > 4) return undefined
  const fields = parts.map((part) => FIELD_OF.get(plainLabel(part).replace(FILLER, '')))
  const known = new Set(fields.filter((field) => field !== undefined))
  // "City/Pr/PC": a short word beside others is one of them.
  const isWhole = parts.every((part, at) => fields[at] !== undefined || part.length <= 3)
  if (known.size > 1 && isWhole) {
    const isPlace = [...known].every((field) => PLACE_FIELDS.has(field))
    if (isPlace) return known.has('street') || known.has('address') ? 'address' : 'cityLine'
    const isPerson = known.has('name') || known.has('email')
    if (isPerson && [...known].every((field) => CONTACT_FIELDS.has(field))) return 'contact'
  }
  // "Location, include city & zip" names more than its last word.
  const isList = /[+&,]|\b(?:and|y|et)\b/iu.test(label)
  const [field, other] = known
  return other === undefined && (isWhole || !isList) ? field : undefined
}

const CONTACT_FIELDS: ReadonlySet<LabelField> = new Set(['name', 'phone', 'mobile', 'email', 'contact'])

// "Project description (taken by our advisor)": what stands in brackets is a remark.
function fieldOfRemarked(label: string): LabelField | undefined {
  const remark = /\s*\(([^()]*)\)[\s:*]*$/u.exec(label)
  const bare = label.slice(0, remark?.index)
  // "Phone (mobile)"
  if (remark?.[1] && FIELD_OF.get(plainLabel(remark[1])) === 'mobile') return 'mobile'
  return bare === label || bare === '' ? undefined : toLabelField(bare)
}

/** Like `toLabelField`, and also for labels that are misspelled by a letter or two ("Emial adress"). */
export function guessLabelField(label: string): LabelField | undefined {
  const exact = toLabelField(label)
  if (exact) return exact
  const plain = plainLabel(label)
  if (isQuestionLabel(label)) return questionField(plain)
  if (/^(?:please )?(?:describe|tell us|explain)\b/u.test(plain)) return 'message'
  if (plain.length < 4) return undefined
  if (plain.length > 24) return keywordField(plain)
  for (const [spelling, field] of BY_FIRST_LETTER.get(plain[0] ?? '') ?? []) {
    if (Math.abs(spelling.length - plain.length) <= 2 && isMisspelt(plain, spelling)) return field
  }
  return keywordField(plain)
}

const KEYWORDS: readonly (readonly [RegExp, LabelField])[] = [
  [/\b(?:e ?mail|courriel|correo)\b/u, 'email'],
  [
    /\b(?:billing|mailing)\b|^(?:send |all |please send )?(?:the )?(?:invoices?|bills?|statements?|payments?)\b.{0,16}\bto$/u,
    'billing',
  ],
  [
    /\b(?:gdpr|consent|(?:privacy|terms|sms|user|data)\b.{0,20}\bagree(?:ment)?|politica de privacidad|politique de confidentialite|datenschutz\p{L}*)\b/u,
    'ignored',
  ],
  [/\b(?:hear|heard|find|found)\b.{0,20}\b(?:us|about)\b/u, 'source'],
  [
    /\b(?:what|kind|description|nature|scope|details?) (?:of )?(?:the |your )?(?:work|job|project|problem|issue)\b/u,
    'message',
  ],
  [/^(?:notes?|message|comments?|request|details|remarks?) (?:from|by|of|for)\b/u, 'message'],
  [/^(?:\p{L}+ ){1,3}(?:summary|notes?|comments?|message|description|concerns?|remarks?)$/u, 'message'],
  [
    /^(?:(?:the|your) )?(?:service|work|job|project|request|task|tree|yard|lawn|inquiry|enquiry|scope) (?:request )?(?:details?|specifics)$/u,
    'message',
  ],
  [/\b(?:consent|opt in|i agree|privacy policy|terms)\b/u, 'ignored'],
  [/\bfax\b/u, 'fax'],
  [/\b(?:alt|alternate|secondary|other|evening)\b.{0,10}\b(?:phone|number)\b/u, 'otherPhone'],
  [/\b(?:cell|mobile|cellulaire|celular)\b/u, 'mobile'],
  [/\b(?:phone|telephone|telefono)\b/u, 'phone'],
  [/\b(?:zip|postal) ?code\b/u, 'postalCode'],
  [/\b(?:address|adresse|direccion)\b/u, 'address'],
  [/\b(?:first name)\b/u, 'firstName'],
  [/\b(?:last name)\b/u, 'lastName'],
]

function keywordField(plain: string): LabelField | undefined {
  if (
    plain.split(' ').length > 7 ||
    /\b(?:how many|do you|is there|are there|should|prefer|preference|best time|when|same)\b/u.test(plain)
  ) {
    return undefined
  }
  return KEYWORDS.find(([pattern]) => pattern.test(plain))?.[1]
}

// Word by word: a short word with another letter is another word, as "Acres" and "adres", "note" and "name".
function isMisspelt(label: string, spelling: string): boolean {
  const words = label.split(' ')
  const wanted = spelling.split(' ')
  if (words.length !== wanted.length)
    return label.length > 7 && isWithinEdits(label.replaceAll(' ', ''), spelling.replaceAll(' ', ''), 1)
  return words.every((word, at) => {
    const right = wanted[at] ?? ''
    if (word === right) return true
    const shorter = Math.min(word.length, right.length)
    if (shorter < 4 || (word.length === right.length && shorter < 6 && !isSameLetters(word, right)))
      return false
    return isWithinEdits(word, right, shorter >= 8 ? 2 : 1)
  })
}

const isSameLetters = (left: string, right: string): boolean =>
  [...left].sort().join('') === [...right].sort().join('')

// Damerau-Levenshtein with a bound; labels are short, so the plain table is cheap enough.
function isWithinEdits(left: string, right: string, allowed: number): boolean {
  let before: number[] = []
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row]
    let best = row
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1]
      let cost = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
      )
      const swapped =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]
      if (swapped) cost = Math.min(cost, (before[column - 2] ?? 0) + 1)
      current.push(cost)
      best = Math.min(best, cost)
    }
    if (best > allowed) return false
    before = previous
    previous = current
  }
  return (previous[right.length] ?? allowed + 1) <= allowed
}
