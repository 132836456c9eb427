// Placeholder.
export class Cited {
  /** @param {HTMLElement} host */
  constructor(host) {
    void host;
  }
  connect() {}
  disconnect() {}
}
