// Adaptive Cards as Teams draws them: the official renderer, Teams' measures and colours, and its badges.

import { HOST_CONFIG } from "./hostconfig.js";

const { AdaptiveCard, CardElement, GlobalRegistry, HostConfig, SerializationContext } = window.AdaptiveCards;
const HOST = new HostConfig(HOST_CONFIG);

// Pictures that a text asks for would be fetched from somewhere, so they stay words.
const markdown = window.markdownit({ html: false, linkify: false }).disable("image");
markdown.renderer.rules.link_open = (tokens, index, options, _env, self) => {
  tokens[index].attrSet("target", "_blank");
  tokens[index].attrSet("rel", "noopener noreferrer");
  return self.renderToken(tokens, index, options);
};

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown.render(text);
  result.didProcess = true;
};

// The renderer does not know Badge, which Teams has: a word on a tinted pill, with the glyph of its fallback.
class Badge extends CardElement {
  getJsonTypeName() {
    return "Badge";
  }

  internalParse(source, context) {
    super.internalParse(source, context);
    this.label = String(source.text ?? "");
    this.look = String(source.style ?? "Default").toLowerCase();
    const glyph = String(source.fallback?.text ?? "").split(" ")[0];
    this.glyph = glyph.length === 1 ? glyph : "";
  }

  internalRender() {
    const pill = document.createElement("span");
    pill.className = `badge badge-${this.look}`;
    pill.textContent = this.glyph ? `${this.glyph} ${this.label}` : this.label;
    return pill;
  }
}
GlobalRegistry.elements.register("Badge", Badge);

/** Draw a card. `onPress(action)` is called with { type, title, verb, data } when a button is pressed. */
export function drawCard(source, onPress) {
  const card = new AdaptiveCard();
  card.hostConfig = HOST;
  card.parse(source, new SerializationContext());
  card.onExecuteAction = (action) => {
    const kind = action.getJsonTypeName();
    if (kind === "Action.OpenUrl") {
      if (/^https?:/i.test(action.url ?? "")) window.open(action.url, "_blank", "noopener,noreferrer");
    } else if (kind === "Action.Execute" || kind === "Action.Submit") {
      onPress({ type: kind, title: action.title, verb: action.verb, data: action.data ?? {} });
    }
  };
  const drawn = card.render();
  drawn.tabIndex = -1;
  drawn.setAttribute("role", "group");
  drawn.setAttribute("aria-label", source.speak ?? "Card");
  return drawn;
}
