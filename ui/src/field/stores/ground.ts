/** The own ground, for work without network: my grids with their outlines, matters in force, recent places. */
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { api, got, Problem, type Schemas } from '@/api/client'
import { today } from '@/lib/day'
import { useSession } from '@/lib/session'
import { keep, kept, type Place } from '../lib/db'
import { shapeOf, type GridShape } from '../lib/ground'

type Unit = Schemas['UnitView']
export interface MatterName { code: string; zh: string; en: string; /** May be closed on the spot. */ grid: boolean; /** Something found, not a visit or a duty. */ found?: boolean }
export interface Building { name: string; lon: number; lat: number; storeys: number }
interface Ground { units: Unit[]; shapes: GridShape[]; matters: MatterName[]; buildings?: Building[]; day: string }

const RECENT = 8

export const useGround = defineStore('ground', () => {
  const session = useSession()
  const units = ref<Unit[]>([])
  const shapes = ref<GridShape[]>([])
  const matters = ref<MatterName[]>([])
  const buildings = ref<Building[]>([])
  const recent = ref<Place[]>([])
  const grids = computed(() => units.value.filter((u) => u.level === 'grid'))
  const title = computed(() => units.value.find((u) => u.code === session.unit)?.title ?? '')

  function show(found: Ground): void {
    units.value = found.units
    shapes.value = found.shapes
    matters.value = found.matters
    buildings.value = found.buildings ?? []
  }
  /** From the phone at once; from the server once a day. */
  async function load(): Promise<void> {
    const me = session.me?.account
    const unit = session.unit
    if (!me || !unit) return
    const name = `ground|${unit}`
    const last = await kept<Ground>(me, name)
    if (last) show(last.value)
    recent.value = (await kept<Place[]>(me, 'recent'))?.value ?? []
    const day = today()
    if (last?.value.day === day) return
    try {
      const found = { ...(await fetchGround(unit)), day }
      if (unit !== session.unit) return
      show(found)
      await keep(me, name, found)
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem
    }
  }
  async function fetchGround(code: string): Promise<Omit<Ground, 'day'>> {
    const own = await got(api.GET('/api/v1/units/{code}', { params: { path: { code } } }))
    const children = await got(api.GET('/api/v1/units/{code}/children', { params: { path: { code } } }))
    const below = own.level === 'village' ? children : []
    const mine = [own, ...below.filter((u) => u.level === 'grid')]
    const features = await Promise.all(mine.filter((u) => u.level === 'grid').slice(0, 60).map((u) => got(api.GET('/api/v1/grids/{code}', { params: { path: { code: u.code } } })).catch(() => undefined)))
    return { units: mine, shapes: features.map(shapeOf).filter((s) => s !== undefined), matters: await fetchMatters(), buildings: await fetchBuildings(own) }
  }
  /** To point at where no position is to be had; few cities have them all. */
  async function fetchBuildings(own: Unit): Promise<Building[]> {
    if (own.level !== 'grid' && own.level !== 'village') return []
    const found: Building[] = []
    let after: string | undefined
    do {
      const page = await pageOfBuildings(own.level === 'grid' ? { grid: own.code } : { village: own.code }, after)
      found.push(...page.items.map(({ name, lon, lat, storeys }) => ({ name, lon, lat, storeys })))
      after = page.next ?? undefined
    } while (after && found.length < 300)
    return found
  }
  async function pageOfBuildings(of: { grid: string } | { village: string }, after?: string): Promise<Schemas['Page_BuildingView']> {
    const found = await got(api.GET('/api/v1/buildings', { params: { query: { ...of, limit: 100, ...(after ? { after } : {}) } } })).catch((problem: unknown) => {
      if (problem instanceof Problem && !problem.retryable) return { items: [] }
      throw problem
    })
    return found
  }
  async function fetchMatters(): Promise<MatterName[]> {
    const found: MatterName[] = []
    let after: string | undefined
    do {
      const page = await pageOfMatters(after)
      found.push(...page.items.map((m) => ({ code: m.code, zh: m.name_zh, en: m.name_en, grid: m.level === 'grid', found: m.kind === 'event' || m.kind === 'component' })))
      after = page.next ?? undefined
    } while (after && found.length < 500)
    return found
  }
  async function pageOfMatters(after?: string): Promise<Schemas['Page_Matter']> {
    const found = await got(api.GET('/api/v1/matters', { params: { query: { limit: 100, ...(after ? { after } : {}) } } }))
    return found
  }
  /** Remembered on this phone only, to choose again where positioning fails. */
  async function remember(place: Place): Promise<void> {
    const me = session.me?.account
    if (!me || (!place.words && !place.point)) return
    const same = (p: Place): boolean => (p.words || p.title) === (place.words || place.title)
    recent.value = [place, ...recent.value.filter((p) => !same(p))].slice(0, RECENT)
    await keep(me, 'recent', recent.value)
  }
  function reset(): void { units.value = []; shapes.value = []; matters.value = []; buildings.value = []; recent.value = [] }
  return { units, grids, shapes, matters, buildings, recent, title, load, remember, reset }
})
