package dev.backstep.ui.inspector;

import dev.backstep.explain.Explanation.Handed;
import dev.backstep.paint.FormulaPainter;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.layout.Region;

/// The blocks of a strip for steps between numbers: upstream × local = downstream, one an operand.
final class StripBlocks {

    static final double BLOCK = 312;

    /// The size of the formulas in its cells, as [CellView] has it.
    private static final double CELL = 14;

    private StripBlocks() {}

    /// Whether all that is handed on is single numbers.
    static boolean isNumber(Handed handed) {
        return handed.upstream().shape().isScalar()
                && handed.downstream().shape().isScalar()
                && handed.local().filter(t -> t.shape().isScalar()).isPresent();
    }

    /// How wide a block must be so that no formula of its three cells is set smaller.
    static double width(List<Handed> flows) {
        double widest =
                flows.stream()
                        .flatMap(
                                f -> Stream.of(f.localTex() + " = " + f.ruleTex(), f.upstreamTex()))
                        .mapToDouble(tex -> FormulaPainter.measureDisplay(tex, CELL).width())
                        .max()
                        .orElse(0);
        return Math.max(BLOCK, widest / CellView.SHARE + 4);
    }

    static Region block(ShownStep shown, Handed handed, double width) {
        HandedBlock block = new HandedBlock();
        block.show(shown.within(width), handed);
        block.setMaxWidth(width);
        block.setMaxHeight(Region.USE_PREF_SIZE);
        return block;
    }
}
