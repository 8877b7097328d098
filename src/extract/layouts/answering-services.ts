import type { Layout } from './layout.ts'

const answering = (name: string, sender: RegExp): Layout => ({ name, kind: 'answering-service', sender })

export const ANSWERING_SERVICES: readonly Layout[] = [
  answering('AnswerConnect', /answer ?connect/iu),
  answering('Ruby', /\bruby(?: receptionists?)?\b.*@.*ruby|callruby/iu),
  answering('Smith.ai', /smith\.ai|smithai/iu),
  answering('PATLive', /pat ?live/iu),
  answering('Abby Connect', /abby ?connect|abby\.com/iu),
  answering('MAP Communications', /map communications/iu),
  answering('Nexa', /\bnexa\b/iu),
  answering('Posh', /\bposh\b/iu),
  answering('VoiceNation', /voicenation/iu),
  answering('Specialty Answering Service', /specialty answering/iu),
  answering(
    'Answering service',
    /answering|receptionist|call ?center|after[- ]?hours|answerforce|réception|contestador|t[ée]l[ée]secr[ée]tariat|secretar[ií]a telef[óo]nica/iu,
  ),
]

export const ROUTERS: readonly Layout[] = [
  { name: 'Zapier', kind: 'router', sender: /zapier/iu },
  { name: 'Make', kind: 'router', sender: /\bmake\.com\b|integromat/iu },
  { name: 'LeadRouter', kind: 'router', sender: /lead ?router/iu },
]
