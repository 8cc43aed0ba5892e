/** Words that sound like life or limb: the number to call is shown at once, and nothing is held up by it. */
export type Call = '110' | '119' | '120'

const SIGNS: readonly [Call, RegExp][] = [
  ['119', /着火|起火|失火|火灾|明火|浓烟|冒烟|爆炸|(燃气|煤气|天然气|液化气).{0,4}(泄漏|泄露|漏)|(泄漏|泄露|漏).{0,3}(燃气|煤气|天然气)|漏气|闻到.{0,3}(燃气|煤气)|被困|困在|坍塌|垮塌|塌了|要塌|山体滑坡|泥石流|\bfire\b(?! (lane|hydrant|escape|door|exit|engine|extinguisher|access|passage))|\bsmoke\b|explo(sion|ded)|gas leak|smell.{0,10}gas|trapped|collaps/i],
  ['120', /触电|昏迷|晕倒|昏倒|不省人事|没有?呼吸|流血|大出血|受伤|伤者|溺水|落水|坠楼|心脏病|中风|中毒|unconscious|bleeding|injur|drown|electrocut|heart attack|stroke\b|poison/i],
  ['110', /打架|斗殴|打人|砍人|持刀|拿刀|抢劫|抢夺|绑架|跳楼|轻生|自杀|家暴|强奸|猥亵|入室|\bknife\b|\bfight(ing)?\b|robb|assault|suicid|kidnap|domestic violence/i],
]

export function calls(text: string): Call[] {
  return SIGNS.filter(([, sign]) => sign.test(text)).map(([call]) => call)
}
