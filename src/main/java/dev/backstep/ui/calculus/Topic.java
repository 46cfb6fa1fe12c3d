package dev.backstep.ui.calculus;

/// What a sheet is about.
public enum Topic {
    /// the Jacobian of two nodes, and the rule it collapses to
    JACOBIAN("jacobian"),
    /// paths, the factored order, and what both cost as the graph deepens
    PATHS("paths"),
    /// forward mode beside reverse mode
    MODES("modes"),
    /// what backward keeps of the forward pass
    KEPT("kept");

    private final String word;

    Topic(String word) {
        this.word = word;
    }

    /// As the keys of its texts have it.
    public String word() {
        return word;
    }
}
