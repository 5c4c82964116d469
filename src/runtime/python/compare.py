def compare(name, here, figure, within):
    """Prints a number beside the figure's; the program fails when they lie further apart than it says they may."""
    away = abs(here - figure)
    print(f"{name}: {here:.8f}, the figure's {figure:.8f}, {away:.2e} away")
    if not away <= within:
        raise SystemExit(f"{name}: they lie further apart than {within:.2e}.")
