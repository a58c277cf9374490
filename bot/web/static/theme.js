// Before the first paint: the theme that was chosen here before. Without one the system's own rules.
{
  const chosen = localStorage.getItem("theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
}
