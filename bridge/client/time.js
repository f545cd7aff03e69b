// google.protobuf.Timestamp and Duration as JavaScript has them. A Date has milliseconds: finer digits are cut off.

/** @param {{seconds: number, nanos: number} | undefined} timestamp @returns {Date | undefined} */
export function toDate(timestamp) {
  if (!timestamp) return undefined;
  return new Date(timestamp.seconds * 1000 + Math.floor((timestamp.nanos ?? 0) / 1e6));
}

/** @param {Date | number} date A Date, or milliseconds since 1970. @returns {{seconds: number, nanos: number}} */
export function fromDate(date) {
  const millis = typeof date === 'number' ? date : date.getTime();
  if (!Number.isFinite(millis)) throw new RangeError('an invalid date');
  const seconds = Math.floor(millis / 1000);
  return { seconds, nanos: Math.round((millis - seconds * 1000) * 1e6) };
}

/** @param {{seconds: number, nanos: number} | undefined} duration @returns {number | undefined} Milliseconds. */
export function durationToMillis(duration) {
  return duration ? duration.seconds * 1000 + (duration.nanos ?? 0) / 1e6 : undefined;
}
