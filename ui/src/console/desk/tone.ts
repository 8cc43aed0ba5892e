/** Two short notes every four seconds while something rings. Browsers allow it only after a click, and so do we. */
export class Tone {
  private context: AudioContext | undefined
  private timer: ReturnType<typeof setInterval> | undefined

  wake(): void {
    this.context ??= new AudioContext()
    void this.context.resume()
  }
  start(urgent: boolean): void {
    if (this.timer !== undefined || !this.context) return
    const play = (): void => { this.note(urgent ? 880 : 660, 0); this.note(urgent ? 1175 : 880, 0.22) }
    play()
    this.timer = setInterval(play, 4_000)
  }
  stop(): void {
    clearInterval(this.timer)
    this.timer = undefined
  }
  private note(pitch: number, after: number): void {
    const context = this.context
    if (!context) return
    const at = context.currentTime + after
    const gain = context.createGain()
    gain.gain.setValueAtTime(0, at)
    gain.gain.linearRampToValueAtTime(0.25, at + 0.02)
    gain.gain.exponentialRampToValueAtTime(0.001, at + 0.2)
    const wave = context.createOscillator()
    wave.frequency.value = pitch
    wave.connect(gain).connect(context.destination)
    wave.start(at)
    wave.stop(at + 0.22)
  }
}
