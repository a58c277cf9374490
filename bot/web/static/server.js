// What the page asks of its server. What goes wrong comes back as an Error in plain words.

const SILENCE = "The demo does not answer. Is it still running?";

/** The JSON at `path`. */
export async function get(path, query = {}) {
  return answered(fetch(`${path}?${new URLSearchParams(query)}`));
}

/** Hand something in; what comes back. */
export async function post(path, body) {
  const headers = { "Content-Type": "application/json" };
  return answered(fetch(path, { method: "POST", headers, body: JSON.stringify(body) }));
}

async function answered(asking) {
  let answer;
  let told;
  try {
    answer = await asking;
    told = await answer.json();
  } catch {
    throw new Error(SILENCE);
  }
  if (!answer.ok || told.problem) throw new Error(told.problem || SILENCE);
  return told;
}
