const NOISE =
  /(?:^sent from (?:my|mail|outlook|yahoo|samsung)|^get outlook|^envoyé de mon|^enviado desde|^von meinem|^inviato da|^sent via|^sent from [A-Z]|confidentiality notice|this e-?mail (?:may|and any|is|was|has been)|intended (?:only )?for the|intended recipient|if you (?:are not|received|have received)|please consider the environment|unsubscribe|update preferences|manage (?:notifications|alerts|preferences|your)|view (?:this )?(?:submission|contact|entry|message|lead|in browser|online|details|conversation|profile)|you(?:'re| are) receiving this|this message was sent|all rights reserved|privacy policy|terms of (?:use|service)|©|copyright \d|powered by|report it here|reply (?:within|in podium|to this email|directly|above)|to respond to this|to edit notification|log ?in|listen to (?:the|your)|manage alerts|download (?:leads|the app)|respond (?:fast|now|quickly)|charged leads|help cent(?:er|re)|your account|customer care|call them back|this e-?mail was sent|ce message a été|you can (?:view|reply|also)|powered|end of message|thank you for using|quality of transcription|you have (?:a new|received)|^-+$|^_{3,}$|^={3,}$|^\*{3,}|^caution:|external (?:e-?mail|sender)|this email originated|virus-free|avast|\[external\]|do not reply|please do not reply|see who|pros (?:in|who)|visit our website|follow us|like us on|click here|open in|tap to|map it$|get directions|^map$|powered by|^voice message$|^transcript:?$)/iu

/** Lines of software, law and advertising: nothing that the customer said. */
export const isBoilerplate = (line: string): boolean => NOISE.test(line.trim())

const GREETING =
  /^(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|greetings|bonjour|bonsoir|salut|hola|buenos d[ií]as|buenas(?: tardes)?|to whom it may concern|hallo|guten tag|allo)\b(?:[ ,]+(?:there|all|team|sir|sirs|madam|folks|everyone|again|and|or|[\p{Lu}][\p{L}'’.&-]*|&|\/)){0,6})\s*[,.!:–-]*\s*$/iu

export const isGreeting = (line: string): boolean => line.length < 60 && GREETING.test(line.trim())

const CLOSING =
  /^(?:(?:many |with |kind |warm |best |kindest |warmest )*(?:thanks|thank you|thank you (?:so|very) much|thanks (?:so|very) much|thx|ty|regards|best|cheers|sincerely|respectfully|cordially|yours(?: truly| sincerely| faithfully)?|take care|talk soon|merci(?: d['’]avance)?(?: et bonne journ[ée]e)?|merci beaucoup|cordialement|bien [àa] vous|salutations|bonne journ[ée]e|gracias|muchas gracias|saludos(?: cordiales)?|atentamente|un saludo|mit freundlichen grüßen|vg|mfg|hope to hear from you(?: soon)?|looking forward to hearing from you|have a (?:great|good|nice) (?:day|one|weekend|evening)|god bless|blessings|v\/r|thanks in advance|thank you in advance|thanks again|appreciate it|much appreciated|thanks a lot|thanks for your (?:time|help)|thank you for your (?:time|help))\b[\s,!.–-]*)+$/iu

export const isClosing = (line: string): boolean => line.length < 70 && CLOSING.test(line.trim())
