import { createRoot } from 'react-dom/client'
import { getJson } from './api/http.ts'
import { Page } from './page.tsx'
import type { PageSetting } from './setting.ts'
import './styles/base.css'
import './styles/layout.css'
import './styles/messages.css'
import './styles/blocks.css'
import './styles/dialog.css'
import './styles/panels.css'
import './styles/tour.css'
import './styles/narrow.css'

const root = document.getElementById('root')
if (root) {
  const setting = await getJson<PageSetting>('/setting.json')
  document.title = setting.title
  createRoot(root).render(<Page setting={setting} />)
}
