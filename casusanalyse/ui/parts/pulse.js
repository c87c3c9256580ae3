// Asks how far the session is, and has the screen shown again when others went on. Holds nothing, shows nothing.
const EVERY = 1200;

class Pulse {
  constructor() { this.wake = () => { if (!document.hidden) this.ask(); }; document.addEventListener("visibilitychange", this.wake); this.timer = setInterval(() => this.ask(), EVERY); }
  stop() { clearInterval(this.timer); document.removeEventListener("visibilitychange", this.wake); }
  update(data, tell) { this.data = data; this.tell = tell; }
  async ask() {
    if (this.asking || document.hidden) return;
    this.asking = true;
    const { data } = this;
    try {
      const answer = await fetch(data.from, { cache: "no-store" });
      if (!answer.ok || data !== this.data) return;
      const { case: deeds, sitting } = await answer.json();
      if (data === this.data && (deeds !== data.case || sitting !== data.sitting)) this.tell("act", { deeds, sitting });
    } catch { /* the server is away; the platform says so, and the next question finds it again */ } finally { this.asking = false; }
  }
}

export default mounted(Pulse);
