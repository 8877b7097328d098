import type { PageSetting } from '../page/setting.ts'
import { SAMPLE_EMAILS } from './sample-emails.ts'
import { TOUR } from './tour.ts'

/** What the page is told of this demo. */
export const SETTING: PageSetting = {
  title: 'Greenfield Trees',
  inbox: 'leads-inbox',
  emails: SAMPLE_EMAILS,
  tour: TOUR,
}
