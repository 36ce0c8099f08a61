const FEW = 5; // units; at or below this, the number is said

/** Returns how a stock is told: "out", "low" (few enough to name the number) or "ok". */
export function stockLevel(units) {
  if (units <= 0) return "out";
  return units <= FEW ? "low" : "ok";
}
