/** Returns whole pesos as people write them: 499990 → "$499.990". */
export function formatPesos(amount) {
  const digits = String(Math.abs(Math.round(Number(amount)))).replace(/\B(?=(\d{3})+$)/g, ".");
  return `${amount < 0 ? "-" : ""}$${digits}`;
}

/** Returns a percentage with at most one decimal and a comma: 12.53 → "12,5". */
export function formatPercent(value) {
  return String(Math.round(Number(value) * 10) / 10).replace(".", ",");
}
