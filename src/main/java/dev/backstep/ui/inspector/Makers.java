package dev.backstep.ui.inspector;

import dev.backstep.explain.Walkthrough;
import dev.backstep.graph.Edge;
import dev.backstep.graph.Local;
import dev.backstep.paint.HeatTable.Cell;
import dev.backstep.paint.HeatTable.Lit;

/// What of the tables of a step made a cell of its downstream gradient: the row and the column of a
/// product, the same cell of an element-wise one.
record Makers(Lit upstream, Lit local, Lit downstream) {

    static final Makers NOTHING = new Makers(Lit.NOTHING, Lit.NOTHING, Lit.NOTHING);

    static Makers of(Walkthrough w, Edge edge, Cell cell) {
        Lit here = Lit.cell(cell.row(), cell.col());
        return switch (w.adjoint().flow(edge).orElseThrow().local()) {
            case Local.Left _ -> new Makers(Lit.col(cell.col()), Lit.row(cell.row()), here);
            case Local.Right _ -> new Makers(Lit.row(cell.row()), Lit.col(cell.col()), here);
            case Local.Factor _ -> new Makers(here, here, here);
            case Local.Unit _, Local.Coupled _ -> new Makers(Lit.NOTHING, Lit.NOTHING, here);
        };
    }
}
