package dev.backstep.cli;

import dev.backstep.export.Ahead;
import dev.backstep.layout.Placements;
import dev.backstep.paint.FormulaPainter;
import java.util.concurrent.CompletableFuture;

/// Loads what typesets formulas, and then what lays out, on a second core while the command line
/// and the program are read: together as much work as all the rest of a small picture.
record FormulasAhead(CompletableFuture<Void> formulas) {

    /// They are loaded when they are first needed.
    static final FormulasAhead NONE = new FormulasAhead(CompletableFuture.completedFuture(null));

    static FormulasAhead begin() {
        System.setProperty("java.awt.headless", "true");
        CompletableFuture<Void> formulas =
                CompletableFuture.runAsync(() -> FormulaPainter.measure("x^2"));
        formulas.thenRun(Placements::warmUp);
        return new FormulasAhead(formulas);
    }

    /// To be called before the first formula. Throws what loading them threw, which Java tells only
    /// once.
    void await() {
        var _ = Ahead.joined(formulas);
    }
}
