/** What a store has to do and has done, since its server runs. */
export class StoreActivity {
  /** Connections at most. */
  readonly connections: number;
  #sent = 0;
  #failed = 0;
  #underWay = 0;

  constructor(connections: number) {
    this.connections = connections;
  }

  /** Statements that have been sent, or wait to be. */
  get sent(): number {
    return this.#sent;
  }

  /** Of these, those that have failed. */
  get failed(): number {
    return this.#failed;
  }

  /** Statements that run at the moment, or wait for a connection. */
  get underWay(): number {
    return this.#underWay;
  }

  /** Counts a statement until it is settled, and leaves it alone. */
  count(statement: PromiseLike<unknown>): void {
    this.#sent += 1;
    this.#underWay += 1;
    void statement.then(
      () => {
        this.#underWay -= 1;
      },
      () => {
        this.#underWay -= 1;
        this.#failed += 1;
      },
    );
  }
}
