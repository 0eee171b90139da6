/** How long a system that was told to stop may still hold what it has, in milliseconds: npm does not wait for it. */
export const lettingGoMs = 4_000;
/** Between two looks whether it has let go. */
export const lookAgainMs = 100;
