// What the calculator takes from two other figures: read from the heads of their baked files and written here by
// src/bake/scaling-cost.ts. A test holds the three together.

/** members of the family of curves that one description covers: the median of ten seeds (`families`) */
export const MEMBERS = 8;
/** explanations that the search tries for one unit (`explainer`) */
export const EVALUATIONS = 384;
