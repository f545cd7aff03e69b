// When a session was linked, by the network's journal, and when a message was last given to a bridge, by its timeline: what
// was given out before a link was made went out through another one, of which nothing more will be heard.

/** @param {object[]} timeline Entries in their order. @returns {number} As a Date's number; 0: never. */
export function handedAt(timeline) {
  const last = timeline.findLast(({ cause }) => cause === 'handed_to_bridge');
  return last ? timeOf(last) : 0;
}

/** @param {object} entry @returns {number} When it happened, as a Date's number. */
export function timeOf({ at }) {
  return Number(at.seconds) * 1000 + Math.floor(Number(at.nanos ?? 0) / 1e6);
}

/** Whether a session was linked anew between two moments. */
export function linkedSince(journal, session, from, to = Infinity) {
  return from > 0 && journal.some((line) => line.event === 'linked' && line.session === session
    && Date.parse(line.at) > from && Date.parse(line.at) <= to);
}
