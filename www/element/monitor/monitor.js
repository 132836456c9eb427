// Placeholder.
export class Monitor {
  /** @param {HTMLElement} host */
  constructor(host) {
    void host;
  }
  connect() {}
  disconnect() {}
}
