// Hangs cards on a wall in place of the page, under the page's own styles.

import { drawCard } from "/static/cards.js";

/** Draw the cards; tell which come out empty or run out of their frames. */
window.hang = async ({ theme, width, columns, cards }) => {
  document.documentElement.dataset.theme = theme === "light" ? "light" : "dark";
  await Promise.all([...document.fonts].map((font) => font.load()));
  const wall = document.createElement("main");
  wall.id = "wall";
  wall.style.columnCount = columns;
  document.body.replaceChildren(wall);
  return cards.flatMap(({ name, card }) => {
    const figure = document.createElement("figure");
    const caption = document.createElement("figcaption");
    caption.textContent = name;
    const frame = document.createElement("div");
    frame.className = "card";
    frame.dataset.name = name;
    frame.style.width = `${width}px`;
    frame.append(drawCard(card, () => {}));
    figure.append(caption, frame);
    wall.append(figure);
    return faults(frame).map((fault) => `${name} ${fault}`);
  });
};

/** Where each card is on the whole wall: left, top, right, bottom, by its name. */
window.placesOfCards = () =>
  Object.fromEntries(
    [...document.querySelectorAll(".card")].map((card) => {
      const { left, top, right, bottom } = card.getBoundingClientRect();
      return [card.dataset.name, [left, top + scrollY, right, bottom + scrollY].map(Math.round)];
    }),
  );

function faults(frame) {
  const found = frame.innerText.trim() ? [] : ["is empty"];
  const { right } = frame.getBoundingClientRect();
  const wide = [...frame.querySelectorAll("*")].find((part) => part.getBoundingClientRect().right > right + 1);
  if (wide) found.push(`runs out of its frame at “${wide.textContent.slice(0, 40)}”`);
  return found;
}
