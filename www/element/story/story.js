// Placeholder.
export class Story {
  /** @param {HTMLElement} host */
  constructor(host) {
    void host;
  }
  connect() {}
  disconnect() {}
}
