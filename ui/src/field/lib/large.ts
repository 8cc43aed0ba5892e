/** Large type, remembered on this phone. */
const KEY = 'wangge.field.large'
export function isLarge(): boolean {
  return localStorage.getItem(KEY) === '1'
}
export function setLarge(on: boolean): void {
  localStorage.setItem(KEY, on ? '1' : '0')
  document.documentElement.classList.toggle('large', on)
}
