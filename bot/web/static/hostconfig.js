// How Teams draws cards: its measures, and its colours by name; cards.css says what they are in light and in dark.

const named = (name) => `var(--card-${name})`;
const both = (name) => ({ default: named(name), subtle: named(name) });

const FOREGROUND = {
  default: { default: named("text"), subtle: named("subtle") },
  dark: { default: "#242424", subtle: "#616161" },
  light: { default: "#ffffff", subtle: "#d6d6d6" },
  accent: both("accent"),
  good: both("good"),
  warning: both("warning"),
  attention: both("attention"),
};

const style = (name) => ({
  backgroundColor: named(`ground-${name}`),
  borderColor: named("line"),
  foregroundColors: FOREGROUND,
});

/** For the renderer's `HostConfig`; one for both themes. */
export const HOST_CONFIG = {
  supportsInteractivity: true,
  choiceSetInputValueSeparator: ",",
  fontFamily: "inherit",
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
  imageSizes: { small: 32, medium: 52, large: 100 },
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: named("line") },
  textStyles: { heading: { size: "large", weight: "bolder" }, columnHeader: { weight: "bolder" } },
  textBlock: { headingLevel: 2 },
  containerStyles: Object.fromEntries(
    ["default", "emphasis", "good", "warning", "attention", "accent"].map((name) => [name, style(name)]),
  ),
  inputs: {
    label: {
      inputSpacing: "small",
      requiredInputs: { weight: "default", suffix: " *", suffixColor: "attention" },
      optionalInputs: { weight: "default" },
    },
    errorMessage: { color: "attention", spacing: "small", weight: "default" },
  },
  actions: {
    maxActions: 6,
    spacing: "default",
    buttonSpacing: 8,
    actionsOrientation: "horizontal",
    actionAlignment: "left",
    showCard: { actionMode: "inline", inlineTopMargin: 12, style: "emphasis" },
  },
  adaptiveCard: { allowCustomStyle: false },
  factSet: { title: { weight: "bolder", wrap: false, maxWidth: 120 }, value: { wrap: true }, spacing: 16 },
};
