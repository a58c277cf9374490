// Adaptive Cards as Teams draws them: the official renderer, Teams' measures and colours, and its badges.

const { AdaptiveCard, CardElement, GlobalRegistry, HostConfig, SerializationContext } = window.AdaptiveCards;
const markdown = window.markdownit({ html: false, linkify: false });

window.AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown.render(text);
  result.didProcess = true;
};

const COLORS = {
  light: { text: "#242424", subtle: "#616161", accent: "#5b5fc7", good: "#237b4b", warning: "#8a5a00", attention: "#b10e1c",
    plain: "#ffffff", emphasis: "#f5f5f5", warn: "#fff4ce", line: "#e0e0e0" },
  dark: { text: "#ffffff", subtle: "#c6c6c6", accent: "#9ea2ff", good: "#92c353", warning: "#f8d22a", attention: "#f1707b",
    plain: "#292929", emphasis: "#333333", warn: "#4a3a12", line: "#474747" },
};

function foreground(c) {
  const pair = (color) => ({ default: color, subtle: color });
  return {
    default: { default: c.text, subtle: c.subtle }, dark: pair("#242424"), light: pair("#ffffff"),
    accent: pair(c.accent), good: pair(c.good), warning: pair(c.warning), attention: pair(c.attention),
  };
}

function hostConfig(theme) {
  const c = COLORS[theme];
  const style = (background) => ({ backgroundColor: background, borderColor: c.line, foregroundColors: foreground(c) });
  const sizes = { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 };
  return new HostConfig({
    supportsInteractivity: true,
    fontFamily: "inherit",
    fontSizes: sizes,
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: c.line },
    textStyles: { heading: { size: "large", weight: "bolder" } },
    textBlock: { headingLevel: 2 },
    containerStyles: { default: style(c.plain), emphasis: style(c.emphasis), warning: style(c.warn),
      good: style(c.emphasis), attention: style(c.emphasis), accent: style(c.emphasis) },
    actions: { maxActions: 6, buttonSpacing: 8, actionsOrientation: "horizontal", actionAlignment: "left",
      showCard: { actionMode: "inline" } },
    factSet: { title: { weight: "bolder", wrap: true, maxWidth: 120 }, value: { wrap: true }, spacing: 16 },
  });
}

// The renderer does not know Badge, which Teams has: a word on a tinted pill.
class Badge extends CardElement {
  getJsonTypeName() { return "Badge"; }
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
export function drawCard(source, theme, onPress) {
  const card = new AdaptiveCard();
  card.hostConfig = hostConfig(theme);
  card.parse(source, new SerializationContext());
  card.onExecuteAction = (action) => {
    const kind = action.getJsonTypeName();
    if (kind === "Action.OpenUrl") {
      window.open(action.url, "_blank", "noopener,noreferrer");
    } else if (kind === "Action.Execute" || kind === "Action.Submit") {
      onPress({ type: kind, title: action.title, verb: action.verb, data: action.data ?? {} });
    }
  };
  const drawn = card.render();
  drawn.setAttribute("role", "group");
  drawn.setAttribute("aria-label", source.speak ?? "Card");
  return drawn;
}
